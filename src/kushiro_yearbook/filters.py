"""The filters that templates use: what a value, heading or place says in the page's language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from budoux import Parser, load_default_japanese_parser
from jinja2 import pass_context
from jinja2.runtime import Context

from kushiro_yearbook import phrases
from kushiro_yearbook.addresses import Address, asset, relative
from kushiro_yearbook.blocks.base import in_words
from kushiro_yearbook.blocks.figures import Figure
from kushiro_yearbook.blocks.partners import Anniversary, Partner
from kushiro_yearbook.charts.bars import bars
from kushiro_yearbook.charts.comparison import compared
from kushiro_yearbook.charts.plans import plans
from kushiro_yearbook.charts.results import results
from kushiro_yearbook.charts.terms import terms
from kushiro_yearbook.eras import Day
from kushiro_yearbook.inline import Run, Runs, around, plain
from kushiro_yearbook.model import Section
from kushiro_yearbook.text import NOTHING, Scope, Text, Value, sentence_case


@pass_context
def _runs(context: Context, value: Value | Text, scope: Scope = NOTHING) -> Runs:
    """What a value says in the page's language."""
    if isinstance(value, Text):
        return value.runs(context["language"], scope)
    return value.runs(context["language"])


@pass_context
def _heading(context: Context, section: Section) -> Runs:
    return phrases.heading(section, context["language"])


@pass_context
def _full_heading(context: Context, section: Section) -> Runs:
    return phrases.full_heading(section, context["language"], context["words"])


@pass_context
def _qualifiers(context: Context, section: Section) -> list[Runs]:
    return phrases.qualifiers(section, context["language"], context["words"])


@pass_context
def _figure(context: Context, value: Figure) -> Runs:
    return phrases.figure(value, context["language"], context["words"])


@pass_context
def _beside_label(context: Context, value: Any) -> Runs:
    return tuple(value.beside_label(context["language"]))


@pass_context
def _capital(context: Context, runs: Runs) -> Runs:
    """A cell or heading begins with a capital in English."""
    return sentence_case(runs) if context["language"] == "en" else runs


@pass_context
def _both_calendars(context: Context, day: Day) -> Runs:
    return day.runs(context["language"], both=True)


@pass_context
def _in_words(context: Context, names: Iterable[Text]) -> Runs:
    """Names as a list in a sentence."""
    return in_words([name.runs(context["language"]) for name in names], context["language"])


@pass_context
def _where(context: Context, partner: Partner) -> Runs:
    return partner.where(context["language"])


@pass_context
def _years(context: Context, anniversary: Anniversary) -> Runs:
    return phrases.years(anniversary, context["words"])


@pass_context
def _kilometres(context: Context, distance: int) -> Runs:
    return phrases.kilometres(distance, context["words"])


def _thousands(number: int) -> str:
    return f"{number:,}"


def _units(number: float) -> str:
    """A length in the units of a map."""
    return f"{number:.1f}".removesuffix(".0")


def _percent(share: float) -> str:
    """A length or place in a chart, in per cent of its width."""
    return f"{share:.2f}".rstrip("0").rstrip(".") + "%"


@pass_context
def _asset(context: Context, name: str) -> str:
    return relative(asset(name), context["page"].address)


@pass_context
def _link(context: Context, to: Address) -> str:
    return relative(to, context["page"].address)


_NUMERAL = re.compile(r"\d[\d,.]*(?:[～–]\d[\d,.]*)?")


@pass_context
def _numeral(context: Context, value: Any) -> tuple[str, str, str]:
    """A quantity as what stands before its number, the number, and what stands after."""
    words = plain(value.beside_label(context["language"]))
    found = _NUMERAL.search(words)
    return (words[: found.start()], found[0], words[found.end() :]) if found else ("", "", words)


@cache
def _phrases(words: str) -> tuple[str, ...]:
    """Japanese words as the phrases that a line should not break within."""
    return tuple(_parser().parse(words)) if words else ()


@cache
def _parser() -> Parser:
    return load_default_japanese_parser()


def _within(pattern: str, value: Runs | str) -> Runs:
    """Interface words with their gap filled."""
    return around(pattern, (Run(value),) if isinstance(value, str) else value)


FILTERS = {
    "runs": _runs,
    "heading": _heading,
    "full_heading": _full_heading,
    "qualifiers": _qualifiers,
    "figure": _figure,
    "beside_label": _beside_label,
    "capital": _capital,
    "link": _link,
    "within": _within,
    "plain": plain,
    "both_calendars": _both_calendars,
    "in_words": _in_words,
    "where": _where,
    "years": _years,
    "kilometres": _kilometres,
    "thousands": _thousands,
    "units": _units,
    "percent": _percent,
    "bars": bars,
    "terms": terms,
    "compared": compared,
    "results": results,
    "plans": plans,
    "asset": _asset,
    "numeral": _numeral,
    "phrases": _phrases,
}
