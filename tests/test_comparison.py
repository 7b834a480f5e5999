"""The comparison: what a change of the content is told as, and what cannot be told."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from kushiro_yearbook.briefing.markdown import MAX_CHARACTERS, beside, escaped
from kushiro_yearbook.briefing.summary import LENGTHS, MAX_BYTES, summary
from kushiro_yearbook.cli import main
from kushiro_yearbook.comparing.comparison import Comparison, State, compare
from kushiro_yearbook.comparing.editions import Changes
from kushiro_yearbook.comparing.entries import entries, registered
from kushiro_yearbook.comparing.files import Change, File
from kushiro_yearbook.comparing.sight import home
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
MINUTES = "分: {id: minute, en: {one: minute, other: minutes}}\n"
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
    return summary(comparison or compared(), theme, language, "build/base/content", "content")


def inside() -> Changes:
    """What changed in the only edition."""
    [changes] = compared().between.inside
    return changes


def table(heading: str, language: str = "en") -> list[str]:
    """The rows of a table of the summary."""
    told_there = told(language).partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return [line for line in told_there.splitlines() if line.startswith("|")][2:]


def figures() -> Mapping[str, tuple[str, str]]:
    """Every changed figure by its key, its old and its new value."""
    found = {}
    for was, now in inside().figures:
        here = now or was
        assert here is not None
        values = [
            plain(side.observation.quantity.runs("ja")) if side and side.observation.quantity else ""
            for side in (was, now)
        ]
        found["/".join(here.key)] = (values[0], values[1])
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
    assert compared(content, content).same


def test_a_comment_changes_a_file_and_nothing_else() -> None:
    """What no page shows is told as a changed file, never as nothing."""
    edit(PLANS, "title:", "# 注\ntitle:")
    comparison = compared()

    assert ((), (), (File(PLANS, Change.CHANGED),), False) == (
        inside().figures,
        inside().entries,
        comparison.files,
        comparison.same,
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
    pages = inside().pages

    assert [("2026/planning/plans.html", "2026/planning/aims.html")] == [
        (was.address, now.address) for was, now in pages.moved
    ]
    assert ((), (), {"planning/aims/projects": ("19事業", "20事業")}) == (
        pages.added,
        pages.removed,
        figures(),
    )


def test_a_page_gone_without_a_word() -> None:
    """An address that nothing answers for any more is told, one that only led on as well."""
    edit(SURVEYS, "title: {ja: 調査", "formerly: planning/polls\ntitle: {ja: 調査", "old")
    Path("new", SURVEYS).unlink()

    assert ["2026/planning/surveys.html", "2026/planning/polls.html"] == [
        page.address for page, _ in inside().pages.removed
    ]


def test_renumbering_changes_no_page_and_no_fault() -> None:
    """A file with another number is the same page, and its faults are no new ones."""
    for side in ("old", "new"):
        edit(PLANS, "{ja: 計画, en: Plans}", "計画", side)
    Path("new", PLANS).rename(Path("new", DEPARTMENT, "09-plans.yaml"))
    comparison = compared()

    assert [(False, "N01")] == [(found.fresh, found.fault.code) for found in comparison.found]
    assert ((), (), ()) == (inside().pages.added, inside().pages.removed, inside().figures)
    assert (File(f"{DEPARTMENT}/09-plans.yaml", Change.RENUMBERED, PLANS),) == comparison.files


def test_titles_that_changed() -> None:
    """A title that changed in one language is one row, in two languages two."""
    edit(PLANS, "{ja: 計画, en: Plans}", "{ja: 計画書, en: Plans}")
    edit(SURVEYS, "{ja: 調査, en: Surveys}", "{ja: 統計, en: Statistics}")

    assert [
        "| Japanese | 計画 | 計画書 | 2026/planning/plans.html |",
        "| Japanese | 調査 | 統計 | 2026/planning/surveys.html |",
        "| English | Surveys | Statistics | 2026/planning/surveys.html |",
    ] == table("Titles changed")


def test_english_that_stayed_behind() -> None:
    """Where the Japanese changed and the English beside it did not, in this edition or its next copy."""
    shutil.copytree("new/2026", "new/2027")
    edit(PLANS.replace("2026", "2027"), "計画を定めた", "計画を改めた")
    Path("new", PLANS).rename(Path("new", DEPARTMENT, "08-plans.yaml"))

    assert [("〔策定〕に計画を定めた。", "〔策定〕に計画を改めた。")] == [
        (was, text.ja) for was, text in compared().between.stale
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [("{ja: 計画, en: Plans}", "{ja: 計画書, en: Plan papers}"), ("{ja: 計画, en: Plans}", "計画")],
)
def test_english_that_moved_along_or_is_gone_is_not_stale(old: str, new: str) -> None:
    """English that changed with its Japanese is current; where there is none, none can be stale."""
    edit(PLANS, old, new)

    assert () == compared().between.stale


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
        [one.fault.words["value"] for one in comparison.found if one.fresh],
    )


def test_what_an_error_hides_is_neither_new_nor_gone() -> None:
    """A file that cannot be read on one side is named, and what it holds on the other is not told of."""
    edit(SURVEYS, "columns:", "colums:", "old")
    edit(PLANS, "19事業", "19事行")
    comparison = compared()

    assert (((SURVEYS,), (PLANS,)), ((), (), ())) == (
        comparison.between.unread,
        (inside().figures, inside().pages.added, inside().pages.removed),
    )
    assert f"| content/{PLANS} | New |" in told()


def test_an_edition_that_cannot_be_read_is_not_gone() -> None:
    """With an error in its own file an edition is named as not read, on whichever side, and nothing more."""
    for side in ("old", "new"):
        shutil.copytree(f"{side}/2026", f"{side}/2027")
    edit("2027/edition.yaml", "label:", "lable:")
    edit("2026/edition.yaml", "label:", "lable:", "old")
    comparison = compared()

    assert (("2026/edition.yaml",), ("2027/edition.yaml",)) == comparison.between.unread
    assert ((), (), ()) == (
        comparison.between.renewals,
        comparison.between.added,
        comparison.between.removed,
    )


def test_a_failed_sum_hides_nothing() -> None:
    """An error in what could be read does not keep its figures from being compared."""
    edit(SURVEYS, "[95, 50, 45]", "[95, 52, 45]")

    assert (((), ()), {"planning/surveys/pupils/west/male": ("50人", "52人")}) == (
        compared().between.unread,
        figures(),
    )


def test_a_faulty_theme_hides_no_content() -> None:
    """What is wrong with templates or words keeps nothing from being compared."""
    Path("new/theme").mkdir()
    write("theme/words.yaml", "skip_links: {ja: 本文へ, en: Skip}\n")
    edit(PLANS, "19事業", "20事業")

    assert 1 == compared().errors
    assert (((), ()), {"planning/plans/projects": ("19事業", "20事業")}) == (
        compared().between.unread,
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
    assert ((), ()) == (comparison.between.inside, comparison.between.renewals)
    assert "比べていません" in capsys.readouterr().out


def test_a_first_content_has_nothing_new() -> None:
    """Where there was no content, its faults are told but not as new, and no file is listed."""
    shutil.rmtree("old")
    edit(PLANS, "{ja: 計画, en: Plans}", "計画")
    found = told()

    assert [False] == [one.fresh for one in compared().found]
    assert ("Pages: 4; figures: 8." in found, "nothing is told" in found) == (True, False)


def test_editions_of_one_side_only() -> None:
    """An edition added or removed is told as a whole, with how much it holds."""
    Path("old/2026").rename("old/2025")
    between = compared().between

    assert [[("令和8年版", 4, 8)], [("令和8年版", 4, 8)]] == [
        [(extent.label.ja, extent.pages, extent.figures) for extent in extents]
        for extents in (between.added, between.removed)
    ]


def renew() -> None:
    """The next edition as a copy of the last, with its own file edited and nothing else."""
    shutil.copytree("new/2026", "new/2027")
    edit("2027/edition.yaml", "令和8年版, en: 2026", "令和9年版, en: 2027")
    edit("2027/edition.yaml", "year: 令和8年", "year: 令和9年")


def test_a_mere_copy_is_told_loudly() -> None:
    """A new edition in which nobody renewed anything is said to be last year's, before all else."""
    renew()
    found = told("ja")

    assert (
        "- **「令和9年版」の2節（数値 8件）は、すべて「令和8年版」のままです。"
        "まだどの節も新しくなっていません。**"
    ) == found.splitlines()[2]
    # Besides the files, only the faults have a heading: the copy's years are last year's.
    assert ("ありません: " in found, found.count("##"), "のままの節" in found) == (False, 3, False)
    assert found.count("D12") == 1


