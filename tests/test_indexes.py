"""The index of words: what stands in it, in what order, and where it leads."""

from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest

from kushiro_yearbook import collation
from kushiro_yearbook.addresses import Addresses
from kushiro_yearbook.faults import Place
from kushiro_yearbook.indexes.index import MOST_SPOTS, Entry, WordIndex, alphabetical
from kushiro_yearbook.indexes.kana import surely
from kushiro_yearbook.indexes.occurrences import finder, words_in
from kushiro_yearbook.inline import plain
from kushiro_yearbook.pipeline import examine
from kushiro_yearbook.readings.lexicon import lexicon
from kushiro_yearbook.registers import Name, Registers, Standing
from tests.test_site import CONTENT, TOP, site

SPECIMEN = TOP / "tests" / "specimen" / "content"
LANGUAGES = pytest.mark.parametrize("language", ["ja", "en"])


def index(language: str, *more: Name) -> WordIndex:
    """The specimen's index, with further names in the register."""
    yearbook = examine(SPECIMEN).yearbook
    assert yearbook is not None
    names = {**yearbook.registers.names, **{name.ja: name for name in more}}
    edition = yearbook.newest
    return WordIndex(
        edition,
        Registers(names),
        lexicon(yearbook.readings, tuple(names.values())),
        Addresses(language, edition.slug),
        language,
    )


def name(ja: str, kana: str, kind: str = "place", reading: Standing = Standing.SOURCED, en: str = "") -> Name:
    """A row of the register of names."""
    return Name(ja, kana, "", {"en": en} if en else {}, kind, reading, "", Place("names.csv"))


def entry(found: WordIndex, word: str) -> Entry:
    """The entry of a word."""
    return next(entry for entry in found.entries if plain(entry.word) == word)


def row_of(found: WordIndex, word: str) -> str:
    """The sign of the row in which a word stands; `-` where it has no place in the order."""
    rows = (row.sign for row in found.rows if word in [plain(entry.word) for entry in row.entries])
    return next(rows, "-")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("東京都から京都へ", ["京都"]),
        ("釧路市市民憲章", ["釧路市", "市民憲章"]),
        ("釧路湿原", ["釧路"]),
        ("スーパーセンター", []),
        ("このセンター", ["センター"]),
        ("", []),
    ],
)
def test_words_are_found_where_a_word_begins(text: str, expected: list[str]) -> None:
    """The longest word wins, and none is found in the midst of another."""
    known = finder(["京都", "釧路", "釧路市", "市民憲章", "憲章", "センター"])

    assert expected == list(words_in(text, known))


def test_only_sure_readings_are_read() -> None:
    """A guess is no reading, and a person's is one only from a source."""
    rows = [
        name("海野", "うんの"),
        name("釧根", "せんこん", reading=Standing.GUESS),
        name("西直行", "にしなおゆき", "person", Standing.EDITOR),
    ]
    known = lexicon((), tuple(rows))

    assert surely("海野のフェア", known) == "うんののフェア"
    assert surely("釧根", known) == surely("西直行", known) == surely("海野線", known) == ""


def test_each_kind_of_word_has_its_row() -> None:
    """Places, organisations, terms, people with a sourced reading and headings stand by their kana."""
    found = index("ja")
    expected = {
        "北野市": "か",
        "財務省": "さ",
        "要望": "や",
        "海野一郎": "あ",
        "小学校": "さ",
        "山田花子": "-",
    }

    assert expected == {word: row_of(found, word) for word in expected}
    assert "やまだ" not in "".join(entry.kana for entry in found.entries)


@LANGUAGES
def test_entries_stand_in_order(language: str) -> None:
    """Rows follow one another, and entries in them, whatever the order of the register."""
    rows = index(language).rows
    signs = [row.sign for row in rows if row.sign]
    entries = [entry for row in rows for entry in row.entries]

    def key(entry: Entry) -> collation.Key | tuple[str, str]:
        word = plain(entry.word)
        return collation.key(entry.kana, word) if language == "ja" else alphabetical(word)

    assert signs == sorted(set(signs), key=collation.key)
    assert all(key(one) <= key(other) for one, other in pairwise(entries))


