"""Numbers as they are written: 1億2,000万 and 三十二万; twenty-five, the thirteenth, two dozen."""

from __future__ import annotations

import re
from decimal import Decimal

# Every repetition is bounded, or a page of digits would take longer than anyone waits.
DIGITS = r"(?:(?<![0-9])[0-9]{1,3}(?:,[0-9]{3}){1,5}+(?![0-9])|(?<![0-9])[0-9]{1,18}+)(?:\.[0-9]{1,9}+)?+"

KANJI = "〇一二三四五六七八九"
_TENS = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"千": 10**3, "万": 10**4, "億": 10**8, "兆": 10**12}
KANJI_NUMBER = f"(?<![数何幾{KANJI}十百千])[{KANJI}十百千]{{1,12}}+"
_SMALL = f"{DIGITS}千?+(?![兆億万])"
NUMBER = f"(?:(?:{DIGITS}千?[兆億万]){{1,3}}+(?:{_SMALL})?+|{_SMALL})"


def in_japanese(text: str) -> Decimal:
    """The value of a number in digits or kanji: 1億2,000万, 三十二万."""
    if text[0] in KANJI or text[0] in _TENS:
        return Decimal(_in_kanji(text))
    total = Decimal(0)
    for digits, thousand, large in re.findall(rf"({DIGITS})(千?)([兆億万]?)", text):
        total += plain(digits) * _LARGE.get(thousand, 1) * _LARGE.get(large, 1)
    return total


def large_in_japanese(text: str) -> int:
    """What the last sign of a number multiplies it by, 1 where it is a digit: 200万 by ten thousand."""
    return _LARGE.get(text[-1], 1)


def plain(digits: str) -> Decimal:
    """The value of digits with or without commas."""
    return Decimal(digits.replace(",", ""))


def _in_kanji(text: str) -> int:
    total = 0
    for small, large in re.findall(f"([{KANJI}十百千]+)([兆億万]?)", text):
        total += _below_ten_thousand(small) * _LARGE.get(large, 1)
    return total


def _below_ten_thousand(text: str) -> int:
    if not set(text) & set(_TENS):
        return int("".join(str(KANJI.index(sign)) for sign in text))
    total, digit = 0, 0
    for sign in text:
        if sign in _TENS:
            total += (digit or 1) * _TENS[sign]
            digit = 0
        else:
            digit = KANJI.index(sign)
    return total + digit


_ONES = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_DECADES = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_IRREGULAR = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth"}
_IRREGULAR |= {"nine": "ninth", "twelve": "twelfth"}


def _ordinal(word: str) -> str:
    return _IRREGULAR.get(word) or f"{word[:-1]}ieth" * word.endswith("y") or f"{word}th"


_VALUES = {word: value for value, word in enumerate(_ONES, start=1)}
_VALUES |= {word: 10 * tens for tens, word in enumerate(_DECADES, start=2)}
_VALUES |= {_ordinal(word): value for word, value in _VALUES.items()}
_BELOW_TEN = "|".join(_ONES[:9])
_WORDS, _ORDINALS = (*_ONES, *_DECADES), tuple(_ordinal(word) for word in (*_ONES, *_DECADES))
_TENS_WORDS = "|".join(_DECADES)

# One to ninety-nine, and first to ninety-ninth; to stand between ends of words.
WORD = f"(?:(?:{_TENS_WORDS})[- ](?:{_BELOW_TEN})|{'|'.join(_WORDS)})"
ORDINAL_WORD = f"(?:(?:{_TENS_WORDS})[- ](?:{'|'.join(_ORDINALS[:9])})|{'|'.join(_ORDINALS)})"
# What may stand above the line of a fraction: one fifth, but twenty-fifth is no fraction.
BELOW_TWENTY = f"(?:{'|'.join(_ONES)})"
# Any of the words that are surely meant as numbers: one, first and second are too often mere words.
LIKELY_WORDS = frozenset((*_WORDS[1:], *_ORDINALS[2:]))


def in_words(text: str) -> int:
    """The value of an English number in words: twenty-five, Thirteenth."""
    return sum(_VALUES[word] for word in re.split("[- ]", text.casefold()))


def in_english(text: str) -> Decimal:
    """The value of an English number in digits or words; `a` and `an` are one."""
    if text.casefold() in ("a", "an"):
        return Decimal(1)
    return plain(text) if text[0].isdigit() else Decimal(in_words(text))


_ROMAN = {"I": 1, "V": 5, "X": 10}


def roman(text: str) -> int:
    """The value of Roman numerals below forty: IV, XII."""
    values = [_ROMAN[sign] for sign in text]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
