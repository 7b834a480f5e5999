"""Observations: every published number with what it measures, its unit, time, status and key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kushiro_yearbook.eras import When
from kushiro_yearbook.faults import Place
from kushiro_yearbook.inline import plain
from kushiro_yearbook.quantities import Quantity, Status, Unit
from kushiro_yearbook.registers import Measure
from kushiro_yearbook.text import Text


@dataclass(frozen=True)
class Observation:
    """One figure; `quantity` is None where the status says why it is missing, its unit is known even so."""

    key: tuple[str, ...]
    measure: Measure
    quantity: Quantity | None
    unit: Unit | None
    time: When | None
    status: Status
    place: Place
    # What tells it apart in a data set of several tables: the dimension's name and this table's.
    dimension: tuple[Text, Text] | None = None

    @property
    def said(self) -> tuple[str, str, str, Status]:
        """All that pages say of it but its label, in Japanese: quantity, unit, time and status."""
        return (
            plain(self.quantity.runs("ja")) if self.quantity else "",
            self.unit.sign if self.unit else "",
            plain(self.time.runs("ja")) if self.time else "",
            self.status,
        )

    @property
    def statement(self) -> str:
        """The same on one line, as records keep it: 151,326人（令和7年10月1日、速報値）."""
        quantity, unit, time, status = self.said
        shown = quantity or plain(status.runs("ja"))
        aside = [
            unit if unit and unit not in quantity else "",
            time,
            plain(status.runs("ja")) if quantity and status is not Status.NORMAL else "",
        ]
        told = "、".join(filter(None, aside))
        return f"{shown}（{told}）" if told else shown

    def with_status(self, status: Status) -> Observation:
        """The observation with a status of its own."""
        return replace(self, status=status)


@dataclass(frozen=True)
class Context:
    """What a block must be told to name its observations: the key so far, their time and status."""

    key: tuple[str, ...]
    time: When | None = None
    status: Status = Status.NORMAL
    dimension: tuple[Text, Text] | None = None

    def inside(self, *ids: str | None) -> Context:
        """The context of something that has an id of its own."""
        return replace(self, key=(*self.key, *(id_ for id_ in ids if id_)))

    def at(self, time: When | None) -> Context:
        """The context with a time of its own, where there is one."""
        return self if time is None else replace(self, time=time)

    def marked(self, status: Status) -> Context:
        """The context with a status of its own, where it is not the normal one."""
        return self if status is Status.NORMAL else replace(self, status=status)

    def observe(self, measure: Measure, quantity: Quantity, place: Place) -> Observation:
        """A figure at this place."""
        key = (*self.key, measure.id)
        return Observation(
            key, measure, quantity, quantity.unit, self.time, self.status, place, self.dimension
        )

    def missing(self, measure: Measure, unit: Unit | None, status: Status, place: Place) -> Observation:
        """A figure that is not there, and why."""
        key = (*self.key, measure.id)
        return Observation(key, measure, None, unit, self.time, status, place, self.dimension)


Observations = Iterator[Observation]
