"""Readings over kanji in Chromium: seen on a phone and a desk, by the rules, and not copied."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.test_access import judged, opened
from tests.browsing import TEMPLATES, window
from tests.publishing import publish
from tests.test_furigana import shown
from tests.test_site import TOP

pytestmark = pytest.mark.browser

# One page of each template, as it is with readings.
PAGES = tuple(path.replace("ja/", "furigana/") for path in TEMPLATES if path.startswith("ja/"))
# Readings that lie over another reading or another line; over kana beside its word one may reach.
COVERED = """() => {
  const boxes = [], found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode, parent = text.parentElement;
    if (!text.data.trim() || parent.closest(".visually-hidden, .skip-link, title, desc, rp")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const reading = parent.closest("rt");
    for (const {left, right, top, bottom} of range.getClientRects())
      boxes.push({text: text.data.trim(), reading, left, right, top, bottom, cut: (bottom - top) / 4});
  }
  boxes.sort((a, b) => a.top - b.top);
  boxes.forEach((a, i) => {
    for (let j = i + 1; j < boxes.length && boxes[j].top < a.bottom; j++) {
      const b = boxes[j];
      const deep = Math.min(a.bottom - a.cut, b.bottom - b.cut) - Math.max(a.top + a.cut, b.top + b.cut);
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      if ((a.reading || b.reading) && deep > 1 && wide > 2) found.push(`${a.text} | ${b.text}`);
    }
  });
  if (document.documentElement.scrollWidth > innerWidth) found.push("the page is too wide");
  return found;
}"""
# How large each reading is.
SEEN = """() => [...document.querySelectorAll("main rt")].map(reading => {
  return {size: parseFloat(getComputedStyle(reading).fontSize)};
})"""


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real edition's site with readings on the disk."""
    target = tmp_path_factory.mktemp("readings") / "site"
    publish(shown(TOP / "content"), target)
    return target


@pytest.mark.parametrize("width", [320, 1280])
def test_pages_with_readings_keep_the_rules(browser: Browser, readings: Path, width: int) -> None:
    """On each template no rule is broken, no reading lies over another line, and no page is too wide."""
    found = []
    with window(browser, width) as page:
        for path in PAGES:
            opened(page, readings / path)
            found += judged(page, readings / path)
            found += [f"{path}: {words}" for words in page.evaluate(COVERED)]

    assert [] == found


def test_readings_are_large_enough_to_read(browser: Browser, readings: Path) -> None:
    """None is smaller than ten pixels on a phone."""
    with window(browser, 360) as page:
        page.goto((readings / "furigana/2026/planning/surveys.html").as_uri())
        seen = page.evaluate(SEEN)

    assert len(seen) > 100
    assert all(reading["size"] >= 10 for reading in seen)


def test_what_is_copied_is_the_text_alone(browser: Browser, readings: Path) -> None:
    """A heading that is selected is the heading of the plain page."""
    select = "getSelection().selectAllChildren(document.querySelector('h1')) ?? getSelection().toString()"
    with window(browser, 360) as page:
        said = []
        for locale in ("ja", "furigana"):
            page.goto((readings / locale / "2026/planning/surveys.html").as_uri())
            said.append(page.evaluate(select))

    assert said[0]
    assert said[0] == said[1]
