"""What the keys and values of content files are called and mean, for editors and the documentation."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict


class _Row(BaseModel):
    """Words in Japanese and English."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    ja: str
    en: str


class Key(_Row):
    """What a key is for; `example` is YAML that may stand after it."""

    example: str


class FormWords(_Row):
    """What a form is, and its keys by name."""

    keys: Mapping[str, Key] = {}


class ShapeWords(_Row):
    """How a value is written, with examples in YAML; `choices` are the words it can be."""

    name: str
    examples: tuple[str, ...] = ()
    choices: Mapping[str, _Row] = {}


class Words(BaseModel):
    """`keys.yaml`: forms and the shapes of values, by the names that the program gives them."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    shapes: Mapping[str, ShapeWords]
    forms: Mapping[str, FormWords]


@cache
def key_words() -> Words:
    """The words, read once."""
    return Words.model_validate(yaml.safe_load(Path(__file__).with_name("keys.yaml").read_text("utf-8")))
