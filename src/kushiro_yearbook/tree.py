"""What a content file says before its fields decide its meaning: text, lists, mappings, with places."""

from __future__ import annotations

from kushiro_yearbook.faults import Place, Stretch


class Scalar(str):
    """Text as written; `place` is where it stands, `quoted` whether it stood in quotes or as a block.

    `stretches` are its lines where it stands on several; none where its words are not written as they are.
    """

    __slots__ = ("place", "quoted", "stretches")

    place: Place
    quoted: bool
    stretches: tuple[Stretch, ...]

    @classmethod
    def at(
        cls, text: str, place: Place, *, quoted: bool = False, stretches: tuple[Stretch, ...] = ()
    ) -> Scalar:
        """A scalar at a place."""
        scalar = cls(text)
        scalar.place = place
        scalar.quoted = quoted
        scalar.stretches = stretches
        return scalar


class Sequence(list["Tree"]):
    """A list; `flow` when written on one line in square brackets."""

    __slots__ = ("flow", "place")

    place: Place
    flow: bool

    @classmethod
    def at(cls, place: Place, *, flow: bool = False) -> Sequence:
        """An empty list at a place."""
        sequence = cls()
        sequence.place = place
        sequence.flow = flow
        return sequence


class Mapping(dict[str, "Tree"]):
    """Keys with their values, in the order written; the keys are scalars and know their places.

    `end` is the line and the column that follow it; what no file holds as a mapping ends where it begins.
    """

    __slots__ = ("end", "flow", "place")

    place: Place
    end: tuple[int, int]
    flow: bool

    @classmethod
    def at(cls, place: Place, *, flow: bool = False) -> Mapping:
        """An empty mapping at a place."""
        mapping = cls()
        mapping.place = place
        mapping.end = (place.line, place.column)
        mapping.flow = flow
        return mapping

    def place_of_key(self, key: str) -> Place:
        """Where a key stands; the mapping's own place when it has no such key."""
        found = next((k for k in self if k == key), None)
        return found.place if isinstance(found, Scalar) else self.place


Tree = Scalar | Sequence | Mapping
