"""Rules on statements: the dates and numbers of a text are the same in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import islice, pairwise

from kushiro_yearbook.facts.english import english_facts, may_state_in_english
from kushiro_yearbook.facts.fact import Classes, Fact, Kind, unmatched
from kushiro_yearbook.facts.japanese import japanese_facts, may_state_in_japanese
from kushiro_yearbook.faults import Fault, Place, Related
from kushiro_yearbook.inline import plain
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.registers import Registers
from kushiro_yearbook.rules.texts import MARKERS
from kushiro_yearbook.rules.walk import OTHER, PAIR, ROLE, beginning, prose_alone, translated
from kushiro_yearbook.text import NOTHING, Scope, Text, cite, cited_label

_READERS = {"ja": japanese_facts, "en": english_facts}
_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?![ \t]*\n))+")


def statements(yearbook: Yearbook) -> Iterator[Fault]:
    """E01: the English states a date or number otherwise than the Japanese.

    ja:
        見つけるもの: 日本語と英語で食いちがう日付、年、年度、曜日、時刻、数量、単位、「約」「以上」など。西暦と元
            号、32万と320,000、第8次と 8th、5割と half、隔月と every two months のような言い方のちがいは同
            じと見なします。金額と割合は、単位（円、%）がなければちがうと見なします。段落の数が同じなら段
            落ごとに、ちがえば全体で比べます。「一つ」「三世代」「both」のような言葉と、順序は見逃します
            （並びの順は E03、入れかわりは E09）。
        理由: 片方だけ直した文は、読む言語によってちがうことを伝えます。どちらが正しいか、読む人にはわかり
            ません。
        例:
            ja: 平成29年12月15日に議決した。
            en: It was adopted on 15 December 2018.
        直し方: 原典で正しい方を確かめ、もう一方を直します。値に欄があるなら、dates か figures に書いて、ど
            ちらの言語からも引きます。
    en:
        Finds: Dates, years, fiscal years, weekdays, times, quantities, units, and words like “about” and
            “at least” that differ. What is only said otherwise (an era year, 32万 and 320,000, 第8次 and
            8th, 5割 and half, 隔月 and every two months) counts as the same; sums of money and shares do
            not without their unit (yen, %). Texts of as many paragraphs are compared paragraph by
            paragraph, others as wholes. Words like “one”, “both” and 三世代 are let pass, and so is the
            order (that of lists is E03, what was exchanged E09).
        Why: A text mended in one language only tells its readers different things, and none can know
            which is right.
        Example:
            ja: 平成29年12月15日に議決した。
            en: It was adopted on 15 December 2018.
        Mend: See in the source which is right and mend the other. Where the value has a field, write it
            once under dates or figures and cite it in both.
    """
    classes = Classes.of(yearbook.registers.units.values())
    named = tuple(_numbered_names(yearbook.registers, classes))
    for text, scope in translated(yearbook):
        yield from differences(text, scope, classes, named)
    for text in filter(_english, _registered(yearbook.registers)):
        yield from differences(text, NOTHING, classes)


# Names with numbers that English says otherwise, in both languages.
Named = tuple[tuple[str, str], ...]


def differences(text: Text, scope: Scope, classes: Classes, named: Named = ()) -> list[Fault]:
    """The first paragraph of a text that differs, if any; compared in order where there are as many."""
    if not _may_state(text.ja, text.words("en")):
        return []
    said = {language: silenced(text, language, named) for language in PAIR}
    cited = {language: _cited_in_one(text, language, scope, classes) for language in PAIR}
    for spans in paragraphs(said):
        facts = {language: facts_in(said[language], spans[language], language, classes) for language in PAIR}
        odd = {
            language: unmatched(facts[language], facts[OTHER[language]] + cited[OTHER[language]])
            for language in PAIR
        }
        if odd["ja"] or odd["en"]:
            return [_differing(text, odd, classes)]
    return []


def _may_state(japanese: str, english: str) -> bool:
    return may_state_in_japanese(japanese) or may_state_in_english(english)


Span = tuple[int, int]


def paragraphs(said: Mapping[str, str]) -> list[dict[str, Span]]:
    """The paragraphs of both languages side by side; the whole texts where one has more."""
    spans = {
        language: [match.span() for match in _PARAGRAPH.finditer(words) if match[0].strip()]
        for language, words in said.items()
    }
    if len(spans["ja"]) != len(spans["en"]):
        return [{language: (0, len(words)) for language, words in said.items()}]
    return [{"ja": ja, "en": en} for ja, en in zip(spans["ja"], spans["en"], strict=True)]


def facts_in(words: str, span: Span, language: str, classes: Classes) -> list[Fact]:
    """The facts of one paragraph, at their places in the whole text."""
    start, end = span
    found = _READERS[language](words[start:end], classes)
    return (
        [replace(fact, start=fact.start + start, end=fact.end + start) for fact in found] if start else found
    )


def silenced(text: Text, language: str, named: Named = ()) -> str:
    """The words with blanks for what states nothing, and for names whose English counts otherwise."""
    words = MARKERS.sub(_blank, prose_alone(text.words(language)))
    for pair in named:
        if pair[0] in text.ja and pair[1].casefold() in text.words("en").casefold():
            name = pair[PAIR.index(language)]
            words = re.sub(re.escape(name), _blank, words, flags=re.IGNORECASE)
    return words


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _cited_in_one(text: Text, language: str, scope: Scope, classes: Classes) -> list[Fact]:
    """What a language states by a citation that the other does not have."""
    others = {cited_label(name) for name, _ in text.citations(OTHER[language])}
    found: list[Fact] = []
    for name, _ in text.citations(language):
        if cited_label(name) not in others:
            found += _READERS[language](plain(cite(name, scope, language) or ()), classes)
    return found


_DIGIT = re.compile("[0-9０-９]")


def _numbered_names(registers: Registers, classes: Classes) -> Iterator[tuple[str, str]]:
    """Names with numbers in words, which English may say otherwise: 三つの滝, Mitsunotaki Falls."""
    for name in registers.names.values():
        said = name.translations.get("en", "")
        if said and not _DIGIT.search(name.ja + said) and _may_state(name.ja, said):
            japanese, english = japanese_facts(name.ja, classes), english_facts(said, classes)
            if unmatched(japanese, english) or unmatched(english, japanese):
                yield name.ja, said


def _english(text: Text) -> bool:
    return text.speaks("en")


def _registered(registers: Registers) -> Iterator[Text]:
    """The names and labels with numbers in digits, which both languages must have."""
    for row in registers.names.values():
        if _DIGIT.search(row.ja + row.translations.get("en", "")):
            yield Text(row.ja, row.translations, row.place)
    for measure in registers.measures.values():
        yield Text(measure.label, measure.translations, measure.place)


def _differing(text: Text, odd: dict[str, list[Fact]], classes: Classes) -> Fault:
    """At the first odd fact in Japanese, or else in English; the other language's place is told too."""
    words = {
        language: "、".join(_shown(fact, text, language, classes) for fact in odd[language])
        for language in PAIR
    }
    places = {language: _place(text, language, odd[language]) for language in PAIR}
    language = "ja" if odd["ja"] else "en"
    other = OTHER[language]
    related = (Related(places[other], ROLE[other]),) if places[other] != places[language] else ()
    return Fault(places[language], "E01", words, related)


