"""Search: how what is typed is folded, and what the index of an edition holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kushiro_yearbook.search.folding import asked, dates, fold, sound

VECTORS = json.loads((Path(__file__).parent / "search" / "vectors.json").read_text("utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: repr(vector["words"]))
def test_words_fold_as_the_browser_folds_them(vector: dict[str, object]) -> None:
    """Words, sounds and dates fold to the forms that the browser's own tests expect too."""
    words = str(vector["words"])
    found = {"fold": fold(words), "sound": sound(words), "asked": asked(words), "dates": list(dates(words))}

    assert vector == {"words": words, **found}


def test_spellings_of_one_word_meet() -> None:
    """However くしろ, 協働 and 新一 are typed, they are one."""
    for spellings in (
        ("くしろ", "クシロ", "ｸｼﾛ", "kushiro", "kusiro", "KUSHIRO"),
        ("きょうどう", "kyoudou", "kyodo", "kyōdō"),
        ("しんいち", "shin'ichi", "shinichi", "sin'iti"),
    ):
        assert 1 == len({sound(word) for word in spellings}), spellings


def test_an_era_and_the_year_it_counts_are_one_date() -> None:
    """令和7年 is 2025 and R7; 令和7年度 is FY2025, and no calendar year."""
    assert {"2025"} == {asked(word) for word in ("令和7年", "2025", "2025年", "R7", "令和七年")}
    assert {"fy2025"} == {asked(word) for word in ("令和7年度", "FY2025", "2025年度", "R7年度")}
