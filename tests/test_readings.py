"""Readings: what a text says by the lexicon, and how the list of readings is judged and filled."""

from __future__ import annotations

import csv
import io
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushiro_yearbook.cli import main
from kushiro_yearbook.faults import Place
from kushiro_yearbook.pipeline import examine, make, program_theme
from kushiro_yearbook.readings import guard
from kushiro_yearbook.readings.entry import Entry
from kushiro_yearbook.readings.kana import Piece, aligned
from kushiro_yearbook.readings.lexicon import lexicon
from kushiro_yearbook.readings.nodes import nodes
from kushiro_yearbook.registers import Name, Standing

BASE = Path(__file__).parent / "broken" / "base"
HEADER = "word,kana,before,reading,proposed,example,doubt"
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
    """What is counted is said after its figure; the figure itself has a reading only where both are one word."""
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


TEXTS = st.text(st.sampled_from("釧路市民行政調査港会山田太郎第人日月年本0123456789,.くしろまつり取り下げにったレーンｶﾞ髙﨑々ヶ𠮷 \n。（）/A1😀"), max_size=60)  # fmt: skip


@given(TEXTS, TEXTS)
def test_pieces_are_together_the_text(words: str, before: str) -> None:
    """Whatever a text holds, its pieces are the text, and only kanji, or figures before them, have kana."""
    pieces = WORDS.pieces(words, before)

    assert words == "".join(piece.text for piece in pieces)


@given(TEXTS)
def test_the_guard_loses_nothing(words: str) -> None:
    """What a machine said comes out whole or not at all, whatever the machine does."""
    halves = [{"orig": words[:1], "hira": "あ"}, {"orig": words[1:], "hira": "い"}]
    for found in (halves, halves[:1], [{"orig": words, "hira": ""}], []):
        pieces = guard.guessed(words, lambda run, found=found: found)

        assert pieces is None or words == "".join(piece.text for piece in pieces)


@pytest.mark.parametrize("run", ["釧路\t阿寒", "髙 橋", "㎞", "㈱釧路", "A釧路", "釧路1", "", "が".encode().decode() + "\u3099"])
def test_the_guard_lets_only_kana_and_kanji_in(run: str) -> None:
    """Everything else never reaches the machine, which would swallow or double it."""
    asked: list[str] = []

    assert guard.guessed(run, lambda said: asked.append(said) or []) is None
    assert not asked


@given(st.lists(st.tuples(st.sampled_from("漢字読下"), st.text("おとこさん", min_size=1, max_size=3)), min_size=1, max_size=4))
def test_kana_are_split_at_okurigana(parts: list[tuple[str, str]]) -> None:
    """The pieces of a word are the word, and what they say is its reading."""
    word = "".join(f"{kanji}を" for kanji, _ in parts)
    kana = "".join(f"{said}を" for _, said in parts)
    pieces = aligned(word, kana)

    assert pieces is not None
    assert (word, kana) == ("".join(text for text, _ in pieces), "".join(said or text for text, said in pieces))


def test_names_with_figures_are_split_only_where_one_way_is_left() -> None:
    """第8次 may be だ・いはちじ or だい・はちじ, so nothing is said of it."""
    assert aligned("第8次", "だいはちじ") is None
    assert (Piece("FM", ""), Piece("港", "みなと")) == aligned("FM港", "FMみなと")


def test_text_nodes() -> None:
    """Nodes know what stands before them in their block; heads, drawings and what has readings are left out."""
    page = (
        "<head><title>題</title></head><body><h1>市の<b>概要</b></h1><p>1&amp;2<svg><text>図</text></svg>年"
        "<ruby>行<rp>(</rp><rt>おこな</rt><rp>)</rp></ruby>った<br>市<!-- 注 --></p></body>"
    )
    expected = [
        ("市の", "", True), ("概要", "市の", True), ("1&2", "", False), ("年", "1&2", False),
        ("った", "1&2年行", False), ("市", "", False),
    ]  # fmt: skip

    assert expected == [(node.text, node.before, node.heading) for node in nodes(page)]
    assert all(node.text == page[node.start : node.end] for node in nodes(page) if "&" not in node.text)


def content(tmp_path: Path, *rows: str, furigana: bool = True) -> Path:
    """The base content with an edition with readings, and these rows."""
    folder = tmp_path / "content"
    shutil.copytree(BASE, folder)
    if furigana:
        with (folder / "yearbook.yaml").open("a", encoding="utf-8", newline="\n") as file:
            file.write("furigana: true\n")
    if rows:
        (folder / "readings.csv").write_text("\n".join((HEADER, *rows, "")), "utf-8", newline="\n")
    return folder


