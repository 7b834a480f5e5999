"""Rows for `readings.csv` that a machine proposes, for people to judge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kushiro_yearbook.faults import Place
from kushiro_yearbook.readings.entry import CUT, WORD, Entry
from kushiro_yearbook.readings.guard import guessed
from kushiro_yearbook.readings.kana import KANJI, RUN, Piece, aligned, hiragana
from kushiro_yearbook.readings.lexicon import Found, Lexicon
from kushiro_yearbook.readings.nodes import Node
from kushiro_yearbook.registers import Name, Standing

# What one kanji says at the end of a word, where a machine takes it for a word of its own.
_ENDINGS = {
    "数": "すう", "者": "しゃ", "港": "こう", "園": "えん",
    "課": "か", "館": "かん", "道": "どう", "町": "ちょう",
    "値": "ち", "後": "ご", "別": "べつ", "間": "かん",
    "内": "ない", "外": "がい", "上": "じょう", "中": "ちゅう",
    "等": "とう", "次": "じ", "額": "がく", "金": "きん",
    "所": "しょ", "分": "ぶん", "年": "ねん", "月": "げつ",
    "人": "じん", "市": "し", "区": "く", "会": "かい",
    "版": "ばん", "編": "へん", "章": "しょう", "賞": "しょう",
    "側": "がわ", "家": "か", "員": "いん", "室": "しつ",
    "部": "ぶ", "局": "きょく", "校": "こう", "店": "てん",
    "車": "しゃ", "力": "りょく", "式": "しき", "法": "ほう",
    "費": "ひ", "物": "ぶつ", "用": "よう", "学": "がく",
}  # fmt: skip
_LETTERS = re.compile(f"[{KANJI}ヶヵ\u3041-\u3096ー]+")
# What is left of する after two kanji is no part of their word.
_SURU = re.compile(f"([{KANJI}]{{2}})[さしす]$")
_LONGEST_EXAMPLE, _BEFORE_IT = 40, 14
# A piece of so many kanji is better cut.
_LONG = 5


def proposed(nodes: Iterable[Node], lexicon: Lexicon, names: Iterable[Name]) -> list[Entry]:
    """A row for every word of the texts that has none, as a machine reads it, and for long names, cut."""
    nodes, sure = list(nodes), sure_names(names)
    rows = {(row.words, row.before): row for row in _cut_names(nodes, lexicon)}
    for node in nodes:
        for found in lexicon.found(node.text, node.before):
            if not found.known:
                row = proposal(node, found, sure)
                rows.setdefault((row.words, ""), row)
    return list(rows.values())


def sure_names(names: Iterable[Name]) -> dict[str, str]:
    """The names that parts of words are read by, with their kana, the longest first."""
    sure = (name for name in names if name.kind != "person" and name.sure_kana)
    by_length = sorted(sure, key=lambda name: len(name.ja), reverse=True)
    return {name.ja: name.kana for name in by_length if len(name.ja) > 1 and RUN.fullmatch(name.ja)}


def proposal(node: Node, found: Found, sure: Mapping[str, str]) -> Entry:
    """The row for a word that is not known, as a machine reads it."""
    word = _word(node.text, found.start, found.end)
    parts = list(_parts(word, sure))
    if any(not part.kana or aligned(part.text, part.kana) is None for part in parts):
        run = node.text[found.start : found.end]
        parts = [Piece(run, "".join(part.kana for part in guessed(run) or ()))]
    text, kana = (CUT.join(side) for side in zip(*parts, strict=True))
    return Entry(text, kana, "", Standing.GUESS, "", _example(node, found.start), "", Place(""))


def as_row(entry: Entry) -> str:
    """A row as the file has it."""
    cells = (entry.word, entry.kana, entry.before, entry.reading, entry.proposed, entry.example, entry.doubt)
    return ",".join(
        f'"{cell.replace(chr(34), chr(34) * 2)}"' if re.search('[",]', cell) else cell for cell in cells
    )


def _cut_names(nodes: Iterable[Node], lexicon: Lexicon) -> Iterator[Entry]:
    """Rows that cut the long names of the texts, whose reading is as sure as the name's."""
    for node in nodes:
        for found in lexicon.found(node.text, node.before):
            if found.name and any(len(piece.text) >= _LONG and piece.kana for piece in found.pieces):
                parts = [_cut(piece) for piece in found.pieces]
                word, kana = ("".join(side) for side in zip(*parts, strict=True))
                before = found.name.ja.partition(word.replace(CUT, ""))[0]
                example = _example(node, found.start)
                if CUT in word and WORD.fullmatch(word):
                    yield Entry(word, kana, before, found.name.reading, "", example, "", Place(""))


