"""Charts: what is drawn of which content, what is left undrawn, and what the pages say of it in words."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise

import pytest

from kushiro_yearbook.blocks.figures import Figure
from kushiro_yearbook.blocks.people import Person, Terms
from kushiro_yearbook.charts.bars import bars
from kushiro_yearbook.charts.comparison import compared
from kushiro_yearbook.charts.plans import plans
from kushiro_yearbook.charts.results import results
from kushiro_yearbook.charts.shares import shares
from kushiro_yearbook.charts.terms import vacancies
from kushiro_yearbook.charts.timeline import drawn
from kushiro_yearbook.date_reader import parse
from kushiro_yearbook.eras import Period
from kushiro_yearbook.faults import Place
from kushiro_yearbook.inline import plain
from kushiro_yearbook.model import Edition, Section
from kushiro_yearbook.pipeline import examine
from kushiro_yearbook.quantities import Quantity, Unit
from kushiro_yearbook.registers import Measure
from kushiro_yearbook.text import Text, alike
from tests.test_site import CONTENT, TOP, site

CASES, GROUPS = Unit("件", "case", "case", "cases"), Unit("組", "group", "group", "groups")
REQUESTS = Measure("請求件数", "requests", {"en": "Requests"})
GRANTED, REFUSED = Measure("公開", "granted", {}), Measure("非公開", "refused", {})
SPECIMEN = TOP / "tests" / "specimen" / "content"


def cases(number: int, unit: Unit = CASES) -> Quantity:
    """A quantity of cases."""
    return Quantity(Decimal(number), unit)


HEARING = ("collaboration", "hearing", "results")
Parts = dict[Measure, Quantity]


def figure(*values: Quantity, breakdown: Parts | None = None, outcomes: Parts | None = None) -> Figure:
    """A figure with its parts."""
    return Figure.model_construct(value=values, breakdown=breakdown, outcomes=outcomes)


def period(typed: str) -> Period:
    """A period as clerks type it."""
    when = parse(typed)
    assert isinstance(when, Period)
    return when


def holders(*terms: str, numbers: tuple[int, ...] = ()) -> list[Person]:
    """Holders of an office by their terms, which may be numbered."""
    counted = [Terms(number, number) if number else None for number in numbers or [0] * len(terms)]
    return [
        Person.model_construct(
            name=alike("海野一郎", Place("")), term=period(term) if term else None, number=number
        )
        for term, number in zip(terms, counted, strict=True)
    ]


def vacant(people: list[Person], seats: int | None = 1) -> list[str]:
    """The vacancies of an office as pages say them."""
    return [plain(found.runs("ja")) for found in vacancies(people, seats)]


def charts() -> Iterator[tuple[str, str]]:
    """Every chart of the real site and of the specimen with the path of its page."""
    for content in (CONTENT, SPECIMEN):
        for path, data in site(content).items():
            if path.endswith(".html"):
                found = re.findall(r'<figure class="chart.*?</figure>', data.decode(), re.DOTALL)
                yield from ((path, chart) for chart in found)


def test_bars_are_as_long_as_their_numbers() -> None:
    """All bars stand on the scale of the longest, which may be a part: one request may have two outcomes."""
    drawn = bars(figure(cases(10), outcomes={GRANTED: cases(20), REFUSED: cases(0)}), REQUESTS)

    assert [(REQUESTS, 50), (GRANTED, 100), (REFUSED, 0)] == [(bar.label, bar.length) for bar in drawn]


@pytest.mark.parametrize(
    "undrawn",
    [
        figure(cases(10)),
        figure(cases(0), breakdown={GRANTED: cases(0)}),
        figure(cases(10), cases(3, GROUPS), breakdown={GRANTED: cases(10)}),
        figure(cases(10), breakdown={GRANTED: cases(4, GROUPS)}),
        figure(Quantity(Decimal(8), CASES, Decimal(10)), breakdown={GRANTED: cases(8)}),
    ],
    ids=["no parts", "all nothing", "two units", "a part in another unit", "a range"],
)
def test_no_bars_without_one_scale(undrawn: Figure) -> None:
    """What cannot be compared by length stays a table alone."""
    assert () == bars(undrawn, REQUESTS)


FIRST, LATER = "平成10年4月1日～平成14年3月31日", "平成14年6月1日～"


def test_a_vacancy_lies_between_two_terms() -> None:
    """From the day after the end of one to the day before the beginning of the next."""
    assert ["平成14年4月1日～5月31日"] == vacant(holders(FIRST, LATER))
    assert ["平成14年4月1日～5月31日"] == vacant(holders(FIRST, LATER, numbers=(1, 2)))
    assert ["平成14年4月1日～5月31日"] == vacant(holders("平成8年4月1日～", FIRST, LATER), 2)


@pytest.mark.parametrize(
    ("people", "seats"),
    [
        (holders(FIRST, "平成14年4月1日～"), 1),
        (holders(FIRST, "平成14年4月2日～"), 1),
        (holders(FIRST, "平成14年3月31日～"), 1),
        (holders("平成10年4月1日～", LATER), 1),
        (holders("～平成14年3月31日"), 1),
        (holders(FIRST), 1),
        (holders(FIRST, LATER), None),
        (holders(FIRST, LATER), 2),
        (holders(FIRST, "", LATER), 1),
        (holders(FIRST, LATER, numbers=(1, 3)), 1),
        (holders("平成10年～平成14年", "平成16年～"), 1),
        ([], 1),
    ],
    ids=[
        "the next day",
        "a single day between",
        "the same day",
        "an end left open",
        "an open beginning",
        "nobody after the last",
        "seats unknown",
        "seats never all held",
        "a term not given",
        "a term left out",
        "years alone",
        "nobody",
    ],
)
def test_no_vacancy_that_the_terms_do_not_show(people: list[Person], seats: int | None) -> None:
    """Where somebody may have held the office, nothing is said."""
    assert [] == vacant(people, seats)


def test_periods_lie_on_whole_years() -> None:
    """The axis runs from the first year to the end of the last, and an open end to the day told of."""
    found = drawn(
        [("a", period("平成12年7月1日～平成14年12月31日")), ("b", period("平成15年～"))], date(2009, 12, 31)
    )

    assert found
    assert [(5, 30), (30, 100)] == [(round(one.left), round(one.right)) for one in found.stretches]
    assert [False, True] == [one.goes_on for one in found.stretches]
    assert [2000, 2005] == [tick.year.year for tick in found.ticks]
    assert ("2000", "平成12") == found.ticks[0].names("ja")
    assert ("2000",) == found.ticks[0].names("en")


@pytest.mark.parametrize("years", [2, 6, 7, 30, 61, 149])
def test_ticks_have_room(years: int) -> None:
    """However long the time, a handful of years is named, in order and within the picture."""
    rows = [("a", period(f"{1869}年～{1868 + years}年")), ("b", period("1869年～1869年"))]
    found = drawn(rows, date(1869, 1, 1))

    assert found
    assert 1 <= len(found.ticks) <= 7
    assert all(0 <= a.place < b.place <= 100 for a, b in pairwise(found.ticks))


@pytest.mark.parametrize("typed", [["平成12年～"], ["平成12年～", "4月1日～5月1日"]], ids=["one", "no year"])
def test_no_timeline_without_two_years(typed: list[str]) -> None:
    """One period alone, or one whose year stands elsewhere, is not laid on an axis."""
    assert drawn([(words, period(words)) for words in typed], date(2020, 1, 1)) is None


def test_the_terms_of_an_office_say_its_vacancies() -> None:
    """What the timeline shows is said in its description, and that vacancies were computed below it."""
    page = site()["ja/2026/secretariat/mayors.html"].decode()

    assert "、空席 平成20年10月7日～11月1日、" in page
    assert "表の在職期間から計算" in page
    assert "空席" not in site(SPECIMEN)["ja/2025/planning-office/officials.html"].decode()


def said(text: Text | None) -> str:
    """A title that must be there, in Japanese."""
    assert text is not None
    return text.ja


@cache
def real() -> Edition:
    """The newest edition of the real content."""
    yearbook = examine(CONTENT).yearbook
    assert yearbook is not None
    return yearbook.newest


@cache
def specimen() -> Edition:
    """The newest edition of the specimen."""
    yearbook = examine(SPECIMEN).yearbook
    assert yearbook is not None
    return yearbook.newest


def shared(key: str) -> list[tuple[str, float, float]]:
    """The parts of a number of the specimen, with their places."""
    drawn = shares(specimen(), specimen().observations[key])
    return [(share.label.label, round(share.left, 1), round(share.right, 1)) for share in drawn]


def test_a_sum_is_shared_among_its_parts() -> None:
    """The parts lie end to end in their order and fill the whole, in each row and in a breakdown."""
    assert [("男", 0, 49.5), ("女", 49.5, 100)] == shared("planning-office/census/population")
    assert [("男", 0, 48.8), ("女", 48.8, 100)] == shared("planning-office/tables/areas/西/population")
    assert [("公開", 0, 70), ("非公開", 70, 100)] == shared("planning-office/figures/requests")


@pytest.mark.parametrize(
    "key",
    ["census/households", "census/male", "tables/rounded/population", "figures/outcomes/again/requests"],
    ids=["no sum", "a part itself", "off by rounding", "outcomes"],
)
def test_no_shares_where_parts_do_not_add_up(key: str) -> None:
    """A whole that is not the sum of parts has no picture of them."""
    assert [] == shared(f"planning-office/{key}")


def test_the_first_page_says_the_parts_of_a_key_figure() -> None:
    """Its card draws and describes them; a card whose figure has none draws nothing."""
    page = site(SPECIMEN)["en/index.html"].decode()

    assert ">Population: breakdown</title>" in page
    assert 1 == page.count('<figure class="chart share">')


def test_plans_are_named_by_what_their_periods_are_about() -> None:
    """A period in whole years is a plan's, named by its section or the one it is said to be about."""
    timeline = plans(specimen().departments[0])

    assert timeline
    assert ["中期計画", "長期計画"] == [said(found.label.section.form.title) for found in timeline.stretches]
    assert ["見本計画", "見本計画"] == [said(found.label.top.form.title) for found in timeline.stretches]


