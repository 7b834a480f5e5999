"""The page of what was tested for access: that it says what the tests do, and of all templates."""

from __future__ import annotations

import json
import re
from pathlib import Path

from kushiro_yearbook.formats import pages, printing
from kushiro_yearbook.formats.page import Frame
from kushiro_yearbook.locales.locale import LOCALES
from kushiro_yearbook.pipeline import examine
from kushiro_yearbook.tested import findings
from kushiro_yearbook.theme import Theme, program_folder
from tests.browser.test_access import MORE as MORE_RULES
from tests.browser.test_access import TAGS
from tests.browsing import MORE, TEMPLATES
from tests.test_site import CONTENT, TOP, site

SPECIMEN = TOP / "tests" / "specimen" / "content"
ORDER = ("pages", "colours", "keyboard", "narrow", "room", "lines", "markup")
# What makes pages that readers see, but for what the preview alone shows.
KNOWN = {
    path.name
    for path in (TOP / "templates").glob("*.html")
    if '{% extends "base.html" %}' in path.read_text("utf-8") and path.name != "preview.html"
}


def shown() -> set[str]:
    """The templates of the pages that the browser tests open."""
    return {"choice.html", "404.html"} | {
        template
        for content, opened in ((CONTENT, TEMPLATES), (SPECIMEN, MORE))
        for path, template in made_from(content).items()
        if path in opened
    }


def made_from(content: Path) -> dict[str, str]:
    """The template of each page of a content by its path, but for the two that stand outside the locales."""
    yearbook = examine(content).yearbook
    assert yearbook is not None
    theme = Theme(program_folder("templates"), program_folder("static"))
    frames = [Frame(yearbook, theme, locale) for locale in LOCALES]
    made = [page for frame in frames for page in (*pages.pages(frame), *printing.pages(frame))]
    return {page.address.path: page.template for page in made}


def test_the_tests_open_a_page_of_every_template() -> None:
    """No template that readers see is left out of what the browser tests look at."""
    assert KNOWN == shown()


def test_the_results_are_of_these_templates_and_rules() -> None:
    """A template more or less, or another set of rules, asks for the tests to be written down anew."""
    assert KNOWN == set(findings().templates), "run scripts/access-results"
    assert (*TAGS, *MORE_RULES) == findings().rules, "run scripts/access-results"
    assert ORDER == tuple(findings().results), "run scripts/access-results"


def test_the_results_name_the_tools_that_are_locked() -> None:
    """The versions on the page are those that the tests use."""
    locked = json.loads((TOP / "requirements" / "browser" / "package.json").read_text("utf-8"))[
        "dependencies"
    ]

    assert locked["axe-core"] == findings().tools["axe-core"]
    assert locked["vnu-jar"] == findings().tools["Nu Html Checker"]


def test_the_page_says_the_results_and_claims_nothing() -> None:
    """Every count is printed in each language, with what was not tested; no page says that it conforms."""
    for language, claim in (("ja", "準拠を宣言するものではありません"), ("en", "claims conformance neither")):
        page = site(CONTENT)[f"{language}/2026/accessibility.html"].decode()

        assert [f"{result.looked:,}" for result in findings().results.values()] == re.findall(
            r'class="number-cell">([\d,]+)</td><td', page
        )
        assert claim in page
        assert "Chromium" in page


def test_the_page_tells_how_to_report_where_that_is_known() -> None:
    """A yearbook with `report` explains the link at the foot of its pages."""
    assert "Report a problem" in site(SPECIMEN)["en/2025/accessibility.html"].decode()
    assert "Report a problem" not in site(CONTENT)["en/2026/accessibility.html"].decode()
