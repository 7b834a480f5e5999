"""Figures that are not as a record has them, told once for what one mistake has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kushiro_yearbook.faults import Place, Related
from kushiro_yearbook.observations import Observation

# Of several changes these are told one by one.
MOST_TOLD = 3


@dataclass(frozen=True)
class Change:
    """A figure as it is, what it was and is said to be, and where the record says so; `block` holds it."""

    now: Observation
    old: str
    new: str
    record: Place
    block: str

    @property
    def cause(self) -> tuple[str, ...]:
        """Equal for what one mistake changes: the time of a page's figures, or values of one block."""
        (was, _, then), (value, _, time) = self.old.partition("（"), self.new.partition("（")
        return (*self.now.key[:2], then, time) if was == value else (self.now.key[0], self.block)

    @property
    def said(self) -> str:
        """The change on one line."""
        return f"{self.now.measure.label} {self.old} → {self.new}"


def by_cause(changes: Iterable[Change]) -> Iterator[list[Change]]:
    """The changes, those of one cause together, in the order of their places."""
    found: dict[tuple[str, ...], list[Change]] = {}
    for change in sorted(changes, key=lambda change: change.now.place):
        found.setdefault(change.cause, []).append(change)
    yield from found.values()


def words_of(changes: list[Change]) -> Mapping[str, str]:
    """What a fault says of changes: a single one in full, of several the first ones and their number."""
    first = changes[0]
    if len(changes) == 1:
        return {"label": first.now.measure.label, "old": first.old, "new": first.new}
    return {"number": str(len(changes)), "figures": listed([change.said for change in changes])}


def places_of(changes: list[Change], record: str) -> tuple[Related, ...]:
    """Where the first is on record, in that role, and where the others are that are told one by one."""
    others = (Related(change.now.place, "changed") for change in changes[1:MOST_TOLD])
    return (Related(changes[0].record, record), *others)


def listed(told: list[str]) -> str:
    """The first of them on one line."""
    return "; ".join(told[:MOST_TOLD]) + ("; …" if len(told) > MOST_TOLD else "")
