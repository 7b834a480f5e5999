"""The pages that a reader may have kept the address of: added, moved, gone, or under another title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kushiro_yearbook.addresses import Address, Addresses
from kushiro_yearbook.comparing.sight import Sight, Way, home
from kushiro_yearbook.faults import Place
from kushiro_yearbook.inline import plain
from kushiro_yearbook.locales.locale import LOCALES
from kushiro_yearbook.model import Edition, Section
from kushiro_yearbook.page_list import former_pages
from kushiro_yearbook.phrases import plain_heading
from kushiro_yearbook.text import LANGUAGES, Text

# The first step of the key of a partner's page, which no department can be called.
PARTNERS = "partners"


@dataclass(frozen=True)
class Page:
    """A page: its edition and its path in that, and where it is written.

    `titles` are by the languages that it has one in; `key` is empty, a department, a department with a
    section, or a partner.
    """

    edition: str
    path: str
    titles: Mapping[str, str]
    place: Place
    key: Way
    # Whether a register gives it its English, and answers for that.
    named: bool = False

    @property
    def address(self) -> str:
        """Its address below the locale."""
        return f"{self.edition}/{self.path}"

    @property
    def way(self) -> Way:
        """Where it is written, below its edition."""
        return home(self.place.path)[1:]

    def title(self, language: str) -> str:
        """Its title as a page in a language shows it."""
        return self.titles.get(language, self.titles["ja"])


@dataclass(frozen=True)
class Pages:
    """What became of an edition's pages."""

    added: tuple[Page, ...] = ()
    # Old and new; the old address leads on.
    moved: tuple[tuple[Page, Page], ...] = ()
    # Nothing leads on from the first; the second is one added that bears its title, where there is just one.
    removed: tuple[tuple[Page, Page | None], ...] = ()
    retitled: tuple[tuple[Page, Page], ...] = ()

    @property
    def moves(self) -> Mapping[Way, Way]:
        """The keys of pages that moved or seem to have, with the keys that they have now."""
        followed = (*self.moved, *((was, now) for was, now in self.removed if now))
        return {was.key: now.key for was, now in followed}


def pages(edition: Edition) -> Iterator[Page]:
    """The pages of an edition that are not made from others."""
    places = Addresses(LOCALES[0].id, edition.slug)
    label = edition.form.label
    yield Page(edition.slug, _below(places.edition), _titles(label), edition.form.place, (), label.named)
    for department in edition.departments:
        slug, name = department.slug, department.form.name
        path = _below(places.department(slug))
        yield Page(edition.slug, path, _titles(name), department.form.place, (slug,), name.named)
        for section in department.sections:
            path, title = _below(places.section(slug, section.slug)), section.form.title
            named = title is not None and title.named
            yield Page(edition.slug, path, _headings(section), section.form.place, section.key, named)
    for _, section, partner in edition.partners:
        path, key = _below(places.partner(partner.id)), (PARTNERS, str(partner.id))
        yield Page(edition.slug, path, _titles(partner.name), section.form.place, key, partner.name.named)


def compared(old: Edition, new: Edition, in_old: Sight, in_new: Sight) -> Pages:
    """What became of the pages of an edition, by their addresses in it."""
    before, after = ({page.path: page for page in pages(edition)} for edition in (old, new))
    leads = dict(_former(new))
    moved = [(before[path], page) for path, page in leads.items() if path in before and path not in after]
    reached = {page.path for _, page in moved}
    come = [page for path, page in after.items() if path not in {*before, *reached}]
    gone = [page for page in (*before.values(), *_led(old)) if page.path not in {*after, *leads}]
    added = tuple(page for page in come if in_old.reaches(page.way))
    removed = [page for page in gone if in_new.reaches(page.way)]
    kept = [(before[path], page) for path, page in after.items() if path in before]
    readable = in_old.explained and in_new.explained
    return Pages(
        added=added,
        moved=tuple(moved),
        removed=tuple(_with_namesakes(removed, added)),
        retitled=tuple(pair for pair in (*kept, *moved) if readable and any(retitled(*pair))),
    )


def retitled(was: Page, now: Page) -> Iterator[str]:
    """The languages in which the title is another; one without words in a language is told as a fault."""
    for language, title in now.titles.items():
        if was.titles.get(language) != title and not (language != "ja" and was.named and now.named):
            yield language


def _with_namesakes(removed: list[Page], added: Iterable[Page]) -> Iterator[tuple[Page, Page | None]]:
    """The pages that are gone, each with the one that took its title, where no other did."""
    by_title = {_known_as(page): page for page in added}
    gone, come = Counter(map(_known_as, removed)), Counter(map(_known_as, added))
    for page in removed:
        alone = gone[_known_as(page)] == come[_known_as(page)] == 1
        yield page, by_title[_known_as(page)] if alone else None


def _known_as(page: Page) -> tuple[str, bool, int]:
    return (page.titles["ja"], page.key[:1] == (PARTNERS,), len(page.key))


def _former(edition: Edition) -> Iterator[tuple[str, Page]]:
    """Every path that leads on, with the page it leads to."""
    by_address = {page.address: page for page in pages(edition)}
    for old, page in former_pages(edition):
        yield old.removeprefix(f"{edition.slug}/"), by_address[page.address]


def _led(edition: Edition) -> Iterator[Page]:
    """The paths that lead on, as pages of their own."""
    for path, page in _former(edition):
        yield Page(edition.slug, path, page.titles, page.place, ())


def _below(address: Address) -> str:
    """An address without its locale and edition."""
    return address.path.split("/", 2)[2]


def _titles(text: Text) -> Mapping[str, str]:
    return {language: plain(text.runs(language)) for language in LANGUAGES if text.speaks(language)}


def _headings(section: Section) -> Mapping[str, str]:
    title = section.form.title
    spoken = [language for language in LANGUAGES if title is None or title.speaks(language)]
    return {language: plain_heading(section, language) for language in spoken}
