"""Mending: what leaves no doubt is put right in the file, every other byte stays, and nothing is guessed."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kushiro_yearbook.cli import main
from kushiro_yearbook.eras import ERAS
from kushiro_yearbook.faults import Fault, Place
from kushiro_yearbook.fix import FIXES, Aftermath, Edit, How, applied, edits, standing
from kushiro_yearbook.load.sources import Source
from kushiro_yearbook.mending import Mended, Overtaken, differences, mend, write
from kushiro_yearbook.pictures import is_picture
from kushiro_yearbook.pipeline import examine
from kushiro_yearbook.wording import WORDINGS

HERE = Path(__file__).parent
BASE, SPECIMEN = HERE / "broken" / "base", HERE / "specimen" / "content"
DEPARTMENT = Path("2026/01-general/01-planning")
PLANS, SURVEYS = DEPARTMENT / "01-plans.yaml", DEPARTMENT / "02-surveys.yaml"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound yearbook in `content` of the current folder."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(BASE, tmp_path / "content"))


def everything(fault: Fault) -> bool:
    """Every fault is of concern."""
    del fault
    return True


def spoilt(file: Path, right: str, wrong: str) -> bytes:
    """Put a slip into a file; gives the bytes that were there before."""
    before = file.read_bytes()
    assert right.encode() in before
    file.write_bytes(before.replace(right.encode(), wrong.encode(), 1))
    return before


def test_every_fix_mends_a_fault_that_there_is() -> None:
    """The table of fixes names faults that are worded."""
    assert set(FIXES) <= set(WORDINGS)


# --- what is mended, and what is not


@pytest.mark.parametrize(
    ("path", "right", "wrong"),
    [
        (PLANS, "19事業", "１９事業"),
        (PLANS, "延べ1,525件", "延べ１，５２５件"),
        (PLANS, "延べ1,525件", '"延べ１，５２５件"'),
        (PLANS, "事業数: 19", "事業数：19"),
        (PLANS, "事業数: 19", "事業数： 19"),
        (PLANS, "  事業数: 19", "  事業数:19"),
        (PLANS, "令和7年5月1日", "令和７年５月１日"),
        (PLANS, "令和7年5月1日", "Ｒ７.５.１"),
        (PLANS, "令和7年5月1日", "令和7年 5月 1日"),
        (PLANS, "令和7年度～令和11年度", "令和7年度〜令和11年度まで"),
        (PLANS, "事業数: 19事業", "事 業　数: 19事業"),
        (SURVEYS, "[210,", "[２１０,"),
        (SURVEYS, "[210,", "[210人,"),
        (SURVEYS, "[210,", "[+210,"),
        ("names.csv", "企画課,", "企　画　課,"),
        ("names.csv", "企画課,", "企画課 ,"),
        ("names.csv", "企画課,", "\u200b企画課,"),
    ],
)
def test_what_leaves_no_doubt_is_mended(content: Path, path: Path | str, right: str, wrong: str) -> None:
    """One slip is put right, and the file is what it was (quotes that were not needed stay)."""
    before = spoilt(content / path, right, wrong)
    mended = mend(content, examine(content), everything)
    kept = before.replace(right.encode(), f'"{right}"'.encode()) if wrong.startswith('"') else before

    assert [] == mended.checked.faults
    assert {str(Path(path).as_posix()): kept} == mended.new


@pytest.mark.parametrize(
    ("path", "right", "wrong"),
    [
        (PLANS, "令和7年5月1日", "平成37年5月1日"),
        (PLANS, "令和7年5月1日", "令和7年2月30日"),
        (PLANS, "延べ1,525件", "延べ1,52件"),
        (PLANS, "19事業", "19事行"),
        (SURVEYS, "[210,", "[210件,"),
        (SURVEYS, "[210,", "[—,"),
        (SURVEYS, "[210,", "[210（再掲）,"),
        (SURVEYS, "[210,", "[210※1,"),
        (SURVEYS, "[210, 100, 110]", "[１，２１０, 100]"),
        (SURVEYS, "[210, 100, 110]", "[1,210, 1,100, 110]"),
        (PLANS, "計画に", "計画\ufffdに"),
    ],
)
@pytest.mark.usefixtures("content")
def test_what_could_be_meant_otherwise_is_left(path: Path, right: str, wrong: str, content: Path) -> None:
    """Facts, foreign units, dashes, asides and commas that may separate are for people to judge."""
    file = content / path
    if right not in file.read_text("utf-8"):
        right = "〔策定〕に計画"
    spoilt(file, right, wrong)
    found = examine(content).faults

    assert found
    assert {} == mend(content, examine(content), everything).new


@pytest.mark.parametrize(
    ("typed", "right"),
    [("1,234", "1234"), ("△12", "-12"), ("－１２", "-12"), ("▲１，２３４人", "-1234"), ("12.5 人", "12.5")],
)
def test_a_cell_comes_to_its_number(content: Path, typed: str, right: str) -> None:
    """Commas, signs, widths and the column's unit fall away, one after the other if need be."""
    file = content / SURVEYS
    text = file.read_text("utf-8")
    file.write_text(text.replace("[210, 100, 110]", f"[210, 100, '{typed}']"), "utf-8")
    [new] = mend(content, examine(content), everything).new.values()

    assert f"'{right}'".encode() in new


