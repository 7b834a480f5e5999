"""Dates and times of Japanese texts: 平成29年12月15日, 7/28(月), 明治17、18年, 午前9時半, 翌年度."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kushiro_yearbook.eras import ERA_OF_SIGN, ERAS
from kushiro_yearbook.facts.fact import Classes, Fact, Kind, Reader, Readers, Reading
from kushiro_yearbook.facts.numerals import DIGITS, KANJI, in_japanese
from kushiro_yearbook.text import LETTER

_LETTER = "".join(era.letter for era in ERAS)
ERA = "|".join(era.name for era in ERAS)
_NTH = f"(?:元|[0-9]{{1,4}}+|[{KANJI}十]{{1,6}}+)"
_JOIN = "(?:[、・~/-]|から|と|及び)"


ITEMS = rf"(?P<items>{DIGITS}(?:[、・~/-]{DIGITS}){{0,9}}+)"
_WEEK = "[月火水木金土日]"


def _years(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """昭和38年, 2025年度, 明治17、18年, 平成30～令和9年度; years of no era are a stretch of time."""
    kind = Kind.FISCAL_YEAR if match["fiscal"] else Kind.YEAR
    era = None
    for item in re.finditer(rf"({ERA})?({_NTH})(?:\(([0-9]{{4}})\))?", match[0]):
        era = ERA_OF_SIGN.get(item[1] or "") or era
        start, end = match.start() + item.start(), match.start() + item.end()
        nth = 1 if item[2] == "元" else int(in_japanese(item[2]))
        if nth >= 1000:
            yield Fact(kind, Decimal(nth), start, end)
        elif era:
            yield Fact(kind, Decimal(era.first.year + nth - 1), start, end)
        else:
            owed = item[2] not in ("元", "一")
            also = _of_the_era_before(match, nth, kind)
            yield Fact(Kind.NUMBER, Decimal(nth), start, end, unit="year", owed=owed, also=also)
        if item[3]:
            yield Fact(kind, Decimal(item[3]), start, end)


def _of_the_era_before(match: re.Match[str], nth: int, kind: Kind) -> tuple[Reading, ...]:
    """令和6年4月から7年3月まで: a year that leaves out its era has the one that was told last."""
    dated = kind is Kind.FISCAL_YEAR or re.match("[0-9]{1,2}月(?!間)|末", match.string[match.end() :])
    before = re.findall(ERA, match.string[max(0, match.start() - _FAR) : match.start()]) if dated else ()
    return (Reading(kind, Decimal(ERA_OF_SIGN[before[-1]].first.year + nth - 1)),) if before else ()


# How far before a year its era may stand.
_FAR = 60


def _both_years(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """2025（令和7）年."""
    kind = Kind.FISCAL_YEAR if match["fiscal"] else Kind.YEAR
    nth = 1 if match["nth"] == "元" else int(in_japanese(match["nth"]))
    yield Fact(kind, Decimal(match["year"]), match.start("year"), match.end("year"))
    year = ERA_OF_SIGN[match["era"]].first.year + nth - 1
    yield Fact(kind, Decimal(year), match.start("era"), match.end("nth"))


def each(kind: Kind) -> Reader:
    """A reader of numbers that share one word: 4、5月."""

    def reader(match: re.Match[str], _: Classes) -> Iterator[Fact]:
        unit = "floor" if match[0].endswith("階") else ""
        for item in re.finditer(DIGITS, match["items"]):
            start = match.start("items") + item.start()
            yield Fact(kind, in_japanese(item[0]), start, start + len(item[0]), unit=unit)

    return reader


def _day_in_words(*, owed: bool) -> Reader:
    """A reader of 三月三日, which the other language owes where a year stands before it."""

    def reader(match: re.Match[str], _: Classes) -> Iterator[Fact]:
        for kind, group in ((Kind.MONTH, "month"), (Kind.DAY, "day")):
            if match[group]:
                value = in_japanese(match[group])
                yield Fact(kind, value, match.start(group), match.end(group), owed=owed)

    return reader


_WEEKDAYS = "月火水木金土日"


def _weekdays(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    for offset, sign in enumerate(match["items"]):
        if sign in _WEEKDAYS:
            start = match.start("items") + offset
            yield Fact(Kind.WEEKDAY, Decimal(_WEEKDAYS.index(sign)), start, start + 1)


def _days_off(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """土日 and 平日, which English may call weekends and weekdays."""
    for day in (5, 6) if match[0].startswith("土") else range(5):
        yield Fact(Kind.WEEKDAY, Decimal(day), match.start(), match.end(), owed=False)


def _clock(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """Minutes of half a day; the unit is the half where it is said."""
    if match[0] == "正午":
        yield Fact(Kind.CLOCK, Decimal(0), match.start(), match.end(), unit="pm")
        return
    hour, minute = int(match["hour"]), 30 if match["half"] else int(match["minute"] or match["after"] or 0)
    half = "pm" if hour >= 12 or match["noon"] == "午後" else "am" if match["noon"] or match["after"] else ""
    yield Fact(Kind.CLOCK, Decimal(hour % 12 * 60 + minute), match.start(), match.end(), unit=half)


def _short_date(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """H29.12.15, 2017/12/15, 12/15(金)."""
    if match["letter"]:
        year = ERA_OF_SIGN[match["letter"]].first.year + int(match["nth"]) - 1
        yield Fact(Kind.YEAR, Decimal(year), match.start("letter"), match.end("nth"))
    elif match["year"]:
        yield Fact(Kind.YEAR, Decimal(match["year"]), match.start("year"), match.end("year"))
    for kind, group in ((Kind.MONTH, "month"), (Kind.DAY, "day")):
        yield Fact(kind, Decimal(match[group]), match.start(group), match.end(group))


def _short_year(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """R7年度, 平17."""
    kind = Kind.FISCAL_YEAR if match["fiscal"] else Kind.YEAR
    era = next(era for era in ERAS if match[1] in (era.letter, era.name[0]))
    yield Fact(kind, Decimal(era.first.year + int(match[2]) - 1), match.start(), match.end(2))


IN_JAPANESE: Readers = (
    (
        re.compile(
            rf"(?<![0-9A-Za-z.])(?:(?P<letter>[{_LETTER}])(?P<nth>[0-9]{{1,2}})|(?P<year>[12][0-9]{{3}}))"
            r"(?P<sign>[./-])(?P<month>[0-9]{1,2})(?P=sign)(?P<day>[0-9]{1,2})(?![0-9.])"
        ),
        _short_date,
    ),
    (
        re.compile(
            rf"(?<![0-9/])(?P<letter>)(?P<year>)(?P<month>[0-9]{{1,2}})/(?P<day>[0-9]{{1,2}})(?=\({_WEEK})"
        ),
        _short_date,
    ),
    (re.compile(rf"(?<![A-Za-z])([{_LETTER}])([0-9]{{1,2}})(?=\.|年(?P<fiscal>度)?)"), _short_year),
    (re.compile(rf"(?<!{LETTER})([明昭平令])([0-9]{{1,2}})(?![0-9])(?:年?(?P<fiscal>度))?"), _short_year),
    (
        re.compile(
            rf"(?<![0-9])(?P<year>[12][0-9]{{3}})\((?P<era>{ERA})(?P<nth>{_NTH})年?\)年(?P<fiscal>度)?"
        ),
        _both_years,
    ),
    (
        re.compile(
            rf"(?<![0-9.,第])(?:{ERA})?{_NTH}(?:\([0-9]{{4}}\))?"
            rf"(?:{_JOIN}(?:{ERA})?{_NTH}(?:\([0-9]{{4}}\))?){{0,9}}+年(?P<fiscal>度)?(?!間|目|生|代の)"
        ),
        _years,
    ),
    (re.compile(rf"(?<![.第]){ITEMS}月(?!間)"), each(Kind.MONTH)),
    (re.compile(rf"(?<![.第]){ITEMS}日(?!間|目)"), each(Kind.DAY)),
    (
        re.compile(rf"(?<=[年\0])(?P<month>[{KANJI}十]{{1,6}}+)月(?:(?P<day>[{KANJI}十]{{1,6}}+)日)?"),
        _day_in_words(owed=True),
    ),
    (
        re.compile(rf"(?P<month>[{KANJI}十]{{1,2}}+)月(?:(?P<day>[{KANJI}十]{{1,3}}+)日)?"),
        _day_in_words(owed=False),
    ),
    (re.compile(rf"(?<![毎今来先])(?P<items>{_WEEK}(?:[、・~]?{_WEEK}){{0,6}})曜"), _weekdays),
    (
        re.compile(
            rf"(?:(?<=[日週\0~、・)])|^)\((?P<items>{_WEEK}(?:[、・~-]?{_WEEK}){{0,6}})(?:[、・]?[祝休])?\)"
        ),
        _weekdays,
    ),
    (re.compile("土・?日(?=[曜祝、。・にはのをもとで]|$)|平日"), _days_off),
    (
        re.compile(
            r"(?P<noon>午前|午後)?(?P<hour>[0-9]{1,2})(?:時(?!間)(?:(?P<half>半)|(?P<minute>[0-9]{1,2})分)?"
            r"|:(?P<after>[0-9]{2}))|正午"
        ),
        _clock,
    ),
)


# Years that are told by another: their English may name the year itself.
_RELATIVES = {"同年": 0, "翌年": 1, "前年": -1, "翌々年": 2, "前々年": -2}


def relative(words: str, found: list[Fact]) -> Iterator[Fact]:
    """同年, 翌年度: the year meant, after the year told last; 翌々年 is two years later."""
    years = [fact for fact in found if fact.kind in (Kind.YEAR, Kind.FISCAL_YEAR)]
    for match in re.finditer("(同年|翌々?年|前々?年)度?", words) if years or "々年" in words else ():
        after = _RELATIVES[match[1]]
        length = Reading(Kind.NUMBER, Decimal(abs(after)), "year")
        before = [fact for fact in years if fact.end <= match.start()]
        if before and isinstance(last := before[-1].value, Decimal):
            kind = Kind.FISCAL_YEAR if match[0].endswith("度") else Kind.YEAR
            yield Fact(kind, last + after, match.start(), match.end(), owed=False, also=(length,))
        elif abs(after) > 1:
            yield Fact(*length[:2], match.start(), match.end(), length.unit, owed=False)
