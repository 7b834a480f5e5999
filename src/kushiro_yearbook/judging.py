"""The list of readings for those who judge it: what is open, what is no longer needed, and the file anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kushiro_yearbook.load.readings import READING_COLUMNS
from kushiro_yearbook.locales.locale import LOCALES
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.readings.entry import Entry
from kushiro_yearbook.readings.nodes import Node
from kushiro_yearbook.readings.proposing import as_row, proposed
from kushiro_yearbook.readings.ruby import stretches, without
from kushiro_yearbook.rules.readings import shown

HEADER = ",".join(READING_COLUMNS)

# Where the pages stand that show readings; a yearbook that shows none is judged by its plain ones.
_READ = tuple(f"{locale.id}/" for locale in LOCALES if locale.language == "ja")


@dataclass(frozen=True)
class Judging:
    """The rows of the list as they are, those that it lacks, and those that no text needs."""

    rows: tuple[Entry, ...]
    lacking: tuple[Entry, ...]
    unused: tuple[Entry, ...]

    @property
    def waiting(self) -> tuple[Entry, ...]:
        """What somebody has still to judge: rows not there, guesses, and what was judged with a doubt."""
        doubtful = [row for row in self.rows if not row.judged or row.doubt]
        return tuple(sorted((*self.lacking, *doubtful), key=order))

    @property
    def counts(self) -> Mapping[str, int]:
        """How many rows are judged, corrected and doubtful, and how many are open."""
        judged = [row for row in self.rows if row.judged]
        return {
            "judged": len(judged),
            "corrected": sum(bool(row.proposed) for row in judged),
            "doubtful": sum(bool(row.doubt) for row in judged),
            "guessed": len(self.rows) - len(judged),
            "lacking": len(self.lacking),
        }


def order(row: Entry) -> tuple[str, str, str]:
    """By what is said, then by word and by what stands before it."""
    return (row.said, row.word, row.before)


def judging(yearbook: Yearbook, files: Mapping[str, bytes]) -> Judging:
    """What stands and is open in the list; `files` are the site's, whose Japanese pages are what is shown."""
    texts = _texts(yearbook, files)
    lacking = proposed(texts, yearbook.lexicon, yearbook.registers.names.values())
    found = (found.entry for text in texts for found in yearbook.lexicon.found(text.text, text.before))
    used = {id(entry) for entry in found if entry}
    unused = tuple(row for row in yearbook.readings if id(row) not in used)
    return Judging(yearbook.readings, tuple(sorted(lacking, key=order)), unused)


def _texts(yearbook: Yearbook, files: Mapping[str, bytes]) -> tuple[Node, ...]:
    """Every text of the pages with readings, and of the content what no page shows, each once."""
    pages = (
        data for path, data in sorted(files.items()) if path.startswith(_READ) and path.endswith(".html")
    )
    found = {
        (one.text, one.before): Node(one.text, one.before, 0, 0, heading=False)
        for page in pages
        for one in stretches(without(page.decode("utf-8")))
    }
    words = (one.legible for one in shown(yearbook))
    found |= {(text, ""): Node(text, "", 0, 0, heading=False) for text in words if (text, "") not in found}
    return tuple(found.values())


def anew(old: str, judging: Judging, *, prune: bool) -> str:
    """The file with the rows that it lacks, in its order; what was in it stays letter for letter.

    `prune` leaves out the rows that no text needs.
    """
    end = "\r\n" if "\r\n" in old else "\n"
    lines = old.split(end)
    gone = judging.unused if prune else ()
    kept = [(order(row), lines[row.place.line - 1]) for row in judging.rows if row not in gone]
    added = [(order(row), as_row(row)) for row in judging.lacking]
    header = lines[0] if old.strip() else HEADER
    return "".join(f"{line}{end}" for line in (header, *_sorted(kept + added)))


def _sorted(rows: Iterable[tuple[tuple[str, str, str], str]]) -> list[str]:
    return [line for _, line in sorted(rows)]
