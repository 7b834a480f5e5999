"""The rules' work grows with the content and no faster."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

import pytest

from kushiro_yearbook.check import RULES, check
from kushiro_yearbook.model import Department, Yearbook
from kushiro_yearbook.rules.rule import Rule
from tests.enlarging import enlarged
from tests.mutating import yearbook_of

# Departments; each size as many more than the last, each of the real ones as often.
SIZES = (8, 16, 24)


@pytest.fixture(scope="module")
def yearbooks(tmp_path_factory: pytest.TempPathFactory) -> list[Yearbook]:
    """Yearbooks of these sizes, on which everything that is worked out once has been worked out."""
    found = [yearbook_of(enlarged(tmp_path_factory.mktemp("many"), size)) for size in SIZES]
    for yearbook in found:
        check(yearbook, whole=True)
    return found


def steps(find: Callable[[Yearbook], Iterator[object]], yearbook: Yearbook) -> int:
    """How many lines of Python a rule runs, each as often as it runs: no clock, so always the same."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        del frame, argument
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        list(find(yearbook))
    finally:
        sys.settrace(before)
    return count


def growth(find: Callable[[Yearbook], Iterator[object]], yearbooks: list[Yearbook]) -> tuple[int, int]:
    """The steps that the second eight departments cost, and the third."""
    small, middle, large = (steps(find, yearbook) for yearbook in yearbooks)
    return middle - small, large - middle


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.find.__name__)
def test_departments_cost_a_rule_as_much_however_many_there_are(
    rule: Rule, yearbooks: list[Yearbook]
) -> None:
    """Eight departments more take no more steps beside sixteen than beside eight."""
    second, third = growth(rule.find, yearbooks)

    assert third <= 1.02 * second + 20


def test_comparing_each_with_each_would_be_seen(yearbooks: list[Yearbook]) -> None:
    """What grows with the square of the departments is no such rule."""

    def pairs(yearbook: Yearbook) -> Iterator[tuple[Department, Department]]:
        for one in yearbook.newest.departments:
            for other in yearbook.newest.departments:
                yield one, other

    second, third = growth(pairs, yearbooks)

    assert third > 1.5 * second
