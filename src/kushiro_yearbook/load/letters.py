"""Spaces inside words: 氏　名 is two words to everybody who listens or searches."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kushiro_yearbook.faults import Fault, Place
from kushiro_yearbook.load.sources import Source

_LETTER = "[\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc-\u30fe\u3400-\u9fff\uf900-\ufaff]"
_SPACE = "[ \u3000\u00a0]+"
_SPACED = re.compile(f"(?<!{_LETTER}){_LETTER}(?:{_SPACE}{_LETTER})+(?!{_LETTER})")
_YAML_COMMENT = re.compile(r"(?:^|\s)#.*")


def spaced_words(source: Source) -> Iterator[Fault]:
    """T06: single letters with spaces between them; spaces between longer words are right."""
    if not _SPACED.search(source.text):
        return
    for number, line in enumerate(source.text.split("\n"), start=1):
        said = _YAML_COMMENT.sub("", line) if source.path.endswith(".yaml") else line
        for match in _SPACED.finditer(said):
            place = Place(source.path, number, match.start() + 1, len(match[0]))
            yield Fault(place, "T06", {"value": match[0], "right": re.sub(_SPACE, "", match[0])})
