"""What all tests of this folder share: the browser, and the sites that it opens."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.handing import FOUND, LOOKED
from tests.publishing import publish
from tests.test_site import TOP, site

CHROMIUM = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")


def pytest_sessionfinish() -> None:
    """Write down what was looked at and found, where `scripts/access-results` asks for it."""
    if asked := os.environ.get("ACCESS_RESULTS"):
        told = {test: {"looked": LOOKED[test], "found": FOUND[test]} for test in LOOKED}
        Path(asked).write_text(json.dumps(told), "utf-8")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or another that is installed."""
    path = next((path for path in CHROMIUM if Path(path).exists()), None)
    with sync_playwright() as play:
        yield play.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real edition's site on the disk; nobody writes to it."""
    target = tmp_path_factory.mktemp("real") / "site"
    publish(site(), target)
    return target


@pytest.fixture(scope="session")
def specimen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The specimen's site on the disk, for what the real edition does not have; nobody writes to it."""
    target = tmp_path_factory.mktemp("specimen") / "site"
    publish(site(TOP / "tests" / "specimen" / "content"), target)
    return target
