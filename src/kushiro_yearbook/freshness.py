"""Freshness: whether a text's Japanese and English were approved together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from kushiro_yearbook.records import Pair, pair_of
from kushiro_yearbook.text import Text


class Standing(StrEnum):
    """How a text stands that is not fresh: never approved, or one side changed since."""

    UNAPPROVED = "unapproved"
    JAPANESE_CHANGED = "japanese-changed"
    ENGLISH_CHANGED = "english-changed"

    @property
    def stale(self) -> bool:
        """Whether it was approved when one side said something else."""
        return self is not Standing.UNAPPROVED


def unsettled(
    texts: Iterable[Text], approved: frozenset[Pair], used: frozenset[Pair]
) -> Iterator[tuple[Text, Standing]]:
    """The texts that are not fresh; `used` are the pairs that some text says now.

    Of several approved pairs with one of its sides, one that no text says any more is the one it was.
    """
    lost = approved - used
    sides = [(_sides(pairs, 1), _sides(pairs, 0)) for pairs in (lost, approved)]
    for text in texts:
        pair = pair_of(text)
        if pair is not None and pair not in approved:
            yield text, _standing(pair, sides)


def _sides(pairs: frozenset[Pair], side: int) -> frozenset[str]:
    return frozenset(pair[side] for pair in pairs)


def _standing(pair: Pair, sides: list[tuple[frozenset[str], frozenset[str]]]) -> Standing:
    for english, japanese in sides:
        if pair.en in english:
            return Standing.JAPANESE_CHANGED
        if pair.ja in japanese:
            return Standing.ENGLISH_CHANGED
    return Standing.UNAPPROVED


def settled(
    lock: frozenset[Pair], added: Iterable[Pair], approved: frozenset[Pair], used: frozenset[Pair]
) -> frozenset[Pair]:
    """What a lock file holds after more was added; `approved` are the pairs of all lock files.

    Pairs that no text says any more go, but for those that tell what a text was before one side changed.
    """
    now = lock | frozenset(added)
    waiting = used - now - approved
    english, japanese = _sides(waiting, 1), _sides(waiting, 0)
    return frozenset(pair for pair in now if pair in used or pair.en in english or pair.ja in japanese)