def test_a_number_cut_by_a_comma_is_joined(content: Path) -> None:
    """In a row of brackets, the only comma without a space that cuts a number into groups goes."""
    file = content / SURVEYS
    file.write_text(file.read_text("utf-8").replace("[210, 100, 110]", "[1,210, 100, 110]"), "utf-8")
    [new] = mend(content, examine(content), everything).new.values()

    assert b"[1210, 100, 110]" in new


def test_findings_about_figures_hold_nothing_up(content: Path) -> None:
    """A spelling is mended even where the number, once it can be read, does not fit the others."""
    file = content / SURVEYS
    file.write_text(file.read_text("utf-8").replace("[210,", "[２１１,"), "utf-8")
    mended = mend(content, examine(content), everything)

    assert ["F01"] == [fault.code for fault in mended.checked.faults]
    assert b"[211," in mended.new[SURVEYS.as_posix()]


def test_a_fix_that_makes_a_fault_is_dropped(content: Path) -> None:
    """Two names that would become one stay as they are, and other slips are mended all the same."""
    spoilt(content / PLANS, "  事業数: 19事業\n", "  事業数: 19事業\n  事　業　数: ２０事業\n")
    mended = mend(content, examine(content), everything)
    [new] = mended.new.values()

    assert "  事　業　数: 20事業\n".encode() in new
    assert ["T06"] == [fault.code for fault in mended.checked.faults]


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("この計 画を定めた。", "この計画を定めた。"),
        ("この計画を定 めた。", "この計画を定めた。"),
        ("平成 28 年 4月に定めた。", "平成28年4月に定めた。"),
        ("市長 議員が定めた。", None),
        ("この新 規を定めた。", None),
        ("マイク ハーレーが定めた。", None),
    ],
)
def test_a_space_is_taken_out_of_what_stands_as_one_elsewhere(
    content: Path, typed: str, right: str | None
) -> None:
    """A word known without its space and a date are closed up; what may be two words is left."""
    file = content / PLANS
    spoilt(file, "計画を定めた。", f"計画を定めた。{typed}")
    new = mend(content, examine(content), everything).new

    assert (right is not None) == any((right or "").encode() in text for text in new.values())


def test_a_slip_inside_a_block_of_text_is_mended(content: Path) -> None:
    """Half-width kana in a text of several lines are found where they stand, each of them."""
    file = content / PLANS
    block = "|\n    〔策定〕に計画を定めた。\n    ｶﾞイドとｸﾗﾌ"
    spoilt(file, "〔策定〕に計画を定めた。", block)
    [new] = mend(content, examine(content), everything).new.values()

    assert "|\n    〔策定〕に計画を定めた。\n    ガイドとクラフ\n".encode() in new


# --- every other byte


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(("mark", "encoding"), [(b"", "utf-8"), (b"\xef\xbb\xbf", "utf-8"), (b"", "cp932")])
def test_bytes_around_an_edit_stay(end: str, mark: bytes, encoding: str) -> None:
    """Line ends, mark and encoding stay; places count characters of any width."""
    before = mark + f"一,二１{end}髙,３４５,x{end}".encode(encoding)
    found = [Edit("a.csv", 2, 2, 5, "345", "Q06"), Edit("a.csv", 1, 3, 4, "12", "Q06")]

    assert mark + f"一,二12{end}髙,345,x{end}".encode(encoding) == applied(before, found)


