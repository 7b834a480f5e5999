"""The block `table`: observations by measure, and by row where there are several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import PlainValidator, ValidationInfo, model_validator

from kushiro_yearbook import tree
from kushiro_yearbook.blocks.base import Block, Line
from kushiro_yearbook.faults import Place, Refused
from kushiro_yearbook.forms import (
    MANY,
    AllowField,
    FlagField,
    Form,
    LabelField,
    NameField,
    ScalarField,
    Shape,
    TextField,
    choice,
    registers,
    scalar,
)
from kushiro_yearbook.inline import Runs
from kushiro_yearbook.observations import Context, Observation, Observations
from kushiro_yearbook.quantities import Quantity, Status, Unit, grouped, near, parse_cell
from kushiro_yearbook.registers import Measure
from kushiro_yearbook.text import Text


@dataclass(frozen=True, slots=True)
class Cell:
    """A number cell: its value, or the status that says why there is none."""

    value: Decimal | None
    status: Status
    place: Place

    @property
    def shown(self) -> str:
        """The number as a page prints it; empty where there is none."""
        return "" if self.value is None else grouped(self.value)


def _cell(value: object) -> Cell:
    if isinstance(value, tree.Mapping):
        return _long_cell(value)
    if value == "":
        raise Refused("S19")
    word = scalar(value)
    read = parse_cell(word)
    if isinstance(read, Status):
        return Cell(None, read, word.place)
    return Cell(read, Status.NORMAL, word.place)


def _long_cell(value: tree.Mapping) -> Cell:
    """`{value: 123, status: revised}`: a number that something is to be said of."""
    unknown = [key for key in value if key not in {"value", "status"}]
    if unknown or "value" not in value:
        raise Refused("S01", key=unknown[0] if unknown else "value", near="value / status")
    cell = _cell_at(value["value"])
    status = choice(Status)(value["status"]) if "status" in value else cell.status
    if status.missing and cell.value is not None:
        raise Refused("Q11", value=cell.shown, status=str(status))
    return Cell(cell.value, status, value.place)


def _cell_at(value: tree.Tree) -> Cell:
    """A cell's number; what is wrong with it stands where the number does, not where its mapping begins."""
    try:
        return _cell(value)
    except Refused as refused:
        refused.place = refused.place or value.place
        raise


CellField = Annotated[Cell, PlainValidator(_cell), Shape("cell")]


@dataclass(frozen=True, slots=True)
class Sum:
    """`総数 = 男 + 女`: the column whose cells are the sum of others."""

    total: str
    parts: tuple[str, ...]
    place: Place


_SUM = re.compile(r"\s*([^=+]+?)\s*=\s*([^=]+?)\s*")


# A sum is told from a name by its signs, and Japanese keyboards give these in full width.
_HALF_WIDTH = str.maketrans("＝＋", "=+")


def _sum(value: object) -> Sum:
    word = scalar(value)
    match = _SUM.fullmatch(word.translate(_HALF_WIDTH))
    if match is None:
        raise Refused("B01", value=word)
    return Sum(match[1], tuple(part.strip() for part in match[2].split("+")), word.place)


def _unit(value: object, info: ValidationInfo) -> Unit:
    sign = scalar(value)
    units = registers(info).units
    if sign not in units:
        raise Refused("Q02", value=sign, near=near(sign, list(units)))
    return units[sign]


@dataclass(frozen=True, slots=True)
class Addition:
    """A sum in one row: the cell of the total, those of the parts, and what they add up to."""

    label: str
    total: Cell
    parts: Mapping[str, Cell]
    sum: Decimal

    @property
    def holds(self) -> bool:
        """Whether the parts add up to the total exactly."""
        return self.total.value == self.sum


class Row(Form):
    """Cells under the columns, with the row's heading where it has one."""

    short_forms: ClassVar[tuple[object, ...]] = (tuple[CellField, ...],)

    cells: tuple[CellField, ...]
    label: LabelField | None = None
    heading: NameField | None = None

    @property
    def id(self) -> str:
        """Its id on the page, below the table's; none where no heading tells it from others."""
        return "-".join(("table--" + self.label.id).split()) if self.label and self.heading else ""


