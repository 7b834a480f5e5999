"""The yearbook as every later step sees it: frozen, with numbers, keys, times and citations settled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, Field, PlainValidator, ValidationInfo, model_validator

from kushiro_yearbook import tree
from kushiro_yearbook.addresses import report_link
from kushiro_yearbook.blocks.base import Block, cited_notes, unsaid
from kushiro_yearbook.blocks.contact import Contact
from kushiro_yearbook.blocks.dates import Dating
from kushiro_yearbook.blocks.events import Event
from kushiro_yearbook.blocks.figures import Figure
from kushiro_yearbook.blocks.partners import Partner
from kushiro_yearbook.date_reader import parse_year
from kushiro_yearbook.eras import FiscalYear, When, Year
from kushiro_yearbook.faults import Refused
from kushiro_yearbook.forms import (
    MANY,
    AllowField,
    CodeField,
    FlagField,
    Form,
    FormerField,
    MomentField,
    ScalarField,
    Shape,
    TextField,
    read_text,
    scalar,
    texts_of,
)
from kushiro_yearbook.freshness import Keeper, Keepers
from kushiro_yearbook.inline import plain
from kushiro_yearbook.locales.locale import Locale, locales_in
from kushiro_yearbook.observations import Context, Observation
from kushiro_yearbook.pictures import Picture
from kushiro_yearbook.positions import PositionField
from kushiro_yearbook.quantities import Status, near
from kushiro_yearbook.readings.entry import Entry
from kushiro_yearbook.readings.lexicon import Lexicon, lexicon
from kushiro_yearbook.records import Approvals, Confirmations, Release
from kushiro_yearbook.registers import Measure, Name, Registers, Standing
from kushiro_yearbook.sections import Correction, Image, SectionForm
from kushiro_yearbook.text import LANGUAGES, Scope, Text
from kushiro_yearbook.tree import Scalar


def _code(value: object) -> str:
    word = scalar(value)
    if word != right_code(word):
        raise Refused("S13", value=word, near=right_code(word))
    return str(word)


def right_code(word: str) -> str:
    """The code of a municipality with these first five digits; empty for what is not six digits."""
    return f"{word[:5]}{_check_digit(word[:5])}" if re.fullmatch("[0-9]{6}", word) else ""


def _check_digit(digits: str) -> int:
    """The last digit of a code, which tells a slip in the five before it."""
    return (
        11 - sum(int(digit) * weight for digit, weight in zip(digits, range(6, 1, -1), strict=True)) % 11
    ) % 10


def _base_url(value: object) -> str:
    word = scalar(value)
    if not re.fullmatch(r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._~/-]*)?", word):
        raise Refused("S14", value=word)
    return str(word)


def _language(value: object) -> str:
    word = scalar(value)
    if word not in LANGUAGES:
        allowed = ", ".join(LANGUAGES)
        raise Refused("S06", value=word, near=near(word, list(LANGUAGES)), allowed=allowed)
    return str(word)


LanguageField = Annotated[str, PlainValidator(_language), Shape("language")]


def _with_japanese(languages: tuple[str, ...]) -> tuple[str, ...]:
    if "ja" not in languages:
        raise Refused("T13")
    return languages


_REPORT = re.compile(
    r"(?:https://[A-Za-z0-9.-]+(?::[0-9]+)?(?=[/?#]|$)|mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+(?=\?|$))[^\s\"<>{}]*"
)


def _report(value: object) -> str:
    """Where errors are reported; raises `Refused` S21 for another scheme, an unknown gap, or a space."""
    word = scalar(value)
    filled = report_link(word, "%", "%")  # a sign that a host's name cannot hold
    if not _REPORT.fullmatch(filled):
        unknown = re.search(r"\{[^{}]*\}", filled)
        raise Refused("S21", value=word, unknown=unknown[0] if unknown else "")
    return str(word)


def _links(value: object, info: ValidationInfo) -> Text:
    """Where a link leads, in one language or the same in all; raises `Refused` S22 for anything but https."""
    found = read_text(value, info)
    for language in LANGUAGES:
        if not re.fullmatch(r"https://[A-Za-z0-9.-]+(?:[/?#][^\s\"<>]*)?", found.words(language)):
            raise Refused("S22", place=found.place_of(language), value=found.words(language))
    return found


class Licence(Form):
    """What others may do with the content; a bare name does, where there is no page to lead to."""

    short_forms: ClassVar[tuple[object, ...]] = (TextField,)

    name: TextField
    url: Annotated[Text, PlainValidator(_links), Shape("link")] | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, data: Any) -> Any:
        if isinstance(data, tree.Scalar) or (isinstance(data, tree.Mapping) and set(data) <= set(LANGUAGES)):
            return _name_only(data)
        return data


def _name_only(data: tree.Scalar | tree.Mapping) -> tree.Mapping:
    licence = tree.Mapping.at(data.place)
    licence[tree.Scalar.at("name", data.place)] = data
    return licence


class Municipality(Form):
    """Whose yearbook it is; `code` is the six-digit 全国地方公共団体コード, as text, where it is known.

    `position` is where maps of partners show it; without one they show the partners alone.
    """

    name: TextField
    code: Annotated[str, PlainValidator(_code), Shape("municipality_code")] | None = None
    position: PositionField | None = None


# The form of content that this program reads; another number where content of before has to be changed.
FORMAT = "1"


def _format(value: object) -> str:
    word = scalar(value)
    if word != FORMAT:
        raise Refused("S30", value=word, right=FORMAT)
    return FORMAT


class Emergency(Form):
    """What everybody has to know at once; it stands at the top of every page."""

    title: TextField
    text: TextField | None = None
    when: MomentField | None = None


class YearbookForm(Form):
    """`yearbook.yaml`: what holds for all editions."""

    format: Annotated[str, PlainValidator(_format), Shape("format")]
    title: TextField
    municipality: Municipality
    languages: Annotated[tuple[LanguageField, ...], AfterValidator(_with_japanese)] = ("ja", "en")
    messages: Literal["ja", "en"] | None = None
    base_url: Annotated[str, PlainValidator(_base_url), Shape("base_url")] | None = None
    licence: Licence
    publisher: TextField
    report: Annotated[str, PlainValidator(_report), Shape("report")] | None = None
    unofficial: FlagField = True
    # Whether the site has an edition with readings over its kanji.
    furigana: FlagField = False
    emergency: Emergency | None = None
    severity: dict[CodeField, Literal["error", "warning"]] = Field(default_factory=dict)

    @property
    def locales(self) -> tuple[Locale, ...]:
        """The locales that the yearbook is shown in."""
        return locales_in(self.languages, furigana=self.furigana)


def _fiscal_year(value: object) -> FiscalYear:
    year = parse_year(scalar(value))
    if not isinstance(year, FiscalYear):
        raise Refused("D10", value=plain(year.runs("ja")))
    return year


def _calendar_year(value: object) -> Year:
    year = parse_year(scalar(value))
    if not isinstance(year, Year):
        said = plain(year.runs("ja"))
        raise Refused("S16", value=said, right=said.removesuffix("度"))
    return year


class Highlight(Form):
    """A key figure of the edition: the observation's key without the edition, and words for it."""

    of: ScalarField
    label: TextField | None = None


