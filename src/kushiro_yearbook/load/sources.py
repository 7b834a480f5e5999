"""Content files as text: found, read and refused when they cannot be text."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from kushiro_yearbook.faults import Fault, Place, foremost

# A section of the largest yearbook is some 50 KB; anything near this is a mistake, not content.
MAX_BYTES = 5_000_000

# Controls, bidi overrides, invisible characters, line ends of other systems and private use: none of them
# can be seen or printed.
FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd"
    r"\ue000-\uf8ff\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)


@dataclass(frozen=True)
class Source:
    """A content file: `path` below the content folder with forward slashes, `digest` of its bytes."""

    path: str
    text: str
    digest: str


def digest(data: bytes) -> str:
    """A short digest that names exactly these bytes."""
    return blake2b(data, digest_size=16).hexdigest()


# What office PCs leave in a folder by themselves.
LITTER = frozenset({"Thumbs.db", "desktop.ini"})


def find(folder: Path) -> Iterator[str]:
    """Paths of the content files below a folder, sorted; hidden files and the theme are not content."""
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        hidden = any(part.startswith((".", "~$")) or part in LITTER for part in relative.parts)
        if (path.is_file() or path.is_symlink()) and not hidden and relative.parts[0] != "theme":
            yield relative.as_posix()


def read(folder: Path, path: str) -> tuple[Source | None, list[Fault]]:
    """One file as text, and the faults that keep it from being read further."""
    file = folder / path
    if file.is_symlink():
        return None, [Fault(Place(path), "I02")]
    size = file.stat().st_size
    if size > MAX_BYTES:
        return None, [Fault(Place(path), "I03", {"size": f"{size:,}", "limit": f"{MAX_BYTES:,}"})]
    data = file.read_bytes()
    text, faults = decode(data, path)
    return (None, faults) if text is None else (Source(path, text, digest(data)), faults)


def decode(data: bytes, path: str) -> tuple[str | None, list[Fault]]:
    """The text of a file, with one kind of line end and without a byte order mark; CP932 only for CSV."""
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        if not (path.endswith(".csv") and _is_cp932(body)):
            return None, [_not_utf8(body, path, error.start, len(data) - len(body))]
        text = body.decode("cp932")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, foremost(_forbidden(path, text))


def _not_utf8(body: bytes, path: str, start: int, skipped: int) -> Fault:
    """Which byte is no UTF-8 (the first is 0), and what encoding the file is likely in."""
    before = body[:start].decode("utf-8")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    words = {"offset": str(start + skipped), "encoding": _likely_encoding(body)}
    return Fault(Place(path, line, column), "I01", words)


def _likely_encoding(body: bytes) -> str:
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "UTF-16"
    return "Shift_JIS (CP932)" if _is_cp932(body) else ""


def _is_cp932(body: bytes) -> bool:
    """Whether the bytes are CP932; Python lets bytes through that no character of it has."""
    try:
        text = body.decode("cp932")
    except UnicodeDecodeError:
        return False
    return not re.search("[\x80\x00\uf8f0-\uf8f3]", text)


def _forbidden(path: str, text: str) -> Iterator[Fault]:
    for match in FORBIDDEN.finditer(text):
        line, start = text.count("\n", 0, match.start()), text.rfind("\n", 0, match.start())
        place = Place(path, line + 1, match.start() - start)
        yield Fault(place, "I04", {"character": f"U+{ord(match[0]):04X}"})
