"""The format `copies`: files that go into the site as they are."""

from __future__ import annotations

from collections.abc import Iterator

from kushiro_yearbook.addresses import asset
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.outputs import Inputs, Output
from kushiro_yearbook.theme import Theme


def outputs(yearbook: Yearbook, theme: Theme) -> Iterator[Output]:
    """The style sheet."""
    del yearbook
    css = theme.style.css.encode()
    yield Output(asset(theme.style.name), Inputs((), program=theme.program_digest()), lambda: css)
