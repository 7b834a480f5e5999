"""The facts of an English text: 15 December 2017, FY2018–FY2027, the 8th, 320,000 koku, three cities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from kushiro_yearbook.facts import english_dates as dates
from kushiro_yearbook.facts import hints, often
from kushiro_yearbook.facts.fact import Classes, Fact, Kind, Readers, Reading, read
from kushiro_yearbook.facts.numerals import (
    BELOW_TWENTY,
    DIGITS,
    LIKELY_WORDS,
    ORDINAL_WORD,
    WORD,
    in_english,
    in_words,
    plain,
    roman,
)
from kushiro_yearbook.recurrence import MONTHS, WEEKDAYS

# One letter for one, so that every place in the text stays where it is.
_USUAL = dict.fromkeys(map(ord, "‐‑‒–—−"), "-") | {0xA0: " ", 0x202F: " ", ord("’"): "'"}

_LARGE = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_LARGE |= {"dozen": 12}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
# What a number after it tells apart from others of its kind.
_DESIGNATED = (
    "No|Nos|Number|Phase|Part|Chapter|Article|Paragraph|Item|Section|Grade|Year|Class|Level|Stage|Round|Step|Type"
    "|Volume|Vol|Route|Highway|Road|Line|Platform|Building|Room|Table|Figure|Term|Period|Category|War"
)


def english_facts(words: str, classes: Classes) -> list[Fact]:
    """What an English text states, in its order."""
    usual = words.translate(_USUAL)
    bounds = (
        Fact(Kind.BOUND, value, match.start(), match.end(), owed=owed)
        for pattern, value, owed in _BOUNDS
        for match in pattern.finditer(usual)
    )
    found = _sharing(usual, read(usual, _READERS, classes))
    return sorted([*found, *bounds], key=lambda fact: fact.start)


_JOINED = re.compile(dates.JOIN)


def _sharing(words: str, facts: list[Fact]) -> list[Fact]:
    """Numbers of one list or span with the unit that only one of them has: ¥5,000 to 10,000."""
    for place in (*range(1, len(facts)), *range(len(facts) - 1, 0, -1)):
        one, other = facts[place - 1], facts[place]
        if one.kind is other.kind is Kind.NUMBER and _JOINED.fullmatch(words, one.end, other.start):
            facts[place - 1], facts[place] = _with_unit_of(one, other), _with_unit_of(other, one)
    return facts


def _with_unit_of(fact: Fact, other: Fact) -> Fact:
    unit = other.unit or next((reading.unit for reading in other.also if reading.unit), "")
    if fact.unit or not unit or any(reading.unit for reading in fact.also):
        return fact
    return replace(fact, also=(*fact.also, Reading(Kind.NUMBER, fact.value, unit)))


def may_state_in_english(words: str) -> bool:
    """Whether a text holds anything of a date or number that the other language owes."""
    folded = words.casefold()
    return (
        _DIGIT.search(words) is not None
        or not _LIKELY.isdisjoint(_ONE_WORD.findall(folded))
        or "every other" in folded
    )


_DIGIT, _ONE_WORD = re.compile("[0-9]"), re.compile("[a-z]+")
_LIKELY = LIKELY_WORDS | frozenset(_LARGE) | {"noon", "midnight", "decades"}
_LIKELY |= {word.casefold() for day in WEEKDAYS for word in (day, f"{day}s")}
_LIKELY |= {month.casefold() for month in MONTHS}


def _fraction(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    below = _PARTS[match[2].casefold().removesuffix("s").replace("halve", "half")]
    value = 100 * in_english(match[1]) / below
    yield Fact(Kind.FRACTION, value, match.start(), match.end(), unit="percent", owed=False)


def _scale(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    yield Fact(Kind.FRACTION, 100 / plain(match[1]), match.start(), match.end(), unit="percent")


def _ordinal(match: re.Match[str], classes: Classes) -> Iterator[Fact]:
    unit, factor = _unit(match.string[match.end() :], classes)
    unit = unit if factor == 1 else ""
    yield Fact(Kind.ORDINAL, plain(match[1]), match.start(), match.end(), unit=unit)


def _ordinal_in_words(match: re.Match[str], classes: Classes) -> Iterator[Fact]:
    value = in_words(match[0])
    unit, factor = _unit(match.string[match.end() :], classes)
    unit = unit if factor == 1 else ""
    yield Fact(Kind.ORDINAL, Decimal(value), match.start(), match.end(), unit=unit, owed=value > 2)


def _designated(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """No. 2, Phase II, grades 4 to 6, 2F."""
    for item in re.finditer("[0-9]+|[IVX]+", match["items"]):
        value = int(item[0]) if item[0].isdigit() else roman(item[0])
        start = match.start("items") + item.start()
        yield Fact(Kind.ORDINAL, Decimal(value), start, start + len(item[0]))


def _code(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """A5, ISO 9001, Q1; the number alone, where only that is said in the other language."""
    number = Reading(Kind.NUMBER, Decimal(match["number"]))
    yield Fact(Kind.CODE, code(match[0]), match.start(), match.end(), owed=False, also=(number,))


def code(words: str) -> str:
    """A code as both languages may write it: ISO-9001 and ISO 9001 are one."""
    return re.sub("[ -]", "", words.casefold())


def _calling_code(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    yield Fact(Kind.CODE, match[0], match.start(), match.end(), owed=False)


def _number(match: re.Match[str], classes: Classes) -> Iterator[Fact]:
    sign, digits, large = match["sign"], match["digits"], match["large"]
    value = plain(digits) * _LARGE.get((large or "").casefold(), 1)
    unit, factor = _unit(match.string[match.end() :], classes)
    unit = classes.en.get(sign or "", "") or unit
    also = [Reading(Kind.NUMBER, value)] if factor > 1 else []
    if not (unit or large) and re.fullmatch("[12][0-9]{3}", digits):
        also.append(Reading(Kind.YEAR, value))
    yield Fact(Kind.NUMBER, value * factor, match.start(), match.end(), unit=unit, also=tuple(also))


def _in_words(match: re.Match[str], classes: Classes) -> Iterator[Fact]:
    """Three, two dozen, a million; `one`, and `two` after a pointing word, are too often mere words."""
    value = in_english(match["word"]) * _LARGE.get((match["large"] or "").casefold(), 1)
    unit, factor = _unit(match.string[match.end() :], classes)
    owed = value > 2 or (value == 2 and not match["the"])
    start, end = match.span("word")
    also = (Reading(Kind.NUMBER, value),) if factor > 1 else ()
    yield Fact(
        *(Kind.NUMBER, value * factor, start, max(end, match.end()), unit if owed else ""),
        owed=owed,
        also=also,
    )


# What may stand between a number and its unit, and what ends the search for it.
_WORD = re.compile(r"[- ]*(%|per cent|[°²³㎡℃A-Za-z]+²?)")
_STOP = frozenset(
    {"of", "in", "on", "at", "by", "from", "to", "and", "with", "for", "who", "that", "which", "is", "are"}
    | {"was", "were", "the", "a", "as", "but", "when", "while", "per", "under", "into"}
)
_SQUARE = {"metre": "square metre", "kilometre": "square kilometre"}
# Words for several of another unit.
_SEVERAL = {"decade": ("year", 10), "century": ("year", 100), "fortnight": ("week", 2)}
_SEVERAL |= {"decades": ("year", 10), "centuries": ("year", 100), "fortnights": ("week", 2)}


def _unit(after: str, classes: Classes) -> tuple[str, int]:
    """The class of the first unit among the words after a number, and how many of it the word stands for."""
    position, square = 0, False
    for _ in range(4):
        match = _WORD.match(after, position)
        if match is None or (word := match[1].casefold()) in _STOP:
            return "", 1
        if word == "per cent":
            return "percent", 1
        if word in _SEVERAL:
            return _SEVERAL[word]
        square = square or word == "square"
        known = classes.en.get(match[1]) or classes.en.get(word)
        if known:
            return (_SQUARE.get(known, known) if square else known), 1
        position = match.end()
    return "", 1


_NEAR_NUMBER = r"(?= (?:the )?[¥$€]?[0-9])"
_BOUNDS = tuple(
    (re.compile(pattern, re.IGNORECASE), value, owed)
    for pattern, value, owed in (
        (rf"\b(?:about|approximately|approx\.|around|roughly){_NEAR_NUMBER}", "about", True),
        (
            r"\b(?:about|around|roughly|approximately|nearly|almost|some|over|or so|more than|just under)\b",
            "about",
            False,
        ),
        (rf"\b(?:at least|no fewer than|not less than|a minimum of){_NEAR_NUMBER}", "least", True),
        (r"\bat least\b|\bor (?:more|over|older|above|longer|higher|larger|greater)\b", "least", False),
        (r"\band (?:over|above|older)\b|\bmore than\b|\bover\b|\bminimum\b|\bfrom\b", "least", False),
        (rf"\b(?:at most|no more than|not more than|up to){_NEAR_NUMBER}", "most", True),
        (
            r"\b(?:at most|no more than|up to|within|maximum|or (?:less|fewer|under|younger|lower|below))\b",
            "most",
            False,
        ),
        (rf"\b(?:less than|fewer than|younger than){_NEAR_NUMBER}", "under", True),
        (r"\b(?:less than|fewer than|younger than|under|below)\b", "under", False),
        (r"\b(?:less than|fewer than|under|within)\b", "most", False),
        (r"\b(?:early|beginning|start|first)\b", "early", False),
        (r"\b(?:mid|middle)\b", "mid", False),
        (r"\b(?:late|end|last)\b", "late", False),
    )
)
_READERS: Readers = (
    *often.IN_ENGLISH,
    *dates.IN_ENGLISH,
    (re.compile(rf"(?<![0-9.,])({DIGITS}){dates.TH}\b"), _ordinal),
    (
        re.compile(
            rf"\b(?i:{_DESIGNATED})(?i:s?)\.? (?P<items>(?:[0-9]{{1,3}}|[IVX]{{1,5}})(?![0-9A-Za-z,])"
            rf"(?:{dates.JOIN}[0-9]{{1,3}}(?![0-9A-Za-z,])){{0,9}}+)"
        ),
        _designated,
    ),
    (re.compile(rf"(?<![0-9:])1:(?=[1-9])({DIGITS})"), _scale),
    (re.compile(r"(?<![0-9A-Za-z])(?P<items>[0-9]{1,2})F\b"), _designated),
    (
        re.compile(
            rf"\b(an?(?=[a-z -]{{1,12}} of )|a(?= quarter\b)|(?<![0-9])[0-9]{{1,3}}|{BELOW_TWENTY})"
            rf"[ -]((?:{'|'.join(_PARTS)}|halve)s?)\b",
            re.IGNORECASE,
        ),
        _fraction,
    ),
    (re.compile(rf"\b{ORDINAL_WORD}\b", re.IGNORECASE), _ordinal_in_words),
    (re.compile(r"\+81(?=[- (])"), _calling_code),
    (re.compile(r"\b(?:[A-Za-z]{1,8}-?|[A-Z]{2,8} )(?P<number>[0-9]{1,6})\b"), _code),
    (
        re.compile(rf"(?P<sign>[¥$€])?(?P<digits>{DIGITS})(?: (?P<large>{'|'.join(_LARGE)})\b)?"),
        _number,
    ),
    (
        re.compile(
            rf"\b(?P<the>(?:the|these|those|its|their|between|other) )?"
            rf"(?:(?P<word>{WORD}|(?<!half )an?(?= (?:{'|'.join(_LARGE)})\b))"
            rf"(?:[ -](?P<large>{'|'.join(_LARGE)})s?)?)\b",
            re.IGNORECASE,
        ),
        _in_words,
    ),
    *hints.IN_ENGLISH,
)
