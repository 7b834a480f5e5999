"""The step `plan`: every file of the site, known by path and inputs before any is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kushiro_yearbook.formats import copies, pages, printing, sitemap
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.outputs import Output
from kushiro_yearbook.theme import Theme

Format = Callable[[Yearbook, Theme], Iterator[Output]]

FORMATS: Mapping[str, Format] = {
    "pages": pages.outputs,
    "print": printing.outputs,
    "sitemap": sitemap.outputs,
    "copies": copies.outputs,
}


def plan(yearbook: Yearbook, theme: Theme) -> tuple[Output, ...]:
    """The outputs of every format, sorted by path; the rules have seen to it that no two have one path."""
    found = {output.address.path: output for make in FORMATS.values() for output in make(yearbook, theme)}
    return tuple(found[path] for path in sorted(found))
