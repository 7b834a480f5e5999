"""The preview in Chromium: what is saved is seen, what is wrong is told, and pages come back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, expect
from playwright.sync_api import Page as BrowserPage

from tests.serving import PATIENCE, PLANS, Served, base, program, serving

pytestmark = pytest.mark.browser
expect.set_options(timeout=PATIENCE * 1000)

# Where the value of the first excerpt and its carets begin and end.
EDGES = """[...document.querySelector(".told-excerpt").textContent.matchAll(/１９事業|\\^+/g)].map(found => {
    const text = document.querySelector(".told-excerpt").firstChild, range = document.createRange();
    range.setStart(text, found.index);
    range.setEnd(text, found.index + found[0].length);
    const box = range.getBoundingClientRect();
    return [Math.round(box.left), Math.round(box.right)];
})"""

PAGE = "ja/2026/planning/plans.html"


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A preview by a copy of the program, so that its own templates may be changed."""
    folder = tmp_path_factory.mktemp("copied")
    with serving(base(folder), top=program(folder / "program")) as running:
        yield running


@pytest.fixture
def served(copied: Served) -> Iterator[Served]:
    """The same, left as it was found."""
    folder = copied.content.parent
    before = {path: path.read_bytes() for path in _files(folder)}
    yield copied
    for path in _files(folder):
        if path not in before:
            path.unlink()
        elif path.read_bytes() != before[path]:
            path.write_bytes(before[path])


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]


@pytest.fixture
def heard() -> list[str]:
    """What pages say on the console."""
    return []


@pytest.fixture
def context(browser: Browser, heard: list[str]) -> Iterator[BrowserContext]:
    """A wide window; whatever its pages complain of, a policy that blocks something too, is heard."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE * 1000)
    context.on("console", lambda message: heard.append(message.text))
    context.on("weberror", lambda error: heard.append(str(error.error)))
    yield context
    context.close()


def opened(context: BrowserContext, served: Served, path: str = PAGE) -> BrowserPage:
    """A page, once its line to the server is open and it would be renewed."""
    page = context.new_page()
    sent: list[bool] = []
    # Heard from its beginning: it may be open before the page is loaded.
    page.once("websocket", lambda line: line.on("framesent", lambda _: sent.append(True)))
    page.goto(served.address + path)
    end = time.monotonic() + PATIENCE
    while not sent:
        assert time.monotonic() < end, "the page opens no line"
        page.wait_for_timeout(20)
    return page


def shows(page: BrowserPage, words: str) -> None:
    """Wait until the page shows some words."""
    expect(page.locator("main")).to_contain_text(words)


def test_what_is_saved_is_seen(context: BrowserContext, served: Served, heard: list[str]) -> None:
    """The page is renewed where it stands, again and again, without a word on the console."""
    page = opened(context, served)
    for number in (20, 21, 22):
        served.edit(PLANS, f"{number - 1}事業", f"{number}事業")
        shows(page, f"{number}事業")

    assert f"{served.address}{PAGE}" == page.url
    assert [] == heard


def test_two_saves_within_a_second_are_both_seen(context: BrowserContext, served: Served) -> None:
    """The second is not passed over, though it comes while the page of the first is loading."""
    page = opened(context, served)
    with page.expect_event("domcontentloaded"):
        served.edit(PLANS, "19事業", "20事業")
    served.edit(PLANS, "20事業", "21事業")

    shows(page, "21事業")


def test_of_ten_quick_saves_the_last_is_seen(
    context: BrowserContext, served: Served, heard: list[str]
) -> None:
    """However many pages are made meanwhile, the one that stays is that of the last save."""
    page = opened(context, served)
    for number in range(20, 30):
        served.edit(PLANS, f"{number - 1}事業", f"{number}事業")
        time.sleep(0.05)

    shows(page, "29事業")
    assert [] == heard


def test_a_page_that_loads_slowly_is_not_left_behind(context: BrowserContext, served: Served) -> None:
    """When the next page is ready before this one has its line, it learns of it as soon as it has."""
    waiting: list[Route] = []
    page = context.new_page()
    page.route("**/livereload.js*", lambda route: waiting.append(route), times=1)  # noqa: PLW0108 – Playwright marks it
    page.goto(served.address + PAGE, wait_until="commit")
    while not waiting:
        page.wait_for_timeout(50)
    served.edit(PLANS, "19事業", "20事業")
    served.until(f"/{PAGE}", lambda reply: "20事業" in reply.text)
    waiting[0].continue_()

    shows(page, "20事業")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("content/measures.yaml", "Projects", "Schemes"),
        ("content/units.yaml", "projects", "undertakings"),
        ("content/yearbook.yaml", "Sample City Yearbook", "Mihon Annals"),
        ("program/templates/section.html", "{% block main %}", "{% block main %}A line of ours"),
        ("program/src/kushiro_yearbook/locales/words.yaml", "Print edition", "To be printed"),
    ],
)
def test_whatever_pages_are_made_of_is_seen(
    context: BrowserContext, served: Served, file: str, old: str, new: str
) -> None:
    """A register, a unit, the yearbook's title, a template and a word of the program."""
    page = opened(context, served, "en/2026/planning/plans.html")
    served.edit(f"../{file}", old, new)

    expect(page.locator("body")).to_contain_text(new.rpartition("}")[2])


