"""Kana order after JIS X 4061: how words stand in a Japanese index."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import NamedTuple

from kushiro_yearbook.readings.kana import hiragana

# Hiragana of each vowel; ー says the vowel of the letter before it, and after ん that again.
VOWELS = {
    "あ": "あかさたなはまやらわ",
    "い": "いきしちにひみりゐ",
    "う": "うくすつぬふむゆる",
    "え": "えけせてねへめれゑ",
    "お": "おこそとのほもよろを",
    "ん": "ん",
}
VOWEL = {letter: vowel for vowel, letters in VOWELS.items() for letter in letters}

# The rows of an index by their first letters; ん stands with わ.
ROWS = {
    "あ": "あいうえお",
    "か": "かきくけこ",
    "さ": "さしすせそ",
    "た": "たちつてと",
    "な": "なにぬねの",
    "は": "はひふへほ",
    "ま": "まみむめも",
    "や": "やゆよ",
    "ら": "らりるれろ",
    "わ": "わゐゑをん",
}
_ROW = {letter: row for row, letters in ROWS.items() for letter in letters}

_SMALL = dict(
    zip(
        "ぁぃぅぇぉっゃゅょゎゕゖㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ",
        "あいうえおつやゆよわかけくしすとぬはひふへほむらりるれろ",
        strict=True,
    )
)
_LONG, _AGAIN = "ー", "ゝ"
_VOICED = {"\u3099": 1, "\u309a": 2}

# On the third level: ー before small letters before ゝ before all others; of Latin letters the small first.
_PROLONGED, _LITTLE, _REPEATED, _FULL = range(4)


class Key(NamedTuple):
    """Where a word stands: each level is asked only where those before it are equal.

    `letters` without voicing and size; `voicing` は ば ぱ; `sizes` ー ょ ゝ よ; `scripts` hiragana before
    katakana; `signs` what is no letter; `written` the word as written.
    """

    letters: tuple[tuple[int, str], ...]
    voicing: tuple[int, ...]
    sizes: tuple[int, ...]
    scripts: tuple[bool, ...]
    signs: str
    written: str


class _Letter(NamedTuple):
    base: tuple[int, str]
    voicing: int
    size: int
    katakana: bool


@cache
def key(kana: str, written: str = "") -> Key:
    """The key of a word by its reading; words of one reading stand by how they are written."""
    letters: list[_Letter] = []
    signs = []
    for sign in unicodedata.normalize("NFKD", kana):
        if unicodedata.combining(sign):
            letters[-1:] = [_voiced(letter, sign) for letter in letters[-1:]]
        elif letter := _letter(sign, letters[-1].base[1] if letters else ""):
            letters.append(letter)
        else:
            signs.append(sign)
    bases, voicing, sizes, scripts = zip(*letters, strict=True) if letters else ((), (), (), ())
    return Key(bases, voicing, sizes, scripts, "".join(signs), f"{written}\0{kana}")


def row(kana: str) -> str:
    """The row of a reading, あ to わ; empty where its first letter is no kana."""
    letters = key(kana).letters
    return _ROW.get(letters[0][1], "") if letters else ""


def _voiced(letter: _Letter, mark: str) -> _Letter:
    return letter._replace(voicing=_VOICED.get(mark, ord(mark)))


def _letter(sign: str, before: str) -> _Letter | None:
    """A sign as a letter, after a letter that ー and ゝ may repeat; None for what is none."""
    plain = hiragana(sign)
    katakana = plain != sign or "ㇰ" <= sign <= "ㇿ"
    if plain == _LONG and before in VOWEL:
        return _Letter(_kana(VOWEL[before]), 0, _PROLONGED, katakana=True)
    if plain == _AGAIN and before in VOWEL:
        return _Letter(_kana(before), 0, _REPEATED, katakana)
    if plain in _SMALL:
        return _Letter(_kana(_SMALL[plain]), 0, _LITTLE, katakana)
    if plain in VOWEL:
        return _Letter(_kana(plain), 0, _FULL, katakana)
    if not sign.isalnum():
        return None
    # Figures stand before Latin letters, these before kana, and kanji last.
    rank = 0 if sign.isdecimal() else 1 if sign < "぀" else 3
    return _Letter((rank, sign.casefold()), 0, _LITTLE if sign.islower() else _FULL, katakana=False)


def _kana(letter: str) -> tuple[int, str]:
    return (2, letter)
