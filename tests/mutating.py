"""Mutations: one small mistake at one place of the content each, and whether the rules see it."""

from __future__ import annotations

import random
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from kushiro_yearbook.cli import main
from kushiro_yearbook.confirmation import blocks_of
from kushiro_yearbook.faults import Place
from kushiro_yearbook.load.yaml_reader import read_yaml
from kushiro_yearbook.model import Department, Section, Yearbook
from kushiro_yearbook.pipeline import Checked, examine
from kushiro_yearbook.records import CONFIRMED, Confirmation, confirmations_text
from kushiro_yearbook.text import CITATION, READING, Text
from kushiro_yearbook.tree import Mapping as TreeMapping
from kushiro_yearbook.tree import Scalar, Sequence, Tree

CONTENT = Path(__file__).parents[1] / "content"
DAY, READERS = "2026-04-01", ("甲", "乙")


@dataclass(frozen=True)
class Mutation:
    """A file with other words at one place: `old` at line and column, both from 1, becomes `new`."""

    kind: str
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

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.old} → {self.new}"


# --- the content in the three states in which the classes are tried


@cache
def _workshop() -> TemporaryDirectory[str]:
    return TemporaryDirectory()


@cache
def bare() -> Path:
    """The content without records, so that nothing but what it says itself can give a mistake away."""
    target = Path(_workshop().name) / "bare"
    shutil.copytree(CONTENT, target, ignore=shutil.ignore_patterns("*.lock", "published.json"))
    return target


@cache
def approved() -> Path:
    """The content with its approved translations."""
    target = Path(_workshop().name) / "approved"
    shutil.copytree(CONTENT, target)
    return target


@cache
def confirmed() -> Path:
    """The content with every figure confirmed."""
    target = Path(_workshop().name) / "confirmed"
    shutil.copytree(bare(), target)
    for edition in _yearbook(target).editions:
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
    for edition in _yearbook(target).editions:
        assert main(["release", edition.slug, "--content", str(target)]) == 0
    return target


def _yearbook(content: Path) -> Yearbook:
    yearbook = examine(content).yearbook
    assert yearbook is not None
    return yearbook


# --- the places of each class


def _other(digit: str) -> str:
    """A digit one more; never a zero, which could lead."""
    return str(int(digit) % 9 + 1)


def _digits(kind: str, place: Place, words: str) -> Iterator[Mutation]:
    """Each digit of a value that stands on one line."""
    for match in re.finditer("[0-9]", words):
        yield Mutation(kind, place.path, place.line, place.column + match.start(), match[0], _other(match[0]))


def _departments() -> Iterator[Department]:
    for edition in _yearbook(bare()).editions:
        yield from edition.departments


def _sections() -> Iterator[Section]:
    for department in _departments():
        for top in department.sections:
            yield from top.walk()


def _bilingual() -> Iterator[Text]:
    """Every text that says both languages itself, once."""
    seen: set[Place] = set()
    for department in _departments():
        for text in department.texts():
            if "en" in text.places and text.place not in seen and text.ja != text.words("en"):
                seen.add(text.place)
                yield text


def digits_of_text(language: str) -> Iterator[Mutation]:
    """Each digit of each text in one language, but for those of citations and readings."""
    kind = f"a digit in a text's {'Japanese' if language == 'ja' else 'English'} only"
    for text in _bilingual():
        words = text.words(language)
        for known in (CITATION, READING):
            words = known.sub(lambda match: "_" * len(match[0]), words)
        for match in re.finditer("[0-9]", words):
            place = text.place_of_part(language, match.start(), 1)
            yield Mutation(kind, place.path, place.line, place.column, match[0], _other(match[0]))


def summed_figures() -> Iterator[Mutation]:
    """Each digit of a cell that a sum counts, and of a figure with a breakdown and its parts."""
    kind = "a digit in a summed figure"
    for section in _sections():
        table = section.form.table
        summed = {label for total in (table.sums if table else ()) for label in (total.total, *total.parts)}
        for row in table.grid if table and summed else ():
            assert table is not None
            for measure, cell in zip(table.measures, row.cells, strict=True):
                if measure.label in summed and cell.value is not None:
                    yield from _digits(kind, cell.place, f"{cell.value}")
    for path, tree in _trees():
        for mapping in _mappings(tree):
            if "breakdown" in mapping:
                yield from _scalar_digits(kind, path, mapping["value"], mapping["breakdown"])


