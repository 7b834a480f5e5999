"""Readings over kanji in Chromium: seen on a phone and a desk, by the rules, and not copied."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.test_access import judged, opened
from tests.browser.test_room import LOST
from tests.browsing import TEMPLATES, window
from tests.publishing import publish
from tests.test_furigana import shown
from tests.test_site import TOP

pytestmark = pytest.mark.browser

# One page of each template, as it is with readings.
PAGES = tuple(path.replace("ja/", "furigana/") for path in TEMPLATES if path.startswith("ja/"))
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
    """On each template no rule is broken, no line is covered, and the page never scrolls sideways."""
    found = []
    with window(browser, width) as page:
        for path in PAGES:
            opened(page, readings / path)
            found += judged(page, readings / path)
            found += [f"{path}: {words}" for words in page.evaluate(LOST)]

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
