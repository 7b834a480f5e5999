"""The way from the content to the site, step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from kushiro_yearbook.check import check
from kushiro_yearbook.faults import Fault, Place, Severity
from kushiro_yearbook.links import dead, unpaired
from kushiro_yearbook.load.sources import Source, Stamp, altered, stamped
from kushiro_yearbook.load.town_theme import NO_THEME, TownTheme
from kushiro_yearbook.load.yearbook import UNCHANGED, Loaded, load
from kushiro_yearbook.model import Yearbook, YearbookForm
from kushiro_yearbook.plan import plan
from kushiro_yearbook.progress import SILENT, Progress
from kushiro_yearbook.publishing.publish import stage
from kushiro_yearbook.publishing.releases import Releases
from kushiro_yearbook.publishing.target import accept_files
from kushiro_yearbook.render import Unrendered, render
from kushiro_yearbook.stopping import undisturbed
from kushiro_yearbook.theme import Theme, program_folder, program_stamps
from kushiro_yearbook.wording import severity


@dataclass(frozen=True)
class Checked:
    """The yearbook with everything that was found wrong with it."""

    yearbook: Yearbook | None
    faults: list[Fault]
    sources: Mapping[str, Source]
    form: YearbookForm | None
    town: TownTheme = NO_THEME
    # The site's files, where they had to be made to try the town's own templates.
    files: Mapping[str, bytes] | None = None
    # When and how large each file was before the first was read: of the content, and of the program's theme.
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    program: Mapping[str, Stamp] = field(default_factory=dict)

    @property
    def chosen(self) -> Mapping[str, str]:
        """The severities that the yearbook itself sets."""
        return {str(code): chosen for code, chosen in self.form.severity.items()} if self.form else {}

    @property
    def errors(self) -> bool:
        """Whether any fault is an error."""
        return any(severity(fault, self.chosen) is Severity.ERROR for fault in self.faults)

    @property
    def sound(self) -> bool:
        """Whether there is a yearbook and no error in it."""
        return self.yearbook is not None and not self.errors


class Unreadable(OSError):
    """What a site is made from could not be read."""


@contextmanager
def _reading(folder: Path) -> Iterator[None]:
    """Meanwhile nothing is written: what fails could not be read, in this folder if it says no more."""
    try:
        yield
    except OSError as error:
        raise Unreadable(error.errno, error.strerror, error.filename or str(folder)) from error


# How the files of a site are made.
Making = Callable[[Yearbook, Theme], Mapping[str, bytes]]


def examine(
    content: Path,
    changed: Mapping[str, bytes] = UNCHANGED,
    making: Making | None = None,
    progress: Progress = SILENT,
) -> Checked:
    """Load and check; a town's own templates are tried on every page.

    `changed` are files by path that are to be read as if they held other bytes; `making` makes the pages,
    by default `make`. Raises `Unreadable`.
    """
    with _reading(content):
        progress.step("load")
        stamps, program = stamped(content), program_stamps()
        checked = replace(_checked(load(content, changed), progress), stamps=stamps, program=program)
        if checked.town == NO_THEME:
            return checked
        return _tried(checked, making or partial(make, progress=progress))


def _checked(loaded: Loaded, progress: Progress) -> Checked:
    progress.step("check")
    whole = not loaded.faults
    faults = loaded.faults + (check(loaded.yearbook, whole=whole) if loaded.yearbook else [])
    return Checked(loaded.yearbook, faults, loaded.sources, loaded.form, loaded.town)


def _tried(checked: Checked, making: Making) -> Checked:
    """With the faults of the town's theme, and where there is none the files that were made to see it."""
    theme = program_theme(checked.town)
    found = list(theme.faults())
    if found or not checked.sound or checked.yearbook is None:
        return replace(checked, faults=checked.faults + found)
    try:
        return replace(checked, files=making(checked.yearbook, theme))
    except Unrendered as unrendered:
        return replace(checked, faults=checked.faults + unrendered.faults)


def program_theme(town: TownTheme) -> Theme:
    """The program's theme with a town's own over it."""
    return Theme(program_folder("templates"), program_folder("static"), town)


def make(yearbook: Yearbook, theme: Theme, progress: Progress = SILENT) -> Mapping[str, bytes]:
    """Plan and render."""
    return render(plan(yearbook, theme), progress)


class NotPublished(Exception):
    """A site that was made and is not to be published, and the faults that forbid it."""

    def __init__(self, faults: list[Fault], files: Mapping[str, bytes]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults
        self.files = files


@dataclass(frozen=True)
class Built:
    """A site that stands: the number of its pages, and whether anything in it is new."""

    pages: int
    is_new: bool


def _edited(checked: Checked, content: Path) -> Iterator[Fault]:
    """A fault for each file that is not as it was before the first was read."""
    for path in altered(checked.stamps, stamped(content)):
        yield Fault(Place(path), "I40")
    for path in altered(checked.program, program_stamps()):
        yield Fault(Place(""), "I41", {"name": path})


def build(checked: Checked, content: Path, releases: Releases, progress: Progress = SILENT) -> Built:
    """Publish a sound yearbook, made from `content`; raises `NotPublished`, `NotAsWritten` and `OSError`.

    Where it is `Unreadable` nothing was begun.
    """
    assert checked.yearbook is not None
    with _reading(program_folder("templates")):
        files = checked.files or make(checked.yearbook, program_theme(checked.town), progress)
    progress.step("inspect")
    locales = [locale.id for locale in checked.yearbook.form.locales]
    if unsound := [*dead(files), *unpaired(files, locales)]:
        raise NotPublished(unsound, files)
    staged = stage(files, releases, progress)
    if edited := list(_edited(checked, content)):
        raise NotPublished(edited, {})
    if staged:
        progress.step("swap")
        with undisturbed():
            accept_files(releases.site)
            releases.put(staged)
    return Built(sum(path.endswith(".html") for path in files), staged is not None)
