"""The format `print`: the whole edition, and each department, on one page that carries its own style."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kushiro_yearbook.formats import describing
from kushiro_yearbook.formats.page import Crumb, Frame, Page, texts_in
from kushiro_yearbook.inline import around, line
from kushiro_yearbook.model import Department, Edition, Yearbook
from kushiro_yearbook.outputs import Output
from kushiro_yearbook.theme import Theme


def outputs(yearbook: Yearbook, theme: Theme) -> Iterator[Output]:
    """The print editions of every edition in every locale."""
    for locale in yearbook.form.locales:
        frame = Frame(yearbook, theme, locale)
        yield from (frame.output(page) for page in pages(frame))


def pages(frame: Frame) -> Iterator[Page]:
    """The print editions of one locale."""
    for edition in frame.yearbook.editions:
        yield _print_page(frame, edition, edition.departments, None)
        for department in edition.departments:
            yield _print_page(frame, edition, (department,), department)


def _print_page(
    frame: Frame, edition: Edition, departments: tuple[Department, ...], only: Department | None
) -> Page:
    places = frame.addresses(edition)
    title = line(frame.words["print_title"])
    if only:
        title = around(frame.words["print_of"], frame.tell(only.form.name))
    sections = [section for department in departments for section in department.sections]
    parts = [part for part in edition.parts if any(found in departments for found in part.departments)]
    return Page(
        places.print_edition(only.slug if only else ""),
        "print.html",
        title,
        crumbs=(Crumb(frame.tell(edition.form.label), places.edition),),
        paths=(
            *edition.paths,
            *(path for part in parts for path in part.paths),
            *(path for department in departments for path in department.paths),
            *(path for section in sections for path in section.paths),
        ),
        texts=tuple(texts_in(sections)),
        edition=edition,
        department=only,
        about=partial(describing.of_department, only, frame.language, frame.words)
        if only
        else partial(
            describing.of_edition, frame.edition_name(edition), edition, frame.language, frame.words
        ),
        holds=frozenset(department.slug for department in departments),
        extra={
            "parts": parts,
            "shown": departments,
            "only": only,
            "corrections": [row for row in edition.corrections if row[0] in departments],
        },
    )
