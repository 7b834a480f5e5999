"""Names of files that every system can hold: seen, allowed on Windows, and no two alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from kushiro_yearbook.addresses import DEVICES
from kushiro_yearbook.faults import Fault, Place
from kushiro_yearbook.load.sources import FORBIDDEN, unseen
from kushiro_yearbook.pictures import ending

# What Windows does not allow in a name; bytes that are no text reach Python as lone surrogates.
_NOT_ON_WINDOWS = re.compile(r'[<>:"|?*\\]|[. ]$')
_UNSEEN = re.compile(rf"[\t\n\r\ud800-\udfff]|{FORBIDDEN.pattern}")
# Linux holds 255 bytes; Windows 260 characters for the whole path, which begins far above the content.
MAX_NAME, MAX_PATH = 100, 180


def fit(paths: Iterable[str]) -> tuple[list[str], list[Fault]]:
    """The paths that can stand on every system, in their order, and a fault for each that cannot."""
    paths = list(paths)
    faults: dict[str, Fault] = {}
    for path in paths:
        if fault := _unfit(path):
            faults[path] = fault
    faults |= _twins(path for path in paths if path not in faults)
    # What a folder's name spoils is told once, however much stands in it.
    told = {(fault.place, fault.code): fault for fault in faults.values()}
    return [path for path in paths if path not in faults], list(told.values())


# What programs of an office save that holds no text to read: tables, and everything else.
SHEETS = frozenset({"xlsx", "xls", "xlsm", "xlsb", "ods", "numbers"})
DOCUMENTS = frozenset(
    {"docx", "doc", "rtf", "odt", "pdf", "pptx", "ppt", "jtd", "jtdc", "xdw", "xbd", "zip", "lzh"}
)
_SECTION = re.compile(r"[0-9]{2}-[a-z0-9-]+")


def legible(paths: Iterable[str]) -> tuple[list[str], list[Fault]]:
    """The paths whose files may hold text or a picture, and a fault for each of an office program (I28)."""
    paths = list(paths)
    foreign = [path for path in paths if ending(path) in SHEETS | DOCUMENTS]
    return [path for path in paths if path not in foreign], [_foreign(path) for path in foreign]


def _foreign(path: str) -> Fault:
    name, kind = path.rpartition("/")[2], ending(path)
    words = {"name": name, "ending": kind, "document": "" if kind in SHEETS else kind}
    if kind in SHEETS:
        section = _SECTION.match(name)
        words |= {"program": "Excel", "csv": f"{section[0] if section else '03-publicity'}.years.csv"}
    return Fault(Place(path), "I28", words)


def _unfit(path: str) -> Fault | None:
    above = ""
    for name in path.split("/"):
        here = f"{above}/{name}".lstrip("/")
        if match := _UNSEEN.search(name):
            return Fault(Place(_UNSEEN.sub("\N{REPLACEMENT CHARACTER}", here)), "I18", unseen(match[0])[1])
        if _NOT_ON_WINDOWS.search(name) or name.partition(".")[0].lower() in DEVICES:
            return Fault(Place(here), "I17", {"name": name})
        if len(name) > MAX_NAME or len(here) > MAX_PATH:
            return Fault(Place(here), "I22", {"limit": str(MAX_NAME)})
        above = here
    return None


def _twins(paths: Iterable[str]) -> Iterator[tuple[str, Fault]]:
    """Paths of which an earlier one differs only in letters that some systems take for the same."""
    seen: dict[str, str] = {}
    for path in sorted(paths, key=lambda path: (path != _folded(path), path)):
        names = path.split("/")
        for depth in range(1, len(names) + 1):
            here = "/".join(names[:depth])
            other = seen.setdefault(_folded(here), here)
            if other != here:
                yield path, Fault(Place(here), "I16", {"name": names[depth - 1], "other": other})
                break


def _folded(path: str) -> str:
    return unicodedata.normalize("NFKC", path).casefold()
