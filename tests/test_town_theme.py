"""A town's own theme: single templates, styles and words over the program's, tried before they are used."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from kushiro_yearbook.cli import main
from kushiro_yearbook.load.town_theme import NO_THEME
from kushiro_yearbook.pipeline import build, examine, make, program_theme
from kushiro_yearbook.plan import plan
from kushiro_yearbook.publishing.releases import Releases
from kushiro_yearbook.theme import Theme, program_folder, read_style, read_templates
from tests.conftest import Link

BASE = Path(__file__).parent / "broken" / "base"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A sound small yearbook."""
    shutil.copytree(BASE, tmp_path / "content")
    return tmp_path / "content"


def lay(content: Path, name: str, text: str) -> None:
    """A file of the town's theme."""
    file = content / "theme" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def site(content: Path) -> Mapping[str, str]:
    """The pages and styles of a content folder that has no fault."""
    checked = examine(content)
    assert checked.yearbook is not None
    assert not checked.faults
    files = checked.files or make(checked.yearbook, program_theme(checked.town))
    return {path: data.decode() for path, data in files.items()}


def test_a_template_is_replaced(content: Path) -> None:
    """A template at the path of one of the program's stands in its place, on every page that uses it."""
    lay(content, "templates/parts/neighbours.html", '<p class="town">市の前後</p>\n')

    assert '<p class="town">市の前後</p>' in site(content)["ja/2026/planning/plans.html"]


def test_a_replaced_template_can_be_extended(content: Path) -> None:
    """The program's own is still there under `program/`: a town changes one block and keeps the rest."""
    text = '{% extends "program/base.html" %}\n{% block style %}{{ super() }}<!-- 市 -->{% endblock %}\n'
    before = site(content)
    lay(content, "templates/base.html", text)
    after = site(content)

    assert before["ja/index.html"] == after["ja/index.html"].replace("<!-- 市 -->", "")
    assert "<!-- 市 -->" in after["en/2026/planning/surveys.html"]


def test_a_template_of_its_own_can_be_included(content: Path) -> None:
    """A new template is used by one that includes it."""
    lay(content, "templates/parts/neighbours.html", '{% include "parts/town.html" %}')
    lay(content, "templates/parts/town.html", "<p>{{ edition.form.label|runs|plain }}の市</p>")

    assert "<p>2026 editionの市</p>" in site(content)["en/2026/planning/plans.html"]


def test_styles_are_replaced_and_added_in_order(content: Path) -> None:
    """A style sheet of a program's name replaces it; another stands where its name sorts."""
    program = {path.name: path.read_text("utf-8") for path in (program_folder("static") / "css").iterdir()}
    lay(content, "static/css/50-tables.css", "table { color: #111; }\n")
    lay(content, "static/css/80-town.css", "main { color: #222; }\n")
    expected = {
        **program,
        "50-tables.css": "table { color: #111; }\n",
        "80-town.css": "main { color: #222; }\n",
    }
    css = "".join(expected[name] for name in sorted(expected))
    files = site(content)

    assert [css] == [text for path, text in files.items() if path.endswith(".css")]
    assert css in files["ja/2026/print/index.html"]


def test_words_are_changed_one_by_one(content: Path) -> None:
    """A town's word stands in the language it is given in; the others stay."""
    lay(content, "words.yaml", "skip_link: {ja: 本文へ飛ぶ}\n")
    files = site(content)

    assert "本文へ飛ぶ" in files["ja/2026/index.html"]
    assert "Skip to main content" in files["en/2026/index.html"]


@pytest.mark.parametrize(
    ("name", "text", "path"),
    [
        ("templates/section.html", '{% extends "program/section.html" %}', "ja/2026/planning/plans.html"),
        ("static/css/80-town.css", "main { color: #222; }", "ja/index.html"),
        ("words.yaml", "home: {en: Start}", "ja/index.html"),
    ],
)
def test_an_output_depends_on_the_theme(content: Path, name: str, text: str, path: str) -> None:
    """What the theme changes changes the key of the pages that show it, so that none is taken for current."""
    keys = []
    for _ in range(2):
        checked = examine(content)
        assert checked.yearbook is not None
        planned = {
            output.address.path: output for output in plan(checked.yearbook, program_theme(checked.town))
        }
        keys.append(planned[path].inputs.key)
        lay(content, name, text)

    assert keys[0] != keys[1]


def test_a_theme_is_built(content: Path, tmp_path: Path) -> None:
    """`build` publishes the pages that were made to try the theme."""
    lay(content, "words.yaml", "skip_link: {ja: 本文へ飛ぶ}\n")
    checked = examine(content)
    built = build(checked, content, Releases(tmp_path / "site"))

    assert checked.files is not None
    assert built.pages == sum(path.endswith(".html") for path in checked.files)
    assert "本文へ飛ぶ" in (tmp_path / "site" / "ja" / "index.html").read_text("utf-8")


def test_without_a_theme_a_check_makes_no_page(content: Path) -> None:
    """The program's own templates need no trying: a check stays quick."""
    checked = examine(content)

    assert (None, NO_THEME) == (checked.files, checked.town)


def test_faults_of_the_theme_and_the_content_are_told_together(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One run names all that is wrong, in the theme as in the content."""
    monkeypatch.chdir(content.parent)
    lay(content, "words.yaml", "hom: {ja: 始め}\n")
    lay(content, "templates/section.html", "{% if %}")
    (content / "2026" / "note.txt").write_text("", "utf-8")
    code = main(["check"])
    told = capsys.readouterr().out

    assert 1 == code
    assert [True] * 3 == [fault in told for fault in ("I05", "X02", "X05")]


def test_a_fault_of_the_program_stays_a_bug(tmp_path: Path) -> None:
    """Where none of the town's templates had a part, an error keeps its traceback."""
    (tmp_path / "page.html").write_text("{{ nothing.there }}", "utf-8")

    with pytest.raises(Exception, match="'nothing' is undefined"):
        Theme(tmp_path, program_folder("static")).render("page.html", {})


def test_a_theme_behind_a_link_is_refused(content: Path, tmp_path: Path, link: Link) -> None:
    """A theme is a folder of the content itself, like everything else in it."""
    (tmp_path / "elsewhere").mkdir()
    link(content / "theme", tmp_path / "elsewhere")

    assert ["I02"] == [fault.code for fault in examine(content).faults]


def test_a_folder_that_cannot_be_listed_is_not_an_empty_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk fails no site is made without its styles or templates: the failure is told."""

    def refuse(folder: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(folder))

    for name in ("listdir", "scandir"):
        monkeypatch.setattr(os, name, refuse)
    with pytest.raises(OSError, match="templates"):
        read_templates(program_folder("templates"))
    with pytest.raises(OSError, match="css"):
        read_style(program_folder("static"), NO_THEME, fixed_name=True)
