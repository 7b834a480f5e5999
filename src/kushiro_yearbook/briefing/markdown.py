"""Values as plain words in Markdown, and tables of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

# A value is to be seen at a glance.
MAX_CHARACTERS = 200
# How much of what is the same stands before what differs.
BEFORE = 60

Row = tuple[str, ...]


@dataclass(frozen=True)
class Listing:
    """A table with its heading; `note` says what to do about it, `more` how many rows were left out."""

    title: str
    heads: Row
    rows: tuple[Row, ...]
    note: str = ""
    more: int = 0

    def cut(self, length: int) -> Listing:
        """The listing with so many rows at most."""
        return replace(self, rows=self.rows[:length], more=max(0, len(self.rows) - length))


# What begins markup inside a line, and what ends a cell of a table.
_MARKUP = re.compile(r"[\\`*_\[\]|~$]")
_TAGS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
# Where a name, a number or an address would become a link: an unseen space of no width parts it.
_LINKS = re.compile(r"(?<=@)|(?<=#)(?=\w)|(?<=gh)(?=-\d)|(?<=:)(?=//)|(?<=www)(?=\.)", re.IGNORECASE)


def escaped(value: object) -> str:
    """A value as plain words in Markdown, on one line and not too long: no tag, link, mention or new cell."""
    words = " ".join(str(value).split())
    if len(words) > MAX_CHARACTERS:
        words = words[: MAX_CHARACTERS - 1] + "…"
    return _LINKS.sub("\u200b", _MARKUP.sub(r"\\\g<0>", words.translate(_TAGS)))


def beside(old: str, new: str) -> tuple[str, str]:
    """Two long values from a little before where they begin to differ, so that the difference is seen."""
    old, new = " ".join(old.split()), " ".join(new.split())
    pairs = enumerate(zip(old, new, strict=False))
    same = next((n for n, (one, other) in pairs if one != other), min(len(old), len(new)))
    if max(len(old), len(new)) <= MAX_CHARACTERS or same <= BEFORE:
        return old, new
    start = same - BEFORE
    return f"…{old[start:]}", f"…{new[start:]}"
