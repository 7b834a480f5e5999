"""Rules on confirmed figures: what two people read against the paper stays as they read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from kushiro_yearbook.confirmation import Confirmed
from kushiro_yearbook.eras import Day
from kushiro_yearbook.faults import Fault, Place, Related
from kushiro_yearbook.inline import plain
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.observations import Observation
from kushiro_yearbook.records import NAMES_BETWEEN, Confirmation, in_one_cell
from kushiro_yearbook.rules.changes import Change, by_cause, listed, places_of, words_of


def confirmed_figures(yearbook: Yearbook) -> Iterator[Fault]:
    """V10: a figure is no longer as it was confirmed; V11: it is gone; V12: others were put beside it.

    ja:
        見つけるもの: 二人で原典と読み合わせた表や数値が、そのあとに変わったところ（V10）、なくなったところ
            （V11）、同じ表に新しい数値が増えたところ（V12）。表をほかの場所に移しただけなら、何も言いません。
        理由: 読み合わせで確かめた数値が、だれも気づかないうちに変わるのを防ぎます。
        例:
            総数: 151326
            男: 70756  ← 読み合わせたときは 70765
        直し方: 打ちまちがいなら元の数値に戻してください。正しく直したのなら、もう一度二人で原典と読み合わせ
            て「yearbook confirm ファイル名:行 --by 氏名 --by 氏名」で記録してください。なくして正しいなら
            「yearbook confirm 控えのファイル名:行 --withdraw」で控えから外します。
    en:
        Finds: a table or figure that two people read against the paper and that changed since (V10), is
            gone (V11), or had figures added (V12). A table that only moved is none.
        Why: so that no figure that was checked changes unnoticed.
        Example:
            総数: 151326
            男: 70756  ← was 70765 when confirmed
        Mend: put a slip right. Where the change is right, read it against the paper again, both of you, and
            record it with “yearbook confirm FILE:LINE --by NAME --by NAME”. Where it is right that it is
            gone, take it off the record with “yearbook confirm RECORD:LINE --withdraw”.
    """
    for edition in yearbook.editions:
        if any(department.confirmations for department in edition.departments):
            confirmed = Confirmed(edition)
            for department in edition.departments:
                lock = department.confirmations
                entries = [
                    entry
                    for entry in (lock.entries if lock else ())
                    if not confirmed.holds(department.slug, entry)
                ]
                yield from _changes(confirmed, department.slug, entries)


def _changes(confirmed: Confirmed, department: str, entries: list[Confirmation]) -> Iterator[Fault]:
    changed: dict[tuple[str, str], list[Change]] = {}
    for entry in entries:
        now = {key: confirmed.figure(department, key) for key in entry.keys}
        own = [
            Change(one, entry.keys[key], _value(one), entry.place, entry.key)
            for key, one in now.items()
            if one and _value(one) != entry.keys[key]
        ]
        changed.setdefault((entry.on, NAMES_BETWEEN.join(entry.by)), []).extend(own)
        gone = [key for key, one in now.items() if one is None]
        if gone:
            figures = listed([f"{key} = {entry.keys[key]}" for key in gone])
            words = {**_reading(entry), "at": _at(entry.place), "figures": figures}
            yield Fault(entry.place, "V11", {**words, "number": str(len(gone)) if len(gone) > 1 else ""})
        elif not own:
            first = next(one for one in now.values() if one)
            words = {**_reading(entry), "place": _at(first.place)}
            yield Fault(first.place, "V12", words, (Related(entry.place, "confirmed"),))
    for reading, changes in changed.items():
        yield from (_told(reading, told) for told in by_cause(changes))


def _told(reading: tuple[str, str], changes: list[Change]) -> Fault:
    """One fault for what one mistake has changed."""
    place = changes[0].now.place
    # A file stands for all blocks in it.
    at = _at(place) if len({change.block for change in changes}) == 1 else place.path
    words = {**_words(*reading), **words_of(changes), "place": at}
    return Fault(place, "V10", words, places_of(changes, "confirmed"))


def _value(observation: Observation) -> str:
    return in_one_cell(observation.statement)


def _at(place: Place) -> str:
    return f"{place.path}:{place.line}"


def _reading(entry: Confirmation) -> Mapping[str, str]:
    return _words(entry.on, NAMES_BETWEEN.join(entry.by))


def _words(on: str, by: str) -> Mapping[str, str]:
    """When it was read, in the words of each language, and by whom."""
    day = Day.of(date.fromisoformat(on))
    return {"on": plain(day.runs("ja")), "on_en": plain(day.runs("en")), "by": by}
