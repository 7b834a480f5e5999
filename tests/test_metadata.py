"""Metadata: what pages tell those who link to them, of themselves and of their publisher."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from kushiro_yearbook.formats.describing import LONGEST, beginning, split
from tests.test_site import BOTH, CONTENT, TOP, site

SPECIMEN = TOP / "tests" / "specimen" / "content"
BASE = TOP / "tests" / "broken" / "base"


class Head(HTMLParser):
    """The metadata of a page by name or property, and its blocks of data."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.told: dict[str, str] = {}
        self.blocks: list[str] = []
        self._in_script = False
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what it tells."""
        found = dict(attrs)
        if tag == "meta":
            name = found.get("name") or found.get("property") or ""
            self.told[name] = found.get("content") or ""
        self._in_script = tag == "script" and found.get("type") == "application/ld+json"
        if self._in_script:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        """Note the data of a block."""
        if self._in_script:
            self.blocks[-1] += data

    def handle_endtag(self, tag: str) -> None:
        """Leave the block."""
        self._in_script = self._in_script and tag != "script"

    @property
    def data(self) -> dict[str, Any]:
        """The one block, read."""
        [block] = self.blocks
        found: dict[str, Any] = json.loads(block)
        return found


@cache
def heads(content: Path) -> dict[str, Head]:
    """The pages that others are told of."""
    found = {path: Head(data) for path, data in site(content).items() if path.endswith(".html")}
    return {path: head for path, head in found.items() if "description" in head.told}


def types_in(node: object) -> Counter[str]:
    """How often each type stands in linked data."""
    if isinstance(node, list):
        return sum((types_in(each) for each in node), Counter())
    if not isinstance(node, dict):
        return Counter()
    own = Counter([node["@type"]] if "@type" in node else [])
    return sum((types_in(each) for each in node.values()), own)


def publishers_in(node: object) -> set[str]:
    """Every publisher that linked data names."""
    if isinstance(node, list):
        return set().union(*map(publishers_in, node))
    if not isinstance(node, dict):
        return set()
    own = {node["publisher"]["name"]} if "publisher" in node else set()
    return own.union(*map(publishers_in, node.values()))


@BOTH
def test_every_page_that_is_offered_tells_what_it_is(content: Path) -> None:
    """Only dead and former addresses tell nothing; all others have a short description and no picture."""
    told = heads(content)
    silent = {path for path in site(content) if path.endswith(".html")} - set(told)

    assert len(told) > 50
    assert [] == [path for path in silent if path != "404.html" and b"ld+json" in site(content)[path]]
    for path, head in told.items():
        assert 0 < len(head.told["description"]) <= LONGEST, path
        assert head.told["description"] == head.told["og:description"] == head.data["description"], path
        assert {"og:title", "og:type", "og:locale", "og:site_name"} <= set(head.told), path
        assert "og:image" not in head.told, path


def test_only_the_real_edition_says_every_page_apart() -> None:
    """No two pages of a department are described alike, and English is described in English."""
    told = {path: head.told["description"] for path, head in heads(CONTENT).items()}
    sections = Counter(
        words
        for path, words in told.items()
        if not path.startswith("furigana/") and "/print/" not in path and path.count("/") == 3
    )

    assert [] == [words for words, number in sections.items() if number > 1]
    assert [] == [path for path, words in told.items() if path[:3] == "en/" and re.search("[ぁ-ん]", words)]


def test_a_section_is_described_by_its_own_sentences() -> None:
    """Its qualifiers and the sentences of its text that have room; without any, what it lists."""
    told = {path: head.told["description"] for path, head in heads(CONTENT).items()}

    assert told["ja/2026/planning/surveys.html"].startswith("各種統計調査結果：")
    assert told["en/2026/partners/burnaby.html"].startswith(
        "Sister city, British Columbia, Canada, since 9 September 1965. Next to Vancouver"
    )


def test_full_addresses_only_where_the_site_knows_its_own() -> None:
    """With `base_url` a page names its own address and those of its way, without it only links."""
    known = heads(SPECIMEN)["en/2025/harbour/office.html"]
    unknown = heads(CONTENT)["en/2026/planning/surveys.html"]
    way = [step["item"] for step in unknown.data["breadcrumb"]["itemListElement"]]

    assert "https://yearbook.example/mihon/en/2025/harbour/office.html" == known.told["og:url"]
    assert "https://yearbook.example/mihon/en/2025/" == known.data["isPartOf"]["url"]
    assert "og:url" not in unknown.told
    assert ["../../index.html", "../index.html", "index.html", "surveys.html"] == way


@BOTH
def test_the_publisher_is_the_one_that_the_yearbook_names(content: Path) -> None:
    """The town is what an unofficial yearbook is about; nothing says that it publishes it."""
    names = {"kushiro-yearbook プロジェクト", "the kushiro-yearbook project"}
    expected = names if content == CONTENT else {"見本プロジェクト", "The Mihon project"}
    found = set().union(*(publishers_in(head.data) for head in heads(content).values()))

    assert expected == found
    assert [] == [path for path, head in heads(content).items() if "GovernmentOrganization" in str(head.data)]


def test_tables_are_data_sets_and_partners_are_places() -> None:
    """A data set has the dates typed for its tables, and a partner stands where its content says."""
    surveys = heads(CONTENT)["ja/2026/planning/surveys.html"].data["mainEntity"]
    partner = heads(CONTENT)["en/2026/partners/burnaby.html"].data["mainEntity"]
    port = heads(CONTENT)["en/2026/partners/seward.html"].data["mainEntity"]

    assert "Dataset" == surveys["@type"]
    assert ["2025-10-01", "2021-06-01", "2025-05-01"] == surveys["temporalCoverage"]
    assert "https://creativecommons.org/licenses/by/4.0/deed.ja" == surveys["license"]
    assert ("City", "Place") == (partner["@type"], port["@type"])
    assert {"@type": "GeoCoordinates", "latitude": 49.249, "longitude": -122.981} == partner["geo"]


def test_a_page_without_tables_is_no_data_set() -> None:
    """There are data sets, and fewer of them than pages of sections."""
    found = [types_in(head.data) for path, head in heads(CONTENT).items() if path.count("/") == 3]
    sets = [types["Dataset"] for types in found]

    assert {0, 1} == set(sets)


def test_a_fiscal_year_is_a_span_of_days() -> None:
    """What one date cannot express is told by its first and its last day."""
    found = heads(CONTENT)["ja/2026/tokyo-office/activities.html"].data["mainEntity"]["temporalCoverage"]

    assert ["2025-04-01/2026-03-31"] == found


def test_words_cannot_leave_their_block(tmp_path: Path) -> None:
    """A title that closes the block and opens another is but a string in it."""
    payload = "</script><script>alert(1)</script><!--"
    content = shutil.copytree(BASE, tmp_path / "content")
    config = content / "yearbook.yaml"
    title = json.dumps(f"Sample {payload}")
    config.write_text(config.read_text("utf-8").replace("en: Sample City Yearbook", f"en: {title}"), "utf-8")
    page = site(content)["en/2026/index.html"]

    assert f"Sample {payload}" == Head(page).data["isPartOf"]["name"].removesuffix(" 2026 edition")
    scripts = re.findall(rb"<script([^>]*)>", re.sub(rb"start\.\w+\.js", b"start.js", page))
    assert [b' type="application/ld+json"', b' src="../../assets/start.js" defer'] == scripts


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("一つ目です。二つ目です。", ["一つ目です。", "二つ目です。"]),
        ("「はい。」と答えた（昭和40年。）。次です。", ["「はい。」と答えた（昭和40年。）。", "次です。"]),
        ("One, etc. of it. Two! Three?", ["One, etc. of it.", "Two!", "Three?"]),
    ],
)
def test_sentences_end_at_full_stops(words: str, expected: list[str]) -> None:
    """But not within brackets, and in English only before a capital."""
    assert expected == split(words)


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("あ" * 100 + "、" + "い" * 100, "あ…"),
        ("word " * 60, "word…"),
        ("あ" * 200, "あ…"),
        ("短い。", "短い。"),
    ],
)
def test_what_is_too_long_ends_at_a_border(words: str, end: str) -> None:
    """A first sentence that has no room is cut between phrases, and a sign says that it goes on."""
    assert beginning(words).endswith(end)
    assert len(beginning(words)) <= LONGEST
