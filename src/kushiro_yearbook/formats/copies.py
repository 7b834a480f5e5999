"""The format `copies`: files that go into the site as they are."""

from __future__ import annotations

from collections.abc import Iterator

from kushiro_yearbook.addresses import asset
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.outputs import Inputs, Output, content_of
from kushiro_yearbook.pictures import Picture
from kushiro_yearbook.theme import Theme


def outputs(yearbook: Yearbook, theme: Theme) -> Iterator[Output]:
    """The style sheet, the mark, the scripts, and every picture once, however many images show it."""
    css = theme.style.css.encode()
    yield Output(asset(theme.style.name), Inputs((), program=theme.program_digest), lambda: css)
    yield Output(asset(theme.mark.name), Inputs((), program=theme.program_digest), lambda: theme.mark.svg)
    for script in (theme.start, theme.search):
        yield Output(asset(script.name), Inputs((), program=theme.program_digest), script.encoded)
    once = {picture.name: picture for picture in yearbook.pictures.values()}
    yield from (_copy(picture, yearbook) for picture in once.values())


def _copy(picture: Picture, yearbook: Yearbook) -> Output:
    inputs = Inputs(content_of([picture.path], yearbook.digests))
    return Output(asset(picture.name), inputs, lambda: picture.data)
