"""The facts of an English text: 15 December 2017, FY2018–FY2027, the 8th, 320,000 koku, three cities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kushiro_yearbook.eras import ERAS
from kushiro_yearbook.facts.fact import Classes, Fact, Kind, Reader, read
from kushiro_yearbook.recurrence import MONTHS, WEEKDAYS

# One letter for one, so that every place in the text stays where it is.
_USUAL = dict.fromkeys(map(ord, "‐‑‒–—−"), "-") | {0xA0: " ", 0x202F: " ", ord("’"): "'"}

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth"),
)
_VALUES = {word: value for value, word in enumerate(_WORDS, start=1)} | {"dozen": 12}
_LARGE = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
# What may mean one or two, and need not.
_HINTS = {
    "a": 1,
    "an": 1,
    "once": 1,
    "single": 1,
    "each": 1,
    "every": 1,
    "monthly": 1,
    "annual": 1,
    "daily": 1,
}
_HINTS |= {
    "annually": 1,
    "weekly": 1,
    "yearly": 1,
    "twice": 2,
    "both": 2,
    "pair": 2,
    "double": 2,
    "doubled": 2,
}
_HINTS |= {"tripled": 3, "triple": 3, "threefold": 3}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_FIRST_YEARS = {era.latin: era.first.year for era in ERAS}

# Every repetition is bounded, or a page of digits would take longer than anyone waits.
_DIGITS = r"(?:(?<![0-9])[0-9]{1,3}(?:,[0-9]{3}){1,5}+(?![0-9])|(?<![0-9])[0-9]{1,18}+)(?:\.[0-9]{1,9}+)?+"
_MONTH = "|".join(MONTHS)
_TH = "(?:st|nd|rd|th)"
_DAY = rf"(?<![0-9.,])[0-9]{{1,2}}{_TH}?(?![0-9])"
_JOIN = "(?: ?- ?| to | and | or |, (?:and )?|/)"


def english_facts(words: str, classes: Classes) -> list[Fact]:
    """What an English text states, in its order."""
    usual = words.translate(_USUAL)
    bounds = (
        Fact(Kind.BOUND, value, match.start(), match.end(), owed=owed)
        for pattern, value, owed in _BOUNDS
        for match in pattern.finditer(usual)
    )
    return sorted([*read(usual, _READERS, classes), *bounds], key=lambda fact: fact.start)


def may_state_in_english(words: str) -> bool:
    """Whether a text holds anything of a date or number that the other language owes."""
    return _LIKELY.search(words) is not None


_LIKELY = re.compile(
    rf"[0-9]|\b(?:{'|'.join(_WORDS[1:])}|{'|'.join(_ORDINALS[2:])}|{_MONTH}|{'|'.join(WEEKDAYS)}s?|noon|midnight"
    r"|dozen|tripled?|threefold)\b",
    re.IGNORECASE,
)


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def _fiscal_years(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """FY2018, fiscal years 2018 to 2027, FY2018-27, 2025/26."""
    first = ""
    for item in re.finditer("[0-9]{4}|[0-9]{2}", match[0]):
        year = item[0] if len(item[0]) == 4 else first[:2] + item[0]
        first = first or year
        start = match.start() + item.start()
        yield Fact(Kind.FISCAL_YEAR, Decimal(year), start, start + len(item[0]))


def _split_year(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """2025/26 is the fiscal year that begins in 2025."""
    if int(match[1][2:]) + 1 == int(match[2]):
        yield Fact(Kind.FISCAL_YEAR, Decimal(match[1]), match.start(), match.end())


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
    yield Fact(Kind.WEEKDAY, Decimal(WEEKDAYS.index(match[1])), match.start(), match.end(1))


def _clock(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """Minutes of half a day; the unit is the half where it is said."""
    if match[0] in ("noon", "midnight"):
        yield Fact(
            Kind.CLOCK, Decimal(0), match.start(), match.end(), unit="pm" if match[0] == "noon" else "am"
        )
        return
    hour, minute = int(match["hour"] or match["full"]), int(match["minute"] or match["past"] or 0)
    half = f"{match['half'][0]}m" if match["half"] else "pm" if hour > 12 else ""
    yield Fact(Kind.CLOCK, Decimal(hour % 12 * 60 + minute), match.start(), match.end(), unit=half)


def _era_year(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    yield Fact(Kind.YEAR, Decimal(_FIRST_YEARS[match[1]] + int(match[2]) - 1), match.start(), match.end())


def _fraction(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    above = match[1].casefold()
    value = "1" if above in ("a", "one") else above if above.isdigit() else str(_VALUES[above])
    below = _PARTS[match[2].casefold().removesuffix("s").replace("halve", "half")]
    yield Fact(Kind.FRACTION, f"{value}/{below}", match.start(), match.end(), owed=False)


def _ordinal(match: re.Match[str], classes: Classes) -> Iterator[Fact]:
    unit = _unit(match.string[match.end() :], classes)
    yield Fact(Kind.ORDINAL, _decimal(match[1]), match.start(), match.end(), unit=unit)


def _ordinal_in_words(match: re.Match[str], classes: Classes) -> Iterator[Fact]:
    value = _ORDINALS.index(match[0].casefold()) + 1
    unit = _unit(match.string[match.end() :], classes)
    yield Fact(Kind.ORDINAL, Decimal(value), match.start(), match.end(), unit=unit, owed=value > 2)


def _code(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    yield Fact(Kind.CODE, match[0].casefold(), match.start(), match.end(), owed=False)


def _number(match: re.Match[str], classes: Classes) -> Iterator[Fact]:
    sign, digits, large = match["sign"], match["digits"], match["large"]
    value = _decimal(digits) * _LARGE.get((large or "").casefold(), 1)
    unit = classes.en.get(sign or "", "") or _unit(match.string[match.end() :], classes)
    loose = not (unit or large) and re.fullmatch("[12][0-9]{3}", digits) is not None
    yield Fact(Kind.NUMBER, value, match.start(), match.end(), unit=unit, loose=loose)


def _in_words(match: re.Match[str], classes: Classes) -> Iterator[Fact]:
    """Three, two dozen, five hundred; `one`, and `two` after a pointing word, are too often mere words."""
    value = _VALUES[match["word"].casefold()] * _LARGE.get((match["large"] or "").casefold(), 1)
    unit = _unit(match.string[match.end() :], classes)
    owed = value > 2 or (value == 2 and not match["the"])
    start, end = match.span("word")
    yield Fact(
        Kind.NUMBER, Decimal(value), start, max(end, match.end()), unit=unit if owed else "", owed=owed
    )


def _hint(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    value = _HINTS[match[0].casefold()]
    yield Fact(Kind.NUMBER, Decimal(value), match.start(), match.end(), owed=value > 2)


# What may stand between a number and its unit, and what ends the search for it.
_WORD = re.compile(r"[- ]*(%|per cent|[°²³㎡℃A-Za-z]+²?)")
_STOP = frozenset(
    {"of", "in", "on", "at", "by", "from", "to", "and", "with", "for", "who", "that", "which", "is", "are"}
    | {"was", "were", "the", "a", "as", "but", "when", "while", "per", "under", "into"}
)
_SQUARE = {"metre": "square metre", "kilometre": "square kilometre"}


def _unit(after: str, classes: Classes) -> str:
    """The class of the first unit among the three words after a number."""
    position, square = 0, False
    for _ in range(4):
        match = _WORD.match(after, position)
        if match is None or (word := match[1].casefold()) in _STOP:
            return ""
        if word == "per cent":
            return "percent"
        square = square or word == "square"
        known = classes.en.get(match[1]) or classes.en.get(word)
        if known:
            return _SQUARE.get(known, known) if square else known
        position = match.end()
    return ""


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
    )
)
_PLAIN_WORDS = "|".join(_VALUES)
_READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        re.compile(
            r"(?:\bFY ?|\b[Ff]iscal(?: years?)?(?: from)? )[0-9]{4}"
            rf"(?:{_JOIN}(?:FY ?)?[0-9]{{4}}(?![0-9,])|[-/][0-9]{{2}}(?![0-9,])){{0,9}}+"
            r"|\b[0-9]{4} fiscal year"
        ),
        _fiscal_years,
    ),
    (re.compile(r"(?<![0-9,.])([12][0-9]{3})/([0-9]{2})(?![0-9])"), _split_year),
    (re.compile(r"(?<![0-9,.])([12][0-9]{3})-([0-9]{2})-([0-9]{2})(?![0-9])"), _iso),
    (
        re.compile(rf"(?P<before>{_DAY}(?:{_JOIN}{_DAY}){{0,9}})(?: of)? (?P<month>{_MONTH})\b(?P<after>)"),
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
    (
        re.compile(
            r"(?<![0-9:.,])(?:(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2}))? ?(?P<half>[ap])\.?m\b"
            r"|(?P<full>[0-9]{1,2}):(?P<past>[0-9]{2}))(?![0-9])|\bnoon\b|\bmidnight\b"
        ),
        _clock,
    ),
    (re.compile(rf"\b({'|'.join(_FIRST_YEARS)}) (?:year )?([0-9]{{1,2}})\b"), _era_year),
    (re.compile(rf"(?<![0-9.,])({_DIGITS}){_TH}\b"), _ordinal),
    (
        re.compile(
            rf"\b(a(?=[a-z -]{{1,12}} of )|(?<![0-9])[0-9]{{1,3}}|{_PLAIN_WORDS})"
            rf"[ -]((?:{'|'.join(_PARTS)}|halve)s?)\b",
            re.IGNORECASE,
        ),
        _fraction,
    ),
    (re.compile(rf"\b(?:{'|'.join(_ORDINALS)})\b", re.IGNORECASE), _ordinal_in_words),
    (re.compile(r"\b[A-Za-z]{1,8}-?[0-9]{1,6}\b"), _code),
    (
        re.compile(rf"(?P<sign>[¥$€])?(?P<digits>{_DIGITS})(?: (?P<large>{'|'.join(_LARGE)})\b)?"),
        _number,
    ),
    (
        re.compile(
            rf"\b(?P<the>(?:the|these|those|its|their|between|other) )?(?P<word>{_PLAIN_WORDS})"
            rf"(?:(?:[ -]| )(?P<large>{'|'.join(_LARGE)})s?)?\b",
            re.IGNORECASE,
        ),
        _in_words,
    ),
    (re.compile(rf"\b(?:{'|'.join(_HINTS)})\b", re.IGNORECASE), _hint),
)
