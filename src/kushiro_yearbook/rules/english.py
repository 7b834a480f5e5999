"""Rules on English text: it is written in the letters and signs of English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from kushiro_yearbook.faults import Fault
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.registers import JAPANESE
from kushiro_yearbook.rules.walk import MOST_OF_A_TEXT, prose_alone, translated
from kushiro_yearbook.text import one_width

_JAPANESE_RUN = re.compile(rf"(?:{JAPANESE.pattern})+")


def letters(yearbook: Yearbook) -> Iterator[Fault]:
    """E06: Japanese letters stand in an English text.

    ja:
        見つけるもの: 英語の文にある、かなと漢字。引用〔 〕の中と、読みを確かめていない人の名前は除きます。
        理由: 日本語を読めない人には読めず、英語の読み上げでも飛ばされます。
        例:
            en: The 広聴 programme
        直し方: 英語かローマ字にします。
    en:
        Finds: Kana and kanji in an English text, but for citations 〔 〕 and names of people whose reading
            nobody confirmed.
        Why: Readers without Japanese cannot read them, and an English screen reader leaves them out.
        Example:
            en: The 広聴 programme
        Mend: Put them into English or romanise them.
    """
    unconfirmed = {name.ja for name in yearbook.registers.names.values() if name.awaits_romanisation}
    for text, _ in translated(yearbook):
        for match in islice(_JAPANESE_RUN.finditer(prose_alone(text.words("en"))), MOST_OF_A_TEXT):
            if match[0] not in unconfirmed:
                place = text.place_of_part("en", match.start(), len(match[0]))
                name = yearbook.registers.names.get(match[0])
                english = name.translations.get("en", "") if name else ""
                yield Fault(place, "E06", {"value": match[0], "english": english})
                break


# What English writes for a sign of Japanese; those that need a space after them have one here.
_ENGLISH = {
    "、": ", ",
    "，": ", ",
    "。": ". ",
    "．": ". ",
    "：": ": ",
    "；": "; ",
    "！": "! ",
    "？": "? ",
    "（": " (",
    "）": ") ",
    "「": "“",
    "」": "”",
    "『": "‘",
    "』": "’",
    "～": "–",
    "〜": "–",
    "\u3000": " ",
}
_PAIR = "（[ -~‐-”]*）"  # a pair of brackets around English is one mistake
_WIDE = re.compile(_PAIR + "|[\u3000-\u3003\u3008-\u3011\u301c\u30fb\uff01-\uff60\uffe0-\uffe6]+")


def signs(yearbook: Yearbook) -> Iterator[Fault]:
    """E07: full-width punctuation, letters or digits stand in an English text.

    ja:
        見つけるもの: 英語の文にある「、」「（」「～」「Ａ」などの全角の記号と文字。
        理由: 間があいて見え、検索で見つからず、画面によっては字の形が変わります。
        例:
            en: Founded in 1994（Heisei 6）
        直し方: 半角の記号にします。指摘に書くべき形が出ます。
    en:
        Finds: Signs like 、（～ and letters like Ａ of full width in an English text.
        Why: They leave gaps in the line, are passed over by searches, and change shape with the font.
        Example:
            en: Founded in 1994（Heisei 6）
        Mend: Use half-width signs; the hint says which.
    """
    for text, _ in translated(yearbook):
        words = prose_alone(text.words("en"))
        for match in islice(_WIDE.finditer(words), MOST_OF_A_TEXT):
            place = text.place_of_part("en", match.start(), len(match[0]))
            yield Fault(place, "E07", {"value": match[0], "right": _in_english(match, words)})


def _in_english(match: re.Match[str], words: str) -> str:
    """The signs that English has for a run of others, spaced as they stand; nothing where it has none."""
    right = "".join(_ENGLISH.get(sign) or one_width(sign) for sign in match[0])
    if _WIDE.search(right):
        return ""
    before, after = words[: match.start()][-1:], words[match.end() :][:1]
    right = right.lstrip(" ") if before in ("", " ", "\n", "(") else right
    right = right.rstrip(" ") if after in ("", " ", "\n") or after in ",.;:)!?”’" else right
    digits = before.isdigit() and after.isdigit()
    return right.strip(" ") if digits else re.sub(r" (?=[,.;:)])", "", right) or " "
