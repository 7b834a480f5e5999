"""Extents: the stretch of the earth that a map shows, and where on the map a place lies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians

Degrees = tuple[float, float]

# The longest sides of a map in its own units: at 360 a phone shows them as pixels.
WIDTH, HEIGHT = 360.0, 320.0
# Room around the outermost places, for marks and labels.
BESIDE, ABOVE = 44.0, 30.0
# No map shows less than this many degrees of latitude, so that there is coast to know it by.
LEAST = 12.0


@dataclass(frozen=True, slots=True)
class Extent:
    """A map of `width` and `height` units around a centre in degrees (plate carrée, true at its centre).

    `scale` is in units per degree of latitude, `squeeze` what a degree of longitude is of that.
    """

    longitude: float
    latitude: float
    scale: float
    squeeze: float
    width: float
    height: float

    @classmethod
    def around(cls, places: Iterable[Degrees]) -> Extent:
        """The extent that shows these places (longitude, latitude) with room around them."""
        found = list(places)
        west, east = _span([longitude for longitude, _ in found])
        south, north = min(y for _, y in found), max(y for _, y in found)
        squeeze = max(cos(radians((south + north) / 2)), 0.25)
        across, up = max((east - west) * squeeze, LEAST), max(north - south, LEAST)
        scale = min((WIDTH - 2 * BESIDE) / across, (HEIGHT - 2 * ABOVE) / up)
        # Neither beyond the poles nor more than once around.
        width = min(WIDTH, 360 * squeeze * scale)
        height = min(max(up * scale + 2 * ABOVE, WIDTH * 0.6), 180 * scale)
        room = 90 - height / 2 / scale
        latitude = min(max((south + north) / 2, -room), room)
        return cls((west + east) / 2, latitude, scale, squeeze, width, height)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east and north in degrees."""
        across, up = self.width / 2 / self.scale / self.squeeze, self.height / 2 / self.scale
        return self.longitude - across, self.latitude - up, self.longitude + across, self.latitude + up

    def spot(self, place: Degrees) -> Degrees:
        """Where a place lies, from the left and from the top, wherever its longitude begins to count."""
        longitude = place[0] + 360 * round((self.longitude - place[0]) / 360)
        return self.laid((longitude, place[1]))

    def laid(self, place: Degrees) -> Degrees:
        """Where a place lies whose longitude is counted as the extent's."""
        x = self.width / 2 + (place[0] - self.longitude) * self.scale * self.squeeze
        return x, self.height / 2 + (self.latitude - place[1]) * self.scale


def _span(longitudes: Sequence[float]) -> tuple[float, float]:
    """The shortest stretch that holds all longitudes: what the widest gap between them leaves."""
    found = sorted({longitude % 360 for longitude in longitudes})
    gaps = [after - before for before, after in zip(found, [*found[1:], found[0] + 360], strict=True)]
    widest = gaps.index(max(gaps))
    west = found[(widest + 1) % len(found)]
    return west, west + 360 - max(gaps)
