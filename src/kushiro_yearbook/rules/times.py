"""Rules on times: what is dated can have been, and lies in the year that stands over it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from kushiro_yearbook.blocks.events import Event
from kushiro_yearbook.eras import Calendar, FiscalYear, MonthDay, Period, Several, When, Year
from kushiro_yearbook.faults import Fault, Place, Refused, Related
from kushiro_yearbook.inline import plain
from kushiro_yearbook.model import Edition, Section, Yearbook


def reference_days(yearbook: Yearbook) -> Iterator[Fault]:
    """D03: a reference date without a year exists in the year of its section.

    ja:
        見つけるもの: 節の年にはない基準日。うるう年でない年の2月29日など。
        理由: ない日付は、どこかの数字の書きまちがいです。
        例:
            year: 令和7年
            as_of: 2月29日   # 令和7年の2月は28日まで
        直し方: 原典を見て、日か年を直します。
    en:
        Finds: a reference date that the section’s year does not have, such as 29 February of a common year.
        Why: A day that never was is a slip in one of its numbers.
        Example:
            year: 令和7年
            as_of: 2月29日   # February 2025 has 28 days
        Mend: Correct the day or the year from the source.
    """
    for _, section in yearbook.sections():
        day, year = section.form.as_of, section.scope.get("year")
        if isinstance(day, MonthDay) and isinstance(year, Year | FiscalYear):
            try:
                day.in_year(year)
            except Refused as refused:
                yield Fault(section.form.place_of("as_of"), refused.code, refused.words)


def undated_tables(yearbook: Yearbook) -> Iterator[Fault]:
    """S17: a table says for what year or day its numbers hold.

    ja:
        見つけるもの: 年（year）も時点（as_of）も書かれていない表。
        理由: いつの数値かわからない表は、使うことも比べることもできません。
        例:
            title: 活動状況
            table: …   # year も as_of もない
        直し方: 節に「year: 令和7年度」か「as_of: 令和7年5月1日」を足します。原典に書かれていなければ、allow に理由を書きます。
    en:
        Finds: a table over which neither `year` nor `as_of` stands.
        Why: Numbers of no known time can be neither used nor compared.
        Example:
            title: 活動状況
            table: …   # no year and no as_of
        Mend: Add `year: 令和7年度` or `as_of: 令和7年5月1日` to the section. If the source does not say, give that as the reason under `allow`.
    """
    for _, section in yearbook.sections():
        if section.form.table is not None and section.time is None:
            yield Fault(section.form.place_of("table"), "S17")


def times_to_come(yearbook: Yearbook) -> Iterator[Fault]:
    """S18: no year or day of a section or figure comes after its edition's year; D11: none after its publication; D20: none is a century old; D21: no reference date is older than surveys are.

    ja:
        見つけるもの: 版の年よりあとの年や時点（S18）。版の発行日（published）よりあとの時点や、そのあとに始まる年の数値（D11）。発行日が書かれていない版では、版の年度（fiscal_year）が終わって半年たった日が発行日のかわりです。版の年度の8年以上前の時点（as_of、D21）。5年ごとの調査でも、次の結果が出ているころです。版の年の100年以上前の年や時点（D20）。
        理由: まだ来ていない日の実績はなく、古い時点のものは今のことではありません。ほとんどは年の打ちまちがいです。
        例:
            year: 令和17年度   # 令和8年版
        直し方: 年を直します。見込みや計画の数値、昔の数値なら、allow に理由を書きます。
    en:
        Finds: a year or reference date later than the edition’s year (S18), a reference date after the edition’s publication and numbers of a year that begins after it (D11), for which the day half a year after the end of the edition’s fiscal year stands where no `published` is given; a reference date (`as_of`) eight years or more before the edition’s fiscal year (D21), when even a survey of every five years has newer results; and a year or reference date a hundred years or more before the edition (D20).
        Why: There are no results of days to come, and those of long ago are not today’s; most often the year is mistyped.
        Example:
            year: 令和17年度   # in the edition of 令和8年
        Mend: Correct the year. For forecasts and plans, and for figures of old, give that as the reason under `allow`.
    """
    for edition in yearbook.editions:
        if edition.form.reference_date:
            place = edition.form.place_of("reference_date")
            day = Stamp(edition.form.reference_date, place, told=True, day=False)  # D14 tells an old one
            yield from _after_publication(day, edition)
        for section in edition.sections():
            for stamp in _stamps(section):
                yield from _to_come(stamp, edition)


class Stamp(NamedTuple):
    """A time with the place where it is written; `told` where something is said to hold at it, `day` under `as_of`."""

    time: When | None
    place: Place
    told: bool
    day: bool


def _stamps(section: Section) -> Iterator[Stamp]:
    """The times that a section and its figures give themselves."""
    form = section.form
    if form.as_of or form.year:
        key = "as_of" if isinstance(form.as_of, Calendar) or form.year is None else "year"
        told = form.as_of is not None or next(section.observations(), None) is not None
        # A whole day under a year is held against that year.
        day = isinstance(form.as_of, MonthDay) or (form.as_of is not None and not section.scope.get("year"))
        yield Stamp(section.time, form.place_of(key), told, day)
    for _, figure in section.figures():
        if figure.as_of or figure.year:
            key = "as_of" if figure.as_of else "year"
            time, day = figure.as_of or figure.year, figure.as_of is not None
            yield Stamp(time, figure.place_of(key), told=True, day=day)


# By how many years a time may lie before its edition's.
CENTURY = 100
# Surveys come every five years at the longest, and their results up to two years after.
SURVEYED = 8


def _to_come(stamp: Stamp, edition: Edition) -> Iterator[Fault]:
    last = edition.form.year
    if not isinstance(stamp.time, Calendar):
        return
    words = {"value": plain(stamp.time.runs("ja")), "year": plain(last.runs("ja"))}
    if stamp.time.year > last.year:
        yield Fault(stamp.place, "S18", words)
    elif stamp.time.year <= last.year - CENTURY:
        yield Fault(stamp.place, "D20", words)
    elif stamp.day and stamp.time.year <= edition.form.told.year - SURVEYED:
        words["year"] = plain(edition.form.told.runs("ja"))
        yield Fault(stamp.place, "D21", words)
    else:
        yield from _after_publication(stamp, edition)


def _after_publication(stamp: Stamp, edition: Edition) -> Iterator[Fault]:
    time, published, fiscal_year = stamp.time, edition.form.published, edition.form.fiscal_year
    if not isinstance(time, Calendar) or not stamp.told:
        return
    words = {"value": plain(time.runs("ja"))}
    if isinstance(published, Calendar):
        if time.first > published.last:
            words["published"] = plain(published.runs("ja"))
            yield Fault(
                stamp.place, "D11", words, (Related(edition.form.place_of("published"), "published"),)
            )
    elif fiscal_year and time.first > _half_a_year_after(fiscal_year):
        words["fiscal_year"] = plain(fiscal_year.runs("ja"))
        yield Fault(stamp.place, "D11", words)


def _half_a_year_after(year: FiscalYear) -> date:
    """30 September, by when what a fiscal year brought is published."""
    return date(year.last.year, 9, 30)


def outside_their_year(yearbook: Yearbook) -> Iterator[Fault]:
    """D15: events, dates and reference days lie in the year that stands over them.

    ja:
        見つけるもの: 「令和7年度」とある節の中の、令和7年4月～令和8年3月から外れた出来事や基準日。dates の日付は、前後1年以内に外れたものだけ。
        理由: 前の年の記録を写したときに、日付か年度の一方だけが直っていることがよくあります。
        例:
            year: 令和7年度
            events:
              - when: 令和6年7月28日   # 令和6年度
        直し方: 日付か年度を直します。前の年度のできごとをわざと載せているなら、allow に理由を書きます。
    en:
        Finds: events and reference dates that lie outside the year or fiscal year of their section; dates under `dates` only where they miss it by no more than a year.
        Why: When last year’s entry is copied, often either the dates or the year is changed and not the other.
        Example:
            year: 令和7年度
            events:
              - when: 令和6年7月28日   # in 令和6年度
        Mend: Correct the date or the year. If an event of another year belongs there, give the reason under `allow`.
    """
    for _, section in yearbook.sections():
        for when, place, year, over, reach in _under_years(section):
            span = span_of(when)
            if span and 0 < _days_outside(span, year) <= reach:
                words = {"value": plain(when.runs("ja")), "year": plain(year.runs("ja"))}
                yield Fault(place, "D15", words, (Related(over, "year"),) if over else ())


# The day after a fiscal year still tells how it ended.
_NEXT_DAY = timedelta(days=1)
_ONE_YEAR, _EVER = 366, 400_000

Under = tuple[When, Place, Year | FiscalYear, Place | None, int]


def _under_years(section: Section) -> Iterator[Under]:
    """What is dated under a year, with that year, its place, and how many days outside it are told."""
    form, year = section.form, section.scope.get("year")
    if isinstance(year, Year | FiscalYear):
        over = form.place_of("year") if form.year else None
        yield from _events(form.events.root if form.events else (), year, over)
        if isinstance(form.as_of, Calendar):
            yield form.as_of, form.place_of("as_of"), year, over, _EVER
        dates = form.dates.root.values() if form.dates and form.year else ()
        yield from ((when, dating.place, year, over, _ONE_YEAR) for dating in dates for when in dating.when)
    for partner in form.partners.root if form.partners else ():
        exchange = partner.exchange
        if exchange and exchange.events:
            yield from _events(exchange.events.root, exchange.year, exchange.place_of("year"))


def _events(events: tuple[Event, ...], year: Year | FiscalYear, over: Place | None) -> Iterator[Under]:
    return ((event.when, event.place_of("when"), year, over, _EVER) for event in events if event.when)


def span_of(when: When) -> tuple[date, date] | None:
    """Its first and last day; nothing for what recurs or lacks a year."""
    if isinstance(when, Several):
        return when.values[0].first, when.values[-1].last
    ends = (when.start, when.end) if isinstance(when, Period) else (when, when)
    known = [end for end in ends if isinstance(end, Calendar)]
    return (known[0].first, known[-1].last) if known else None


def _days_outside(span: tuple[date, date], year: Year | FiscalYear) -> int:
    """How many days lie between the year and what lies wholly before or after it; 0 for what does not."""
    first, last = span
    return max((year.first - last).days, (first - year.last - _NEXT_DAY).days, 0)


def ended_plans(yearbook: Yearbook) -> Iterator[Fault]:
    """D16: the period of a plan has not run out before the edition's time.

    ja:
        見つけるもの: 版の年度が始まるまえに終わった「計画期間」「取組期間」など（項目名が「期間」で終わるもの）。
        理由: 終わった計画が、今も続いているように読まれます。次の計画に書きかえるのを忘れていることがよくあります。
        例:
            計画期間: 平成27年度～令和元年度   # 令和8年版
        直し方: 新しい計画の期間に直すか、終わった計画であることを文に書き、allow に理由を書きます。
    en:
        Finds: a 計画期間, 取組期間 or other label ending in 期間 (period) whose end came before the edition’s fiscal year began.
        Why: Readers take a plan that has ended for one in force; often its successor has not been entered.
        Example:
            計画期間: 平成27年度～令和元年度   # in the edition of 令和8年
        Mend: Enter the new plan’s period; or say in the text that the plan has ended, and give that as the reason under `allow`.
    """
    for edition in yearbook.editions:
        begins = (edition.form.fiscal_year or edition.form.year).first
        for section in edition.sections():
            for label, dating in section.form.dates.root.items() if section.form.dates else ():
                ended = [when for when in dating.when if _ended(when, begins)]
                if label.label.endswith(PERIOD) and ended:
                    words = {"label": label.label, "value": plain(ended[0].runs("ja"))}
                    year = plain(edition.form.year.runs("ja"))
                    yield Fault(dating.place, "D16", {**words, "year": year})


# How the label of a plan's period ends.
PERIOD = "期間"


def _ended(when: When, before: date) -> bool:
    return isinstance(when, Period) and isinstance(when.end, Calendar) and when.end.last < before
