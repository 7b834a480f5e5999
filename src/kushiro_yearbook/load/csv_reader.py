"""CSV as Excel and editors save it: rows of cells with their places, anything ambiguous refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kushiro_yearbook.faults import Fault, Place, foremost
from kushiro_yearbook.text import is_formula
from kushiro_yearbook.tree import Scalar, Sequence


@dataclass(frozen=True)
class Records:
    """A CSV file: its header and its records, each as long as the header."""

    header: Sequence
    records: tuple[Sequence, ...]

    def cells(self, record: Sequence) -> dict[str, Scalar]:
        """A record by the header's words."""
        named = zip(self.header, record, strict=True)
        return {str(name): cell for name, cell in named if isinstance(cell, Scalar)}


def read_csv(text: str, path: str) -> tuple[Records | None, list[Fault]]:
    """The rows of a CSV file, one record a line, and the faults met.

    Cells are trimmed of nothing; a quoted cell may hold commas and doubled quotes but no line end (C13).
    Lines without a word, which Excel leaves below a table, count for nothing.
    """
    faults: list[Fault] = []
    found = [_row(line, Place(path, number), faults, cut=cut) for number, line, cut in _lines(text)]
    if not found:
        return None, faults or [Fault(Place(path), "C01")]
    header, records = found[0], [row for row in found[1:] if row is not None]
    if header is None:
        return None, foremost(faults)
    if _is_title(header, records):
        return None, [*faults, Fault(header.place, "C15", {"value": str(header[0])[:30]})]
    faults += _of_header(header)
    faults += [_ragged(row, header) for row in records if len(row) != len(header)]
    return Records(header, tuple(row for row in records if len(row) == len(header))), foremost(faults)


# A cell that ends so far below where it began is no cell with a line break, but a quote left open.
_LONGEST_CELL = 20


def _lines(text: str) -> Iterator[tuple[int, str, bool]]:
    """The lines that say something, with number and whether a line end cuts a cell; its rest is left out."""
    lines = text.split("\n")
    ended = 0
    for number, line in enumerate(lines, start=1):
        if number > ended and line.strip(", \t\u3000"):
            ended = _end_of_cell(lines, number) if line.count('"') % 2 else 0
            yield number, line, ended > 0


def _end_of_cell(lines: list[str], number: int) -> int:
    """The line on which the quote ends that one opens and does not close; 0 when there is none near."""
    *_, (_, _, flaw) = _cells(lines[number - 1])
    below = range(number, min(number + _LONGEST_CELL, len(lines))) if flaw == "C02" else ()
    return next((n + 1 for n in below if lines[n].count('"') % 2), 0)


def _row(line: str, start_of_line: Place, faults: list[Fault], *, cut: bool) -> Sequence | None:
    row = Sequence.at(start_of_line._replace(width=len(line)))
    for start, cell, flaw in _cells(line):
        place = start_of_line._replace(column=start + 1, width=max(1, len(cell)))
        if flaw:
            faults.append(Fault(place, "C13" if cut else flaw))
            return None
        if is_formula(cell):
            faults.append(Fault(place, "C03", {"value": cell.strip(), "right": _plain(cell)}))
        if cell.strip() in DITTO:
            faults.append(Fault(place, "C04", {"value": cell.strip()}))
        row.append(Scalar.at(cell, place, quoted=line[start : start + 1] == '"'))
    return row


# What people write for "as above".
DITTO = frozenset({"〃", "同上", "同", "”", "々", "\u2033"})


def _plain(cell: str) -> str:
    """The number that a plus sign stands before."""
    number = cell.strip().lstrip("+＋")
    return number if number.replace(".", "", 1).isdecimal() else ""


def _cells(line: str) -> Iterator[tuple[int, str, str]]:
    """Each cell of a line: where it starts, its words, and the code of what is wrong with its quotes."""
    start = 0
    while start <= len(line):
        if line[start : start + 1] == '"':
            cell, end, flaw = _quoted(line, start)
        else:
            end = line.find(",", start)
            end = len(line) if end < 0 else end
            cell, flaw = line[start:end], ""
        yield start, cell, flaw
        if flaw:
            return
        start = end + 1


_IN_QUOTES = re.compile(r'(?:[^"]+|"")*')


def _quoted(line: str, start: int) -> tuple[str, int, str]:
    match = _IN_QUOTES.match(line, start + 1)
    assert match is not None  # it may match nothing, so it always matches
    cell, end = match[0].replace('""', '"'), match.end()
    if end == len(line):
        return cell, end, "C02"
    return cell, end + 1, "" if line[end + 1 : end + 2] in (",", "") else "C14"


def _is_title(header: Sequence, records: list[Sequence]) -> bool:
    """Whether only the first cell of the first line says something, and the next line has more."""
    said = [name for name in header if isinstance(name, Scalar) and name.strip()]
    below = [cell for cell in records[0] if isinstance(cell, Scalar) and cell.strip()] if records else []
    return len(said) == 1 and said[0] is header[0] and len(header) != 2 and len(below) > 2


def _of_header(header: Sequence) -> Iterator[Fault]:
    """What is wrong with the names of the columns; a title above them is no header."""
    names = [name for name in header if isinstance(name, Scalar)]
    if len(names) == 1 and (sign := next((s for s in (";", "\t", "、", "，", "；") if s in names[0]), "")):
        yield Fault(names[0].place, "C10", {"sign": "タブ (Tab)" if sign == "\t" else sign})
        return
    yield from (Fault(name.place, "C09") for name in names[1:] if not name.strip())
    yield from (Fault(name.place, "C05", {"value": name}) for name in _repeated(header) if name.strip())


# How a line of notes below a table begins.
_NOTE = re.compile("[\\s（(]*(?:注|※|[*＊]|資料|出典|備考)")


def notes(records: Records) -> Iterator[Fault]:
    """C16: lines in which only the first cell says something, as notes below a table do."""
    for record in records.records:
        first, *others = (cell for cell in record if isinstance(cell, Scalar))
        if first.strip() and len(others) > 1 and not any(cell.strip() for cell in others):
            yield Fault(first.place, "C16", {"value": first[:30]})


def headings(records: Records) -> Iterator[Fault]:
    """What is wrong with the headings of a table's rows: left empty (C07), or written twice (C08)."""
    seen: dict[str, int] = {}
    for record in records.records:
        heading = record[0]
        if isinstance(heading, Scalar):
            if not heading.strip():
                yield Fault(heading.place, "C07")
            elif heading in seen:
                yield Fault(heading.place, "C08", {"value": heading, "line": str(seen[heading])})
            seen.setdefault(heading, heading.place.line)


def _ragged(row: Sequence, header: Sequence) -> Fault:
    if len(row) == 1 and isinstance(row[0], Scalar) and _NOTE.match(row[0]):
        return Fault(row.place, "C16", {"value": row[0][:30]})
    return Fault(row.place, "C06", {"found": str(len(row)), "wanted": str(len(header))})


def _repeated(header: Sequence) -> Iterator[Scalar]:
    seen: set[str] = set()
    for name in header:
        if isinstance(name, Scalar):
            if name in seen:
                yield name
            seen.add(name)
