"""The whole summary."""

from __future__ import annotations

from kushiro_yearbook.briefing.changes import changes, renewed
from kushiro_yearbook.briefing.faults import faults, left
from kushiro_yearbook.briefing.markdown import escaped
from kushiro_yearbook.briefing.sentences import alarms, sentences
from kushiro_yearbook.briefing.voice import Voice
from kushiro_yearbook.comparing.comparison import Comparison
from kushiro_yearbook.theme import Theme

# GitHub takes a summary of 1 MiB at most; where the first length does not fit, the next one is tried.
MAX_BYTES = 1_000_000
LENGTHS = (300, 60, 10)


def summary(comparison: Comparison, theme: Theme, language: str, old: str, new: str) -> str:
    """A comparison as Markdown; `old` and `new` are the folders of the two contents."""
    voice = Voice(theme.words[language], language, old, new)
    kinds = list(changes(comparison.between, voice))
    renewals = [listing for one in comparison.between.renewals for listing in renewed(one, voice)]
    listings = [*faults(comparison, voice), *kinds, *renewals, left(comparison, voice)]
    # Whatever a template prints is escaped, so that no value can be forgotten.
    template = theme.environment.overlay(autoescape=False, finalize=escaped).get_template("diff.md")
    context = {
        "words": voice.words,
        "alarms": tuple(alarms(comparison, voice)),
        "sentences": tuple(sentences(comparison, kinds, voice)),
    }
    for length in LENGTHS:
        told = template.render(context, listings=[one.cut(length) for one in listings if one.rows])
        if len(told.encode()) <= MAX_BYTES:
            break
    return told