def test_a_new_edition_is_compared_with_the_one_before() -> None:
    """Figures old and new by key, and the sections that nobody renewed; its files are not listed again."""
    renew()
    edit(SURVEYS.replace("2026", "2027"), "year: 令和7年度", "year: 令和8年度")
    edit(SURVEYS.replace("2026", "2027"), "[210, 100, 110]", "[211, 101, 110]")
    beside_last = "令和9年版を令和8年版と比べて: "
    place = f"content/{SURVEYS.replace('2026', '2027')}:11"

    assert [
        f"| 調査 › 児童数 › 東小学校 › 総数 | 210人（令和7年5月1日） | 211人（令和8年5月1日） | {place} |",
        f"| 調査 › 児童数 › 東小学校 › 男 | 100人（令和7年5月1日） | 101人（令和8年5月1日） | {place} |",
    ] == table(f"{beside_last}変わった数値", "ja")
    assert 4 == len(table(f"{beside_last}値は同じで、時点や状態だけが変わった数値", "ja"))
    assert ["| 企画課 | 計画 | 2 | content/2027/01-general/01-planning/01-plans.yaml:1 |"] == table(
        "令和9年版で、令和8年版のままの節", "ja"
    )
    assert () == compared().files


def test_a_page_that_the_new_edition_lacks_is_no_dead_address() -> None:
    """What the edition before alone has still stands there, and its place is in the same content."""
    renew()
    Path("new", SURVEYS.replace("2026", "2027")).unlink()
    heading = "2027 edition beside 2026 edition: Pages removed"

    assert [f"| Surveys | 2026/planning/surveys.html | content/{SURVEYS}:1 |  |"] == table(heading)
    assert "Nothing leads on" not in told()


