"""Rules on what was exchanged: of two dates or numbers of a sentence each stands where it stands in Japanese."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from kushiro_yearbook.facts.fact import Classes, Fact, Kind, agreeing_with, by_value
from kushiro_yearbook.facts.japanese import may_state_in_japanese
from kushiro_yearbook.faults import Fault, Related
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.rules.statements import Span, facts_in, listed, paragraphs, silenced
from kushiro_yearbook.rules.walk import PAIR, translated
from kushiro_yearbook.text import CITATION, Text


def exchanges(yearbook: Yearbook) -> Iterator[Fault]:
    """E09: two dates, numbers or citations of a sentence have changed places in English.

    ja:
        見つけるもの: 「2004年に始め、2008年に終えた。」の二つの年のように、一文の中で同じ種類の日付や数、引用が、英語では入れ
            かわっているもの。英語は語順が変わるので、並べた言い方（「…し、…した」「Aは…、Bは…」「…から…ま
            で」）が英語でも and や to で並んでいるときと、同じ節にある名前や別の数からわかるときだけ調べます。
        理由: 日付も数もそろっているので E01 では見つかりませんが、読む人は始まりと終わりを取りちがえます。
        例:
            ja: 2004年に始め、2008年に終えた。
            en: It was begun in 2008 and ended in 2004.
        直し方: どの日付や数がどれのことか原典で確かめ、英語の場所を入れかえます。英語の語順で正しければ、節の allow に
            E09 と理由を書きます。
    en:
        Finds: Dates, numbers or citations of one kind in a sentence that have changed places in English, like
            the years of 2004年に始め、2008年に終えた. Since English turns sentences round, they are looked at
            only where both languages coordinate (…し、…した; Aは…、Bは…; …から…まで; and, to), or where a
            name or another number in the same clause tells which is meant.
        Why: Every date and number is there, so that E01 says nothing, but readers take the end for the
            beginning.
        Example:
            ja: 2004年に始め、2008年に終えた。
            en: It was begun in 2008 and ended in 2004.
        Mend: See the source and exchange them in the English. Where its order is right as it is, give the
            reason under allow: E09.
    """
    classes = Classes.of(yearbook.registers.units.values())
    names = [(name.ja, name.translations.get("en", "")) for name in yearbook.registers.names.values()]
    for text, _ in translated(yearbook):
        if may_state_in_japanese(text.ja) or len(CITATION.findall(text.ja)) > 1:
            yield from _exchanges(text, classes, names)


Names = list[tuple[str, str]]
# Two facts with their likes in English.
Twins = tuple[tuple[Fact, Fact], tuple[Fact, Fact]]


def _exchanges(text: Text, classes: Classes, names: Names) -> Iterator[Fault]:
    """The first exchange in a text."""
    said = {language: silenced(text, language) for language in PAIR}
    for spans in paragraphs(said):
        facts = {"ja": _stated(text, said, spans, "ja", classes)}
        pairs = [(one, two) for one, two in _near(facts["ja"]) if _alike(one, two, text.ja)]
        if not pairs:
            continue
        facts["en"] = _stated(text, said, spans, "en", classes)
        twins = _twins(facts["ja"], facts["en"])
        anchors = [*twins.items(), *_named(text.ja, text.words("en"), names)]
        for one, two in pairs:
            if one in twins and two in twins:
                both: Twins = ((one, twins[one]), (two, twins[two]))
                if _exchanged(both, anchors, text.ja, text.words("en")):
                    yield _fault(text, both)
                    return


def _stated(
    text: Text, said: Mapping[str, str], spans: Mapping[str, Span], language: str, classes: Classes
) -> list[Fact]:
    """What one language states and cites in a paragraph."""
    facts = facts_in(said[language], spans[language], language, classes)
    return sorted([*facts, *_citations(text.words(language), spans[language])], key=_start)


def _start(fact: Fact) -> int:
    return fact.start


# A sentence seldom states more between two things that could be taken for each other.
_NEAREST = 12


def _near(facts: list[Fact]) -> Iterator[tuple[Fact, Fact]]:
    for place, one in enumerate(facts):
        yield from ((one, two) for two in facts[place + 1 : place + 1 + _NEAREST])


def _citations(words: str, span: Span) -> Iterator[Fact]:
    for match in CITATION.finditer(words, *span):
        yield Fact(Kind.CODE, match[1], match.start(), match.end(), unit="cited")


def _named(japanese: str, english: str, names: Names) -> Iterator[tuple[Fact, Fact]]:
    """The names that stand once in each language."""
    for name, said in names:
        if said and japanese.count(name) == 1 and english.count(said) == 1:
            place, other = japanese.index(name), english.index(said)
            yield (
                Fact(Kind.CODE, name, place, place + len(name)),
                Fact(Kind.CODE, said, other, other + len(said)),
            )


def _alike(one: Fact, two: Fact, words: str) -> bool:
    """Whether two facts of one sentence could be taken for each other, other than in a list (E03)."""
    same = one.unit == two.unit or one.kind is Kind.CLOCK
    bare = one.unit == "" and one.kind in (Kind.NUMBER, Kind.CODE, Kind.BOUND)
    if one.kind is not two.kind or not same or bare or one.value == two.value or one.end > two.start:
        return False
    between = words[one.end : two.start]
    of_a_list = listed(one, two, words) and not re.search("[0-9]", between)
    return one.owed and two.owed and not of_a_list and not re.search("[。\n]", between)


def _twins(own: list[Fact], others: list[Fact]) -> dict[Fact, Fact]:
    """What says the same in English, for all that both languages say once."""
    ours, theirs = by_value(own), by_value(others)
    found: dict[Fact, Fact] = {}
    for fact in own:
        agreeing = list(islice(agreeing_with(fact, theirs), 2))
        if len(agreeing) == 1 and len(list(islice(agreeing_with(fact, ours), 2))) == 1:
            found[fact] = agreeing[0]
    return found


def _exchanged(both: Twins, anchors: list[tuple[Fact, Fact]], japanese: str, english: str) -> bool:
    """Whether what stands beside the two says so, or, where nothing does, the order of coordinate clauses."""
    (one, first), (two, second) = both
    if first.start > second.start:
        beside = {_side(both, anchor, japanese, english) for anchor in anchors} - {None}
        if beside:
            return beside == {False}
        said = english[second.end : first.start]
        return _coordinate(japanese[one.end : two.start]) and _joined(said, english[: second.start])
    return False


# Where a clause ends; a comma inside a number or before a year ends none.
_CLAUSES = {
    "ja": re.compile("[、。\n]"),
    "en": re.compile(r"[,;](?! ?[0-9])|\b(?:and|but|while)\b|[.\n](?=\s|$)"),
}


def _side(both: Twins, anchor: tuple[Fact, Fact], japanese: str, english: str) -> bool | None:
    """Whether an anchor stands beside the same of the two in both languages; None where it does not tell."""
    (one, first), (two, second) = both
    own, other = anchor
    if own in (one, two) or _of_one_date(own, one) or _of_one_date(own, two):
        return None
    here = _together(own, one, "ja", japanese), _together(own, two, "ja", japanese)
    there = _together(other, first, "en", english), _together(other, second, "en", english)
    if sum(here) != 1 or sum(there) != 1:
        return None
    return here == there


_DATED = frozenset({Kind.YEAR, Kind.FISCAL_YEAR, Kind.MONTH, Kind.DAY, Kind.WEEKDAY, Kind.CLOCK})
# How near to each other the parts of one date stand.
_ONE_DATE = 8


def _of_one_date(one: Fact, two: Fact) -> bool:
    """Whether two facts move together, as year, month and day of one date."""
    near = max(one.start - two.end, two.start - one.end) < _ONE_DATE
    return near and one.kind in _DATED and two.kind in _DATED


def _together(one: Fact, two: Fact, language: str, words: str) -> bool:
    start, end = sorted((one, two), key=lambda fact: fact.start)
    return _CLAUSES[language].search(words[start.end : end.start]) is None


# Clauses that go on with another: 始め、 and 開き、, but not により、 which only says how.
_GOES_ON = re.compile("[しりきぎみちびけげせべめねれえい]、")
_ONLY_HOW = re.compile(
    "(?:に(?:対し|関し|際し|より|よれ|当たり|あたり|わたり|伴い|基づき|従い|続き)|引き続き|とき|それぞれ)、"
)
_TOPICS = re.compile("、[^、。]{1,12}は[^、。]{0,12}$")
_SPAN = re.compile("[^、。]{0,8}(?:から|～|〜)[^、。]{0,8}")


def _coordinate(between: str) -> bool:
    """Whether Japanese puts two things beside each other in an order that English keeps."""
    verbs = len(_GOES_ON.findall(between)) - len(_ONLY_HOW.findall(between))
    return verbs > 0 or _TOPICS.search(between) is not None or _SPAN.fullmatch(between) is not None


_TURNING = re.compile(
    r"\b(?:after|before|following|since|when|which|who|whose|that|until|once|where|having|goes back|because)\b",
    re.IGNORECASE,
)
_JOINING = re.compile(r"\b(?:and|but|then|while|to)\b|;|[-–—]")


def _joined(between: str, before: str) -> bool:
    """Whether English does so too, without a word that turns the sentence round."""
    begun = max(before.rfind(". "), before.rfind("\n")) + 1
    return bool(_JOINING.search(between)) and not _TURNING.search(before[begun:] + between)


def _fault(text: Text, both: Twins) -> Fault:
    (one, first), (two, second) = both
    place = text.place_of_part("ja", one.start, two.end - one.start)
    other = text.place_of_part("en", second.start, first.end - second.start)
    words = {"value": text.ja[one.start : two.end], "en": text.words("en")[second.start : first.end]}
    return Fault(place, "E09", words, (Related(other, "english"),))
