"""Places: what of an edition can be found, page by page, with the words that find it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from kushiro_yearbook.addresses import Address, Addresses, print_anchor
from kushiro_yearbook.blocks.base import Line
from kushiro_yearbook.inline import Runs, line, plain
from kushiro_yearbook.model import Edition, Section
from kushiro_yearbook.phrases import full_heading
from kushiro_yearbook.search.folding import dates, fold

Words = Mapping[str, str]


@dataclass(frozen=True)
class Place:
    """A page, a section or a row of a table: its title, table heads, words, and the keys of its dates."""

    anchor: str
    title: str
    heads: str
    words: str
    dates: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """A page with the places on it, the page itself first; `within` is the department or list it is in."""

    address: Address
    title: str
    within: str
    places: tuple[Place, ...]


def sheets(edition: Edition, places: Addresses, words: Words, language: str) -> Iterator[Sheet]:
    """Every page of an edition that can be found, in its order."""
    label = plain(edition.form.label.runs(language))
    for department in edition.departments:
        name = plain(department.form.name.runs(language))
        yield Sheet(places.department(department.slug), name, label, (place("", (), []),))
        for section in department.sections:
            found = tuple(_places(section, words, language))
            address = places.section(department.slug, section.slug)
            yield Sheet(address, found[0].title, name, found)
    within = words["partners"]
    for _, _, partner in edition.partners:
        found = (place("", (), [*partner.lines(language, words)]),)
        yield Sheet(places.partner(partner.id), plain(partner.name.runs(language)), within, found)
    yield Sheet(places.legend, words["legend"], label, (place("", (), []),))


def _places(section: Section, words: Words, language: str) -> Iterator[Place]:
    """A section, the rows of its tables, and the sections in it."""
    lines = [Line((), (runs,)) for runs in _own(section, language)]
    lines += [told for _, block in section.blocks() for told in block.lines(language, words)]
    anchor = "" if section.slug else section.anchor
    title = full_heading(section, language, words) if section.titled else ()
    heads = tuple(head for told in lines for head in told.heads)
    yield place(anchor, title, [Line(heads, ()), *(told for told in lines if not told.row)])
    for told in lines:
        if told.row:
            row = print_anchor(section.anchor or "page", told.row)
            yield place(row, told.title, [Line(told.heads, told.words)])
    for below in section.sections:
        yield from _places(below, words, language)


def _own(section: Section, language: str) -> Iterator[Runs]:
    """What a section prints besides its heading and its blocks; remarks are never printed."""
    form = section.form
    images = (text for image in form.images for text in (image.alt, image.caption) if text)
    heads = form.layout.heads if form.layout else ()
    for text in (form.text, *heads, *images, *form.notes, form.source):
        if text:
            yield text.runs(language, section.scope)


def place(anchor: str, title: Runs, lines: list[Line]) -> Place:
    """A place of some lines."""
    heads = " ".join(dict.fromkeys(plain(head) for told in lines for head in told.heads))
    said = [bare(words) for told in lines for words in _paired(told)]
    whole = [runs for told in lines for runs in (*told.heads, *told.words)]
    moments = [run.datetime for run in line(title, *whole) if run.datetime]
    text = " ".join(filter(None, said))
    keys = {*moments, *(key for words in (plain(title), text) for key in dates(words))}
    spoken = set(fold(f"{plain(title)} / {text}").split())
    return Place(anchor, plain(title), heads, text, tuple(sorted(keys - spoken)))


def _paired(told: Line) -> Iterator[str]:
    """The words of a line, each behind its head, as a reader takes them in."""
    words = [plain(runs) for runs in told.words]
    if len(told.heads) == len(words) or len(told.heads) == 1:
        pairs = zip_longest((plain(head) for head in told.heads), words, fillvalue="")
        yield from (f"{head} {word}" for head, word in pairs)
    else:
        yield from words


_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")
_MARKS = re.compile(r"\*\*|^ {0,3}(?:[-*+]|\d+\.|#+|>) +", re.MULTILINE)


def bare(text: str) -> str:
    """A text without the marks of Markdown, on one line."""
    return " ".join(_MARKS.sub("", _LINK.sub(r"\1", text)).split())
