"""The outlines of the land, which `scripts/outlines` made; read once, and only when a map is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from pathlib import Path

FOLDER = Path(__file__).parent / "outlines"
# By the degrees of latitude that a map shows: the finer outline for the smaller ones.
FINE, COARSE = "land-50m", "land-110m"
WIDE = 50.0

Degrees = tuple[float, float]


@dataclass(frozen=True)
class Ring:
    """The coast of one land or lake; `bounds` are west, south, east and north in degrees."""

    bounds: tuple[float, float, float, float]
    steps: str

    @cached_property
    def points(self) -> Sequence[Degrees]:
        """Its points in degrees."""
        numbers = [*map(int, self.steps.split())]
        across, up = accumulate(numbers[::2]), accumulate(numbers[1::2])
        return [(x / 100, y / 100) for x, y in zip(across, up, strict=True)]


def land_within(
    bounds: tuple[float, float, float, float], degrees: float
) -> Iterator[tuple[Sequence[Degrees], float]]:
    """The rings that may be seen within bounds on a map of so many degrees, each with its turn.

    Longitudes of rings are as the outlines have them: with the turn added they count as those of the bounds.
    """
    west, south, east, north = bounds
    for ring in _rings(COARSE if degrees > WIDE else FINE):
        left, bottom, right, top = ring.bounds
        if bottom < north and top > south:
            # The first and the last turn that bring it between west and east.
            for turn in range(int((west - right) // 360) + 1, int((east - left) // 360) + 1):
                yield ring.points, 360.0 * turn


@cache
def _rings(name: str) -> tuple[Ring, ...]:
    text = (FOLDER / f"{name}.txt").read_text("utf-8")
    return tuple(_ring(line) for line in text.splitlines() if not line.startswith("#"))


def _ring(line: str) -> Ring:
    west, south, east, north, steps = line.split(" ", 4)
    return Ring((int(west) / 100, int(south) / 100, int(east) / 100, int(north) / 100), steps)
