"""Timelines: periods laid on an axis of years, in the order they are given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from kushiro_yearbook.eras import Calendar, Period, Year, in_its_era

Label = TypeVar("Label")

# Years between ticks, and how many ticks there is room for on a phone.
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
TICKS = 4
# Nearer to an edge than this, in per cent, a tick's words begin or end at it.
EDGE = 12


@dataclass(frozen=True, slots=True)
class Stretch(Generic[Label]):
    """Something with its period, and from where to where that lies on the axis, in per cent."""

    label: Label
    period: Period
    left: float
    right: float

    @property
    def width(self) -> float:
        """How long it lies, in per cent of the axis."""
        return self.right - self.left

    @property
    def goes_on(self) -> bool:
        """Whether its end is open."""
        return self.period.end is None


@dataclass(frozen=True, slots=True)
class Tick:
    """The beginning of a year and its place in per cent."""

    year: Year
    place: float

    def names(self, language: str) -> tuple[str, ...]:
        """The year in numbers, and in Japanese in its era too."""
        era = self.year.era
        return (str(self.year.year), *((era.year(self.year.year),) if era and language == "ja" else ()))

    @property
    def anchor(self) -> str:
        """Where its words stand to it, as SVG says it."""
        return "start" if self.place < EDGE else "end" if self.place > 100 - EDGE else "middle"


@dataclass(frozen=True, slots=True)
class Timeline(Generic[Label]):
    """Periods and the years they lie in."""

    stretches: tuple[Stretch[Label], ...]
    ticks: tuple[Tick, ...]


def drawn(rows: Sequence[tuple[Label, Period]], until: date) -> Timeline[Label] | None:
    """Periods on their axis; an open end goes on until a day or longer.

    None for fewer than two, which need no comparing, and where one has no year.
    """
    days = [day for _, period in rows for day in _days(period)]
    if len(rows) < 2 or not days or not all(_has_years(period) for _, period in rows):
        return None
    last = max(*days, until) if any(period.end is None for _, period in rows) else max(days)
    axis = _Axis(min(days).year, last.year + 1)
    return Timeline(tuple(axis.stretch(label, period, last) for label, period in rows), tuple(axis.ticks()))


def _days(period: Period) -> Iterator[date]:
    if isinstance(period.start, Calendar):
        yield period.start.first
    if isinstance(period.end, Calendar):
        yield period.end.last


def _has_years(period: Period) -> bool:
    return all(point is None or isinstance(point, Calendar) for point in (period.start, period.end))


@dataclass(frozen=True, slots=True)
class _Axis:
    """From the beginning of a year to that of another."""

    first: int
    end: int

    def place(self, day: date) -> float:
        begin = date(self.first, 1, 1)
        return 100 * (day - begin).days / (date(self.end, 1, 1) - begin).days

    def stretch(self, label: Label, period: Period, last: date) -> Stretch[Label]:
        left = self.place(period.start.first) if isinstance(period.start, Calendar) else 0.0
        right = self.place(period.end.last if isinstance(period.end, Calendar) else last)
        return Stretch(label, period, left, right)

    def ticks(self) -> Iterator[Tick]:
        years = self.end - self.first
        step = next((step for step in STEPS if years / step <= TICKS), STEPS[-1])
        for year in range(self.first + -self.first % step, self.end, step):
            yield Tick(in_its_era(Year(year)), self.place(date(year, 1, 1)))