def test_what_is_gone_stands_in_the_old_content() -> None:
    """The place of a figure, value, page or file that is gone is in the folder where it still is."""
    Path("new", SURVEYS).unlink()
    edit(PLANS, "  相談件数: 延べ1,525件\n", "")
    edit(PLANS, "  計画期間: 令和7年度～令和11年度\n", "")
    rows = [*table("Figures changed"), *table("Dates, names and sentences changed"), *table("Pages removed")]

    assert 9 == len(rows)
    assert all("| build/base/content/2026/" in row for row in rows)


def test_values_that_are_no_figures() -> None:
    """Dates, terms and contacts are told old and new, as pages word them; what is new whole is one row."""
    write(
        f"{DEPARTMENT}/03-people.yaml",
        "title: {ja: 市長, en: Mayors}\npeople:\n  - {name: 東小学校, number: 1, term: 令和元年5月1日～}\n"
        "contact: {telephone: 012-345-6789}\n",
    )
    shutil.copytree("new", "old", dirs_exist_ok=True)
    edit(f"{DEPARTMENT}/03-people.yaml", "令和元年5月1日～}", "令和元年5月1日～令和5年4月30日}")
    edit(
        f"{DEPARTMENT}/03-people.yaml",
        "contact",
        "  - {name: 西小学校, number: 2, term: 令和5年5月1日～}\ncontact",
    )
    edit(f"{DEPARTMENT}/03-people.yaml", "6789", "6780")
    edit(PLANS, "策定: 令和7年5月1日", "策定: 令和7年5月2日")
    rows = table("変わった日付・名前・文など", "ja")

    assert [
        "| 計画 › 策定 | 令和7年5月1日 | 令和7年5月2日 ",
        "| 市長 › 東小学校 › 在職期間 | 令和元年5月1日～ | 令和元年5月1日～令和5年4月30日 ",
        "| 市長 › 西小学校 | なし | 名前 西小学校、代・数え方 2、在職期間 令和5年5月1日～ ",
        "| 市長 › 電話 | 012-345-6789 | 012-345-6780 ",
    ] == [row.partition("| content")[0] for row in rows]
    assert () == compared().files