def judge(folder: Path) -> None:
    """Every row judged."""
    file = folder / "readings.csv"
    file.write_text(file.read_text("utf-8").replace(",guess,", ",editor,"), "utf-8", newline="\n")


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that reads every run as よみ, so that no dictionary is needed."""
    monkeypatch.setattr(guard, "_engine", lambda: lambda run: [{"orig": run, "hira": "よみ"}])


def propose(folder: Path, *more: str) -> list[str]:
    """The rows of the list after `yearbook readings propose`."""
    assert main(["readings", "propose", "--content", str(folder), "--lang", "en", *more]) == 0
    return (folder / "readings.csv").read_text("utf-8").splitlines()[1:]


def judged(tmp_path: Path) -> Path:
    """Content all of whose readings are judged."""
    folder = content(tmp_path)
    propose(folder)
    judge(folder)
    return folder


def test_with_everything_judged_no_machine_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build whose readings are all judged never imports pykakasi, and nothing is found."""
    monkeypatch.setattr(guard, "_engine", lambda: lambda run: [{"orig": run, "hira": "よみ"}])
    folder = judged(tmp_path)
    monkeypatch.undo()
    monkeypatch.setitem(sys.modules, "pykakasi", None)
    guard._engine.cache_clear()  # noqa: SLF001 - an engine that another test started would hide the import
    checked = examine(folder)
    assert checked.yearbook is not None
    pages = make(checked.yearbook, program_theme(checked.town))
    texts = [node for path, page in pages.items() if path.startswith("ja/") for node in nodes(page.decode())]

    assert [] == checked.faults
    assert any(piece.kana for node in texts for piece in checked.yearbook.lexicon.pieces(*node[:2]))


@pytest.mark.usefixtures("machine")
def test_judged_rows_stay_letter_for_letter(tmp_path: Path) -> None:
    """Proposing adds what is missing and changes nothing that is there; once more, it adds nothing."""
    own = '計画,けいかく,,editor,けいが,"計画, と",疑わしい'
    folder = content(tmp_path, own)
    rows = propose(folder)

    assert own in rows
    assert rows == propose(folder)
    assert sorted(rows, key=lambda line: line.split(",")[1].replace("/", "")) == rows


@pytest.mark.usefixtures("machine")
def test_rows_that_no_text_needs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They are named, and deleted only when that is asked for."""
    folder = content(tmp_path, "港町,みなとまち,,editor,,,")
    kept = propose(folder)
    named = capsys.readouterr().err
    pruned = propose(folder, "--prune")

    assert "港町,みなとまち,,editor,,," in kept
    assert "  港町,みなとまち\n" in named
    assert "港町,みなとまち,,editor,,," not in pruned


@pytest.mark.usefixtures("machine")
def test_what_is_open_is_ready_to_paste(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Words not in the list, guesses and doubts are rows of the file; the counts are told beside them."""
    folder = judged(tmp_path)
    file = folder / "readings.csv"
    lines = file.read_text("utf-8").splitlines()
    lines = [line for line in lines if not line.startswith("調査,")]
    at = next(number for number, line in enumerate(lines) if line.startswith("策定,"))
    lines[at] = "策定,よみ,,guess,,,"
    at = next(number for number, line in enumerate(lines) if line.startswith("事業,"))
    lines[at] = "事業,よみ,,editor,ことわざ,,さだかでない"
    file.write_text("\n".join((*lines, "")), "utf-8", newline="\n")
    capsys.readouterr()
    code = main(["readings", "--content", str(folder), "--lang", "en"])
    told = capsys.readouterr()
    rows = list(csv.DictReader(io.StringIO(told.out)))

    assert code == 0
    assert HEADER == told.out.splitlines()[0]
    assert {("調査", "guess"), ("策定", "guess"), ("事業", "editor")} == {(row["word"], row["reading"]) for row in rows}
    assert "(1 of them corrected, 1 doubtful), 1 guessed, 1 not in readings.csv" in told.err


def test_a_command_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A slip is told with what can be written."""
    assert main(["readings", "propse", "--content", str(tmp_path), "--lang", "en"]) == 2
    assert "yearbook readings propose" in capsys.readouterr().err


def test_without_the_edition_nothing_is_asked(tmp_path: Path) -> None:
    """A town that shows no readings owes none."""
    assert [] == examine(content(tmp_path, furigana=False)).faults


@pytest.mark.usefixtures("machine")
def test_people_without_a_source_owe_no_reading(tmp_path: Path) -> None:
    """Their names are in no row and in no fault, in whatever sentence they stand."""
    folder = judged(tmp_path)
    with (folder / "names.csv").open("a", encoding="utf-8", newline="\n") as file:
        file.write("山田太郎,,,,person,guess,own\n")
    plans = folder / "2026" / "01-general" / "01-planning" / "01-plans.yaml"
    plans.write_text(plans.read_text("utf-8").replace("に計画を", "に山田太郎が計画を"), "utf-8", newline="\n")
    checked = examine(folder)
    assert checked.yearbook is not None

    assert [] == [fault.words for fault in checked.faults if fault.code.startswith("K")]
    assert "に山田太郎が" == shown(checked.yearbook.lexicon.pieces("に山田太郎が"))


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

