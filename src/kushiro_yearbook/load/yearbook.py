"""The step `load`: from a content folder to the typed yearbook and every fault met on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as AnyMapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pydantic import BaseModel

from kushiro_yearbook.faults import Fault, Place
from kushiro_yearbook.load.csv_reader import headings, notes, read_csv
from kushiro_yearbook.load.file_names import fit, legible
from kushiro_yearbook.load.folders import ROOT_FILES, Folder, SectionFiles, arrange, levels_below, name_beside
from kushiro_yearbook.load.letters import spaced_words
from kushiro_yearbook.load.pictures import read_picture
from kushiro_yearbook.load.readings import READINGS, load_readings, spoken
from kushiro_yearbook.load.records import read_approvals, read_confirmations, read_release
from kushiro_yearbook.load.registers import MEASURES, NAMES, UNITS, WORDINGS, load_registers
from kushiro_yearbook.load.settle import Inherited, numbered, settle
from kushiro_yearbook.load.sources import Source, find, read, source_of
from kushiro_yearbook.load.town_theme import NO_THEME, TownTheme, read_town_theme
from kushiro_yearbook.load.validate import keys_of, nearest_key, validate
from kushiro_yearbook.load.yaml_reader import read_yaml
from kushiro_yearbook.model import (
    Department,
    DepartmentForm,
    Edition,
    EditionForm,
    Part,
    PartForm,
    Section,
    Yearbook,
    YearbookForm,
)
from kushiro_yearbook.pictures import Picture, is_picture
from kushiro_yearbook.quantities import near
from kushiro_yearbook.records import CONFIRMED, PUBLISHED, TRANSLATIONS
from kushiro_yearbook.registers import Registers
from kushiro_yearbook.sections import SectionForm
from kushiro_yearbook.tree import Mapping, Scalar, Sequence, Tree

CONFIG = "yearbook.yaml"
REGISTER_PATHS = (NAMES, MEASURES, UNITS)

FormType = TypeVar("FormType", bound=BaseModel)


@dataclass(frozen=True)
class Loaded:
    """The yearbook, as far as it could be read, the faults, and the sources that their excerpts come from."""

    yearbook: Yearbook | None
    faults: list[Fault]
    sources: AnyMapping[str, Source] = field(default_factory=dict)
    # `yearbook.yaml`, which may be readable where the yearbook is not.
    form: YearbookForm | None = None
    # What the town lays over the program's theme.
    town: TownTheme = NO_THEME


# No file is to be read as if it held other bytes.
UNCHANGED: AnyMapping[str, bytes] = MappingProxyType({})


@dataclass(frozen=True)
class _Files:
    """The files of a content folder; `sound` are those whose text has no fault."""

    paths: list[str]
    sources: AnyMapping[str, Source]
    sound: AnyMapping[str, Source]
    pictures: AnyMapping[str, Picture]
    faults: list[Fault]


def load(folder: Path, changed: AnyMapping[str, bytes] = UNCHANGED) -> Loaded:
    """Read a content folder whole: all faults of all files in one go.

    `changed` are files by path that are to be read as if they held other bytes.
    """
    if not folder.is_dir():
        return Loaded(None, [Fault(Place(""), "I10")])
    files = _read(folder, changed)
    if "" in files.paths:  # the folder itself cannot be looked into
        return Loaded(None, files.faults)
    if levels := levels_below(files.paths):
        return Loaded(None, [Fault(Place(""), "I30", {"levels": str(levels)})])
    town, town_sources, town_faults = read_town_theme(folder)
    registers, register_faults = load_registers(files.sound)
    editions, folder_faults = arrange(files.paths)
    misnamed = {fault.place.path for fault in folder_faults if fault.code == "I06"}
    readings, reading_faults = load_readings(files.sound.get(READINGS), registers.names)
    reader = _Reader(files.sound, registers, files.pictures, misnamed)
    yearbook = reader.yearbook(editions)
    yearbook = replace(yearbook, readings=readings, spoken=spoken()) if yearbook else None
    told = {fault.place.path for fault in files.faults} | reader.named
    faults = [*files.faults, *(fault for fault in folder_faults if fault.place.path not in told)]
    if other := [fault for fault in reader.faults if fault.code == "S30"]:
        return Loaded(
            None, other, files.sources
        )  # of another format: what else is strange is so because of that
    spaced = list(_spaced(files.sound.values(), [*register_faults, *reader.faults]))
    unsound = any(fault.place.path not in (NAMES, WORDINGS, READINGS) for fault in register_faults)
    unsound = unsound or any(path not in files.sound for path in REGISTER_PATHS)
    hidden = (UNEXPLAINED if unsound else frozenset()) | (MISNAMED if spaced else frozenset())
    read_faults = [fault for fault in reader.faults if fault.code not in hidden]
    faults += [*register_faults, *reading_faults, *spaced, *read_faults, *town_faults]
    return Loaded(yearbook, faults, {**files.sources, **town_sources}, reader.form, town)


def _read(folder: Path, changed: AnyMapping[str, bytes]) -> _Files:
    fitting, faults = fit(find(folder))
    paths, foreign_faults = legible(fitting)
    faults += foreign_faults
    texts = {
        path: source_of(changed[path], path) if path in changed else read(folder, path)
        for path in paths
        if not is_picture(path)
    }
    pictures = {path: read_picture(folder, path) for path in paths if is_picture(path)}
    faults += [fault for _, found in (*texts.values(), *pictures.values()) for fault in found]
    if "" not in paths:
        faults += [Fault(Place(path), "I15", {"name": path}) for path in ROOT_FILES if path not in texts]
    return _Files(
        paths,
        sources={path: source for path, (source, _) in texts.items() if source is not None},
        sound={path: source for path, (source, found) in texts.items() if source is not None and not found},
        pictures={path: picture for path, (picture, _) in pictures.items() if picture is not None},
        faults=faults,
    )


def _spaced(sources: Iterable[Source], told: list[Fault]) -> Iterator[Fault]:
    """Words with spaces in them, but for those on lines of which a name or label is told already."""
    lines = {fault.place[:2] for fault in told if fault.code == "T06"}
    # A list of readings quotes sentences as they stand.
    found = (fault for source in sources if source.path != READINGS for fault in spaced_words(source))
    yield from (fault for fault in found if fault.place[:2] not in lines)


# What is found of a value whose register could not be read says nothing of the value.
UNEXPLAINED = frozenset({"Q02", "Q09"})
# A name with spaces in it is told as such, not as one that nothing explains.
MISNAMED = frozenset({"Q02", "Q09", "B04"})


@dataclass
class _Reader:
    """Reads forms from sources, keeping every fault."""

    sources: AnyMapping[str, Source]
    registers: Registers
    pictures: AnyMapping[str, Picture]
    # Files whose name is that of no section, and those of them that a section names all the same.
    misnamed: AbstractSet[str] = frozenset()
    named: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    form: YearbookForm | None = None

    def yearbook(self, folders: AnyMapping[str, Folder]) -> Yearbook | None:
        """The yearbook, newest edition first; None without a readable `yearbook.yaml` or edition."""
        form = self.form = self._form(YearbookForm, CONFIG)
        found = [self._edition(folders[slug]) for slug in sorted(folders, reverse=True)]
        editions = tuple(edition for edition in found if edition is not None)
        if not folders:
            self.faults.append(Fault(Place(CONFIG), "I11"))
        if form is None or not editions:
            return None
        digests = {path: source.digest for path, source in self.sources.items()}
        digests |= {path: picture.digest for path, picture in self.pictures.items()}
        paths = tuple(path for path in (CONFIG, *REGISTER_PATHS) if path in digests)
        source = self.sources.get(TRANSLATIONS)
        approvals = read_approvals(source) if source else None
        strays = frozenset(self.misnamed)
        return Yearbook(form, self.registers, editions, digests, paths, self.pictures, approvals, strays)

    def _edition(self, folder: Folder) -> Edition | None:
        form = self._form(EditionForm, folder.file)
        parts = [self._part(folder.folders[name]) for name in sorted(folder.folders)]
        if form is None:
            return None
        published, translations = (self._record(folder, name) for name in (PUBLISHED, TRANSLATIONS))
        return Edition(
            folder.slug,
            form,
            tuple(part for part in parts if part),
            (folder.file,),
            read_release(published, folder.slug) if published else None,
            read_approvals(translations) if translations else None,
        )

    def _part(self, folder: Folder) -> Part | None:
        form = self._form(PartForm, folder.file)
        departments = [self._department(folder.folders[name]) for name in sorted(folder.folders)]
        if form is None:
            return None
        found = tuple(department for department in departments if department)
        return Part(folder.slug, folder.number, form, found, (folder.file,))

    def _department(self, folder: Folder) -> Department | None:
        form = self._form(DepartmentForm, folder.file)
        sections = self._sections(folder)
        if form is None:
            return None
        translations, confirmed = (self._record(folder, name) for name in (TRANSLATIONS, CONFIRMED))
        return Department(
            folder.slug,
            folder.path,
            form,
            sections,
            (folder.file,),
            read_approvals(translations) if translations else None,
            read_confirmations(confirmed, folder.path.partition("/")[0]) if confirmed else None,
        )

    def _record(self, folder: Folder, name: str) -> Source | None:
        """A record of a folder, where it has one that is text."""
        return self.sources.get(folder.records.get(name, ""))

    def _sections(self, folder: Folder) -> tuple[Section, ...]:
        files = [folder.sections[name] for name in sorted(folder.sections) if folder.sections[name].yaml]
        read = [(file, self._section_form(file)) for file in files]
        forms = [(file, form) for file, form in read if form is not None]
        numbers = numbered([form for _, form in forms], depth=1)
        return tuple(
            settle(form, file.slug, number, Inherited((folder.slug,)), file.paths)
            for (file, form), number in zip(forms, numbers, strict=True)
        )

    def _section_form(self, files: SectionFiles) -> SectionForm | None:
        tree = self._tree(files.yaml)
        if tree is None:
            return None
        self._put_prose(tree, files)
        used: set[str] = set()
        self._put_tables(tree, files, used)
        for path in files.tables:
            if path not in used:
                self.faults.append(Fault(Place(path), "I12", {"name": path.rpartition("/")[2]}))
        if not _has_title(tree):
            self.faults.append(Fault(Place(files.yaml), "S11"))
        return self._validated(SectionForm, tree)

    def _put_prose(self, tree: Mapping, files: SectionFiles) -> None:
        """The Markdown files beside a section are its text."""
        if not files.prose:
            return
        if "text" in tree:
            self.faults.append(Fault(tree.place_of_key("text"), "T03"))
        first = Place(next(iter(files.prose.values())))
        text = Mapping.at(first)
        for language in sorted(files.prose):
            path = files.prose[language]
            if path not in self.sources:
                continue
            words = self.sources[path].text
            place = Place(path, 1 + len(words) - len(words.lstrip("\n")))
            text[language] = Scalar.at(words.strip("\n"), place, quoted=True)
        if "ja" not in text:
            self.faults += [Fault(first, "I13")] if "ja" not in files.prose else []
            return
        tree[Scalar.at("text", first)] = text

    def _put_tables(self, tree: Mapping, files: SectionFiles, used: set[str]) -> None:
        """A table's `file:` stands for the columns and rows of that CSV."""
        table = tree.get("table")
        if isinstance(table, Mapping) and isinstance(name := table.get("file"), Scalar):
            path = f"{files.yaml.rpartition('/')[0]}/{name}"
            used.add(path)
            misnamed = self._misnamed(name, files)
            if not misnamed and path not in files.tables:
                found = near(name, [table.rpartition("/")[2] for table in files.tables])
                used.add(f"{path.rpartition('/')[0]}/{found}")
                self.faults.append(Fault(name.place, "I14", {"name": name, "near": found}))
            if misnamed or not self._put_rows(table, path):
                del tree["table"]
        for image in _mappings(tree.get("images")):
            if isinstance(name := image.get("file"), Scalar):
                self._misnamed(name, files)
        for child in _mappings(tree.get("sections")):
            self._put_tables(child, files, used)

    def _misnamed(self, name: Scalar, files: SectionFiles) -> bool:
        """Whether a section names a file that is there under the name of no section, which is then told."""
        path = f"{files.yaml.rpartition('/')[0]}/{name}"
        if path not in self.misnamed:
            return False
        self.named.add(path)
        self.faults.append(Fault(name.place, "I31", {"name": name, "right": name_beside(files.yaml, name)}))
        return True

    def _put_rows(self, table: Mapping, path: str) -> bool:
        """Whether the file could be read; a table of which a part is missing would only be misread."""
        if path not in self.sources:
            return False
        rows, faults = read_csv(self.sources[path].text, path)
        headed = "corner" in table
        if rows is not None and not faults:
            faults = [
                *(headings(rows) if headed else ()),
                *notes(rows),
                *([] if rows.records else [Fault(Place(path), "C11")]),
            ]
        self.faults += faults
        if rows is None or faults:
            return False
        columns = Sequence.at(rows.header.place)
        columns.extend(rows.header[1:] if headed else rows.header)
        cells = Sequence.at(rows.header.place)
        cells.extend(_row(record, headed=headed) for record in rows.records)
        table[Scalar.at("columns", columns.place)] = columns
        table[Scalar.at("rows", columns.place)] = cells
        return True

    def _form(self, form: type[FormType], path: str) -> FormType | None:
        tree = self._tree(path)
        return None if tree is None else self._validated(form, tree)

    def _tree(self, path: str) -> Mapping | None:
        if path not in self.sources:
            return None
        tree, faults = read_yaml(self.sources[path].text, path)
        self.faults += faults
        return tree

    def _validated(self, form: type[FormType], tree: Mapping) -> FormType | None:
        found, faults = validate(form, tree, self.registers)
        self.faults += faults
        return found


def _mappings(tree: Tree | None) -> Iterator[Mapping]:
    """Those entries of a list that are mappings; none where there is no list."""
    yield from (entry for entry in tree if isinstance(entry, Mapping)) if isinstance(tree, Sequence) else ()


def _has_title(tree: Mapping) -> bool:
    """Whether a section has a title, be its key misspelt: that is told as such."""
    known = keys_of(SectionForm)
    meant = (key if key in known else nearest_key(key, known) for key in tree)
    return "title" in meant


def _row(record: Sequence, *, headed: bool) -> Mapping:
    """A CSV record as a row of a table; its first cell is its heading where rows have one."""
    row = Mapping.at(record.place)
    cells = Sequence.at(record.place)
    cells.extend(record[1:] if headed else record)
    row[Scalar.at("cells", record.place)] = cells
    if headed and record:
        row[Scalar.at("heading", record.place)] = record[0]
        row[Scalar.at("label", record.place)] = record[0]
    return row
