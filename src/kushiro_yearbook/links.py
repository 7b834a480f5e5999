"""The step `links`: whether every link of a finished site leads to a file and a place in it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from kushiro_yearbook.faults import Fault, Place


def dead(files: Mapping[str, bytes]) -> Iterator[Fault]:
    """L03: a link of the site leads to no file; L04: to no place of its page; L05: a page has an id twice.

    `files` are the whole site by path; a fault's place is in them. Links that lead out are not followed.

    ja:
        見つけるもの: 「yearbook check --built」で、作ったサイトのページやスタイルシートからのリンクのうち、サイトにないファイル（L03）やページにない場所（L04）へのもの。一つのページに二つある id（L05）。
        理由: 内容のリンクが正しくても、テンプレートの誤りで、押しても開かないことがあります。
        例:
            <a href="../plans.html#aims">   ← plans.html に id="aims" がない
        直し方: サイトを作り直してください。それでも出るなら、テーマのテンプレートかプログラムの誤りです。担当者に知らせてください。
    en:
        Finds: With yearbook check --built, links of pages and style sheets of the site that was made to files that it has not (L03) and to places that a page has not (L04); ids that a page has twice (L05).
        Why: A template can be wrong where the links of the content are right.
        Example:
            <a href="../plans.html#aims">   ← nothing in plans.html has id="aims"
        Mend: Build the site anew. If it stays, a template of the theme or the program is wrong; tell whoever looks after it.
    """
    pages = {path: _read(data) for path, data in files.items() if path.endswith(".html")}
    for path, page in pages.items():
        yield from (Fault(_at(path, where), "L05", {"value": id_}) for id_, where in page.doubled)
        for target, where in page.links:
            yield from _dead(path, target, _at(path, where), files, pages)
    for path, data in files.items():
        if path.endswith(".css"):
            for match in _IN_STYLE.finditer(data.decode("utf-8")):
                yield from _dead(path, match[1], Place(path), files, pages)


def unpaired(files: Mapping[str, bytes], locales: Sequence[str]) -> Iterator[Fault]:
    """L10: a page of the site is not there in every locale; `locales` are the folders that they stand in."""
    html = [path for path in files if path.endswith(".html")]
    pages = {
        locale: {path.removeprefix(f"{locale}/") for path in html if path.startswith(f"{locale}/")}
        for locale in locales
    }
    every = set().union(*pages.values())
    for locale, there in pages.items():
        for path in sorted(every - there):
            yield Fault(Place(f"{locale}/{path}"), "L10")


# What style sheets load.
_IN_STYLE = re.compile(r"url\(\s*[\"']?([^)\"'\s]+)")

# A line and a column, as the parser counts them.
Where = tuple[int, int]
# What leads somewhere, in whatever element it stands.
_LEADING = frozenset({"href", "src", "action", "poster"})


@dataclass
class _Page:
    """What a page links to and can be linked at, with the ids that it has more than once."""

    links: list[tuple[str, Where]] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    doubled: list[tuple[str, Where]] = field(default_factory=list)


class _Reader(HTMLParser):
    """Reads the links and ids of one page."""

    def __init__(self) -> None:
        super().__init__()
        self.page = _Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        for name, value in attrs:
            if name in _LEADING and value is not None:
                self.page.links.append((value, self.getpos()))
            elif name == "srcset" and value:
                self.page.links += [(part.split()[0], self.getpos()) for part in value.split(",")]
            elif name == "id" and value:
                if value in self.page.ids:
                    self.page.doubled.append((value, self.getpos()))
                self.page.ids.add(value)


# Tags that say nothing of links and places, of which a page has thousands: all their attributes are others.
_SILENT = re.compile(
    r"(?:</?(?!script|style|title|textarea)[a-z][a-z0-9]*"
    r"(?: (?!href|src|id|action|poster)[a-z-]+(?:=\"[^\"<>\n]*\")?)*>)+"
)


def _blank(found: re.Match[str]) -> str:
    """As many spaces, so that everything else stays at its place."""
    return " " * (found.end() - found.start())


def _read(data: bytes) -> _Page:
    reader = _Reader()
    reader.feed(_SILENT.sub(_blank, data.decode("utf-8")))
    reader.close()
    return reader.page


def _dead(
    path: str, target: str, at: Place, files: Mapping[str, bytes], pages: Mapping[str, _Page]
) -> Iterator[Fault]:
    found, fragment = _whither(posixpath.dirname(path), target)
    if found is None:
        return
    found = found or path
    if found not in files:
        yield Fault(at, "L03", {"value": target})
    elif fragment and found in pages and fragment not in pages[found].ids:
        yield Fault(at, "L04", {"value": fragment, "page": found})


@cache
def _whither(folder: str, target: str) -> tuple[str | None, str]:
    """The file of the site that a link in a folder leads to, and the place in it.

    A folder shows its index; a link within its page has an empty file, one that leads out has none.
    """
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return None, ""
    path, fragment = unquote(parts.path), unquote(parts.fragment)
    if not path:
        return "", fragment
    found = posixpath.normpath(
        posixpath.join("" if path.startswith("/") else folder, path.lstrip("/") or ".")
    )
    index = path.endswith("/") or found == "."
    return (posixpath.normpath(f"{found}/index.html") if index else found), fragment


def _at(path: str, where: Where) -> Place:
    line, column = where
    return Place(path, line, column + 1)
