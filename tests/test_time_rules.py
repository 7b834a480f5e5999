"""What rules on figures and times find, and what they leave alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.laying import BASE, FOLDER, OWN, codes, found

HEAD = "title: {ja: 数, en: Figures}\n"
OLD = FOLDER.replace("2026", "2025")


def text(japanese: str, english: str = "Words.", more: str = "") -> str:
    """A section with a sentence."""
    return f'{HEAD}text: {{ja: "{japanese}", en: "{english}"}}\n{more}'


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (text("平成29年12月15日に決めた。", more="dates: {策定: 平成29年12月15日}\n"), ["F07"]),
        (text("令和7年度に開いた。", more="year: 令和7年度\n"), ["F07"]),
        (text("開いた。", "Opened in FY2025.", more="year: 令和7年度\n"), ["F07"]),
        (text("開いた。", "Opened on 15 December 2017.", more="dates: {策定: 2017-12-15}\n"), ["F07"]),
        (text("1525件を受けた。", more='figures: {相談件数: "1,525件"}\n'), ["F07"]),
        (
            f"{HEAD}events:\n  - {{text: {{ja: 12件を受けた。, en: Words.}}, figures: {{相談件数: 12件}}}}\n",
            ["F07"],
        ),
        (text("〔相談件数〕を受けた。", more="figures: {相談件数: 12件}\n"), []),
        (text("19事業所が加わった。", more="figures: {事業数: 19事業}\n"), []),
        (text("119事業が加わった。", more="figures: {事業数: 19事業}\n"), []),
        (text("2件を受けた。", more="figures: {相談件数: 2件}\n"), []),
        (text("平成29年12月に決めた。", more="dates: {策定: 平成29年12月15日}\n"), []),
        (text("開いた。", "Opened in 2017.", more="dates: {策定: 平成29年}\n"), []),
    ],
)
def test_typed_values_are_cited(own: str, expected: list[str], tmp_path: Path) -> None:
    """A value of the section is not written again, but what only looks like it may stand."""
    assert expected == codes(tmp_path, own)


@pytest.mark.parametrize(
    ("japanese", "english", "expected"),
    [
        ("令和7年7月28日（月）", "Monday, 28 July 2025", []),
        ("令和7年7月28日（火）", "28 July 2025 (Monday)", ["D17"]),
        ("2025年7月28日(火曜日)", "Tuesday 28 July 2025", ["D17", "D17"]),
        ("令和7年7月28日（注）", "28 July 2025", []),
        ("平成29年（2017年）", "2017 (Heisei 29)", []),
        ("昭和64（1989）年", "Reiwa 1 (2019)", []),
        ("平成29（2018）年", "Heisei 29 (2018)", ["D19", "D19"]),
        ("2019年度（令和元年度）", "2019", []),
        ("2018年度（令和元年度）", "2018", ["D19"]),
        ("H29（2017）", "H.29 (2017)", []),
        ("H28（2017）", "H. 28 (2017)", ["D19", "D19"]),
        ("2017年（S28年）", "WH28 (2017)", ["D19"]),
    ],
)
def test_dates_agree_with_what_stands_beside_them(
    japanese: str, english: str, expected: list[str], tmp_path: Path
) -> None:
    """A weekday is the date's; a year by era and the Gregorian one are the same."""
    assert expected == codes(tmp_path, text(japanese, english))


def test_a_day_without_a_year_is_of_the_sections_year(tmp_path: Path) -> None:
    """The weekday of 7月28日 is that of the section's year, also before April in a fiscal year."""
    more = "year: 令和7年度\n"

    assert [] == codes(tmp_path / "a", text("7月28日（月）と2月1日（日）に開いた。", more=more))
    assert ["D17"] == codes(tmp_path / "b", text("7月28日（日）に開いた。", more=more))


