"""Spaces inside words: 氏　名 is two words to everybody who listens or searches."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kushiro_yearbook.faults import Fault, Place
from kushiro_yearbook.load.sources import Source
from kushiro_yearbook.text import LETTERS_APART, SPACE

_YAML_COMMENT = re.compile(r"(?:^|\s)#.*")


def spaced_words(source: Source) -> Iterator[Fault]:
    """T06: single letters with spaces between them; spaces between longer words are right."""
    if not LETTERS_APART.search(source.text):
        return
    for number, line in enumerate(source.text.split("\n"), start=1):
        said = _YAML_COMMENT.sub("", line) if source.path.endswith(".yaml") else line
        for match in LETTERS_APART.finditer(said):
            place = Place(source.path, number, match.start() + 1, len(match[0]))
            yield Fault(place, "T06", {"value": match[0], "right": re.sub(SPACE, "", match[0])})
