"""Plans: the sections of a department that hold for some years, with their periods."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kushiro_yearbook.charts.timeline import Timeline, drawn
from kushiro_yearbook.eras import FiscalYear, Period, Year
from kushiro_yearbook.model import Department, Section


@dataclass(frozen=True, slots=True)
class Plan:
    """What holds for some years: the section that names it, and that of its page."""

    section: Section
    top: Section


def plans(department: Department) -> Timeline[Plan] | None:
    """The plans of a department in their order; None for fewer than two."""
    found = [*_plans(department)]
    ends = [period.end.last for _, period in found if isinstance(period.end, Year | FiscalYear)]
    return drawn(found, max(ends)) if ends else None


def _plans(department: Department) -> Iterator[tuple[Plan, Period]]:
    for top in department.sections:
        for section, named in _named(top, Plan(top, top)):
            for dating in section.form.dates.root.values() if section.form.dates else ():
                for when in dating.when:
                    if isinstance(when, Period) and _whole_years(when):
                        yield _about(section, department) or named, when


def _named(section: Section, above: Plan) -> Iterator[tuple[Section, Plan]]:
    """Each section with the one that names it: itself, or the nearest above that has a title."""
    named = Plan(section, above.top) if section.form.title else above
    yield section, named
    for below in section.sections:
        yield from _named(below, named)


def _about(section: Section, department: Department) -> Plan | None:
    """The section that one says it is about."""
    places = (Plan(other, top) for top in department.sections for other in top.walk())
    known = (place for place in places if section.form.of in (place.section.form.id, place.section.slug))
    return next(known, None) if section.form.of else None


def _whole_years(period: Period) -> bool:
    return all(isinstance(end, Year | FiscalYear) for end in (period.start, period.end))
