"""Dates: what clerks may write, how it is printed, and what is refused with which help."""

from __future__ import annotations

from datetime import date, time, timedelta
from itertools import pairwise
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushiro_yearbook import eras
from kushiro_yearbook.date_reader import parse, parse_year
from kushiro_yearbook.eras import Day, FiscalYear, Joiner, Month, MonthDay, Period, Several, Year
from kushiro_yearbook.faults import Refused
from kushiro_yearbook.inline import Run, plain
from kushiro_yearbook.recurrence import Per, Recurrence

MEIJI, TAISHO, SHOWA, HEISEI, REIWA = eras.ERAS[:5]

# As typed, as printed in Japanese, as printed in English.
ACCEPTED = [
    ("2017-12-15", "平成29年12月15日", "15 December 2017"),
    ("2017-12", "平成29年12月", "December 2017"),
    ("1867-12-31", "1867年12月31日", "31 December 1867"),
    ("平成29年12月15日", "平成29年12月15日", "15 December 2017"),
    ("平成29年04月01日", "平成29年4月1日", "1 April 2017"),
    ("H29.12.15", "平成29年12月15日", "15 December 2017"),
    ("S38.10", "昭和38年10月", "October 1963"),
    ("M17.1.2", "明治17年1月2日", "2 January 1884"),
    ("T9.10.1", "大正9年10月1日", "1 October 1920"),
    ("R元.5.1", "令和元年5月1日", "1 May 2019"),
    ("2017年12月15日", "2017年12月15日", "15 December 2017"),
    ("2017年12月", "2017年12月", "December 2017"),
    ("2021年", "2021年", "2021"),
    ("2021年度", "2021年度", "FY2021"),
    ("令和元年", "令和元年", "2019"),
    ("令和1年", "令和元年", "2019"),
    ("平成31年", "平成31年", "2019"),
    ("昭和64年", "昭和64年", "1989"),
    ("昭和64年1月", "昭和64年1月", "January 1989"),
    ("平成元年1月", "平成元年1月", "January 1989"),
    ("平成31年度", "平成31年度", "FY2019"),
    ("令和元年度", "令和元年度", "FY2019"),
    ("昭和元年度", "昭和元年度", "FY1926"),
    ("大正15年度", "大正15年度", "FY1926"),
    ("5月1日", "5月1日", "1 May"),
    ("2月29日", "2月29日", "29 February"),
    ("明治17、18年", "明治17、18年", "1884 and 1885"),
    ("平成30、31、令和2年度", "平成30、31、令和2年度", "FY2018, FY2019 and FY2020"),
    ("2017、2018年", "2017、2018年", "2017 and 2018"),
    ("平成30年度～令和9年度", "平成30年度～令和9年度", "FY2018–FY2027"),
    ("令和7年度から令和11年度", "令和7年度から令和11年度", "FY2025 to FY2029"),
    ("明治17年~明治22年", "明治17年～明治22年", "1884–1889"),
    ("令和7年7月28日〜30日", "令和7年7月28日～30日", "28–30 July 2025"),
    ("令和7年7月28日から30日", "令和7年7月28日から30日", "28 to 30 July 2025"),
    ("令和7年7月28日～令和7年7月30日", "令和7年7月28日～30日", "28–30 July 2025"),
    ("2025-07-28～2025-07-30", "令和7年7月28日～30日", "28–30 July 2025"),
    ("令和7年9月30日～10月2日", "令和7年9月30日～10月2日", "30 September – 2 October 2025"),
    (
        "平成17年10月31日～平成19年3月31日",
        "平成17年10月31日～平成19年3月31日",
        "31 October 2005 – 31 March 2007",
    ),
    ("昭和64年1月5日～平成元年1月9日", "昭和64年1月5日～平成元年1月9日", "5–9 January 1989"),
    ("令和7年6月～9月", "令和7年6月～9月", "June–September 2025"),
    ("令和6年6月～令和7年9月", "令和6年6月～令和7年9月", "June 2024 – September 2025"),
    ("令和6年11月2日～", "令和6年11月2日～", "from 2 November 2024"),
    ("令和6年11月2日から", "令和6年11月2日から", "from 2 November 2024"),
    ("～令和6年3月", "～令和6年3月", "to March 2024"),
    ("5月1日～3日", "5月1日～3日", "1–3 May"),
    ("12月28日～1月4日", "12月28日～1月4日", "28 December – 4 January"),
]

