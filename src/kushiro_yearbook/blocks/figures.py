"""The block `figures`: numbers with their units, label by label."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import model_validator

from kushiro_yearbook import tree
from kushiro_yearbook.blocks.base import Block, Line
from kushiro_yearbook.forms import (
    MANY,
    AllowField,
    FlagField,
    Form,
    IdentifierField,
    LabelField,
    MomentField,
    QuantityField,
    Rows,
    ScalarField,
    StatusField,
    TextField,
    YearField,
)
from kushiro_yearbook.inline import Runs, joined
from kushiro_yearbook.observations import Context, Observations
from kushiro_yearbook.quantities import Status
from kushiro_yearbook.registers import Measure
from kushiro_yearbook.text import Text, Value


class Figure(Form):
    """A number; usually written short (`19事業`), long where there is more to say of it."""

    short_forms: ClassVar[tuple[object, ...]] = (Annotated[tuple[QuantityField, ...], MANY],)

    value: Annotated[tuple[QuantityField, ...], MANY]
    id: IdentifierField | None = None
    year: YearField | None = None
    as_of: MomentField | None = None
    status: StatusField = Status.NORMAL
    note: TextField | None = None
    of: TextField | None = None
    counts: ScalarField | None = None
    breakdown: dict[LabelField, QuantityField] | None = None
    rounded: FlagField = False
    outcomes: dict[LabelField, QuantityField] | None = None
    # Faults accepted here, by code, with the reason.
    allow: AllowField | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, data: Any) -> Any:
        if isinstance(data, tree.Scalar | tree.Sequence):
            mapping = tree.Mapping.at(data.place)
            mapping[tree.Scalar.at("value", data.place)] = data
            return mapping
        return data

    @property
    def parts(self) -> Mapping[Measure, QuantityField]:
        """What stands below the value, whether it must add up or not."""
        return self.breakdown or self.outcomes or {}

    @property
    def sum(self) -> Decimal:
        """What the parts of the breakdown add up to."""
        return sum((quantity.value for quantity in (self.breakdown or {}).values()), Decimal(0))

    @property
    def off_by_rounding(self) -> bool:
        """Whether readers must be told that the breakdown does not add up because it is rounded."""
        return self.rounded and self.breakdown is not None and self.sum != self.value[0].value

    def runs(self, language: str) -> Runs:
        """The quantities as a sentence cites them."""
        return _together([quantity.runs(language) for quantity in self.value], language)

    def bare(self, language: str) -> Runs:
        """The numbers alone."""
        return _together([quantity.bare(language) for quantity in self.value], language)

    def beside_label(self, language: str) -> Runs:
        """The quantities after their label."""
        return _together([quantity.beside_label(language) for quantity in self.value], language)

    def told(self, language: str) -> Iterator[Runs]:
        """Its quantities, when they hold, whose they are, and its note."""
        yield self.runs(language)
        yield from (when.runs(language) for when in (self.as_of, self.year) if when)
        yield from (text.runs(language) for text in self.texts())

    def texts(self) -> Iterator[Text]:
        """Its note and whose it is."""
        yield from (text for text in (self.of, self.note) if text)

    def observations(self, measure: Measure, context: Context) -> Observations:
        """The figure, one observation a quantity, and its parts below its own key."""
        context = context.at(self.as_of or self.year).marked(self.status)
        keyed = context.inside(self.id)
        for quantity in self.value:
            unit = quantity.unit.id if quantity.unit and len(self.value) > 1 else None
            yield keyed.inside(unit).observe(measure, quantity, self.place)
        for part, quantity in self.parts.items():
            yield keyed.inside(measure.id).observe(part, quantity, self.place)


def _together(quantities: list[Runs], language: str) -> Runs:
    """Quantities of one thing in different units; `and` would add them up."""
    return joined(quantities, "、" if language == "ja" else ", ")


class Figures(Rows, Block):
    """Figures by label; printed as a list of terms, with their parts as a table."""

    root: dict[LabelField, Figure]

    def texts(self) -> Iterator[Text]:
        """Notes of all figures."""
        for figure in self.root.values():
            yield from figure.texts()

    def labels(self) -> Iterator[Measure]:
        """The label of each figure, then those of its parts."""
        for measure, figure in self.root.items():
            yield from (measure, *figure.parts)

    def lines(self, language: str, words: Mapping[str, str]) -> Iterator[Line]:
        """Each figure with its label; its parts are rows of a table."""
        del words
        for measure, figure in self.root.items():
            yield Line((measure.runs(language),), tuple(figure.told(language)))
            for part, quantity in figure.parts.items():
                said = (quantity.runs(language),)
                yield Line((), said, f"{measure.id}--{part.id}", part.runs(language))

    def values(self) -> Mapping[str, Value]:
        """Each figure by its label, and each part."""
        found: dict[str, Value] = {}
        for measure, figure in self.root.items():
            found |= {part.label: quantity for part, quantity in figure.parts.items()}
            found[measure.label] = figure
        return found

    def observations(self, context: Context) -> Observations:
        """Every number."""
        for measure, figure in self.root.items():
            yield from figure.observations(measure, context)
