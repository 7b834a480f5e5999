"""Rules on spaces: none stands inside a word, a title, a sentence or a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice, pairwise

from kushiro_yearbook.eras import ERAS
from kushiro_yearbook.faults import Fault
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.rules.walk import MOST_OF_A_TEXT, every_text, prose_alone
from kushiro_yearbook.text import LETTER, LETTERS_APART, Text, beside_number, close_up, closing_up


def spaces(yearbook: Yearbook) -> Iterator[Fault]:
    """T17: no space stands between Japanese letters in a title or sentence, but for one beside a number, nor in a date.

    ja:
        見つけるもの: 題名や文（「。」のある文章）の中で、日本語の字と字のあいだに空白があるもの。「平成 28 年」のように
            日付の中にある空白。「第1章　総則」「第3期 計画」のような番号の前後、行のはじめの「ア」「注」など
            のあと、「 」『 』の中、names.csv にある名前どうしや、名前とほかの語のあいだの空白は指摘しません。
        理由: 空白で字の間をあけた語や日付は、検索で見つからず、読み上げでは途中で切れます。
        例:
            ja: 平成 28 年に事 業を始めた。
        直し方: 一つの語や日付なら「平成28年」「事業」のように続けます（ほかの所で続けて書いてある語と日付は、--fix
            で直ります）。別々の語なら「・」か「、」で区切ります。原典の正式な名前なら、節の allow に T17 と
            理由を書きます。
    en:
        Finds: A space between two Japanese letters in a title or a sentence (a text with a 。), and any space
            inside a date, as in 平成 28 年. A space beside a number (第1章　総則, 第3期 計画), after ア, 注 and
            the like at the beginning of a line, in 「 」 or 『 』 and between a name of `names.csv` and another word is right.
        Why: A search does not find words or dates whose letters are set apart, and a screen reader breaks
            them in two.
        Example:
            ja: 平成 28 年に事 業を始めた。
        Mend: Write one word or date as one; --fix does so for dates and for words that stand as one elsewhere.
            Part several words with ・ or 、. Where it is the official name, give the reason under allow: T17.
    """
    titles = {id(title) for _, section in yearbook.sections() if (title := section.form.title)}
    english = "en" in yearbook.form.languages
    spelling = _Spelling(yearbook)
    for text, _ in every_text(yearbook):
        if id(text) in titles:
            yield from _in_title(text, english=english)
        elif not text.named and not text.kanji_only and _SUSPECT.search(text.ja):
            yield from islice(_in_text(text, spelling), MOST_OF_A_TEXT)


def _in_title(title: Text, *, english: bool) -> Iterator[Fault]:
    """One fault for all its spaces, unless they are told with another: N01, or T06 for single letters."""
    unexplained = english and title.named and title.missing("en")
    if unexplained or LETTERS_APART.search(title.ja) or close_up(title.ja) == title.ja:
        return
    joined, parted = closing_up(title.ja)
    yield Fault(title.place, "T17", {"value": title.ja[:60], "joined": joined, "parted": parted})


# What stands for a citation or a link is blank too, and longer.
_GAP = "[ \u3000\u00a0]{1,2}"
_SUSPECT = re.compile(rf"(?:{LETTER}|[0-9]){_GAP}(?:{LETTER}|[0-9])")
_ERA = "|".join(era.name for era in ERAS)
_DAY = rf"[0-9]{{1,2}}(?:{_GAP})?日"
_MONTH = rf"[0-9]{{1,2}}(?:{_GAP})?月(?!間)"
_DATE = re.compile(
    rf"(?:(?:{_ERA})(?:{_GAP})?)?(?<![0-9.,])(?:元|[0-9]{{1,4}}+)(?:{_GAP})?年(?!間)"
    rf"(?:(?:{_GAP})?{_MONTH}(?:(?:{_GAP})?{_DAY})?)?"
    rf"|(?<![0-9.,]){_MONTH}(?:(?:{_GAP})?{_DAY})?|(?<![0-9.,]){_DAY}"
)
_ANY_GAP = re.compile(_GAP)


_QUOTED = re.compile("「[^「」\n]*」|『[^『』\n]*』")
_BETWEEN = re.compile(rf"(?P<before>{LETTER}{{1,3}})(?P<gap>{_GAP})(?=(?P<after>{LETTER}{{1,3}}))")
# What may begin a line and be followed by a space: ア, 注.
_MARK = re.compile(r"(?m)^[\s>*+.0-9-]{0,9}[\u3041-\u3096\u30a1-\u30fa注例問答]\Z")


class _Spelling:
    """How the yearbook writes words elsewhere; gathered when the first space is found."""

    def __init__(self, yearbook: Yearbook) -> None:
        self._yearbook = yearbook

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the register, from two letters on."""
        return tuple(name for name in self._yearbook.registers.names if len(name) > 1)

    @cached_property
    def _neighbours(self) -> frozenset[str]:
        """Every two letters that stand together somewhere."""
        texts = (*(text.ja for text, _ in every_text(self._yearbook)), *self.names)
        return frozenset(one + other for words in texts for one, other in pairwise(words))

    def advice(self, before: str, gap: str, after: str) -> dict[str, str]:
        """What to write for a space: `right` where no doubt is left, else what may be meant."""
        value = f"{before}{gap}{after}"
        right, parted = closing_up(value)
        known = before[-1] + after[0] in self._neighbours and not _WORDS_OF_KANJI.search(value)
        return {"value": value, "right" if known else "joined": right, "parted": parted}


# Two words of several kanji each may be meant as two.
_WORDS_OF_KANJI = re.compile("[\u3400-\u9fff]{2}[ \u3000\u00a0]+[\u3400-\u9fff]{2}")


def _in_text(text: Text, spelling: _Spelling) -> Iterator[Fault]:
    words = _QUOTED.sub(_blank, prose_alone(text.ja))
    for date in _DATE.finditer(words):
        if _ANY_GAP.search(date[0]):
            found = {"value": date[0], "right": _ANY_GAP.sub("", date[0])}
            yield Fault(text.place_of_part("ja", date.start(), len(date[0])), "T17", found)
    for gap in _BETWEEN.finditer(words) if "。" in words else ():
        if not _is_right(words, gap, spelling.names):
            found = spelling.advice(gap["before"], gap["gap"], gap["after"])
            yield Fault(text.place_of_part("ja", gap.start(), len(found["value"])), "T17", found)


def _is_right(words: str, gap: re.Match[str], names: tuple[str, ...]) -> bool:
    """Whether a space parts what is meant to be parted, or is told with T06."""
    start, end = gap.span("gap")
    return (
        beside_number(words, start, end)
        or _MARK.search(words, 0, start) is not None
        or _parts_names(words, start, end, names)
        or any(apart.start() < start < apart.end() for apart in LETTERS_APART.finditer(words))
    )


def _parts_names(words: str, start: int, end: int, names: tuple[str, ...]) -> bool:
    """Whether a name stands beside a gap, and what follows it is a word and no ending of it."""
    if words.startswith(names, end):
        return True
    return words.endswith(names, 0, start) and not _ENDING.match(words, end)


# Kana, or one kanji alone, which make one word with a name before them: 見本 市が, 見本市 は.
_ENDING = re.compile("[\u3041-\u3096]|[\u3400-\u9fff](?![\u3400-\u9fff])")


def _blank(match: re.Match[str]) -> str:
    return "\0" * len(match[0])
