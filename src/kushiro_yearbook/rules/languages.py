"""Rules on languages: what is said in Japanese is said in English."""

from __future__ import annotations

from collections.abc import Iterator

from kushiro_yearbook.faults import Fault
from kushiro_yearbook.forms import texts_of
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.text import Text, close_up


def missing_english(yearbook: Yearbook) -> Iterator[Fault]:
    """N03: a text has no English; its readers get the Japanese with a notice."""
    for text in _texts(yearbook):
        if text.missing("en") and not text.named:
            yield Fault(text.place, "N03", {"value": text.ja[:30], **_where_english_goes(text)})


def _where_english_goes(text: Text) -> dict[str, str]:
    """The file to make for a text in Markdown, else the key to write."""
    file = text.place.path.rpartition("/")[2]
    markdown = file.endswith(".ja.md")
    return {"file": file.replace(".ja.md", ".en.md") if markdown else "", "key": "" if markdown else "en"}


def missing_names(yearbook: Yearbook) -> Iterator[Fault]:
    """N01: a name is in no register, or has no English there."""
    for text in _texts(yearbook):
        if text.missing("en") and text.named:
            row = close_up(text.ja[:30])
            words = {"value": text.ja[:30], "row": row, "right": "" if row == text.ja[:30] else row}
            yield Fault(text.place, "N01", words)


def unexplained_labels(yearbook: Yearbook) -> Iterator[Fault]:
    """N02: a label is not in `measures.yaml`, or has no English there."""
    seen: set[str] = set()
    for edition in yearbook.editions if "en" in yearbook.form.languages else ():
        for department in edition.departments:
            for section in department.sections:
                for label in section.labels():
                    if label.missing("en") and label.label not in seen:
                        seen.add(label.label)
                        place = label.place if label.place.path else section.form.place
                        row = "row" if label.label in yearbook.registers.measures else "new"
                        yield Fault(place, "N02", {"label": label.label, row: label.label})


def _texts(yearbook: Yearbook) -> Iterator[Text]:
    """Every text that owes English; none where the site is not shown in it."""
    if "en" not in yearbook.form.languages:
        return
    yield from texts_of(yearbook.form)
    yield from texts_of(yearbook.form.municipality)
    yield from texts_of(yearbook.form.licence)
    for edition in yearbook.editions:
        yield from texts_of(edition.form)
        for highlight in edition.form.highlights:
            yield from texts_of(highlight)
        for part in edition.parts:
            yield from texts_of(part.form)
        for department in edition.departments:
            yield from texts_of(department.form)
            for section in department.sections:
                yield from (text for text, _ in section.texts())
