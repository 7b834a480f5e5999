"""Rules on order: what stands in a row has a place of its own in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kushiro_yearbook.faults import Fault, Place
from kushiro_yearbook.model import Yearbook


def numbers(yearbook: Yearbook) -> Iterator[Fault]:
    """I27: no two parts, departments or sections side by side have one number in their names."""
    for edition in yearbook.editions:
        yield from _doubled(part.paths[0].rpartition("/")[0] for part in edition.parts)
        for part in edition.parts:
            yield from _doubled(department.folder for department in part.departments)
        for department in edition.departments:
            yield from _doubled(section.paths[0] for section in department.sections)


def _doubled(paths: Iterable[str]) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for path in paths:
        name = path.rpartition("/")[2]
        first = seen.setdefault(name[:2], name)
        if first != name:
            yield Fault(Place(path), "I27", {"number": name[:2], "name": name, "other": first})
