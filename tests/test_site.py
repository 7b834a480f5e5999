"""The real edition's site: every link leads somewhere, every page is whole, both languages agree."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Mapping
from functools import cache
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from posixpath import dirname, normpath

import pytest
import yaml

from kushiro_yearbook.pipeline import examine, make
from kushiro_yearbook.theme import Theme, program_folder

TOP = Path(__file__).parents[1]
CONTENT = TOP / "content"
# The specimen lacks some English on purpose, so it shows what the real edition must not need.
BOTH = pytest.mark.parametrize(
    "content", [CONTENT, TOP / "tests" / "specimen" / "content"], ids=["real", "specimen"]
)


class Page(HTMLParser):
    """What a test asks of a page: its ids, links, headings, languages and numbers."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.title = ""
        self.scripts = 0
        self.inline_styles = 0
        self.cells: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self._in_number = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the tag says."""
        found = dict(attrs)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if tag in ("a", "link") and "href" in found else []
        self.links += [found["src"] or ""] if "src" in found else []
        self.headings += [int(tag[1])] if re.fullmatch(r"h[1-6]", tag) else []
        runs = tag == "script" and found.get("type") != "application/ld+json" and "src" not in found
        self.scripts += runs or any(name.startswith("on") for name in found)
        self.inline_styles += "style" in found
        if tag == "td":
            self._in_number = "number-cell" in (found.get("class") or "")
            self.cells += [""] if self._in_number else []
        self._open.append((tag, "visually-hidden" in (found.get("class") or "")))

    def handle_endtag(self, tag: str) -> None:
        """Close the tag."""
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Note title and cells."""
        tags = [tag for tag, _ in self._open]
        if tags[-1:] == ["title"]:
            self.title += data
        if "td" in tags and self._in_number and not any(hidden for _, hidden in self._open):
            self.cells[-1] += data


@cache
def site(content: Path = CONTENT) -> Mapping[str, bytes]:
    """Every file of a content's site."""
    checked = examine(content)
    assert checked.yearbook is not None
    return make(checked.yearbook, Theme(program_folder("templates"), program_folder("static")))


@cache
def pages(content: Path = CONTENT) -> Mapping[str, Page]:
    """Every page of the site, read."""
    return {path: Page(data.decode()) for path, data in site(content).items() if path.endswith(".html")}


def test_the_content_has_no_fault() -> None:
    """Not even a warning: nothing lacks its English."""
    assert not examine(CONTENT).faults


@BOTH
def test_every_link_and_anchor_leads_somewhere(content: Path) -> None:
    """A link inside the site names a file of the site, and an anchor an id on it."""
    broken = []
    for path, page in pages(content).items():
        for link in page.links:
            if not re.match(r"(https?|mailto|tel|data):", link):
                target, _, anchor = link.partition("#")
                to = normpath(f"{dirname(path)}/{target}").lstrip("/") if target else path
                if to not in site(content) or (anchor and anchor not in pages(content)[to].ids):
                    broken.append((path, link))

    assert not broken


@BOTH
def test_no_id_stands_twice_on_a_page(content: Path) -> None:
    """Anchors and labels are unambiguous."""
    twice = {
        path: [i for i, n in Counter(page.ids).items() if n > 1] for path, page in pages(content).items()
    }

    assert not {path: found for path, found in twice.items() if found}


@BOTH
def test_headings_begin_with_one_h1_and_skip_no_level(content: Path) -> None:
    """The outline of every page can be heard."""
    for path, page in pages(content).items():
        steps = zip(page.headings, page.headings[1:], strict=False)

        assert page.headings[0] == 1, path
        assert page.headings.count(1) == 1, path
        assert all(after <= before + 1 for before, after in steps), path


def test_titles_differ() -> None:
    """No two pages of a language have one title."""
    for locale in ("ja", "en"):
        titles = Counter(page.title for path, page in pages().items() if path.startswith(f"{locale}/"))

        assert not [title for title, number in titles.items() if number > 1]


@BOTH
def test_no_page_has_an_inline_script_or_style(content: Path) -> None:
    """There is no script within a page, no handler and no style attribute."""
    assert not [path for path, page in pages(content).items() if page.scripts or page.inline_styles]


@BOTH
def test_nothing_is_fetched_from_elsewhere(content: Path) -> None:
    """Pages refer to no other site but by links that a reader may follow; pictures are the site's own."""
    for path, data in site(content).items():
        found = re.findall(rb'src="(?:[^"/]*:|//)[^"]*"|(?:srcset|action)="[^"]*"|url\(|@import', data)

        assert not found, path


