"""CSV as Excel saves it: rows with their places, and everything ambiguous refused."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushiro_yearbook.faults import Place
from kushiro_yearbook.load.csv_reader import Records, headings, read_csv
from kushiro_yearbook.tree import Scalar

PATH = "a.csv"


def rows(text: str) -> Records:
    """The rows of a text without faults."""
    found, faults = read_csv(text, PATH)
    assert found is not None
    assert not faults
    return found


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("一,二,三", ["一", "二", "三"]),
        ('"一,二",三,', ["一,二", "三", ""]),
        ('"彼は""行く""と",二,三', ['彼は"行く"と', "二", "三"]),
        ("一,,", ["一", "", ""]),
        (' 一 ,"",三', [" 一 ", "", "三"]),
        ('一"二,三,四', ['一"二', "三", "四"]),
        ("-12,012068,1e5", ["-12", "012068", "1e5"]),
    ],
)
def test_cells_are_what_was_typed(line: str, cells: list[str]) -> None:
    """A cell keeps its spaces, zeros and signs; only quotes around it fall away."""
    assert cells == rows(f"a,b,c\n{line}\n").records[0]


def test_records_are_read_by_the_header() -> None:
    """A record is found by the names of its columns; lines without a word count for nothing."""
    found = rows("名,数\n\n東,1\n  \n西,2\n,\n\u3000,\n")

    assert [{"名": "東", "数": "1"}, {"名": "西", "数": "2"}] == [found.cells(r) for r in found.records]


@pytest.mark.parametrize(
    ("text", "column", "place", "quoted"),
    [
        ("a,b\n東,12", 0, Place(PATH, 2, 1, 1), False),
        ("a,b\n東小学校,12", 1, Place(PATH, 2, 6, 2), False),
        ('a,b\n"東,西",12', 1, Place(PATH, 2, 7, 2), False),
        ('a,b\n\n"東",12', 0, Place(PATH, 3, 1, 1), True),
        ("a,b\n東,", 1, Place(PATH, 2, 3, 1), False),
    ],
)
def test_cells_know_their_places(text: str, column: int, place: Place, quoted: bool) -> None:  # noqa: FBT001
    """A cell knows its line and column, counted in characters, and whether it was quoted."""
    cell = rows(text).records[0][column]

    assert isinstance(cell, Scalar)
    assert (place, quoted) == (cell.place, cell.quoted)


@pytest.mark.parametrize(
    ("text", "code", "place", "words"),
    [
        ("", "C01", (1, 1, 1), {}),
        ("\n \n", "C01", (1, 1, 1), {}),
        ('a,b\n東,"西', "C02", (2, 3, 1), {}),
        ('a,b\n"東"西,2', "C14", (2, 1, 1), {}),
        ("a,b\n=A1+B1,2", "C03", (2, 1, 6), {"value": "=A1+B1", "right": ""}),
        ("a,b\n1,@SUM", "C03", (2, 3, 4), {"value": "@SUM", "right": ""}),
        ("a,b\n1,＝Ａ１", "C03", (2, 3, 3), {"value": "＝Ａ１", "right": ""}),
        ("a,b\n1,+2.5", "C03", (2, 3, 4), {"value": "+2.5", "right": "2.5"}),
        ("a,b\n1,-cmd", "C03", (2, 3, 4), {"value": "-cmd", "right": ""}),
        ("a,b\n1,\t=1", "C03", (2, 3, 3), {"value": "=1", "right": ""}),
        ('a,b\n1,"\n=1"', "C13", (2, 3, 1), {}),
        ("a,b\n1,〃", "C04", (2, 3, 1), {"value": "〃"}),
        ("a,b\n1, 同上", "C04", (2, 3, 3), {"value": "同上"}),
        ("a,b,a\n1,2,3", "C05", (1, 5, 1), {"value": "a"}),
        ("a,b,\n1,2,3", "C09", (1, 5, 1), {}),
        ("a;b\n1;2", "C10", (1, 1, 3), {"sign": ";"}),
        ("a,b\n1,2\n3", "C06", (3, 1, 1), {"found": "1", "wanted": "2"}),
        ("a,b\n1,234,5", "C06", (2, 1, 7), {"found": "3", "wanted": "2"}),
    ],
)
def test_refused_lines(text: str, code: str, place: tuple[int, int, int], words: dict[str, str]) -> None:
    """Each ambiguous cell or line is one fault with its place and its words."""
    [fault] = read_csv(text, PATH)[1]

    assert (code, place, words) == (fault.code, fault.place[1:], fault.words)


def test_sound_records_are_kept_beside_faulty_ones() -> None:
    """A line of another length falls away; the others are read on, so that all faults come at once."""
    found, faults = read_csv("a,b\n1\n2,3\n4,5,6\n", PATH)

    assert found is not None
    assert ([["2", "3"]], ["C06", "C06"]) == ([list(r) for r in found.records], [f.code for f in faults])


def test_a_cell_with_a_line_break_is_one_fault() -> None:
    """A cell that runs over several lines is told once, not once a line; reading goes on below it."""
    found, faults = read_csv('a,b\n"東\n\n西",2\n3,4\n', PATH)

    assert found is not None
    assert (["C13"], [["3", "4"]]) == ([fault.code for fault in faults], [list(r) for r in found.records])


def test_a_quote_left_open_spoils_its_own_line_alone() -> None:
    """Where no quote below closes it, the quote is what is wrong, and the lines below are read."""
    found, faults = read_csv('a,b\n"東,西\n1,2\n3,4\n', PATH)

    assert found is not None
    assert (["C02"], 2) == ([fault.code for fault in faults], len(found.records))


@pytest.mark.parametrize("cell", ["-12", "-1.5", "-", "－5", "—", "12-3", "a=b", "1+1"])
def test_a_number_below_zero_is_no_formula(cell: str) -> None:
    """A minus before digits, or alone, and signs inside a cell start nothing."""
    assert cell == rows(f"a,b\n東,{cell}\n").records[0][1]


@pytest.mark.parametrize("line", ['"' + '""' * 500_000, '"x' * 200_000, '"' * 1_000_001])
def test_quotes_without_end_take_no_long_time(line: str) -> None:
    """However many quotes a line holds, it is read once."""
    started = time.process_time()

    assert len(read_csv(f"a,b\n{line}\n", PATH)[1]) == 1
    assert time.process_time() - started < 5


def test_headings_stand_once_and_say_something() -> None:
    """The rows of a table have headings, each of its own: C07 for none, C08 for one that stands twice."""
    found = [(fault.code, fault.place.line) for fault in headings(rows("a,b\n東,1\n東,2\n　,3\n"))]

    assert [("C08", 3), ("C07", 4)] == found


def test_a_broken_header_makes_no_other_line_the_header() -> None:
    """Where the header cannot be read, no record takes its place."""
    found, faults = read_csv('"a,b\n1,2\n', PATH)

    assert (None, ["C02"]) == (found, [fault.code for fault in faults])


@given(st.text() | st.text('a一,"\n =+@〃'))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Any text gives rows as long as their header, or faults."""
    found, faults = read_csv(text, PATH)

    assert found is not None or faults
    assert found is None or all(len(record) == len(found.header) for record in found.records)


@given(st.lists(st.text("a一,\" 'é").filter(lambda cell: cell.strip() != "”"), min_size=2, max_size=4))
def test_quoted_cells_are_read_back(cells: list[str]) -> None:
    """Every cell that Excel quotes is read back as it was."""
    header = ",".join(f"列{n}" for n in range(len(cells)))
    line = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)

    assert [cells] == [list(record) for record in rows(f"{header}\n{line}\n").records]