def test_a_character_of_two_codes_keeps_its_own() -> None:
    """CP932 has ∵ twice; the one that was typed stays, before and after an edit."""
    before = b"\x87\x9a,\x82\x50,\x87\x9a\x81\xe6"

    assert b"\x87\x9a,1,\x87\x9a\x81\xe6" == applied(before, [Edit("a.csv", 1, 2, 3, "1", "Q06")])


def test_edits_of_a_line_shift_one_another() -> None:
    """Where each edit's words stand afterwards counts what the ones before it added or took away."""
    found = [Edit("a", 1, 5, 6, "2", "Q06"), Edit("a", 1, 0, 4, "1", "Q05"), Edit("a", 2, 1, 2, "ab", "Q06")]

    assert [Place("a", 1, 1, 1), Place("a", 1, 3, 1), Place("a", 2, 2, 2)] == list(standing(found).values())


def test_edits_that_overlap_are_not_both_made() -> None:
    """Of two mendings of one stretch the first is kept, so is one of another stretch; doubles count once."""
    source = Source("a.md", "氏　名と１２", "")
    faults = [
        Fault(Place("a.md", 1, 1, 3), "T06", {"value": "氏　名", "right": "氏名"}),
        Fault(Place("a.md", 1, 1, 3), "T06", {"value": "氏　名", "right": "氏名"}),
        Fault(Place("a.md", 1, 2, 2), "T06", {"value": "　名", "right": "名"}),
        Fault(Place("a.md", 1, 5, 2), "Q06", {"value": "１２", "right": "12"}),
        Fault(Place("b.md", 1, 5, 2), "Q06", {"value": "１２", "right": "12"}),
        Fault(Place("a.md", 9, 5, 2), "Q06", {"value": "１２", "right": "12"}),
    ]

    assert [(0, 3, "氏名"), (4, 6, "12")] == [
        (e.start, e.end, e.new) for e in edits(faults, {"a.md": source})
    ]


@pytest.mark.parametrize(
    ("line", "place", "words"),
    [
        ("a: １２", (4, 2), {"value": "１３", "right": "13"}),
        ("a: １２", (4, 2), {"value": "１２", "right": ""}),
        ("a: １２３", (4, 3), {"value": "１２", "right": "12"}),
        ("a: [１, ２]", (5, 1), {"value": "１", "right": "1, 2"}),
    ],
)
def test_what_does_not_stand_there_is_not_replaced(
    line: str, place: tuple[int, int], words: dict[str, str]
) -> None:
    """No edit where the value is not what stands at the place, is only its beginning, or would become two."""
    fault = Fault(Place("a.yaml", 1, *place), "Q06", words)

    assert [] == list(edits([fault], {"a.yaml": Source("a.yaml", line, "")}))


def test_a_fault_that_stays_keeps_no_edit() -> None:
    """An edit is doubtful when its fault still stands where it wrote, or another reading fault does."""
    made = [Edit("a.yaml", n, 3, 5, f"1{n}", "Q06") for n in (1, 2, 3)]
    after = [Fault(Place("a.yaml", 1, 4), "Q06"), Fault(Place("a.yaml", 2, 4), "Q01", {"value": "12"})]
    after.append(Fault(Place("a.yaml", 3, 4), "F01"))
    trial = Aftermath([], after, {}, None)

    assert set(made[:2]) == trial.doubtful(made)


# --- any mixture of slips in the specimen


class Slip(NamedTuple):
    """Words of a file, typed otherwise."""

    kind: str
    path: str
    start: int
    end: int
    new: str


