"""How what is counted is said after a figure: 3人 にん, 3本 ぼん, 20日 はつか."""

from __future__ import annotations

import re
from typing import NamedTuple

from kushiro_yearbook.readings.kana import Piece, Pieces

# Said in one way after every figure.
ALWAYS = {
    "年": "ねん", "年度": "ねんど", "年代": "ねんだい", "年生": "ねんせい", "周年": "しゅうねん",
    "月": "がつ", "日": "にち", "人": "にん", "週": "しゅう", "時": "じ", "秒": "びょう", "世紀": "せいき",
    "名": "めい", "件": "けん", "回": "かい", "校": "こう",
    "歳": "さい", "園": "えん", "組": "くみ", "次": "じ",
    "期": "き", "円": "えん", "枚": "まい", "台": "だい", "号": "ごう", "条": "じょう", "項": "こう",
    "章": "しょう", "編": "へん", "節": "せつ", "位": "い", "社": "しゃ", "戸": "こ", "番": "ばん",
    "番地": "ばんち", "丁目": "ちょうめ", "部": "ぶ", "点": "てん",
    "級": "きゅう", "類": "るい", "種": "しゅ",
    "種類": "しゅるい", "冊": "さつ", "割": "わり", "倍": "ばい", "区": "く", "室": "しつ", "席": "せき",
    "隻": "せき", "頭": "とう", "棟": "とう", "基": "き",
    "問": "もん", "曲": "きょく", "代": "だい", "度": "ど",
    "番線": "ばんせん", "号車": "ごうしゃ", "号線": "ごうせん", "泊": "はく", "着": "ちゃく", "便": "びん",
    "科": "か", "課": "か", "局": "きょく", "個": "こ", "箇所": "かしょ", "箇年": "かねん", "軒": "けん",
}  # fmt: skip
# Multiples of ten that stand between a figure and what is counted.
MANY = {"十": "じゅう", "百": "ひゃく", "千": "せん", "万": "まん", "億": "おく", "兆": "ちょう"}
# Said otherwise after some last figures; 0 is ten, and h, t, m a hundred, a thousand, ten thousand.
CHANGING: dict[str, dict[str, str]] = {
    "本": {"": "ほん", "168": "ぽん", "3": "ぼん", "0h": "ぽん", "tm": "ぼん"},
    "匹": {"": "ひき", "168": "ぴき", "3": "びき", "0h": "ぴき", "tm": "びき"},
    "杯": {"": "はい", "168": "ぱい", "3": "ばい", "0h": "ぱい", "tm": "ばい"},
    "票": {"": "ひょう", "168": "ぴょう", "3": "びょう", "0h": "ぴょう", "tm": "びょう"},
    "泊": {"": "はく", "13468": "ぱく", "0h": "ぱく"},
    "分": {"": "ふん", "13468": "ぷん", "0h": "ぷん", "tm": "ぷん"},
    "階": {"": "かい", "3": "がい", "t": "がい"},
    "軒": {"": "けん", "3": "げん", "t": "げん"},
    "百": {"": "ひゃく", "3": "びゃく", "68": "ぴゃく"},
    "千": {"": "せん", "3": "ぜん"},
}
# After 3か and the like.
AFTER_KA = {
    "月": "げつ",
    "国": "こく",
    "所": "しょ",
    "年": "ねん",
    "村": "そん",
    "町": "ちょう",
    "校": "こう",
}
# The whole of figure and counter as one word, and what of it the counter alone says.
WHOLE = {
    ("1", "人"): ("ひとり", "り"), ("2", "人"): ("ふたり", "り"),
    ("2", "日"): ("ふつか", "か"), ("3", "日"): ("みっか", "か"), ("4", "日"): ("よっか", "か"),
    ("5", "日"): ("いつか", "か"), ("6", "日"): ("むいか", "か"), ("7", "日"): ("なのか", "か"),
    ("8", "日"): ("ようか", "か"), ("9", "日"): ("ここのか", "か"), ("10", "日"): ("とおか", "か"),
    ("20", "日"): ("はつか", "か"),
}  # fmt: skip
FIRST_OF_MONTH = ("ついたち", "たち")
# After a counter: for how long, and which of them.
_TAILS = {"間": "かん", "目": "め"}
_LASTING = frozenset({"年", "日", "月", "週", "時", "分", "秒", "泊", "世紀", "回"})
# Counters that begin no other word after a figure.
SURE = frozenset({"年", "月", "日", "人", "円", "年度", "周年", "歳"} | MANY.keys())

