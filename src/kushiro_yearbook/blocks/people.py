"""The block `people`: holders of an office with their terms, or a list of names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import PlainValidator, model_validator

from kushiro_yearbook import eras, tree
from kushiro_yearbook.blocks.base import Block, Line, row_ids
from kushiro_yearbook.date_reader import parse
from kushiro_yearbook.faults import Refused
from kushiro_yearbook.forms import Form, NameField, Rows, Shape, scalar
from kushiro_yearbook.text import Text


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of office one holder served, first to last: 2～5."""

    first: int
    last: int

    def shown(self, language: str) -> str:
        """`初` for the first term in Japanese, numbers otherwise."""
        if self.first == self.last:
            return "初" if language == "ja" and self.first == 1 else str(self.first)
        return f"{self.first}～{self.last}" if language == "ja" else f"{self.first}–{self.last}"


_TERMS = re.compile(r"([1-9]\d{0,2})(?:[～〜~]([1-9]\d{0,2}))?")


def _terms(value: object) -> Terms:
    word = scalar(value)
    match = _TERMS.fullmatch(word)
    if match is None:
        raise Refused("B05", value=word)
    return Terms(int(match[1]), int(match[2] or match[1]))


def _period(value: object) -> eras.Period:
    when = parse(scalar(value))
    if not isinstance(when, eras.Period):
        raise Refused("B06", value=str(value))
    return when


class Person(Form):
    """A name, with the terms and period of an office where there is one."""

    short_forms: ClassVar[tuple[object, ...]] = (Annotated[Text, Shape("name")],)

    name: NameField
    number: Annotated[Terms, PlainValidator(_terms), Shape("terms")] | None = None
    term: Annotated[eras.Period, PlainValidator(_period), Shape("period")] | None = None

    @model_validator(mode="before")
    @classmethod
    def _bare_name(cls, data: Any) -> Any:
        if isinstance(data, tree.Scalar):
            mapping = tree.Mapping.at(data.place)
            mapping[tree.Scalar.at("name", data.place)] = data
            return mapping
        return data


class People(Rows, Block):
    """People in the order written: a table of terms, or a list of names."""

    root: tuple[Person, ...]

    @property
    def have_terms(self) -> bool:
        """Whether they held an office for a time."""
        return any(person.term for person in self.root)

    @property
    def have_numbers(self) -> bool:
        """Whether their terms are counted."""
        return any(person.number for person in self.root)

    @property
    def await_romanisation(self) -> bool:
        """Whether any name stays in kanji."""
        return any(person.name.kanji_only for person in self.root)

    @property
    def row_ids(self) -> tuple[str, ...]:
        """The id of each row below the table's: the name as it is written."""
        return row_ids(person.name.ja for person in self.root)

    def lines(self, language: str, words: Mapping[str, str]) -> Iterator[Line]:
        """Each holder of an office as a row; a list of names together."""
        del words
        for person, id_ in zip(self.root, self.row_ids, strict=True):
            name = person.name.runs(language)
            if self.have_terms:
                term = (person.term.runs(language),) if person.term else ()
                yield Line((), term, f"people--{id_}", name)
            else:
                yield Line((), (name,))

    def texts(self) -> Iterator[Text]:
        """The names."""
        return (person.name for person in self.root)
