"""The list of readings: what shows it, how it is judged and filled, and that a build needs no machine."""

from __future__ import annotations

import csv
import io
import shutil
import sys
from pathlib import Path

import pytest

from kushiro_yearbook.cli import main
from kushiro_yearbook.pipeline import examine, make, program_theme
from kushiro_yearbook.readings import guard
from kushiro_yearbook.readings.kana import Piece
from kushiro_yearbook.readings.nodes import nodes

BASE = Path(__file__).parent / "broken" / "base"
HEADER = "word,kana,before,reading,proposed,example,doubt"


def test_text_nodes() -> None:
    """Nodes know what stands before them in their block; heads, drawings and what has readings are none."""
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


def test_with_everything_judged_no_machine_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
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
    assert {("調査", "guess"), ("策定", "guess"), ("事業", "editor")} == {
        (row["word"], row["reading"]) for row in rows
    }
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
    plans.write_text(
        plans.read_text("utf-8").replace("に計画を", "に山田太郎が計画を"), "utf-8", newline="\n"
    )
    checked = examine(folder)
    assert checked.yearbook is not None

    assert [] == [fault.words for fault in checked.faults if fault.code.startswith("K")]
    assert (Piece("に", ""), Piece("山田太郎", ""), Piece("が", "")) == checked.yearbook.lexicon.pieces(
        "に山田太郎が"
    )