def test_english_words_stand_without_their_article() -> None:
    """The, accents, signs and capitals do not count."""
    words = ["Épée", "“Akan”", "The Bay", "bay area", "Theatre", "Web"]

    assert ["“Akan”", "The Bay", "bay area", "Épée", "Theatre", "Web"] == sorted(words, key=alphabetical)


def test_a_name_without_english_shows_its_romaji() -> None:
    """A sure reading is romanised and marked so; a guess, and a person's, is not."""
    sure = index("en", name("北野市", "きたのし"))
    guess = index("en", name("北野市", "きたのし", reading=Standing.GUESS))

    assert [("Kitanoshi", "ja-Latn")] == [(run.text, run.lang) for run in entry(sure, "Kitanoshi").word]
    assert "K" == row_of(sure, "Kitanoshi")
    assert "北野市" == entry(sure, "Kitanoshi").beside
    assert ["北野市", "山田花子"] == [
        plain(e.word) for e in guess.unplaced if plain(e.word) in ("北野市", "山田花子")
    ]
    assert not [e for e in sure.entries if plain(e.word).startswith("Yamada")]


@LANGUAGES
def test_a_word_tells_its_first_pages_and_counts_the_rest(language: str) -> None:
    """No word has more places than a reader can look through, and none twice."""
    yearbook = examine(CONTENT).yearbook
    assert yearbook is not None
    places = Addresses(language, yearbook.newest.slug)
    entries = WordIndex(yearbook.newest, yearbook.registers, yearbook.lexicon, places, language).entries

    assert max(len(entry.shown) for entry in entries) == MOST_SPOTS
    assert all(len(entry.shown) == MOST_SPOTS for entry in entries if entry.more)
    assert all(len(entry.spots) == len({spot.address for spot in entry.spots}) for entry in entries)
    assert all(entry.to or entry.spots for entry in entries)


def test_a_name_that_is_a_heading_is_one_entry() -> None:
    """It leads to its place, and does not name that page again among the others."""
    found = index("ja")
    same = [entry for entry in found.entries if plain(entry.word) == "小学校"]

    assert 1 == len(same)
    assert same[0].to is not None
    assert same[0].to.path not in [spot.address.path for spot in same[0].spots]


@LANGUAGES
def test_every_row_of_the_page_can_be_jumped_to(language: str) -> None:
    """The jump list has a link for each row that there is, and for no other."""
    page = site()[f"{language}/2026/word-index.html"].decode()
    jumps = re.findall(r'<li><a href="#((?:row-|unplaced)[^"]*)"', page)

    assert jumps
    assert jumps == re.findall(r'<h2 id="([^"]+)"', page)[: len(jumps)]


@LANGUAGES
def test_the_index_is_reached_from_home_edition_and_footer(language: str) -> None:
    """Who finds no word elsewhere is never far from the index."""
    pages = site()

    assert 'class="door" href="2026/word-index.html"' in pages[f"{language}/index.html"].decode()
    assert pages[f"{language}/2026/index.html"].decode().count('href="word-index.html"') == 3
    assert 'href="../word-index.html"' in pages[f"{language}/2026/planning/index.html"].decode()


def test_the_walk_through_a_text_is_linear() -> None:
    """Ten times the text takes about ten times as long."""
    known = finder([f"市{n}" for n in range(20)] + ["市民"])

    def seconds(times: int) -> float:
        text = "市民の市政と市電、" * times
        begun = time.perf_counter()
        assert times == len(list(words_in(text, known)))
        return time.perf_counter() - begun

    assert min(seconds(10_000) for _ in range(3)) < 40 * min(seconds(1_000) for _ in range(3))
