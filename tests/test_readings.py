"""Readings: whose kana stands over which kanji, and the guard before the machine."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from functools import partial
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushiro_yearbook.readings import guard
from kushiro_yearbook.readings.entry import pieces_of
from kushiro_yearbook.readings.guard import guessed
from kushiro_yearbook.readings.kana import Piece, aligned
from kushiro_yearbook.readings.lexicon import lexicon
from tests.test_lexicon import said


@pytest.mark.parametrize(
    ("word", "kana", "expected"),
    [
        ("港", "みなと", "港《みなと》"),
        ("港町", "みなとまち", "港町《みなとまち》"),
        ("港/町", "みなと/まち", "港《みなと》町《まち》"),
        ("行った", "おこなった", "行《おこな》った"),
        ("受け入れ", "うけいれ", "受《う》け入《い》れ"),
        ("受け/入れ", "うけ/いれ", "受《う》け入《い》れ"),
        ("見本センター/前", "みほんせんたー/まえ", "見本《みほん》センター前《まえ》"),
        ("霧ヶ丘", "きりがおか", "霧ヶ丘《きりがおか》"),
        ("佐々木", "ささき", "佐々木《ささき》"),
        ("港（仮称）", "みなと（かしょう）", "港《みなと》（仮称《かしょう》）"),
        ("生き生き", "いきいき", "生《い》き生《い》き"),
    ],
)
def test_kana_go_over_their_kanji(word: str, kana: str, expected: str) -> None:
    """Each run of kanji has its own kana above it; the kana of the word are no part of a reading."""
    pieces = pieces_of(word, kana)

    assert pieces is not None
    assert expected == said(pieces)


@pytest.mark.parametrize(
    ("word", "kana"),
    [
        ("港/町", "みなとまち"),
        ("港町", "みなと/まち"),
        ("行った", "おこなう"),
        ("行った", "った"),
        ("港", ""),
        ("港", "ミナト"),
        ("港", "minato"),
    ],
)
def test_kana_that_do_not_fit(word: str, kana: str) -> None:
    """Another number of cuts, other kana than the word's, none, or letters that are not hiragana."""
    assert pieces_of(word, kana) is None


Segments = Iterable[Mapping[str, str]]


def engine(*segments: tuple[str, str]) -> Segments:
    """What a machine answers."""
    return [{"orig": orig, "hira": hira} for orig, hira in segments]


@pytest.mark.parametrize(
    ("run", "answer"),
    [
        ("港町", engine(("港", "みなと"))),
        ("港町", engine(("港", "みなと"), ("町", "まち"), ("町", "まち"))),
        ("港町", engine(("町", "まち"), ("港", "みなと"))),
        ("港町", engine(("港", "みなと"), ("町", ""))),
        ("港町", engine(("港町", "港まち"))),
        ("港町", engine(("港町", "minatomachi"))),
        ("港町", engine()),
    ],
)
def test_the_guard_refuses_what_a_machine_loses(run: str, answer: Segments) -> None:
    """An answer counts only if its parts are the run again and each has a reading in hiragana."""
    assert guessed(run, lambda _: answer) is None


@pytest.mark.parametrize(
    "run", ["", "港\t町", "港\n町", "港 町", "港　町", "港1", "A港", "か\u3099港", "港。", "\u8986\ufe00"]
)
def test_the_guard_lets_only_kana_and_kanji_in(run: str) -> None:
    """The machine never sees anything else, which it would lose or change."""
    seen: list[str] = []

    def convert(words: str) -> Segments:
        seen.append(words)
        return engine((words, "みなと"))

    assert guessed(run, convert) is None
    assert [] == seen


def test_the_guard_passes_a_whole_answer() -> None:
    """The parts as the machine made them."""
    pieces = guessed("港町", lambda _: engine(("港", "みなと"), ("町", "まち")))

    assert pieces is not None
    assert "港《みなと》町《まち》" == said(pieces)


def _answering(found: list[dict[str, str]], _run: str) -> list[dict[str, str]]:
    return found


@given(st.text("港町かなカ々ヶ髙﨑𠮷1A \n。", max_size=20))
def test_the_guard_loses_nothing(words: str) -> None:
    """What a machine said comes out whole or not at all, whatever the machine does."""
    halves = [{"orig": words[:1], "hira": "あ"}, {"orig": words[1:], "hira": "い"}]
    for found in (halves, halves[:1], [{"orig": words, "hira": ""}], []):
        pieces = guessed(words, partial(_answering, found))

        assert pieces is None or words == "".join(piece.text for piece in pieces)


@given(
    st.lists(
        st.tuples(st.sampled_from("漢字読下"), st.text("おとこさん", min_size=1, max_size=3)),
        min_size=1,
        max_size=4,
    )
)
def test_kana_are_split_at_okurigana(parts: list[tuple[str, str]]) -> None:
    """The pieces of a word are the word, and what they say is its reading."""
    word = "".join(f"{kanji}を" for kanji, _ in parts)
    kana = "".join(f"{sound}を" for _, sound in parts)
    pieces = aligned(word, kana)

    assert pieces is not None
    assert (word, kana) == (
        "".join(text for text, _ in pieces),
        "".join(kana or text for text, kana in pieces),
    )


def test_names_with_figures_are_split_only_where_one_way_is_left() -> None:
    """第8次 may be だ・いはちじ or だい・はちじ, so nothing is said of it."""
    assert aligned("第8次", "だいはちじ") is None
    assert (Piece("FM", ""), Piece("港", "みなと")) == aligned("FM港", "FMみなと")


def test_a_machine_reads_what_nobody_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same words are read on the spot, and are known to be no more than a guess."""
    monkeypatch.setattr(guard, "_engine", lambda: lambda run: [{"orig": run, "hira": "みほん"}])
    unknown = lexicon((), ())
    found = list(unknown.found("見本の"))

    assert "見本《みほん》の" == said(unknown.pieces("見本の"))
    assert [False] == [one.known for one in found]


def test_the_machine_is_pykakasi(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is started once, by the class that its makers keep."""
    started: list[str] = []

    def kakasi() -> SimpleNamespace:
        started.append("once")
        return SimpleNamespace(convert=lambda run: [{"orig": run, "hira": "みほん"}])

    monkeypatch.undo()
    monkeypatch.setitem(sys.modules, "pykakasi", SimpleNamespace(Kakasi=kakasi))
    guard._engine.cache_clear()  # noqa: SLF001 - one that another test started is kept
    both = guessed("見本"), guessed("見本市")
    guard._engine.cache_clear()  # noqa: SLF001 - nobody else is to meet this one

    assert ((Piece("見本", "みほん"),), (Piece("見本市", "みほん"),)) == both
    assert ["once"] == started
