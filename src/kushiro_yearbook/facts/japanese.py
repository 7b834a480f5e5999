"""The facts of a Japanese text: 平成29年12月15日, 第8次, 32万石, 月曜日, 約4分."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from kushiro_yearbook.facts import japanese_dates as dates
from kushiro_yearbook.facts import often, periods
from kushiro_yearbook.facts.fact import Classes, Fact, Kind, Reader, Readers, Reading, read
from kushiro_yearbook.facts.japanese_dates import ITEMS, each
from kushiro_yearbook.facts.numerals import (
    KANJI,
    KANJI_NUMBER,
    NUMBER,
    in_japanese,
    large_in_japanese,
    roman,
)
from kushiro_yearbook.text import LETTER

# One letter for one, so that every place in the text stays where it is.
_USUAL = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {ord("〜"): "~"}
_USUAL |= dict.fromkeys(map(ord, "‐‑‒–—−"), "-")


def japanese_facts(words: str, classes: Classes) -> list[Fact]:
    """What a Japanese text states, in its order."""
    usual = words.translate(_USUAL)
    if not may_state_in_japanese(usual):
        return []
    if _APART.search(usual):
        return _as_if_joined(usual, classes)
    bounds = [fact for pattern, reader in _BOUND_READERS for fact in _all(pattern, reader, usual, classes)]
    found = read(usual, _READERS, classes)
    return sorted([*found, *bounds, *dates.relative(usual, found)], key=lambda fact: fact.start)


# 平成 28 年 says what 平成28年 says; blanks in the place of a citation are more.
_APART = re.compile(f"(?<=[0-9]) {{1,2}}(?={LETTER})|(?<={LETTER}) {{1,2}}(?=[0-9])")


def _as_if_joined(words: str, classes: Classes) -> list[Fact]:
    """The facts of a text with spaces beside its numbers, where they stand in it."""
    gaps = {place for gap in _APART.finditer(words) for place in range(*gap.span())}
    places = [place for place in range(len(words)) if place not in gaps]
    found = japanese_facts("".join(words[place] for place in places), classes)
    return [replace(fact, start=places[fact.start], end=places[fact.end - 1] + 1) for fact in found]


def may_state_in_japanese(words: str) -> bool:
    """Whether a text holds anything of a date or number; most hold none."""
    return _LIKELY.search(words) is not None


_LIKELY = re.compile(
    f"[0-9０-９{KANJI}十百千曜両双半隔\u2460-\u2473\u2160-\u216b]|元年|正午|ひとつ|ふたつ|みっつ|土日|平日|々年"
    rf"|\([月火水木金土日]|(?:{dates.ERA})[初前中後末時期]"
)


def _all(pattern: re.Pattern[str], reader: Reader, words: str, classes: Classes) -> Iterator[Fact]:
    for match in pattern.finditer(words):
        yield from reader(match, classes)


def _fraction(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    value = 100 * in_japanese(match[2]) / (in_japanese(match[1]) or 1)
    yield Fact(Kind.FRACTION, value, match.start(), match.end(), unit="percent")


def _half(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """半数, 半額; 過半数 may be `most`."""
    owed = not match[0].startswith("過")
    yield Fact(Kind.FRACTION, Decimal(50), match.start(), match.end(), unit="percent", owed=owed)


def _tenths(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """5割, 2割5分."""
    value = 10 * in_japanese(match[1]) + (in_japanese(match[2]) if match[2] else 0)
    yield Fact(Kind.NUMBER, value, match.start(), match.end(1), unit="percent")


def _code(match: re.Match[str], classes: Classes) -> Iterator[Fact]:
    """A5, ISO9001; JR3駅 are three stations."""
    if match["name"] == "FY":
        yield Fact(Kind.FISCAL_YEAR, Decimal(match["number"]), match.start(), match.end())
        return
    unit, _ = _unit(match.string[match.end() : match.end() + 8], classes)
    number = Reading(Kind.NUMBER, Decimal(match["number"]), unit)
    said = re.sub("[ -]", "", match[0].casefold())
    yield Fact(Kind.CODE, said, match.start(), match.end(), also=(number,))


def _numbers(match: re.Match[str], classes: Classes) -> Iterator[Fact]:
    """One number with its unit, or several that share it, and perhaps what it counts in: 1～2万人."""
    unit, factor = _unit(match["after"] or "", classes)
    large = large_in_japanese(match["items"])
    for item in re.finditer(NUMBER, match["items"]):
        start, value = match.start("items") + item.start(), in_japanese(item[0]) * factor
        shared = large > 1 and large_in_japanese(item[0]) == 1
        also = (Reading(Kind.NUMBER, value * large, unit),) * shared
        # 0歳 is `under one` too.
        also += (Reading(Kind.NUMBER, Decimal(1), unit),) * (value == 0 and unit == "year")
        yield Fact(Kind.NUMBER, value, start, start + len(item[0]), unit=unit, also=also)


def _more_than(match: re.Match[str], classes: Classes) -> Iterator[Fact]:
    """10数名: more than ten, or about a dozen."""
    value, unit = in_japanese(match["value"]), _unit(match["after"], classes)[0]
    dozen = (Reading(Kind.NUMBER, Decimal(12), unit),) if value == 10 else ()
    yield Fact(Kind.NUMBER, value, match.start(), match.end("value"), unit=unit, also=dozen)
    for bound in ("about", "least"):
        yield Fact(Kind.BOUND, bound, match.start(), match.end("value"), owed=False)


def _unit(after: str, classes: Classes) -> tuple[str, int]:
    """The class of the longest unit that the words after a number begin with; a ダース are twelve."""
    if after.startswith("ダース"):
        return "", 12
    known = (after[:length] for length in range(len(after), 0, -1))
    return next((classes.ja[word] for word in known if word in classes.ja), ""), 1


# What a number in kanji, to be a count, is not followed by: most kanji make a name or an idiom of it.
_GOES_ON = re.compile("[\u3005-\u3007\u3400-\u9fff](?<![以及前後未余])|ひとり")


def _in_words(match: re.Match[str], classes: Classes) -> Iterator[Fact]:
    """三市, 二つ, 三十二万石; one is too often a mere word, and so is 十 or 百 alone."""
    value, after = in_japanese(match["value"]), match.string[match.end() :]
    unit = _unit(match["after"] or "", classes)[0]
    counts = value > 1 and not set(KANJI).isdisjoint(match["value"])
    owed = counts and not (_GOES_ON.match(after) and not match["value"].endswith(("万", "億")))
    yield Fact(Kind.NUMBER, value, match.start(), match.end("value"), unit=unit, owed=owed)


def _any_kanji(match: re.Match[str], classes: Classes) -> Iterator[Fact]:
    """三世代, 四季, 千円: what English may tell as a number."""
    if (value := in_japanese(match[0])) > 1:
        unit, _ = _unit(match.string[match.end() : match.end() + 3], classes)
        yield Fact(Kind.NUMBER, value, match.start(), match.end(), unit=unit, owed=False)


# What is numbered rather than named: 第三回, 第二中学校, but 第三者.
_NUMBERED = re.compile("[次回期章条部編節項号位代巻版週月火水木金土日小中高四]")


def _ordinal_in_words(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    value, numbered = in_japanese(match[1]), _NUMBERED.match(match.string, match.end())
    owed = value > 1 and numbered is not None
    yield Fact(Kind.ORDINAL, value, match.start(), match.end(), owed=owed)


def _roman_ordinal(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    sign = match[1]
    value = roman(sign) if sign.isascii() else int(unicodedata.numeric(sign))
    yield Fact(Kind.ORDINAL, Decimal(value), match.start(), match.end())


def _circled(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    yield Fact(Kind.NUMBER, Decimal(unicodedata.numeric(match[0])), match.start(), match.end(), owed=False)


def _word(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    value = {"ひとつ": 1, "ふたつ": 2, "みっつ": 3}.get(match[0], 2)
    yield Fact(Kind.NUMBER, Decimal(value), match.start(), match.end(), owed=value > 2)


def _bound(value: str, *, owed: bool) -> Reader:
    def reader(match: re.Match[str], _: Classes) -> Iterator[Fact]:
        yield Fact(Kind.BOUND, value, match.start("word"), match.end("word"), owed=owed)

    return reader


_AFTER = r"(?<=[0-9万億千])[^\d、。,\s\0]{0,4}?"
_BOUND_READERS: Readers = (
    (re.compile("(?P<word>約|およそ|おおよそ|概ね|おおむね)(?=[0-9半])"), _bound("about", owed=True)),
    (
        re.compile(f"{_AFTER}(?P<word>程度|前後|ほど|余り|あまり|くらい|ぐらい|ごろ|頃|余|強|弱)"),
        _bound("about", owed=False),
    ),
    (re.compile(f"{_AFTER}(?P<word>以上)"), _bound("least", owed=True)),
    (re.compile("(?P<word>最低|少なくとも|超)"), _bound("least", owed=False)),
    (re.compile(f"{_AFTER}(?P<word>以下|以内)"), _bound("most", owed=True)),
    (re.compile(r"(?P<word>最大|上限|限度|定員|まで(?!に))"), _bound("most", owed=False)),
    (re.compile(f"{_AFTER}(?P<word>未満)"), _bound("under", owed=True)),
    (re.compile("(?<=月)(?P<word>上旬)"), _bound("early", owed=True)),
    (re.compile("(?<=月)(?P<word>中旬)"), _bound("mid", owed=True)),
    (re.compile("(?<=月)(?P<word>下旬)"), _bound("late", owed=True)),
)


def _third_of_a_month(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    yield Fact(Kind.NUMBER, Decimal(10), match.start(), match.end(), unit="day", owed=False)


_COUNTERS = (
    "つ|人|名|件|回|校|年間|か年|カ年|か国|カ国|ヶ国|箇国|箇所|か所|カ所|か月|カ月|ヶ月|市|町|村|県|港|時間|週間|倍|階|世紀"
    "|段|種類|本|台|冊|枚|地区|路線|施設|団体|社|周年|都市"
)
_READERS: Readers = (
    (re.compile(rf"({NUMBER}|{KANJI_NUMBER})分の({NUMBER}|[{KANJI}十]{{1,6}}+)"), _fraction),
    (re.compile("過?半数|半額|半分|半減"), _half),
    (re.compile(rf"({NUMBER}|{KANJI_NUMBER})割(?:({NUMBER}|{KANJI_NUMBER})分)?"), _tenths),
    *often.IN_JAPANESE,
    *periods.IN_JAPANESE,
    *dates.IN_JAPANESE,
    (re.compile("第([\u2160-\u216b]|[IVX]{1,5}(?![A-Za-z]))"), _roman_ordinal),
    (re.compile(rf"第{ITEMS}"), each(Kind.ORDINAL)),
    (re.compile(f"第([{KANJI}十百]{{1,6}}+)"), _ordinal_in_words),
    (
        re.compile(
            r"(?<![A-Za-z0-9])(?:(?P<name>[A-Za-z]{1,8})-?|[A-Z]{2,8} )(?P<number>[0-9]{1,6})(?![0-9])"
        ),
        _code,
    ),
    (
        re.compile(
            rf"{ITEMS}(?:番|位|階|号|代(?!表)|期|次|丁目|世紀|年生|年目|回目|人目|段目|日目|条|章|学年|合目|級|等)"
        ),
        each(Kind.ORDINAL),
    ),
    (
        re.compile(rf"(?P<value>[1-9]0{{1,2}}|{KANJI_NUMBER})数(?=(?P<after>年|か月|日|{_COUNTERS}))"),
        _more_than,
    ),
    (
        re.compile(
            rf"(?P<items>{NUMBER}(?:[、・~/-]{NUMBER}){{0,9}}+)(?=(?P<after>[^\d\s、。・~()「」\0〔-]{{0,8}}))"
        ),
        _numbers,
    ),
    (re.compile(rf"(?P<value>{KANJI_NUMBER}[万億])(?=(?P<after>[^\d\s、。]{{0,3}}))"), _in_words),
    (re.compile(rf"(?!十分)(?P<value>{KANJI_NUMBER})(?P<after>{_COUNTERS})"), _in_words),
    (re.compile(rf"(?!十分){KANJI_NUMBER}"), _any_kanji),
    (re.compile(r"(?<=[月\0])[上中下]旬"), _third_of_a_month),
    (re.compile("[\u2460-\u2473\u2160-\u216b]"), _circled),
    (re.compile("両(?=[市町村国県港方側者都地日])|双方|ひとつ|ふたつ|みっつ"), _word),
)
