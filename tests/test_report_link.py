"""The link to report an error: where it leads, what it carries, and what it must not be."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from kushiro_yearbook.addresses import report_link
from kushiro_yearbook.faults import Place
from kushiro_yearbook.load.validate import validate
from kushiro_yearbook.model import FORMAT, YearbookForm
from kushiro_yearbook.registers import Registers
from kushiro_yearbook.tree import Mapping, Scalar
from tests.test_site import CONTENT, site

SPECIMEN = Path(__file__).parent / "specimen" / "content"
NOWHERE = Place("yearbook.yaml")


def links(page: bytes) -> list[tuple[str, str]]:
    """The language and the target of each link on a page to report an error."""
    found = re.findall(r'<p class="report"><a href="(.*?)" lang="(.*?)">', page.decode())
    return [(language, html.unescape(href)) for href, language in found]


def test_every_page_has_it_in_its_language() -> None:
    """Each page leads to one place with its own full address and title; that of dead addresses has none."""
    every = yaml.safe_load((SPECIMEN / "yearbook.yaml").read_text("utf-8"))["languages"]
    for path, data in site(SPECIMEN).items():
        if path.endswith(".html"):
            expected = [] if path == "404.html" else [path[:2]] if "/" in path else every

            assert expected == [language for language, _ in links(data)], path
            for _, href in links(data):
                asked = parse_qs(urlsplit(href).query)
                where = f"https://yearbook.example/mihon/{path.removesuffix('index.html')}"

                assert [where] == asked["page"]
                assert re.fullmatch("年鑑「.+」", asked["subject"][0])


def test_without_an_address_of_the_site_the_path_is_told(tmp_path: Path) -> None:
    """A site that does not know where it stands names the page by its path in the site."""
    shutil.copytree(SPECIMEN, content := tmp_path / "content")
    config = content / "yearbook.yaml"
    config.write_text(re.sub("base_url:.*\n", "", config.read_text("utf-8")), "utf-8")
    [(_, href)] = links(site(content)["en/2025/harbour/office.html"])

    assert ["en/2025/harbour/office.html"] == parse_qs(urlsplit(href).query)["page"]


def test_without_the_key_there_is_no_link() -> None:
    """A yearbook that names no place to report to promises none."""
    assert not [path for path, data in site(CONTENT).items() if b'class="report"' in data]


def test_the_words_of_a_page_stay_words() -> None:
    """Signs in a title neither add to the query nor count as gaps."""
    link = report_link("https://a.example/?t={title}&p={address}", "ja/a.html", '{address}&x=1#"')

    assert {"t": ['{address}&x=1#"'], "p": ["ja/a.html"]} == parse_qs(urlsplit(link).query)
    assert '"' not in link


def form(report: str) -> tuple[YearbookForm | None, list[str]]:
    """A yearbook's settings with this place to report to, and the codes of what is wrong."""
    tree = Mapping.at(NOWHERE)
    words = {"format": FORMAT, "title": "T", "licence": "L", "publisher": "P", "report": report}
    tree |= {key: Scalar.at(value, NOWHERE) for key, value in words.items()}
    tree["municipality"] = town = Mapping.at(NOWHERE)
    town |= {"name": Scalar.at("N", NOWHERE), "code": Scalar.at("123455", NOWHERE)}
    found, faults = validate(YearbookForm, tree, Registers())
    return found, [fault.code for fault in faults]


@pytest.mark.parametrize(
    "report",
    [
        "https://a.example",
        "https://a.example:8443/form/{address}?t={title}#top",
        "mailto:a.b+c@a.example",
        "mailto:a@a.example?subject=誤り:{title}&body={address}",
    ],
)
def test_addresses_of_pages_and_mail_are_taken(report: str) -> None:
    """A form on the web or a mail address, with or without what the page is."""
    found, codes = form(report)

    assert found is not None
    assert ([], report) == (codes, found.report)


@pytest.mark.parametrize(
    "report",
    [
        "http://a.example/",
        "javascript:alert(1)",
        "a@a.example",
        "https://{address}/",
        "https://a.{title}.example/",
        "mailto:{title}@a.example",
        "mailto:",
        "https://a.example/?page={url}",
        "https://a.example/?page={address",
        "https://a.example/?t=a b",
        'https://a.example/?t="',
    ],
)
def test_anything_else_is_refused(report: str) -> None:
    """Another scheme, a host that a page would choose, an unknown gap, an open brace, a space."""
    assert (None, ["S21"]) == form(report)
