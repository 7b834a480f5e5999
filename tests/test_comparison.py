"""The comparison: what a change of the content is told as, and what cannot be told."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from kushiro_yearbook.briefing import LENGTHS, MAX_BYTES, briefing, escaped
from kushiro_yearbook.cli import main
from kushiro_yearbook.comparison import Change, Comparison, State, compare, home
from kushiro_yearbook.faults import Severity
from kushiro_yearbook.inline import plain
from kushiro_yearbook.pipeline import examine
from kushiro_yearbook.theme import Theme, program_folder

TOP = Path(__file__).parents[1]
TESTS = Path(__file__).parent
DEPARTMENT = "2026/01-general/01-planning"
PLANS, SURVEYS = f"{DEPARTMENT}/01-plans.yaml", f"{DEPARTMENT}/02-surveys.yaml"
PARTNERS = """\
title: {ja: 姉妹都市, en: Sister cities}
partners:
  - {id: north, type: city, name: {ja: 北市, en: North City}, agreed: 平成29年12月15日, population: "2,735人"}
"""
# File, what it said, what it says: each kind of change once.
RICH = (
    (PLANS, "19事業", "20事業"),
    (PLANS, "延べ1,525件", "{value: '1,525件', year: 令和6年度}"),
    (PLANS, "計画を定めた。", "新しい計画を定めた。"),
    (PLANS, "{ja: 計画, en: Plans}", "{ja: 計画, en: Our plans}\nremark: {ja: 確かめる}\nnotes: [未訳]"),
    (SURVEYS, "[210, 100, 110]", "[211, 100, 110]"),
    (SURVEYS, "西小学校: [95, 50, 45]", "西小学校: [95, 50, unstated]"),
    (SURVEYS, "year: 令和7年度", "year: 令和8年度\n    status: preliminary"),
)


@pytest.fixture(autouse=True)
def _pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same sound yearbook twice, in `old` and `new` of the current folder."""
    for side in ("old", "new"):
        shutil.copytree(TESTS / "broken" / "base", tmp_path / side)
    monkeypatch.chdir(tmp_path)


def edit(path: str, old: str, new: str, side: str = "new") -> None:
    """Change what a file of one side says."""
    file = Path(side, path)
    assert old in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8", newline="\n")


def write(path: str, text: str, side: str = "new") -> None:
    """Put a file into one side."""
    Path(side, path).write_text(text, "utf-8", newline="\n")


def compared(old: str = "old", new: str = "new") -> Comparison:
    """The comparison of two folders."""
    return compare(examine(Path(old)), examine(Path(new)))


def told(language: str = "en", comparison: Comparison | None = None) -> str:
    """The summary of the two folders."""
    theme = Theme(program_folder("templates"), program_folder("static"))
    return briefing(comparison or compared(), theme, language, "content")


def figures() -> Mapping[str, tuple[str, str]]:
    """Every changed figure by its key, its old and its new value."""
    found = {}
    for was, now in compared().inside.figures:
        here = now or was
        assert here is not None
        values = [
            plain(side.observation.quantity.runs("ja")) if side and side.observation.quantity else ""
            for side in (was, now)
        ]
        found["/".join(here.observation.key)] = (values[0], values[1])
    return found


def make_rich() -> None:
    """Every kind of change between the two folders, an error and a warning among them."""
    for path, old, new in RICH:
        edit(path, old, new)
    write(f"{DEPARTMENT}/03-partners.yaml", PARTNERS)
    write(f"{DEPARTMENT}/04-gone.yaml", "title: {ja: 廃止, en: Gone}\nfigures: {男: 5人}\n", "old")
    write(f"{DEPARTMENT}/05-before.yaml", "title: {ja: 旧題, en: Former title}\nfigures: {女: 5人}\n", "old")
    write(
        f"{DEPARTMENT}/05-after.yaml",
        "title: {ja: 新題, en: Later title}\nformerly: planning/before\nfigures: {女: 6人}\n",
    )
    write(f"{DEPARTMENT}/06-notes.yaml", "title: {ja: 覚書, en: Notes}\nfigures: {男: 1人}\n", "old")
    write(f"{DEPARTMENT}/06-notes.yaml", "title: {ja: 覚書, en: Notes}\nfigures: {男: 1猫}\n")
    shutil.copytree("old/2026", "old/2024")
    shutil.copytree("old/2026", "new/2027")
    edit("2024/edition.yaml", "令和8年版, en: 2026", "令和6年版, en: 2024", "old")
    edit("2027/edition.yaml", "令和8年版, en: 2026", "令和9年版, en: 2027")
    edit("2024/edition.yaml", "year: 令和8年", "year: 令和6年", "old")
    edit("2027/edition.yaml", "year: 令和8年", "year: 令和9年")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_summary_is_golden(language: str, pytestconfig: pytest.Config) -> None:
    """An editor in chief reads exactly this of a proposal with every kind of change."""
    make_rich()
    golden = TESTS / "data" / f"summary.{language}.md"
    found = told(language)
    if pytestconfig.getoption("update_golden"):
        golden.write_text(found, "utf-8", newline="\n")

    assert golden.read_text("utf-8") == found