@pytest.mark.parametrize(
    ("japanese", "english", "expected"),
    [
        ("令和7年2月30日に開いた。", "It was opened on 30 February 2025.", ["D03"]),
        ("令和7年2月30日に開いた。", "It was opened on February 30, 2025.", ["D03"]),
        ("平成31年4月31日に開いた。", "It was opened on 31 April 2019.", ["D03"]),
        ("2月30日に開いた。", "It was opened on 30 February.", ["D03"]),
        (
            "令和7年2月29日と令和7年2月30日に開いた。",
            "On 29 February 2025 and 30 February 2025.",
            ["D03"] * 2,
        ),
        ("令和7年13月に開いた。", "It was opened in 2025.", ["D04"]),
        ("13月5日に開いた。", "It was opened on 5 May.", ["D04"]),
        ("令和6年2月29日に開いた。", "It was opened on 29 February 2024.", []),
        ("2月29日に開いた。", "It was opened on 29 February.", []),
        ("`令和7年2月30日`と書く。", "Write `令和7年2月30日`.", []),
        ("4月に31人が加わった。", "In April 31 people joined.", []),
    ],
)
def test_a_sentence_gives_days_that_there_are(
    japanese: str, english: str, expected: list[str], tmp_path: Path
) -> None:
    """A day or month that no calendar has is told once, also where both languages have it."""
    assert expected == codes(tmp_path, text(japanese, english))


@pytest.mark.parametrize(
    ("japanese", "english", "place", "right"),
    [
        ("令和7年2月30日に開いた。", "It was opened on 30 February 2025.", "ja", "令和7年2月28日"),
        ("令和7年2月28日に開いた。", "It was opened on 30 February 2025.", "en", "28 February 2025"),
        ("2月28日に開いた。", "It was opened on 30 February.", "en", "29 February"),
    ],
)
def test_the_nearest_day_is_named(
    japanese: str, english: str, place: str, right: str, tmp_path: Path
) -> None:
    """The fault stands where the day does, names the last one of its month, and shows the other language."""
    faults = [fault for fault in found(tmp_path, {OWN: text(japanese, english)}) if fault.code == "D03"]

    assert [right] == [fault.words["right"] for fault in faults]
    assert [["english"] if place == "ja" else []] == [
        [related.role for related in fault.related] for fault in faults
    ]


TERMS = "people:\n  - {{name: 東小学校, term: {}{}}}\n  - {{name: 西小学校, term: {}{}}}\n"


