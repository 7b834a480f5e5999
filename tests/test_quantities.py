"""Quantities: what clerks may write, how it is printed, and what is refused with which help."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushiro_yearbook.faults import Refused
from kushiro_yearbook.inline import plain
from kushiro_yearbook.quantities import (
    Bound,
    Qualifier,
    Quantity,
    Status,
    Unit,
    grouped,
    near,
    parse_cell,
    parse_quantity,
    rounds_to,
)

PERSON = Unit("人", "person", "person", "people")
UNITS = {
    unit.sign: unit
    for unit in (
        PERSON,
        Unit("名", "person", "person", "people"),
        Unit("件", "case", "case", "cases", beside_label=False),
        Unit("分", "minute", "minute", "minutes"),
        Unit("年", "year", "year", "years"),
        Unit("ページ", "page", "page", "pages"),
        Unit("MHz", "megahertz", "MHz", "MHz"),
        Unit("円", "JPY", prefix="¥"),
        Unit("事業", "project", "project", "projects"),
    )
}

# As typed, as printed in Japanese, as printed in English.
ACCEPTED = [
    ("51名", "51名", "51 people"),
    ("1人", "1人", "1 person"),
    ("0件", "0件", "0 cases"),
    ("1,525件", "1,525件", "1,525 cases"),
    ("1525件", "1,525件", "1,525 cases"),
    ("約4分", "約4分", "approx. 4 minutes"),
    ("延べ5,942名", "延べ5,942名", "5,942 people (cumulative)"),
    ("毎回15分", "毎回15分", "15 minutes each time"),
    ("満12年", "満12年", "12 full years"),
    ("12年以上", "12年以上", "at least 12 years"),
    ("30人以下", "30人以下", "at most 30 people"),
    ("500円以下", "500円以下", "at most ¥500"),
    ("約16～24ページ", "約16～24ページ", "approx. 16–24 pages"),
    ("16〜24ページ", "16～24ページ", "16–24 pages"),
    ("1~2件", "1～2件", "1–2 cases"),
    ("76.1MHz", "76.1MHz", "76.1 MHz"),
    ("1.50年", "1.50年", "1.50 years"),
    ("2,841,903円", "2,841,903円", "¥2,841,903"),
    (" 5 人 ", "5人", "5 people"),
]

# As typed, the code and its words.
REFUSED = [
    ("", "Q01", {"value": ""}),
    ("約", "Q01", {"value": "約"}),
    ("多数", "Q01", {"value": "多数"}),
    ("-5人", "Q01", {"value": "-5人"}),
    ("1e5人", "Q01", {"value": "1e5人"}),
    ("5人6件", "Q01", {"value": "5人6件"}),
    ("1～", "Q01", {"value": "1～"}),
    ("1.2.3人", "Q01", {"value": "1.2.3人"}),
    ("٣人", "Q01", {"value": "٣人"}),
    ("19事行", "Q02", {"value": "事行", "near": "事業"}),
    ("19匹", "Q02", {"value": "匹", "near": ""}),
    ("19事業所", "Q02", {"value": "事業所", "near": "事業"}),
    ("5人以上以下", "Q02", {"value": "人以上", "near": "人"}),
    ("51", "Q03", {"value": "51"}),
    ("約51以上", "Q03", {"value": "約51以上"}),
    ("1,23組", "Q04", {"value": "1,23", "right": "123"}),
    ("延べ1,2345人", "Q04", {"value": "1,2345", "right": "12,345"}),
    ("1234,567人", "Q04", {"value": "1234,567", "right": "1,234,567"}),
    ("10,人", "Q04", {"value": "10,", "right": "10"}),
    ("５１名", "Q06", {"value": "５１名", "right": "51名"}),
    ("１，２３４．５人", "Q06", {"value": "１，２３４．５人", "right": "1,234.5人"}),
    ("1234567890123456789人", "Q07", {"value": "1234567890123456789", "limit": "18"}),
]

# As typed, the code, what to write instead.
REFUSED_CELLS = [
    ("1,234", "Q05", "1234"),
    ("-1,234", "Q05", "-1234"),
    ("△12", "Q05", "-12"),
    ("▲1,234", "Q05", "-1234"),
    ("−12", "Q05", "-12"),
    ("－12", "Q05", "-12"),
    ("12人", "Q05", "12"),
    ("不詳", "Q05", "not-available"),
    ("該当なし", "Q05", "not-applicable"),
    ("０", "Q06", "0"),
    ("１．５", "Q06", "1.5"),
    ("NaN", "Q05", ""),
    ("Infinity", "Q05", ""),
    ("1e5", "Q05", ""),
    ("1～3", "Q05", ""),
    ("5/6", "Q05", ""),
    ("10万", "Q05", ""),
    ("0x1F", "Q05", ""),
    ("1.2.3", "Q05", ""),
    ("٣", "Q05", ""),
    ("", "Q05", ""),
]


def read(text: str) -> Quantity | Refused:
    """What `parse_quantity` makes of a text, a refusal being one of its answers."""
    try:
        return parse_quantity(text, UNITS)
    except Refused as refused:
        return refused


def read_cell(text: str) -> Decimal | Status | Refused:
    """What `parse_cell` makes of a text, likewise."""
    try:
        return parse_cell(text)
    except Refused as refused:
        return refused


@pytest.mark.parametrize(("text", "japanese", "english"), ACCEPTED)
def test_accepted_forms_print_in_both_languages(text: str, japanese: str, english: str) -> None:
    """What clerks write is read, and printed with its unit and qualifiers in each language."""
    quantity = parse_quantity(text, UNITS)

    assert (japanese, english) == (plain(quantity.runs("ja")), plain(quantity.runs("en")))


@pytest.mark.parametrize(("text", "code", "words"), REFUSED)
def test_refused_forms_say_why(text: str, code: str, words: dict[str, str]) -> None:
    """What is no quantity is refused with its code, the value and what was perhaps meant."""
    refused = read(text)

    assert isinstance(refused, Refused)
    assert (code, words) == (refused.code, refused.words)


def test_an_unknown_unit_is_pointed_at() -> None:
    """The refusal of a unit marks the unit, not the number before it."""
    refused = read("延べ19事行以上")

    assert isinstance(refused, Refused)
    assert (4, 2) == (refused.offset, refused.width)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("約4人", Quantity(Decimal(4), PERSON, qualifier=Qualifier.APPROXIMATE)),
        ("延べ4人", Quantity(Decimal(4), PERSON, qualifier=Qualifier.CUMULATIVE)),
        ("毎回4人", Quantity(Decimal(4), PERSON, qualifier=Qualifier.EACH)),
        ("満4人", Quantity(Decimal(4), PERSON, qualifier=Qualifier.FULL)),
        ("4人以上", Quantity(Decimal(4), PERSON, bound=Bound.OR_MORE)),
        ("4人以下", Quantity(Decimal(4), PERSON, bound=Bound.OR_LESS)),
        ("4～1,000人", Quantity(Decimal(4), PERSON, upper=Decimal(1000))),
    ],
)
def test_values_are_typed(text: str, quantity: Quantity) -> None:
    """A quantity keeps its number, unit, span and words apart."""
    assert quantity == parse_quantity(text, UNITS)


def test_a_span_does_not_run_backwards() -> None:
    """A span whose end is less than its beginning is a mistake, as it is for dates."""
    assert isinstance(read("24～16ページ"), Refused)


@pytest.mark.parametrize(
    ("text", "bare", "beside_ja", "beside_en"),
    [
        ("延べ5,942名", "5,942", "延べ5,942名", "5,942 people"),
        ("延べ599件", "599", "延べ599件", "599"),
        ("1～2件以上", "1–2", "1～2件以上", "at least 1–2"),
        ("2,841,903円", "2,841,903", "2,841,903円", "¥2,841,903"),
    ],
)
def test_bare_and_beside_label(text: str, bare: str, beside_ja: str, beside_en: str) -> None:
    """A sentence may bring its own noun; a label may already say the unit in English."""
    quantity = parse_quantity(text, UNITS)
    found = (quantity.bare("en"), quantity.beside_label("ja"), quantity.beside_label("en"))

    assert (bare, beside_ja, beside_en) == tuple(plain(runs) for runs in found)


@pytest.mark.parametrize(
    ("text", "language", "aside"),
    [("延べ599件", "en", "cumulative"), ("延べ599件", "ja", ""), ("約599件", "en", "")],
)
def test_an_aside_stands_apart(text: str, language: str, aside: str) -> None:
    """What English says in parentheses can join others there; Japanese says it before the number."""
    assert aside == parse_quantity(text, UNITS).aside(language)


def test_a_factor_counts_in_the_english() -> None:
    """2,841万円 are ¥28,410,000: a sign before the number cannot say ten thousand."""
    unit = Unit("万円", "JPY", prefix="¥", factor=Decimal(10000))
    quantity = parse_quantity("2,841万円", {"万円": unit})

    assert ("2,841万円", "¥28,410,000") == (plain(quantity.runs("ja")), plain(quantity.runs("en")))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", Decimal(0)),
        ("12", Decimal(12)),
        ("-12", Decimal(-12)),
        ("12.50", Decimal("12.50")),
        ("unstated", Status.UNSTATED),
        ("not-available", Status.NOT_AVAILABLE),
        ("not-applicable", Status.NOT_APPLICABLE),
        ("suppressed", Status.SUPPRESSED),
    ],
)
def test_cells_hold_a_number_or_why_there_is_none(text: str, value: Decimal | Status) -> None:
    """A cell is a plain number, or a status word where the number is missing."""
    assert value == parse_cell(text)


@pytest.mark.parametrize(("text", "code", "right"), REFUSED_CELLS)
def test_refused_cells_say_what_to_write(text: str, code: str, right: str) -> None:
    """A refused cell names the number to write, and none that its writer did not mean."""
    refused = read_cell(text)

    assert isinstance(refused, Refused)
    assert (code, right) == (refused.code, refused.words["right"])


@pytest.mark.parametrize("dash", ["—", "-", "－", "−", "─", "ー", "――"])
def test_what_a_dash_means_is_not_guessed(dash: str) -> None:
    """A dash says no more than that there is no number: staff choose, and nothing is put into their mouth."""
    refused = read_cell(dash)

    assert isinstance(refused, Refused)
    assert ("Q05", {"value": dash, "right": "", "sign": dash}) == (refused.code, refused.words)


@pytest.mark.parametrize(
    ("sign", "usual"),
    [("x", "suppressed"), ("Ｘ", "suppressed"), ("…", "not-available"), ("...", "not-available")],
)
def test_a_sign_of_official_statistics_is_told_with_its_usual_meaning(sign: str, usual: str) -> None:
    """An x and an … mean nearly everywhere the same, and are still to be looked up."""
    refused = read_cell(sign)

    assert isinstance(refused, Refused)
    assert (sign, usual) == (refused.words["sign"], refused.words["usual"])


@pytest.mark.parametrize("word", ["normal", "preliminary", "revised"])
def test_a_status_that_needs_its_number_is_refused_alone(word: str) -> None:
    """`preliminary` says something of a number, so it cannot stand in its place."""
    refused = read_cell(word)

    assert isinstance(refused, Refused)
    assert ("Q08", {"value": word}) == (refused.code, refused.words)


def test_zero_has_no_sign() -> None:
    """-0 is printed as 0, or refused; nobody reads a minus before nothing."""
    cell = read_cell("-0")

    assert isinstance(cell, Refused) or (isinstance(cell, Decimal) and grouped(cell) == "0")


@pytest.mark.parametrize("right", sorted({right for _, _, right in REFUSED_CELLS if right}))
def test_what_is_advised_is_accepted(right: str) -> None:
    """What the refusal of a cell advises is never refused itself."""
    assert not isinstance(read_cell(right), Refused)


@pytest.mark.parametrize(
    ("status", "sign", "missing"),
    [
        (Status.NORMAL, "", False),
        (Status.PRELIMINARY, "p", False),
        (Status.REVISED, "r", False),
        (Status.NOT_AVAILABLE, "…", True),
        (Status.NOT_APPLICABLE, "-", True),
        (Status.SUPPRESSED, "x", True),
        (Status.UNSTATED, "—", True),
    ],
)
def test_each_status_has_its_sign(status: Status, sign: str, missing: bool) -> None:  # noqa: FBT001
    """A status has one sign, and words in both languages for those who listen."""
    assert (sign, missing) == (status.sign, status.missing)
    assert all(
        plain(status.runs(language)) == plain(status.bare(language)) != "" for language in ("ja", "en")
    )


@pytest.mark.parametrize(
    ("unit", "label", "language", "says"),
    [
        ("人", "Population", "en", True),
        ("人", "People", "en", False),
        ("人", "People", "ja", True),
        ("件", "Requests", "en", False),
        ("円", "Total", "en", True),
    ],
)
def test_a_head_shows_the_unit_once(unit: str, label: str, language: str, says: bool) -> None:  # noqa: FBT001
    """A table head adds the unit unless its English label says it already."""
    assert says == UNITS[unit].says_more_than(label, language)


@pytest.mark.parametrize(("word", "found"), [("事行", "事業"), ("prelimnary", "preliminary"), ("x", "")])
def test_near_words(word: str, found: str) -> None:
    """The known word most like a misspelt one is offered; one unlike all others gets none."""
    assert found == near(word, ["preliminary", "事業", "revised"])


@given(st.text() | st.text("約延べ満0123456789０１,.～人円以上下-△ "))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text makes the readers stumble; a number once read is a finite one."""
    quantity, cell = read(text), read_cell(text)

    assert isinstance(quantity, Refused) or quantity.value.is_finite()
    assert isinstance(cell, Refused | Status) or cell.is_finite()