def _trees() -> Iterator[tuple[str, Tree]]:
    for file in sorted(bare().rglob("*.yaml")):
        path = file.relative_to(bare()).as_posix()
        tree, _ = read_yaml(file.read_text("utf-8"), path)
        if tree is not None and "/" in path:
            yield path, tree


def _mappings(tree: Tree) -> Iterator[TreeMapping]:
    if isinstance(tree, TreeMapping):
        yield tree
        for value in tree.values():
            yield from _mappings(value)
    elif isinstance(tree, Sequence):
        for value in tree:
            yield from _mappings(value)


def _scalars(tree: Tree) -> Iterator[Scalar]:
    """The values of a tree that stand on one line, but for words of a language."""
    if isinstance(tree, Scalar):
        yield from [] if tree.stretches else [tree]
    elif isinstance(tree, TreeMapping):
        for key, value in tree.items():
            yield from _scalars(value) if key not in ("ja", "en", "by") else ()
    else:
        for value in tree:
            yield from _scalars(value)


def _scalar_digits(kind: str, path: str, *trees: Tree) -> Iterator[Mutation]:
    for tree in trees:
        for scalar in _scalars(tree):
            yield from _digits(kind, _inside(scalar)._replace(path=path), scalar)


def _inside(scalar: Scalar) -> Place:
    """Where the words begin, behind a quote."""
    return scalar.place._replace(column=scalar.place.column + scalar.quoted)


def _under(keys: frozenset[str]) -> Iterator[tuple[str, Scalar]]:
    for path, tree in _trees():
        for mapping in _mappings(tree):
            for key, value in mapping.items():
                if str(key) in keys:
                    yield from ((path, scalar) for scalar in _scalars(value))


def dates() -> Iterator[Mutation]:
    """Each digit of a typed date."""
    for path, scalar in _under(frozenset({"dates", "when", "term", "agreed"})):
        yield from _digits("a typed date", _inside(scalar)._replace(path=path), scalar)


def year_labels() -> Iterator[Mutation]:
    """The year of each section and each date of reference, one year on."""
    for path, scalar in _under(frozenset({"year", "as_of"})):
        if match := re.search(r"[0-9]+(?=年)", scalar):
            place = _inside(scalar)
            column = place.column + match.start()
            yield Mutation("a year label", path, place.line, column, match[0], str(int(match[0]) + 1))


def units() -> Iterator[Mutation]:
    """The unit of each figure, another one of the register in its place."""
    signs = sorted(_yearbook(bare()).registers.units, key=len, reverse=True)
    for path, scalar in _under(frozenset({"figures"})):
        match = re.search(rf"(?<=[0-9])({'|'.join(map(re.escape, signs))})", scalar)
        if match:
            other = "件" if match[1] != "件" else "回"
            place = _inside(scalar)
            yield Mutation("a unit", path, place.line, place.column + match.start(), match[1], other)


def dropped_names() -> Iterator[Mutation]:
    """A name gone from a list that a figure counts."""
    counted = {
        str(figure.counts) for section in _sections() for _, figure in section.figures() if figure.counts
    }
    for section in _sections():
        if section.form.people and str(section.form.id or section.slug) in counted:
            for person in section.form.people.root:
                place = person.name.place
                line = (bare() / place.path).read_text("utf-8").split("\n")[place.line - 1]
                if line.strip() == f"- {person.name.ja}":
                    yield Mutation("a name of a counted list", place.path, place.line, 1, line, "")


def observed_digits(kind: str) -> Callable[[], Iterator[Mutation]]:
    """A digit of each figure."""

    def found() -> Iterator[Mutation]:
        seen: set[Place] = set()
        for department in _departments():
            for observation in department.observations():
                place, quantity = observation.place, observation.quantity
                if quantity is None or place in seen:
                    continue
                seen.add(place)
                line = (bare() / place.path).read_text("utf-8").split("\n")[place.line - 1]
                written = line[place.column - 1 : place.column - 1 + place.width]
                yield from _digits(kind, place, written)

    return found


