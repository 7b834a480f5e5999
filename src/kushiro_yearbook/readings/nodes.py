"""The text nodes of a finished page, each with what stands before it in its block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

# A comment, or a tag: whether it ends an element, and its name.
_TAG = re.compile(
    r"<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:[^>\"']|\"[^\"]*\"|'[^']*')*>|<![^>]*>", re.DOTALL
)

# Elements that leave the text around them one line of words.
INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "i",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
    }
    | {"small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
)
# Elements whose text gets no readings; the last has them already.
SILENT = frozenset({"head", "title", "svg", "script", "style", "template", "ruby"})
# Elements whose text is no part of the words around them.
ASIDE = (SILENT - {"ruby"}) | {"rt", "rp"}
# Elements whose text is read first: headings, heads of tables, and what is named.
HEADING = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "th", "caption", "dt"})
_WITHIN = INLINE | SILENT | ASIDE
# How much of what stands before a text is kept: longer than any word and number.
_KEPT = 40


class Node(NamedTuple):
    """A text node: its words, what stands before them in their block, where it stands in the page."""

    text: str
    before: str
    start: int
    end: int
    heading: bool


def nodes(page: str) -> Iterator[Node]:
    """Every text node of a page that readings are added to; `start` and `end` are of the page as written."""
    silent = aside = heading = end = 0
    before = ""
    for tag in _TAG.finditer(page):
        text = unescape(page[end : tag.start()])
        if text and not silent:
            yield Node(text, before, end, tag.start(), heading > 0)
        if text and not aside:
            before = (before + text)[-_KEPT:]
        end = tag.end()
        name = (tag[2] or "").lower()
        step = -1 if tag[1] else 0 if tag[0].endswith("/>") else 1
        silent += step * (name in SILENT)
        aside += step * (name in ASIDE)
        heading += step * (name in HEADING)
        if name and not aside and name not in _WITHIN:
            before = ""
