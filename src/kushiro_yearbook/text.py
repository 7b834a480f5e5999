"""Text in every language, with the values it cites and the readings it gives on the spot."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from kushiro_yearbook.faults import Place, Stretch
from kushiro_yearbook.inline import Run, Runs, line

# Japanese, which every text has, and the languages that it may be translated into.
LANGUAGES = ("ja", "en")
TRANSLATIONS = LANGUAGES[1:]

CITATION = re.compile(r"〔([^〔〕\n]{1,60})〕")
READING = re.compile(r"\{([^{}|\n]{1,40})\|([\u3041-\u309fー]{1,60})\}")

# What a link may lead to outside the site; everything else is a place inside it.
SCHEMES = ("https://", "http://", "mailto:", "tel:")
_LINK = re.compile(
    # a link, whose words may run over the end of a line; where a reference leads; a bare address
    r"(?<!!)\[(?:[^\[\]\n]|\n(?![ \t]*\n))*+\]\(\s*<?((?:\([^()>\s]*\)|[^()>\s])+)"
    r"|^ {0,3}\[(?!\^)[^\]\n]+\]:\s*<?([^>\s]+)"
    r"|<((?:https?://|mailto:|tel:)[^<>\s]+)>",
    re.MULTILINE,
)

# How a cell begins that Excel reckons rather than shows; a number below zero is none.
_FORMULA = re.compile(r"\s*(?:[=@＝＠]|[+＋](?=.)|[-－](?=[^\d\s.－-]))")


def is_formula(words: str) -> bool:
    """Whether Excel, opening the words as a cell, would reckon them."""
    return _FORMULA.match(words) is not None


def one_width(words: str) -> str:
    """Words with every letter in one piece and of the usual width: ｶﾞ is ガ, Ａ is A."""
    if words.isascii():
        return words
    usual = _OTHER_WIDTH.sub(lambda found: unicodedata.normalize("NFKC", found[0]), words)
    return unicodedata.normalize("NFC", usual)


_OTHER_WIDTH = re.compile("[\u3000\uff01-\uff9f]+")


# Kana, kanji and the signs that repeat or lengthen them.
LETTER = "[\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc-\u30fe\u3400-\u9fff\uf900-\ufaff]"
SPACE = "[ \u3000\u00a0]+"
# Single letters with spaces between them: 氏　名.
LETTERS_APART = re.compile(f"(?<!{LETTER}){LETTER}(?:{SPACE}{LETTER})+(?!{LETTER})")
_BETWEEN_LETTERS = re.compile(f"(?<={LETTER}){SPACE}(?={LETTER})")
# 第3期 and the like are words of their own beside a name: 第3期 総合計画, 第1章　総則.
_COUNTED = "第[0-9０-９〇一二三四五六七八九十百]{1,5}"
_AFTER_NUMBER, _BEFORE_NUMBER = re.compile(f"{_COUNTED}{LETTER}{{0,2}}$"), re.compile(_COUNTED)
_LONGEST_NUMBER = 8


def close_up(words: str) -> str:
    """Words without the spaces between Japanese letters, except beside a number: 伊東　良孝 is 伊東良孝.

    Two words in katakana are not made one: マイク ハーレー is マイク・ハーレー.
    """

    def closed(gap: re.Match[str]) -> str:
        if beside_number(words, gap.start(), gap.end()):
            return gap[0]
        return "・" if _KATAKANA_WORDS.match(words, max(0, gap.start() - 2), gap.end() + 2) else ""

    return _BETWEEN_LETTERS.sub(closed, words)


_KATAKANA = "[\u30a1-\u30fa\u30fc-\u30fe]"
# The two letters on either side of a gap; single letters apart are those of one word.
_KATAKANA_WORDS = re.compile(f".?{_KATAKANA}{SPACE}{_KATAKANA}{{2}}|{_KATAKANA}{{2}}{SPACE}{_KATAKANA}")


def beside_number(words: str, start: int, end: int) -> bool:
    """Whether a gap from start to end stands after or before 第3期 or the like."""
    before = words[max(0, start - _LONGEST_NUMBER) : start]
    return bool(_AFTER_NUMBER.search(before) or _BEFORE_NUMBER.match(words, end))


def closing_up(words: str) -> tuple[str, str]:
    """Words without their spaces, surely right and else empty, and where ・ is but a guess, that."""
    right = close_up(words)[:60]
    return ("", right) if right.count("・") > words.count("・") else (right, "")


class Value(Protocol):
    """What a citation can stand for."""

    def runs(self, language: str) -> Runs:
        """The value as a sentence shows it, with its unit."""

    def bare(self, language: str) -> Runs:
        """The value without its unit."""


Scope = Mapping[str, Value]
NOTHING: Scope = {}


@dataclass(frozen=True, slots=True)
class Text:
    """Words in Japanese and in the languages that someone translated them into.

    `kanji_only` marks a name that stays in Japanese in every language because nobody confirmed its reading,
    `named` one that a register explains; `places` says where translations stand, if not with the Japanese,
    `stretches` by language the lines of words that are written on several.
    """

    ja: str
    translations: Mapping[str, str] = field(hash=False)
    place: Place
    kanji_only: bool = False
    named: bool = False
    places: Mapping[str, Place] = field(default_factory=dict, hash=False)
    stretches: Mapping[str, tuple[Stretch, ...]] = field(default_factory=dict, compare=False)

    def place_of(self, language: str) -> Place:
        """Where the words of a language stand."""
        return self.places.get(language, self.place)

    def place_of_part(self, language: str, start: int, width: int) -> Place:
        """Where a part of the words stands if they stand in their file as they are, else where they begin."""
        place, words = self.place_of(language), self.words(language)
        if place.path.endswith(".md"):
            before = words[:start]
            column = len(before) - before.rfind("\n")
            return place._replace(line=place.line + before.count("\n"), column=column, width=width)
        stretches = self.stretches.get(language if self.speaks(language) else "ja", ())
        if nearest := bisect_right(stretches, start, key=lambda stretch: stretch.start):
            begun, line, column = stretches[nearest - 1]
            return place._replace(line=line, column=column + start - begun, width=width)
        quotes = (place.width - len(words)) // 2
        if place.width != len(words) + 2 * quotes or quotes not in (0, 1):
            return place
        return place._replace(column=place.column + quotes + start, width=width)

    def words(self, language: str) -> str:
        """The words in a language; the Japanese ones where there are no others."""
        return self.translations.get(language, self.ja)

    def speaks(self, language: str) -> bool:
        """Whether it has words of its own in a language."""
        return language == "ja" or language in self.translations

    def missing(self, language: str) -> bool:
        """Whether words in a language are owed."""
        return not self.speaks(language) and not self.kanji_only

    def runs(self, language: str, scope: Scope = NOTHING) -> Runs:
        """The words with their citations filled in, marked with `ja` where they fall back to Japanese."""
        shown = language if self.speaks(language) else "ja"
        found = tuple(_runs(self.words(language), shown, scope))
        return found if shown == language else tuple(run._replace(lang=shown) for run in found)

    def bare(self, language: str) -> Runs:
        """As `runs`: words have no unit to leave off."""
        return self.runs(language)

    def citations(self, *languages: str) -> Iterator[tuple[str, str]]:
        """Each cited name with the language that is asked for; by default of all the words it has."""
        for language in languages or filter(self.speaks, LANGUAGES):
            for match in CITATION.finditer(self.words(language)):
                yield match[1], language


def alike(words: str, place: Place) -> Text:
    """Words that are the same in every language."""
    return Text(words, dict.fromkeys(TRANSLATIONS, words), place)


def without_readings(words: str) -> str:
    """Words without the readings given at the spot, as plain pages show them."""
    return READING.sub(r"\1", words)


def cite(name: str, scope: Scope, language: str) -> Runs | None:
    """What a citation stands for, `name.number` for the bare value; None when nothing has that name."""
    label, dot, part = name.rpartition(".")
    if dot and part == "number" and label in scope:
        return scope[label].bare(language)
    return scope[name].runs(language) if name in scope else None


def cited_label(name: str) -> str:
    """The label a citation names, without `.number`."""
    return name.removesuffix(".number")


def links_in(words: str) -> list[str]:
    """The targets of the links in a text."""
    return [inline or reference or bare for inline, reference, bare in _LINK.findall(words)]


def _runs(words: str, language: str, scope: Scope) -> Iterator[Run]:
    end = 0
    for match in CITATION.finditer(words):
        yield from _read(words[end : match.start()])
        yield from cite(match[1], scope, language) or line(match[0])
        end = match.end()
    yield from _read(words[end:])


def _read(words: str) -> Runs:
    """Words as runs, those with a reading at the spot as runs of their own."""
    parts = READING.split(words)
    read = zip(parts[1::3], parts[2::3], parts[3::3], strict=True)
    return line(parts[0], *(run for word, kana, after in read for run in (Run(word, kana=kana), Run(after))))


def sentence_case(runs: Runs) -> Runs:
    """Runs with their first letter in upper case, as an English heading begins."""
    if not runs or not runs[0].text or runs[0].lang:
        return runs
    first = runs[0]
    return (first._replace(text=first.text[0].upper() + first.text[1:]), *runs[1:])
