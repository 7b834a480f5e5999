"""The step `check`: every rule over the whole yearbook, less what the content accepts with a reason."""

from __future__ import annotations

from collections.abc import Iterator

from kushiro_yearbook.faults import MOST_FAULTS, Fault, foremost
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.rules import (
    calendar,
    confirmations,
    editions,
    figures,
    freshness,
    images,
    jumps,
    languages,
    order,
    people,
    prose,
    published,
    records,
    references,
    repeated,
    settings,
    slips,
    texts,
    times,
)
from kushiro_yearbook.rules.allowances import Accepting, allowances
from kushiro_yearbook.rules.rule import Rule
from kushiro_yearbook.wording import JUDGED

RULES: tuple[Rule, ...] = (
    Rule(figures.sums),
    Rule(figures.breakdowns),
    Rule(figures.rounding),
    Rule(figures.counts, across=True),
    Rule(people.doubled_names),
    Rule(people.doubled_terms),
    Rule(people.seats),
    Rule(jumps.jumps),
    Rule(repeated.repeated_values),
    Rule(calendar.weekdays),
    Rule(calendar.anniversaries),
    Rule(calendar.both_years),
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
    Rule(times.undated_tables),
    Rule(times.times_to_come),
    Rule(times.outside_their_year),
    Rule(times.ended_plans),
    Rule(editions.edition_years),
    Rule(editions.edition_times),
    Rule(editions.left_years),
    Rule(editions.other_years),
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
    Rule(records.readable),
    Rule(freshness.stale_texts, across=True),
    Rule(freshness.unapproved_texts, across=True),
    Rule(confirmations.confirmed_figures, across=True),
    Rule(published.changed_figures, across=True),
    Rule(published.lost_figures, across=True),
    Rule(published.lost_addresses, across=True),
    Rule(published.corrected_figures, across=True),
    Rule(settings.weighed),
    Rule(settings.allowed),
)


def check(yearbook: Yearbook, *, whole: bool) -> list[Fault]:
    """Every fault that the rules find, but for those that the content allows, and allowances of nothing.

    `whole` says that every file could be read; if not, only rules that need no other file speak.
    """
    accepting = Accepting(tuple(allowances(yearbook)))
    rules = [rule for rule in RULES if whole or not rule.across]
    found = [fault for rule in rules for fault in _told(rule.find(yearbook), accepting)]
    # What could not be read may hold what an allowance is for.
    return [*found, *_unused(accepting)] if whole else found


def _told(faults: Iterator[Fault], accepting: Accepting) -> Iterator[Fault]:
    """Every finding that is not accepted, and the first of what no town can judge."""
    errors: list[Fault] = []
    for fault in faults:
        if fault.code not in JUDGED:
            errors.append(fault)
            if len(errors) > MOST_FAULTS:
                break
        elif not accepting.accepts(fault):
            yield fault
    yield from foremost(errors)


def _unused(accepting: Accepting) -> Iterator[Fault]:
    for allowance in accepting.unused():
        if allowance.code in JUDGED:
            yield Fault(allowance.code.place, "S29", {"value": allowance.code})
