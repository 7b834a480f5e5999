"""Reading dates as Japanese clerks write them; what cannot be one is refused with the right spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace

from kushiro_yearbook.eras import (
    ERA_OF_SIGN,
    ERAS,
    LEAP_YEAR,
    Calendar,
    Day,
    Era,
    FiscalYear,
    Joiner,
    Month,
    MonthDay,
    Period,
    Point,
    Several,
    When,
    Year,
    in_its_era,
    in_japanese,
    month_length,
    no_such_day,
    parts_of,
    reigns,
)
from kushiro_yearbook.faults import Refused
from kushiro_yearbook.recurrence import MONTHS, parse_recurrence

_LONGEST_TEXT = 200
_LONGEST_VALUE = 60


def parse(text: str) -> When:
    """Read a date as a clerk writes it; raises `Refused` D01–D06 and D08."""
    try:
        return _read(text)
    except Refused as refused:
        raise _said_better(refused, text) from None


def parse_year(text: str) -> Year | FiscalYear:
    """Read a calendar or fiscal year; raises `Refused` as `parse` does, and D07 for any other date."""
    return _only_year(parse(text), text)


# Digits are spelled out because \d would take full-width ones too.
_NTH = "(?:元|[0-9]{1,3})"
_GREGORIAN = "[12][0-9]{3}"
_NAME = "|".join(era.name for era in ERAS)
_LETTER = "".join(era.letter for era in ERAS)
_INITIAL = "".join(era.name[0] for era in ERAS)

_TYPED = re.compile(
    rf"(?:(?P<era>{_NAME})(?P<nth>{_NTH})|(?P<year>{_GREGORIAN}))年"
    r"(?:(?P<fiscal>度)|(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日)?)?"
)
_TYPED_BRIEFLY = re.compile(
    rf"(?:(?P<era>[{_LETTER}])(?P<nth>{_NTH})\.(?P<month>[0-9]{{1,2}})(?:\.(?P<day>[0-9]{{1,2}}))?)"
)
_TYPED_IN_ISO = re.compile(rf"(?P<year>{_GREGORIAN})-(?P<month>[0-9]{{2}})(?:-(?P<day>[0-9]{{2}}))?")
_TYPED_WITHOUT_YEAR = re.compile("(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日")
_FORMS = (_TYPED, _TYPED_BRIEFLY, _TYPED_IN_ISO, _TYPED_WITHOUT_YEAR)

_SHORTENED = re.compile("(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?")
_YEAR_NUMBER = f"(?:(?:{_NAME})?{_NTH}|{_GREGORIAN})"
_SEVERAL = re.compile(f"({_YEAR_NUMBER}(?:、{_YEAR_NUMBER})+)(年度?)")
_JOINER = re.compile("[～〜~]|から")


def _read(text: str) -> When:
    recurrence = parse_recurrence(text)
    if recurrence is not None:
        return recurrence
    several = _SEVERAL.fullmatch(text)
    if several is not None:
        return _several(several[1].split("、"), several[2])
    joiner = _JOINER.search(text)
    return _point(text) if joiner is None else _period(text, joiner)


def _point(text: str) -> Point:
    match = next(filter(None, (form.fullmatch(text) for form in _FORMS)), None)
    if match is None:
        raise _no_date(text)
    if match["month"] and not 1 <= int(match["month"]) <= len(MONTHS):
        start, end = match.span("month")
        raise Refused("D04", value=text, offset=start, width=end - start)
    return _month_day(match) if match.re is _TYPED_WITHOUT_YEAR else _of_year(match)


def _month_day(match: re.Match[str]) -> MonthDay:
    value = MonthDay(int(match["month"]), int(match["day"]))
    longest = month_length(LEAP_YEAR, value.month)
    if not 1 <= value.day <= longest:
        raise no_such_day(match[0], in_japanese(replace(value, day=longest)))
    return value


def _of_year(match: re.Match[str]) -> Calendar:
    in_iso = match.re is _TYPED_IN_ISO
    era = None if in_iso else ERA_OF_SIGN.get(match["era"] or "")
    year = _counted(era, match["nth"]) if era else int(match["year"])
    value = _calendar(year, match.groupdict())
    if isinstance(value, Day) and not 1 <= value.day <= month_length(value.year, value.month):
        last = replace(value, day=month_length(value.year, value.month))
        raise no_such_day(match[0], last.iso if in_iso else in_japanese(in_its_era(last) if era else last))
    if in_iso:
        return in_its_era(value)
    if era and year < era.first.year:
        raise _year_nought(value, match[0])
    if era and not reigns(era, value):
        raise Refused("D02", value=match[0], right=in_japanese(in_its_era(value)), width=len(match[0]))
    return replace(value, era=era)


def _year_nought(value: Calendar, typed: str) -> Refused:
    """A year 0 is a slip for the era's first year as likely as for the year before."""
    after = replace(value, year=value.year + 1)
    if isinstance(after, Day):
        after = replace(after, day=min(after.day, month_length(after.year, after.month)))
    first, before = in_japanese(in_its_era(after)), in_japanese(in_its_era(value))
    return Refused("D02", value=typed, first=first, before=before, width=len(typed))


