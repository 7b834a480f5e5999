"""The step `load`: from a content folder to the typed yearbook and every fault met on the way."""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from kushiro_yearbook.faults import Fault, Place
from kushiro_yearbook.load.csv_reader import read_csv
from kushiro_yearbook.load.folders import Folder, SectionFiles, arrange
from kushiro_yearbook.load.registers import MEASURES, NAMES, UNITS, load_registers
from kushiro_yearbook.load.settle import Inherited, numbered, settle
from kushiro_yearbook.load.sources import Source, find, read
from kushiro_yearbook.load.validate import validate
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
from kushiro_yearbook.registers import Registers
from kushiro_yearbook.sections import SectionForm
from kushiro_yearbook.tree import Mapping, Scalar, Sequence

CONFIG = "yearbook.yaml"
REGISTER_PATHS = (NAMES, MEASURES, UNITS)

FormType = TypeVar("FormType", bound=BaseModel)


@dataclass(frozen=True)
class Loaded:
    """The yearbook, as far as it could be read, the faults, and the sources that their excerpts come from."""

    yearbook: Yearbook | None
    faults: list[Fault]
    sources: AnyMapping[str, Source] = field(default_factory=dict)


def load(folder: Path) -> Loaded:
    """Read a content folder whole: all faults of all files in one go."""
    if not folder.is_dir():
        return Loaded(None, [Fault(Place(str(folder)), "I10")])
    sources, faults = _read_all(folder)
    registers, register_faults = load_registers(sources)
    editions, folder_faults = arrange(sources)
    reader = _Reader(sources, registers, [*faults, *register_faults, *folder_faults])
    yearbook = reader.yearbook(editions)
    return Loaded(yearbook, reader.faults, sources)


def _read_all(folder: Path) -> tuple[dict[str, Source], list[Fault]]:
    sources: dict[str, Source] = {}
    faults: list[Fault] = []
    for path in find(folder):
        source, found = read(folder, path)
        faults += found
        if source is not None:
            sources[path] = source
    return sources, faults


@dataclass
class _Reader:
    """Reads forms from sources, keeping every fault."""

    sources: AnyMapping[str, Source]
    registers: Registers
    faults: list[Fault]

    def yearbook(self, folders: AnyMapping[str, Folder]) -> Yearbook | None:
        """The yearbook, newest edition first; None without a readable `yearbook.yaml` or edition."""
        form = self._form(YearbookForm, CONFIG)
        found = [self._edition(folders[slug]) for slug in sorted(folders, reverse=True)]
        editions = tuple(edition for edition in found if edition is not None)
        if not folders:
            self.faults.append(Fault(Place(CONFIG), "I11"))
        if form is None or not editions:
            return None
        digests = {path: source.digest for path, source in self.sources.items()}
        paths = tuple(path for path in (CONFIG, *REGISTER_PATHS) if path in digests)
        return Yearbook(form, self.registers, editions, digests, paths)

    def _edition(self, folder: Folder) -> Edition | None:
        form = self._form(EditionForm, folder.file)
        parts = [self._part(folder.folders[name]) for name in sorted(folder.folders)]
        if form is None:
            return None
        return Edition(folder.slug, form, tuple(part for part in parts if part), (folder.file,))

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
        return Department(folder.slug, folder.path, form, sections, (folder.file,))

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
            text[language] = Scalar.at(self.sources[path].text.strip("\n"), Place(path), quoted=True)
        if "ja" not in text:
            self.faults.append(Fault(first, "I13"))
            return
        tree[Scalar.at("text", first)] = text

    def _put_tables(self, tree: Mapping, files: SectionFiles, used: set[str]) -> None:
        """A table's `file:` stands for the columns and rows of that CSV."""
        table = tree.get("table")
        if isinstance(table, Mapping) and isinstance(name := table.get("file"), Scalar):
            path = f"{files.yaml.rpartition('/')[0]}/{name}"
            if path in files.tables:
                used.add(path)
                self._put_rows(table, path)
            else:
                self.faults.append(Fault(name.place, "I14", {"name": name}))
        sections = tree.get("sections")
        for child in sections if isinstance(sections, Sequence) else ():
            if isinstance(child, Mapping):
                self._put_tables(child, files, used)

    def _put_rows(self, table: Mapping, path: str) -> None:
        rows, faults = read_csv(self.sources[path].text, path)
        self.faults += faults
        if rows is None:
            return
        headed = "corner" in table
        columns = Sequence.at(rows.header.place)
        columns.extend(rows.header[1:] if headed else rows.header)
        cells = Sequence.at(rows.header.place)
        cells.extend(_row(record, headed=headed) for record in rows.records)
        table[Scalar.at("columns", columns.place)] = columns
        table[Scalar.at("rows", columns.place)] = cells

    def _form(self, form: type[FormType], path: str) -> FormType | None:
        if path not in self.sources:
            if path == CONFIG:
                self.faults.append(Fault(Place(path), "I08", {"name": path}))
            return None
        tree = self._tree(path)
        return None if tree is None else self._validated(form, tree)

    def _tree(self, path: str) -> Mapping | None:
        tree, faults = read_yaml(self.sources[path].text, path)
        self.faults += faults
        return tree

    def _validated(self, form: type[FormType], tree: Mapping) -> FormType | None:
        found, faults = validate(form, tree, self.registers)
        self.faults += faults
        return found


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
