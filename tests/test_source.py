"""The source document against the site: every heading with its figures, dates and names, in both languages.

`data/source-headings.csv` was made from the source, heading by heading. `number` is the source's full number,
`page` and `anchor` the place on the site, `shown_…` the number as that place prints it, `facts_…` what stands
under the heading in the source, separated by `|`.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.test_site import site

DATA = Path(__file__).parent / "data" / "source-headings.csv"
with DATA.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))

VOID = {"meta", "link", "br", "hr", "img"}
# Elements that a space divides when they are read as one line of text.
APART = {
    "p",
    "div",
    "li",
    "dt",
    "dd",
    "tr",
    "td",
    "th",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "caption",
    "section",
}


class Element:
    """An element with its words and what stands in it."""

    def __init__(self, tag: str, attributes: dict[str, str | None]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Element | str] = []

    @property
    def words(self) -> str:
        """All words in it, white space folded."""
        return re.sub(r"\s+", " ", self.raw()).strip()

    def raw(self) -> str:
        """The words with all their white space."""
        inner = "".join(child if isinstance(child, str) else child.raw() for child in self.children)
        return f" {inner} " if self.tag in APART else inner

    def all(self) -> list[Element]:
        """It and every element in it."""
        below = [element for child in self.children if isinstance(child, Element) for element in child.all()]
        return [self, *below]


class Tree(HTMLParser):
    """A page as a tree of elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.root = Element("", {})
        self._open = [self.root]
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        element = Element(tag, dict(attrs))
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close it."""
        if self._open[-1].tag == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Add words."""
        self._open[-1].children.append(data)


@cache
def elements(path: str) -> dict[str, Element]:
    """The elements of a page by id; its main part also under the empty id."""
    found = Tree(site()[path].decode()).root.all()
    by_id = {element.attributes["id"] or "": element for element in found if element.attributes.get("id")}
    return by_id | {"": by_id["main"]}


def place(row: dict[str, str], language: str) -> Element:
    """Where a row stands on the site."""
    return elements(f"{language}/2026/{row['page']}.html")[row["anchor"]]


def says(words: str, fact: str) -> bool:
    """Whether words hold a fact as a whole: `4` is not said by `104`, nor `1,525` by `11,525`."""
    before = r"(?<![\d,.])" if fact[0].isdigit() else r"(?<![A-Za-z])" if fact[0].isascii() else ""
    after = r"(?![\d]|[,.]\d)" if fact[-1].isdigit() else r"(?![A-Za-z])" if fact[-1].isascii() else ""
    return re.search(before + re.escape(fact) + after, words) is not None


def facts(row: dict[str, str], language: str) -> list[str]:
    """The facts of a row in a language."""
    return [fact for fact in row[f"facts_{language}"].split("|") if fact]


def names(row: dict[str, str]) -> str:
    """A row's name in a test's report."""
    return f"{row['department']} {row['number']} {row['title']}"


@pytest.mark.parametrize("row", ROWS, ids=names)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_heading_stands_with_its_facts(row: dict[str, str], language: str) -> None:
    """The place of a heading says its title and each of its facts."""
    words = place(row, language).words
    title = row["title" if language == "ja" else "title_en"]

    assert title in words
    assert not [fact for fact in facts(row, language) if not says(words, fact)]


@pytest.mark.parametrize("row", [row for row in ROWS if row["shown_ja"]], ids=names)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_number_is_printed(row: dict[str, str], language: str) -> None:
    """The number that a heading has from its place stands before it."""
    found = [e for e in place(row, language).all() if e.attributes.get("class") == "number"]
    expected = row[f"shown_{language}"]

    assert found
    assert expected == found[0].words


# Rows of one table share its anchor; what belongs together must stand in one row of it.
TOGETHER = ("secretariat/mayors", "secretariat/deputy-mayors", "planning/roads", "tokyo-office/map")
IN_TABLES = [row for row in ROWS if row["page"] in TOGETHER and not row["shown_ja"] and facts(row, "ja")]


@pytest.mark.parametrize("row", IN_TABLES, ids=names)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_belongs_together_stands_in_one_row(row: dict[str, str], language: str) -> None:
    """Some row of a table or list says all the facts of a person, a doing or a route."""
    found = place(row, language).all()
    rows = [e.words for e in found if e.tag == "tr" or e.attributes.get("class") == "route"]

    assert any(all(says(words, fact) for fact in facts(row, language)) for words in rows)


def test_facts_are_told_in_both_languages() -> None:
    """Every row has as many facts in English as in Japanese."""
    assert not [names(row) for row in ROWS if len(facts(row, "ja")) != len(facts(row, "en"))]