class Table(Form, Block):
    """Statistics: one `row` of measures, or `columns` with `rows`."""

    row: dict[LabelField, CellField] | None = None
    columns: Annotated[tuple[LabelField, ...], MANY] = ()
    rows: Annotated[tuple[Row, ...], Shape("rows")] = ()
    file: ScalarField | None = None
    corner: TextField | None = None
    unit: Annotated[Unit, PlainValidator(_unit), Shape("unit")] | None = None
    sums: Annotated[tuple[Annotated[Sum, PlainValidator(_sum), Shape("sum")], ...], MANY] = ()
    rounded: FlagField = False
    allow: AllowField | None = None

    @model_validator(mode="before")
    @classmethod
    def _rows_as_forms(cls, data: Any) -> Any:
        if not isinstance(data, tree.Mapping) or "rows" not in data:
            return data
        forms = tree.Mapping.at(data.place)
        forms.update(data)
        forms["rows"] = _row_forms(data["rows"])
        return forms

    @model_validator(mode="after")
    def _whole(self, info: ValidationInfo) -> Table:
        if bool(self.row) == bool(self.columns) or bool(self.columns) != bool(self.rows):
            raise Refused("B02")
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                raise Refused(
                    "B03", place=row.place, found=str(len(row.cells)), wanted=str(len(self.columns))
                )
        labels = [measure.label for measure in self.measures]
        for measure in self.measures:
            if self.unit_of(measure) is None:
                known = [label for label in registers(info).measures if label != measure.label]
                found = "" if measure.label in registers(info).measures else near(measure.label, known)
                place = measure.place if measure.id == measure.label else None
                raise Refused("Q09", place=place, label=measure.label, near=found)
        for total in self.sums:
            for label in (total.total, *total.parts):
                if label not in labels:
                    raise Refused(
                        "B04",
                        place=total.place,
                        label=label,
                        near=near(label, labels),
                        known="、".join(labels),
                    )
        return self

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures of the columns."""
        return tuple(self.row) if self.row else self.columns

    @property
    def grid(self) -> tuple[Row, ...]:
        """The rows, a single one included."""
        return self.rows or (Row.model_construct(cells=tuple((self.row or {}).values())),)

    def additions(self) -> Iterator[Addition]:
        """Every sum in every row that has all its cells."""
        labels = [measure.label for measure in self.measures]
        for row in self.grid if self.sums else ():
            cells = dict(zip(labels, row.cells, strict=True))
            for total in self.sums:
                parts = {label: cells[label] for label in total.parts}
                values = [cell.value for cell in parts.values() if cell.value is not None]
                if cells[total.total].value is not None and len(values) == len(parts):
                    yield Addition(total.total, cells[total.total], parts, sum(values, Decimal(0)))

    @property
    def off_by_rounding(self) -> bool:
        """Whether readers must be told that a sum does not hold because its cells are rounded."""
        return self.rounded and not all(addition.holds for addition in self.additions())

    @property
    def has_row_headings(self) -> bool:
        """Whether rows are told apart by a heading."""
        return any(row.heading for row in self.grid)

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The statuses that its cells show, in the order of the enumeration."""
        found = {cell.status for row in self.grid for cell in row.cells}
        return tuple(status for status in Status if status in found and status is not Status.NORMAL)

    def unit_of(self, measure: Measure) -> Unit | None:
        """The unit of a column."""
        return measure.unit or self.unit

    def labels(self) -> Iterator[Measure]:
        """The measures of the columns."""
        yield from self.measures

    def texts(self) -> Iterator[Text]:
        """The headings of rows and their column."""
        if self.corner:
            yield self.corner
        yield from (row.heading for row in self.rows if row.heading)

    def lines(self, language: str, words: Mapping[str, str]) -> Iterator[Line]:
        """Each row, below the heads of the columns."""
        del words
        heads = tuple(measure.runs(language) for measure in self.measures)
        for row in self.grid:
            cells = zip(self.measures, row.cells, strict=True)
            said = tuple(self._said(measure, cell, language) for measure, cell in cells)
            yield Line(heads, said, row.id, row.heading.runs(language) if row.heading else ())

    def _said(self, measure: Measure, cell: Cell, language: str) -> Runs:
        if cell.value is None:
            return cell.status.runs(language)
        return Quantity(cell.value, self.unit_of(measure)).runs(language)

    def observations(self, context: Context) -> Observations:
        """Every cell; rows are told apart in the key where there are several."""
        for row in self.grid:
            at = context.inside(row.label.id if row.label and len(self.rows) > 1 else None)
            for measure, cell in zip(self.measures, row.cells, strict=True):
                yield self._observe(measure, cell, at)

    def _observe(self, measure: Measure, cell: Cell, context: Context) -> Observation:
        unit = self.unit_of(measure)
        if cell.value is None:
            return context.missing(measure, unit, cell.status, cell.place)
        found = context.observe(measure, Quantity(cell.value, unit), cell.place)
        return found if cell.status is Status.NORMAL else found.with_status(cell.status)


def _row_forms(rows: tree.Tree) -> tree.Tree:
    """Rows as written (lists, or lists by heading) as mappings of `cells` and `heading`."""
    forms = tree.Sequence.at(rows.place)
    if isinstance(rows, tree.Mapping):
        forms.extend(_row_form(cells, heading) for heading, cells in rows.items())
    elif isinstance(rows, tree.Sequence):
        forms.extend(row if isinstance(row, tree.Mapping) else _row_form(row, None) for row in rows)
    else:
        return rows
    return forms


def _row_form(cells: tree.Tree, heading: str | None) -> tree.Mapping:
    form = tree.Mapping.at(cells.place)
    form[tree.Scalar.at("cells", cells.place)] = cells
    if isinstance(heading, tree.Scalar):
        form[tree.Scalar.at("heading", heading.place)] = heading
        form[tree.Scalar.at("label", heading.place)] = heading
    return form
