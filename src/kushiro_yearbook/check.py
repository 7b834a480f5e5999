"""The step `check`: every rule over the whole yearbook, less what the content accepts with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kushiro_yearbook.faults import MOST_FAULTS, Fault, Place, foremost
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.rules import (
    calendar,
    confirmations,
    corrections,
    days,
    editions,
    english,
    exchanged,
    figures,
    freshness,
    images,
    japanese,
    jumps,
    languages,
    left,
    links,
    order,
    pairs,
    people,
    prose,
    published,
    readings,
    records,
    references,
    repeated,
    settings,
    slips,
    spacing,
    statements,
    terms,
    texts,
    times,
    translation,
)
from kushiro_yearbook.rules.allowances import Accepting, allowances, unused
from kushiro_yearbook.rules.rule import Rule
from kushiro_yearbook.wording import JUDGED

RULES: tuple[Rule, ...] = (
    Rule(figures.sums),
    Rule(figures.breakdowns),
    Rule(figures.added_units),
    Rule(figures.rounding),
    Rule(figures.counts, across=True),
    Rule(people.doubled_names),
    Rule(people.doubled_terms),
    Rule(people.seats),
    Rule(jumps.jumps),
    Rule(repeated.repeated_values),
    Rule(days.impossible_days),
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
    Rule(links.references),
    Rule(images.files),
    Rule(texts.limits),
    Rule(times.reference_days),
    Rule(times.undated_tables),
    Rule(times.times_to_come),
    Rule(times.outside_their_year),
    Rule(times.ended_plans),
    Rule(editions.edition_years),
    Rule(editions.edition_times),
    Rule(left.left_years),
    Rule(left.left_corrections),
    Rule(editions.other_years),
    Rule(order.numbers),
    Rule(spacing.spaces),
    Rule(slips.other_brackets),
    Rule(prose.letters),
    Rule(prose.headings),
    Rule(prose.images),
    Rule(prose.html),
    Rule(prose.footnotes),
    Rule(languages.missing_english, across=True),
    Rule(languages.missing_names, across=True),
    Rule(languages.unexplained_labels, across=True),
    Rule(readings.unjudged, across=True),
    Rule(records.readable),
    Rule(freshness.stale_texts, across=True),
    Rule(freshness.unapproved_texts, across=True),
    Rule(confirmations.confirmed_figures, across=True),
    Rule(published.changed_figures, across=True),
    Rule(published.lost_figures, across=True),
    Rule(published.lost_addresses, across=True),
    Rule(corrections.corrected_figures, across=True),
    Rule(corrections.days_of_corrections),
    Rule(statements.statements, across=True),
    Rule(translation.citations),
    Rule(statements.order, across=True),
    Rule(exchanged.exchanges, across=True),
    Rule(translation.links),
    Rule(terms.names, across=True),
    Rule(terms.labels),
    Rule(english.letters),
    Rule(english.signs),
    Rule(japanese.width),
    Rule(japanese.dependent_signs),
    Rule(japanese.look_alikes),
    Rule(japanese.brackets),
    Rule(pairs.pairs),
    Rule(japanese.punctuation),
    Rule(japanese.composed),
    Rule(japanese.wordings),
    Rule(settings.judged),
)


def check(yearbook: Yearbook, *, whole: bool) -> list[Fault]:
    """Every fault that the rules find, but for those that the content allows, and allowances of nothing.

    `whole` says that every file could be read; if not, only rules that need no other file speak.
    """
    accepting = Accepting(tuple(allowances(yearbook)))
    rules = [rule for rule in RULES if whole or not rule.across]
    found = [fault for rule in rules for fault in _told(rule.find(yearbook), accepting)]
    # What could not be read may hold what an allowance is for.
    return [*_but_echoes(found), *(unused(accepting) if whole else ())]


# What only shows that one language was changed: where another rule says what is wrong, that is enough.
ECHOES = frozenset({"E01", "E02", "E08"})
# What may be said of right words as well: it does not explain why each language states something else.
UNEXPLAINING = frozenset({"F07", "D13"})


def _but_echoes(faults: list[Fault]) -> Iterator[Fault]:
    """The faults without those that only repeat what another says of the same words."""
    # That a text is not approved (V…) does not say what is wrong with it.
    told = _by_line(fault for fault in faults if fault.code[0] not in "EJV")
    explained = _by_line(
        fault for fault in faults if fault.code[0] not in "EJV" and fault.code not in UNEXPLAINING
    )
    for fault in faults:
        others = explained if _disagrees(fault) else told
        places = (fault.place, *(related.place for related in fault.related))
        if fault.code not in ECHOES or not any(_meets(place, others) for place in places):
            yield fault


def _disagrees(fault: Fault) -> bool:
    """Whether each language states what the other does not."""
    return fault.code == "E01" and bool(fault.words["ja"] and fault.words["en"])


def _by_line(faults: Iterable[Fault]) -> Mapping[tuple[str, int], list[Place]]:
    found: dict[tuple[str, int], list[Place]] = {}
    for fault in faults:
        found.setdefault(fault.place[:2], []).append(fault.place)
    return found


def _meets(place: Place, told: Mapping[tuple[str, int], list[Place]]) -> bool:
    """Whether a fault was told of some of the same letters."""
    end = place.column + place.width
    others = told.get(place[:2], ())
    return any(place.column < other.column + other.width and other.column < end for other in others)


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
