"""Dates as Japanese clerks write them: by era or Gregorian year, calendar or fiscal, alone or as periods."""

from __future__ import annotations

import re
import unicodedata
from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple, TypeVar

from kushiro_yearbook.faults import Refused
from kushiro_yearbook.inline import Run, Runs, line, plain
from kushiro_yearbook.recurrence import MONTHS, Recurrence, Unitless, parse_recurrence


class Era(NamedTuple):
    """The name of a reign, the letter it is shortened to, its first and its last day."""

    name: str
    letter: str
    first: date
    last: date

    def year(self, year: int) -> str:
        """A Gregorian year counted in the era, the first being 元."""
        nth = year - self.first.year + 1
        return f"{self.name}{'元' if nth == 1 else nth}"


# The day on which an era changed belongs to the new one.
ERAS = (
    Era("明治", "M", date(1868, 1, 25), date(1912, 7, 29)),
    Era("大正", "T", date(1912, 7, 30), date(1926, 12, 24)),
    Era("昭和", "S", date(1926, 12, 25), date(1989, 1, 7)),
    Era("平成", "H", date(1989, 1, 8), date(2019, 4, 30)),
    Era("令和", "R", date(2019, 5, 1), date.max),
)

_ERA_OF_SIGN = {sign: era for era in ERAS for sign in (era.name, era.letter)}
_FISCAL_START = 4
_LEAP_YEAR = 2000
_LONGEST_TEXT = 200
_LONGEST_VALUE = 60

Parts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _OfYear(Unitless):
    """What a year is known of; `era` is the one it was typed with, none for a Gregorian year."""

    year: int
    era: Era | None = field(default=None, kw_only=True)

    @abstractmethod
    def parts(self, language: str, *, both: bool = False) -> Parts:
        """The words from the largest unit to the smallest."""

    def runs(self, language: str, *, both: bool = False) -> Runs:
        """The words of a language; `both` adds the Gregorian year to a Japanese era year."""
        return (_run(self, self.parts(language, both=both), language),)

    def _year_in_japanese(self, *, both: bool) -> str:
        if self.era is None:
            return str(self.year)
        return self.era.year(self.year) + (f"（{self.year}）" if both else "")


class Year(_OfYear):
    """A calendar year."""

    __slots__ = ()

    @property
    def iso(self) -> str:
        """The ISO 8601 form, also the machine value."""
        return f"{self.year:04}"

    @property
    def first(self) -> date:
        """1 January."""
        return date(self.year, 1, 1)

    @property
    def last(self) -> date:
        """31 December."""
        return date(self.year, 12, 31)

    def parts(self, language: str, *, both: bool = False) -> Parts:
        """The year alone."""
        return (f"{self._year_in_japanese(both=both)}年",) if language == "ja" else (str(self.year),)


class FiscalYear(_OfYear):
    """A 年度, from April to March; never a calendar year, and without a machine value in HTML."""

    __slots__ = ()

    @property
    def iso(self) -> str:
        """A key, since ISO 8601 has no fiscal years."""
        return f"FY{self.year:04}"

    @property
    def first(self) -> date:
        """1 April."""
        return date(self.year, _FISCAL_START, 1)

    @property
    def last(self) -> date:
        """31 March of the next year."""
        return date(self.year + 1, _FISCAL_START, 1) - timedelta(days=1)

    def parts(self, language: str, *, both: bool = False) -> Parts:
        """The fiscal year alone."""
        return (f"{self._year_in_japanese(both=both)}年度",) if language == "ja" else (f"FY{self.year}",)


