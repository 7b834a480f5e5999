"""The furigana locale: the Japanese pages with readings, and otherwise the same to the letter."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from kushiro_yearbook.faults import Place
from kushiro_yearbook.inline import Run
from kushiro_yearbook.load.town_theme import NO_THEME
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.pipeline import examine, make, program_theme
from kushiro_yearbook.plan import plan
from kushiro_yearbook.prose import Prose
from kushiro_yearbook.readings.kana import Piece
from kushiro_yearbook.readings.ruby import Readings, without
from kushiro_yearbook.text import alike
from tests.test_site import TOP

SPECIMEN = TOP / "tests" / "specimen" / "content"
BOTH = pytest.mark.parametrize("content", [TOP / "content", SPECIMEN], ids=["real", "specimen"])

RUBY = re.compile(r"<ruby>([^<]*)<rp>（</rp><rt>([^<]*)</rt><rp>）</rp></ruby>")
# What each locale has of its own: its place among the languages, who put the readings there, its class, and
# where its script finds the index that it shares.
OWN = re.compile(
    r'<nav class="languages".*?</nav>|<p class="re(?:adings|port)">.*?</p>| class="with-readings"'
    r'| data-(?:own|other)="[^"]*"',
    re.DOTALL,
)


@cache
def shown(content: Path) -> Mapping[str, bytes]:
    """The site of a content folder with the locale, whether it asks for it or not."""
    checked = examine(content)
    assert checked.yearbook is not None
    return make(with_readings(checked.yearbook), program_theme(checked.town))


def with_readings(yearbook: Yearbook) -> Yearbook:
    """A yearbook that asks for the locale."""
    return replace(yearbook, form=yearbook.form.model_copy(update={"furigana": True}))


def pairs(content: Path) -> Mapping[str, tuple[str, str]]:
    """Each page of the locale with the plain page that it is a form of."""
    files = shown(content)
    return {
        path: (data.decode(), files["ja" + path.removeprefix("furigana")].decode())
        for path, data in files.items()
        if path.startswith("furigana/") and path.endswith(".html")
    }


def body(page: str) -> str:
    """A page below its head, without readings and without what each locale has of its own."""
    shown = OWN.sub("", page.partition("</head>")[2])
    return unescape(re.sub(r"\n\n+", "\n", RUBY.sub(r"\1", shown).replace("<wbr>", "")))


@BOTH
def test_without_readings_a_page_is_the_plain_page(content: Path) -> None:
    """Text, marks and links are those of the plain page, so that copying and searching find the same."""
    assert pairs(content)
    for path, (page, plain) in pairs(content).items():
        assert body(plain) == body(page), path


@BOTH
def test_each_page_has_its_other_form(content: Path) -> None:
    """Every plain page has one with readings, under the same address in the other folder."""
    plain = {path[3:] for path in shown(content) if path.startswith("ja/") and path.endswith(".html")}

    assert plain == {path.removeprefix("furigana/") for path in pairs(content)}


@BOTH
def test_search_engines_are_sent_to_the_plain_page(content: Path) -> None:
    """Each page names its plain page as canonical, and none is a language of its own."""
    base = "https://yearbook.example/mihon/" if content == SPECIMEN else None
    for path, (page, plain) in pairs(content).items():
        rest = path.removeprefix("furigana/")
        up = "../" * path.count("/")
        href = f"{base}ja/{rest}".removesuffix("index.html") if base else f"{up}ja/{rest}"

        assert [href] == re.findall(r'<link rel="canonical" href="([^"]*)">', page), path
        assert 'rel="alternate"' not in page
        assert 'rel="canonical"' not in plain
        assert ("noindex" in plain) == ("noindex" in page)


def test_the_sitemap_has_no_page_with_readings() -> None:
    """It tells of the plain pages alone."""
    assert b"furigana" not in shown(SPECIMEN)["sitemap.xml"]


@BOTH
def test_readings_stand_in_text_alone(content: Path) -> None:
    """No reading stands in a head, a picture, an attribute or another reading, and all are hiragana."""
    for path, (page, _) in pairs(content).items():
        silent = re.findall(r"<head>.*?</head>|<svg.*?</svg>|<style>.*?</style>", page, re.DOTALL)

        assert not [part for part in silent if "<ruby>" in part], path
        assert len(RUBY.findall(page)) == page.count("<ruby>") == page.count("<rt>"), path
        assert not [kana for _, kana in RUBY.findall(page) if not re.fullmatch("[ぁ-ゖー]+", kana)], path


@pytest.mark.parametrize("element", ["h1", "h2", "th", "caption", "a", "figcaption", "dt", "li", "time"])
def test_readings_stand_wherever_words_do(element: str) -> None:
    """Headings, heads and captions of tables, links and legends have theirs."""
    found = (
        part
        for page, _ in pairs(SPECIMEN).values()
        for part in re.findall(rf"<{element}[ >].*?</{element}>", page, re.DOTALL)
    )

    assert any("<ruby>" in part for part in found)


@BOTH
def test_other_pages_have_no_readings(content: Path) -> None:
    """Screen readers say a word and its reading one after the other; a plain page is said once."""
    for path, data in shown(content).items():
        if path.endswith(".html") and not path.startswith("furigana/"):
            assert b"<ruby" not in data, path


def test_the_choice_of_languages_offers_it() -> None:
    """The first page leads to all three, and a page of each to the other two."""
    first = shown(SPECIMEN)["index.html"].decode()
    page = shown(SPECIMEN)["furigana/index.html"].decode()

    assert ["ja/index.html", "furigana/index.html", "en/index.html"] == re.findall(
        r'<a class="door" href="([^"]*)"', first
    )
    switch = re.search(r'<nav class="languages".*?</nav>', page, re.DOTALL)
    assert switch is not None
    assert ["../ja/index.html", "../en/index.html"] == re.findall(r'href="([^"]*)"', switch[0])
    assert '<span aria-current="true">ふりがな</span>' in switch[0]


def test_each_page_says_who_put_the_readings_there() -> None:
    """In its foot, and on paper on the cover, with where a wrong one is reported."""
    for path, (page, plain) in pairs(SPECIMEN).items():
        said = re.findall(r'<p class="readings">(.*?)</p>', page)

        assert len(said) == (2 if "/print/" in path and "cover" in page else 1), path
        assert all("https://mihon.example/report" in words for words in said), path
        assert 'class="readings"' not in plain


def test_it_is_made_only_where_asked_for() -> None:
    """Without `furigana: true` no page has readings on every word, and none offers them."""
    yearbook = examine(SPECIMEN).yearbook
    assert yearbook is not None
    form = yearbook.form.model_copy(update={"furigana": False})
    files = make(replace(yearbook, form=form), program_theme(NO_THEME))

    assert not [path for path, data in files.items() if path.startswith("furigana/") or b"furigana/" in data]


def test_a_page_declares_the_list_of_readings(tmp_path: Path) -> None:
    """A change of the list makes anew what shows or says readings, and nothing else."""
    shutil.copytree(SPECIMEN, tmp_path / "content")
    keys = []
    for kana in ("せたい", "よたい"):
        rows = f"word,kana,before,reading,proposed,example,doubt\n世帯,{kana},,editor,,,\n"
        (tmp_path / "content" / "readings.csv").write_text(rows, "utf-8")
        yearbook = examine(tmp_path / "content").yearbook
        assert yearbook is not None
        planned = plan(with_readings(yearbook), program_theme(NO_THEME))
        keys.append({output.address.path: output.inputs.key for output in planned})
    changed = {path for path, key in keys[0].items() if key != keys[1][path]}

    saying = ("word-index.html", "search.js")

    assert changed == {path for path in keys[0] if path.startswith("furigana/") or path.endswith(saying)}


READ = {"行": "おこな", "北野": "きたの", "港": "みなと"}


@cache
def mark(text: str, kana: str) -> str:
    """A reading as a test can see it."""
    return f"[{text}|{kana}]"


def over(page: str) -> str:
    """A page with the readings of a few words."""
    return Readings(
        lambda words, _before: [
            Piece(part, READ.get(part, "")) for part in re.split("(北野|港)", words) if part
        ],
        mark,
    ).over(page)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>北野の港</p>", "<p>[北野|きたの]の[港|みなと]</p>"),
        ('<p title="港">A &amp; 港</p>', '<p title="港">A &amp; [港|みなと]</p>'),
        ("<title>港</title><p>港</p>", "<title>港</title><p>[港|みなと]</p>"),
        ("<ruby>港<rt>こう</rt></ruby>", "<ruby>港<rt>こう</rt></ruby>"),
        ("<svg><text>港</text></svg>", "<svg><text>港</text></svg>"),
        # Where a line may break between words it still may, and within a word after it.
        ("<h1>北野<wbr>港の<wbr>図</h1>", "<h1>[北野|きたの]<wbr>[港|みなと]の<wbr>図</h1>"),
        ("<h1>北<wbr>野と港</h1>", "<h1>[北野|きたの]<wbr>と[港|みなと]</h1>"),
    ],
)
def test_readings_are_put_into_a_page(page: str, expected: str) -> None:
    """Between tags, and nowhere else; the rest of the page stays as it is, byte by byte."""
    assert expected == over(page)


def test_a_text_gives_a_word_its_reading_at_the_spot() -> None:
    """The word is a run of its own, which keeps its reading."""
    runs = alike("式を{行|おこな}った。", Place("")).runs("ja")

    assert (Run("式を"), Run("行", kana="おこな"), Run("った。")) == runs


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("式を{行|おこな}った。", "式を行《おこな》った。"),
        ("**{行|おこな}った**", "行《おこな》った"),
        ("[{行|おこな}事](a/b)", "行《おこな》事"),
        ("| 一 | 二 |\n|---|---|\n| {行|おこな}う | 三 |", "一二行《おこな》う三"),
        ("`{行|おこな}`", "行"),
    ],
)
def test_prose_gives_a_word_its_reading_at_the_spot(words: str, expected: str) -> None:
    """Also within what Markdown marks and in a cell of a table; code shows the word alone."""
    html = Prose().html(words, "ja", resolve=lambda _: "x.html")
    shown = re.sub(r"<rp>.*?</rp>", "", html).replace("<rt>", "《").replace("</rt>", "》")

    assert expected == re.sub(r"<[^>]+>|\s", "", shown)


def test_a_reading_at_the_spot_is_on_no_plain_page(tmp_path: Path) -> None:
    """It wins over every list on the page with readings, and leaves no trace on any other."""
    shutil.copytree(SPECIMEN, tmp_path / "content")
    for file in (tmp_path / "content").rglob("03-long-text.ja.md"):
        file.write_text("港で式を{行|ぎょうじ}った。\n\n" + file.read_text("utf-8"), "utf-8")
    files = shown(tmp_path / "content")
    pages = {
        locale: files[f"{locale}/2025/planning-office/long-text.html"].decode()
        for locale in ("ja", "furigana")
    }

    assert "<ruby>行<rp>（</rp><rt>ぎょうじ</rt><rp>）</rp></ruby>った。" in pages["furigana"]
    assert "式を行った。" in pages["ja"]


def test_readings_are_taken_out_of_a_page() -> None:
    """Only the words themselves stay."""
    assert "<p>港です</p>" == without(f"<p>{'<ruby>港<rp>（</rp><rt>みなと</rt><rp>）</rp></ruby>'}です</p>")
