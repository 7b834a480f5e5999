"""The format `pages`: home, editions, departments, sections, partners, legend, and pages that have moved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import partial

from kushiro_yearbook.addresses import CHOICE, NOT_FOUND, Address, Addresses, absolute
from kushiro_yearbook.blocks.partners import Partner
from kushiro_yearbook.charts.shares import Share, shares
from kushiro_yearbook.formats import describing
from kushiro_yearbook.formats.page import Crumb, Frame, Page, texts_in
from kushiro_yearbook.forms import texts_of
from kushiro_yearbook.indexes.index import WordIndex
from kushiro_yearbook.inline import joined, line, plain
from kushiro_yearbook.locales.locale import Locale
from kushiro_yearbook.model import Department, Edition, Highlight, Section, Yearbook
from kushiro_yearbook.observations import Observation
from kushiro_yearbook.outputs import Output
from kushiro_yearbook.quantities import Qualifier, Quantity, Status
from kushiro_yearbook.registers import Measure
from kushiro_yearbook.tested import findings
from kushiro_yearbook.text import Text
from kushiro_yearbook.theme import Theme


def outputs(yearbook: Yearbook, theme: Theme) -> Iterator[Output]:
    """Every page but the print edition's."""
    frames = [Frame(yearbook, theme, locale) for locale in yearbook.form.locales]
    yield from _doors([frame for frame in frames if not frame.locale.plain])
    for frame in frames:
        yield from (frame.output(page) for page in pages(frame))


def pages(frame: Frame) -> Iterator[Page]:
    """The pages of one locale."""
    yield _home(frame)
    for edition in frame.yearbook.editions:
        yield from _edition_pages(frame, edition)


def _doors(frames: list[Frame]) -> Iterator[Output]:
    """The choice of languages, and the page for addresses that lead nowhere: one each, in all languages."""
    first = frames[0]
    paths = first.yearbook.newest.paths
    title = joined([frame.tell(frame.yearbook.form.title) for frame in frames], " / ")
    yield first.output(
        Page(CHOICE, "choice.html", title, paths=paths, apart=True, about=partial(_choosing, frames))
    )
    title = line(" / ".join(frame.words["not_found"] for frame in frames))
    base = first.yearbook.form.base_url
    # It may be shown at any depth; without an address of the site, the nearest folder's first page must do.
    homes = {frame.locale.id: _homes(frame, base) for frame in frames}
    yield first.output(Page(NOT_FOUND, "404.html", title, apart=True, offered=False, extra={"homes": homes}))


def _choosing(frames: list[Frame]) -> str:
    """What there is to choose from, each said in itself."""
    told = (f"{frame.say(frame.yearbook.form.title)} ({frame.locale.name})" for frame in frames)
    return describing.beginning(" / ".join(told))


def _homes(frame: Frame, base: str | None) -> list[tuple[Locale, str]]:
    """The first pages of a language's locales, as full addresses where the site's own is known."""
    if base is None:
        return [(frame.locale, "index.html")]
    return [(locale, absolute(home, base)) for locale, home in frame.doors]


def _home(frame: Frame) -> Page:
    edition = frame.yearbook.newest
    return Page(
        frame.home,
        "home.html",
        frame.tell(frame.yearbook.form.title),
        paths=_edition_paths(edition),
        texts=tuple(_outline_texts(edition)),
        edition=edition,
        about=partial(
            describing.of_edition, frame.say(frame.yearbook.form.title), edition, frame.language, frame.words
        ),
        extra={"highlights": list(_highlights(frame, edition, edition.form.highlights))},
    )


def _edition_pages(frame: Frame, edition: Edition) -> Iterator[Page]:
    yield _edition(frame, edition)
    yield _legend(frame, edition)
    yield _accessibility(frame, edition)
    yield _word_index(frame, edition)
    if edition.corrections:
        yield _errata(frame, edition)
    if edition.partners:
        yield _partners(frame, edition)
    for department, section, partner in edition.partners:
        yield _partner(frame, edition, department, section, partner)
    for department in edition.departments:
        yield _department(frame, edition, department)
        yield from _sections(frame, edition, department)
    yield from _moved(frame, edition)


