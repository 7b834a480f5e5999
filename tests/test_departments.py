"""Faults by department: counted, and one department alone."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kushiro_yearbook.cli import main
from kushiro_yearbook.departments import Tally, by_department, parted, slugs, tallies
from kushiro_yearbook.faults import Fault, Place
from kushiro_yearbook.report import FORMATS

BASE = Path(__file__).parent / "broken" / "base"
PLANS = Path("content/2026/01-general/01-planning/01-plans.yaml")
A, B = "2026/01-general/01-planning", "2026/01-general/02-harbour"
ROOT = Fault(Place("yearbook.yaml"), "S07")
FAULTS = [
    Fault(Place(f"{B}/01-port.yaml", 3), "N01", {"value": "港"}),
    Fault(Place(f"{B}/01-port.yaml", 4), "N02", {"label": "港"}),
    Fault(Place(f"{A}/01-plans.yaml", 2), "S07"),
    Fault(Place(f"{A}/01-plans.yaml", 2), "S07"),
    Fault(Place(f"{A}/01-plans.yaml", 3), "F04", {"name": "x", "line": "1"}),
]


def test_faults_are_counted_by_department() -> None:
    """Each department's errors, warnings and missing English, each once, as the yearbook weighs them."""
    expected = {"": Tally(1, 0, 0), A: Tally(1, 1, 0), B: Tally(1, 1, 2)}

    assert expected == tallies([*FAULTS, ROOT], {"N01": "error"})


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "ja",
            [
                f"  企画課（{A}）: エラー 1 件、警告 1 件",
                f"  {B}: エラー 0 件、警告 2 件（うち英語のないもの 2 件）",
                "  全体の設定・台帳など: エラー 1 件、警告 0 件",
            ],
        ),
        (
            "en",
            [
                f"  企画課 ({A}): 1 error, 1 warning",
                f"  {B}: 0 errors, 2 warnings (2 for want of English)",
                "  settings, registers and the rest: 1 error, 0 warnings",
            ],
        ),
    ],
)
def test_each_department_has_its_line(language: str, expected: list[str]) -> None:
    """By name where it is known, by folder where the yearbook could not be read; the rest comes last."""
    assert expected == list(by_department([ROOT, *FAULTS], {A: "企画課"}, language, {}))


def test_no_departments_no_lines() -> None:
    """Where only settings and registers have faults, the whole is all there is to count."""
    assert [] == list(by_department([ROOT], {}, "ja", {}))


def test_one_department_alone() -> None:
    """Its faults and the others in their order; those of settings and registers are nobody's."""
    assert (FAULTS[:2], [*FAULTS[2:], ROOT]) == parted([*FAULTS, ROOT], "harbour")
    assert ["harbour", "planning"] == slugs(fault.place.path for fault in [*FAULTS, ROOT])


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound yearbook with a second department, in `content` of the current folder."""
    shutil.copytree(BASE, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    harbour = tmp_path / "content" / B
    harbour.mkdir()
    shutil.copy(PLANS.parent / "department.yaml", harbour)
    return tmp_path / "content"


def spoil(file: Path) -> None:
    """Put a mistake into a file."""
    file.write_text(file.read_text("utf-8").replace("19事業", "１９事業"), "utf-8")


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize(("wanted", "code", "shown"), [("planning", 1, True), ("harbour", 0, False)])
def test_check_of_a_department(
    wanted: str,
    code: int,
    shown: bool,  # noqa: FBT001
    capsys: pytest.CaptureFixture[str],
) -> None:
    """`--department` shows and weighs its faults alone, and says how many there are elsewhere."""
    spoil(PLANS)

    assert code == main(["check", "--department", wanted])
    told = capsys.readouterr()
    assert (shown, not shown) == ("Q06" in told.out, "ほかのところに、エラー 1 件、警告 0 件" in told.out)
    assert (shown, "") == ("エラー 0 件、警告 0 件\n" not in told.out, told.err)
    assert code == main(["check", "--department", wanted, "--format", "json"])
    assert int(shown) == json.loads(capsys.readouterr().out)["errors"]


@pytest.mark.usefixtures("content")
def test_an_unknown_department_is_named_with_the_near_one(capsys: pytest.CaptureFixture[str]) -> None:
    """A misspelt department is a misuse: nothing is told but the near name and all that there are."""
    assert 2 == main(["check", "--department", "harbor", "--lang", "en"])
    expected = (
        "There is no department “harbor”. Did you mean “harbour”? "
        "Give the name of its folder without the number: harbour, planning\n"
    )

    assert ("", expected) == capsys.readouterr()


def test_departments_are_counted_below_several_faults(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With more than one fault the number of each department's stands at the very end of the report."""
    spoil(PLANS)
    department = content / B / "department.yaml"
    department.write_text(department.read_text("utf-8") + "unknown: 1\n", "utf-8")
    main(["check"])
    told = capsys.readouterr().out.split("\n")

    assert "エラー 2 件、警告 0 件" in told
    assert [A in line or B in line for line in told[-3:]] == [True, True, False]


def test_long_reports_are_told_whole() -> None:
    """A thousand faults are a thousand entries, and the count comes last."""
    faults = [Fault(Place(f"{A}/{n:04}-x.yaml", 2), "S07") for n in range(1000)]
    told = FORMATS["text"](faults, {}, "content", "en", {})

    assert (1000, "1000 errors, 0 warnings") == (told.count(" error S07: "), told.split("\n")[-1])
