"""Faults as a page for staff: where, what, the line with a caret under the value, and what to write.

Also as JSON for other programs, and as the lines that GitHub prints beside a proposal's files.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from kushiro_yearbook.faults import Fault, Severity
from kushiro_yearbook.load.sources import FORBIDDEN, Source
from kushiro_yearbook.wording import WORDINGS, severity

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
    """All faults in the order of their places, then how many there are; empty without faults."""
    ordered = in_order(faults)
    if not ordered:
        return ""
    told = {fault.place.path for fault in ordered}
    lines = {path: sources[path].text.split("\n") for path in told if path in sources}
    entries = ["\n".join(_entry(fault, lines, folder, language, chosen)) for fault in ordered]
    # A report must not do to a terminal what it warns of.
    return "\n\n".join(
        [*(_UNSEEN.sub("\ufffd", entry) for entry in entries), summary(ordered, language, chosen)]
    )


_UNSEEN = re.compile(rf"[\ud800-\udfff]|{FORBIDDEN.pattern}")


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
        "file": f"{folder}/{place.path}" if place.path else folder,
        "line": place.line,
        "column": place.column,
        "message": wording.message(language, fault.words),
        "hint": wording.hint(language, fault.words),
    }


def _annotation(described: Mapping[str, Any]) -> str:
    """`::error file=…,line=…,col=…,title=…::…`, in which no value can end its own field or the line."""
    keys = {"file": "file", "line": "line", "column": "col", "code": "title"}
    fields = (f"{said}={_escaped(str(described[key]), ':,')}" for key, said in keys.items())
    words = " → ".join(filter(None, (described["message"], described["hint"])))
    return f"::{described['severity']} {','.join(fields)}::{_escaped(words)}"


def _escaped(words: str, more: str = "") -> str:
    """Words with what ends a line, or a field, as a percent sign and two hexadecimal digits."""
    return "".join(f"%{ord(c):02X}" if c in "%\r\n" + more else c for c in words)


def summary(faults: Iterable[Fault], language: str, chosen: Mapping[str, str]) -> str:
    """How many errors and warnings there are."""
    found = Counter(severity(fault, chosen) for fault in faults)
    errors, warnings = found[Severity.ERROR], found[Severity.WARNING]
    if language == "ja":
        return f"エラー {errors} 件、警告 {warnings} 件"
    return f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}"


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _entry(
    fault: Fault, lines: Mapping[str, list[str]], folder: str, language: str, chosen: Mapping[str, str]
) -> Iterator[str]:
    wording, place = WORDINGS[fault.code], fault.place
    weight = SEVERITY_WORDS[severity(fault, chosen)][language]
    message = wording.message(language, fault.words)
    where = f"{folder}/{place.path}:{place.line}:{place.column}" if place.path else folder
    yield f"{where}: {weight} {fault.code}: {message}"
    if place.path in lines and place[1:] != (1, 1, 1):
        yield from _excerpt(lines[place.path], fault)
    hint = wording.hint(language, fault.words)
    if hint:
        yield f"  → {hint}"


def _excerpt(lines: list[str], fault: Fault) -> Iterator[str]:
    """The line, cut to fit, with carets under the value; full-width characters count two."""
    line_number, column, width = fault.place[1:]
    if line_number > len(lines):
        return
    line = _UNSEEN.sub("\ufffd", lines[line_number - 1])
    start = max(0, column - 1 - EXCERPT_WIDTH // 3)
    shown = line[start : start + EXCERPT_WIDTH].replace("\t", " ")
    before = ("…" if start else "") + line[start : column - 1].replace("\t", " ")
    marked = line[column - 1 : column - 1 + min(width, EXCERPT_WIDTH)].replace("\t", " ")
    carets = max(1, min(columns(marked), EXCERPT_WIDTH - 4))
    yield f"  {'…' if start else ''}{shown}"
    yield f"  {' ' * columns(before)}{'^' * carets}"


def columns(text: str) -> int:
    """How many columns a text takes on a terminal in Japan, where full-width and ambiguous ones take two."""
    letters = (character for character in text if not unicodedata.combining(character))
    return sum(2 if unicodedata.east_asian_width(letter) in "FWA" else 1 for letter in letters)


Report = Callable[[Iterable[Fault], Mapping[str, Source], str, str, Mapping[str, str]], str]

# The forms in which `yearbook check` tells faults.
FORMATS: Mapping[str, Report] = {"text": report, "json": as_json, "github": as_annotations}
