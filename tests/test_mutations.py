"""Mistakes put into the real content are found; without one there is nothing to find."""

from __future__ import annotations

import pytest

from kushiro_yearbook.pipeline import examine
from tests.mutating import approved, bare, confirmed, released, tally


@pytest.mark.parametrize("content", [bare, approved, confirmed, released])
def test_the_untouched_content_has_no_fault(content: object) -> None:
    """No rule raises a false alarm, whatever records stand beside the content."""
    assert callable(content)
    assert [] == examine(content()).faults


def test_mistakes_are_found_where_something_gives_them_away() -> None:
    """Of a seeded sample of each class at least ninety-five in a hundred; `scripts/mutate` tries all."""
    tallies = list(tally(12, seed=8))

    assert len(tallies) > 9
    assert [] == [(one.kind, one.missed) for one in tallies if one.redundant and one.share < 95]
    assert all(one.tried for one in tallies)
