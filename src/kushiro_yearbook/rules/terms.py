"""Rules on terms: a name has one English, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kushiro_yearbook.faults import Fault, Related
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.registers import Name
from kushiro_yearbook.rules.walk import translated
from kushiro_yearbook.text import CITATION, Text

# Shorter names are words of everyday language, which English says in many ways.
_SHORTEST = 4
# A title, a label: a longer text is a sentence, and may well be put in two ways.
_LONGEST_LABEL = 20

_SMALL = frozenset({"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"})
# Words that stand together as a name: capitals, joined by small words.
_NAME = re.compile(r"\b[A-Z][\w’'-]*(?:(?:,? (?:and|for|of|the|to|on|in) (?:the )?|,? )[A-Z][\w’'-]*){0,30}")
_WORD = re.compile(r"[\w’'-]+")


def names(yearbook: Yearbook) -> Iterator[Fault]:
    """E04: a sentence calls something otherwise in English than `names.csv` does.

    ja:
        見つけるもの: いちばん新しい版で、names.csv にある名前（四文字以上、人の名前を除く）が日本語の文にあり、英語の文に、その英語と
            一、二語だけちがう名前があるもの。「the plan」のような短い言い方は調べません。
        理由: 同じ計画や課に二つの名前があると、別のものと思われ、検索でも見つかりません。
        例:
            ja: まちづくり基本条例に基づく。          # names.csv: Basic Ordinance on Community Development
            en: It follows the Basic Ordinance on Town Development.
        直し方: 台帳の英語を書きます。台帳の方が古ければ names.csv を直します。
    en:
        Finds: In the newest edition, a name of `names.csv` (four letters or more, no person) in a Japanese text whose English has
            a name that differs from the registered one by a word or two. Short forms such as “the plan”
            are let pass.
        Why: A plan or division with two names is taken for two, and a search finds half.
        Example:
            ja: まちづくり基本条例に基づく。          # names.csv: Basic Ordinance on Community Development
            en: It follows the Basic Ordinance on Town Development.
        Mend: Write the registered English, or mend names.csv where it is out of date.
    """
    by_start = _by_start(yearbook.registers.names.values())
    for text, _ in translated(yearbook, yearbook.newest):
        yield from _misnamed(text, list({name.ja: name for name in _names_in(text.ja, by_start)}.values()))


def _misnamed(text: Text, found: list[Name]) -> Iterator[Fault]:
    """The first of the names in a text that its English has otherwise."""
    english = CITATION.sub(" ", text.words("en"))
    folded = english.casefold()
    phrases = {match[0]: _telling(match[0]) for match in _NAME.finditer(english)} if found else {}
    for name in found:
        judged = len(name.ja) >= _SHORTEST and _english(name).casefold() not in folded
        if judged and (other := _alike(name, phrases, found)):
            start = text.words("en").find(other)
            place = text.place_of_part("en", max(0, start), len(other))
            words = {"value": other, "name": name.ja, "right": _english(name)}
            yield Fault(place, "E04", words, (Related(name.place, "register"),))
            return


def _english(name: Name) -> str:
    return name.translations.get("en", "")


def _by_start(rows: Iterable[Name]) -> Mapping[str, list[Name]]:
    """The names that have English by their first two letters, the longest first."""
    found: dict[str, list[Name]] = {}
    for name in sorted(rows, key=lambda name: -len(name.ja)):
        if _english(name) and name.kind != "person":
            found.setdefault(name.ja[:2], []).append(name)
    return found


def _names_in(words: str, by_start: Mapping[str, list[Name]]) -> Iterator[Name]:
    """The names in a Japanese text, at each place the longest."""
    end = 0
    for start in range(len(words) - 1):
        if start >= end:
            here = by_start.get(words[start : start + 2], ())
            name = next((name for name in here if words.startswith(name.ja, start)), None)
            if name is not None:
                end = start + len(name.ja)
                yield name


def _alike(name: Name, phrases: Mapping[str, frozenset[str]], found: list[Name]) -> str:
    """A phrase that is this name but for a word or two, and no other that the Japanese has."""
    wanted = _telling(_english(name))
    near = {phrase: said for phrase, said in phrases.items() if len(said & wanted) >= 2}
    others = frozenset[str]()
    if near:
        others = others.union(*(_telling(_english(other)) for other in found if other is not name))
    for phrase, said in near.items():
        strange, shared = said - wanted - others, said & wanted
        if len(shared) * 2 > len(wanted) and 0 < len(strange) < len(shared):
            return phrase
    return ""


def _telling(english: str) -> frozenset[str]:
    """The words that tell a name from others, plural or not."""
    words = (word.casefold().removesuffix("s") for word in _WORD.findall(english))
    return frozenset(word for word in words if word not in _SMALL)


def labels(yearbook: Yearbook) -> Iterator[Fault]:
    """E05: one title or label has two Englishes.

    ja:
        見つけるもの: 一つの版の中の、二十文字までの同じ題名や見出しで、英語が二通りあるもの。
        理由: 同じ欄なのに、別のものに見えます。
        例:
            title: {ja: 調査の目的, en: Purpose of the survey}
            # ほかの所では
            title: {ja: 調査の目的, en: Aim of the survey}
        直し方: どちらかにそろえます。names.csv に書けば一か所で済みます。
    en:
        Finds: A title or label of up to twenty letters that has one Japanese and two Englishes.
        Why: What is one thing looks like two.
        Example:
            title: {ja: 調査の目的, en: Purpose of the survey}
            # ほかの所では
            title: {ja: 調査の目的, en: Aim of the survey}
        Mend: Use one of them everywhere; in names.csv it stands once.
    """
    for edition in yearbook.editions:
        first: dict[str, Text] = {}
        for text, _ in translated(yearbook, edition):
            if len(text.ja) <= _LONGEST_LABEL and "。" not in text.ja:
                before = first.setdefault(text.ja, text)
                if _folded(before) != _folded(text):
                    words = {"value": text.ja, "en": text.words("en"), "other": before.words("en")}
                    related = (Related(before.place_of("en"), "first"),)
                    yield Fault(text.place_of("en"), "E05", words, related)


def _folded(text: Text) -> str:
    """The English but for capitals and the article."""
    return text.words("en").casefold().removeprefix("the ")
