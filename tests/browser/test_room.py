"""Room: narrow windows, larger text and wider spacing take nothing away."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browsing import pages, templates, window
from tests.handing import hand_over

pytestmark = pytest.mark.browser

# What readers may set over the page's own style (WCAG 1.4.12), and text twice as large (1.4.4).
SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
LARGER = ":root { font-size: 200% !important; }"
ADOPT = """style => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
}"""
# Lines of text that leave what cuts them off, or lie over another line; what is for ears alone is left out.
LOST = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const lines = [], lost = [];
  const scrolls = part => /auto|scroll/.test(getComputedStyle(part).overflowX);
  while (walker.nextNode()) {
    const text = walker.currentNode, parent = text.parentElement;
    if (!text.data.trim() || parent.closest(".visually-hidden, .skip-link, title, desc, rt, rp")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const boxes = [...range.getClientRects()].filter(box => box.width > 1);
    let cut = {left: 0, right: innerWidth, top: -Infinity, bottom: Infinity};
    for (let part = parent; part && part !== document.body; part = part.parentElement) {
      if (scrolls(part)) { cut = null; break; }
      const {overflowX, overflowY} = getComputedStyle(part);
      if (/hidden|clip/.test(overflowX + overflowY)) { cut = part.getBoundingClientRect(); break; }
    }
    for (const box of boxes) {
      const outside = cut && (box.left < cut.left - 1 || box.right > cut.right + 1
        || box.top + box.height / 4 < cut.top || box.bottom - box.height / 4 > cut.bottom);
      if (outside) lost.push(`cut off: ${text.data.trim()}`);
      lines.push({text: text.data.trim(), left: box.left, right: box.right,
                  top: box.top + box.height * 0.3, bottom: box.bottom - box.height * 0.3});
    }
  }
  lines.sort((a, b) => a.top - b.top);
  lines.forEach((a, i) => {
    for (let j = i + 1; j < lines.length && lines[j].top < a.bottom; j++) {
      const b = lines[j];
      if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2)
        lost.push(`over each other: ${a.text} | ${b.text}`);
    }
  });
  const wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) lost.push(`the page is ${wide} wide`);
  return lost;
}"""


def test_no_page_scrolls_sideways_on_the_narrowest_phone(browser: Browser, folder: Path) -> None:
    """At 320 pixels every page keeps to the window; only regions within it scroll."""
    with window(browser, 320) as page:
        found = {}
        for path in pages(folder):
            page.goto((folder / path).as_uri())
            found[path] = page.evaluate("document.documentElement.scrollWidth")

    wider = {path: wide for path, wide in found.items() if wide > 320}
    hand_over("narrow", len(found), wider)
    assert {} == wider


@pytest.mark.parametrize(
    ("width", "style"),
    [(320, ""), (1280, ""), (320, SPACING), (1280, SPACING), (640, LARGER), (1280, LARGER)],
    ids=["phone", "desk", "spaced on a phone", "spaced on a desk", "larger on a tablet", "larger on a desk"],
)
def test_nothing_is_lost(browser: Browser, folder: Path, specimen: Path, width: int, style: str) -> None:
    """No line of text is cut off or covered, whatever the reader sets."""
    found = []
    with window(browser, width) as page:
        for file in templates(folder, specimen):
            page.goto(file.as_uri())
            page.evaluate(ADOPT, style)
            found += [f"{file.parent.name}/{file.name}: {words}" for words in page.evaluate(LOST)]

    if style:
        hand_over("room", len(templates(folder, specimen)), found)
    assert [] == found


def test_what_is_lost_is_found(browser: Browser, tmp_path: Path) -> None:
    """A box too low for its text, and two lines in one place, are told."""
    broken = tmp_path / "broken.html"
    broken.write_text(
        '<!DOCTYPE html><div style="width:4em;height:1em;overflow:hidden">とても長い文がここにあります</div>'
        '<p>上</p><p style="margin-top:-2.4em">下</p>',
        "utf-8",
    )
    with window(browser, 320) as page:
        page.goto(broken.as_uri())
        found = {words.split(":")[0] for words in page.evaluate(LOST)}

    assert {"cut off", "over each other"} == found
