"""Rules on references: what is cited, pointed at or addressed exists, once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kushiro_yearbook.addresses import NO_PAGE, RESERVED
from kushiro_yearbook.faults import Fault, Place
from kushiro_yearbook.model import NUMBERS, Department, Edition, Section, Yearbook
from kushiro_yearbook.quantities import near
from kushiro_yearbook.text import CITATION, LANGUAGES, SCHEMES, Text, cite, cited_label, links_in
from kushiro_yearbook.tree import Scalar


def citations(yearbook: Yearbook) -> Iterator[Fault]:
    """T04: every `〔name〕` names a value of its section, event or partner."""
    for edition in yearbook.editions:
        for department in edition.departments:
            for section in department.sections:
                for text, scope in section.texts():
                    for name, language in text.citations():
                        if cite(name, scope, language) is None:
                            known = near(cited_label(name), list(scope))
                            place = _place_in(text, language, f"〔{name}〕")
                            yield Fault(place, "T04", {"name": name, "near": known})


def brackets(yearbook: Yearbook) -> Iterator[Fault]:
    """T05: every citation's bracket has its partner."""
    for _, section in yearbook.sections():
        for text in section.own_texts():
            for language in LANGUAGES:
                words = text.words(language) if text.speaks(language) else ""
                rest = CITATION.sub(lambda cited: " " * len(cited[0]), words)
                if match := re.search("[〔〕]", rest):
                    yield Fault(text.place_of_part(language, match.start(), 1), "T05")


def _place_in(text: Text, language: str, part: str) -> Place:
    """Where a part of a text first stands."""
    start = text.words(language).find(part)
    return text.place_of(language) if start < 0 else text.place_of_part(language, start, len(part))


def anchors(yearbook: Yearbook) -> Iterator[Fault]:
    """A02: no two things on a page have one id."""
    for edition in yearbook.editions:
        for department in edition.departments:
            for section in department.sections:
                yield from _anchors(section)


# Ids that the frame of every page uses itself.
FRAME_IDS = ("main", "responsible", "other-editions", "page")


def _anchors(top: Section) -> Iterator[Fault]:
    seen: dict[str, Place] = {}
    for section in top.walk():
        partners = section.form.partners.root if section.form.partners else ()
        place_of_id = section.form.id.place if section.form.id else section.form.place
        named = [(section.anchor, place_of_id)] if section.anchor else []
        for anchor, place in (*named, *((partner.id, partner.id.place) for partner in partners)):
            if anchor in FRAME_IDS:
                yield Fault(place, "A04", {"slug": anchor})
            if anchor in seen:
                yield Fault(place, "A02", {"id": anchor, "line": str(seen[anchor].line)})
            seen.setdefault(anchor, place)


def depth(yearbook: Yearbook) -> Iterator[Fault]:
    """A11: sections nest four deep, as deep as there are numbers: 1, (1), ア, (ア)."""
    for _, section in yearbook.sections():
        if section.number.depth > len(NUMBERS["ja"]):
            yield Fault(section.form.place, "A11")


def slugs(yearbook: Yearbook) -> Iterator[Fault]:
    """A03: no two pages have one address; A04: none takes a name that the site or Windows uses."""
    for edition in yearbook.editions:
        yield from _department_slugs(edition)
        yield from _partner_slugs(edition)
        for department in edition.departments:
            yield from _section_slugs(department)


def _department_slugs(edition: Edition) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for department in edition.departments:
        place = Place(department.paths[0])
        if department.slug in RESERVED:
            yield Fault(place, "A04", {"slug": department.slug})
        if department.slug in seen:
            yield Fault(place, "A03", {"slug": department.slug, "other": seen[department.slug]})
        seen.setdefault(department.slug, department.folder)


def _section_slugs(department: Department) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for section in department.sections:
        path = section.paths[0]
        if section.slug in NO_PAGE:
            yield Fault(Place(path), "A04", {"slug": section.slug})
        if section.slug in seen:
            yield Fault(Place(path), "A03", {"slug": section.slug, "other": seen[section.slug]})
        seen.setdefault(section.slug, path)


def _partner_slugs(edition: Edition) -> Iterator[Fault]:
    seen: dict[str, Place] = {}
    for _, _, partner in edition.partners:
        if partner.id in seen:
            other = f"{seen[partner.id].path}:{seen[partner.id].line}"
            yield Fault(partner.place, "A03", {"slug": partner.id, "other": other})
        if partner.id in NO_PAGE:
            yield Fault(partner.place, "A04", {"slug": partner.id})
        seen.setdefault(partner.id, partner.place)


