"""The block `publication`: a periodical, book or broadcast."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kushiro_yearbook.blocks.base import Block, Line
from kushiro_yearbook.forms import Form, QuantityField, TextField, WhenField
from kushiro_yearbook.observations import Context, Observations
from kushiro_yearbook.registers import Measure
from kushiro_yearbook.text import Text


class Publication(Form, Block):
    """How something is published; every field optional."""

    format: TextField | None = None
    pages: QuantityField | None = None
    issued: WhenField | None = None
    copies: QuantityField | None = None
    on: TextField | None = None
    distribution: TextField | None = None

    @property
    def only_issued(self) -> bool:
        """Whether all that is known is when it comes out."""
        return self.model_fields_set == {"issued"}

    def texts(self) -> Iterator[Text]:
        """Format, station and distribution."""
        yield from (text for text in (self.format, self.on, self.distribution) if text)

    def prose(self) -> Iterator[Text]:
        """How it is handed out."""
        yield from [self.distribution] if self.distribution else ()

    def lines(self, language: str, words: Mapping[str, str]) -> Iterator[Line]:
        """How it is published."""
        del words
        values = (self.format, self.pages, self.on, self.issued, self.copies, self.distribution)
        yield Line((), tuple(value.runs(language) for value in values if value))

    def observations(self, context: Context) -> Observations:
        """Pages and copies."""
        for label, id_, quantity in (("ページ数", "pages", self.pages), ("部数", "copies", self.copies)):
            if quantity is not None:
                yield context.observe(Measure(label, id_, {"en": id_.capitalize()}), quantity, self.place)
