"""Rules on people: nobody stands twice where one can stand only once."""

from __future__ import annotations

from collections.abc import Iterator

from kushiro_yearbook.faults import Fault
from kushiro_yearbook.model import Yearbook


def doubled_names(yearbook: Yearbook) -> Iterator[Fault]:
    """F04: no name stands twice in a list of names."""
    for _, section in yearbook.sections():
        seen: dict[str, int] = {}
        for person in section.form.people.root if section.form.people else ():
            name = person.name
            if name.ja in seen and person.term is None:
                yield Fault(name.place, "F04", {"name": name.ja, "line": str(seen[name.ja])})
            seen.setdefault(name.ja, name.place.line)


def doubled_terms(yearbook: Yearbook) -> Iterator[Fault]:
    """F05: no term of an office is counted for two holders."""
    for _, section in yearbook.sections():
        seen: dict[int, int] = {}
        for person in section.form.people.root if section.form.people else ():
            numbers = range(person.number.first, person.number.last + 1) if person.number else ()
            doubled = [number for number in numbers if number in seen]
            if doubled:
                words = {"number": str(doubled[0]), "line": str(seen[doubled[0]])}
                yield Fault(person.name.place, "F05", words)
            seen |= dict.fromkeys(numbers, person.name.place.line)
