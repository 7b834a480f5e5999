"""Lines of Japanese as Chromium breaks them: what may begin none, and what may end none."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browsing import TEMPLATES, templates, window
from tests.handing import hand_over

pytestmark = pytest.mark.browser

WIDTHS = (320, 344, 360, 393, 430, 600, 744, 820, 1024, 1280)
# JLREQ: closing brackets, hyphens, dividing and middle dots, full stops, commas, iteration marks, the long
# vowel and small kana begin no line; opening brackets end none.
NEVER_FIRST = (
    "’”）〕］｝〉》」』】)]}｠»‐〜～゠–！？!?‼⁇⁈⁉・：；:;。．、，,.ヽヾゝゞ々〻"
    "ーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
)
NEVER_LAST = "‘“（〔［｛〈《「『【([{｟«"
# What only some browsers know, and how a line is set without it.
ENHANCEMENTS = {
    "text-autospace": "no-autospace",
    "text-spacing-trim": "space-all",
    "hanging-punctuation": "none",
    "word-break": "normal",
    "text-wrap": "wrap",
}
NARROW, WIDE = 360, 768
# A sheet of the reader's own, which the page's policy lets be.
WITHOUT = """([property, value]) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`*, ::before, ::after { ${property}: ${value} !important }`);
  document.adoptedStyleSheets = [sheet];
  return [...document.querySelectorAll("h1, main p")].every(
    part => !CSS.supports(property, value) || getComputedStyle(part).getPropertyValue(property) === value);
}"""
# The first and the last letter of every line of a block, with what stands on the line.
BROKEN = """([first, last]) => {
  const blocks = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const flows = part => /^(inline|ruby|contents)/.test(getComputedStyle(part).display)
    && getComputedStyle(part).display !== "inline-block" && getComputedStyle(part).display !== "inline-flex";
  while (walker.nextNode()) {
    const node = walker.currentNode;
    let block = node.parentElement;
    if (block.closest(".visually-hidden, rt, rp, svg")) continue;
    while (flows(block)) block = block.parentElement;
    if (!block.offsetWidth || block.closest("html > :not(body)")) continue;
    if (!blocks.has(block)) blocks.set(block, []);
    blocks.get(block).push(node);
  }
  const found = [];
  let lines = 0;
  for (const nodes of blocks.values()) {
    if (!nodes.some(node => /[\\u3040-\\u30ff\\u4e00-\\u9fff]/.test(node.data))) continue;
    let line = "", bottom = null;
    const close = () => {
      const words = line.trim();
      if (words && last.includes(words.at(-1))) found.push(`ends: ${words}`);
      line = "";
    };
    for (const node of nodes) {
      for (let i = 0; i < node.data.length; i++) {
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const box = range.getClientRects()[0];
        if (!box || !box.width) continue;
        const middle = (box.top + box.bottom) / 2;
        if (bottom !== null && middle > bottom) {
          close();
          lines++;
          if (first.includes(node.data[i])) found.push(`begins: ${node.data.slice(i).trim()}`);
        }
        if (bottom === null || middle > bottom || box.bottom > bottom) bottom = box.bottom;
        line += node.data[i];
      }
    }
  }
  return {lines, found};
}"""


def test_no_line_begins_or_ends_with_what_may_not(browser: Browser, folder: Path, specimen: Path) -> None:
    """At ten widths the lines of each template keep the prohibitions of JLREQ."""
    found, lines = [], 0
    with window(browser, WIDTHS[0]) as page:
        for file in templates(folder, specimen):
            page.goto(file.as_uri())
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                answer = page.evaluate(BROKEN, [NEVER_FIRST, NEVER_LAST])
                lines += answer["lines"]
                found += [f"{file.parent.name}/{file.name} at {width}: {words}" for words in answer["found"]]

    hand_over("lines", len(templates(folder, specimen)) * len(WIDTHS), found)
    assert lines > 2000
    assert [] == found


def test_lines_keep_the_prohibitions_without_what_only_some_browsers_know(
    browser: Browser, folder: Path
) -> None:
    """Where one of the finer properties is missing, lines are plainer but none breaks the prohibitions."""
    found, lines = [], 0
    files = [folder / path for path in TEMPLATES if path.startswith("ja/") and "print" not in path]
    with window(browser, NARROW) as page:
        for file in files:
            page.goto(file.as_uri())
            for width in (NARROW, WIDE):
                page.set_viewport_size({"width": width, "height": 900})
                for property_, value in ENHANCEMENTS.items():
                    assert page.evaluate(WITHOUT, [property_, value])
                    answer = page.evaluate(BROKEN, [NEVER_FIRST, NEVER_LAST])
                    lines += answer["lines"]
                    found += [
                        f"{file.name} at {width} without {property_}: {words}" for words in answer["found"]
                    ]

    assert lines > 500
    assert [] == found


def test_a_line_that_breaks_the_prohibition_is_found(browser: Browser, tmp_path: Path) -> None:
    """Without strict breaking a small kana begins a line, and a forced break leaves a bracket at an end."""
    broken = tmp_path / "broken.html"
    broken.write_text(
        '<!DOCTYPE html><html lang="ja"><body style="line-break: loose; font-size: 20px">'
        '<p style="width: 3.1em">あいうァえお</p><p>かき「<br>く」</p>',
        "utf-8",
    )
    with window(browser, 320) as page:
        page.goto(broken.as_uri())
        found = page.evaluate(BROKEN, [NEVER_FIRST, NEVER_LAST])["found"]

    assert ["begins: ァえお", "ends: かき「"] == found
