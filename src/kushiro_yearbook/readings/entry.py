"""A row of `readings.csv`: a word in its context and how it is said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from kushiro_yearbook.faults import Place
from kushiro_yearbook.readings.kana import KANJI, Pieces, aligned
from kushiro_yearbook.registers import Standing

# Between the pieces of a word, and of its kana.
CUT = "/"

# Signs that a name may hold, which its reading keeps.
_SIGNS = "・、（）「」『』"
# What a word may be, and how it may be said; what has another form is no row.
WORD = re.compile(f"[{KANJI}][{KANJI}\u3041-\u3096\u30a1-\u30fa\u30fc-\u30fe{_SIGNS}{CUT}]*")
SAID = re.compile(f"[\u3041-\u3096ーゝゞ{_SIGNS}{CUT}]*")


@dataclass(frozen=True)
class Entry:
    """A word, cut into the pieces that each get their kana together; `before` must stand before it.

    `proposed` is what the machine said where the judge says otherwise, `example` a sentence that it stands
    in, `doubt` why a judged reading is still in doubt. A judged row without kana has none on purpose.
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
        """The kanji of the word with the kana over each, none without kana; None where the two do not fit."""
        return pieces_of(self.word, self.kana) if self.kana else ()

    @property
    def judged(self) -> bool:
        """Whether people answer for it."""
        return self.reading is not Standing.GUESS


def pieces_of(word: str, kana: str) -> Pieces | None:
    """A word that is cut as its kana is, with the kana over its kanji; None where the two do not fit."""
    words, said = word.split(CUT), kana.split(CUT)
    if len(words) != len(said):
        return None
    found = [aligned(part, sound) for part, sound in zip(words, said, strict=True)]
    return None if None in found else tuple(piece for part in found for piece in part or ())
