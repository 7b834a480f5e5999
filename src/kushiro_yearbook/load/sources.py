"""Content files as text: found, read and refused when they cannot be text."""

from __future__ import annotations

import codecs
import errno
import os
import re
import stat
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from kushiro_yearbook.faults import Fault, Place, Refused, foremost

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


# Content stands three folders deep; what goes on beyond this leads into itself, or is none.
MAX_FOLDERS = 10


def find(folder: Path) -> Iterator[str]:
    """Paths of all that stands below a folder, sorted; hidden files and the theme are not content.

    A folder is named itself only where it cannot be looked into: `read` says why.
    """
    found, waiting = [], [""]
    while waiting:
        within = waiting.pop()
        names = _names(folder / within) if within.count("/") < MAX_FOLDERS else None
        if names is None:
            found.append(within)
        for name, is_folder in names or ():
            path = f"{within}/{name}".lstrip("/")
            if not is_hidden(name) and path != "theme":
                (waiting if is_folder else found).append(path)
    yield from sorted(found, key=lambda path: path.split("/"))


def _names(folder: Path) -> list[tuple[str, bool]] | None:
    """What stands in a folder, and whether that is a folder (a link to one is not); None without access."""
    try:
        with os.scandir(folder) as entries:
            return [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries]
    except OSError:
        return None


# When a file was changed, how large it is and which one it is, as the disk has it.
Stamp = tuple[int, int, int]


def stamped(folder: Path) -> Mapping[str, Stamp]:
    """The stamp of every file that a yearbook can be read from, the theme's too."""
    paths = [*find(folder), *(f"theme/{path}" for path in find(folder / "theme"))]
    return {path: stamp for path in paths if (stamp := _stamp(folder / path))}


def _stamp(file: Path) -> Stamp | None:
    try:
        found = file.lstat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def altered(before: Mapping[str, Stamp], now: Mapping[str, Stamp]) -> list[str]:
    """The files that are new, gone or other than they were."""
    return sorted(path for path in before.keys() | now.keys() if before.get(path) != now.get(path))


def is_hidden(name: str) -> bool:
    """Whether a file or folder of this name is no content: editors, offices and systems leave such."""
    return name.startswith((".", "~$")) or name in LITTER


def read(folder: Path, path: str) -> tuple[Source | None, list[Fault]]:
    """One file as text, and the faults that keep it from being read further.

    The text of one in another encoding is only to be shown beside its fault.
    """
    try:
        data = _bytes(folder / path)
    except Refused as refused:
        return None, [Fault(Place(path), refused.code, refused.words)]
    return source_of(data, path)


def source_of(data: bytes, path: str) -> tuple[Source | None, list[Fault]]:
    """The text of what a file holds, and the faults that keep it from being read further."""
    text, faults = decode(data, path)
    return Source(path, _to_be_shown(data) if text is None else text, digest(data)), faults


def _bytes(file: Path) -> bytes:
    """What a file holds; raises `Refused` I02, I03, I19, I20, I23 or I26 where it is none or unreadable."""
    try:
        if file.is_symlink():
            raise Refused("I02")
        found = file.lstat()
        if stat.S_ISDIR(found.st_mode):
            os.scandir(file).close()  # says why it cannot be looked into, if so
            raise Refused("I26")
        if not stat.S_ISREG(found.st_mode):  # a pipe or device, at which reading may never end
            raise Refused("I19")
        if found.st_size > MAX_BYTES:
            raise Refused("I03", size=f"{found.st_size:,}", limit=f"{MAX_BYTES:,}")
        return file.read_bytes()
    except FileNotFoundError:
        raise Refused("I23") from None
    except OSError as error:
        raise Refused("I20", problem=errno.errorcode.get(error.errno or 0, "?")) from None


CP932, EUC_JP, UTF_16, JIS = "Shift_JIS", "EUC-JP", "UTF-16", "ISO-2022-JP (JIS)"


