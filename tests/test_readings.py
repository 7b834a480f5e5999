"""Readings: what a text says by the lexicon, by its rules for counters, and behind its guard."""

from __future__ import annotations

import sys
from functools import partial
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushiro_yearbook.faults import Place
from kushiro_yearbook.readings import guard
from kushiro_yearbook.readings.entry import Entry
from kushiro_yearbook.readings.kana import Piece, aligned
from kushiro_yearbook.readings.lexicon import lexicon
from kushiro_yearbook.registers import Name, Standing

NOWHERE = Place("")


def row(word: str, kana: str, before: str = "") -> Entry:
    """A judged row."""
    return Entry(word, kana, before, Standing.EDITOR, "", "", "", NOWHERE)


def name(ja: str, kana: str, kind: str = "org", reading: Standing = Standing.SOURCED) -> Name:
    """A row of `names.csv`."""
    return Name(ja, kana, "", {}, kind, reading, "own", NOWHERE)


def shown(pieces: tuple[Piece, ...]) -> str:
    """Pieces as `[漢字|かんじ]` among the words that have none."""
    return "".join(f"[{text}|{kana}]" if kana else text for text, kana in pieces)


@pytest.fixture(autouse=True)
def _no_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is tested is judged: a machine says nothing unless a test asks it."""
    monkeypatch.setattr(guard, "_engine", lambda: lambda run: [{"orig": run, "hira": ""}])


WORDS = lexicon(
    [
        row("行った", "おこなった"),
        row("行った", "いった", "に"),
        row("釧/路市", "くし/ろし"),
        row("市", "し"),
        row("市民", "しみん"),
        row("取り下げ", "とりさげ"),
        row("現在", "げんざい"),
        row("以上", "いじょう"),
        row("第", "だい"),
        row("令和", "れいわ"),
        row("条例", "じょうれい"),
        row("末", "まつ"),
    ],
    [
        name("見本港まつり", "みほんみなとまつり"),
        name("くしろ港まつり会", "くしろみなとまつりかい"),
        name("見本レーン", "みほんれーん", reading=Standing.GUESS),
        name("山田太郎", "", "person", Standing.GUESS),
        name("佐藤花子", "さとうはなこ", "person"),
    ],
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("調査を行った。", "調査を[行|おこな]った。"),
        ("市に行った。", "[市|し]に[行|い]った。"),
        ("取り下げる", "[取|と]り[下|さ]げる"),
        ("釧路市の市民", "[釧|くし][路市|ろし]の[市民|しみん]"),
        ("市民会", "市民会"),
        ("都市", "都市"),
        ("見本港まつりで", "[見本港|みほんみなと]まつりで"),
        ("くしろ港まつり会", "くしろ[港|みなと]まつり[会|かい]"),
        ("市長山田太郎", "市長山田太郎"),
        ("市山田太郎市民", "[市|し]山田太郎[市民|しみん]"),
        ("佐藤花子", "[佐藤花子|さとうはなこ]"),
        ("見本レーン", "見本レーン"),
        ("Kushiro 2026, かな", "Kushiro 2026, かな"),
        ("", ""),
    ],
)
def test_pieces(words: str, expected: str) -> None:
    """The longest judged word that ends with its run is read; nothing is read inside other runs."""
    assert expected == shown(WORDS.pieces(words))


def test_what_stands_before_a_text_may_decide() -> None:
    """A word's context reaches over the end of a text node."""
    assert "[行|い]った" == shown(WORDS.pieces("行った", "東京に"))


def test_kana_of_a_whole_text() -> None:
    """A text is said in hiragana for its kanji; all else stays as it is."""
    assert "2026ねん、しにいった（テスト）" == WORDS.kana("2026年、市に行った（テスト）")


