"""What of the old is what of the new: by key where there is one, else by name."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar


class Told(Protocol):
    """What can be found again by its key or by the name that a reader knows it by, and what is said of it."""

    @property
    def key(self) -> tuple[str, ...]:
        """What stays while it is the same thing."""

    @property
    def name(self) -> tuple[str, ...]:
        """What a reader takes it for."""

    @property
    def said(self) -> tuple[str, ...]:
        """All that pages say of it."""


Kind = TypeVar("Kind", bound=Told)
Pair = tuple[Kind | None, Kind | None]
Positions = Mapping[int, Kind]


def changed(old: Sequence[Kind], new: Sequence[Kind]) -> Iterator[Pair[Kind]]:
    """What is said otherwise or only on one side, in the order of the new; what is gone comes last."""
    for was, now in _matched(old, new):
        if was is None or now is None or was.said != now.said:
            yield was, now


def _matched(old: Sequence[Kind], new: Sequence[Kind]) -> Iterator[Pair[Kind]]:
    before, after = dict(enumerate(old)), dict(enumerate(new))
    found: dict[int, Kind] = {}
    for identity in (_the_same, _by_key, _by_name):
        for position, former in [*_together(after, before, identity)]:
            found[position] = before.pop(former)
            del after[position]
    yield from ((found.get(position), now) for position, now in enumerate(new))
    yield from ((was, None) for was in before.values())


def _the_same(one: Told) -> Hashable:
    return (one.key, one.said)


def _by_key(one: Told) -> Hashable:
    return one.key


def _by_name(one: Told) -> Hashable:
    return one.name


def _together(
    new: Positions[Kind], old: Positions[Kind], identity: Callable[[Told], Hashable]
) -> Iterator[tuple[int, int]]:
    """Positions that belong together; of unequal numbers nobody knows which became which."""
    ours, theirs = _grouped(new, identity), _grouped(old, identity)
    for who, here in ours.items():
        there = theirs.get(who, [])
        if identity is _the_same or len(here) == len(there):
            yield from zip(here, there, strict=False)


def _grouped(items: Positions[Kind], identity: Callable[[Told], Hashable]) -> Mapping[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = {}
    for position, item in items.items():
        found.setdefault(identity(item), []).append(position)
    return found
