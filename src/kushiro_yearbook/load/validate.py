"""From a tree to a form: pydantic reads it, and each of its complaints becomes a fault with its place."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from kushiro_yearbook.faults import Fault, Place, Refused, Related, foremost
from kushiro_yearbook.quantities import near
from kushiro_yearbook.tree import Mapping, Scalar, Sequence, Tree
from kushiro_yearbook.wordings.glosses import choices

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from kushiro_yearbook.registers import Registers

FormType = TypeVar("FormType", bound=BaseModel)


def validate(form: type[FormType], tree: Tree, registers: Registers) -> tuple[FormType | None, list[Fault]]:
    """The form a tree fills in, or every fault that keeps it from one."""
    try:
        return form.model_validate(tree, context=registers), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, _without_echoes(foremost(_fault(detail, tree, form) for detail in details))


def _without_echoes(faults: list[Fault]) -> list[Fault]:
    """A value that a comma has cut is one mistake, though both its pieces are wrong; so is one read twice."""
    cut = {fault.place[:2] for fault in faults if fault.code in ("Y10", "Y11", "Y14")}
    once = {fault.order: fault for fault in faults}.values()  # a row's heading is its label as well
    faults = [f for f in once if f.place[:2] not in cut or f.code not in ("Q01", "Q03", "Q05", "B03", "S05")]
    # What an item that is missing in another leaves of that.
    short = {outer.place[:2] for fault in faults for outer in fault.related if outer.role == "outer"}
    faults = [fault for fault in faults if fault.code not in ("B02", "S04") or fault.place[:2] not in short]
    headings = [fault for fault in faults if fault.words.get("corner")]  # of one column
    return _unsaid_once([fault for fault in faults if fault not in headings[1:]])


def _unsaid_once(faults: list[Fault]) -> list[Fault]:
    """The faults, those of an image that says nothing of itself as one."""
    unsaid: dict[Place, list[Fault]] = {}
    for fault in (fault for fault in faults if fault.code == "M09"):
        unsaid.setdefault(fault.place, []).append(fault)
    joined = [
        replace(first, words={**first.words, "other": others[0].words["key"] if others else ""})
        for first, *others in unsaid.values()
    ]
    return [*(fault for fault in faults if fault.code != "M09"), *joined]


def _fault(detail: ErrorDetails, tree: Tree, form: type[BaseModel]) -> Fault:
    way: list[tuple[Tree, int | str]] = []
    node = tree
    for step in detail["loc"]:
        below = _step(node, step)
        if below is not None:
            way.append((node, step))
            node = below
    refused = detail.get("ctx", {}).get("error")
    if isinstance(refused, Refused):
        return _refusal(refused, node, way)
    return _complaint(detail, node, way[-1][0] if way else tree, form)


def _step(node: Tree, step: int | str) -> Tree | None:
    """One step of pydantic's way down; None for steps that the file does not have (aliases, union tags)."""
    if isinstance(node, Mapping):
        if isinstance(step, int):
            values = list(node.values())
            return values[step] if step < len(values) else None
        return node.get(step)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
        return node[step]
    return None


def _refusal(refused: Refused, node: Tree, way: list[tuple[Tree, int | str]]) -> Fault:
    cut = _cut_by_comma(refused, way) or _cut_in_row(refused, node, way)
    if cut is not None:
        return cut
    words = dict(refused.words)
    if not _begins_row(way):
        words.pop("corner", None)
    place = refused.place or node.place
    if refused.width:
        place = place._replace(column=place.column + refused.offset, width=refused.width)
    elif refused.place is None and not isinstance(node, Scalar):
        place = _key_above(way) or place
    return Fault(place, refused.code, words)


def _begins_row(way: list[tuple[Tree, int | str]]) -> bool:
    """Whether a cell is the first of a row without a heading, where a heading may have been meant."""
    headed = any(isinstance(node, Mapping) and isinstance(step, int) for node, step in way)
    return not headed and bool(way) and isinstance(way[-1][0], Sequence) and way[-1][1] == 0


def _key_above(way: list[tuple[Tree, int | str]]) -> Place | None:
    """For a fault of a whole list or mapping, the key it stands under."""
    parent, step = way[-1] if way else (None, "")
    return parent.place_of_key(step) if isinstance(parent, Mapping) and isinstance(step, str) else None


_REST = re.compile(r"[0-9]{3}(?:[^0-9].*)?")


def _cut_by_comma(refused: Refused, way: list[tuple[Tree, int | str]]) -> Fault | None:
    """`[1,525組]` is two values to YAML: `1`, which lacks its unit, and `525組`."""
    parent, step = way[-1] if way else (None, "")
    if (
        refused.code != "Q03"
        or not isinstance(parent, Sequence)
        or not parent.flow
        or not isinstance(step, int)
    ):
        return None
    value, rest = parent[step], parent[step + 1] if step + 1 < len(parent) else None
    if not isinstance(value, Scalar) or not isinstance(rest, Scalar) or not _REST.fullmatch(rest):
        return None
    return Fault(value.place, "Y11", {"value": value, "rest": rest})


