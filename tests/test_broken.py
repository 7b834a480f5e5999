"""Broken content: each case of `broken/` holds one mistake and the report that staff get for it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from kushiro_yearbook.cli import main
from kushiro_yearbook.faults import Severity
from kushiro_yearbook.pipeline import examine
from kushiro_yearbook.wording import WORDINGS

BROKEN = Path(__file__).parent / "broken"
CASES = sorted(folder.name for folder in BROKEN.iterdir() if folder.name != "base")
LANGUAGES = ("ja", "en")
# Not in a folder: what git or some system cannot hold, and I10, which is about the folder itself.
TESTED_ELSEWHERE = dict.fromkeys(
    ("I02", "I03", "I16", "I17", "I18", "I19", "I20", "I22", "I23", "I26"), "test_sources.py"
)
TESTED_ELSEWHERE |= {"I10": "test_cli.py", "M03": "test_pictures.py"}
TESTED_ELSEWHERE |= dict.fromkeys(("L03", "L04", "L05", "L06", "L07", "L08", "L09"), "test_links.py")
TESTED_ELSEWHERE |= {"I40": "test_releasing.py", "I41": "test_releasing.py", "L10": "test_releasing.py"}
TESTED_ELSEWHERE |= dict.fromkeys(("T14", "T15", "Y16"), "test_limits.py")
# A word that pydantic alone would give: no content leads there, it is the wording for what was forgotten.
LAST_RESORT = {"S10"}


def lay(case: str, folder: Path) -> Path:
    """The sound base with the files of a case over it, less those that its `without.txt` names."""
    content = folder / "content"
    shutil.copytree(BROKEN / "base", content)
    shutil.copytree(BROKEN / case, content, dirs_exist_ok=True)
    for language in LANGUAGES:
        (content / f"expected.{language}.txt").unlink(missing_ok=True)
    removed = content / "without.txt"
    if removed.exists():
        for path in removed.read_text("utf-8").split():
            unwanted = content / path
            shutil.rmtree(unwanted) if unwanted.is_dir() else unwanted.unlink()
        removed.unlink()
    return content


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports name the folder as it was given, so every case stands in `content` of the current one."""
    monkeypatch.chdir(tmp_path)


def test_the_base_is_sound(tmp_path: Path) -> None:
    """Without a mistake there is no fault, so that every fault of a case is its own."""
    shutil.copytree(BROKEN / "base", tmp_path / "content")

    assert [] == examine(tmp_path / "content").faults
    assert 0 == main(["build"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_report(
    case: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], pytestconfig: pytest.Config
) -> None:
    """Staff read exactly this: where, what, the line with a caret, and what to write instead."""
    lay(case, tmp_path)
    golden = BROKEN / case / f"expected.{language}.txt"
    code = main(["check", "--lang", language])
    told = capsys.readouterr()
    if pytestconfig.getoption("update_golden"):
        golden.write_text(told.out, "utf-8", newline="\n")

    assert golden.read_text("utf-8") == told.out
    assert ("", weight(case) is Severity.ERROR) == (told.err, code == 1)


@pytest.mark.parametrize("case", CASES)
def test_one_mistake_is_one_fault(case: str, tmp_path: Path) -> None:
    """A mistake is told once, under its own code; no other fault follows from it."""
    faults = examine(lay(case, tmp_path)).faults

    assert [case[:3]] == [fault.code for fault in faults]


@pytest.mark.parametrize("case", CASES)
def test_errors_leave_no_site(case: str, tmp_path: Path) -> None:
    """With an error `build` writes nothing at all; with a warning it builds."""
    lay(case, tmp_path)
    main(["build"])

    assert ({"content", "site"} if weight(case) is Severity.WARNING else {"content"}) == {
        path.name for path in tmp_path.iterdir()
    }


# Cases that touch different files, laid over one another: twelve mistakes of as many people.
TOGETHER = (
    "Y09-tab-in-units",
    "T06-title",
    "C07-merged-cells",
    "R03-misspelt-kind",
    "Y15-width-of-label",
    "I27-one-number-twice",
    "I21-french-prose",
    "T09-heading",
    "S06-partner-type",
    "I05-word-file",
    "I07-folder-in-japanese",
    "I01-yaml-saved-as-euc-jp",
)


def test_all_mistakes_are_told_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One run tells every mistake of every file, in the order of their places, and changes no file."""
    content = lay(TOGETHER[0], tmp_path)
    without_reports = shutil.ignore_patterns("expected.*.txt")
    for case in TOGETHER[1:]:
        shutil.copytree(BROKEN / case, content, dirs_exist_ok=True, ignore=without_reports)
    before = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    main(["check", "--lang", "en"])
    told = re.findall(r"^content/(\S+):(\d+):(\d+): \w+ (\w+): ", capsys.readouterr().out, re.MULTILINE)

    assert sorted(told, key=lambda at: (at[0], int(at[1]), int(at[2]))) == told
    assert sorted(case[:3] for case in TOGETHER) == sorted(code for *_, code in told)
    assert before == {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_no_gap_stays_open(case: str, language: str) -> None:
    """No report shows the empty gap of a wording, nor the brackets of an optional sentence."""
    told = (BROKEN / case / f"expected.{language}.txt").read_text("utf-8")

    assert [] == re.findall(r"\{[a-z_]+\}|[⟨⟩]", told)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_every_report_says_what_to_do(case: str, language: str) -> None:
    """A fault without its hint would leave staff with what is wrong and nothing to do."""
    told = (BROKEN / case / f"expected.{language}.txt").read_text("utf-8")

    assert 1 == len(re.findall(r"^  → \S", told, re.MULTILINE))


def test_every_code_has_a_case() -> None:
    """Each fault that content can provoke is shown here once at least."""
    assert set(WORDINGS) == {case[:3] for case in CASES} | set(TESTED_ELSEWHERE) | LAST_RESORT


def weight(case: str) -> Severity:
    """How much the fault of a case weighs by itself."""
    return WORDINGS[case[:3]].severity
