"""Faults as a page for staff: where, what, the line with a caret under the value, and what to write."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from kushiro_yearbook.faults import Fault, Severity
from kushiro_yearbook.load.sources import Source
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
    ordered = [fault for _, fault in sorted({fault.order: fault for fault in faults}.items())]
    if not ordered:
        return ""
    named = {fault.place.path for fault in ordered}
    lines = {path: source.text.split("\n") for path, source in sources.items() if path in named}
    entries = ["\n".join(_entry(fault, lines, folder, language, chosen)) for fault in ordered]
    return "\n\n".join([*entries, summary(ordered, language, chosen)])


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
    line = lines[line_number - 1]
    start = max(0, column - 1 - EXCERPT_WIDTH // 3)
    shown = line[start : start + EXCERPT_WIDTH].replace("\t", " ")
    before = ("…" if start else "") + line[start : column - 1].replace("\t", " ")
    marked = line[column - 1 : column - 1 + min(width, EXCERPT_WIDTH)].replace("\t", " ")
    carets = max(1, min(columns(marked), EXCERPT_WIDTH - 4))
    yield f"  {'…' if start else ''}{shown}"
    yield f"  {' ' * columns(before)}{'^' * carets}"


def columns(text: str) -> int:
    """How many columns a text takes on a terminal in Japan, where full-width and ambiguous ones take two."""
    return sum(2 if unicodedata.east_asian_width(character) in "FWA" else 1 for character in text)
