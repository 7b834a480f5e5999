"""The kana of words, as far as somebody is sure of them."""

from __future__ import annotations

from kushiro_yearbook.readings.kana import RUN
from kushiro_yearbook.readings.lexicon import Lexicon


def surely(words: str, lexicon: Lexicon) -> str:
    """Words in kana; empty where some of their kanji are read by nobody, or by a machine alone."""
    for found in lexicon.found(words):
        if not found.known or (found.entry and not found.entry.judged):
            return ""
    said = lexicon.kana(words)
    return "" if RUN.search(said) else said