def _counted(era: Era, nth: str) -> int:
    return era.first.year + (1 if nth == "元" else int(nth)) - 1


def _calendar(year: int, given: Mapping[str, str | None]) -> Calendar:
    if given.get("fiscal"):
        return FiscalYear(year)
    month, day = given.get("month"), given.get("day")
    if not month:
        return Year(year)
    return Day(year, int(month), int(day)) if day else Month(year, int(month))


def _only_year(value: When, text: str) -> Year | FiscalYear:
    if isinstance(value, Year | FiscalYear):
        return value
    right = in_japanese(Year(value.year, era=value.era)) if isinstance(value, Day | Month) else ""
    raise Refused("D07", value=text, right=right, width=len(text))


def _several(numbers: list[str], unit: str) -> Several:
    values: list[Year | FiscalYear] = []
    at = 0
    for number in numbers:
        era = values[-1].era if values else None
        inherited = era.name if era and re.fullmatch(_NTH, number) else ""
        values.append(_only_year(_piece(number, at, inherited, unit), number))
        at += len(number) + len("、")
    return Several(tuple(values))


def _period(text: str, joiner: re.Match[str]) -> Period:
    before, after = text[: joiner.start()], text[joiner.end() :]
    if not (before or after) or (not before and joiner[0] == Joiner.FROM):
        raise _no_date(text)
    start = _piece(before, 0) if before else None
    end = _piece(after, joiner.end(), _lead(start, after)) if after else None
    if start and end:
        _refuse_mismatch(start, end, text)
    return Period(start, end, Joiner.FROM if joiner[0] == Joiner.FROM else Joiner.WAVE)


def _lead(start: Point | None, end: str) -> str:
    """What a shortened end leaves to the start: 令和7年7月 of 令和7年7月28日～30日."""
    parts = parts_of(start, "ja")
    same_kind = bool(parts) and parts[-1][-1] == end[-1]
    if not same_kind or not _SHORTENED.fullmatch(end):
        return ""
    return "".join(parts[: -(end.count("月") + end.count("日"))])


def _piece(text: str, at: int, lead: str = "", tail: str = "") -> Point:
    """Read a date that leaves some of its words to its neighbours; a fault points at what was typed."""
    try:
        return _point(lead + text + tail)
    except Refused as refused:
        offset = at + max(0, refused.offset - len(lead))
        raise _moved(refused, offset, min(refused.width, len(text))) from None


def _refuse_mismatch(start: Point, end: Point, text: str) -> None:
    if type(start) is not type(end):
        raise Refused("D08", value=text, width=len(text))
    if _backwards(start, end):
        raise Refused("D05", value=text, width=len(text))


def _backwards(start: Point, end: Point) -> bool:
    if isinstance(start, MonthDay) or isinstance(end, MonthDay):
        # 12月28日～1月4日 runs into the next year; only within one month is the order certain.
        return start.parts("ja")[0] == end.parts("ja")[0] and start.iso > end.iso
    return start.first > end.first


def _no_date(text: str) -> Refused:
    refused = Refused("D01", value=text[:_LONGEST_VALUE], width=len(text))
    refused.words |= _missing(text)
    return refused


_BARE_YEAR = re.compile(rf"(?i:({_NAME}|[{_LETTER}{_INITIAL}]))({_NTH})|({_GREGORIAN})")
_BARE_MONTH = re.compile("(?:[1-9]|1[0-2])月")


def _missing(text: str) -> dict[str, str]:
    """What a date lacks: whether its year is a fiscal one, or its year; else what dates look like."""
    if (match := _BARE_YEAR.fullmatch(text)) and match[2] not in ("0", "00", "000"):
        return {"year": match[3] or f"{_era_name(match[1])}{match[2]}"}
    return {"month": text} if _BARE_MONTH.fullmatch(text) else {"like": "令和7年5月1日"}


def _moved(refused: Refused, offset: int, width: int) -> Refused:
    moved = Refused(refused.code, offset=offset, width=width)
    moved.words = refused.words
    return moved


def _era_name(sign: str) -> str:
    return next(era.name for era in ERAS if sign.upper() in (era.name, era.letter, era.name[0]))