def test_the_same_content_has_not_changed(capsys: pytest.CaptureFixture[str]) -> None:
    """The real content against itself: nothing changed, in so many words, and all is well."""
    content = str(TOP / "content")
    code = main(["diff", content, content, "--lang", "en"])

    assert (0, ["Nothing changed. The content is as it was."]) == (
        code,
        [line[2:] for line in capsys.readouterr().out.splitlines() if "hanged" in line],
    )
    assert compared(content, content).nothing


def test_a_comment_changes_a_file_and_nothing_else() -> None:
    """What no page shows is told as a changed file, never as nothing."""
    edit(PLANS, "title:", "# 注\ntitle:")
    comparison = compared()

    assert ((), ((PLANS, Change.CHANGED),), False) == (
        comparison.inside.figures,
        comparison.files,
        comparison.nothing,
    )


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        (PLANS, "19事業", "20事業", {"planning/plans/projects": ("19事業", "20事業")}),
        (PLANS, "延べ1,525件", "約1,525件", {"planning/plans/consultations": ("延べ1,525件", "約1,525件")}),
        (PLANS, "19事業", "19件", {"planning/plans/projects": ("19事業", "19件")}),
        (PLANS, "19事業", "{value: 19事業, status: revised}", {"planning/plans/projects": ("19事業",) * 2}),
        (PLANS, "19事業", "{value: 19事業, year: 令和6年}", {"planning/plans/projects": ("19事業",) * 2}),
        (PLANS, "  相談件数: 延べ1,525件\n", "", {"planning/plans/consultations": ("延べ1,525件", "")}),
        (PLANS, "19事業\n", "19事業\n  男: 3人\n", {"planning/plans/male": ("", "3人")}),
        (PLANS, "ja: 計画,", "ja: 計画書,", {}),
    ],
)
def test_figures_that_changed(path: str, old: str, new: str, expected: dict[str, tuple[str, str]]) -> None:
    """A figure has changed when pages show another value, unit, word, status or time of it."""
    edit(path, old, new)

    assert expected == figures()


def test_a_row_of_a_table_is_named() -> None:
    """Figures of one column are told apart by the heading of their row."""
    edit(SURVEYS, "[95, 50, 45]", "[97, 52, 45]")

    assert (
        "| Surveys › Pupils › West Elementary School › Male | 50 people | 52 people "
        "| content/2026/01-general/01-planning/02-surveys.yaml:12 |"
    ) in told().splitlines()


def test_a_moved_page_takes_its_figures_along() -> None:
    """Under `formerly` a page has moved, and its figures are compared with those of the old address."""
    Path("new", PLANS).rename(Path("new", DEPARTMENT, "07-aims.yaml"))
    edit("2026/edition.yaml", "planning/plans", "planning/aims")
    edit(f"{DEPARTMENT}/07-aims.yaml", "title:", "formerly: planning/plans\ntitle:")
    edit(f"{DEPARTMENT}/07-aims.yaml", "19事業", "20事業")
    inside = compared().inside

    assert [("2026/planning/plans.html", "2026/planning/aims.html")] == [
        (was.address, now.address) for was, now in inside.moved
    ]
    assert ((), (), {"planning/aims/projects": ("19事業", "20事業")}) == (
        inside.added,
        inside.removed,
        figures(),
    )


def test_a_page_gone_without_a_word() -> None:
    """An address that nothing answers for any more is told, one that only led on as well."""
    edit(SURVEYS, "title: {ja: 調査", "formerly: planning/polls\ntitle: {ja: 調査", "old")
    Path("new", SURVEYS).unlink()

    assert ["2026/planning/surveys.html", "2026/planning/polls.html"] == [
        page.address for page in compared().inside.removed
    ]


def test_renumbering_changes_no_page_and_no_fault() -> None:
    """A file with another number is the same page, and its faults are no new ones."""
    for side in ("old", "new"):
        edit(PLANS, "{ja: 計画, en: Plans}", "計画", side)
    Path("new", PLANS).rename(Path("new", DEPARTMENT, "09-plans.yaml"))
    comparison = compared()

    assert [(False, "N01")] == [(found.fresh, found.fault.code) for found in comparison.found]
    assert ((), (), ()) == (comparison.inside.added, comparison.inside.removed, comparison.inside.figures)


