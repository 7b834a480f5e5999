"""Rules on slips of the keyboard: what was typed can be read, and is not what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kushiro_yearbook.faults import Fault
from kushiro_yearbook.model import Section, Yearbook
from kushiro_yearbook.text import LANGUAGES, Scope, Text

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
