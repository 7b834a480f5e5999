"""What every command is made of: its options, its words, and how it tells faults."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kushiro_yearbook.departments import by_department, names_of
from kushiro_yearbook.faults import Severity
from kushiro_yearbook.load.yearbook import load
from kushiro_yearbook.model import Edition
from kushiro_yearbook.pipeline import Checked
from kushiro_yearbook.quantities import near
from kushiro_yearbook.report import FORMATS
from kushiro_yearbook.wording import JUDGED, severity
from kushiro_yearbook.wordings.records import RECORDS

DONE, FAULTY, MISUSED = 0, 1, 2

# A message in each language, with gaps.
Message = Mapping[str, str]
# What `argparse` is told of each argument; each has a field of its name in `Options`.
Arguments = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Options:
    """What the command line asked for; every argument is a field of its name, used or not."""

    content: Path = Path("content")
    lang: str | None = None
    site: Path = Path("site")
    kind: str = ""
    format: str = "text"
    old: Path = Path()
    new: Path = Path("content")
    folder: Path = Path()
    name: str | None = None
    name_en: str | None = None
    code: str = ""
    year: str = ""
    department: str = ""
    rule: str = ""
    fix: bool = False
    yes: bool = False
    external: bool = False
    built: Path | None = None
    out: Path = Path("schemas")
    departments: Sequence[str] = ()
    only: str | None = None
    check: bool = False
    tidy: bool = False
    prune: bool = False
    place: str = ""
    by: Sequence[str] = ()
    on: str | None = None
    withdraw: bool = False
    edition: str | None = None
    quiet: bool = False
    timings: bool = False
    port: int = 8000
    open: bool = False
    file: Path = Path("yearbook.zip")

    def speaks(self, checked: Checked) -> str:
        """The language asked for, else the yearbook's own, else the environment's."""
        own = checked.form.messages if checked.form else None
        return self.lang or own or language()


@dataclass(frozen=True)
class Command:
    """A command: what it does, and in Japanese and English how its help says so."""

    run: Callable[[Options], int]
    says: str
    arguments: Arguments


def language() -> str:
    """The language of the messages when nobody asks: the environment's, else Japanese, which staff write."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        chosen = os.environ.get(name, "")
        if chosen:
            return "en" if chosen.startswith("en") else "ja"
    return "ja"


def complain(message: Message, language: str, **words: object) -> None:
    """A message on what went wrong."""
    say(message[language].format(**words))


def say(words: str, end: str = "\n") -> None:
    """Something beside what was asked for; whether anybody hears it changes nothing in what is done."""
    with suppress(OSError):
        print(words, end=end, file=sys.stderr, flush=True)


def did_you_mean(word: str, known: Iterable[str], language: str) -> str:
    """A question after the known word that is most like one; empty where none is."""
    found = near(word, list(known))
    if not found:
        return ""
    return f"「{found}」ではありませんか。" if language == "ja" else f"Did you mean “{found}”? "


def settings(options: Options) -> tuple[str, Mapping[str, str]]:
    """The language of messages and the severities that the yearbook chose, if there is one."""
    loaded = load(options.content)
    checked = Checked(loaded.yearbook, [], {}, loaded.form)
    return options.speaks(checked), checked.chosen


def tell(checked: Checked, options: Options) -> None:
    """The faults as text, where there are any, beside what a command is asked for."""
    found = told(checked, options)
    if found:
        say(found)


def told(checked: Checked, options: Options) -> str:
    """The faults in the form asked for; as text, where there are several, with their number by department."""
    folder, spoken = options.content.as_posix(), options.speaks(checked)
    faults, chosen = checked.faults, checked.chosen
    whole = FORMATS[options.format](faults, checked.sources, folder, spoken, chosen)
    if options.format != "text" or len(faults) < 2:
        return whole
    return "\n".join([whole, *by_department(faults, names_of(checked.yearbook, spoken), spoken, chosen)])


def editions_of(checked: Checked, options: Options) -> tuple[Edition, ...]:
    """The editions that a command may keep a record of; none where the content is broken, which is told.

    Errors that say what the content means, and those of the records themselves, stand in nobody's way; where
    a file could not be read, what it says would be taken for gone.
    """
    stands = JUDGED | RECORDS.keys()
    broken = any(
        fault.code not in stands and severity(fault, checked.chosen) is Severity.ERROR
        for fault in checked.faults
    )
    if checked.yearbook is None or broken:
        tell(checked, options)
        return ()
    return checked.yearbook.editions


UNWRITABLE: Message = {
    "ja": "{target} に書き込めません（{reason}）。何も変わっていません。",
    "en": "{target} cannot be written ({reason}); nothing was changed.",
}
