"""What all pages have in common: their frame, their context, and how one becomes an output."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from kushiro_yearbook.addresses import (
    CHOICE,
    NOT_FOUND,
    Address,
    Addresses,
    absolute,
    in_locale,
    print_anchor,
    relative,
    report_link,
)
from kushiro_yearbook.formats.linked import Linked, Node, url_of
from kushiro_yearbook.inline import Runs, plain
from kushiro_yearbook.load.readings import READINGS
from kushiro_yearbook.locales.locale import LOCALES, Locale, plain_of
from kushiro_yearbook.maps.drawing import Maps
from kushiro_yearbook.model import Department, Edition, Section, Yearbook
from kushiro_yearbook.outputs import Inputs, Output, combined, content_of
from kushiro_yearbook.phrases import heading
from kushiro_yearbook.readings.ruby import without
from kushiro_yearbook.registers import Measure
from kushiro_yearbook.text import Text
from kushiro_yearbook.theme import Theme


@dataclass(frozen=True)
class Crumb:
    """A step of the way from the home page to a page."""

    title: Runs
    address: Address


@dataclass(frozen=True)
class Page:
    """A page to be made: its place, its template, the content it shows and what its template needs."""

    address: Address
    template: str
    title: Runs
    crumbs: tuple[Crumb, ...] = ()
    paths: tuple[str, ...] = ()
    texts: tuple[Text | Measure, ...] = ()
    edition: Edition | None = None
    department: Department | None = None
    # Pages of the same section in other editions, with the edition's label.
    elsewhere: tuple[Crumb, ...] = ()
    # The departments that stand on it whole, so that ids need a prefix and links stay on it.
    holds: frozenset[str] = frozenset()
    # Whether search engines are told of it in every language.
    offered: bool = True
    # Whether it says how words are read, in whatever locale.
    says_readings: bool = False
    # A digest of what it shows of content files that are not among its paths.
    shows: str = ""
    # Whether it stands outside the locales and speaks every language itself.
    apart: bool = False
    # What it is about, told where others link to it; without it, its title alone.
    about: Callable[[], str] = str
    # What of it stands in the words of schema.org, given what it is about.
    subject: Callable[[str], Node | None] = lambda _: None
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Frame:
    """What the pages of one locale share."""

    yearbook: Yearbook
    theme: Theme
    locale: Locale

    @property
    def language(self) -> str:
        """The language of the locale's content."""
        return self.locale.language

    @property
    def words(self) -> Mapping[str, str]:
        """The interface words of that language."""
        return self.theme.words[self.language]

    @property
    def locales(self) -> tuple[Locale, ...]:
        """The locales that the yearbook is shown in."""
        return self.yearbook.form.locales

    @property
    def doors(self) -> list[tuple[Locale, Address]]:
        """The first pages of every locale in the language."""
        own = (locale for locale in self.locales if locale.language == self.language)
        return [(locale, Addresses(locale.id).home) for locale in own]

    def addresses(self, edition: Edition) -> Addresses:
        """The addresses of an edition in this locale."""
        return Addresses(self.locale.id, edition.slug)

    @property
    def home(self) -> Address:
        """The locale's first page."""
        return Addresses(self.locale.id).home

    def say(self, value: Any) -> str:
        """A value or text as bare words."""
        return plain(value.runs(self.language))

    def tell(self, value: Any) -> Runs:
        """A value or text as runs."""
        return tuple(value.runs(self.language))

    def edition_name(self, edition: Edition) -> str:
        """The yearbook's title with the edition's label."""
        return f"{self.say(self.yearbook.form.title)} {self.say(edition.form.label)}"

    def title(self, section: Section) -> Runs:
        """A section's title."""
        return heading(section, self.language)

    @cached_property
    def digest(self) -> str:
        """A digest of all that the frames of the pages show: names, titles, contacts and their places."""
        return combined(self._shown())

    def output(self, page: Page) -> Output:
        """A page as an output that knows its inputs."""
        paths = (*self.yearbook.paths, *page.paths)
        if self.locale.plain or page.says_readings:
            paths = (*paths, *self.readings_paths)
        inputs = Inputs(
            content=content_of(paths, self.yearbook.digests),
            frame=combined([self.digest, self._titled(page), page.shows, *map(str, self._stale_on(page))]),
            template=self.theme.template_digest(page.template),
            program=self.theme.program_digest,
        )
        return Output(page.address, inputs, lambda: self._made(page))

    def _titled(self, page: Page) -> str:
        """A digest of the headings that a page may lead to: of its department, or else of them all."""
        if page.department is None:
            return combined(self._titles.values())
        return self._titles[page.department]

    @cached_property
    def _titles(self) -> Mapping[Department, str]:
        """A digest of the headings of each department."""
        return {
            department: combined(map(self._titled_as, department.sections))
            for edition in self.yearbook.editions
            for department in edition.departments
        }

    def _titled_as(self, section: Section) -> str:
        return f"{section.number.shown(self.language)} {plain(self.title(section))}"

    @property
    def readings_paths(self) -> tuple[str, ...]:
        """The list of readings, if there is one: it changes nothing but what says it."""
        return (READINGS,) if READINGS in self.yearbook.digests else ()

    def _made(self, page: Page) -> bytes:
        """The bytes of a page, with readings over all its words or over none."""
        made = self.theme.render(page.template, self._context(page)).decode()
        readings = self.theme.readings(self.yearbook.lexicon)
        return (readings.over(made) if self.locale.plain else without(made)).encode()

    def _stale_on(self, page: Page) -> list[Text]:
        """The texts of an English page that were not checked since they or their Japanese changed."""
        if page.edition is None or self.language != "en":
            return []
        known = page.edition.keepers.unsettled
        return [text for text in page.texts if isinstance(text, Text) and text in known and known[text].stale]

    def _shown(self) -> Iterator[str]:
        yield self.locale.id
        for edition in self.yearbook.editions:
            yield from (edition.slug, self.say(edition.form.label))
            yield str(bool(edition.corrections))
            for part in edition.parts:
                yield from (part.slug, str(part.number), self.say(part.form.name))
            for department in edition.departments:
                yield from (department.slug, self.say(department.form.name), str(department.contact))
                yield from map(str, department.form.formerly)
                for section in department.sections:
                    yield from (section.slug, *map(str, section.form.formerly))
            for _, _, partner in edition.partners:
                yield from (partner.id, *map(str, partner.formerly))

    def _context(self, page: Page) -> dict[str, Any]:
        return {
            "page": page,
            "locale": self.locale,
            "language": self.language,
            "words": self.words,
            "yearbook": self.yearbook.form,
            "editions": self.yearbook.editions,
            "edition": page.edition,
            "department": page.department,
            "places": self.addresses(page.edition or self.yearbook.newest),
            "home": self.home,
            "voices": self._voices() if page.apart else [self],
            "choice": CHOICE,
            "style": self.theme.style,
            "mark": self.theme.mark,
            "scripts": self.theme,
            "indexes": self._indexes(page),
            "switches": [(other, in_locale(page.address, other.id)) for other in self.locales],
            "alternates": self._alternates(page),
            **self._metadata(page),
            "canonical": self._canonical(page),
            "report": self._report(page),
            "falls_back": any(text.missing(self.language) for text in page.texts),
            "resolve": self._resolver(page),
            "is_stale": (stale := frozenset(self._stale_on(page))).__contains__,
            "has_stale_words": lambda section: bool(stale) and not stale.isdisjoint(section.short_texts()),
            "japanese_of": self._japanese_of(page),
            "anchor": _anchors(page),
            "picture": self.yearbook.picture,
            "partner_anchor": _partner_anchors(page),
            "former_anchors": lambda section: () if page.holds else section.former_anchors,
            "maps": Maps(self.yearbook.form.municipality, self.language),
            **page.extra,
        }

    def _voices(self) -> list[Frame]:
        """A frame for each language, to speak on a page that speaks them all."""
        return [replace(self, locale=locale) for locale in plain_of(self.locales)]

    def _canonical(self, page: Page) -> str | None:
        """The page without readings, of which this one is another form; None on any other page."""
        if not self.locale.plain:
            return None
        plain, base = in_locale(page.address, self.locale.plain), self.yearbook.form.base_url
        return absolute(plain, base) if base else relative(plain, page.address)

    def _indexes(self, page: Page) -> list[tuple[str, Address, Address]]:
        """By language the index of the page's edition and the first page; the page's own language first."""
        edition = page.edition or self.yearbook.newest
        # Locales of one language share its index, but each leads to its own pages.
        first = {locale.language: locale for locale in reversed(self.locales)}
        found = [
            (language, Addresses(first[language].id, edition.slug).search_index, Addresses(locale.id).home)
            for language, locale in {**first, self.language: self.locale}.items()
        ]
        return sorted(found, key=lambda row: row[0] != self.language)

    def _alternates(self, page: Page) -> list[tuple[str, str]]:
        """The page's full address by language, and the choice of languages as the default."""
        base = self.yearbook.form.base_url
        if base is None or not page.offered or self.locale.plain:
            return []
        if page.apart:
            homes = [(own.language, absolute(Addresses(own.id).home, base)) for own in plain_of(self.locales)]
            return [*homes, ("x-default", absolute(page.address, base))]
        plain = plain_of(self.locales)
        found = [(own.language, absolute(in_locale(page.address, own.id), base)) for own in plain]
        return [*found, ("x-default", absolute(CHOICE, base))]

    @property
    def linked(self) -> Linked:
        """What its pages say of themselves in the words of schema.org."""
        return Linked(self.yearbook.form, self.language)

    def _metadata(self, page: Page) -> dict[str, Any]:
        """What is told where others link to the page; nothing for one that nobody is told of."""
        if not page.offered:
            return {}
        base, title = self.yearbook.form.base_url, plain(page.title)
        about = page.about() or title
        places = [(crumb.title, crumb.address) for crumb in page.crumbs] + [(page.title, page.address)]
        way = [(plain(name), url_of(place, page.address, base)) for name, place in places]
        edition = page.edition if page.crumbs else None
        whole = url_of(self.addresses(edition).edition, page.address, base) if edition else ""
        within = (edition, whole) if edition else None
        told = self.linked.page(title, about, way, within, page.subject(about))
        languages = {"inLanguage": list(self.yearbook.form.languages)} if page.apart else {}
        return {
            "about": about,
            "full_address": absolute(page.address, base) if base else None,
            "linked": told | languages,
        }

    def _report(self, page: Page) -> str | None:
        """Where an error on the page is reported; an address that leads nowhere has no page to speak of."""
        form = self.yearbook.form
        if form.report is None or page.address == NOT_FOUND:
            return None
        address = absolute(page.address, form.base_url) if form.base_url else page.address.path
        return report_link(form.report, address, plain(page.title))

    def _japanese_of(self, page: Page) -> Callable[[Section], Address]:
        """Where the Japanese of a section on this page stands."""
        anchor = _anchors(page)
        japanese = in_locale(page.address, LOCALES[0].id)

        def found(section: Section) -> Address:
            # On its own page a section has no id, and on a partner's no place.
            return japanese if section.slug and not page.holds else replace(japanese, anchor=anchor(section))

        return found

    def _resolver(self, page: Page) -> Callable[[str], str | None]:
        """How a text's link to `department/section#anchor` becomes a link from this page."""

        def resolve(target: str) -> str | None:
            edition = page.edition
            if edition is None:
                return None
            slugs, _, anchor = target.partition("#")
            department, _, section = slugs.partition("/")
            owner = edition.department(department)
            if owner is None or (section and owner.section(section) is None):
                return None
            if department in page.holds:
                return f"#{print_anchor(department, section, anchor)}"
            places = self.addresses(edition)
            to = places.section(department, section, anchor) if section else places.department(department)
            return relative(to, page.address)

        return resolve


def _anchors(page: Page) -> Callable[..., str]:
    """The maker of a section's id; on a page of many sections it begins with the section's name."""

    def anchor(section: Section, *more: str) -> str:
        own = print_anchor(*(section.key[:2] if page.holds else ()), section.anchor)
        return print_anchor(own or "page", *more) if more else own

    return anchor


def _partner_anchors(page: Page) -> Callable[[Section, str], str]:
    """The maker of a partner's id: its own, wherever in the section it stands."""

    def anchor(section: Section, id_: str) -> str:
        return print_anchor(*(section.key[:2] if page.holds else ()), id_)

    return anchor


def texts_in(sections: Iterable[Section]) -> Iterator[Text | Measure]:
    """Every text and label of some sections."""
    for section in sections:
        yield from (text for text, _ in section.texts())
        yield from section.labels()
