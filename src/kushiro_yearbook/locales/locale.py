"""Locales: the forms in which the site is shown."""

from __future__ import annotations

from collections.abc import Iterable
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


def locales_in(languages: Iterable[str]) -> tuple[Locale, ...]:
    """The locales that show content in some languages, in their own order."""
    chosen = set(languages)
    return tuple(locale for locale in LOCALES if locale.language in chosen)
