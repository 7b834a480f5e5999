"""The figures of an edition, each with the way to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kushiro_yearbook.blocks.access import WALK
from kushiro_yearbook.blocks.events import Event, Events
from kushiro_yearbook.blocks.figures import Figure
from kushiro_yearbook.blocks.partners import Partner
from kushiro_yearbook.blocks.table import Table
from kushiro_yearbook.comparing.sight import Way
from kushiro_yearbook.comparing.ways import Named, Step, written
from kushiro_yearbook.faults import Place
from kushiro_yearbook.inline import plain
from kushiro_yearbook.load.settle import Names
from kushiro_yearbook.model import Edition, Section
from kushiro_yearbook.observations import Observation
from kushiro_yearbook.registers import Measure


@dataclass(frozen=True)
class Located:
    """An observation with the steps to it, the outermost first; its key follows its page where that moved."""

    observation: Observation
    way: tuple[Step, ...]
    key: Way

    @property
    def place(self) -> Place:
        """Where it is written."""
        return self.observation.place

    @property
    def name(self) -> Way:
        """Its page, the way to it, and its label."""
        return (*self.key[:2], *written(self.way), self.observation.measure.label)

    @property
    def value(self) -> tuple[str, ...]:
        """What is counted, or why it is missing."""
        quantity, unit = self.observation.quantity, self.observation.unit
        sign = unit.sign if unit else ""
        return (plain(quantity.runs("ja")), sign) if quantity else (self.observation.status, sign)

    @property
    def said(self) -> tuple[str, ...]:
        """All that pages say of it but its label."""
        time = self.observation.time
        return (*self.value, plain(time.runs("ja")) if time else "", self.observation.status)


def figures(edition: Edition, moves: Mapping[Way, Way]) -> list[Located]:
    """The figures of an edition, one a key; `moves` are the keys of pages that have others now."""
    found: dict[Way, Located] = {}
    for department in edition.departments:
        for section in department.sections:
            for observation, way in _below(section, ()):
                key = observation.key
                moved = (*moves.get(key[:2], key[:2]), *key[2:])
                found.setdefault(moved, Located(observation, way, moved))
    return list(found.values())


def _below(section: Section, above: tuple[Section, ...]) -> Iterator[tuple[Observation, tuple[Step, ...]]]:
    way = (*above, section)
    whose = dict(_whose(section))
    for observation in section.own_observations():
        yield observation, (*way, *whose.get((observation.place, observation.measure.label), ()))
    for child in section.sections:
        yield from _below(child, way)


# A figure by its place and label, and what it belongs to.
Belonging = tuple[tuple[Place, str], tuple[Named, ...]]


def _whose(section: Section) -> Iterator[Belonging]:
    form = section.form
    yield from _in_table(form.table) if form.table else ()
    yield from _in_figures((), form.figures.root.items()) if form.figures else ()
    yield from _in_events((), form.events)
    for partner in form.partners.root if form.partners else ():
        yield from _in_partner(partner)
    for route in form.access.root if form.access else ():
        yield (route.place, WALK.label), (route.station, Names(route.lines))


def _in_table(table: Table) -> Iterator[Belonging]:
    for row in table.grid:
        whose: tuple[Named, ...] = (row.heading,) if row.heading else ()
        cells = zip(table.measures, row.cells, strict=True)
        yield from (((cell.place, measure.label), whose) for measure, cell in cells)


def _in_figures(whose: tuple[Named, ...], figures: Iterable[tuple[Measure, Figure]]) -> Iterator[Belonging]:
    for measure, figure in figures:
        yield (figure.place, measure.label), whose
        yield from (((figure.place, part.label), (*whose, measure)) for part in figure.parts)


def _in_events(whose: tuple[Named, ...], events: Events | None) -> Iterator[Belonging]:
    for event in events.root if events else ():
        if event.figures:
            yield from _in_figures((*whose, *_called(event)), event.figures.root.items())


def _called(event: Event) -> tuple[Named, ...]:
    """What an event is known by."""
    called = event.about or event.when
    return (called,) if called else ()


def _in_partner(partner: Partner) -> Iterator[Belonging]:
    own = [(measure, figure) for measure, figure in partner.every_figure()]
    yield from _in_figures((partner.name,), own)
    yield from _in_events((partner.name,), partner.exchange.events if partner.exchange else None)
