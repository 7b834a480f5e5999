"""Light: what a page weighs with its style, and what it asks for when it is opened."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browsing import pages, window
from tests.test_site import site

pytestmark = pytest.mark.browser

KIB = 1024
HOMES = ("ja/index.html", "en/index.html")
MAP = re.compile(rb'<svg class="map".*?</figure>', re.DOTALL)


def weight(data: bytes) -> int:
    """How many bytes travel, as every server can compress."""
    return len(gzip.compress(data, mtime=0))


def test_a_page_and_its_style_are_light() -> None:
    """Every page for the screen comes in 30 KiB with its style, of which the style is 12 KiB at most."""
    files = site()
    styles = {path: weight(data) for path, data in files.items() if path.endswith(".css")}
    heavy = {
        path: whole
        for path, data in files.items()
        if path.endswith(".html") and "/print/" not in path
        if (whole := weight(data) + sum(styles.values())) > 30 * KIB
    }

    assert {} == heavy
    assert 0 < sum(styles.values()) <= 12 * KIB


@pytest.mark.parametrize("path", HOMES)
def test_the_first_page_comes_at_once(path: str) -> None:
    """Without its map the first page fits what a server sends before it waits for an answer: 14 KiB."""
    page = site()[path]

    assert MAP.search(page)
    assert weight(MAP.sub(b"", page)) <= 14 * KIB


def test_no_page_speaks_or_asks_others(browser: Browser, folder: Path) -> None:
    """Opening any page asks for at most three files beside pictures, all its own, and says nothing."""
    asked: list[tuple[str, str]] = []
    said: list[str] = []
    with window(browser, 1280) as page:
        page.on("request", lambda request: asked.append((request.resource_type, request.url)))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        for path in pages(folder):
            asked.clear()
            page.goto((folder / path).as_uri())

            # The icon of the tab is a picture too, though browsers call it another thing.
            rest = [url for kind, url in asked if kind != "image" and not url.endswith(".svg")]
            assert 1 <= len(rest) <= 3, path
            assert [] == [url for _, url in asked if not url.startswith((folder.as_uri(), "data:"))], path
            assert [] == said, path
