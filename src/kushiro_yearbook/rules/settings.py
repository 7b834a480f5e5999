"""Rules on settings: what weighs or accepts faults names such as a town may judge."""

from __future__ import annotations

from collections.abc import Iterator

from kushiro_yearbook.faults import Fault
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.rules.allowances import allowances
from kushiro_yearbook.wording import JUDGED


def judged(yearbook: Yearbook) -> Iterator[Fault]:
    """S12: `severity` and `allow` name faults that a town may judge; what a build relies on stays an error.

    ja:
        見つけるもの: yearbook.yaml の severity に書かれた、重さを変えられない指摘の番号と、節などの allow に書かれた、認められない指摘の番号。
        理由: そのほかの指摘は、理由があっても、直さないとサイトが作れません。
        例:
            severity: {Q06: warning}
            allow: {T04: 来年書きます}
        直し方: その行を消し、指摘そのものを直します。重さを変えたり認めたりできる番号は yearbook explain で確かめられます。
    en:
        Finds: The code of a fault under severity in yearbook.yaml that cannot be weighed, or under allow in a section that cannot be accepted.
        Why: Without mending those faults no site can be built, whatever they weigh and for whatever reason they stand.
        Example:
            severity: {Q06: warning}
            allow: {T04: 来年書きます}
        Mend: Delete the line and mend the fault itself; yearbook explain says which can be weighed and accepted.
    """
    for code in (*yearbook.form.severity, *(allowance.code for allowance in allowances(yearbook))):
        if code not in JUDGED:
            yield Fault(code.place, "S12", {"value": code, "allowed": ", ".join(sorted(JUDGED))})
