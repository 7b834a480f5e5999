"""The format `headers`: what a server says beside each file, as Netlify and Cloudflare Pages read it."""

from __future__ import annotations

from collections.abc import Iterator

from kushiro_yearbook.addresses import HEADERS
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.outputs import Inputs, Output
from kushiro_yearbook.theme import Theme

TEMPLATE = "headers.txt"


def outputs(_yearbook: Yearbook, theme: Theme) -> Iterator[Output]:
    """`_headers`, the same for every yearbook; other servers are told by their own settings."""
    inputs = Inputs((), template=theme.template_digest(TEMPLATE), program=theme.program_digest)
    yield Output(HEADERS, inputs, lambda: theme.render(TEMPLATE, {}))
