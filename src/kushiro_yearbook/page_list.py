"""The pages of an edition: what a reader may have kept the address of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kushiro_yearbook.addresses import Address, Addresses
from kushiro_yearbook.faults import Place
from kushiro_yearbook.inline import plain
from kushiro_yearbook.locales.locale import LOCALES
from kushiro_yearbook.model import Edition
from kushiro_yearbook.phrases import plain_heading
from kushiro_yearbook.text import LANGUAGES, Text


@dataclass(frozen=True)
class Page:
    """A page: its address below the locale, its titles by language, where it is written, a section's key."""

    address: str
    titles: Mapping[str, str]
    place: Place
    key: tuple[str, ...] = ()


def pages_of(edition: Edition) -> Iterator[Page]:
    """The pages that a reader may have kept the address of."""
    places = Addresses(LOCALES[0].id, edition.slug)
    yield Page(_below(places.edition), _titles(edition.form.label), edition.form.place)
    for department in edition.departments:
        address = _below(places.department(department.slug))
        yield Page(address, _titles(department.form.name), department.form.place)
        for section in department.sections:
            address = _below(places.section(department.slug, section.slug))
            titles = {language: plain_heading(section, language) for language in LANGUAGES}
            yield Page(address, titles, section.form.place, section.key)
    for _, section, partner in edition.partners:
        yield Page(_below(places.partner(partner.id)), _titles(partner.name), section.form.place)


def addresses_of(edition: Edition) -> Iterator[str]:
    """What a reader may have kept the address of, below the edition: pages and the named sections on them.

    The overview of the partners and a department's print edition stand and fall with what they show.
    """
    places = Addresses(LOCALES[0].id, edition.slug)
    others = map(_below, (places.legend, places.accessibility, places.print_edition()))
    for address in (*(page.address for page in pages_of(edition)), *others):
        yield address.removeprefix(f"{edition.slug}/")
    for department in edition.departments:
        for top in department.sections:
            page = f"{department.slug}/{top.slug}.html"
            yield from (f"{page}#{section.form.id}" for section in top.walk() if section.form.id)
            yield from (f"{page}#{old}" for section in top.walk() for old in section.former_anchors)


def leading_on(edition: Edition) -> Mapping[str, Page]:
    """By each former address below the edition the page that it leads to."""
    return {old.removeprefix(f"{edition.slug}/"): page for old, page in former_pages(edition)}


def former_pages(edition: Edition) -> Iterator[tuple[str, Page]]:
    """Every address that leads on, with the page it leads to."""
    places = Addresses(LOCALES[0].id, edition.slug)
    pages = {page.address: page for page in pages_of(edition)}
    for department in edition.departments:
        page = pages[_below(places.department(department.slug))]
        for old in department.form.formerly:
            yield _below(places.formerly(old)), page
            if "/" not in old:
                yield _below(places.print_edition(old)), page
        for section in department.sections:
            page = pages[_below(places.section(department.slug, section.slug))]
            yield from ((_below(places.formerly(old)), page) for old in section.form.formerly)
    for _, _, partner in edition.partners:
        page = pages[_below(places.partner(partner.id))]
        yield from ((_below(places.partner(old)), page) for old in partner.formerly)


def moved_keys(edition: Edition) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """By the key that a section's page, or a section on it, had before the key that it has now."""
    moves = {
        tuple(old.removesuffix(".html").split("/")): page.key
        for old, page in leading_on(edition).items()
        if page.key
    }
    for section in edition.sections():
        moves |= {(*section.key[:-1], old): section.key for old in section.former_anchors}
    return moves


def key_now(published: str, moves: Mapping[tuple[str, ...], tuple[str, ...]]) -> tuple[str, ...]:
    """A figure's key, on the page and in the section that its own lead to where they have moved."""
    key: tuple[str, ...] = ()
    for step in published.split("/"):
        key = (*key, step)
        key = moves.get(key, key)
    return key


def _below(address: Address) -> str:
    """An address without its locale."""
    return address.path.partition("/")[2]


def _titles(text: Text) -> Mapping[str, str]:
    return {language: plain(text.runs(language)) for language in LANGUAGES}
