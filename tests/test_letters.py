"""Spaces inside words, and which spaces are right."""

from __future__ import annotations

import time

import pytest

from kushiro_yearbook.faults import Place
from kushiro_yearbook.load.letters import spaced_words
from kushiro_yearbook.load.sources import Source
from kushiro_yearbook.text import close_up


def found(text: str, path: str = "a.yaml") -> list[tuple[str, str]]:
    """What stands apart in a text, and what it should be."""
    return [(fault.words["value"], fault.words["right"]) for fault in spaced_words(Source(path, text, ""))]


@pytest.mark.parametrize(
    ("text", "value", "right"),
    [
        ("氏　名: 1", "氏　名", "氏名"),
        ("合　　　計,1", "合　　　計", "合計"),
        ("title: 人 口 の 推 移", "人 口 の 推 移", "人口の推移"),
        ("- 林\u00a0清", "林\u00a0清", "林清"),
        ("[総　数, 男]", "総　数", "総数"),
        ("ト　ン", "ト　ン", "トン"),
        ("日　々（年平均）", "日　々", "日々"),
    ],
)
def test_letters_with_spaces_between_them_are_one_word(text: str, value: str, right: str) -> None:
    """Single letters set apart to fill a line are told with the word they are."""
    assert [(value, right)] == found(text)


@pytest.mark.parametrize(
    "text",
    [
        "釧路市　市長",
        "山田　太郎",
        "林　清子",
        "男: 1",
        "- 男",
        "総数 = 男 + 女",
        "[男, 女]",
        "男、 女",
        "第 1 条",
        "A B C",
        "# 目 次",
        "title: x  # 目 次",
        "東\n西",
        "　市は",
        "男　65歳",
    ],
)
def test_spaces_between_words_are_right(text: str) -> None:
    """A space that parts words, or belongs to YAML, is no fault; nor is one in a comment."""
    assert [] == found(text)


def test_comments_are_comments_in_yaml_alone() -> None:
    """What stands after # in Markdown is text."""
    assert [("目 次", "目次")] == found("# 目 次", "a.md")


def test_the_place_is_that_of_the_letters() -> None:
    """Line, column and width mark exactly what stands apart."""
    [fault] = spaced_words(Source("a.csv", "a,b\n1,合　計", ""))

    assert Place("a.csv", 2, 3, 3) == fault.place


@pytest.mark.parametrize("text", ["あ " * 500_000 + "おか", "あ" + " " * 1_000_000, "あ い\n" * 50_000])
def test_long_texts_take_no_long_time(text: str) -> None:
    """However a text is made, looking through it takes a moment."""
    started = time.process_time()
    list(spaced_words(Source("a.md", text, "")))

    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("伊東　良孝", "伊東良孝"),
        ("伊東 良孝", "伊東良孝"),
        ("各種　統計　調査", "各種統計調査"),
        ("第3期 総合戦略", "第3期 総合戦略"),
        ("基本構想 第8次中期実施計画", "基本構想 第8次中期実施計画"),
        ("第一章　総則", "第一章　総則"),
        ("第2　回", "第2　回"),
        ("第1章　総　則", "第1章　総則"),
        ("東京 23区", "東京 23区"),
        ("Port 港", "Port 港"),
        ("マイク ハーレー", "マイク・ハーレー"),
        ("マイク　Ｊ　ハーレー", "マイク　Ｊ　ハーレー"),
        ("タン チョウ 館", "タン・チョウ館"),
        ("ア イ ヌ", "アイヌ"),
    ],
)
def test_a_name_closes_up_but_for_its_number(words: str, right: str) -> None:
    """Spaces between Japanese letters go, except beside a number; ・ parts two words in katakana."""
    assert right == close_up(words)