@pytest.mark.parametrize(
    ("seats", "terms", "numbered", "expected"),
    [
        ("", ("平成10年4月1日～平成20年3月31日", "平成20年4月1日～"), True, []),
        ("", ("平成10年4月1日～平成20年4月1日", "平成20年4月1日～"), True, []),
        ("", ("平成10年4月1日～平成20年4月2日", "平成20年4月1日～"), True, ["F10"]),
        ("", ("平成10年～平成20年", "平成20年～"), True, []),
        ("", ("平成10年4月1日～", "平成20年4月1日～"), False, []),
        ("seats: 1\n", ("平成10年4月1日～", "平成20年4月1日～"), False, ["F10"]),
        ("seats: 2\n", ("平成10年4月1日～", "平成20年4月1日～"), True, []),
    ],
)
def test_an_office_has_its_seats(
    seats: str, terms: tuple[str, str], expected: list[str], tmp_path: Path, *, numbered: bool
) -> None:
    """Terms may touch; they overlap only where the office has seats enough, one where terms are numbered."""
    one, two = (", number: 1", ", number: 2") if numbered else ("", "")

    assert expected == codes(tmp_path, f"{HEAD}{seats}{TERMS.format(terms[0], one, terms[1], two)}")


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ("year: 令和7年度\nevents: [{when: 令和8年3月31日, about: {ja: 会, en: Meeting}}]\n", []),
        ("year: 令和7年度\nevents: [{when: 令和8年4月2日, about: {ja: 会, en: Meeting}}]\n", ["D15"]),
        ("year: 令和7年度\nevents: [{when: 令和7年3月30日～4月2日, about: {ja: 会, en: Meeting}}]\n", []),
        ("year: 令和7年度\nfigures: {相談件数: 12件}\nas_of: 令和8年4月1日\n", []),
        ("year: 令和7年度\nfigures: {相談件数: 12件}\nas_of: 令和6年4月1日\n", ["D15"]),
        ("year: 令和7年度\ndates: {策定: 平成29年12月15日}\n", []),
        ("year: 令和7年度\ndates: {策定: 令和6年12月15日}\n", ["D15"]),
        ("dates: {計画期間: 平成30年度～令和7年度}\n", []),
        ("dates: {計画期間: 平成30年度～令和6年度}\n", ["D16"]),
        ("dates: {策定: 平成30年度～令和6年度}\n", []),
        ("dates: {計画期間: 平成30年度～}\n", []),
        ("figures: {相談件数: {value: 12件, as_of: 2035-04-01}}\n", ["S18"]),
        ("figures: {相談件数: {value: 12件, as_of: 令和7年10月1日}}\n", ["D11"]),
        ("people: [東小学校]\nas_of: 令和7年10月1日\n", ["D11"]),
        ("figures: {相談件数: {value: 12件, year: 昭和2年}}\n", []),
        ("figures: {相談件数: {value: 12件, year: 大正15年}}\n", ["D20"]),
        ("figures: {相談件数: 12件}\nas_of: 明治25年5月1日\n", ["D20"]),
    ],
)
def test_times_lie_where_they_belong(own: str, expected: list[str], tmp_path: Path) -> None:
    """Events lie in their year, plans reach the edition, numbers come from before its publication."""
    edition = "label: {ja: 令和8年版, en: 2026 edition}\nyear: 令和8年\nfiscal_year: 令和7年度\n"
    day = "published: 令和7年6月1日\n" if "D11" in expected else ""

    assert expected == [
        fault.code for fault in found(tmp_path, {OWN: HEAD + own, "2026/edition.yaml": edition + day})
    ]


FIGURE = "figures: {{相談件数: {{value: 12件, {}}}}}\n"


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (FIGURE.format("as_of: 令和8年9月30日"), []),
        (FIGURE.format("as_of: 令和8年10月1日"), ["D11"]),
        (FIGURE.format("as_of: 令和8年12月31日"), ["D11"]),
        (FIGURE.format("year: 令和8年度"), []),
        (FIGURE.format("as_of: 平成30年3月31日"), []),
        (FIGURE.format("as_of: 平成29年12月31日"), ["D21"]),
        (FIGURE.format("as_of: 平成28年4月1日"), ["D21"]),
        (FIGURE.format("year: 平成28年"), []),
        ("people: [東小学校]\nas_of: 平成28年4月1日\n", ["D21"]),
        ("year: 平成28年\nas_of: 4月1日\nfigures: {相談件数: 12件}\n", ["D21"]),
        ("year: 令和7年度\nas_of: 平成28年4月1日\nfigures: {相談件数: 12件}\n", ["D15"]),
    ],
)
def test_reference_dates_fit_an_edition_without_a_day_of_publication(
    own: str, expected: list[str], tmp_path: Path
) -> None:
    """None is later than half a year after the fiscal year, and none eight years or more before it."""
    edition = "label: {ja: 令和8年版, en: 2026 edition}\nyear: 令和8年\nfiscal_year: 令和7年度\n"

    assert expected == [
        fault.code for fault in found(tmp_path, {OWN: HEAD + own, "2026/edition.yaml": edition})
    ]


def test_a_day_of_publication_stands_before_the_half_year(tmp_path: Path) -> None:
    """An edition that says when it came out may tell of days up to then."""
    edition = "label: {ja: 令和8年版, en: 2026 edition}\nyear: 令和8年\nfiscal_year: 令和7年度\n"
    edition += "published: 令和8年12月25日\n"
    own = FIGURE.format("as_of: 令和8年12月1日")

    assert [] == found(tmp_path, {OWN: HEAD + own, "2026/edition.yaml": edition})


