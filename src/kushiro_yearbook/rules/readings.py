"""Rules on readings: what the edition with readings shows, somebody has judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kushiro_yearbook.faults import Fault, Place
from kushiro_yearbook.model import Edition, Yearbook
from kushiro_yearbook.readings.kana import KANJI
from kushiro_yearbook.readings.lexicon import Found
from kushiro_yearbook.readings.nodes import Node
from kushiro_yearbook.readings.proposing import as_row, proposal, sure_names
from kushiro_yearbook.registers import Standing
from kushiro_yearbook.rules.walk import prose_alone
from kushiro_yearbook.text import CITATION, Text

# What a citation stands beside becomes another word with what it cites.
_BESIDE_CITATION = re.compile(f"[{KANJI}]*{CITATION.pattern}[{KANJI}]*")
# A heading in prose.
_HEADING = re.compile(r"^#+ .*", re.MULTILINE)


@dataclass(frozen=True)
class Shown:
    """Words that a page shows, where they stand, and whether everybody's eye falls on them."""

    words: str
    text: Text | None
    place: Place
    heading: bool

    @property
    def legible(self) -> str:
        """The words with blanks for what is not read as it stands."""
        return prose_alone(_BESIDE_CITATION.sub(lambda found: " " * len(found[0]), self.words))

    def place_of(self, start: int, width: int) -> Place:
        """Where a part of the words stands."""
        return self.text.place_of_part("ja", start, width) if self.text else self.place

    def stands_out(self, start: int) -> bool:
        """Whether a part of the words is a heading, or part of one."""
        return self.heading or any(
            found.start() <= start < found.end() for found in _HEADING.finditer(self.words)
        )


def unjudged(yearbook: Yearbook) -> Iterator[Fault]:
    """K08, K09: with `furigana: true`, somebody has judged how every word is read, above all in headings and names (K09).

    ja:
        見つけるもの: yearbook.yaml に furigana: true とあるとき、readings.csv にまだないことばと、よみが推測（guess）のままのことば。文の中なら警告（K08）、見出し、表の見出し、名前ならエラー（K09）です。同じことばは一度だけ、はじめに出てくるところで知らせます。よみのわからない人の名前は知らせません。
        理由: 機械の付けたよみは、まちがうことがあります。地名や行事の名前のよみをまちがえると、市の名前で誤りを広めます。
        例:
            text: 釧根地域を結ぶ道路   # 「釧根」が readings.csv にない
        直し方: よみを確かめて、知らせにある行を readings.csv に足します。一度に書き出すには「yearbook readings propose」を使います。
    en:
        Finds: With `furigana: true`, words that `readings.csv` has not, or has as a guess: in sentences a warning (K08), in headings, heads of tables and names an error (K09). A word is told once, where it stands first. People whose reading nobody knows are not told.
        Why: A machine reads wrongly now and then, and names of places most of all.
        Example:
            text: 釧根地域を結ぶ道路   # 釧根 is not in readings.csv
        Mend: See how the word is read and add the line of the fault to `readings.csv`; `yearbook readings propose` writes all such lines at once.
    """
    if not yearbook.form.furigana:
        return
    names = sure_names(yearbook.registers.names.values())
    told = _Told()
    # Headings first: where a word stands in one, that is what matters.
    for one in sorted(shown(yearbook), key=lambda one: not one.heading):
        words = one.legible
        for found in yearbook.lexicon.found(words):
            if told.first(words, found):
                code = "K09" if one.stands_out(found.start) else "K08"
                place = one.place_of(found.start, found.end - found.start)
                entry = found.entry or proposal(Node(words, "", 0, 0, one.heading), found, names)
                line = str(found.entry.place.line) if found.entry else ""
                row = "" if found.entry else as_row(replace(entry, reading=Standing.EDITOR))
                yield Fault(place, code, {"value": entry.words, "kana": entry.said, "row": row, "line": line})


@dataclass
class _Told:
    """What was told."""

    words: set[tuple[str, str]] = field(default_factory=set)

    def first(self, words: str, found: Found) -> bool:
        """Whether something is open and was not told before."""
        if found.known and (found.entry is None or found.entry.judged):
            return False
        entry = found.entry
        word = (entry.words, entry.before) if entry else (words[found.start : found.end], "")
        new = word not in self.words
        self.words.add(word)
        return new


def shown(yearbook: Yearbook) -> Iterator[Shown]:
    """Every Japanese text and label."""
    yield from (Shown(text.ja, text, text.place, heading=True) for text in yearbook.own_texts())
    for edition in yearbook.editions:
        yield from _in_edition(edition)


def _in_edition(edition: Edition) -> Iterator[Shown]:
    for text in edition.own_texts():
        yield Shown(text.ja, text, text.place, heading=True)
    for department in edition.departments:
        yield from (Shown(text.ja, text, text.place, heading=True) for text in department.own_texts())
        for top in department.sections:
            for section in top.walk():
                for text in section.own_texts():
                    yield Shown(text.ja, text, text.place, heading=text.named or text == section.form.title)
            for label in top.labels():
                yield Shown(label.label, None, label.place, heading=True)
