"""Readings for search: how runs of kanji sound, by sure readings alone."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from kushiro_yearbook.readings.entry import Entry
from kushiro_yearbook.readings.kana import Pieces, aligned
from kushiro_yearbook.registers import Name
from kushiro_yearbook.search.folding import sound


@lru_cache(maxsize=4)
def sounds(names: tuple[Name, ...], rows: tuple[Entry, ...] = ()) -> Mapping[str, str]:
    """By each run of kanji whose reading is sure how it sounds: of names and of the list of readings.

    None that is only guessed, and none that its context decides.
    """
    named = ((name.ja, name.sure_kana, aligned(name.ja, name.sure_kana)) for name in names)
    listed = ((row.words, row.said, row.pieces) for row in rows if row.judged and not row.before)
    found: dict[str, str] = {}
    for word, kana, pieces in (*named, *listed):
        for run, said in _runs(word, kana, pieces or ()):
            found.setdefault(run, sound(said))
    return {run: kana for run, kana in found.items() if kana}


def _runs(word: str, kana: str, pieces: Pieces) -> list[tuple[str, str]]:
    """The runs of a word, but for one kanji alone the whole word: 下 is さ only in 取り下げ."""
    read = [(piece.text, piece.kana) for piece in pieces if piece.kana]
    sure = [pair for pair in read if len(pair[0]) > 1 or pair[0] == word]
    return sure if len(sure) == len(read) else [*sure, (word, kana)]
