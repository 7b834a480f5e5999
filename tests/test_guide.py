"""The staff guide: its tasks are done as written, and whatever it names is there."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from kushiro_yearbook.cli import COMMANDS, COMMON, main
from kushiro_yearbook.pipeline import examine, make, program_theme
from kushiro_yearbook.wording import WORDINGS

TOP = Path(__file__).parents[1]
GUIDE = (TOP / "docs" / "guide.md").read_text("utf-8")
FOLDER = Path(__file__).parent / "tasks"
TASKS = sorted(folder.name for folder in FOLDER.iterdir())
# What an edit may say of texts and of files.
TEXTS, FILES = ("old", "new", "after", "before", "add", "text"), ("file", "from", "to", "copy")
# The reports of a task by the edits that come before them.
REPORTS = {"slip": "slip.ja.txt", "edits": "expected.ja.txt"}
CHAPTER = "## よくある仕事\n"

Edit = Mapping[str, str]


@cache
def task(name: str) -> Mapping[str, Any]:
    """A task: its heading in the guide, perhaps a slip often made, its edits, what pages then hold."""
    found: Mapping[str, Any] = yaml.safe_load((FOLDER / name / "task.yaml").read_text("utf-8"))
    return found


def edits(name: str) -> list[Edit]:
    """All edits of a task, the slip's first."""
    return [edit for part in REPORTS for edit in task(name).get(part, [])]


def section(name: str) -> str:
    """A task's section of the guide."""
    return GUIDE.partition(f"\n### {task(name)['heading']}\n")[2].partition("\n##")[0]


