"""What an edition says besides figures and the titles of its pages: dates, names, contacts, sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kushiro_yearbook.blocks.dates import Dating
from kushiro_yearbook.blocks.figures import Figure
from kushiro_yearbook.blocks.partners import Partner
from kushiro_yearbook.blocks.people import Terms
from kushiro_yearbook.blocks.table import Sum, Table
from kushiro_yearbook.comparing.matching import Pair, changed
from kushiro_yearbook.comparing.pages import PARTNERS
from kushiro_yearbook.comparing.sight import Way
from kushiro_yearbook.comparing.ways import Step, written
from kushiro_yearbook.faults import Place
from kushiro_yearbook.forms import Form, Rows
from kushiro_yearbook.inline import plain
from kushiro_yearbook.load.registers import MEASURES, MORE_COLUMNS, NAME_COLUMNS, NAMES, UNITS
from kushiro_yearbook.load.yearbook import CONFIG
from kushiro_yearbook.model import DepartmentForm, Edition, EditionForm, Section, Yearbook
from kushiro_yearbook.positions import Position
from kushiro_yearbook.quantities import Quantity, Unit
from kushiro_yearbook.registers import Measure
from kushiro_yearbook.sections import Remark, SectionForm
from kushiro_yearbook.text import TRANSLATIONS, Text, alike


@dataclass(frozen=True)
class Entry:
    """A value or sentence with the steps to it, and the key of the content's field that holds it.

    `page` is the key of the page that shows it, None for what is on no page; `item` is where the whole
    stands that it is a part of: a person, a contact, an event; None where that is there on both sides.
    """

    page: Way | None
    key: Way
    way: tuple[Step, ...]
    field: str
    parts: tuple[object, ...]
    place: Place
    item: Place | None

    @property
    def name(self) -> Way:
        """Its page, the way to it, and its field."""
        return (*(self.page or ()), *written(self.way), self.field)

    @property
    def said(self) -> tuple[str, str]:
        """Its Japanese and its English; how either is broken into lines says nothing."""
        return (" ".join(self.words("ja").split()), " ".join(self.english.split()))

    @property
    def worded(self) -> bool:
        """Whether it is made of words, which are written in Japanese first."""
        return any(isinstance(part, Text) for part in self.parts)

    def words(self, language: str) -> str:
        """What stands there, citations as written."""
        return "、".join(_words(part, language) for part in self.parts)

    @property
    def english(self) -> str:
        """The English that stands beside Japanese; what a register explains is the register's."""
        texts = (part for part in self.parts if isinstance(part, Text) and not part.named)
        return ", ".join(text.words("en") for text in texts if text.words("en") != text.ja)


def _words(part: object, language: str) -> str:
    match part:
        case Text():
            return part.words(language)
        case Terms():
            return part.shown(language)
        case Position():
            return f"{part.latitude}, {part.longitude}"
        case Sum():
            return f"{part.total} = {' + '.join(part.parts)}"
        case Unit():
            return part.word(language)
    runs = getattr(part, "runs", None)
    return plain(runs(language)) if runs else str(part)


def differing(old: Sequence[Entry], new: Sequence[Entry]) -> Iterator[Pair[Entry]]:
    """The entries that changed; those of a whole that is only on one side know it."""
    both = {entry.name[:-1] for entry in old} & {entry.name[:-1] for entry in new}
    for was, now in changed(old, new):
        yield _in_whole(was, both), _in_whole(now, both)


def _in_whole(entry: Entry | None, both: set[Way]) -> Entry | None:
    return replace(entry, item=None) if entry and entry.name[:-1] in both else entry


@dataclass(frozen=True)
class _Spot:
    """Where the walk through the forms has come to."""

    page: Way | None
    key: Way
    way: tuple[Step, ...]
    moves: Mapping[Way, Way] = field(default_factory=dict)

    def inside(self, key: str, *steps: Step) -> _Spot:
        """One step further."""
        return replace(self, key=(*self.key, key), way=(*self.way, *steps))

    def entry(self, form: Form, key: str, *parts: object) -> Entry:
        """What a field of a form says; words have a place of their own."""
        place = next((part.place for part in parts if isinstance(part, Text)), form.place)
        return Entry(self.page, (*self.key, key), self.way, key, parts, place, form.place)


def entries(edition: Edition, moves: Mapping[Way, Way]) -> list[Entry]:
    """All entries of an edition in its order; `moves` are the keys of pages that have others now."""
    found = [*_of(edition.form, _Spot((), (), (edition.form.label,)))]
    for part in edition.parts:
        found += _of(part.form, _Spot((), (part.slug,), (part.form.name,)))
    for department in edition.departments:
        page = moves.get((department.slug,), (department.slug,))
        found += _of(department.form, _Spot(page, page, (department.form.name,)))
        for section in department.sections:
            found += _below(section, (), moves)
    return found


