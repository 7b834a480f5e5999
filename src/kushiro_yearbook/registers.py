"""Registers: what explains a name, a measure and a unit once for the whole yearbook."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kushiro_yearbook.faults import Place
from kushiro_yearbook.inline import Run, Runs
from kushiro_yearbook.quantities import Unit
from kushiro_yearbook.text import Text

JAPANESE = re.compile(
    r"[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)


def is_japanese(text: str) -> bool:
    """Whether a text holds kana or kanji."""
    return JAPANESE.search(text) is not None


class Standing(StrEnum):
    """How sure a reading is: from a source, judged by the editors, or only guessed."""

    SOURCED = "sourced"
    EDITOR = "editor"
    GUESS = "guess"


# What a row of `names.csv` names. Only people are treated otherwise than the rest.
KINDS = (
    "person",
    "place",
    "org",
    "department",
    "facility",
    "plan",
    "programme",
    "law",
    "event",
    "survey",
    "action",
    "media",
    "line",
    "station",
    "road",
    "school_kind",
    "column",
    "term",
)


@dataclass(frozen=True, slots=True)
class Name:
    """A row of `names.csv`: a Japanese name, its reading and its translations."""

    ja: str
    kana: str
    romaji: str
    translations: Mapping[str, str] = field(hash=False)
    kind: str
    reading: Standing
    source: str
    place: Place

    @property
    def sure_kana(self) -> str:
        """Its kana, if somebody is sure of them, of a person only by a source; else empty."""
        unsure = self.reading is Standing.GUESS or self.awaits_romanisation
        return "" if unsure else self.kana

    @property
    def awaits_romanisation(self) -> bool:
        """Whether this is a person whose reading nobody confirmed: shown in kanji in every language."""
        return self.kind == "person" and self.reading is not Standing.SOURCED


@dataclass(frozen=True, slots=True)
class Measure:
    """A row of `measures.yaml`: a label, its stable id, its translations and the unit of a bare cell."""

    label: str
    id: str
    translations: Mapping[str, str] = field(default_factory=dict, hash=False)
    unit: Unit | None = None
    place: Place = Place("")

    def runs(self, language: str) -> Runs:
        """The label; in Japanese, and marked so, where it has no translation."""
        return (Run(self.words(language), lang="ja" if self.missing(language) else ""),)

    def words(self, language: str) -> str:
        """The label as a language has it; the Japanese one where there is no translation."""
        return self.translations.get(language, self.label)

    def missing(self, language: str) -> bool:
        """Whether a label in a language is owed."""
        return language != "ja" and language not in self.translations and is_japanese(self.label)


@dataclass(frozen=True, slots=True)
class AvoidedWord:
    """A row of `wordings.csv`: a wording that the town avoids, what it writes instead, and why."""

    ja: str
    instead: str
    reason: str
    place: Place


@dataclass(frozen=True)
class Registers:
    """The registers by Japanese word; that of wordings is optional."""

    names: Mapping[str, Name] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    wordings: Mapping[str, AvoidedWord] = field(default_factory=dict)

    def explain(self, word: str) -> bool:
        """Whether a name or label has a row."""
        return word in self.names or word in self.measures

    def texts(self) -> Iterator[Text]:
        """Every row that says both languages, as a text: what a unit's forms are in one line."""
        for name in self.names.values():
            yield from _text(name.ja, name.translations.get("en", ""), name.place)
        for measure in self.measures.values():
            yield from _text(measure.label, measure.translations.get("en", ""), measure.place)
        for unit in self.units.values():
            words = (unit.one, unit.other, unit.head, unit.prefix)
            yield from _text(unit.sign, " / ".join(filter(None, words)), unit.place)

    def measure(self, label: str, place: Place) -> Measure:
        """What explains a label; an unexplained one, met at this place, stands for itself."""
        return self.measures.get(label) or Measure(label, label, place=place)


def _text(ja: str, en: str, place: Place) -> Iterator[Text]:
    if en:
        yield Text(ja, {"en": en}, place, places={"en": place})