@pytest.mark.parametrize(
    ("partner", "expected"),
    [("60周年", []), ("59周年", ["D18"]), ("62周年", ["D18"])],
)
def test_anniversaries_count_from_the_agreement(partner: str, expected: list[str], tmp_path: Path) -> None:
    """提携周年 is counted from `agreed` to the year of the exchange; another anniversary is not known."""
    own = f"""{HEAD}partners:
  - id: west
    type: port
    name: 東小学校
    agreed: 昭和40年9月9日
    exchange:
      year: 令和7年度
      events:
        - text: {{ja: 会, en: Meeting}}
          figures: {{提携周年: {partner}, 開基周年: 280周年}}
"""
    registers = {
        name: (BASE / name).read_text("utf-8") + more
        for name, more in {
            "measures.yaml": "提携周年: {id: a, en: Years}\n開基周年: {id: b, en: Years since}\n",
            "units.yaml": "周年: {id: y, en: {one: year, other: years}}\n",
        }.items()
    }

    assert expected == [fault.code for fault in found(tmp_path, {OWN: own, **registers})]


OPENED = "dates: {開設: 昭和51年4月1日}\n"


@pytest.mark.parametrize(
    ("japanese", "more", "expected"),
    [
        ("開設50周年を迎えた。", OPENED, []),
        ("開設49周年を迎えた。", OPENED, []),
        ("開設48周年を迎えた。", OPENED, ["D18"]),
        ("開設48周年を迎えた。", f"{OPENED}as_of: 令和6年5月1日\nfigures: {{相談件数: 9件}}\n", []),
        ("令和6年に開いた。開設48周年を迎えた。", OPENED, ["D18"]),
        ("令和6年に開設48周年を迎えた。", OPENED, []),
        ("〔策定〕に開設48周年を迎えた。", "dates: {開設: 昭和51年4月1日, 策定: 令和6年5月1日}\n", []),
    ],
)
def test_anniversaries_without_a_year_are_the_editions(
    japanese: str, more: str, expected: list[str], tmp_path: Path
) -> None:
    """An anniversary of a section without a time is the edition's, unless its sentence tells another."""
    measures = (BASE / "measures.yaml").read_text("utf-8") + "開設: {id: opened, en: Opened}\n"
    own = text(japanese, "It was kept.", more)

    assert expected == [
        fault.code
        for fault in found(tmp_path, {OWN: own, "measures.yaml": measures})
        if fault.code[0] not in "EJ"
    ]


def before(own: str, edition: str = "") -> Mapping[str, str]:
    """An edition of the year before with this section."""
    return {
        "2025/edition.yaml": f"label: {{ja: 令和7年版, en: 2025 edition}}\nyear: 令和7年\n{edition}",
        "2025/01-general/part.yaml": "name: 総務部\n",
        f"{OLD}/department.yaml": "name: 企画課\n",
        OWN.replace("2026", "2025"): HEAD + own,
    }