@dataclass(frozen=True, slots=True)
class Month(_OfYear):
    """A month of a calendar year."""

    month: int

    @property
    def iso(self) -> str:
        """The ISO 8601 form, also the machine value."""
        return f"{self.year:04}-{self.month:02}"

    @property
    def first(self) -> date:
        """The first of the month."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """The last day of the month."""
        return date(self.year, self.month, _length(self.year, self.month))

    def parts(self, language: str, *, both: bool = False) -> Parts:
        """Year and month."""
        if language == "ja":
            return f"{self._year_in_japanese(both=both)}年", f"{self.month}月"
        return str(self.year), MONTHS[self.month - 1]


@dataclass(frozen=True, slots=True)
class Day(_OfYear):
    """A day."""

    month: int
    day: int

    @classmethod
    def of(cls, moment: date) -> Day:
        """A day named by the era it fell in."""
        return in_its_era(cls(moment.year, moment.month, moment.day))

    @property
    def iso(self) -> str:
        """The ISO 8601 form, also the machine value."""
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    @property
    def first(self) -> date:
        """The day itself."""
        return date(self.year, self.month, self.day)

    @property
    def last(self) -> date:
        """The day itself."""
        return self.first

    def parts(self, language: str, *, both: bool = False) -> Parts:
        """Year, month and day."""
        if language == "ja":
            return f"{self._year_in_japanese(both=both)}年", f"{self.month}月", f"{self.day}日"
        return str(self.year), MONTHS[self.month - 1], str(self.day)


@dataclass(frozen=True, slots=True)
class MonthDay(Unitless):
    """A day whose year stands elsewhere; without a machine value until `in_year` gives it one."""

    month: int
    day: int

    @property
    def iso(self) -> str:
        """A key: the yearless form of HTML."""
        return f"{self.month:02}-{self.day:02}"

    def in_year(self, year: Year | FiscalYear) -> Day:
        """The day in that year; raises `Refused` D03 for 29 February of a common year."""
        in_next_year = isinstance(year, FiscalYear) and self.month < _FISCAL_START
        number = year.year + in_next_year
        day = Day(number, self.month, min(self.day, _length(number, self.month)))
        day = in_its_era(day) if year.era else day
        if day.day != self.day:
            raise _no_such_day(_japanese(self), _japanese(day))
        return day

    def parts(self, language: str) -> Parts:
        """Month and day."""
        if language == "ja":
            return f"{self.month}月", f"{self.day}日"
        return MONTHS[self.month - 1], str(self.day)

    def runs(self, language: str) -> Runs:
        """The words of a language."""
        return (_run(self, self.parts(language), language),)


Calendar = Day | Month | Year | FiscalYear
Point = Calendar | MonthDay


@dataclass(frozen=True, slots=True)
class Several(Unitless):
    """Two or more years, or fiscal years, written together."""

    values: tuple[Year | FiscalYear, ...]

    def __iter__(self) -> Iterator[Year | FiscalYear]:
        """The years in the order they were typed."""
        return iter(self.values)

    def __len__(self) -> int:
        """How many years there are."""
        return len(self.values)

    def runs(self, language: str) -> Runs:
        """The words of a language, each year with its machine value."""
        comma, final = ("、", "、") if language == "ja" else (", ", " and ")
        years = [
            Run(text, _machine(year)) for text, year in zip(self._texts(language), self.values, strict=True)
        ]
        separators = ["", *[comma] * (len(years) - 2), final]
        return line(*(part for pair in zip(separators, years, strict=True) for part in pair))

    def _texts(self, language: str) -> list[str]:
        """The years one by one; in Japanese the unit comes once at the end, an era only where it changes."""
        texts = [plain(year.runs(language)) for year in self.values]
        if language != "ja":
            return texts
        unit = "年度" if isinstance(self.values[-1], FiscalYear) else "年"
        texts = [text.removesuffix(unit) for text in texts]
        for position, (before, year) in enumerate(pairwise(self.values), start=1):
            if year.era and year.era == before.era:
                texts[position] = texts[position].removeprefix(year.era.name)
        return [*texts[:-1], texts[-1] + unit]


class Joiner(StrEnum):
    """What stands between the ends of a period."""

    WAVE = "～"
    FROM = "から"


@dataclass(frozen=True, slots=True)
class Period(Unitless):
    """A stretch of time between two dates of one kind, either of which may be open."""

    start: Point | None
    end: Point | None
    joiner: Joiner = Joiner.WAVE

    def runs(self, language: str) -> Runs:
        """The words of a language, each end with its machine value."""
        return self._in_japanese() if language == "ja" else self._in_english()

    def _in_japanese(self) -> Runs:
        start, end = _parts(self.start, "ja"), _parts(self.end, "ja")
        left, right = _run(self.start, start, "ja"), _run(self.end, _without(end, start), "ja")
        return line(left, str(self.joiner), right)

    def _in_english(self) -> Runs:
        start, end = _parts(self.start, "en"), _parts(self.end, "en")
        left, right = _run(self.start, _without(start, end), "en"), _run(self.end, end, "en")
        if not start or not end:
            return line("from " if start else "to ", left, right)
        if self.joiner == Joiner.FROM:
            return line(left, " to ", right)
        return line(left, " – " if " " in left.text else "–", right)


When = Point | Several | Period | Recurrence
Dated = TypeVar("Dated", bound=Calendar)


def era_of(value: Calendar) -> Era | None:
    """The era that names it: the later one where two share it, none before 1868-01-25."""
    return next((era for era in reversed(ERAS) if _reigns(era, value)), None)


def in_its_era(value: Dated) -> Dated:
    """The same date, named by its era."""
    return replace(value, era=era_of(value))


def era_year(moment: date) -> str:
    """The year of a day by the era it falls in: 令和7年; Gregorian before 1868-01-25."""
    return Day.of(moment).parts("ja")[0]


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
    longest = _length(_LEAP_YEAR, value.month)
    if not 1 <= value.day <= longest:
        raise _no_such_day(match[0], _japanese(replace(value, day=longest)))
    return value


def _of_year(match: re.Match[str]) -> Calendar:
    in_iso = match.re is _TYPED_IN_ISO
    era = None if in_iso else _ERA_OF_SIGN.get(match["era"] or "")
    year = _counted(era, match["nth"]) if era else int(match["year"])
    value = _calendar(year, match.groupdict())
    if isinstance(value, Day) and not 1 <= value.day <= _length(value.year, value.month):
        last = replace(value, day=_length(value.year, value.month))
        raise _no_such_day(match[0], last.iso if in_iso else _japanese(in_its_era(last) if era else last))
    if in_iso:
        return in_its_era(value)
    if era and not _reigns(era, value):
        raise Refused("D02", value=match[0], right=_japanese(in_its_era(value)), width=len(match[0]))
    return replace(value, era=era)


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
    right = _japanese(Year(value.year, era=value.era)) if isinstance(value, Day | Month) else ""
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
    parts = _parts(start, "ja")
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
    return Refused("D01", value=text[:_LONGEST_VALUE], width=len(text))


def _no_such_day(text: str, right: str) -> Refused:
    return Refused("D03", value=text, right=right, width=len(text))


def _moved(refused: Refused, offset: int, width: int) -> Refused:
    moved = Refused(refused.code, offset=offset, width=width)
    moved.words = refused.words
    return moved


def _reigns(era: Era, value: Calendar) -> bool:
    """Whether some of it lies in the era, as the era's first year or a later one."""
    # FY1988 ended in 平成, but no one counts a 平成0年度.
    return era.first.year <= value.year and era.first <= value.last and value.first <= era.last


