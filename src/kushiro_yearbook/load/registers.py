"""The registers from their files: `names.csv`, `units.yaml`, `measures.yaml`, `wordings.csv`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as AnyMapping
from decimal import Decimal
from math import prod
from typing import Annotated, Literal

from pydantic import PlainValidator

from kushiro_yearbook.facts.english import english_facts
from kushiro_yearbook.facts.fact import Classes, Kind
from kushiro_yearbook.faults import Fault, Place, Refused, foremost
from kushiro_yearbook.forms import Form, IdentifierField, RegisteredField, Rows, ScalarField, Shape, scalar
from kushiro_yearbook.load.csv_reader import Records, read_csv
from kushiro_yearbook.load.sources import Source
from kushiro_yearbook.load.validate import validate
from kushiro_yearbook.load.yaml_reader import read_yaml
from kushiro_yearbook.quantities import Unit, grouped, near, parse_cell
from kushiro_yearbook.registers import KINDS, AvoidedWord, Measure, Name, Registers, Standing
from kushiro_yearbook.text import TRANSLATIONS, close_up, closing_up, one_width
from kushiro_yearbook.tree import Scalar
from kushiro_yearbook.wordings.glosses import choices

NAMES, MEASURES, UNITS, WORDINGS = "names.csv", "measures.yaml", "units.yaml", "wordings.csv"
NAME_COLUMNS = ("ja", "kana", "romaji", "en", "kind", "reading", "source")
# Columns of further languages, for the towns that write in them.
MORE_COLUMNS = tuple(language for language in TRANSLATIONS if language not in NAME_COLUMNS)


class UnitEnglish(Form):
    """A unit's English words: singular and plural, or a sign before the number."""

    one: ScalarField | None = None
    other: ScalarField | None = None
    head: ScalarField | None = None
    prefix: ScalarField | None = None


def _factor(value: object) -> Decimal:
    word = scalar(value)
    read = parse_cell(word)
    if not isinstance(read, Decimal) or read <= 0:
        raise Refused("Q05", value=word, right="", corner="")
    return read


class UnitForm(Form):
    """A row of `units.yaml`."""

    id: ScalarField
    en: UnitEnglish
    factor: Annotated[Decimal, PlainValidator(_factor), Shape("factor")] = Decimal(1)
    number: Literal["written-out"] | None = None
    beside_label: Literal["none"] | None = None

    def unit(self, sign: Scalar) -> Unit:
        """The unit of this row."""
        words = {
            key: str(word) for key in ("one", "other", "head", "prefix") if (word := getattr(self.en, key))
        }
        return Unit(
            str(sign),
            str(self.id),
            factor=self.factor,
            written_out=self.number is not None,
            beside_label=self.beside_label is None,
            place=sign.place,
            **words,
        )


class UnitsForm(Rows):
    """`units.yaml`: units by the word the town writes."""

    root: dict[RegisteredField, UnitForm]


class MeasureForm(Form):
    """A row of `measures.yaml`."""

    id: IdentifierField
    en: ScalarField | None = None
    unit: Annotated[ScalarField, Shape("unit")] | None = None


class MeasuresForm(Rows):
    """`measures.yaml`: measures by their label."""

    root: dict[RegisteredField, MeasureForm]


def load_registers(sources: AnyMapping[str, Source]) -> tuple[Registers, list[Fault]]:
    """All registers; a missing file is an empty register."""
    names, name_faults = _names(sources.get(NAMES))
    units, unit_faults = _units(sources.get(UNITS))
    measures, measure_faults = _measures(sources.get(MEASURES), units)
    if unit_faults or UNITS not in sources:  # what cannot be read is not unknown
        measure_faults = [fault for fault in measure_faults if fault.code != "Q02"]
    wordings, wording_faults = _wordings(sources.get(WORDINGS))
    faults = [*name_faults, *unit_faults, *measure_faults, *wording_faults]
    return Registers(names, measures, units, wordings), faults


def _names(source: Source | None) -> tuple[dict[str, Name], list[Fault]]:
    if source is None:
        return {}, []
    rows, faults = read_csv(source.text, source.path)
    if rows is None:
        return {}, faults
    unknown = [name for name in rows.header if name not in (*NAME_COLUMNS, *MORE_COLUMNS)]
    missing = [name for name in NAME_COLUMNS if name not in rows.header]
    if unknown or missing:
        words = {"missing": ", ".join(missing), "unknown": ", ".join(str(name) for name in unknown)}
        return {}, [Fault(rows.header.place, "R01", words)]
    names, more = _names_in(rows)
    return names, [*faults, *foremost(more)]


def _names_in(rows: Records) -> tuple[dict[str, Name], list[Fault]]:
    names: dict[str, Name] = {}
    alike: dict[str, Name] = {}
    faults: list[Fault] = []
    for record in rows.records:
        cells = rows.cells(record)
        flaws = list(_flaws(cells))
        name = _name(cells)
        first = alike.setdefault(re.sub(r"\s", "", one_width(name.ja)), name)
        if first is not name and not flaws:
            words = {"value": name.ja, "other": first.ja, "line": str(first.place.line)}
            flaws.append(Fault(name.place, "R02" if first.ja == name.ja else "R05", words))
        if not flaws:
            names[name.ja] = name
        faults += flaws
    return names, faults


def _name(cells: AnyMapping[str, Scalar]) -> Name:
    words = {column: str(cells[column]) for column in ("ja", "kana", "romaji", "kind", "source")}
    translations = {language: str(word) for language in TRANSLATIONS if (word := cells.get(language))}
    known = cells["reading"] in [str(standing) for standing in Standing]
    standing = Standing(cells["reading"]) if known else Standing.GUESS
    return Name(**words, translations=translations, reading=standing, place=cells["ja"].place)


