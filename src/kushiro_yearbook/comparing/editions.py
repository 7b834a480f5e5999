"""What changed in an edition, and what a new one renewed of the edition before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kushiro_yearbook.comparing.entries import Entry, differing, entries
from kushiro_yearbook.comparing.figures import Located, figures
from kushiro_yearbook.comparing.matching import Pair, changed
from kushiro_yearbook.comparing.pages import Pages, compared, pages
from kushiro_yearbook.comparing.sight import Sight, Way, home
from kushiro_yearbook.faults import Place
from kushiro_yearbook.model import Department, Edition, Section
from kushiro_yearbook.text import Text


@dataclass(frozen=True)
class Changes:
    """What changed inside one edition, or between two."""

    pages: Pages
    # Old and new; None for what the one or the other has not.
    figures: tuple[Pair[Located], ...]
    entries: tuple[Pair[Entry], ...]

    def places(self) -> Iterator[Place]:
        """Where everything stands that changed, in the old and in the new."""
        for was, now in (*self.figures, *self.entries, *self.pages.retitled):
            yield from (side.place for side in (was, now) if side)

    def homes(self) -> Iterator[Way]:
        """Where the pages belong that were added, moved or removed, with all that stands there."""
        one_sided = (*self.pages.added, *(page for page, _ in self.pages.removed))
        for page in (*one_sided, *(page for pair in self.pages.moved for page in pair)):
            yield home(page.place.path)


@dataclass(frozen=True)
class Extent:
    """An edition as a whole, by the number of its pages and figures."""

    label: Text
    pages: int
    figures: int


@dataclass(frozen=True)
class Kept:
    """A section whose files are those of the edition before, byte by byte."""

    department: Department
    section: Section

    @property
    def figures(self) -> int:
        """How many figures it holds."""
        return sum(1 for _ in self.section.observations())


@dataclass(frozen=True)
class Renewal:
    """A new edition beside the one before it."""

    extent: Extent
    before: Text
    sections: int
    kept: tuple[Kept, ...]
    changes: Changes

    @property
    def untouched(self) -> bool:
        """Whether nothing but the edition's own file is new."""
        return len(self.kept) == self.sections


def extent(edition: Edition) -> Extent:
    """How much an edition holds."""
    return Extent(edition.form.label, sum(1 for _ in pages(edition)), len(edition.observations))


def changes(
    old: Edition, new: Edition, in_old: Sight, in_new: Sight, told: frozenset[Place] = frozenset()
) -> Changes:
    """What changed from the old to the new; `told` are the places of texts that are told elsewhere."""
    in_old, in_new = in_old.within(old.slug), in_new.within(new.slug)
    found = compared(old, new, in_old, in_new)
    moves = found.moves
    both = {moves.get(page.key, page.key) for page in pages(old)} & {page.key for page in pages(new)}
    numbers = changed(figures(old, moves), figures(new, {}))
    words = differing(entries(old, moves), entries(new, {}))
    return Changes(
        pages=found,
        figures=tuple(pair for pair in numbers if _seen(pair, in_old, in_new)),
        entries=tuple(
            pair
            for pair in words
            if _seen(pair, in_old, in_new) and _on_both(pair, both) and not _is_told(pair, told)
        ),
    )


def renewal(
    old: Edition, new: Edition, sight: Sight, digests: Mapping[str, str], told: frozenset[Place]
) -> Renewal:
    """What a new edition renewed of the one before it in the same content."""
    kept = tuple(_kept(old, new, digests))
    sections = sum(len(department.sections) for department in new.departments)
    return Renewal(extent(new), old.form.label, sections, kept, changes(old, new, sight, sight, told))


def _kept(old: Edition, new: Edition, digests: Mapping[str, str]) -> Iterator[Kept]:
    before = {
        section.key: _bytes(section, digests)
        for department in old.departments
        for section in department.sections
    }
    for department in new.departments:
        for section in department.sections:
            if before.get(section.key) == _bytes(section, digests):
                yield Kept(department, section)


def _bytes(section: Section, digests: Mapping[str, str]) -> Iterable[object]:
    return [(home(path)[1:], path.rpartition(".")[2], digests.get(path)) for path in section.paths]


def _seen(pair: Pair[Located] | Pair[Entry], in_old: Sight, in_new: Sight) -> bool:
    """Whether what is only on one side is really not on the other."""
    was, now = pair
    if was is None or now is None:
        here, there = now or was, in_old if was is None else in_new
        return here is None or there.reaches(home(here.place.path)[1:])
    return True


def _on_both(pair: Pair[Entry], pages: set[Way]) -> bool:
    """Whether its page is on both sides; a page that is only on one is told as a whole."""
    return all(side is None or side.page in pages for side in pair)


def _is_told(pair: Pair[Entry], told: frozenset[Place]) -> bool:
    """Whether only the Japanese of a text changed, which the list of stale English tells."""
    was, now = pair
    if was is None or now is None or was.said[1] != now.said[1] or len(now.parts) > 1:
        return False
    return now.place in told
