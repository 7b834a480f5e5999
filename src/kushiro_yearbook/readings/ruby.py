"""Ruby: readings put into the text of a finished page, and taken out of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import pairwise
from typing import NamedTuple

from kushiro_yearbook.readings.kana import RUN, Piece
from kushiro_yearbook.readings.nodes import Node, nodes

# What stands before a text in its block, after the text itself, is what its reading may hang on.
Read = Callable[[str, str], Iterable[Piece]]
# A word and its reading as a page shows them.
Mark = Callable[[str, str], str]

_RUBY = re.compile(r"<ruby>(.*?)<rp>.*?</ruby>", re.DOTALL)
_BREAK = "<wbr>"


class Stretch(NamedTuple):
    """The text between two tags, or between several that only allow a break at these places of it."""

    text: str
    before: str
    start: int
    end: int
    breaks: tuple[int, ...] = ()


class Readings:
    """Puts readings over kanji; a text that stands on many pages is read once."""

    def __init__(self, read: Read, mark: Mark) -> None:
        self._read = read
        self._mark = mark
        self._known: dict[tuple[str, str, tuple[int, ...]], str | None] = {}

    def over(self, page: str) -> str:
        """A page with a reading over every word that has one; without them it has the same text."""
        parts, end = [], 0
        for stretch in stretches(page):
            made = self._made(stretch)
            if made is not None:
                parts += [page[end : stretch.start], made]
                end = stretch.end
        return "".join((*parts, page[end:]))

    def _made(self, stretch: Stretch) -> str | None:
        key = stretch.text, stretch.before, stretch.breaks
        if key not in self._known:
            pieces = tuple(self._read(stretch.text, stretch.before))
            read = any(piece.kana for piece in pieces)
            self._known[key] = "".join(self._marked(pieces, stretch.breaks)) if read else None
        return self._known[key]

    def _marked(self, pieces: Iterable[Piece], breaks: tuple[int, ...]) -> Iterator[str]:
        """The pieces as a page shows them; a break within a word that is read as one comes after it."""
        end, waiting = 0, list(breaks)
        for piece in pieces:
            start, end = end, end + len(piece.text)
            within = [place - start for place in waiting if place <= end]
            del waiting[: len(within)]
            if piece.kana:
                yield self._mark(piece.text, piece.kana)
                yield _BREAK if within else ""
            else:
                ends = pairwise([0, *within, len(piece.text)])
                yield _BREAK.join(escape(piece.text[a:b], quote=False) for a, b in ends)


def without(page: str) -> str:
    """A page without the readings that its texts give at the spot."""
    return _RUBY.sub(r"\1", page) if "<ruby>" in page else page


def stretches(page: str) -> Iterator[Stretch]:
    """The texts of a page that hold kanji."""
    waiting: Stretch | None = None
    for node in nodes(page):
        if waiting and page[waiting.end : node.start] == _BREAK:
            waiting = _joined(waiting, node)
            continue
        if waiting and RUN.search(waiting.text):
            yield waiting
        waiting = Stretch(node.text, node.before, node.start, node.end)
    if waiting and RUN.search(waiting.text):
        yield waiting


def _joined(first: Stretch, node: Node) -> Stretch:
    breaks = (*first.breaks, len(first.text))
    return first._replace(text=first.text + node.text, end=node.end, breaks=breaks)
