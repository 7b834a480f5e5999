"""Dates as Japanese clerks write them: by era or Gregorian year, calendar or fiscal, alone or as periods."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple, TypeVar

from kushiro_yearbook.faults import Refused
from kushiro_yearbook.inline import Run, Runs, line, plain
from kushiro_yearbook.recurrence import MONTHS, Recurrence, Unitless


class Era(NamedTuple):
    """The name of a reign, in Latin letters, the letter it is shortened to, its first and its last day."""

    name: str
    latin: str
    letter: str
    first: date
    last: date

    def year(self, year: int) -> str:
        """A Gregorian year counted in the era, the first being 元."""
        nth = year - self.first.year + 1
        return f"{self.name}{'元' if nth == 1 else nth}"


# The day on which an era changed belongs to the new one.
ERAS = (
    Era("明治", "Meiji", "M", date(1868, 1, 25), date(1912, 7, 29)),
    Era("大正", "Taisho", "T", date(1912, 7, 30), date(1926, 12, 24)),
    Era("昭和", "Showa", "S", date(1926, 12, 25), date(1989, 1, 7)),
    Era("平成", "Heisei", "H", date(1989, 1, 8), date(2019, 4, 30)),
    Era("令和", "Reiwa", "R", date(2019, 5, 1), date.max),
)

ERA_OF_SIGN = {sign: era for era in ERAS for sign in (era.name, era.letter)}
_FISCAL_START = 4
LEAP_YEAR = 2000

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
        return date(self.year, self.month, month_length(self.year, self.month))

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
        day = Day(number, self.month, min(self.day, month_length(number, self.month)))
        day = in_its_era(day) if year.era else day
        if day.day != self.day:
            raise no_such_day(in_japanese(self), in_japanese(day))
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
        start, end = parts_of(self.start, "ja"), parts_of(self.end, "ja")
        left, right = _run(self.start, start, "ja"), _run(self.end, _without(end, start), "ja")
        return line(left, str(self.joiner), right)

    def _in_english(self) -> Runs:
        start, end = parts_of(self.start, "en"), parts_of(self.end, "en")
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
    return next((era for era in reversed(ERAS) if reigns(era, value)), None)


def in_its_era(value: Dated) -> Dated:
    """The same date, named by its era."""
    return replace(value, era=era_of(value))


def reigns(era: Era, value: Calendar) -> bool:
    """Whether some of it lies in the era, as the era's first year or a later one."""
    # FY1988 ended in 平成, but no one counts a 平成0年度.
    return era.first.year <= value.year and era.first <= value.last and value.first <= era.last


def month_length(year: int, month: int) -> int:
    """How many days a month has."""
    next_month = date(year + month // 12, month % 12 + 1, 1)
    return (next_month - timedelta(days=1)).day


def parts_of(point: Point | None, language: str) -> Parts:
    """What a date consists of in a language; nothing for an open end."""
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


def in_japanese(point: Point) -> str:
    """A date as Japanese prints it."""
    return "".join(point.parts("ja"))


def no_such_day(text: str, right: str) -> Refused:
    """The refusal of a day that its month does not have."""
    return Refused("D03", value=text, right=right, width=len(text))
