"""What is accepted with a reason: only what stands within the very thing that says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.laying import FOLDER, OWN, codes, found

HEAD = "title: {ja: 数, en: Figures}\n"
WRONG = "{value: 10件, breakdown: {男: 1件, 女: 2件}}"
LIST = "figures: {相談件数:"
ACCEPTED = "{value: 10件, allow: {F02: 原典のまま}, breakdown: {男: 1件, 女: 2件}}"
PARTNER = """title: {ja: 港, en: Ports}
partners:
  - {id: west, type: port, name: 東小学校, agreed: 昭和57年7月21日ALLOW, figures: {相談件数: WRONG}}
"""


@pytest.mark.parametrize(
    "own",
    [
        f"{HEAD}allow: {{F02: 原典のまま}}\n{LIST} {WRONG}}}\n",
        f"{HEAD}{LIST} {WRONG}}}\nallow: {{F02: 原典のまま}}\n",
        f"{HEAD}{LIST} {ACCEPTED}}}\n",
        f"{HEAD}events:\n  - allow: {{F02: 原典のまま}}\n    {LIST} {WRONG}}}\n",
        f"{HEAD}sections:\n  - {LIST} {WRONG}}}\n    allow: {{F02: 原典のまま}}\n",
        PARTNER.replace("ALLOW", ", allow: {F02: 原典のまま}").replace("WRONG", WRONG),
        f"{HEAD}allow: {{F02: 原典のまま}}\nsections:\n  - figures: {{事業数: {WRONG}, 男: {ACCEPTED}}}\n",
    ],
    ids=["section", "below", "figure", "event", "child", "partner", "one-in-another"],
)
def test_what_stands_within_is_accepted(own: str, tmp_path: Path) -> None:
    """A finding is accepted by the section, event, partner or figure in which it stands."""
    assert [] == codes(tmp_path, own)


@pytest.mark.parametrize(
    "own",
    [
        f"{HEAD}figures:\n  事業数: {ACCEPTED}\n  相談件数: {WRONG}\n",
        f"{HEAD}figures:\n  相談件数: {WRONG}\n  事業数: {ACCEPTED}\n",
        f"{HEAD}sections:\n  - {LIST} {ACCEPTED}}}\n  - id: b\n    {LIST} {WRONG}}}\n",
        f"{HEAD}sections:\n  - id: a\n    {LIST} {WRONG}}}\n  - {LIST} {ACCEPTED}}}\n",
        PARTNER.replace("ALLOW", "").replace("WRONG", WRONG) + f"{LIST} {ACCEPTED}}}\n",
    ],
    ids=["after", "before", "next-section", "section-before", "section-of-the-partner"],
)
def test_what_stands_beside_is_not_accepted(own: str, tmp_path: Path) -> None:
    """A reason speaks for nothing before, after or around the thing that holds it."""
    assert ["F02"] == codes(tmp_path, own)


def test_a_table_accepts_its_own_sums(tmp_path: Path) -> None:
    """A table accepts what is wrong in its rows, not what is wrong in the table after it."""
    rows = "columns: [総数, 男, 女], sums: [総数 = 男 + 女], rows: [[3, 1, 1]]"
    own = (
        f"{HEAD}year: 令和7年度\nsections:\n"
        f"  - {{id: a, table: {{allow: {{F01: 原典のまま}}, {rows}}}}}\n"
        f"  - {{id: b, table: {{{rows}}}}}\n"
    )

    assert [5] == [fault.place.line for fault in found(tmp_path, {OWN: own}) if fault.code == "F01"]


def test_a_section_accepts_what_stands_in_its_files(tmp_path: Path) -> None:
    """The table that is read from a CSV file, and the text from Markdown, stand within their section."""
    csv = "総数,男,女\n3,1,1\n"
    table = "table: {file: 03-own.a.csv, sums: [総数 = 男 + 女]}"
    whole = f"{HEAD}year: 令和7年度\nallow: {{F01: 原典のまま, N03: 英語を調整中}}\n{table}\n"
    child = f"{HEAD}year: 令和7年度\nsections:\n  - id: a\n    allow: {{F01: 原典のまま}}\n    {table}\n"
    prose = {f"{FOLDER}/03-own.ja.md": "文。\n"}

    assert [] == found(tmp_path / "a", {OWN: whole, f"{FOLDER}/03-own.a.csv": csv, **prose})
    assert [] == found(tmp_path / "b", {OWN: child, f"{FOLDER}/03-own.a.csv": csv})


def test_departments_parts_and_editions_accept_what_stands_in_their_files(tmp_path: Path) -> None:
    """A name without English is accepted in the file of what it names, and there alone."""
    name = "name: {ja: 課}\n"
    accepted = f"{name}allow: {{N03: 英語を調整中}}\n"
    department, part = f"{FOLDER}/department.yaml", "2026/01-general/part.yaml"
    label = "label: {ja: 令和8年版}\nyear: 令和8年\nallow: {N03: 英語を調整中}\n"

    assert [] == found(tmp_path / "a", {department: accepted, part: accepted, "2026/edition.yaml": label})
    assert ["N03", "S29"] == sorted(
        fault.code
        for fault in found(tmp_path / "b", {department: name, part: accepted.replace("{ja: 課}", "総務部")})
    )


def test_a_number_used_twice_is_accepted_by_the_department(tmp_path: Path) -> None:
    """A finding about a department's folder stands within the department."""
    other = "2026/01-general/01-other/department.yaml"
    text = "name: 総務部\nallow: {I27: 並びは決まっていない}\n"
    told = found(tmp_path, {other: text, f"{FOLDER}/department.yaml": text.replace("総務部", "企画課")})

    assert ["S29"] == [fault.code for fault in told]


def test_unused_allowances_are_silent_where_something_could_not_be_read(tmp_path: Path) -> None:
    """What could not be read may hold what is accepted."""
    own = f"{HEAD}allow: {{F02: 原典のまま}}\n"

    assert ["S29"] == codes(tmp_path, own)
    assert ["S01"] == [
        fault.code for fault in found(tmp_path, {OWN: own, f"{FOLDER}/04-more.yaml": f"{HEAD}x: 1\n"})
    ]


def test_many_allowances_are_found_at_once(tmp_path: Path) -> None:
    """Thousands of figures, each with a reason, each accept their own finding."""
    figures = "".join(f"      - {LIST} {{id: n{n}, {ACCEPTED[1:]}}}\n" for n in range(1500))

    assert [] == codes(tmp_path, f"{HEAD}sections:\n  - sections:\n{figures}")
