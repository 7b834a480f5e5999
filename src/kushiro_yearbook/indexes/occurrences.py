"""Where the words of a register stand in texts, in one walk through each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

# Within a run of these a word begins only where the word before it ends: 京都 does not stand in 東京都.
_ONE_WORD = re.compile("[々〆一-鿿㐀-䶿豈-﫿]{2}|[ァ-ヺー]{2}|[A-Za-z0-9]{2}")

Finder = Mapping[str, tuple[str, ...]]


def finder(words: Iterable[str]) -> Finder:
    """Words by their first letter, the longest first."""
    found: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        found.setdefault(word[0], []).append(word)
    return {first: tuple(same) for first, same in found.items()}


def words_in(text: str, known: Finder) -> Iterator[str]:
    """Every known word of a text, in order; no shorter one within a longer."""
    at = end = 0
    while at < len(text):
        inside = at > end and _ONE_WORD.match(text, at - 1)
        word = None if inside else _word_at(text, at, known)
        if word:
            yield word
            end = at + len(word)
        at = end if word else at + 1


def _word_at(text: str, at: int, known: Finder) -> str | None:
    return next((word for word in known.get(text[at], ()) if text.startswith(word, at)), None)
