"""The format `sitemap`: every page with its languages, where the site's own address is known."""

from __future__ import annotations

from collections.abc import Iterator

from kushiro_yearbook.addresses import CHOICE, SITEMAP, Address, absolute, in_locale
from kushiro_yearbook.formats import pages, printing
from kushiro_yearbook.formats.page import Frame
from kushiro_yearbook.locales.locale import LOCALES, Locale, plain_of
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.outputs import Inputs, Output, content_of
from kushiro_yearbook.theme import Theme

TEMPLATE = "sitemap.xml"


def outputs(yearbook: Yearbook, theme: Theme) -> Iterator[Output]:
    """`sitemap.xml`, which the protocol allows only with full addresses."""
    base = yearbook.form.base_url
    if base is None:
        return
    frame = Frame(yearbook, theme, LOCALES[0])
    made = (*pages.pages(frame), *printing.pages(frame))
    places = sorted(page.address for page in made if page.offered)
    inputs = Inputs(
        content=content_of(yearbook.paths, yearbook.digests),
        frame=frame.digest,
        template=theme.template_digest(TEMPLATE),
        program=theme.program_digest,
    )
    rows = [_versions(place, base, plain_of(frame.locales)) for place in places]
    context = {"rows": rows, "choice": absolute(CHOICE, base)}
    yield Output(SITEMAP, inputs, lambda: theme.render(TEMPLATE, context))


def _versions(place: Address, base: str, locales: tuple[Locale, ...]) -> list[tuple[str, str]]:
    """The full address of a page in each language."""
    return [(locale.language, absolute(in_locale(place, locale.id), base)) for locale in locales]
