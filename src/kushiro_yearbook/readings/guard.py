"""The guard before pykakasi: only kana and kanji go in, and only what comes out whole counts."""

from __future__ import annotations

import gc
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from kushiro_yearbook.readings.kana import HIRAGANA, KANJI, Piece, Pieces

_READABLE = re.compile(f"[{KANJI}\u3041-\u3096\u30a1-\u30fa\u30fc-\u30fe]+")

Convert = Callable[[str], Iterable[Mapping[str, str]]]


@cache
def _engine() -> Convert:
    """pykakasi, which takes half the time to start while nothing is swept up."""
    import pykakasi  # noqa: PLC0415 - a build whose readings are all judged never starts it

    swept = gc.isenabled()
    gc.disable()
    try:
        engine: Any = pykakasi.Kakasi()  # type: ignore[no-untyped-call]  # pykakasi has no types
    finally:
        if swept:
            gc.enable()
    convert: Convert = engine.convert
    return convert


def guessed(run: str, convert: Convert | None = None) -> Pieces | None:
    """A run of kana and kanji as a machine parts and reads it; None where it has no whole reading."""
    if not _READABLE.fullmatch(run) or unicodedata.normalize("NFC", run) != run:
        return None
    found = [(item["orig"], item["hira"]) for item in (convert or _engine())(run)]
    lossless = "".join(orig for orig, _ in found) == run
    if not lossless or not all(HIRAGANA.fullmatch(hira) for _, hira in found):
        return None
    return tuple(Piece(orig, hira) for orig, hira in found)
