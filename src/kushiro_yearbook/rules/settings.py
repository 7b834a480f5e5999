"""Rules on settings: what weighs or accepts faults names warnings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kushiro_yearbook.faults import Fault, Severity
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.tree import Scalar
from kushiro_yearbook.wording import WORDINGS

WARNINGS = sorted(code for code, wording in WORDINGS.items() if wording.severity is Severity.WARNING)


def weighed(yearbook: Yearbook) -> Iterator[Fault]:
    """S12: `severity` names codes of warnings; an error cannot be made less."""
    yield from _not_warnings(yearbook.form.severity)


def allowed(yearbook: Yearbook) -> Iterator[Fault]:
    """S12: `allow` names codes of warnings; an error cannot be accepted."""
    for _, section in yearbook.sections():
        yield from _not_warnings(section.form.allow or {})


def _not_warnings(codes: Iterable[Scalar]) -> Iterator[Fault]:
    for code in codes:
        if code not in WARNINGS:
            yield Fault(code.place, "S12", {"value": code, "allowed": ", ".join(WARNINGS)})
