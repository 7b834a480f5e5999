"""The lexicon: whose word counts, also around names of people, and what is said after figures."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushiro_yearbook.faults import Place
from kushiro_yearbook.readings.entry import Entry
from kushiro_yearbook.readings.kana import HIRAGANA, Pieces
from kushiro_yearbook.readings.lexicon import Lexicon, lexicon
from kushiro_yearbook.registers import Name, Standing


def row(word: str, kana: str, before: str = "", reading: Standing = Standing.EDITOR) -> Entry:
    """A row of a list of readings."""
    return Entry(word, kana, before, reading, "", "", "", Place(""))


def name(ja: str, kana: str, kind: str = "place", reading: Standing = Standing.SOURCED) -> Name:
    """A row of `names.csv`."""
    return Name(ja, kana, "", {}, kind, reading, "", Place(""))


def said(pieces: Pieces) -> str:
    """Pieces as a test can see them: 港《みなと》の町《まち》."""
    return "".join(f"{piece.text}《{piece.kana}》" if piece.kana else piece.text for piece in pieces)


# A small town's words: rows, names, and what the program says itself.
ROWS = (
    row("行", "こう"),
    row("行った", "いった"),
    row("行った", "おこなった", before="式を"),
    row("大通", "おおどおり"),
    row("港/祭り", "みなと/まつり"),
    row("人気", "にんき"),
    row("本社", "ほんしゃ"),
    row("一日", "いちにち"),
    row("北浜", "きたはま"),
    row("縁", "", before="額"),
    row("縁", "えん"),
)
NAMES = (
    name("北浜", "ほくひん"),
    name("お祭り広場", "おまつりひろば"),
    name("みなと館", "みなとかん"),
    name("南浜", "みなみはま"),
    name("東浜", "ひがしはま", reading=Standing.GUESS),
    name("見本太郎", "みほんたろう", kind="person", reading=Standing.GUESS),
    name("見本みどり", "", kind="person", reading=Standing.GUESS),
    name("人見次郎", "", kind="person", reading=Standing.GUESS),
    name("見本花子", "みもとはなこ", kind="person"),
)
SPOKEN = (
    row("南浜", "なんぴん"),
    row("北浜", "ほっぽう"),
    row("大通", "だいつう"),
    row("目次", "もくじ"),
    row("会長", "かいちょう"),
    row("氏", "し"),
)
TOWN = lexicon(ROWS, NAMES, SPOKEN)
NOBODY = lexicon((), ())


@pytest.mark.parametrize(
    ("words", "before", "expected"),
    [
        # The longest word.
        ("町へ行った。", "", "町《まち》へ行《い》った。"),
        ("行の列", "", "行《こう》の列《れつ》"),
        # What must stand before it, in the text or before it in its block.
        ("式を行った。", "", "式《しき》を行《おこな》った。"),
        ("行った。", "開会式を", "行《おこな》った。"),
        ("行った。", "式も", "行《い》った。"),
        # A row cuts its word, and kana stay as they are.
        ("港祭り", "", "港《みなと》祭《まつ》り"),
        # A word without kana has none on purpose.
        ("額縁、縁", "", "額縁《がくぶち》、縁《えん》"),
        ("縁、縁", "額", "縁、縁《えん》"),
        # Never within a longer run: 縁 is no part of 縁側.
        ("縁と額縁と縁側", "", "縁《えん》と額縁《がくぶち》と縁側《えんがわ》"),
        # Kana of a name are its own, also where it begins with them.
        ("お祭り広場", "", "お祭《まつ》り広場《ひろば》"),
        ("みなと館へ", "", "みなと館《かん》へ"),
        ("館へ", "", "館《かん》へ"),
        # The town's row over the name, the name over the program's row, the town's over the program's.
        ("北浜", "", "北浜《きたはま》"),
        ("南浜", "", "南浜《みなみはま》"),
        ("大通", "", "大通《おおどおり》"),
        ("目次", "", "目次《もくじ》"),
        # People whose reading somebody is sure of, and people whose reading nobody is.
        ("見本花子", "", "見本花子《みもとはなこ》"),
        ("会長見本花子氏", "", "会長《かいちょう》見本花子《みもとはなこ》氏《し》"),
        ("見本太郎", "", "見本太郎"),
        ("会長見本太郎氏", "", "会長《かいちょう》見本太郎氏《し》"),
        ("会長見本みどり", "", "会長《かいちょう》見本みどり"),
        ("1人見次郎", "", "1人見次郎"),
        ("人見次郎", "2", "人見次郎"),
        # Signs of HTML and figures pass.
        ("<目次> & 1", "", "<目次《もくじ》> & 1"),
        ("", "", ""),
        ("かなとABC", "", "かなとABC"),
    ],
)
def test_a_text_is_said_as_people_say(words: str, before: str, expected: str) -> None:
    """By the longest word with most before it: the town's rows, then its names, then the program's rows."""
    assert expected == said(TOWN.pieces(words, before))


@pytest.mark.parametrize(
    ("words", "known"),
    [("大通", True), ("東浜", False), ("縁側", False), ("見本太郎", True), ("3月", True), ("南浜", True)],
)
def test_a_guess_is_told_from_what_is_known(words: str, known: bool) -> None:  # noqa: FBT001 – a case's answer
    """What only a machine says is not known; a name with a guessed reading says nothing."""
    assert [known] == [found.known for found in TOWN.found(words)]


def test_a_guessed_row_is_said_and_tells_that_it_is_a_guess() -> None:
    """The page shows it; the rules find it by its row."""
    guess = row("潮見", "しおみ", reading=Standing.GUESS)
    (found,) = lexicon((guess,), ()).found("潮見")

    assert (guess, False) == (found.entry, guess.judged)
    assert "潮見《しおみ》" == said(found.pieces)


def test_a_text_as_it_is_said() -> None:
    """Hiragana for its kanji, and everything else as it is."""
    assert "しきをおこなった。5にん、ABC" == TOWN.kana("式を行った。5人、ABC")


COUNTED = [
    "1人《ひとり》", "2人《ふたり》", "１人《ひとり》", "3人《にん》", "11人《にん》",
    "12人《にん》", "20人《にん》", "1,000人《にん》", "1人《ひとり》目《め》",
    "3人《にん》目《め》", "5万《まん》人《にん》", "3百《びゃく》人《にん》",
    "4月《がつ》1日《ついたち》", "1日《にち》", "2日《ふつか》", "3日《みっか》", "4日《よっか》",
    "5日《いつか》", "6日《むいか》", "7日《なのか》", "8日《ようか》", "9日《ここのか》",
    "10日《とおか》", "11日《にち》", "14日《か》", "20日《はつか》", "21日《にち》", "24日《か》",
    "20日《はつか》間《かん》", "2日《ふつか》目《め》", "4月《がつ》", "12月《がつ》",
    "3か月《げつ》", "3ヶ月《げつ》", "3カ月《げつ》", "3か国《こく》", "8か所《しょ》",
    "5か年《ねん》", "8次《じ》", "16歳《さい》", "2階《かい》", "3階《がい》", "13階《がい》",
    "10階《かい》", "1本《ぽん》", "2本《ほん》", "3本《ぼん》", "4本《ほん》", "6本《ぽん》",
    "8本《ぽん》", "10本《ぽん》", "12本《ほん》", "100本《ぽん》", "1,000本《ぼん》",
    "1万《まん》本《ぼん》", "1.5本《ほん》", "1匹《ぴき》", "3匹《びき》", "3票《びょう》",
    "5票《ひょう》", "3軒《げん》", "1軒《けん》", "2泊《はく》3日《みっか》", "3泊《ぱく》",
    "5分《ふん》", "10分《ぷん》", "15分《ふん》", "30分《ぷん》", "4分《ぷん》", "3分《ぶん》の1",
    "１５分《ふん》", "9時《じ》", "10時《じ》30分《ぷん》", "1時《じ》間《かん》",
    "2週《しゅう》間《かん》", "3年《ねん》間《かん》", "100件《けん》", "7年度《ねんど》",
    "5周年《しゅうねん》", "3年生《ねんせい》", "20世紀《せいき》", "30年代《ねんだい》",
    "300円《えん》", "3千《ぜん》円《えん》", "8百《ぴゃく》", "2千《せん》", "1億《おく》",
    "6百《ぴゃく》", "3丁目《ちょうめ》", "1番地《ばんち》", "3回《かい》目《め》",
    "3箇所《かしょ》", "3校《こう》", "4台《だい》", "2冊《さつ》", "10月《がつ》１日《ついたち》",
    "23,461,386万《まん》円《えん》", "1.5倍《ばい》", "2回《かい》", "3組《くみ》", "10園《えん》",
]  # fmt: skip


@pytest.mark.parametrize("counted", COUNTED)
def test_what_is_counted(counted: str) -> None:
    """A counter is said as its figure asks for, and nobody has to judge it."""
    words = re.sub("《.*?》", "", counted)

    assert counted == said(NOBODY.pieces(words))
    assert all(found.known for found in NOBODY.found(words))


@pytest.mark.parametrize(
    ("words", "before", "expected"),
    [
        # The figure stands in another node: the counter says its own part.
        ("人", "1", "人《り》"),
        ("人", "30", "人《にん》"),
        ("日", "4月1", "日《たち》"),
        ("日", "月20", "日《か》"),
        ("階", "3", "階《がい》"),
        # A counter begins a longer word of the list; 人 and the like are surely counted.
        ("3本社", "", "3本社《ほんしゃ》"),
        ("3人気", "", "3人《にん》気《き》"),
        # Not after a figure.
        ("一日と(3)次", "", "一日《いちにち》と(3)次《つぎ》"),
        ("令和7年度", "", "令和《れいわ》7年度《ねんど》"),
        ("第8次、第3期", "", "第《だい》8次《じ》、第《だい》3期《き》"),
    ],
)
def test_what_is_counted_among_other_words(words: str, before: str, expected: str) -> None:
    """The figure may stand before the text, and a longer word wins unless it is surely counted."""
    assert expected == said(TOWN.pieces(words, before))


LETTERS = st.sampled_from(
    [
        *"0123１２,.かヶー人本日月年分の行式を縁額港大通西見太郎花子みどり北浜々〇\n\t <&Aア゙。第",
        *("見本太郎", "行った", "お祭り広場"),
    ]
)
TEXTS = st.lists(LETTERS, max_size=12).map("".join) | st.text(max_size=12)


@pytest.mark.parametrize("listed", [NOBODY, TOWN], ids=["nobody", "town"])
@given(words=TEXTS, before=TEXTS)
def test_nothing_is_lost_and_all_kana_are_hiragana(listed: Lexicon, words: str, before: str) -> None:
    """The pieces of any text after any other are that text, and what stands above it is hiragana."""
    pieces = listed.pieces(words, before)

    assert words == "".join(piece.text for piece in pieces)
    assert [] == [piece for piece in pieces if piece.kana and not HIRAGANA.fullmatch(piece.kana)]
    assert "" not in {piece.text for piece in pieces}


def test_a_line_break_after_a_figure_stays() -> None:
    """A figure at the end of a line counts nothing on the next, and the line break is kept."""
    assert "ーか2\n人本《じんぽん》" == said(NOBODY.pieces("ーか2\n人本", "…"))
