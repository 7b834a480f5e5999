"""Everything that two contents differ in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kushiro_yearbook.comparing.editions import Changes, Extent, Renewal, changes, extent, renewal
from kushiro_yearbook.comparing.english import stale
from kushiro_yearbook.comparing.entries import Entry, differing, registered
from kushiro_yearbook.comparing.files import File, digests, files, untold
from kushiro_yearbook.comparing.finds import Found, Office, mended, offices
from kushiro_yearbook.comparing.matching import Pair
from kushiro_yearbook.comparing.sight import Sight, Way, unread
from kushiro_yearbook.faults import Place, Severity
from kushiro_yearbook.model import Edition, Yearbook
from kushiro_yearbook.pipeline import Checked
from kushiro_yearbook.text import Text


class State(StrEnum):
    """Whether there were two yearbooks to compare."""

    COMPARED = "compared"
    FIRST = "first"
    OLD_UNREAD = "old-unread"
    NEW_UNREAD = "new-unread"


@dataclass(frozen=True)
class Between:
    """What is told of two yearbooks, in the order of the new one, what it lost behind."""

    # Of each edition that both have.
    inside: tuple[Changes, ...] = ()
    renewals: tuple[Renewal, ...] = ()
    # New ones older than any other.
    added: tuple[Extent, ...] = ()
    removed: tuple[Extent, ...] = ()
    registered: tuple[Pair[Entry], ...] = ()
    # The Japanese as it was, and the text whose English stayed.
    stale: tuple[tuple[str, Text], ...] = ()
    # Files that could not be read: of the old content, of the new.
    unread: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    # The editions that only one of them has.
    one_sided: frozenset[str] = frozenset()

    def places(self) -> Iterator[Place]:
        """Where everything stands that is told."""
        for one in (*self.inside, *(new.changes for new in self.renewals)):
            yield from one.places()
        for pair in self.registered:
            yield from (side.place for side in pair if side)
        yield from (text.place for _, text in self.stale)

    def homes(self) -> Iterator[Way]:
        """Where everything belongs that is told as a whole."""
        yield from ((slug,) for slug in self.one_sided)
        for one in self.inside:
            yield from one.homes()


@dataclass(frozen=True)
class Comparison:
    """Everything told of two contents."""

    state: State
    # Whether they are the same, file by file.
    same: bool
    # The new content whole, by its pages and figures.
    extent: tuple[int, int]
    offices: tuple[Office, ...]
    # How many faults of the old content are gone.
    mended: int
    between: Between
    # The files that changed without a word of it above.
    files: tuple[File, ...]

    @property
    def found(self) -> tuple[Found, ...]:
        """Every fault, department by department."""
        return tuple(found for office in self.offices for found in office.found)

    @property
    def errors(self) -> int:
        """How many errors the new content has."""
        return sum(office.number(Severity.ERROR) for office in self.offices)


def compare(old: Checked, new: Checked) -> Comparison:
    """What the new content changes in the old; either may be faulty, or not there at all."""
    between = Between()
    if old.yearbook is not None and new.yearbook is not None:
        between = _between(old.yearbook, new.yearbook, unread(old), unread(new))
    before, after = digests(old), digests(new)
    told = {place.path for place in between.places()} | {path for paths in between.unread for path in paths}
    left = untold(files(before, after), told, set(between.homes()))
    extents = [extent(edition) for edition in (new.yearbook.editions if new.yearbook else ())]
    state = _state(old, new)
    return Comparison(
        state=state,
        same=before == after,
        extent=(sum(extent.pages for extent in extents), sum(extent.figures for extent in extents)),
        offices=tuple(offices(old, new)),
        mended=mended(old, new),
        between=between,
        files=() if state is State.FIRST else tuple(left),
    )


def _state(old: Checked, new: Checked) -> State:
    if new.yearbook is None:
        return State.NEW_UNREAD
    if old.yearbook is None:
        return State.OLD_UNREAD if old.sources else State.FIRST
    return State.COMPARED


def _between(
    old: Yearbook, new: Yearbook, old_unread: tuple[str, ...], new_unread: tuple[str, ...]
) -> Between:
    in_old, in_new = Sight.past(old_unread), Sight.past(new_unread)
    before, after = _by_slug(old), _by_slug(new)
    out_of_date = tuple(stale(old, new))
    told = frozenset(text.place for _, text in out_of_date)
    come = [after[slug] for slug in after if slug not in before and in_old.reaches((slug,))]
    gone = [before[slug] for slug in before if slug not in after and in_new.reaches((slug,))]
    last = {edition.slug: _before(edition, new) for edition in come}
    readable = in_old.explained and in_new.explained
    return Between(
        inside=tuple(
            changes(before[slug], edition, in_old, in_new, told)
            for slug, edition in after.items()
            if slug in before
        ),
        renewals=tuple(
            renewal(former, edition, in_new, new.digests, told)
            for edition in come
            if (former := last[edition.slug])
        ),
        added=tuple(extent(edition) for edition in come if last[edition.slug] is None),
        removed=tuple(extent(edition) for edition in gone),
        registered=tuple(differing(registered(old), registered(new))) if readable else (),
        stale=out_of_date,
        unread=(old_unread, new_unread),
        one_sided=frozenset(edition.slug for edition in (*come, *gone)),
    )


def _by_slug(yearbook: Yearbook) -> Mapping[str, Edition]:
    return {edition.slug: edition for edition in yearbook.editions}


def _before(edition: Edition, yearbook: Yearbook) -> Edition | None:
    """The edition that this one follows; the newest come first."""
    return next((other for other in yearbook.editions if other.slug < edition.slug), None)