def _edition(frame: Frame, edition: Edition) -> Page:
    return Page(
        frame.addresses(edition).edition,
        "edition.html",
        frame.tell(edition.form.label),
        crumbs=_way(frame),
        paths=_edition_paths(edition),
        texts=tuple(_outline_texts(edition)),
        edition=edition,
        elsewhere=_elsewhere(frame, edition, lambda _, places: places.edition),
        about=partial(
            describing.of_edition, frame.edition_name(edition), edition, frame.language, frame.words
        ),
        extra={"highlights": list(_highlights(frame, edition, edition.form.highlights))},
    )


def _legend(frame: Frame, edition: Edition) -> Page:
    observed = edition.observations.values()
    signs = set(_table_statuses(edition))
    counted = {observation.quantity.qualifier for observation in observed if observation.quantity}
    units = {observation.unit for observation in observed}
    registers = frame.yearbook.registers
    return Page(
        frame.addresses(edition).legend,
        "legend.html",
        line(frame.words["legend"]),
        crumbs=_way(frame, edition),
        paths=_edition_paths(edition),
        edition=edition,
        elsewhere=_elsewhere(frame, edition, lambda _, places: places.legend),
        about=lambda: describing.beginning(frame.words["legend_years_text"]),
        extra={
            "statuses": [status for status in Status if status in signs],
            "qualifiers": [(q.name.lower(), q.value, _english(q)) for q in Qualifier if q in counted],
            "units": {sign: unit for sign, unit in registers.units.items() if unit in units},
            "terms": [name for name in registers.names.values() if name.kind == "term"],
        },
    )


def _accessibility(frame: Frame, edition: Edition) -> Page:
    return Page(
        frame.addresses(edition).accessibility,
        "accessibility.html",
        line(frame.words["access"]),
        crumbs=_way(frame, edition),
        paths=edition.paths,
        edition=edition,
        elsewhere=_elsewhere(frame, edition, lambda _, places: places.accessibility),
        about=lambda: describing.beginning(frame.words["access_lead"]),
        extra={"tested": findings()},
    )


def _word_index(frame: Frame, edition: Edition) -> Page:
    places = frame.addresses(edition)
    index = WordIndex(edition, frame.yearbook.registers, frame.yearbook.lexicon, places, frame.language)
    return Page(
        places.word_index,
        "word-index.html",
        line(frame.words["word_index"]),
        crumbs=_way(frame, edition),
        paths=edition.paths,
        edition=edition,
        elsewhere=_elsewhere(frame, edition, lambda _, places: places.word_index),
        says_readings=True,
        # The words of the whole edition, but none of its figures.
        shows=index.digest,
        extra={"index": index},
    )


def _errata(frame: Frame, edition: Edition) -> Page:
    corrected = [section for _, _, section, _ in edition.corrections]
    told = (text for *_, correction in edition.corrections for text in texts_of(correction))
    return Page(
        frame.addresses(edition).errata,
        "errata.html",
        line(frame.words["errata"]),
        crumbs=_way(frame, edition),
        paths=(*edition.paths, *(path for section in corrected for path in section.paths)),
        texts=(*told, *(section.form.title for section in corrected if section.form.title)),
        edition=edition,
        elsewhere=_elsewhere(frame, edition, lambda e, places: places.errata if e.corrections else None),
        about=lambda: describing.of_sections(frame.words["errata"], corrected, frame.language, frame.words),
        extra={"corrections": edition.corrections},
    )


def _table_statuses(edition: Edition) -> Iterator[Status]:
    """The statuses whose signs stand in the edition's tables."""
    for department in edition.departments:
        for top in department.sections:
            for section in top.walk():
                yield from section.form.table.statuses if section.form.table else ()


def _english(qualifier: Qualifier) -> str:
    """How English says a qualifier of some number."""
    return plain(Quantity(Decimal(0), qualifier=qualifier).runs("en")).replace("0", "…")