# Printed as typed.
RECURRING = [
    ("毎年", "every year"),
    ("毎年3月", "every March"),
    ("毎年6月、12月", "every June and December"),
    ("毎年3月1日", "every year on 1 March"),
    ("毎月1日、15日", "every month on the 1st and 15th"),
    ("毎月2日、3日、11日、22日", "every month on the 2nd, 3rd, 11th and 22nd"),
    ("毎週月曜日午前10時05分から15分間", "every Monday at 10:05 am for 15 minutes"),
    ("毎週火曜日、木曜日午後2時", "every Tuesday and Thursday at 2 pm"),
    ("毎週日曜日午後0時から1分間", "every Sunday at noon for 1 minute"),
    ("毎週土曜日午前0時30分", "every Saturday at 12:30 am"),
    ("月1回", "once a month"),
    ("月1回（1日）", "once a month (on the 1st)"),
    ("月2回（1日、15日）", "twice a month (on the 1st and 15th)"),
    ("年1回（8月）", "once a year (in August)"),
    ("年1回（8月1日）", "once a year (on 1 August)"),
    ("年2回（6月、12月）", "twice a year (in June and December)"),
    ("年6回偶数月（1日）", "six times a year, in even-numbered months (on the 1st)"),
    ("年6回奇数月", "six times a year, in odd-numbered months"),
    ("年24回", "24 times a year"),
    ("週2回（月曜日、木曜日）", "twice a week (on Mondays and Thursdays)"),
    ("金曜日のみ", "Fridays only"),
    ("土曜日、日曜日のみ", "Saturdays and Sundays only"),
]

