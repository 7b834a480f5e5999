"""Positions: distances, the shortest way, and what is left of them when they are rounded."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from math import acos, cos, pi, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushiro_yearbook.positions import RADIUS, Position, distance, great_circle, rounded

POSITIONS = st.builds(
    Position,
    st.decimals(-90, 90, places=2, allow_nan=False),
    st.decimals(-180, 180, places=2, allow_nan=False),
)


def at(latitude: str, longitude: str) -> Position:
    """A position as content gives it."""
    return Position(Decimal(latitude), Decimal(longitude))


@pytest.mark.parametrize(
    ("a", "b", "turns"),
    [
        (at("0", "0"), at("0", "0"), 0),
        (at("0", "0"), at("0", "90"), 1 / 4),
        (at("0", "-90"), at("0", "90"), 1 / 2),
        (at("90", "0"), at("-90", "120"), 1 / 2),
        (at("45", "10"), at("45", "-170"), 1 / 4),
        (at("0", "179.5"), at("0", "-179.5"), 1 / 360),
        (at("60", "0"), at("60", "90"), acos(0.75) / (2 * pi)),
    ],
)
def test_a_distance_is_a_part_of_the_way_around(a: Position, b: Position, turns: float) -> None:
    """Along the equator, over a pole, over the seam at 180° and along a parallel by hand."""
    assert turns * 2 * pi * RADIUS == pytest.approx(distance(a, b), abs=1e-6)


@given(POSITIONS, POSITIONS)
def test_a_distance_is_that_of_another_formula(a: Position, b: Position) -> None:
    """The law of cosines says the same, as far as it can, and the way back is as long."""
    (x, y), (u, v) = ([radians(number) for number in place.degrees] for place in (a, b))
    cosine = sin(y) * sin(v) + cos(y) * cos(v) * cos(u - x)

    assert RADIUS * acos(max(-1.0, min(1.0, cosine))) == pytest.approx(distance(a, b), abs=0.2)
    assert distance(a, b) == pytest.approx(distance(b, a))


@pytest.mark.parametrize(
    ("kilometres", "said"), [(0, 0), (487.7, 490), (994, 990), (1534.6, 1500), (6711.8, 6700), (10188, 10200)]
)
def test_a_distance_is_as_exact_as_positions_are(kilometres: float, said: int) -> None:
    """To ten kilometres below a thousand, then to a hundred."""
    assert said == rounded(kilometres)


@given(POSITIONS, POSITIONS)
def test_a_great_circle_is_the_shortest_way(a: Position, b: Position) -> None:
    """It begins and ends where it should, never leaps over the seam, and its steps add up to the distance."""
    way = [*great_circle(a, b)]
    points = [Position(Decimal(y), Decimal(x)) for x, y in way]

    assert a.degrees == way[0]
    assert b.degrees[1] == way[-1][1]
    assert 0 == pytest.approx((way[-1][0] - b.degrees[0]) % 360 % 360, abs=1e-6)
    assert all(abs(after[0] - before[0]) <= 180 for before, after in pairwise(way))
    assert distance(a, b) == pytest.approx(sum(distance(*step) for step in pairwise(points)), abs=0.5)


def test_opposite_ends_have_no_way_between() -> None:
    """Every way is the shortest there, so none is drawn but from end to end."""
    assert [(10.0, 20.0), (-170.0, -20.0)] == [*great_circle(at("20", "10"), at("-20", "-170"))]
