"""The files that changed without any of it being told: what is left to be read as it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kushiro_yearbook.comparing.sight import Way, home, unnumbered
from kushiro_yearbook.pipeline import Checked

# Files with these faults are there, though nobody knows what they say.
NOT_TEXT = frozenset({"I01", "I02", "I03"})


class Change(StrEnum):
    """What became of a file."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    # Another number, and with it another place among its neighbours.
    RENUMBERED = "renumbered"


@dataclass(frozen=True)
class File:
    """A file, what became of it, and its path before if it is another."""

    path: str
    change: Change
    former: str = ""


def digests(checked: Checked) -> Mapping[str, str]:
    """Every file by its path; what could not be read as text has no digest, and is there all the same."""
    unreadable = {fault.place.path: "" for fault in checked.faults if fault.code in NOT_TEXT}
    pictures = checked.yearbook.digests if checked.yearbook else {}
    return {**unreadable, **pictures, **{path: source.digest for path, source in checked.sources.items()}}


def files(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[File]:
    """The files that changed, by their paths; one with another number is one file."""
    gone = {unnumbered(path): path for path in sorted(old.keys() - new.keys())}
    come = {unnumbered(path): path for path in sorted(new.keys() - old.keys())}
    for path in sorted({*old, *new}):
        if path not in old:
            former = gone.get(unnumbered(path), "")
            yield File(path, Change.RENUMBERED if former else Change.ADDED, former)
        elif path not in new:
            if unnumbered(path) not in come:
                yield File(path, Change.REMOVED)
        elif old[path] != new[path]:
            yield File(path, Change.CHANGED)


def untold(found: Iterator[File], told: Collection[str], whole: Collection[Way]) -> Iterator[File]:
    """The files of which neither a value nor the page, department or edition they belong to is told."""
    for file in found:
        own = home(file.path)
        covered = any(own[:length] in whole for length in range(1, len(own) + 1))
        one_sided = file.change is not Change.CHANGED
        if not (one_sided and covered) and (file.path not in told or file.former):
            yield file
