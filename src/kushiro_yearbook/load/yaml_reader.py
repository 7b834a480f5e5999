"""YAML as clerks write it: every scalar stays text; what could hurt or mislead is refused with its place."""

from __future__ import annotations

import re

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from kushiro_yearbook.faults import MOST_FAULTS, Fault, Place, Stretch, foremost
from kushiro_yearbook.load.sources import FORBIDDEN, unseen
from kushiro_yearbook.load.yaml_slips import MAX_DEPTH, quoted, syntax_fault
from kushiro_yearbook.text import one_width
from kushiro_yearbook.tree import Mapping, Scalar, Sequence, Tree

# Japanese words that a sign for comments follows, and the sign with what it hides.
_CUT_SHORT = re.compile("[\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f]$")
_LOST = re.compile(r"[ \t]+(#[^\s#].*)")
_BRACES = re.compile(r"\{\{[^{}\n]{0,60}\}\}")
_TOO_MANY = re.compile(rf"(?:\{{\s*){{{MAX_DEPTH}}}")


def read_yaml(text: str, path: str) -> tuple[Mapping | None, list[Fault]]:
    """The mapping a YAML file holds, and the faults met; None when nothing can be read.

    The file is read as a stream of events, so depth, aliases and tags are refused before anything is built.
    """
    builder = _Builder(path, text)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except _Stop:
        return None, foremost(builder.faults)
    except yaml.MarkedYAMLError as error:
        return None, builder.faults if builder.cut else [*builder.faults, syntax_fault(error, text, path)]
    except yaml.YAMLError:  # a character that YAML forbids; it has no mark
        return None, [*builder.faults, Fault(Place(path), "Y01", {"problem": "unreadable character"})]
    return builder.result(), builder.faults


class _Stop(Exception):
    """Reading on would hurt or tell nothing more."""


