"""Locales: the forms in which the site is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Locale:
    """A form of the site: `id` in addresses, `language` of its content, `name` in itself.

    `plain` is the locale whose pages it shows with readings, empty where it shows pages of its own.
    """

    id: str
    language: str
    name: str
    plain: str = ""


# The first is where the content's own language is shown; `x-default` is the choice between them.
LOCALES: tuple[Locale, ...] = (
    Locale("ja", "ja", "日本語"),
    Locale("furigana", "ja", "ふりがな", plain="ja"),
    Locale("en", "en", "English"),
)


def locales_in(languages: Iterable[str], *, furigana: bool) -> tuple[Locale, ...]:
    """The locales that show content in some languages, in their own order, with readings or without."""
    chosen = set(languages)
    return tuple(locale for locale in LOCALES if locale.language in chosen and (furigana or not locale.plain))


def plain_of(locales: Iterable[Locale]) -> tuple[Locale, ...]:
    """The locales that have pages of their own: one for each language."""
    return tuple(locale for locale in locales if not locale.plain)