def _place(text: Text, language: str, odd: list[Fact]) -> Place:
    if not odd or text.place_of("en") == text.place:
        return beginning(text, language)
    return text.place_of_part(language, odd[0].start, odd[0].end - odd[0].start)


_SUFFIXES = {Kind.YEAR: "年", Kind.FISCAL_YEAR: "年度", Kind.MONTH: "月", Kind.DAY: "日"}


def _shown(fact: Fact, text: Text, language: str, classes: Classes) -> str:
    """A fact as it stands in its text, a number with its unit."""
    words = text.words(language)
    said, after = words[fact.start : fact.end].strip(), words[fact.end :]
    if fact.unit and language == "en":
        unit = re.match(r" ?([A-Za-z]+|%)", after)
        return said + (unit[0] if unit and unit[1].casefold() in classes.en else "")
    if fact.unit:
        known = [after[:length] for length in range(5, 0, -1)]
        return said + next((word for word in known if word in classes.ja), "")
    return said + _SUFFIXES.get(fact.kind, "") if language == "ja" else said


# Two numbers in one list: few words between them, and a comma or an `and`.
_LISTED = re.compile(r"[^。\n、をがはにで]{0,8}(?:、|と|及び|・|～)[^。\n、をがはにで]{0,8}")


def order(yearbook: Yearbook) -> Iterator[Fault]:
    """E03: a list has the same numbers in both languages, but in another order.

    ja:
        見つけるもの: 「男494人、女495人」のように並べた同じ種類の数や日付で、英語では順が入れかわっているもの。並
            べた数のほかは、英語の語順で順が変わるので、確かなものだけを E09 で知らせます。
        理由: 数は合っていても、どの数がどれのことかが入れかわります。
        例:
            ja: 男494人、女495人
            en: 495 men and 494 women
        直し方: 原典で確かめ、同じ順に並べます。
    en:
        Finds: Numbers or dates of one kind in a list, as in 男494人、女495人, that English has the other way
            round. Elsewhere English turns the order, and E09 tells only what is sure.
        Why: Every number is there, but belongs to something else.
        Example:
            ja: 男494人、女495人
            en: 495 men and 494 women
        Mend: See the source and put them in the same order.
    """
    classes = Classes.of(yearbook.registers.units.values())
    for text, _ in translated(yearbook):
        if may_state_in_japanese(text.ja):
            yield from _order(text, classes)


def _order(text: Text, classes: Classes) -> Iterator[Fault]:
    facts = japanese_facts(silenced(text, "ja"), classes)
    pairs = [pair for pair in pairwise(facts) if listed(*pair, text.ja)]
    others: dict[Decimal | str, list[Fact]] = {}
    for other in english_facts(silenced(text, "en"), classes) if pairs else ():
        others.setdefault(other.value, []).append(other)
    for first, second in pairs:
        if _turned(first, second, others):
            place = text.place_of_part("ja", first.start, second.end - first.start)
            words = {"value": text.ja[first.start : second.end]}
            yield Fault(place, "E03", words, (Related(beginning(text, "en"), "english"),))
            return


def listed(first: Fact, second: Fact, words: str) -> bool:
    """Whether two facts of one kind stand side by side in a list."""
    alike = first.kind is second.kind and first.unit == second.unit and first.value != second.value
    return (
        alike
        and (first.unit != "" or first.kind not in (Kind.NUMBER, Kind.ORDINAL, Kind.BOUND))
        and _LISTED.fullmatch(words, first.end, second.start) is not None
    )


def _turned(first: Fact, second: Fact, others: Mapping[Decimal | str, list[Fact]]) -> bool:
    """Whether the other language has each of the two once, and the second before the first."""
    found = [
        list(islice((other.start for other in others.get(fact.value, ()) if fact.agrees(other)), 2))
        for fact in (first, second)
    ]
    return len(found[0]) == len(found[1]) == 1 and found[0][0] > found[1][0]
