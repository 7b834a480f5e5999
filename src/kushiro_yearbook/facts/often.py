"""How often and how long: 年2回, 半年ごと, 隔月, 1時間半; twice a year, every other month, half an hour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kushiro_yearbook.eras import ERAS
from kushiro_yearbook.facts.fact import Classes, Fact, Kind, Readers, Reading
from kushiro_yearbook.facts.numerals import KANJI, KANJI_NUMBER, NUMBER, WORD, in_english, in_japanese

_A_YEAR = {"year": 1, "month": 12, "week": 52, "day": 365}


def times(often: Decimal, unit: str, every: Decimal = Decimal(1)) -> Reading:
    """So many times in so many years, months, weeks or days."""
    return Reading(Kind.FREQUENCY, often * _A_YEAR[unit] / every)


def _often(match: re.Match[str], often: Decimal, unit: str, every: Decimal, *, owed: bool = True) -> Fact:
    """A fact that also answers to its two numbers, where the other language tells them apart."""
    counted = Reading(Kind.NUMBER, often, "time")
    first = Reading(Kind.NUMBER, every, unit) if every > 1 else counted
    return Fact(
        *(first.kind, first.value, match.start(), match.end(), first.unit),
        owed=owed,
        also=(*((counted,) if every > 1 else ()), times(often, unit, every)),
    )


# --- Japanese

_UNITS = {"年": "year", "月": "month", "週": "week", "日": "day", "週間": "week"}
_SPAN = "年|か月|カ月|ヶ月|ヵ月|ケ月|箇月|週間|週|日"
_NOT_DATED = "".join(f"(?<!{era.name})" for era in ERAS) + "(?<![0-9.,第])"
_TIMES = f"(?P<count>{NUMBER}|{KANJI_NUMBER})[回度](?![目以])"


def _unit(word: str) -> str:
    return _UNITS.get(word) or _UNITS[word[-1]]


def _in_every(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """年2回, 2年に1度, 半年に1回, 1日3回."""
    found = match.groupdict()
    often = in_japanese(found["count"]) if found.get("count") else Decimal(1)
    if found.get("half"):
        yield _often(match, often, "month", Decimal(6))
        return
    every = in_japanese(found["every"]) if found.get("every") else Decimal(1)
    owed = often > 1 or every > 1 or match["count"][0].isdigit()
    yield _often(match, often, _unit(match["unit"]), every, owed=owed)


def _at_intervals(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """半年ごと, 3年ごと, 四半期ごと; 3年おき may mean every third or every fourth."""
    if match["half"] or match["quarter"]:
        yield _often(match, Decimal(1), "month", Decimal(6 if match["half"] else 3))
        return
    every, unit = in_japanese(match["every"]), _unit(match["unit"])
    fact = _often(match, Decimal(1), unit, every, owed=every > 1)
    if match["apart"]:
        more = Reading(Kind.NUMBER, every + 1, unit), times(Decimal(1), unit, every + 1)
        fact = Fact(fact.kind, fact.value, fact.start, fact.end, fact.unit, also=(*fact.also, *more))
    yield fact


def _alternate(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    yield _often(match, Decimal(1), _UNITS[match["unit"]], Decimal(2))


def _nights(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """2泊3日 is one stay, whether its nights or its days are told."""
    nights = Reading(Kind.NUMBER, in_japanese(match["nights"]), "night")
    yield Fact(
        Kind.NUMBER, in_japanese(match["days"]), match.start(), match.end(), unit="day", also=(nights,)
    )


_HALVES = {"年": (6, "month"), "世紀": (50, "year"), "日": (12, "hour"), "時間": (30, "minute")}


def _half(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    value, unit = _HALVES[match["unit"]]
    yield Fact(Kind.NUMBER, Decimal(value), match.start(), match.end(), unit=unit, owed=unit != "hour")


def _and_a_half(match: re.Match[str], classes: Classes) -> Iterator[Fact]:
    value = in_japanese(match["value"]) + Decimal("0.5")
    yield Fact(Kind.NUMBER, value, match.start(), match.end(), unit=classes.ja[match["unit"]])


def _length(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """1時間30分 as 90 minutes, 1歳6か月 as 18 months."""
    hours = match["hours"] is not None
    large, small = (match["hours"], match["minutes"]) if hours else (match["years"], match["months"])
    yield _in_smaller(match, in_japanese(large), in_japanese(small), hours=hours)


def _in_smaller(match: re.Match[str], large: Decimal, small: Decimal, *, hours: bool) -> Fact:
    value, unit = (60 * large + small, "minute") if hours else (12 * large + small, "month")
    return Fact(Kind.NUMBER, value, match.start(), match.end(), unit=unit)


_ANY = f"(?:{NUMBER}|{KANJI_NUMBER})"
# What makes 年, 月 or 週 the end of a date or length before it.
_OF_ANOTHER = f"[0-9元{KANJI}十百千かカヶ箇昨今来]"
IN_JAPANESE: Readers = (
    (re.compile("隔(?P<unit>[年月週日])(?!離)"), _alternate),
    (re.compile(rf"(?P<nights>{_ANY})泊(?P<days>{_ANY})日"), _nights),
    (
        re.compile(
            rf"(?:(?P<half>半年)|(?P<quarter>四半期)|{_NOT_DATED}(?P<every>[0-9]{{1,2}}+|{KANJI_NUMBER})"
            rf"(?P<unit>{_SPAN}))(?:ごと|毎|(?P<apart>おき))"
        ),
        _at_intervals,
    ),
    (
        re.compile(
            rf"(?:(?P<half>半年)|{_NOT_DATED}(?P<every>[0-9]{{1,2}}+)(?P<unit>年|か月|カ月|ヶ月|ヵ月|ケ月|箇月|週間))"
            rf"間?(?:に|につき){_TIMES}"
        ),
        _in_every,
    ),
    (re.compile(rf"(?<![0-9月])[1一](?P<unit>[日週年])間?(?:に|につき)?{_TIMES}"), _in_every),
    (re.compile(rf"(?<!{_OF_ANOTHER})(?P<unit>[年月週]|(?<=毎)日)間?(?:に|につき)?{_TIMES}"), _in_every),
    (re.compile(f"半(?P<unit>{'|'.join(_HALVES)})"), _half),
    (
        re.compile(
            rf"(?P<hours>{_ANY})時間(?P<minutes>{_ANY})分(?!の)"
            rf"|{_NOT_DATED}(?P<years>[0-9]{{1,3}}+)[年歳](?P<months>[0-9]{{1,2}}+)[かカヶ]月"
        ),
        _length,
    ),
    (
        re.compile(rf"(?P<value>{_ANY})(?P<unit>年|歳|か月|カ月|ヶ月|時間|週間|倍)半(?![期数分ば])"),
        _and_a_half,
    ),
)

# --- English

_COUNTS = {"once": 1, "twice": 2, "thrice": 3}
_PLACES = {"other": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_ADVERBS = {"yearly": "year", "annually": "year", "monthly": "month", "weekly": "week", "daily": "day"}
_HALF_OF = {"hour": (30, "minute"), "day": (12, "hour"), "year": (6, "month"), "century": (50, "year")}
_N = f"(?:[0-9]{{1,3}}|{WORD})"
_COUNT = f"(?P<count>{'|'.join(_COUNTS)}|{_N} times)"
_UNIT = "(?P<unit>year|month|week|day)"


def _count(words: str) -> Decimal:
    return Decimal(_COUNTS.get(words.casefold(), 0)) or in_english(words.removesuffix(" times"))


def _every(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """Every two years, once every other month; `every week` is owed to no one."""
    word = (match["every"] or "").casefold()
    every = Decimal(_PLACES[word]) if word in _PLACES else in_english(word or "a")
    often = _count(match["count"]) if match["count"] else Decimal(1)
    owed = bool(word) or (match["count"] or "").casefold() not in ("", *_COUNTS)
    yield _often(match, often, match["unit"].casefold(), every, owed=owed)


def _per(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """Twice a year, six times a week; `once` and `twice` are owed to no one."""
    unit = match["unit"] or _ADVERBS[match["adverb"].casefold()]
    owed = match["count"].casefold() not in _COUNTS
    yield _often(match, _count(match["count"]), unit.casefold(), Decimal(1), owed=owed)


def _half_of(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    value, unit = _HALF_OF[match["unit"].casefold()]
    yield Fact(Kind.NUMBER, Decimal(value), match.start(), match.end(), unit=unit, owed=False)


def _with_a_half(match: re.Match[str], classes: Classes) -> Iterator[Fact]:
    """An hour and a half, two and a half years."""
    value = in_english(match["value"]) + Decimal("0.5")
    unit = classes.en.get((match["before"] or match["after"] or "").casefold(), "")
    yield Fact(Kind.NUMBER, value, match.start(), match.end(), unit=unit)


def _length_in_english(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    hours = match["hours"] is not None
    large, small = (match["hours"], match["minutes"]) if hours else (match["years"], match["months"])
    yield _in_smaller(match, in_english(large), in_english(small), hours=hours)


IN_ENGLISH: Readers = (
    (
        re.compile(
            rf"\b(?:{_COUNT} )?(?:in )?(?:every|each) "
            rf"(?:(?P<every>{'|'.join(_PLACES)}|{_N})[- ])?{_UNIT}s?\b",
            re.IGNORECASE,
        ),
        _every,
    ),
    (
        re.compile(
            rf"\b{_COUNT} (?:(?:in )?(?:an?|each|every|per) {_UNIT}|(?P<adverb>{'|'.join(_ADVERBS)}))\b",
            re.IGNORECASE,
        ),
        _per,
    ),
    (
        re.compile(
            rf"\b(?P<value>an?|{_N}) (?:(?P<before>[a-z]{{3,6}}) )?and a half"
            r"(?:[ -](?P<after>[a-z]{3,6}))?\b",
            re.IGNORECASE,
        ),
        _with_a_half,
    ),
    (re.compile(rf"\bhalf(?: an?|-)? ?(?P<unit>{'|'.join(_HALF_OF)})s?\b", re.IGNORECASE), _half_of),
    (
        re.compile(
            rf"\b(?:(?P<hours>an|{_N})[ -]hours?(?:,| and)? (?P<minutes>{_N})[ -]min(?:ute)?s?"
            rf"|(?P<years>an?|{_N})[ -]years?(?:,| and)? (?P<months>{_N})[ -]months?)\b",
            re.IGNORECASE,
        ),
        _length_in_english,
    ),
)
