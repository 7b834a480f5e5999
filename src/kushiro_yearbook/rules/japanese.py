"""Rules on Japanese text: each sign is the one that is meant, and the same on every system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from kushiro_yearbook.faults import Fault
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.registers import AvoidedWord
from kushiro_yearbook.rules.walk import MOST_OF_A_TEXT, every_text, prose_alone, texts_in
from kushiro_yearbook.text import Scope, Text, one_width

Right = Callable[[re.Match[str]], str]

_KANA = "\u3041-\u3096\u30a1-\u30fa\u30fc-\u30fe"
_LETTER = f"{_KANA}\u3005-\u3007\u3400-\u9fff\uf900-\ufaff"

_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]+(?:[，．－／：][０-９Ａ-Ｚａ-ｚ]+)*[％]?|[％]")


def width(yearbook: Yearbook) -> Iterator[Fault]:
    """J01: digits or Latin letters have full width.

    ja:
        見つけるもの: 文、題名、項目名にある「１２」「ＰＲ」「％」など。names.csv の名前は除きます。
        理由: 読み上げで一字ずつになり、検索でも半角とは別の字になります。
        例:
            ja: 会員は１２名
        直し方: 半角で書きます。
    en:
        Finds: Digits and letters like １２ and ＰＲ, and ％, in texts, titles and labels, but for names in
            `names.csv`.
        Why: Screen readers read them one by one, and a search for the usual ones passes them over.
        Example:
            ja: 会員は１２名
        Mend: Write them in half width.
    """
    yield from _found(yearbook, "J01", _WIDE, lambda match: one_width(match[0]))


# Signs that some systems show as another or not at all, where their plain spelling is not simply theirs apart.
_PLAIN = {"㎡": "m²", "㎥": "m³", "㎢": "km²", "№": "No.", "℡": "電話", "㏍": "（株）", "㍿": "株式会社"}
_DEPENDENT = re.compile("[\u2116\u2121\u2160-\u217f\u2460-\u24ff\u2776-\u2793\u3200-\u33ff\u32ff]")


def dependent_signs(yearbook: Yearbook) -> Iterator[Fault]:
    """J02: a sign is one that some systems do not have: ①, Ⅰ, ㈱, ㎞.

    ja:
        見つけるもの: 丸や枠で囲んだ字、ローマ数字、単位や元号を一字にまとめた字。names.csv の名前は除きます。
        理由: 機種によって別の字になるか、表示されません。読み上げも、検索もできません。
        例:
            ja: ①募集 ②選考
        直し方: 指摘に出る、ふつうの字で書きます。順番なら、箇条書き（1. …）にもできます。
    en:
        Finds: Letters in circles or frames, Roman numerals, and units or eras in one letter, but for names
            in `names.csv`.
        Why: Some systems show another letter or none; they are neither read out nor found.
        Example:
            ja: ①募集 ②選考
        Mend: Write the plain letters that the hint gives; a sequence can also be a list (1. …).
    """
    yield from _found(yearbook, "J02", _DEPENDENT, lambda match: plain_spelling(match[0]))


def plain_spelling(sign: str) -> str:
    """A sign in letters that every system has, as Japanese writes them: ① is （1）, ㈱ （株）, ㍻ 平成."""
    if sign in _PLAIN:
        return _PLAIN[sign]
    plain = unicodedata.normalize("NFKC", sign)
    if plain.isdecimal() or "\u2776" <= sign <= "\u2793":
        return f"（{plain if plain.isdecimal() else unicodedata.digit(sign, '')}）"
    return plain.replace("(", "（").replace(")", "）")


# A dash or wave that stands for another, and what it stands for.
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d"
_ALIKE = re.compile(
    rf"(?P<wave>〜|(?<=[0-9{_LETTER}])~(?=[0-9{_LETTER}]))"
    rf"|(?P<dash>(?<=[A-Za-z0-9])[{_DASHES}ー](?=[A-Za-z0-9]))"
    rf"|(?P<long>(?<=[\u30a1-\u30fa])[一\u2010-\u2015\u2212\uff0d](?=[\u30a1-\u30fa]))"
    rf"|(?P<unsure>(?<![{_KANA}])ー)"
)
_MEANT = {"wave": "～", "dash": "-", "long": "ー", "unsure": ""}


def look_alikes(yearbook: Yearbook) -> Iterator[Fault]:
    """J03: a dash or wave is another than the one it looks like.

    ja:
        見つけるもの: 「～」の代わりの「〜」、番号の「-」や、のばす音「ー」の代わりの別の横線、かなの後でない「ー」、
            names.csv の名前と横線だけがちがうもの。
        理由: 見た目は同じでも、検索で見つからず、読み上げがおかしくなります。
        例:
            ja: 経済センサスー活動調査        # 正しくは 経済センサス‐活動調査
        直し方: 指摘に出る記号を書きます。出ないときは、範囲なら「～」、つなぐだけなら「・」にします。
    en:
        Finds: A 〜 for ～, another line for the - of numbers or the ー of long vowels, a ー that follows no
            kana, and what differs from a name in `names.csv` by its dash alone.
        Why: It looks the same, but a search passes it over and screen readers stumble.
        Example:
            ja: 経済センサスー活動調査        # 正しくは 経済センサス‐活動調査
        Mend: Write the sign that the hint gives; where it gives none, ～ for a span and ・ for a mere link.
    """
    dashed = [name.ja for name in yearbook.registers.names.values() if _DASH.search(name.ja)]
    named = re.compile("|".join(map(_any_dash, sorted(dashed, key=len, reverse=True))) or "(?!)")
    folded = {_DASH.sub("-", name): name for name in dashed}
    yield from _found(yearbook, "J03", named, lambda match: folded[_DASH.sub("-", match[0])])
    yield from _found(yearbook, "J03", _ALIKE, lambda match: _MEANT[match.lastgroup or "unsure"], named)


_DASH = re.compile(f"[{_DASHES}ー-]")


def _any_dash(name: str) -> str:
    """A pattern for a name with any dash in the place of its own."""
    return _DASH.sub(lambda _: _DASH.pattern, re.escape(name).replace("\\-", "-"))


_HALF_QUOTES = re.compile("[｢｣]")
_BRACKETS = re.compile(r"(?P<left>[(（])(?P<inside>[^()（）\n]*)(?P<right>[)）])")


def brackets(yearbook: Yearbook) -> Iterator[Fault]:
    """J04: the brackets of a pair differ in width, or half-width ones stand around Japanese.

    ja:
        見つけるもの: 「（…)」のような組、日本語を囲む半角のかっこ、半角のかぎかっこ ｢ ｣。英数字だけを囲む半角のかっこはかまいません。
        理由: 間隔がそろわず、検索や置きかえで取り残されます。
        例:
            ja: 実績(令和7年度）
        直し方: 全角のかっこにそろえます。
    en:
        Finds: Pairs like （…), half-width brackets around Japanese, and half-width ｢ ｣. Around letters and digits alone
            half-width ones are right.
        Why: The spacing is uneven, and searches miss them.
        Example:
            ja: 実績(令和7年度）
        Mend: Use full-width brackets for both.
    """
    yield from _found(yearbook, "J04", _BRACKETS, _bracketed)
    yield from _found(yearbook, "J04", _HALF_QUOTES, lambda match: one_width(match[0]))


def _bracketed(match: re.Match[str]) -> str:
    mixed = (match["left"] == "(") is not (match["right"] == ")")
    wide = mixed or (match["left"] == "(" and re.search(f"[{_LETTER}]", match["inside"]))
    return f"（{match['inside']}）" if wide else match[0]


_HALF_SIGNS = re.compile("[､｡]")
_WIDE_SIGN = "[0-9０-９Ａ-Ｚａ-ｚ]"  # a ， between these is one of a number: J01
_COMMAS = re.compile(
    rf"(?<!{_WIDE_SIGN})[，．]|[，．](?!{_WIDE_SIGN})|(?<=[{_LETTER}）」])[,.](?![A-Za-z0-9])"
)


def punctuation(yearbook: Yearbook) -> Iterator[Fault]:
    """J05: commas and full stops of several kinds stand in one text.

    ja:
        見つけるもの: 「、」「。」といっしょに使われた「，」「．」と、かなや漢字の後の半角の「,」「.」、半角の ､ ｡。文全体が「
            ，」と「．」でそろっていれば調べません。
        理由: 読みにくく、機械が文の切れ目を見つけられません。
        例:
            ja: 集め，発表した。
        直し方: 「、」と「。」にそろえます。
    en:
        Finds: A ， or ． in a text that has 、 or 。 too, and a half-width comma or full stop after kana or
            kanji, and half-width ､ ｡. A text that uses ， and ． throughout is let pass.
        Why: It reads badly, and programs cannot tell where sentences end.
        Example:
            ja: 集め，発表した。
        Mend: Use 、 and 。 throughout.
    """
    for text in _written(every_text(yearbook)):
        signs = {sign for sign in "、。，．,." if sign in text.ja}
        yield from _in(text, "J05", _HALF_SIGNS, lambda match: one_width(match[0]), _NONE)
        if not signs.isdisjoint("，．,.") and (not signs.isdisjoint("、。") or not signs.isdisjoint(",.")):
            yield from _in(text, "J05", _COMMAS, lambda match: "、" if match[0] in "，," else "。", _NONE)


_COMPATIBLE = re.compile("[\uf900-\ufaff\u2126\u212a\u212b\U0002f800-\U0002fa1f]")


def composed(yearbook: Yearbook) -> Iterator[Fault]:
    """J06: a letter is the twin of another that looks the same.

    ja:
        見つけるもの: Unicode に二つある同じ形の字のうち、互換のために残された方（「神」の別の番号など）。
            names.csv の名前は除きます。
        理由: 検索すると、ふつうの字で書いた語とは別の語になります。
        例:
            ja: \N{CJK COMPATIBILITY IDEOGRAPH-FA19}社      # 神社
        直し方: ふつうの字で書き直します。
    en:
        Finds: Of two letters with one shape in Unicode, the one kept for compatibility, but for names in
            `names.csv`.
        Why: A search takes the word for another.
        Example:
            ja: \N{CJK COMPATIBILITY IDEOGRAPH-FA19}社      # 神社
        Mend: Write the usual letter.
    """
    yield from _found(yearbook, "J06", _COMPATIBLE, lambda match: unicodedata.normalize("NFC", match[0]))


def wordings(yearbook: Yearbook) -> Iterator[Fault]:
    """J07: a wording is one that the town writes otherwise.

    ja:
        見つけるもの: いちばん新しい版にある、wordings.csv の ja の言い方。代わりの言い方（instead）の中にあるものと、
            names.csv の名前は除きます。
        理由: 課ごとに言い方がちがうと、同じものが別のものに見えます。
        例:
            # wordings.csv: 子供,子ども,法令と市の例にそろえる
            ja: 子供の遊び場
        直し方: instead の言い方にします。
    en:
        Finds: In the newest edition, a wording listed under ja in `wordings.csv`, but for one inside what is
            preferred and inside names in `names.csv`.
        Why: Where divisions word things each in their own way, one thing looks like two.
        Example:
            # wordings.csv: 子供,子ども,法令と市の例にそろえる
            ja: 子供の遊び場
        Mend: Write what stands under instead.
    """
    listed = yearbook.registers.wordings
    if not listed:
        return
    # Where what is preferred holds what is avoided, the longer is found first and is right as it is.
    known = {
        **{word.instead: word.instead for word in listed.values()},
        **{w.ja: w.instead for w in listed.values()},
    }
    pattern = re.compile("|".join(re.escape(word) for word in sorted(known, key=len, reverse=True)))
    own = _right_names(yearbook, pattern)
    # What was published in other words stays as it was.
    for text in _written(texts_in(yearbook.newest)):
        yield from _reasoned(_in(text, "J07", pattern, lambda match: known[match[0]], own), listed)
    labels = _in_labels(yearbook, "J07", pattern, lambda match: known[match[0]], own)
    yield from _reasoned(labels, listed)


def _reasoned(faults: Iterator[Fault], listed: Mapping[str, AvoidedWord]) -> Iterator[Fault]:
    for fault in faults:
        yield replace(fault, words={**fault.words, "reason": listed[fault.words["value"]].reason})


_NONE = re.compile("(?!)")


def _found(
    yearbook: Yearbook, code: str, pattern: re.Pattern[str], right: Right, but: re.Pattern[str] = _NONE
) -> Iterator[Fault]:
    """Each place that a pattern finds in Japanese and that is not right yet, less what `but` finds."""
    own = _right_names(yearbook, pattern, but)
    for text in _written(every_text(yearbook)):
        yield from _in(text, code, pattern, right, own)
    yield from _in_labels(yearbook, code, pattern, right, own)


def _right_names(
    yearbook: Yearbook, pattern: re.Pattern[str], but: re.Pattern[str] = _NONE
) -> re.Pattern[str]:
    """What is right as it is: names of the register, and what `but` finds."""
    names = [name.ja for name in yearbook.registers.names.values() if pattern.search(name.ja)]
    return re.compile("|".join([*map(re.escape, names), but.pattern]))


def _written(texts: Iterable[tuple[Text, Scope]]) -> Iterator[Text]:
    """The texts that are written in Japanese where they stand; names stand in their register."""
    return (text for text, _ in texts if not text.named and not text.kanji_only)


def _in_labels(
    yearbook: Yearbook, code: str, pattern: re.Pattern[str], right: Right, own: re.Pattern[str]
) -> Iterator[Fault]:
    """The first that is not right in each label; all content uses it, so its place alone cannot be mended."""
    for measure in yearbook.registers.measures.values():
        match = pattern.search(own.sub(_blank, measure.label))
        if match and right(match) != match[0]:
            words = {"value": match[0], "instead": right(match), "label": measure.label}
            yield Fault(measure.place, code, words)


def _in(
    text: Text, code: str, pattern: re.Pattern[str], right: Right, own: re.Pattern[str]
) -> Iterator[Fault]:
    if not pattern.search(text.ja):
        return
    found = pattern.finditer(own.sub(_blank, prose_alone(text.ja)))
    wrong = (match for match in found if right(match) != match[0])
    for match in islice(wrong, MOST_OF_A_TEXT):
        place = text.place_of_part("ja", match.start(), len(match[0]))
        yield Fault(place, code, {"value": match[0], "right": right(match)})


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