# As typed, the code, what to write instead where it is known.
REFUSED = [
    ("", "D01", None),
    ("～", "D01", None),
    ("から", "D01", None),
    ("から令和7年", "D01", None),
    ("合併年度及びこれに続く20年間", "D01", None),
    ("2017", "D01", None),
    ("0000年", "D01", None),
    ("10月", "D01", None),
    ("17、18年", "D01", None),
    ("令和7年7月28日～8月", "D01", None),
    ("昭和38（1964）年10月4日", "D01", None),
    ("令和7年～9年度", "D01", None),
    ("平成29年12月15日\n", "D06", "平成29年12月15日"),
    ("毎年3月、4月1日", "D01", None),
    ("毎月3月", "D01", None),
    ("毎週1日", "D01", None),
    ("毎週午前10時", "D01", None),
    ("毎週月曜日午前12時", "D01", None),
    ("毎週月曜日午前10時60分", "D01", None),
    ("毎週月曜日午前10時から0分間", "D01", None),
    ("年1回（月曜日）", "D01", None),
    ("年6回偶数月（8月）", "D01", None),
    ("平成32年", "D02", "令和2年"),
    ("昭和65年", "D02", "平成2年"),
    ("昭和100年", "D02", "令和7年"),
    ("明治元年1月24日", "D02", "1868年1月24日"),
    ("明治45年7月30日", "D02", "大正元年7月30日"),
    ("昭和64年1月8日", "D02", "平成元年1月8日"),
    ("令和元年4月1日", "D02", "平成31年4月1日"),
    ("R1.4.1", "D02", "平成31年4月1日"),
    ("令和元年4月", "D02", "平成31年4月"),
    ("平成31年5月", "D02", "令和元年5月"),
    ("平成32年度", "D02", "令和2年度"),
    ("昭和64年度", "D02", "平成元年度"),
    ("平成３２年", "D02", "令和2年"),
    ("平成31年4月28日～5月5日", "D02", "令和元年5月5日"),
    ("平成30、32年", "D02", "令和2年"),
    ("2023-02-29", "D03", "2023-02-28"),
    ("令和5年2月29日", "D03", "令和5年2月28日"),
    ("2023年4月31日", "D03", "2023年4月30日"),
    ("平成32年2月30日", "D03", "令和2年2月29日"),
    ("令和7年7月28日～32日", "D03", "令和7年7月31日"),
    ("令和7年7月0日", "D03", "令和7年7月31日"),
    ("2月30日", "D03", "2月29日"),
    ("月1回（32日）", "D03", "月1回（31日）"),
    ("毎年2月30日", "D03", "毎年2月29日"),
    ("令和8年13月", "D04", None),
    ("令和8年0月1日", "D04", None),
    ("2023-13-01", "D04", None),
    ("年1回（13月）", "D04", None),
    ("令和9年度～令和7年度", "D05", None),
    ("令和7年7月28日～27日", "D05", None),
    ("令和7年12月28日～1月4日", "D05", None),
    ("5月3日～1日", "D05", None),
    ("２０１７年", "D06", "2017年"),
    ("平成２９年12月15日", "D06", "平成29年12月15日"),
    ("令和７年７月28日～30日", "D06", "令和7年7月28日～30日"),
    ("令和7年5⽉1⽇", "D06", "令和7年5月1日"),
    ("㋿7年", "D06", "令和7年"),
    ("令和　7年", "D06", "令和7年"),
    ("2017/12/15", "D06", "2017-12-15"),
    ("2017-1-5", "D06", "2017-01-05"),
    ("2017.12", "D06", "2017-12"),
    ("H29/12/15", "D06", "平成29年12月15日"),
    ("h29.12", "D06", "平成29年12月"),
    ("平成29.12.15", "D06", "平成29年12月15日"),
    ("H29年度", "D06", "平成29年度"),
    ("昭和38（1963）年10月4日", "D06", "昭和38年10月4日"),
    ("昭和38(1963)年10月4日", "D06", "昭和38年10月4日"),
    ("平成30年度－令和9年度", "D06", "平成30年度～令和9年度"),
    ("令和7～9年度", "D06", "令和7年度～令和9年度"),
    ("令和7年度～9年度", "D06", "令和7年度～令和9年度"),
    ("平成30～令和9年度", "D06", "平成30年度～令和9年度"),
    ("2018～2027年度", "D06", "2018年度～2027年度"),
    ("令和7年度から令和11年度まで", "D06", "令和7年度から令和11年度"),
    ("令和6年3月まで", "D06", "～令和6年3月"),
    ("明治17・18年", "D06", "明治17、18年"),
    ("月1回(1日)", "D06", "月1回（1日）"),
    ("月01回", "D01", None),
    ("月1回（）", "D06", "月1回"),
    ("毎年03月", "D06", "毎年3月"),
    ("令和六年十一月二日", "D06", "令和6年11月2日"),
    ("二〇二五年五月一日", "D06", "2025年5月1日"),
    ("明治三十四年", "D06", "明治34年"),
    ("令和十年", "D06", "令和10年"),
    (f"{eras.ERAS[-1].name}百二十年", "D06", f"{eras.ERAS[-1].name}120年"),
    ("令和七年度～令和十一年度", "D06", "令和7年度～令和11年度"),
    ("令和二十三十年", "D01", None),
    ("昭和六十五年一月一日", "D02", "平成2年1月1日"),
    ("令和7年10月1日現在", "D06", "令和7年10月1日"),
    ("令和7年度時点", "D06", "令和7年度"),
    ("令7年", "D06", "令和7年"),
    ("平30年度", "D06", "平成30年度"),
    ("令7.4.1", "D06", "令和7年4月1日"),
    ("FY2025", "D06", "2025年度"),
    ("毎週月曜日午前10時5分から15分間", "D06", "毎週月曜日午前10時05分から15分間"),
    ("令和7年度～令和9年", "D08", None),
    ("5月1日～令和7年5月3日", "D08", None),
]


def outcome(text: str) -> eras.When | Refused:
    """What `parse` makes of a text, a refusal being one of its answers."""
    try:
        return parse(text)
    except Refused as refused:
        return refused


def refusal(text: str) -> Refused:
    """The refusal of a text that must be refused."""
    refused = outcome(text)
    assert isinstance(refused, Refused)
    return refused


