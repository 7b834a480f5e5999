"""Rules on settings: what weighs or accepts faults names such as a town may judge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kushiro_yearbook.faults import Fault
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.rules.allowances import allowances
from kushiro_yearbook.tree import Scalar
from kushiro_yearbook.wording import JUDGED


def weighed(yearbook: Yearbook) -> Iterator[Fault]:
    """S12: `severity` names faults that a town may judge; what a build relies on stays an error.

    ja:
        見つけるもの: yearbook.yaml の severity に書かれた、重さを変えられない指摘の番号。
        理由: そのほかの指摘は、直さないとサイトが作れません。重さを変えても意味がありません。
        例:
            severity: {Q06: warning}
        直し方: その行を消し、指摘そのものを直します。重さを変えられる番号は yearbook explain で確かめられます。
    en:
        Finds: The code of a fault under severity in yearbook.yaml that cannot be weighed.
        Why: Without mending those faults no site can be built, whatever they weigh.
        Example:
            severity: {Q06: warning}
        Mend: Delete the line and mend the fault itself; yearbook explain says which can be weighed.
    """
    yield from _not_judged(yearbook.form.severity)


def allowed(yearbook: Yearbook) -> Iterator[Fault]:
    """S12: `allow` names faults that a town may judge; what a build relies on cannot be accepted.

    ja:
        見つけるもの: 節の allow に書かれた、認められない指摘の番号。
        理由: そのほかの指摘は、理由があっても、直さないとサイトが作れません。
        例:
            allow: {T04: 来年書きます}
        直し方: その行を消し、指摘そのものを直します。認められる番号は yearbook explain で確かめられます。
    en:
        Finds: The code of a fault under allow in a section that cannot be accepted.
        Why: Without mending those faults no site can be built, for whatever reason they stand.
        Example:
            allow: {T04: 来年書きます}
        Mend: Delete the line and mend the fault itself; yearbook explain says which can be accepted.
    """
    yield from _not_judged(allowance.code for allowance in allowances(yearbook))


def _not_judged(codes: Iterable[Scalar]) -> Iterator[Fault]:
    for code in codes:
        if code not in JUDGED:
            yield Fault(code.place, "S12", {"value": code, "allowed": ", ".join(sorted(JUDGED))})
