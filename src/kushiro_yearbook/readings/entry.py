"""A row of `readings.csv`: a word in its context and how it is said."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kushiro_yearbook.faults import Place
from kushiro_yearbook.readings.kana import Pieces, aligned
from kushiro_yearbook.registers import Standing

# Between the pieces of a word, and of its kana.
CUT = "/"


@dataclass(frozen=True)
class Entry:
    """A word, cut into the pieces that each get their kana together; `before` must stand before it.

    `proposed` is what the machine said where the judge says otherwise, `example` a sentence that it stands
    in, `doubt` why a judged reading is still in doubt. A judged row without kana is a word that stays without.
    """

    word: str
    kana: str
    before: str
    reading: Standing
    proposed: str
    example: str
    doubt: str
    place: Place

    @cached_property
    def words(self) -> str:
        """The word as a text has it."""
        return self.word.replace(CUT, "")

    @cached_property
    def said(self) -> str:
        """The kana without its cuts."""
        return self.kana.replace(CUT, "")

    @cached_property
    def pieces(self) -> Pieces | None:
        """The kanji of the word with the kana over each; None where the two do not fit."""
        return pieces_of(self.word, self.kana)


def pieces_of(word: str, kana: str) -> Pieces | None:
    """A word that is cut as its kana is, with the kana over its kanji; None where the two do not fit."""
    words, said = word.split(CUT), kana.split(CUT)
    if len(words) != len(said):
        return None
    found = [aligned(part, sound) for part, sound in zip(words, said, strict=True)]
    return None if None in found else tuple(piece for part in found for piece in part or ())
