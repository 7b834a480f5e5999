"""Rules on slips of the keyboard: what was typed can be read, and is not what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kushiro_yearbook.faults import Fault
from kushiro_yearbook.model import Section, Yearbook
from kushiro_yearbook.text import LANGUAGES, LETTERS_APART, Scope, Text, close_up


def spaced_titles(yearbook: Yearbook) -> Iterator[Fault]:
    """T17: a title has no space between Japanese letters, but for one beside a number.

    ja:
        見つけるもの: 題名の中で、日本語の字と字のあいだに空白があるもの。「第1章　総則」「第3期 計画」のような番号の前後の空白は指摘しません。
        理由: 空白で字の間をあけた題名は、検索で見つからず、読み上げでは途中で切れます。
        例:
            title: {ja: 各種　統計調査結果, en: Results of surveys}
        直し方: 一つの語なら「各種統計調査結果」のように続けます。別々の語なら「・」か「、」で区切ります。原典の正式な名前なら、節の allow に T17 と理由を書きます。
    en:
        Finds: A title with a space between two Japanese letters. A space beside a number, as in 第1章　総則 or 第3期 計画, is right.
        Why: A search does not find a title whose letters are set apart, and a screen reader breaks it in two.
        Example:
            title: {ja: 各種　統計調査結果, en: Results of surveys}
        Mend: Write one word as one; part several with ・ or 、. Where it is the official name, give the reason under allow: T17.
    """
    english = "en" in yearbook.form.languages
    for _, section in yearbook.sections():
        title = section.form.title
        if title and not _told(title, english=english) and (right := close_up(title.ja)) != title.ja:
            yield Fault(title.place, "T17", {"value": title.ja[:60], "right": right[:60]})


def _told(title: Text, *, english: bool) -> bool:
    """Whether its spaces are told with another fault: N01, or T06 for single letters."""
    unexplained = english and title.named and title.missing("en")
    return unexplained or LETTERS_APART.search(title.ja) is not None


# Not a link of Markdown, nor its target, nor a footnote; 【 】 is a heading's dress and means no citation.
_OTHER_BRACKETS = re.compile(r"(?<![\]!\\])[\[［](?P<name>[^\[\]［］\n^]{1,60})[\]］](?![(\[:])")


def other_brackets(yearbook: Yearbook) -> Iterator[Fault]:
    """T18: no text puts the name of a value into brackets that cite nothing.

    ja:
        見つけるもの: 文の中の [施行] や ［施行］ のうち、同じ節の dates や figures に同じ名前があるもの。
        理由: 値を引くかっこは〔 〕だけです。ほかのかっこでは、日付や数量ではなく、その語がそのまま印刷されます。
        例:
            text: {ja: "[施行]に条例を施行した。", en: "It came into force on 〔施行〕."}
        直し方: 「〔施行〕」と、亀甲かっこ〔 〕で書きます（「きっこう」で変換できます）。
    en:
        Finds: [施行] or ［施行］ in a text where dates or figures of the same section have a value of that name.
        Why: Only 〔 〕 cite a value. Within other brackets the word prints as it stands, not the date or number.
        Example:
            text: {ja: "[施行]に条例を施行した。", en: "It came into force on 〔施行〕."}
        Mend: Write 〔施行〕.
    """
    for edition in yearbook.editions:
        for department in edition.departments:
            for top in department.sections:
                yield from _other_brackets(top)


def _other_brackets(top: Section) -> Iterator[Fault]:
    for text, scope in top.texts():
        for language in LANGUAGES if scope else ():
            if text.speaks(language):
                yield from _meant_to_cite(text, language, scope)


def _meant_to_cite(text: Text, language: str, scope: Scope) -> Iterator[Fault]:
    for match in _OTHER_BRACKETS.finditer(text.words(language)):
        if match["name"].removesuffix(".number") in scope:
            place = text.place_of_part(language, match.start(), len(match[0]))
            yield Fault(place, "T18", {"value": match[0], "right": f"〔{match['name']}〕"})