def _partners(frame: Frame, edition: Edition) -> Page:
    return Page(
        frame.addresses(edition).partners,
        "partners.html",
        line(frame.words["partners"]),
        crumbs=_way(frame, edition),
        paths=(*edition.paths, *_partner_paths(edition)),
        texts=tuple(text for _, _, partner in edition.partners for text in (partner.name, *partner.in_)),
        edition=edition,
        department=edition.partners[0][0],
        elsewhere=_elsewhere(frame, edition, lambda e, places: places.partners if e.partners else None),
        about=lambda: describing.of_partners(
            (partner for *_, partner in edition.partners), frame.language, frame.words
        ),
        extra={"partners": edition.partners},
    )


def _partner(
    frame: Frame, edition: Edition, department: Department, section: Section, partner: Partner
) -> Page:
    places = frame.addresses(edition)
    way = (*_way(frame, edition), Crumb(line(frame.words["partners"]), places.partners))
    ids = [other.id for _, _, other in edition.partners]
    position = ids.index(partner.id)
    around = [edition.partners[i][2] if 0 <= i < len(ids) else None for i in (position - 1, position + 1)]
    steps = [Crumb(frame.tell(other.name), places.partner(other.id)) if other else None for other in around]
    return Page(
        places.partner(partner.id),
        "partner.html",
        frame.tell(partner.name),
        crumbs=way,
        paths=(*edition.paths, *department.paths, *_partner_paths(edition)),
        texts=tuple(text for text, _ in partner.scoped_texts()),
        edition=edition,
        department=department,
        elsewhere=_elsewhere(frame, edition, partial(_partner_in, id_=partner.id)),
        about=partial(describing.of_partner, partner, frame.language, frame.words, frame.theme.told),
        subject=lambda _: frame.linked.place(partner),
        extra={"partner": partner, "section": section, "previous": steps[0], "next": steps[1]},
    )


def _department(frame: Frame, edition: Edition, department: Department) -> Page:
    highlights = department.form.highlights
    return Page(
        frame.addresses(edition).department(department.slug),
        "department.html",
        frame.tell(department.form.name),
        crumbs=_way(frame, edition),
        paths=(*edition.paths, *_department_paths(department)),
        texts=(*texts_of(department.form), *_titles(department.sections), *_labels(edition, highlights)),
        edition=edition,
        department=department,
        elsewhere=_elsewhere(frame, edition, partial(_department_in, slug=department.slug)),
        about=partial(describing.of_department, department, frame.language, frame.words),
        extra={"highlights": list(_highlights(frame, edition, highlights))},
    )


def _sections(frame: Frame, edition: Edition, department: Department) -> Iterator[Page]:
    places = frame.addresses(edition)
    way = (
        *_way(frame, edition),
        Crumb(frame.tell(department.form.name), places.department(department.slug)),
    )
    steps = [
        Crumb(frame.title(section), places.section(department.slug, section.slug))
        for section in department.sections
    ]
    around = zip([None, *steps], [*steps[1:], None], strict=False)
    for section, (before, after) in zip(department.sections, around, strict=False):
        yield Page(
            places.section(department.slug, section.slug),
            "section.html",
            frame.title(section),
            crumbs=way,
            paths=(*edition.paths, *department.paths, *_contact_paths(department), *section.paths),
            texts=tuple(texts_in([section])),
            edition=edition,
            department=department,
            elsewhere=_elsewhere(
                frame, edition, partial(_section_in, department=department.slug, slug=section.slug)
            ),
            about=partial(describing.of_section, section, frame.language, frame.words, frame.theme.told),
            subject=partial(frame.linked.dataset, section, plain(frame.title(section))),
            extra={"section": section, "previous": before, "next": after},
        )


def _moved(frame: Frame, edition: Edition) -> Iterator[Page]:
    """Pages at old addresses that lead to the new ones."""
    places = frame.addresses(edition)
    for department in edition.departments:
        to = Crumb(frame.tell(department.form.name), places.department(department.slug))
        for old in department.form.formerly:
            yield _moved_page(frame, edition, places.formerly(old), to, department.paths)
            if "/" not in old:
                printed = Crumb(to.title, places.print_edition(department.slug))
                yield _moved_page(frame, edition, places.print_edition(old), printed, department.paths)
        for section in department.sections:
            to = Crumb(frame.title(section), places.section(department.slug, section.slug))
            for old in section.form.formerly:
                yield _moved_page(frame, edition, places.formerly(old), to, section.paths)
    for _, section, partner in edition.partners:
        to = Crumb(frame.tell(partner.name), places.partner(partner.id))
        for old in partner.formerly:
            yield _moved_page(frame, edition, places.partner(old), to, section.paths)


