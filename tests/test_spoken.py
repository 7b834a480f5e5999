"""What the program itself says, and a build of the content as it is: no machine has to guess."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from kushiro_yearbook.cli import main
from kushiro_yearbook.load.readings import PACKAGE, spoken
from kushiro_yearbook.readings.lexicon import lexicon

TOP = Path(__file__).parents[1]
BASE = Path(__file__).parent / "broken" / "base"
# Words that stand on no page with readings: summaries, and the page of the preview that tells errors.
ELSEWHERE = ("diff_", "preview_")
WORDS = yaml.safe_load((PACKAGE / "locales" / "words.yaml").read_text("utf-8"))


@pytest.mark.parametrize("key", [key for key in WORDS if not key.startswith(ELSEWHERE)])
def test_the_program_knows_its_own_words(key: str) -> None:
    """Each interface word that pages show, with a figure in its gap, is read without a guess."""
    words = WORDS[key]["ja"].replace("{}", "3")
    guessed = [found for found in lexicon((), (), spoken()).found(words) if not found.known]

    assert [] == [words[found.start : found.end] for found in guessed]


def test_the_programs_rows_are_judged_and_sorted() -> None:
    """Nobody has to judge them in a town's list, and each has its place."""
    rows = [(row.said, row.word, row.before) for row in spoken()]

    assert rows == sorted(rows)
    assert all(row.judged and not row.doubt for row in spoken())


# Makes the site in memory where importing the machine fails.
MAKING = """
import sys
from pathlib import Path
sys.path.insert(0, "src")
sys.modules["pykakasi"] = None
from kushiro_yearbook.pipeline import examine, make, program_theme
checked = examine(Path("content"))
files = make(checked.yearbook, program_theme(checked.town))
print(sum(data.count(b"<ruby>") for data in files.values()) > 0)
"""


def test_the_content_is_built_without_the_machine() -> None:
    """Every reading of the edition that is there is judged, so that pykakasi is never imported."""
    done = subprocess.run(
        [sys.executable, "-c", MAKING], cwd=TOP, capture_output=True, check=False, encoding="utf-8"
    )

    assert (0, "True\n") == (done.returncode, done.stdout), done.stderr


def test_a_list_from_windows_stays_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file with CRLF keeps its lines byte for byte, and new rows end as its own do."""
    file = tmp_path / "readings.csv"
    own = '計画,けいかく,,editor,けいが,"計画, と",うたがい'
    old = f"word,kana,before,reading,proposed,example,doubt\r\n{own}\r\n".encode()
    for path in BASE.rglob("*"):
        goal = tmp_path / path.relative_to(BASE)
        goal.mkdir() if path.is_dir() else goal.write_bytes(path.read_bytes())
    file.write_bytes(old)
    code = main(["readings", "propose", "--content", str(tmp_path), "--lang", "en"])
    lines = file.read_bytes().split(b"\r\n")

    assert 0 == code
    assert b"\n" not in b"".join(lines)
    assert own.encode() in lines
    assert len(lines) > 3
    assert all(b",guess," in line for line in lines[1:-1] if line != own.encode())
    assert f"Added {len(lines) - 3} rows" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("row", "file"),
    [
        ("`content/readings.csv`", TOP / "content" / "readings.csv"),
        ("プログラムの言葉", PACKAGE / "locales" / "readings.csv"),
    ],
)
def test_the_documentation_counts_them_right(row: str, file: Path) -> None:
    """How many readings are judged, corrected, in doubt and guessed stands in the docs as it is."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    guessed = sum(each["reading"] == "guess" for each in rows)
    counts = [len(rows) - guessed, sum(bool(each["proposed"]) for each in rows)]
    counts += [sum(bool(each["doubt"]) for each in rows), guessed]

    assert f"| {row} | {' | '.join(map(str, counts))} |" in (TOP / "docs" / "readings.md").read_text("utf-8")
