"""Rules on translation and terms: what English says otherwise than the Japanese, and what only looks so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kushiro_yearbook.eras import ERAS
from kushiro_yearbook.facts.fact import Classes
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.pipeline import examine
from kushiro_yearbook.recurrence import MONTHS
from kushiro_yearbook.rules.languages import missing_by_department
from kushiro_yearbook.rules.statements import differences
from kushiro_yearbook.rules.translation import cited_alone, links_alone
from kushiro_yearbook.rules.walk import OTHER, PAIR, translated
from kushiro_yearbook.text import CITATION, Scope, Text
from tests.laying import BASE, FOLDER, OWN, found

TOP = Path(__file__).parents[1]
NAMES = (BASE / "names.csv").read_text("utf-8")
LINKS = "dates: {開設: 令和7年5月1日}\n"


def told(folder: Path, japanese: str, english: str, more: str = "", names: str = "") -> list[str]:
    """The codes of the faults of one text in two languages."""
    own = f"title: {{ja: 文, en: Words}}\ntext:\n  ja: |\n{_block(japanese)}  en: |\n{_block(english)}{more}"
    return [fault.code for fault in found(folder, {OWN: own, "names.csv": NAMES + names})]


def _block(words: str) -> str:
    return "".join(f"    {line}\n" if line else "\n" for line in words.split("\n"))


@pytest.mark.parametrize(
    ("japanese", "english", "expected"),
    [
        ("3校が、4回開いた。", "Four meetings took place at three schools.", []),
        ("3校が開いた。\n\n4回目である。", "Three schools took part.\n\nIt is the fourth.", []),
        ("3校が開いた。\n\n4回目である。", "It is the fourth.\n\nThree schools took part.", ["E01"]),
        ("3校が開いた。\n\n4回目である。", "Three schools took part for the fourth time.", []),
        ("1. 募集\n2. 選考", "- Applications\n- Selection", []),
        ("[案内](https://example.jp/2025/12)", "[Guide](https://example.jp/2025/12)", []),
        ("`12` と書く。", "Write it in digits.", []),
        ("男12人、女15人", "12 men and 15 women", []),
        ("男12人、女15人", "15 women and 12 men", ["E03"]),
        ("15人のうち12人", "12 of the 15 people", []),
        ("5月、9月に開く。", "Held in September and May.", ["E03"]),
    ],
)
def test_statements_are_compared(japanese: str, english: str, expected: list[str], tmp_path: Path) -> None:
    """Numbers are compared paragraph by paragraph where there are as many; only lists have an order."""
    assert expected == told(tmp_path, japanese, english)


@pytest.mark.parametrize(
    ("japanese", "english", "expected"),
    [
        ("〔事業数〕を〔策定〕に始めた。", "Begun on 〔策定〕: 〔事業数.number〕 projects.", []),
        ("〔事業数〕を始めた。", "Projects were begun.", ["E02"]),
        ("始めた。", "〔事業数〕 were begun.", ["E02"]),
        ("〔事業数〕を始めた。", "19 projects were begun.", ["F07"]),
        ("〔ない数〕を始めた。", "Projects were begun.", ["T04"]),
    ],
)
def test_citations_are_compared(japanese: str, english: str, expected: list[str], tmp_path: Path) -> None:
    """What one language cites the other cites; where another rule says more of it, that is told."""
    values = "dates: {策定: 令和7年5月1日}\nfigures: {事業数: 19事業}\n"

    assert expected == told(tmp_path, japanese, english, values)


@pytest.mark.parametrize(
    ("japanese", "english", "expected"),
    [
        (
            "[計画](planning/plans)、[調査](planning/surveys)",
            "[a](planning/surveys), [b](planning/plans)",
            [],
        ),
        ("[計画](planning/plans)", "[a](planning/plans) and [b](planning/plans)", ["E08"]),
        ("[計画](planning/plans)", "The plan.", ["E08"]),
        ("[計画](planning/plan)", "The plan.", ["L01"]),
        ("[市](https://www.example.jp/index.html)", "[City](https://www.example.jp/en/)", []),
        ("[百科](https://ja.example.org/a)", "[Pages](https://en.example.org/b)", []),
        ("[市](https://www.example.jp/)", "[City](https://other.example.jp/)", ["E08"]),
        ("[条件](https://example.org/by/4.0/ja)", "[Terms](https://example.org/by/3.0/en)", ["E08"]),
        ("[条件](https://example.org/by/4.0/ja)", "[Terms](https://example.org/by/4.0/en)", []),
        ("[計画](https://example.jp/plans/1.html)", "[Plan](https://example.jp/plans/2.html)", ["E08"]),
        ("[計画](https://example.jp/plans/1.html)", "[Plan](https://example.jp/plans/1.html)", []),
        ("[計画](https://www.example.jp/plans/)", "[Plan](http://example.jp/plans)", []),
        ("[計画](https://example.jp/plans/1.html)", "[Plan](https://example.jp/english/7.html)", []),
        ("[計画](https://example.jp/1.html?lang=ja)", "[Plan](https://example.jp/2.html?lang=en)", []),
        ("[計画](https://example.jp/plan_ja.pdf)", "[Plan](https://example.jp/plan_en.pdf)", []),
        ("[計画](https://ja.example.org/x)", "[Plan](https://en.example.org/y)", []),
        ("[計画](https://example.jp/enquete)", "[Plan](https://example.jp/japan)", ["E08"]),
    ],
)
def test_links_are_compared(japanese: str, english: str, expected: list[str], tmp_path: Path) -> None:
    """Links lead to the same places as often; another site may have a page for each language."""
    assert expected == told(tmp_path, japanese, english)


NAMED = (
    "まちづくり基本条例,,,Basic Ordinance on Community Development,law,editor,own\n"
    "ふるさと東京会,,,Furusato Tokyo Association,org,editor,own\n"
    "札幌会,,,Sapporo Association,org,editor,own\n"
    "三つの滝,,,Mitsunotaki Falls,place,editor,own\n"
    "見本太郎,,,,person,guess,own\n"
)


@pytest.mark.parametrize(
    ("japanese", "english", "expected"),
    [
        ("まちづくり基本条例による。", "Under the Basic Ordinance on Community Development.", []),
        ("まちづくり基本条例による。", "Under the Basic Ordinance.", []),
        ("まちづくり基本条例による。", "Under the ordinance.", []),
        ("まちづくり基本条例による。", "Under the Basic Ordinance on Town Development.", ["E04"]),
        ("ふるさと東京会と札幌会", "The Furusato Tokyo and Sapporo Associations", []),
        ("ふるさと東京会と会う。", "Met by the Furusato Tokyo Society.", ["E04"]),
        ("三つの滝が名所である。", "It is known for Mitsunotaki Falls.", []),
        ("三つの滝が名所である。", "It is known for falls.", ["E01"]),
        ("見本太郎が受けた。", "It was given to 見本太郎.", []),
        ("札幌会が受けた。", "It was given to 札幌会.", ["E06"]),
        ("受けた。", "It was given、and taken.", ["E07"]),
        ("受けた。", "It was given – “and taken”: a café’s.", []),
    ],
)
def test_names_have_one_english(japanese: str, english: str, expected: list[str], tmp_path: Path) -> None:
    """A name that differs by a word is told, a short form is not; English has its own letters and signs."""
    assert expected == told(tmp_path, japanese, english, names=NAMED)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("{ja: 目的, en: Purpose}", "{ja: 目的, en: Aim}", ["E05"]),
        ("{ja: 目的, en: The purpose}", "{ja: 目的, en: Purpose}", []),
        ("{ja: よく使われた。, en: Well used.}", "{ja: よく使われた。, en: Used often.}", []),
    ],
)
def test_labels_have_one_english(first: str, second: str, expected: list[str], tmp_path: Path) -> None:
    """A title is one in English too, but for its article; a sentence may be put in two ways."""
    own = f"title: {{ja: 文, en: Words}}\nsections:\n  - {{title: {first}}}\n  - {{title: {second}}}\n"

    assert expected == [fault.code for fault in found(tmp_path, {OWN: own})]


def test_a_value_written_again_hides_no_disagreement(tmp_path: Path) -> None:
    """A date that should be cited does not explain that English has another, but may that it has none."""
    dates = "dates: {策定: 令和7年5月1日}\n"
    assert ["E01", "F07"] == sorted(
        told(tmp_path / "a", "令和7年5月1日に決めた。", "Drawn up on 1 May 2026.", dates)
    )
    assert ["F07"] == told(tmp_path / "b", "令和7年5月1日に決めた。", "Drawn up.", dates)


def test_an_accepted_difference_is_not_told(tmp_path: Path) -> None:
    """A section may say why its languages differ."""
    own = "title: {ja: 文, en: Words}\ntext: {ja: 12校, en: Schools}\nallow: {E01: 英語では数を略す。}\n"

    assert [] == found(tmp_path, {OWN: own})


def test_japanese_alone_is_compared_with_nothing(tmp_path: Path) -> None:
    """A site without English owes none, whatever English still stands in its content."""
    config = (BASE / "yearbook.yaml").read_text("utf-8") + "languages: [ja]\n"
    own = "title: {ja: 文, en: Words}\ntext: {ja: 12校, en: 13 schools}\n"

    assert [] == found(tmp_path, {OWN: own, "yearbook.yaml": config})


def test_missing_english_is_counted_by_department(tmp_path: Path) -> None:
    """Texts, names and labels that owe English are counted for the department that owes them."""
    own = "title: {ja: 文}\ntext: {ja: 市の文。}\nby: 知らない人\ndates: {知らない日: 令和7年}\n"
    found(tmp_path, {OWN: own})
    yearbook = examine(tmp_path / "content").yearbook

    assert yearbook is not None
    assert {FOLDER: 4} == missing_by_department(yearbook)


def edition() -> Yearbook:
    """The yearbook that this repository holds."""
    yearbook = examine(TOP / "content").yearbook
    assert yearbook is not None
    return yearbook


def mutants(words: str) -> Iterator[str]:
    """The words with each digit, month, era and citation of theirs changed, one at a time."""
    masked = CITATION.sub(lambda match: "\0" * len(match[0]), words)
    for match in re.finditer("[0-9]", masked):
        yield from (_instead(words, match, digit) for digit in "0123456789" if digit != match[0])
    for match in re.finditer(rf"\b(?:{'|'.join(MONTHS)})\b", masked):
        yield _instead(words, match, MONTHS[MONTHS.index(match[0]) - 1])
    for match in re.finditer(f"(?:{'|'.join(era.name for era in ERAS)})(?=[0-9])", masked):
        yield _instead(words, match, "大正" if match[0] == "昭和" else "昭和")
    for match in re.finditer("年度(?<=[0-9]年度)|FY(?=[0-9])", masked):
        yield _instead(words, match, "年" if match[0] == "年度" else "")
    for match in CITATION.finditer(words):
        yield _instead(words, match, "")


def _instead(words: str, match: re.Match[str], other: str) -> str:
    return words[: match.start()] + other + words[match.end() :]


def test_hardly_any_change_in_one_language_is_missed() -> None:
    """Of all changes to a date, number or citation in one language of the edition, 95 in 100 are told."""
    yearbook = edition()
    classes = Classes.of(yearbook.registers.units.values())
    results = [
        bool(differences(text, scope, classes) or cited_alone(text) or links_alone(text))
        for text, scope in changed(translated(yearbook))
    ]

    assert 400 < len(results)
    assert 0.95 <= sum(results) / len(results)


def changed(texts: Iterator[tuple[Text, Scope]]) -> Iterator[tuple[Text, Scope]]:
    """Every text with every mutant of either language."""
    for text, scope in texts:
        for language in PAIR:
            for words in mutants(text.words(language)):
                both = {language: words, OTHER[language]: text.words(OTHER[language])}
                yield replace(text, ja=both["ja"], translations={"en": both["en"]}), scope
