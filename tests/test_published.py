"""What was published: nothing of it changes or goes without telling its readers."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushiro_yearbook.cli import main
from kushiro_yearbook.inline import plain
from kushiro_yearbook.load.records import read_release
from kushiro_yearbook.load.sources import Source
from kushiro_yearbook.pipeline import examine
from kushiro_yearbook.records import release_text

BASE = Path(__file__).parent / "broken" / "base"
DEPARTMENT = "2026/01-general/01-planning"
PLANS, SURVEYS, RECORD = f"{DEPARTMENT}/01-plans.yaml", f"{DEPARTMENT}/02-surveys.yaml", "2026/published.json"


@pytest.fixture(autouse=True)
def _released(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sound yearbook in `content` of the current folder, whose edition was published."""
    shutil.copytree(BASE, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    main(["release"])


def edit(path: str, old: str, new: str) -> None:
    """Change what a file of the content says."""
    file = Path("content", path)
    assert old in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8", newline="\n")


def correct(path: str, of: str, old: str, new: str) -> None:
    """Add a correction to a section."""
    file = Path("content", path)
    said = file.read_text("utf-8")
    said += "" if "corrections:" in said else "corrections:\n"
    said += f"  - of: {of}\n    date: 令和8年7月1日\n    old: {{ja: '{old}', en: before}}\n"
    said += f"    new: {{ja: '{new}', en: after}}\n    reason: {{ja: 集計の漏れ。, en: Left out.}}\n"
    file.write_text(said, "utf-8", newline="\n")


def codes() -> list[str]:
    """The codes of all faults but those of the two languages, which the corrections here do not care for."""
    return [fault.code for fault in examine(Path("content")).faults if not fault.code.startswith("E")]


def record() -> dict[str, list[str]]:
    """The figures on record."""
    figures = json.loads(Path("content", RECORD).read_text("utf-8"))["figures"]
    assert isinstance(figures, dict)
    return figures


def test_release_records_addresses_and_figures() -> None:
    """The record is sorted, an entry a line, and the same for the same edition."""
    text = Path("content", RECORD).read_text("utf-8")

    assert text.startswith(
        '{\n"format": 1,\n"edition": "2026",\n"addresses": [\n'
        '"accessibility.html",\n"index.html",\n"legend.html",\n'
    )
    assert '"planning/surveys.html#pupils"\n' in text.replace(",\n", "\n")
    assert '"planning/plans/consultations": ["延べ1,525件"],\n' in text
    assert sorted(record()) == list(record())
    assert 0 == main(["release", "2026"])
    assert (text, []) == (Path("content", RECORD).read_text("utf-8"), codes())


def test_a_change_needs_a_correction() -> None:
    """A published figure that changed is an error until a correction tells both numbers."""
    edit(PLANS, "延べ1,525件", "延べ1,552件")

    assert ["P01"] == codes()
    correct(PLANS, "相談件数", "延べ1,525件", "延べ1,555件")
    assert ["P01"] == codes()
    correct(PLANS, "相談件数", "延べ1525件", "延べ1,552件")
    assert [] == codes()


@pytest.mark.parametrize(
    "of", ["総数", "east/total", "total", "pupils/east/total", "planning/surveys/pupils/east/total"]
)
def test_what_a_correction_may_call_a_figure(of: str) -> None:
    """A label, an id, or the key from any step on; a section answers for those below it."""
    edit(SURVEYS, "[210, 100, 110]", "[211, 101, 110]")
    correct(SURVEYS, of, "210人", "211人")
    correct(SURVEYS, "east/male", "100人", "101人")

    assert [] == codes()


def test_a_correction_that_says_another_number_is_shown() -> None:
    """Whoever wrote a correction with a slip reads what it says, where, and what to write."""
    edit(PLANS, "延べ1,525件", "延べ1,552件")
    correct(PLANS, "相談件数", "延べ1,525件", "延べ1,555件")
    [fault] = [fault for fault in examine(Path("content")).faults if fault.code == "P01"]

    assert ["release", "correction"] == [related.role for related in fault.related]
    assert ("延べ1,525件", "延べ1,555件") == (fault.words["said_old"], fault.words["said_new"])
    assert ("延べ1,525件", "延べ1,552件") == (fault.words["right_old"], fault.words["right_new"])


def test_a_year_that_changed_is_told_once() -> None:
    """One mistake in `year` is one fault however many figures it moves; other changes are others."""
    edit(SURVEYS, "令和7年度", "令和6年度")
    assert ["P01"] == codes()
    edit(SURVEYS, "[95, 50, 45]", "[95, 51, 44]")
    assert ["P01", "P01"] == codes()
    edit(PLANS, "延べ1,525件", "延べ1,552件")
    assert ["P01", "P01", "P01"] == codes()


def test_a_section_that_is_gone_takes_its_figures_along() -> None:
    """An anchor that changed is told at its page, and its figures are not told besides."""
    edit(SURVEYS, "id: pupils", "id: children")
    [fault] = examine(Path("content")).faults

    assert ("P03", SURVEYS, "2026/planning/surveys.html#pupils") == (
        fault.code,
        fault.place.path,
        fault.words["address"],
    )


def test_a_section_that_has_another_id_leads_on() -> None:
    """`formerly` of a section answers for the id it had, for links to it and for its figures."""
    edit(SURVEYS, "id: pupils", "id: children\n    formerly: pupils")
    assert ([], 0) == (codes(), main(["build"]))
    page = Path("site/en/2026/planning/surveys.html").read_text("utf-8")
    printed = Path("site/en/2026/print/index.html").read_text("utf-8")

    assert '<section class="section" id="children">\n<span id="pupils"></span>\n<h2>' in page
    assert 'id="pupils"' not in printed
    edit(SURVEYS, "[95, 50, 45]", "[95, 51, 44]")
    assert ["P01"] == codes()


def test_figures_are_followed_through_every_new_name() -> None:
    """Page, section and the section in it may all have another name than when they were published."""
    surveys, moved = Path("content", SURVEYS), f"{DEPARTMENT}/05-statistics.yaml"
    inner = "    sections:\n      - {id: late, title: {ja: 転入, en: Late}, figures: {相談件数: 7件}}\n"
    surveys.write_text(surveys.read_text("utf-8") + inner, "utf-8", newline="\n")
    main(["release"])
    surveys.rename(Path("content", moved))
    edit(moved, "title:", "formerly: planning/surveys\ntitle:")
    edit(moved, "id: pupils", "id: children\n    formerly: pupils")
    edit(moved, "{id: late,", "{id: joined, formerly: late,")

    assert [] == codes()
    edit(moved, "相談件数: 7件", "相談件数: 8件")
    assert ["P01"] == codes()


def test_a_lost_page_is_told_at_its_department() -> None:
    """Who is to mend it is the department; of one that is gone with all of its own the record is shown."""
    surveys = Path("content", SURVEYS)
    surveys.rename(surveys.with_name("05-statistics.yaml"))

    assert [f"{DEPARTMENT}/department.yaml"] == [
        fault.place.path for fault in examine(Path("content")).faults
    ]


def test_a_correction_elsewhere_tells_nothing() -> None:
    """The reader looks where the figure stands, so a correction in another section does not count."""
    edit(SURVEYS, "[210, 100, 110]", "[211, 101, 110]")
    correct(SURVEYS, "総数", "210人", "211人")
    correct(PLANS, "planning/surveys/pupils/east/male", "100人", "101人")

    assert ["P01"] == codes()


def test_a_correction_of_words_names_no_figure() -> None:
    """A correction without `of` is about words: it stands on its page, and answers for no figure."""
    edit(PLANS, "延べ1,525件", "延べ1,552件")
    correct(PLANS, "相談件数", "1,525件", "1,552件")
    edit(PLANS, "  - of: 相談件数\n    date:", "  - date:")

    assert ["P01"] == codes()


def test_every_step_is_told() -> None:
    """Each release adds the corrected value; a correction once told stays, and a way back is told as well."""
    edit(PLANS, "延べ1,525件", "延べ1,552件")
    correct(PLANS, "相談件数", "1,525件", "1,552件")

    assert 0 == main(["release"])
    assert ["延べ1,525件", "延べ1,552件"] == record()["planning/plans/consultations"]
    edit(PLANS, "延べ1,552件", "延べ1,525件")
    assert ["P01"] == codes()
    correct(PLANS, "相談件数", "1,552件", "1,525件")
    assert [] == codes()
    edit(PLANS, "old: {ja: '1,525件'", "old: {ja: '1,500件'")
    assert ["P01"] == codes()


@given(digit=st.integers(0, 9), place=st.integers(0, 50))
def test_a_changed_digit_is_always_found(digit: int, place: int) -> None:
    """Whichever digit of a published figure changes, P01 says so."""
    source = Path("content", SURVEYS).read_text("utf-8")
    digits = [match.start() for match in re.finditer(r"(?<=[\[ \d])\d(?=[\d,\]])", source)]
    at = digits[place % len(digits)]
    changed = source[:at] + str(digit) + source[at + 1 :]
    Path("content", SURVEYS).write_text(changed, "utf-8", newline="\n")
    found = "P01" in codes()
    Path("content", SURVEYS).write_text(source, "utf-8", newline="\n")

    assert found == (source[at] != str(digit))


def test_a_figure_that_went_needs_a_reason() -> None:
    """A published figure that is gone is an error until a correction of its section says why."""
    edit(PLANS, "  相談件数: 延べ1,525件\n", "")

    assert ["P02"] == codes()
    correct(PLANS, "consultations", "延べ1,525件", "掲載なし")
    assert [] == codes()


def test_a_page_that_moved_takes_its_figures_along() -> None:
    """`formerly` answers for the address, and the figures are looked for on the new page."""
    (Path("content", SURVEYS)).rename(Path("content", DEPARTMENT, "05-statistics.yaml"))
    moved = f"{DEPARTMENT}/05-statistics.yaml"

    assert ["P03"] == codes()
    edit(moved, "title:", "formerly: planning/surveys\ntitle:")
    assert [] == codes()
    edit(moved, "[95, 50, 45]", "[96, 51, 45]")
    assert ["P01"] == codes()
    correct(moved, "西小学校", "95人", "96人")
    assert "P06" in codes()
    edit(moved, "of: 西小学校", "of: west/total")
    correct(moved, "west/male", "50人", "51人")
    assert ([], 0) == (codes(), main(["release"]))
    assert ["95人（令和7年5月1日）", "96人（令和7年5月1日）"] == record()[
        "planning/surveys/pupils/west/total"
    ]
    assert [] == codes()


def test_a_department_that_moved_leads_on_with_its_print_edition() -> None:
    """The former addresses of a department and its sections lead on, its print edition with them."""
    Path("content", DEPARTMENT).rename(Path("content", "2026/01-general/01-strategy"))
    edit("2026/edition.yaml", "planning/plans", "strategy/plans")
    folder = "2026/01-general/01-strategy"

    [fault] = examine(Path("content")).faults
    assert ("P03", "2026/planning/index.html", "planning", "2") == (
        fault.code,
        *(fault.words[word] for word in ("address", "former", "below")),
    )
    edit(f"{folder}/department.yaml", "name:", "formerly: planning\nname:")
    assert ["P03", "P03"] == codes()
    for name in ("plans", "surveys"):
        file = next(Path("content", folder).glob(f"*-{name}.yaml"))
        file.write_text(f"formerly: planning/{name}\n" + file.read_text("utf-8"), "utf-8")
    assert ([], 0) == (codes(), main(["build"]))
    assert 'href="strategy.html"' in Path("site/ja/2026/print/planning.html").read_text("utf-8")


def test_partners_and_their_addresses() -> None:
    """A partner's page is an address too; `formerly` of the partner answers for it."""
    partner = "{id: north, type: city, name: {ja: 北市, en: North City}, agreed: 平成29年12月15日}"
    file = Path("content", DEPARTMENT, "03-partners.yaml")
    file.write_text(f"title: {{ja: 姉妹都市, en: Sister cities}}\npartners:\n  - {partner}\n", "utf-8")
    main(["release"])
    file.write_text(file.read_text("utf-8").replace("id: north", "id: kita"), "utf-8")
    [fault] = examine(Path("content")).faults

    assert ("P03", "2026/partners/north.html", "north") == (
        fault.code,
        fault.words["address"],
        fault.words["former"],
    )
    file.write_text(file.read_text("utf-8").replace("id: kita", "formerly: north, id: kita"), "utf-8")
    assert [] == codes()


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("令和8年6月1日", []),
        ("令和8年5月31日", ["P07"]),
        ("令和9年12月31日", []),
        ("令和10年1月1日", ["P07"]),
        ("令和8年", []),
    ],
)
def test_a_correction_follows_the_publication(day: str, expected: list[str]) -> None:
    """Its day is not before the edition's own, nor later than the year after the newest edition."""
    edit("2026/edition.yaml", "year: 令和8年", "year: 令和8年\npublished: 令和8年6月1日")
    edit(PLANS, "延べ1,525件", "延べ1,552件")
    correct(PLANS, "相談件数", "1,525件", "1,552件")
    edit(PLANS, "令和8年7月1日", day)

    assert expected == codes()


