"""From forms to the model: each section gets its number, key, anchor, time and the values it may cite."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kushiro_yearbook.blocks.base import cited_in, in_words
from kushiro_yearbook.blocks.dates import Dating
from kushiro_yearbook.blocks.figures import Figure
from kushiro_yearbook.eras import FiscalYear, MonthDay, When, Year
from kushiro_yearbook.faults import Refused
from kushiro_yearbook.inline import Runs
from kushiro_yearbook.model import Number, Section
from kushiro_yearbook.quantities import Status
from kushiro_yearbook.registers import Measure
from kushiro_yearbook.sections import SectionForm
from kushiro_yearbook.text import LANGUAGES, Scope, Text, Value


@dataclass(frozen=True)
class Inherited:
    """What a section hands down to those in it, inside one file."""

    key: tuple[str, ...]
    anchor: str = ""
    depth: int = 1
    year: Year | FiscalYear | None = None
    as_of: When | None = None
    by: tuple[Text, ...] = ()
    status: Status = Status.NORMAL
    combine: Text | None = None


@dataclass(frozen=True)
class Names:
    """Several names as one citable value."""

    names: tuple[Text, ...]

    def runs(self, language: str) -> Runs:
        """The names as a list in a sentence."""
        return in_words([name.runs(language) for name in self.names], language)

    def bare(self, language: str) -> Runs:
        """As `runs`."""
        return self.runs(language)


def settle(form: SectionForm, slug: str, number: Number, above: Inherited, paths: tuple[str, ...]) -> Section:
    """A section with all it holds; `above` is what it inherits, `paths` the files it was read from."""
    year = form.year or above.year
    as_of = _in_year(form.as_of, year) or above.as_of
    by = form.by or above.by
    status = form.status or above.status
    scope = {**_values(form), **_qualifiers(form, year, as_of, by, status)}
    sentences = (form.title, form.scope, form.text, *form.notes)
    said = {language: cited_in(sentences, language) for language in LANGUAGES}
    heading, lone = _heading(form, frozenset().union(*said.values()))
    below = Inherited(
        _key(form, slug, above), above.anchor, above.depth + 1, year, as_of, by, status, form.combine
    )
    for _, block in form.blocks():
        block.bind(scope)
    return Section(
        form=form,
        slug=slug,
        key=below.key,
        anchor=form.id or above.anchor,
        number=number,
        heading=heading,
        lone=lone,
        scope=scope,
        said=said,
        time=as_of or year,
        status=status,
        sections=tuple(_children(form, below, paths)),
        paths=paths,
        member_of=above.combine,
    )


def numbered(forms: list[SectionForm], depth: int, parent: SectionForm | None = None) -> Iterator[Number]:
    """The number of each section in a row: one that takes none does not count."""
    pattern = parent.numbering if parent else None
    counted = 0
    for form in forms:
        if form.mark is not None or (parent is not None and parent.unnumbered_children):
            yield Number(sign="" if form.mark in (None, "none") else str(form.mark))
        else:
            counted += 1
            yield Number(depth, counted, pattern=pattern)


def _children(form: SectionForm, above: Inherited, paths: tuple[str, ...]) -> Iterator[Section]:
    numbers = numbered(list(form.sections), above.depth, form)
    for position, (child, number) in enumerate(zip(form.sections, numbers, strict=True), start=1):
        anchor = f"{above.anchor}-{position}" if above.anchor else f"s{position}"
        yield settle(child, "", number, replace(above, anchor=anchor), paths)


def _key(form: SectionForm, slug: str, above: Inherited) -> tuple[str, ...]:
    """The way to it: a page's slug, then the ids met; sections without an id add nothing."""
    step = slug or form.id
    return (*above.key, step) if step else above.key


def _in_year(as_of: When | None, year: Year | FiscalYear | None) -> When | None:
    """A day without a year takes the section's: 5月1日 of 令和7年度 is 1 May 2025."""
    if isinstance(as_of, MonthDay) and year is not None:
        try:
            return as_of.in_year(year)
        except Refused:  # 29 February of a common year; a rule says so
            return as_of
    return as_of


def _values(form: SectionForm) -> Mapping[str, Value]:
    found: dict[str, Value] = {}
    for _, block in form.blocks():
        found |= block.values()
    return found


def _qualifiers(
    form: SectionForm,
    year: Year | FiscalYear | None,
    as_of: When | None,
    by: tuple[Text, ...],
    status: Status,
) -> Scope:
    """The values of the heading, by the key that cites them."""
    found: dict[str, Value | None] = {"year": year, "as_of": as_of, "held": form.held, "scope": form.scope}
    found["by"] = Names(by) if by else None
    found["status"] = status if status is not Status.NORMAL else None
    return {key: value for key, value in found.items() if value is not None}


def _heading(form: SectionForm, said: frozenset[str]) -> tuple[Text | Measure | None, Dating | Figure | None]:
    """Its title, or the label of the one value it consists of, with that value."""
    if form.title is not None:
        return form.title, None
    dates = form.dates.root if form.dates else {}
    figures = form.figures.root if form.figures else {}
    values: dict[Measure, Dating | Figure] = {**dates, **figures}
    if len(values) != 1:
        return None, None
    label, value = next(iter(values.items()))
    return (None, None) if label.label in said else (label, value)
