"""The real edition in Chromium: from the disk, without JavaScript, narrow and wide, and on paper."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext
from playwright.sync_api import Page as BrowserPage

from tests.browsing import TEMPLATES

pytestmark = pytest.mark.browser


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A narrow window without JavaScript."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    yield context
    context.close()


def shown(context: BrowserContext, folder: Path, path: str) -> BrowserPage:
    """A page of the site, opened from the disk."""
    page = context.new_page()
    page.goto((folder / path).as_uri())
    return page


@pytest.mark.parametrize("path", TEMPLATES)
def test_page_is_styled_and_silent(browser: Browser, folder: Path, path: str) -> None:
    """A page opened from the disk has its style and says nothing on the console."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    said: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.goto((folder / path).as_uri())
    colour = page.evaluate("getComputedStyle(document.querySelector('.site-footer')).backgroundColor")
    context.close()

    assert colour == "rgb(244, 246, 249)"
    assert said == []


@pytest.mark.parametrize("path", TEMPLATES)
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_page_never_scrolls_sideways(browser: Browser, folder: Path, path: str, width: int) -> None:
    """Wide tables scroll inside their own region, never the page."""
    context = browser.new_context(viewport={"width": width, "height": 740})
    page = shown(context, folder, path)
    found = page.evaluate("document.documentElement.scrollWidth")
    context.close()

    assert found <= width


def test_reader_finds_a_figure_without_javascript(phone: BrowserContext, folder: Path) -> None:
    """From the first page by links alone to a department, a section, its English page and back."""
    page = shown(phone, folder, "index.html")
    page.get_by_role("link", name="日本語").click()
    page.locator("#departments").get_by_role("link", name="企画課").click()
    page.locator(".contents").get_by_role("link", name="各種統計調査結果", exact=True).click()
    page.get_by_role("link", name="English").click()

    assert page.get_by_role("heading", level=1).inner_text().startswith("14")
    assert page.locator("td", has_text="151,326").is_visible()
    page.get_by_role("link", name="日本語").click()
    assert page.url.endswith("ja/2026/planning/surveys.html")


def test_first_stop_of_the_keyboard_leads_to_the_main_part(browser: Browser, folder: Path) -> None:
    """The skip link is the first thing that Tab reaches, and is seen then."""
    context = browser.new_context()
    page = shown(context, folder, "ja/2026/planning/surveys.html")
    page.keyboard.press("Tab")
    link = page.locator(":focus")

    assert link.inner_text() == "本文へ移動"
    assert link.bounding_box() is not None
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    context.close()


class Paper(NamedTuple):
    """A print edition as PDF, with its headings and heads of tables."""

    language: str
    pdf: Path
    headings: list[str]


# The headings that something follows, and the heads of tables.
HEADINGS = """[...document.querySelectorAll(".section > :is(h4, h5, h6), .print-section > h3")]
    .filter(heading => heading.parentElement.innerText.trim() !== heading.innerText.trim())
    .concat([...document.querySelectorAll("thead tr")])
    .map(heading => heading.innerText)"""


@pytest.fixture(scope="module", params=["ja", "en"])
def paper(
    request: pytest.FixtureRequest, browser: Browser, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Paper:
    """The print edition of a language."""
    pdf = tmp_path_factory.mktemp("paper") / "print.pdf"
    context = browser.new_context()
    page = shown(context, folder, f"{request.param}/2026/print/index.html")
    headings = page.evaluate(HEADINGS)
    page.pdf(path=pdf, prefer_css_page_size=True)
    context.close()
    return Paper(request.param, pdf, headings)


def sheets(paper: Paper) -> list[list[str]]:
    """The lines of each page, without blank ones and the page number."""
    command = ["pdftotext", "-layout", str(paper.pdf), "-"]
    text = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    pages = [[line.strip() for line in page.splitlines() if line.strip()] for page in text.split("\f")[:-1]]
    return [lines[:-1] if lines[-1].isdigit() else lines for lines in pages]


def test_paper_is_a4(paper: Paper) -> None:
    """The print edition asks for A4 itself."""
    told = subprocess.run(["pdfinfo", str(paper.pdf)], capture_output=True, check=True, text=True).stdout

    assert "(A4)" in told


def test_paper_has_every_department_on_a_page_of_its_own(paper: Paper) -> None:
    """Departments begin pages, figures are there, and the navigation of the screen is not."""
    firsts = [lines[0] for lines in sheets(paper)]
    whole = "\n".join(line for lines in sheets(paper) for line in lines)
    departments = {
        "ja": ("企画課", "秘書課", "市民協働推進課", "釧路市東京事務所"),
        "en": (
            "Planning Division",
            "Secretariat Division",
            "Citizen Collaboration",
            "Kushiro City Tokyo Office",
        ),
    }[paper.language]

    assert all(any(first.startswith(name) for first in firsts) for name in departments)
    assert "151,326" in whole
    assert not re.search(r"本文へ移動|Skip to main|English", whole)


def test_paper_keeps_headings_with_what_follows(paper: Paper) -> None:
    """No page ends with the heading of what stands on the next."""
    folded = [re.sub(r"\s+", "", heading) for heading in paper.headings]
    lasts = [re.sub(r"\s+", "", lines[-1]) for lines in sheets(paper)[2:]]

    assert len(folded) > 60
    assert not [last for last in lasts if any(last in heading for heading in folded)]


def test_paper_repeats_the_head_of_a_table_that_breaks(
    browser: Browser, folder: Path, tmp_path: Path
) -> None:
    """A table of many rows shows its head on each of its pages, and no row is cut in two."""
    page_file = folder / "ja/2026/print/secretariat.html"
    row = re.search(
        r"<tr[^>]*>\s*<th scope=\"row\" class=\"name\">.*?</tr>", page_file.read_text("utf-8"), re.DOTALL
    )
    assert row is not None
    long = tmp_path / "long.html"
    long.write_text(page_file.read_text("utf-8").replace(row[0], row[0] * 200), "utf-8")
    context = browser.new_context()
    page = context.new_page()
    page.goto(long.as_uri())
    page.pdf(path=tmp_path / "long.pdf", prefer_css_page_size=True)
    context.close()
    broken = [
        lines for lines in sheets(Paper("ja", tmp_path / "long.pdf", [])) if "折原勝" in " ".join(lines)
    ]

    assert len(broken) > 3
    assert all(any("氏名" in line and "在職期間" in line for line in lines) for lines in broken)
