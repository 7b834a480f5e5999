"""Kana: kanji runs, hiragana for katakana, and which kana of a reading belongs to which kanji."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

KANJI = "\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Kanji beside one another, with the small ヶ that stands between two.
RUN = re.compile(f"[{KANJI}]+(?:[ヶヵ][{KANJI}]+)*")
# Hiragana, as a reading is written.
HIRAGANA = re.compile("[\u3041-\u3096ーゝゞ]+")

_HIRAGANA_FOR = {code: code - 0x60 for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}


class Piece(NamedTuple):
    """A part of a text and how it is said; no kana where it shows that itself, or nobody may say."""

    text: str
    kana: str


Pieces = tuple[Piece, ...]


def hiragana(words: str) -> str:
    """Words with hiragana for katakana."""
    return words.translate(_HIRAGANA_FOR)


def aligned(word: str, kana: str) -> Pieces | None:
    """A word's kanji with the kana over each run, and its own kana without; None where the two do not fit.

    Signs stand for themselves; a figure or letter may be said in any way, if that leaves one way to read on.
    """
    if RUN.fullmatch(word):
        return (Piece(word, kana),) if HIRAGANA.fullmatch(kana) else None
    parts, said = _PART.findall(word), hiragana(kana)
    ways = list(islice(_ways(parts, said), 2))
    if not ways or (len(ways) > 1 and _SPELT.search(word)):
        return None
    sounds = zip(parts, ways[0], strict=True)
    return tuple(Piece(part, sound if RUN.match(part) else "") for part, sound in sounds)


_LETTER_OR_FIGURE = "0-9A-Za-z０-９Ａ-Ｚａ-ｚ.,"
_SPELT = re.compile(f"[{_LETTER_OR_FIGURE}]")
_PART = re.compile(f"{RUN.pattern}|[{_LETTER_OR_FIGURE}]+|[^{KANJI}{_LETTER_OR_FIGURE}]+")


def _ways(parts: Sequence[str], said: str) -> Iterator[tuple[str, ...]]:
    """How a reading can be shared out among parts, the shortest for the first ones first."""
    if not parts:
        yield from () if said else ((),)
        return
    part, *others = parts
    if not (kanji := bool(RUN.match(part))) and said.startswith(hiragana(part)):
        yield from ((part, *rest) for rest in _ways(others, said[len(part) :]))
    longest = HIRAGANA.match(said) if kanji or _SPELT.match(part) else None
    for length in range(1, longest.end() + 1) if longest else ():
        yield from ((said[:length], *rest) for rest in _ways(others, said[length:]))
