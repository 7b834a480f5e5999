"""Maps: what of the land is drawn, that marks and labels stand inside, and what the pages say of them."""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Sequence
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kushiro_yearbook.blocks.partners import Partner
from kushiro_yearbook.eras import Day, FiscalYear, Year
from kushiro_yearbook.maps.coast import clipped, land, seen, thinned
from kushiro_yearbook.maps.drawing import Map, Maps, ground_of
from kushiro_yearbook.maps.extent import HEIGHT, WIDTH, Extent
from kushiro_yearbook.maps.labels import EDGE, MARK, Box, Label, placed
from kushiro_yearbook.model import Edition, Yearbook
from kushiro_yearbook.pipeline import examine, make, program_theme
from kushiro_yearbook.positions import Position
from tests.test_positions import at
from tests.test_site import CONTENT, TOP, site

Point = tuple[float, float]

PLACES = st.tuples(st.floats(-180, 180), st.floats(-90, 90))
NAMES = (
    "tottori",
    "yuzawa",
    "burnaby",
    "kholmsk",
    "seward",
    "new-orleans",
    "hunter",
    "petropavlovsk-kamchatsky",
)
EVERY_PARTNER = pytest.mark.parametrize("name", NAMES)
EACH_LANGUAGE = pytest.mark.parametrize("language", ["ja", "en"])


@cache
def real() -> Yearbook:
    """The real content."""
    yearbook = examine(CONTENT).yearbook
    assert yearbook is not None
    return yearbook


def edition() -> Edition:
    """Its newest edition."""
    return real().newest


def partner(name: str) -> Partner:
    """A partner of it."""
    return next(partner for _, _, partner in edition().partners if partner.id == name)


def maps(language: str) -> Maps:
    """The maps of a language."""
    return Maps(real().form.municipality, language)


def homeless() -> Maps:
    """Maps around a town that says no position."""
    return Maps(real().form.municipality.model_copy(update={"position": None}), "ja")


def area(ring: Sequence[Point]) -> float:
    """What a ring encloses."""
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairwise([*ring, *ring[:1]]))) / 2


@given(PLACES, st.tuples(st.floats(0.5, 60), st.floats(0.5, 60)), st.data())
def test_what_is_cut_is_what_both_cover(corner: Point, size: Point, data: st.DataObject) -> None:
    """A rectangle cut by bounds has the area that the two share, and no point outside."""
    (x, y), (width, height) = corner, size
    west, south = data.draw(PLACES)
    bounds = (west, south, west + 40, south + 30)
    ring = clipped([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], bounds)
    across = min(x + width, west + 40) - max(x, west)
    up = min(y + height, south + 30) - max(y, south)

    assert max(across, 0) * max(up, 0) == pytest.approx(area(ring), abs=1e-6)
    assert all(west - 1e-9 <= u <= west + 40 + 1e-9 for u, _ in ring)
    assert all(south - 1e-9 <= v <= south + 30 + 1e-9 for _, v in ring)


def test_a_ring_that_leaves_and_returns_is_cut_at_both_crossings() -> None:
    """A notch that begins inside and ends outside stays a notch."""
    notched: list[Point] = [(0, 0), (10, 0), (10, 4), (5, 4), (5, 6), (10, 6), (10, 10), (0, 10)]

    assert 8 * 10 - 3 * 2 == area(clipped(notched, (0, 0, 8, 10)))


def test_thinning_leaves_out_near_points_alone() -> None:
    """What stays is at least so far apart, begins where it began, and is of the ring's own points."""
    ring = [(number / 10, 0.0) for number in range(100)]
    thin = thinned(ring, 0.9)

    assert ring[0] == thin[0]
    assert set(thin) <= set(ring)
    assert 11 == len(thin)


def test_a_speck_is_left_out_unless_it_lies_near_a_mark() -> None:
    """An islet of less than a pixel or two is seen only where somebody looks for it."""
    speck = [(100.0, 100.0), (101.0, 100.0), (101.0, 101.0)]

    assert not seen(speck, [(150.0, 100.0)])
    assert seen(speck, [(105.0, 104.0)])
    assert "M1000 1000l10 0 0 10z" == land([speck], [(105.0, 104.0)])