FULL = str.maketrans("0123456789,", "０１２３４５６７８９，")
HALF = {"ガ": "ｶﾞ", "ド": "ﾄﾞ", "ン": "ﾝ", "ス": "ｽ", "ル": "ﾙ", "ト": "ﾄ", "ラ": "ﾗ"}
LETTERS = {era.name: era.letter for era in ERAS}
KANJI = "[\u4e00-\u9fff]"
OTHER = "(?<![\u3005-\u30ff\u4e00-\u9fff])"
KINDS: dict[str, tuple[str, Callable[[re.Match[str]], str]]] = {
    "digits": (r"(?<=[\s\[,約べ\"])[0-9][0-9,]*(?=[^\W\d_]|\n|\r|, |\])", lambda m: m[0].translate(FULL)),
    "commas": (r"(?<=: )[1-9][0-9]{3}(?=\n)", lambda m: f"{m[0][0]},{m[0][1:]}"),
    "date in full width": ("[0-9]+(?=年[0-9]*月?)", lambda m: m[0].translate(FULL)),
    "date in short": (
        f"({'|'.join(LETTERS)})([0-9]+)年([0-9]+)月([0-9]+)日",
        lambda m: f"{LETTERS[m[1]]}{m[2]}/{m[3]}/{m[4]}",
    ),
    "spaces": (f"{OTHER}({KANJI})({KANJI})(?![\u3005-\u30ff\u4e00-\u9fff])", lambda m: f"{m[1]}　{m[2]}"),
    "kana": (f"[{''.join(HALF)}]", lambda m: HALF[m[0]]),
    "colon": (r"(?m)(?<=^  )[^\s:#'\"\[{]+(: )", lambda m: m[0].replace(": ", "：")),
    "no space": (r"(?m)(?<=^  )[^\s:#'\"\[{]+(: )", lambda m: m[0].replace(": ", ":")),
}


@cache
def texts() -> dict[str, str]:
    """Every file of the specimen that holds words, less the mark before them."""
    paths = [path for path in sorted(SPECIMEN.rglob("*")) if path.is_file() and not is_picture(path.name)]
    return {path.relative_to(SPECIMEN).as_posix(): path.read_bytes().decode("utf-8-sig") for path in paths}


def typed() -> Iterator[Slip]:
    """Each kind of slip wherever its pattern fits."""
    for path, text in texts().items():
        for kind, (pattern, wrong) in KINDS.items():
            for match in re.finditer(pattern, text):
                yield Slip(kind, path, match.start(), match.end(), wrong(match))


def put(slips: list[Slip], folder: Path, *, end: str = "\n", mark: bytes = b"") -> dict[str, bytes]:
    """Write the specimen with slips in it; gives what it should be mended to."""
    right: dict[str, bytes] = {}
    for path, text in texts().items():
        # CP932 has no letters for languages such as Korean; Excel saves what has some as UTF-8.
        fits = path.endswith(".csv") and text == text.encode("cp932", "ignore").decode("cp932")
        encoding = "cp932" if mark == b"cp932" and fits else "utf-8"
        before = mark if mark != b"cp932" else b""
        wrong = text
        for slip in sorted((slip for slip in slips if slip.path == path), key=lambda s: -s.start):
            wrong = wrong[: slip.start] + slip.new + wrong[slip.end :]
        right[path] = before + text.replace("\n", end).encode(encoding)
        (folder / path).write_bytes(before + wrong.replace("\n", end).encode(encoding))
    return right


@cache
def workshop() -> tuple[TemporaryDirectory[str], Path]:
    """A copy of the specimen to put slips into."""
    folder = TemporaryDirectory()
    return folder, Path(shutil.copytree(SPECIMEN, Path(folder.name) / "content"))


@cache
def slips() -> tuple[Slip, ...]:
    """The slips that are a fault of the kind that can be mended, each alone."""
    _, content = workshop()
    found = []
    for slip in typed():
        put([slip], content)
        codes = {fault.code for fault in examine(content).faults} - warned()
        if codes and codes <= set(FIXES):
            found.append(slip)
    return tuple(found)


@cache
def warned() -> set[str]:
    """The warnings that the specimen shows on purpose."""
    return {fault.code for fault in examine(SPECIMEN).faults}


def test_every_kind_of_slip_is_tried() -> None:
    """The specimen has places for each kind, most of them for several."""
    kinds = {kind: sum(slip.kind == kind for slip in slips()) for kind in KINDS}

    assert [] == [kind for kind, number in kinds.items() if not number]
    assert sum(kinds.values()) > 100


