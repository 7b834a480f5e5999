"""Dates and times of English texts: 28-30 July 2025, FY2018-27, 9.30 am, half past nine, Showa 38."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kushiro_yearbook.eras import ERA_OF_SIGN
from kushiro_yearbook.facts import periods
from kushiro_yearbook.facts.fact import Classes, Fact, Kind, Readers
from kushiro_yearbook.facts.numerals import WORD, in_english
from kushiro_yearbook.recurrence import MONTHS, WEEKDAYS

_FIRST_YEARS = {name: ERA_OF_SIGN[ja].first.year for name, ja in periods.ERA_NAMES.items()}

_MONTH = "|".join(MONTHS)
TH = "(?:st|nd|rd|th)"
_DAY = rf"(?<![0-9.,])[0-9]{{1,2}}{TH}?(?![0-9])"
JOIN = "(?: ?- ?| to | and | or |, (?:and )?|/)"
_WEEKDAY_SHORT = r"Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun"


def _fiscal_years(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """FY2018, fiscal years 2018 to 2027, FY2018-27; the second year of 2019/20 belongs to the first."""
    first = ""
    for item in re.finditer("[0-9]{4}|[0-9]{2}", match[0]):
        year = item[0] if len(item[0]) == 4 else first[:2] + item[0]
        whole = len(item[0]) == 4 or int(year) != int(first) + 1
        first = first or year
        start = match.start() + item.start()
        yield Fact(Kind.FISCAL_YEAR, Decimal(year), start, start + len(item[0]), owed=whole)


def _split_year(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """2025/26 is the fiscal year that begins in 2025."""
    if int(match[1][2:]) + 1 == int(match[2]):
        yield Fact(Kind.FISCAL_YEAR, Decimal(match[1]), match.start(), match.end())


def _year_span(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """1884-85."""
    for group, year in ((1, match[1]), (2, match[1][:2] + match[2])):
        yield Fact(Kind.YEAR, Decimal(year), match.start(group), match.end(group))


def _iso(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    for kind, group in ((Kind.YEAR, 1), (Kind.MONTH, 2), (Kind.DAY, 3)):
        yield Fact(kind, Decimal(match[group]), match.start(group), match.end(group))


def _dates(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """28-30 July, July 28 and 30; the month itself is told once."""
    name = match["month"]
    yield Fact(Kind.MONTH, Decimal(MONTHS.index(name) + 1), match.start("month"), match.end("month"))
    for group in ("before", "after"):
        for item in re.finditer("[0-9]+", match[group] or ""):
            start = match.start(group) + item.start()
            yield Fact(Kind.DAY, Decimal(item[0]), start, start + len(item[0]))


def _weekday(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    day = next(index for index, name in enumerate(WEEKDAYS) if name.startswith(match[1][:3]))
    yield Fact(Kind.WEEKDAY, Decimal(day), match.start(), match.end(1))


def _clock(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """Minutes of half a day; the unit is the half where it is said."""
    if match[0] in ("noon", "midnight"):
        yield Fact(
            Kind.CLOCK, Decimal(0), match.start(), match.end(), unit="pm" if match[0] == "noon" else "am"
        )
        return
    hour, minute = int(match["hour"] or match["full"]), int(match["minute"] or match["past"] or 0)
    half = f"{match['half'][0]}m" if match["half"] else "pm" if hour > 12 else ""
    if match["since"]:
        yield _at(int(match["since"]), int(match["since_minute"] or 0), match.start(), match.end("since"))
    yield _at(hour, minute, match.start("hour") if match["hour"] else match.start(), match.end(), half)


def _at(hour: int, minute: int, start: int, end: int, half: str = "") -> Fact:
    return Fact(Kind.CLOCK, Decimal(hour % 12 * 60 + minute), start, end, unit=half)


_TURNS = {"half past": 30, "quarter past": 15, "quarter to": -15}


def _clock_in_words(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """Half past nine, nine o'clock."""
    hour = int(in_english(match["hour"] or match["sharp"]))
    minutes = (hour * 60 + _TURNS.get((match["turn"] or "").casefold(), 0)) % 720
    yield Fact(Kind.CLOCK, Decimal(minutes), match.start(), match.end())


def _era_year(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    yield Fact(Kind.YEAR, Decimal(_FIRST_YEARS[match[1]] + int(match[2]) - 1), match.start(), match.end())


IN_ENGLISH: Readers = (
    (
        re.compile(
            r"(?:\bFY ?|\b[Ff]iscal(?: years?)?(?: from)? )[0-9]{4}"
            rf"(?:{JOIN}(?:FY ?)?[0-9]{{4}}(?![0-9,])|[-/][0-9]{{2}}(?![0-9,])){{0,9}}+"
            r"|\b[0-9]{4} fiscal year"
        ),
        _fiscal_years,
    ),
    (re.compile(r"(?<![0-9,.])([12][0-9]{3})/([0-9]{2})(?![0-9])"), _split_year),
    (re.compile(r"(?<![0-9,.])([12][0-9]{3})-([0-9]{2})-([0-9]{2})(?![0-9])"), _iso),
    (re.compile(r"(?<![0-9,.])(1[0-9]{3}|20[0-9]{2})-([0-9]{2})(?![0-9-])"), _year_span),
    *periods.IN_ENGLISH,
    (
        re.compile(rf"(?P<before>{_DAY}(?:{JOIN}{_DAY}){{0,9}})(?: of)? (?P<month>{_MONTH})\b(?P<after>)"),
        _dates,
    ),
    (
        re.compile(
            rf"\b(?P<month>{_MONTH}) (?P<before>)(?P<after>{_DAY}(?:(?: ?- ?| to | and ){_DAY}){{0,9}})"
        ),
        _dates,
    ),
    (
        re.compile(
            rf"\b(?P<month>(?!May){_MONTH}|(?<=[a-z0-9,-] )May|May(?= [0-9]))\b(?P<before>)(?P<after>)"
        ),
        _dates,
    ),
    (re.compile(rf"\b({'|'.join(WEEKDAYS)})s?\b"), _weekday),
    (re.compile(rf"\b({_WEEKDAY_SHORT})\b(?=\.|\)|,? [0-9]|-)"), _weekday),
    (
        re.compile(
            r"(?:(?<![0-9:.,])(?P<since>[0-9]{1,2})(?:[:.](?P<since_minute>[0-9]{2}))?(?: ?- ?| to | and ))?"
            r"(?<![0-9:.,])(?:(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2}))? ?(?P<half>[ap])\.?m\b"
            r"|(?P<full>[0-9]{1,2}):(?P<past>[0-9]{2})(?!,[0-9]))(?![0-9])|\bnoon\b|\bmidnight\b"
        ),
        _clock,
    ),
    (
        re.compile(
            rf"\b(?P<turn>{'|'.join(_TURNS)}) (?P<hour>[0-9]{{1,2}}|{WORD})\b"
            rf"|\b(?P<sharp>[0-9]{{1,2}}|{WORD}) o'clock\b",
            re.IGNORECASE,
        ),
        _clock_in_words,
    ),
    (re.compile(rf"\b({'|'.join(periods.ERA_NAMES)}) (?:year )?([0-9]{{1,2}})\b"), _era_year),
)
