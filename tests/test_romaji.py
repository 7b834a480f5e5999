"""Romaji: kana in modified Hepburn, whatever the kana."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushiro_yearbook.romaji import romaji

CASES = """
くしろ kushiro
さっぽろ sapporo
とうきょう tōkyō
おおさか ōsaka
きゅうしゅう kyūshū
にいがた niigata
こうべ kōbe
しんようきんこ shin'yōkinko
けんいん ken'in
じゅんいつ jun'itsu
しんぶん shinbun
おんべつ onbetsu
かんぱい kanpai
さんま sanma
てんあん ten'an
こんにゃく konnyaku
ほんをよむ hon'oyomu
まっちゃ matcha
いっち itchi
こっち kotchi
きって kitte
ざっし zasshi
いっぱい ippai
よっつ yottsu
あっ a'
こ/うし koushi
こうし kōshi
みず/うみ mizuumi
ば/あい baai
おも/う omou
しん/よう shin'yō
さとう/おや satōoya
けいえい keiei
せんせい sensei
おねえさん onēsan
おかあさん okāsan
おにいさん oniisan
くうき kūki
ゆうびん yūbin
とおり tōri
コーヒー kōhī
バーナビー bānabī
ティー tī
コミュニティ komyuniti
ウォーキングホリデー wōkinguhoridē
ファン fan
フィルム firumu
カフェ kafe
フォーラム fōramu
フュージョン fyūjon
ヴァイオリン vaiorin
ヴ vu
ヴェール vēru
チェック chekku
シェフ shefu
ジェット jetto
ツァー tsā
トゥール tūru
ディスク disuku
デュエット dyuetto
ウィーン wīn
ウェブ webu
クォーツ kwōtsu
グァム gwamu
イェール yēru
しゃちょう shachō
じょうやく jōyaku
ぢゃ ja
つづく tsuzuku
はなぢ hanaji
を o
は ha
へ he
ゐゑ ie
こゝろ kokoro
すゞき suzuki
バナヽ banana
ﾋﾞｼﾞｮﾝ bijon
ンー n
こうこうせい kōkōsei
すうう sūu
"""
TABLE = [tuple(line.split()) for line in CASES.strip().splitlines()]
HIRAGANA = st.text(st.characters(min_codepoint=0x3041, max_codepoint=0x3096), min_size=1)


@pytest.mark.parametrize(("kana", "expected"), TABLE)
def test_kana_in_latin_letters(kana: str, expected: str) -> None:
    """Consonants, long vowels, ん, っ, borders and the sounds of borrowed words."""
    assert expected == romaji(kana)


def test_what_is_no_kana_stays() -> None:
    """Figures, Latin letters and kanji are not touched; a middle dot is a space."""
    assert "8 PTA 釧 machi hito" == romaji("8 PTA 釧 まち・ひと")
    assert "" == romaji("ー")


@given(HIRAGANA)
def test_any_hiragana_has_romaji(kana: str) -> None:
    """Whatever stands beside whatever, nothing but Latin letters comes out."""
    assert re.fullmatch("[a-zāīūēō']+", romaji(kana))


@given(HIRAGANA)
def test_katakana_say_the_same(kana: str) -> None:
    """A word in katakana is said as in hiragana."""
    assert romaji(kana) == romaji("".join(chr(ord(letter) + 0x60) for letter in kana))


@given(HIRAGANA, HIRAGANA)
def test_no_vowel_is_lengthened_over_a_border(one: str, other: str) -> None:
    """Two words without a nasal or a stop between them are each written as they are alone."""
    if one[-1] not in "んっ":
        assert romaji(one) + romaji(other) == romaji(f"{one}/{other}")
