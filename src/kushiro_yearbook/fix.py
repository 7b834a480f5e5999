"""The step `fix`: what is wrong in a way that leaves no doubt is put right in the file, and nothing else."""

from __future__ import annotations

import codecs
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby, islice

from kushiro_yearbook.faults import Fault, Place
from kushiro_yearbook.load.csv_reader import read_csv
from kushiro_yearbook.load.sources import Source, is_utf8
from kushiro_yearbook.load.yaml_reader import read_yaml
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.text import one_width
from kushiro_yearbook.tree import Mapping as TreeMapping
from kushiro_yearbook.tree import Scalar, Tree
from kushiro_yearbook.wording import JUDGED


@dataclass(frozen=True, order=True)
class Edit:
    """A part of one line that is to read otherwise; `start` and `end` count the line's characters from 0.

    `code` is the fault that it mends; `unit` is one that it takes off a number, which the column must have.
    """

    path: str
    line: int
    start: int
    end: int
    new: str
    code: str
    unit: str = ""


# From a fault and the line it stands on to what mends it; None where that is not certain.
How = Callable[[Fault, str], Edit | None]


def _edit(fault: Fault, start: int, end: int, new: str) -> Edit:
    return Edit(fault.place.path, fault.place.line, start, end, new, fault.code)


def _as_said(fault: Fault, line: str) -> Edit | None:
    """What the fault says to write, in the place of what it names, inside quotes if there are some."""
    start, width = fault.place.column - 1, fault.place.width
    value, right = fault.words.get("value", line[start : start + width]), fault.words.get("right", "")
    if line[start : start + 1] in ("'", '"') and not line.startswith(value, start):
        start += 1
    whole = width in (len(value), len(value) + 2)  # not the first part of a longer one
    if not value or not right or not whole or not line.startswith(value, start):
        return None
    return _edit(fault, start, start + len(value), right)


_GROUPED = re.compile(r"[^\d,]*(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?\s*([^\W\d]*|[%％])")


def _cell(fault: Fault, line: str) -> Edit | None:
    """The number that a cell means: without its commas, with a minus for △, without its column's unit.

    A dash may mean several things, and what stands in brackets or is marked belongs elsewhere.
    """
    typed = _GROUPED.fullmatch(fault.words["value"].strip())
    number = re.fullmatch(r"-?[0-9.]+", fault.words.get("right", ""))
    if typed is None or number is None or fault.words.get("aside") or fault.words.get("mark"):
        return None
    edit = _as_said(fault, line)
    return edit and replace(edit, unit=typed[1])


# What is typed in full width for a sign of YAML.
_SIGNS = {"　": " ", "：": ":", "－": "-", "｛": "{", "｝": "}", "，": ",", ":": ":", "-": "-"}


def _sign(fault: Fault, line: str) -> Edit | None:
    """A sign of YAML in half width, followed by a space where it needs one and has none."""
    start = fault.place.column - 1
    right = _SIGNS.get(line[start : start + 1], "")
    spaced = right in (":", "-") and line[start + 1 : start + 2] not in ("", " ")
    return _edit(fault, start, start + 1, right + " " * spaced) if right else None


_CUT = re.compile(r"(?<![0-9,])[1-9][0-9]{0,2},[0-9]{3}(?![0-9])")


def _joined(fault: Fault, line: str) -> Edit | None:
    """One number that a comma has cut; in a line with several such commas nobody knows which."""
    start, value = fault.place.column - 1, fault.words["value"]
    cut = f"{value},{fault.words['rest'][:3]}"
    if len(_CUT.findall(line)) != 1 or not line.startswith(cut, start):
        return None
    return _edit(fault, start, start + len(cut), fault.words.get("right", cut))


def _stripped(fault: Fault, line: str) -> Edit | None:
    """A cell without the spaces around its words."""
    start = fault.place.column - 1
    cell = line[start : start + fault.place.width]
    if not cell.strip() or cell.startswith('"'):
        return None
    return _edit(fault, start, start + len(cell), cell.strip())


def _narrow(fault: Fault, line: str) -> Edit | None:
    """A value in half width."""
    value = fault.words.get("value", "")
    return _as_said(replace(fault, words={"value": value, "right": one_width(value)}), line)


