"""Bars: the parts of a figure beside it, all on one scale."""

from __future__ import annotations

from dataclasses import dataclass

from kushiro_yearbook.blocks.figures import Figure
from kushiro_yearbook.quantities import Quantity
from kushiro_yearbook.registers import Measure


@dataclass(frozen=True, slots=True)
class Bar:
    """A label, its quantity and how long its bar is, in per cent of the longest that there is room for."""

    label: Measure
    quantity: Quantity
    length: float


def bars(figure: Figure, measure: Measure) -> tuple[Bar, ...]:
    """The figure, then its parts; none where they have no scale in common or all are nothing."""
    rows = [*((measure, quantity) for quantity in figure.value), *figure.parts.items()]
    units = {quantity.unit for _, quantity in rows}
    longest = max(quantity.value for _, quantity in rows)
    # A number that is a range has no one end for its bar.
    if not figure.parts or len(units) > 1 or longest <= 0 or any(quantity.upper for _, quantity in rows):
        return ()
    return tuple(Bar(label, quantity, 100 * float(quantity.value / longest)) for label, quantity in rows)