def test_a_period_without_a_title_is_named_by_what_stands_above() -> None:
    """A heading such as 計画期間 names no plan; nor does a department of fewer than two have a timeline."""
    department = real().departments[0]
    timeline = plans(department)
    assert timeline
    named = [(found.label.section, found.label.top) for found in timeline.stretches]

    assert 4 == len(named)
    assert named[0][0] is named[0][1]
    assert [None] * 3 == [plans(other) for other in real().departments[1:]]


def test_a_department_shows_its_plans_in_a_table_and_on_a_timeline() -> None:
    """Each leads to its section."""
    page = site(SPECIMEN)["en/2025/planning-office/index.html"].decode()

    assert '<a href="plan.html#long-term">Long-term plan</a></th><td>FY2018–FY2027</td>' in page
    assert ">Medium-term plan: FY2025 to FY2027, Long-term plan: FY2018–FY2027</desc>" in page


def section_of(edition: Edition, *key: str) -> Section:
    """The section of a key."""
    return next(section for section in edition.sections() if section.key == key)


def test_kinds_are_compared_by_what_there_is_most_of() -> None:
    """Of what all tables have, children outnumber schools; a kind without a number says so and has no bar."""
    bars = compared(section_of(specimen(), "planning-office", "tables", "schools"))

    assert [("児童数", 100), ("生徒数", 0), ("生徒数", 25)] == [
        (bar.measure.label, bar.length) for bar in bars
    ]
    assert [120, None, 30] == [bar.cell.value for bar in bars]
    assert "生徒数 数値の記載なし、" in site(SPECIMEN)["ja/2025/planning-office/tables.html"].decode()


