"""What a text states: dates, numbers, units; and when two languages state the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from kushiro_yearbook.quantities import Unit


class Kind(StrEnum):
    """What kind of thing a fact is."""

    YEAR = "year"
    FISCAL_YEAR = "fiscal-year"
    MONTH = "month"
    DAY = "day"
    WEEKDAY = "weekday"
    CLOCK = "clock"
    NUMBER = "number"
    ORDINAL = "ordinal"
    # A part of a whole, in per cent: 2分の1 is 50.
    FRACTION = "fraction"
    # How often, in times a year: 隔月 and `every two months` are 6.
    FREQUENCY = "frequency"
    # Ten years, by the year in which they begin: the 1960s.
    DECADE = "decade"
    # A number that is part of a word: A4.
    CODE = "code"
    # Whether a number is about, at least, at most or under what it says.
    BOUND = "bound"


class Reading(NamedTuple):
    """What a fact says; `unit` is the class of what is counted, empty where the words do not tell it."""

    kind: Kind
    value: Decimal | str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement and where in its text it stands.

    `owed` says whether the other language must state it too: `both` and `one` are too often mere words.
    `also` holds what the same words say otherwise: 半年 is six months, 2025 alone may be a year.
    """

    kind: Kind
    value: Decimal | str
    start: int
    end: int
    unit: str = ""
    owed: bool = True
    also: tuple[Reading, ...] = ()

    @property
    def readings(self) -> tuple[Reading, ...]:
        """All that it says, a length of time in the smaller unit too; of frequencies these alone."""
        often = tuple(reading for reading in self.also if reading.kind is Kind.FREQUENCY)
        return often or self.plainly

    @property
    def plainly(self) -> tuple[Reading, ...]:
        """All that it says but how often."""
        own = (Reading(self.kind, self.value, self.unit), *self.also)
        if self.kind is not Kind.NUMBER or self.unit not in _SMALLER:
            return own
        unit, factor = _SMALLER[self.unit]
        return (*own, Reading(Kind.NUMBER, Decimal(self.value) * factor, unit))

    @property
    def values(self) -> frozenset[Decimal | str]:
        """Every value that it may be read as."""
        return frozenset(reading.value for reading in self.plainly)

    def agrees(self, other: Fact) -> bool:
        """Whether the other language says the same."""
        ours, theirs = self.readings, other.readings
        if (ours[0].kind is Kind.FREQUENCY) is not (theirs[0].kind is Kind.FREQUENCY):
            ours, theirs = self.plainly, other.plainly
        return any(_same(one, two) for one in ours for two in theirs)


# Lengths of time that are told in another unit too: an hour is 60 minutes.
_SMALLER = {"year": ("month", 12), "week": ("day", 7), "hour": ("minute", 60)}


def unmatched(facts: Iterable[Fact], others: Iterable[Fact]) -> list[Fact]:
    """The facts that the other language owes and does not have."""
    known = by_value(others)
    return [fact for fact in facts if fact.owed and next(agreeing_with(fact, known), None) is None]


ByValue = Mapping[Decimal | str, list[Fact]]


def by_value(facts: Iterable[Fact]) -> ByValue:
    """Facts by all the values that they may be read as."""
    found: dict[Decimal | str, list[Fact]] = defaultdict(list)
    for fact in facts:
        for value in fact.values:
            found[value].append(fact)
    return found


def agreeing_with(fact: Fact, others: ByValue) -> Iterator[Fact]:
    """Those of the others that say the same, each once."""
    seen: set[Fact] = set()
    for value in fact.values:
        for other in others.get(value, ()):
            if other not in seen and fact.agrees(other):
                seen.add(other)
                yield other


def _same(one: Reading, other: Reading) -> bool:
    return one.value == other.value and _kinds_agree(one, other) and _units_agree(one.unit, other.unit)


# What may be counted or numbered: 3年目 is `the third year`, 第5回 is `No. 5`.
_COUNTED_IN_ORDER = frozenset({"", "year", "month", "week", "day", "time", "floor"})


def _kinds_agree(one: Reading, other: Reading) -> bool:
    kinds = frozenset({one.kind, other.kind})
    if kinds == {Kind.NUMBER, Kind.ORDINAL}:
        return {one.unit, other.unit} <= _COUNTED_IN_ORDER or one.unit == other.unit
    if len(kinds) == 1 or kinds in ({Kind.DAY, Kind.ORDINAL}, {Kind.FRACTION, Kind.NUMBER}):
        return True
    return kinds == {Kind.DAY, Kind.NUMBER} and {one.unit, other.unit} <= {"", "day"}


# What counts nearly anything in Japanese: 件, つ.
THING = "thing"
# A number without these says something else: 5,000円 is no mere 5,000.
_NEVER_BARE = frozenset({"yen", "dollar", "euro", "percent"})


