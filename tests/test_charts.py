"""Charts: what is drawn of which content, what is left undrawn, and what the pages say of it in words."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from decimal import Decimal

import pytest

from kushiro_yearbook.blocks.figures import Figure
from kushiro_yearbook.charts.bars import bars
from kushiro_yearbook.quantities import Quantity, Unit
from kushiro_yearbook.registers import Measure
from tests.test_site import CONTENT, TOP, site

CASES, GROUPS = Unit("件", "case", "case", "cases"), Unit("組", "group", "group", "groups")
REQUESTS = Measure("請求件数", "requests", {"en": "Requests"})
GRANTED, REFUSED = Measure("公開", "granted", {}), Measure("非公開", "refused", {})
SPECIMEN = TOP / "tests" / "specimen" / "content"


def cases(number: int, unit: Unit = CASES) -> Quantity:
    """A quantity of cases."""
    return Quantity(Decimal(number), unit)


Parts = dict[Measure, Quantity]


def figure(*values: Quantity, breakdown: Parts | None = None, outcomes: Parts | None = None) -> Figure:
    """A figure with its parts."""
    return Figure.model_construct(value=values, breakdown=breakdown, outcomes=outcomes)


def charts() -> Iterator[tuple[str, str]]:
    """Every chart of the real site and of the specimen with the path of its page."""
    for content in (CONTENT, SPECIMEN):
        for path, data in site(content).items():
            if path.endswith(".html"):
                found = re.findall(r'<figure class="chart.*?</figure>', data.decode(), re.DOTALL)
                yield from ((path, chart) for chart in found)


def test_bars_are_as_long_as_their_numbers() -> None:
    """All bars stand on the scale of the longest, which may be a part: one request may have two outcomes."""
    drawn = bars(figure(cases(10), outcomes={GRANTED: cases(20), REFUSED: cases(0)}), REQUESTS)

    assert [(REQUESTS, 50), (GRANTED, 100), (REFUSED, 0)] == [(bar.label, bar.length) for bar in drawn]


@pytest.mark.parametrize(
    "undrawn",
    [
        figure(cases(10)),
        figure(cases(0), breakdown={GRANTED: cases(0)}),
        figure(cases(10), cases(3, GROUPS), breakdown={GRANTED: cases(10)}),
        figure(cases(10), breakdown={GRANTED: cases(4, GROUPS)}),
        figure(Quantity(Decimal(8), CASES, Decimal(10)), breakdown={GRANTED: cases(8)}),
    ],
    ids=["no parts", "all nothing", "two units", "a part in another unit", "a range"],
)
def test_no_bars_without_one_scale(undrawn: Figure) -> None:
    """What cannot be compared by length stays a table alone."""
    assert () == bars(undrawn, REQUESTS)


def test_a_chart_says_its_figures() -> None:
    """The picture has a title and describes all it shows, in the page's language."""
    pages = site(SPECIMEN)
    ja, en = (pages[f"{lang}/2025/planning-office/figures.html"].decode() for lang in ("ja", "en"))

    assert ">請求件数の内訳のグラフ</title>" in ja
    assert ">請求件数 10件、公開 7件、非公開 3件</desc>" in ja
    assert ">Chart: Requests: breakdown</title>" in en
    assert ">Requests: 10, Disclosed: 7, Not disclosed: 3</desc>" in en


def test_every_chart_is_a_picture_with_words() -> None:
    """Its first drawing is named and described; what repeats the words is not read a second time."""
    for path, chart in charts():
        named = re.search(r'<svg[^>]* role="img" aria-labelledby="(\S+)-title (\S+)-desc">', chart)

        assert named, path
        assert f'<title id="{named[1]}-title">' in chart, path
        assert f'<desc id="{named[2]}-desc">' in chart, path
        assert 1 == chart.count(' role="img"'), path
        assert all('aria-hidden="true"' in rest for rest in re.findall("<div[^>]*>", chart)[:1]), path


def test_charts_are_light_and_without_style() -> None:
    """None takes more than 1.5 KB on its way, and none brings colours of its own."""
    found = list(charts())

    assert found
    assert 1500 >= max(len(gzip.compress(chart.encode())) for _, chart in found)
    assert [] == [path for path, chart in found if re.search(r"style=|fill=|stroke=", chart)]
