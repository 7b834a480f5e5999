"""Positions on the earth: how they are read, how far apart they lie, and the shortest way between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt
from typing import Annotated

from pydantic import PlainValidator

from kushiro_yearbook.faults import Refused
from kushiro_yearbook.forms import Shape, scalar

# In km: the mean radius of the earth (IUGG).
RADIUS = 6371.0088


@dataclass(frozen=True, slots=True)
class Position:
    """A place on the earth in degrees, north and east positive; approximate."""

    latitude: Decimal
    longitude: Decimal

    @property
    def degrees(self) -> tuple[float, float]:
        """Longitude and latitude, to reckon with."""
        return float(self.longitude), float(self.latitude)


_POSITION = re.compile(r"(-?\d{1,2}(?:\.\d{1,4})?),\s*(-?\d{1,3}(?:\.\d{1,4})?)")


def read_position(value: object) -> Position:
    """Latitude and longitude; raises `Refused` B07 for anything else."""
    word = scalar(value)
    match = _POSITION.fullmatch(word)
    if match is None or abs(Decimal(match[1])) > 90 or abs(Decimal(match[2])) > 180:
        raise Refused("B07", value=word)
    return Position(Decimal(match[1]), Decimal(match[2]))


PositionField = Annotated[Position, PlainValidator(read_position), Shape("position")]


def distance(a: Position, b: Position) -> float:
    """The great-circle distance in km, on a sphere (haversine): within 0.6 % of that on the ellipsoid."""
    return 2 * RADIUS * asin(min(1.0, sqrt(_haversine(a, b))))


def rounded(kilometres: float) -> int:
    """A distance no more exact than the positions are: to 100 km, below 1,000 km to 10 km."""
    step = 100 if kilometres >= 1000 else 10
    return round(kilometres / step) * step


def _haversine(a: Position, b: Position) -> float:
    (west, south), (east, north) = (map(radians, place.degrees) for place in (a, b))
    return sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin((east - west) / 2) ** 2


def great_circle(a: Position, b: Position, steps: int = 32) -> Iterator[tuple[float, float]]:
    """Points of the shortest way in degrees, both ends among them, each longitude near the one before.

    Between opposite ends of the earth, where every way is the shortest, nothing lies between the two.
    """
    angle = distance(a, b) / RADIUS
    parts = [n / steps for n in range(1, steps)] if sin(angle) > 1e-6 else []
    start, end = _vector(a), _vector(b)
    longitude, latitude = a.degrees
    yield longitude, latitude
    for part in parts:
        near, far = sin((1 - part) * angle) / sin(angle), sin(part * angle) / sin(angle)
        x, y, z = (near * p + far * q for p, q in zip(start, end, strict=True))
        longitude = beside(degrees(atan2(y, x)), longitude)
        yield longitude, degrees(atan2(z, hypot(x, y)))
    yield beside(b.degrees[0], longitude), b.degrees[1]


def beside(longitude: float, other: float) -> float:
    """The longitude written so that it lies within half a turn of another."""
    return longitude + 360 * round((other - longitude) / 360)


def _vector(position: Position) -> tuple[float, float, float]:
    longitude, latitude = map(radians, position.degrees)
    return cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude)