def test_release_refuses_errors(capsys: pytest.CaptureFixture[str]) -> None:
    """With an error nothing is recorded, and the faults are told."""
    before = Path("content", RECORD).read_bytes()
    edit(PLANS, "延べ1,525件", "延べ1,552件")

    assert (1, before) == (main(["release", "--lang", "en"]), Path("content", RECORD).read_bytes())
    assert capsys.readouterr().err.endswith("Nothing was recorded because of the errors.\n")


def test_release_extends(capsys: pytest.CaptureFixture[str]) -> None:
    """New pages and figures are added; what was published before stays on record."""
    before = record()
    edit(PLANS, "figures:", "figures:\n  男: 5人")
    capsys.readouterr()

    assert ([], 0) == (codes(), main(["release", "--lang", "en"]))
    assert {**before, "planning/plans/male": ["5人"]} == record()
    assert capsys.readouterr().out == (
        "Recorded the publication of 2026 in content/2026/published.json (8 addresses, 9 figures).\n"
    )


def test_what_cannot_be_released(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """An edition that does not exist, and a disk that takes no file, are told in one sentence each."""
    capsys.readouterr()
    unknown = main(["release", "1999"])
    Path("content", RECORD).unlink()

    def refuse(path: Path, data: bytes) -> int:
        raise PermissionError(13, "Permission denied", str(path), len(data))

    monkeypatch.setattr(Path, "write_bytes", refuse)

    assert (2, 2) == (unknown, main(["release"]))
    assert 2 == capsys.readouterr().err.count("\n")
    assert not Path("content", RECORD).exists()


def test_a_folder_copied_for_the_next_edition_owes_nothing() -> None:
    """The record of another edition is told as such, and a release takes its place."""
    Path("content/2026").rename("content/2027")
    edit("2027/edition.yaml", "year: 令和8年", "year: 令和9年")
    edit("2027/edition.yaml", "令和8年版, en: 2026", "令和9年版, en: 2027")

    assert ["P05"] == codes()
    edit("2027/01-general/01-planning/01-plans.yaml", "延べ1,525件", "延べ1,600件")
    assert (["P05"], 0) == (codes(), main(["release"]))
    assert [] == codes()


@pytest.mark.parametrize(
    ("stated", "english"),
    [
        ("延べ1,525件", "1,525 cases (cumulative)"),
        ("51人", "51 people"),
        ("令和7年5月1日", "1 May 2025"),
        ("不詳", "not available"),
        ("602", "602"),
    ],
)
def test_what_a_correction_puts_right_needs_no_english(stated: str, english: str) -> None:
    """A bare quantity, date, number or missing value is understood, and printed in both languages."""
    with Path("content", PLANS).open("a", encoding="utf-8", newline="\n") as file:
        file.write(f"corrections:\n  - date: 令和8年7月1日\n    old: {stated}\n    new: {stated}\n")
        file.write("    reason: {ja: 転記の誤り。, en: Copied wrongly.}\n")
    checked = examine(Path("content"))
    assert checked.faults == []
    assert checked.yearbook is not None
    corrections = [correction for *_, correction in checked.yearbook.newest.corrections]
    assert [plain(one.old.runs("en")) for one in corrections] == [english]


def test_what_the_hint_of_a_changed_figure_says_is_enough() -> None:
    """Whoever copies the old and the new figure from the fault into a correction has told of the change."""
    edit(PLANS, "延べ1,525件", "延べ1,552件")
    with Path("content", PLANS).open("a", encoding="utf-8", newline="\n") as file:
        file.write("corrections:\n  - of: 相談件数\n    date: 令和8年7月1日\n    old: 延べ1,525件\n")
        file.write("    new: 延べ1,552件\n    reason: {ja: 集計の漏れ。, en: Left out.}\n")
    assert examine(Path("content")).faults == []


def test_corrections_have_a_page() -> None:
    """Corrections are listed on a page in each language, to which edition, footers and print lead."""
    main(["build"])
    without = [Path(f"site/{language}/2026/errata.html").exists() for language in ("ja", "en")]
    edit(PLANS, "延べ1,525件", "延べ1,552件")
    correct(PLANS, "相談件数", "1,525件", "1,552件")
    main(["build"])
    pages = {
        path: Path("site", path).read_text("utf-8")
        for path in (
            "ja/2026/errata.html",
            "en/2026/errata.html",
            "ja/2026/index.html",
            "ja/2026/planning/plans.html",
            "ja/2026/print/index.html",
        )
    }

    assert [False, False] == without
    assert "1,525件を1,552件に訂正しました。" in pages["ja/2026/errata.html"]
    assert 'href="planning/plans.html"' in pages["en/2026/errata.html"]
    assert 2 == pages["ja/2026/index.html"].count('href="errata.html"')
    assert 1 == pages["ja/2026/planning/plans.html"].count("訂正しました。")
    assert 2 == pages["ja/2026/print/index.html"].count("訂正しました。")


# --- the file


@given(
    st.sets(st.text(max_size=8)),
    st.dictionaries(st.text(max_size=8), st.lists(st.text(max_size=8), min_size=1, max_size=3).map(tuple)),
)
def test_what_is_written_is_read(addresses: set[str], figures: dict[str, tuple[str, ...]]) -> None:
    """A record says after reading what it said before writing, and knows the lines of it."""
    text = release_text("2026", addresses, figures)
    read = read_release(Source(RECORD, text, ""), "2026")

    assert ((), tuple(sorted(addresses)), figures) == (read.faults, read.addresses, read.figures)
    for key in figures.keys() - addresses - {"format", "edition", "addresses", "figures"}:
        line = text.split("\n")[read.place_of(key).line - 1]
        assert line.startswith(json.dumps(key, ensure_ascii=False))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "[" * 100_000,
        "9" * 10_000,
        '{"format": 1, "edition": 2026, "addresses": [], "figures": {}}',
        '{"format": 1, "edition": "2026", "addresses": {}, "figures": {}}',
        '{"format": 1, "edition": "2026", "addresses": [1], "figures": {}}',
        '{"format": 1, "edition": "2026", "addresses": [], "figures": []}',
        '{"format": 1, "edition": "2026", "addresses": [], "figures": {"a": []}}',
        '{"format": 1, "edition": "2026", "addresses": [], "figures": {"a": "1"}}',
        '<<<<<<< HEAD\n{"format": 1}',
    ],
)
def test_what_is_no_record(text: str) -> None:
    """Anything but what `release` writes is one fault, and nothing of it is used."""
    read = read_release(Source(RECORD, text, ""), "2026")

    assert (["P04"], (), {}) == ([fault.code for fault in read.faults], read.addresses, read.figures)
