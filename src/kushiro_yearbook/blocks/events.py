"""The block `events`: what was done when, about what, to whom."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import PrivateAttr

from kushiro_yearbook.blocks.base import Block, cited_in, unsaid
from kushiro_yearbook.blocks.dates import Dates, Dating
from kushiro_yearbook.blocks.figures import Figure, Figures
from kushiro_yearbook.forms import MANY, Form, IdentifierField, Rows, TextField, WhenField
from kushiro_yearbook.observations import Context, Observations
from kushiro_yearbook.registers import Measure
from kushiro_yearbook.text import NOTHING, Scope, Text, Value


class Event(Form):
    """One doing, told by its parts or by a sentence."""

    # Needed only where figures of two events would have one key.
    id: IdentifierField | None = None
    when: WhenField | None = None
    about: TextField | None = None
    to: Annotated[tuple[TextField, ...], MANY] = ()
    did: TextField | None = None
    text: TextField | None = None
    dates: Dates | None = None
    figures: Figures | None = None

    _scope: Scope = PrivateAttr(default=NOTHING)

    @property
    def scope(self) -> Scope:
        """What its sentence may cite."""
        return self._scope

    def bind(self, scope: Scope) -> None:
        """Put its own values before those of what it stands in."""
        self._scope = ChainMap(dict(self._own_values()), dict(scope))

    def _own_values(self) -> Mapping[str, Value]:
        dates = self.dates.values() if self.dates else {}
        figures = self.figures.values() if self.figures else {}
        return {**dates, **figures}

    def listed_dates(self, language: str) -> Mapping[Measure, Dating]:
        """The dates that its sentence does not cite."""
        return unsaid(self.dates.root if self.dates else {}, cited_in((self.about, self.text), language))

    def listed_figures(self, language: str) -> Mapping[Measure, Figure]:
        """The figures that its sentence does not cite."""
        return unsaid(self.figures.root if self.figures else {}, cited_in((self.about, self.text), language))

    @property
    def tells_more(self) -> bool:
        """Whether there is more to print than its date and parts."""
        return bool(self.text or self.dates or self.figures)

    def labels(self) -> Iterator[Measure]:
        """The labels of its values."""
        yield from self.dates.root if self.dates else ()
        yield from self.figures.root if self.figures else ()

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
    def tell_more(self) -> bool:
        """Whether any event has more to print than its date and parts."""
        return any(event.tells_more for event in self.root)

    def has(self, part: str) -> bool:
        """Whether any event tells a part, so that its column is needed."""
        return any(getattr(event, part) for event in self.root)

    def texts(self) -> Iterator[Text]:
        """Everything the events say."""
        for event in self.root:
            yield from event.texts()

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