def _moved_page(frame: Frame, edition: Edition, old: Address, to: Crumb, paths: tuple[str, ...]) -> Page:
    title = line(frame.words["moved"])
    return Page(
        old,
        "moved.html",
        title,
        _way(frame, edition),
        paths,
        edition=edition,
        offered=False,
        extra={"to": to},
    )


def _way(frame: Frame, edition: Edition | None = None) -> tuple[Crumb, ...]:
    """From the home page to the edition."""
    home = Crumb(line(frame.words["home"]), frame.home)
    if edition is None:
        return (home,)
    return (home, Crumb(frame.tell(edition.form.label), frame.addresses(edition).edition))


def _highlights(
    frame: Frame, edition: Edition, highlights: Iterable[Highlight]
) -> Iterator[tuple[Text | Measure, Observation, tuple[Share, ...], Crumb]]:
    """Each key figure: its words, its observation, its parts, and the section where it stands."""
    for highlight in highlights:
        observation = edition.observations[highlight.of]
        slug, page, *_ = observation.key
        department = next(found for found in edition.departments if found.slug == slug)
        section = next(found for found in department.sections if found.slug == page)
        address = frame.addresses(edition).section(slug, page)
        source = Crumb(frame.title(section), address)
        yield highlight.label or observation.measure, observation, shares(edition, observation), source


def _elsewhere(
    frame: Frame, edition: Edition, place: Callable[[Edition, Addresses], Address | None]
) -> tuple[Crumb, ...]:
    """The same page in the other editions, where they have it."""
    others = [other for other in frame.yearbook.editions if other is not edition]
    found = [(other, place(other, frame.addresses(other))) for other in others]
    return tuple(Crumb(frame.tell(other.form.label), address) for other, address in found if address)


def _department_in(edition: Edition, places: Addresses, slug: str) -> Address | None:
    return places.department(slug) if edition.department(slug) else None


def _section_in(edition: Edition, places: Addresses, department: str, slug: str) -> Address | None:
    there = edition.department(department)
    return places.section(department, slug) if there and there.section(slug) else None


def _partner_in(edition: Edition, places: Addresses, id_: str) -> Address | None:
    has_it = any(partner.id == id_ for _, _, partner in edition.partners)
    return places.partner(id_) if has_it else None


def _outline_texts(edition: Edition) -> Iterator[Text | Measure]:
    yield from texts_of(edition.form)
    for part in edition.parts:
        yield from texts_of(part.form)
    yield from _labels(edition, edition.form.highlights)
    for department in edition.departments:
        yield from texts_of(department.form)
        yield from _titles(department.sections)


def _labels(edition: Edition, highlights: Iterable[Highlight]) -> Iterator[Text | Measure]:
    for highlight in highlights:
        observation = edition.observations[highlight.of]
        yield highlight.label or observation.measure
        yield from (share.label for share in shares(edition, observation))


def _titles(sections: tuple[Section, ...]) -> Iterator[Text]:
    yield from (section.form.title for section in sections if section.form.title)


def _edition_paths(edition: Edition) -> tuple[str, ...]:
    parts = (path for part in edition.parts for path in part.paths)
    departments = (path for department in edition.departments for path in _department_paths(department))
    return (*edition.paths, *parts, *departments)


def _department_paths(department: Department) -> tuple[str, ...]:
    return (*department.paths, *(path for section in department.sections for path in section.paths))


def _contact_paths(department: Department) -> tuple[str, ...]:
    """The files of the section that the department's contact is taken from."""
    for section in department.sections:
        if any(below.form.contact is department.contact for below in section.walk() if department.contact):
            return section.paths
    return ()


def _partner_paths(edition: Edition) -> tuple[str, ...]:
    return tuple(path for _, section, _ in edition.partners for path in section.paths)
