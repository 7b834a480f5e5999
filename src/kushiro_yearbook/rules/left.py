"""Rules on what a copied edition keeps: no time and no correction of the edition before stands in the next."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TypeVar

from kushiro_yearbook.blocks.figures import Figure
from kushiro_yearbook.eras import Calendar, FiscalYear, When, Year
from kushiro_yearbook.faults import Fault, Place, Related
from kushiro_yearbook.inline import plain
from kushiro_yearbook.model import Edition, Section, Yearbook
from kushiro_yearbook.rules.times import span_of
from kushiro_yearbook.sections import Correction


def left_years(yearbook: Yearbook) -> Iterator[Fault]:
    """D12: what is dated in the year of the edition before is not dated alike in the next one.

    ja:
        見つけるもの: 前の版で最新だった年や時点が、新しい版でもそのまま書かれている節・数値・交流（exchange）・できごと（events）と、dates の「表彰式」「開催日」のように毎年あるもの（項目名が「式」「会」「開催」「開催日」「実施日」「期日」で終わるもの）の日付。ひとつの節の中のものは、まとめて知らせます。数年おきの調査（年で書かれたもの）は、数値が変わったときだけ。前の年よりまえのできごともある一覧や、書き足しただけの一覧は、沿革とみて知らせません。
        理由: 数値を新しくして年を直し忘れると、前の年の数値として読まれます。
        例:
            year: 令和6年度   # 令和7年度の実績を載せる版
        直し方: 年を新しくします。今年も前の年のものを載せるなら、allow に理由を書きます。
    en:
        Finds: a section, figure, exchange or event that keeps the year or day that was the newest in the edition before, and likewise the date of what is held every year under `dates` (a label ending in 式, 会, 開催, 開催日, 実施日 or 期日). Those of one section are told together. Calendar years, which surveys of every few years have, are told only where figures have changed. Lists that reach further back, or that were only added to, are taken for a history.
        Why: New figures under the old year are read as last year’s.
        Example:
            year: 令和6年度   # in the edition with the results of 令和7年度
        Mend: Write the new year. If last year’s are shown again, give the reason under `allow`.
    """
    for newer, older in pairwise(yearbook.editions):
        for section, then in _pairs(_dated(newer), _dated(older)):
            left = sorted(_left(section, then, older), key=lambda one: (one.within, one.place))
            for _, together in groupby(left, key=lambda one: one.within):
                yield _told(list(together), older)


@dataclass(frozen=True)
class Left:
    """A time as in the edition before, its place here and there; `within` where an `allow` can accept it."""

    time: When
    place: Place
    then: Place
    within: Place


def _told(left: list[Left], older: Edition) -> Fault:
    first, *others = left
    words = {"value": plain(first.time.runs("ja")), "edition": older.slug}
    related = (Related(first.then, "previous"), *(Related(one.place, "left") for one in others))
    return Fault(first.place, "D12", words, related)


Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing")
Keyed = Iterable[tuple[Key, Thing]]


def _pairs(newer: Keyed[Key, Thing], older: Keyed[Key, Thing]) -> Iterator[tuple[Thing, Thing]]:
    """The things of equal keys, in their order; none where there are more of a key in one than in the other."""
    now, before = _by_key(newer), _by_key(older)
    for key, things in now.items():
        if len(things) == len(before.get(key, ())):
            yield from zip(things, before[key], strict=True)


def _by_key(things: Keyed[Key, Thing]) -> Mapping[Key, list[Thing]]:
    found: dict[Key, list[Thing]] = {}
    for key, thing in things:
        found.setdefault(key, []).append(thing)
    return found


def _dated(edition: Edition) -> Iterator[tuple[tuple[str, ...], Section]]:
    """The sections that date themselves or something in them, by their keys."""
    for section in edition.sections():
        form = section.form
        own = form.year or form.as_of or form.dates or form.events or form.partners
        if own or any(_time(figure) for _, figure in section.figures()):
            yield section.key, section


def _left(section: Section, then: Section, older: Edition) -> Iterator[Left]:
    """Whatever of a section is left; what stands under a year is left to that year and to D15."""
    yield from _left_year(section, then, older)
    yield from _left_figures(section, then, older)
    yield from _left_exchanges(section, then, older)
    if not isinstance(section.scope.get("year"), Year | FiscalYear):
        yield from _left_events(section, then, older)
        yield from _left_dates(section, then, older)


def _left_year(section: Section, then: Section, older: Edition) -> Iterator[Left]:
    key, old = _key(section), _key(then)
    time, year = section.time, section.form.year
    if not key or not old or (time, year) != (then.time, then.form.year) or not isinstance(time, Calendar):
        return
    if time.year >= _newest(older) and section.status is then.status and not _other_survey(section, then):
        yield Left(time, section.form.place_of(key), then.form.place_of(old), section.form.place)


def _key(section: Section) -> str:
    """What says its own time; empty where nothing does."""
    if section.form.year:
        return "year"
    return "as_of" if isinstance(section.form.as_of, Calendar) else ""


def _other_survey(section: Section, then: Section) -> bool:
    """Whether a calendar year may stay: the figures are the same, or were corrected since."""
    same = _numbers(section) == _numbers(then)
    corrected = set(map(_said, section.form.corrections)) - set(map(_said, then.form.corrections))
    return isinstance(section.form.year, Year) and (same or bool(corrected))


def _numbers(section: Section) -> list[object]:
    return [(found.key, found.quantity) for found in section.observations()]


def _left_figures(section: Section, then: Section, older: Edition) -> Iterator[Left]:
    for figure, old in _pairs(_dated_figures(section), _dated_figures(then)):
        time, before = _time(figure), _time(old)
        moved = figure.status is not old.status or (isinstance(time, Year) and figure.value == old.value)
        if time and before and time == before and not moved and _is_newest(time, older):
            within = figure.place if figure.allow else section.form.place
            yield Left(time, _place(figure), _place(old), within)


def _dated_figures(section: Section) -> Iterator[tuple[str, Figure]]:
    return ((measure.label, figure) for measure, figure in section.figures() if _time(figure))


def _time(figure: Figure) -> When | None:
    return figure.as_of or figure.year


def _place(figure: Figure) -> Place:
    return figure.place_of("as_of" if figure.as_of else "year")


def _left_exchanges(section: Section, then: Section, older: Edition) -> Iterator[Left]:
    before = {str(one.id): one for one in then.form.partners.root} if then.form.partners else {}
    for partner in section.form.partners.root if section.form.partners else ():
        old = before.get(str(partner.id))
        now, last = partner.exchange, old.exchange if old else None
        if now and last and now.year == last.year and _is_newest(now.year, older):
            within = partner.place if partner.allow else section.form.place
            yield Left(now.year, now.place_of("year"), last.place_of("year"), within)


def _left_events(section: Section, then: Section, older: Edition) -> Iterator[Left]:
    now = [event for event in (section.form.events.root if section.form.events else ()) if event.when]
    before = {
        event.when: event for event in (then.form.events.root if then.form.events else ()) if event.when
    }
    whens = {event.when for event in now}
    if any(_is_earlier(when, older) for when in whens if when) or before.keys() < whens:
        return
    for event in now:
        if event.when and event.when in before and _is_newest(event.when, older):
            within = event.place if event.allow else section.form.place
            old = before[event.when].place_of("when")
            yield Left(event.when, event.place_of("when"), old, within)


# How the labels of what is held every year end.
YEARLY = ("式", "会", "開催", "開催日", "実施日", "期日")


def _left_dates(section: Section, then: Section, older: Edition) -> Iterator[Left]:
    before = then.form.dates.root if then.form.dates else {}
    for label, dating in section.form.dates.root.items() if section.form.dates else ():
        old, whens = before.get(label), dating.when
        held = whens and label.label.endswith(YEARLY) and all(_is_newest(when, older) for when in whens)
        if held and old and whens == old.when:
            yield Left(whens[0], dating.place, old.place, section.form.place)


def _newest(older: Edition) -> int:
    """The year that the edition before told of."""
    return (older.form.fiscal_year or Year(older.form.year.year - 1)).year


def _is_newest(when: When, older: Edition) -> bool:
    """Whether a time lies between the beginning of the year that the edition before told of and its own end."""
    span = span_of(when)
    if span is None or _is_earlier(when, older):
        return False
    return span[1] >= FiscalYear(_newest(older)).first and span[0] <= older.form.year.last


def _is_earlier(when: When, older: Edition) -> bool:
    span = span_of(when)
    return span is not None and span[0] < Year(_newest(older)).first


def left_corrections(yearbook: Yearbook) -> Iterator[Fault]:
    """P08: a correction of the edition before is not carried over into the next one.

    ja:
        見つけるもの: 前の版の corrections が、新しい版の同じ節にもそのまま残っているところ。
        理由: 新しい版の正誤表に、その版にはなかった誤りが載ります。
        例:
            corrections:   # 令和8年版に書いたものを写した
              - of: 男
                date: 令和8年7月15日
        直し方: 新しい版から消します。新しい版でも同じ訂正をしたのなら、allow に理由を書きます。
    en:
        Finds: `corrections` of the edition before that stand unchanged in the same section of the next.
        Why: The new edition’s page of corrections would tell of an error that it never had.
        Example:
            corrections:   # copied from the edition of 令和8年
              - of: 男
                date: 令和8年7月15日
        Mend: Delete them from the new edition. If it was corrected likewise, give the reason under `allow`.
    """
    for newer, older in pairwise(yearbook.editions):
        by_section = groupby(_carried(newer, older), key=lambda pair: pair[0])
        for _, copied in by_section:
            (_, one, old), *others = copied
            words = {"value": one.old.ja, "edition": older.slug}
            related = (Related(other.place, "left") for _, other, _ in others)
            yield Fault(one.place, "P08", words, (Related(old.place, "previous"), *related))


def carried(yearbook: Yearbook) -> set[Place]:
    """The places of the corrections that were copied along."""
    pairs = pairwise(yearbook.editions)
    return {one.place for newer, older in pairs for _, one, _ in _carried(newer, older)}


def _carried(newer: Edition, older: Edition) -> Iterator[tuple[Section, Correction, Correction]]:
    before = {(section.key, _said(one)): one for *_, section, one in older.corrections}
    for *_, section, one in newer.corrections:
        if old := before.get((section.key, _said(one))):
            yield section, one, old


def _said(correction: Correction) -> tuple[Hashable, ...]:
    """What a correction says, wherever it stands."""
    texts = (correction.old, correction.new, correction.reason)
    return (correction.date, str(correction.of), *(text.ja for text in texts))
