"""Rules on times: what is dated can have been."""

from __future__ import annotations

from collections.abc import Iterator

from kushiro_yearbook.eras import FiscalYear, MonthDay, Year
from kushiro_yearbook.faults import Fault, Place, Refused
from kushiro_yearbook.inline import plain
from kushiro_yearbook.model import Yearbook


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
    """D09: an edition's year is that of its folder; D10: the year it reports is a fiscal year."""
    for edition in yearbook.editions:
        place = Place(edition.paths[0])
        if str(edition.form.year.year) != edition.slug:
            words = {"value": plain(edition.form.year.runs("ja")), "folder": edition.slug}
            yield Fault(place, "D09", words)
        reported = edition.form.fiscal_year
        if isinstance(reported, Year):
            yield Fault(place, "D10", {"value": plain(reported.runs("ja"))})