def test_titles_that_changed() -> None:
    """A title that changed in one language is one row, in two languages two."""
    edit(PLANS, "{ja: 計画, en: Plans}", "{ja: 計画書, en: Plans}")
    edit(SURVEYS, "{ja: 調査, en: Surveys}", "{ja: 統計, en: Statistics}")
    rows = told().partition("## Titles changed")[2].partition("##")[0].strip().splitlines()[2:]

    assert [
        "| 計画 | 計画書 | 2026/planning/plans.html |",
        "| 調査 | 統計 | 2026/planning/surveys.html |",
        "| Surveys | Statistics | 2026/planning/surveys.html |",
    ] == rows


def test_english_that_stayed_behind() -> None:
    """Where the Japanese changed and the English beside it did not, in this edition or its next copy."""
    shutil.copytree("new/2026", "new/2027")
    edit(PLANS.replace("2026", "2027"), "計画を定めた", "計画を改めた")
    Path("new", PLANS).rename(Path("new", DEPARTMENT, "08-plans.yaml"))

    assert [("〔策定〕に計画を定めた。", "〔策定〕に計画を改めた。")] == [
        (was, text.ja) for was, text in compared().stale
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [("{ja: 計画, en: Plans}", "{ja: 計画書, en: Plan papers}"), ("{ja: 計画, en: Plans}", "計画")],
)
def test_english_that_moved_along_or_is_gone_is_not_stale(old: str, new: str) -> None:
    """English that changed with its Japanese is current; where there is none, none can be stale."""
    edit(PLANS, old, new)

    assert () == compared().stale


def test_new_faults_are_told_from_old_ones() -> None:
    """A fault counts as new only where the old content had no such fault; mended ones are counted."""
    for side in ("old", "new"):
        edit(PLANS, "{ja: 計画, en: Plans}", "計画", side)
    edit(SURVEYS, "{ja: 調査, en: Surveys}", "調査")
    edit("2026/edition.yaml", "{ja: 令和8年版, en: 2026 edition}", "令和8年版", "old")
    comparison = compared()
    [office] = comparison.offices

    assert ("2026/01-general/01-planning", 2, 1) == (
        office.folder,
        office.number(Severity.WARNING),
        office.number(Severity.WARNING, fresh=True),
    )
    assert (1, ["調査"]) == (
        comparison.mended,
        [one.fault.words["value"] for one in comparison.untranslated],
    )


def test_what_an_error_hides_is_neither_new_nor_gone() -> None:
    """A file that cannot be read on one side is named, and what it holds on the other is not told of."""
    edit(SURVEYS, "columns:", "colums:", "old")
    edit(PLANS, "19事業", "19事行")
    comparison = compared()

    assert (((SURVEYS,), (PLANS,)), ((), (), ())) == (
        comparison.unread,
        (comparison.inside.figures, comparison.inside.added, comparison.inside.removed),
    )
    assert f"| content/{PLANS} | New |" in told()


def test_an_edition_that_cannot_be_read_is_not_gone() -> None:
    """With an error in its own file an edition is named as not read, on whichever side, and nothing more."""
    for side in ("old", "new"):
        shutil.copytree(f"{side}/2026", f"{side}/2027")
    edit("2027/edition.yaml", "label:", "lable:")
    edit("2026/edition.yaml", "label:", "lable:", "old")
    comparison = compared()

    assert (("2026/edition.yaml",), ("2027/edition.yaml",)) == comparison.unread
    assert ((), ()) == (comparison.editions_added, comparison.editions_removed)


def test_a_failed_sum_hides_nothing() -> None:
    """An error in what could be read does not keep its figures from being compared."""
    edit(SURVEYS, "[95, 50, 45]", "[95, 52, 45]")

    assert (((), ()), {"planning/surveys/pupils/west/male": ("50人", "52人")}) == (
        compared().unread,
        figures(),
    )