_COUNTERS = sorted(ALWAYS.keys() | CHANGING.keys() | MANY.keys(), key=len, reverse=True)
_COUNTER = re.compile("|".join(_COUNTERS))
_FIGURE = re.compile(r"(?<![0-9０-９.,．，])[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?\Z")
_AFTER_FIGURE = re.compile(r"[0-9０-９][かカヵヶケ]\Z")
# What stands right before a counter, and the most that a figure takes.
_LAST = frozenset("0123456789０１２３４５６７８９かカヵヶケ") | MANY.keys()
_LONGEST = 30


def counted(run: str, before: str, after: str = "", room: int = 0) -> tuple[Pieces, int] | None:
    """How a kanji run begins that stands after a figure, and how many letters of `before` it takes in.

    None where no counter stands there. `after` follows the run, `room` is how much of `before` is in reach.
    """
    before = before[-_LONGEST:]
    if before[-1:] not in _LAST:
        return None
    if _AFTER_FIGURE.search(before):
        kana = AFTER_KA.get(run[0])
        return (_with_tail(run, Piece(run[0], kana)), 0) if kana else None
    many = Piece("", "")
    if before[-1:] in MANY and (match := _FIGURE.search(before.rstrip("".join(MANY)))):
        many = Piece(before[match.end() :], "")
    figure = _FIGURE.search(before.removesuffix(many.text) if many.text else before)
    counter = _COUNTER.match(run)
    if figure is None or counter is None:
        return None
    return _said(run, counter[0], figure[0] + many.text, _Around(before, after, room))


class _Around(NamedTuple):
    """What stands around a figure and its counter, and how much of what stands before is in reach."""

    before: str
    after: str
    room: int


def _said(run: str, counter: str, figure: str, around: _Around) -> tuple[Pieces, int]:
    number = figure.translate(_NARROW)
    whole = WHOLE.get((number, counter))
    if (number, counter) == ("1", "日") and around.before.removesuffix(figure).endswith("月"):
        whole = FIRST_OF_MONTH
    if whole and len(figure) <= around.room:
        return _with_tail(run, Piece(f"{figure}{counter}", whole[0])), len(figure)
    kana = whole[1] if whole else _sounded(counter, number, around.after)
    return _with_tail(run, Piece(counter, kana)), 0


_NARROW = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)} | {ord("，"): ",", ord("．"): "."}


def _sounded(counter: str, number: str, after: str) -> str:
    """What a counter says after a number."""
    if counter == "分" and after.startswith("の"):
        return "ぶん"
    if counter == "日" and number in {"14", "24"}:
        return "か"
    changes = CHANGING.get(counter)
    if changes is None:
        return ALWAYS.get(counter) or MANY[counter]
    return next((kana for ends, kana in changes.items() if ends and _ending(number) in ends), changes[""])


def _ending(number: str) -> str:
    """The part of a number that its counter is said after."""
    if number[-1] in MANY:
        return {"百": "h", "千": "t", "万": "m", "十": "0"}.get(number[-1], "-")
    if "." in number:
        return number[-1]
    digits = number.replace(",", "")
    zeros = len(digits) - len(digits.rstrip("0"))
    return digits[-1] if not zeros else "0htm"[min(zeros, 4) - 1] if zeros < len(digits) else "-"


def _with_tail(run: str, piece: Piece) -> Pieces:
    """A counter with 間 or 目 after it."""
    counter = piece.text.lstrip("0123456789０１２３４５６７８９")
    tail = run[len(counter) : len(counter) + 1]
    if tail == "目" or (tail == "間" and counter in _LASTING):
        return (piece, Piece(tail, _TAILS[tail]))
    return (piece,)