_DIGITS = "〇一二三四五六七八九"
_IN_KANJI = f"[{_DIGITS}零十百]+"


def _from_kanji(typed: re.Match[str]) -> str:
    """十一 is 11, and so is 一一."""
    number = typed[0].replace("零", "〇")
    if not {"十", "百"} & set(number):
        return "".join(str(_DIGITS.index(digit)) for digit in number)
    hundreds, _, rest = number.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    parts = ((hundreds or "一" if "百" in number else "", 100), (tens or "一" if ten else "", 10), (ones, 1))
    # What stands before 百 or 十 is one digit; anything else is no number, and is left as it is.
    if any(len(digits) > 1 or not set(digits) <= set(_DIGITS) for digits, _ in parts):
        return typed[0]
    return str(sum(_DIGITS.index(digits) * factor for digits, factor in parts if digits))


def _without_gregorian(typed: re.Match[str]) -> str:
    name, nth, gregorian = typed.groups()
    agrees = _counted(ERA_OF_SIGN[name], nth) == int(gregorian)
    return f"{name}{nth}年" if agrees else typed[0]


def _both_in_full(typed: re.Match[str]) -> str:
    name, first, first_unit, joiner, last_name, last, unit = typed.groups()
    if first_unit not in ("", unit):
        return typed[0]
    inherited = name if re.fullmatch(_NTH, last) else ""
    return f"{name}{first}{unit}{joiner}{last_name or inherited}{last}{unit}"


# What clerks write out of habit, and the spelling of it; tried only on what cannot be read as it is.
_SIGNS = str.maketrans(
    dict.fromkeys("‐‑‒–—―−ー", "-")
    | dict.fromkeys("〜~", "～")
    | dict.fromkeys(",・", "、")
    | {"(": "（", ")": "）"}
)
_HABITS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    # 令和六年十一月二日
    (f"{_IN_KANJI}(?=[年月日回～から])", _from_kanji),
    # 令和7年10月1日現在
    ("(.*[年月日度])(?:現在|時点)", lambda typed: typed[1]),
    # FY2025
    (rf"(?i:FY)({_GREGORIAN})(?![0-9])", lambda typed: f"{typed[1]}年度"),
    # 2017/12/15, 2017-1-5
    (
        rf"(?<![0-9])({_GREGORIAN})[-/.]([0-9]{{1,2}})(?:[-/.]([0-9]{{1,2}}))?(?![0-9])",
        lambda typed: "-".join(number.zfill(2) for number in typed.groups() if number),
    ),
    # h29/12/15, 平成29.12.15
    (
        rf"(?i:({_NAME}|[{_LETTER}{_INITIAL}]))({_NTH})[-/.]([0-9]{{1,2}})(?:[-/.]([0-9]{{1,2}}))?(?![0-9])",
        lambda typed: (
            f"{_era_name(typed[1])}{typed[2]}年{typed[3]}月" + (f"{typed[4]}日" if typed[4] else "")
        ),
    ),
    # H29年度, 平29年度
    (
        rf"(?i:(?<![{''.join(era.name for era in ERAS)}])([{_LETTER}{_INITIAL}]))({_NTH})年",
        lambda typed: f"{_era_name(typed[1])}{typed[2]}年",
    ),
    # 昭和38（1963）年
    (rf"({_NAME})({_NTH})（([0-9]{{4}})）年", _without_gregorian),
    # 平成30年度-令和9年度
    ("(?<=[年度月日])-", lambda _: Joiner.WAVE),
    # 令和7～9年度
    (
        rf"({_NAME}|)({_NTH}|{_GREGORIAN})(年度?|)(～|から)({_NAME}|)({_NTH}|{_GREGORIAN})(年度?)",
        _both_in_full,
    ),
    # 令和7年度から令和11年度まで, 令和6年3月まで
    ("(.+(?:～|から).+)まで", lambda typed: typed[1]),
    ("([^～]+)まで", lambda typed: Joiner.WAVE + typed[1]),
)


def _cleaned(text: str) -> str:
    """The spelling that was perhaps meant."""
    text = "".join(unicodedata.normalize("NFKC", text).split()).translate(_SIGNS)
    for habit, spelling in _HABITS:
        text = re.sub(habit, spelling, text)
    return text


def _said_better(refused: Refused, text: str) -> Refused:
    """Where nothing could be read, what is wrong with the spelling that was perhaps meant."""
    right = _cleaned(text) if refused.code == "D01" and len(text) <= _LONGEST_TEXT else text
    if right == text:
        return refused
    try:
        _read(right)
    except Refused as other:
        return refused if "like" in other.words else _moved(other, 0, len(text))
    return Refused("D06", value=text, right=right, width=len(text))