@given(st.lists(PLACES, min_size=1, max_size=9))
def test_every_place_lies_on_the_map(places: list[Point]) -> None:
    """Whatever the places, at the seam and at the poles: all are inside, and the map ends with the earth."""
    extent = Extent.around(places)
    spots = [extent.spot(place) for place in places]
    west, south, east, north = extent.bounds

    assert all(-0.01 <= x <= extent.width + 0.01 and -0.01 <= y <= extent.height + 0.01 for x, y in spots)
    assert extent.width <= WIDTH
    assert extent.height <= HEIGHT
    assert -90.001 <= south < north <= 90.001
    assert west < east <= west + 360.001


def test_two_places_beside_the_seam_are_near() -> None:
    """179° east and 179° west are two degrees apart, not 358, and keep their order."""
    extent = Extent.around([(179, 0), (-179, 0)])
    (left, _), (right, _) = extent.spot((179, 0)), extent.spot((-179, 0))

    assert 0 < right - left < 60
    assert left + right == pytest.approx(extent.width)


def test_a_map_is_true_at_its_centre() -> None:
    """A degree of longitude is drawn as long as it is there, next to one of latitude."""
    extent = Extent.around([(140, 58), (142, 62)])
    (x, y), (u, v) = extent.spot((141, 60)), extent.spot((142, 61))

    assert 0.5 == pytest.approx((u - x) / (y - v))


def box_of(label: Label, width: float, height: float) -> Box:
    """The rectangle of a label's words."""
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return Box(left, label.y - height / 2, left + width, label.y + height / 2)


@given(
    st.lists(st.tuples(st.floats(10, 350), st.floats(10, 250)), min_size=1, max_size=8, unique=True),
)
def test_labels_stand_inside_and_apart(marks: list[Point]) -> None:
    """Wherever eight marks stand apart, no label covers another, none another mark, none the edge."""
    assume(all(abs(x - u) + abs(y - v) > 4 * MARK for (x, y), (u, v) in combinations(marks, 2)))
    labels = placed(tuple(marks), ((10.0, 15.0),) * len(marks), (360.0, 260.0))
    boxes = [box_of(label, 10, 15) for label in labels]

    assert len(marks) == len(boxes)
    assert all(-1e-9 <= box.left and box.right <= 360 + 1e-9 for box in boxes)
    assert all(-1e-9 <= box.top and box.bottom <= 260 + 1e-9 for box in boxes)
    assert 0 == sum(a.shared(b) for a, b in combinations(boxes, 2))
    assert 0 == sum(box.shared(Box.at(mark, 2 * MARK, 2 * MARK)) for box in boxes for mark in marks)


def test_a_label_in_a_crowd_is_tied_to_its_mark() -> None:
    """Where no room is left beside the mark, the label stands further away and a line leads to it."""
    marks = [(100.0 + 9 * x, 100.0 + 9 * y) for x in range(3) for y in range(3)]
    labels = placed(tuple(marks), ((12.0, 14.0),) * 9, (360.0, 260.0))

    assert 9 == len(labels)
    assert any(label.tied for label in labels)
    assert not all(label.tied for label in labels)


def test_a_label_wider_than_the_map_begins_at_its_edge() -> None:
    """It is read from its beginning as far as there is room; the page says the name whole."""
    [label] = placed(((50.0, 50.0),), ((400.0, 14.0),), (360.0, 260.0))

    assert (EDGE, "start") == (label.x, label.anchor)


def boxes_of(drawn: Map) -> list[Box]:
    """The boxes of a map's labels as a browser may draw them: a little smaller than room was left for."""
    return [box_of(mark.label, 7.0 * len(mark.words), 13) for mark in drawn.marks]


