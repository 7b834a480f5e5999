"""Rules on translation: the English cites what the Japanese cites, and links where it links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kushiro_yearbook.faults import Fault, Related
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.rules.walk import OTHER, PAIR, ROLE, beginning, translated
from kushiro_yearbook.text import CITATION, Text, cited_label, links_in

_CALLED = {
    "ja": {"missing_ja": "日本語", "missing_en": "Japanese"},
    "en": {"missing_ja": "英語", "missing_en": "English"},
}


def citations(yearbook: Yearbook) -> Iterator[Fault]:
    """E02: one language cites a value that the other does not.

    ja:
        見つけるもの: 日本語と英語の一方だけにある引用〔名前〕。順序と、〔名前〕か〔名前.number〕かは問いません。
        理由: 引用のない方には値が出ないか、文に書いた値が次の年に直し忘れられます。
        例:
            ja: 〔開設〕に開設した。
            en: The office opened in 1994.
        直し方: ない方の文にも同じ名前で引きます。わざと引かないときは、節の allow に理由を書きます。
    en:
        Finds: A citation 〔name〕 that stands in one language only. Their order does not matter, nor whether
            one is 〔name.number〕.
        Why: The other language lacks the value, or has it written out and will be forgotten next year.
        Example:
            ja: 〔開設〕に開設した。
            en: The office opened in 1994.
        Mend: Cite the same name in the other. If it is left out on purpose, say why under allow of the
            section.
    """
    for text, _ in translated(yearbook):
        yield from cited_alone(text)


def cited_alone(text: Text) -> list[Fault]:
    """What one language of a text cites and the other does not: told once, where it stands."""
    cited = {
        language: {cited_label(match[1]): match for match in CITATION.finditer(text.words(language))}
        for language in PAIR
    }
    for language, other in OTHER.items():
        if alone := [label for label in cited[language] if label not in cited[other]]:
            match = cited[language][alone[0]]
            place = text.place_of_part(language, match.start(), len(match[0]))
            told = {"cited": "".join(f"〔{label}〕" for label in alone), **_CALLED[other]}
            return [Fault(place, "E02", told, (Related(beginning(text, other), ROLE[other]),))]
    return []


def links(yearbook: Yearbook) -> Iterator[Fault]:
    """E08: the links of a text lead elsewhere in English than in Japanese.

    ja:
        見つけるもの: 日本語と英語で、行き先か数のちがうリンク。「/en/」「?lang=en」のように言語のしるしのあるアドレスのサイトは、
            言語ごとにページがちがってよいので、サイトと版の番号だけを比べます。
        理由: 一方の読む人だけが、ちがうページに行くか、どこへも行けません。
        例:
            ja: "[計画](finance/plans)を見る。"
            en: "See [the surveys](finance/surveys)."
        直し方: 同じ所へ、同じ数だけリンクします。
    en:
        Finds: Links that lead to other places, or are more, in one language. Where an address names a language,
            like /en/ or ?lang=en, only the site and version numbers are compared: such a site may have other
            pages in each.
        Why: Readers of one language are led to another page, or nowhere.
        Example:
            ja: "[計画](finance/plans)を見る。"
            en: "See [the surveys](finance/surveys)."
        Mend: Link to the same places, as many times, in both.
    """
    for text, _ in translated(yearbook):
        yield from links_alone(text)


def links_alone(text: Text) -> list[Fault]:
    """Where one language of a text leads and the other does not: told once, at the first such link."""
    found = {language: _targets(text.words(language)) for language in PAIR}
    by_language = {
        _site(target) for targets in found.values() for target in targets if _LANGUAGE.search(target)
    }

    def whither(target: str) -> str:
        return _site(target) if _site(target) in by_language else _TRIFLES.sub("", target)

    wanted = {language: Counter(map(whither, found[language])) for language in PAIR}
    alone = {}
    for language, other in OTHER.items():
        more = wanted[language] - wanted[other]
        alone[language] = [target for target in found[language] if whither(target) in more]
    return [_elsewhere(text, alone)] if alone["ja"] or alone["en"] else []


def _targets(words: str) -> list[str]:
    """Where the links of a text lead, or the text itself where it is an address."""
    return [words] if re.fullmatch(r"https?://\S+", words) else links_in(words)


# In the host, the path, the name of a file or a parameter.
_TAG = r"(?:ja|en|jp|jpn|eng|english|japanese)(?:[-_][A-Za-z]{2})?"
_LANGUAGE = re.compile(
    rf"^https?://(?:{_TAG}\.|[^/?#]+/(?:[^?#]*[/_.-])?{_TAG}(?:[/?#]|\.[a-z]+$|$)|[^?#]+\?.*\b(?:lang|language|locale|hl)=)",
    re.IGNORECASE,
)
# What leads to the same place in either way.
_TRIFLES = re.compile(r"^https?://(?:www\.)?|/$")


def _site(target: str) -> str:
    """Another site's name and the version that an address tells; the address itself where it is none."""
    site = re.match(r"https?://(?:(?:www|ja|en)\.)?([^/?#]+)", target)
    versions = re.findall(r"(?<![0-9.])[0-9]+\.[0-9]+(?![0-9.])", target)
    return " ".join([site[1], *versions]) if site else target


def _elsewhere(text: Text, alone: dict[str, list[str]]) -> Fault:
    language = "ja" if alone["ja"] else "en"
    other, target = OTHER[language], alone[language][0]
    place = text.place_of_part(language, text.words(language).find(target), len(target))
    words = {side: "、".join(dict.fromkeys(targets)) for side, targets in alone.items()}
    return Fault(place, "E08", words, (Related(beginning(text, other), ROLE[other]),))
