"""A line of text as a page shows it: runs of plain words, dates and words of another language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Run(NamedTuple):
    """A stretch of text that is marked up in one way.

    `datetime` is the machine value of a `<time>` (ISO 8601), `lang` the language of words that are not in
    the page's own, `kana` the reading that the text itself gives a word; all empty for plain text.
    """

    text: str
    datetime: str = ""
    lang: str = ""
    kana: str = ""


Runs = tuple[Run, ...]


def plain(runs: Iterable[Run]) -> str:
    """The bare text of runs, for titles, attributes and keys."""
    return "".join(run.text for run in runs)


def line(*parts: str | Run | Iterable[Run]) -> Runs:
    """Runs made of words and runs in order; empty ones fall away."""
    runs: list[Run] = []
    for part in parts:
        if isinstance(part, str):
            runs.append(Run(part))
        elif isinstance(part, Run):
            runs.append(part)
        else:
            runs.extend(part)
    return tuple(run for run in runs if run.text)


def joined(items: Iterable[Iterable[Run]], separator: str) -> Runs:
    """The items with a separator between them."""
    runs: list[Run] = []
    for item in items:
        if runs:
            runs.append(Run(separator))
        runs.extend(item)
    return tuple(runs)


def around(pattern: str, runs: Iterable[Run]) -> Runs:
    """Words with runs in the place of their `{}`; the words alone where they have none."""
    before, gap, after = pattern.partition("{}")
    return line(before, runs, after) if gap else line(pattern)
