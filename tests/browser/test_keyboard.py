"""The keyboard: where it goes, and whether one sees where it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browsing import templates, window
from tests.handing import hand_over

pytestmark = pytest.mark.browser

# Note every stop with its outline; count the elements that can be one, in the order of the document.
LISTEN = """() => {
  window.stops = [];
  window.goals = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")];
  document.addEventListener("focusin", ({target}) => {
    const {outlineStyle, outlineWidth, outlineColor} = getComputedStyle(target);
    const {width, height, left, right} = target.getBoundingClientRect();
    window.stops.push({
      at: goals.indexOf(target),
      seen: outlineStyle === "solid" && parseFloat(outlineWidth) >= 2 && outlineColor !== "rgba(0, 0, 0, 0)"
        && width > 0 && height > 0 && right > 0 && left < innerWidth,
      markup: target.outerHTML.slice(0, 120),
    });
  });
  return goals.length;
}"""
# Regions in which something is to be scrolled to, and what they lack to be reached and known.
REGIONS = """() => [...document.querySelectorAll("body *")]
  .filter(part => /auto|scroll/.test(getComputedStyle(part).overflowX) && part.scrollWidth > part.clientWidth)
  .map(part => ({
    markup: part.outerHTML.slice(0, 120),
    reached: part.tabIndex === 0,
    named: part.getAttribute("role") === "region"
      && !!(part.getAttribute("aria-label") || document.getElementById(part.getAttribute("aria-labelledby"))),
  }))"""

FOCUS = """() => [...document.querySelectorAll("[role=region]")]
  .find(part => part.scrollWidth > part.clientWidth).focus()"""


@pytest.mark.parametrize("width", [320, 1280])
def test_every_stop_is_seen_in_the_order_of_the_page(
    browser: Browser, folder: Path, specimen: Path, width: int
) -> None:
    """Tab begins with the skip link, passes every link and region in their order, each with an outline."""
    with window(browser, width) as page:
        for file in templates(folder, specimen):
            page.goto(file.as_uri())
            for _ in range(page.evaluate(LISTEN)):
                page.keyboard.press("Tab")
            stops = page.evaluate("window.stops")

            assert 'class="skip-link"' in stops[0]["markup"], file
            assert list(range(len(stops))) == [stop["at"] for stop in stops], file
            assert [] == [stop["markup"] for stop in stops if not stop["seen"]], file
            hand_over("keyboard", 1, [])


def test_what_scrolls_sideways_is_reached_and_named(browser: Browser, folder: Path, specimen: Path) -> None:
    """On the narrowest phone each region that scrolls takes the keyboard, has a name, and moves by arrow."""
    regions = 0
    with window(browser, 320) as page:
        for file in templates(folder, specimen):
            page.goto(file.as_uri())
            found = page.evaluate(REGIONS)
            regions += len(found)

            assert [] == [each["markup"] for each in found if not (each["reached"] and each["named"])], file

        page.goto((folder / "ja/2026/planning/surveys.html").as_uri())
        page.evaluate(FOCUS)
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(300)
        moved = page.evaluate("document.activeElement.scrollLeft")

    assert regions > 5
    assert moved > 0
