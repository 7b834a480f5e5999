"""`yearbook schema`: the schemas say what the readers read, no more and no less than JSON Schema can say."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from pydantic import ValidationError
from referencing import Registry
from referencing.jsonschema import DRAFT7

from kushiro_yearbook.blocks.partners import PartnerType
from kushiro_yearbook.cli import main
from kushiro_yearbook.forms import NOWHERE
from kushiro_yearbook.key_reference import key_reference
from kushiro_yearbook.load.yaml_reader import read_yaml
from kushiro_yearbook.load.yearbook import load
from kushiro_yearbook.locales.keys import key_words
from kushiro_yearbook.quantities import Status
from kushiro_yearbook.registers import Registers
from kushiro_yearbook.schema import (
    FILES,
    as_json,
    editor_files,
    fields_of,
    forms,
    schemas,
)
from kushiro_yearbook.shapes import SHAPES, SUGGESTIONS, Schema
from kushiro_yearbook.start import SAMPLE, filled
from kushiro_yearbook.theme import program_folder
from kushiro_yearbook.tree import Mapping as MappingTree
from kushiro_yearbook.tree import Scalar, Tree

TOP = Path(__file__).parents[1]
PACKAGE = TOP / "src" / "kushiro_yearbook"
BROKEN = Path(__file__).parent / "broken"
SPECIMEN = Path(__file__).parent / "specimen" / "content"
# The faults of a content's form: keys, types, words and spellings that show in one value of one file.
FORMAL = """
    A01 A09 B01 B05 B07 B09 B10 B11 B12 D06 M09 Q01 Q03 Q04 Q05 Q06 Q08 S01 S02 S03 S04 S05 S06 S07 S08
    S09 S11 S13 S14 S19 S21 S22 S28 S30 T01 T02 Y10 Y11 Y14
"""
# Those among them that a schema cannot tell.
UNTOLD = {
    "A09-former-address-reserved": "well formed; which names are taken is the program's to know",
    "D06-as-of-added": "dates have too many forms for a pattern",
    "D06-era-cut-short": "likewise",
    "D06-numbers-in-kanji": "likewise",
    "Q05-exponent-in-cell": "a number to YAML",
    "Q05-minus-zero": "a number to YAML",
    "Q05-plus": "a number to YAML",
    "S06-reading-unknown": "stands in names.csv",
    "S13-check-digit": "has to be reckoned",
    "S19-empty-cell": "stands in a CSV",
    "Y14-comma-in-row": "two numbers to YAML",
}


@cache
def registers() -> Registers:
    """The specimen's registers."""
    yearbook = load(SPECIMEN).yearbook
    assert yearbook is not None
    return yearbook.registers


@cache
def made() -> dict[str, Schema]:
    """The schemas with the specimen's registers."""
    return dict(schemas(registers()))


@cache
def validator(name: str) -> Draft7Validator:
    """What a schema refuses, as any program would tell that knows draft 7."""
    suggestions = DRAFT7.create_resource(made()[SUGGESTIONS])
    known: Registry[Any] = Registry().with_resources([(SUGGESTIONS, suggestions)])
    return Draft7Validator(made()[f"{name}.json"], registry=known)


def refused(name: str, schema: Schema, tree: Tree) -> list[str]:
    """What a part of a schema finds wrong with a value."""
    whole = validator(name)
    part = whole.evolve(schema=schema | {"definitions": made()[f"{name}.json"]["definitions"]})
    return [error.message for error in part.iter_errors(as_editors_read(tree))]


def as_editors_read(tree: Tree) -> Any:
    """A tree with its scalars as YAML's core schema types them: `77314` is a number, `true` is true."""
    if isinstance(tree, MappingTree):
        return {str(key): as_editors_read(value) for key, value in tree.items()}
    if not isinstance(tree, Scalar):
        return [as_editors_read(value) for value in tree]
    if tree.quoted:
        return str(tree)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", tree):
        return float(tree) if re.search("[.eE]", tree) else int(tree)
    return {"": None, "~": None, "null": None, "true": True, "false": False}.get(tree, str(tree))


def kind_of(path: str) -> str:
    """Which schema the settings bind to a path below the content folder; none for a stranger."""
    parts = path.split("/")
    for name, file in FILES.items():
        pattern = file.pattern.removeprefix("content/").split("/")
        if len(pattern) == len(parts) and all(map(fnmatch, parts, pattern)):
            return name
    return ""


def complaints(path: str, text: str) -> list[str]:
    """What the schema of a content file finds wrong with a text."""
    tree, _ = read_yaml(text, path)
    assert tree is not None
    return [error.message for error in validator(kind_of(path)).iter_errors(as_editors_read(tree))]


