"""JSON Schemas of the content files, by which editors explain, complete and check what is typed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from kushiro_yearbook.forms import MANY, Form, Shape
from kushiro_yearbook.load.registers import MeasuresForm, UnitsForm
from kushiro_yearbook.load.town_theme import WordsForm
from kushiro_yearbook.locales.keys import Key, key_words
from kushiro_yearbook.model import DepartmentForm, EditionForm, PartForm, YearbookForm
from kushiro_yearbook.registers import Registers
from kushiro_yearbook.sections import SectionForm
from kushiro_yearbook.shapes import SHAPES, SUGGESTIONS, Schema, refer, suggest


@dataclass(frozen=True)
class ContentFile:
    """A kind of content file: the form that reads it, where such files stand, the keys that it must have."""

    form: type[BaseModel]
    pattern: str
    required: tuple[str, ...] = ()


# By the name of its schema. `names.csv` and the tables are CSV, which schemas do not describe.
FILES: Mapping[str, ContentFile] = {
    "yearbook": ContentFile(YearbookForm, "content/yearbook.yaml"),
    "edition": ContentFile(EditionForm, "content/*/edition.yaml"),
    "part": ContentFile(PartForm, "content/*/*/part.yaml"),
    "department": ContentFile(DepartmentForm, "content/*/*/*/department.yaml"),
    "section": ContentFile(SectionForm, "content/*/*/*/*-*.yaml", ("title",)),
    "measures": ContentFile(MeasuresForm, "content/measures.yaml"),
    "units": ContentFile(UnitsForm, "content/units.yaml"),
    "words": ContentFile(WordsForm, "content/theme/words.yaml"),
}

DRAFT = "http://json-schema.org/draft-07/schema#"
_REFERENCE = re.compile(r'"#/definitions/(\w+)"')


def schemas(registers: Registers) -> Mapping[str, Schema]:
    """The schema of each kind of file, by its own file's name, and what the registers propose to them."""
    found = {f"{name}.json": _whole(file) for name, file in FILES.items()}
    return {**found, SUGGESTIONS: _suggestions(registers)}


def editor_files(registers: Registers) -> Mapping[str, str]:
    """The files by which VS Code knows the content: settings, the extension that it needs, the schemas."""
    written = {f"schemas/{name}": schema for name, schema in schemas(registers).items()}
    settings = {".vscode/settings.json": SETTINGS, ".vscode/extensions.json": EXTENSIONS}
    return {path: as_json(value) for path, value in {**settings, **written}.items()}


def as_json(value: object) -> str:
    """JSON as it stands in a file, to be read and compared line by line."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


SETTINGS: Mapping[str, Any] = {
    "yaml.schemas": {f"./schemas/{name}.json": file.pattern for name, file in FILES.items()},
    # Nothing is asked of other sites, and what staff wrote keeps its form.
    "yaml.schemaStore.enable": False,
    "yaml.format.enable": False,
    "yaml.hoverSchemaSource": False,
    "files.encoding": "utf8",
    "files.eol": "\n",
    "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
}
EXTENSIONS: Mapping[str, Any] = {"recommendations": ["redhat.vscode-yaml"]}


def _whole(file: ContentFile) -> Schema:
    """The schema of a file with every definition that it needs."""
    root = {"type": "object", "allOf": [refer(file.form.__name__), *_needed(file.required)]}
    definitions: dict[str, Schema] = {}
    waiting = [file.form.__name__]
    while waiting:
        name = waiting.pop()
        if name not in definitions:
            definitions[name] = _definition(name)
            waiting += _REFERENCE.findall(json.dumps(definitions[name]))
    return {"$schema": DRAFT, **root, "definitions": dict(sorted(definitions.items()))}


@cache
def forms() -> Mapping[str, type[BaseModel]]:
    """Every form that a content file can hold, by its class's name."""
    found: dict[str, type[BaseModel]] = {}
    waiting: list[type[BaseModel]] = [file.form for file in FILES.values()]
    while waiting:
        form = waiting.pop()
        if form.__name__ not in found:
            found[form.__name__] = form
            waiting += [inner for field in form.model_fields.values() for inner in forms_in(_hint(field))]
    return found


def forms_in(hint: Any) -> Iterator[type[BaseModel]]:
    """The forms that a field's type speaks of."""
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        yield hint
    for part in get_args(hint):
        yield from forms_in(part)


def shape_of(hint: Any) -> str:
    """The name of the shape that a field's values have; empty for forms and lists of words."""
    marks = getattr(hint, "__metadata__", ())
    own = [mark.name for mark in marks if isinstance(mark, Shape)]
    inner = () if own or get_origin(hint) is dict else get_args(hint)
    return own[-1] if own else next(filter(None, map(shape_of, inner)), "")


def _hint(field: FieldInfo) -> Any:
    """A field's type with its marks, as the class declares it."""
    return Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation


def _definition(name: str) -> Schema:
    """The definition of a shape or form, with what it is for."""
    if name in SHAPES:
        words = key_words().shapes[name]
        return {**_shape(name), **_told(f"{words.name}：{words.ja}")}
    form = forms()[name]
    schema = _form(form) if issubclass(form, Form) else _schema(_hint(form.model_fields["root"]))
    return {**schema, **_told(key_words().forms[name].ja)}


def _shape(name: str) -> Schema:
    choices = key_words().shapes[name].choices
    if not choices:
        return SHAPES[name]
    return {"enum": list(choices), "enumDescriptions": [words.ja for words in choices.values()]}


