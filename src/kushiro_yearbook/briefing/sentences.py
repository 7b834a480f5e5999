"""What is to be known first: whether a site can be built, what is new as a whole, what could be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kushiro_yearbook.briefing.markdown import Listing
from kushiro_yearbook.briefing.voice import Voice
from kushiro_yearbook.comparing.comparison import Comparison, State
from kushiro_yearbook.comparing.editions import Extent, Renewal
from kushiro_yearbook.faults import Severity


def alarms(comparison: Comparison, voice: Voice) -> Iterator[str]:
    """What must not be overlooked: errors, and a new edition in which all is still last year's."""
    words = voice.words
    if comparison.errors:
        yield words["diff_unsound"].format(comparison.errors)
    for renewal in comparison.between.renewals:
        if renewal.untouched:
            figures, before = renewal.extent.figures, voice.text(renewal.before)
            label = voice.text(renewal.extent.label)
            yield words["diff_untouched"].format(label, renewal.sections, figures, before)


def sentences(comparison: Comparison, changes: Iterable[Listing], voice: Voice) -> Iterator[str]:
    """The rest, in which `changes` are the kinds of change that there may be none of."""
    words, between = voice.words, comparison.between
    warnings = sum(office.number(Severity.WARNING) for office in comparison.offices)
    if not comparison.errors:
        yield words["diff_sound"]
    if warnings:
        yield words["diff_warnings"].format(warnings)
    if comparison.mended:
        yield words["diff_mended"].format(comparison.mended)
    if comparison.state is not State.COMPARED:
        yield _not_compared(comparison, voice)
    for extent in (*(renewal.extent for renewal in between.renewals), *between.added):
        yield _extent(words["diff_edition_added"], extent, voice)
    yield from (_renewed(renewal, voice) for renewal in between.renewals if not renewal.untouched)
    yield from (_extent(words["diff_edition_removed"], extent, voice) for extent in between.removed)
    yield from _unchanged(comparison, changes, voice)


def _not_compared(comparison: Comparison, voice: Voice) -> str:
    found = {
        State.FIRST: voice.words["diff_first"].format(*comparison.extent),
        State.OLD_UNREAD: voice.words["diff_old_unread"],
        State.NEW_UNREAD: voice.words["diff_new_unread"],
    }
    return found[comparison.state]


def _extent(pattern: str, extent: Extent, voice: Voice) -> str:
    return pattern.format(voice.text(extent.label), extent.pages, extent.figures)


def _renewed(renewal: Renewal, voice: Voice) -> str:
    kept, label = len(renewal.kept), voice.text(renewal.extent.label)
    counts = (renewal.sections, renewal.sections - kept, kept)
    return voice.words["diff_renewed"].format(label, *counts, voice.text(renewal.before))


def _unchanged(comparison: Comparison, changes: Iterable[Listing], voice: Voice) -> Iterator[str]:
    """That nothing changed; or which kinds of change there are none of, where nothing can be hidden."""
    if comparison.state is State.FIRST:
        return
    if comparison.same:
        yield voice.words["diff_nothing"]
    elif comparison.state is State.COMPARED and not comparison.between.one_sided:
        # A name that changed in a register may be a title.
        hidden = {voice.words["diff_titles"]} if comparison.between.registered else set()
        none = [listing.title for listing in changes if not listing.rows and listing.title not in hidden]
        separator = "、" if voice.language == "ja" else "; "
        if none and not any(comparison.between.unread):
            yield voice.words["diff_none_of"].format(separator.join(none))
