"""What the content accepts with a reason: where each `allow` stands, and which faults stand within it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from kushiro_yearbook import tree
from kushiro_yearbook.faults import Fault
from kushiro_yearbook.forms import AllowField
from kushiro_yearbook.model import Section, Yearbook
from kushiro_yearbook.tree import Scalar, Tree
from kushiro_yearbook.wording import JUDGED

# A line and a column.
Point = tuple[int, int]
FIRST: Point = (0, 0)
LAST: Point = (2**31, 0)


class Allowing(Protocol):
    """A form that may accept faults."""

    @property
    def allow(self) -> AllowField | None:
        """Codes with reasons."""

    @property
    def written(self) -> Tree | None:
        """What it was read from."""


@dataclass(frozen=True)
class Span:
    """A stretch of one file, from its first point to before its last."""

    path: str
    first: Point = FIRST
    last: Point = LAST


@dataclass(frozen=True, eq=False)
class Allowance:
    """One accepted code, with the stretches of files in which it is accepted."""

    code: Scalar
    spans: tuple[Span, ...]


def allowances(yearbook: Yearbook) -> Iterator[Allowance]:
    """Every allowance of the content."""
    for form, files in _forms(yearbook):
        if form.allow:
            spans = tuple(_spans(form.written, files))
            yield from (Allowance(code, spans) for code in form.allow)


def _forms(yearbook: Yearbook) -> Iterator[tuple[Allowing, tuple[str, ...]]]:
    """Every form that may accept faults, with the files and folders that are its own as a whole."""
    for edition in yearbook.editions:
        yield edition.form, edition.paths
        for part in edition.parts:
            yield part.form, (*part.paths, part.paths[0].rpartition("/")[0])
        for department in edition.departments:
            yield department.form, (*department.paths, department.folder)
            for top in department.sections:
                yield top.form, top.paths
                yield from ((form, ()) for form in _forms_below(top))


def _forms_below(top: Section) -> Iterator[Allowing]:
    for section in top.walk():
        form = section.form
        yield from () if section is top else (form,)
        yield from (form.table,) if form.table else ()
        yield from form.partners.root if form.partners else ()
        yield from section.events()
        yield from (figure for _, figure in section.figures())


def _spans(written: Tree | None, files: tuple[str, ...]) -> Iterator[Span]:
    """Its own files; else where it stands, and the files that are read into it."""
    if files or not isinstance(written, tree.Mapping):
        yield from map(Span, files)
        return
    path, line, column, _ = written.place
    yield Span(path, (line, column), written.end)
    yield from map(Span, dict.fromkeys(_paths(written)) - {path: None}.keys())


def _paths(node: Tree) -> Iterator[str]:
    yield node.place.path
    if isinstance(node, tree.Mapping | tree.Sequence):
        for below in node.values() if isinstance(node, tree.Mapping) else node:
            yield from _paths(below)


@dataclass
class Accepting:
    """The allowances laid out by code and file, so that a fault finds its own at once."""

    allowances: tuple[Allowance, ...]
    used: set[Allowance] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Lay them out."""
        pairs = ((allowance, span) for allowance in self.allowances for span in allowance.spans)
        shelves: dict[tuple[str, str], list[tuple[Allowance, Span]]] = {}
        for allowance, span in pairs:
            shelves.setdefault((str(allowance.code), span.path), []).append((allowance, span))
        self._shelves: Mapping[tuple[str, str], list[_Stretch]] = {
            key: _nested(shelf) for key, shelf in shelves.items()
        }

    def accepts(self, fault: Fault) -> bool:
        """Whether the fault stands within something that accepts it."""
        shelf = self._shelves.get((fault.code, fault.place.path), [])
        point = (fault.place.line, fault.place.column)
        at = bisect_right(shelf, point, key=lambda stretch: stretch.span.first) - 1
        while at >= 0 and point >= shelf[at].span.last:
            at = shelf[at].outer
        if at >= 0:
            self.used.add(shelf[at].allowance)
        return at >= 0

    def unused(self) -> Iterator[Allowance]:
        """The allowances that have accepted nothing, in the order of the content."""
        return (allowance for allowance in self.allowances if allowance not in self.used)


def unused(accepting: Accepting) -> Iterator[Fault]:
    """S29: every allowance accepts something.

    ja:
        見つけるもの: allow に書かれているのに、その中にはもうない指摘の番号。
        理由: 要らなくなった行が残っていると、次に同じ指摘が出たときに、見逃してしまいます。
        例:
            allow: {F02: 原典のとおり}   ← 内訳を直して、合うようになった
        直し方: その行を消します。指摘がほかの場所にあるなら、その節や数値の中に移します。
    en:
        Finds: A code under allow of which nothing is found any more in what it stands in.
        Why: A line that nobody needs hides the next fault of that kind.
        Example:
            allow: {F02: 原典のとおり}   ← the breakdown was mended and adds up now
        Mend: Delete the line; where the fault stands elsewhere, move it to that section or figure.
    """
    for allowance in accepting.unused():
        if allowance.code in JUDGED:
            yield Fault(allowance.code.place, "S29", {"value": allowance.code})


@dataclass(frozen=True)
class _Stretch:
    """One span of an allowance, and the position of the one around it, or -1."""

    allowance: Allowance
    span: Span
    outer: int


def _nested(shelf: Iterable[tuple[Allowance, Span]]) -> list[_Stretch]:
    """The spans in the order of their first points; two of them lie apart or one in the other."""
    found: list[_Stretch] = []
    around: list[int] = []
    for allowance, span in sorted(shelf, key=lambda pair: pair[1].first):
        while around and span.first >= found[around[-1]].span.last:
            around.pop()
        found.append(_Stretch(allowance, span, around[-1] if around else -1))
        around.append(len(found) - 1)
    return found
