"""Mutations: one small mistake in a copy of the content each, and whether `check` sees it.

`mistakes.py` says at which places; `scripts/mutate` tries all of them, `test_mutations.py` a sample.
"""

from __future__ import annotations

import random
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from kushiro_yearbook.confirmation import blocks_of
from kushiro_yearbook.model import EditionForm, Yearbook
from kushiro_yearbook.page_list import addresses_of
from kushiro_yearbook.pipeline import Checked, examine
from kushiro_yearbook.records import (
    CONFIRMED,
    PUBLISHED,
    Confirmation,
    confirmations_text,
    release_text,
)
from kushiro_yearbook.rules.left import YEARLY

CONTENT = Path(__file__).parents[1] / "content"
DAY, READERS = "2026-04-01", ("甲", "乙")
# What must be found, of a hundred, where the content says a thing twice.
GOAL = 95


@dataclass(frozen=True)
class Mutation:
    """A file with other words at one place: `old` at line and column, both from 1, becomes `new`."""

    path: str
    line: int
    column: int
    old: str
    new: str

    def applied(self, text: str) -> str | None:
        """The file's text with the mistake in it; None where the old words do not stand there."""
        lines = text.split("\n")
        line, start = lines[self.line - 1], self.column - 1
        if line[start : start + len(self.old)] != self.old:
            return None
        lines[self.line - 1] = line[:start] + self.new + line[start + len(self.old) :]
        return "\n".join(lines)

    def examined(self, content: Path) -> Checked:
        """What `check` makes of the content with the mistake in it."""
        spoilt = self.applied((content / self.path).read_text("utf-8"))
        assert spoilt is not None, self
        return examine(content, {self.path: spoilt.encode()})

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.old} → {self.new}"


@dataclass(frozen=True)
class Move:
    """The files and folders whose path begins with `old` under another name."""

    old: str
    new: str

    def examined(self, content: Path) -> Checked:
        """What `check` makes of the content once they have moved."""
        with TemporaryDirectory() as folder:
            copy = Path(folder) / "content"
            shutil.copytree(content, copy)
            beside = copy / Path(self.old).parent
            for path in sorted(beside.iterdir()):
                below = path.relative_to(copy).as_posix()
                if below.startswith(self.old):
                    path.rename(copy / (self.new + below.removeprefix(self.old)))
            return examine(copy)

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"


Mistake = Mutation | Move


@dataclass(frozen=True)
class Class:
    """A kind of mistake: its places, and the copy of the content that they are tried in.

    `redundant` says that something else in that copy says the same, so that it can be found.
    """

    name: str
    places: Callable[[], Iterable[Mistake]]
    copy: Callable[[], Path]
    redundant: bool

    def __str__(self) -> str:
        return self.name


# --- the content in the states in which the classes are tried


@cache
def _workshop() -> TemporaryDirectory[str]:
    return TemporaryDirectory()


@cache
def bare() -> Path:
    """The content without records, so that nothing but what it says itself can give a mistake away."""
    target = Path(_workshop().name) / "bare"
    shutil.copytree(CONTENT, target, ignore=shutil.ignore_patterns("*.lock", PUBLISHED))
    return target


@cache
def approved() -> Path:
    """The content with its approved translations."""
    target = Path(_workshop().name) / "approved"
    shutil.copytree(CONTENT, target, ignore=shutil.ignore_patterns(CONFIRMED, PUBLISHED))
    return target


@cache
def confirmed() -> Path:
    """The content with every figure confirmed."""
    target = Path(_workshop().name) / "confirmed"
    shutil.copytree(bare(), target)
    for edition in yearbook_of(target).editions:
        for department in edition.departments:
            entries = [
                Confirmation(edition.slug, block.key, DAY, READERS, block.figures)
                for block in blocks_of(department)
            ]
            file = target / department.folder / CONFIRMED
            file.write_text(confirmations_text(entries), "utf-8", newline="\n")
    return target


@cache
def released() -> Path:
    """The content with every edition released."""
    target = Path(_workshop().name) / "released"
    shutil.copytree(bare(), target)
    for edition in yearbook_of(target).editions:
        figures = {key: (one.statement,) for key, one in edition.observations.items()}
        text = release_text(edition.slug, addresses_of(edition), figures)
        (target / edition.slug / PUBLISHED).write_text(text, "utf-8", newline="\n")
    return target


