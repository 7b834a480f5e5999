"""One page of each template, and a window that opens them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser
from playwright.sync_api import Page as BrowserPage

# One page of each template and block, of the real edition …
TEMPLATES = (
    "index.html",
    "404.html",
    "ja/index.html",
    "ja/2026/index.html",
    "ja/2026/legend.html",
    "ja/2026/accessibility.html",
    "ja/2026/word-index.html",
    "ja/2026/planning/index.html",
    "ja/2026/planning/surveys.html",
    "ja/2026/collaboration/hearing.html",
    "ja/2026/partners/index.html",
    "ja/2026/partners/burnaby.html",
    "en/2026/partners/index.html",
    "en/2026/partners/petropavlovsk-kamchatsky.html",
    "ja/2026/print/index.html",
    "en/2026/secretariat/honours.html",
    "en/2026/planning/roads.html",
    "en/2026/tokyo-office/office.html",
    "ja/2026/tokyo-office/map.html",
)
# … and of the specimen, for what that does not have.
MORE = (
    "ja/2025/errata.html",
    "ja/2025/planning-office/figures.html",
    "ja/2025/planning-office/population.html",
    "en/2025/planning-office/officials.html",
    "en/2025/planning-office/tables.html",
    "en/2025/harbour/office.html",
)


def pages(folder: Path) -> list[str]:
    """The address of every page of a site."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))


def templates(folder: Path, specimen: Path) -> list[Path]:
    """One page of each template, as files of the two sites."""
    return [*(folder / path for path in TEMPLATES), *(specimen / path for path in MORE)]


@contextmanager
def window(browser: Browser, width: int) -> Iterator[BrowserPage]:
    """A page in a window of a width in pixels."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    yield context.new_page()
    context.close()