@given(
    st.decimals(0, 10**12, places=2) | st.integers(0, 10**15).map(Decimal),
    st.sampled_from([None, *Qualifier]),
    st.sampled_from([None, *Bound]),
    st.sampled_from(sorted(UNITS)),
)
def test_quantities_are_read_back_as_printed(
    value: Decimal, qualifier: Qualifier | None, bound: Bound | None, sign: str
) -> None:
    """A quantity survives printing in Japanese and reading."""
    quantity = Quantity(value, UNITS[sign], qualifier=qualifier, bound=bound)

    assert quantity == parse_quantity(plain(quantity.runs("ja")), UNITS)
    assert value == Decimal(grouped(value).replace(",", ""))


@given(st.decimals(-(10**12), 10**12, allow_nan=False, places=3))
def test_cells_are_read_back_as_typed(value: Decimal) -> None:
    """A number cell keeps every digit."""
    assert value == parse_cell(f"{value:f}")


@pytest.mark.parametrize(
    ("total", "parts", "expected"),
    [
        ("21.1", ["10.0", "11.0"], True),
        ("21.2", ["10.0", "11.0"], False),
        ("10", ["3", "3", "3"], True),
        ("11", ["3", "3", "3"], False),
        ("100", ["33.3", "33.3", "33"], True),
        ("-21.1", ["-10.0", "-11.0"], True),
    ],
)
def test_rounding_explains_half_a_digit_a_part(total: str, parts: list[str], *, expected: bool) -> None:
    """Each part may be off by half of its last digit, the coarsest one counting."""
    assert expected is rounds_to(Decimal(total), [Decimal(part) for part in parts])
