"""Romaji: kana in Latin letters, in modified Hepburn."""

from __future__ import annotations

import re
import unicodedata

from kushiro_yearbook.readings.kana import hiragana

# Where two words of a reading meet, as the lists of readings write it; no long vowel runs over it.
BORDER = "/"

_ROWS = {
    "あいうえお": "a i u e o",
    "かきくけこ": "ka ki ku ke ko",
    "がぎぐげご": "ga gi gu ge go",
    "さしすせそ": "sa shi su se so",
    "ざじずぜぞ": "za ji zu ze zo",
    "たちつてと": "ta chi tsu te to",
    "だぢづでど": "da ji zu de do",
    "なにぬねの": "na ni nu ne no",
    "はひふへほ": "ha hi fu he ho",
    "ばびぶべぼ": "ba bi bu be bo",
    "ぱぴぷぺぽ": "pa pi pu pe po",
    "まみむめも": "ma mi mu me mo",
    "やゆよ": "ya yu yo",
    "らりるれろ": "ra ri ru re ro",
    "わゐゑをゔ": "wa i e o vu",
    "ぁぃぅぇぉ": "a i u e o",
    "ゃゅょゎゕゖ": "ya yu yo wa ka ke",
}
_SOUNDS = {
    kana: sound for row, sounds in _ROWS.items() for kana, sound in zip(row, sounds.split(), strict=True)
}

# How a letter begins before a small one, where that is not its own consonant: し+ゃ is sh+a, う+ぃ is w+i.
_STEMS = {"う": "w", "い": "y", "く": "kw", "ぐ": "gw", "ふ": "f"}
# Before small y-sounds alone.
_Y_STEMS = {"し": "sh", "ち": "ch", "じ": "j", "ぢ": "j"}

_SMALL_VOWELS, _SMALL_Y = "ぁぃぅぇぉ", "ゃゅょ"
_DOUBLED, _NASAL, _LONG = "っ", "ん", "ー"
_MACRONS = dict(zip("aiueo", "āīūēō", strict=True))
# What a vowel may be lengthened by; ii and ei are written out.
_LENGTHENED = {("a", "a"), ("u", "u"), ("e", "e"), ("o", "o"), ("o", "u")}

_SYLLABLE = re.compile("[っん]|[ぁ-ゖ][ぁぃぅぇぉゃゅょゎ]?|.", re.DOTALL)
_AGAIN = re.compile("([ぁ-ゖ])([ゝゞ])")


def romaji(kana: str) -> str:
    """Kana in Latin letters: しんようきんこ is shin'yōkinko, こ/うし is koushi; everything else stays.

    は, へ are ha, he: a reading that has them as particles writes them as they are said, わ and え.
    """
    words = _AGAIN.sub(_repeated, hiragana(unicodedata.normalize("NFKC", kana)))
    found: list[str] = []
    for match in _SYLLABLE.finditer(words):
        _append(found, match[0])
    return _joined([part for part in found if part != BORDER])


def _repeated(match: re.Match[str]) -> str:
    """ゝ is the letter before it unvoiced, ゞ voiced."""
    plain = unicodedata.normalize("NFD", match[1])[0]
    voice = "\u3099" if match[2] == "ゞ" else ""
    return match[1] + unicodedata.normalize("NFC", plain + voice)


def _append(found: list[str], syllable: str) -> None:
    """Add a syllable, or lengthen the vowel before it."""
    last = found[-1][-1:] if found else ""
    sound = _sound(syllable)
    if syllable == _LONG:
        found[-1:] = [part[:-1] + _MACRONS.get(last, last) for part in found[-1:]]
    elif (last, sound) in _LENGTHENED and syllable in "あうえお":
        found[-1] = found[-1][:-1] + _MACRONS[last]
    elif syllable == "・":
        found.append(" ")
    else:
        found.append(sound)


def _sound(syllable: str) -> str:
    """One syllable without what doubles, closes or lengthens it."""
    first, small = syllable[0], syllable[1:]
    sound = _SOUNDS.get(first, first)
    if not small:
        return sound
    if small in _SMALL_Y:
        return _Y_STEMS.get(first, _consonant(sound) + "y") + _SOUNDS[small][1:]
    if small in _SMALL_VOWELS and (stem := _STEMS.get(first, _consonant(sound))):
        return stem + _SOUNDS[small]
    return sound + _SOUNDS[small]


def _consonant(sound: str) -> str:
    return sound.rstrip("aiueo")


def _joined(parts: list[str]) -> str:
    """The syllables with っ and ん as what follows asks."""
    words = ""
    for part in reversed(parts):
        if part == _DOUBLED:
            words = _double(words) + words
        elif part == _NASAL:
            words = ("n'" if words[:1] and words[0] in "aiueoyāīūēō" else "n") + words
        else:
            words = part + words
    return words


def _double(after: str) -> str:
    """っ before other sounds: the consonant twice, t before ch; a stop where there is none."""
    first = after[:1]
    if first == "'" or not (first.isascii() and first.isalpha()) or first in "aiueo":
        return "'"
    return "t" if after.startswith("ch") else first
