"""Every place of the real content where a mistake of each class can be made, and what is typed there."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from kushiro_yearbook.blocks.events import Event
from kushiro_yearbook.blocks.partners import Partner
from kushiro_yearbook.eras import FiscalYear, Year
from kushiro_yearbook.faults import Place
from kushiro_yearbook.load.yaml_reader import read_yaml
from kushiro_yearbook.model import Department, Section, Yearbook
from kushiro_yearbook.rules.walk import translated
from kushiro_yearbook.text import CITATION, READING, Text
from kushiro_yearbook.tree import Mapping, Scalar, Sequence, Tree
from tests.mutating import (
    Class,
    Move,
    Mutation,
    approved,
    bare,
    confirmed,
    moved_on,
    released,
    renewed,
    yearbook_of,
)

Places = Callable[[], Iterator[Mutation]]


# --- the content


@cache
def content() -> Yearbook:
    """The yearbook that the mistakes are made in."""
    return yearbook_of(bare())


def _departments() -> Iterator[Department]:
    for edition in content().editions:
        yield from edition.departments


def _sections() -> Iterator[Section]:
    yield from (section for _, section in content().sections())


def _partners() -> Iterator[Partner]:
    for edition in content().editions:
        yield from (partner for _, _, partner in edition.partners)


@cache
def _lines(path: str) -> tuple[str, ...]:
    return tuple((bare() / path).read_text("utf-8").split("\n"))


Leaf = tuple[tuple[str, ...], Scalar]


@cache
def _trees() -> tuple[Mapping, ...]:
    """The files of the editions."""
    paths = (file.relative_to(bare()).as_posix() for file in sorted(bare().rglob("*.yaml")))
    return tuple(_tree(path) for path in paths if "/" in path)


def _tree(path: str) -> Mapping:
    tree, _ = read_yaml("\n".join(_lines(path)), path)
    assert isinstance(tree, Mapping)
    return tree


@cache
def _leaves() -> tuple[Leaf, ...]:
    """Every value of the editions with the keys that lead to it, but for words of a language."""
    return tuple(leaf for tree in _trees() for leaf in _below(tree))


def _below(tree: Tree, way: tuple[str, ...] = ()) -> Iterator[Leaf]:
    """The values of a tree; those of a list have the way of the list."""
    if isinstance(tree, Scalar):
        yield way, tree
    elif isinstance(tree, Sequence):
        for value in tree:
            yield from _below(value, way)
    else:
        for key, value in tree.items():
            yield from () if key in {"ja", "en", "by"} else _below(value, (*way, str(key)))


def _inside(scalar: Scalar) -> Place:
    """Where the words begin, behind a quote."""
    return scalar.place._replace(column=scalar.place.column + scalar.quoted)


# --- what is typed in the place of what


def _typed(place: Place, match: re.Match[str], new: str) -> Mutation:
    """Other words for a part of those that begin at a place."""
    return Mutation(place.path, place.line, place.column + match.start(), match[0], new)


def _digits(scalar: Scalar, end: int | None = None) -> Iterator[Mutation]:
    """Each digit of a value, up to an end, one more; never a zero, which could lead."""
    for match in re.finditer("[0-9]", scalar[:end]):
        yield _typed(_inside(scalar), match, _OTHERS[match[0]])


def _next_year(scalar: Scalar) -> Iterator[Mutation]:
    """A year, one later."""
    if match := re.search("[0-9]+(?=年)", scalar):
        yield _typed(_inside(scalar), match, str(int(match[0]) + 1))


@cache
def _unit_at_end() -> re.Pattern[str]:
    signs = sorted(content().registers.units, key=len, reverse=True)
    return re.compile(rf"(?<=[0-9])({'|'.join(map(re.escape, signs))})(?=以上|以下|$)")


def _other_unit(scalar: Scalar) -> Iterator[Mutation]:
    """A unit, another one of the register."""
    if match := _unit_at_end().search(scalar):
        yield _typed(_inside(scalar), match, "件" if match[0] != "件" else "回")


def _no_qualifier(scalar: Scalar) -> Iterator[Mutation]:
    """A figure without its 約 or 以上."""
    for match in re.finditer(r"約|延べ|毎回|満(?=[0-9])|以上|以下", scalar):
        yield _typed(_inside(scalar), match, "")


# --- figures

# Keys of a figure under which no number of it stands, and those of single numbers elsewhere.
_ASIDE = frozenset({"id", "year", "as_of", "status", "note", "of", "counts", "rounded", "allow"})
_SINGLE = frozenset({"held", "pages", "copies", "walk", "population"})


def _is_number(way: tuple[str, ...]) -> bool:
    if "figures" in way:
        return not _ASIDE & set(way[way.index("figures") + 1 :])
    if "table" in way:
        return bool({"row", "rows"} & set(way))
    return way[-1] in _SINGLE or way[-2:] == ("population", "value")


def numbers() -> list[Scalar]:
    """Every number as it is typed: of figures and their parts, cells, headings, publications."""
    return [leaf for way, leaf in _leaves() if _is_number(way) and re.search("[0-9]", leaf)]


def _figures_with(key: str) -> Iterator[Mapping]:
    """The figures, as they are written, that have a key."""
    for _, figure in (found for section in _sections() for found in section.figures()):
        if isinstance(figure.written, Mapping) and key in figure.written:
            yield figure.written


@cache
def _broken_down() -> tuple[Scalar, ...]:
    """The numbers of figures with a breakdown."""
    return tuple(
        leaf
        for figure in _figures_with("breakdown")
        for key in ("value", "breakdown")
        for _, leaf in _below(figure[key])
    )


@cache
def _summed() -> frozenset[Place]:
    """The places of the cells that a sum counts."""
    return frozenset(
        cell.place
        for section in _sections()
        for addition in (section.form.table.additions() if section.form.table else ())
        for cell in (addition.total, *addition.parts.values())
    )


def summed_figures() -> Iterator[Mutation]:
    """Each digit of a cell that a sum counts, and of a figure with a breakdown and its parts."""
    for scalar in numbers():
        if scalar.place in _summed():
            yield from _digits(scalar)
    for scalar in _broken_down():
        yield from _digits(scalar)


def counting_figures() -> Iterator[Mutation]:
    """Each digit of a figure that counts a list."""
    for figure in _figures_with("counts"):
        yield from (mutation for _, leaf in _below(figure["value"]) for mutation in _digits(leaf))


def every_figure() -> Iterator[Mutation]:
    """Each digit of each number."""
    yield from (mutation for scalar in numbers() for mutation in _digits(scalar))


def dropped_names() -> Iterator[Mutation]:
    """A name gone from a list that a figure counts."""
    counted = {str(figure["counts"]) for figure in _figures_with("counts")}
    for section in _sections():
        if section.form.people and str(section.form.id or section.slug) in counted:
            for person in section.form.people.root:
                place = person.name.place
                yield Mutation(place.path, place.line, 1, _lines(place.path)[place.line - 1], "")


# --- units


def _measures() -> Iterator[tuple[str, Scalar]]:
    """The unit of each label in its register."""
    for way, leaf in _below(_tree("measures.yaml")):
        if way[1:] == ("unit",):
            yield way[0], leaf


def _table_units(*, summed: bool = False) -> Iterator[Mutation]:
    """The units of the columns that tables use, or that sums count, in the register, and those of tables."""
    tables = [section.form.table for section in _sections() if section.form.table]
    used = {measure.label for table in tables for measure in table.measures}
    added = {label for table in tables for total in table.sums for label in (total.total, *total.parts)}
    for label, sign in _measures():
        if label in (added if summed else used):
            yield _typed(_inside(sign), _whole(sign), "件" if sign != "件" else "回")
    for way, leaf in () if summed else _leaves():
        if way[-2:] == ("table", "unit"):
            yield _typed(_inside(leaf), _whole(leaf), "件" if leaf != "件" else "回")


def _whole(scalar: Scalar) -> re.Match[str]:
    match = re.search(r".+", scalar)
    assert match is not None
    return match


def summed_units() -> Iterator[Mutation]:
    """The unit of each number that is added up, and of its sum."""
    yield from (mutation for scalar in _broken_down() for mutation in _other_unit(scalar))
    yield from _table_units(summed=True)


def every_unit() -> Iterator[Mutation]:
    """The unit of each number, those of columns in the register."""
    yield from (mutation for scalar in numbers() for mutation in _other_unit(scalar))
    yield from _table_units()


def factors() -> Iterator[Mutation]:
    """Each digit of what a unit stands for."""
    for way, leaf in _below(_tree("units.yaml")):
        yield from _digits(leaf) if way[-1] == "factor" else ()


def every_qualifier() -> Iterator[Mutation]:
    """Each 約, 延べ, 以上 of a number, left out."""
    yield from (mutation for scalar in numbers() for mutation in _no_qualifier(scalar))


# --- dates and year labels


def _events(section: Section) -> Iterator[tuple[Event, Place | None]]:
    """The events of a section with the year that stands over each."""
    year = section.form.place_of("year") if section.form.year else None
    inherited = isinstance(section.scope.get("year"), Year | FiscalYear)
    for event in section.form.events.root if section.form.events else ():
        yield event, year or (section.form.place if inherited else None)
    for partner in section.form.partners.root if section.form.partners else ():
        exchange = partner.exchange
        for event in exchange.events.root if exchange and exchange.events else ():
            yield event, exchange.place_of("year") if exchange else None


@cache
def _dated_under_a_year() -> frozenset[Place]:
    """The places of dates over which a year stands."""
    found = (pair for section in _sections() for pair in _events(section))
    return frozenset(event.place_of("when") for event, year in found if event.when and year)


@cache
def _years_over_dates() -> frozenset[Place]:
    """The places of years under which dated events stand, and that of an edition, which its folder tells."""
    found = {edition.form.place_of("year") for edition in content().editions}
    for section in _sections():
        found |= {year for event, year in _events(section) if event.when and year}
        below = (event for inner in section.walk() for event in inner.events())
        if section.form.year and any(event.when for event in below):
            found.add(section.form.place_of("year"))
    return frozenset(found)


@cache
def _times_of_figures() -> frozenset[Place]:
    """The places of the years and dates that figures hold for."""
    found: set[Place] = set()
    for section in _sections():
        form = section.form
        if section.time and any(one.time == section.time for one in section.observations()):
            found |= {form.place_of(key) for key in ("year", "as_of") if getattr(form, key)}
        for _, figure in section.figures():
            found |= {figure.place_of(key) for key in ("year", "as_of") if getattr(figure, key)}
        for event, year in _events(section):
            over = event.place_of("when") if event.when else year
            found |= {over} if event.figures and over else set()
    return frozenset(found)


def _labels() -> Iterator[Scalar]:
    """Every year label."""
    yield from (leaf for way, leaf in _leaves() if way[-1] in {"year", "fiscal_year"})


def _dates() -> Iterator[Scalar]:
    """Every other date, but for terms of office."""
    for way, leaf in _leaves():
        if "dates" in way or way[-1] in {"when", "agreed", "as_of", "issued", "published", "reference_date"}:
            yield leaf


def years_of_dates() -> Iterator[Mutation]:
    """Each digit of the year of a date that stands under a year."""
    for date in _dates():
        if date.place in _dated_under_a_year():
            yield from _digits(date, date.index("年"))


def other_dates() -> Iterator[Mutation]:
    """Each other digit of a date."""
    known = {*years_of_dates(), *anniversaries()}
    yield from (one for date in _dates() for one in _digits(date) if one not in known)


def terms() -> Iterator[Mutation]:
    """Each digit of a term of office."""
    yield from (one for way, leaf in _leaves() if way[-1] == "term" for one in _digits(leaf))


def labels_over_dates() -> Iterator[Mutation]:
    """Each year label that dates bear out."""
    yield from (one for label in _labels() if label.place in _years_over_dates() for one in _next_year(label))


def other_labels() -> Iterator[Mutation]:
    """Each other one."""
    yield from (
        one for label in _labels() if label.place not in _years_over_dates() for one in _next_year(label)
    )


def anniversaries() -> Iterator[Mutation]:
    """Each digit of an anniversary whose date is known, and of the year that it is counted from."""
    for partner in _partners():
        events = partner.exchange.events if partner.exchange else None
        kept = [found for event in (events.root if events else ()) for found in _anniversaries(event)]
        if kept and isinstance(partner.written, Mapping):
            agreed = partner.written["agreed"]
            assert isinstance(agreed, Scalar)
            yield from _digits(agreed, agreed.index("年"))
            yield from (one for leaf in kept for one in _digits(leaf))


def _anniversaries(event: Event) -> Iterator[Scalar]:
    for way, leaf in _below(event.written) if event.written is not None else ():
        if way[-2:] == ("figures", "提携周年"):
            yield leaf


def times_of_figures() -> Iterator[Mutation]:
    """Each year label and each digit of a date that a figure holds for."""
    for label in _labels():
        yield from _next_year(label) if label.place in _times_of_figures() else ()
    for date in _dates():
        yield from _digits(date) if date.place in _times_of_figures() else ()


# --- texts


def _bilingual() -> Iterator[Text]:
    """Every text that says both languages itself, once, from the yearbook's title to the last note."""
    yield from dict.fromkeys(text for text, _ in translated(content()))


