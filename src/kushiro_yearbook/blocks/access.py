"""The block `access`: how to get there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo

from kushiro_yearbook.blocks.base import Block, Line
from kushiro_yearbook.forms import (
    MANY,
    Form,
    IdentifierField,
    QuantityField,
    Rows,
    Shape,
    TextField,
    read_text,
    scalar,
)
from kushiro_yearbook.observations import Context, Observations
from kushiro_yearbook.registers import Measure
from kushiro_yearbook.text import TRANSLATIONS, Text

_NUMBERED_EXIT = re.compile(r"(\d+)番")


def _exit(value: object, info: ValidationInfo) -> Text:
    word = scalar(value)
    match = _NUMBERED_EXIT.fullmatch(word)
    if match is None:
        return read_text(value, info)
    return Text(word, dict.fromkeys(TRANSLATIONS, match[1]), word.place)


ExitField = Annotated[Text, PlainValidator(_exit), Shape("exit")]


class Route(Form):
    """One way: means, station, lines, exits and the walk from there."""

    id: IdentifierField | None = None
    by: TextField
    station: TextField
    lines: Annotated[tuple[TextField, ...], MANY] = ()
    exits: Annotated[tuple[ExitField, ...], MANY] = ()
    walk: QuantityField | None = None


class Access(Rows, Block):
    """Routes, printed as a list."""

    root: tuple[Route, ...]

    def texts(self) -> Iterator[Text]:
        """Every name on the way."""
        for route in self.root:
            yield from (route.by, route.station, *route.lines, *route.exits)

    def lines(self, language: str, words: Mapping[str, str]) -> Iterator[Line]:
        """Each route as a row, by its station."""
        del words
        for route in self.root:
            names = (route.by, *route.lines, *route.exits)
            said = (
                *(name.runs(language) for name in names),
                *([route.walk.runs(language)] if route.walk else ()),
            )
            yield Line((), said, f"access--{route.id}" if route.id else "", route.station.runs(language))

    def observations(self, context: Context) -> Observations:
        """The minutes on foot, route by route."""
        for route in self.root:
            if route.walk is not None:
                yield context.inside(route.id).observe(WALK, route.walk, route.place)


WALK = Measure("徒歩", "walk", {"en": "On foot"})