def apart(mixture: list[Slip]) -> list[Slip]:
    """Slips that do not overlap, and in each file one sign of YAML at most: two may hide a whole mapping."""
    found: list[Slip] = []
    for slip in mixture:
        signs = slip.kind in ("colon", "no space")
        beside = [other for other in found if other.path == slip.path]
        if any(other.start < slip.end + 1 and slip.start < other.end + 1 for other in beside):
            continue
        if signs and any(other.kind in ("colon", "no space") for other in beside):
            continue
        found.append(slip)
    return found


@given(
    st.data(),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([b"", b"\xef\xbb\xbf", b"cp932"]),
)
@settings(max_examples=60)
def test_any_mixture_of_slips_is_mended(data: st.DataObject, end: str, mark: bytes) -> None:
    """Whatever slips are put in, mending gives back every byte in any encoding, then has no more to do."""
    mixture = apart(data.draw(st.lists(st.sampled_from(slips()), max_size=12, unique=True)))
    _, content = workshop()
    right = put(mixture, content, end=end, mark=mark)
    mended = mend(content, examine(content), everything)
    write(content, mended)

    assert examine(SPECIMEN).faults == mended.checked.faults
    assert right == {path: (content / path).read_bytes() for path in right}
    assert {} == mend(content, examine(content), everything).new


# --- the command

DIFF = """\
--- content/2026/01-general/01-planning/01-plans.yaml
+++ content/2026/01-general/01-planning/01-plans.yaml
@@ -6,5 +6,5 @@
   策定: 令和7年5月1日
   計画期間: 令和7年度～令和11年度
 figures:
-  事業数: １９事業
+  事業数: 19事業
   相談件数: 延べ1,525件
"""


def sit_down(monkeypatch: pytest.MonkeyPatch, answer: str | None) -> None:
    """Somebody sits at the terminal and answers, or closes it."""

    def say(question: str) -> str:
        sys.stderr.write(question)
        if answer is None:
            raise EOFError
        return answer

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", say)