def content_files() -> Iterator[tuple[str, str, str]]:
    """Every YAML file that is right: whose it is, its path in the content, its text."""
    for folder in (TOP / "content", SPECIMEN, BROKEN / "base"):
        for path in sorted(folder.rglob("*.yaml")):
            yield folder.as_posix(), path.relative_to(folder).as_posix(), path.read_text("utf-8")
    for name, text in filled(program_folder("starter"), SAMPLE).items():
        if name.startswith("content/") and name.endswith(".yaml"):
            yield "starter", name.removeprefix("content/"), text


def test_what_is_right_passes() -> None:
    """No file of the real edition, the specimen, the starter or the base of broken cases is refused."""
    found = {(whose, path): complaints(path, text) for whose, path, text in content_files()}

    assert len(found) > 60
    assert {} == {where: told for where, told in found.items() if told}


def cases() -> Iterator[tuple[str, str, str]]:
    """Each broken case whose mistake stands in a YAML file that can be read: name, path and text."""
    for folder in sorted(BROKEN.iterdir()):
        if folder.name == "base":
            continue
        report = (folder / "expected.ja.txt").read_text("utf-8")
        path = report.partition(":")[0].removeprefix("content/")
        file = folder / path if (folder / path).is_file() else BROKEN / "base" / path
        if kind_of(path) and file.is_file() and _is_yaml(file):
            yield folder.name, path, file.read_text("utf-8")


def _is_yaml(file: Path) -> bool:
    try:
        return read_yaml(file.read_text("utf-8"), "")[0] is not None
    except UnicodeDecodeError:
        return False


@pytest.mark.parametrize(("case", "path", "text"), [pytest.param(*case, id=case[0]) for case in cases()])
def test_editors_refuse_what_readers_refuse_by_its_form(case: str, path: str, text: str) -> None:
    """A mistake of form is marked while it is typed; of any other, which needs the whole, nothing is said."""
    formal = case[:3] in FORMAL.split() and case not in UNTOLD

    assert formal == bool(complaints(path, text))


def test_most_cases_are_tried_and_none_that_is_gone_is_named() -> None:
    """The test above tries what it says, and each exception still stands."""
    tried = {case for case, _, _ in cases()}
    known = {folder.name for folder in BROKEN.iterdir()}

    assert set(FORMAL.split()) <= {case[:3] for case in known}
    assert set(UNTOLD) <= known
    assert len(tried) > 100


def test_each_key_and_shape_is_explained() -> None:
    """Every key of every form and every shape has its words, and no words are left over."""
    words = key_words()

    assert {name: set(fields_of(name)) for name in forms()} == {
        name: set(form.keys) for name, form in words.forms.items()
    }
    assert set(SHAPES) == set(words.shapes)


def fields() -> list[tuple[str, str]]:
    """Every key of every form."""
    return [(name, key) for name in forms() for key in fields_of(name)]


def misread(name: str, tree: Tree) -> list[tuple[int | str, ...]]:
    """Where a form's reader finds something wrong."""
    try:
        forms()[name].model_validate(tree, context=registers())
    except ValidationError as error:
        return [detail["loc"] for detail in error.errors()]
    return []


def value(yaml: str) -> Tree:
    """An example as it stands after a key."""
    tree, faults = read_yaml(f"k: {yaml}", "")
    assert tree is not None
    assert [] == faults
    return tree["k"]


@pytest.mark.parametrize(("name", "key"), fields())
def test_each_example_is_right(name: str, key: str) -> None:
    """What an explanation shows can be written: the schema lets it pass, and the reader reads it."""
    example = value(key_words().forms[name].keys[key].example)
    file = next(file for file in FILES if name in made()[f"{file}.json"]["definitions"])
    definition = made()[f"{file}.json"]["definitions"][name]
    properties = (definition if "properties" in definition else definition["anyOf"][0])["properties"]
    form = MappingTree.at(NOWHERE)
    form[Scalar.at(key, NOWHERE)] = example

    assert [] == refused(file, properties[key], example)
    assert [] == [place for place in misread(name, form) if place[:1] == (key,)]


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_each_shape_is_used_and_its_examples_are_right(shape: str) -> None:
    """A shape belongs to some field, and what its explanation shows can be written."""
    words = key_words().shapes[shape]
    examples = [*words.examples, *words.choices]
    files = [file for file in FILES if shape in made()[f"{file}.json"]["definitions"]]
    part = {"$ref": f"#/definitions/{shape}"}

    assert examples
    assert [] == [told for file in files for yaml in examples for told in refused(file, part, value(yaml))]
    assert [path for path in PACKAGE.rglob("*.py") if f'Shape("{shape}")' in path.read_text("utf-8")]


