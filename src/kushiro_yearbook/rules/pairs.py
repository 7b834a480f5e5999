"""Rules on pairs: every bracket of a Japanese text has the partner that belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from kushiro_yearbook.faults import Fault
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.rules.walk import MOST_OF_A_TEXT, every_text, prose_alone
from kushiro_yearbook.text import Text

# What opens and what closes, in both widths; 〔 〕 are those of citations.
_CLOSING = {
    "「": "」",
    "｢": "」",
    "『": "』",
    "【": "】",
    "〈": "〉",
    "《": "》",
    "（": "）",
    "(": "）",
    "［": "］",
}
_USUAL = {")": "）", "｣": "」"}
_SIGN = re.compile("[「」『』【】〈〉《》（）［］｢｣()]")
# What ends the mark of an item or note: 1）, ア）, 注2）.
_MARK = re.compile("(?:^|[\\s、。・:：※注])[0-9０-９A-Za-zＡ-Ｚａ-ｚ\\u3041-\\u3096\\u30a1-\\u30fa]{1,3}$")
# Alone they mark an item or are part of a face: 1), :-).
_LET_PASS = frozenset("()")
_LONGEST = 40


def pairs(yearbook: Yearbook) -> Iterator[Fault]:
    """J11: a bracket has no partner, or one of another kind.

    ja:
        見つけるもの: 「見本市』のように形のちがうかっこの組、閉じていないかっこ、開いていないかっこ。「1）」「ア）」のような
            番号、半角のかっこだけのもの、値を引く〔 〕は除きます。
        理由: どこまでがかっこの中かがわからず、読み上げでも意味が変わります。
        例:
            ja: 「見本市』と（見本町を訪ねた。
        直し方: 開くかっこと閉じるかっこを、同じ形でそろえます。
    en:
        Finds: A pair of two kinds of brackets, one that is not closed, and one that was not opened, but for
            the marks of items like 1） and ア）, half-width ones alone, and the 〔 〕 of citations.
        Why: Nobody can tell where what stands in brackets ends.
        Example:
            ja: 「見本市』と（見本町を訪ねた。
        Mend: Open and close with brackets of one kind.
    """
    for text, _ in every_text(yearbook):
        if not text.named and not text.kanji_only and _SIGN.search(text.ja):
            yield from islice(_unpaired(text), MOST_OF_A_TEXT)


def _unpaired(text: Text) -> Iterator[Fault]:
    words = prose_alone(text.ja)
    opened: list[re.Match[str]] = []
    for sign in _SIGN.finditer(words):
        if sign[0] in _CLOSING:
            opened.append(sign)
        elif not any(_closes(sign, one) for one in opened):
            yield from _stray(text, sign, opened)
        else:
            while not _closes(sign, one := opened.pop()):
                yield from _lone(text, one, "open")
    for one in opened:
        yield from _lone(text, one, "open")


def _closes(sign: re.Match[str], opening: re.Match[str]) -> bool:
    return _CLOSING[opening[0]] == _USUAL.get(sign[0], sign[0])


def _stray(text: Text, sign: re.Match[str], opened: list[re.Match[str]]) -> Iterator[Fault]:
    """A closing bracket that closes nothing: of a pair of two kinds where one stands open close by."""
    if _MARK.search(text.ja[: sign.start()]) and sign[0] in ")）":
        return
    near = opened and sign.end() - opened[-1].start() <= _LONGEST
    if near and not {sign[0], opened[-1][0]} & _LET_PASS:
        start, end = opened.pop().start(), sign.end()
        value = text.ja[start:end]
        words = {"value": value, "one": value[:-1] + _CLOSING[value[0]]}
        yield Fault(text.place_of_part("ja", start, end - start), "J11", words)
    else:
        yield from _lone(text, sign, "close")


def _lone(text: Text, sign: re.Match[str], way: str) -> Iterator[Fault]:
    if sign[0] not in _LET_PASS:
        place = text.place_of_part("ja", sign.start(), 1)
        yield Fault(place, "J11", {"value": sign[0], way: sign[0]})
