"""What an event and a partner have in common: values of their own, and sentences that cite them."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping, MutableMapping
from typing import cast

from pydantic import PrivateAttr

from kushiro_yearbook.blocks.base import cited_in, unsaid
from kushiro_yearbook.blocks.dates import Dates, Dating
from kushiro_yearbook.blocks.figures import Figure, Figures
from kushiro_yearbook.forms import AllowField, Form
from kushiro_yearbook.registers import Measure
from kushiro_yearbook.text import NOTHING, Scope, Text, Value


class Citing(Form):
    """A form that may hold dates and figures, which its own sentences cite before any others."""

    dates: Dates | None = None
    figures: Figures | None = None
    # Faults accepted here, by code, with the reason.
    allow: AllowField | None = None

    _scope: Scope = PrivateAttr(default=NOTHING)

    @property
    def scope(self) -> Scope:
        """What its sentences may cite."""
        return self._scope

    @property
    def sentences(self) -> tuple[Text | None, ...]:
        """The texts that cite."""
        return ()

    def values(self) -> Mapping[str, Value]:
        """Its own values by the label that cites them."""
        dates = self.dates.values() if self.dates else {}
        figures = self.figures.values() if self.figures else {}
        return {**dates, **figures}

    def bind(self, scope: Scope) -> None:
        """Put its own values before those of what it stands in."""
        # One below the other: to copy all of a section's values for each of its events takes too long.
        self._scope = ChainMap(dict(self.values()), cast("MutableMapping[str, Value]", scope))

    def listed_dates(self, language: str) -> Mapping[Measure, Dating]:
        """The dates that no sentence cites."""
        return unsaid(self.dates.root if self.dates else {}, cited_in(self.sentences, language))

    def listed_figures(self, language: str) -> Mapping[Measure, Figure]:
        """The figures that no sentence cites."""
        return unsaid(self.figures.root if self.figures else {}, cited_in(self.sentences, language))

    def labels(self) -> Iterator[Measure]:
        """The labels of its values."""
        yield from self.dates.root if self.dates else ()
        yield from self.figures.root if self.figures else ()
