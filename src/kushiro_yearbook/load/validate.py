"""From a tree to a form: pydantic reads it, and each of its complaints becomes a fault with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from kushiro_yearbook.faults import Fault, Refused
from kushiro_yearbook.quantities import near
from kushiro_yearbook.tree import Mapping, Scalar, Sequence, Tree

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
        return None, [_fault(detail, tree, form) for detail in details]


def _fault(detail: ErrorDetails, tree: Tree, form: type[BaseModel]) -> Fault:
    location, node, parent = detail["loc"], tree, tree
    for step in location:
        below = _step(node, step)
        if below is not None:
            parent, node = node, below
    refused = detail.get("ctx", {}).get("error")
    if isinstance(refused, Refused):
        return _refusal(refused, node)
    return _complaint(detail, node, parent, form)


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


def _refusal(refused: Refused, node: Tree) -> Fault:
    place = refused.place or node.place
    if refused.width:
        place = place._replace(column=place.column + refused.offset, width=refused.width)
    return Fault(place, refused.code, refused.words)


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
    words["allowed"] = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
    words["near"] = near(words["value"], words["allowed"].split(", ")) if words["value"] else ""
    return Fault(node.place, code, words)


def _unknown_key(key: str, node: Tree, parent: Tree, form: type[BaseModel] | None) -> Fault:
    mapping = parent if isinstance(parent, Mapping) else node
    place = mapping.place_of_key(key) if isinstance(mapping, Mapping) else node.place
    flow = isinstance(mapping, Mapping) and mapping.flow and mapping.get(key) == ""
    known = [field.alias or name for name, field in form.model_fields.items()] if form else []
    words = {"key": key, "near": near(key, known), "known": ", ".join(known)}
    return Fault(place, "Y10" if flow else "S01", words)


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
