"""The block `partners`: sister cities, ports and wetlands, and friendship cities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import Field, PlainValidator

from kushiro_yearbook import eras
from kushiro_yearbook.blocks.base import Block, Line
from kushiro_yearbook.blocks.citing import Citing
from kushiro_yearbook.blocks.events import Events
from kushiro_yearbook.blocks.figures import Figure
from kushiro_yearbook.date_reader import parse
from kushiro_yearbook.faults import Refused
from kushiro_yearbook.forms import (
    MANY,
    Form,
    IdentifierField,
    Rows,
    Shape,
    TextField,
    YearField,
    choice,
    scalar,
)
from kushiro_yearbook.inline import Runs, joined, line
from kushiro_yearbook.observations import Context, Observations
from kushiro_yearbook.positions import PositionField
from kushiro_yearbook.registers import Measure
from kushiro_yearbook.text import NOTHING, Scope, Text, Value


class PartnerType(StrEnum):
    """What kind of place the town is tied to."""

    CITY = "city"
    PORT = "port"
    WETLAND = "wetland"
    FRIENDSHIP_CITY = "friendship-city"


def _day(value: object) -> eras.Day:
    when = parse(scalar(value))
    if not isinstance(when, eras.Day):
        raise Refused("B08", value=str(value))
    return when


@dataclass(frozen=True, slots=True)
class Anniversary:
    """How many years after the affiliation a day is, to the day."""

    years: int
    day: eras.Day


class Exchange(Form, Block):
    """What was exchanged in one year."""

    year: YearField
    text: TextField | None = None
    events: Events | None = None

    def texts(self) -> Iterator[Text]:
        """What is told of the year as a whole."""
        if self.text:
            yield self.text


class Partner(Citing):
    """One partner; all but what it is and since when optional."""

    id: IdentifierField
    type: Annotated[PartnerType, PlainValidator(choice(PartnerType)), Shape("partner_type")]
    name: TextField
    in_: Annotated[tuple[TextField, ...], MANY] = Field(default=(), alias="in")
    agreed: Annotated[eras.Day, PlainValidator(_day), Shape("day")]
    origin: TextField | None = None
    profile: TextField | None = None
    population: Figure | None = None
    position: PositionField | None = None
    exchange: Exchange | None = None
    formerly: Annotated[tuple[IdentifierField, ...], MANY] = ()

    @property
    def sentences(self) -> tuple[Text | None, ...]:
        """How it came about, and what it is."""
        return (self.origin, self.profile)

    def values(self) -> Mapping[str, Value]:
        """Its own values, its day of affiliation and its population."""
        population = {POPULATION.label: self.population} if self.population else {}
        return {"agreed": self.agreed, **super().values(), **population}

    def bind(self, scope: Scope) -> None:
        """Put its own values before the section's, and hand them on to its events."""
        super().bind(scope)
        if self.exchange and self.exchange.events:
            self.exchange.events.bind(self.scope)

    def anniversary(self, during: eras.Year | eras.FiscalYear) -> Anniversary | None:
        """The anniversary that falls in a year; none before the first, nor of 29 February in common years."""
        try:
            day = eras.MonthDay(self.agreed.month, self.agreed.day).in_year(during)
        except Refused:
            return None
        years = day.year - self.agreed.year
        return Anniversary(years, day) if years > 0 else None

    def where(self, language: str) -> Runs:
        """Country and region, from the larger in Japanese and to it in English."""
        places = [place.runs(language) for place in self.in_]
        return joined(places, "、") if language == "ja" else joined(reversed(places), ", ")

    def lines(self, language: str, words: Mapping[str, str]) -> Iterator[Line]:
        """All that its own page tells of it, but for its name."""
        texts = [text.runs(language, self.scope) for text in (self.origin, self.profile) if text]
        figures = [self.population.runs(language)] if self.population else []
        kind = line(words[f"partner_type_{self.type}"])
        yield Line((kind,), (self.where(language), self.agreed.runs(language), *figures, *texts))
        for block in (self.dates, self.figures):
            yield from block.lines(language, words) if block else ()
        if self.exchange:
            told = [self.exchange.text.runs(language, self.scope)] if self.exchange.text else []
            yield Line((), (self.exchange.year.runs(language), *told))
            for event in self.exchange.events.root if self.exchange.events else ():
                yield Line((), tuple(event.told(language)))

    def every_figure(self) -> Iterator[tuple[Measure, Figure]]:
        """Its population, its figures and those of its exchange."""
        yield from [(POPULATION, self.population)] if self.population else ()
        yield from self.figures.root.items() if self.figures else ()
        for event in self.exchange.events.root if self.exchange and self.exchange.events else ():
            yield from event.figures.root.items() if event.figures else ()

    def labels(self) -> Iterator[Measure]:
        """The labels of its values and of its events' values."""
        yield from super().labels()
        for event in self.exchange.events.root if self.exchange and self.exchange.events else ():
            yield from event.labels()

    def texts(self) -> Iterator[Text]:
        """Everything told of it, but for its events."""
        parts = (self.name, *self.in_, self.origin, self.profile)
        yield from (text for text in parts if text)
        for block in (self.population, self.dates, self.figures, self.exchange):
            if block:
                yield from block.texts()

    def prose(self) -> Iterator[Text]:
        """What is told of it and of its exchange in sentences."""
        exchange = self.exchange
        sentences = (self.origin, self.profile, exchange.text if exchange else None)
        yield from (text for text in sentences if text)
        yield from exchange.events.prose() if exchange and exchange.events else ()

    def scoped_texts(self) -> Iterator[tuple[Text, Scope]]:
        """Its texts and its events' texts, each with what it may cite."""
        yield from ((text, self.scope) for text in self.texts())
        if self.exchange and self.exchange.events:
            yield from self.exchange.events.scoped_texts(self.scope)

    def observations(self, context: Context) -> Observations:
        """Its population and the figures told of it and its exchange."""
        context = context.inside(self.id)
        if self.population:
            yield from self.population.observations(POPULATION, context)
        if self.figures:
            yield from self.figures.observations(context)
        if self.exchange and self.exchange.events:
            yield from self.exchange.events.observations(context.at(self.exchange.year))


POPULATION = Measure("人口", "population", {"en": "Population"})


class Partners(Rows, Block):
    """Partners in the order written; each also has a page of its own."""

    root: tuple[Partner, ...]

    def lines(self, language: str, words: Mapping[str, str]) -> Iterator[Line]:
        """Their names; the rest is found on the page of each."""
        del words
        yield Line(tuple(partner.name.runs(language) for partner in self.root), ())

    def texts(self) -> Iterator[Text]:
        """Everything told of all partners."""
        return (text for text, _ in self.scoped_texts(NOTHING))

    def labels(self) -> Iterator[Measure]:
        """The labels of each partner's values."""
        for partner in self.root:
            yield from partner.labels()

    def prose(self) -> Iterator[Text]:
        """What is told of the partners in sentences."""
        for partner in self.root:
            yield from partner.prose()

    def scoped_texts(self, scope: Scope) -> Iterator[tuple[Text, Scope]]:
        """Each partner's texts with the partner's own scope."""
        del scope
        for partner in self.root:
            yield from partner.scoped_texts()

    def bind(self, scope: Scope) -> None:
        """Each partner cites its own values first."""
        for partner in self.root:
            partner.bind(scope)

    def observations(self, context: Context) -> Observations:
        """Populations and figures of all partners."""
        for partner in self.root:
            yield from partner.observations(context)