def fenced(words: str, kind: str = r"\w+") -> list[str]:
    """What stands between fences of a kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", words, re.DOTALL | re.MULTILINE)


def codes_in(words: str) -> set[str]:
    """The codes of faults that words name."""
    return set(re.findall(r"(?<![A-Za-z0-9])[A-Z][0-9]{2}(?![A-Za-z0-9])", words))


def reports(name: str) -> list[str]:
    """What is told in the course of a task."""
    return [
        (FOLDER / name / golden).read_text("utf-8") for part, golden in REPORTS.items() if part in task(name)
    ]


def pages_of(content: Path) -> Mapping[str, bytes]:
    """The files of the site of sound content."""
    checked = examine(content)
    assert checked.sound
    assert checked.yearbook is not None
    return make(checked.yearbook, program_theme(checked.town))


@cache
def pages_today() -> Mapping[str, bytes]:
    """The files of the site of the real content."""
    return pages_of(TOP / "content")


def holds(files: Mapping[str, bytes], page: Mapping[str, str]) -> bool:
    """Whether a page is there and holds what it should."""
    return page["holds"] in files.get(page["page"], b"").decode()


def do(edit: Edit, name: str) -> None:
    """Do what a clerk would, in `content` of the current folder."""
    content = Path("content")
    if "run" in edit:
        assert main(edit["run"].split()[1:]) == 0
        return
    goal = content / (edit.get("file") or edit["to"])
    goal.parent.mkdir(parents=True, exist_ok=True)
    if "picture" in edit:
        shutil.copyfile(FOLDER / name / edit["picture"], goal)
    elif "copy" in edit:
        shutil.copytree(content / edit["copy"], goal)
    elif "from" in edit:
        (content / edit["from"]).rename(goal)
    else:
        goal.write_text(edited(edit, goal), "utf-8", newline="\n")


def edited(edit: Edit, file: Path) -> str:
    """The text of a file after an edit of whole lines, whose place is the only one of its kind."""
    if "text" in edit:
        return edit["text"]
    place = edit.get("old") or edit.get("after") or edit["before"]
    new = edit.get("new") or edit.get("after", "") + edit["add"] + edit.get("before", "")
    text = "\n" + file.read_text("utf-8")
    assert text.count("\n" + place) == 1, f"{file}: {place}"
    return text.replace("\n" + place, "\n" + new)[1:]


@pytest.fixture
def _content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy of the real content in the current folder."""
    shutil.copytree(TOP / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("name", TASKS)
@pytest.mark.usefixtures("_content")
def test_task(name: str, capsys: pytest.CaptureFixture[str], pytestconfig: pytest.Config) -> None:
    """Whoever does as the guide says reads these reports, and then these pages."""
    for part, golden in REPORTS.items():
        for edit in task(name).get(part, []):
            do(edit, name)
        capsys.readouterr()
        main(["check", "--lang", "ja"])
        told = capsys.readouterr()
        if part in task(name):
            if pytestconfig.getoption("update_golden"):
                (FOLDER / name / golden).write_text(told.out + told.err, "utf-8", newline="\n")
            assert (FOLDER / name / golden).read_text("utf-8") == told.out + told.err

    files = pages_of(Path("content"))
    assert [] == [page for page in task(name)["pages"] if not holds(files, page)]


@pytest.mark.parametrize("name", TASKS)
def test_the_page_of_a_task_is_made_by_its_edits(name: str) -> None:
    """What a task is to change is not on its pages before."""
    assert task(name)["pages"] != [page for page in task(name)["pages"] if holds(pages_today(), page)]


@pytest.mark.parametrize("name", TASKS)
def test_the_guide_shows_each_edit(name: str) -> None:
    """Each text of an edit is a fenced block of the section, and no other block of content stands there."""
    expected = {edit[key] for edit in edits(name) for key in TEXTS if key in edit}

    assert expected == set(fenced(section(name), "(?:yaml|csv)"))


@pytest.mark.parametrize("name", TASKS)
def test_the_guide_names_each_file_and_command(name: str) -> None:
    """Each file of an edit, and each command that is run, stands in the section."""
    files = {f"`content/{edit[key]}`" for edit in edits(name) for key in FILES if key in edit}
    commands = {edit["run"] for edit in edits(name) if "run" in edit}

    assert [] == [named for named in files | commands if named not in section(name)]


@pytest.mark.parametrize("name", TASKS)
def test_the_guide_names_the_faults_of_a_task(name: str) -> None:
    """The codes that the section names stand in the reports of the task."""
    assert codes_in(section(name)) <= codes_in("".join(reports(name)))


def test_each_report_quoted_is_told() -> None:
    """What the guide quotes of a report is word for word what a task's report says."""
    told = [report for name in TASKS for report in reports(name)]

    assert fenced(GUIDE, "text")
    assert [] == [words for words in fenced(GUIDE, "text") if not any(words in report for report in told)]


def test_each_task_of_the_guide_is_tried() -> None:
    """The headings of the chapter of tasks are those of the test data, in their order."""
    chapter = GUIDE.partition(CHAPTER)[2].partition("\n## ")[0]

    assert [task(name)["heading"] for name in TASKS] == re.findall(r"^### (.+)$", chapter, re.MULTILINE)


def test_each_command_named_is_there() -> None:
    """The commands in the guide, and their options, are those of the program."""
    named = re.findall(r"yearbook ([a-z]+)([^`\n]*)", GUIDE)
    pairs = [(name, option) for name, rest in named for option in re.findall(r"--[a-z-]+", rest)]
    known = {name: {*COMMON, *command.arguments} for name, command in COMMANDS.items()}

    assert named
    assert set() == {name for name, _ in named} - set(COMMANDS)
    assert [] == [(name, option) for name, option in pairs if option not in known[name]]


def test_each_file_named_is_there() -> None:
    """The paths in the guide lead to content that is there, or that its tasks make."""
    named = set(re.findall(r"`(content/[^`]+?)/?`", GUIDE))
    made = {edit[key] for name in TASKS for edit in edits(name) for key in FILES if key in edit}
    made |= {parent.as_posix() for path in made for parent in Path(path).parents}

    assert named
    assert [] == [path for path in named if path[8:] not in made and not (TOP / path).exists()]


def test_each_fault_named_is_there() -> None:
    """The codes in the guide are those of the program."""
    assert codes_in(GUIDE)
    assert codes_in(GUIDE) <= set(WORDINGS)