@pytest.mark.parametrize(
    ("text", "first", "before"),
    [
        ("令和0年5月1日", "令和元年5月1日", "平成30年5月1日"),
        ("令和零年", "令和元年", "平成30年"),
        ("平成0年度", "平成元年度", "昭和63年度"),
        ("平成0年2月29日", "平成元年2月28日", "昭和63年2月29日"),
        ("明治0年", "明治元年", "1867年"),
    ],
)
def test_a_year_0_is_not_guessed(text: str, first: str, before: str) -> None:
    """No era has a year 0; whether its first year or the one before is meant, the source must say."""
    refused = refusal(text)

    assert "D02" == refused.code
    assert (first, before) == (refused.words["first"], refused.words["before"])


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("R7", {"year": "令和7"}),
        ("令和7", {"year": "令和7"}),
        ("平30", {"year": "平成30"}),
        ("2025", {"year": "2025"}),
        ("２０２５", {"year": "2025"}),
        ("10月", {"month": "10月"}),
        ("十月", {"month": "10月"}),
        ("R0", {"like": "令和7年5月1日"}),
        ("13月", {"like": "令和7年5月1日"}),
        ("未定", {"like": "令和7年5月1日"}),
    ],
)
def test_a_date_that_lacks_a_part_is_told_which(text: str, lacks: dict[str, str]) -> None:
    """A bare year needs 年 or 年度, a bare month its year; else all forms are shown."""
    refused = refusal(text)

    assert "D01" == refused.code
    assert lacks == {key: word for key, word in refused.words.items() if key != "value"}


def test_every_day_is_read_back_as_printed() -> None:
    """Each day from the first of 明治 to the end of 2100 survives printing and reading."""
    first, last = date(1868, 1, 25), date(2100, 12, 31)
    days = [Day.of(first + timedelta(days=n)) for n in range((last - first).days + 1)]

    assert days == [parse(plain(day.runs("ja"))) for day in days]
    assert days == [parse(day.iso) for day in days]


def test_eras_follow_one_another_without_a_gap() -> None:
    """Every day since 1868-01-25 belongs to exactly one era."""
    assert [later.first for later in eras.ERAS[1:]] == [
        earlier.last + timedelta(days=1) for earlier, _ in pairwise(eras.ERAS)
    ]


@pytest.mark.parametrize(("text", "japanese", "english"), ACCEPTED)
def test_accepted_forms_print_in_both_languages(text: str, japanese: str, english: str) -> None:
    """What clerks write is read, and printed in one way per language."""
    when = parse(text)

    assert (japanese, english) == (plain(when.runs("ja")), plain(when.runs("en")))


@pytest.mark.parametrize(("text", "english"), RECURRING)
def test_recurring_dates_print_as_typed(text: str, english: str) -> None:
    """Recurring dates have one spelling, which is the one printed."""
    when = parse(text)

    assert (text, english) == (plain(when.runs("ja")), plain(when.runs("en")))


@pytest.mark.parametrize(("text", "code", "right"), REFUSED)
def test_refused_forms_name_the_right_spelling(text: str, code: str, right: str | None) -> None:
    """What cannot be read is refused with its code and, where it is known, the spelling to use."""
    refused = refusal(text)

    assert (code, right) == (refused.code, refused.words.get("right"))


@pytest.mark.parametrize("right", [right for _, _, right in REFUSED if right])
def test_what_is_advised_is_accepted(right: str) -> None:
    """A spelling that a refusal advises is never refused itself."""
    assert plain(parse(right).runs("en"))


@pytest.mark.parametrize(
    ("text", "offset", "width"),
    [
        ("令和8年13月", 4, 2),
        ("令和7年7月28日～13月1日", 10, 2),
        ("令和7年7月28日～32日", 10, 3),
        ("平成30年度～平成32年度", 7, 6),
        ("平成32年度～令和9年度", 0, 6),
        ("平成30、32年", 5, 2),
        ("令和7年～来年", 5, 2),
        ("平成３２年", 0, 5),
        ("来年", 0, 2),
    ],
)
def test_refusals_point_at_the_offending_part(text: str, offset: int, width: int) -> None:
    """A refusal marks the part that is wrong, not what stands around it."""
    refused = refusal(text)

    assert (offset, width) == (refused.offset, refused.width)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("平成29年12月15日", Day(2017, 12, 15, era=HEISEI)),
        ("2017-12-15", Day(2017, 12, 15, era=HEISEI)),
        ("2017年12月15日", Day(2017, 12, 15)),
        ("1989-01", Month(1989, 1, era=HEISEI)),
        ("昭和64年", Year(1989, era=SHOWA)),
        ("平成元年", Year(1989, era=HEISEI)),
        ("平成31年度", FiscalYear(2019, era=HEISEI)),
        ("令和元年度", FiscalYear(2019, era=REIWA)),
        ("5月1日", MonthDay(5, 1)),
        ("明治17、18年", Several((Year(1884, era=MEIJI), Year(1885, era=MEIJI)))),
        ("大正9年～", Period(Year(1920, era=TAISHO), None)),
        ("～5月1日", Period(None, MonthDay(5, 1))),
        ("2024年から2025年", Period(Year(2024), Year(2025), Joiner.FROM)),
        ("年6回偶数月（1日）", Recurrence(Per.YEAR, times=6, months=(2, 4, 6, 8, 10, 12), days=(1,))),
        ("毎週月曜日午後2時から15分間", Recurrence(Per.WEEK, weekdays=(0,), start=time(14), minutes=15)),
        ("金曜日のみ", Recurrence(weekdays=(4,))),
    ],
)
def test_values_are_typed(text: str, value: eras.When) -> None:
    """A date keeps its parts and the era it was typed with, not its text."""
    assert value == parse(text)


