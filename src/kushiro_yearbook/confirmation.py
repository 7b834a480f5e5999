"""Confirmation: figures as two people read them against the paper, block by block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kushiro_yearbook.faults import Place
from kushiro_yearbook.model import Department, Edition, Section
from kushiro_yearbook.observations import Observation
from kushiro_yearbook.records import Confirmation, figure_key, figures_digest, in_one_cell


@dataclass(frozen=True)
class Block:
    """The figures of one block of a section; `key` is its way below the department, with its kind."""

    key: str
    section: Section
    observations: Mapping[str, Observation]

    @cached_property
    def figures(self) -> Mapping[str, str]:
        """What a confirmation keeps of each figure."""
        return {name: in_one_cell(one.statement) for name, one in self.observations.items()}

    @cached_property
    def digest(self) -> str:
        """A digest of the figures, whatever they stand below."""
        return figures_digest(self.figures)

    @property
    def keys(self) -> Mapping[str, Observation]:
        """The figures by their way below the department."""
        return {figure_key(self.key, name): one for name, one in self.observations.items()}

    @property
    def places(self) -> tuple[Place, ...]:
        """Where its figures stand."""
        return tuple(one.place for one in self.observations.values())


def blocks_of(department: Department) -> Iterator[Block]:
    """Every block of a department that holds figures."""
    for top in department.sections:
        for section in top.walk():
            way = "/".join(section.key[1:])
            for kind, observations in section.observations_by_block():
                named = {in_one_cell("/".join(one.key[len(section.key) :])): one for one in observations}
                if named:
                    yield Block(in_one_cell(f"{way}:{kind}"), section, named)


class Confirmed:
    """An edition's blocks beside what was confirmed of them."""

    def __init__(self, edition: Edition) -> None:
        self.blocks = {department.slug: tuple(blocks_of(department)) for department in edition.departments}
        self._anywhere = {block.digest for blocks in self.blocks.values() for block in blocks}
        self._in_place = {
            (slug, block.key, block.digest) for slug, blocks in self.blocks.items() for block in blocks
        }
        self._figures = {
            (slug, key): one
            for slug, blocks in self.blocks.items()
            for block in blocks
            for key, one in block.keys.items()
        }

    def figure(self, department: str, key: str) -> Observation | None:
        """What stands today at the way of a confirmed figure."""
        return self._figures.get((department, key))

    def holds(self, department: str, entry: Confirmation) -> bool:
        """Whether the block still says what was confirmed, be it in its place or wherever it has moved."""
        if (department, entry.key, entry.digest) in self._in_place:
            return True
        stayed = any((department, key) in self._figures for key in entry.keys)
        return not stayed and entry.digest in self._anywhere


def coverage(edition: Edition) -> Iterator[tuple[Department, Block, Confirmation | None]]:
    """Every block with the confirmation that holds for it."""
    entries = [
        (department.slug, entry)
        for department in edition.departments
        for entry in (department.confirmations.entries if department.confirmations else ())
    ]
    confirmed = Confirmed(edition)
    held = [(slug, entry) for slug, entry in entries if confirmed.holds(slug, entry)]
    in_place = {(slug, entry.key, entry.digest): entry for slug, entry in held}
    known = {(slug, block.key) for slug, blocks in confirmed.blocks.items() for block in blocks}
    moved = {entry.digest: entry for slug, entry in held if (slug, entry.key) not in known}
    for department in edition.departments:
        for block in confirmed.blocks[department.slug]:
            own = in_place.get((department.slug, block.key, block.digest))
            yield department, block, own or moved.get(block.digest)