SIXTH = "year: 令和6年度\nfigures: {相談件数: 9件}\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("figures: {相談件数: 100件}\n", "figures: {相談件数: 299件}\n", []),
        ("figures: {相談件数: 100件}\n", "figures: {相談件数: 300件}\n", ["F08"]),
        ("figures: {相談件数: 300件}\n", "figures: {相談件数: 100件}\n", ["F08"]),
        ("figures: {相談件数: 300件}\n", "figures: {相談件数: 30件}\n", ["F08"]),
        ("figures: {相談件数: 45件}\n", "figures: {相談件数: 450件}\n", ["F08"]),
        ("figures: {相談件数: 45件}\n", "figures: {相談件数: 15件}\n", ["F08"]),
        ("figures: {相談件数: 44件}\n", "figures: {相談件数: 16件}\n", []),
        ("figures: {相談件数: 43件}\n", "figures: {相談件数: 14件}\n", []),
        ("figures: {相談件数: 2件}\n", "figures: {相談件数: 20件}\n", []),
        ("figures: {相談件数: 0件}\n", "figures: {相談件数: 200件}\n", []),
        ("figures: {相談件数: 200件}\n", "figures: {相談件数: 0件}\n", []),
        ("figures: {相談件数: 100件}\n", "figures: {相談件数: 300人}\n", []),
        (SIXTH, "year: 令和7年度\nfigures: {相談件数: 9件}\n", []),
        (
            SIXTH,
            SIXTH,
            ["D12"],
        ),
        ("year: 令和3年度\nfigures: {相談件数: 9件}\n", "year: 令和3年度\nfigures: {相談件数: 8件}\n", []),
        ("year: 令和6年\nfigures: {相談件数: 9件}\n", "year: 令和6年\nfigures: {相談件数: 9件}\n", []),
        ("year: 令和6年\nfigures: {相談件数: 9件}\n", "year: 令和6年\nfigures: {相談件数: 8件}\n", ["D12"]),
        (
            "year: 令和6年\nstatus: preliminary\nfigures: {相談件数: 9件}\n",
            "year: 令和6年\nfigures: {相談件数: 8件}\n",
            [],
        ),
    ],
)
def test_the_edition_before_is_compared(old: str, new: str, expected: list[str], tmp_path: Path) -> None:
    """Figures of a steady size and years that move on are left alone; others are asked about."""
    assert expected == [fault.code for fault in found(tmp_path, {OWN: HEAD + new, **before(old)})]


MET = "events:\n  - {{when: {}, about: {{ja: 会, en: Meeting}}}}\n"
TWICE = MET + "  - {{when: {}, about: {{ja: 会, en: Meeting}}}}\n"
PARTNER = """partners:
  - id: west
    type: port
    name: 東小学校
    agreed: 昭和40年9月9日
    exchange: {{year: {}, text: {{ja: 会, en: Meeting}}}}
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (MET.format("令和6年7月28日～30日"), MET.format("令和6年7月28日～30日"), ["D12"]),
        (MET.format("令和6年7月28日～30日"), MET.format("令和7年7月28日～30日"), []),
        (MET.format("令和2年7月28日"), MET.format("令和2年7月28日"), []),
        (MET.format("令和8年7月28日"), MET.format("令和8年7月28日"), []),
        # A history keeps what it told.
        (TWICE.format("令和2年7月1日", "令和6年7月1日"), TWICE.format("令和2年7月1日", "令和6年7月1日"), []),
        (MET.format("令和6年7月1日"), TWICE.format("令和6年7月1日", "令和7年7月1日"), []),
        (
            TWICE.format("令和6年7月1日", "令和6年9月1日"),
            TWICE.format("令和6年7月1日", "令和7年9月1日"),
            ["D12"],
        ),
        # Below a year that was left the year alone is told; below another one, that they miss it.
        (
            f"year: 令和6年度\n{MET}".format("令和6年7月1日"),
            f"year: 令和6年度\n{MET}".format("令和6年7月1日"),
            ["D12"],
        ),
        (
            f"year: 令和6年度\n{MET}".format("令和6年7月1日"),
            f"year: 令和7年度\n{MET}".format("令和6年7月1日"),
            ["D15"],
        ),
        (PARTNER.format("令和6年度"), PARTNER.format("令和6年度"), ["D12"]),
        (PARTNER.format("令和6年度"), PARTNER.format("令和7年度"), []),
        (PARTNER.format("令和3年度"), PARTNER.format("令和3年度"), []),
        (
            PARTNER.format("令和6年度"),
            PARTNER.format("令和6年度").replace("    type", "    allow: {D12: 今年は交流がない}\n    type"),
            [],
        ),
        (
            "figures: {相談件数: {value: 9件, year: 令和6年度}}\n",
            "figures: {相談件数: {value: 9件, year: 令和6年度}}\n",
            ["D12"],
        ),
        (
            "figures: {相談件数: {value: 9件, as_of: 令和7年4月1日}}\n",
            "figures: {相談件数: {value: 9件, as_of: 令和7年4月1日}}\n",
            ["D12"],
        ),
        (
            "figures: {相談件数: {value: 9件, year: 令和6年}}\n",
            "figures: {相談件数: {value: 9件, year: 令和6年}}\n",
            [],
        ),
        (
            "figures: {相談件数: {value: 9件, year: 令和6年}}\n",
            "figures: {相談件数: {value: 8件, year: 令和6年}}\n",
            ["D12"],
        ),
        (
            "figures: {相談件数: {value: 9件, year: 令和元年}}\n",
            "figures: {相談件数: {value: 8件, year: 令和元年}}\n",
            [],
        ),
        ("dates: {開催日: 令和6年10月26日}\n", "dates: {開催日: 令和6年10月26日}\n", ["D12"]),
        ("dates: {開催日: 令和6年10月26日}\n", "dates: {開催日: 令和7年10月26日}\n", []),
        ("dates: {開催日: 令和2年10月26日}\n", "dates: {開催日: 令和2年10月26日}\n", []),
        ("dates: {策定: 令和6年10月26日}\n", "dates: {策定: 令和6年10月26日}\n", []),
    ],
)
def test_what_is_dated_moves_on(old: str, new: str, expected: list[str], tmp_path: Path) -> None:
    """What was dated in the last edition's year is not dated so in the next; what is history may stay."""
    measures = (BASE / "measures.yaml").read_text("utf-8") + "開催日: {id: held-on, en: Held on}\n"
    laid = {OWN: HEAD + new, "measures.yaml": measures, **before(old)}

    assert expected == [fault.code for fault in found(tmp_path, laid)]


