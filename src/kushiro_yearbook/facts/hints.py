"""English words that may state a number, and need not: both, annually, in their twenties, the centenary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from kushiro_yearbook.facts.fact import Classes, Fact, Kind, Readers, Reading
from kushiro_yearbook.facts.often import times


def _number(value: int, unit: str = "") -> Reading:
    return Reading(Kind.NUMBER, Decimal(value), unit)


def _often(often: int, unit: str, every: int = 1) -> tuple[Reading, Reading]:
    counted = _number(every, unit) if every > 1 else _number(often, "time")
    return counted, times(Decimal(often), unit, Decimal(every))


_HALF = Reading(Kind.FRACTION, Decimal(50), "percent")
_ROMANISED = ("ichi", "ni", "san", "yon", "go", "roku", "nana", "hachi", "kyu", "ju")
_WORDS: Mapping[str, tuple[Reading, ...]] = {
    **dict.fromkeys(["a", "an", "once", "single", "each", "every", "per", "primary"], (_number(1),)),
    **dict.fromkeys(["twice", "both", "pair", "couple", "double", "doubled", "secondary"], (_number(2),)),
    **dict.fromkeys(["tripled", "triple", "threefold", "tertiary"], (_number(3),)),
    "pairs": (_number(2), _number(1)),
    "half a dozen": (_number(6),),
    "tenfold": (_number(10),),
    "half": (_HALF,),
    "halves": (_HALF,),
    "halved": (_HALF,),
    "majority": (_HALF,),
    # how often
    **dict.fromkeys(["annual", "annually", "yearly"], _often(1, "year")),
    "monthly": _often(1, "month"),
    "weekly": _often(1, "week"),
    "daily": _often(1, "day"),
    "quarterly": (*_often(4, "year"), _number(3, "month")),
    **dict.fromkeys(["biannual", "biannually", "semi-annual", "semi-annually"], _often(2, "year")),
    **dict.fromkeys(["biennial", "biennially"], _often(1, "year", 2)),
    **dict.fromkeys(["triennial", "triennially"], _often(1, "year", 3)),
    "bimonthly": (*_often(1, "month", 2), times(Decimal(2), "month")),
    "biweekly": (*_often(1, "week", 2), times(Decimal(2), "week")),
    "fortnightly": _often(1, "week", 2),
    # how long
    "a week": (_number(1, "week"),),
    "a year": (_number(1, "year"),),
    "an hour": (_number(1, "hour"),),
    "fortnight": (_number(2, "week"),),
    "overnight": (_number(1, "night"), _number(2, "day")),
    "decade": (_number(10, "year"),),
    **dict.fromkeys(["century", "centenary", "centennial"], (_number(100, "year"),)),
    "bicentenary": (_number(200, "year"),),
    "year-round": (_number(365),),
    "all year round": (_number(365),),
    "round the clock": (_number(24, "hour"),),
    "around the clock": (_number(24, "hour"),),
    # how old
    **dict.fromkeys(["teens", "teenage", "teenager", "teenagers"], (_number(10),)),
    "twenties": (_number(20),),
    "thirties": (_number(30),),
    "forties": (_number(40),),
    "fifties": (_number(50),),
    "sixties": (_number(60),),
    "seventies": (_number(70),),
    "eighties": (_number(80),),
    "nineties": (_number(90),),
    # which
    "ground floor": (Reading(Kind.ORDINAL, Decimal(1), "floor"),),
    **dict.fromkeys(("quarter-final", "quarter-finals"), (_number(8),)),
    **dict.fromkeys(("semi-final", "semi-finals"), (_number(4),)),
    "weekend": tuple(Reading(Kind.WEEKDAY, Decimal(day)) for day in (5, 6)),
    "weekends": tuple(Reading(Kind.WEEKDAY, Decimal(day)) for day in (5, 6)),
    "weekdays": tuple(Reading(Kind.WEEKDAY, Decimal(day)) for day in range(5)),
    # numbers as names of schools and the like are romanised
    **{f"dai{word}": (Reading(Kind.ORDINAL, Decimal(nth)),) for nth, word in enumerate(_ROMANISED, start=1)},
}


def _hint(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """Each of its readings answers for itself: a weekend for Saturday and for Sunday."""
    word = match[0].casefold()
    kind, value, unit = (readings := _WORDS[word])[0]
    yield Fact(kind, value, match.start(), match.end(), unit=unit, owed=False, also=readings[1:])


_LONGEST_FIRST = "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
IN_ENGLISH: Readers = ((re.compile(rf"\b(?!per cent)(?:{_LONGEST_FIRST})\b", re.IGNORECASE), _hint),)
