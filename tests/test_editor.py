"""In the editor: the real YAML language server, with this project's settings, on good and bad files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kushiro_yearbook.quantities import Status
from kushiro_yearbook.shapes import SHAPES
from kushiro_yearbook.start import SAMPLE, start
from kushiro_yearbook.theme import program_folder
from tests.editor import Editor

pytestmark = pytest.mark.editor

TOP = Path(__file__).parents[1]
SECTION = "content/2026/01-general/01-affairs/01-census.yaml"
TITLE = "title: {ja: 国勢調査, en: Population Census}\n"


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    """An editor with this project open."""
    with Editor(TOP) as opened:
        yield opened


def content(folder: Path) -> dict[str, str]:
    """The YAML files of a content folder, by their paths from the folder above."""
    paths = sorted(path for path in folder.rglob("*.yaml"))
    return {f"content/{path.relative_to(folder).as_posix()}": path.read_text("utf-8") for path in paths}


def told(found: list[Any], text: str) -> set[tuple[str, str]]:
    """What is marked in a text, with the message."""
    lines = text.split("\n")
    return {(_marked(lines, fault["range"]), fault["message"]) for fault in found}


def _marked(lines: list[str], where: dict[str, Any]) -> str:
    """The words of a range; ranges over several lines are not expected."""
    start, end = where["start"], where["end"]
    assert start["line"] == end["line"]
    return str(lines[start["line"]][start["character"] : end["character"]])


@pytest.mark.parametrize("folder", ["content", "tests/specimen/content", "tests/broken/base"])
def test_nothing_is_marked_in_what_is_right(folder: str, editor: Editor) -> None:
    """Every content file opens without a wavy line, whatever YAML makes of its words."""
    files = content(TOP / folder)

    assert files
    assert {} == {path: found for path, found in editor.diagnostics(files).items() if found}


@pytest.mark.parametrize("folder", ["content", "tests/specimen/content"])
def test_a_slip_is_marked_in_every_file(folder: str, editor: Editor) -> None:
    """Each file is bound to its schema: a row that nobody knows is seen wherever it stands."""
    slipped = {
        path: text.rstrip("\n") + "\nslip: {slip: 1}\n" for path, text in content(TOP / folder).items()
    }
    found = editor.diagnostics(slipped)

    assert [] == [
        path for path in slipped if "slip" not in "".join(fault["message"] for fault in found[path])
    ]


def test_a_new_town_has_the_same_help(tmp_path: Path) -> None:
    """What `yearbook init` makes opens without a wavy line, and a slip in it is marked."""
    start(program_folder("starter"), SAMPLE, tmp_path / "town")
    files = content(tmp_path / "town" / "content")
    slip = {"content/yearbook.yaml": files["content/yearbook.yaml"] + "titel: 年鑑\n"}
    with Editor(tmp_path / "town") as opened:
        right, wrong = opened.diagnostics(files), opened.diagnostics(slip)

    assert {} == {path: found for path, found in right.items() if found}
    assert ["プロパティ titel は許可されていません。"] == [
        fault["message"] for fault in wrong["content/yearbook.yaml"]
    ]


STATUSES = "値が許可されていません。有効な値: " + ", ".join(f'"{status}"' for status in Status) + "。"
CELL = str(SHAPES["cell"]["patternErrorMessage"])
UNIT = "数字に単位を付けて書いてください（例: 51名）。"
MISTAKES = {
    "a misspelt key": (
        SECTION,
        TITLE + "tabel: {row: {総数: 1}}\n",
        {("tabel", "プロパティ tabel は許可されていません。")},
    ),
    "a misspelt key, deep": (
        SECTION,
        TITLE + "sections:\n  - title: 港\n    events:\n      - {wehn: 令和6年}\n",
        {("wehn", "プロパティ wehn は許可されていません。")},
    ),
    "a missing key": (SECTION, "id: census\n", {("i", "「title」を書いてください。")}),
    "a missing description": (
        SECTION,
        TITLE + "images: {file: a.png, credit: 港湾課}\n",
        {("images", "「alt」を書いてください。")},
    ),
    "an unknown status": (
        SECTION,
        TITLE + "status: 速報\n",
        {("速報", STATUSES)},
    ),
    "a figure without its unit": (SECTION, TITLE + "figures:\n  来場者数: 51\n", {("51", UNIT)}),
    "a unit in a cell": (
        SECTION,
        TITLE + "table:\n  row:\n    総数: 151人\n",
        {("151人", CELL)},
    ),
    "another language": (
        SECTION,
        "title: {jp: 国勢調査, ja: 国勢調査}\n",
        {("jp", "文は、{ja: 日本語, en: 英語} の形で書いてください。")},
    ),
    "full-width digits": (
        SECTION,
        TITLE + "year: 令和７年\n",
        {("令和７年", "日付の数字は半角で書いてください（例: 令和7年4月1日）。")},
    ),
    "an id in Japanese": (
        "content/measures.yaml",
        "総数: {id: 人口, en: Total}\n",
        {("人口", "半角の小文字と数字をハイフンでつないで書いてください（例: elementary-schools）。")},
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_marked_in_japanese(mistake: str, editor: Editor) -> None:
    """The very word is marked, with a message in Japanese, and nothing besides."""
    path, text, expected = MISTAKES[mistake]

    assert expected == told(editor.diagnostics({path: text})[path], text)


def test_keys_are_proposed_with_what_they_are_for(editor: Editor) -> None:
    """On an empty line stand the keys of a section that are not there yet, explained in Japanese."""
    found = editor.completions(SECTION, TITLE + "|\n")

    assert {"as_of", "table", "sections"} <= set(found)
    assert "title" not in found
    assert "この節の数値の時点。" in found["as_of"]["documentation"]["value"]


def test_words_of_a_choice_are_proposed(editor: Editor) -> None:
    """After `status:` stand the statuses, each with what it means."""
    found = editor.completions(SECTION, TITLE + "status: |\n")

    assert "速報値" == found["preliminary"]["documentation"]
    assert 7 == len(found)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("figures:\n  |", "児童数"),
        ("table:\n  row:\n    |", "児童数"),
        ("table:\n  columns:\n    - |", "児童数"),
        ("table:\n  unit: |", "人"),
        ("by: |", "国会議員"),
        ("people:\n  - name: |", "国会議員"),
    ],
)
def test_words_of_the_registers_are_proposed(text: str, word: str, editor: Editor) -> None:
    """Labels, units and names come from the town's own registers; others may be written all the same."""
    assert word in editor.completions(SECTION, f"{TITLE}{text}\n")


