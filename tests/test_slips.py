"""Slips of the keyboard in otherwise sound content: what is told of them, and what is none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kushiro_yearbook.pipeline import examine

BASE = Path(__file__).parent / "broken" / "base"
PLANS, SURVEYS = "01-plans.yaml", "02-surveys.yaml"


def told(folder: Path, name: str, old: str, new: str, *, languages: str = "[ja, en]") -> list[str]:
    """The codes of the faults of the base after one edit of a file of its department.

    What the Japanese and the English then say differently (E…) is no matter of the slip.
    """
    content = folder / "content"
    shutil.copytree(BASE, content)
    config = content / "yearbook.yaml"
    config.write_text(f"{config.read_text('utf-8')}languages: {languages}\n", "utf-8")
    file = content / "2026" / "01-general" / "01-planning" / name
    text = file.read_text("utf-8")
    assert 1 == text.count(old)
    file.write_text(text.replace(old, new), "utf-8")
    return [fault.code for fault in examine(content).faults if not fault.code.startswith("E")]


@pytest.mark.parametrize(
    ("title", "languages", "codes"),
    [
        ("{ja: 各種　調査, en: Surveys}", "[ja, en]", ["T17"]),
        ("各種　調査", "[ja]", ["T17"]),
        ("各種　調査", "[ja, en]", ["N01"]),
        ("{ja: 調　査, en: Surveys}", "[ja, en]", ["T06"]),
        ("東　小学校", "[ja, en]", ["T06"]),
        ("{ja: マイク ハーレー, en: Mike Harley}", "[ja, en]", ["T17"]),
        ("{ja: 第1章　調査, en: Surveys}", "[ja, en]", []),
        ("{ja: 調査 Survey, en: Surveys}", "[ja, en]", []),
    ],
)
def test_spaces_in_titles(title: str, languages: str, codes: list[str], tmp_path: Path) -> None:
    """A space between the letters of a title is told once, whatever else is wrong with it."""
    assert codes == told(
        tmp_path, SURVEYS, "title: {ja: 調査, en: Surveys}", f"title: {title}", languages=languages
    )


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("新しい計 画を定めた。", ["T17"]),
        ("新しい計画 を定めた。", ["T17"]),
        ("新しい計　画を定め た。", ["T17", "T17"]),
        ("市長 議員が集まった。", ["T17"]),
        ("マイク ハーレーが来た。", ["T17"]),
        ("平成 28 年に定めた。", ["T17"]),
        ("令和7年 5 月 1 日現在", ["T17"]),
        ("4 月1 日と、5 月に定めた。", ["T17", "T17"]),
        ("3 年間で定めた。", []),
        ("計 画", ["T06"]),
        ("計 画を定めた。", ["T17"]),
        ("市の 計画", []),
        ("市の「つながる まち」の計画である。", []),
        ("第3期 計画を定めた。", []),
        ("ア 計画を定めた。", []),
        ("- イ 計画を定めた。", []),
        ("会場は東小学校 西小学校である。", []),
        ("会場は東小学校 体育館である。", []),
        ("東小学校 前が会場である。", ["T17"]),
        ("東小学校　前が会場である。", ["T17"]),
        ("東小学校 で開く。", ["T17"]),
        ("〔策定〕 計画を定めた。", []),
        ("PR 誌を出した。", []),
    ],
)
def test_spaces_in_sentences(words: str, codes: list[str], tmp_path: Path) -> None:
    """A space inside a word, a sentence or a date is told once; what is meant to be parted is not."""
    assert codes == told(tmp_path, PLANS, "  ja: 〔策定〕に計画を定めた。", f"  ja: |\n    {words}")


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("[策定]に定めた。", ["T18"]),
        ("［策定］に定めた。", ["T18"]),
        ("[事業数.number]の事業がある。", ["T18"]),
        ("[策定](planning/surveys)を見る。", []),
        ("[表][策定]を見る。\n\n    [策定]: planning/surveys", []),
        ("[改定]に定めた。", []),
        ("【策定】に定めた。", []),
    ],
)
def test_brackets_that_cite_nothing(words: str, codes: list[str], tmp_path: Path) -> None:
    """Square brackets around the name of a value were meant to cite it; those of a link were not."""
    assert codes == told(tmp_path, PLANS, "  ja: 〔策定〕に計画を定めた。", f"  ja: |\n    {words}")


@pytest.mark.parametrize("total", ["総数 ＝ 男 ＋ 女", "総数＝男＋女", "総数=男+女"])
def test_a_sum_may_be_typed_in_full_width(total: str, tmp_path: Path) -> None:
    """The signs of a sum are what Japanese keyboards give."""
    assert [] == told(tmp_path, SURVEYS, "[総数 = 男 + 女]", f"[{total}]")


@pytest.mark.parametrize(("id_", "codes"), [("print", []), ("partners", []), ("main", ["A04"])])
def test_an_id_below_a_page_is_no_address(id_: str, codes: list[str], tmp_path: Path) -> None:
    """A section's id is a place on its page, where only the page's own frame has names of its own."""
    assert codes == told(tmp_path, SURVEYS, "id: pupils", f"id: {id_}")


def test_a_copied_section_is_one_fault(tmp_path: Path) -> None:
    """Whoever copies a section to begin a new one is told of its address, not of each of its figures."""
    content = tmp_path / "content"
    shutil.copytree(BASE, content)
    department = content / "2026" / "01-general" / "01-planning"
    shutil.copy(department / SURVEYS, department / "03-surveys.yaml")

    assert ["A03"] == [fault.code for fault in examine(content).faults]
