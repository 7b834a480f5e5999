"""The step `plan`: every file of the site, known by path and inputs before any is made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from kushiro_yearbook.formats import copies, headers, pages, printing, search, sitemap
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.outputs import Output
from kushiro_yearbook.theme import Theme

Format = Callable[[Yearbook, Theme], Iterator[Output]]

FORMATS: Mapping[str, Format] = {
    "pages": pages.outputs,
    "print": printing.outputs,
    "sitemap": sitemap.outputs,
    "copies": copies.outputs,
    "headers": headers.outputs,
    "search": search.outputs,
}


def plan(yearbook: Yearbook, theme: Theme) -> tuple[Output, ...]:
    """The outputs of every format, sorted by path; the rules have seen to it that no two have one path."""
    found = [output for make in FORMATS.values() for output in make(yearbook, theme)]
    paths = Counter(output.address.path for output in found)
    twice = [path for path, number in paths.items() if number > 1]
    if twice:
        raise ValueError(f"two outputs of one path: {', '.join(sorted(twice))}")
    return tuple(sorted(found, key=lambda output: output.address.path))
