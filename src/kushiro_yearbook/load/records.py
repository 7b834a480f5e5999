"""Records as files: read as far as they can be, with a fault for each line that cannot."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from typing import TypeVar

from kushiro_yearbook.faults import Fault, Place, foremost
from kushiro_yearbook.load.sources import Source
from kushiro_yearbook.records import (
    FORMAT,
    NAMES_BETWEEN,
    Approvals,
    Confirmation,
    Confirmations,
    Pair,
    Release,
    in_one_cell,
)

_CONFLICT = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?: .*)?")
_PAIR = re.compile(r"([0-9a-f]{16}) ([0-9a-f]{16})")
_HEAD = re.compile(
    r"([0-9]{4})/([^\t]+)\t([0-9a-f]{16})\t([0-9]{4}-[0-9]{2}-[0-9]{2})\t([^\t]+)((?:\t[^\t]+)+)"
)

Entry = TypeVar("Entry")


def read_approvals(source: Source) -> Approvals:
    """`translations.lock`."""
    pairs, faults = _read(source, _pair)
    return Approvals(Place(source.path), frozenset(pairs), faults)


def _pair(line: str, place: Place) -> Pair | None:
    del place
    match = _PAIR.fullmatch(line)
    return Pair(match[1], match[2]) if match else None


def read_confirmations(source: Source, edition: str) -> Confirmations:
    """`confirmed.lock` of an edition; what stands in it of another, whose folder was copied, is left out."""
    entries, faults = _read(source, _confirmation)
    own = tuple(entry for entry in entries if entry.edition == edition)
    strange = next((entry for entry in entries if entry.edition != edition), None)
    if strange is not None:
        faults = (*faults, Fault(strange.place, "V07", {"other": strange.edition, "edition": edition}))
    return Confirmations(Place(source.path), own, faults)


def _confirmation(line: str, place: Place) -> Confirmation | None:
    """One line; None where it cannot be read, or says other figures than those its digest was made of."""
    match = _HEAD.fullmatch(line)
    if match is None or not _is_day(match[4]):
        return None
    cells = [cell.rpartition("=") for cell in match[6].split("\t")[1:]]
    figures = {name: value for name, _, value in cells}
    names = tuple(match[5].split(NAMES_BETWEEN))
    entry = Confirmation(match[1], match[2], match[4], names, figures, place)
    return entry if entry.digest == match[3] else None


def _is_day(words: str) -> bool:
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True


def _read(
    source: Source, reader: Callable[[str, Place], Entry | None]
) -> tuple[list[Entry], tuple[Fault, ...]]:
    """Every line that says something: what it says, and what is wrong with the file."""
    entries: list[Entry] = []
    faults: list[Fault] = []
    found = list(_said(source))
    marks = [place for line, place in found if _CONFLICT.fullmatch(line)]
    for line, place in found:
        entry = reader(line, place)
        if entry is not None:
            entries.append(entry)
        elif not _CONFLICT.fullmatch(line):
            faults.append(Fault(place, "V04", {"value": in_one_cell(line[:40])}))
    if marks:
        faults.append(Fault(marks[0], "V05"))
    elif not faults:
        faults += _out_of_order(found)
    return entries, tuple(foremost(faults))


def _said(source: Source) -> Iterator[tuple[str, Place]]:
    for number, line in enumerate(source.text.split("\n"), start=1):
        if line.strip() and not line.startswith("#"):
            yield line, Place(source.path, number, width=len(line))


def _out_of_order(found: list[tuple[str, Place]]) -> list[Fault]:
    """The first line that stands before the last one, or stands there twice."""
    pairs = pairwise(found)
    return next(([Fault(place, "V06")] for (last, _), (line, place) in pairs if line <= last), [])


# --- published.json

_ENTRY = re.compile(r'^\s*("(?:[^"\\\n]|\\.)*")', re.MULTILINE)


def read_release(source: Source, edition: str) -> Release:
    """`published.json`; one of another edition, from which the folder was copied, counts for nothing."""
    place = Place(source.path)
    try:
        data = json.loads(source.text)
    except json.JSONDecodeError as error:
        return Release(place, faults=(Fault(place._replace(line=error.lineno, column=error.colno), "P04"),))
    except (ValueError, RecursionError):  # numbers or brackets without end
        return Release(place, faults=(Fault(place, "P04"),))
    if not _is_release(data):
        return Release(place, faults=(Fault(place, "P04"),))
    if data["edition"] != edition:
        return Release(place, faults=(Fault(place, "P05", {"other": data["edition"], "edition": edition}),))
    figures = {key: tuple(values) for key, values in data["figures"].items()}
    return Release(place, tuple(data["addresses"]), figures, lines=_lines(source.text))


def _is_release(data: object) -> bool:
    """Whether it has the form that `yearbook release` writes."""
    if not isinstance(data, dict) or data.get("format") != FORMAT or not isinstance(data.get("edition"), str):
        return False
    addresses, figures = data.get("addresses"), data.get("figures")
    return (
        _are_words(addresses)
        and isinstance(figures, dict)
        and all(_are_words(values) and values for values in figures.values())
    )


def _are_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _lines(text: str) -> dict[str, int]:
    """The line on which each address and each key of a figure stands."""
    found: dict[str, int] = {}
    number, end = 1, 0
    for match in _ENTRY.finditer(text):
        number += text.count("\n", end, match.start(1))
        end = match.start(1)
        found.setdefault(json.loads(match[1]), number)
    return found
