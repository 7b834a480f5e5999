"""Stretches of years: 1960年代, 昭和50年代, 明治初期; the 1960s and 70s, the Showa 50s."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from kushiro_yearbook.eras import ERA_OF_SIGN, ERAS
from kushiro_yearbook.facts.fact import Classes, Fact, Kind, Readers, Reading

ERA_NAMES = {era.latin: era.name for era in ERAS}
_ERA = "|".join(era.name for era in ERAS)
_LONGEST = 100


def _decades(years: Iterable[int]) -> Iterator[Reading]:
    for decade in sorted({year // 10 for year in years}):
        yield Reading(Kind.DECADE, Decimal(10 * decade))


def _of_era(name: str, nth: int, start: int, end: int) -> Iterator[Fact]:
    """昭和50年代: any of its years, or the decades it lies in; roughly, as `around 1980` says too."""
    first = ERA_OF_SIGN[name].first.year + nth - 1
    (kind, value, __), *also = _decades((first, first + 9))
    years = (Reading(Kind.YEAR, Decimal(year)) for year in range(first, first + 10))
    yield Fact(kind, value, start, end, also=(*also, Reading(Kind.NUMBER, Decimal(nth)), *years))
    yield Fact(Kind.BOUND, "about", start, end, owed=False)


def _in_japanese(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """1960～70年代, 昭和50年代; 20代 is an age."""
    century = 1900
    for item in re.finditer("[0-9]{2,4}", match["items"]):
        start, end = match.start("items") + item.start(), match.start("items") + item.end()
        year = int(item[0])
        if match["era"]:
            yield from _of_era(match["era"], year, start, end)
            continue
        century = year // 100 * 100 or century
        short = (Reading(Kind.NUMBER, Decimal(year)),) if year < _LONGEST else ()
        yield Fact(Kind.DECADE, Decimal(century + year % 100), start, end, also=short)


def _vague(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """明治初期, 昭和時代: some of the era's decades, or its first and last year."""
    era = ERA_OF_SIGN[match["era"]]
    first, last = era.first.year, min(era.last.year, era.first.year + _LONGEST)
    years = tuple(Reading(Kind.YEAR, Decimal(year)) for year in (first, last))
    (kind, value, __), *also = _decades(range(first, last + 1))
    yield Fact(kind, value, match.start(), match.end(), owed=False, also=(*also, *years))


IN_JAPANESE: Readers = (
    (
        re.compile(
            rf"(?P<era>{_ERA})?(?P<items>(?<![0-9.,])[0-9]{{2,4}}+(?:[、・~-][0-9]{{2,4}}+){{0,9}}+)年代"
        ),
        _in_japanese,
    ),
    (re.compile(rf"(?P<era>{_ERA})(?:初[期年頭め]|前期|中[期頃]|後期|末|時代|期|年間)"), _vague),
)


def _in_english(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """The 1960s, the 1960s and 70s."""
    yield Fact(Kind.DECADE, Decimal(match["first"]), match.start("first"), match.end("first"))
    if match["second"]:
        value = int(match["first"]) // 100 * 100 + int(match["second"])
        yield Fact(Kind.DECADE, Decimal(value), match.start("second"), match.end("second"))


def _era_in_english(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    yield from _of_era(ERA_NAMES[match["era"]], int(match["nth"]), match.start(), match.end())


IN_ENGLISH: Readers = (
    (
        re.compile(
            r"(?<![0-9,.])(?P<first>[12][0-9]{2}0)'?s\b"
            r"(?:(?: ?- ?| to | and )(?:the )?(?:(?:early|mid|late)[ -])?'?(?P<second>[1-9]0)s\b)?"
        ),
        _in_english,
    ),
    (re.compile(rf"\b(?P<era>{'|'.join(ERA_NAMES)}) (?P<nth>[1-9]0)s\b"), _era_in_english),
)
