"""The step `check`: every rule over the whole yearbook, less what the content accepts with a reason."""

from __future__ import annotations

from collections.abc import Iterator

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
    slips,
    texts,
    times,
)
from kushiro_yearbook.rules.rule import Rule
from kushiro_yearbook.wording import JUDGED

RULES: tuple[Rule, ...] = (
    Rule(figures.sums),
    Rule(figures.breakdowns),
    Rule(figures.counts, across=True),
    Rule(people.doubled_names),
    Rule(people.doubled_terms),
    Rule(references.citations),
    Rule(references.brackets),
    Rule(references.anchors),
    Rule(references.depth),
    Rule(references.slugs),
    Rule(references.keys),
    Rule(references.targets, across=True),
    Rule(references.highlights, across=True),
    Rule(references.former_addresses),
    Rule(references.links, across=True),
    Rule(images.files),
    Rule(texts.limits),
    Rule(times.reference_days),
    Rule(times.edition_years),
    Rule(times.undated_tables),
    Rule(times.times_to_come),
    Rule(order.numbers),
    Rule(slips.spaced_titles),
    Rule(slips.other_brackets),
    Rule(prose.letters),
    Rule(prose.headings),
    Rule(prose.images),
    Rule(prose.html),
    Rule(prose.footnotes),
    Rule(languages.missing_english, across=True),
    Rule(languages.missing_names, across=True),
    Rule(languages.unexplained_labels, across=True),
    Rule(settings.weighed),
    Rule(settings.allowed),
)


def check(yearbook: Yearbook, *, whole: bool) -> list[Fault]:
    """Every fault that the rules find, but for those that a section allows.

    `whole` says that every file could be read; if not, only rules that need no other file speak.
    """
    allowed = list(_allowed(yearbook))
    rules = [rule for rule in RULES if whole or not rule.across]
    return [fault for rule in rules for fault in _told(rule.find(yearbook), allowed)]


def _told(faults: Iterator[Fault], allowed: list[Allowance]) -> Iterator[Fault]:
    """Every finding that is not accepted, and the first of what no town can judge."""
    errors: list[Fault] = []
    for fault in faults:
        if fault.code not in JUDGED:
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
