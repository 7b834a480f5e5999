"""The kana of words, as far as the register of names is sure of them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kushiro_yearbook.indexes.occurrences import finder, words_in
from kushiro_yearbook.registers import Name, Standing

_KANJI = re.compile("[々〆一-鿿㐀-䶿豈-﫿\U00020000-\U0003ffff]")


class Kana:
    """What words are read as, from names with a reading that is no guess."""

    def __init__(self, names: Mapping[str, Name]) -> None:
        self._kana = {name.ja: name.kana for name in names.values() if name.kana and is_sure(name)}
        self._known = finder(self._kana)

    def sure(self, words: str) -> str:
        """Words in kana; empty where some of their kanji nobody has read."""
        for word in sorted(set(words_in(words, self._known)), key=len, reverse=True):
            words = words.replace(word, self._kana[word])
        return "" if _KANJI.search(words) else words


def is_sure(name: Name) -> bool:
    """Whether a name's reading may be shown: of a person only one from a source."""
    return name.reading is not Standing.GUESS and not name.awaits_romanisation
