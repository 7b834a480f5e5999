"""Comparisons: what the tables of a combined section have in common, kind by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kushiro_yearbook.blocks.table import Cell
from kushiro_yearbook.model import Section
from kushiro_yearbook.quantities import Quantity, Unit
from kushiro_yearbook.registers import Measure


@dataclass(frozen=True, slots=True)
class Compared:
    """A kind with what is counted of it; without a number its cell's status tells why."""

    section: Section
    measure: Measure
    cell: Cell
    unit: Unit | None
    length: float

    @property
    def quantity(self) -> Quantity | None:
        """The number with its unit."""
        return None if self.cell.value is None else Quantity(self.cell.value, self.unit)


def compared(section: Section) -> tuple[Compared, ...]:
    """The bars of the measure, by its id, that every kind has and that there is most of.

    None where fewer than two kinds have a number of it in the same unit.
    """
    if not section.form.combine:
        return ()
    found = [rows for rows in _by_measure(section).values() if _comparable(rows, len(section.sections))]
    rows = max(found, key=lambda rows: sum(_numbers(rows)), default=[])
    longest = max(_numbers(rows), default=Decimal(1))
    return tuple(
        Compared(kind, measure, cell, unit, 100 * float((cell.value or 0) / longest))
        for kind, measure, cell, unit in rows
    )


Row = tuple[Section, Measure, Cell, Unit | None]


def _by_measure(section: Section) -> Mapping[str, list[Row]]:
    """The cells of the kinds' tables of one row, by what they measure."""
    found: dict[str, list[Row]] = defaultdict(list)
    for kind in section.sections:
        table = kind.form.table
        for measure, cell in zip(table.measures, table.grid[0].cells, strict=True) if table else ():
            if table and len(table.grid) == 1:
                found[measure.id].append((kind, measure, cell, table.unit_of(measure)))
    return found


def _comparable(rows: Sequence[Row], kinds: int) -> bool:
    numbers = [*_numbers(rows)]
    units = {unit for *_, unit in rows}
    return len(rows) == kinds and len(units) == 1 and len(numbers) > 1 and min(numbers) >= 0 < max(numbers)


def _numbers(rows: Sequence[Row]) -> Iterator[Decimal]:
    return (cell.value for _, _, cell, _ in rows if cell.value is not None)
