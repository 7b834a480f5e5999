"""Lists of what a yearbook holds, as tables of tab-separated columns for a desk or a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kushiro_yearbook.confirmation import coverage
from kushiro_yearbook.inline import plain
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.observations import Observation
from kushiro_yearbook.phrases import plain_heading
from kushiro_yearbook.quantities import Bound, Qualifier
from kushiro_yearbook.records import NAMES_BETWEEN
from kushiro_yearbook.text import LANGUAGES
from kushiro_yearbook.theme import program_words

Rows = Iterator[tuple[str, ...]]


def observations(yearbook: Yearbook, language: str) -> Rows:
    """Every number with its unit, time, qualifier, status and place."""
    yield (
        "key",
        "measure",
        "value",
        "upper",
        "unit",
        "time",
        "qualifier",
        "bound",
        "status",
        "dimension",
        "place",
    )
    for edition in yearbook.editions:
        for department in edition.departments:
            for observation in department.observations():
                key = "/".join((edition.slug, *observation.key))
                yield (key, plain(observation.measure.runs(language)), *_value(observation, language))


def sections(yearbook: Yearbook, language: str) -> Rows:
    """Every section with its number, its title and where it is published."""
    yield ("page", "anchor", "number", "title", "place")
    for edition in yearbook.editions:
        for department in edition.departments:
            for top in department.sections:
                page = f"{edition.slug}/{department.slug}/{top.slug}.html"
                for section in top.walk():
                    place = f"{section.form.place.path}:{section.form.place.line}"
                    title = plain_heading(section, language)
                    yield (page, section.anchor, section.number.shown(language), title, place)


def words(yearbook: Yearbook, language: str) -> Rows:
    """Every interface word by the key under which a town's theme changes it."""
    del yearbook, language
    yield ("key", *LANGUAGES)
    program = program_words()
    for key in program[LANGUAGES[0]]:
        yield (key, *(program[language][key] for language in LANGUAGES))


def confirmed(yearbook: Yearbook, language: str) -> Rows:
    """Every department with how many of its figures two people read against the paper, then each block."""
    yield ("department", "block", "figures", "confirmed", "on", "by", "place")
    for edition in yearbook.editions:
        found = list(coverage(edition))
        for department in edition.departments:
            own = [(block, entry) for of, block, entry in found if of is department]
            name = f"{edition.slug}/{department.slug}"
            whole = sum(len(block.figures) for block, _ in own)
            read = sum(len(block.figures) for block, entry in own if entry)
            yield (name, plain(department.form.name.runs(language)), str(whole), str(read), "", "", "")
            for block, entry in own:
                number = str(len(block.figures))
                done = (number, entry.on, NAMES_BETWEEN.join(entry.by)) if entry else ("0", "", "")
                place = block.places[0]
                yield (name, block.key, number, *done, f"{place.path}:{place.line}")


def _value(observation: Observation, language: str) -> tuple[str, ...]:
    quantity, place = observation.quantity, observation.place
    return (
        f"{quantity.value:f}" if quantity else "",
        f"{quantity.upper:f}" if quantity and quantity.upper is not None else "",
        observation.unit.word(language) if observation.unit else "",
        plain(observation.time.runs(language)) if observation.time else "",
        _sign(quantity.qualifier if quantity else None, language),
        _sign(quantity.bound if quantity else None, language),
        observation.status,
        "=".join(plain(text.runs(language)) for text in observation.dimension or ()),
        f"{place.path}:{place.line}:{place.column}",
    )


def _sign(sign: Qualifier | Bound | None, language: str) -> str:
    """約, or `approximate`: in a list a word says more than a pattern."""
    if sign is None:
        return ""
    return str(sign) if language == "ja" else sign.name.lower().replace("_", " ")


# What `yearbook list` can list.
LISTS: Mapping[str, Callable[[Yearbook, str], Rows]] = {
    "observations": observations,
    "sections": sections,
    "words": words,
    "confirmed": confirmed,
}