def keys(yearbook: Yearbook) -> Iterator[Fault]:
    """A05: no two figures of an edition have one key."""
    for edition in yearbook.editions:
        seen: dict[tuple[str, ...], Place] = {}
        for section in _at_own_address(edition):
            for observation in section.observations():
                if observation.key in seen:
                    first = seen[observation.key]
                    words = {"key": "/".join(observation.key), "line": str(first.line)}
                    yield Fault(observation.place, "A05", words)
                seen.setdefault(observation.key, observation.place)


def _at_own_address(edition: Edition) -> Iterator[Section]:
    """The sections, but for those at the address of another: A03 tells that, and not of each figure."""
    addresses: set[str] = set()
    departments = {department.slug: department for department in reversed(edition.departments)}
    for department in reversed(departments.values()):
        for section in department.sections:
            address = f"{department.slug}/{section.slug}"
            if address not in addresses:
                yield section
            addresses.add(address)


def targets(yearbook: Yearbook) -> Iterator[Fault]:
    """A06: what `of` points at exists in the department."""
    for edition in yearbook.editions:
        for department in edition.departments:
            known = dict.fromkeys(_ids(department))
            for top in department.sections:
                for target in (section.form.of for section in top.walk()):
                    if target is not None and target not in known:
                        yield Fault(target.place, "A06", {"value": target, "near": near(target, list(known))})


def _ids(department: Department) -> list[str]:
    found = (section for top in department.sections for section in top.walk())
    return [id_ for section in found for id_ in (section.form.id, section.slug) if id_]


def highlights(yearbook: Yearbook) -> Iterator[Fault]:
    """A08: every highlight is the key of a figure in its edition."""
    for edition in yearbook.editions:
        known = edition.observations
        missing = [highlight.of for highlight in edition.form.highlights if highlight.of not in known]
        departments = {department.slug for department in edition.departments}
        gone: set[str] = set()
        for key in missing:
            department = key.partition("/")[0]
            if department not in departments and department in gone:
                continue  # one department that is gone, or misspelt, is one mistake
            gone.add(department)
            words = {"value": str(key), "near": _near_figure(key, list(known))}
            words["department"] = "" if department in departments else department
            yield Fault(key.place, "A08", words)


def _near_figure(key: str, known: list[str]) -> str:
    """The figure that was likely meant: of that department, or of that name in one spelt nearly so."""
    department, _, rest = key.partition("/")
    if same := [other for other in known if other.startswith(f"{department}/")]:
        return near(key, same)
    named = [other for other in known if rest and other.partition("/")[2] == rest]
    return near(key, named)


def former_addresses(yearbook: Yearbook) -> Iterator[Fault]:
    """A07: no page leads on from an address that another page still has."""
    for edition in yearbook.editions:
        taken = set(_addresses(edition))
        for old in _former(edition):
            if str(old) in taken:
                yield Fault(old.place, "A07", {"value": old})
            taken.add(str(old))
        ids = {str(partner.id) for _, _, partner in edition.partners} | {"index"}
        for _, _, partner in edition.partners:
            for old in partner.formerly:
                if str(old) in ids:
                    yield Fault(old.place, "A07", {"value": old})
                ids.add(str(old))
        yield from (Fault(old.place, "A10", {"value": old}) for old in _former_below(edition))


def links(yearbook: Yearbook) -> Iterator[Fault]:
    """L01: every link of a text leads to a place of its edition, or clearly out of the site."""
    for edition in yearbook.editions:
        places = set(_link_targets(edition))
        for department in edition.departments:
            for section in department.sections:
                for text, _ in section.texts():
                    for language in filter(text.speaks, LANGUAGES):
                        for target in dict.fromkeys(links_in(text.words(language))):
                            outside = target.startswith(SCHEMES) and target not in SCHEMES
                            if not outside and target not in places:
                                yield Fault(_place_in(text, language, target), "L01", {"value": target})


def _addresses(edition: Edition) -> Iterator[str]:
    for department in edition.departments:
        yield department.slug
        yield from (f"{department.slug}/{section.slug}" for section in department.sections)


def _former(edition: Edition) -> Iterator[Scalar]:
    for department in edition.departments:
        yield from department.form.formerly
        for section in department.sections:
            yield from section.form.formerly


def _former_below(edition: Edition) -> Iterator[Scalar]:
    """Former addresses of sections that have no page of their own."""
    for department in edition.departments:
        for top in department.sections:
            yield from (old for section in top.walk() if section is not top for old in section.form.formerly)


def _link_targets(edition: Edition) -> Iterator[str]:
    """What a text may link to: departments, sections, and the named places in sections."""
    yield from _addresses(edition)
    for department in edition.departments:
        for section in department.sections:
            page = f"{department.slug}/{section.slug}"
            yield from (f"{page}#{below.anchor}" for below in section.walk() if below.form.id)
            yield from (f"{page}#{partner.id}" for partner in section.partners)
