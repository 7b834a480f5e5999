"""The search in Chromium: what each query finds, the box by keyboard, from a disk, and without JavaScript."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
import yaml
from playwright.sync_api import Browser
from playwright.sync_api import Page as BrowserPage

from tests.browser.test_access import judged
from tests.browser.test_access import opened as with_rules
from tests.browsing import window
from tests.test_search import VECTORS
from tests.test_site import TOP

pytestmark = pytest.mark.browser

QUERIES = yaml.safe_load((TOP / "tests" / "search" / "queries.yaml").read_text("utf-8"))
CLASSES = {"kanji", "kana", "katakana", "half-width", "romaji", "number", "era", "substring", "several"}
CLASSES |= {"ranking", "English", "other-language", "nothing"}

ANSWERS = """queries => queries.map(({search, in: language}) => {
  const other = language === "ja" ? "en" : "ja";
  const at = ({pages}) => pages.flatMap(({page, places}) =>
    places.map(({place}) => page.path + (place.anchor ? "#" + place.anchor : "")));
  const [own, others] = [yearbookFinding.find(search, language), yearbookFinding.find(search, other)];
  return {
    found: at(own),
    offered: (own.total === 0 || yearbookFinding.foreign(search, language))
      && yearbookFinding.better(own, others) ? at(others) : [],
  };
})"""
FOLDED = """vectors => vectors.map(({words}) => ({words, fold: yearbookFolding.fold(words),
  sound: yearbookFolding.sound(words), asked: yearbookFolding.asked(words),
  dates: yearbookFolding.dates(words)}))"""


@pytest.fixture(scope="module")
def opened(browser: Browser, folder: Path) -> Iterator[BrowserPage]:
    """A page from the disk on which search and both indexes have been fetched."""
    with window(browser, 1280) as page:
        page.goto((folder / "ja/2026/planning/surveys.html").as_uri())
        page.get_by_role("combobox").fill("households")
        page.wait_for_function("Object.keys(window.yearbookIndexes ?? {}).length === 2")
        yield page


@pytest.fixture(scope="module")
def answers(opened: BrowserPage) -> list[dict[str, list[str]]]:
    """What each query finds."""
    found: list[dict[str, list[str]]] = opened.evaluate(ANSWERS, QUERIES)
    return found


def on(address: str, found: list[str]) -> list[str]:
    """The results that an address stands for: itself, and with a page every place on it."""
    return [each for each in found if each == address or each.partition("#")[0] == address]


def wrong(query: dict[str, Any], found: list[str], offered: list[str]) -> Iterator[str]:
    """What a query does not do that it must."""
    yield from (f"does not find {address}" for address in query.get("find", ()) if not on(address, found))
    yield from (f"finds {address}" for address in query.get("never", ()) if on(address, found))
    if "first" in query and (not found or found[0].partition("#")[0] not in query["first"]):
        yield f"finds first {found[:1]}"
    if query.get("nothing") and found:
        yield f"finds {found[:3]}"
    other = query.get("other")
    if (other == "none" and offered) or (other not in (None, "none") and not on(str(other), offered)):
        yield f"offers {offered[:3]}"


def test_every_query_finds_what_it_must_and_nothing_that_it_must_not(
    answers: list[dict[str, list[str]]],
) -> None:
    """All queries, in both languages, of every class."""
    failed = [
        (query["search"], query["in"], problem)
        for query, answer in zip(QUERIES, answers, strict=True)
        for problem in wrong(query, answer["found"], answer["offered"])
    ]

    assert [] == failed
    assert len(QUERIES) >= 60
    assert {query["class"] for query in QUERIES} == CLASSES


def test_what_is_found_is_there(answers: list[dict[str, list[str]]], folder: Path) -> None:
    """Every result leads to a page of the site and an id on it, and to one in print."""
    lost = []
    for query, answer in zip(QUERIES, answers, strict=True):
        for address in answer["found"]:
            path, _, anchor = address.partition("#")
            html = (folder / query["in"] / path).read_text("utf-8")
            lost += [address] if anchor and f'id="{anchor}"' not in html else []

    assert [] == lost


def test_the_browser_folds_as_python_does(opened: BrowserPage) -> None:
    """The vectors that the Python tests hold to hold here too."""
    assert VECTORS == opened.evaluate(FOLDED, VECTORS)


def test_a_row_is_found_by_the_keyboard_from_the_disk(browser: Browser, folder: Path) -> None:
    """Typing, arrows and Enter lead to the row; the list tells where it is; Escape closes it."""
    said: list[str] = []
    with window(browser, 360) as page:
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto((folder / "ja/2026/planning/surveys.html").as_uri())
        box = page.get_by_role("combobox", name="検索")
        box.focus()
        page.keyboard.type("えびな")
        page.wait_for_selector("[role=option]")

        assert box.get_attribute("aria-expanded") == "true"
        assert page.get_by_role("status").inner_text() == "1件見つかりました。"
        assert page.locator("[role=option] mark").inner_text() == "蝦名大也"
        page.keyboard.press("ArrowDown")
        assert (
            page.evaluate(
                "document.getElementById(document.activeElement.getAttribute('aria-activedescendant')).ariaSelected"
            )
            == "true"
        )
        page.keyboard.press("Escape")
        assert box.get_attribute("aria-expanded") == "false"
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/mayors.html#*")
        assert page.evaluate("document.querySelector(':target').innerText.includes('蝦名大也')")

    assert said == []


def test_the_other_language_is_offered(browser: Browser, folder: Path) -> None:
    """What Japanese pages do not say is offered in English, and the link leads there."""
    with window(browser, 1280) as page:
        page.goto((folder / "ja/index.html").as_uri())
        page.get_by_role("combobox").fill("households")
        link = page.locator(".search-other a")
        link.wait_for()

        assert link.get_attribute("lang") == "en"
        link.click()
        assert page.url.endswith("en/2026/planning/surveys.html#census")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_list_keeps_the_rules(
    browser: Browser, folder: Path, scheme: Literal["light", "dark"]
) -> None:
    """With results open nothing breaks a rule of access, and the narrowest phone does not scroll sideways."""
    file = folder / "ja/2026/planning/surveys.html"
    with window(browser, 320) as page:
        page.emulate_media(color_scheme=scheme)
        with_rules(page, file)
        page.get_by_role("combobox").fill("くしろ")
        page.wait_for_selector("[role=option]")
        page.keyboard.press("ArrowDown")

        assert [] == judged(page, file)
        assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_japanese_in_english_results_is_marked(browser: Browser, folder: Path) -> None:
    """A name that stays in kanji is read aloud as Japanese in the list too."""
    with window(browser, 1280) as page:
        page.goto((folder / "en/2026/planning/surveys.html").as_uri())
        page.get_by_role("combobox").fill("折原勝")
        page.wait_for_selector("[role=option]")

        assert page.locator("[role=option] mark [lang=ja]").first.inner_text() == "折原勝"


def test_without_javascript_there_is_a_link(browser: Browser, folder: Path) -> None:
    """The search place leads to the index of words."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "ja/2026/planning/surveys.html").as_uri())
    page.locator(".search a").click()

    assert page.url.endswith("ja/2026/word-index.html")
    context.close()


def test_search_is_light(folder: Path) -> None:
    """An index weighs 40 KiB at most, the search 10 KiB, the script of every page 5 KiB."""

    def weight(path: Path) -> int:
        return len(gzip.compress(path.read_bytes(), mtime=0))

    (script,) = (folder / "assets").glob("search.*.js")
    (start,) = (folder / "assets").glob("start.*.js")
    indexes = {language: weight(folder / language / "2026" / "search.js") for language in ("ja", "en")}

    assert max(indexes.values()) <= 40 * 1024, indexes
    assert weight(script) <= 10 * 1024
    assert len(start.read_bytes()) <= 5 * 1024
