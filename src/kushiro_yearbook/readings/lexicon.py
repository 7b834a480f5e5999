"""The lexicon: what the words of a text say, from names and from the list of readings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from kushiro_yearbook.readings.counters import SURE, counted
from kushiro_yearbook.readings.entry import Entry
from kushiro_yearbook.readings.guard import guessed
from kushiro_yearbook.readings.kana import RUN, Piece, Pieces, aligned
from kushiro_yearbook.registers import Name

# How far before a word anything says how it is read: as far as the longest name that begins with kana.
_NEAR = 60


class Word(NamedTuple):
    """A word that the lexicon knows, where it may stand, and the row or name that it is from."""

    words: str
    before: str
    pieces: Pieces
    entry: Entry | None = None
    name: Name | None = None

    @property
    def is_person(self) -> bool:
        """Whether it is somebody's name."""
        return self.name is not None and self.name.kind == "person"


class Found(NamedTuple):
    """What stands in a text from `start` to `end`; `known` is whether a rule, name or row says so."""

    start: int
    end: int
    pieces: Pieces
    known: bool = True
    entry: Entry | None = None
    name: Name | None = None


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Words by their first letter, the longest first, then those with most before them; and the people."""

    words: Mapping[str, tuple[Word, ...]]
    people: re.Pattern[str]
    _told: dict[tuple[str, str], Pieces] = field(default_factory=dict, repr=False)

    def pieces(self, words: str, before: str = "") -> Pieces:
        """A text in pieces that are together the text; `before` is what stands before it in its block."""
        if not RUN.search(words):
            return (Piece(words, ""),) if words else ()
        said = (words, before)  # the same words stand on many pages
        if said not in self._told:
            self._told[said] = self._pieces(words, before)
        return self._told[said]

    def _pieces(self, words: str, before: str) -> Pieces:
        end = 0
        pieces: list[Piece] = []
        for found in self.found(words, before):
            if found.start > end:
                pieces.append(Piece(words[end : found.start], ""))
            pieces += found.pieces or (Piece(words[found.start : found.end], ""),)
            end = found.end
        if end < len(words):
            pieces.append(Piece(words[end:], ""))
        return tuple(pieces)

    def kana(self, words: str, before: str = "") -> str:
        """A text as it is said: hiragana for its kanji, everything else as it is."""
        return "".join(piece.kana or piece.text for piece in self.pieces(words, before))

    def found(self, words: str, before: str = "") -> Iterator[Found]:
        """What is known or guessed of the kanji of a text, from its beginning to its end."""
        runs = self._runs(words)
        inner = {place for start, end in runs for place in range(start + 1, end)}
        read = 0
        for start, end in runs:
            at = max(start, read)
            while at < end:
                found = self._at(words, at, end, (before + words[max(0, at - _NEAR) : at])[-_NEAR:], inner)
                yield found
                read = at = found.end

    def _runs(self, words: str) -> list[tuple[int, int]]:
        """Where kanji runs stand; people's names are runs of their own."""
        people = [person.span() for person in self.people.finditer(words)]
        runs: list[tuple[int, int]] = []
        for match in RUN.finditer(words):
            cuts = {place for span in people for place in span if match.start() < place < match.end()}
            runs += pairwise(sorted({*match.span(), *cuts}))
        return runs

    def _at(self, words: str, start: int, end: int, before: str, inner: set[int]) -> Found:
        word = self._word(words, start, before, inner)
        if word and (word.before or word.is_person):
            return _found(word, start)
        count = counted(words[start:end], before, words[end : end + 1], start)
        if count and _counts(count[0][0].text, word):
            return _counted(*count, start)
        return _found(word, start) if word else self._guess(words, start, end)

    def _word(self, words: str, start: int, before: str, inner: set[int]) -> Word | None:
        """The longest word of the lexicon at a place where it does not end within a run."""
        fitting = (
            word
            for word in self.words.get(words[start], ())
            if words.startswith(word.words, start)
            and start + len(word.words) not in inner
            and before.endswith(word.before)
        )
        return next(fitting, None)

    def _guess(self, words: str, start: int, end: int) -> Found:
        """What a machine says of a run of which nobody has said anything."""
        pieces = guessed(words[start:end])
        return Found(start, end, pieces or (), known=False)


def _found(word: Word, start: int) -> Found:
    return Found(start, start + len(word.words), word.pieces, entry=word.entry, name=word.name)


def _counts(counted: str, word: Word | None) -> bool:
    """Whether a counter is what stands there rather than a word."""
    counter = counted.lstrip("0123456789０１２３４５６７８９,.")
    return word is None or counter in SURE or word.words == counter


def _counted(pieces: Pieces, taken: int, start: int) -> Found:
    """A counter; where its figure stands in another node, it says only its own part."""
    length = sum(len(piece.text) for piece in pieces)
    return Found(start - taken, start - taken + length, pieces)


@lru_cache(maxsize=4)
def lexicon(entries: tuple[Entry, ...], names: tuple[Name, ...], spoken: tuple[Entry, ...] = ()) -> Lexicon:
    """The lexicon of a list of readings and of names; what a name says, it says where no row cuts it.

    `spoken` are rows for what neither says. The same rows make the same one, with all that it has read.
    """
    words: dict[tuple[str, str], Word] = {}
    listed = (_of_entry(row) for row in entries)
    named = (word for name in names for word in _of_name(name))
    for word in (*listed, *named, *map(_of_entry, spoken)):
        words.setdefault((word.words, word.before), word)
    grouped: dict[str, list[Word]] = {}
    for word in sorted(words.values(), key=lambda word: (-len(word.words), -len(word.before))):
        grouped.setdefault(word.words[0], []).append(word)
    people = [_person(name.ja) for name in names if name.kind == "person" and RUN.match(name.ja)]
    pattern = re.compile("|".join(sorted(people, key=len, reverse=True)) or r"(?!)")
    return Lexicon({first: tuple(found) for first, found in grouped.items()}, pattern)


def _person(name: str) -> str:
    """The kanji that a person's name begins with, where the rest of it follows."""
    kanji = RUN.match(name)
    head = kanji[0] if kanji else ""
    return f"{re.escape(head)}(?={re.escape(name.removeprefix(head))})"


def _of_entry(row: Entry) -> Word:
    return Word(row.words, row.before, row.pieces or (), row)


def _of_name(name: Name) -> Iterator[Word]:
    """The word that a name is from its first kanji on, with its kana; a person nobody is sure of has none."""
    first = RUN.search(name.ja)
    if first is None:
        return
    start, before = first.start(), name.ja[: first.start()]
    if name.awaits_romanisation:
        yield Word(name.ja[start:], before, (), name=name)
    elif name.sure_kana and (pieces := aligned(name.ja, name.sure_kana)):
        first_kanji = next(number for number, piece in enumerate(pieces) if piece.kana)
        yield Word(name.ja[start:], before, pieces[first_kanji:], name=name)
