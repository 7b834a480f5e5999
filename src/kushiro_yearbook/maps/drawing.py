"""The maps of the partners: one of all with numbers, and one of each with the town."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kushiro_yearbook.blocks.partners import Partner
from kushiro_yearbook.inline import plain
from kushiro_yearbook.maps.coast import clipped, land, way
from kushiro_yearbook.maps.extent import Extent
from kushiro_yearbook.maps.labels import Label, placed, width_of
from kushiro_yearbook.maps.outlines import land_within
from kushiro_yearbook.model import Edition, Municipality
from kushiro_yearbook.positions import Position, distance, great_circle, rounded
from kushiro_yearbook.text import Text

# In units of the map; the style sheet says the same.
NAME, NUMBER = 13.0, 13.0
TOWN = "town"

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Ground:
    """What a map shows without its words: its size, path data of land and great circles, and its spots.

    The land is in tenths of a unit, all else in units.
    """

    width: float
    height: float
    land: str
    ways: tuple[str, ...]
    spots: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """What is marked: its kind (a partner's type or the town), its spot, its label and the words in it."""

    kind: str
    x: float
    y: float
    label: Label
    words: str
    name: Text


@dataclass(frozen=True, slots=True)
class Map:
    """A map with its marks."""

    ground: Ground
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Maps:
    """The maps of one language, around a town whose position may be unknown."""

    town: Municipality
    language: str

    def of_all(self, edition: Edition) -> Map | None:
        """The partners by their numbers, from 1 in their order; None where no position is known."""
        partners = [partner for _, _, partner in edition.partners]
        marked = [(str(number), partner) for number, partner in enumerate(partners, 1) if partner.position]
        return self._drawn(marked) if marked else None

    def of_one(self, partner: Partner) -> Map | None:
        """A partner and the town by their names; None where the partner's position is unknown."""
        return self._drawn([(self._said(partner.name), partner)]) if partner.position else None

    def distance(self, partner: Partner) -> int | None:
        """The great-circle distance from the town in km, rounded; None where either is unknown."""
        here, there = self.town.position, partner.position
        return rounded(distance(here, there)) if here and there else None

    def _drawn(self, marked: Sequence[tuple[str, Partner]]) -> Map:
        positions = tuple(partner.position for _, partner in marked if partner.position)
        ground = ground_of(self.town.position, positions)
        names = [(TOWN, self._said(self.town.name), self.town.name)] if self.town.position else []
        names += [(partner.type, words, partner.name) for words, partner in marked]
        sizes = tuple((width_of(words, NAME) + 2, NAME + 2) for _, words, _ in names)
        labels = placed(ground.spots, sizes, (ground.width, ground.height))
        rows = zip(names, ground.spots, labels, strict=True)
        return Map(
            ground, tuple(Mark(kind, *spot, label, words, name) for (kind, words, name), spot, label in rows)
        )

    def _said(self, text: Text) -> str:
        return plain(text.runs(self.language))


@cache
def ground_of(town: Position | None, partners: tuple[Position, ...]) -> Ground:
    """The ground with the town, if it is known, and partners; drawn once for all languages and pages."""
    circles = [[*great_circle(town, partner)] for partner in partners] if town else []
    positions = [place.degrees for place in ((town, *partners) if town else partners)]
    extent = Extent.around([*positions, *(point for circle in circles for point in circle)])
    spots = tuple(extent.spot(position) for position in positions)
    coast = land(_rings(extent), spots)
    return Ground(
        extent.width, extent.height, coast, tuple(_way(circle, extent) for circle in circles), spots
    )


def _rings(extent: Extent) -> Iterator[Sequence[Point]]:
    """The rings of land laid on the map; cut a little beyond its edges, so that no cut is seen."""
    west, south, east, north = extent.bounds
    beyond = 2 / extent.scale
    for ring, turn in land_within(extent.bounds, extent.height / extent.scale):
        bounds = (west - 2 * beyond - turn, south - beyond, east + 2 * beyond - turn, north + beyond)
        yield [extent.laid((longitude + turn, latitude)) for longitude, latitude in clipped(ring, bounds)]


def _way(circle: Sequence[Point], extent: Extent) -> str:
    """A great circle from the town's spot on, counted as the extent's longitudes."""
    turn = 360 * round((extent.longitude - circle[0][0]) / 360)
    return way(extent.laid((longitude + turn, latitude)) for longitude, latitude in circle)