def fields_of(name: str) -> Mapping[str, Any]:
    """The types of a form's fields, by their keys; none where it is a list, or a mapping with free keys."""
    form = forms()[name]
    fields = form.model_fields if issubclass(form, Form) else {}
    return {field.alias or key: _hint(field) for key, field in fields.items()}


def required_in(name: str) -> list[str]:
    """The keys that a form must have; a default that is itself validated only says what is missing."""
    fields = forms()[name].model_fields.items()
    return [field.alias or key for key, field in fields if field.is_required() or field.validate_default]


def _form(form: type[Form]) -> Schema:
    words = key_words().forms[form.__name__].keys
    hints = fields_of(form.__name__)
    own: Schema = {
        "type": "object",
        "properties": {
            key: {**_schema(hint), **_explained(key, words[key], shape_of(hint))}
            for key, hint in hints.items()
        },
        "additionalProperties": False,
    }
    needed = _needed(required_in(form.__name__))
    own |= {"allOf": needed} if needed else {}
    return _either(own, *(_resolved(_schema(hint)) for hint in form.short_forms))


def _needed(keys: Iterable[str]) -> list[Schema]:
    """The keys that must be there, one by one: the server's own words for it are English alone."""
    return [{"required": [key], "errorMessage": f"「{key}」を書いてください。"} for key in keys]


def _schema(hint: Any) -> Schema:
    """What a type lets into a file."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _marked(hint)
    if origin in (Union, UnionType):
        return _schema(next(part for part in arguments if part is not type(None)))
    if origin is tuple:
        return {"type": "array", "items": _schema(arguments[0])}
    if origin is dict:
        return {"type": "object", **_keys(arguments[0]), "additionalProperties": _schema(arguments[1])}
    if origin is Literal:
        # YAML takes "1" without quotes for a number.
        return {"enum": [value for word in arguments for value in _as_yaml_reads(word)]}
    return refer(hint.__name__)


def _as_yaml_reads(word: str) -> list[str | int]:
    return [int(word), word] if word.isdecimal() else [word]


def _marked(hint: Any) -> Schema:
    inner, *marks = get_args(hint)
    schema = refer(shape_of(hint)) if any(isinstance(mark, Shape) for mark in marks) else _schema(inner)
    for mark in marks:
        if least := getattr(mark, "min_length", None):
            schema["minItems"] = least
        if most := getattr(mark, "max_length", None):
            schema["maxItems"] = most
        if mark is MANY:
            schema = _either(_resolved(schema["items"]), schema)
    return schema


def _keys(hint: Any) -> Schema:
    """What the keys of a mapping may be: labels, proposed by their register, or words of a pattern."""
    shape = shape_of(hint)
    if shape == "label":
        return suggest("labels")
    return {"propertyNames": refer(shape)} if "pattern" in SHAPES[shape] else {}


def _resolved(schema: Schema) -> Schema:
    """What a reference stands for, without its explanation: it stands in another's place."""
    name = schema.get("$ref", "").rpartition("/")[2]
    if name in SHAPES:
        return _shape(name)
    return _form(forms()[name]) if name else schema  # type: ignore[arg-type]


def _either(*given: Schema) -> Schema:
    """One schema for all where their types differ, so that an editor names the mistake; else `anyOf`."""
    found: list[Schema] = []
    for schema in given:
        host = next((one for one in found if not _types(one) & _types(schema)), None)
        if host is None:
            found.append(dict(schema))
        else:
            both = {"type": [*_listed(host), *_listed(schema)]}
            if every := [*host.get("allOf", []), *schema.get("allOf", [])]:
                both["allOf"] = every
            host.update({**schema, **both})
    return found[0] if len(found) == 1 else {"anyOf": found}


def _listed(schema: Schema) -> list[str]:
    types = schema.get("type", [])
    return [types] if isinstance(types, str) else types


def _types(schema: Schema) -> set[str]:
    """The types of a schema; all of them where it does not say."""
    return set(_listed(schema)) or {"string", "number", "boolean", "array", "object"}


def _explained(key: str, words: Key, shape: str) -> Schema:
    """What a key is for, how its value is written, and an example."""
    written = key_words().shapes[shape] if shape else None
    parts = [words.ja, f"書き方（{written.name}）: {written.ja}" if written else ""]
    return _told("\n\n".join(filter(None, parts)), f"{key}: {words.example}")


def _told(words: str, example: str = "") -> Schema:
    """An explanation, plain and in Markdown; only what an editor shows, never what it fills in."""
    if not example:
        return {"description": words}
    return {"description": words, "markdownDescription": f"{words}\n\n例:\n\n```yaml\n{example}\n```"}


def _suggestions(registers: Registers) -> Schema:
    """The words of the registers, to be proposed; whatever else is written passes."""
    labels = {label: measure.translations.get("en", "") for label, measure in registers.measures.items()}
    units = {sign: unit.word("en") for sign, unit in registers.units.items()}
    names = {
        ja: "" if name.awaits_romanisation else name.translations.get("en", "")
        for ja, name in registers.names.items()
    }
    values = ["string", "number", "array", "object"]
    definitions = {
        "labels": {
            "properties": {label: {"type": values, "description": en} for label, en in labels.items()}
        },
        "label": _proposed(labels),
        "units": _proposed(units),
        "names": _proposed(names),
    }
    return {"$schema": DRAFT, "definitions": definitions}


def _proposed(words: Mapping[str, str]) -> Schema:
    snippets = [{"label": word, "body": word, "description": told} for word, told in words.items()]
    return {"defaultSnippets": snippets}
