"""The way from the content to the site, step by step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kushiro_yearbook.check import check
from kushiro_yearbook.faults import Fault, Severity
from kushiro_yearbook.load.sources import Source
from kushiro_yearbook.load.yearbook import load
from kushiro_yearbook.model import Yearbook, YearbookForm
from kushiro_yearbook.plan import plan
from kushiro_yearbook.publish import publish
from kushiro_yearbook.render import render
from kushiro_yearbook.theme import Theme, program_folder
from kushiro_yearbook.wording import severity


@dataclass(frozen=True)
class Checked:
    """The yearbook with everything that was found wrong with it."""

    yearbook: Yearbook | None
    faults: list[Fault]
    sources: Mapping[str, Source]
    form: YearbookForm | None

    @property
    def chosen(self) -> Mapping[str, str]:
        """The severities that the yearbook itself sets."""
        return {str(code): chosen for code, chosen in self.form.severity.items()} if self.form else {}

    @property
    def sound(self) -> bool:
        """Whether there is a yearbook and no error in it."""
        return self.yearbook is not None and not any(
            severity(fault, self.chosen) is Severity.ERROR for fault in self.faults
        )


def examine(content: Path) -> Checked:
    """Load and check."""
    loaded = load(content)
    whole = not loaded.faults
    faults = loaded.faults + (check(loaded.yearbook, whole=whole) if loaded.yearbook else [])
    return Checked(loaded.yearbook, faults, loaded.sources, loaded.form)


def make(yearbook: Yearbook, theme: Theme) -> Mapping[str, bytes]:
    """Plan and render."""
    return render(plan(yearbook, theme))


def build(yearbook: Yearbook, target: Path) -> int:
    """A sound yearbook to a site; gives the number of its pages."""
    files = make(yearbook, Theme(program_folder("templates"), program_folder("static")))
    publish(files, target)
    return sum(path.endswith(".html") for path in files)
