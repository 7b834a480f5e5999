"""The terms of those who hold an office, and when it was vacant as far as the terms show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from kushiro_yearbook.blocks.people import Person
from kushiro_yearbook.charts.timeline import Timeline, drawn
from kushiro_yearbook.eras import Day, FiscalYear, Period, Year
from kushiro_yearbook.model import Section

DAY = timedelta(days=1)

# A holder with the term served, or nobody where the office was vacant.
Held = tuple[Person | None, Period]


def terms(section: Section, told: Year | FiscalYear) -> Timeline[Person | None] | None:
    """A section's holders in their order, each vacancy before the one who ended it; None without terms."""
    people = section.form.people.root if section.form.people else ()
    served = [(person, person.term) for person in people if person.term]
    return drawn([*_with_vacancies(served, vacancies(people, section.seats))], told.last)


def _with_vacancies(served: Sequence[tuple[Person, Period]], vacant: Sequence[Period]) -> Iterator[Held]:
    waiting = [*vacant]
    for person, term in served:
        while waiting and _begin(waiting[0]) < _begin(term):
            yield None, waiting.pop(0)
        yield person, term


def vacancies(people: Sequence[Person], seats: int | None) -> list[Period]:
    """When not all seats were held, between days on which all were.

    None is told where a term is missing, skipped in the numbers or not given to the day: it may have filled
    the gap. A single day between two terms is more likely one that was counted for neither.
    """
    if seats is None or not people or not (_to_the_day(people) and _without_a_gap(people)):
        return []
    changes: Counter[date] = Counter()
    for person in people:
        changes[_begin(person.term)] += 1
        if person.term and isinstance(person.term.end, Day):
            changes[person.term.end.last + DAY] -= 1
    return [Period(Day.of(since), Day.of(day - DAY)) for since, day in _short(changes, seats)]


def _short(changes: Counter[date], seats: int) -> Iterator[tuple[date, date]]:
    """From when to before when fewer seats were held than there are."""
    holding, full, since = 0, False, None
    for day, change in sorted(changes.items()):
        holding += change
        full = full or holding >= seats
        if holding >= seats:
            if since and day - since > DAY:
                yield since, day
            since = None
        elif full:
            since = since or day


def _begin(term: Period | None) -> date:
    return term.start.first if term and isinstance(term.start, Day) else date.min


def _to_the_day(people: Sequence[Person]) -> bool:
    ends = [(person.term.start, person.term.end) if person.term else (None, None) for person in people]
    return all(isinstance(start, Day) and isinstance(end, Day | None) for start, end in ends)


def _without_a_gap(people: Sequence[Person]) -> bool:
    """Whether the numbers of the terms, where they are counted, follow one another."""
    numbers = sorted((person.number.first, person.number.last) for person in people if person.number)
    return all(before[1] + 1 >= after[0] for before, after in pairwise(numbers))