def test_a_section_is_told_once_what_it_keeps(tmp_path: Path) -> None:
    """A mistake is one fault: whatever else of a section is left stands beside the first."""
    own = (
        "figures: {相談件数: {value: 9件, year: 令和6年度}}\n"
        + MET.format("令和6年7月28日")
        + PARTNER.format("令和6年度")
    )
    (fault,) = found(tmp_path, {OWN: HEAD + own, **before(own)})

    assert ("令和6年度", ["previous", "left", "left"]) == (
        fault.words["value"],
        [related.role for related in fault.related],
    )


CORRECTED = """corrections:
  - {{date: {}, old: {{ja: 9件, en: "9"}}, new: {{ja: 8件, en: "8"}}, reason: {{ja: 誤記, en: A slip}}}}
"""
JULY, AUGUST = CORRECTED.format("令和7年7月1日"), CORRECTED.format("令和7年8月1日")
SURVEY = "year: 令和6年\nfigures: {相談件数: 9件}\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (SIXTH + JULY, SIXTH + JULY, ["D12", "P08"]),
        (SIXTH + JULY, SIXTH + AUGUST, ["D12"]),
        (SIXTH + JULY, SIXTH.replace("6年度", "7年度"), []),
        (SIXTH + JULY, SIXTH.replace("6年度", "7年度") + JULY, ["P08"]),
        (SURVEY, SURVEY.replace("9件", "8件") + JULY, []),
        (SURVEY + JULY, SURVEY.replace("9件", "8件") + JULY, ["D12", "P08"]),
    ],
)
def test_a_correction_belongs_to_its_edition(old: str, new: str, expected: list[str], tmp_path: Path) -> None:
    """A correction copied along hides no year that was left, and is told itself."""
    assert expected == sorted(fault.code for fault in found(tmp_path, {OWN: HEAD + new, **before(old)}))


