"""The index of an edition: 五十音 in Japanese, A to Z in English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from kushiro_yearbook import collation
from kushiro_yearbook.addresses import Address, Addresses, print_anchor
from kushiro_yearbook.indexes.kana import surely
from kushiro_yearbook.indexes.occurrences import finder, words_in
from kushiro_yearbook.inline import Run, Runs, line, plain
from kushiro_yearbook.model import Department, Edition, Section
from kushiro_yearbook.outputs import combined
from kushiro_yearbook.phrases import heading
from kushiro_yearbook.readings.kana import hiragana
from kushiro_yearbook.readings.lexicon import Lexicon
from kushiro_yearbook.registers import Name, Registers
from kushiro_yearbook.romaji import romaji
from kushiro_yearbook.text import CITATION, without_readings

# Labels of columns and of actions are no words that a reader looks for.
LEFT_OUT = {"column", "action"}
# After so many places of a word the rest are counted.
MOST_SPOTS = 6


@dataclass(frozen=True)
class Spot:
    """A page on which a word stands."""

    title: Runs
    address: Address


@dataclass(frozen=True)
class Entry:
    """A word of the index: a heading leads to its place, any other word to the pages it stands on.

    `kana` is its sure reading or empty; `beside` what is shown next to it: its kana, or in English its
    Japanese; `within` what a heading stands under.
    """

    word: Runs
    kana: str
    beside: str = ""
    to: Address | None = None
    within: Runs = ()
    spots: tuple[Spot, ...] = ()

    @property
    def shown(self) -> tuple[Spot, ...]:
        """The pages that are told."""
        return self.spots[:MOST_SPOTS]

    @property
    def more(self) -> int:
        """How many are not."""
        return len(self.spots) - len(self.shown)


@dataclass(frozen=True)
class Row:
    """Entries that begin alike: あ, か, … or A, B, …; `sign` is empty for figures and the like."""

    id: str
    sign: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class WordIndex:
    """The index of an edition in a language, made when a page asks for it."""

    edition: Edition
    registers: Registers
    lexicon: Lexicon
    places: Addresses
    language: str

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows that have entries, in order."""
        found: dict[str, list[Entry]] = {}
        for entry in sorted(filter(self._placed, self.entries), key=self._key):
            found.setdefault(self._row(entry), []).append(entry)
        return tuple(Row(_row_id(sign), sign, tuple(entries)) for sign, entries in found.items())

    @cached_property
    def unplaced(self) -> tuple[Entry, ...]:
        """The words that have no sure reading, or in English neither English nor that."""
        found = (entry for entry in self.entries if not self._placed(entry))
        return tuple(sorted(found, key=lambda entry: plain(entry.word)))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every word; a name that is the heading of one place is one entry with it."""
        headings: dict[str, list[Entry]] = {}
        for entry in self._headings():
            headings.setdefault(plain(entry.word), []).append(entry)
        names = {plain(entry.word): entry for entry in self._names()}
        for word in names.keys() & headings.keys():
            if len(headings[word]) == 1:
                names[word] = _joined(names[word], headings.pop(word)[0])
        return (*names.values(), *(entry for same in headings.values() for entry in same))

    @property
    def digest(self) -> str:
        """A digest of the edition's headings and words, which it is made of beside the registers."""
        return combined(self._said())

    def _said(self) -> Iterator[str]:
        for department, top, section in _sections(self.edition):
            yield self.places.section(department.slug, top.slug, section.anchor).path
            yield from (section.anchor, plain(heading(section, self.language)), plain(heading(section, "ja")))
            yield from (measure.id for measure in section.figures_with_parts)
            yield from _words_of(section)

    def _placed(self, entry: Entry) -> bool:
        return bool(entry.kana) if self.language == "ja" else entry.word[0].lang != "ja"

    def _key(self, entry: Entry) -> Any:
        word = plain(entry.word)
        return collation.key(entry.kana, word) if self.language == "ja" else alphabetical(word)

    def _row(self, entry: Entry) -> str:
        if self.language == "ja":
            return collation.row(entry.kana)
        first = alphabetical(plain(entry.word))[0][:1]
        return first.upper() if "a" <= first <= "z" else ""

    def _names(self) -> Iterator[Entry]:
        """The names that stand in the edition."""
        wanted = [name for name in self.registers.names.values() if name.kind not in LEFT_OUT]
        spots = self._spots([name.ja for name in wanted])
        for name in wanted:
            if found := spots.get(name.ja):
                kana = name.sure_kana
                word = self._word(name, kana)
                yield Entry(word, kana, self._beside(name.ja, kana, word), spots=tuple(found.values()))

    def _beside(self, japanese: str, kana: str, word: Runs) -> str:
        """Its kana, where the word does not say it itself; in English its Japanese."""
        if self.language == "ja":
            return "" if hiragana(japanese) == hiragana(kana) else kana
        return "" if word[0].lang == "ja" else japanese

    def _word(self, name: Name, kana: str) -> Runs:
        """A name as the language has it; without English its romaji, if it has a sure reading."""
        if self.language == "ja":
            return line(name.ja)
        if english := name.translations.get(self.language):
            return line(english)
        return self._romanised(name.ja, kana, name.romaji if kana else "")

    def _romanised(self, japanese: str, kana: str, spelt: str = "") -> Runs:
        latin = spelt or romaji(kana)
        return (Run(latin[:1].upper() + latin[1:], lang="ja-Latn") if latin else Run(japanese, lang="ja"),)

    def _headings(self) -> Iterator[Entry]:
        """The sections with a title or a figure, and the tables that have a name of their own."""
        for department, top, section in _sections(self.edition):
            above = heading(top, self.language)
            within = department.form.name.runs(self.language) if section is top else above
            if section.form.title is not None or (section.lone and section.form.figures):
                anchor = "" if section is top else section.anchor
                yield self._heading(
                    heading(section, self.language),
                    plain(heading(section, "ja")),
                    within,
                    self.places.section(department.slug, top.slug, anchor),
                )
            for measure in section.figures_with_parts:
                if measure.label not in self.registers.measures:
                    continue  # what no register explains has no address that stays
                anchor = print_anchor(("" if section is top else section.anchor) or "page", measure.id)
                to = self.places.section(department.slug, top.slug, anchor)
                yield self._heading(measure.runs(self.language), measure.label, above, to)

    def _heading(self, word: Runs, japanese: str, within: Runs, to: Address) -> Entry:
        kana = surely(japanese, self.lexicon)
        if self.language != "ja" and any(run.lang for run in word):
            word = self._romanised(japanese, kana)
        beside = self._beside(japanese, kana, word) if self.language == "ja" or word[0].lang else ""
        return Entry(line(plain(word)) if not word[0].lang else word, kana, beside, to, within)

    def _spots(self, words: Iterable[str]) -> Mapping[str, Mapping[Address, Spot]]:
        """By word the pages on which it stands, in their order."""
        known = finder(words)
        found: dict[str, dict[Address, Spot]] = {}
        for department, top, section in _sections(self.edition):
            address = self.places.section(department.slug, top.slug)
            spot = Spot(heading(top, self.language), address)
            for text in _words_of(section):
                for word in words_in(text, known):
                    found.setdefault(word, {}).setdefault(address, spot)
        return found