def _flaws(cells: AnyMapping[str, Scalar]) -> Iterator[Fault]:
    """What is wrong with a row of its own: each cell one fault."""
    for column, allowed in (("kind", list(KINDS)), ("reading", [str(standing) for standing in Standing])):
        word = cells[column]
        if word not in allowed:
            yield Fault(word.place, "R03" if column == "kind" else "S06", choices(word, allowed))
    for column, code, right in CELLS:
        if not right.fullmatch(cells[column]):
            yield Fault(cells[column].place, code, {"value": cells[column]})
    name = cells["ja"]
    if close_up(name) != name:
        joined, parted = closing_up(name)
        yield Fault(name.place, "T06", {"value": name, "right": joined, "parted": parted})


# What may stand in a cell, and the fault of one that holds something else.
CELLS = (
    ("ja", "R04", re.compile(r"\S(?:.*\S)?")),
    ("kana", "R06", re.compile("[^\u3005-\u3007\u3400-\u9fff\uf900-\ufaff]*")),
    ("romaji", "R07", re.compile("[^\u3041-\u30ff\u3400-\u9fff\uff66-\uff9f]*")),
    ("en", "R08", re.compile("[^\u3041-\u30ff\u3400-\u9fff\uff66-\uff9f]*")),
)


WORDING_COLUMNS = ("ja", "instead", "reason")


def _wordings(source: Source | None) -> tuple[dict[str, AvoidedWord], list[Fault]]:
    if source is None:
        return {}, []
    rows, faults = read_csv(source.text, source.path)
    if rows is None:
        return {}, faults
    if sorted(rows.header) != sorted(WORDING_COLUMNS):  # type: ignore[type-var]
        return {}, [*faults, Fault(rows.header.place, "J08", {"columns": ",".join(WORDING_COLUMNS)})]
    wordings: dict[str, AvoidedWord] = {}
    for record in rows.records:
        cells = rows.cells(record)
        flaw = _wording_flaw(cells, wordings)
        if flaw is None:
            ja, instead, reason = (str(cells[column]) for column in WORDING_COLUMNS)
            wordings[ja] = AvoidedWord(ja, instead, reason, cells["ja"].place)
        else:
            faults.append(flaw)
    return wordings, foremost(faults)


def _wording_flaw(cells: AnyMapping[str, Scalar], before: AnyMapping[str, AvoidedWord]) -> Fault | None:
    """What is wrong with a row of wordings: told before, left empty, or no change at all."""
    ja, instead = cells["ja"], cells["instead"]
    if ja in before:
        return Fault(ja.place, "R02", {"value": ja, "line": str(before[ja].place.line)})
    empty = next((cells[column] for column in WORDING_COLUMNS if not cells[column].strip()), None)
    if empty is not None:
        return Fault(empty.place, "J09")
    return Fault(instead.place, "J10", {"value": ja}) if instead == ja else None


def _units(source: Source | None) -> tuple[dict[str, Unit], list[Fault]]:
    if source is None:
        return {}, []
    tree, faults = read_yaml(source.text, source.path)
    if tree is None:
        return {}, faults
    form, more = validate(UnitsForm, tree, Registers())
    rows = form.root if form else {}
    units = {str(sign): row.unit(sign) for sign, row in rows.items()}
    misstated = (fault for sign, row in rows.items() for fault in _misstated(sign, row))
    return units, [*faults, *more, *foremost(misstated)]


# What a unit's Japanese begins with, where one stands for many: 千円, 百万円.
_MANY = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "億": 10**8, "兆": 10**12}
_NO_UNITS = Classes.of(())


def _misstated(sign: Scalar, row: UnitForm) -> Iterator[Fault]:
    """The first of a unit's words that name another number than it stands for."""
    english = (row.en.one, row.en.other, row.en.head)
    for word in (sign, *filter(None, english)) if row.factor != 1 else ():
        said = _said(word)
        if said and row.factor not in said:
            words = {"value": str(word), "sign": str(sign), "factor": grouped(row.factor)}
            yield Fault(word.place, "R09", words)
            return


def _said(word: Scalar) -> list[Decimal]:
    """The numbers that a word names: 万円, 10,000 yen, 100 million yen."""
    if many := re.match(f"[{''.join(_MANY)}]+", word):
        return [Decimal(prod(_MANY[letter] for letter in many[0]))]
    numbers = (fact for fact in english_facts(word, _NO_UNITS) if fact.kind is Kind.NUMBER and fact.owed)
    return [fact.value for fact in numbers if isinstance(fact.value, Decimal)]


def _measures(source: Source | None, units: AnyMapping[str, Unit]) -> tuple[dict[str, Measure], list[Fault]]:
    if source is None:
        return {}, []
    tree, faults = read_yaml(source.text, source.path)
    form, more = validate(MeasuresForm, tree, Registers()) if tree is not None else (None, [])
    rows = form.root if form else {}
    measures = {str(label): _measure(label, row, units) for label, row in rows.items()}
    return measures, [*faults, *more, *foremost(_unknown_units(rows.values(), units))]


def _measure(label: Scalar, row: MeasureForm, units: AnyMapping[str, Unit]) -> Measure:
    unit = units.get(row.unit) if row.unit else None
    words = {language: getattr(row, language) for language in TRANSLATIONS}
    translations = {language: str(word) for language, word in words.items() if word}
    return Measure(str(label), row.id, translations, unit, _place(label))


def _unknown_units(rows: Iterable[MeasureForm], units: AnyMapping[str, Unit]) -> Iterator[Fault]:
    for row in rows:
        if row.unit is not None and row.unit not in units:
            yield Fault(row.unit.place, "Q02", {"value": str(row.unit), "near": near(row.unit, list(units))})


def _place(label: Scalar) -> Place:
    return label.place
