"""Pictures in Chromium: from the disk, on a phone, turned as they should be, and on paper."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from kushiro_yearbook.load.pictures import picture
from kushiro_yearbook.pictures import KINDS
from tests.publishing import publish
from tests.test_pictures import ORIENTATION, drawn, named
from tests.test_site import TOP, site

pytestmark = pytest.mark.browser

PAGES = (
    "ja/2025/harbour/office.html",
    "en/2025/harbour/partners.html",
    "ja/2025/planning-office/figures.html",
    "ja/2025/print/index.html",
)
# Of each picture: natural width and height, those that its tag says, and those on the screen.
MEASURED = """async () => {
  const images = [...document.querySelectorAll(".image img")];
  for (const image of images) {
    image.scrollIntoView();
    await image.decode();
  }
  return images.map(image => [
    [image.naturalWidth, image.naturalHeight],
    [Number(image.getAttribute("width")), Number(image.getAttribute("height"))],
    [image.getBoundingClientRect().width, image.getBoundingClientRect().height],
  ]);
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The specimen's site on the disk."""
    target = tmp_path_factory.mktemp("images") / "site"
    publish(site(TOP / "tests" / "specimen" / "content"), target)
    return target


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [360, 1280])
def test_pictures_show_whole_and_fit(browser: Browser, folder: Path, path: str, width: int) -> None:
    """Each picture is seen, with the sides that its tag announced, in its proportions, within the page."""
    context = browser.new_context(viewport={"width": width, "height": 740})
    page = context.new_page()
    page.goto((folder / path).as_uri())
    measured = page.evaluate(MEASURED)
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()

    assert measured
    assert wide <= width
    for natural, announced, seen in measured:
        assert natural[0] > 0
        assert natural == announced
        assert 0 < seen[0] <= min(width, natural[0])
        assert seen[0] / seen[1] == pytest.approx(natural[0] / natural[1], rel=0.02)


@pytest.mark.parametrize("kind", KINDS)
def test_turned_pictures_have_the_sides_that_were_measured(
    browser: Browser,
    tmp_path: Path,
    kind: str,
) -> None:
    """What a camera noted of how it was held is understood as the browser understands it."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    measured = picture(named(kind), data := drawn(kind, exif=exif))
    (tmp_path / named(kind)).write_bytes(data)
    (tmp_path / "a.html").write_text(f'<img src="{named(kind)}">')
    context = browser.new_context()
    page = context.new_page()
    page.goto((tmp_path / "a.html").as_uri())
    shown = page.evaluate("[document.images[0].naturalWidth, document.images[0].naturalHeight]")
    context.close()

    assert [measured.width, measured.height] == shown


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("ja/2025/print/index.html", {(540, 960), (480, 640), (240, 400)}),
        ("en/2025/print/harbour.html", {(540, 960), (480, 640)}),
    ],
)
def test_pictures_are_printed(
    browser: Browser,
    folder: Path,
    tmp_path: Path,
    path: str,
    expected: set[tuple[int, int]],
) -> None:
    """The print edition goes to paper with every picture, also those that nobody scrolled to."""
    context = browser.new_context()
    page = context.new_page()
    page.goto((folder / path).as_uri())
    page.pdf(path=tmp_path / "print.pdf", prefer_css_page_size=True)
    context.close()
    command = ["pdfimages", "-list", str(tmp_path / "print.pdf")]
    told = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    sizes = {tuple(sorted(map(int, row.split()[3:5]))) for row in told.splitlines()[2:]}

    assert expected <= sizes
