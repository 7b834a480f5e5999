"""Text: citations, readings at the spot, and the fallback to Japanese."""

from __future__ import annotations

import pytest

from kushiro_yearbook.date_reader import parse
from kushiro_yearbook.faults import Place
from kushiro_yearbook.inline import Run, plain
from kushiro_yearbook.quantities import Unit, parse_quantity
from kushiro_yearbook.text import Text, cite, cited_label, sentence_case, without_readings

NAME = Text("東小学校", {}, Place("a.yaml"))
SCOPE = {
    "策定": parse("令和7年5月1日"),
    "件数": parse_quantity("延べ1,525件", {"件": Unit("件", "case", "case", "cases")}),
    "学校": NAME,
    "合計.number": parse("令和7年"),
}
CITING = "〔策定〕に〔件数〕、〔件数.number〕"


def text(ja: str, en: str | None = None, *, kanji_only: bool = False) -> Text:
    """A text at a place that matters to no test."""
    return Text(ja, {} if en is None else {"en": en}, Place("a.yaml"), kanji_only)


@pytest.mark.parametrize(
    ("ja", "en", "language", "shown"),
    [
        (CITING, "x", "ja", "令和7年5月1日に延べ1,525件、1,525"),
        ("x", "〔件数〕 on 〔策定〕", "en", "1,525 cases (cumulative) on 1 May 2025"),
        ("x", "〔件数.number〕 requests", "en", "1,525 requests"),
        ("〔無い〕〔件数.無い〕", None, "ja", "〔無い〕〔件数.無い〕"),
        ("〔合計.number〕", None, "ja", "令和7年"),
        ("〔〕〔", None, "ja", "〔〕〔"),
        ("", None, "ja", ""),
    ],
)
def test_citations_are_filled_in(ja: str, en: str | None, language: str, shown: str) -> None:
    """A citation shows its value in the language of the words; an unknown one stays as written."""
    assert shown == plain(text(ja, en).runs(language, SCOPE))


def test_cited_dates_are_marked() -> None:
    """A cited day brings its machine value, the words around it none."""
    expected = (Run("〔"), Run("令和7年5月1日", "2025-05-01"), Run("に"))

    assert expected == text("〔〔策定〕に").runs("ja", SCOPE)


def test_words_without_english_fall_back_marked() -> None:
    """Where no English was written, its reader gets the Japanese with its values, marked as Japanese."""
    expected = (Run("令和7年5月1日", "2025-05-01", "ja"), Run("に", lang="ja"))

    assert expected == text("〔策定〕に").runs("en", SCOPE)


def test_a_cited_word_without_english_is_marked() -> None:
    """In an English sentence a cited Japanese name alone is marked."""
    assert (Run("At "), Run("東小学校", lang="ja")) == text("x", "At 〔学校〕").runs("en", SCOPE)


@pytest.mark.parametrize(
    ("words", "speaks", "missing"),
    [
        (text("一", "one"), True, False),
        (text("一"), False, True),
        (text("一", kanji_only=True), False, False),
        (text("一", ""), True, False),
    ],
)
def test_english_is_owed_unless_a_name_stays_in_kanji(words: Text, speaks: bool, missing: bool) -> None:  # noqa: FBT001
    """A text without English owes it, but for the name of a person whose reading nobody confirmed."""
    assert (speaks, missing) == (words.speaks("en"), words.missing("en"))
    assert (True, False) == (words.speaks("ja"), words.missing("ja"))


def test_every_language_is_a_translation() -> None:
    """Words in any language stand where they were written; the others are the Japanese ones."""
    there = Place("a.ko.md")
    words = Text("港", {"ko": "항구"}, Place("a.yaml"), places={"ko": there})

    assert ["港", "港", "항구"] == [words.words(language) for language in ("ja", "en", "ko")]
    assert [True, False, True] == [words.speaks(language) for language in ("ja", "en", "ko")]
    assert [Place("a.yaml"), there] == [words.place_of(language) for language in ("en", "ko")]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("{行|おこな}った", "行った"),
        ("{釧|くし}{路|ろ}市", "釧路市"),
        ("{見本|みほんー}", "見本"),
        ("{行|okona}った", "{行|okona}った"),
        ("{ja: x}", "{ja: x}"),
        ("{|よみ}", "{|よみ}"),
        ("{行|}", "{行|}"),
        ("{{ 7*7 }}", "{{ 7*7 }}"),
    ],
)
def test_readings_at_the_spot(written: str, shown: str) -> None:
    """A reading in hiragana is left out of plain words; other braces are words."""
    assert shown == without_readings(written)
    assert shown == plain(text(written).runs("ja"))


def test_citations_are_listed_by_language() -> None:
    """Each citation is told with the language that cites it; the fallback cites nothing twice."""
    both = text("〔策定〕〔件数.number〕", "〔策定〕")

    assert [("策定", "ja"), ("件数.number", "ja"), ("策定", "en")] == list(both.citations())
    assert [("策定", "ja")] == list(text("〔策定〕").citations())


@pytest.mark.parametrize(
    ("name", "label"), [("件数", "件数"), ("件数.number", "件数"), ("a.b", "a.b"), ("number", "number")]
)
def test_the_label_of_a_citation(name: str, label: str) -> None:
    """`.number` asks for the bare value of a label."""
    assert label == cited_label(name)


@pytest.mark.parametrize("name", ["無い", "無い.number", ".number", "件数.", "策定.unit"])
def test_nothing_has_that_name(name: str) -> None:
    """A citation of nothing is None, so that a rule can tell it."""
    assert cite(name, SCOPE, "ja") is None


@pytest.mark.parametrize(
    ("runs", "first"),
    [
        ((Run("results of surveys"), Run(" x")), "Results of surveys"),
        ((Run("éa"),), "Éa"),
        ((Run("東", lang="ja"),), "東"),
        ((Run("iPhone", lang="ja"),), "iPhone"),
        ((Run("1 case"),), "1 case"),
    ],
)
def test_a_heading_begins_with_a_capital(runs: tuple[Run, ...], first: str) -> None:
    """The first letter alone is raised, and no word of another language."""
    assert first == sentence_case(runs)[0].text
    assert () == sentence_case(())
