"""The faults of the new content by department, and which of them are new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kushiro_yearbook.comparing.sight import home
from kushiro_yearbook.faults import Fault, Severity
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.pipeline import Checked
from kushiro_yearbook.report import in_order
from kushiro_yearbook.text import Text
from kushiro_yearbook.wording import severity


@dataclass(frozen=True)
class Found:
    """A fault of the new content; `fresh` where the old one had none like it."""

    fault: Fault
    severity: Severity
    fresh: bool


@dataclass(frozen=True)
class Office:
    """A department's faults: its folder, empty for what belongs to none, and its names if they are known."""

    folder: str
    names: tuple[Text, ...]
    found: tuple[Found, ...]

    def number(self, weight: Severity, *, fresh: bool = False) -> int:
        """How many faults weigh so; of these, with `fresh`, the new ones."""
        return sum(found.severity is weight and (found.fresh or not fresh) for found in self.found)


def offices(old: Checked, new: Checked) -> Iterator[Office]:
    """The new content's faults by department folder, errors first and new ones before old ones."""
    names = dict(_names(new.yearbook)) if new.yearbook else {}
    by_folder: dict[str, list[Found]] = {}
    for one in _found(old, new):
        folders = one.fault.place.path.split("/")[:-1]
        by_folder.setdefault("/".join(folders[:3]) if len(folders) >= 3 else "", []).append(one)
    for folder in sorted(by_folder):
        ordered = sorted(by_folder[folder], key=lambda one: (one.severity, not one.fresh))
        yield Office(folder, names.get(folder, ()), tuple(ordered))


def mended(old: Checked, new: Checked) -> int:
    """How many faults of the old content are gone."""
    if not old.sources:
        return 0
    return (Counter(_likenesses(old)) - Counter(_likenesses(new))).total()


def _names(yearbook: Yearbook) -> Iterator[tuple[str, tuple[Text, Text]]]:
    for edition in yearbook.editions:
        for department in edition.departments:
            yield department.folder, (edition.form.label, department.form.name)


def _found(old: Checked, new: Checked) -> Iterator[Found]:
    """In the order of their places; none is new where there was no content."""
    known = Counter(_likenesses(old))
    for fault in in_order(new.faults):
        likeness = _likeness(fault, new)
        known[likeness] -= 1
        yield Found(fault, severity(fault, new.chosen), bool(old.sources) and known[likeness] < 0)


def _likenesses(checked: Checked) -> Iterable[tuple[object, ...]]:
    return [_likeness(fault, checked) for fault in in_order(checked.faults)]


def _likeness(fault: Fault, checked: Checked) -> tuple[object, ...]:
    """What a fault is known by, wherever in its file it stands and whatever number the file has."""
    words = tuple(sorted(fault.words.items()))
    return (home(fault.place.path), fault.code, words, severity(fault, checked.chosen))
