"""The coast on a map: rings cut at its edges, thinned to what can be seen, and written as path data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

Point = tuple[float, float]

# In units of the map. Nearer points are left out, and islets smaller than this, but near a mark.
NEAR, ISLET, KEPT = 0.9, 1.6, 12.0


def clipped(ring: Sequence[Point], bounds: tuple[float, float, float, float]) -> Sequence[Point]:
    """The part of a ring between left, bottom, right and top (Sutherland and Hodgman); empty without any."""
    left, bottom, right, top = bounds
    for axis, limit, sign in ((1, bottom, 1), (0, left, 1), (0, right, -1), (1, top, -1)):
        ring = _cut(ring, axis, limit, sign)
    return ring


def _cut(ring: Sequence[Point], axis: int, limit: float, sign: int) -> Sequence[Point]:
    """What of a ring lies on one side of a line; a new point stands where it crosses the line."""
    sides = [(point[axis] - limit) * sign >= 0 for point in ring]
    if all(sides) or not any(sides):
        return ring if ring and sides[0] else ()
    kept = []
    for before, after, was, stays in zip(
        (ring[-1], *ring[:-1]), ring, (sides[-1], *sides[:-1]), sides, strict=True
    ):
        if was != stays:
            part = (limit - before[axis]) / (after[axis] - before[axis])
            kept.append(
                (before[0] + part * (after[0] - before[0]), before[1] + part * (after[1] - before[1]))
            )
        if stays:
            kept.append(after)
    return kept


def thinned(ring: Sequence[Point], near: float = NEAR) -> list[Point]:
    """A ring without the points that lie nearer than this to the one before."""
    kept = [*ring[:1]]
    for point in ring[1:]:
        if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= near:
            kept.append(point)
    return kept


def seen(ring: Sequence[Point], marks: Iterable[Point]) -> bool:
    """Whether a ring is larger than a speck, or lies near a mark."""
    across, up = zip(*ring, strict=True)
    left, right, top, bottom = min(across), max(across), min(up), max(up)
    if max(right - left, bottom - top) >= ISLET:
        return True
    return any(left - KEPT < x < right + KEPT and top - KEPT < y < bottom + KEPT for x, y in marks)


def land(rings: Iterable[Sequence[Point]], marks: Sequence[Point]) -> str:
    """The path data of all that is seen of rings on a map, in tenths of its units."""
    return "".join(_closed(_drawn(ring)) for ring in rings if ring and seen(ring, marks))


def _drawn(ring: Sequence[Point]) -> Sequence[Point]:
    """The ring thinned; as it is, where thinning leaves no area."""
    return thin if len(thin := thinned(ring)) > 2 else ring


def _closed(ring: Sequence[Point]) -> str:
    """Path data: the first point, and the steps from each to the next."""
    points = [(round(x * 10), round(y * 10)) for x, y in ring]
    steps = ((x - u, y - v) for (u, v), (x, y) in pairwise(points))
    written = "".join(_number(x) + _number(y) for x, y in steps)
    return f"M{points[0][0]} {points[0][1]}l{written.lstrip()}z"


def _number(number: int) -> str:
    """A number after another; its sign parts them where it has one."""
    return f" {number}" if number >= 0 else str(number)


def way(points: Iterable[Point]) -> str:
    """The path data of a way through points, in units of the map."""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
