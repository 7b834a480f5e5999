"""A site into whose every place somebody wrote something live, in Chromium: nothing runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog

from tests.injecting import PAYLOADS, site
from tests.publishing import publish

pytestmark = pytest.mark.browser

PAGES = ("en/2025/planning-office/plan.html", "ja/2025/harbour/partners.html", "ja/2025/print/index.html")
# A policy would keep scripts from running; without it the pages must be as quiet.
POLICY = '<meta http-equiv="Content-Security-Policy"'
LIVE = """[...document.querySelectorAll("*")].filter(element =>
    element.matches("script:not([type='application/ld+json'], [src*='/assets/start.'])")
    || element.matches("iframe, object, embed, math, form")
    || element.matches("noscript, base, b")
    || element.matches("svg:not([class], svg[class] svg)")
    || element.matches("img:not([src*='/assets/picture.'], [src*='/assets/mark.'])")
    || [...element.attributes].some(attribute => attribute.name.startsWith("on"))
    || /^(javascript|vbscript):/i.test(element.href || "")).map(element => element.outerHTML)"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with all payloads in every place, its pages without their policy."""
    target = tmp_path_factory.mktemp("injected") / "site"
    files = site(" ".join(payload for payload in PAYLOADS if "\t" not in payload))
    publish({path: data.replace(POLICY.encode(), b"<meta") for path, data in files.items()}, target)
    return target


def heard(browser: Browser, file: Path) -> tuple[list[str], list[str]]:
    """What a page says when it is opened (dialogs, the console, other addresses), and its live elements."""
    said: list[str] = []
    page = browser.new_page()

    def dismiss(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: said.extend([] if request.url.startswith("file:") else [request.url]))
    page.goto(file.as_uri())
    live: list[str] = page.evaluate(LIVE)
    page.close()
    return said, live


@pytest.mark.parametrize("path", PAGES)
def test_nothing_runs(browser: Browser, folder: Path, path: str) -> None:
    """No dialog opens, the console stays empty, nothing is fetched, and no element is live."""
    assert "alert(1)" in (folder / path).read_text("utf-8")
    assert ([], []) == heard(browser, folder / path)


def test_what_runs_is_heard(browser: Browser, tmp_path: Path) -> None:
    """The ear above hears a script that does run."""
    (page := tmp_path / "page.html").write_text('<img src=x onerror="console.log(1); alert(2)">', "utf-8")
    said, live = heard(browser, page)

    assert {"1", "2"} <= set(said)
    assert 1 == len(live)
