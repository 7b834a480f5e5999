"""Rules on settings: what weighs or accepts faults names such as a town may judge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kushiro_yearbook.faults import Fault
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.rules.allowances import allowances
from kushiro_yearbook.tree import Scalar
from kushiro_yearbook.wording import JUDGED


def weighed(yearbook: Yearbook) -> Iterator[Fault]:
    """S12: `severity` names faults that a town may judge; what a build relies on stays an error."""
    yield from _not_judged(yearbook.form.severity)


def allowed(yearbook: Yearbook) -> Iterator[Fault]:
    """S12: `allow` names faults that a town may judge; what a build relies on cannot be accepted."""
    yield from _not_judged(allowance.code for allowance in allowances(yearbook))


def _not_judged(codes: Iterable[Scalar]) -> Iterator[Fault]:
    for code in codes:
        if code not in JUDGED:
            yield Fault(code.place, "S12", {"value": code, "allowed": ", ".join(sorted(JUDGED))})