class _Builder:
    """Builds the tree from events with a stack of its own, so that no nesting can exhaust Python's."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = text.split("\n")
        self.faults: list[Fault] = []
        self.root: Tree | None = None
        self.open: list[Sequence | Mapping] = []
        self.keys: list[Scalar | None] = []
        # Each open mapping's keys in one width, by which two that look alike are told.
        self.alike: list[dict[str, Scalar]] = []
        self.documents = 0
        # Whether a sign has cut a value short: what YAML then stumbles over is no other mistake.
        self.cut = False

    def take(self, event: Event) -> None:
        """Add one event to the tree."""
        if len(self.faults) > MOST_FAULTS:
            raise _Stop
        if isinstance(event, NodeEvent):
            self._refuse_hidden(event)
            self._add(event)
        elif isinstance(event, SequenceEndEvent | MappingEndEvent):
            self._close(event)
        elif isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._fault("Y05", event)
                raise _Stop

    def _close(self, event: Event) -> None:
        node = self.open.pop()
        self.keys.pop()
        self.alike.pop()
        end = event.end_mark
        if isinstance(node, Mapping) and end is not None:
            node.end = (end.line + 1, end.column + 1)
        if node.flow and end is not None and end.line + 1 == node.place.line:
            node.place = node.place._replace(width=end.column + 1 - node.place.column)

    def result(self) -> Mapping | None:
        """The finished tree; a file that holds something else than keys is a fault."""
        if self.root is None:
            return Mapping.at(Place(self.path))
        if isinstance(self.root, Mapping):
            return self.root
        if self.root == "":
            return Mapping.at(self.root.place)
        self.faults.append(Fault(self.root.place, "Y06"))
        return None

    def _refuse_hidden(self, event: NodeEvent) -> None:
        if isinstance(event, AliasEvent) or event.anchor:
            self._fault("Y03", event, sign="*" if isinstance(event, AliasEvent) else "&")
            raise _Stop
        tag = getattr(event, "tag", None)
        if tag:
            self._fault("Y04", event, tag=str(tag).replace("tag:yaml.org,2002:", "!!"))
            raise _Stop

    def _add(self, event: NodeEvent) -> None:
        node = self._node(event)
        if not self.open:
            self.root = node
        elif isinstance(parent := self.open[-1], Sequence):
            parent.append(node)
        else:
            self._add_to_mapping(parent, node, event)
        if not isinstance(node, Scalar):
            self._descend(node, event)

    def _node(self, event: NodeEvent) -> Tree:
        place = self._place(event)
        if isinstance(event, ScalarEvent):
            if hidden := FORBIDDEN.search(event.value):
                self.faults.append(Fault(place, *unseen(hidden[0])))
            self._refuse_cut(event, place)
            quoted_or_block = event.style is not None and event.style != ""
            return Scalar.at(event.value, place, quoted=quoted_or_block, stretches=self._stretches(event))
        if isinstance(event, SequenceStartEvent):
            return Sequence.at(place, flow=bool(event.flow_style))
        assert isinstance(event, MappingStartEvent)
        return Mapping.at(place, flow=bool(event.flow_style))

    def _refuse_cut(self, event: ScalarEvent, place: Place) -> None:
        """Y17 for `学校 #1の調査`: from the sign on it is lost, as a comment; one has a space after it."""
        if event.style or event.end_mark is None or not _CUT_SHORT.search(event.value):
            return
        end = event.end_mark
        if lost := _LOST.match(self.lines[end.line], end.column) if end.line < len(self.lines) else None:
            at = place._replace(line=end.line + 1, column=lost.start(1) + 1, width=len(lost[1]))
            self.faults.append(Fault(at, "Y17", {"rest": lost[1][:30]}))
            self.cut = True

    def _refuse_braces(self, outer: Place, event: Event) -> None:
        """Y19 for `{{ name }}`, which YAML takes for a mapping in place of a key."""
        written = self.lines[outer.line - 1][outer.column - 1 :] if outer.line <= len(self.lines) else ""
        if _TOO_MANY.match(written):
            self._fault("Y08", event, limit=str(MAX_DEPTH))
        else:
            value = _BRACES.match(written)
            words = {"sign": "{{", "right": quoted(value[0] if value else "")}
            self.faults.append(Fault(outer._replace(width=len(value[0]) if value else 2), "Y19", words))

    def _stretches(self, event: ScalarEvent) -> tuple[Stretch, ...]:
        """The lines of a text that stands on several, folded or not."""
        start, end = event.start_mark, event.end_mark
        if start is None or end is None or start.line == end.line:
            return ()
        if event.style in ("|", ">"):
            first, before, after = start.line + 1, 0, 0
        else:
            quote = 1 if event.style else 0
            first, before, after = start.line, start.column + quote, quote
        written = self.lines[first : end.line + 1]
        if after and written:
            written[-1] = written[-1][: end.column - after]
        return _stretches_of(event.value, written, first + 1, before)

    def _add_to_mapping(self, parent: Mapping, node: Tree, event: Event) -> None:
        key = self.keys[-1]
        if key is not None:
            parent[key] = node
            self.keys[-1] = None
        elif not isinstance(node, Scalar):
            if parent.flow and isinstance(node, Mapping):
                self._refuse_braces(parent.place, event)
            else:
                self._fault("Y07", event)
            raise _Stop
        else:
            self._refuse_duplicate(node)
            self.keys[-1] = node

    def _refuse_duplicate(self, key: Scalar) -> None:
        first = self.alike[-1].setdefault(one_width(key), key)
        if first is not key:
            words = {"key": key, "line": str(first.place.line)}
            alike = first != key
            self.faults.append(
                Fault(key.place, "Y15", words | {"other": first}) if alike else Fault(key.place, "Y02", words)
            )

    def _descend(self, node: Sequence | Mapping, event: Event) -> None:
        self.open.append(node)
        self.keys.append(None)
        self.alike.append({})
        if len(self.open) > MAX_DEPTH:
            self._fault("Y08", event, limit=str(MAX_DEPTH))
            raise _Stop

    def _place(self, event: Event) -> Place:
        start, end = event.start_mark, event.end_mark
        assert start is not None
        assert end is not None
        width = max(1, end.column - start.column) if start.line == end.line else 1
        return Place(self.path, start.line + 1, start.column + 1, width)

    def _fault(self, code: str, event: Event, **words: str) -> None:
        self.faults.append(Fault(self._place(event), code, words))


def _stretches_of(words: str, lines: list[str], number: int, skipped: int) -> tuple[Stretch, ...]:
    """Where the words of each line begin; none if they are not written as they are, as after an escape.

    `number` is that of the first line, of which so many characters are skipped.
    """
    found: list[Stretch] = []
    at, said = 0, len(words.rstrip(" \t\n"))
    for line_number, line in enumerate(lines, start=number):
        written = line[skipped:].strip(" \t")
        start = words.find(written, at)
        if at >= said or start < 0 or words[at:start].strip(" \t\n"):
            break
        if written:
            found.append(Stretch(start, line_number, line.index(written, skipped) + 1))
            at = start + len(written)
        skipped = 0
    return tuple(found) if at >= said else ()
