"""What every block answers for itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from kushiro_yearbook.inline import Runs, joined
from kushiro_yearbook.observations import Context, Observations
from kushiro_yearbook.registers import Measure
from kushiro_yearbook.text import Scope, Text, Value, cited_label

Kind = TypeVar("Kind")


class Line(NamedTuple):
    """A line of a block, for search: its heads, its words, the id and heading of its row if it has one."""

    heads: tuple[Runs, ...]
    words: tuple[Runs, ...]
    row: str = ""
    title: Runs = ()


class Block:
    """Typed content of a section: its texts, its observations, and the values that sentences may cite."""

    def texts(self) -> Iterator[Text]:
        """Every text it shows."""
        yield from ()

    def labels(self) -> Iterator[Measure]:
        """Every label it shows, for which other languages need words."""
        yield from ()

    def prose(self) -> Iterator[Text]:
        """Those of its texts that print as paragraphs of their own."""
        yield from ()

    def observations(self, context: Context) -> Observations:
        """Every number it shows."""
        del context
        yield from ()

    def values(self) -> Mapping[str, Value]:
        """Its values by the label that cites them."""
        return {}

    def bind(self, scope: Scope) -> None:
        """Take the values that its own sentences may cite."""
        del scope

    def lines(self, language: str, words: Mapping[str, str]) -> Iterator[Line]:
        """What it says line by line, in a language with its interface words."""
        del language, words
        yield from ()

    def scoped_texts(self, scope: Scope) -> Iterator[tuple[Text, Scope]]:
        """Every text with the values it may cite."""
        return ((text, scope) for text in self.texts())


def row_ids(names: Iterable[str]) -> tuple[str, ...]:
    """An id for each row that does not change with its place; what stands there twice is counted."""
    ids: list[str] = []
    for name in names:
        bare = "-".join(name.split())
        seen = sum(known == bare or known.startswith(f"{bare}-again") for known in ids)
        ids.append(f"{bare}-again{seen}" if seen else bare)
    return tuple(ids)


def cited_in(texts: Iterable[Text | None], language: str) -> frozenset[str]:
    """The labels that some sentences cite, as readers of a language see them."""
    found = (pair for text in texts if text for pair in text.citations(language))
    return frozenset(cited_label(name) for name, _ in found)


def unsaid(values: Mapping[Measure, Kind], said: frozenset[str]) -> Mapping[Measure, Kind]:
    """The values that no sentence has cited yet, which are printed as a list."""
    return {measure: value for measure, value in values.items() if measure.label not in said}


def cited_notes(values: Mapping[Measure, Kind], said: frozenset[str]) -> list[Text]:
    """The notes of figures that a sentence cites, which are told below it."""
    cited = (value for measure, value in values.items() if measure.label in said)
    return [note for value in cited if (note := getattr(value, "note", None)) is not None]


def in_words(items: list[Runs], language: str) -> Runs:
    """A list as a sentence has it: A、B、C, or A, B and C."""
    if language == "ja" or len(items) < 2:
        return joined(items, "、")
    return joined([joined(items[:-1], ", "), items[-1]], " and ")