def test_year_and_fiscal_year_are_never_equal() -> None:
    """2019年 and 2019年度 are different things."""
    years: list[object] = [Year(2019), FiscalYear(2019)]

    assert years[0] != years[1]


@pytest.mark.parametrize(
    ("text", "iso", "first", "last"),
    [
        ("令和7年5月1日", "2025-05-01", date(2025, 5, 1), date(2025, 5, 1)),
        ("令和6年2月", "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("令和7年12月", "2025-12", date(2025, 12, 1), date(2025, 12, 31)),
        ("令和7年", "2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("令和7年度", "FY2025", date(2025, 4, 1), date(2026, 3, 31)),
    ],
)
def test_dates_know_their_bounds(text: str, iso: str, first: date, last: date) -> None:
    """Each date has a key and its first and last day."""
    when = parse(text)

    assert isinstance(when, Day | Month | Year | FiscalYear)
    assert (iso, first, last) == (when.iso, when.first, when.last)


@pytest.mark.parametrize(
    ("text", "language", "runs"),
    [
        ("令和7年5月1日", "ja", (Run("令和7年5月1日", "2025-05-01"),)),
        ("令和7年5月", "en", (Run("May 2025", "2025-05"),)),
        ("令和7年", "en", (Run("2025", "2025"),)),
        ("令和7年度", "en", (Run("FY2025"),)),
        ("5月1日", "en", (Run("1 May"),)),
        ("月1回", "en", (Run("once a month"),)),
        ("明治17、18年", "ja", (Run("明治17", "1884"), Run("、"), Run("18年", "1885"))),
        ("明治17、18年", "en", (Run("1884", "1884"), Run(" and "), Run("1885", "1885"))),
        ("令和7年度～令和8年度", "en", (Run("FY2025"), Run("–"), Run("FY2026"))),
        ("令和6年11月2日～", "en", (Run("from "), Run("2 November 2024", "2024-11-02"))),
        (
            "令和7年7月28日～30日",
            "ja",
            (Run("令和7年7月28日", "2025-07-28"), Run("～"), Run("30日", "2025-07-30")),
        ),
        (
            "令和7年7月28日～30日",
            "en",
            (Run("28", "2025-07-28"), Run("–"), Run("30 July 2025", "2025-07-30")),
        ),
    ],
)
def test_machine_values(text: str, language: str, runs: tuple[Run, ...]) -> None:
    """Days, months and calendar years carry a machine value; nothing else does."""
    assert runs == parse(text).runs(language)


@pytest.mark.parametrize(
    ("text", "both", "alone"),
    [
        ("昭和38年10月4日", "昭和38（1963）年10月4日", "昭和38年10月4日"),
        ("昭和38年10月", "昭和38（1963）年10月", "昭和38年10月"),
        ("令和元年", "令和元（2019）年", "令和元年"),
        ("令和7年度", "令和7（2025）年度", "令和7年度"),
        ("2021年", "2021年", "2021年"),
    ],
)
def test_era_years_can_show_the_gregorian_year(text: str, both: str, alone: str) -> None:
    """On request an era year is followed by the Gregorian one; a Gregorian year stays as it is."""
    when = parse(text)

    assert isinstance(when, Day | Month | Year | FiscalYear)
    assert (both, alone) == (plain(when.runs("ja", both=True)), plain(when.runs("ja")))


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (FiscalYear(2025, era=REIWA), Day(2025, 5, 1, era=REIWA)),
        (Year(2019, era=HEISEI), Day(2019, 5, 1, era=REIWA)),
        (Year(2019), Day(2019, 5, 1)),
    ],
)
def test_a_day_takes_its_year(year: Year | FiscalYear, day: Day) -> None:
    """5月1日 becomes a day once the year is known, named by its own era if the year was."""
    assert day == MonthDay(5, 1).in_year(year)