@pytest.mark.parametrize("file", ["program/static/css/20-base.css", "content/theme/static/css/95-own.css"])
def test_a_style_is_seen(context: BrowserContext, served: Served, heard: list[str], file: str) -> None:
    """One of the program's, and one that the town adds."""
    page = opened(context, served)
    sheet = served.content.parent / file
    sheet.parent.mkdir(parents=True, exist_ok=True)
    before = sheet.read_text("utf-8") if sheet.exists() else ""
    sheet.write_text(before + "h1 { color: rgb(1, 2, 3); }\n", "utf-8")

    expect(page.locator("h1")).to_have_css("color", "rgb(1, 2, 3)")
    assert [] == heard


def test_a_picture_is_seen(context: BrowserContext, served: Served, heard: list[str]) -> None:
    """A picture that is put beside a section stands on its page."""
    page = opened(context, served)
    images = (
        "images:\n  - file: 01-plans.map.png\n    alt: {ja: 図, en: Map}\n    credit: {ja: 市, en: City}\n"
    )
    source = next(Path(__file__).parents[1].joinpath("specimen", "content").rglob("*.png"))
    (served.content / PLANS).with_name("01-plans.map.png").write_bytes(source.read_bytes())
    served.edit(PLANS, "text:\n", images + "text:\n")

    expect(page.get_by_role("img", name="図")).to_be_visible()
    page.wait_for_function("document.querySelector('main img').naturalWidth > 0")
    assert [] == heard


def test_errors_are_shown_and_the_page_comes_back(
    context: BrowserContext, served: Served, heard: list[str]
) -> None:
    """The faults first, beside them the last good page, in which one can go on reading; then the page."""
    page = opened(context, served)
    served.edit(PLANS, "19事業", "19事行")
    expect(page.get_by_role("heading", level=1)).to_have_text("まだ直すところがあります")
    last = page.frame_locator("iframe")

    expect(page.locator(".told:visible .told-fault").first).to_contain_text("エラー Q02")
    expect(last.locator("main")).to_contain_text("19事業")
    page.get_by_text("Read this in English").click()
    expect(page.locator(".told:visible", has_text="error Q02")).to_be_visible()
    last.get_by_role("link", name="English").click()
    expect(last.locator("main")).to_contain_text("19 projects")
    served.edit(PLANS, "19事行", "20事業")
    shows(page, "20事業")
    assert [] == heard


def test_a_broken_template_of_the_program_is_shown(
    context: BrowserContext, served: Served, heard: list[str]
) -> None:
    """The traceback stands on the page for whoever wrote the template, and the page comes back."""
    page = opened(context, served)
    served.edit("../program/templates/section.html", "{% block main %}", "{% block main %}{% if %}")
    expect(page.get_by_role("heading", level=1)).to_have_text("ページを作れませんでした")
    expect(page.locator(".told-excerpt:visible")).to_contain_text("TemplateSyntaxError")
    served.edit("../program/templates/section.html", "{% block main %}{% if %}", "{% block main %}")

    shows(page, "19事業")
    assert [] == heard


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_page_of_errors_fits(context: BrowserContext, served: Served, width: int) -> None:
    """It never scrolls sideways, and carets stand exactly under what they mark."""
    page = opened(context, served)
    page.set_viewport_size({"width": width, "height": 740})
    served.edit(PLANS, "事業数: 19事業", "事業数: １９事業")
    expect(page.locator(".told-excerpt").first).to_be_visible()
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    edges = page.evaluate(EDGES)

    assert 0 == over
    assert 2 == len(edges)
    assert edges[0] == edges[1]
