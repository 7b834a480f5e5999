"""What changed inside an edition, or from one to the next, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from kushiro_yearbook.briefing.markdown import Listing, Row, beside
from kushiro_yearbook.briefing.voice import Voice
from kushiro_yearbook.comparing.comparison import Between
from kushiro_yearbook.comparing.editions import Changes, Renewal
from kushiro_yearbook.comparing.entries import Entry
from kushiro_yearbook.comparing.figures import Located
from kushiro_yearbook.comparing.matching import Pair
from kushiro_yearbook.comparing.pages import Page, retitled
from kushiro_yearbook.faults import Place


def changes(between: Between, voice: Voice) -> Iterator[Listing]:
    """Every kind of change in the order of its weight, whether it has rows or not."""
    yield from _inside(between.inside, voice)
    words = voice.words
    heads = (words["diff_entry"], words["diff_old"], words["diff_new"], words["diff_place"])
    rows = tuple(_entries(between.registered, voice))
    yield Listing(words["diff_registered"], heads, rows, words["diff_registered_note"])
    yield _stale(between, voice)


def renewed(renewal: Renewal, voice: Voice) -> Iterator[Listing]:
    """What a new edition renewed of the one before it; that it renewed nothing is told in a sentence."""
    words, names = voice.words, (voice.text(renewal.extent.label), voice.text(renewal.before))
    # Both stand in the new content.
    for listing in _inside((renewal.changes,), replace(voice, old=voice.new), dropped=True):
        yield replace(listing, title=words["diff_beside"].format(*names, listing.title))
    heads = (words["diff_department"], words["diff_page"], words["diff_kept_figures"], words["diff_place"])
    rows = tuple(
        (
            voice.text(kept.department.form.name),
            voice.way((kept.section,)),
            str(kept.figures),
            voice.at(Place(kept.section.paths[0])),
        )
        for kept in (() if renewal.untouched else renewal.kept)
    )
    yield Listing(words["diff_kept"].format(*names), heads, rows, words["diff_kept_note"])


def _inside(inside: tuple[Changes, ...], voice: Voice, *, dropped: bool = False) -> Iterator[Listing]:
    """`dropped` where what the new one lacks still stands in the old one."""
    words = voice.words
    old, new, place = words["diff_old"], words["diff_new"], words["diff_place"]
    figures = [pair for one in inside for pair in one.figures]
    dated = [(was, now) for was, now in figures if was and now and was.value == now.value]
    rows = tuple(_figure(pair, voice) for pair in figures if pair not in dated)
    heads = (words["diff_figure"], old, new, place)
    yield Listing(words["diff_figures"], heads, rows)
    rows = tuple(_figure(pair, voice) for pair in dated)
    yield Listing(words["diff_dated"], heads, rows, words["diff_dated_note"])
    entries = [pair for one in inside for pair in one.entries]
    yield Listing(words["diff_entries"], (words["diff_entry"], *heads[1:]), tuple(_entries(entries, voice)))
    yield from _pages(inside, voice, words["diff_dropped_note"] if dropped else words["diff_removed_note"])
    titles = (words["diff_language"], old, new, words["diff_address"])
    retitled = [pair for one in inside for pair in one.pages.retitled]
    shown = [(was, now) for was, now in retitled if not (dropped and was.key == ())]
    yield Listing(words["diff_titles"], titles, tuple(row for pair in shown for row in _titles(pair, voice)))


def _pages(inside: tuple[Changes, ...], voice: Voice, note: str) -> Iterator[Listing]:
    words = voice.words
    page, address, place = words["diff_page"], words["diff_address"], words["diff_place"]
    added = tuple((*_page(page, voice), voice.at(page.place)) for one in inside for page in one.pages.added)
    yield Listing(words["diff_added"], (page, address, place), added)
    moved = tuple(
        (now.title(voice.language), was.address, now.address)
        for one in inside
        for was, now in one.pages.moved
    )
    yield Listing(words["diff_moved"], (page, words["diff_old_address"], words["diff_new_address"]), moved)
    removed = tuple(
        (*_page(was, voice), voice.formerly_at(was.place), voice.at(now.place) if now else "")
        for one in inside
        for was, now in one.pages.removed
    )
    yield Listing(words["diff_removed"], (page, address, place, words["diff_namesake"]), removed, note)


def _page(page: Page, voice: Voice) -> Row:
    return (page.title(voice.language), page.address)


def _titles(pair: tuple[Page, Page], voice: Voice) -> Iterator[Row]:
    """A row for each language in which the title changed."""
    was, now = pair
    for language in retitled(was, now):
        old = was.titles.get(language, voice.words["diff_none"])
        yield (voice.words[f"diff_language_{language}"], *beside(old, now.titles[language]), now.address)


def _figure(pair: Pair[Located], voice: Voice) -> Row:
    was, now = pair
    here = now or was
    assert here is not None
    place = voice.at(here.place) if now else voice.formerly_at(here.place)
    return (voice.figure(here), voice.value(was, now), voice.value(now, was), place)


def _entries(pairs: Iterable[Pair[Entry]], voice: Voice) -> Iterator[Row]:
    """A row for each change; what is new or gone with all its parts is one."""
    for (come, whole), group in groupby(pairs, _whole):
        if whole:
            yield _one_sided([side for pair in group for side in pair if side], voice, come=come)
            continue
        for was, now in group:
            if was and now:
                yield from _both_sided(was, now, voice)
            else:
                yield _one_sided([side for side in (was, now) if side], voice, come=come)


def _whole(pair: Pair[Entry]) -> tuple[bool, Place | None]:
    """Whether it is new, and the whole that it is new or gone with."""
    was, now = pair
    here = now or was
    return (was is None, here.item if here and not (was and now) else None)


def _one_sided(entries: list[Entry], voice: Voice, *, come: bool) -> Row:
    first, none = entries[0], voice.words["diff_none"]
    if len(entries) == 1:
        way, words = voice.way(first.way, voice.field(first)), voice.entry(first)
    else:
        way = voice.way(first.way)
        words = voice.listed(f"{voice.field(entry)} {voice.entry(entry)}".strip() for entry in entries)
    return (
        (way, none, words, voice.at(first.place))
        if come
        else (way, words, none, voice.formerly_at(first.place))
    )


def _both_sided(was: Entry, now: Entry, voice: Voice) -> Iterator[Row]:
    way = voice.way(now.way, voice.field(now))
    place, none = voice.at(now.place), voice.words["diff_none"]
    if was.said[0] != now.said[0]:
        yield (way, *beside(voice.entry(was), voice.entry(now)), place)
    if was.said[1] != now.said[1] and now.english:
        yield (way + voice.words["diff_in_english"], *beside(was.english or none, now.english), place)


def _stale(between: Between, voice: Voice) -> Listing:
    words = voice.words
    heads = (
        words["diff_old_japanese"],
        words["diff_new_japanese"],
        words["diff_english"],
        words["diff_place"],
    )
    rows = tuple(
        (*beside(was, text.ja), text.words("en"), voice.at(text.place)) for was, text in between.stale
    )
    return Listing(words["diff_stale"], heads, rows, words["diff_stale_note"])
