"""The facts of a Japanese text: 平成29年12月15日, 第8次, 32万石, 月曜日, 約4分."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from kushiro_yearbook.eras import ERA_OF_SIGN, ERAS
from kushiro_yearbook.facts.fact import Classes, Fact, Kind, Reader, read

# One letter for one, so that every place in the text stays where it is.
_USUAL = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {ord("〜"): "~"}
_USUAL |= dict.fromkeys(map(ord, "‐‑‒–—−"), "-")

# Every repetition is bounded, or a page of digits would take longer than anyone waits.
_DIGITS = r"(?:(?<![0-9])[0-9]{1,3}(?:,[0-9]{3}){1,5}+(?![0-9])|(?<![0-9])[0-9]{1,18}+)(?:\.[0-9]{1,9}+)?+"
_LARGE = {"千": 10**3, "万": 10**4, "億": 10**8, "兆": 10**12}
_KANJI = "〇一二三四五六七八九"
_TENS = {"十": 10, "百": 100, "千": 1000}
_KANJI_NUMBER = f"(?<![数何幾{_KANJI}十百千])[{_KANJI}十百千]{{1,12}}+"
_SMALL = f"{_DIGITS}千?+(?![兆億万])"
_NUMBER = f"(?:(?:{_DIGITS}千?[兆億万]){{1,3}}+(?:{_SMALL})?+|{_SMALL})"
_LETTER = "".join(era.letter for era in ERAS)
_ERA = "|".join(era.name for era in ERAS)
_NTH = f"(?:元|[0-9]{{1,4}}+|[{_KANJI}十]{{1,6}}+)"
_JOIN = "(?:[、・~/-]|から|と|及び)"


def japanese_facts(words: str, classes: Classes) -> list[Fact]:
    """What a Japanese text states, in its order."""
    usual = words.translate(_USUAL)
    if not may_state_in_japanese(usual):
        return []
    bounds = [fact for pattern, reader in _BOUND_READERS for fact in _all(pattern, reader, usual, classes)]
    found = read(usual, _READERS, classes)
    return sorted([*found, *bounds, *_relative(usual, found)], key=lambda fact: fact.start)


def may_state_in_japanese(words: str) -> bool:
    """Whether a text holds anything of a date or number; most hold none."""
    return _LIKELY.search(words) is not None


_LIKELY = re.compile(
    f"[0-9０-９{_KANJI}十百千曜両双\u2460-\u2473\u2160-\u216b]|元年|正午|ひとつ|ふたつ|みっつ"
)


def _all(pattern: re.Pattern[str], reader: Reader, words: str, classes: Classes) -> Iterator[Fact]:
    for match in pattern.finditer(words):
        yield from reader(match, classes)


def number(text: str) -> Decimal:
    """The value of a number in digits or kanji: 1億2,000万, 三十二万."""
    if text[0] in _KANJI or text[0] in _TENS:
        return Decimal(_in_kanji(text))
    total = Decimal(0)
    for digits, thousand, large in re.findall(rf"({_DIGITS})(千?)([兆億万]?)", text):
        total += Decimal(digits.replace(",", "")) * _LARGE.get(thousand, 1) * _LARGE.get(large, 1)
    return total


def _in_kanji(text: str) -> int:
    total = 0
    for small, large in re.findall(f"([{_KANJI}十百千]+)([兆億万]?)", text):
        total += _below_ten_thousand(small) * _LARGE.get(large, 1)
    return total


def _below_ten_thousand(text: str) -> int:
    if not set(text) & set(_TENS):
        return int("".join(str(_KANJI.index(sign)) for sign in text))
    total, digit = 0, 0
    for sign in text:
        if sign in _TENS:
            total += (digit or 1) * _TENS[sign]
            digit = 0
        else:
            digit = _KANJI.index(sign)
    return total + digit


def _years(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """昭和38年, 2025年度, 明治17、18年, 平成30～令和9年度; years of no era are a stretch of time."""
    kind = Kind.FISCAL_YEAR if match["fiscal"] else Kind.YEAR
    era = None
    for item in re.finditer(rf"({_ERA})?({_NTH})(?:\(([0-9]{{4}})\))?", match[0]):
        era = ERA_OF_SIGN.get(item[1] or "") or era
        start, end = match.start() + item.start(), match.start() + item.end()
        nth = 1 if item[2] == "元" else int(number(item[2]))
        if era and nth < 1000:
            yield Fact(kind, Decimal(era.first.year + nth - 1), start, end)
        elif nth >= 1000:
            yield Fact(kind, Decimal(nth), start, end)
        else:
            owed = item[2] not in ("元", "一")
            yield Fact(Kind.NUMBER, Decimal(nth), start, end, unit="year", owed=owed)
        if item[3]:
            yield Fact(kind, Decimal(item[3]), start, end)


def _each(kind: Kind) -> Reader:
    """A reader of numbers that share one word: 4、5月."""

    def reader(match: re.Match[str], _: Classes) -> Iterator[Fact]:
        unit = "floor" if match[0].endswith("階") else ""
        for item in re.finditer(_DIGITS, match["items"]):
            start = match.start("items") + item.start()
            yield Fact(kind, number(item[0]), start, start + len(item[0]), unit=unit)

    return reader


def _day_in_words(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    for kind, group in ((Kind.MONTH, "month"), (Kind.DAY, "day")):
        if match[group]:
            yield Fact(kind, number(match[group]), match.start(group), match.end(group))


_WEEKDAYS = "月火水木金土日"


def _weekdays(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    for offset, sign in enumerate(match["items"]):
        if sign in _WEEKDAYS:
            start = match.start() + offset
            yield Fact(Kind.WEEKDAY, Decimal(_WEEKDAYS.index(sign)), start, start + 1)


def _clock(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """Minutes of half a day; the unit is the half where it is said."""
    if match[0] == "正午":
        yield Fact(Kind.CLOCK, Decimal(0), match.start(), match.end(), unit="pm")
        return
    hour, minute = int(match["hour"]), 30 if match["half"] else int(match["minute"] or match["after"] or 0)
    half = "pm" if hour >= 12 or match["noon"] == "午後" else "am" if match["noon"] or match["after"] else ""
    yield Fact(Kind.CLOCK, Decimal(hour % 12 * 60 + minute), match.start(), match.end(), unit=half)


def _fraction(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    yield Fact(Kind.FRACTION, f"{number(match[2])}/{number(match[1])}", match.start(), match.end())


def _short_year(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    """R7年度, H29.12.15."""
    kind = Kind.FISCAL_YEAR if match["fiscal"] else Kind.YEAR
    year = ERA_OF_SIGN[match[1]].first.year + int(match[2]) - 1
    yield Fact(kind, Decimal(year), match.start(), match.end())


def _code(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    if match[1] == "FY":
        yield Fact(Kind.FISCAL_YEAR, Decimal(match[2]), match.start(), match.end())
    else:
        yield Fact(Kind.CODE, match[0].casefold(), match.start(), match.end())


def _numbers(match: re.Match[str], classes: Classes) -> Iterator[Fact]:
    """One number with its unit, or several that share it: 4～5人."""
    unit, factor = _unit(match["after"] or "", classes)
    for item in re.finditer(_NUMBER, match["items"]):
        start = match.start("items") + item.start()
        yield Fact(Kind.NUMBER, number(item[0]) * factor, start, start + len(item[0]), unit=unit)


def _unit(after: str, classes: Classes) -> tuple[str, int]:
    """The class of the longest unit that the words after a number begin with; 割 are ten per cent."""
    if after.startswith("割"):
        return "percent", 10
    known = (after[:length] for length in range(len(after), 0, -1))
    return next((classes.ja[word] for word in known if word in classes.ja), ""), 1


def _in_words(match: re.Match[str], classes: Classes) -> Iterator[Fact]:
    """三市, 二つ, 三十二万石; one is too often a mere word."""
    value = number(match["value"])
    unit = _unit(match["after"] or "", classes)[0]
    yield Fact(Kind.NUMBER, value, match.start(), match.end("value"), unit=unit, owed=value > 1)


def _ordinal_in_words(match: re.Match[str], _: Classes) -> Iterator[Fact]:
    value = number(match[1])
    yield Fact(Kind.ORDINAL, value, match.start(), match.end(), owed=value > 1)


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
_BOUND_READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (re.compile("(?P<word>約|およそ|おおよそ|概ね|おおむね)(?=[0-9])"), _bound("about", owed=True)),
    (
        re.compile(f"{_AFTER}(?P<word>程度|前後|ほど|余り|あまり|くらい|ぐらい|強|弱)"),
        _bound("about", owed=False),
    ),
    (re.compile(f"{_AFTER}(?P<word>以上)"), _bound("least", owed=True)),
    (re.compile("(?P<word>最低|少なくとも|超)"), _bound("least", owed=False)),
    (re.compile(f"{_AFTER}(?P<word>以下|以内)"), _bound("most", owed=True)),
    (re.compile(r"(?P<word>最大|上限|まで(?!に))"), _bound("most", owed=False)),
    (re.compile(f"{_AFTER}(?P<word>未満)"), _bound("under", owed=True)),
)

_ITEMS = rf"(?P<items>{_DIGITS}(?:[、・~/-]{_DIGITS}){{0,9}}+)"
_COUNTERS = (
    "つ|人|名|件|回|校|年間|か年|カ年|か国|カ国|ヶ国|箇所|か所|カ所|か月|カ月|ヶ月|市|町|村|県|港|時間|週間|倍|階|世紀"
    "|段|種類|本|台|冊|枚|地区|路線|施設|団体|社|歳|周年|都市"
)
_READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (re.compile(rf"({_NUMBER}|{_KANJI_NUMBER})分の({_NUMBER}|[{_KANJI}十]{{1,6}}+)"), _fraction),
    (re.compile(rf"(?<![A-Za-z])([{_LETTER}])([0-9]{{1,2}})(?=\.|年(?P<fiscal>度)?)"), _short_year),
    (
        re.compile(
            rf"(?<![0-9.,第])(?:{_ERA})?{_NTH}(?:\([0-9]{{4}}\))?"
            rf"(?:{_JOIN}(?:{_ERA})?{_NTH}(?:\([0-9]{{4}}\))?){{0,9}}+年(?P<fiscal>度)?(?!間|目|生|代の)"
        ),
        _years,
    ),
    (re.compile(rf"(?<![.第]){_ITEMS}月(?!間)"), _each(Kind.MONTH)),
    (re.compile(rf"(?<![.第]){_ITEMS}日(?!間|目)"), _each(Kind.DAY)),
    (
        re.compile(rf"(?<=[年\0])(?P<month>[{_KANJI}十]{{1,6}}+)月(?:(?P<day>[{_KANJI}十]{{1,6}}+)日)?"),
        _day_in_words,
    ),
    (re.compile(rf"(?P<items>[{_WEEKDAYS}](?:[、・~][{_WEEKDAYS}]){{0,6}})曜"), _weekdays),
    (
        re.compile(
            r"(?P<noon>午前|午後)?(?P<hour>[0-9]{1,2})(?:時(?!間)(?:(?P<half>半)|(?P<minute>[0-9]{1,2})分)?"
            r"|:(?P<after>[0-9]{2}))|正午"
        ),
        _clock,
    ),
    (re.compile(rf"第{_ITEMS}"), _each(Kind.ORDINAL)),
    (re.compile(f"第([{_KANJI}十百]{{1,6}}+)"), _ordinal_in_words),
    (re.compile(r"(?<![A-Za-z])([A-Za-z]{1,8})-?([0-9]{1,6})(?![0-9])"), _code),
    (
        re.compile(
            rf"{_ITEMS}(?:番|位|階|号|代(?!表)|期|次|丁目|世紀|年生|年目|回目|人目|段目|日目|条|章|学年|合目)"
        ),
        _each(Kind.ORDINAL),
    ),
    (
        re.compile(
            rf"(?P<items>{_NUMBER}(?:[、・~/-]{_NUMBER}){{0,9}}+)(?=(?P<after>[^\d\s、。・~()「」\0〔-]{{0,8}}))"
        ),
        _numbers,
    ),
    (re.compile(rf"(?P<value>{_KANJI_NUMBER}[万億])(?=(?P<after>[^\d\s、。]{{0,3}}))"), _in_words),
    (re.compile(rf"(?!十分)(?P<value>{_KANJI_NUMBER})(?P<after>{_COUNTERS})(?!ひとり|[一二]人)"), _in_words),
    (re.compile("[\u2460-\u2473\u2160-\u216b]"), _circled),
    (re.compile("両(?=[市町村国県港方側者都地])|双方|ひとつ|ふたつ|みっつ"), _word),
)


# Years that are told by another: their English may name the year itself.
_RELATIVES = {"同年": 0, "翌年": 1, "前年": -1}


def _relative(words: str, found: list[Fact]) -> Iterator[Fact]:
    """同年, 翌年度: the year meant, after the year told last."""
    years = [fact for fact in found if fact.kind in (Kind.YEAR, Kind.FISCAL_YEAR)]
    for match in re.finditer("(同年|翌年|前年)度?", words) if years else ():
        before = [fact for fact in years if fact.end <= match.start()]
        if before and isinstance(last := before[-1].value, Decimal):
            kind = Kind.FISCAL_YEAR if match[0].endswith("度") else Kind.YEAR
            yield Fact(kind, last + _RELATIVES[match[1]], match.start(), match.end(), owed=False)
