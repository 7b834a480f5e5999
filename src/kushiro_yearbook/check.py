"""The step `check`: every rule over the whole yearbook, less what the content accepts with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kushiro_yearbook.faults import MOST_FAULTS, Fault, Place, foremost
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.rules import (
    figures,
    images,
    languages,
    order,
    people,
    prose,
    references,
    settings,
    texts,
    times,
)

Rule = Callable[[Yearbook], Iterator[Fault]]

RULES: tuple[Rule, ...] = (
    figures.sums,
    figures.breakdowns,
    figures.counts,
    people.doubled_names,
    people.doubled_terms,
    references.citations,
    references.brackets,
    references.anchors,
    references.depth,
    references.slugs,
    references.keys,
    references.targets,
    references.highlights,
    references.former_addresses,
    references.links,
    images.files,
    texts.limits,
    times.reference_days,
    times.edition_years,
    times.undated_tables,
    times.times_to_come,
    order.numbers,
    prose.letters,
    prose.headings,
    prose.images,
    prose.html,
    prose.footnotes,
    languages.missing_english,
    languages.missing_names,
    languages.unexplained_labels,
    settings.weighed,
    settings.allowed,
)


# Rules that look for what stands elsewhere: where a file could not be read, they would blame the wrong one.
ACROSS: frozenset[Rule] = frozenset(
    {
        figures.counts,
        references.targets,
        references.highlights,
        references.links,
        languages.missing_english,
        languages.missing_names,
        languages.unexplained_labels,
    }
)


def check(yearbook: Yearbook, *, whole: bool) -> list[Fault]:
    """Every fault that the rules find, but for those that a section allows.

    `whole` says that every file could be read; if not, only rules that need no other file speak.
    """
    allowed = list(_allowed(yearbook))
    rules = [rule for rule in RULES if whole or rule not in ACROSS]
    return [fault for rule in rules for fault in _told(rule(yearbook), allowed)]


def _told(faults: Iterator[Fault], allowed: list[Allowance]) -> Iterator[Fault]:
    """Every warning that is not accepted, and the first errors."""
    errors: list[Fault] = []
    for fault in faults:
        if fault.code not in settings.WARNINGS:
            errors.append(fault)
            if len(errors) > MOST_FAULTS:
                break
        elif not any(_accepts(one, fault) for one in allowed):
            yield fault
    yield from foremost(errors)


# A fault code, and the first and the last line of the section that accepts it.
Allowance = tuple[str, Place, int]


def _allowed(yearbook: Yearbook) -> Iterator[Allowance]:
    for _, section in yearbook.sections():
        place = section.form.place
        lines = [text.place.line for text, _ in section.texts() if text.place.path == place.path]
        lines += [observation.place.line for observation in section.observations()]
        for code in section.form.allow or {}:
            yield str(code), place, max(lines, default=place.line)


def _accepts(allowance: Allowance, fault: Fault) -> bool:
    code, place, last = allowance
    within = place.line <= fault.place.line <= last and place.path == fault.place.path
    return code == fault.code and within