def test_examples_are_shown_and_never_filled_in(editor: Editor) -> None:
    """What an explanation shows is not put into a file: a fact that is no fact would stand there."""
    found = editor.completions(SECTION, TITLE + "|\n")

    assert "as_of: 10月1日" in found["as_of"]["documentation"]["value"]
    assert [] == [key for key, item in found.items() if "10月1日" in item["insertText"]]


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        (SECTION, TITLE + "as|_of: 10月1日\n", "年を書かなければ year の年になります。"),
        (SECTION, "ti|tle: {ja: 国勢調査, en: Population Census}\n", "節の見出し。"),
        (SECTION, TITLE + "figures:\n  来場|者数: 12人\n", "ひとつの数値。"),
        (SECTION, TITLE + "status: preli|minary\n", "`preliminary`: 速報値"),
        ("content/yearbook.yaml", "repo|rt: https://www.example.jp/\n", "誤りの連絡先。"),
        ("content/2026/edition.yaml", "fiscal|_year: 令和7年度\n", "主に載せる実績の年度。"),
        ("content/units.yaml", "人: {i|d: person, en: {one: person, other: people}}\n", "単位のコード。"),
        ("content/theme/words.yaml", "home: {j|a: 最初}\n", "日本語。"),
    ],
)
def test_a_word_is_explained_where_it_stands(path: str, text: str, words: str, editor: Editor) -> None:
    """Pointing at a key, a label or a word of a choice shows what it is, in Japanese."""
    assert words in editor.hover(path, text)