# Characters that print nothing and join or part nothing in Japanese or English.
_MEANINGLESS = ("\u200b", "\ufeff", "\u00ad", "\u2060")


def _unseen(fault: Fault, line: str) -> Edit | None:
    """Nothing in the place of a character that says nothing."""
    start = fault.place.column - 1
    return _edit(fault, start, start + 1, "") if line[start : start + 1] in _MEANINGLESS else None


# How each fault is mended that can be, without knowing what the content is about.
FIXES: Mapping[str, How] = {
    "B09": _narrow,
    "B10": _narrow,
    "B11": _narrow,
    "C03": _as_said,
    "D06": _as_said,
    "E07": _as_said,
    "I04": _unseen,
    "J01": _as_said,
    "J02": _as_said,
    "J03": _as_said,
    "J04": _as_said,
    "J05": _as_said,
    "J06": _as_said,
    "Q05": _cell,
    "Q06": _as_said,
    "R04": _stripped,
    "T06": _as_said,
    "T08": _as_said,
    "T17": _as_said,
    "Y12": _sign,
    "Y13": _sign,
    "Y14": _joined,
    "Y20": _sign,
}


# More than anyone looks through at once; what is left is mended in the next round.
_MOST_EDITS = 1000


def edits(faults: Iterable[Fault], sources: Mapping[str, Source]) -> Iterator[Edit]:
    """What mends the faults that can be mended, in the order of the files; of two that overlap, the first."""
    fixer = _Fixer(sources)
    found = set(islice(filter(None, map(fixer.edit, faults)), _MOST_EDITS))
    last: Edit | None = None
    for edit in sorted(edit for edit in found if keeps_shape(edit, sources[edit.path])):
        if last is None or (edit.path, edit.line) != (last.path, last.line) or edit.start >= last.end:
            yield edit
            last = edit


