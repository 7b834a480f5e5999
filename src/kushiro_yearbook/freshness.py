"""Freshness: whether a text's Japanese and English were approved together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from kushiro_yearbook.records import Approvals, Pair, pair_of
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


@dataclass(frozen=True, eq=False)
class Keeper:
    """What may keep a record of its translations: a department, an edition, the yearbook with its registers.

    `way` is what the command line calls it, `names` what people do in each language, `folder` where its
    record stands; `approvals` is None without one.
    """

    way: str
    names: Mapping[str, str]
    folder: str
    approvals: Approvals | None
    texts: Callable[[], Iterable[Text]]


@dataclass(frozen=True, eq=False)
class Keepers:
    """Those among which a text may move: what one of them approved is fresh in each."""

    all: tuple[Keeper, ...]

    @cached_property
    def approved(self) -> frozenset[Pair]:
        """The pairs that any of them approved."""
        return frozenset(pair for keeper in self.all if keeper.approvals for pair in keeper.approvals.pairs)

    @cached_property
    def pairs(self) -> frozenset[Pair]:
        """The pairs that their texts say now."""
        texts = (text for keeper in self.all for text in keeper.texts())
        return frozenset(pair for text in texts if (pair := pair_of(text)) is not None)

    @cached_property
    def unsettled(self) -> Mapping[Text, Standing]:
        """The texts that are not fresh, of those that keep a record of it."""
        texts = [text for keeper in self.all if keeper.approvals is not None for text in keeper.texts()]
        return dict(unsettled(texts, self.approved, self.pairs)) if texts else {}