# A word of the registers: where it begins, and its letters.
Entry = tuple[Place, str]


def _entries(language: str) -> Iterator[Entry]:
    """The names and labels of the registers in a language, each on its line."""
    for number, line in enumerate(_lines("names.csv")[1:], start=2):
        for row in csv.DictReader([_lines("names.csv")[0], line]):
            words = row[language] or ""
            start = 0 if language == "ja" else line.find(words, len(row["ja"]) + len(row["kana"]))
            yield Place("names.csv", number, start + 1 + line.startswith('"', start)), words
    for path in ("measures.yaml", "units.yaml") if language == "en" else ():
        yield from ((_inside(leaf), leaf) for leaf in _english(_tree(path)))
    if language == "ja":
        yield from ((key.place, key) for key in _tree("measures.yaml") if isinstance(key, Scalar))


def _english(register: Mapping) -> Iterator[Scalar]:
    for row in register.values():
        if isinstance(row, Mapping) and "en" in row:
            yield from (leaf for _, leaf in _below(row["en"]))


# Numbers in kanji or words that count; 一 and one are too often mere words, as are 一部, 千代川, 七夕.
_KANJI = "一二三四五六七八九十百千万億"
_WORDS = ("two", "both", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {
    "ja": re.compile(
        rf"[0-9]|[{_KANJI}](?=[{_KANJI}])|(?<=[{_KANJI}])[{_KANJI}]"
        "|[二三四五六七八九](?=[つ人名市町村港校回年階期次])"
    ),
    "en": re.compile(rf"[0-9]|\b(?:{'|'.join(_WORDS)})\b"),
}
_OTHERS = {
    **{str(digit): str(digit % 9 + 1) for digit in range(10)},
    **dict(zip(_KANJI, "二三四五六七八九二百千百億万", strict=True)),
    **dict.fromkeys(_WORDS[:2], "three"),
    **dict.fromkeys(_WORDS[2:], "two"),
}


def numbers_of_texts(language: str) -> Places:
    """Each number of each text in one language, but for those of citations and readings."""

    def found() -> Iterator[Mutation]:
        for text in _bilingual():
            words = text.words(language)
            for known in (CITATION, READING):
                words = known.sub(lambda match: "_" * len(match[0]), words)
            for match in _NUMBERS[language].finditer(words):
                place = text.place_of_part(language, match.start(), len(match[0]))
                yield Mutation(place.path, place.line, place.column, match[0], _OTHERS[match[0]])
        for place, words in _entries(language):
            for match in _NUMBERS[language].finditer(words):
                yield _typed(place, match, _OTHERS[match[0]])

    return found


def _longer(text: Text, language: str) -> Mutation:
    """A text with a word behind its last letter."""
    words = text.words(language).rstrip()
    place = text.place_of_part(language, len(words) - 1, 1)
    new = words[-1] + ("も" if language == "ja" else " too")
    return Mutation(place.path, place.line, place.column, words[-1], new)


def translations(*, recorded: bool) -> Places:
    """A word more in one language of each text, of those that a department answers for or of all others."""

    def found() -> Iterator[Mutation]:
        own = {text.place for department in _departments() for text in department.texts()}
        for text in _bilingual():
            if (text.place in own) is recorded:
                yield from (_longer(text, language) for language in ("ja", "en"))
        for place, words in () if recorded else _entries("en"):
            if words:
                end = place.column + len(words) - 1
                yield Mutation(place.path, place.line, end, words[-1], f"{words[-1]} too")

    return found


# --- addresses


def addresses() -> Iterator[Mutation | Move]:
    """Each published address: of partners and named sections by their ids, of pages by files and folders."""
    for partner in _partners():
        yield _renamed(partner.id)
    for department in _departments():
        yield Move(f"{department.folder}", f"{department.folder}-x")
        for top in department.sections:
            stem = top.paths[0].removesuffix(".yaml")
            yield Move(f"{stem}.", f"{stem}-x.")
            yield from (_renamed(one.form.id) for one in top.walk() if one.form.id)


def _renamed(id_: str) -> Mutation:
    assert isinstance(id_, Scalar)
    return Mutation(id_.place.path, id_.place.line, id_.place.column, id_, f"{id_}-x")


# --- dates left in a copied edition


def left_dates(*, of_surveys: bool) -> Places:
    """Each dated line of a copied edition, as in the one before: the calendar years, or all others."""

    def found() -> Iterator[Mutation]:
        last = content().newest
        for file in sorted((bare() / last.slug).rglob("*.yaml")):
            path = file.relative_to(bare()).as_posix()
            following = path.replace(last.slug, f"{last.form.year.year + 1}", 1)
            for number, old in enumerate(_lines(path), start=1):
                new = moved_on(old, last.form)
                of_survey = bool(re.fullmatch(" +year: .*年", old))
                if new != old and of_survey is of_surveys:
                    yield Mutation(following, number, 1, new, old)

    return found


# --- the classes


def _rest(every: Callable[[], Iterable[Mutation]], *known: Callable[[], Iterable[Mutation]]) -> Places:
    """The places of a class that are in none of others."""

    def found() -> Iterator[Mutation]:
        others = {mutation for find in known for mutation in find()}
        yield from (mutation for mutation in every() if mutation not in others)

    return found


CLASSES: tuple[Class, ...] = (
    Class("a digit in a summed figure", summed_figures, bare, redundant=True),
    Class("a digit in a figure that counts a list", counting_figures, bare, redundant=True),
    Class("a name dropped from a counted list", dropped_names, bare, redundant=True),
    Class("the unit of a summed figure", summed_units, bare, redundant=True),
    Class("how many a unit stands for", factors, bare, redundant=True),
    Class("a number in a text's Japanese only", numbers_of_texts("ja"), bare, redundant=True),
    Class("a number in a text's English only", numbers_of_texts("en"), bare, redundant=True),
    Class("the year of a date under a year label", years_of_dates, bare, redundant=True),
    Class("a year label over dates, or of an edition", labels_over_dates, bare, redundant=True),
    Class("an anniversary, or the year it is counted from", anniversaries, bare, redundant=True),
    Class("a translation edited on one side", translations(recorded=True), approved, redundant=True),
    Class("a confirmed figure: a digit", every_figure, confirmed, redundant=True),
    Class("a confirmed figure: its unit", every_unit, confirmed, redundant=True),
    Class("a confirmed figure: its year or date", times_of_figures, confirmed, redundant=True),
    Class("a confirmed figure: its 約, 延べ, 以上", every_qualifier, confirmed, redundant=True),
    Class("a published figure: a digit", every_figure, released, redundant=True),
    Class("a published figure: its unit", every_unit, released, redundant=True),
    Class("a published figure: its year or date", times_of_figures, released, redundant=True),
    Class("a published figure: its 約, 延べ, 以上", every_qualifier, released, redundant=True),
    Class("a published address", addresses, released, redundant=True),
    Class("last year's date left in a copied edition", left_dates(of_surveys=False), renewed, redundant=True),
    Class(
        "a digit in any other figure",
        _rest(every_figure, summed_figures, counting_figures, anniversaries),
        bare,
        redundant=False,
    ),
    Class("the unit of any other figure", _rest(every_unit, summed_units), bare, redundant=False),
    Class("the 約, 延べ, 以上 of a figure", every_qualifier, bare, redundant=False),
    Class("a digit in a term of office", terms, bare, redundant=False),
    Class("any other digit of a date", other_dates, bare, redundant=False),
    Class("any other year label", other_labels, bare, redundant=False),
    Class("a survey's year left in a copied edition", left_dates(of_surveys=True), renewed, redundant=False),
    Class("a translation outside departments", translations(recorded=False), approved, redundant=True),
)
