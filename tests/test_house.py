"""The house: what may import what, where things stand, and that nothing added was half forgotten."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TypeVar

import pytest
import yaml
from pydantic import BaseModel

from kushiro_yearbook.blocks.base import Block, in_words
from kushiro_yearbook.check import RULES
from kushiro_yearbook.cli import COMMANDS
from kushiro_yearbook.date_reader import parse
from kushiro_yearbook.inline import line, plain
from kushiro_yearbook.load.registers import MORE_COLUMNS, NAME_COLUMNS, MeasureForm, UnitForm
from kushiro_yearbook.load.town_theme import WordForm
from kushiro_yearbook.locales.keys import key_words
from kushiro_yearbook.locales.locale import LOCALES
from kushiro_yearbook.model import NUMBERS, Section
from kushiro_yearbook.pipeline import examine
from kushiro_yearbook.plan import FORMATS
from kushiro_yearbook.quantities import Quantity, Status, Unit, parse_quantity
from kushiro_yearbook.sections import BLOCKS, SectionForm
from kushiro_yearbook.text import LANGUAGES, TRANSLATIONS, Text
from kushiro_yearbook.theme import languages_of_word
from kushiro_yearbook.wording import ROLES, WORDINGS

Thing = TypeVar("Thing")

TOP = Path(__file__).parents[1]
PACKAGE = TOP / "src" / "kushiro_yearbook"
NAME = "kushiro_yearbook"

# The floors from the ground up.
THINGS = {"addresses", "blocks", "date_reader", "eras", "facts", "faults", "forms", "inline"}
THINGS |= {
    "locales",
    "model",
    "observations",
    "outputs",
    "phrases",
    "pictures",
    "positions",
    "progress",
    "quantities",
    "recurrence",
    "readings",
    "registers",
    "search",
    "sections",
    "shapes",
    "text",
}
THINGS |= {
    "collation",
    "confirmation",
    "corrections",
    "freshness",
    "page_list",
    "records",
    "romaji",
    "tested",
    "tree",
    "wording",
    "wordings",
}
STEPS = {
    "begun",
    "load",
    "check",
    "rules",
    "plan",
    "formats",
    "theme",
    "filters",
    "prose",
    "render",
    "publishing",
}
STEPS |= {
    "charts",
    "maps",
    "links",
    "start",
    "fix",
    "indexes",
    "schema",
    "key_reference",
    "recording",
    "stopping",
}
DOORS = {"pipeline", "report", "departments", "rule_pages", "mending", "listing", "comparing", "briefing"}
DOORS |= {"judging", "outside", "commands", "cli", "pointing", "preview"}

# The only modules that may reach the disk, the clock, the environment or the terminal, besides the commands.
OUTWARD = {
    "begun",
    "load.pictures",
    "load.readings",
    "load.sources",
    "load.town_theme",
    "load.yearbook",
    "locales.keys",
    "maps.outlines",
    "tested",
    "theme",
    "publishing.disk",
    "publishing.lock",
    "publishing.manifest",
    "publishing.packing",
    "publishing.publish",
    "publishing.releases",
    "publishing.target",
    "recording",
    "start",
    "pipeline",
    "mending",
    "outside",
    "preview.making",
    "preview.watching",
    "preview.server",
    "cli",
}
OUTER_WORLD = {"datetime.datetime", "io", "os", "pathlib", "shutil", "subprocess", "sys", "tempfile", "time"}
OUTER_WORLD |= {"http.client", "socket", "urllib.request"}


def modules() -> dict[str, Path]:
    """Every module of the package by its name below the package."""
    found = {path: path.relative_to(PACKAGE).with_suffix("") for path in PACKAGE.rglob("*.py")}
    return {".".join(name.parts): path for path, name in found.items() if name.name != "__init__"}


@cache
def imported(path: Path) -> frozenset[str]:
    """Everything a module imports, wherever in it the import stands."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return frozenset(names)


def arrows() -> Iterator[tuple[str, str]]:
    """Every import from one module of the package to another."""
    known = modules()
    for name, path in known.items():
        for other in imported(path):
            target = other.removeprefix(f"{NAME}.")
            if target in known:
                yield name, target