def test_early_months_of_a_fiscal_year_lie_in_the_next_calendar_year() -> None:
    """1月20日 of 令和7年度 is in 2026."""
    assert Day(2026, 1, 20) == MonthDay(1, 20).in_year(FiscalYear(2025))


def test_29_february_is_refused_in_a_common_year() -> None:
    """2月29日 cannot take a year that has none."""
    with pytest.raises(Refused) as caught:
        MonthDay(2, 29).in_year(Year(2023, era=REIWA))

    expected = ("D03", "令和5年2月28日")
    assert expected == (caught.value.code, caught.value.words["right"])


@pytest.mark.parametrize(
    ("moment", "year"),
    [
        (date(1867, 12, 31), "1867年"),
        (date(1926, 12, 24), "大正15年"),
        (date(1926, 12, 25), "昭和元年"),
        (date(2025, 5, 1), "令和7年"),
    ],
)
def test_era_year_of_a_day(moment: date, year: str) -> None:
    """A day's year is counted in the era of that day."""
    assert year == Day.of(moment).parts("ja")[0]


@pytest.mark.parametrize(
    ("text", "year"), [("令和7年", Year(2025, era=REIWA)), ("2025年度", FiscalYear(2025))]
)
def test_parse_year_reads_years(text: str, year: Year | FiscalYear) -> None:
    """A calendar year and a fiscal year are both years, each of its own kind."""
    assert year == parse_year(text)


@pytest.mark.parametrize(
    ("text", "right"), [("令和7年5月1日", "令和7年"), ("2025年5月", "2025年"), ("毎年", "")]
)
def test_parse_year_refuses_other_dates(text: str, right: str) -> None:
    """Where a year is wanted another date is refused, with its year where it has one."""
    with pytest.raises(Refused) as caught:
        parse_year(text)

    assert ("D07", right) == (caught.value.code, caught.value.words["right"])


def test_several_is_a_sequence_of_its_years() -> None:
    """Years written together can be counted and gone through."""
    several = Several((Year(1884), Year(1885)))

    assert (2, [Year(1884), Year(1885)]) == (len(several), list(several))


def test_dates_have_no_unit_to_leave_off() -> None:
    """A date cited bare reads as it does in full."""
    when = parse("令和7年度")

    assert when.runs("en") == when.bare("en")


PIECES = st.sampled_from(
    [
        *"0123456789年月日度元毎週回～-./、（）MTSHR",
        "令和",
        "平成",
        "昭和",
        "から",
        "まで",
        "午前",
        "10時",
        "曜日",
        "のみ",
        "偶数月",
    ]
)
NEAR_DATES = st.one_of(
    st.lists(PIECES, max_size=16).map("".join),
    st.sampled_from([text for text, *_ in ACCEPTED + RECURRING + REFUSED]).flatmap(
        lambda text: st.tuples(st.integers(0, len(text)), PIECES).map(
            lambda change: text[: change[0]] + change[1] + text[change[0] :]
        )
    ),
)


@given(st.one_of(st.text(), NEAR_DATES))
def test_any_text_is_a_value_or_refused(text: str) -> None:
    """A text is read back as printed or refused with a mark inside it; nothing else happens."""
    when = outcome(text)

    if isinstance(when, Refused):
        assert when.offset + when.width <= len(text)
    else:
        assert when == parse(plain(when.runs("ja")))
        assert plain(when.runs("en"))


@pytest.mark.parametrize("piece", ["9", "令和7年", "～", "、1", "毎年1月、", "　", "~-", "から"])
def test_long_texts_are_refused_at_once(piece: str) -> None:
    """Reading takes time in proportion to the length: 100 KB of anything is refused within the second."""
    started = monotonic()
    refused = refusal("年1回（" + piece * (100_000 // len(piece)))

    expected = "D01"
    assert expected == refused.code
    assert monotonic() - started < 1
