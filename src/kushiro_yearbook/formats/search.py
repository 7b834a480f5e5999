"""The format `search`: an edition's index in each language, as a script, which pages on a disk load too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from kushiro_yearbook.formats.page import Frame
from kushiro_yearbook.locales.locale import plain_of
from kushiro_yearbook.model import Edition, Yearbook
from kushiro_yearbook.outputs import Inputs, Output, content_of
from kushiro_yearbook.search.places import sheets
from kushiro_yearbook.search.readings import sounds
from kushiro_yearbook.theme import Theme

# The interface words that the box speaks once it is open; the index brings them.
SPOKEN = ("one", "some", "more", "none", "other_one", "other_some")


def outputs(yearbook: Yearbook, theme: Theme) -> Iterator[Output]:
    """The index of every edition in every language, below the locale that shows it plainly."""
    for locale in plain_of(yearbook.form.locales):
        frame = Frame(yearbook, theme, locale)
        yield from (_output(frame, edition) for edition in yearbook.editions)


def _output(frame: Frame, edition: Edition) -> Output:
    paths = (path for path in frame.yearbook.digests if path.startswith(f"{edition.slug}/"))
    inputs = Inputs(
        content=content_of(
            (*frame.yearbook.paths, *frame.readings_paths, *edition.paths, *paths), frame.yearbook.digests
        ),
        program=frame.theme.program_digest,
    )
    return Output(frame.addresses(edition).search_index, inputs, partial(_script, frame, edition))


def _script(frame: Frame, edition: Edition) -> bytes:
    """The index as a script: JSON that is put where the search looks for it."""
    index = json.dumps(_index(frame, edition), ensure_ascii=False, separators=(",", ":"))
    return f'(window.yearbookIndexes ??= {{}})["{frame.language}"] = {index};\n'.encode()


def _sounds(yearbook: Yearbook) -> dict[str, str]:
    rows = (*yearbook.readings, *yearbook.spoken)
    return dict(sounds(tuple(yearbook.registers.names.values()), rows))


def _index(frame: Frame, edition: Edition) -> dict[str, Any]:
    """Pages with their places, which `20-finding.js` reads, readings, and the words of the box."""
    found = sheets(edition, frame.addresses(edition), frame.words, frame.language)
    return {
        "pages": [
            [
                sheet.address.path.partition("/")[2],
                sheet.title,
                sheet.within,
                [
                    [
                        each.anchor,
                        each.title if each.anchor else "",
                        each.heads,
                        each.words,
                        " ".join(each.dates),
                    ]
                    for each in sheet.places
                ],
            ]
            for sheet in found
        ],
        "sounds": _sounds(frame.yearbook) if frame.language == "ja" else {},
        "words": {key: frame.words[f"search_{key}"] for key in SPOKEN},
    }
