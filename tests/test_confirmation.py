"""Confirmation: figures that two people read against the paper stay as they read them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushiro_yearbook.cli import main
from kushiro_yearbook.load.records import read_confirmations
from kushiro_yearbook.load.sources import Source
from kushiro_yearbook.pipeline import examine
from kushiro_yearbook.records import Confirmation, confirmations_text

BASE = Path(__file__).parent / "broken" / "base"
DEPARTMENT = "2026/01-general/01-planning"
PLANS, SURVEYS, LOCK = (f"{DEPARTMENT}/{n}" for n in ("01-plans.yaml", "02-surveys.yaml", "confirmed.lock"))
BY = ("--by", "海野 一郎", "--by", "山田花子", "--on", "令和7年6月1日")


TOMORROW = (datetime.now().astimezone() + timedelta(days=1)).date().isoformat()


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound yearbook in `content` of the current folder."""
    shutil.copytree(BASE, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return Path("content")


def edit(path: str, old: str, new: str) -> None:
    """Change what a file of the content says."""
    file = Path("content", path)
    assert old in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8", newline="\n")


def faults() -> list[tuple[str, str]]:
    """The code of every fault, with what changed where it says so."""
    return [(fault.code, changed(fault.words)) for fault in examine(Path("content")).faults]


def changed(words: Mapping[str, str]) -> str:
    """The old and the new value, or the first of those that changed with how many there are."""
    if "old" in words:
        return f"{words['old']}→{words['new']}"
    return ": ".join(filter(None, (words.get("number"), words.get("figures"))))


def recorded() -> list[list[str]]:
    """The lines of the record by their cells."""
    lines = Path("content", LOCK).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@pytest.mark.usefixtures("content")
def test_confirm_records_who_read_what(capsys: pytest.CaptureFixture[str]) -> None:
    """The record says what was read as it stood, by whom and when; the command shows it."""
    code = main(["confirm", f"content/{SURVEYS}:10", *BY, "--lang", "en"])
    told = capsys.readouterr().out
    [[key, digest, day, names, *figures]] = recorded()

    assert (0, "2026/surveys/pupils:table", "2025-06-01", "海野一郎、山田花子") == (code, key, day, names)
    assert re.fullmatch("[0-9a-f]{16}", digest)
    assert figures[0] == "east/female=110人（令和7年5月1日）"
    assert "  east/total = 210人（令和7年5月1日）\n" in told
    assert told.endswith(
        "Recorded 6 figures as read against the paper on 1 June 2025 by 海野一郎、山田花子.\n"
    )
    assert [] == faults()


@pytest.mark.usefixtures("content")
def test_confirm_reads_back_what_stands_on_the_paper(capsys: pytest.CaptureFixture[str]) -> None:
    """In Japanese the section and the figures are called by their labels, not by ids."""
    main(["confirm", f"content/{SURVEYS}:10", *BY, "--lang", "ja"])
    told = capsys.readouterr().out

    assert "  east/総数 = 210人（令和7年5月1日）\n" in told
    assert "total" not in told


@pytest.mark.parametrize(
    ("place", "keys"),
    [
        (f"content/{PLANS}", ["plans:figures"]),
        (f"{PLANS}:9", ["plans:figures"]),
        ("02-surveys.yaml:10:3", ["surveys/pupils:table"]),
        ("02-surveys.yaml:3", ["surveys/pupils:table"]),
        ("planning/surveys/pupils", ["surveys/pupils:table"]),
        ("planning", ["plans:figures", "surveys/pupils:table"]),
        (f"content\\{SURVEYS}".replace("/", "\\"), ["surveys/pupils:table"]),
    ],
)
@pytest.mark.usefixtures("content")
def test_places(place: str, keys: list[str]) -> None:
    """A place is a file, a line of it as a fault tells it, or the way to a section."""
    assert 0 == main(["confirm", place, *BY])
    assert keys == [cells[0].removeprefix("2026/") for cells in recorded()]


@pytest.mark.usefixtures("content")
def test_a_table_in_csv_is_confirmed_by_its_own_file() -> None:
    """A CSV names its table, a line of it too."""
    rows = "        東小学校: [210, 100, 110]\n        西小学校: [95, 50, 45]\n"
    rows = f"      columns: [総数, 男, 女]\n      rows:\n{rows}"
    edit(SURVEYS, rows, "      file: 02-surveys.pupils.csv\n      corner: 学校\n")
    table = "学校,総数,男,女\n東小学校,210,100,110\n西小学校,95,50,45\n"
    Path("content", DEPARTMENT, "02-surveys.pupils.csv").write_text(table, "utf-8")
    for place in ("02-surveys.pupils.csv", "02-surveys.pupils.csv:3"):
        assert 0 == main(["confirm", place, *BY])
        assert ["2026/surveys/pupils:table"] == [cells[0] for cells in recorded()]


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["planning"], "--by 氏名 --by 氏名"),
        (["planning", "--by", "海野一郎"], "--by 氏名 --by 氏名"),
        (["planning", "--by", "海野一郎", "--by", "海野　一郎"], "--by 氏名 --by 氏名"),
        (["planning", "--by", "UNNO Ichiro", "--by", "Unno ichiro"], "--by 氏名 --by 氏名"),
        (["planning", "--by", "海野一郎", "--by", " "], "--by 氏名 --by 氏名"),
        (["planning", *BY[:4], "--on", "5月"], "--on"),
        (["planning", *BY[:4], "--on", "きのう"], "--on"),
        (["planning", *BY[:4], "--on", TOMORROW], "まだ来ていません"),
        (["roads", *BY], "ファイル名:行"),
        (["names.csv", *BY], "ファイル名:行"),
        (["", *BY], "ファイル名:行"),
        (["03-roads.yaml:4", *BY], "ファイル名:行"),
        (["planning", "--withdraw"], "confirmed.lock"),
    ],
)
@pytest.mark.usefixtures("content")
def test_refusals(arguments: list[str], hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Without two people, a day or figures nothing is written; one sentence says what to write."""
    code = main(["confirm", *arguments])
    told = capsys.readouterr()

    assert (2, "", 1) == (code, told.out, told.err.count("\n"))
    assert hint in told.err
    assert not Path("content", LOCK).exists()


@pytest.mark.usefixtures("content")
def test_the_day_is_today_unless_it_is_told() -> None:
    """Without `--on` the day of the command is recorded."""
    before = datetime.now().astimezone().date().isoformat()
    main(["confirm", "planning/plans", *BY[:4]])
    after = datetime.now().astimezone().date().isoformat()

    assert before <= recorded()[0][2] <= after


@pytest.mark.usefixtures("content")
def test_broken_content_is_not_confirmed(capsys: pytest.CaptureFixture[str]) -> None:
    """With a file that cannot be read nothing is recorded, and its faults are told."""
    edit(PLANS, "19事業", "19事行")

    assert 1 == main(["confirm", "planning/surveys", *BY])
    assert "19事行" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        (
            SURVEYS,
            "[95, 50, 45]",
            "[96, 51, 45]",
            [
                (
                    "V10",
                    (
                        "2: 総数 95人（令和7年5月1日） → 96人（令和7年5月1日）; "
                        "男 50人（令和7年5月1日） → 51人（令和7年5月1日）"
                    ),
                )
            ],
        ),
        (PLANS, "延べ1,525件", "1,525件", [("V10", "延べ1,525件→1,525件")]),
        (PLANS, "延べ1,525件", "延べ1,525人", [("V10", "延べ1,525件→延べ1,525人")]),
        (PLANS, "19事業", "{value: 19事業, year: 令和7年度}", [("V10", "19事業→19事業（令和7年度）")]),
        (PLANS, "  事業数: 19事業\n", "", [("A08", ""), ("V11", "plans/projects = 19事業")]),
        (
            SURVEYS,
            "[210, 100, 110]\n        西小学校: [95, 50, 45]\n",
            "[210, 100, 110]\n        企画課: [95, 50, 45]\n",
            [
                (
                    "V11",
                    (
                        "3: surveys/pupils/west/female = 45人（令和7年5月1日）; surveys/pupils/west/male = "
                        "50人（令和7年5月1日）; surveys/pupils/west/total = 95人（令和7年5月1日）"
                    ),
                )
            ],
        ),
        (SURVEYS, "id: pupils", "id: children", []),
        (PLANS, "計画を定めた", "計画を改めた", []),
    ],
)
@pytest.mark.usefixtures("content")
def test_changes_of_confirmed_figures(path: str, old: str, new: str, expected: list[tuple[str, str]]) -> None:
    """Value, unit, qualifier and time are as they were read; what is told says old and new."""
    main(["confirm", "planning", *BY])
    edit(path, old, new)

    assert expected == sorted(faults())


@pytest.mark.usefixtures("content")
def test_a_day_that_changed_is_told_once() -> None:
    """Of the one mistake in `as_of` the first figures are named, with how many there are."""
    main(["confirm", "planning", *BY])
    edit(SURVEYS, "as_of: 5月1日", "as_of: 5月11日")
    [fault] = examine(Path("content")).faults

    assert ("V10", "6") == (fault.code, fault.words["number"])
    assert 3 == fault.words["figures"].count("令和7年5月11日")
    assert ["confirmed", "changed", "changed"] == [related.role for related in fault.related]


@pytest.mark.usefixtures("content")
def test_a_year_over_two_tables_is_told_once() -> None:
    """What one year makes of two confirmed blocks is one mistake, to be confirmed again by its file."""
    edit(SURVEYS, "    table:", "    figures: {相談件数: 7件}\n    table:")
    main(["confirm", "planning", *BY])
    edit(SURVEYS, "year: 令和7年度", "year: 令和6年度")
    [fault] = examine(Path("content")).faults

    assert ("V10", "7", SURVEYS) == (fault.code, fault.words["number"], fault.words["place"])


@pytest.mark.usefixtures("content")
def test_the_day_of_the_reading_is_told_in_the_readers_language(capsys: pytest.CaptureFixture[str]) -> None:
    """A report says 令和7年6月1日 or 1 June 2025, whatever the record writes."""
    main(["confirm", "planning/plans", *BY])
    edit(PLANS, "延べ1,525件", "延べ1,552件")
    capsys.readouterr()
    told = [(main(["check", "--lang", language]), capsys.readouterr().out)[1] for language in ("ja", "en")]

    assert "読み合わせ（令和7年6月1日、海野一郎、山田花子）" in told[0]
    assert "(1 June 2025, 海野一郎、山田花子)" in told[1]


@pytest.mark.usefixtures("content")
def test_a_day_that_never_was_is_no_record() -> None:
    """A line whose day was mistyped by hand cannot be read."""
    main(["confirm", "planning/plans", *BY])
    edit(LOCK, "2025-06-01", "2025-06-31")

    assert ["V04"] == [code for code, _ in faults()]


@given(digit=st.integers(0, 9), place=st.integers(0, 20))
def test_a_changed_digit_is_always_found(digit: int, place: int) -> None:
    """Whichever digit of a confirmed figure changes, the check says so until it is put back or read again."""
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as folder:
        shutil.copytree(BASE, Path(folder) / "content")
        patch.chdir(folder)
        main(["confirm", "planning", *BY])
        source = Path("content", SURVEYS).read_text("utf-8")
        digits = [match.start() for match in re.finditer(r"(?<=[\[ \d])\d(?=[\d,\]])", source)]
        at = digits[place % len(digits)]
        changed = source[:at] + str(digit) + source[at + 1 :]
        Path("content", SURVEYS).write_text(changed, "utf-8", newline="\n")
        found = "V10" in {code for code, _ in faults()}
        patch.undo()  # Windows removes no folder that someone is in

    assert found == (source[at] != str(digit))


@pytest.mark.usefixtures("content")
def test_reading_again_settles_it() -> None:
    """After a right change the table is read again: one line stands for it, with the new figures."""
    main(["confirm", "planning", *BY])
    edit(SURVEYS, "[95, 50, 45]", "[96, 51, 45]")

    assert 0 == main(["confirm", "02-surveys.yaml:11", "--by", "山田花子", "--by", "港三郎"])
    assert [] == faults()
    assert ["海野一郎、山田花子", "山田花子、港三郎"] == [cells[3] for cells in recorded()]


@pytest.mark.usefixtures("content")
def test_what_is_gone_for_good_is_withdrawn(capsys: pytest.CaptureFixture[str]) -> None:
    """A figure that was rightly deleted is taken off the record by the line that the fault names."""
    main(["confirm", "planning", *BY])
    edit(PLANS, "  相談件数: 延べ1,525件\n", "")
    [fault] = examine(Path("content")).faults
    capsys.readouterr()

    assert ("V11", 0) == (fault.code, main(["confirm", fault.words["at"], "--withdraw", "--lang", "en"]))
    assert ("Took 1 lines off the record.\n", []) == (capsys.readouterr().out, faults())
    assert 0 == main(["confirm", "planning/surveys", "--withdraw"])
    assert [] == recorded()


@pytest.mark.usefixtures("content")
def test_moves_and_new_names_need_no_new_reading() -> None:
    """A confirmed table holds wherever its file, section or department goes."""
    main(["confirm", "planning/surveys", *BY])
    folder = Path("content", DEPARTMENT)
    (folder / "02-surveys.yaml").rename(folder / "07-statistics.yaml")
    edit("2026/edition.yaml", "highlights:\n  - of: planning/plans/projects\n", "")
    folder.rename(folder.with_name("03-strategy"))

    assert [] == faults()
    assert 0 == main(["list", "confirmed"])


@pytest.mark.usefixtures("content")
def test_coverage(capsys: pytest.CaptureFixture[str]) -> None:
    """`list confirmed` tells of every department and block how many of its figures were read."""
    main(["confirm", "planning/surveys", *BY])
    folder = Path("content", DEPARTMENT)
    (folder / "02-surveys.yaml").rename(folder / "02-statistics.yaml")
    capsys.readouterr()
    main(["list", "confirmed", "--lang", "en"])
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]

    assert ["department", "block", "figures", "confirmed", "on", "by", "place"] == rows[0]
    assert ["2026/planning", "Planning Division", "8", "6", "", "", ""] == rows[1]
    assert ["plans:figures", "2", "0", "", ""] == rows[2][1:6]
    assert ["statistics/pupils:table", "6", "6", "2025-06-01", "海野一郎、山田花子"] == rows[3][1:6]


@pytest.mark.usefixtures("content")
def test_equal_figures_elsewhere_cover_nothing() -> None:
    """That another table says the same does not hide that a confirmed one changed."""
    copy = Path("content", SURVEYS).read_text("utf-8")
    Path("content", DEPARTMENT, "03-copy.yaml").write_text(copy, "utf-8")
    main(["confirm", "planning/surveys", *BY])
    edit(SURVEYS, "[95, 50, 45]", "[96, 51, 45]")

    assert ["V10"] == [code for code, _ in faults()]


@pytest.mark.usefixtures("content")
def test_a_town_may_weigh_it_and_accept_it() -> None:
    """A changed figure is an error that `severity` weighs, and `allow` accepts with its reason."""
    main(["confirm", "planning/plans", *BY])
    edit(PLANS, "延べ1,525件", "延べ1,552件")

    assert not examine(Path("content")).sound
    edit("yearbook.yaml", "messages: ja", "messages: ja\nseverity: {V10: warning}")
    assert examine(Path("content")).sound
    edit(PLANS, "text:", "allow: {V10: 原典の正誤表による}\ntext:")
    assert [] == faults()


@pytest.mark.usefixtures("content")
def test_tidy_leaves_out_another_editions(capsys: pytest.CaptureFixture[str]) -> None:
    """What was copied with the folder of the last edition is told once and goes with `approve --tidy`."""
    main(["confirm", "planning", *BY])
    edit(LOCK, "2026/plans", "2025/plans")

    assert ["V07"] == [code for code, _ in faults()]
    assert 0 == main(["approve", "--tidy"])
    assert "confirmed.lock" in capsys.readouterr().out
    assert ([], ["2026/surveys/pupils:table"]) == (faults(), [cells[0] for cells in recorded()])


@pytest.mark.usefixtures("content")
def test_a_disk_that_takes_no_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the record cannot be written, the command says so and ends with 2."""

    def refuse(path: Path, data: bytes) -> int:
        raise PermissionError(13, "Permission denied", str(path), len(data))

    monkeypatch.setattr(Path, "write_bytes", refuse)

    assert 2 == main(["confirm", "planning", *BY])
    assert "confirmed.lock" in capsys.readouterr().err
    assert not Path("content", LOCK).exists()


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs")), min_size=1)


@given(
    st.lists(WORDS.filter(lambda words: "、" not in words), min_size=1, max_size=3),
    st.dictionaries(WORDS, WORDS.filter(lambda words: "=" not in words), min_size=1, max_size=4),
)
def test_what_is_written_is_read(names: list[str], figures: dict[str, str]) -> None:
    """A record says after reading what it said before writing, whatever names and labels there are."""
    entry = Confirmation("2026", "surveys/pupils:table", "2026-05-01", tuple(names), figures)
    read = read_confirmations(Source("confirmed.lock", confirmations_text([entry]), ""), "2026")

    assert () == read.faults
    assert [(entry.key, entry.by, entry.on, entry.figures)] == [
        (one.key, one.by, one.on, one.figures) for one in read.entries
    ]


@given(st.text(max_size=200))
def test_any_text_is_a_record_or_a_fault(words: str) -> None:
    """Whatever stands in the file, it is read or told, line by line."""
    read = read_confirmations(Source("confirmed.lock", words, ""), "2026")

    assert {fault.code for fault in read.faults} <= {"V04", "V05", "V06", "V07", "Y16"}
