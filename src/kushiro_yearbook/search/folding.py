"""Folding: one form for all that readers may type for the same word, sound or date.

`static/js/search/10-folding.js` does the same in the browser; `tests/search/vectors.json` holds both to it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from kushiro_yearbook.eras import ERAS

_ACCENTS = re.compile("[\u0300-\u036f]")
_HIRAGANA = {katakana: katakana - 0x60 for katakana in range(0x30A1, 0x30F7)}
_APOSTROPHES = re.compile("['\u2018\u2019`]")
_GROUPS = re.compile("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
# Letters and digits stay, and a point between digits; the rest are signs, which nobody types alike.
_SIGNS = re.compile(
    "(?!(?<=[0-9])[.](?=[0-9]))"
    "[^0-9a-z\u00df-\u024f\u0370-\u052f\u3005-\u3007\u3041-\u3096\u309d\u309e\u30f7-\u30fa\u30fc"
    "\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+"
)
_LOOSE_SPACES = re.compile("(?<![0-9a-z]) | (?![0-9a-z])")


def plain(words: str) -> str:
    """Words in one width and case, without accents, katakana as hiragana; signs stay."""
    letters = _ACCENTS.sub("", unicodedata.normalize("NFKD", words).lower())
    return unicodedata.normalize("NFC", letters).translate(_HIRAGANA)


def fold(words: str) -> str:
    """Words as they are compared: without signs, spaces only between words and numbers of Latin script."""
    letters = _GROUPS.sub("", _APOSTROPHES.sub("", plain(words)))
    return _LOOSE_SPACES.sub("", _SIGNS.sub(" ", letters))


# --- dates

_FIRST_YEAR = {sign: era.first.year for era in ERAS for sign in (era.name, era.letter.lower())}
_LAST_YEAR = {sign: era.last.year for era in ERAS for sign in (era.name, era.letter.lower())}
_COUNT = "元|[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_WRITTEN = re.compile(
    f"(?:({'|'.join(era.name for era in ERAS)}|(?<![a-z0-9])[mtshr]) ?({_COUNT})|(?<![0-9])([0-9]{{4}}))"
    " ?年(?:(度)|([0-9]{1,2})月(?:([0-9]{1,2})日)?)?"
)
_FISCAL = re.compile("(?<![a-z0-9])fy ?([0-9]{4})(?![0-9])")
# A date as it is typed in haste: r7, 令和7, r7.10.1, 2025-10-01.
_SHORT = re.compile(
    f"(?:({'|'.join(era.name for era in ERAS)}|[mtshr])({_COUNT})|([0-9]{{4}}))"
    "(?:[./-]([0-9]{1,2})(?:[./-]([0-9]{1,2}))?)?"
)
_DIGITS = {sign: number for number, sign in enumerate("一二三四五六七八九", start=1)}


def dates(words: str) -> Iterator[str]:
    """The dates in a text as keys: 2025, 2025-10, 2025-10-01, and fy2025 for a fiscal year."""
    letters = plain(words)
    for found in _WRITTEN.finditer(letters):
        era, count, year, fiscal, month, day = found.groups()
        yield from _keys((era, count, year, month, day), fiscal=bool(fiscal))
    yield from (f"fy{found[1]}" for found in _FISCAL.finditer(letters))


def asked(word: str) -> str:
    """The key of the date that a typed word is; empty where it is none."""
    letters = plain(word)
    if found := _FISCAL.fullmatch(letters):
        return f"fy{found[1]}"
    if found := _SHORT.fullmatch(letters):
        return "".join(_keys(found.groups(), fiscal=False))
    return next(dates(word), "") if _WRITTEN.fullmatch(letters) else ""


def _keys(date: tuple[str | None, ...], *, fiscal: bool) -> Iterator[str]:
    """The key of a date by its parts; none for a year that its era does not have."""
    era, count, year, month, day = date
    found = int(year) if year else _FIRST_YEAR[era or ""] - 1 + _number(count or "")
    if not era or found <= _LAST_YEAR[era]:
        parts = (f"{found:04}", *(f"{int(part):02}" for part in (month, day) if part))
        yield f"fy{found:04}" if fiscal else "-".join(parts)


def _number(count: str) -> int:
    """A year of an era: 元, 7, 七, 二十一."""
    if count.isascii():
        return int(count)
    tens, ten, ones = count.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 1 if count == "元" else 0)


# --- sounds

_KANA = re.compile("[\u3041-\u3096ー]+")
_ROWS = {
    "": "あいうえお",
    "k": "かきくけこ",
    "s": "さしすせそ",
    "t": "たちつてと",
    "n": "なにぬねの",
    "h": "はひふへほ",
    "m": "まみむめも",
    "r": "らりるれろ",
    "g": "がぎぐげご",
    "z": "ざじずぜぞ",
    "d": "だぢづでど",
    "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
    "y": "や ゆ よ",
    "w": "わ   を",
}
# Spelt with one kana and a small one: しゃ, き + ゃ; but for its own vowel (し, つ), which needs none.
_WITH_Y = {"sh": "し", "ch": "ち", "j": "じ", "jy": "じ", "sy": "し", "zy": "じ", "ty": "ち", "dy": "ぢ"}
_WITH_Y |= {"ky": "き", "gy": "ぎ", "ny": "に", "hy": "ひ", "by": "び", "py": "ぴ", "my": "み", "ry": "り"}
_WITH_VOWEL = {"f": "ふ", "v": "ゔ", "ts": "つ"}
_SYLLABLES = {
    **{c + v: kana for c, row in _ROWS.items() for v, kana in zip("aiueo", row, strict=True)},
    **{c + v: kana + small for c, kana in _WITH_Y.items() for v, small in zip("auo", "ゃゅょ", strict=True)},
    **{c + "e": kana + "ぇ" for c, kana in _WITH_Y.items()},
    **{c + "i": kana for c, kana in _WITH_Y.items() if "y" not in c},
    **{
        c + v: kana + small
        for c, kana in _WITH_VOWEL.items()
        for v, small in zip("aieo", "ぁぃぇぉ", strict=True)
    },
    **{c + "u": kana for c, kana in _WITH_VOWEL.items()},
}
# One kana after the other: ん, also as m or n'; っ, also as t before ch; a syllable.
_NEXT = re.compile("(n'|n(?![aiueoy])|m(?=[bmp]))|(([bdfghjkprstz])(?=\\3)|t(?=ch))|([^aiueo']{0,2}[aiueo])")
# The beginning of a syllable that is still being typed.
_BEGUN = re.compile("[bcdfghjkmprstvwyz]{1,2}")

_AFTER_N = dict(zip("あいうえおやゆよ", ("な", "に", "ぬ", "ね", "の", "にゃ", "にゅ", "にょ"), strict=True))
_N_AND_VOWEL = re.compile("ん([あいうえおやゆよ])")
# A vowel and what makes it long; the い of えい is written in romaji too, and stays.
_LONG = re.compile(
    "([あかさたなはまやらわがざだばぱぁゃゎ])[あー]|([うくすつぬふむゆるぐずづぶぷぅゅゔ])[うー]"
    "|([えけせてねへめれげぜでべぺぇ])[えー]|([おこそとのほもよろごぞどぼぽぉょ])[うおー]|()ー"
)
_SAME_SOUND = str.maketrans("ぢづをゐゑ", "じずおいえ")


def sound(word: str) -> str:
    """How a word of kana or of romaji sounds, in kana without what spellings differ in; else nothing.

    Long vowels are short, ん before a vowel is one with it, ぢ is じ: きょうどう, kyoudou, kyōdō are きょど.
    """
    letters = plain(word).replace("\u2019", "'")
    kana = letters if _KANA.fullmatch(letters) else _kana(letters)
    joined = _N_AND_VOWEL.sub(lambda found: _AFTER_N[found[1]], kana)
    return _LONG.sub(lambda found: "".join(filter(None, found.groups())), joined).translate(_SAME_SOUND)


def _kana(romaji: str) -> str:
    """Romaji of any spelling as kana, without a syllable that is only begun; nothing where it is none."""
    kana, rest = "", romaji
    while rest and not (kana and _BEGUN.fullmatch(rest)):
        found = _NEXT.match(rest)
        if found is None or (found[4] and not _SYLLABLES.get(found[4], "").strip()):
            return ""
        kana += "ん" if found[1] else "っ" if found[2] else _SYLLABLES[found[4]]
        rest = rest[found.end() :]
    return re.sub("ん+", "ん", kana)