def _joined(name: Entry, heading: Entry) -> Entry:
    """A name that is a heading: it leads there, and to the other pages that it stands on."""
    assert heading.to is not None
    others = tuple(spot for spot in name.spots if spot.address.path != heading.to.path)
    return replace(name, to=heading.to, within=heading.within, spots=others)


_ARTICLE = re.compile(r"^the\s+")
_SIGNS = re.compile(r"[^a-z0-9 ]+")


def alphabetical(word: str) -> tuple[str, str]:
    """The key of an English word: without The, accents, signs and case, then as written."""
    bare = "".join(s for s in unicodedata.normalize("NFKD", word) if not unicodedata.combining(s))
    return _ARTICLE.sub("", _SIGNS.sub(" ", bare.casefold()).strip()), word


def _row_id(sign: str) -> str:
    return f"row-{romaji(sign).lower() or 'other'}"


def _sections(edition: Edition) -> Iterator[tuple[Department, Section, Section]]:
    """Every section with its department and the page it stands on."""
    for department in edition.departments:
        for top in department.sections:
            yield from ((department, top, section) for section in top.walk())


def _words_of(section: Section) -> Iterator[str]:
    """The Japanese of a section without those in it, as readers see it but for what it cites."""
    for text in section.own_texts():
        yield CITATION.sub(" ", without_readings(text.ja))
    for _, block in section.blocks():
        yield from (measure.label for measure in block.labels())
