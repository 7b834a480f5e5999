"""English that may be out of date: its Japanese changed, and it did not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kushiro_yearbook.forms import texts_of
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.text import Text


def stale(old: Yearbook | None, new: Yearbook | None) -> Iterator[tuple[str, Text]]:
    """The Japanese as it was with the text as it is, wherever in their department they stand.

    Editions are not told apart: the next one begins as a copy of the last.
    """
    before = _pairs(_bilingual(old))
    after = _pairs(_bilingual(new))
    for department, text in _bilingual(new):
        known = before.get((department, text.words("en")), {})
        if known and _unbroken(text.ja) not in known:
            still = after[department, text.words("en")]
            gone = (ja for unbroken, ja in known.items() if unbroken not in still)
            yield next(gone, next(iter(known.values()))), text


def _pairs(texts: Iterable[tuple[str, Text]]) -> Mapping[tuple[str, str], Mapping[str, str]]:
    """By department and English every Japanese it stands beside, in the order met."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for department, text in texts:
        found.setdefault((department, text.words("en")), {})[_unbroken(text.ja)] = text.ja
    return found


def _unbroken(words: str) -> str:
    """Words however they are broken into lines."""
    return " ".join(words.split())


def _bilingual(yearbook: Yearbook | None) -> Iterator[tuple[str, Text]]:
    """Every text written in both languages at the spot, with the department that answers for it."""
    for department, text in _texts(yearbook):
        if text.speaks("en") and not text.named and text.ja != text.words("en"):
            yield department, text


def _texts(yearbook: Yearbook | None) -> Iterator[tuple[str, Text]]:
    for edition in yearbook.editions if yearbook else ():
        for form in (edition.form, *edition.highlights, *(part.form for part in edition.parts)):
            yield from (("", text) for text in texts_of(form))
        for department in edition.departments:
            yield from ((department.slug, text) for text in texts_of(department.form))
            for section in department.sections:
                yield from ((department.slug, text) for text, _ in section.texts())
