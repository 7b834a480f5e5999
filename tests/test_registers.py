"""The registers: what a further language asks of their files."""

from __future__ import annotations

import pytest

from kushiro_yearbook.load import registers
from kushiro_yearbook.load.registers import NAME_COLUMNS, NAMES, UNITS, load_registers
from kushiro_yearbook.load.sources import Source

ROW = "港,みなと,,Port,place,sourced,"


@pytest.mark.parametrize(
    ("column", "cell", "translations"),
    [
        ("", "", {"en": "Port"}),
        (",ko", ",", {"en": "Port"}),
        (",ko", ",항구", {"en": "Port", "ko": "항구"}),
    ],
)
def test_a_further_language_may_have_a_column(
    column: str, cell: str, translations: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Towns that do not write in a language need no column for it, and an empty cell is no translation."""
    monkeypatch.setattr(registers, "TRANSLATIONS", ("en", "ko"))
    monkeypatch.setattr(registers, "MORE_COLUMNS", ("ko",))
    text = f"{','.join(NAME_COLUMNS)}{column}\n{ROW}{cell}\n"
    found, faults = load_registers({NAMES: Source(NAMES, text, "")})

    assert [] == faults
    assert translations == found.names["港"].translations


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ("万円: {id: JPY, factor: 10000, en: {other: '10,000 yen'}}", []),
        ("億円: {id: JPY, factor: 100000000, en: {other: 100 million yen}}", []),
        ("百万円: {id: JPY, factor: 1000000, en: {other: a million yen}}", []),
        ("ダース: {id: piece, factor: 12, en: {other: dozen}}", []),
        ("台: {id: car, en: {other: cars per 100 people}}", []),
        ("万石: {id: koku, factor: 1000, en: {other: koku}}", ["R09"]),
        ("万円: {id: JPY, factor: 1000, en: {one: '10,000 yen', other: '10,000 yen'}}", ["R09"]),
        ("万円: {id: JPY, factor: 10000, en: {one: '1,000 yen', other: '10,000 yen'}}", ["R09"]),
        ("千円: {id: JPY, factor: 1000, en: {head: 1 million yen}}", ["R09"]),
    ],
)
def test_a_unit_stands_for_the_number_in_its_words(row: str, codes: list[str]) -> None:
    """The factor of a unit is what its Japanese and its English name; of one mistake one fault."""
    _, faults = load_registers({UNITS: Source(UNITS, f"{row}\n", "")})

    assert codes == [fault.code for fault in faults]
