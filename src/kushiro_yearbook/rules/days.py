"""A rule on days: what a sentence gives as a date is in the calendar."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from kushiro_yearbook.date_reader import parse
from kushiro_yearbook.eras import ERAS, LEAP_YEAR, Day, MonthDay, month_length, no_such_day
from kushiro_yearbook.faults import Fault, Place, Refused, Related
from kushiro_yearbook.inline import plain
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.recurrence import MONTHS
from kushiro_yearbook.rules.walk import OTHER, PAIR, ROLE, every_text, prose_alone
from kushiro_yearbook.text import Text


def impossible_days(yearbook: Yearbook) -> Iterator[Fault]:
    """D03, D04: a date in a sentence is one that the calendar has.

    ja:
        見つけるもの: 文の中の「令和7年2月30日」「2月30日」「30 February 2025」のような、ない日と、「令和7年13月」のような、ない月。英語に同じ日が
            あれば、その場所も示します。
        理由: 日か月の写しまちがいです。日本語と英語が同じなので、見くらべても気づけません。
        例:
            ja: 令和7年2月30日に開いた。   # 2月は28日まで
            en: It was opened on 30 February 2025.
        直し方: 原典を見て、日付を直します。dates に書いて 〔名前〕 で引けば、両方が正しく出ます。
    en:
        Finds: A day that is none in a text, such as 令和7年2月30日, 2月30日 or 30 February 2025, or a month, such as
            令和7年13月; where the English has the same, its place is shown too.
        Why: A day or a month was copied wrongly. Both languages say the same, so comparing them does not show it.
        Example:
            ja: 令和7年2月30日に開いた。   # February ended on the 28th
            en: It was opened on 30 February 2025.
        Mend: Correct the date from the source; a date under `dates`, cited as 〔name〕, is printed right in both.
    """
    for text, _ in every_text(yearbook):
        if not text.named:
            yield from _impossible(text)


# Places by month and day, so that the two languages can be held against each other.
_Days = Mapping[tuple[int, int], list[tuple[Place, Refused]]]


def _impossible(text: Text) -> Iterator[Fault]:
    """What one language has alone, or both have: told once, where the Japanese stands."""
    found = {language: _found(text, language) for language in PAIR}
    for language, other in OTHER.items():
        for day, places in found[language].items():
            same = found[other].get(day, [])
            related = tuple(Related(place, ROLE[other]) for place, _ in same[:1])
            if language == "ja" or not same:
                yield from (Fault(place, no.code, no.words, related) for place, no in places)


def _found(text: Text, language: str) -> _Days:
    found: dict[tuple[int, int], list[tuple[Place, Refused]]] = {}
    words = prose_alone(text.words(language)) if text.speaks(language) else ""
    for match in _DATE[language].finditer(words):
        if refused := _READ[language](match):
            place = text.place_of_part(language, match.start(), len(match[0]))
            found.setdefault(_month_and_day(match), []).append((place, refused))
    return found


_ERA = "|".join(era.name for era in ERAS)
_MONTH = "|".join(MONTHS)
_DATE = {
    # Of a day without its year the month is sure only with the day beside it.
    "ja": re.compile(
        rf"(?<![0-9])(?:(?:(?:{_ERA})(?:元|[0-9]{{1,2}})|[12][0-9]{{3}})年(?P<month>[0-9]{{1,2}})月(?:(?P<day>[0-9]{{1,2}})日)?"
        r"|(?P<its_month>[0-9]{1,2})月(?P<its_day>[0-9]{1,2})日(?!間))"
    ),
    # After a month a bare number may count something else.
    "en": re.compile(
        rf"\b(?:(?P<day>[0-9]{{1,2}}) (?P<month>{_MONTH})(?: (?P<year>[12][0-9]{{3}}))?"
        rf"|(?P<its_month>{_MONTH}) (?P<its_day>[0-9]{{1,2}}), (?P<its_year>[12][0-9]{{3}}))\b"
    ),
}


def _month_and_day(match: re.Match[str]) -> tuple[int, int]:
    month, day = match["month"] or match["its_month"], match["day"] or match["its_day"]
    return MONTHS.index(month) + 1 if month in MONTHS else int(month), int(day or 0)


def _read_japanese(match: re.Match[str]) -> Refused | None:
    """Why the calendar has no such day; a year that the era has not is another's fault."""
    try:
        parse(match[0])
    except Refused as refused:
        return refused if refused.code in ("D03", "D04") else None
    return None


def _read_english(match: re.Match[str]) -> Refused | None:
    month, day = _month_and_day(match)
    year = match["year"] or match["its_year"]
    last = month_length(int(year) if year else LEAP_YEAR, month)
    if 1 <= day <= last:
        return None
    point = Day(int(year), month, last) if year else MonthDay(month, last)
    return no_such_day(match[0], plain(point.runs("en")))


_READ: Mapping[str, Callable[[re.Match[str]], Refused | None]] = {"ja": _read_japanese, "en": _read_english}
