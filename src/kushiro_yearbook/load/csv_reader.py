"""CSV as Excel and editors save it: rows of cells with their places, anything ambiguous refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kushiro_yearbook.faults import Fault, Place, foremost
from kushiro_yearbook.tree import Scalar, Sequence


@dataclass(frozen=True)
class Records:
    """A CSV file: its header and its records, each as long as the header."""

    header: Sequence
    records: tuple[Sequence, ...]

    def texts(self, record: Sequence) -> dict[str, str]:
        """A record by the header's words."""
        return {str(name): str(cell) for name, cell in zip(self.header, record, strict=True)}


def read_csv(text: str, path: str) -> tuple[Records | None, list[Fault]]:
    """The rows of a CSV file, one record a line, and the faults met.

    Cells are trimmed of nothing; a quoted cell may hold commas and doubled quotes but no line end (C02).
    """
    faults: list[Fault] = []
    found = [_row(line, path, number, faults) for number, line in _lines(text)]
    if not found:
        return None, [Fault(Place(path), "C01")]
    header, records = found[0], [row for row in found[1:] if row is not None]
    if header is None:
        return None, foremost(faults)
    faults += [_ragged(row, header) for row in records if len(row) != len(header)]
    faults += [Fault(name.place, "C05", {"value": name}) for name in _repeated(header)]
    return Records(header, tuple(row for row in records if len(row) == len(header))), foremost(faults)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line


def _row(line: str, path: str, number: int, faults: list[Fault]) -> Sequence | None:
    row = Sequence.at(Place(path, number, 1, len(line)))
    for start, cell, closed in _cells(line):
        place = Place(path, number, start + 1, max(1, len(cell)))
        if not closed:
            faults.append(Fault(place, "C02"))
            return None
        if cell.startswith(("=", "+", "@", "＝", "＋", "＠")):
            faults.append(Fault(place, "C03", {"value": cell}))
        if cell.strip() in ("〃", "同上", "”"):
            faults.append(Fault(place, "C04", {"value": cell}))
        row.append(Scalar.at(cell, place, quoted=line[start : start + 1] == '"'))
    return row


def _cells(line: str) -> Iterator[tuple[int, str, bool]]:
    """Each cell of a line: where it starts, its words, and whether its quotes are closed."""
    start = 0
    while start <= len(line):
        if line[start : start + 1] == '"':
            cell, end, closed = _quoted(line, start)
        else:
            end = line.find(",", start)
            end = len(line) if end < 0 else end
            cell, closed = line[start:end], True
        yield start, cell, closed
        start = end + 1


def _quoted(line: str, start: int) -> tuple[str, int, bool]:
    position, pieces = start + 1, [""]
    while True:
        quote = line.find('"', position)
        if quote < 0:
            return "".join([*pieces, line[position:]]), len(line), False
        pieces.append(line[position:quote])
        if line[quote + 1 : quote + 2] != '"':
            return "".join(pieces), quote + 1, line[quote + 1 : quote + 2] in (",", "")
        pieces.append('"')
        position = quote + 2


def _ragged(row: Sequence, header: Sequence) -> Fault:
    return Fault(row.place, "C06", {"found": str(len(row)), "wanted": str(len(header))})


def _repeated(header: Sequence) -> Iterator[Scalar]:
    seen: set[str] = set()
    for name in header:
        if isinstance(name, Scalar):
            if name in seen:
                yield name
            seen.add(name)