class _Fixer:
    """Knows the lines of the files, each split once."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._lines: dict[str, list[str]] = {}

    def edit(self, fault: Fault) -> Edit | None:
        """What mends a fault, if anything does."""
        how, place = FIXES.get(fault.code), fault.place
        if how is None or place.path not in self._sources:
            return None
        if place.path not in self._lines:
            self._lines[place.path] = self._sources[place.path].text.split("\n")
        lines = self._lines[place.path]
        return how(fault, lines[place.line - 1]) if place.line <= len(lines) else None


_TELLING = frozenset(",:#[]{}&*!|>'\"%@`")


def keeps_shape(edit: Edit, source: Source) -> bool:
    """Whether a file that can be read holds as many values after an edit: a comma may part what was one."""
    if _TELLING.isdisjoint(edit.new):
        return True
    before = shape(source.path, source.text)
    lines = source.text.split("\n")
    line = lines[edit.line - 1]
    lines[edit.line - 1] = line[: edit.start] + edit.new + line[edit.end :]
    return before is None or before == shape(source.path, "\n".join(lines))


# How many values stand in what: for each list or mapping what its values hold, 1 for a value alone.
Shape = int | list["Shape"]


def shape(path: str, text: str) -> Shape | None:
    """The shape of what a file holds; None where it cannot be read or holds only words."""
    if path.endswith(".csv"):
        rows, _ = read_csv(text, path)
        return None if rows is None else [len(rows.header), *(len(record) for record in rows.records)]
    tree = read_yaml(text, path)[0] if path.endswith(".yaml") else None
    return None if tree is None else _shape(tree)


def _shape(tree: Tree) -> Shape:
    if isinstance(tree, Scalar):
        return 1
    return [_shape(below) for below in (tree.values() if isinstance(tree, TreeMapping) else tree)]


_LINE_END = re.compile(rb"(\r\n|\r|\n)")


def applied(data: bytes, edits: Iterable[Edit]) -> bytes:
    """A file with edits made in it that do not overlap; every other byte stays.

    Raises `UnicodeEncodeError` for a character that the file's encoding does not have.
    """
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    encoding, lines = encoding_of(data), _LINE_END.split(data.removeprefix(mark))
    for number, of_line in groupby(sorted(edits), key=lambda edit: edit.line):
        at = 2 * (number - 1)
        lines[at] = _rewritten(lines[at], encoding, of_line)
    return mark + b"".join(lines)


def encoding_of(data: bytes) -> str:
    """What the characters of a file that could be read are encoded in."""
    return "utf-8" if is_utf8(data) else "cp932"


def _rewritten(line: bytes, encoding: str, edits: Iterable[Edit]) -> bytes:
    """A line with its edits; what stays is measured, not encoded anew: some of CP932 has two codes."""
    text, made = line.decode(encoding), b""
    column = byte = 0
    for edit in edits:
        start = byte + len(text[column : edit.start].encode(encoding))
        made += line[byte:start] + edit.new.encode(encoding)
        byte = start + len(text[edit.start : edit.end].encode(encoding))
        column = edit.end
    return made + line[byte:]


def standing(edits: Iterable[Edit]) -> Mapping[Edit, Place]:
    """Where what each edit has written stands once all are made."""
    found: dict[Edit, Place] = {}
    shift, last = 0, ("", 0)
    for edit in sorted(edits):
        shift = shift if (edit.path, edit.line) == last else 0
        last = (edit.path, edit.line)
        found[edit] = Place(edit.path, edit.line, edit.start + shift + 1, len(edit.new))
        shift += len(edit.new) - (edit.end - edit.start)
    return found


@dataclass(frozen=True)
class Aftermath:
    """What was found before and after edits were made, and what the files then hold."""

    before: list[Fault]
    after: list[Fault]
    sources: Mapping[str, Source]
    yearbook: Yearbook | None

    def doubtful(self, made: list[Edit]) -> set[Edit]:
        """The edits that left their fault standing, made another, or took off a unit that no column has.

        What comes to light only because a file can be read again was there before: findings about what the
        content says blame no spelling, and what can be mended in turn will be.
        """
        blame = _Blame(self)
        units = self._units if any(edit.unit for edit in made) else {}
        return {
            edit
            for edit, place in standing(made).items()
            if blame.falls_on(edit, place) or (edit.unit and units.get(place[:3]) != one_width(edit.unit))
        }

    @property
    def _units(self) -> Mapping[tuple[str, int, int], str]:
        """The unit of every figure, by where it stands, and by where it stands inside its quotes."""
        return {
            (path, line, column + quote): one_width(observation.unit.sign)
            for edition in (self.yearbook.editions if self.yearbook else ())
            for department in edition.departments
            for observation in department.observations()
            for path, line, column, _ in (observation.place,)
            for quote in (0, 1)
            if observation.unit
        }


class _Blame:
    """The faults that are left, by what an edit could have to do with them."""

    def __init__(self, aftermath: Aftermath) -> None:
        fixer = _Fixer(aftermath.sources)
        known = {_likeness(fault) for fault in aftermath.before}
        self.on_line: dict[tuple[str, int], list[tuple[Fault, bool]]] = defaultdict(list)
        self.named: set[tuple[str, str]] = set()
        self.unread: dict[str, int] = {}
        for fault in aftermath.after:
            path, line, *_ = fault.place
            lasting = fault.code not in JUDGED and fixer.edit(fault) is None
            self.on_line[path, line].append((fault, lasting))
            if lasting and _likeness(fault) not in known:
                self.named |= {(path, word) for word in fault.words.values()}
            if lasting and fault.code[0] == "Y":
                self.unread[path] = min(line, self.unread.get(path, line))

    def falls_on(self, edit: Edit, place: Place) -> bool:
        """Whether a fault that is left speaks of what an edit wrote, or of a line that it left unreadable."""
        here = any(
            (lasting or fault.code == edit.code) and _overlap(fault.place, place)
            for fault, lasting in self.on_line[edit.path, edit.line]
        )
        named = bool(edit.new) and (edit.path, edit.new) in self.named
        unread = edit.code[0] == "Y" and self.unread.get(edit.path, edit.line + 2) <= edit.line + 1
        return here or named or unread


def _likeness(fault: Fault) -> tuple[object, ...]:
    return (fault.place.path, fault.code, *sorted(fault.words.items()))


def _overlap(one: Place, other: Place) -> bool:
    return one.column < other.column + max(1, other.width) and other.column < one.column + max(1, one.width)
