"""Rules on figures: what is said to add up does."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kushiro_yearbook.blocks.figures import Figure
from kushiro_yearbook.blocks.table import Cell, Row, Sum, Table
from kushiro_yearbook.faults import Fault
from kushiro_yearbook.model import Department, Yearbook
from kushiro_yearbook.quantities import grouped, near


def sums(yearbook: Yearbook) -> Iterator[Fault]:
    """F01: a table's `sums` hold exactly in every row that has all the cells."""
    for _, section in yearbook.sections():
        table = section.form.table
        for row in table.grid if table else ():
            for total in table.sums if table else ():
                if table:
                    yield from _sum(table, row, total)


def _sum(table: Table, row: Row, total: Sum) -> Iterator[Fault]:
    labels = [measure.label for measure in table.measures]
    by_label = dict(zip(labels, row.cells, strict=True))
    cell, parts = by_label[total.total], [by_label[part] for part in total.parts]
    found = _added(parts)
    if cell.value is not None and found is not None and found != cell.value:
        words = {"total": grouped(cell.value), "sum": grouped(found), "label": total.total}
        words["parts"] = " + ".join(f"{label} {by_label[label].shown}" for label in total.parts)
        yield Fault(cell.place, "F01", words)


def _added(cells: list[Cell]) -> Decimal | None:
    values = [cell.value for cell in cells]
    return None if None in values else sum((value for value in values if value is not None), Decimal(0))


def breakdowns(yearbook: Yearbook) -> Iterator[Fault]:
    """F02: the parts of a `breakdown` add up to its figure; `outcomes` need not."""
    for _, section in yearbook.sections():
        for measure, figure in section.figures():
            yield from _breakdown(measure.label, figure)


def _breakdown(label: str, figure: Figure) -> Iterator[Fault]:
    if figure.breakdown is None:
        return
    total = figure.value[0].value
    found = sum((quantity.value for quantity in figure.breakdown.values()), Decimal(0))
    if found != total:
        parts = " + ".join(f"{part.label} {grouped(q.value)}" for part, q in figure.breakdown.items())
        words = {"label": label, "total": grouped(total), "sum": grouped(found), "parts": parts}
        yield Fault(figure.place, "F02", words)


def counts(yearbook: Yearbook) -> Iterator[Fault]:
    """F03: a figure that `counts` a list is as large as the list; A06: that list exists."""
    for department, section in yearbook.sections():
        for measure, figure in section.figures():
            if figure.counts is not None:
                yield from _count(department, measure.label, figure)


def _count(department: Department, label: str, figure: Figure) -> Iterator[Fault]:
    assert figure.counts is not None
    entries = _entries(department, figure.counts)
    total = figure.value[0].value
    if entries is None:
        known = [id_ for top in department.sections for s in top.walk() for id_ in (s.form.id, s.slug) if id_]
        yield Fault(figure.counts.place, "A06", {"value": figure.counts, "near": near(figure.counts, known)})
    elif entries != total:
        words = {"label": label, "total": grouped(total), "found": str(entries), "list": figure.counts}
        yield Fault(figure.place, "F03", words)


def _entries(department: Department, id_: str) -> int | None:
    """How many entries the list of that id holds: people, partners, events or sections."""
    for top in department.sections:
        for section in top.walk():
            if id_ in (section.form.id, section.slug):
                form = section.form
                lists = (form.people, form.partners, form.events)
                return next((len(block.root) for block in lists if block), len(section.sections))
    return None
