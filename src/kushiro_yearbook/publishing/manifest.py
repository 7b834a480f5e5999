"""What a site consists of: every file with its digest, and how a folder differs from that."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kushiro_yearbook.load.sources import LITTER

MANIFEST = "manifest.sha256"
# Every site has it, and few other lists of files name it.
FIRST_PAGE = "index.html"

# What a look into the folder leaves there by itself.
HARMLESS = LITTER | {".DS_Store"}

MISSING, CHANGED, FOREIGN = "missing", "changed", "foreign"


@dataclass(frozen=True, order=True)
class Difference:
    """A file that is `missing`, `changed`, or `foreign`: in the folder without being listed."""

    path: str
    kind: str


class NoManifest(Exception):
    """A folder without a list that could be read, or with one of something else; it is no site of ours."""


def manifest(files: Mapping[str, bytes]) -> bytes:
    """The list of all files with their digests, as `sha256sum --check` reads it."""
    rows = [f"{sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files)]
    return "".join(rows).encode()


def listed(site: Path) -> Mapping[str, str]:
    """The digest of each file that a site's manifest lists; raises `NoManifest`."""
    try:
        rows = (site / MANIFEST).read_text("utf-8").split("\n")
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
        raise NoManifest from None
    found = [_ROW.fullmatch(row) for row in rows[:-1]]
    files = {row[2]: row[1] for row in found if row}
    if not all(found) or rows[-1] or FIRST_PAGE not in files:
        raise NoManifest
    return files


_ROW = re.compile(r"([0-9a-f]{64}) [ *](\S.*)")


def foreign(site: Path) -> list[str]:
    """What stands in a folder and is not of its manifest; all of it where there is none."""
    try:
        known = {*listed(site), MANIFEST}
    except NoManifest:
        known = set()
    return sorted(path for path in standing(site) if path not in known)


def differences(site: Path) -> list[Difference]:
    """How a folder differs from its manifest, by path; raises `NoManifest`."""
    rows = listed(site)
    there = set(standing(site))
    found = [Difference(path, FOREIGN) for path in there - rows.keys() - {MANIFEST}]
    found += [Difference(path, MISSING) for path in rows.keys() - there]
    found += [
        Difference(path, CHANGED) for path in there & rows.keys() if not _holds(site / path, rows[path])
    ]
    return sorted(found)


def _holds(file: Path, digest: str) -> bool:
    """Whether it is a file, no link or pipe, of this digest."""
    return stat.S_ISREG(file.lstat().st_mode) and sha256(file.read_bytes()).hexdigest() == digest


def standing(folder: Path, below: str = "") -> Iterator[str]:
    """The paths of all files below a folder; a link is a file, wherever it leads."""
    with os.scandir(folder / below) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from standing(folder, f"{below}{entry.name}/")
            elif entry.name not in HARMLESS:
                yield below + entry.name