def registered(yearbook: Yearbook) -> list[Entry]:
    """What holds for all editions: settings, names, labels and units."""
    return [*_of(yearbook.form, _Spot(None, (CONFIG,), ())), *_explained(yearbook)]


def _explained(yearbook: Yearbook) -> Iterator[Entry]:
    registers = yearbook.registers
    for name in registers.names.values():
        yield from _row(NAMES, name.ja, name, (*NAME_COLUMNS[1:], *MORE_COLUMNS), name.place)
    for measure in registers.measures.values():
        yield from _row(MEASURES, measure.label, measure, ("id", *TRANSLATIONS, "unit"), measure.place)
    for unit in registers.units.values():
        words = ("one", "other", "head", "prefix", *MORE_COLUMNS)
        columns = ("id", *words, "factor", "written_out", "beside_label")
        yield from _row(UNITS, unit.sign, unit, columns, Place(UNITS))


def _row(register: str, called: str, row: object, columns: Iterable[str], place: Place) -> Iterator[Entry]:
    """A row of a register, field by field."""
    step = alike(called, place)
    # Units stand nowhere that is known, and each is an item all the same.
    item = place._replace(path=f"{register} {called}")
    translations = getattr(row, "translations", {})
    for column in columns:
        if value := translations.get(column) or getattr(row, column, ""):
            yield Entry(None, (register, called, column), (step,), column, (value,), place, item)


def _below(section: Section, above: tuple[Section, ...], moves: Mapping[Way, Way]) -> Iterator[Entry]:
    way, page = (*above, section), moves.get(section.key[:2], section.key[:2])
    spot = _Spot(page, (*page, *section.key[2:]), way, moves)
    titled = () if above else (*page, "title")
    yield from (entry for entry in _of(section.form, spot) if entry.key != titled)
    for child in section.sections:
        yield from _below(child, way, moves)


# What is told elsewhere: as figures, as titles of pages, as pages that moved, or section by section.
ELSEWHERE: Mapping[type[Form], frozenset[str]] = {
    SectionForm: frozenset({"sections", "formerly"}),
    Table: frozenset({"row", "rows", "columns"}),
    Figure: frozenset({"value", "year", "as_of", "status", "breakdown", "outcomes"}),
    Partner: frozenset({"name", "formerly"}),
    DepartmentForm: frozenset({"name", "formerly"}),
    EditionForm: frozenset({"label"}),
}


def _of(form: Form, spot: _Spot) -> Iterator[Entry]:
    for key, value in form:
        if key not in ELSEWHERE.get(type(form), ()) and value not in (None, False, (), {}):
            yield from _of_field(form, key, value, spot)


def _of_field(form: Form, key: str, value: object, spot: _Spot) -> Iterator[Entry]:
    match value:
        case Rows():
            yield from _of_field(form, key, value.root, spot)
        case Remark():
            yield spot.entry(
                form, key, Text(value.ja, {"en": str(value.en)} if value.en else {}, value.place)
            )
        case Form():
            yield from _of(value, spot.inside(key))
        case dict():
            yield from _of_labels(form, key, value, spot)
        case tuple():
            yield from _of_list(form, key, value, spot)
        case Quantity():
            return
        case _:
            yield spot.entry(form, "" if isinstance(form, Dating) and key == "words" else key, value)


def _of_labels(form: Form, key: str, values: dict[Measure | str, object], spot: _Spot) -> Iterator[Entry]:
    for label, value in values.items():
        id_ = label.id if isinstance(label, Measure) else label
        step = label if isinstance(label, Measure) else alike(label, form.place)
        yield from _of_field(form, key, value, spot.inside(key).inside(id_, step))


def _of_list(form: Form, key: str, values: tuple[object, ...], spot: _Spot) -> Iterator[Entry]:
    """A list of forms one by one, and notes; other lists are one value."""
    for value in values:
        if isinstance(value, Partner):
            page = spot.moves.get(own := (PARTNERS, str(value.id)), own)
            yield from _of(value, _Spot(page, page, (value.name,)))
        elif isinstance(value, Form):
            yield from _of(value, spot.inside(key).inside(_identity(value), *_called(value)))
        elif key == "notes":
            yield spot.entry(form, key, value)
    if not isinstance(values[0], Form | Quantity) and key != "notes":
        yield spot.entry(form, "" if isinstance(form, Dating) and key == "when" else key, *values)


# By which of its fields something in a list is known, the first that it has.
_NAMES = ("name", "station", "about", "file", "label")


def _identity(form: Form) -> str:
    """What stays of it while the rest changes; nothing for an event or correction."""
    name = getattr(form, "id", None) or getattr(form, "name", None) or getattr(form, "file", None)
    return name.ja if isinstance(name, Text) else str(name or "")


def _called(form: Form) -> tuple[Step, ...]:
    found = next((value for name in _NAMES if (value := getattr(form, name, None))), None)
    if isinstance(found, Text):
        return (found,)
    return (alike(str(found), form.place),) if found else ()