def test_without_a_terminal_nothing_is_written_unasked(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The diff is shown, `--yes` is named, and the faults stand as they do."""
    spoilt(content / PLANS, "19事業", "１９事業")
    before = (content / PLANS).read_bytes()
    code = main(["check", "--fix"])
    told = capsys.readouterr()

    assert (1, before) == (code, (content / PLANS).read_bytes())
    assert "1 行を、このように直せます。まだ書きかえていません。" in told.err
    assert (True, True) == (told.out.startswith(DIFF), "エラー Q06" in told.out)


def test_yes_writes_without_asking(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With `--yes` the diff is shown and the file mended; the check then finds nothing."""
    before = spoilt(content / PLANS, "19事業", "１９事業")
    code = main(["check", "--fix", "--yes"])
    told = capsys.readouterr()

    assert (0, f"{DIFF}エラー 0 件、警告 0 件\n") == (code, told.out)
    assert ("1 行を直しました。\n", before) == (told.err, (content / PLANS).read_bytes())
    assert sorted(path.name for path in (content / PLANS).parent.iterdir()) == sorted(
        path.name for path in (BASE / PLANS).parent.iterdir()
    )


@pytest.mark.parametrize(
    ("language", "answer", "code", "said"),
    [
        ("ja", "y", 0, "直しました"),
        ("ja", "はい", 0, "直しました"),
        ("en", "ＹＥＳ ", 0, "Mended 1 lines."),
        ("en", "", 1, "Nothing was written."),
        ("ja", "いいえ", 1, "何も書きかえていません。"),
        ("ja", None, 1, "何も書きかえていません。"),
    ],
)
def test_at_a_terminal_it_asks(  # noqa: PLR0913, PLR0917 – the case, and what pytest lends
    content: Path,
    language: str,
    answer: str | None,
    code: int,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Only a clear yes, in either language, writes."""
    before = spoilt(content / PLANS, "19事業", "１９事業")
    sit_down(monkeypatch, answer)

    assert code == main(["check", "--fix", "--lang", language])
    assert said in capsys.readouterr().err
    assert (code == 0) == (before == (content / PLANS).read_bytes())


def test_nothing_to_mend(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing can be mended it says so, and tells the faults that there are."""
    spoilt(content / PLANS, "19事業", "19事行")

    assert 1 == main(["check", "--fix", "--yes"])
    assert "自動で直せるところはありません。\n" in capsys.readouterr().err


def test_only_the_department_asked_for_is_mended(content: Path) -> None:
    """With `--department`, slips of others stay."""
    spoilt(content / PLANS, "19事業", "１９事業")
    other = content / "2026/01-general/02-harbour"
    other.mkdir()
    (other / "department.yaml").write_text("name: 企　画　課\n", "utf-8")

    assert 0 == main(["check", "--fix", "--yes", "--department", "planning"])
    assert "name: 企　画　課\n" == (other / "department.yaml").read_text("utf-8")


@pytest.mark.usefixtures("content")
def test_fixing_tells_no_programs(capsys: pytest.CaptureFixture[str]) -> None:
    """The diff would spoil JSON: `--fix` with another form is a misuse."""
    assert 2 == main(["check", "--fix", "--format", "json"])
    assert ("", "--fix は、--format と一緒には使えません。\n") == capsys.readouterr()


def test_a_file_that_changed_meanwhile_is_left_alone(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What somebody wrote between showing and writing stays, and the command says so."""
    spoilt(content / PLANS, "19事業", "１９事業")
    sit_down(monkeypatch, "y")
    file = content / PLANS

    def change(_question: str) -> str:
        file.write_bytes(file.read_bytes() + b"# new\n")
        return "y"

    monkeypatch.setattr("builtins.input", change)

    assert 1 == main(["check", "--fix"])
    assert "01-plans.yaml は、調べたあとに変わったため" in capsys.readouterr().err
    assert file.read_bytes().endswith(b"# new\n")


def test_a_file_changed_before_mending_is_not_edited(content: Path) -> None:
    """Places of a text that is no longer there mean nothing."""
    spoilt(content / PLANS, "19事業", "１９事業")
    checked = examine(content)
    (content / PLANS).write_bytes(b"# new\n" + (content / PLANS).read_bytes())

    assert {} == mend(content, checked, everything).new
    (content / PLANS).unlink()
    assert {} == mend(content, checked, everything).new


def test_a_failed_write_leaves_the_file(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file is written whole or stays as it was, with nothing left beside it."""
    spoilt(content / PLANS, "19事業", "１９事業")
    before = (content / PLANS).read_bytes()

    def refuse(path: Path, _target: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "replace", refuse)

    assert 1 == main(["check", "--fix", "--yes"])
    assert "Permission denied" in capsys.readouterr().err
    assert before == (content / PLANS).read_bytes()
    assert not list((content / PLANS).parent.glob(".*"))


def test_overtaken_names_the_file(content: Path) -> None:
    """Writing what was made from other bytes is refused."""
    mended = Mended({PLANS.as_posix(): b"x"}, {PLANS.as_posix(): b"y"}, examine(content))

    with pytest.raises(Overtaken, match="01-plans"):
        write(content, mended)


def test_what_cannot_be_encoded_is_not_written(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A word with a letter that the file's encoding lacks stays; the same file in UTF-8 takes it."""

    def accented(fault: Fault, line: str) -> Edit:
        start = line.index("企　画　課")
        return Edit(fault.place.path, fault.place.line, start, start + 5, "企画課é", fault.code)

    monkeypatch.setitem(cast("dict[str, How]", FIXES), "T06", accented)
    file = content / "names.csv"
    text = file.read_text("utf-8").replace("企画課", "企　画　課")
    for encoding, taken in (("cp932", False), ("utf-8", True)):
        file.write_bytes(text.encode(encoding))
        assert taken == ("names.csv" in mend(content, examine(content), everything).new)


def test_distant_changes_stand_in_hunks_of_their_own(content: Path) -> None:
    """Far lines are shown apart, near ones together, and no character does harm to a terminal."""
    file = content / PLANS
    lines = [f"# {n}\n" for n in range(20)]
    text = file.read_text("utf-8").replace("19事業", "１９事業").replace("策定: 令和7", "策定: 令和７")
    file.write_text(text + "".join(lines) + "# 氏\u200b名\n", "utf-8")
    checked = examine(content)
    shown = "\n".join(differences(checked.sources, mend(content, checked, everything), "content"))

    assert ["@@ -3,10 +3,10 @@", "@@ -28,4 +28,4 @@"] == re.findall("@@.*@@", shown)
    assert "-# 氏\ufffd名\n+# 氏名" in shown