@pytest.mark.parametrize(
    ("side", "change", "state"),
    [
        ("old", "absent", State.FIRST),
        ("old", "empty", State.FIRST),
        ("old", "broken", State.OLD_UNREAD),
        ("new", "broken", State.NEW_UNREAD),
        ("new", "absent", State.NEW_UNREAD),
    ],
)
def test_contents_that_are_no_yearbook(
    side: str, change: str, state: State, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a yearbook on one side the summary says so, and tells the faults of the new content."""
    if change == "broken":
        Path(side, "yearbook.yaml").write_text("format: 2\n", "utf-8")
    else:
        shutil.rmtree(side)
    if change == "empty":
        Path(side).mkdir()
    comparison = compared()
    code = main(["diff", "old", "new", "--lang", "ja"])

    assert (state, 1 if side == "new" else 0) == (comparison.state, code)
    assert ((), ()) == (comparison.inside.figures, comparison.editions_added)
    assert "比べていません" in capsys.readouterr().out


def test_a_first_content_has_nothing_new() -> None:
    """Where there was no content, its faults are told but not as new, and no file is listed."""
    shutil.rmtree("old")
    edit(PLANS, "{ja: 計画, en: Plans}", "計画")
    found = told()

    assert [False] == [one.fresh for one in compared().found]
    assert ("Pages: 4; figures: 8." in found, "Files changed" in found) == (True, False)


def test_editions_of_one_side_only() -> None:
    """An edition added or removed is told as a whole, with how much it holds."""
    shutil.copytree("new/2026", "new/2027")
    Path("old/2026").rename("old/2025")
    comparison = compared()

    assert [[("令和8年版", 4, 8)] * 2, [("令和8年版", 4, 8)]] == [
        [(extent.label.ja, extent.pages, extent.figures) for extent in extents]
        for extents in (comparison.editions_added, comparison.editions_removed)
    ]


def test_errors_end_with_1_and_the_summary_comes_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    """A faulty proposal is told whole; the messages follow the new yearbook's own language."""
    edit(PLANS, "19事業", "19事行")

    assert 1 == main(["diff", "old", "new"])
    assert capsys.readouterr().out.startswith("# 変更の要約\n\n- エラーが1件あります。")


def test_a_call_without_two_folders_ends_with_2() -> None:
    """`diff` needs an old and a new content."""
    with pytest.raises(SystemExit) as ended:
        main(["diff", "old"])

    assert 2 == ended.value.code


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a|b", r"a\|b"),
        ("a\\|b", r"a\\\|b"),
        ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
        ("&lt;", "&amp;lt;"),
        ("`code` *b* _i_ ~s~", r"\`code\` \*b\* \_i\_ \~s\~"),
        ("[x](https://example.org)", "\\[x\\](https:\u200b//example.org)"),
        ("![x](y)", r"!\[x\](y)"),
        ("www.example.org", "www\u200b.example.org"),
        ("@mayor a@b.example", "@\u200bmayor a@\u200bb.example"),
        ("#12 GH-12", "#\u200b12 GH\u200b-12"),
        ("$x$", r"\$x\$"),
        ("a\n\n# b\r\n| c", r"a # b \| c"),
        ("長" * 300, "長" * 199 + "…"),
        (5, "5"),
    ],
)
def test_values_stay_words(value: object, expected: str) -> None:
    """No value of the content can become a tag, a link, a mention, a cell or a line of its own."""
    assert expected == escaped(value)


def test_content_cannot_speak_in_the_summary() -> None:
    """Proposed titles, notes and file names are shown as written, wherever the summary prints them."""
    hostile = "'|<img src=x>`@mayor` [a](https://example.org)'"
    edit(PLANS, "{ja: 計画, en: Plans}", f"{{ja: {hostile}, en: {hostile}}}\nnotes: {{ja: {hostile}}}")
    readable = told()
    write("2026/01-general/01-planning/@x|y.txt", "")

    assert 4 <= readable.count(r"\|&lt;img src=x&gt;\`@")
    for found in (readable, told()):
        assert not re.findall(r"<img|@mayor|@x|https://|(?<!\\)[`\[\]]", found)
        tables = re.findall(r"(?:^\|.*\n)+", found, re.MULTILINE)
        assert tables
        assert {1} == {
            len({len(re.split(r"(?<!\\)\|", row)) for row in table.splitlines()}) for table in tables
        }


def test_long_lists_are_cut() -> None:
    """What GitHub would not take is cut, row by row, and the rest is counted."""
    many = "".join(f"  - {{ja: {'長い文' * 60}{n}}}\n" for n in range(4000))
    edit(PLANS, "dates:", f"notes:\n{many}dates:")
    found = told("ja")

    assert len(found.encode()) <= MAX_BYTES
    assert f"他{4000 - LENGTHS[0]}件" in found


def test_what_is_still_too_long_is_cut_shorter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the first length does not fit, a shorter one is taken for every list."""
    monkeypatch.setattr("kushiro_yearbook.briefing.MAX_BYTES", 9_000)
    many = "".join(f"  - {{ja: 文{n}}}\n" for n in range(100))
    edit(PLANS, "dates:", f"notes:\n{many}dates:")

    assert "他90件" in told("ja")


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("2026/01-general/01-planning/14-surveys.areas.csv", ("2026", "general", "planning", "surveys")),
        ("2026/01-general/01-planning/07-law.ja.md", ("2026", "general", "planning", "law")),
        ("2026/01-general/01-planning/department.yaml", ("2026", "general", "planning")),
        ("2026/edition.yaml", ("2026",)),
        ("names.csv", ()),
        ("", ()),
    ],
)
def test_where_a_file_belongs(path: str, way: tuple[str, ...]) -> None:
    """A file belongs to what its folders and name say, whatever its number."""
    assert way == home(path)