@EACH_LANGUAGE
def test_all_partners_stand_on_one_map(language: str) -> None:
    """The town comes first with its name, then each partner with its number; nothing covers anything."""
    drawn = maps(language).of_all(edition())
    assert drawn is not None
    width, height = drawn.ground.width, drawn.ground.height
    marks = [Box.at((mark.x, mark.y), 2 * MARK, 2 * MARK) for mark in drawn.marks]

    assert ["town", *(partner.type for _, _, partner in edition().partners)] == [m.kind for m in drawn.marks]
    assert [str(number) for number in range(1, 9)] == [mark.words for mark in drawn.marks[1:]]
    assert all(box.left > 0 and box.right < width and box.top > 0 and box.bottom < height for box in marks)
    assert 0 == sum(a.shared(b) for a, b in combinations(boxes_of(drawn), 2))
    assert 0 == sum(label.shared(mark) for label in boxes_of(drawn) for mark in marks)


@EACH_LANGUAGE
@EVERY_PARTNER
def test_both_marks_stand_well_inside_a_partners_map(name: str, language: str) -> None:
    """Town and partner are on it by their names and apart, and the way leads from one to the other."""
    drawn = maps(language).of_one(partner(name))
    assert drawn is not None
    town, there = drawn.marks
    ends = re.findall(r"-?[0-9.]+ -?[0-9.]+", drawn.ground.ways[0])

    assert ["town", partner(name).type] == [town.kind, there.kind]
    assert all(2 * MARK < mark.x < drawn.ground.width - 2 * MARK for mark in drawn.marks)
    assert all(2 * MARK < mark.y < drawn.ground.height - 2 * MARK for mark in drawn.marks)
    assert all(mark.words for mark in drawn.marks)
    assert abs(town.x - there.x) + abs(town.y - there.y) > 4 * MARK
    assert [f"{mark.x:.1f} {mark.y:.1f}" for mark in drawn.marks] == [ends[0], ends[-1]]


def test_without_the_towns_position_there_is_no_way_and_no_distance() -> None:
    """The partners are shown alone."""
    drawn, one = homeless().of_all(edition()), homeless().of_one(partner("hunter"))
    assert drawn is not None
    assert one is not None

    assert ("city", 8, ()) == (drawn.marks[0].kind, len(drawn.marks), drawn.ground.ways)
    assert ["wetland"] == [mark.kind for mark in one.marks]
    assert homeless().distance(partner("hunter")) is None


def test_a_partner_without_a_position_is_not_on_the_map_but_keeps_its_number() -> None:
    """The numbers are those of the list, which names every partner."""
    rows = edition().partners
    lost = rows[2][2].model_copy(update={"position": None})
    fewer = Edition("2026", edition().form, (), ())
    fewer.__dict__["partners"] = (*rows[:2], (*rows[2][:2], lost), *rows[3:])
    drawn = maps("ja").of_all(fewer)
    assert drawn is not None

    assert ["1", "2", "4", "5", "6", "7", "8"] == [mark.words for mark in drawn.marks[1:]]
    assert maps("ja").of_one(lost) is None
    assert maps("ja").distance(lost) is None


def test_without_any_position_there_is_no_map() -> None:
    """Nothing is drawn where nothing is known."""
    assert maps("ja").of_all(Edition("2026", edition().form, (), ())) is None


@settings(max_examples=40)
@given(st.builds(Position, st.decimals(-90, 90, places=1), st.decimals(-180, 180, places=1)))
def test_any_partner_has_a_map(there: Position) -> None:
    """However far, beyond the seam and at the poles: both spots are inside, and the path data is sound."""
    ground = ground_of.__wrapped__(at("42.98", "144.38"), (there,))

    assert all(-0.01 <= x <= ground.width + 0.01 for x, _ in ground.spots)
    assert all(-0.01 <= y <= ground.height + 0.01 for _, y in ground.spots)
    assert re.fullmatch(r"(?:M-?\d+ -?\d+l-?\d+(?:[ -]\d+| -?\d+)*z)*", ground.land)


class Told:
    """The map that a page shows, as those hear it who do not see it."""

    def __init__(self, path: str) -> None:
        html = site()[path].decode()
        self.svg = html[html.index('<svg class="map"') :].partition("</svg>")[0]
        self.title = re.sub("<.*?>", "", self.svg.partition("<title")[2].partition("</title>")[0]).partition(
            ">"
        )[2]
        self.desc = self.svg.partition("<desc")[2].partition("</desc>")[0].partition(">")[2]


