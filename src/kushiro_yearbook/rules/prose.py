"""Rules on prose: what a text asks for it can get, and its letters are in one piece."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kushiro_yearbook.faults import Fault
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.text import LANGUAGES, Text, one_width

_CODE = re.compile(r"`[^`\n]*`")
_HEADING = re.compile(r"^ {0,3}(#{1,6}[^#\n]*[^#\d\s][^\n]*)|(?<=\S\n)(={2,}|-{2,})[ \t]*$", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\[\]\n]*\](?:\([^()\n]*\)|\[[^\[\]\n]*\])")
_HTML = re.compile(r"<(?:[A-Za-z][A-Za-z0-9]*(?:\s[^<>\n]*)?/?>|!--)")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]+\]")
# Half-width kana, and letters whose dots or accents stand apart.
_IN_PIECES = re.compile("[\uff65-\uff9f]+|.[\u0300-\u036f\u3099\u309a]+")


def headings(yearbook: Yearbook) -> Iterator[Fault]:
    """T09: no text holds a heading, which only a section can have.

    ja:
        見つけるもの: 文の中の「# 見出し」や、下に線を引いた見出し。
        理由: 見出しにならず、記号がそのまま出ます。
        例:
            text:
              ja: "## 経過"
        直し方: 節の sections に title のある節を足します。
    en:
        Finds: A heading in a text: “# heading”, or one with a line of dashes below it.
        Why: It is no heading: its signs print as they stand.
        Example:
            text:
              ja: "## 経過"
        Mend: Add a section with a title under sections.
    """
    yield from _found(yearbook, "T09", _HEADING)


def images(yearbook: Yearbook) -> Iterator[Fault]:
    """T10: no text holds an image.

    ja:
        見つけるもの: 文の中の画像「![…](…)」。
        理由: 画像は出ず、記号がそのまま出ます。
        例:
            text:
              ja: "![案内図](map.png)"
        直し方: 節に「images:」を書き、画像をファイルの隣に置きます。
    en:
        Finds: An image in a text: ![…](…).
        Why: No image appears, and the signs print as they stand.
        Example:
            text:
              ja: "![案内図](map.png)"
        Mend: Write images: in the section and put the file beside it.
    """
    yield from _found(yearbook, "T10", _IMAGE)


def html(yearbook: Yearbook) -> Iterator[Fault]:
    """T11: no text holds HTML, which would print as it stands.

    ja:
        見つけるもの: 文の中の HTML（「<br>」など）と、その注。
        理由: 安全のため、働かずにそのまま文字として出ます。
        例:
            text:
              ja: "一行目<br>二行目"
        直し方: 消して、Markdown の書き方（**太字**、空の行）にします。
    en:
        Finds: HTML in a text, such as <br>, and its comments.
        Why: For safety it does nothing and prints as it stands.
        Example:
            text:
              ja: "一行目<br>二行目"
        Mend: Delete it and write Markdown: **bold**, empty lines.
    """
    yield from _found(yearbook, "T11", _HTML)


def footnotes(yearbook: Yearbook) -> Iterator[Fault]:
    """T12: no text holds a footnote of Markdown; a section has notes.

    ja:
        見つけるもの: 文の中の脚注「[^1]」。
        理由: 注にならず、記号がそのまま出ます。
        例:
            text:
              ja: "参加者は20名[^1]"
        直し方: 節の notes に書きます。
    en:
        Finds: A footnote in a text: [^1].
        Why: It is no note: its signs print as they stand.
        Example:
            text:
              ja: "参加者は20名[^1]"
        Mend: Write it under notes of the section.
    """
    yield from _found(yearbook, "T12", _FOOTNOTE)


def _found(yearbook: Yearbook, code: str, pattern: re.Pattern[str]) -> Iterator[Fault]:
    """The first of its kind in each text and language: who has made one has seldom made only one."""
    for text, language in _texts(yearbook):
        words = _CODE.sub(lambda code: " " * len(code[0]), text.words(language))
        if match := pattern.search(words):
            start, end = match.span(match.lastindex or 0)
            value = match[match.lastindex or 0]
            yield Fault(text.place_of_part(language, start, end - start), code, {"value": value[:30]})


def letters(yearbook: Yearbook) -> Iterator[Fault]:
    """T08: no letter is of half width or in pieces, which a search passes over; the first is told.

    ja:
        見つけるもの: 半角カタカナと、濁点が分かれた文字。文ごとに最初の一つを知らせます。
        理由: 検索で見つからず、読み上げもおかしくなります。
        例:
            ja: ｶﾞｲﾄﾞを定めた。
        直し方: 指摘に出る、ふつうのカタカナで書きます。
    en:
        Finds: Half-width kana, and letters whose dots or accents stand apart; the first of each text.
        Why: Searches pass them over, and screen readers stumble.
        Example:
            ja: ｶﾞｲﾄﾞを定めた。
        Mend: Write the usual letters that the hint gives.
    """
    for text, language in _texts(yearbook):
        found = _IN_PIECES.finditer(text.words(language))
        match = next((match for match in found if one_width(match[0]) != match[0]), None)
        if match:
            place = text.place_of_part(language, match.start(), len(match[0]))
            yield Fault(place, "T08", {"value": match[0], "right": one_width(match[0])})
    for name in yearbook.registers.names.values():
        if _IN_PIECES.search(name.ja) and (right := _whole(name.ja)) != name.ja:
            yield Fault(name.place, "T08", {"value": name.ja, "right": right})


def _whole(words: str) -> str:
    return _IN_PIECES.sub(lambda found: one_width(found[0]), words)


def _texts(yearbook: Yearbook) -> Iterator[tuple[Text, str]]:
    """Every text of a section with each language it has words in; names that a register holds are its own."""
    for edition in yearbook.editions:
        for department in edition.departments:
            for top in department.sections:
                for text, _ in top.texts():
                    if text.ja not in yearbook.registers.names:
                        yield from ((text, language) for language in LANGUAGES if text.speaks(language))
