"""Rules on editions: nothing that names the year is left as it was in the edition before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from kushiro_yearbook.date_reader import parse_year
from kushiro_yearbook.eras import ERAS, Calendar, FiscalYear, Year
from kushiro_yearbook.faults import Fault, Refused, Related
from kushiro_yearbook.inline import plain
from kushiro_yearbook.model import Edition, Yearbook
from kushiro_yearbook.rules.walk import PAIR
from kushiro_yearbook.text import Text


def edition_years(yearbook: Yearbook) -> Iterator[Fault]:
    """D09: an edition's year is that of its folder.

    ja:
        見つけるもの: フォルダ名（2026）とちがう年が書かれた版。
        理由: 前の版を写したあとに年を直し忘れると、古い年の名で公開されます。
        例:
            year: 令和7年   # フォルダは 2026
        直し方: フォルダ名・year・label・fiscal_year をそろえて直します。
    en:
        Finds: an edition whose year is not the one that its folder is named after.
        Why: If the year is forgotten when an edition is copied, it is published under the old one.
        Example:
            year: 令和7年   # the folder is 2026
        Mend: Change the folder’s name, `year`, `label` and `fiscal_year` together.
    """
    for edition in yearbook.editions:
        if str(edition.form.year.year) != edition.slug:
            words = {"value": plain(edition.form.year.runs("ja")), "folder": edition.slug}
            yield Fault(edition.form.place_of("year"), "D09", words)


# The keys of `edition.yaml` that tell a time, and by how many years each may lie before or after the edition's.
BOUNDS: Mapping[str, tuple[int, int]] = {
    "fiscal_year": (-1, 0),
    "reference_date": (-1, 0),
    "published": (-1, 1),
}


def edition_times(yearbook: Yearbook) -> Iterator[Fault]:
    """D14: an edition's label, fiscal year and days fit its year, and are not those of the edition before.

    ja:
        見つけるもの: edition.yaml の label（令和8年版、2026 edition）、fiscal_year、reference_date、published のうち、版の年に合わないものや、前の版と同じもの。
        理由: 前の版を写して新しい版を作るときに、いちばん直し忘れるところです。
        例:
            label: {ja: 令和7年版, en: 2025 edition}
            year: 令和8年
        直し方: 新しい版の年に合わせて直します。
    en:
        Finds: a `label`, `fiscal_year`, `reference_date` or `published` of an edition that does not fit its year, or is that of the edition before.
        Why: These are what is forgotten most when an edition is copied from the last.
        Example:
            label: {ja: 令和7年版, en: 2025 edition}
            year: 令和8年
        Mend: Write those of the new edition.
    """
    older: Mapping[Edition, Edition] = dict(pairwise(yearbook.editions))
    for edition in yearbook.editions:
        if str(edition.form.year.year) != edition.slug:  # D09 tells that
            continue
        yield from _label(edition)
        for key, bounds in BOUNDS.items():
            yield from _time(edition, older.get(edition), key, bounds)


def _label(edition: Edition) -> Iterator[Fault]:
    year, label = edition.form.year, edition.form.label
    for language in filter(label.speaks, PAIR):
        found = [said for said in years_in(label.words(language), language) if isinstance(said[1], Year)]
        if found and all(said.year != year.year for _, said in found):
            words = {"value": label.words(language), "year": plain(year.runs("ja")), "same": ""}
            yield Fault(label.place_of(language), "D14", words)


def _time(edition: Edition, older: Edition | None, key: str, bounds: tuple[int, int]) -> Iterator[Fault]:
    value, year = getattr(edition.form, key), edition.form.year
    if not isinstance(value, Calendar):
        return
    same = older is not None and getattr(older.form, key) == value
    if same or not bounds[0] <= value.year - year.year <= bounds[1]:
        words = {"value": plain(value.runs("ja")), "year": plain(year.runs("ja"))}
        related = (Related(older.form.place_of(key), "previous"),) if same and older else ()
        words["same"] = older.slug if same and older else ""
        yield Fault(edition.form.place_of(key), "D14", words, related)


def other_years(yearbook: Yearbook) -> Iterator[Fault]:
    """D13: a title or sentence does not name the year before that of its section; a highlight names its figure's.

    ja:
        見つけるもの: 「令和7年度」の節の題名や文に、そのまま「令和6年度」「FY2024」などと書かれたもの。主な数字（highlights）の label の年が、数値の年とちがうもの。
        理由: 前の版の年が言葉の中に残っていると、どの年の数値か読みまちがえられます。
        例:
            title: {ja: 令和6年度実績, en: Results for FY2024}
            year: 令和7年度
        直し方: 年を文に書かず、〔year〕 と書きます。前の年と比べる文なら、〔year〕 もいっしょに書くか、allow に理由を書きます。
    en:
        Finds: a title or sentence in a section of 令和7年度 that names 令和6年度 or FY2024, and a highlight’s label that names another year than its figure’s.
        Why: A year left in the words from the last edition makes readers take the figures for that year’s.
        Example:
            title: {ja: 令和6年度実績, en: Results for FY2024}
            year: 令和7年度
        Mend: Write 〔year〕 in place of the year. If the sentence compares two years, cite 〔year〕 as well, or give the reason under `allow`.
    """
    for _, section in yearbook.sections():
        year = section.scope.get("year")
        if isinstance(year, Year | FiscalYear):
            for text in section.form.own_texts():
                yield from _other_year(text, year, in_title=text is section.form.title)
    for edition in yearbook.editions:
        for highlight in edition.highlights:
            observation = edition.observations.get(highlight.of)
            time = observation.time if observation else None
            if highlight.label and isinstance(time, Calendar):
                year = time if isinstance(time, Year | FiscalYear) else Year(time.year, era=time.era)
                yield from _other_year(highlight.label, year, in_title=True)


def _other_year(text: Text, year: Year | FiscalYear, *, in_title: bool) -> Iterator[Fault]:
    for language in filter(text.speaks, PAIR):
        words = text.words(language)
        said = [pair for pair in years_in(words, language) if type(pair[1]) is type(year)]
        if "〔year" in words or any(other.year == year.year for _, other in said):
            continue
        for found, other in said:
            before = other.year == year.year - 1 and not _LONGER.match(words, found.end())
            if in_title or (before and (language == "ja" or isinstance(year, FiscalYear))):
                place = text.place_of_part(language, found.start(), len(found[0]))
                yield Fault(place, "D13", {"value": found[0], "year": plain(year.runs(language))})
                break


# What follows a year from which or up to which something holds, or that something is compared with.
_ERA = "|".join(era.name for era in ERAS)
_NTH = "(?:元|[0-9]{1,2}|[〇一二三四五六七八九十]{1,3})"
_LETTERS = "".join(era.letter for era in ERAS)
_YEAR = rf"(?:(?:(?:{_ERA})|(?<![A-Za-z0-9])[{_LETTERS}]){_NTH}|(?<![0-9])[12][0-9]{{3}})年"
_LONGER = re.compile(
    rf"から|まで|以降|以来|以前|以後|より|と比|に比|の比|末|比|[～〜]|[、・](?:{_YEAR}|{_NTH}年度)"
)
_YEARS: Mapping[str, re.Pattern[str]] = {
    "ja": re.compile(rf"{_YEAR}(?:度|(?![0-9間]))"),
    "en": re.compile(
        r"\b(?:FY|fiscal (?:year )?)[12][0-9]{3}\b|(?<![A-Za-z0-9.,–-] )\b[12][0-9]{3}\b(?![,.–-][0-9])"
    ),
}


def years_in(words: str, language: str) -> Iterator[tuple[re.Match[str], Year | FiscalYear]]:
    """The years that words name, without those of days and months."""
    for found in _YEARS[language].finditer(words):
        digits = found[0][-4:]
        if language != "ja":
            yield found, (Year if found[0] == digits else FiscalYear)(int(digits))
        elif year := _year_in_japanese(found[0]):
            yield found, year


def _year_in_japanese(words: str) -> Year | FiscalYear | None:
    """Also R6年度 and 令和六年度, which no date may be typed as; nothing for what is no year."""
    try:
        return parse_year(words)
    except Refused as refused:
        right = refused.words.get("right", "")
        return parse_year(right) if refused.code == "D06" else None
