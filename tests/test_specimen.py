"""The specimen: a small yearbook of two editions that uses every feature once; its whole site is golden."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image

from kushiro_yearbook.outputs import Output
from kushiro_yearbook.pictures import is_picture
from kushiro_yearbook.pipeline import examine, make
from kushiro_yearbook.plan import plan
from kushiro_yearbook.theme import Theme, compiled_templates, program_folder
from tests.test_furigana import with_readings

HERE = Path(__file__).parent / "specimen"


def theme() -> Theme:
    """The program's theme with a style sheet of a fixed name, so that a style change rewrites no page."""
    return Theme(program_folder("templates"), program_folder("static"), fixed_names=True)


def outputs(content: Path) -> Mapping[str, Output]:
    """The planned outputs of a content folder by path."""
    yearbook = examine(content).yearbook
    assert yearbook is not None
    return {output.address.path: output for output in plan(yearbook, theme())}


def without_style(path: str, data: bytes) -> bytes:
    """A page without the style sheet it may carry, and without the sheet's hash."""
    if not path.endswith(".html") or b"<style>" not in data:
        return data
    sheet = theme().style
    text = data.decode().replace(sheet.css.replace("\r\n", "\n"), "")
    return text.replace(sheet.policy_hash, "sha256-").encode()


def test_site_is_golden(pytestconfig: pytest.Config) -> None:
    """Every file of the specimen's site is as it was reviewed; `--update-golden` rewrites them."""
    yearbook = examine(HERE / "content").yearbook
    assert yearbook is not None
    site = make(with_readings(yearbook), theme())
    made = {path: without_style(path, data) for path, data in site.items()}
    for own in ("style.css", "search.js", "start.js"):  # the program's own files, reviewed where they stand
        made.pop(f"assets/{own}")
    if pytestconfig.getoption("update_golden"):
        rewrite(made)
    golden = HERE / "golden"
    expected = {path.relative_to(golden).as_posix(): path for path in golden.rglob("*") if path.is_file()}

    assert sorted(expected) == sorted(made)
    assert [] == [path for path, data in made.items() if expected[path].read_bytes() != data]


def rewrite(made: Mapping[str, bytes]) -> None:
    """Put what was made in the place of the golden files."""
    shutil.rmtree(HERE / "golden", ignore_errors=True)
    for path, data in made.items():
        file = HERE / "golden" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def test_building_twice_gives_the_same_bytes() -> None:
    """A page is a function of what it names."""
    first, second = (outputs(HERE / "content") for _ in range(2))

    assert {p: o.make() for p, o in first.items()} == {p: o.make() for p, o in second.items()}


def test_compiled_templates_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page is the same whether its template was kept compiled or not."""
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    fresh = {path: output.make() for path, output in outputs(HERE / "content").items()}
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    kept = [{path: output.make() for path, output in outputs(HERE / "content").items()} for _ in range(2)]

    assert [fresh, fresh] == kept


def test_nothing_is_kept_where_nothing_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the program's folder takes no file, templates are compiled anew; trying leaves nothing there."""
    (folder := tmp_path / "__pycache__").mkdir()
    monkeypatch.setattr("kushiro_yearbook.theme.PACKAGE", tmp_path)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    kept = compiled_templates()

    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "touch", refuse)

    assert (True, None) == (kept is not None, compiled_templates())
    assert [] == list(folder.iterdir())


# What no page shows: they keep figures and addresses from changing.
UNSHOWN = {"confirmed.lock", "published.json"}
CONTENT = sorted(
    path.relative_to(HERE / "content").as_posix()
    for path in (HERE / "content").rglob("*")
    if path.is_file() and path.name not in UNSHOWN
)
# A change to each file that its readers would see.
EDITS = {
    "names.csv": ("北野港,きたのこう,,Port of Kitano", "北野港,きたのこう,,Kitano Harbour"),
    "measures.yaml": ("en: Households", "en: Homes"),
    "units.yaml": ("one: household, other: households", "one: home, other: homes"),
    "yearbook.yaml": ("en: Mihon City Yearbook", "en: Mihon Annals"),
    "edition.yaml": ("en: 202", "en: Year 202"),
    "part.yaml": ("name: 政策部", "name: 企画室"),
    "department.yaml": ("name: ", "name: 見本"),
    "01-census.yaml": ("世帯数: 4", "世帯数: 14"),
    "02-plan.yaml": ("Medium-term plan", "Mid-term plan"),
    "03-long-text.yaml": ("A long text", "A text"),
    "03-long-text.ja.md": ("ひとつめ", "一つ目"),
    "03-long-text.en.md": ("The first", "First"),
    "04-figures.yaml": ("海野一郎", "見本一郎"),
    "05-tables.yaml": ("120", "121"),
    "05-tables.areas.csv": ("600", "601"),
    "06-officials.yaml": ("海野一郎", "見本一郎"),
    "01-office.yaml": ("1-2-3", "4-5-6"),
    "02-partners.yaml": ("2,735人", "2,736人"),
    "03-requests.yaml": ("港だより", "港の便り"),
    # One that the specimen does not approve, in the place of one that it does.
    "translations.lock": ("0266644990251f7c", "0266644990251f7d"),
}


@pytest.mark.parametrize("path", CONTENT)
def test_an_output_declares_every_file_that_changes_it(path: str, tmp_path: Path) -> None:
    """When an edit changes an output's bytes, it changes the output's key as well."""
    shutil.copytree(HERE / "content", content := tmp_path / "content")
    before = outputs(content)
    made = {name: output.make() for name, output in before.items()}
    edit(content / path)
    after = outputs(content)
    changed = {name for name, output in after.items() if made.get(name) != output.make()}
    declared = {name for name, output in after.items() if name in before and keys_differ(before, after, name)}

    assert changed
    assert changed - declared <= set(after) - set(before)


def keys_differ(before: Mapping[str, Output], after: Mapping[str, Output], name: str) -> bool:
    """Whether an output's inputs changed."""
    return before[name].inputs.key != after[name].inputs.key


def edit(file: Path) -> None:
    """Change what a file says or shows, in a way that its readers see."""
    if is_picture(file.name):
        with Image.open(file) as picture:
            picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT).save(file)
        return
    data = file.read_bytes().decode("utf-8")
    old, new = EDITS[file.name]
    assert old in data
    file.write_bytes(data.replace(old, new).encode("utf-8"))
