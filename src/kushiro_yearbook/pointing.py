"""Pointing: from `14-budget.yaml:12` or `finance/budget/income` to what stands there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kushiro_yearbook.confirmation import Block
from kushiro_yearbook.faults import Place
from kushiro_yearbook.model import Department, Section
from kushiro_yearbook.text import Text


@dataclass(frozen=True)
class Pointer:
    """A file, perhaps a line of it; or the way to a section: (edition,) department, section, ids."""

    path: str = ""
    line: int = 0
    way: tuple[str, ...] = ()


_WORDS = re.compile(r"(.+?)(?::([0-9]{1,7}))?(?::[0-9]{1,7})?")


def point(words: str, content: str, paths: Iterable[str]) -> Pointer | None:
    """What the words point at; None where they name a line of no file.

    A file may be named as a fault names it, from the content folder on, or by its name alone where the newest
    edition that has it has one of it.
    """
    match = _WORDS.fullmatch(words.strip().replace("\\", "/"))
    if match is None:
        return None
    name = match[1].removeprefix("./").removeprefix(f"{content}/")
    known = list(paths)
    found = [path for path in known if path == name]
    found = found or [path for path in known if path.endswith(f"/{name}")]
    newest = max(found, default="")[:4]
    found = [path for path in found if path[:4] == newest]
    if len(found) == 1:
        return Pointer(found[0], int(match[2] or 0))
    return None if match[2] or found else Pointer(way=tuple(name.strip("/").split("/")))


def _reaches(pointer: Pointer, edition: str, key: tuple[str, ...]) -> bool:
    """Whether a way leads to a section of this key, or to one above it."""
    way = pointer.way[1:] if pointer.way[:1] == (edition,) else pointer.way
    return bool(way) and key[: len(way)] == way


def blocks_at(
    pointer: Pointer, edition: str, blocks: Iterable[tuple[Department, Block]]
) -> list[tuple[Department, Block]]:
    """The blocks that a pointer means: on a line those with a figure there, else its section's."""
    found = list(blocks)
    if pointer.way:
        return [pair for pair in found if _reaches(pointer, edition, pair[1].section.key)]
    here = [pair for pair in found if pointer.path in pair[1].section.paths]
    if not pointer.line:
        tables = [pair for pair in here if any(place.path == pointer.path for place in pair[1].places)]
        return here if pointer.path.endswith(".yaml") else tables
    exact = [pair for pair in here if _on(pointer, pair[1].places)]
    return exact or [pair for pair in here if pair[1].section is _section_at(pointer, here)]


def _on(pointer: Pointer, places: Iterable[Place]) -> bool:
    return any(place[:2] == (pointer.path, pointer.line) for place in places)


def _section_at(pointer: Pointer, here: list[tuple[Department, Block]]) -> Section | None:
    """The last section with figures that begins on the line or before it."""
    sections = [block.section for _, block in here if block.section.form.place.path == pointer.path]
    before = [section for section in sections if section.form.place.line <= pointer.line]
    return max(before, key=lambda section: section.form.place.line, default=None)


def texts_below(pointer: Pointer, edition: str, department: Department) -> Iterator[Text]:
    """The texts of a department's sections that a way leads to."""
    for top in department.sections:
        for section in top.walk():
            if _reaches(pointer, edition, section.key):
                yield from section.own_texts()


def texts_on(pointer: Pointer, texts: Iterable[Text]) -> Iterator[Text]:
    """The texts in a file, or on a line of it: those that last begin there or before it."""
    starts = [
        (place.line, text)
        for text in texts
        for place in {text.place, text.place_of("en")}
        if place.path == pointer.path
    ]
    lines = [line for line, _ in starts if line <= pointer.line]
    yield from (text for line, text in starts if not pointer.line or line == max(lines, default=0))