def test_a_text_is_told_once() -> None:
    """Both languages changed: a row each. The Japanese alone: among the English that may be out of date."""
    edit(PLANS, "計画を定めた。", "新しい計画を定めた。")
    assert [] == table("変わった日付・名前・文など", "ja")

    edit(PLANS, "The plan was", "The new plan was")
    assert ["| 計画 › 本文 | 〔策定〕に", "| 計画 › 本文（英語） | The "] == [
        re.sub(r"(計画を|plan was).*", "", row) for row in table("変わった日付・名前・文など", "ja")
    ]
    assert [] == table("古くなったかもしれない英語", "ja")


def test_another_id_changes_no_figure() -> None:
    """Figures under another id are found again by what they are called; only the id is told."""
    edit(SURVEYS, "id: pupils", "id: children")
    edit(SURVEYS, "[95, 50, 45]", "[97, 52, 45]")

    assert ["planning/surveys/children/west/total", "planning/surveys/children/west/male"] == [*figures()]
    assert [f"| Surveys › Pupils › id | pupils | children | content/{SURVEYS}:3 |"] == table(
        "Dates, names and sentences changed"
    )


def test_a_page_that_moved_without_a_word_is_suspected() -> None:
    """A page gone and one added of the same title are named together, and their figures compared."""
    Path("new", PLANS).rename(Path("new", DEPARTMENT, "07-aims.yaml"))
    edit("2026/edition.yaml", "planning/plans", "planning/aims")
    edit(f"{DEPARTMENT}/07-aims.yaml", "19事業", "20事業")

    assert {"planning/aims/projects": ("19事業", "20事業")} == figures()
    places = f"build/base/content/{PLANS}:1 | content/{DEPARTMENT}/07-aims.yaml:1"
    assert [f"| Plans | 2026/planning/plans.html | {places} |"] == table("Pages removed")


def test_routes_are_told_apart() -> None:
    """Minutes on foot are named by station and lines."""
    routes = """\
title: {ja: 案内, en: Access}
access:
  - {id: one, by: {ja: 鉄道, en: Rail}, station: {ja: 北駅, en: North}, lines: [A, B], walk: 約4分}
  - {id: two, by: {ja: 鉄道, en: Rail}, station: {ja: 北駅, en: North}, lines: [C], walk: 約5分}
"""
    for side in ("old", "new"):
        write("units.yaml", Path(side, "units.yaml").read_text("utf-8") + MINUTES, side)
        write(f"{DEPARTMENT}/03-access.yaml", routes, side)
    edit(f"{DEPARTMENT}/03-access.yaml", "約", "")

    assert ["| 案内 › 北駅 › A、B › 徒歩 | 約4分 | 4分 ", "| 案内 › 北駅 › C › 徒歩 | 約5分 | 5分 "] == [
        row.partition("| content")[0] for row in table("変わった数値", "ja")
    ]


def test_a_title_without_english_is_told_as_a_fault_alone() -> None:
    """The table of titles tells the Japanese, and shows no Japanese words as English."""
    edit(PLANS, "{ja: 計画, en: Plans}", "{ja: 計画書}")

    assert ["| Japanese | 計画 | 計画書 | 2026/planning/plans.html |"] == table("Titles changed")
    assert 1 == told().count("N03")


