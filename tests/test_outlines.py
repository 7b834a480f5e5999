"""Land outlines: where they have land and sea, and that none of them has a seam."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from kushiro_yearbook.maps.outlines import COARSE, FINE, land_within

TOP = Path(__file__).parents[1]
Point = tuple[float, float]


def inside(point: Point, ring: Sequence[Point]) -> bool:
    """Whether a ring goes around a point: a line to the left crosses it an odd number of times."""
    x, y = point
    crossings = [
        a + (y - b) / (d - b) * (c - a) < x
        for (a, b), (c, d) in pairwise([*ring, ring[0]])
        if (b > y) != (d > y)
    ]
    return sum(crossings) % 2 == 1


def on_land(longitude: float, latitude: float, degrees: float) -> bool:
    """Whether a place is land on the outlines of maps of so many degrees."""
    bounds = (longitude - 1, latitude - 1, longitude + 1, latitude + 1)
    rings = land_within(bounds, degrees)
    return sum(inside((longitude - turn, latitude), ring) for ring, turn in rings) % 2 == 1


@pytest.mark.parametrize("degrees", [20, 90], ids=[FINE, COARSE])
@pytest.mark.parametrize(
    ("longitude", "latitude", "expected"),
    [
        (142.8, 43.4, True),  # Hokkaido
        (134, -25, True),  # Australia
        (-40, 72, True),  # Greenland
        (178, 67, True),  # Chukotka on this side of the seam
        (-177, 66.5, True),  # and beyond it
        (183, 66.5, True),  # the same place, counted on
        (0, -85, True),  # Antarctica
        (179.9, -89.5, True),  # and its pole
        (51, 41.5, False),  # the Caspian Sea, a hole in the land
        (180, 30, False),  # the Pacific on the seam
        (-170, 0, False),
        (0, 89, False),  # the north pole
        (142, 40.9, False),  # off Hokkaido
    ],
)
def test_land_is_where_it_is(longitude: float, latitude: float, expected: bool, degrees: float) -> None:  # noqa: FBT001 – a column of a table
    """Also at the seam, at the poles and in a lake, on the outlines of both scales."""
    assert expected == on_land(longitude, latitude, degrees)


TOPOLOGY = {
    "transform": {"scale": [0.5, 0.5], "translate": [-180, -90]},
    # An island cut at the seam, from 179° over 180° to -178°, and one too small to be seen.
    "arcs": [
        [[718, 200], [1, 4], [-715, 0], [0, -4], [711, 0]],
        [[300, 200], [0, 0], [0, 0]],
    ],
    "objects": {"land": {"geometries": [{"type": "MultiPolygon", "arcs": [[[0]], [[1]]]}]}},
}


def test_outlines_are_made_without_a_seam(tmp_path: Path) -> None:
    """What TopoJSON cuts at 180° is one ring, whose longitudes run on; what is too small is left out."""
    (tmp_path / "land-1m.json").write_text(json.dumps(TOPOLOGY), "utf-8")
    command = [sys.executable, str(TOP / "scripts" / "outlines"), "land-1m.json", "--out", "."]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    *heads, ring = (tmp_path / "land-1m.txt").read_text("utf-8").splitlines()

    assert all(head.startswith("#") for head in heads)
    assert "17900 1000 18200 1200" == " ".join(ring.split()[:4])


def test_outlines_make_no_leap() -> None:
    """No step of a ring is longer than a twentieth of the way around, but along a pole."""
    for degrees in (20, 90):
        for ring, _ in land_within((-180, -89, 180, 90), degrees):
            steps = [abs(x - u) for (u, v), (x, y) in pairwise(ring) if v > -89.9 or y > -89.9]
            assert max(steps) < 18
