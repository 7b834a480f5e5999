"""Maps in Chromium: labels that can be read and stand apart, on a phone and a desk, in forced colours."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.test_maps import NAMES

pytestmark = pytest.mark.browser

PAGES = [f"{language}/2026/partners/{name}.html" for language in ("ja", "en") for name in ("index", *NAMES)]
# The sides of the map, and of each label as high as its letters, on the screen; the letters' size in pixels.
MEASURED = """() => {
  const map = document.querySelector("svg.map");
  const {left, top, right, bottom, width} = map.getBoundingClientRect();
  const labels = [...map.querySelectorAll("text")];
  const scale = width / map.viewBox.baseVal.width;
  const sizes = labels.map(label => parseFloat(getComputedStyle(label).fontSize) * scale);
  return {
    map: [left, top, right, bottom],
    labels: labels.map((label, i) => {
      const box = label.getBoundingClientRect();
      const middle = (box.top + box.bottom) / 2;
      return [box.left, middle - sizes[i] / 2, box.right, middle + sizes[i] / 2];
    }),
    marks: map.querySelectorAll(".map-mark").length,
    sizes,
    wide: document.documentElement.scrollWidth,
  };
}"""
COLOURS = """() => [".map-land", ".map-mark-city", ".map-label"].map(name => {
  const {fill, stroke} = getComputedStyle(document.querySelector(name));
  return [fill, stroke];
})"""


def overlap(a: list[float], b: list[float]) -> bool:
    """Whether two rectangles share more than a pixel each way."""
    return min(a[2], b[2]) - max(a[0], b[0]) > 1 and min(a[3], b[3]) - max(a[1], b[1]) > 1


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_labels_can_be_read(browser: Browser, folder: Path, width: int) -> None:
    """In the browser's own typeface no label leaves its map or meets another, and none is too small."""
    context = browser.new_context(viewport={"width": width, "height": 740})
    page = context.new_page()
    for path in PAGES:
        page.goto((folder / path).as_uri())
        found = page.evaluate(MEASURED)
        left, top, right, bottom = found["map"]

        assert width >= found["wide"], path
        assert 10 <= min(found["sizes"]), path
        assert found["marks"] == len(found["labels"]), path
        assert all(left <= a and top <= b and c <= right and d <= bottom for a, b, c, d in found["labels"]), (
            path
        )
        assert not [pair for pair in combinations(found["labels"], 2) if overlap(*pair)], path
    context.close()


def test_forced_colours_keep_land_marks_and_labels_apart(browser: Browser, folder: Path) -> None:
    """Where the system chooses the colours, land has a coast, and marks and labels the colour of text."""
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto((folder / "ja/2026/partners/burnaby.html").as_uri())
    land, mark, label = page.evaluate(COLOURS)
    context.close()

    assert land[0] != land[1]
    assert land[0] not in (mark[0], label[0])
    assert mark[0] == label[0] != label[1]