def floor(module: str) -> int:
    """0 for things, 1 for steps, 2 for doors."""
    room = module.partition(".")[0]
    return 2 if room in DOORS else 1 if room in STEPS else 0


def test_every_module_stands_on_a_floor() -> None:
    """A new module is put on its floor before it is used."""
    rooms = {name.partition(".")[0] for name in modules()}

    assert rooms == THINGS | STEPS | DOORS


def test_imports_never_lead_up_a_floor() -> None:
    """Things know no steps, and steps know no doors."""
    expected: list[tuple[str, str]] = []

    assert expected == [(a, b) for a, b in arrows() if floor(a) < floor(b)]


def test_imports_have_no_circle() -> None:
    """Taking away modules that import nothing left leaves nothing in the end."""
    waiting = {name: {b for a, b in arrows() if a == name} for name in modules()}
    while ground := {name for name, below in waiting.items() if not below & waiting.keys()}:
        waiting = {name: below for name, below in waiting.items() if name not in ground}

    assert not waiting


def test_package_roots_hold_nothing_but_their_docstring() -> None:
    """An `__init__.py` has a docstring, and the package's own its version besides."""
    roots = {path: len(ast.parse(path.read_text("utf-8")).body) for path in PACKAGE.rglob("__init__.py")}
    expected = {path: 2 if path.parent == PACKAGE else 1 for path in roots}

    assert expected == roots


def test_only_few_modules_reach_outward() -> None:
    """The rest are functions of what they are given."""
    opening = re.compile(r"(?<![\w.])(?:open|print|input)\(")
    reaching = {name for name, path in modules().items() if imported(path) & OUTER_WORLD}
    reaching |= {name for name, path in modules().items() if opening.search(path.read_text("utf-8"))}

    reaching = {name for name in reaching if not name.startswith("commands.")}

    assert reaching <= OUTWARD


def test_functions_are_paragraphs() -> None:
    """No function is longer than forty lines."""
    long = [
        (name, node.name)
        for name, path in modules().items()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 40
    ]

    assert not long


def town_words() -> re.Pattern[str]:
    """The town's name, its code and its departments' addresses, from the content itself."""
    config = yaml.safe_load((TOP / "content" / "yearbook.yaml").read_text("utf-8"))
    slugs = {path.parent.name[3:] for path in (TOP / "content").rglob("department.yaml")}
    name = config["municipality"]["name"]
    words = {name["ja"].removesuffix("市"), name["en"].removesuffix(" City"), config["municipality"]["code"]}
    return re.compile(rf"(?<![a-z_])(?:{'|'.join(sorted(words | slugs))})(?![a-z_])", re.IGNORECASE)


