"""Faults: what is wrong with the content, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import NamedTuple


class Severity(StrEnum):
    """Only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"


class Place(NamedTuple):
    """Where a value stands: path below the content folder, line and column from 1, width in characters."""

    path: str
    line: int = 1
    column: int = 1
    width: int = 1

    @property
    def department(self) -> str:
        """The folder of the department that its file belongs to; empty for what belongs to none."""
        folders = self.path.split("/")[:-1]
        return "/".join(folders[:3]) if len(folders) >= 3 else ""


class Stretch(NamedTuple):
    """A line of words that are written on several: where in the words it begins, and where in the file."""

    start: int
    line: int
    column: int


class Related(NamedTuple):
    """Another place that a fault is about, and what stands there: a key of `ROLES` (`wording.py`)."""

    place: Place
    role: str


@dataclass(frozen=True)
class Fault:
    """One problem found in the content.

    `code` names its wording in both languages (`wording.py`), `words` fills that wording's gaps; `related`
    are the other places that must be seen to understand it.
    """

    place: Place
    code: str
    words: Mapping[str, str] = field(default_factory=dict)
    related: tuple[Related, ...] = ()

    @property
    def order(self) -> tuple[Place, str, tuple[tuple[str, str], ...]]:
        """By place, then by code; equal only when all is the same."""
        return self.place, self.code, tuple(sorted(self.words.items()))


# More than anyone mends before checking again; a file of a million mistakes keeps nobody waiting.
MOST_FAULTS = 200


def foremost(faults: Iterable[Fault]) -> list[Fault]:
    """The first `MOST_FAULTS` of what one step finds, then one that says that there are more (Y16)."""
    found = list(islice(faults, MOST_FAULTS + 1))
    if len(found) > MOST_FAULTS:
        found[-1] = Fault(found[-1].place, "Y16", {"limit": str(MOST_FAULTS)})
    return found


class Refused(ValueError):
    """Raised by a reader of one value that cannot be read; the loader, who knows its place, makes the fault.

    `words` fill the gaps of the wording; `offset` and `width` point at a part of the value, `place` at
    another value than the one being read.
    """

    def __init__(
        self, code: str, *, place: Place | None = None, offset: int = 0, width: int = 0, **words: str
    ) -> None:
        super().__init__(code)
        self.code = code
        self.place = place
        self.offset = offset
        self.width = width
        self.words = words