def decode(data: bytes, path: str) -> tuple[str | None, list[Fault]]:
    """The text of a file, with one kind of line end and without a byte order mark; CP932 only for CSV."""
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        if not (path.endswith(".csv") and _likely_encoding(body) == CP932):
            return None, [_not_utf8(body, path, error.start, len(data) - len(body))]
        text = body.decode("cp932")
    start = _start_of_disguise(body)
    if start >= 0:
        return None, [_not_utf8(body, path, start, len(data) - len(body))]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    conflict = None if path.endswith(RECORDS) else _CONFLICT.search(text)
    if conflict:
        line = text.count("\n", 0, conflict.start()) + 1
        return text, [Fault(Place(path, line, 1, len(conflict[0])), "I29", {"sign": conflict[0][:7]})]
    return text, foremost(_unseen(path, text)) if FORBIDDEN.search(text) else []


# Files that commands keep, and can put in order after a conflict; a rule tells it.
RECORDS = (".lock", ".json")
# What git writes around two versions of the same lines; ======= alone may underline a heading.
_CONFLICT = re.compile(r"^(?:<{7} |>{7} |\|{7} ).*", re.MULTILINE)


def _start_of_disguise(body: bytes) -> int:
    """Where bytes begin that could be UTF-8 and surely are not: JIS, or UTF-16 of Latin words; -1 without."""
    return body.find(b"\0") if body.count(0) * 4 > len(body) else body.find(b"\x1b$")


def _not_utf8(body: bytes, path: str, start: int, skipped: int) -> Fault:
    """Which byte is no UTF-8 (the first is 0), and what encoding the file is likely in."""
    before = body[:start].decode("utf-8")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    words = {"offset": str(start + skipped), "encoding": _likely_encoding(body)}
    return Fault(Place(path, line, column), "I01", words)


def _likely_encoding(body: bytes) -> str:
    if b"\0" in body or body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return UTF_16
    if b"\x1b$" in body:
        return JIS
    if _is_euc_jp(body):
        return EUC_JP
    lines = _BEYOND_ASCII.findall(body)
    others = [line for line in lines if not is_utf8(line)]
    if not others or not all(map(_is_cp932, others)):
        return ""
    return CP932 if len(others) == len(lines) else f"UTF-8 + {CP932}"


_BEYOND_ASCII = re.compile(rb"[^\n]*[\x80-\xff][^\n]*")


def is_utf8(data: bytes) -> bool:
    """Whether bytes are UTF-8, as beyond ASCII those of hardly any line in CP932 are."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


CODECS = {EUC_JP: "euc_jp", UTF_16: "utf-16", JIS: "iso2022_jp"}


def _to_be_shown(data: bytes) -> str:
    """The text of bytes in another encoding, as far as it can be made out."""
    codec = CODECS.get(_likely_encoding(data.removeprefix(codecs.BOM_UTF8)))
    if codec:
        text = data.decode(codec, "replace")
    else:
        lines = data.removeprefix(codecs.BOM_UTF8).split(b"\n")
        text = "\n".join(line.decode("utf-8" if is_utf8(line) else "cp932", "replace") for line in lines)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_euc_jp(body: bytes) -> bool:
    """Whether the bytes are EUC-JP; most of it would also be rare kanji and half-width kana of CP932."""
    try:
        body.decode("euc_jp")
    except UnicodeDecodeError:
        return False
    return not re.search(b"[\x80-\xa0]", body)


def _is_cp932(body: bytes) -> bool:
    """Whether the bytes are CP932; Python lets bytes through that no character of it has."""
    try:
        text = body.decode("cp932")
    except UnicodeDecodeError:
        return False
    return not re.search("[\x80\x00\uf8f0-\uf8f3]", text)


def _unseen(path: str, text: str) -> Iterator[Fault]:
    """One fault a line for each character that may not stand there, however often it does."""
    for number, line in enumerate(text.split("\n"), start=1):
        first: dict[str, int] = {}
        for match in FORBIDDEN.finditer(line):
            first.setdefault(match[0], match.start() + 1)
        for character, column in first.items():
            yield Fault(Place(path, number, column), *unseen(character))


def unseen(character: str) -> tuple[str, dict[str, str]]:
    """The code and words of the fault for a forbidden character: a broken one, 外字, or an invisible one."""
    code = "I24" if character == "\ufffd" else "I25" if unicodedata.category(character) == "Co" else "I04"
    return code, {"character": f"U+{ord(character):04X}"}
