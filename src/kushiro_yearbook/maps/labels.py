"""Labels: where each stands beside its mark, so that none covers another or a mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from unicodedata import east_asian_width

Point = tuple[float, float]

# Half the width of a mark, and how far from it a label may stand, in units of the map.
MARK = 6.0
# What stays free at the edges of the map.
EDGE = 3.0
REACHES = (1.0, 5.0, 10.0, 16.0, 24.0, 34.0)
# A label further away than this is tied to its mark by a line.
TIED = 4.0
DIRECTIONS = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the map."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def at(cls, centre: Point, width: float, height: float) -> Box:
        """The rectangle of a size around a point."""
        (x, y), across, up = centre, width / 2, height / 2
        return cls(x - across, y - up, x + across, y + up)

    def shared(self, other: Box) -> float:
        """How much of it another covers."""
        across = min(self.right, other.right) - max(self.left, other.left)
        up = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(across, 0.0) * max(up, 0.0)

    @property
    def centre(self) -> Point:
        """Its middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Label:
    """Where a label's words begin, end or have their middle (the SVG text anchors), and half their height.

    `tied` where a line must lead to its mark.
    """

    x: float
    y: float
    anchor: str
    tied: bool

    @classmethod
    def in_box(cls, box: Box, mark: Point, room: Point, *, tied: bool) -> Label:
        """The label in a box: it begins or ends beside its mark or at an edge, however wide it comes out."""
        x, y = box.centre
        if box.left >= mark[0] or box.left <= EDGE:
            return cls(box.left, y, "start", tied)
        if box.right <= mark[0] or box.right >= room[0] - EDGE:
            return cls(box.right, y, "end", tied)
        return cls(x, y, "middle", tied)


def width_of(words: str, size: float) -> float:
    """How wide words are at most, in the widest of the common typefaces, bold, of a size."""
    return sum(size if east_asian_width(sign) in "WFA" else 0.7 * size for sign in words)


@cache
def placed(marks: tuple[Point, ...], sizes: tuple[Point, ...], room: Point) -> tuple[Label, ...]:
    """A label of a size for each mark, in order, each where the least is covered.

    One wider than the map begins at its left edge and is cut at the right one.
    """
    taken = [Box.at(mark, 2 * MARK, 2 * MARK) for mark in marks]
    labels = []
    for mark, (width, height) in zip(marks, sizes, strict=True):
        # The first of the best: nearer ones come first.
        box, reach = min(
            _candidates(mark, (min(width, room[0] - 2 * EDGE), height), _away(mark, marks), room),
            key=lambda candidate: sum(candidate[0].shared(other) for other in taken),
        )
        taken.append(box)
        labels.append(Label.in_box(box, mark, room, tied=reach > TIED))
    return tuple(labels)


def _candidates(mark: Point, size: Point, away: Point, room: Point) -> Iterator[tuple[Box, float]]:
    """Boxes around a mark within the map, first the near ones, and first those away from the other marks."""
    width, height = size
    directions = sorted(DIRECTIONS, key=lambda way: -round(way[0] * away[0] + way[1] * away[1], 3))
    for reach in REACHES:
        for across, up in directions:
            x = mark[0] + across * (MARK + reach + width / 2)
            y = mark[1] + up * (MARK + reach + height / 2)
            x = min(max(x, width / 2 + EDGE), room[0] - width / 2 - EDGE)
            y = min(max(y, height / 2 + EDGE), room[1] - height / 2 - EDGE)
            yield Box.at((x, y), width, height), reach


def _away(mark: Point, marks: Sequence[Point]) -> Point:
    """From the middle of all marks to this one, as a direction."""
    x = mark[0] - sum(x for x, _ in marks) / len(marks)
    y = mark[1] - sum(y for _, y in marks) / len(marks)
    length = (x * x + y * y) ** 0.5 or 1.0
    return x / length, y / length
