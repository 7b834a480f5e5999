"""Rules on times: what is dated can have been."""

from __future__ import annotations

from collections.abc import Iterator

from kushiro_yearbook.eras import Day, FiscalYear, Month, MonthDay, Year
from kushiro_yearbook.faults import Fault, Place, Refused
from kushiro_yearbook.inline import plain
from kushiro_yearbook.model import Section, Yearbook


def reference_days(yearbook: Yearbook) -> Iterator[Fault]:
    """D03: a reference date without a year exists in the year of its section."""
    for _, section in yearbook.sections():
        day, year = section.form.as_of, section.scope.get("year")
        if isinstance(day, MonthDay) and isinstance(year, Year | FiscalYear):
            try:
                day.in_year(year)
            except Refused as refused:
                yield Fault(section.form.place, refused.code, refused.words)


def edition_years(yearbook: Yearbook) -> Iterator[Fault]:
    """D09: an edition's year is that of its folder."""
    for edition in yearbook.editions:
        if str(edition.form.year.year) != edition.slug:
            words = {"value": plain(edition.form.year.runs("ja")), "folder": edition.slug}
            yield Fault(Place(edition.paths[0]), "D09", words)


def undated_tables(yearbook: Yearbook) -> Iterator[Fault]:
    """S17: a table says for what year or day its numbers hold."""
    for _, section in yearbook.sections():
        if section.form.table is not None and section.time is None:
            yield Fault(_place(section), "S17")


def times_to_come(yearbook: Yearbook) -> Iterator[Fault]:
    """S18: no section's year or day comes after its edition's year."""
    for edition in yearbook.editions:
        last = edition.form.year
        for top in (section for department in edition.departments for section in department.sections):
            for section in top.walk():
                own = section.form.as_of or section.form.year
                time = section.time if own else None
                if isinstance(time, Day | Month | Year | FiscalYear) and time.year > last.year:
                    words = {"value": plain(time.runs("ja")), "year": plain(last.runs("ja"))}
                    yield Fault(_place(section), "S18", words)


def _place(section: Section) -> Place:
    """Its title, where it has one: what is wrong is wrong of all that stands under it."""
    return section.form.title.place if section.form.title else section.form.place