def _units_agree(one: str, other: str) -> bool:
    if one == other:
        return True
    if not one or not other:
        return _NEVER_BARE.isdisjoint((one, other))
    return THING in (one, other) and not {one, other} & STRONG


# Units of one class by their words in Japanese and in English; the last are those that nothing else can mean.
_CLASSES: Mapping[str, tuple[str, str]] = {
    THING: ("つ 個 件 点 か所 カ所 ヶ所 箇所 項目 種類 種 者", ""),
    "case": ("", "case cases"),
    "household": ("世帯", "household households"),
    "person": ("人 名", "person persons people man men woman women child children resident residents"),
    "floor": ("階", "floor floors storey storeys basement basements"),
    "time": ("回", "time times"),
    "percent": ("% パーセント", "% percent"),
    "yen": ("円", "¥ yen jpy"),
    "dollar": ("ドル", "$ dollar dollars"),
    "euro": ("ユーロ", "€ euro euros"),
    "year": ("年間 年 か年 カ年 ヶ年 周年 歳", "year years anniversary"),
    "month": ("か月 カ月 ヶ月 ヵ月 箇月 か月間 カ月間 ヶ月間", "month months"),
    "week": ("週間 週", "week weeks"),
    "day": ("日間", "day days"),
    "night": ("泊", "night nights"),
    "hour": ("時間", "hour hours"),
    "minute": ("分 分間", "minute minutes min"),
    "second": ("秒 秒間", "seconds"),
    "millimetre": ("mm ㎜ ミリメートル", "mm millimetres"),
    "centimetre": ("cm ㎝ センチメートル センチ", "cm centimetres"),
    "metre": ("m メートル", "m metre metres"),
    "kilometre": ("km ㎞ キロメートル キロ", "km kilometre kilometres"),
    "hectare": ("ha ヘクタール", "ha hectare hectares"),
    "square metre": ("m2 m² ㎡ 平方メートル", "m2 m² ㎡"),
    "square kilometre": ("km2 km² k㎡ 平方キロメートル", "km2 km²"),
    "kilogram": ("kg ㎏ キログラム", "kg kilogram kilograms"),
    "tonne": ("t トン", "t tonne tonnes"),
    "litre": ("L l リットル", "litre litres"),
    "kilowatt": ("kW キロワット", "kw kilowatt kilowatts"),
    "kilowatt-hour": ("kWh キロワット時", "kwh"),
    "hertz": ("Hz ヘルツ", "hz hertz"),
    "kilohertz": ("kHz キロヘルツ", "khz kilohertz"),
    "megahertz": ("MHz メガヘルツ", "mhz megahertz"),
    "degree": ("℃", "℃ °C"),
    # What Japanese measures otherwise.
    "inch": ("インチ", "inch inches"),
    "foot": ("フィート", "feet"),
    "mile": ("マイル", "mile miles"),
    "nautical mile": ("海里", "nautical"),
    "acre": ("エーカー", "acre acres"),
    "pound": ("ポンド", "lb lbs pounds"),
    "gallon": ("ガロン", "gallon gallons"),
}
STRONG = frozenset(_CLASSES) - {THING, "case", "household"}


@dataclass(frozen=True)
class Classes:
    """The classes of units by their words in each language: the common ones and the town's register."""

    ja: Mapping[str, str]
    en: Mapping[str, str]

    @classmethod
    def of(cls, units: Iterable[Unit]) -> Classes:
        """With the town's units; one that has a common word is of its class."""
        ja = {word: name for name, (words, _) in _CLASSES.items() for word in words.split()}
        en = {word: name for name, (_, words) in _CLASSES.items() for word in words.split()}
        for unit in units:
            words = [word.casefold() for word in (unit.one, unit.other, unit.head, unit.prefix) if word]
            known = (en[word] for word in words if word in en)
            name = ja.get(unit.sign) or next(known, unit.id)
            ja.setdefault(unit.sign, name)
            for word in words:
                en.setdefault(word, name)
        return cls(ja, en)


Reader = Callable[[re.Match[str], Classes], Iterator[Fact]]
Readers = tuple[tuple[re.Pattern[str], Reader], ...]


def read(words: str, readers: Readers, classes: Classes) -> list[Fact]:
    """The facts of a text in their order; each reader sees only what those before it have left."""
    found: list[Fact] = []

    def taken(match: re.Match[str]) -> str:
        facts = list(reader(match, classes))
        found.extend(facts)
        return "\0" * len(match[0]) if facts else match[0]

    for pattern, reader in readers:  # noqa: B007 – `taken` uses it, while its own pattern is sought
        words = pattern.sub(taken, words)
    return sorted(found, key=lambda fact: fact.start)
