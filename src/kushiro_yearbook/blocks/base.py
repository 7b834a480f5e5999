"""What every block answers for itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kushiro_yearbook.inline import Runs, joined
from kushiro_yearbook.observations import Context, Observations
from kushiro_yearbook.text import Scope, Text, Value


class Block:
    """Typed content of a section: its texts, its observations, and the values that sentences may cite."""

    def texts(self) -> Iterator[Text]:
        """Every text it shows."""
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

    def scoped_texts(self, scope: Scope) -> Iterator[tuple[Text, Scope]]:
        """Every text with the values it may cite."""
        return ((text, scope) for text in self.texts())


def in_words(items: list[Runs], language: str) -> Runs:
    """A list as a sentence has it: A、B、C, or A, B and C."""
    if language == "ja" or len(items) < 2:
        return joined(items, "、")
    return joined([joined(items[:-1], ", "), items[-1]], " and ")
