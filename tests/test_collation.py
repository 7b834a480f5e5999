"""Kana order: which of two words stands first, by JIS X 4061, and that any words have an order."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushiro_yearbook.collation import VOWEL, key, row
from kushiro_yearbook.readings.kana import hiragana

KANA = st.text(st.characters(min_codepoint=0x3041, max_codepoint=0x3096), max_size=8)
ANY = st.text(max_size=8)

# Each line stands in order.
ORDERED = [
    "はは はば はぱ ばば",
    "かき かぎ がき がぎ",
    "ひよう びよう ぴよう ひよく",
    "びょういん びよういん",
    "きゃく きやく",
    "いっか いつか",
    "はあど ハアド",
    "ハード はあど",
    "カーど かあど ガード",
    "こーひー こおひい",
    "あゝ ああ",
    "すず すすき すずき すずしい",
    "いすゞ いすず",
    "さか さが ザカ さかい",
    "しんぶん じんぶん しんぶんし",
    "くしろ クシロ くしろし",
    "おんべつ おんべつちょう",
    "う ゔ うい",
    "わ ゐ ゑ を ん",
    "10x 2 a A b あ 亜",
    "ん ンー",
]


@pytest.mark.parametrize("line", ORDERED)
def test_words_stand_in_order(line: str) -> None:
    """Letters first, then voicing, then ー and small letters, then hiragana before katakana."""
    words = line.split()
    mixed = words[::-1]

    assert words == sorted(mixed, key=key)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ハード", "はあど"),
        ("がっこう", "かつこう"),
        ("こゝろ", "こころ"),
        ("まち・ひと・しごと", "まちひとしごと"),
        ("ｶﾞｿﾘﾝ", "カソリン"),
        ("ルイㇷ゚", "るいぷ"),
        ("ンー", "んん"),
    ],
)
def test_letters_alone_are_the_first_level(one: str, other: str) -> None:
    """Voicing, size, script, width and signs do not count before all letters are equal."""
    assert key(one).letters == key(other).letters


def test_words_of_one_reading_stand_by_how_they_are_written() -> None:
    """A reading that several words share leaves no two of them equal."""
    assert [("かこう", "河口"), ("かこう", "火口")] == sorted(
        [("かこう", "火口"), ("かこう", "河口")], key=lambda pair: key(*pair)
    )


@pytest.mark.parametrize(
    ("kana", "expected"),
    [
        *[("ぁ", "あ"), ("ヴィーナス", "あ"), ("ガス", "か"), ("じ", "さ"), ("っ", "た"), ("ぱん", "は")],
        *[("ヴ", "あ"), ("「よる」", "や"), ("を", "わ"), ("ん", "わ"), ("PTA", ""), ("8", ""), ("", "")],
        *[("釧路", ""), ("ー", "")],
    ],
)
def test_a_reading_has_its_row(kana: str, expected: str) -> None:
    """The row is that of the first letter; what is no kana has none."""
    assert expected == row(kana)


@given(KANA, KANA, KANA)
def test_the_order_is_total(one: str, other: str, third: str) -> None:
    """Equal keys are equal words, and what stands first stays first whatever stands between."""
    a, b, c = sorted([key(one), key(other), key(third)])

    assert a <= b <= c
    assert a <= c
    assert (one == other) == (key(one) == key(other))


@given(ANY)
def test_any_words_have_a_key(words: str) -> None:
    """No sign, mark or letter of any script breaks the order."""
    assert key(words) == key(words)
    assert len(key(words).letters) == len(key(words).voicing) == len(key(words).scripts)


@given(KANA, KANA)
def test_katakana_stand_as_hiragana_do(one: str, other: str) -> None:
    """But for the last level, a word in katakana has the place of the same word in hiragana."""
    katakana = "".join(chr(ord(letter) + 0x60) for letter in one)

    assert key(one)[:3] == key(katakana)[:3]
    assert hiragana(katakana) == one
    if key(one)[:3] != key(other)[:3]:
        assert (key(one) < key(other)) == (key(katakana) < key(other))


@given(KANA, KANA)
def test_voicing_counts_after_all_letters(one: str, other: str) -> None:
    """Of words with other letters, voicing never decides."""
    bare_one, bare_other = (
        "".join(letter for letter in unicodedata.normalize("NFD", word) if letter not in "\u3099\u309a")
        for word in (one, other)
    )
    if key(bare_one).letters != key(bare_other).letters:
        assert (key(bare_one) < key(bare_other)) == (key(one) < key(other))


@given(st.sampled_from(sorted(VOWEL)))
def test_a_long_vowel_is_the_vowel_before_it(letter: str) -> None:
    """カー stands where かあ does, right before it."""
    assert key(letter + "ー").letters == key(letter + VOWEL[letter]).letters
    assert key(letter + "ー") < key(letter + VOWEL[letter])
