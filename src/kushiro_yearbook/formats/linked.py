"""Linked data: a page in the words of schema.org, with nothing but facts that the content states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kushiro_yearbook.addresses import Address, absolute, relative
from kushiro_yearbook.blocks.partners import Partner, PartnerType
from kushiro_yearbook.eras import Calendar, Day, FiscalYear, Month, Period, When, Year
from kushiro_yearbook.inline import plain
from kushiro_yearbook.model import Edition, Section, YearbookForm
from kushiro_yearbook.text import Text

# What schema.org calls a partner; it has no word for a port, nor for a wetland.
PLACES: Mapping[PartnerType, str] = {
    PartnerType.CITY: "City",
    PartnerType.FRIENDSHIP_CITY: "City",
    PartnerType.PORT: "Place",
    PartnerType.WETLAND: "Place",
}

Node = dict[str, Any]


@dataclass(frozen=True)
class Linked:
    """What the pages of one language say of themselves.

    The publisher is the one that the yearbook names, whether it is the town or not; the town is what the
    yearbook is about.
    """

    form: YearbookForm
    language: str

    def page(
        self,
        name: str,
        description: str,
        steps: Iterable[tuple[str, str]],
        edition: tuple[Edition, str] | None = None,
        subject: Node | None = None,
    ) -> Node:
        """A page of an edition, or the site itself: its name, the way to it, and what it is about.

        `steps` are the names and links from the home page to this page, its own the last.
        """
        way = list(steps)
        whole = {"isPartOf": self.edition(*edition)} if edition else {"publisher": self._publisher}
        return {
            "@context": "https://schema.org",
            "@type": "WebPage" if len(way) > 1 else "WebSite",
            "name": name,
            "description": description,
            **self._common,
            **whole,
            **({"breadcrumb": _way(way)} if len(way) > 1 else {}),
            **({"mainEntity": subject} if subject else {}),
        }

    def edition(self, edition: Edition, url: str) -> Node:
        """An edition as a work of its own."""
        published = _coverage(edition.form.published)
        return {
            "@type": "CreativeWork",
            "name": f"{self._say(self.form.title)} {self._say(edition.form.label)}",
            "url": url,
            "publisher": self._publisher,
            "about": {"@type": "AdministrativeArea", "name": self._say(self.form.municipality.name)},
            **({"datePublished": published} if published else {}),
        }

    def dataset(self, section: Section, name: str, description: str) -> Node | None:
        """A section with its tables; None where it has none."""
        tables = [below for below in section.walk() if below.form.table or below.figures_with_parts]
        if not tables:
            return None
        times = [*dict.fromkeys(filter(None, (_coverage(below.time) for below in tables)))]
        return {
            "@type": "Dataset",
            "name": name,
            "description": description,
            **self._common,
            "publisher": self._publisher,
            "isAccessibleForFree": True,
            **({"temporalCoverage": times} if times else {}),
        }

    def place(self, partner: Partner) -> Node:
        """A partner as a place, with its country and region and its approximate position where given."""
        where = plain(partner.where(self.language))
        return {
            "@type": PLACES[partner.type],
            "name": self._say(partner.name),
            **({"containedInPlace": {"@type": "Place", "name": where}} if where else {}),
            **({"geo": _geo(partner)} if partner.position else {}),
        }

    @property
    def _common(self) -> Node:
        licence = self.form.licence
        terms = licence.url.words(self.language) if licence.url else self._say(licence.name)
        return {"inLanguage": self.language, "license": terms}

    @property
    def _publisher(self) -> Node:
        return {"@type": "Organization", "name": self._say(self.form.publisher)}

    def _say(self, text: Text) -> str:
        return plain(text.runs(self.language))


def url_of(to: Address, origin: Address, base_url: str | None) -> str:
    """A page's full address, or the link to it where the site does not know where it stands."""
    return absolute(to, base_url) if base_url else relative(to, origin)


def _way(steps: Iterable[tuple[str, str]]) -> Node:
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": url}
        for position, (name, url) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _geo(partner: Partner) -> Node:
    assert partner.position is not None
    longitude, latitude = partner.position.degrees
    return {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}


def _coverage(when: When | None) -> str:
    """A date, or the first and last day of a span, in ISO 8601; empty for what it cannot express."""
    if isinstance(when, Day | Month | Year):
        return when.iso
    return "/".join(_ends(when))


def _ends(when: When | None) -> Iterator[str]:
    """The first and the last day."""
    if isinstance(when, FiscalYear):
        yield from (when.first.isoformat(), when.last.isoformat())
    elif isinstance(when, Period) and isinstance(when.start, Calendar) and isinstance(when.end, Calendar):
        yield from (when.start.first.isoformat(), when.end.last.isoformat())
