"""Mistakes put into the real content are found; without one there is nothing to find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from kushiro_yearbook.page_list import addresses_of
from kushiro_yearbook.pipeline import examine
from tests import mistakes
from tests.mistakes import CLASSES
from tests.mutating import (
    GOAL,
    Class,
    Move,
    Mutation,
    approved,
    bare,
    confirmed,
    released,
    renewed,
    tally,
    yearbook_of,
)

# Of each class; `scripts/mutate` tries all.
SAMPLE, SEED = 3, 8


@pytest.mark.parametrize("content", [bare, approved, confirmed, released, renewed])
def test_the_untouched_content_has_no_fault(content: Callable[[], Path]) -> None:
    """No rule raises a false alarm, whatever records or a renewed copy of the edition stand beside it."""
    assert [] == examine(content()).faults


@pytest.mark.parametrize("kind", [kind for kind in CLASSES if kind.redundant], ids=str)
def test_mistakes_are_found_where_something_gives_them_away(kind: Class) -> None:
    """Of a seeded sample of each class that the content says twice at least ninety-five in a hundred."""
    one = tally(kind, SAMPLE, SEED)

    assert one.tried
    assert GOAL <= one.share, [str(mistake) for mistake in one.missed]


@pytest.mark.parametrize("kind", CLASSES, ids=str)
def test_each_place_is_walked_once_and_stands_in_its_file(kind: Class) -> None:
    """No place is left out because the words do not stand where they are looked for."""
    found = list(kind.places())
    spoilt = [
        one.applied((kind.copy() / one.path).read_text("utf-8")) for one in found if isinstance(one, Mutation)
    ]

    assert found
    assert None not in spoilt
    assert [] == [str(one) for one, number in Counter(found).items() if number > 1]


def test_every_number_is_walked() -> None:
    """As many numbers are typed as the yearbook hands out."""
    departments = (one for edition in yearbook_of(bare()).editions for one in edition.departments)
    observed = [one for department in departments for one in department.observations() if one.quantity]

    assert len(observed) == len(mistakes.numbers())


def test_every_address_is_walked() -> None:
    """But for an edition's own page, its legend and its print, no published address is left out."""
    known = {address for edition in yearbook_of(bare()).editions for address in addresses_of(edition)}

    assert len(known - {"accessibility.html", "index.html", "legend.html", "print/index.html"}) == len(
        set(mistakes.addresses())
    )


def test_a_moved_folder_takes_its_files_along() -> None:
    """A department under another name is one still: no more is told than that its address is gone."""
    move = next(one for one in mistakes.addresses() if isinstance(one, Move) and "." not in one.old)

    # The edition's highlights name figures of this department.
    assert {"A08", "P03"} == {fault.code for fault in move.examined(released()).faults}