# A line with a time that moves on with the edition: of a key that dates, or of what is held every year.
_MOVING = re.compile(rf" *(?:- )?(?:label|year|fiscal_year|when|as_of|[^ :]*(?:{'|'.join(YEARLY)})): .*")

_ANNIVERSARY = re.compile("( *提携周年: )([0-9]+)周年")


@cache
def renewed() -> Path:
    """The content with its newest edition copied into the next, in which whatever is dated has moved on."""
    target = Path(_workshop().name) / "renewed"
    shutil.copytree(bare(), target)
    last = yearbook_of(target).newest
    following = target / f"{last.form.year.year + 1}"
    shutil.copytree(target / last.slug, following)
    for file in following.rglob("*.yaml"):
        lines = (moved_on(line, last.form) for line in file.read_text("utf-8").split("\n"))
        file.write_text("\n".join(lines), "utf-8", newline="\n")
    return target


def moved_on(line: str, last: EditionForm) -> str:
    """A line of the edition before as it stands in the next: what is dated in its years is a year later."""
    if anniversary := _ANNIVERSARY.fullmatch(line):
        return f"{anniversary[1]}{int(anniversary[2]) + 1}周年"
    if not last.year.era or not _MOVING.fullmatch(line):
        return line
    first = last.year.era.first.year - 1
    years = {last.told.year, last.year.year}
    later = {str(one): str(one + 1) for year in years for one in (year - first, year)}
    return re.sub(r"[0-9]+(?=年| edition)", lambda nth: later.get(nth[0], nth[0]), line)


def yearbook_of(content: Path) -> Yearbook:
    """The yearbook of a content that can be loaded."""
    yearbook = examine(content).yearbook
    assert yearbook is not None
    return yearbook


# --- trying them

Found = tuple[str, ...]
Judge = Callable[[Iterable[Mistake], Path], Iterable[Found]]


@dataclass
class Tally:
    """Of one class how many were tried, by which faults they were found, and those that nothing gave away."""

    kind: Class
    tried: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    missed: list[Mistake] = field(default_factory=list)

    @property
    def found(self) -> int:
        """How many brought a fault."""
        return self.tried - len(self.missed)

    @property
    def share(self) -> float:
        """How many of a hundred did."""
        return 100 * self.found / self.tried if self.tried else 100.0


def _known(checked: Checked) -> Counter[tuple[str, str]]:
    return Counter((fault.code, fault.place.path) for fault in checked.faults)


@cache
def _before(content: Path) -> Counter[tuple[str, str]]:
    return _known(examine(content))


def found(mistake: Mistake, content: Path) -> Found:
    """The codes of the faults that a mistake brings and the content has not without it."""
    return tuple(sorted({code for code, _ in _known(mistake.examined(content)) - _before(content)}))


def one_by_one(mistakes: Iterable[Mistake], content: Path) -> Iterable[Found]:
    """Each in its turn."""
    return (found(mistake, content) for mistake in mistakes)


def tally(kind: Class, number: int | None = None, seed: int = 0, judge: Judge = one_by_one) -> Tally:
    """A class, whole or by a seeded sample of so many."""
    chosen = list(dict.fromkeys(kind.places()))
    if number is not None and number < len(chosen):
        chosen = random.Random(seed).sample(chosen, number)  # noqa: S311 – no secret
    result = Tally(kind)
    for mistake, codes in zip(chosen, judge(chosen, kind.copy()), strict=True):
        result.tried += 1
        result.codes.update(codes)
        result.missed += [] if codes else [mistake]
    return result


def told(tallies: Iterable[Tally]) -> Iterator[str]:
    """A line for each class: found, of how many, the share, and by which faults; those said twice first."""
    both = list(tallies)
    for redundant in (True, False):
        yield "said twice:" if redundant else "said once, so that nothing but chance gives them away:"
        for one in both:
            if one.kind.redundant is redundant:
                codes = ", ".join(f"{code} {number}" for code, number in one.codes.most_common(4))
                yield f"  {one.kind.name:52} {one.found:4} / {one.tried:4} {one.share:6.1f} %  {codes}"