@pytest.mark.parametrize("folder", ["src", "templates", "static", "starter"])
def test_the_program_knows_no_town(folder: str) -> None:
    """No town's name, code or department stands in the program, beyond the package's own name."""
    found = [
        (path.name, match[0])
        for path in (TOP / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
        for match in town_words().finditer(
            path.read_text("utf-8").replace("kushiro_yearbook", "").replace("kushiro-yearbook", "")
        )
    ]

    assert not found


def specimen_keys() -> set[str]:
    """Every key that the specimen's YAML files use."""
    folder = TOP / "tests" / "specimen" / "content"
    texts = [path.read_text("utf-8") for path in folder.rglob("*.yaml")]
    return set(re.findall(r"[{\s,]([a-z_]+):", "\n".join(texts)))


@cache
def specimen_blocks() -> list[tuple[str, Block, Section]]:
    """Every block of the specimen with its name and the section it stands in."""
    yearbook = examine(TOP / "tests" / "specimen" / "content").yearbook
    assert yearbook is not None
    sections = [below for _, section in yearbook.sections() for below in section.walk()]
    return [(name, block, section) for section in sections for name, block in section.blocks()]


def held(kind: type[Thing], within: object) -> Iterator[Thing]:
    """Everything of a kind that a form holds, however deep."""
    if isinstance(within, kind):
        yield within
    if isinstance(within, BaseModel):
        yield from (thing for _, value in within for thing in held(kind, value))
    elif isinstance(within, dict):
        yield from held(kind, tuple(within.values()))
    elif isinstance(within, tuple):
        yield from (thing for value in within for thing in held(kind, value))


def test_each_block_has_a_row_a_field_a_template_and_a_specimen() -> None:
    """A block has a module, is a field of a section, prints itself, and stands in the specimen."""
    rooms = {name.removeprefix("blocks.") for name in modules() if name.startswith("blocks.")}
    known = rooms - {"base", "citing"}

    assert set() == known ^ set(BLOCKS), "BLOCKS of sections.py"
    assert set() == known - set(SectionForm.model_fields), "fields of SectionForm"
    assert set() == known ^ {path.stem for path in (TOP / "templates" / "blocks").iterdir()}, "templates"
    assert set() == known - {name for name, *_ in specimen_blocks()}, "the specimen"


def test_each_block_is_explained() -> None:
    """Editors are told what a block is for, and each of its keys."""
    explained = key_words().forms
    forms: list[type] = [SectionForm, *BLOCKS.values()]
    for form in forms:
        assert issubclass(form, BaseModel)
        keys = {field.alias or key for key, field in form.model_fields.items()} - {"root"}

        assert form.__name__ in explained, "forms of keys.yaml"
        assert set() == keys ^ set(explained[form.__name__].keys), f"{form.__name__} in keys.yaml"


def test_each_key_of_a_block_is_used_in_the_specimen() -> None:
    """No field of a block, nor of what stands in one, is left untried.

    But for `allow`: the specimen has nothing to accept, and `test_allowances.py` tries it on every form.
    """
    forms = [form for _, block, _ in specimen_blocks() for form in held(BaseModel, block)]
    tried = {(type(form).__name__, key) for form in forms for key in form.model_fields_set}

    keys = {(type(form).__name__, key) for form in forms for key in type(form).model_fields if key != "allow"}
    assert not keys - tried


@pytest.mark.parametrize("name", BLOCKS)
def test_each_block_tells_what_it_holds(name: str) -> None:
    """Every text of a block is checked and every quantity handed out, because the block names them."""
    for _, block, section in (found for found in specimen_blocks() if found[0] == name):
        texts = [text for text, _ in block.scoped_texts({})]
        quantities = [observation.quantity for observation in section.own_observations()]

        assert [] == [text.ja for text in held(Text, block) if text not in texts], "texts()"
        assert [] == [value for value in held(Quantity, block) if value not in quantities], "observations()"


def test_each_key_of_a_section_stands_in_the_specimen() -> None:
    """The specimen uses every key that a section can have."""
    assert not set(SectionForm.model_fields) - specimen_keys()


def test_each_rule_says_what_it_finds() -> None:
    """A rule's docstring begins with its fault's code, and every code it names is worded."""
    codes = [rule.codes for rule in RULES]

    assert all(codes)
    assert {code for found in codes for code in found} <= set(WORDINGS)


def test_each_fault_is_worded_and_each_wording_used() -> None:
    """The codes in the program are the codes of the wordings, in both directions."""
    source = "\n".join(path.read_text("utf-8") for name, path in modules().items() if "wording" not in name)
    used = set(re.findall(r'"([A-Z]\d\d)"', source))

    assert set(WORDINGS) == used


def test_each_role_of_a_place_is_worded() -> None:
    """What stands at another place of a fault is said in both languages."""
    calls = (
        node
        for path in modules().values()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Related"
    )
    given = (value for call in calls for value in (*call.args[1:], *(word.value for word in call.keywords)))
    roles = {str(value.value) for value in given if isinstance(value, ast.Constant)}

    assert roles <= set(ROLES)
    assert all(set(words) == {"ja", "en"} for words in ROLES.values())


def test_each_wording_speaks_both_languages() -> None:
    """Message and hint exist in Japanese and English, with the same gaps."""
    for wording in WORDINGS.values():
        assert wording.ja
        assert wording.en
        assert bool(wording.hint_ja) == bool(wording.hint_en)


def test_each_interface_word_is_used() -> None:
    """A word that no template and no module speaks is not kept."""
    words = yaml.safe_load((PACKAGE / "locales" / "words.yaml").read_text("utf-8"))
    texts = "\n".join(path.read_text("utf-8") for path in (TOP / "templates").rglob("*.*"))
    texts += "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    spoken = set(re.findall(r"words\.([a-z_]+)", texts)) | set(re.findall(r'words\["([a-z_]+)"\]', texts))
    spoken |= set(re.findall(r'"((?:held|search)_[a-z_]+)"', texts))
    made = tuple(re.findall(r'words\["([a-z_]+_)" ~|words\[f"([a-z_]+_)\{', texts))
    made = tuple(filter(None, (name for pair in made for name in pair)))

    assert made
    assert not [word for word in words if word not in spoken and not word.startswith(made)]


def test_each_language_has_its_place_everywhere() -> None:
    """What content may be written in has a locale, numbers for headings, its words and its columns."""
    words = yaml.safe_load((PACKAGE / "locales" / "words.yaml").read_text("utf-8"))

    assert set(LANGUAGES) == {locale.language for locale in LOCALES}
    assert set(LANGUAGES) == set(NUMBERS)
    assert [] == [key for key, row in words.items() if {"about", *languages_of_word(key)} != set(row)]
    for form in (WordForm, MeasureForm, UnitForm):
        assert set(TRANSLATIONS) <= set(form.model_fields), form.__name__
        assert set(TRANSLATIONS) <= set(key_words().forms[form.__name__].keys), (
            f"{form.__name__} in keys.yaml"
        )
    assert set(TRANSLATIONS) <= {*NAME_COLUMNS, *MORE_COLUMNS}
    assert {f"diff_language_{language}" for language in LANGUAGES} <= set(words)
    assert {f"diff_key_{language}" for language in TRANSLATIONS} <= set(words)


SPOKEN = {
    "day": parse("令和7年5月1日"),
    "month": parse("令和7年5月"),
    "fiscal year": parse("令和7年度"),
    "days": parse("令和7年7月28日～30日"),
    "open end": parse("令和6年11月2日～"),
    "years": parse("明治17、18年"),
    "every year": parse("毎年3月"),
    "every month": parse("月1回（1日）"),
    "quantity": parse_quantity("約599件以上", {"件": Unit("件", "case", "case", "cases")}),
    "status": Status.PRELIMINARY,
}


@pytest.mark.parametrize("name", SPOKEN)
def test_each_language_says_it_in_its_own_words(name: str) -> None:
    """No language shows a date, quantity or status in the words of another."""
    said = {language: plain(SPOKEN[name].runs(language)) for language in LANGUAGES}

    assert len(LANGUAGES) == len(set(said.values())), said


def test_each_language_joins_names_in_its_own_way() -> None:
    """A list in a sentence is no other language's."""
    said = {language: plain(in_words([line("A"), line("B"), line("C")], language)) for language in LANGUAGES}

    assert len(LANGUAGES) == len(set(said.values())), said


def test_no_rule_stumbles_over_a_further_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a rule knows of Japanese and English only, it asks of no other language."""
    specimen = TOP / "tests" / "specimen" / "content"
    found = examine(specimen).faults
    speaks = Text.speaks
    monkeypatch.setattr(
        Text, "speaks", lambda text, language: language == "further" or speaks(text, language)
    )
    for module in (import_module(f"{NAME}.{name}") for name in modules() if name.startswith("rules.")):
        if hasattr(module, "LANGUAGES"):
            monkeypatch.setattr(module, "LANGUAGES", (*LANGUAGES, "further"))

    assert found == examine(specimen).faults


def test_each_format_is_in_the_plan() -> None:
    """Every module of `formats` that gives outputs is planned."""
    made = {name: path for name, path in modules().items() if name.startswith("formats.")}
    giving = {name for name, path in made.items() if "\ndef outputs(" in path.read_text("utf-8")}
    planned = {make.__module__.removeprefix(f"{NAME}.") for make in FORMATS.values()}

    assert giving == planned


def test_each_command_is_in_the_readme() -> None:
    """The README shows every command."""
    readme = (TOP / "README.md").read_text("utf-8")

    assert not [name for name in COMMANDS if f"yearbook {name}" not in readme]
