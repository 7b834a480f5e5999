"""Rules on texts: none is longer or deeper than a reader, or Markdown, gets through."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kushiro_yearbook.faults import Fault, Place
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.text import LANGUAGES, Text

# Markdown takes four times as long for twice the paragraph; what stays below these takes a moment.
LONGEST_TEXT = 100_000
LONGEST_PARAGRAPH = 5_000
DEEPEST = 10

_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]*[^\s][^\n]*)*+")
# The signs of lists and quotations at the beginning of a line.
MARKERS = re.compile(r"(?m)^(?:[ \t]*+(?:>|(?:[-+*]|[0-9]{1,9}[.)])(?=[ \t])))+")
_MARKER = re.compile(r"[-+*>.)]| {4}|\t")


def limits(yearbook: Yearbook) -> Iterator[Fault]:
    """T14: a text is too long; T15: a paragraph is; T16: lists or quotations nest too deeply.

    ja:
        見つけるもの: 100,000字を超える文、5,000字を超える段落、10段を超える入れ子。
        理由: 作るのに時間がかかり、読む人もついて行けません。
        例:
            ja: （5,001字の段落）
        直し方: 空の行で分けるか、節を分けます。
    en:
        Finds: A text of more than 100,000 characters, a paragraph of more than 5,000, lists more than ten
            deep.
        Why: They take long to build, and nobody reads through them.
        Example:
            ja: （5,001字の段落）
        Mend: Divide them with empty lines, or into sections.
    """
    for _, section in yearbook.sections():
        for text in section.own_texts():
            for language in filter(text.speaks, LANGUAGES):
                yield from _limits(text, language)


def _limits(text: Text, language: str) -> Iterator[Fault]:
    place, words = text.place_of(language), text.words(language)
    if len(words) > LONGEST_TEXT:
        yield Fault(place, "T14", {"length": f"{len(words):,}", "limit": f"{LONGEST_TEXT:,}"})
        return
    for paragraph in _PARAGRAPH.finditer(words):
        if len(paragraph[0]) > LONGEST_PARAGRAPH:
            told = {"length": f"{len(paragraph[0]):,}", "limit": f"{LONGEST_PARAGRAPH:,}"}
            yield Fault(_at(paragraph, text, language), "T15", told)
            return
    deep = next((found for found in MARKERS.finditer(words) if _levels(found[0]) > DEEPEST), None)
    if deep is not None:
        yield Fault(_at(deep, text, language), "T16", {"limit": str(DEEPEST)})


def _at(found: re.Match[str], text: Text, language: str) -> Place:
    """The first line of what was found."""
    line, _, _ = found[0].partition("\n")
    return text.place_of_part(language, found.start(), len(line))


def depth(words: str) -> int:
    """How deep lists and quotations nest, by the signs and the indentation at the beginnings of lines."""
    return max(map(_levels, MARKERS.findall(words)), default=0)


def _levels(markers: str) -> int:
    return len(_MARKER.findall(markers))
