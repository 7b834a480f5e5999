"""Access: every page of every locale by the rules of WCAG 2.2 AA, and each template in every colour."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as BrowserPage

from tests.browsing import pages, templates, window
from tests.handing import hand_over
from tests.test_site import TOP

pytestmark = pytest.mark.browser

# Level AA and what axe-core calls good practice, and besides what it leaves out unless it is asked.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
MORE = ("target-size", "td-has-header", "table-fake-caption", "p-as-heading", "label-content-name-mismatch")
AXE = TOP / ".browser" / "node_modules" / "axe-core" / "axe.min.js"
RULES = """async ([colours, tags, more]) => {
  const all = {
    runOnly: {type: "tag", values: tags},
    rules: Object.fromEntries(more.map(name => [name, {enabled: true}])),
  };
  const some = {runOnly: {type: "rule", values: colours}};
  const {violations, passes} = await axe.run(document, {
    ...(colours.length ? some : all), resultTypes: ["violations"], preload: false,
  });
  return {
    ran: passes.map(rule => rule.id),
    found: violations.flatMap(rule =>
      rule.nodes.map(node => `${rule.id}: ${node.target} ${node.failureSummary}`)),
  };
}"""


class Colours(NamedTuple):
    """The colours that a system asks a browser for."""

    scheme: Literal["light", "dark"]
    forced: Literal["active", "none"]


OTHERS = (Colours("dark", "none"), Colours("light", "active"), Colours("dark", "active"))
# The rules that see colours; no other can find more in the dark.
SEE = ("color-contrast", "link-in-text-block", "target-size")


def judged(page: BrowserPage, file: Path, *rules: str) -> list[str]:
    """What breaks a rule on a page that is open: these, or all."""
    answer = page.evaluate(RULES, [rules, TAGS, MORE])
    assert {"document-title", "html-has-lang", "region"} <= {*answer["ran"]} or rules, file
    return [f"{file.parent.name}/{file.name}: {words}" for words in answer["found"]]


def opened(page: BrowserPage, file: Path) -> None:
    """Open a file and bring the rules with it, which a policy of the page does not hinder."""
    page.goto(file.as_uri())
    page.evaluate(AXE.read_text("utf-8"))


@pytest.mark.parametrize("language", ["ja", "en", ""])
def test_every_page_keeps_the_rules(browser: Browser, folder: Path, language: str) -> None:
    """On a desk no page of a locale, and none that stands outside them, breaks a rule."""
    found, looked = [], 0
    with window(browser, 1280) as page:
        for path in pages(folder):
            if path.startswith(f"{language}/") if language else "/" not in path:
                opened(page, folder / path)
                found += judged(page, folder / path)
                looked += 1

    hand_over("pages", looked, found)
    assert found == []


@pytest.mark.parametrize("width", [360, 1280])
def test_every_template_keeps_the_rules_in_all_colours(
    browser: Browser, folder: Path, specimen: Path, width: int
) -> None:
    """On a phone and a desk, light, dark and in the system's own colours no template breaks a rule."""
    found = []
    with window(browser, width) as page:
        for file in templates(folder, specimen):
            opened(page, file)
            found += judged(page, file)
            for colours in OTHERS:
                page.emulate_media(color_scheme=colours.scheme, forced_colors=colours.forced)
                found += [f"{colours}: {words}" for words in judged(page, file, *SEE)]
            page.emulate_media(color_scheme="light", forced_colors="none")

    hand_over("colours", len(templates(folder, specimen)) * (1 + len(OTHERS)), found)
    assert found == []


def test_the_rules_find_what_is_broken(browser: Browser, tmp_path: Path) -> None:
    """Small targets, pale text, a table without heads and a paragraph for a heading are refused."""
    cells = "<tr><td colspan=3>表</td></tr>" + "<tr><td>1</td><td>2</td><td>3</td></tr>" * 4
    broken = tmp_path / "broken.html"
    broken.write_text(
        '<!DOCTYPE html><html lang="ja"><title>頁</title><main><h1>頁</h1>'
        '<p><a href="#a" style="display:block;width:8px;height:8px;font-size:6px">a</a>'
        '<a href="#b" style="display:block;width:8px;height:8px;font-size:6px">b</a></p>'
        '<p style="color:#bbb">薄い</p><p><b style="font-size:30px">見出し</b></p>'
        "<p>見出しよりも長い文がここにこうして続いていきます。</p>"
        f"<table>{cells}</table></main>",
        "utf-8",
    )
    with window(browser, 1280) as page:
        opened(page, broken)
        found = {words.split(": ")[1] for words in judged(page, broken)}

    assert {"target-size", "color-contrast", "td-has-header", "table-fake-caption", "p-as-heading"} <= found
