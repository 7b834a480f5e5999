"""The block `dates`: what happened or holds when, label by label."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar

from pydantic import model_validator

from kushiro_yearbook import tree
from kushiro_yearbook.blocks.base import Block, Line, in_words
from kushiro_yearbook.forms import MANY, Form, LabelField, Rows, Shape, TextField, WhenField
from kushiro_yearbook.inline import Runs, line
from kushiro_yearbook.registers import Measure
from kushiro_yearbook.text import LANGUAGES, Text, Value


class Dating(Form):
    """One or more dates, who did it, or words where no date can say it."""

    short_forms: ClassVar[tuple[object, ...]] = (
        Annotated[tuple[WhenField, ...], MANY],
        Annotated[Text, Shape("text_by_language")],
    )

    when: Annotated[tuple[WhenField, ...], MANY] = ()
    by: Annotated[tuple[TextField, ...], MANY] = ()
    words: TextField | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_forms(cls, data: Any) -> Any:
        if isinstance(data, tree.Scalar | tree.Sequence):
            return _wrapped("when", data)
        if isinstance(data, tree.Mapping) and not data.keys().isdisjoint(LANGUAGES):
            return _wrapped("words", data)
        return data

    def runs(self, language: str) -> Runs:
        """The dates as a list; then who, in words of the language."""
        whens = in_words([when.runs(language) for when in self.when], language)
        by = in_words([name.runs(language) for name in self.by], language)
        if by and whens:
            by = line("（", by, "）") if language == "ja" else line(" (", by, ")")
        words = self.words.runs(language) if self.words else ()
        return (*whens, *by, *words)

    def bare(self, language: str) -> Runs:
        """As `runs`: a date has no unit to leave off."""
        return self.runs(language)

    def texts(self) -> Iterator[Text]:
        """Its words and names."""
        yield from self.by
        if self.words:
            yield self.words


class Dates(Rows, Block):
    """Dates by label; printed as a list of terms."""

    root: dict[LabelField, Dating]

    def texts(self) -> Iterator[Text]:
        """Words and names of all dates."""
        for dating in self.root.values():
            yield from dating.texts()

    def labels(self) -> Iterator[Measure]:
        """What each date is the date of."""
        yield from self.root

    def lines(self, language: str, words: Mapping[str, str]) -> Iterator[Line]:
        """Each dating with its label."""
        del words
        for measure, dating in self.root.items():
            yield Line((measure.runs(language),), (dating.runs(language),))

    def values(self) -> Mapping[str, Value]:
        """Each dating by its label."""
        return {measure.label: dating for measure, dating in self.root.items()}


def _wrapped(key: str, value: tree.Scalar | tree.Sequence | tree.Mapping) -> tree.Mapping:
    """A short form as the mapping it stands for, at the same place."""
    mapping = tree.Mapping.at(value.place)
    mapping[tree.Scalar.at(key, value.place)] = value
    return mapping
