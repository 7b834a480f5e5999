"""Faults as a page for staff: where, what, the line with a caret under the value, and what to write.

Each place that must be seen as well follows in the same way. Also as JSON for other programs, and as the
lines that GitHub prints beside a proposal's files.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from kushiro_yearbook.faults import Fault, Place, Related, Severity
from kushiro_yearbook.load.folders import slug_of
from kushiro_yearbook.load.sources import FORBIDDEN, Source
from kushiro_yearbook.wording import ROLES, WORDINGS, severity

SEVERITY_WORDS = {
    Severity.ERROR: {"ja": "エラー", "en": "error"},
    Severity.WARNING: {"ja": "警告", "en": "warning"},
}
# A longer line is cut around the value: an excerpt is to be seen at a glance.
EXCERPT_WIDTH = 76


def report(
    faults: Iterable[Fault],
    sources: Mapping[str, Source],
    folder: str,
    language: str,
    chosen: Mapping[str, str],
) -> str:
    """All faults, file by file in the order of their places, then their number; empty without faults."""
    ordered = in_order(faults)
    if not ordered:
        return ""
    telling = _Telling(_lines(ordered, sources), folder, language, chosen)
    return "\n\n".join([*telling.entries(ordered), summary(ordered, language, chosen)])


def _lines(faults: Iterable[Fault], sources: Mapping[str, Source]) -> Mapping[str, list[str]]:
    """The lines of every file that a fault points into."""
    paths = {place.path for fault in faults for place in (fault.place, *(at for at, _ in fault.related))}
    return {path: sources[path].text.split("\n") for path in paths if path in sources}


_UNSEEN = re.compile(rf"[\ud800-\udfff]|{FORBIDDEN.pattern}")


def harmless(words: str) -> str:
    """Words of which a terminal shows every character, and obeys none."""
    return _UNSEEN.sub("\ufffd", words)


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """The faults in the order of their places, each once."""
    return [fault for _, fault in sorted({fault.order: fault for fault in faults}.items())]


def as_json(
    faults: Iterable[Fault],
    sources: Mapping[str, Source],
    folder: str,
    language: str,
    chosen: Mapping[str, str],
) -> str:
    """The faults and how many there are, for another program; lines and columns from 1."""
    del sources
    told = [_described(fault, folder, language, chosen) for fault in in_order(faults)]
    counts = Counter(described["severity"] for described in told)
    whole = {"errors": counts[Severity.ERROR], "warnings": counts[Severity.WARNING], "faults": told}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def as_annotations(
    faults: Iterable[Fault],
    sources: Mapping[str, Source],
    folder: str,
    language: str,
    chosen: Mapping[str, str],
) -> str:
    """A workflow command of GitHub for each fault, then the count; GitHub shows ten of each severity."""
    del sources
    ordered = in_order(faults)
    told = [_annotation(_described(fault, folder, language, chosen)) for fault in ordered]
    return "\n".join([*told, summary(ordered, language, chosen)])


def _described(fault: Fault, folder: str, language: str, chosen: Mapping[str, str]) -> dict[str, Any]:
    wording, place = WORDINGS[fault.code], fault.place
    return {
        "severity": severity(fault, chosen),
        "code": fault.code,
        **_located(place, folder),
        "department": slug_of(place.department),
        "message": wording.message(language, fault.words),
        "hint": wording.hint(language, fault.words),
        "related": [
            {**_located(other.place, folder), "role": other.role, "message": ROLES[other.role][language]}
            for other in fault.related
        ],
    }


def _located(place: Place, folder: str) -> dict[str, str | int]:
    path = f"{folder}/{place.path}" if place.path else folder
    return {"file": path, "line": place.line, "column": place.column, "width": place.width}


def _annotation(described: Mapping[str, Any]) -> str:
    """`::error file=…,line=…,col=…,title=…::…`, in which no value can end its own field or the line."""
    keys = {"file": "file", "line": "line", "column": "col", "code": "title"}
    fields = (f"{said}={_escaped(str(described[key]), ':,')}" for key, said in keys.items())
    others = [f"{one['message']}: {one['file']}:{one['line']}" for one in described["related"]]
    words = " → ".join(filter(None, (described["message"], *others, described["hint"])))
    return f"::{described['severity']} {','.join(fields)}::{_escaped(words)}"


def _escaped(words: str, more: str = "") -> str:
    """Words with what ends a line, or a field, as a percent sign and two hexadecimal digits."""
    return "".join(f"%{ord(c):02X}" if c in "%\r\n" + more else c for c in words)


def summary(faults: Iterable[Fault], language: str, chosen: Mapping[str, str]) -> str:
    """How many errors and warnings there are."""
    found = Counter(severity(fault, chosen) for fault in faults)
    return counted(found[Severity.ERROR], found[Severity.WARNING], language)


def counted(errors: int, warnings: int, language: str) -> str:
    """Numbers of errors and warnings in words."""
    if language == "ja":
        return f"エラー {errors} 件、警告 {warnings} 件"
    return f"{_plural(errors, 'error')}, {_plural(warnings, 'warning')}"


def _plural(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


@dataclass(frozen=True)
class _Telling:
    """How faults are told: with the lines of their files, in a language, as the yearbook weighs them."""

    lines: Mapping[str, list[str]]
    folder: str
    language: str
    chosen: Mapping[str, str]

    def entries(self, ordered: list[Fault]) -> Iterator[str]:
        """Each fault; where a file has several, its name and their number stand above them."""
        number = Counter(fault.place.path for fault in ordered)
        above = ""
        for fault in ordered:
            path = fault.place.path
            if path != above and number[path] > 1:
                how_many = {"ja": f"（{number[path]} 件）", "en": f" ({number[path]})"}
                yield harmless(f"■ {self._path(path)}{how_many[self.language]}")
            above = path
            yield "\n".join(map(harmless, self._entry(fault)))

    def _entry(self, fault: Fault) -> Iterator[str]:
        wording = WORDINGS[fault.code]
        weight = SEVERITY_WORDS[severity(fault, self.chosen)][self.language]
        message = wording.message(self.language, fault.words)
        yield f"{self._where(fault.place)}: {weight} {fault.code}: {message}"
        yield from self._excerpt([fault.place])
        # Parts of one sum on one line are seen at one glance.
        for (role, _, _), others in groupby(fault.related, _role_on_line):
            places = sorted(other.place for other in others)
            yield f"  {self._where(places[0])}: {ROLES[role][self.language]}"
            yield from self._excerpt(places)
        hint = wording.hint(self.language, fault.words)
        if hint:
            yield f"  → {hint}"

    def _path(self, path: str) -> str:
        return f"{self.folder}/{path}" if path else self.folder

    def _where(self, place: Place) -> str:
        return f"{self._path(place.path)}:{place.line}:{place.column}" if place.path else self.folder

    def _excerpt(self, places: list[Place]) -> Iterator[str]:
        """The line that the places stand on, if they are no whole file."""
        first = places[0]
        lines = self.lines.get(first.path, [])
        if first.line <= len(lines) and first[1:] != (1, 1, 1):
            yield from _marked(lines[first.line - 1], places)


def _role_on_line(other: Related) -> tuple[str, str, int]:
    return other.role, other.place.path, other.place.line


def _marked(line: str, places: list[Place]) -> Iterator[str]:
    """The line, cut to fit, with carets under each value; full-width characters count two."""
    start = 0 if len(line) <= EXCERPT_WIDTH else max(0, places[0].column - 1 - EXCERPT_WIDTH // 3)
    lead = "…" if start else ""
    shown = harmless(line[start : start + EXCERPT_WIDTH].replace("\t", " "))
    carets = ""
    for place in places:
        at = place.column - 1 - start
        before = columns(lead + shown[:at]) - len(carets)
        if before >= 0 and at <= len(shown):
            width = columns(shown[at : at + place.width])
            carets += " " * before + "^" * max(1, min(width, EXCERPT_WIDTH - 4))
    yield f"  {lead}{shown}"
    yield f"  {carets}"


def columns(text: str) -> int:
    """How many columns a text takes on a terminal in Japan, where full-width and ambiguous ones take two."""
    letters = (character for character in text if not unicodedata.combining(character))
    return sum(2 if unicodedata.east_asian_width(letter) in "FWA" else 1 for letter in letters)


Report = Callable[[Iterable[Fault], Mapping[str, Source], str, str, Mapping[str, str]], str]

# The forms in which `yearbook check` tells faults.
FORMATS: Mapping[str, Report] = {"text": report, "json": as_json, "github": as_annotations}