class EditionForm(Form):
    """`edition.yaml`: one year's yearbook."""

    label: TextField
    fiscal_year: Annotated[FiscalYear, PlainValidator(_fiscal_year), Shape("fiscal_year")] | None = None
    year: Annotated[Year, PlainValidator(_calendar_year), Shape("calendar_year")]
    reference_date: MomentField | None = None
    published: MomentField | None = None
    highlights: tuple[Highlight, ...] = ()
    # Faults accepted in this file, by code, with the reason.
    allow: AllowField | None = None

    @property
    def told(self) -> Year | FiscalYear:
        """The year that the edition tells of: its fiscal year, or, without one, the year it is named by."""
        return self.fiscal_year or self.year


class PartForm(Form):
    """`part.yaml`: a part's name."""

    name: TextField
    # Faults accepted in this file, by code, with the reason.
    allow: AllowField | None = None


class DepartmentForm(Form):
    """`department.yaml`: a department's name, and its contact where it is known and not in a section."""

    name: TextField
    contact: Contact | None = None
    highlights: tuple[Highlight, ...] = ()
    formerly: Annotated[tuple[FormerField, ...], MANY] = ()
    # Faults accepted in this file, by code, with the reason.
    allow: AllowField | None = None


@dataclass(frozen=True)
class Number:
    """A heading's number from its place: `depth` from 1, `n` from 1; or a `sign` that stands for it."""

    depth: int = 0
    n: int = 0
    sign: str = ""
    pattern: Text | None = None

    def shown(self, language: str) -> str:
        """1, (1), ア, (ア) in Japanese; 1, (1), (a), (i) in English; empty without a number."""
        if self.pattern is not None and self.n:
            return self.pattern.words(language).replace("〔n〕", str(self.n))
        if not self.n:
            return self.sign
        return NUMBERS[language][min(self.depth, 4) - 1](self.n)


KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


def _katakana(n: int) -> str:
    return KATAKANA[n - 1] if n <= len(KATAKANA) else str(n)


def _letter(n: int) -> str:
    return chr(ord("a") + n - 1) if n <= 26 else str(n)


def _roman(n: int) -> str:
    return "x" * (n // 10) + ROMAN[n % 10]


NUMBERS: Mapping[str, tuple[Callable[[int], str], ...]] = {
    "ja": (str, lambda n: f"({n})", _katakana, lambda n: f"({_katakana(n)})"),
    "en": (str, lambda n: f"({n})", lambda n: f"({_letter(n)})", lambda n: f"({_roman(n)})"),
}


@dataclass(frozen=True, eq=False)
class Section:
    """A section in its place.

    `slug` names the page of a top section and is empty below it; `key` is its way from the department;
    `anchor` its id on the page; `heading` its title or the label that stands for one; `lone` the single
    value whose label became the heading; `time` the year or date its figures hold for; `said` the labels
    that its own sentences cite in each language, which are not printed again;
    `member_of` the dimension that its parent's `combine` names.
    """

    form: SectionForm
    slug: str
    key: tuple[str, ...]
    anchor: str
    number: Number
    heading: Text | Measure | None
    lone: Dating | Figure | None
    scope: Scope
    said: Mapping[str, frozenset[str]]
    time: When | None
    status: Status
    sections: tuple[Section, ...]
    paths: tuple[str, ...]
    member_of: Text | None = None

    @property
    def folder(self) -> str:
        """The folder of its files."""
        return self.paths[0].rpartition("/")[0]

    @property
    def former_anchors(self) -> tuple[Scalar, ...]:
        """The ids on its page that it had before; a page itself has addresses instead."""
        return () if self.slug else self.form.formerly

    @property
    def dimension(self) -> tuple[Text, Text] | None:
        """In a data set of several sections' tables, what tells them apart, and this section's name."""
        title = self.form.title
        return (self.member_of, title) if self.member_of and title else None

    def listed_dates(self, language: str) -> Mapping[Measure, Dating]:
        """The dates that are neither its heading nor cited in its sentences."""
        return (
            {} if self.lone else unsaid(self.form.dates.root if self.form.dates else {}, self.said[language])
        )

    def listed_figures(self, language: str) -> Mapping[Measure, Figure]:
        """The figures that are neither its heading, nor cited in its sentences, nor tables of their own."""
        found = self.form.figures.root if self.form.figures else {}
        return (
            {} if self.lone else unsaid({m: f for m, f in found.items() if not f.parts}, self.said[language])
        )

    def cited_notes(self, language: str) -> list[Text]:
        """The notes of its figures that its sentences cite."""
        return cited_notes(self.form.figures.root if self.form.figures else {}, self.said[language])

    @property
    def figures_with_parts(self) -> Mapping[Measure, Figure]:
        """The figures that have a breakdown or outcomes, printed as tables."""
        found = self.form.figures.root if self.form.figures else {}
        return {measure: figure for measure, figure in found.items() if figure.parts}

    @property
    def titled(self) -> bool:
        """Whether it has a heading."""
        return self.heading is not None

    @property
    def holds_only_items(self) -> bool:
        """Whether all its sections are sentences without a heading."""
        return bool(self.sections) and not any(section.titled for section in self.sections)

    @property
    def seats(self) -> int | None:
        """How many can hold its office at once: one where all terms are numbered; None if nothing tells."""
        people = self.form.people.root if self.form.people else ()
        numbered = bool(people) and all(person.number and person.term for person in people)
        return self.form.seats or (1 if numbered else None)

    @property
    def partners(self) -> tuple[Partner, ...]:
        """The partners standing in it or below it."""
        own = self.form.partners.root if self.form.partners else ()
        return (*own, *(partner for section in self.sections for partner in section.partners))

    def walk(self) -> Iterator[Section]:
        """It and every section in it."""
        yield self
        for section in self.sections:
            yield from section.walk()

    def blocks(self) -> Iterator[tuple[str, Block]]:
        """Its own blocks with their names."""
        return self.form.blocks()

    def own_texts(self) -> Iterator[Text]:
        """Every text in it, but for those of the sections in it."""
        yield from self.form.own_texts()
        for _, block in self.blocks():
            yield from block.texts()

    def texts(self) -> Iterator[tuple[Text, Scope]]:
        """Every text in it and below it, with what it may cite."""
        for section in self.walk():
            yield from ((text, section.scope) for text in section.form.own_texts())
            for _, block in section.blocks():
                yield from block.scoped_texts(section.scope)

    def events(self) -> Iterator[Event]:
        """Every event in it, but for those of the sections in it: its own and its partners'."""
        yield from self.form.events.root if self.form.events else ()
        for partner in self.form.partners.root if self.form.partners else ():
            exchange = partner.exchange
            yield from exchange.events.root if exchange and exchange.events else ()

    def figures(self) -> Iterator[tuple[Measure, Figure]]:
        """Every figure in it, but for those of the sections in it: its own, its partners', its events'."""
        form = self.form
        yield from form.figures.root.items() if form.figures else ()
        for event in form.events.root if form.events else ():
            yield from event.figures.root.items() if event.figures else ()
        for partner in form.partners.root if form.partners else ():
            yield from partner.every_figure()

    def labels(self) -> Iterator[Measure]:
        """Every label in it and below it."""
        for section in self.walk():
            for _, block in section.blocks():
                yield from block.labels()

    def prose(self) -> Iterator[Text]:
        """Those of its own texts that print as paragraphs, so that a notice can stand below each."""
        if self.form.text:
            yield self.form.text
        for _, block in self.blocks():
            yield from block.prose()

    def short_texts(self) -> list[Text]:
        """Its own texts that do not: titles, notes, captions, the words in cells."""
        prose = set(self.prose())
        return [text for text in self.own_texts() if text not in prose]

    def observations_by_block(self) -> Iterator[tuple[str, tuple[Observation, ...]]]:
        """The numbers of its heading and of each of its blocks, by the name of the key or the block."""
        context = Context(self.key, self.time, self.status, self.dimension)
        if self.form.held is not None:
            yield "held", (context.observe(HELD, self.form.held, self.form.place),)
        for name, block in self.blocks():
            yield name, tuple(block.observations(context))

    def own_observations(self) -> Iterator[Observation]:
        """Every number in it, but for those of the sections in it."""
        for _, observations in self.observations_by_block():
            yield from observations

    def observations(self) -> Iterator[Observation]:
        """Every number in it and below it."""
        for section in self.walk():
            yield from section.own_observations()


HELD = Measure("開催", "held", {"en": "Held"})


@dataclass(frozen=True, eq=False)
class Department:
    """A department of an edition; `slug` is its place in addresses, `folder` in the content."""

    slug: str
    folder: str
    form: DepartmentForm
    sections: tuple[Section, ...]
    paths: tuple[str, ...]
    # What its files say was approved and confirmed; None without the file.
    approvals: Approvals | None = None
    confirmations: Confirmations | None = None

    @cached_property
    def contact(self) -> Contact | None:
        """Its contact: its own, or the first that stands in its sections."""
        found = (section.form.contact for top in self.sections for section in top.walk())
        return self.form.contact or next((contact for contact in found if contact), None)

    def section(self, slug: str) -> Section | None:
        """Its section of that name."""
        return next((section for section in self.sections if section.slug == slug), None)

    def own_texts(self) -> Iterator[Text]:
        """What its file says, but for the contact."""
        for form in (self.form, *self.form.highlights):
            yield from texts_of(form)

    def texts(self) -> Iterator[Text]:
        """Its name and every text it answers for."""
        yield from self.own_texts()
        yield from self.form.contact.texts() if self.form.contact else ()
        for section in self.sections:
            yield from (text for text, _ in section.texts())

    def keeper(self, edition: str) -> Keeper:
        """Itself as what keeps a record of translations."""
        way, names = f"{edition}/{self.slug}", _in_words(self.form.name)
        return Keeper(way, names, self.folder, self.approvals, self.texts)

    def observations(self) -> Iterator[Observation]:
        """Every number of its sections, the department first in the key."""
        for section in self.sections:
            yield from section.observations()


@dataclass(frozen=True, eq=False)
class Part:
    """A part of an edition; `number` is the source's own (第6編), from the folder's name."""

    slug: str
    number: int
    form: PartForm
    departments: tuple[Department, ...]
    paths: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Edition:
    """One year's yearbook; `slug` is its year in addresses."""

    slug: str
    form: EditionForm
    parts: tuple[Part, ...]
    paths: tuple[str, ...]
    # What its files say was published and approved; None without the file.
    release: Release | None = None
    approvals: Approvals | None = None

    @cached_property
    def departments(self) -> tuple[Department, ...]:
        """The departments of all parts, in order."""
        return tuple(department for part in self.parts for department in part.departments)

    @property
    def highlights(self) -> Iterator[Highlight]:
        """Its own key figures and those of its departments."""
        yield from self.form.highlights
        for department in self.departments:
            yield from department.form.highlights

    def sections(self) -> Iterator[Section]:
        """Every section, however deep."""
        for department in self.departments:
            for top in department.sections:
                yield from top.walk()

    def department(self, slug: str) -> Department | None:
        """The department of that name."""
        return next((department for department in self.departments if department.slug == slug), None)

    @cached_property
    def partners(self) -> tuple[tuple[Department, Section, Partner], ...]:
        """Every partner with the section and department it stands in."""
        return tuple(
            (department, section, partner)
            for department in self.departments
            for section in department.sections
            for partner in section.partners
        )

    def own_texts(self) -> Iterator[Text]:
        """What it and its parts say of themselves."""
        for form in (self.form, *self.form.highlights, *(part.form for part in self.parts)):
            yield from texts_of(form)

    @cached_property
    def keepers(self) -> Keepers:
        """What keeps records of translations: itself and its departments."""
        own = Keeper(self.slug, _in_words(self.form.label), self.slug, self.approvals, self.own_texts)
        return Keepers((own, *(department.keeper(self.slug) for department in self.departments)))

    @cached_property
    def corrections(self) -> tuple[tuple[Department, Section, Section, Correction], ...]:
        """Every correction with its department, page and section, in the order of their places."""
        return tuple(
            (department, top, section, correction)
            for department in self.departments
            for top in department.sections
            for section in top.walk()
            for correction in section.form.corrections
        )

    @cached_property
    def observations(self) -> Mapping[str, Observation]:
        """Every number by its key below the edition: `department/section/…/measure`."""
        found: dict[str, Observation] = {}
        for department in self.departments:
            for observation in department.observations():
                found.setdefault("/".join(observation.key), observation)
        return found


# What holds for all editions: its name on the command line, and in words.
REGISTERS = "registers"
REGISTERS_NAMES = {"ja": "年鑑全体の題名・台帳", "en": "Titles and registers of the yearbook"}


def _in_words(name: Text) -> Mapping[str, str]:
    return {language: plain(name.runs(language)) for language in LANGUAGES}


@dataclass(frozen=True, eq=False)
class Yearbook:
    """All editions of one municipality, newest first; `digests` by content path, for declaring inputs."""

    form: YearbookForm
    registers: Registers
    editions: tuple[Edition, ...]
    digests: Mapping[str, str] = field(default_factory=dict)
    paths: tuple[str, ...] = ()
    # By their paths.
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    # What its file says was approved; None without the file.
    approvals: Approvals | None = None
    # Files beside sections whose name is that of none.
    strays: frozenset[str] = frozenset()
    # The rows of its list of readings, and those that the program brings for its own words.
    readings: tuple[Entry, ...] = ()
    spoken: tuple[Entry, ...] = ()

    @cached_property
    def lexicon(self) -> Lexicon:
        """How its words are said: by its list of readings, by its names, and by the program's list."""
        names = {name.ja: name for name in (*self._people(), *self.registers.names.values())}
        return lexicon(self.readings, tuple(names.values()), self.spoken)

    def _people(self) -> Iterator[Name]:
        """Everybody it lists, whether or not the register has them, so that no machine reads a name."""
        for _, section in self.sections():
            for person in section.form.people.root if section.form.people else ():
                yield Name(person.name.ja, "", "", {}, "person", Standing.GUESS, "", person.name.place)

    def own_texts(self) -> Iterator[Text]:
        """What it says of itself."""
        emergency = [self.form.emergency] if self.form.emergency else []
        for form in (self.form, self.form.municipality, self.form.licence, *emergency):
            yield from texts_of(form)

    @cached_property
    def keepers(self) -> Keepers:
        """Itself with its registers as what keeps a record of translations."""

        def texts() -> Iterator[Text]:
            yield from self.own_texts()
            yield from self.registers.texts()

        return Keepers((Keeper(REGISTERS, REGISTERS_NAMES, "", self.approvals, texts),))

    def picture(self, section: Section, image: Image) -> Picture:
        """The picture of an image, which stands beside its section's file."""
        return self.pictures[f"{section.folder}/{image.file}"]

    def sections(self) -> Iterator[tuple[Department, Section]]:
        """Every section of every edition, however deep, with its department."""
        for edition in self.editions:
            for department in edition.departments:
                for top in department.sections:
                    yield from ((department, section) for section in top.walk())

    @property
    def newest(self) -> Edition:
        """The edition that the home pages show."""
        return self.editions[0]