def translations(language: str) -> Callable[[], Iterator[Mutation]]:
    """A word behind the last letter of each text in one language."""

    def found() -> Iterator[Mutation]:
        for text in _bilingual():
            words = text.words(language).rstrip()
            place = text.place_of_part(language, len(words) - 1, 1)
            new = words[-1] + ("も" if language == "ja" else " too")
            yield Mutation(
                "a translation edited on one side", place.path, place.line, place.column, words[-1], new
            )

    return found


def addresses() -> Iterator[Mutation]:
    """The id of each partner changed, which its page is called by."""
    for edition in _yearbook(bare()).editions:
        for _, _, partner in edition.partners:
            place = partner.id.place
            yield Mutation(
                "a published address", place.path, place.line, place.column, partner.id, f"{partner.id}-x"
            )


# Each class: its places, the content it is tried in, and whether the content holds what gives it away.
CLASSES: tuple[tuple[Callable[[], Iterator[Mutation]], Callable[[], Path], bool], ...] = (
    (summed_figures, bare, True),
    (lambda: digits_of_text("ja"), bare, True),
    (lambda: digits_of_text("en"), bare, True),
    (dropped_names, bare, True),
    (observed_digits("a confirmed figure"), confirmed, True),
    (translations("ja"), approved, True),
    (translations("en"), approved, True),
    (observed_digits("a published figure"), released, True),
    (addresses, released, True),
    (dates, bare, False),
    (year_labels, bare, False),
    (units, bare, False),
)


# --- trying them


@dataclass
class Tally:
    """Of one class how many were tried, and the ones that nothing gave away."""

    kind: str
    redundant: bool
    tried: int
    missed: list[Mutation]

    @property
    def share(self) -> float:
        """How many of a hundred were found."""
        return 100 * (self.tried - len(self.missed)) / self.tried if self.tried else 100.0


def _known(checked: Checked) -> Counter[tuple[str, str]]:
    return Counter((fault.code, fault.place.path) for fault in checked.faults)


@cache
def _before(content: Path) -> Counter[tuple[str, str]]:
    return _known(examine(content))


def found(mutation: Mutation, content: Path) -> bool:
    """Whether a mistake brings a fault that the content has not without it."""
    text = (content / mutation.path).read_text("utf-8")
    spoilt = mutation.applied(text)
    assert spoilt is not None
    return bool(_known(examine(content, {mutation.path: spoilt.encode()})) - _before(content))


def places(find: Callable[[], Iterator[Mutation]]) -> list[Mutation]:
    """The places of a class that stand in their files as they are, in their order, each once."""
    texts: dict[str, str] = {}
    chosen: dict[Mutation, None] = {}
    for mutation in find():
        text = texts.setdefault(mutation.path, (bare() / mutation.path).read_text("utf-8"))
        if mutation.applied(text) is not None:
            chosen[mutation] = None
    return list(chosen)


def tally(
    number: int | None = None,
    seed: int = 0,
    judge: Callable[[Iterable[Mutation], Path], Iterable[bool]] | None = None,
) -> Iterator[Tally]:
    """Each class, whole or by a seeded sample; classes of one name are told as one."""
    tallies: dict[str, Tally] = {}
    for find, where, redundant in CLASSES:
        chosen = places(find)
        if number is not None:
            chosen = random.Random(seed).sample(chosen, min(number, len(chosen)))  # noqa: S311 – no secret
        content = where()
        answers = judge(chosen, content) if judge else (found(mutation, content) for mutation in chosen)
        for mutation, seen in zip(chosen, answers, strict=True):
            known = tallies.setdefault(mutation.kind, Tally(mutation.kind, redundant, 0, []))
            known.tried += 1
            known.missed += [] if seen else [mutation]
    yield from tallies.values()


def told(tallies: Iterable[Tally]) -> Iterator[str]:
    """A line for each class; those without redundancy say so."""
    for one in tallies:
        note = "" if one.redundant else "  (what is printed once has nothing beside it that could differ)"
        yield f"{one.kind:34} {one.tried - len(one.missed):5} of {one.tried:5}  {one.share:5.1f} %{note}"
