"""`yearbook init`: another town's yearbook, sound from the first day, whole or not at all."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from kushiro_yearbook import __version__
from kushiro_yearbook.cli import COMMANDS, main
from kushiro_yearbook.model import right_code
from kushiro_yearbook.pipeline import examine
from kushiro_yearbook.report import report
from kushiro_yearbook.start import SAMPLE, StartRefused, Town, filled, start
from kushiro_yearbook.theme import program_folder

TOP = Path(__file__).parents[1]
STARTER = program_folder("starter")
TOWNS = [
    SAMPLE,
    Town("大見本市", "Greater Mihon City", "012343", 2027),
    Town("見本ヶ丘町", "O'Mihon (North)", "999997", 2019),
    Town("Mihon・村", "Mihon-no-mura St. Mary’s", "", 2020),
    Town("見本", "Mihon", "", 1990),
]


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test runs in an empty folder, in an environment that asks for no language."""
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def names(folder: Path) -> list[str]:
    """Everything below a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.parametrize("town", TOWNS, ids=lambda town: town.name)
def test_a_new_yearbook_is_sound(town: Town, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever the town's name and year, `check` finds nothing, not even a warning, and `build` builds."""
    asked = ["--name", town.name, "--name-en", town.name_en, "--year", str(town.year)]
    asked += ["--code", town.code] if town.code else []
    codes = [
        main(["init", "town", *asked]),
        main(["check", "--content", "town/content"]),
        main(["build", "--quiet", "--content", "town/content", "--site", "site"]),
    ]
    form = examine(tmp_path / "town" / "content").form
    told = capsys.readouterr()

    assert ([0, 0, 0], "") == (codes, told.err)
    assert "エラー 0 件、警告 0 件\n" in told.out
    assert form is not None
    assert (town.name, town.name_en) == tuple(form.municipality.name.words(x) for x in ("ja", "en"))
    assert (town.code or None) == form.municipality.code
    assert f"{town.name}年鑑" in Path(f"site/ja/{town.year}/index.html").read_text("utf-8").replace(
        "&#39;", "'"
    )


def test_nothing_need_be_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without options the town is the sample, of this year, without a code; the README is pointed at."""
    code = main(["init", "town"])
    [edition] = [path.name for path in (tmp_path / "town" / "content").iterdir() if path.is_dir()]
    expected = set(filled(STARTER, Town(SAMPLE.name, SAMPLE.name_en, "", int(edition))))

    assert (0, str(Path("town/README.md"))) == (code, capsys.readouterr().out.split(" ")[1])
    assert expected == {
        path.relative_to("town").as_posix() for path in Path("town").rglob("*") if path.is_file()
    }


def test_every_gap_is_filled_and_every_word_used() -> None:
    """The starter's files ask for exactly the words that a town gives."""
    whole = "\n".join(
        path.relative_to(STARTER).as_posix() + path.read_text("utf-8")
        for path in STARTER.rglob("*")
        if path.is_file()
    )
    made = "\n".join(path + text for path, text in filled(STARTER, SAMPLE).items())

    assert set(SAMPLE.words) == set(re.findall(r"__(\w+?)__", whole))
    assert [] == re.findall(r"__\w+__", made)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("holds", ["file", "folder", "hidden", "current"])
