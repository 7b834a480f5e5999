"""Results: what the rows of a table of sections have in common, measure by measure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kushiro_yearbook.model import Section
from kushiro_yearbook.quantities import Quantity
from kushiro_yearbook.registers import Measure


@dataclass(frozen=True, slots=True)
class Result:
    """A row's number of a measure; its bar in per cent of the longest."""

    section: Section
    quantity: Quantity
    length: float


@dataclass(frozen=True, slots=True)
class Results:
    """A measure with the rows that have a number of it, in their order."""

    measure: Measure
    rows: tuple[Result, ...]


def results(section: Section) -> tuple[Results, ...]:
    """Each measure that two rows or more have in one unit, on a scale of its own, in order."""
    if not section.form.layout:
        return ()
    return tuple(_drawn(measure, rows) for measure, rows in _by_measure(section).items() if _comparable(rows))


Row = tuple[Section, Quantity]


def _drawn(measure: Measure, rows: Sequence[Row]) -> Results:
    longest = max(quantity.value for _, quantity in rows)
    return Results(
        measure,
        tuple(Result(row, quantity, 100 * float(quantity.value / longest)) for row, quantity in rows),
    )


def _by_measure(section: Section) -> dict[Measure, list[Row]]:
    found: dict[Measure, list[Row]] = defaultdict(list)
    for row in section.sections:
        for measure, quantity in _numbers(row):
            found[measure].append((row, quantity))
    return found


def _numbers(row: Section) -> Iterator[tuple[Measure, Quantity]]:
    """The figures that are one plain number: a range has no one end for its bar."""
    for measure, figure in row.form.figures.root.items() if row.form.figures else ():
        if row.titled and len(figure.value) == 1 and not figure.value[0].upper:
            yield measure, figure.value[0]


def _comparable(rows: Sequence[Row]) -> bool:
    values = [quantity.value for _, quantity in rows]
    return (
        len(rows) > 1 and len({quantity.unit for _, quantity in rows}) == 1 and min(values) >= 0 < max(values)
    )
