"""Injection: what a browser or a template obeys is mere words, wherever the content takes words."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kushiro_yearbook.theme import Theme
from tests.injecting import HARMLESS, PAYLOADS, injected, open_places, read, site

TOP = Path(__file__).parents[1]
# Markdown's own: what prose may be made of, whoever writes it.
MARKDOWN = {
    ("a", ()),
    ("a", ("href",)),
    ("a", ("href", "title")),
    ("em", ()),
    ("code", ()),
    ("p", ()),
    ("span", ("lang",)),
    ("wbr", ()),  # where a Japanese heading may break
}
# The only addresses with a scheme: the program's own empty icon, and those that a text may lead to.
ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)[^\s]+|data:,|[A-Za-z0-9./_#-]*")


class Page(HTMLParser):
    """What a page is made of: its elements with their attributes, its addresses, and its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: set[tuple[str, tuple[str, ...]]] = set()
        self.addresses: set[str] = set()
        self.words = ""
        # What stands in blocks of data, which nobody reads.
        self.blocks: list[str] = []
        self._in_block = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element."""
        self.elements.add((tag, tuple(sorted(name for name, _ in attrs))))
        self.addresses |= {value or "" for name, value in attrs if name in ("href", "src", "action")}
        self._in_block = tag == "script"

    def handle_data(self, data: str) -> None:
        """Note the words."""
        if self._in_block:
            self.blocks.append(data)
        else:
            self.words += data

    def handle_endtag(self, tag: str) -> None:
        """Leave a block of data."""
        self._in_block = self._in_block and tag != "script"


def pages(files: Mapping[str, bytes]) -> Mapping[str, Page]:
    """The pages of a site, read."""
    return {path: Page(data.decode()) for path, data in files.items() if path.endswith(".html")}


@cache
def spoilt(payload: str) -> Mapping[str, Page]:
    """The pages with a payload in all places."""
    return pages(site(payload))


def sound() -> Mapping[str, Page]:
    """The pages with harmless words in the same places."""
    return spoilt(HARMLESS)


def live(found: Mapping[str, Page]) -> list[tuple[str, object]]:
    """What the pages have that those with harmless words have not."""
    elements = [
        (path, element)
        for path, page in found.items()
        for element in page.elements - sound()[path].elements - MARKDOWN
    ]
    addresses = [(p, a) for p, page in found.items() for a in page.addresses if not ADDRESS.fullmatch(a)]
    return [*elements, *addresses]


def test_words_are_put_into_all_kinds_of_places() -> None:
    """Titles, names, labels, units, cells, headings of rows, prose and settings are among the places."""
    found = Counter(place.path.rpartition("/")[2] for place in open_places())
    words = {place.words.strip() for place in open_places()}

    assert len(open_places()) > 350
    assert not {"names.csv", "measures.yaml", "units.yaml", "yearbook.yaml", "edition.yaml"} - set(found)
    assert not {"03-long-text.ja.md", "05-tables.areas.csv", "02-partners.yaml", "department.yaml"} - set(
        found
    )
    assert {
        "CC BY 4.0",
        "東",
        "people",
        "Pupils",
        "企画室",
        "魚の港。",
        "☆",
        "見本市まつり",
        "2025 edition",
    } <= words


def test_harmless_words_are_printed_wherever_they_are_put() -> None:
    """The content with words in all places at once is sound, and its pages print them."""
    assert read(injected(open_places(), HARMLESS)).sound
    assert sum(page.words.count(HARMLESS) for page in sound().values()) > 1000


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_becomes_live(payload: str) -> None:
    """No page gets an element, an attribute or an address from what somebody wrote into its words."""
    assert [] == live(spoilt(payload))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_blocks_of_data_stay_data(payload: str) -> None:
    """Each page has the one block that it has without such words, still JSON, and no sign of markup in it."""
    blocks = {path: page.blocks for path, page in spoilt(payload).items()}

    assert {path: len(page.blocks) for path, page in sound().items()} == {
        p: len(b) for p, b in blocks.items()
    }
    assert all(json.loads(block) for found in blocks.values() for block in found)
    assert [] == [block for found in blocks.values() for block in found if "<" in block]


@pytest.mark.parametrize("payload", [p for p in PAYLOADS if not re.search(r"[\[\\`*]|&\w+;|<java", p)])
def test_what_is_written_is_printed(payload: str) -> None:
    """What is no Markdown stands on each page as often as harmless words do, as it was typed."""
    expected = {path: page.words.count(HARMLESS) for path, page in sound().items()}

    assert expected == {path: page.words.count(payload) for path, page in spoilt(payload).items()}


@pytest.mark.parametrize("payload", ["{{ 7*7 }}", "${7*7} #{7*7} <%= 7*7 %>"])
def test_nothing_is_reckoned(payload: str) -> None:
    """A template's signs in the content are signs: no 49 comes from them."""
    expected = {path: page.words.count("49") for path, page in sound().items()}

    assert expected == {path: page.words.count("49") for path, page in spoilt(payload).items()}


