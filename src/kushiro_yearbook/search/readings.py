"""Readings for search: how runs of kanji sound, by the register's sure kana alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kushiro_yearbook.readings.entry import Entry
from kushiro_yearbook.registers import Name, Standing
from kushiro_yearbook.search.folding import plain, sound

_KANA = re.compile("[\u3041-\u3096ー]+")
_RUN = re.compile("[\u3005-\u3007\u3400-\u9fff\uf900-\ufaff]+")


def sounds(names: Iterable[Name], rows: Iterable[Entry] = ()) -> Mapping[str, str]:
    """By each run of kanji whose reading is sure how it sounds: of names and of the list of readings.

    None that is only guessed, and of one kanji only where it is a word of its own.
    """
    found: dict[str, str] = {}
    for name in names:
        if name.kana and name.reading is not Standing.GUESS:
            for run, kana in _aligned(name.ja, name.kana):
                found.setdefault(run, sound(kana) or sound("".join(_KANA.findall(plain(kana)))))
    for row in rows:
        for piece in row.pieces or () if row.judged and not row.before else ():
            if len(piece.text) > 1 or piece.text == row.words:
                found.setdefault(piece.text, sound(piece.kana))
    return {run: kana for run, kana in found.items() if kana}


def _aligned(name: str, kana: str) -> list[tuple[str, str]]:
    """Each run with its part of the kana, where what stands between the runs leaves no doubt."""
    runs = _RUN.findall(name)
    parts = re.split(f"({_RUN.pattern})", name)
    tails = ["(.+{})" if _RUN.fullmatch(part) else re.escape(plain(part)) for part in parts]
    short, long = (re.fullmatch("".join(tails).replace("{}", lazy), plain(kana)) for lazy in ("?", ""))
    if short is None or long is None or short.groups() != long.groups():
        return []
    read = list(zip(runs, short.groups(), strict=True))
    # One letter alone is read so only beside what it stands with: 下 is さ in 取り下げ.
    sure = [pair for pair in read if len(pair[0]) > 1 or pair[0] == name]
    return sure if len(sure) == len(read) else [*sure, (name, kana)]
