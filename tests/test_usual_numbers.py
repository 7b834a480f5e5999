"""Usual wordings of dates and numbers: their natural English is let pass, and another is found."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.test_facts import odd

ROWS = yaml.safe_load((Path(__file__).parent / "data" / "numbers.yaml").read_text("utf-8"))


def pairs(key: str) -> list[tuple[str, str]]:
    """Each Japanese with each English that a row gives for it."""
    return [(row["ja"], english) for row in ROWS for english in row.get(key, ())]


@pytest.mark.parametrize(("japanese", "english"), pairs("right"))
def test_natural_english_is_let_pass(japanese: str, english: str) -> None:
    """Whatever English usually says for a Japanese wording states the same."""
    assert [] == odd(japanese, english)


@pytest.mark.parametrize(("japanese", "english"), pairs("wrong"))
def test_another_date_or_number_is_found(japanese: str, english: str) -> None:
    """English that is as natural, but says another date, number, unit or bound, does not pass."""
    assert odd(japanese, english)
