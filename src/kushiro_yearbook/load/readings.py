"""The list of readings from its file, `readings.csv`."""

from __future__ import annotations

from kushiro_yearbook.faults import Fault
from kushiro_yearbook.load.csv_reader import read_csv
from kushiro_yearbook.load.sources import Source
from kushiro_yearbook.readings.entry import Entry
from kushiro_yearbook.registers import Standing

READINGS = "readings.csv"
READING_COLUMNS = ("word", "kana", "before", "reading", "proposed", "example", "doubt")


def load_readings(source: Source | None) -> tuple[tuple[Entry, ...], list[Fault]]:
    """The rows of the list; a missing file is an empty list."""
    if source is None:
        return (), []
    rows, faults = read_csv(source.text, source.path)
    if rows is None:
        return (), faults
    entries = []
    for record in rows.records:
        cells = rows.cells(record)
        words = {column: str(cells[column]) for column in READING_COLUMNS if column != "reading"}
        entries.append(Entry(**words, reading=Standing(cells["reading"]), place=cells["word"].place))
    return tuple(entries), faults