def test_nothing_is_compared_that_is_not_combined() -> None:
    """Tables that merely stand together have no bars, nor one alone, nor what only some of the kinds have."""
    schools = section_of(specimen(), "planning-office", "tables", "schools")
    kinds = replace(schools, sections=(*schools.sections, section_of(specimen(), "planning-office", "plan")))

    assert () == compared(section_of(specimen(), "planning-office", "tables"))
    assert () == compared(replace(schools, sections=schools.sections[:1]))
    assert () == compared(kinds)


def test_results_are_compared_by_what_rows_have_in_common() -> None:
    """Rows of a table share a scale for each measure; what only one row has is left out."""
    programmes = section_of(specimen(), "planning-office", "figures", "fair")
    layout = next(section for section in specimen().sections() if programmes in section.sections)
    found = [(found.measure.label, [row.length for row in found.rows]) for found in results(layout)]

    assert [("来場者数", [100, 20])] == found
    assert () == results(replace(layout, sections=layout.sections[:1]))
    assert () == results(section_of(specimen(), "planning-office", "figures"))


def test_a_programme_without_results_has_no_bar() -> None:
    """A row that held nothing stays in the comparison, with its nought."""
    groups = {found.measure.label: found.rows for found in results(section_of(real(), *HEARING))}

    assert ["実施回数", "要望件数"] == list(groups)
    assert [7, 21, 0] == [row.quantity.value for row in groups["実施回数"]]
    assert 0 == groups["実施回数"][-1].length
    assert 100 == max(row.length for row in groups["要望件数"])


def test_a_chart_says_its_figures() -> None:
    """The picture has a title and describes all it shows, in the page's language."""
    pages = site(SPECIMEN)
    ja, en = (pages[f"{lang}/2025/planning-office/figures.html"].decode() for lang in ("ja", "en"))

    assert ">請求件数の内訳のグラフ</title>" in ja
    assert ">請求件数 10件、公開 7件、非公開 3件</desc>" in ja
    assert ">Chart: Requests: breakdown</title>" in en
    assert ">Requests: 10, Disclosed: 7, Not disclosed: 3</desc>" in en


def test_every_chart_is_a_picture_with_words() -> None:
    """Its first drawing is named and described; what repeats the words is not read a second time."""
    for path, chart in charts():
        named = re.search(r'<svg[^>]* role="img" aria-labelledby="(\S+)-title (\S+)-desc">', chart)

        assert named, path
        assert f'<title id="{named[1]}-title">' in chart, path
        assert f'<desc id="{named[2]}-desc">' in chart, path
        assert 1 == chart.count(' role="img"'), path
        assert 1 == chart.count('<div aria-hidden="true">'), path


def test_charts_are_light_and_without_style() -> None:
    """None takes more than 1.5 KB on its way, and none brings colours of its own."""
    found = list(charts())

    assert found
    assert 1500 >= max(len(gzip.compress(chart.encode())) for _, chart in found)
    assert [] == [path for path, chart in found if re.search(r"style=|fill=|stroke=", chart)]
