"""Corrections: which of a published figure's changes its readers are told of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kushiro_yearbook.model import Edition, Section
from kushiro_yearbook.observations import Observation
from kushiro_yearbook.sections import Correction
from kushiro_yearbook.text import one_width

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def numbers_in(words: str) -> frozenset[str]:
    """The numbers that words name, without the commas in them; what stands in （…） is said besides."""
    return frozenset(_NUMBER.findall(one_width(words).replace(",", "")))


class Corrections:
    """The corrections of an edition by what their `of` names."""

    def __init__(self, edition: Edition) -> None:
        # By page as well, so that no page is searched for another's.
        self._found: dict[tuple[tuple[str, ...], str], list[tuple[tuple[str, ...], Correction]]] = {}
        for _, _, section, correction in edition.corrections:
            if correction.of is not None:
                named = self._found.setdefault((section.key[:2], str(correction.of)), [])
                named.append((section.key, correction))

    def of(self, names: Iterable[str], key: tuple[str, ...]) -> list[Correction]:
        """Those of a figure of this key, which has these names."""
        return [
            correction
            for name in names
            for section, correction in self._found.get((key[:2], name), ())
            if key[: len(section)] == section
        ]


def tells(correction: Correction, old: str, new: str) -> bool:
    """Whether it tells that a figure went from one statement to the other."""
    return numbers_in(value_in(old)) <= numbers_in(correction.old.ja) and numbers_in(
        value_in(new)
    ) <= numbers_in(correction.new.ja)


def value_in(statement: str) -> str:
    """The value of a figure without its time."""
    return statement.partition("（")[0]


def names_of(observation: Observation) -> Iterator[str]:
    """What a correction may call a figure: its label, its id, or its key from any step on."""
    yield observation.measure.label
    yield from names_of_key(observation.key)


def names_of_key(key: tuple[str, ...]) -> Iterator[str]:
    """The key from any step on."""
    return ("/".join(key[start:]) for start in range(len(key)))


def nameable(section: Section) -> set[str]:
    """What a correction in a section may call its figures."""
    return {name for observation in section.observations() for name in names_of(observation)}
