"""What the browser tests looked at and found, handed over to `scripts/access-results`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

LOOKED: Counter[str] = Counter()
FOUND: Counter[str] = Counter()


def hand_over(test: str, looked: int, found: Iterable[object]) -> None:
    """Note how often a test looked, and what it found; several runs of one test add up."""
    LOOKED[test] += looked
    FOUND[test] += len([*found])
