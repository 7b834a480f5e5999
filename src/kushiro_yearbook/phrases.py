"""Phrases: headings with their qualifiers and figures with theirs, as pages word them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kushiro_yearbook.blocks.base import in_words
from kushiro_yearbook.blocks.figures import Figure
from kushiro_yearbook.blocks.partners import Anniversary
from kushiro_yearbook.eras import MonthDay
from kushiro_yearbook.inline import Runs, around, joined, line, plain
from kushiro_yearbook.model import Section
from kushiro_yearbook.quantities import Status
from kushiro_yearbook.text import Text, sentence_case

Words = Mapping[str, str]


def heading(section: Section, language: str) -> Runs:
    """The title alone; the label of the lone value where there is no title."""
    if section.heading is None:
        return ()
    if isinstance(section.heading, Text):
        runs = section.heading.runs(language, section.scope)
    else:
        runs = section.heading.runs(language)
    return sentence_case(runs) if language == "en" else runs


def qualifiers(section: Section, language: str, words: Words) -> list[Runs]:
    """What the heading adds in parentheses, in the order scope, year, date, times held, by whom, status."""
    said = section.said[language]
    found = ((key, runs) for key, runs in _qualifiers(section, language, words) if key not in said)
    return [around(words["parenthesis"], runs) for _, runs in found if runs]


def full_heading(section: Section, language: str, words: Words) -> Runs:
    """The title with its qualifiers."""
    return line(heading(section, language), *qualifiers(section, language, words))


def plain_heading(section: Section, language: str) -> str:
    """The title as bare text, for titles, links and lists."""
    return plain(heading(section, language))


def _qualifiers(section: Section, language: str, words: Words) -> Iterator[tuple[str, Runs]]:
    form = section.form
    if form.scope is not None:
        yield "scope", form.scope.runs(language)
    if form.year is not None:
        yield "year", form.year.runs(language)
    if form.as_of is not None:
        yield "as_of", around(words["as_of"], _as_of(section, language))
    if form.held is not None:
        times = form.held.runs(language) if language == "ja" else form.held.bare(language)
        yield "held", around(words["held_once" if form.held.value == 1 else "held_times"], times)
    yield "by", in_words([name.runs(language) for name in form.by], language)
    if form.status is not None:
        yield "status", form.status.runs(language)


def _as_of(section: Section, language: str) -> Runs:
    """The date; in Japanese without the year where the heading's own year stands beside it."""
    full = section.scope.get("as_of", section.form.as_of)
    assert section.form.as_of is not None
    assert full is not None
    if language == "ja" and isinstance(section.form.as_of, MonthDay):
        moment = "".join(run.datetime for run in full.runs("ja"))
        return tuple(run._replace(datetime=moment) for run in section.form.as_of.runs("ja"))
    return full.runs(language)


def figure(value: Figure, language: str, words: Words) -> Runs:
    """A figure after its label, with whose it is and when it holds in parentheses."""
    as_of = around(words["as_of"], value.as_of.runs(language)) if value.as_of else ()
    year = value.year.runs(language) if value.year else ()
    whose = value.of.runs(language) if value.of else ()
    counted = line(*dict.fromkeys(quantity.aside(language) for quantity in value.value))
    status = value.status.runs(language) if value.status is not Status.NORMAL else ()
    said = [runs for runs in (counted, whose, year, as_of, status) if runs]
    separator = "、" if language == "ja" else ", "
    aside = around(words["parenthesis"], joined(said, separator)) if said else ()
    return line(value.beside_label(language), aside)


def years(anniversary: Anniversary, words: Words) -> Runs:
    """How many years it is that a place is a partner."""
    said = words["partner_one_year"] if anniversary.years == 1 else words["partner_years"]
    return around(said, line(str(anniversary.years)))


def kilometres(distance: int, words: Words) -> Runs:
    """A distance, named as reckoned."""
    return around(words["computed_km"], line(f"{distance:,}"))
