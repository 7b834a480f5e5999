"""Addresses: the only maker of paths and links of the site."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, replace
from functools import cache
from urllib.parse import quote

# What Windows takes for a device, whatever the ending: a site with such a file could not be unpacked there.
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)

# What no page may be called.
NO_PAGE = DEVICES | {"index"}

# What stands beside the departments in an edition's folder, now or as the site grows, and what cannot.
RESERVED = NO_PAGE | {
    "partners",
    "print",
    "tables",
    "data",
    "search",
    "legend",
    "word-index",
    "assets",
    "errata",
    "accessibility",
}


@dataclass(frozen=True, order=True)
class Address:
    """A place of the site: a file below its root, and an anchor in it."""

    path: str
    anchor: str = ""


def relative(to: Address, origin: Address) -> str:
    """The link from one place to another, right from any base path and from a disk."""
    fragment = f"#{to.anchor}" if to.anchor else ""
    if to.path == origin.path:
        return fragment or posixpath.basename(to.path)
    return _way(to.path, posixpath.dirname(origin.path) or ".") + fragment


@cache
def _way(path: str, folder: str) -> str:
    """From a folder to a path; pages of a folder have most links in common."""
    return posixpath.relpath(path, folder)


def absolute(to: Address, base_url: str) -> str:
    """The full address of a page; an `index.html` is its folder."""
    return f"{base_url.rstrip('/')}/{to.path.removesuffix('index.html')}"


def in_locale(address: Address, locale: str) -> Address:
    """The same place in another locale."""
    _, _, rest = address.path.partition("/")
    return replace(address, path=f"{locale}/{rest}")


# What a report's address may hold of the page that it is about.
REPORT_GAPS = ("{address}", "{title}")


def report_link(pattern: str, address: str, title: str) -> str:
    """Where an error on a page is reported: the gaps filled with the page's address and title, encoded."""
    # An encoded word holds no brace, so the second gap is never found in what filled the first.
    for gap, words in zip(REPORT_GAPS, (address, title), strict=True):
        pattern = pattern.replace(gap, quote(words, safe=""))
    return pattern


CHOICE = Address("index.html")
NOT_FOUND = Address("404.html")
SITEMAP = Address("sitemap.xml")
HEADERS = Address("_headers")


def asset(name: str) -> Address:
    """A style sheet or picture."""
    return Address(f"assets/{name}")


@dataclass(frozen=True)
class Addresses:
    """The addresses of one edition in one locale."""

    locale: str
    edition_slug: str = ""

    def of(self, edition_slug: str) -> Addresses:
        """The addresses of another edition in the same locale."""
        return replace(self, edition_slug=edition_slug)

    @property
    def home(self) -> Address:
        """The locale's first page."""
        return Address(f"{self.locale}/index.html")

    @property
    def edition(self) -> Address:
        """The edition's first page."""
        return self._below("index.html")

    @property
    def legend(self) -> Address:
        """Signs, units and terms."""
        return self._below("legend.html")

    @property
    def accessibility(self) -> Address:
        """What was tested for access."""
        return self._below("accessibility.html")

    @property
    def word_index(self) -> Address:
        """The index of words, 五十音 or A to Z."""
        return self._below("word-index.html")

    @property
    def errata(self) -> Address:
        """What was corrected after publication."""
        return self._below("errata.html")

    @property
    def partners(self) -> Address:
        """The overview of the partners."""
        return self._below("partners/index.html")

    def partner(self, id_: str) -> Address:
        """A partner's page."""
        return self._below(f"partners/{id_}.html")

    def department(self, slug: str) -> Address:
        """A department's page."""
        return self._below(f"{slug}/index.html")

    def section(self, department: str, slug: str, anchor: str = "") -> Address:
        """A section's page, or a place on it."""
        return replace(self._below(f"{department}/{slug}.html"), anchor=anchor)

    @property
    def search_index(self) -> Address:
        """What the edition is searched by; its name stays, so that pages do not change with it."""
        return self._below("search.js")

    def print_edition(self, department: str = "") -> Address:
        """The print edition: the whole, or a department's."""
        return self._below(f"print/{department or 'index'}.html")

    def formerly(self, old: str) -> Address:
        """A page that has moved: `finance/old-name` or `finance`."""
        return self._below(f"{old}.html" if "/" in old else f"{old}/index.html")

    def _below(self, path: str) -> Address:
        return Address(f"{self.locale}/{self.edition_slug}/{path}")


def print_anchor(*parts: str) -> str:
    """An id made of several; slugs and ids hold no `--`, so that no two can run into one."""
    return "--".join(part for part in parts if part)