def _cut_in_row(refused: Refused, node: Tree, way: list[tuple[Tree, int | str]]) -> Fault | None:
    """`[1,234, 5]` is three cells to YAML; a comma that separates has a space after it."""
    parent, step = way[-1] if way else (None, "")
    if refused.code == "Q05" and isinstance(parent, Sequence) and isinstance(step, int):
        return _joined_number(parent[max(0, step - 1) : step + 1]) if parent.flow else None
    if refused.code == "B03" and isinstance(node, Mapping):
        rows = node.get("rows")
        found = (
            list(rows.values() if isinstance(rows, Mapping) else rows)
            if rows and not isinstance(rows, Scalar)
            else []
        )
        cells = next((row for row in found if row.place == refused.place), None)
        return _joined_number(cells) if isinstance(cells, Sequence) and cells.flow else None
    return None


def _joined_number(cells: list[Tree]) -> Fault | None:
    """The first number among neighbouring cells that commas seem to have cut."""
    for value, rest in pairwise(cell for cell in cells if isinstance(cell, Scalar)):
        adjacent = value.place.column + value.place.width + 1 == rest.place.column
        if adjacent and re.fullmatch("[1-9][0-9]{0,2}", value) and _REST.fullmatch(rest):
            words = {"value": value, "rest": rest, "right": value + rest[:3]}
            return Fault(value.place._replace(width=len(value) + 1 + len(rest)), "Y14", words)
    return None


# What pydantic calls the mistakes that a form can hold, and the fault each becomes.
COMPLAINTS = {
    "missing": "S02",
    "tuple_type": "S03",
    "list_type": "S03",
    "dict_type": "S04",
    "model_type": "S04",
    "model_attributes_type": "S04",
    "string_type": "S05",
    "literal_error": "S06",
    "too_short": "S09",
    "too_long": "S09",
}


def _complaint(detail: ErrorDetails, node: Tree, parent: Tree, form: type[BaseModel]) -> Fault:
    kind, key = detail["type"], str(detail["loc"][-1]) if detail["loc"] else ""
    if kind == "extra_forbidden":
        return _unknown_key(key, node, parent, _form_at(form, detail["loc"][:-1]))
    code = COMPLAINTS.get(kind, "S10")
    words = {"key": key, "value": str(node) if isinstance(node, Scalar) else "", "problem": detail["msg"]}
    context = detail.get("ctx", {})
    expected = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
    return Fault(node.place, code, words | choices(words["value"], expected.split(", ")))


def _unknown_key(key: str, node: Tree, parent: Tree, form: type[BaseModel] | None) -> Fault:
    mapping = parent if isinstance(parent, Mapping) else node
    place = mapping.place_of_key(key) if isinstance(mapping, Mapping) else node.place
    flow = isinstance(mapping, Mapping) and mapping.flow and mapping.get(key) == ""
    over = _belongs_under(key, mapping, form) if form and isinstance(mapping, Mapping) else ""
    if over and isinstance(mapping, Mapping):
        return Fault(
            place, "S01", {"key": key, "over": over}, (Related(mapping.place_of_key(over), "outer"),)
        )
    known = keys_of(form) if form else []
    found = nearest_key(key, known)
    words = {"key": key, "near": found, "known": "" if found else ", ".join(known)}
    return Fault(place, "Y10" if flow else "S01", words)


def _belongs_under(key: str, mapping: Mapping, form: type[BaseModel]) -> str:
    """The last key before an unknown one under which it is known: it was indented too little."""
    before = list(mapping)[: list(mapping).index(key)] if key in mapping and not mapping.flow else []
    found = (other for other in reversed(before) if key in _keys_below(form, other))
    return next(found, "")


def _keys_below(form: type[BaseModel], key: str) -> list[str]:
    below = _form_at(form, (key,))
    return keys_of(below) if below and below is not form else []


# What people call the keys of a section.
KEYS_IN_JAPANESE = {
    "題名": "title",
    "題": "title",
    "タイトル": "title",
    "見出し": "title",
    "本文": "text",
    "文": "text",
    "日付": "dates",
    "数値": "figures",
    "表": "table",
    "注": "notes",
    "備考": "notes",
    "出典": "source",
    "年度": "year",
    "年": "year",
    "時点": "as_of",
    "名前": "name",
    "名称": "name",
    "氏名": "name",
}


def nearest_key(key: str, known: list[str]) -> str:
    """The key that was likely meant by an unknown one, or nothing."""
    meant = KEYS_IN_JAPANESE.get(key, "")
    return meant if meant in known else near(key, known)


def keys_of(form: type[BaseModel]) -> list[str]:
    """The keys that a form knows, as they are written."""
    return [field.alias or name for name, field in form.model_fields.items()]


def _form_at(form: Any, location: tuple[int | str, ...]) -> type[BaseModel] | None:
    """The form that a way leads to, through lists, mappings and optional fields."""
    current = form
    for step in location:
        current = _form_in(current, step)
    found = _forms_in(current)
    return found[0] if found else None


def _form_in(annotation: Any, step: int | str) -> Any:
    for form in _forms_in(annotation):
        fields = form.model_fields
        by_alias = {field.alias or name: field for name, field in fields.items()}
        if step in by_alias:
            return by_alias[str(step)].annotation
        if "root" in fields:
            return fields["root"].annotation
    return annotation


def _forms_in(annotation: Any) -> list[type[BaseModel]]:
    """The form classes an annotation speaks of: `Figure | None`, `tuple[Event, ...]`, `dict[…, Dating]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        root = annotation.model_fields.get("root")
        return _forms_in(root.annotation) if root else [annotation]
    inner = getattr(annotation, "__args__", ())
    return [form for part in inner for form in _forms_in(part)]
