"""Rules on corrections: each names a figure of its section and a day that can have been."""

from __future__ import annotations

from collections.abc import Iterator

from kushiro_yearbook.corrections import nameable, names_of_key
from kushiro_yearbook.eras import Calendar, Year
from kushiro_yearbook.faults import Fault
from kushiro_yearbook.inline import plain
from kushiro_yearbook.model import Section, Yearbook
from kushiro_yearbook.quantities import near
from kushiro_yearbook.rules.left import carried


def corrected_figures(yearbook: Yearbook) -> Iterator[Fault]:
    """P06: the `of` of a correction names no figure of its section.

    ja:
        見つけるもの: corrections の of に、その節にない項目名や id を書いたところ。
        理由: どの数値の訂正かがわからないと、公開した数値との照合ができません。
        例:
            corrections:
              - of: 男姓  ← 表の項目名は「男」
        直し方: その節の数値の項目名をそのまま書いてください。同じ項目名がいくつもあるときは「行の id/項目の
            id」と書けます。
    en:
        Finds: corrections whose of names no figure of their section.
        Why: unless it is known which figure was corrected, nothing can be held against what was published.
        Example:
            corrections:
              - of: 男姓  ← the column is called 男
        Mend: write the label as the section has it; where several figures share it, ROW-ID/MEASURE-ID.
    """
    for edition in yearbook.editions:
        release = edition.release
        published = [key.split("/") for key in release.figures] if release and edition.corrections else []
        gone = {name for key in published for name in names_of_key(tuple(key))}
        known: dict[Section, set[str]] = {}
        for _, _, section, correction in edition.corrections:
            if correction.of is not None and correction.of not in gone:
                names = known.setdefault(section, nameable(section))
                if correction.of not in names:
                    found = near(correction.of, sorted(names))
                    yield Fault(correction.of.place, "P06", {"value": correction.of, "near": found})


def days_of_corrections(yearbook: Yearbook) -> Iterator[Fault]:
    """P07: a correction was made after the publication, and no later than the year after the newest edition.

    ja:
        見つけるもの: corrections の date のうち、版の発行日（published）よりまえの日と、いちばん新しい版の次の
            年よりもあとの日。
        理由: 訂正した日は正誤表に出ます。まだ来ていない日や、公開するまえの日に訂正したことにはなりません。
        例:
            corrections:
              - of: 男
                date: 令和18年7月15日  ← 令和8年7月15日
        直し方: 訂正した日を確かめて、書き直してください。
    en:
        Finds: under corrections, a date before the edition’s publication (published), or after the year that
            follows the newest edition.
        Why: the day stands on the page of corrections, and nothing is corrected on a day to come or before
            it was published.
        Example:
            corrections:
              - of: 男
                date: 令和18年7月15日  ← 令和8年7月15日
        Mend: check on which day it was corrected, and write that.
    """
    last = Year(yearbook.newest.form.year.year + 1, era=yearbook.newest.form.year.era)
    copied = carried(yearbook)  # P08 tells those
    for edition in yearbook.editions:
        published = edition.form.published
        for *_, correction in edition.corrections:
            day, words = correction.date, {}
            if correction.place in copied:
                continue
            if isinstance(day, Calendar) and day.first.year > last.year:
                words = {"last": plain(last.runs("ja"))}
            elif isinstance(day, Calendar) and isinstance(published, Calendar) and day.last < published.first:
                words = {"published": plain(published.runs("ja"))}
            if words:
                yield Fault(correction.place_of("date"), "P07", {"value": plain(day.runs("ja")), **words})
