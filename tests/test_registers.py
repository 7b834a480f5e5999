"""The registers: what a further language asks of their files."""

from __future__ import annotations

import pytest

from kushiro_yearbook.load import registers
from kushiro_yearbook.load.registers import NAME_COLUMNS, NAMES, load_registers
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