SAID = {
    "ja": ("姉妹都市", "昭和40年9月9日提携", "60周年", "約6,700km（二点間の大圏距離を計算した値）"),
    "en": (
        "Sister city",
        "since 9 September 1965",
        "60 years",
        "about 6,700 km (great-circle distance, computed)",
    ),
}


@EACH_LANGUAGE
def test_a_partners_map_tells_what_it_shows(language: str) -> None:
    """Title and description say the name, what it is, since when, the anniversary and the distance."""
    told = Told(f"{language}/2026/partners/burnaby.html")
    name = {"ja": "バーナビー市", "en": "City of Burnaby"}[language]

    assert name in told.title
    assert told.desc.startswith(name)
    assert all(words in told.desc for words in SAID[language])


@EACH_LANGUAGE
def test_the_map_of_all_tells_what_it_shows(language: str) -> None:
    """Its description goes through the partners by their numbers, with all that the single maps say."""
    told = Told(f"{language}/2026/partners/index.html")
    names = [partner.name.words(language) for _, _, partner in edition().partners]

    assert all(f"{number} {name}: " in told.desc for number, name in enumerate(names, 1))
    assert all(words in told.desc for words in SAID[language])
    assert told.title


@EACH_LANGUAGE
def test_maps_are_light(language: str) -> None:
    """Compressed, each partner's drawing is below 8 KB and that of all below 12."""
    sizes = {
        name: len(gzip.compress(Told(f"{language}/2026/partners/{name}.html").svg.encode(), 9))
        for name in (*NAMES, "index")
    }

    assert sizes.pop("index") < 12_000
    assert max(sizes.values()) < 8_000


def day(year: int, month: int, date: int) -> Day:
    """A day by its numbers."""
    return Day(year, month, date)


@pytest.mark.parametrize(
    ("agreed", "during", "expected"),
    [
        (day(1965, 9, 9), FiscalYear(2025), (60, "2025-09-09")),
        (day(1965, 9, 9), Year(2026), (61, "2026-09-09")),
        (day(1990, 3, 31), FiscalYear(2025), (36, "2026-03-31")),
        (day(1990, 4, 1), FiscalYear(2025), (35, "2025-04-01")),
        (day(2025, 9, 9), FiscalYear(2025), None),
        (day(2025, 2, 1), FiscalYear(2025), (1, "2026-02-01")),
        (day(2030, 9, 9), FiscalYear(2025), None),
        (day(1988, 2, 29), Year(2024), (36, "2024-02-29")),
        (day(1988, 2, 29), Year(2025), None),
    ],
)
def test_an_anniversary_is_a_day_of_the_year_told_of(
    agreed: Day, during: Year | FiscalYear, expected: tuple[int, str] | None
) -> None:
    """It is counted to the day that falls in the year, fiscal or not; without such a day there is none."""
    found = partner("burnaby").model_copy(update={"agreed": agreed}).anniversary(during)

    assert expected == (found and (found.years, found.day.iso))


def test_the_map_of_all_stands_on_any_page_of_an_edition(tmp_path: Path) -> None:
    """A page that includes it shows it with its list; where it is brief, without the years."""
    shutil.copytree(TOP / "tests" / "specimen" / "content", content := tmp_path / "content")
    part = content / "theme" / "templates" / "parts" / "partners-door.html"
    part.parent.mkdir(parents=True)
    part.write_text('{% with brief = true %}{% include "parts/partners-map.html" %}{% endwith %}', "utf-8")
    checked = examine(content)
    assert checked.yearbook is not None
    home = make(checked.yearbook, program_theme(checked.town))["en/index.html"].decode()
    listed = home.partition('<ol class="map-list">')[2].partition("</ol>")[0]

    assert 'id="partners-map-desc">1 Port of Kitano: Sister port, since 21 July 1982, 42 years' in home
    assert "Port of Kitano</a>" in listed
    assert "Sister port" in listed
    assert "1982" not in listed
