"""Rules on jumps: a figure is of the size that it had in the edition before."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from kushiro_yearbook.faults import Fault, Related
from kushiro_yearbook.inline import plain
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.observations import Observation

# A change by this factor or more is asked about, if it is no smaller than what few things change by anyway.
FACTOR = 3
LEAST = 30
# About ten times more or less: a digit too many or too few.
DIGIT = (Decimal(8), Decimal(12))


def jumps(yearbook: Yearbook) -> Iterator[Fault]:
    """F08: a figure is not three times, or a third of, what the edition before has under the same key.

    ja:
        見つけるもの: 前の版の同じ数値の3倍以上か3分の1以下になった数値（30以上ちがうとき。0になったもの、0だったものを除く）。
        理由: 桁を落とした、隣の欄を写した、単位をまちがえた、というときに大きくとびます。
        例:
            世帯数: 7731   # 前の版では 77,650
        直し方: 原典を見て数値を直します。本当に変わったのなら、allow に理由を書きます。
    en:
        Finds: a figure that is three times or more, or a third or less, of that of the edition before, and differs by 30 or more; what is or was 0 is let pass.
        Why: A digit lost, a neighbour’s cell copied or a wrong unit make figures jump.
        Example:
            世帯数: 7731   # 77,650 in the edition before
        Mend: Correct the figure from the source. If it has changed so much indeed, give the reason under `allow`.
    """
    for newer, older in pairwise(yearbook.editions):
        for key, observation in newer.observations.items():
            before = older.observations.get(key)
            if before is not None:
                yield from _jump(observation, before, older.slug)


def _jump(now: Observation, then: Observation, edition: str) -> Iterator[Fault]:
    new, old = _size(now), _size(then)
    if new is None or old is None or _unit(now) != _unit(then) or min(new, old) <= 0:
        return
    ratio = max(new, old) / min(new, old)
    if ratio >= FACTOR and abs(new - old) >= LEAST:
        words = {"label": now.measure.label, "value": _shown(now), "before": _shown(then), "edition": edition}
        words["digit"] = "1" if DIGIT[0] <= ratio <= DIGIT[1] else ""
        yield Fault(now.place, "F08", words, (Related(then.place, "previous"),))


def _unit(observation: Observation) -> str:
    return observation.unit.id if observation.unit else ""


def _size(observation: Observation) -> Decimal | None:
    """The number in units of one: 2,841万円 are 28,410,000."""
    if observation.quantity is None:
        return None
    return observation.quantity.value * (observation.unit.factor if observation.unit else 1)


def _shown(observation: Observation) -> str:
    return plain(observation.quantity.runs("ja")) if observation.quantity else ""