def test_a_correction_copied_into_a_published_edition_is_told_once(tmp_path: Path) -> None:
    """That its day lies before the publication is no second mistake."""
    edition = (BASE / "2026/edition.yaml").read_text("utf-8") + "published: 令和7年12月1日\n"
    new = SIXTH.replace("6年度", "7年度") + JULY
    told = found(tmp_path, {OWN: HEAD + new, "2026/edition.yaml": edition, **before(SIXTH + JULY)})

    assert ["P08"] == [fault.code for fault in told]


def test_days_of_the_edition_before_are_not_kept(tmp_path: Path) -> None:
    """A day of publication that both editions have is the older one's."""
    edition = (BASE / "2026/edition.yaml").read_text("utf-8") + "published: 令和7年12月1日\n"
    told = found(tmp_path, {"2026/edition.yaml": edition, **before("", "published: 令和7年12月1日\n")})

    assert [("D14", "2025", "previous")] == [
        (fault.code, fault.words["same"], fault.related[0].role) for fault in told
    ]


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (text("令和6年度の件数は少ない。", more="year: 令和7年度\n"), ["D13"]),
        (text("令和6年度、市民が参加した。", more="year: 令和7年度\n"), ["D13"]),
        (text("R6年度の件数は少ない。", more="year: 令和7年度\n"), ["D13"]),
        (text("令和六年度の件数は少ない。", more="year: 令和7年度\n"), ["D13"]),
        (text("R7年度はR6年度の後に続く。", more="year: 令和7年度\n"), []),
        (text("令和6年度、令和5年度の件数は少ない。", more="year: 令和7年度\n"), []),
        (text("令和6年度・5年度の件数は少ない。", more="year: 令和7年度\n"), []),
        (text("令和6年度から続ける。", more="year: 令和7年度\n"), []),
        (
            text("令和6年度より〔year〕は多い。", "In 〔year〕.", more="year: 令和7年度\n"),
            [],
        ),
        (text("平成27年度の件数は少ない。", more="year: 令和7年度\n"), []),
        (text("少ない。", "There were few in FY2024.", more="year: 令和7年度\n"), ["D13"]),
        (text("少ない。", "There were few in 2024.", more="year: 令和7年\n"), []),
    ],
)
def test_words_name_the_sections_year(own: str, expected: list[str], tmp_path: Path) -> None:
    """The year before in the words of a section is asked about, unless they compare or tell how long."""
    assert expected == codes(tmp_path, own)


@pytest.mark.parametrize(("day", "expected"), [("令和7年6月1日", []), ("令和7年6月2日", ["D11"])])
def test_the_reference_date_of_an_edition_is_no_day_to_come(
    day: str, expected: list[str], tmp_path: Path
) -> None:
    """What an edition says of a day was so by its publication."""
    edition = (BASE / "2026/edition.yaml").read_text("utf-8")
    edition += f"reference_date: {day}\npublished: 令和7年6月1日\n"

    assert expected == [fault.code for fault in found(tmp_path, {"2026/edition.yaml": edition})]


def test_second_places_are_shown(tmp_path: Path) -> None:
    """A total shows its parts, a count its list, a date the year that it misses."""
    own = (
        f"{HEAD}year: 令和7年度\nfigures: {{事業数: {{value: 3事業, counts: own}}}}\n"
        "table: {row: {総数: 3, 男: 1, 女: 1}, sums: 総数 = 男 + 女}\n"
        "events: [{when: 令和6年5月1日, about: {ja: 会, en: Meeting}}]\n"
    )
    told = {fault.code: fault for fault in found(tmp_path, {OWN: own})}

    assert [("part", 4), ("part", 4)] == [(r.role, r.place.line) for r in told["F01"].related]
    assert [("list", 5)] == [(r.role, r.place.line) for r in told["F03"].related]
    assert [("year", 2)] == [(r.role, r.place.line) for r in told["D15"].related]