def test_choices_are_those_of_the_program() -> None:
    """The words that a status or a kind of partner can be are the program's own."""
    chosen = {name: list(words.choices) for name, words in key_words().shapes.items() if words.choices}

    assert {"status": list(Status), "partner_type": list(PartnerType)} == chosen


@pytest.mark.parametrize("name", [f"{name}.json" for name in FILES])
def test_a_schema_is_one(name: str) -> None:
    """Each is right by the rules of draft 7."""
    Draft7Validator.check_schema(made()[name])


def test_a_key_that_no_one_knows_is_refused_everywhere() -> None:
    """No form takes a key that is not its own."""
    for name, schema in made().items():
        for form, definition in schema["definitions"].items():
            if name != SUGGESTIONS and form in forms() and fields_of(form):
                assert definition.get("additionalProperties", definition.get("anyOf", [{}])[0]) is not True
                assert '"additionalProperties": false' in as_json(definition)


@cache
def program_files() -> dict[str, str]:
    """What editors are told where no register proposes anything."""
    return dict(editor_files(Registers()))


# Named without making them: a key that nobody explained is told by its own test.
KEPT = [".vscode/extensions.json", ".vscode/settings.json", *(f"schemas/{name}.json" for name in FILES)]


@pytest.mark.parametrize("path", KEPT)
def test_what_the_repository_holds_is_up_to_date(path: str, pytestconfig: pytest.Config) -> None:
    """VS Code is told here what `yearbook schema` and `yearbook init` tell; `--update-golden` rewrites it."""
    text = program_files()[path]
    if pytestconfig.getoption("update_golden"):
        (TOP / path).write_text(text, "utf-8", newline="\n")

    assert text == (TOP / path).read_text("utf-8")


def test_proposals_are_of_the_same_form_and_need_not_be_new() -> None:
    """A clerk who adds a name breaks nothing: proposals are as new as the last `yearbook schema`."""
    kept = json.loads((TOP / "schemas" / SUGGESTIONS).read_text("utf-8"))

    assert {name: set(words) for name, words in made()[SUGGESTIONS]["definitions"].items()} == {
        name: set(words) for name, words in kept["definitions"].items()
    }
    assert len(kept["definitions"]["names"]["defaultSnippets"]) > 10


def test_a_name_that_nobody_confirmed_is_proposed_without_its_english() -> None:
    """A guessed reading is not shown as a fact, in the editor neither."""
    proposed = made()[SUGGESTIONS]["definitions"]["names"]["defaultSnippets"]
    told = {word["label"]: word["description"] for word in proposed}

    assert ("", "Mihon City") == (told["山田花子"], told["見本市"])


def test_the_command_writes_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`yearbook schema` puts the schemas into a folder, with the content's own registers as proposals."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SPECIMEN, "content")
    code = main(["schema", "--out", "made/schemas"])
    written = {path.name: path.read_text("utf-8") for path in Path("made/schemas").iterdir()}

    assert 0 == code
    assert f"{len(FILES) + 1}" in capsys.readouterr().out
    assert {name: as_json(schema) for name, schema in made().items()} == written


def test_the_command_says_what_keeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a yearbook it tells the faults; where it cannot write, it says so; both without a schema."""
    monkeypatch.chdir(tmp_path)
    codes = [main(["schema", "--lang", "en"])]
    shutil.copytree(SPECIMEN, "content")
    Path("schemas").write_text("in the way", "utf-8")
    codes.append(main(["schema", "--lang", "en"]))
    told = capsys.readouterr()

    assert ([1, 2], "") == (codes, told.out)
    assert "I10" in told.err
    assert "schemas cannot be written" in told.err


def test_a_new_town_has_them_too() -> None:
    """`yearbook init` puts settings and schemas beside the content, with the starter's own registers."""
    files = filled(program_folder("starter"), SAMPLE)
    settings = json.loads(files[".vscode/settings.json"])

    assert {*KEPT, f"schemas/{SUGGESTIONS}"} == program_files().keys() <= files.keys()
    assert {f"schemas/{SUGGESTIONS}"} == {
        path for path, text in program_files().items() if files[path] != text
    }
    assert {f"./{path}" for path in files if path.startswith("schemas/")} == {
        *settings["yaml.schemas"],
        f"./schemas/{SUGGESTIONS}",
    }


def test_the_reference_is_up_to_date(pytestconfig: pytest.Config) -> None:
    """`docs/keys.md` says what editors say; `--update-golden` rewrites it."""
    page = TOP / "docs" / "keys.md"
    if pytestconfig.getoption("update_golden"):
        page.write_text(key_reference(), "utf-8", newline="\n")

    assert key_reference() == page.read_text("utf-8")