def _cut(piece: Piece) -> tuple[str, str]:
    """A piece of a name, cut as a machine does if it reads it as the name does."""
    parts = list(_joined(guessed(piece.text) or ())) if piece.kana else []
    if "".join(part.kana for part in parts) != piece.kana or not parts:
        return piece.text, piece.kana or hiragana(piece.text)
    return CUT.join(part.text for part in parts), CUT.join(part.kana for part in parts)


def _word(words: str, start: int, end: int) -> str:
    """A run with the kana that belong to it, as a machine parts it."""
    stretch = _LETTERS.match(words, start)
    segments = guessed(stretch[0]) if stretch else None
    at = start
    for segment in segments or ():
        at += len(segment.text)
        if at >= end and not _within_run(words, at):
            return _SURU.sub(r"\1", words[start:at])
        if at > end:
            break
    return words[start:end]


def _within_run(words: str, place: int) -> bool:
    return any(run.start() < place < run.end() for run in RUN.finditer(words))


def _example(node: Node, start: int) -> str:
    """The piece of a sentence in which something stands, on one line."""
    words = f"{node.before}{node.text}"
    begin = max(0, len(node.before) + start - _BEFORE_IT)
    return re.sub(r"\s+", " ", words[begin : begin + _LONGEST_EXAMPLE]).strip(" =＝@＠+＋-－")


def _parts(word: str, sure: Mapping[str, str]) -> Iterator[Piece]:
    """A word in the pieces that each get their kana together."""
    if word in sure:
        whole = guessed(word) or ()
        split = list(_joined(whole))
        said = "".join(part.kana for part in split)
        yield from split if said == sure[word] else (Piece(word, sure[word]),)
        return
    yield from _joined(_segments(word, sure))


def _segments(word: str, sure: Mapping[str, str]) -> Iterator[Piece]:
    """A word in names, longest first, and in a machine's segments between them."""
    at = read = 0
    starts = _starts(word)
    while at < len(word):
        name = next((name for name in sure if word.startswith(name, at)), "")
        if name and at in starts:
            yield from guessed(word[read:at]) or () if read < at else ()
            yield Piece(name, sure[name])
            at = read = at + len(name)
            starts |= {at}
        else:
            at += 1
    if read < len(word):
        yield from guessed(word[read:]) or (Piece(word[read:], ""),)


def _starts(word: str) -> set[int]:
    """Where a machine begins a segment."""
    at, found = 0, {0}
    for piece in guessed(word) or ():
        at += len(piece.text)
        found.add(at)
    return found


def _joined(segments: Iterable[Piece]) -> Iterator[Piece]:
    """Segments with single kanji joined to what stands before them, or else to what follows."""
    parts: list[Piece] = []
    for segment in segments:
        last = parts[-1] if parts else None
        single = len(segment.text) == 1
        if last is None or not (single or len(last.text) == 1 or not RUN.match(segment.text)):
            parts.append(segment)
            continue
        kana = _ENDINGS.get(segment.text, segment.kana) if single else segment.kana
        parts[-1] = Piece(last.text + segment.text, last.kana + kana)
    yield from parts