COUNTED = [
    ("1人", "[1人|ひとり]"),
    ("2人", "[2人|ふたり]"),
    ("3人", "3[人|にん]"),
    ("20人", "20[人|にん]"),
    ("21人", "21[人|にん]"),
    ("1,001人", "1,001[人|にん]"),
    ("1人目", "[1人|ひとり][目|め]"),
    ("4人以上", "4[人|にん][以上|いじょう]"),
    ("10月1日", "10[月|がつ][1日|ついたち]"),
    ("10月１日", "10[月|がつ][１日|ついたち]"),
    ("1日", "1[日|にち]"),
    ("1日間", "1[日|にち][間|かん]"),
    ("2日", "[2日|ふつか]"),
    ("3日間", "[3日|みっか][間|かん]"),
    ("4日", "[4日|よっか]"),
    ("5月5日", "5[月|がつ][5日|いつか]"),
    ("6日", "[6日|むいか]"),
    ("7日", "[7日|なのか]"),
    ("8日", "[8日|ようか]"),
    ("9日", "[9日|ここのか]"),
    ("10日", "[10日|とおか]"),
    ("11日", "11[日|にち]"),
    ("14日", "14[日|か]"),
    ("20日", "[20日|はつか]"),
    ("24日", "24[日|か]"),
    ("31日現在", "31[日|にち][現在|げんざい]"),
    ("4月", "4[月|がつ]"),
    ("7月末", "7[月|がつ][末|まつ]"),
    ("9月", "9[月|がつ]"),
    ("3か月", "3か[月|げつ]"),
    ("2か国", "2か[国|こく]"),
    ("第8次", "[第|だい]8[次|じ]"),
    ("第5回", "[第|だい]5[回|かい]"),
    ("16歳", "16[歳|さい]"),
    ("1階", "1[階|かい]"),
    ("3階", "3[階|がい]"),
    ("1本", "1[本|ぽん]"),
    ("2本", "2[本|ほん]"),
    ("3本", "3[本|ぼん]"),
    ("10本", "10[本|ぽん]"),
    ("100本", "100[本|ぽん]"),
    ("1,000本", "1,000[本|ぼん]"),
    ("100件", "100[件|けん]"),
    ("7年", "7[年|ねん]"),
    ("令和7年度", "[令和|れいわ]7[年度|ねんど]"),
    ("3年間", "3[年|ねん][間|かん]"),
    ("3名", "3[名|めい]"),
    ("2校", "2[校|こう]"),
    ("5周年", "5[周年|しゅうねん]"),
    ("10園", "10[園|えん]"),
    ("3組", "3[組|くみ]"),
    ("2回", "2[回|かい]"),
    ("3千円", "3[千|ぜん][円|えん]"),
    ("23,461,386万円", "23,461,386[万|まん][円|えん]"),
    ("10分", "10[分|ぷん]"),
    ("5分", "5[分|ふん]"),
    ("3分の1", "3[分|ぶん]の1"),
    ("2条例", "2[条例|じょうれい]"),
    ("1.5倍", "1.5[倍|ばい]"),
    ("令和7年10月20日", "[令和|れいわ]7[年|ねん]10[月|がつ][20日|はつか]"),
]


@pytest.mark.parametrize(("words", "expected"), COUNTED)
def test_counters(words: str, expected: str) -> None:
    """What is counted is said after its figure; the figure too is said only where both are one word."""
    assert expected == shown(WORDS.pieces(words))


@pytest.mark.parametrize(
    ("counter", "before", "expected"),
    [
        ("人", "151,326", "[人|にん]"),
        ("人", "1", "[人|り]"),
        ("日", "10月20", "[日|か]"),
        ("日", "10月1", "[日|たち]"),
    ],
)
def test_a_counter_whose_figure_stands_in_another_node(counter: str, before: str, expected: str) -> None:
    """Only its own part of the word stands over the counter."""
    assert expected == shown(WORDS.pieces(counter, before))


LETTERS = (
    "釧路市民行政調査港会山田太郎第人日月年本0123456789,.くしろまつり取り下げにったレーン"
    "ｶﾞ髙﨑々ヶ𠮷 \n。（）/A1😀"
)
TEXTS = st.text(st.sampled_from(LETTERS), max_size=60)


@given(TEXTS, TEXTS)
def test_pieces_are_together_the_text(words: str, before: str) -> None:
    """Whatever a text holds, its pieces are the text, and only kanji, or figures before them, have kana."""
    pieces = WORDS.pieces(words, before)

    assert words == "".join(piece.text for piece in pieces)


def _answering(found: list[dict[str, str]], _run: str) -> list[dict[str, str]]:
    return found


@given(TEXTS)
def test_the_guard_loses_nothing(words: str) -> None:
    """What a machine said comes out whole or not at all, whatever the machine does."""
    halves = [{"orig": words[:1], "hira": "あ"}, {"orig": words[1:], "hira": "い"}]
    for found in (halves, halves[:1], [{"orig": words, "hira": ""}], []):
        pieces = guard.guessed(words, partial(_answering, found))

        assert pieces is None or words == "".join(piece.text for piece in pieces)


@pytest.mark.parametrize(
    "run", ["釧路\t阿寒", "髙 橋", "㎞", "㈱釧路", "A釧路", "釧路1", "", "が".encode().decode() + "\u3099"]
)
def test_the_guard_lets_only_kana_and_kanji_in(run: str) -> None:
    """Everything else never reaches the machine, which would swallow or double it."""

    def machine(said: str) -> list[dict[str, str]]:
        raise AssertionError(said)

    assert guard.guessed(run, machine) is None


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
    kana = "".join(f"{said}を" for _, said in parts)
    pieces = aligned(word, kana)

    assert pieces is not None
    assert (word, kana) == (
        "".join(text for text, _ in pieces),
        "".join(said or text for text, said in pieces),
    )


def test_names_with_figures_are_split_only_where_one_way_is_left() -> None:
    """第8次 may be だ・いはちじ or だい・はちじ, so nothing is said of it."""
    assert aligned("第8次", "だいはちじ") is None
    assert (Piece("FM", ""), Piece("港", "みなと")) == aligned("FM港", "FMみなと")


def test_a_machine_reads_what_nobody_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same words are read on the spot, and are known to be no more than a guess."""
    monkeypatch.setattr(guard, "_engine", lambda: lambda run: [{"orig": run, "hira": "みほん"}])
    unknown = lexicon([], [])
    found = list(unknown.found("見本の"))

    assert "[見本|みほん]の" == shown(unknown.pieces("見本の"))
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
    both = guard.guessed("見本"), guard.guessed("見本市")
    guard._engine.cache_clear()  # noqa: SLF001 - nobody else is to meet this one

    assert ((Piece("見本", "みほん"),), (Piece("見本市", "みほん"),)) == both
    assert ["once"] == started
