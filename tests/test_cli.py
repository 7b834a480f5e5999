"""The command: what it says, where, in which language, and with which exit code."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kushiro_yearbook import __version__
from kushiro_yearbook.cli import COMMANDS, main

TOP = Path(__file__).parents[1]
BASE = Path(__file__).parent / "broken" / "base"
PLANS = Path("content/2026/01-general/01-planning/01-plans.yaml")
HINTS = {
    "ja": "エラーがあるため、サイトは作っていません。前のサイトはそのまま残っています。",
    "en": "Nothing was built because of the errors; the last site stands as it was.",
}


@pytest.fixture(autouse=True)
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound yearbook in `content` of the current folder, in an environment that asks for no language."""
    shutil.copytree(BASE, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "content"


def spoil(file: Path = PLANS) -> None:
    """Put a mistake into a file."""
    file.write_text(file.read_text("utf-8").replace("19事業", "19事行"), "utf-8")


def say(language: str | None) -> None:
    """Let the yearbook choose the language of its messages, or leave the choice to others."""
    config = Path("content/yearbook.yaml")
    chosen = f"messages: {language}\n" if language else ""
    config.write_text(config.read_text("utf-8").replace("messages: ja\n", chosen), "utf-8")


def names() -> list[str]:
    """What stands in the current folder."""
    return sorted(path.name for path in Path().iterdir())


@pytest.mark.parametrize("arguments", [["build"], []])
def test_build(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """`build`, or no command at all, writes the site and says where to look."""
    code = main(arguments)
    told = capsys.readouterr()

    assert (0, ["content", "site"]) == (code, names())
    assert f"{Path('site/index.html')} をブラウザで開いてください。" in told.out
    assert Path("site/index.html").is_file()


def test_build_elsewhere(tmp_path: Path) -> None:
    """Content and site may be anywhere."""
    shutil.move("content", "town")
    code = main(["build", "--content", "town", "--site", str(tmp_path / "out" / "site")])

    assert (0, ["out", "town"]) == (code, names())


def test_common_options_stand_before_or_after_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    """`--content` and `--lang` are understood on both sides of the command."""
    shutil.move("content", "town")
    codes = [
        main(["--content", "town", "--lang", "en", "check"]),
        main(["check", "--content=town", "--lang=en"]),
    ]

    assert ([0, 0], "0 errors, 0 warnings\n" * 2) == (codes, capsys.readouterr().out)


def test_check_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """`check` says that all is well, and makes no site."""
    assert (0, "エラー 0 件、警告 0 件\n") == (main(["check"]), capsys.readouterr().out)
    assert ["content"] == names()


@pytest.mark.parametrize(("form", "said"), [("json", '"code": "Q02"'), ("github", "::error file=content/")])
def test_check_for_programs(form: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`check --format` tells the same faults to a program, on standard output, with the same exit code."""
    sound = main(["check", "--format", form])
    silent = capsys.readouterr()
    spoil()
    faulty = main(["check", "--format", form])
    told = capsys.readouterr()

    assert (0, 1, "", "") == (sound, faulty, silent.err, told.err)
    assert (False, True) == (said in silent.out, said in told.out)


@pytest.mark.parametrize("command", ["build", "check", "list"])
def test_errors_are_told_and_nothing_is_written(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With an error every command tells it, writes nothing and ends with 1.

    What `check` tells is what it is asked for, and can be kept in a file; to the others it is a complaint.
    """
    spoil()
    code = main([command, "observations"] if command == "list" else [command])
    out, err = capsys.readouterr()
    told, silent = (out, err) if command == "check" else (err, out)

    assert (1, "", ["content"]) == (code, silent, names())
    assert "01-plans.yaml:9:10: エラー Q02: 単位「事行」は units.yaml にありません。" in told
    assert (HINTS["ja"] in told) == (command == "build")


def test_an_error_leaves_the_last_site(capsys: pytest.CaptureFixture[str]) -> None:
    """The site built before a mistake stays, byte for byte."""
    main(["build"])
    before = {path: path.read_bytes() for path in Path("site").rglob("*") if path.is_file()}
    spoil()

    assert 1 == main(["build"])
    assert before == {path: path.read_bytes() for path in Path("site").rglob("*") if path.is_file()}
    assert HINTS["ja"] in capsys.readouterr().err


def test_warnings_stop_nothing_unless_the_yearbook_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """Missing English is told and the site is built; under `severity: {N01: error}` it is not."""
    PLANS.write_text(PLANS.read_text("utf-8").replace("{ja: 計画, en: Plans}", "計画"), "utf-8")
    warned = main(["build"])
    with Path("content/yearbook.yaml").open("a", encoding="utf-8") as config:
        config.write("severity: {N01: error}\n")

    assert (0, 1) == (warned, main(["build"]))
    assert ["エラー 0 件、警告 1 件", "エラー 1 件、警告 0 件"] == [
        line for line in capsys.readouterr().err.split("\n") if line.startswith("エラー ")
    ]


@pytest.mark.parametrize(
    "former", ["../../../outside", "planning/../../../../outside", "a/b/c", "", "計画", "planning/nul"]
)
def test_a_former_address_leads_nowhere_else(former: str) -> None:
    """`formerly` takes what once was an address of the edition; anything else is an error."""
    PLANS.write_text(f'formerly: "{former}"\n' + PLANS.read_text("utf-8"), "utf-8")

    assert (1, ["content"]) == (main(["build"]), names())


@pytest.mark.parametrize(
    ("asked", "choices", "spoken"),
    [
        ([], ("ja", "en_GB.UTF-8"), "ja"),
        ([], ("en", "ja_JP.UTF-8"), "en"),
        (["--lang", "ja"], ("en", "en_GB.UTF-8"), "ja"),
        (["--lang", "en"], ("ja", ""), "en"),
        ([], (None, "en_GB.UTF-8"), "en"),
        ([], (None, "ja_JP.UTF-8"), "ja"),
        ([], (None, ""), "ja"),
        ([], (None, "C"), "ja"),
    ],
)
def test_the_language_of_messages(
    asked: list[str],
    choices: tuple[str | None, str],
    spoken: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """`--lang` goes first, then `messages:` of the yearbook, then the environment, then Japanese."""
    own, environment = choices
    say(own)
    monkeypatch.setenv("LANG", environment)
    main(["check", *asked])

    assert {"ja": "エラー 0 件、警告 0 件\n", "en": "0 errors, 0 warnings\n"}[
        spoken
    ] == capsys.readouterr().out


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_yearbook_is_heard_even_when_its_files_are_broken(
    language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`messages:` holds for the report of an edition that cannot be read too."""
    say(language)
    monkeypatch.setenv("LANG", "en_GB.UTF-8" if language == "ja" else "ja_JP.UTF-8")
    Path("content/2026/edition.yaml").write_text("label: {ja: 版, en: Edition}\n", "utf-8")
    main(["check"])

    assert capsys.readouterr().out.endswith(
        {"ja": "エラー 1 件、警告 0 件\n", "en": "1 error, 0 warnings\n"}[language]
    )


@pytest.mark.parametrize(("language", "words"), [("ja", "が見つかりません。"), ("en", "was not found.")])
def test_a_missing_content_folder_is_named(
    language: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that is not there is named once, as it was given, with what to do."""
    code = main(["check", "--content", "nowhere", "--lang", language])
    first, hint = capsys.readouterr().out.split("\n")[:2]

    assert (1, True) == (code, "--content" in hint)
    assert first.startswith("nowhere: ")
    assert words in first


def test_list_observations(capsys: pytest.CaptureFixture[str]) -> None:
    """Every figure is listed with its key, value, unit, time and place, by tabs."""
    code = main(["list", "observations", "--lang", "en"])
    head, *rows = (line.split("\t") for line in capsys.readouterr().out.splitlines())
    by_key = {row[0]: dict(zip(head, row, strict=True)) for row in rows}
    pupils = by_key["2026/planning/surveys/pupils/east/total"]

    assert (0, 8, "Total", "210", "people") == (
        code,
        len(rows),
        *(pupils[k] for k in ("measure", "value", "unit")),
    )
    assert ("1 May 2025", "normal") == (pupils["time"], pupils["status"])
    assert "1525" == by_key["2026/planning/plans/consultations"]["value"]


def test_list_sections(capsys: pytest.CaptureFixture[str]) -> None:
    """Every section is listed with its page, number and title."""
    code = main(["list", "sections"])
    rows = [line.split("\t")[:4] for line in capsys.readouterr().out.splitlines()]

    assert 0 == code
    assert ["2026/planning/surveys.html", "pupils", "(1)", "児童数"] == rows[-1]
    assert ["2026/planning/plans.html", "", "1", "計画"] == rows[1]


@pytest.mark.parametrize(
    "arguments",
    [
        ["serv"],
        ["list"],
        ["list", "everything"],
        ["build", "--lang", "fr"],
        ["check", "--site", "x"],
        ["check", "--format", "xml"],
        ["--no"],
    ],
)
def test_wrong_calls_end_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A command or option that does not exist is told with how to call it."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert (2, "") == (ended.value.code, capsys.readouterr().out)
    assert ["content"] == names()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_foreign_target_ends_with_2(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder of someone else's files is refused in one sentence that names --site."""
    Path("site").mkdir()
    Path("site/mine.txt").write_text("mine")
    code = main(["build", "--lang", language])
    told = capsys.readouterr().err

    assert (2, 1, True) == (code, told.count("\n"), told.startswith("site ") and "--site" in told)
    assert "mine" == Path("site/mine.txt").read_text()


def test_a_foreign_target_is_told_in_the_yearbooks_language(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every message follows `messages:`, the refusal of a target like the others."""
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    Path("site").mkdir()
    Path("site/mine.txt").write_text("mine")
    main(["build"])

    assert "--site で別のフォルダを指定してください。" in capsys.readouterr().err


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` lists each command with what it does in both languages."""
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    told = " ".join(capsys.readouterr().out.split())

    assert 0 == ended.value.code
    assert [] == [name for name, command in COMMANDS.items() if f"{name} {command.says}" not in told]


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_each_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`yearbook <command> --help` says what it does and takes."""
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])

    assert (0, True) == (ended.value.code, COMMANDS[command].says in capsys.readouterr().out)


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """`--version` says the program's name and version."""
    with pytest.raises(SystemExit) as ended:
        main(["--version"])

    assert (0, f"yearbook {__version__}\n") == (ended.value.code, capsys.readouterr().out)


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "ascii"])
def test_build_py_opens_the_same_door(encoding: str) -> None:
    """`python build.py check` runs in a fresh clone, and tells Japanese faults on any terminal."""
    spoil()
    environment = {"PYTHONIOENCODING": encoding, "PATH": "", "PYTHONDONTWRITEBYTECODE": "1"}
    # Without it no program starts on Windows.
    environment |= {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    command = [sys.executable, str(TOP / "build.py"), "check"]
    done = subprocess.run(command, capture_output=True, check=False, env=environment)

    assert 1 == done.returncode
    assert b"Traceback" not in done.stderr
    assert b"01-plans.yaml:9:10: " in done.stdout
