"""The folders and files of a yearbook: which file is what, by its name and place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kushiro_yearbook.faults import Fault, Place, Related
from kushiro_yearbook.pictures import ENDINGS, is_picture
from kushiro_yearbook.quantities import near
from kushiro_yearbook.records import CONFIRMED, PUBLISHED, TRANSLATIONS
from kushiro_yearbook.text import LANGUAGES

ROOT_FILES = ("yearbook.yaml", "names.csv", "measures.yaml", "units.yaml")
# What may stand beside them.
OPTIONAL_FILES = ("readings.csv", "wordings.csv", TRANSLATIONS)
_EDITION = re.compile(r"[0-9]{4}")
_NUMBERED = re.compile(r"([0-9]{2})-([a-z0-9]+(?:-[a-z0-9]+)*)")
_SECTION_FILE = re.compile(
    rf"({_NUMBERED.pattern})\.(yaml|(?:{'|'.join(LANGUAGES)})\.md"
    rf"|[a-z0-9-]+\.csv|[a-z0-9-]+\.(?:{'|'.join(ENDINGS)}))"
)


def slug_of(folder: str) -> str:
    """The address of a numbered folder: that of `2026/06-general/01-finance` is `finance`."""
    return folder.rpartition("/")[2].partition("-")[2]


@dataclass
class SectionFiles:
    """The files of one section: its YAML, its prose by language, its tables, its pictures."""

    slug: str
    yaml: str = ""
    prose: dict[str, str] = field(default_factory=dict)
    tables: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)

    @property
    def paths(self) -> tuple[str, ...]:
        """All of them."""
        return tuple(filter(None, (self.yaml, *self.prose.values(), *self.tables, *self.pictures)))


@dataclass
class Folder:
    """A numbered folder (part or department) or an edition: its name, its own file and what is in it."""

    path: str
    slug: str
    number: int = 0
    file: str = ""
    folders: dict[str, Folder] = field(default_factory=dict)
    sections: dict[str, SectionFiles] = field(default_factory=dict)
    # Its records by name.
    records: dict[str, str] = field(default_factory=dict)


# What a folder's own file is called, by its depth below the content folder.
OWN_FILES = ("edition.yaml", "part.yaml", "department.yaml")
# The records that commands keep in a folder, likewise.
RECORDS: tuple[tuple[str, ...], ...] = ((PUBLISHED, TRANSLATIONS), (), (TRANSLATIONS, CONFIRMED))


def arrange(paths: Iterable[str]) -> tuple[dict[str, Folder], list[Fault]]:
    """The editions by slug, each with its parts, departments and section files; strangers are faults."""
    editions: dict[str, Folder] = {}
    faults: list[Fault] = []
    for path in paths:
        if path not in (*ROOT_FILES, *OPTIONAL_FILES):
            faults += _put(path, editions)
    # What a folder's name spoils is told once, however much stands in it.
    told = {(fault.place, fault.code): fault for fault in faults}
    return editions, [*told.values(), *_without_own_file(editions)]


def levels_below(paths: Iterable[str]) -> int:
    """How deep inside a content folder these paths begin, by their own file; 0 for the whole of one."""
    found = set(paths)
    own = [depth for depth, name in enumerate(OWN_FILES, start=1) if name in found]
    return 0 if not own or found & set(ROOT_FILES) else own[0]


def _put(path: str, editions: dict[str, Folder]) -> Iterator[Fault]:
    *above, name = path.split("/")
    if not above or len(above) > len(OWN_FILES):
        yield Fault(
            Place(path),
            "I05",
            {"name": name, "near": near(name, [*ROOT_FILES, *OPTIONAL_FILES]) if not above else ""},
        )
        return
    misnamed = _misnamed(above)
    if misnamed is not None:
        yield Fault(Place(misnamed), "I07", {"name": misnamed.rpartition("/")[2]})
        return
    folder = _folder(above, editions)
    if name == OWN_FILES[len(above) - 1]:
        folder.file = path
    elif name in RECORDS[len(above) - 1]:
        folder.records[name] = path
    elif len(above) == len(OWN_FILES):
        yield from _put_section(path, name, folder)
    else:
        known = [OWN_FILES[len(above) - 1], *RECORDS[len(above) - 1]]
        yield Fault(Place(path), "I05", {"name": name, "near": near(name, known)})


def _misnamed(above: list[str]) -> str | None:
    """The first folder on the way whose name is none of its level; None where all are well named."""
    for depth, name in enumerate(above):
        if not (_NUMBERED if depth else _EDITION).fullmatch(name):
            return "/".join(above[: depth + 1])
    return None


def _folder(above: list[str], editions: dict[str, Folder]) -> Folder:
    """The folder of that way of well-named ones, made when first met."""
    edition, *below = above
    folder = editions.setdefault(edition, Folder(edition, edition))
    for name in below:
        number, _, slug = name.partition("-")
        folder = folder.folders.setdefault(name, Folder(f"{folder.path}/{name}", slug, int(number)))
    return folder


def _put_section(path: str, name: str, folder: Folder) -> Iterator[Fault]:
    match = _SECTION_FILE.fullmatch(name)
    if match is None:
        yield _no_section(path, name)
        return
    files = folder.sections.setdefault(match[1], SectionFiles(match[3]))
    if match[4] == "yaml":
        files.yaml = path
    elif match[4].endswith(".md"):
        files.prose[match[4].removesuffix(".md")] = path
    elif is_picture(name):
        files.pictures.append(path)
    else:
        files.tables.append(path)


_ENDINGS = {"yml": "yaml", "markdown": "md", "txt": "md"}


def name_beside(section: str, name: str) -> str:
    """What a table or picture of another name is to be called beside the YAML file of its section."""
    stem = section.rpartition("/")[2].removesuffix(".yaml")
    plain = unicodedata.normalize("NFKC", name).lower().removeprefix(f"{stem}.")
    words, _, kind = plain.rpartition(".")
    label = re.sub("[^a-z0-9]+", "-", words).strip("-") or ("table" if kind == "csv" else "picture")
    return f"{stem}.{label}.{kind}"


def _no_section(path: str, name: str) -> Fault:
    """I21 for prose in no language that there is, I06 for any other name, with the near one."""
    plain = unicodedata.normalize("NFKC", name).lower().replace("_", "-").replace(" ", "-")
    stem, _, ending = plain.rpartition(".")
    right = f"{stem}.{_ENDINGS.get(ending, ending)}"
    if _SECTION_FILE.fullmatch(stem):  # Windows hides the ending that it has added
        right = stem
    prose = re.fullmatch(rf"({_NUMBERED.pattern})(?:\.[a-z-]+)?\.md", right)
    if prose:
        return Fault(Place(path), "I21", {"name": name, "ja": f"{prose[1]}.ja.md", "en": f"{prose[1]}.en.md"})
    if not _SECTION_FILE.fullmatch(right):
        right = ""
    return Fault(Place(path), "I06", {"name": name, "right": right})


def _own(folder: Folder, depth: int) -> dict[str, str]:
    return {"name": OWN_FILES[depth], "folder": folder.path}


def _without_own_file(folders: dict[str, Folder], depth: int = 0) -> Iterator[Fault]:
    for folder in folders.values():
        if not folder.file:
            yield Fault(Place(f"{folder.path}/{OWN_FILES[depth]}"), "I08", _own(folder, depth))
        yield from _without_own_file(folder.folders, depth + 1)
        for files in folder.sections.values():
            if not files.yaml:
                yield _without_yaml(files, folder)


def _without_yaml(files: SectionFiles, folder: Folder) -> Fault:
    """I09, with the section of almost that name, which the file may belong to."""
    path = files.paths[0]
    above, _, name = path.rpartition("/")
    stem = name.partition(".")[0]
    others = [other for other in folder.sections if folder.sections[other].yaml]
    like = near(stem[3:], [other[3:] for other in others])
    same = [other for other in others if other[:2] == stem[:2] or other[3:] == like]
    right = same[0] if len(same) == 1 else ""
    words = {"name": name, "missing": f"{stem}.yaml", "right": right}
    related = (Related(Place(f"{above}/{right}.yaml"), "section"),) if right else ()
    return Fault(Place(path), "I09", words, related)
