"""HTML and CSS by the Nu checker: every page of the real edition and the specimen."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.browsing import pages
from tests.handing import hand_over
from tests.test_site import TOP

pytestmark = pytest.mark.browser

CHECKER = TOP / ".browser" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# What the checker says though it is right as it is, and why.
ACCEPTED = {
    "Property “paint-order” doesn't exist": "It is of SVG 2, and all browsers know it.",
    "external stylesheet": "A file on the disk has no origin that could be 'self'; served, it has.",
    "external script “": "The same.",
    "image “": "The same.",
    "missing “‘unsafe-inline’” or nonce/hash": "The policy names the style's hash; the checker knows none.",
}


def told(*paths: Path) -> list[str]:
    """What the checker says of files and folders, line by line."""
    command = [
        "java",
        "-jar",
        str(CHECKER),
        "--format",
        "json",
        "--skip-non-html",
        "--also-check-css",
        "--also-check-svg",
        *map(str, paths),
    ]
    answer = subprocess.run(command, capture_output=True, check=False, text=True).stderr
    return [
        f"{Path(message['url']).name}:{message.get('lastLine')}: {message['message']}"
        for message in json.loads(answer)["messages"]
    ]


def test_every_page_and_style_is_valid(folder: Path, specimen: Path) -> None:
    """Nothing is told but what is accepted for a reason, and nothing is accepted that is not told."""
    found = told(folder, specimen)

    wrong = [words for words in found if not any(each in words for each in ACCEPTED)]
    hand_over("markup", len(pages(folder)) + len(pages(specimen)), wrong)
    assert [] == wrong
    assert [] == [each for each in ACCEPTED if not any(each in words for words in found)]


def test_the_checker_finds_what_is_broken(tmp_path: Path) -> None:
    """A doubled id, a picture without words and a property that nobody knows are told."""
    page = '<!DOCTYPE html><html lang="ja"><title>頁</title><p id="a"><p id="a"><img src="a.png">'
    (tmp_path / "a.html").write_text(page, "utf-8")
    (tmp_path / "a.css").write_text("p { colour: red; }", "utf-8")
    found = " ".join(told(tmp_path))

    assert "Duplicate ID" in found
    assert "“alt”" in found
    assert "colour" in found
