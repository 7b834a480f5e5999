"""What the browser tests of the program's templates found, as `scripts/access-results` wrote it down."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from kushiro_yearbook.eras import Day


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Result(_Row):
    """What one test looked at, how often, and how many problems it found."""

    looked: int
    found: int


class Tested(_Row):
    """All results, the day, the tools by name, the tags and rules asked for, and the templates."""

    on: date
    tools: Mapping[str, str]
    rules: tuple[str, ...]
    templates: tuple[str, ...]
    results: Mapping[str, Result]

    @property
    def day(self) -> Day:
        """The day, as pages show it."""
        return Day.of(self.on)


@cache
def findings() -> Tested:
    """The results that stand beside this module; the program cannot change while it runs."""
    path = Path(__file__).with_suffix(".json")
    return Tested.model_validate_json(path.read_bytes())
