"""Rules on links: what looks like one leads somewhere; and where the links out of the site lead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kushiro_yearbook.faults import Fault, Place
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.rules.walk import every_text, own_words
from kushiro_yearbook.text import Text, links_in

_CODE = re.compile(r"`[^`\n]*`")
_REFERENCE = re.compile(r"(?<![!\]])\[([^\[\]\n]+)\]\[([^\[\]\n]*)\]")
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)([^\]\n]+)\]:", re.MULTILINE)


def references(yearbook: Yearbook) -> Iterator[Fault]:
    """L02: a link by reference has no line that says where it leads.

    ja:
        見つけるもの: 「[文字][名前]」の形のリンクで、同じ文に「[名前]: 行き先」の行がないもの。
        理由: リンクにならず、かっこがそのまま出ます。
        例:
            ja: くわしくは[市の計画][計画]を見る。
        直し方: 「[市の計画](finance/plans)」と書くか、「[計画]: finance/plans」の行を足します。
    en:
        Finds: A link [words][name] in a text that has no line “[name]: target”.
        Why: It is no link, and its brackets print as they stand.
        Example:
            ja: くわしくは[市の計画][計画]を見る。
        Mend: Write [市の計画](finance/plans), or add the line “[計画]: finance/plans”.
    """
    for text, language in own_words(yearbook):
        words = _CODE.sub(lambda code: " " * len(code[0]), text.words(language))
        known = {name.casefold() for name in _DEFINITION.findall(words)}
        for match in _REFERENCE.finditer(words):
            name = match[2] or match[1]
            if name.casefold() not in known:
                place = text.place_of_part(language, match.start(), len(match[0]))
                yield Fault(place, "L02", {"value": name})
                break


def outward(yearbook: Yearbook) -> Mapping[str, Place]:
    """Every address outside the site that a text leads to, with the first place that does, in their order."""
    found: dict[str, Place] = {}
    for text, _ in every_text(yearbook):
        for language in ("ja", "en"):
            if text.speaks(language):
                for target in _targets(text.words(language)):
                    found.setdefault(target, _place(text, language, target))
    if yearbook.form.licence.url is not None:
        url = yearbook.form.licence.url
        for language in filter(url.speaks, ("ja", "en")):
            found.setdefault(url.words(language), url.place_of(language))
    return found


_BARE = re.compile(r"https?://\S+")


def _targets(words: str) -> Iterator[str]:
    """The addresses on the web that a text leads to, or is."""
    if _BARE.fullmatch(words):
        yield words
    else:
        yield from (target for target in links_in(words) if _BARE.match(target))


def _place(text: Text, language: str, target: str) -> Place:
    return text.place_of_part(language, text.words(language).find(target), len(target))
