"""Kana: kanji runs, hiragana for katakana, and which kana of a reading belongs to which kanji."""

from __future__ import annotations

import re
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
    parts = _PART.findall(word)
    said = hiragana(kana)
    lazy = re.fullmatch("".join(_pattern(part, "+?") for part in parts), said)
    greedy = re.fullmatch("".join(_pattern(part, "+") for part in parts), said)
    if lazy is None or greedy is None:
        return None
    if any(_SPELT.match(part) for part in parts) and lazy.groups() != greedy.groups():
        return None
    found = iter(lazy.groups())
    return tuple(Piece(part, next(found) if RUN.match(part) else "") for part in parts)


_PART = re.compile(f"{RUN.pattern}|[0-9A-Za-z０-９Ａ-Ｚａ-ｚ.,]+|[^{KANJI}0-9A-Za-z０-９Ａ-Ｚａ-ｚ.,]+")
_SPELT = re.compile("[0-9A-Za-z０-９Ａ-Ｚａ-ｚ.,]")
_ANY = "[\u3041-\u3096ー]"


def _pattern(part: str, many: str) -> str:
    if RUN.match(part):
        return f"({_ANY}{many})"
    literal = re.escape(hiragana(part))
    return f"(?:{literal}|{_ANY}{many})" if _SPELT.match(part) else literal
