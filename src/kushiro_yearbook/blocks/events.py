"""The block `events`: what was done when, about what, to whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

from kushiro_yearbook.blocks.base import Block, Line, row_ids
from kushiro_yearbook.blocks.citing import Citing
from kushiro_yearbook.forms import MANY, IdentifierField, Rows, TextField, WhenField
from kushiro_yearbook.inline import Runs, plain
from kushiro_yearbook.observations import Context, Observations
from kushiro_yearbook.registers import Measure
from kushiro_yearbook.text import Scope, Text


class Event(Citing):
    """One doing, told by its parts or by a sentence."""

    id: IdentifierField | None = None
    when: WhenField | None = None
    about: TextField | None = None
    to: Annotated[tuple[TextField, ...], MANY] = ()
    did: TextField | None = None
    text: TextField | None = None

    @property
    def sentences(self) -> tuple[Text | None, ...]:
        """Its subject and its sentence."""
        return (self.about, self.text)

    def tells_more(self, language: str) -> bool:
        """Whether there is more to print than its date and parts."""
        return bool(self.text or self.listed_dates(language) or self.listed_figures(language))

    def told(self, language: str) -> Iterator[Runs]:
        """All that it says, in the order of its table."""
        yield from [self.when.runs(language)] if self.when else ()
        yield from [self.about.runs(language, self.scope)] if self.about else ()
        yield from (name.runs(language) for name in self.to)
        yield from (text.runs(language, self.scope) for text in (self.did, self.text) if text)
        for block in (self.dates, self.figures):
            for line in block.lines(language, {}) if block else ():
                yield from (*line.heads, *line.words)

    def texts(self) -> Iterator[Text]:
        """Everything it says."""
        yield from (text for text in (self.about, *self.to, self.did, self.text) if text)
        for block in (self.dates, self.figures):
            if block:
                yield from block.texts()

    def observations(self, context: Context) -> Observations:
        """Its figures, at its time."""
        if self.figures:
            yield from self.figures.observations(context.inside(self.id).at(self.when))


class Events(Rows, Block):
    """Events in the order they are written; told by parts they print as a table, else as a list."""

    root: tuple[Event, ...]

    @property
    def tabular(self) -> bool:
        """Whether they are told by parts rather than in sentences."""
        return any(event.about or event.to or event.did for event in self.root)

    @property
    def row_ids(self) -> tuple[str, ...]:
        """The id of each row below the table's: its own, or when it was."""
        whens = (event.id or (plain(event.when.runs("ja")) if event.when else "row") for event in self.root)
        return row_ids(whens)

    def lines(self, language: str, words: Mapping[str, str]) -> Iterator[Line]:
        """Each event; those told by parts are rows of a table."""
        del words
        for event, id_ in zip(self.root, self.row_ids, strict=True):
            yield Line((), tuple(event.told(language)), f"events--{id_}" if self.tabular else "")

    def tell_more(self, language: str) -> bool:
        """Whether any event has more to print than its date and parts."""
        return any(event.tells_more(language) for event in self.root)

    def has(self, part: str) -> bool:
        """Whether any event tells a part, so that its column is needed."""
        return any(getattr(event, part) for event in self.root)

    def texts(self) -> Iterator[Text]:
        """Everything the events say."""
        for event in self.root:
            yield from event.texts()

    def labels(self) -> Iterator[Measure]:
        """The labels of each event's values."""
        for event in self.root:
            yield from event.labels()

    def prose(self) -> Iterator[Text]:
        """The sentences of the events."""
        yield from (event.text for event in self.root if event.text)

    def scoped_texts(self, scope: Scope) -> Iterator[tuple[Text, Scope]]:
        """Each event's texts with the event's own scope."""
        del scope
        for event in self.root:
            yield from ((text, event.scope) for text in event.texts())

    def bind(self, scope: Scope) -> None:
        """Each event cites its own values first."""
        for event in self.root:
            event.bind(scope)

    def observations(self, context: Context) -> Observations:
        """Figures of the events."""
        for event in self.root:
            yield from event.observations(context)
