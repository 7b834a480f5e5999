"""Dates and numbers that changed places between the languages, and sentences that English turns round."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_translation import told

# The Japanese, English that keeps each date and number with its own, and English that does not.
EXCHANGED = [
    (
        "2004年に始め、2008年に終えた。",
        "It was begun in 2004 and ended in 2008.",
        "It was begun in 2008 and ended in 2004.",
    ),
    (
        "平成16年4月1日に募集を始め、5月30日に締め切った。",
        "Applications opened on 1 April 2004 and closed on 30 May.",
        "Applications opened on 30 May 2004 and closed on 1 April.",
    ),
    (
        "受付は4月1日から5月30日までである。",
        "Applications are taken from 1 April to 30 May.",
        "Applications are taken from 30 May to 1 April.",
    ),
    (
        "開会は午前10時、閉会は午後4時である。",
        "It opens at 10 am and closes at 4 pm.",
        "It opens at 4 pm and closes at 10 am.",
    ),
    (
        "会員は120人で、役員は15人である。",
        "There are 120 members and 15 officers.",
        "There are 15 people as members and 120 people as officers.",
    ),
    (
        "2004年に東小学校が移り、2008年に西小学校が開いた。",
        "East Elementary School moved in 2004 and West Elementary School opened in 2008.",
        "East Elementary School moved in 2008, West Elementary School opened in 2004.",
    ),
    (
        "2004年に12校を建て、2008年に15校を閉じた。",
        "Twelve schools were built in 2004 and 15 schools closed in 2008.",
        "Twelve schools were built in 2008, and 15 schools closed in 2004.",
    ),
    (
        "第3次計画を2004年に定め、第4次計画を2008年に改めた。",
        "The third plan was drawn up in 2004 and the fourth revised in 2008.",
        "The fourth plan was drawn up in 2004 and the third revised in 2008.",
    ),
    (
        "12月29日～1月3日は休む。",
        "Closed from 29 December to 3 January.",
        "Closed from 29 January to 3 December.",
    ),
    (
        "〔策定〕に定め、〔計画期間〕に行う。",
        "It was set on 〔策定〕 and runs in 〔計画期間〕.",
        "It was set on 〔計画期間〕 and runs in 〔策定〕.",
    ),
]
DATES = "dates: {策定: 令和7年5月1日, 計画期間: 令和7年度～令和11年度}\n"


@pytest.mark.parametrize(("japanese", "right", "wrong"), EXCHANGED)
def test_an_exchange_is_found(japanese: str, right: str, wrong: str, tmp_path: Path) -> None:
    """What has changed places is told; what stands with its own is not."""
    dates = DATES if "〔" in japanese else ""

    assert [] == told(tmp_path / "right", japanese, right, dates)
    assert ["E09"] == told(tmp_path / "wrong", japanese, wrong, dates)


@pytest.mark.parametrize(
    ("japanese", "english"),
    [
        (
            "1884年の移住が縁で、1963年に提携した。",
            "The affiliation of 1963 goes back to the migration of 1884.",
        ),
        ("1990年に閉じ、1995年に再び開いた。", "It reopened in 1995 after closing in 1990."),
        ("1990年の大会を機に、1995年に整えた。", "It was laid out in 1995 following the games of 1990."),
        ("1990年に廃止した線の跡に、1995年に整えた公園", "A park laid out in 1995 on a line closed in 1990"),
        (
            "2004年の条例により、2008年に定めた。",
            "It was set in 2008, and is based on the ordinance of 2004.",
        ),
        ("120人のうち15人が出た。", "Of the 120 people 15 spoke."),
        ("委員15人が、120人から聞いた。", "120 people were heard by 15 members."),
        (
            "2004年に東小学校が移り、2008年に西小学校が開いた。",
            "West Elementary School opened in 2008, and East Elementary School moved in 2004.",
        ),
        ("5月1日に始まり、5月30日に終わる。", "It begins on 1 May and ends on 30 May."),
        ("1990年に始めた。1995年に終えた。", "It ended in 1995. It began in 1990."),
        ("1990年に始め、1990年に終えた。", "It began and ended in 1990."),
    ],
)
def test_a_sentence_turned_round_is_let_pass(japanese: str, english: str, tmp_path: Path) -> None:
    """English often tells the later thing first; only what stands beside a date shows an exchange."""
    assert [] == told(tmp_path, japanese, english)
