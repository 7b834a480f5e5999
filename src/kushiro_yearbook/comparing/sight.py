"""How much of a content could be read: below a file with errors something may stand and not be found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kushiro_yearbook.faults import Severity
from kushiro_yearbook.load.folders import OWN_FILES, ROOT_FILES
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.pipeline import Checked
from kushiro_yearbook.wording import severity

Way = tuple[str, ...]

_NUMBER = re.compile(r"[0-9]{2}-")


def unnumbered(path: str) -> Way:
    """The steps of a path without the numbers that only order them."""
    return tuple(_NUMBER.sub("", step, count=1) for step in path.split("/"))


def home(path: str) -> Way:
    """Where a file belongs, by names without numbers: edition, part, department, section."""
    *folders, name = unnumbered(path)
    own = name in OWN_FILES or not folders
    return (*folders, *(() if own else (name.partition(".")[0],)))


def unread(checked: Checked) -> tuple[str, ...]:
    """The files with errors whose content the yearbook may lack."""
    read = set(_homes(checked.yearbook)) if checked.yearbook else set()
    faulty = {
        fault.place.path for fault in checked.faults if severity(fault, checked.chosen) is Severity.ERROR
    }
    return tuple(sorted(path for path in faulty if _hides(path, read)))


def _hides(path: str, read: set[Way]) -> bool:
    """A faulty table leaves its section standing, a faulty register the rest of the content."""
    if path.startswith("theme/"):
        return False
    return path in ROOT_FILES or path.endswith(".csv") or home(path) not in read


def _homes(yearbook: Yearbook) -> Iterator[Way]:
    for edition in yearbook.editions:
        yield (edition.slug,)
        for part in edition.parts:
            yield (edition.slug, part.slug)
            for department in part.departments:
                yield (edition.slug, part.slug, department.slug)
                for section in department.sections:
                    yield (edition.slug, part.slug, department.slug, section.slug)


@dataclass(frozen=True)
class Sight:
    """Which places of a content can be seen, by the homes of the files that could not be read."""

    hidden: frozenset[Way]

    @classmethod
    def past(cls, paths: Iterable[str]) -> Sight:
        """What is seen past files that could not be read."""
        return cls(frozenset(home(path) for path in paths))

    @property
    def explained(self) -> bool:
        """Whether the registers could be read, without which names and labels are not what they are."""
        return () not in self.hidden

    def reaches(self, way: Way) -> bool:
        """Whether what is not found there is not there."""
        return not any(way[:length] in self.hidden for length in range(len(way) + 1))

    def within(self, edition: str) -> Sight:
        """The same for the ways below an edition."""
        below = {way[1:] for way in self.hidden if way[:1] == (edition,)}
        return Sight(frozenset(below | ({()} if not self.explained else set())))
