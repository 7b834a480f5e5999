"""Rules on confirmed figures: what two people read against the paper stays as they read it."""

from __future__ import annotations

from collections.abc import Iterator

from kushiro_yearbook.confirmation import Confirmed
from kushiro_yearbook.faults import Fault, Related
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.observations import Observation
from kushiro_yearbook.records import NAMES_BETWEEN, Confirmation, in_one_cell


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
                for entry in department.confirmations.entries if department.confirmations else ():
                    if not confirmed.holds(department.slug, entry):
                        yield from _changes(confirmed, department.slug, entry)


def _changes(confirmed: Confirmed, department: str, entry: Confirmation) -> Iterator[Fault]:
    record = (Related(entry.place, "confirmed"),)
    words = {"on": entry.on, "by": NAMES_BETWEEN.join(entry.by), "at": _at(entry)}
    now = {key: confirmed.figure(department, key) for key in entry.keys}
    gone = [key for key, one in now.items() if one is None]
    changed = [(key, one) for key, one in now.items() if one and _value(one) != entry.keys[key]]
    for key, one in changed:
        figures = {"old": entry.keys[key], "new": _value(one), "label": one.measure.label}
        yield Fault(
            one.place, "V10", {**words, **figures, "place": f"{one.place.path}:{one.place.line}"}, record
        )
    if gone:
        yield Fault(entry.place, "V11", {**words, "figures": _listed(gone, entry)})
    if not gone and not changed:
        first = next(one for one in now.values() if one)
        yield Fault(first.place, "V12", {**words, "place": f"{first.place.path}:{first.place.line}"}, record)


def _value(observation: Observation) -> str:
    return in_one_cell(observation.statement)


def _at(entry: Confirmation) -> str:
    return f"{entry.place.path}:{entry.place.line}"


def _listed(keys: list[str], entry: Confirmation) -> str:
    """The first few of the figures that are gone, with what they were."""
    told = [f"{key} = {entry.keys[key]}" for key in keys[:3]]
    return "; ".join(told) + (f" … ({len(keys)})" if len(keys) > 3 else "")
