"""The list of readings from its file, `readings.csv`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from kushiro_yearbook.faults import Fault, foremost
from kushiro_yearbook.load.csv_reader import read_csv
from kushiro_yearbook.load.sources import Source, source_of
from kushiro_yearbook.readings.entry import CUT, SAID, WORD, Entry, pieces_of
from kushiro_yearbook.readings.kana import hiragana
from kushiro_yearbook.registers import Name, Standing
from kushiro_yearbook.tree import Scalar
from kushiro_yearbook.wordings.glosses import choices

READINGS = "readings.csv"
PACKAGE = Path(__file__).resolve().parent.parent
READING_COLUMNS = ("word", "kana", "before", "reading", "proposed", "example", "doubt")


def load_readings(source: Source | None, names: Mapping[str, Name]) -> tuple[tuple[Entry, ...], list[Fault]]:
    """The sound rows of the list, and what is wrong with the others; a missing file is an empty list."""
    if source is None:
        return (), []
    rows, faults = read_csv(source.text, source.path)
    if rows is None:
        return (), faults
    faults = [fault for fault in faults if fault.code != "C04"]  # 同 is a word here, like any other
    if sorted(map(str, rows.header)) != sorted(READING_COLUMNS):
        return (), [*faults, Fault(rows.header.place, "K01", {"columns": ",".join(READING_COLUMNS)})]
    entries: dict[tuple[str, str], Entry] = {}
    flaws: list[Fault] = []
    for record in rows.records:
        cells = rows.cells(record)
        found = list(_flaws(cells, entries, names))
        flaws += found[:1]  # what a first slip leads to is no second one
        if not found:
            entry = _entry(cells)
            entries[entry.words, entry.before] = entry
    return tuple(entries.values()), [*faults, *foremost(flaws)]


@cache
def spoken() -> tuple[Entry, ...]:
    """The readings of what the program itself says on every page; people have judged them all."""
    source, _ = source_of((PACKAGE / "locales" / READINGS).read_bytes(), READINGS)
    return load_readings(source, {})[0]


def _entry(cells: Mapping[str, Scalar]) -> Entry:
    words = {column: str(cells[column]) for column in READING_COLUMNS if column != "reading"}
    return Entry(**words, reading=Standing(cells["reading"]), place=cells["word"].place)


def _flaws(
    cells: Mapping[str, Scalar], before: Mapping[tuple[str, str], Entry], names: Mapping[str, Name]
) -> Iterator[Fault]:
    word, kana, reading = cells["word"], cells["kana"], cells["reading"]
    standings = [str(standing) for standing in Standing]
    if reading not in standings:
        yield Fault(reading.place, "S06", choices(reading, standings))
    if not WORD.fullmatch(word):
        yield Fault(word.place, "K02", {"value": word})
    if not SAID.fullmatch(kana):
        yield Fault(kana.place, "K03", {"value": kana, "right": _in_hiragana(kana)})
    if kana and pieces_of(word, kana) is None:
        words = {"word": word, "kana": kana, "words": _number(word), "kanas": _number(kana)}
        yield Fault(kana.place, "K04" if word.count(CUT) != kana.count(CUT) else "K05", words)
    if first := before.get((word.replace(CUT, ""), str(cells["before"]))):
        yield Fault(word.place, "K06", {"value": first.words, "line": str(first.place.line)})
    yield from _disagreements(word, kana, names)


def _number(cut: str) -> str:
    return str(cut.count(CUT) + 1)


def _in_hiragana(kana: str) -> str:
    """What was meant, where only katakana or wide signs stand in its way."""
    right = hiragana(kana).replace("／", CUT).replace(" ", "").replace("\u3000", "")
    return right if SAID.fullmatch(right) else ""


def _disagreements(word: Scalar, kana: Scalar, names: Mapping[str, Name]) -> Iterator[Fault]:
    """Where the word, or a piece of it, is a name that is surely said otherwise."""
    pairs = [(word.replace(CUT, ""), kana.replace(CUT, ""))]
    parts = zip(word.split(CUT), kana.split(CUT), strict=False) if CUT in word else ()
    pairs += [(part, said) for part, said in parts if len(part) > 1]
    for words, said in pairs if kana else ():
        name = names.get(words)
        if name is not None and name.sure_kana and hiragana(name.sure_kana) != said:
            place = {"line": str(name.place.line)}
            yield Fault(kana.place, "K07", {"value": words, "kana": said, "right": name.kana, **place})
            return
