"""Shares: the parts that a number is the sum of, laid end to end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from kushiro_yearbook.model import Edition, Section
from kushiro_yearbook.observations import Observation
from kushiro_yearbook.quantities import Quantity
from kushiro_yearbook.registers import Measure

# As many as can be told apart by their patterns.
MOST = 4

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """A part, and from where to where it lies in per cent of the whole."""

    label: Measure
    quantity: Quantity
    left: float
    right: float


def shares(edition: Edition, observation: Observation) -> tuple[Share, ...]:
    """The parts of a number, as a table's sums or a breakdown name them; none unless they add up to it."""
    for section in edition.sections():
        if observation.key[: len(section.key)] == section.key:
            for keys in _parts(section, observation):
                found = [edition.observations.get("/".join(key)) for key in keys]
                parts = [(part.measure, part.quantity) for part in found if part and part.quantity]
                if observation.quantity and len(parts) == len(keys):
                    return _laid(parts, observation.quantity)
    return ()


def _laid(parts: Sequence[tuple[Measure, Quantity]], whole: Quantity) -> tuple[Share, ...]:
    values = [quantity.value for _, quantity in parts]
    units = {whole.unit, *(quantity.unit for _, quantity in parts)}
    if not 2 <= len(parts) <= MOST or sum(values) != whole.value or min(values) <= 0 or len(units) > 1:
        return ()
    ends = [100 * float(value / whole.value) for value in accumulate(values, initial=Decimal(0))]
    return tuple(
        Share(label, quantity, left, right)
        for (label, quantity), left, right in zip(parts, ends[:-1], ends[1:], strict=True)
    )


def _parts(section: Section, observation: Observation) -> Iterator[list[Key]]:
    """The keys of what each sum or breakdown of a section says the number to consist of."""
    *row, measure = observation.key
    table = section.form.table
    ids = {column.label: column.id for column in table.measures} if table else {}
    for total in table.sums if table else ():
        if ids[total.total] == measure:
            yield [(*row, ids[part]) for part in total.parts]
    for label, figure in section.figures():
        if label == observation.measure and figure.breakdown:
            yield [(*observation.key, part.id) for part in figure.breakdown]
