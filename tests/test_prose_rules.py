"""What a text may hold: only what would print otherwise than meant is warned of."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kushiro_yearbook.pipeline import examine

BASE = Path(__file__).parent / "broken" / "base"
FOLDER = "2026/01-general/01-planning"


def codes(words: str, folder: Path) -> list[str]:
    """The faults of a Japanese text in Markdown."""
    content = folder / "content"
    shutil.copytree(BASE, content)
    (content / FOLDER / "03-prose.yaml").write_text("title: {ja: 文, en: Prose}\n", "utf-8")
    (content / FOLDER / "03-prose.ja.md").write_text(words, "utf-8")
    (content / FOLDER / "03-prose.en.md").write_text("Prose.\n", "utf-8")
    found = examine(content).faults
    return [fault.code for fault in found if fault.code[0] != "E"]  # that the English is another is no matter


@pytest.mark.parametrize(
    "words",
    [
        "`<b>` と書く。",
        "1 < 2 > 1",
        "<https://example.jp/>",
        "#1",
        "C# の講座",
        "{{ 7*7 }} {% include %}",
        "おわり\n\n---\n",
        "|a|b|\n|--|--|\n|1|2|\n",
        "[a]: https://example.jp/\n\n[a]",
        "ガイド（第1版）",
        "すごい！[計画](planning/plans)",
    ],
)
def test_what_prints_as_meant_is_no_fault(words: str, tmp_path: Path) -> None:
    """Signs that Markdown or a reader takes as they stand are not warned of."""
    assert [] == codes(words, tmp_path)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("#見出し", "T09"),
        ("### 見出し ###", "T09"),
        ("見出し\n---\n", "T09"),
        ("![図][1]", "T10"),
        ("<!-- 注 -->", "T11"),
        ("改行<br/>する", "T11"),
        ('<a href="x">y</a>', "T11"),
        ("本文[^注]", "T12"),
    ],
)
def test_what_prints_as_it_stands_is_told_once(words: str, code: str, tmp_path: Path) -> None:
    """Each way to write what a text cannot hold is one warning."""
    assert [code] == codes(words, tmp_path)
