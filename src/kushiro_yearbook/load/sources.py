"""Content files as text: found, read and refused when they cannot be text."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from kushiro_yearbook.faults import Fault, Place

# A section of the largest yearbook is some 50 KB; anything near this is a mistake, not content.
MAX_BYTES = 5_000_000

# Controls, bidi overrides, zero-width characters and private use: none of them can be seen or printed.
FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd"
    r"\ue000-\uf8ff\U000e0000-\U000e007f]"
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


def find(folder: Path) -> Iterator[str]:
    """Paths of the content files below a folder, sorted; hidden files and the theme are not content."""
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in relative.parts)
        if path.is_file() and not hidden and relative.parts[0] != "theme":
            yield relative.as_posix()


def read(folder: Path, path: str) -> tuple[Source | None, list[Fault]]:
    """One file as text, or the faults that keep it from being text."""
    file = folder / path
    if not file.resolve().is_relative_to(folder.resolve()):
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
        return _decode_cp932(body, path, error.start)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, [_forbidden(path, text, match) for match in FORBIDDEN.finditer(text)]


def _decode_cp932(body: bytes, path: str, start: int) -> tuple[str | None, list[Fault]]:
    likely = _is_cp932(body)
    if likely and path.endswith(".csv"):
        return body.decode("cp932").replace("\r\n", "\n").replace("\r", "\n"), []
    line = body.count(b"\n", 0, start) + 1
    column = start - (body.rfind(b"\n", 0, start) + 1) + 1
    words = {"offset": str(start), "encoding": "Shift_JIS (CP932)" if likely else "?"}
    return None, [Fault(Place(path, line, column), "I01", words)]


def _is_cp932(body: bytes) -> bool:
    try:
        body.decode("cp932")
    except UnicodeDecodeError:
        return False
    return True


def _forbidden(path: str, text: str, match: re.Match[str]) -> Fault:
    start = match.start()
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return Fault(Place(path, line, column), "I04", {"character": f"U+{ord(match[0]):04X}"})