def test_a_folder_in_use_is_refused(
    holds: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where something stands nothing is written; one sentence says so and the exit code is 2."""
    made = {"file": "town", "folder": "town/a.txt", "hidden": "town/.git/config", "current": "b.txt"}[holds]
    Path(made).parent.mkdir(parents=True, exist_ok=True)
    Path(made).write_text("mine")
    before = names(tmp_path)
    code = main(["init", "." if holds == "current" else "town", "--lang", language])
    told = capsys.readouterr()

    assert (2, "", 1, before) == (code, told.out, told.err.count("\n"), names(tmp_path))
    assert {"ja": "まだないフォルダ", "en": "does not exist yet"}[language] in told.err


def test_the_current_folder_is_refused_even_empty(tmp_path: Path) -> None:
    """No system would let the folder be replaced that its user stands in."""
    assert (2, []) == (main(["init", "."]), names(tmp_path))


def test_an_empty_folder_is_taken() -> None:
    """A folder that was made for it, on whatever way, will do."""
    Path("a/town").mkdir(parents=True)

    assert (0, ["town"]) == (main(["init", "a/town"]), [path.name for path in Path("a").iterdir()])
    assert Path("a/town/content/yearbook.yaml").is_file()


@pytest.mark.parametrize(
    ("asked", "option"),
    [
        (["--name", '見本"市', "--name-en", "Mihon"], "--name "),
        (["--name", "見本: {市}", "--name-en", "Mihon"], "--name "),
        (["--name", "見本\n市", "--name-en", "Mihon"], "--name "),
        (["--name-en", "Mihon"], "--name "),
        (["--name", "見本市"], "--name-en "),
        (["--name", "見本市", "--name-en", "見本市"], "--name-en "),
        (["--code", "123456"], "--code "),
        (["--code", "12345"], "--code "),
        (["--code", "１２３４５５"], "--code "),
        (["--year", "26"], "--year "),
        (["--year", "20260"], "--year "),
    ],
)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_wrong_words_are_refused(
    asked: list[str], option: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name with a mark in it or half a name, a wrong code or year is named by its option."""
    code = main(["init", "town", "--lang", language, *asked])
    told = capsys.readouterr().err

    assert (2, 1, []) == (code, told.count("\n"), names(tmp_path))
    assert option in told


@pytest.mark.parametrize("fails", ["write_text", "replace", "mkdir"])
@pytest.mark.parametrize("before", [[], ["town"]])
def test_nothing_half_is_left(
    fails: str,
    before: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """When a file cannot be written or the whole cannot be moved, no file of it is left."""
    for folder in before:
        Path(folder).mkdir()
    own, calls = getattr(Path, fails), []

    def failing(self: Path, *arguments: Any, **options: Any) -> Any:
        calls.append(self)
        if len(calls) >= (1 if fails == "replace" else 6):
            raise OSError(28, "No space left")
        return own(self, *arguments, **options)

    monkeypatch.setattr(Path, fails, failing)
    code = main(["init", "town", "--lang", "en"])

    assert (2, True) == (code, set(names(tmp_path)) <= {"town"})
    assert "town cannot be written (No space left); nothing was changed.\n" == capsys.readouterr().err


def test_refusals_come_before_any_writing(tmp_path: Path) -> None:
    """The step itself refuses, whoever calls it, and says why in one word."""
    with pytest.raises(StartRefused) as caught:
        start(STARTER, Town("", "Mihon", "", 2026), tmp_path / "town")

    assert ("name", []) == (caught.value.reason, names(tmp_path))


@pytest.mark.parametrize("code", ["012068", "016616", "131016", "010006"])
def test_the_last_digit_of_a_code(code: str) -> None:
    """The codes of real municipalities have the last digit that their first five ask for."""
    assert code == right_code(code)


def test_the_last_digit_tells_each_single_slip() -> None:
    """A wrong digit in any of the first five places is found."""
    slips = {f"{'012068'[:place]}9{'012068'[place + 1 :]}" for place in range(5)}

    assert not [code for code in slips if code == right_code(code)]


def workflow() -> dict[Any, Any]:
    """The starter's workflow, read as plain text so that `on` stays a word."""
    text = (STARTER / ".github" / "workflows" / "yearbook.yml").read_text("utf-8")
    loaded: dict[Any, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 – makes nothing but text
    return loaded


def test_the_workflow_gives_proposals_no_rights() -> None:
    """What is proposed can only read; only publishing, on main, may write, and nothing takes a secret."""
    whole = workflow()

    assert {"pull_request", "push"} == set(whole["on"])
    assert {"branches": ["main"]} == whole["on"]["push"]
    assert {"contents": "read"} == whole["permissions"]
    assert ["publish"] == [name for name, job in whole["jobs"].items() if "permissions" in job]
    assert "github.event_name == 'push'" == whole["jobs"]["publish"]["if"]
    assert "secrets" not in str(whole)


def test_the_workflow_pins_its_actions() -> None:
    """Every action is the version that was read, by its commit; the program comes from the starter's list."""
    steps = [step for job in workflow()["jobs"].values() for step in job["steps"]]
    used = [step["uses"] for step in steps if "uses" in step]

    assert len(used) > 3
    assert [] == [action for action in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action)]
    runs = "".join(step.get("run", "") for step in steps)
    assert "pip install --require-hashes --only-binary :all: -r requirements.txt\n" in runs


def test_the_workflow_sums_up_in_japanese() -> None:
    """Whatever language the machine speaks, those who approve read Japanese."""
    runs = [step.get("run", "") for job in workflow()["jobs"].values() for step in job["steps"]]
    [summary] = [run for run in runs if "yearbook diff" in run]

    assert "yearbook diff --lang ja " in summary


def test_the_workflow_uses_the_actions_of_the_projects_own() -> None:
    """The starter's actions are those that the project itself runs with, in the same versions."""
    text = (STARTER / ".github" / "workflows" / "yearbook.yml").read_text("utf-8")
    own = "".join(path.read_text("utf-8") for path in (TOP / ".github" / "workflows").iterdir())

    assert set(re.findall(r"uses: (.*)", text)) <= set(re.findall(r"uses: (.*)", own))


def test_the_workflow_runs_commands_that_exist() -> None:
    """Every `yearbook …` of the workflow is a command of the program."""
    runs = [step.get("run", "") for job in workflow()["jobs"].values() for step in job["steps"]]

    assert {"build", "check", "diff"} == set(re.findall(r"yearbook (\w+)", "\n".join(runs))) & set(COMMANDS)


def test_the_program_comes_from_the_towns_own_wheel() -> None:
    """What is installed is a file that the town has looked at; no index can put another in its place."""
    made = filled(STARTER, SAMPLE)
    wheel = f"wheels/kushiro_yearbook-{__version__}-py3-none-any.whl"

    assert all(
        wanted in made[path]
        for path in (".github/workflows/yearbook.yml", "README.md")
        for wanted in (f"--no-deps {wheel}\n", "--require-hashes --only-binary :all: -r requirements.txt\n")
    )


def test_a_town_installs_what_the_project_itself_runs_with() -> None:
    """The starter's list is the lock of the program, with its hashes."""
    own = (TOP / "requirements" / "run.txt").read_text("utf-8")

    assert own == (STARTER / "requirements.txt").read_text("utf-8")


def test_the_workflow_runs_no_words_of_a_proposal() -> None:
    """No command holds an expression: what a proposal is called can be no command."""
    runs = [step.get("run", "") for job in workflow()["jobs"].values() for step in job["steps"]]

    assert [] == [run for run in runs if "${{" in run]


def test_the_fault_shown_is_the_fault_told(tmp_path: Path) -> None:
    """The example in the clerks' README is word for word what they will read."""
    start(STARTER, SAMPLE, tmp_path / "town")
    readme = (tmp_path / "town" / "README.md").read_text("utf-8")
    shown = re.search(r"```\n(content/(\S+?):\d+:\d+: .*?)\n```", readme, re.DOTALL)
    assert shown is not None
    file = tmp_path / "town" / "content" / shown[2]
    file.write_text(file.read_text("utf-8").replace("総数: 400", "総数: 401"), "utf-8")
    checked = examine(tmp_path / "town" / "content")
    told = report(checked.faults, checked.sources, "content", "ja", {})

    assert told.startswith(shown[1] + "\n")


def test_the_files_that_the_readme_names_are_there() -> None:
    """The clerks' README leads to files of the starter."""
    made = filled(STARTER, SAMPLE)
    named = re.findall(r"`(content/[\w.]+|requirements\.txt|0[13]-[\w.]+\.yaml)`", made["README.md"])

    assert len(named) > 6
    assert [] == [name for name in named if not any(name in path for path in made)]
