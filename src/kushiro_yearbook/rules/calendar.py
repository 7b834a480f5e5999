"""Rules on calendars: weekdays, anniversaries and the two ways of counting years agree with their dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kushiro_yearbook.blocks.dates import Dating
from kushiro_yearbook.blocks.events import Events
from kushiro_yearbook.blocks.figures import Figure, Figures
from kushiro_yearbook.date_reader import parse
from kushiro_yearbook.eras import ERAS, Calendar, Day, Era, FiscalYear, MonthDay, Period, When, Year
from kushiro_yearbook.faults import Fault, Place, Refused
from kushiro_yearbook.inline import plain
from kushiro_yearbook.model import Edition, Section, Yearbook
from kushiro_yearbook.recurrence import MONTHS, WEEKDAY_SIGNS, WEEKDAYS
from kushiro_yearbook.rules.times import span_of
from kushiro_yearbook.rules.walk import PAIR
from kushiro_yearbook.text import LANGUAGES, Scope, Text

_ERA = "|".join(era.name for era in ERAS)
_MONTH = "|".join(MONTHS)
_DATED = rf"(?:(?:{_ERA})(?:元|[0-9]{{1,2}})|[12][0-9]{{3}})年[0-9]{{1,2}}月[0-9]{{1,2}}日"
_WEEKDAY = "|".join(WEEKDAYS)


def weekdays(yearbook: Yearbook) -> Iterator[Fault]:
    """D17: a weekday beside a date is the date's.

    ja:
        見つけるもの: 「令和7年7月28日（火）」「28 July 2025 (Tuesday)」のように、日付と曜日が合わないところ。〔開催〕（火） のように引いた日付も。
        理由: 前の年の日付を写して日だけ直すと、曜日が残ります。読む人はどちらの日に来ればよいかわかりません。
        例:
            ja: 令和7年7月28日（火）に開いた。   # 月曜日
        直し方: 原典を見て、曜日か日付を直します。
    en:
        Finds: a date with a weekday that is not its own: 令和7年7月28日（火）, 28 July 2025 (Tuesday), also of a cited date: 〔開催〕（火）.
        Why: When last year’s date is mended, its weekday is easily left, and nobody knows on which of the two days to come.
        Example:
            ja: 令和7年7月28日（火）に開いた。   # a Monday
        Mend: Correct the weekday or the date from the source.
    """
    for edition in yearbook.editions:
        for department in edition.departments:
            for top in department.sections:
                for text, scope in top.texts():
                    for language in filter(text.speaks, PAIR):
                        yield from _weekdays(text, language, scope)


_WEEKDAY_BESIDE: Mapping[str, re.Pattern[str]] = {
    "ja": re.compile(
        rf"(?P<date>{_DATED}|(?<![年0-9])[0-9]{{1,2}}月[0-9]{{1,2}}日|〔[^〔〕\n]{{1,60}}〕)[（(](?P<after>[月火水木金土日])(?:曜日?)?[）)]"
    ),
    "en": re.compile(
        rf"(?:(?P<before>{_WEEKDAY}),? )?(?P<date>[0-9]{{1,2}} (?:{_MONTH}) [12][0-9]{{3}}|〔[^〔〕\n]{{1,60}}〕)"
        rf"(?: \((?P<after>{_WEEKDAY})\))?"
    ),
}


def _weekdays(text: Text, language: str, scope: Scope) -> Iterator[Fault]:
    for found in _WEEKDAY_BESIDE[language].finditer(text.words(language)):
        said = found["after"] or found.groupdict().get("before")
        day = _day(found["date"], scope) if said else None
        if said and day is not None:
            signs = WEEKDAY_SIGNS if language == "ja" else WEEKDAYS
            right = signs[day.first.weekday()]
            if right != said:
                place = text.place_of_part(language, found.start(), len(found[0]))
                words = {"value": plain(day.runs(language)), "said": said, "right": right}
                yield Fault(place, "D17", words)


def _day(written: str, scope: Scope) -> Day | None:
    """The day that a date or a citation stands for."""
    value: object = scope.get(written[1:-1]) if written[0] == "〔" else _read(written)
    if isinstance(value, Dating) and len(value.when) == 1:
        value = value.when[0]
    year = scope.get("year")
    if isinstance(value, MonthDay) and isinstance(year, Year | FiscalYear) and value != LEAP_DAY:
        return value.in_year(year)
    return value if isinstance(value, Day) else None


# The one day that not every year has.
LEAP_DAY = MonthDay(2, 29)


def _read(written: str) -> When | None:
    words = written.split(" ")
    if len(words) == 3:
        written = f"{words[2]}-{MONTHS.index(words[1]) + 1:02}-{int(words[0]):02}"
    try:
        return parse(written)
    except Refused:
        return None


def both_years(yearbook: Yearbook) -> Iterator[Fault]:
    """D19: a year given by era and by the Gregorian calendar side by side is one year.

    ja:
        見つけるもの: 「平成29年（2018年）」「H29（2018）」「2018 (Heisei 29)」のように、和暦と西暦が合わないところ。
        理由: どちらかを写しまちがえています。英語で読む人は西暦だけを見ます。
        例:
            ja: 平成29（2018）年に始めた。   # 平成29年は2017年
        直し方: 原典を見て、どちらかを直します。日付は dates に書いて 〔名前〕 で引けば、両方が正しく出ます。
    en:
        Finds: a year by era and a Gregorian year beside it that disagree: 平成29年（2018年）, H29（2018）, 2018 (Heisei 29).
        Why: One of the two is a slip, and readers of English see only the Gregorian.
        Example:
            ja: 平成29（2018）年に始めた。   # 平成29年 is 2017
        Mend: Correct one from the source; a date under `dates`, cited as 〔name〕, is printed right in both.
    """
    for edition in yearbook.editions:
        texts = [edition.form.label, *(h.label for h in edition.highlights if h.label)]
        tops = (top for department in edition.departments for top in department.sections)
        texts += [text for top in tops for text, _ in top.texts()]
        for text in texts:
            for language in filter(text.speaks, LANGUAGES):
                yield from _both(text, language)


_ERA_OF_NAME: Mapping[str, Era] = {name: era for era in ERAS for name in (era.name, era.latin, era.letter)}
_LETTER = "".join(era.letter for era in ERAS)
_LONG = "|".join(name for era in ERAS for name in (era.name, era.latin))
_BY_ERA = rf"(?P<era>{_LONG}|(?<![A-Za-z])[{_LETTER}]\.?) ?(?P<nth>元|[0-9]{{1,2}})"
_BOTH = (
    re.compile(rf"{_BY_ERA}(?:年度?)? ?[（(](?P<year>[12][0-9]{{3}})(?:年度?)?[）)]"),
    re.compile(rf"(?P<year>[12][0-9]{{3}})(?:年度?)? ?[（(]{_BY_ERA}(?:年度?)?[）)]"),
)


def _both(text: Text, language: str) -> Iterator[Fault]:
    words = text.words(language)
    for pattern in _BOTH if "(" in words or "（" in words else ():
        for found in pattern.finditer(words):
            nth = 1 if found["nth"] == "元" else int(found["nth"])
            right = _ERA_OF_NAME[found["era"].removesuffix(".")].first.year + nth - 1
            if right != int(found["year"]):
                place = text.place_of_part(language, found.start(), len(found[0]))
                yield Fault(place, "D19", {"value": found[0], "right": str(right)})


def anniversaries(yearbook: Yearbook) -> Iterator[Fault]:
    """D18: an anniversary fits the years from what it remembers to when it was kept.

    ja:
        見つけるもの: 「提携周年: 60周年」のような数値や、「開設50周年」のような文で、もとの日付（提携先の agreed、dates の「開設」など）から数えた年数とちがうもの。節の year までを数え、year のない節では版の年度（なければ版の年とその前の年）までを数えます。year のない節では、ほかの年や 〔名前〕 のある文は調べません。
        理由: 翌年の版に写したとき、年数だけが前のまま残ることがよくあります。
        例:
            agreed: 昭和40年9月9日
            exchange: {year: 令和7年度, events: [{figures: {提携周年: 59周年}}]}   # 令和7年は60周年
        直し方: 年数か日付を直します。数え方がちがうなら、allow に理由を書きます。
    en:
        Finds: a figure such as 提携周年: 60周年, or words such as 開設50周年, that are not the years from its date (a partner’s `agreed`, 開設 under `dates`) to the section’s `year`; where it has none, to the edition’s fiscal year (or its year and the one before), and then only in sentences that name no other year and cite nothing.
        Why: When last year’s entry is copied, the count of years is easily left.
        Example:
            agreed: 昭和40年9月9日
            exchange: {year: 令和7年度, events: [{figures: {提携周年: 59周年}}]}   # the 60th in 2025
        Mend: Correct the number or the date. If it is counted otherwise, give the reason under `allow`.
    """
    for edition in yearbook.editions:
        now = _now(edition)
        for section in edition.sections():
            for kept in _kept(section, now):
                yield from _anniversaries(kept)


def _now(edition: Edition) -> When:
    """The time that an edition tells of."""
    year = edition.form.year
    return edition.form.fiscal_year or Period(Year(year.year - 1, era=year.era), year)


# The unit of an anniversary, and what a partner's `agreed` is called before it.
ANNIVERSARY, AGREED = "周年", "提携"
_IN_WORDS = re.compile(r"([一-龠]{2,12})([0-9]{1,4})周年")


class Kept(NamedTuple):
    """What is told of at a time: its figures, its Japanese sentences, and what they may cite.

    `assumed` says that the time is only the edition's, as nothing closer is known.
    """

    when: When
    figures: Mapping[str, Figure]
    texts: list[Text]
    scope: Scope
    assumed: bool = False


def _kept(section: Section, now: When) -> Iterator[Kept]:
    form, year = section.form, section.scope.get("year")
    own = year if isinstance(year, Year | FiscalYear) else None
    texts = [text for text in (form.title, form.text, *form.notes) if text]
    time = own or section.time
    yield Kept(time or now, _by_label(form.figures), texts, section.scope, assumed=time is None)
    for partner in form.partners.root if form.partners else ():
        exchange = partner.exchange
        if exchange and exchange.events:
            yield from _kept_by(exchange.events, exchange.year)
    if form.events:
        yield from _kept_by(form.events, own)


def _kept_by(events: Events, year: Year | FiscalYear | None) -> Iterator[Kept]:
    for event in events.root:
        if when := event.when or year:
            texts = [text for text in (event.about, event.text) if text]
            yield Kept(when, _by_label(event.figures), texts, event.scope)


def _by_label(figures: Figures | None) -> Mapping[str, Figure]:
    return {measure.label: figure for measure, figure in figures.root.items()} if figures else {}


def _anniversaries(kept: Kept) -> Iterator[Fault]:
    for label, figure in kept.figures.items():
        quantity = figure.value[0]
        if quantity.unit and quantity.unit.sign == ANNIVERSARY:
            when = figure.as_of or figure.year or kept.when
            of = label.removesuffix(ANNIVERSARY)
            yield from _anniversary(of, int(quantity.value), figure.place, when, kept.scope)
    for text in kept.texts:
        for found in _IN_WORDS.finditer(text.ja):
            if not (kept.assumed and _OTHER_TIME.search(_sentence(found))):
                place = text.place_of_part("ja", found.start(), len(found[0]))
                yield from _anniversary(found[1], int(found[2]), place, kept.when, kept.scope)


# A year, or anything that is cited: a sentence with one may tell of another time.
_OTHER_TIME = re.compile("[0-9元]年|〔")


def _sentence(found: re.Match[str]) -> str:
    """The sentence in which something was found."""
    before = re.split("[。\n]", found.string[: found.start()])[-1]
    return before + re.split("[。\n]", found.string[found.start() :])[0]


def _anniversary(of: str, years: int, place: Place, when: When, scope: Scope) -> Iterator[Fault]:
    since, span = _since(of, scope), span_of(when)
    if since is None or span is None:
        return
    fitting = range(span[0].year - since.year, span[1].year - since.year + 1)
    if years not in fitting:
        words = {
            "value": f"{years}{ANNIVERSARY}",
            "since": plain(since.runs("ja")),
            "when": plain(when.runs("ja")),
        }
        yield Fault(place, "D18", {**words, "right": f"{fitting[0]}{ANNIVERSARY}"})


def _since(of: str, scope: Scope) -> Calendar | None:
    """The date of what an anniversary is of: the label that its words end with, or a partner's agreement."""
    for start in range(len(of) - 1):
        value: object = scope.get("agreed" if of[start:] == AGREED else of[start:])
        if isinstance(value, Dating) and value.when:
            value = value.when[0]
        if isinstance(value, Calendar):
            return value
    return None