def test_the_test_finds_what_is_live(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were words put into pages as they are, the test above would fail."""
    made = Theme.__init__

    def careless(theme: Theme, templates: Path, static: Path, *, fixed_names: bool = False) -> None:
        made(theme, templates, static, fixed_names=fixed_names)
        theme.environment.autoescape = False

    sound()
    monkeypatch.setattr(Theme, "__init__", careless)
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    harmful = ["<script>alert(1)</script>", "<svg/onload=alert(1)>", '"><b>x</b>']

    assert harmful == [payload for payload in harmful if live(pages(site(payload)))]


@pytest.mark.parametrize("payload", [p for p in PAYLOADS if p.startswith("[語]") and "https:" not in p])
def test_a_link_to_a_script_is_a_fault(payload: str) -> None:
    """A build never comes to such a link: it leads nowhere, and a fault says so."""
    # The register of names takes no Japanese in its English, and says so before any link is looked at.
    chosen = [place for place in open_places() if place.path != "names.csv"]
    codes = {fault.code for fault in read(injected(chosen, payload)).faults}

    assert codes & {"L01", "Y01"}


WATCHED = """
import sys
sys.path.insert(0, {source!r})
from kushiro_yearbook.cli import main
from pathlib import Path
told, inside = [], Path({target!r}).parent
WRITING = ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate")
def watch(event, arguments):
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.fork", "os.spawn", "os.system")):
        told.append((event, str(arguments)))
    if event in WRITING and not (event == "open" and not arguments[2] & 3):
        path = Path(str(arguments[0])).absolute()
        if event == "os.mkdir" and path.is_dir():  # nothing is made where one stands
            return
        if inside not in path.parents and "__pycache__" not in path.parts and str(path) != {devnull!r}:
            told.append((event, str(path)))
sys.addaudithook(watch)
{before}
code = main(["build", "--content", {content!r}, "--site", {target!r}])
assert code == 0, code
print(told)
"""


def watched(tmp_path: Path, before: str = "") -> str:
    """What a build of the specimen told of itself beyond writing its site."""
    script = WATCHED.format(
        source=str(TOP / "src"),
        content=str(TOP / "tests" / "specimen" / "content"),
        target=str(tmp_path / "site"),
        devnull="/dev/null",
        before=before,
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    return done.stdout.splitlines()[-1]


def test_a_build_reaches_nothing_but_its_site(tmp_path: Path) -> None:
    """It opens no connection, starts no program, and writes only where the site is to stand."""
    assert "[]" == watched(tmp_path)


@pytest.mark.parametrize(
    ("before", "event"),
    [
        ("import socket; socket.socket().close()", "socket.__new__"),
        ("import os; os.system('')", "os.system"),
        ("import subprocess, sys; subprocess.run([sys.executable, '-V'])", "subprocess.Popen"),
        ("open({elsewhere!r}, 'w').close()", "open"),
    ],
)
def test_the_watch_sees_what_reaches_further(before: str, event: str, tmp_path: Path) -> None:
    """Each kind of reaching out is seen by the watch above."""
    (tmp_path / "watched").mkdir()

    assert event in watched(tmp_path / "watched", before.format(elsewhere=str(tmp_path / "elsewhere")))
