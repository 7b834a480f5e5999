"""Locales: the forms in which the site is shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Locale:
    """A form of the site: `id` in addresses, `language` of its content, `name` in itself."""

    id: str
    language: str
    name: str


# The first is where the content's own language is shown; `x-default` is the choice between them.
LOCALES: tuple[Locale, ...] = (
    Locale("ja", "ja", "日本語"),
    Locale("en", "en", "English"),
)
