"""Records: what was approved, read against the paper and published, as the content keeps it beside its files.

None holds a path, a line or the time of a file, so that none is upset by a move, a new name or a new clone.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import NamedTuple

from kushiro_yearbook.faults import Fault, Place
from kushiro_yearbook.text import Text, without_readings

# The files: a department has the first two, an edition the first and the third, the yearbook the first.
TRANSLATIONS, CONFIRMED, PUBLISHED = "translations.lock", "confirmed.lock", "published.json"
# Version of the form of `published.json`.
FORMAT = 1


class Pair(NamedTuple):
    """A text's Japanese and English, as digests."""

    ja: str
    en: str


@dataclass(frozen=True)
class Approvals:
    """`translations.lock`: the pairs whose English someone found to say what the Japanese says."""

    place: Place
    pairs: frozenset[Pair] = frozenset()
    # What is wrong with the file; what could be read of it holds all the same.
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Confirmation:
    """A block as two people read it against the paper.

    `key` is its way below the department, `figures` its values by their way below the section, `on` the day
    in ISO 8601.
    """

    edition: str
    key: str
    on: str
    by: tuple[str, ...]
    figures: Mapping[str, str]
    place: Place = Place("")

    @property
    def digest(self) -> str:
        """A digest of the figures, whatever they stand below."""
        return figures_digest(self.figures)

    @property
    def keys(self) -> Mapping[str, str]:
        """The figures by their way below the department."""
        return {figure_key(self.key, name): value for name, value in self.figures.items()}


@dataclass(frozen=True)
class Confirmations:
    """`confirmed.lock`: every block of a department that was confirmed."""

    place: Place
    entries: tuple[Confirmation, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Release:
    """`published.json`: an edition's addresses below its own, and what its figures were published as.

    Of a figure that was corrected all values, the first one first. Where the file cannot be used there are
    faults and nothing else.
    """

    place: Place
    addresses: tuple[str, ...] = ()
    figures: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    # Where each stands.
    lines: Mapping[str, int] = field(default_factory=dict)

    def place_of(self, entry: str) -> Place:
        """Where an address or a figure stands in the file."""
        return self.place._replace(line=self.lines.get(entry, 1))


# --- digests


def digest_of(words: str) -> str:
    """Sixteen digits that name what the words say, not how they are typed.

    Readings at the spot, line ends, spaces before them and how letters are put together count for nothing.
    """
    plain = words if words.isascii() else unicodedata.normalize("NFC", words)
    lines = (without_readings(plain) if "{" in plain else plain).splitlines()
    return _digest("\n".join(line.rstrip() for line in lines).strip("\n"))


def _digest(words: str) -> str:
    return blake2b(words.encode(), digest_size=8).hexdigest()


def pair_of(text: Text) -> Pair | None:
    """The digests of a text that says both languages itself; None where a register does, or nobody."""
    if "en" not in text.places:
        return None
    return Pair(digest_of(text.ja), digest_of(text.words("en")))


def figures_digest(figures: Mapping[str, str]) -> str:
    """A digest of figures by name, in no order."""
    return _digest("\n".join(f"{name}={figures[name]}" for name in sorted(figures)))


def figure_key(block: str, name: str) -> str:
    """The way to a figure of a block `way:kind` below the department."""
    return f"{block.partition(':')[0]}/{name}"


# --- the files' text

APPROVALS_HEAD = """\
# 承認した訳文の控え（日本語と英語の組が一行に一つ）です。yearbook approve が書きます。手では直しません。
# Approved translations: digests of the Japanese and of the English. Written by `yearbook approve`.
"""
CONFIRMATIONS_HEAD = """\
# 原典と読み合わせた数値の控え（一つの表が一行）です。yearbook confirm が書きます。手では直しません。
# Figures that two people read against the paper, a table a line. Written by `yearbook confirm`.
"""


def approvals_text(pairs: Iterable[Pair]) -> str:
    """`translations.lock` with these pairs."""
    return APPROVALS_HEAD + "".join(f"{pair.ja} {pair.en}\n" for pair in sorted(set(pairs)))


def confirmations_text(entries: Iterable[Confirmation]) -> str:
    """`confirmed.lock` with these entries."""
    return CONFIRMATIONS_HEAD + "".join(f"{line}\n" for line in sorted({_line(entry) for entry in entries}))


NAMES_BETWEEN = "、"


def _line(entry: Confirmation) -> str:
    figures = (f"{name}={value}" for name, value in sorted(entry.figures.items()))
    names = NAMES_BETWEEN.join(entry.by)
    return "\t".join([f"{entry.edition}/{entry.key}", entry.digest, entry.on, names, *figures])


def in_one_cell(words: str) -> str:
    """Words without anything that would end a cell or a line of a record."""
    return re.sub(r"\s+", " ", words).strip()


def release_text(edition: str, addresses: Iterable[str], figures: Mapping[str, tuple[str, ...]]) -> str:
    """`published.json`, one address or figure a line, sorted, so that a change is a line of a diff."""
    rows = [json.dumps(address, ensure_ascii=False) for address in sorted(set(addresses))]
    cells = [
        f"{json.dumps(key, ensure_ascii=False)}: {json.dumps(list(figures[key]), ensure_ascii=False)}"
        for key in sorted(figures)
    ]
    return (
        f'{{\n"format": {FORMAT},\n"edition": {json.dumps(edition)},\n'
        f'"addresses": [\n{_lines(rows)}],\n"figures": {{\n{_lines(cells)}}}\n}}\n'
    )


def _lines(rows: list[str]) -> str:
    return ",\n".join(rows) + "\n" if rows else ""
