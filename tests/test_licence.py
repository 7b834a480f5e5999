"""Licences: the program's and the content's are said wherever somebody looks for them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from kushiro_yearbook.load.validate import validate
from kushiro_yearbook.load.yaml_reader import read_yaml
from kushiro_yearbook.model import Licence
from kushiro_yearbook.registers import Registers
from tests.test_site import BOTH, site

TOP = Path(__file__).parents[1]
PROGRAM = "GPL-3.0-or-later"
CONTENT = "CC BY 4.0"
# Words of each full text that stand nowhere but in the whole of it: from its beginning and from its end.
TEXTS = {
    "GPL-3.0-or-later.txt": ("GNU GENERAL PUBLIC LICENSE", "How to Apply These Terms to Your New Programs"),
    "CC-BY-4.0.txt": (
        "Section 1 – Definitions.",
        "Creative Commons may be contacted at creativecommons.org.",
    ),
    "ISC.txt": ("Copyright 2013-2019 Michael Bostock", "OR PERFORMANCE OF\nTHIS SOFTWARE."),
}


def test_the_full_texts_are_there() -> None:
    """The folder of licences holds those of program, content and outlines, whole, and nothing else."""
    found = {path.name: path.read_text("utf-8") for path in (TOP / "LICENSES").iterdir()}

    assert set(TEXTS) == set(found)
    assert all(words in found[name] for name, both in TEXTS.items() for words in both)


def test_the_package_says_its_licence() -> None:
    """A package index shows the program's licence, and the package carries the texts."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]
    carried = {path.name for pattern in project["license-files"] for path in TOP.glob(pattern)}

    assert PROGRAM == project["license"]
    assert set(TEXTS) == carried


def test_the_readme_says_both() -> None:
    """Who reads the README learns both licences and where their texts stand."""
    section = (TOP / "README.md").read_text("utf-8").partition("\n## Licence")[2]

    assert {PROGRAM, CONTENT} <= set(re.findall(r"GPL-3\.0-or-later|CC BY 4\.0", section))
    assert [] == [name for name in TEXTS if f"LICENSES/{name}" not in section]


def test_the_outlines_say_whose_they_are() -> None:
    """Each file of land outlines names its source, its licence and where that stands."""
    files = [*(TOP / "src" / "kushiro_yearbook" / "maps" / "outlines").iterdir()]
    heads = [file.read_text("utf-8").partition("\n")[0] for file in files]

    assert 2 == len(files)
    assert all("world-atlas 2.0.2 (ISC, " in head and "LICENSES/ISC.txt" in head for head in heads)


@BOTH
def test_every_page_says_both(content: Path) -> None:
    """The foot of each page links the content's licence in its language, and names the program's."""
    every = yaml.safe_load((content / "yearbook.yaml").read_text("utf-8"))["languages"]
    for path, data in site(content).items():
        if path.endswith(".html"):
            foot = data.decode().partition('<footer class="site-footer">')[2]
            links = set(re.findall(r'<a rel="license" href="(.*?)">(.*?)</a>', foot))
            locale = path.partition("/")[0].replace("furigana", "ja")
            languages = [locale] if "/" in path else every
            deeds = {f"https://creativecommons.org/licenses/by/4.0/deed.{language}" for language in languages}

            assert {(deed, CONTENT) for deed in deeds} == links, path
            assert len(languages) == foot.count(PROGRAM), path


@pytest.mark.parametrize(
    ("written", "name", "url"),
    [
        ("CC BY 4.0", "CC BY 4.0", None),
        ("{ja: 表示4.0, en: Attribution 4.0}", "Attribution 4.0", None),
        ("{name: CC0, url: https://example.org/cc0}", "CC0", "https://example.org/cc0"),
        (
            "{name: CC0, url: {ja: https://example.org/a, en: https://example.org/b}}",
            "CC0",
            "https://example.org/b",
        ),
    ],
)
def test_a_town_chooses_its_licence(written: str, name: str, url: str | None) -> None:
    """A licence is a name, in one language or two, with or without the page that explains it."""
    tree, _ = read_yaml(f"licence: {written}", "yearbook.yaml")
    assert tree is not None
    licence, faults = validate(Licence, tree["licence"], Registers())

    assert licence is not None
    assert ([], name) == (faults, licence.name.words("en"))
    assert url == (licence.url.words("en") if licence.url else None)


@pytest.mark.parametrize(
    "url", ["http://example.org/", "javascript:alert(1)", "https://", "https://a.org/b c"]
)
def test_a_licence_leads_only_to_safe_addresses(url: str) -> None:
    """What is no https address is refused where it stands, not linked."""
    tree, _ = read_yaml(
        f'licence:\n  name: CC0\n  url: {{ja: https://example.org/, en: "{url}"}}', "yearbook.yaml"
    )
    assert tree is not None
    licence, [fault] = validate(Licence, tree["licence"], Registers())

    assert (None, "S22", 3) == (licence, fault.code, fault.place.line)