def test_without_a_register_no_title_is_compared() -> None:
    """What a register explains is not told as changed where the register could not be read."""
    Path("new/names.csv").write_bytes(Path("new/names.csv").read_text("utf-8").encode("euc-jp"))
    Path("new", SURVEYS).unlink()

    assert ((), (), (File(SURVEYS, Change.REMOVED),)) == (
        inside().pages.retitled,
        compared().between.registered,
        compared().files,
    )
    assert "None of these" not in told()


def test_registers_are_compared() -> None:
    """A name's or label's English is told once, where the register says it."""
    edit("names.csv", "Planning Division", "Planning Section")
    edit("measures.yaml", "en: Projects", "en: Undertakings")
    edit(
        "units.yaml",
        "件: {id: case, en: {one: case, other: cases}}",
        "件: {id: case, en: {one: item, other: items}}",
    )

    assert [
        "| 企画課 › 英語 | Planning Division | Planning Section | content/names.csv:3 |",
        "| 事業数 › 英語 | Projects | Undertakings | content/measures.yaml:3 |",
        "| 件 › 英語（単数） | case | item | content/units.yaml:1 |",
        "| 件 › 英語（複数） | cases | items | content/units.yaml:1 |",
    ] == table("台帳と設定で変わったところ", "ja")
    assert ([], ()) == (table("変わった題名", "ja"), compared().files)
    assert "題名" not in told("ja")


def test_two_faults_of_a_kind_on_one_line_are_told_apart() -> None:
    """A citation that stands for nothing in both languages of a title has two places."""
    edit(SURVEYS, "title: {ja: 児童数, en: Pupils}", "title: {ja: 児童数〔status〕, en: Pupils 〔status〕}")

    assert [f"content/{SURVEYS}:4:20 |", f"content/{SURVEYS}:4:41 |"] == [
        row.split("| ")[-1] for row in table("Faults")
    ]


def test_each_field_of_the_content_has_a_name() -> None:
    """Whatever a form can hold, the summary has a word for."""
    theme = Theme(program_folder("templates"), program_folder("static"))
    known = [word.removeprefix("diff_key_") for word in theme.words["ja"] if word.startswith("diff_key_")]
    content = TESTS / "specimen" / "content"
    yearbook = examine(content).yearbook
    assert yearbook is not None
    found = [entry for edition in yearbook.editions for entry in entries(edition, {})]
    fields = {entry.field for entry in (*found, *registered(yearbook))} - {""}

    assert len(fields) > 60
    assert not fields - set(known)
    assert "" not in {entry.said[0] for entry in found}


def test_errors_end_with_1_and_the_summary_comes_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    """A faulty proposal is told whole; the messages follow the new yearbook's own language."""
    edit(PLANS, "19事業", "19事行")

    assert 1 == main(["diff", "old", "new"])
    assert capsys.readouterr().out.startswith("# 変更の要約\n\n- **エラーが1件あります。")


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


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a", "b", ("a", "b")),
        ("長" * 280 + "前", "長" * 280 + "後", ("…" + "長" * 60 + "前", "…" + "長" * 60 + "後")),
        ("前" + "長" * 280, "後" + "長" * 280, ("前" + "長" * 280, "後" + "長" * 280)),
        ("長" * 280, "長" * 281, ("…" + "長" * 60, "…" + "長" * 61)),
    ],
)
def test_a_difference_is_seen(old: str, new: str, expected: tuple[str, str]) -> None:
    """Long values begin a little before they differ, so that the cut at the end spares the difference."""
    found = beside(old, new)

    assert expected == found
    assert escaped(found[0])[:MAX_CHARACTERS] != escaped(found[1])[:MAX_CHARACTERS]


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
    monkeypatch.setattr("kushiro_yearbook.briefing.summary.MAX_BYTES", 9_000)
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
