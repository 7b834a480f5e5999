"""What a clerk writes of a section: heading, body, and what is kept apart from the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Annotated, Any, ClassVar

from pydantic import Field, PlainValidator, ValidationInfo, model_validator

from kushiro_yearbook import tree
from kushiro_yearbook.blocks.access import Access
from kushiro_yearbook.blocks.base import Block
from kushiro_yearbook.blocks.contact import Contact
from kushiro_yearbook.blocks.dates import Dates
from kushiro_yearbook.blocks.events import Events
from kushiro_yearbook.blocks.figures import Figures
from kushiro_yearbook.blocks.partners import Partners
from kushiro_yearbook.blocks.people import People
from kushiro_yearbook.blocks.publication import Publication
from kushiro_yearbook.blocks.table import Table
from kushiro_yearbook.date_reader import parse
from kushiro_yearbook.faults import Refused
from kushiro_yearbook.forms import (
    MANY,
    NOWHERE,
    AllowField,
    Form,
    FormerField,
    IdentifierField,
    MomentField,
    QuantityField,
    ScalarField,
    Shape,
    StatusField,
    TextField,
    YearField,
    read_text,
    registers,
    scalar,
    texts_of,
)
from kushiro_yearbook.inline import plain
from kushiro_yearbook.quantities import MISSING, STATUS_WORDS, Units, parse_quantity
from kushiro_yearbook.text import LANGUAGES, TRANSLATIONS, Text, Value

# The blocks in the order a section prints them; each has a field in `SectionForm` and a template of its name.
BLOCKS: dict[str, type[Block]] = {
    "dates": Dates,
    "figures": Figures,
    "table": Table,
    "events": Events,
    "publication": Publication,
    "people": People,
    "partners": Partners,
    "contact": Contact,
    "access": Access,
}


# What stands where an image says nothing of itself.
UNSAID = Text("", {}, NOWHERE)


def _said(value: object, info: ValidationInfo) -> Text:
    """A text that an image must have; raises `Refused` M09 where it is left out or empty."""
    japanese = value.get("ja") if isinstance(value, tree.Mapping) else value
    if value is UNSAID or (isinstance(japanese, tree.Scalar) and not japanese.strip()):
        raise Refused("M09", key=info.field_name or "")
    return read_text(value, info)


SaidField = Annotated[Text, PlainValidator(_said), Field(validate_default=True), Shape("text")]


class Image(Form):
    """A picture in a section; one that only decorates has no place in a yearbook."""

    file: ScalarField
    alt: SaidField = UNSAID
    credit: SaidField = UNSAID
    caption: TextField | None = None


class Layout(Form):
    """Sections printed as rows of a table: their headings, texts (with three heads) and values."""

    heads: tuple[TextField, ...] = Field(min_length=2, max_length=3)


class Remark(Form):
    """An editor's note on a doubtful statement of the source; never printed."""

    ja: ScalarField
    en: ScalarField | None = None
    at: ScalarField | None = None


def _stated(value: object, info: ValidationInfo) -> Text:
    """What a correction puts right: a bare number, date or missing value is told in English as well.

    Raises `Refused` Q02 for a number with a unit that the register lacks.
    """
    said = _value_of(value, registers(info).units) if isinstance(value, tree.Scalar) else None
    if said is None or not isinstance(value, tree.Scalar):
        return read_text(value, info)
    english = {language: plain(said.runs(language)) for language in TRANSLATIONS}
    return Text(value, english, value.place, named=True)


def _value_of(words: str, units: Units) -> Value | None:
    """The quantity, missing value or date that words are, if they are nothing else."""
    for status in MISSING:
        if words == STATUS_WORDS[status]["ja"]:
            return status
    with suppress(Refused):
        return parse(words)
    try:
        return parse_quantity(words, units)
    except Refused as refused:
        if refused.code == "Q02" and _UNIT.fullmatch(refused.words["value"]):
            raise
    return None


# Letters that are a unit alone: a longer run after a number is words, which someone has to translate.
_UNIT = re.compile("[一-龠々ァ-ヶー]{1,4}")


StatedField = Annotated[Text, PlainValidator(_stated), Shape("text")]


class Correction(Form):
    """What was mended after publication, told to the reader."""

    date: MomentField
    old: StatedField
    new: StatedField
    reason: TextField
    of: ScalarField | None = None


def _numbering(value: object, info: ValidationInfo) -> Text | None:
    """The pattern of the children's numbers, or None for `none`: no numbers at all."""
    return None if value == "none" else read_text(value, info)


def _seats(value: object) -> int:
    word = scalar(value)
    if not word.isascii() or not word.isdigit() or not 0 < int(word[:3]) < 100 or len(word) > 2:
        raise Refused("B12", value=word)
    return int(word)


class SectionForm(Form):
    """A section; every key optional."""

    short_forms: ClassVar[tuple[object, ...]] = (TextField,)

    # --- heading
    id: IdentifierField | None = None
    title: TextField | None = None
    mark: ScalarField | None = None
    numbering: Annotated[Text | None, PlainValidator(_numbering), Shape("text")] = Field(default=None)
    # --- qualifiers of the heading
    scope: TextField | None = None
    year: YearField | None = None
    as_of: MomentField | None = None
    held: QuantityField | None = None
    by: Annotated[tuple[TextField, ...], MANY] = ()
    status: StatusField | None = None
    # --- body
    text: TextField | None = None
    images: Annotated[tuple[Image, ...], MANY] = ()
    dates: Dates | None = None
    figures: Figures | None = None
    table: Table | None = None
    events: Events | None = None
    publication: Publication | None = None
    people: People | None = None
    # How many of these people can hold the office at once.
    seats: Annotated[int, PlainValidator(_seats), Shape("seats")] | None = None
    partners: Partners | None = None
    contact: Contact | None = None
    access: Access | None = None
    sections: tuple[SectionForm, ...] = ()
    layout: Layout | None = None
    combine: TextField | None = None
    notes: Annotated[tuple[TextField, ...], MANY] = ()
    source: TextField | None = None
    # --- apart, never printed in the text
    missing: TextField | None = None
    remark: Remark | None = None
    of: ScalarField | None = None
    formerly: Annotated[tuple[FormerField, ...], MANY] = ()
    allow: AllowField | None = None
    corrections: tuple[Correction, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _short_forms(cls, data: Any) -> Any:
        if isinstance(data, tree.Scalar):
            return _text_only(data)
        if isinstance(data, tree.Mapping) and data and set(data) <= set(LANGUAGES):
            return _text_only(data)
        return data

    @property
    def unnumbered_children(self) -> bool:
        """Whether the children take no numbers: laid out as rows, or `numbering: none`."""
        return self.layout is not None or ("numbering" in self.model_fields_set and self.numbering is None)

    def blocks(self) -> Iterator[tuple[str, Block]]:
        """Its blocks with their names, in printing order."""
        for name in BLOCKS:
            block = getattr(self, name)
            if block is not None:
                yield name, block

    def own_texts(self) -> Iterator[Text]:
        """Its texts but for those of blocks and of the sections in it."""
        heads = self.layout.heads if self.layout else ()
        singles = (self.title, self.scope, *self.by, self.text, *heads, *self.notes, self.source)
        yield from (text for text in singles if text)
        for image in self.images:
            yield from texts_of(image)
        for correction in self.corrections:
            yield from (correction.old, correction.new, correction.reason)


def _text_only(data: tree.Scalar | tree.Mapping) -> tree.Mapping:
    """An untitled item written as its bare words."""
    item = tree.Mapping.at(data.place)
    item[tree.Scalar.at("text", data.place)] = data
    return item