def _length(year: int, month: int) -> int:
    """How many days a month has."""
    next_month = date(year + month // 12, month % 12 + 1, 1)
    return (next_month - timedelta(days=1)).day


def _parts(point: Point | None, language: str) -> Parts:
    return point.parts(language) if point else ()


def _without(parts: Parts, known: Parts) -> Parts:
    """What is left to say when the larger units stand in the other end of a period."""
    shared = 0
    while shared < min(len(parts) - 1, len(known)) and parts[shared] == known[shared]:
        shared += 1
    return parts[shared:]


def _run(point: _OfYear | MonthDay | None, parts: Parts, language: str) -> Run:
    text = "".join(parts) if language == "ja" else " ".join(reversed(parts))
    return Run(text, _machine(point))


def _machine(point: _OfYear | MonthDay | None) -> str:
    """The value of `<time datetime>`, which cannot express fiscal years."""
    return point.iso if isinstance(point, Day | Month | Year) else ""


def _japanese(point: Point) -> str:
    return "".join(point.parts("ja"))


def _era_name(sign: str) -> str:
    return _ERA_OF_SIGN[sign.upper()].name


def _without_gregorian(typed: re.Match[str]) -> str:
    name, nth, gregorian = typed.groups()
    agrees = _counted(_ERA_OF_SIGN[name], nth) == int(gregorian)
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
    # 2017/12/15, 2017-1-5
    (
        rf"(?<![0-9])({_GREGORIAN})[-/.]([0-9]{{1,2}})(?:[-/.]([0-9]{{1,2}}))?(?![0-9])",
        lambda typed: "-".join(number.zfill(2) for number in typed.groups() if number),
    ),
    # h29/12/15, 平成29.12.15
    (
        rf"(?i:({_NAME}|[{_LETTER}]))({_NTH})[-/.]([0-9]{{1,2}})(?:[-/.]([0-9]{{1,2}}))?(?![0-9])",
        lambda typed: (
            f"{_era_name(typed[1])}{typed[2]}年{typed[3]}月" + (f"{typed[4]}日" if typed[4] else "")
        ),
    ),
    # H29年度
    (rf"(?i:([{_LETTER}]))({_NTH})年", lambda typed: f"{_era_name(typed[1])}{typed[2]}年"),
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
        return refused if other.code == "D01" else _moved(other, 0, len(text))
    return Refused("D06", value=text, right=right, width=len(text))