@BOTH
def test_every_page_stands_in_every_language(content: Path) -> None:
    """Each place below one locale exists below the other."""
    places = {
        locale: {p[3:] for p in pages(content) if p.startswith(f"{locale}/")} for locale in ("ja", "en")
    }

    assert places["ja"] == places["en"]


@pytest.mark.parametrize("path", ["2026/print/index.html", "2026/planning/surveys.html"])
def test_both_languages_show_the_same_numbers(path: str) -> None:
    """The number cells of the English page are those of the Japanese one."""
    digits = [
        [re.sub(r"[^\d,.—]", "", cell) for cell in pages()[f"{locale}/{path}"].cells]
        for locale in ("ja", "en")
    ]

    assert len(digits[0]) > 20
    assert digits[0] == digits[1]


@BOTH
def test_english_pages_mark_every_japanese_word(content: Path) -> None:
    """Japanese characters on an English page stand under `lang="ja"`."""
    japanese = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
    unmarked = {}
    for path, data in site(content).items():
        if path.startswith("en/") and path.endswith(".html"):
            text = re.sub(r'<(\w+)[^>]*\blang="ja"[^>]*>.*?</\1>', "", data.decode(), flags=re.DOTALL)
            body = re.sub(r"<style>.*?</style>|<[^>]+>", "", text, flags=re.DOTALL)
            body = body.partition("</title>")[2] or body
            if found := japanese.findall(body):
                unmarked[path] = "".join(found)

    assert not unmarked


def test_print_pages_carry_their_style_and_nothing_else() -> None:
    """A print edition is one file: its only sheet stands in it, under the policy's hash."""
    for path, data in site().items():
        if "/print/" in path:
            html = data.decode()

            assert "<style>" in html
            assert 'rel="stylesheet"' not in html
            assert re.search(r"style-src 'sha256-[A-Za-z0-9+/=]+'", html)


def test_files_are_where_their_names_say() -> None:
    """Every path is relative, lower-case ASCII and inside the site; `_headers` is named by the hosts."""
    for path in site().keys() - {"_headers"}:
        assert re.fullmatch(r"[a-z0-9./-]+", path), path
        assert ".." not in PurePosixPath(path).parts


@BOTH
def test_alternates_answer_each_other(content: Path) -> None:
    """A page that names versions of itself in other languages is named by them, and names itself."""
    languages = yaml.safe_load((content / "yearbook.yaml").read_text("utf-8"))["languages"]
    found = {}
    for path, data in site(content).items():
        links = re.findall(rb'<link rel="alternate" hreflang="([a-z-]+)" href="([^"]+)">', data)
        found[path] = {(tag.decode(), href.decode()) for tag, href in links}
    groups = {frozenset(links) for links in found.values() if links}

    assert bool(groups) == ("specimen" in content.parts)
    assert all({*languages, "x-default"} == {tag for tag, _ in group} for group in groups)
    assert all(sum(links == group for links in found.values()) >= 1 for group in groups)


def test_printed_pages_say_whose_they_are() -> None:
    """On paper too, the edition says that it is unofficial and under which licence it stands."""
    for locale, words in (("ja", "非公式"), ("en", "unofficial")):
        cover = site()[f"{locale}/2026/print/index.html"].decode().partition('class="cover"')[2]
        cover = cover.partition("</div>")[0]

        assert words in cover
        assert "CC BY 4.0" in cover


def test_a_site_can_be_in_japanese_alone(tmp_path: Path) -> None:
    """`languages: [ja]` builds no English page, offers none, and asks for no English."""
    shutil.copytree(TOP / "tests" / "specimen" / "content", tmp_path / "content")
    config = tmp_path / "content" / "yearbook.yaml"
    words = re.sub(r"languages: \[.*\]", "languages: [ja]", config.read_text("utf-8"))
    config.write_text(words, "utf-8")
    (tmp_path / "content" / "names.csv").write_text("ja,kana,romaji,en,kind,reading,source\n", "utf-8")
    checked = examine(tmp_path / "content")
    assert checked.yearbook is not None
    files = make(checked.yearbook, Theme(program_folder("templates"), program_folder("static")))

    assert not {fault.code for fault in checked.faults} & {"N01", "N02", "N03"}
    assert not [path for path in files if path.startswith("en/")]
    assert not [path for path, data in files.items() if b'hreflang="en"' in data]
