"""The way to a value: the sections above it, then the row, partner, event or label that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from kushiro_yearbook.inline import Runs, plain
from kushiro_yearbook.model import Section
from kushiro_yearbook.phrases import plain_heading


class Named(Protocol):
    """What has a name: a row, a partner, an event, a label."""

    def runs(self, language: str) -> Runs:
        """The name."""


Step = Section | Named


def spoken(step: Step, language: str) -> str:
    """A step in words; empty for a section without a heading."""
    return plain_heading(step, language) if isinstance(step, Section) else plain(step.runs(language))


def written(steps: Iterable[Step]) -> tuple[str, ...]:
    """The steps as the clerk wrote them, citations as they are: a new year makes no other way."""
    return tuple(_written(step) for step in steps)


def _written(step: Step) -> str:
    title = step.form.title if isinstance(step, Section) else None
    return title.ja if title else spoken(step, "ja")
