"""The theme: templates, styles and interface words, and the filters that templates use."""

from __future__ import annotations

import os
import re
import sys
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml
from jinja2 import DictLoader, Environment, FileSystemBytecodeCache, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from kushiro_yearbook import phrases
from kushiro_yearbook.addresses import Address, asset, relative
from kushiro_yearbook.blocks.base import in_words
from kushiro_yearbook.blocks.figures import Figure
from kushiro_yearbook.blocks.partners import Partner
from kushiro_yearbook.eras import Day
from kushiro_yearbook.inline import Run, Runs, around, plain
from kushiro_yearbook.load.sources import digest
from kushiro_yearbook.model import Section
from kushiro_yearbook.outputs import combined
from kushiro_yearbook.prose import Prose
from kushiro_yearbook.text import LANGUAGES, NOTHING, Scope, Text, Value, links_in, sentence_case

PACKAGE = Path(__file__).parent


def program_folder(name: str) -> Path:
    """A folder of the program's own: beside the package in a wheel, at the top of a checkout."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parents[1] / name


@dataclass(frozen=True)
class Style:
    """The one style sheet: its words, its file name with a digest, and its hash for a policy."""

    css: str
    name: str

    @property
    def policy_hash(self) -> str:
        """How a content security policy names it when it stands inside a page."""
        return "sha256-" + b64encode(sha256(self.css.encode()).digest()).decode()

    @property
    def inline(self) -> Markup:
        """The style sheet to stand inside a page; it is the program's own text."""
        return Markup(self.css)  # noqa: S704 – the program's own text


class Theme:
    """Renders templates; nothing in it can be changed by one page for the next."""

    def __init__(self, templates: Path, static: Path, *, fixed_names: bool = False) -> None:
        self.style = read_style(static, fixed_name=fixed_names)
        self.words = read_words(PACKAGE / "locales" / "words.yaml")
        sources = read_templates(templates)
        self._template_digests = {name: combined(with_references(name, sources)) for name in sources}
        self.environment = Environment(
            loader=DictLoader(sources),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=compiled_templates(),
        )
        self.environment.filters.update(FILTERS)
        self._prose = Prose()
        self._converted: dict[tuple[Text, str], Markup] = {}
        self.environment.filters["prose"] = self._prose_filter()

    def render(self, template: str, context: Mapping[str, Any]) -> bytes:
        """A page of the site."""
        return self.environment.get_template(template).render(context).encode()

    def prose(self, context: Context, text: Text, scope: Scope = NOTHING) -> Markup:
        """A text's Markdown in the page's language; Japanese, marked so, where there is no other."""
        language = context["language"] if text.speaks(context["language"]) else "ja"
        words = text.words(language)
        if links_in(words):
            return Markup(self._prose.html(words, language, scope, context["resolve"]))  # noqa: S704 – cleaned
        # Without links it is the same on every page, and most texts stand on three.
        known = self._converted.get((text, language))
        if known is None:
            known = Markup(self._prose.html(words, language, scope))  # noqa: S704 – cleaned
            self._converted[text, language] = known
        return known

    def _prose_filter(self) -> Callable[..., Markup]:
        """`prose` as a filter; a method itself cannot carry Jinja's mark."""

        @pass_context
        def prose(context: Context, text: Text, scope: Scope = NOTHING) -> Markup:
            return self.prose(context, text, scope)

        return prose

    def template_digest(self, name: str) -> str:
        """A digest of a template with everything it includes."""
        return self._template_digests[name]

    def program_digest(self) -> str:
        """A digest of the program: its code, its words and its styles."""
        return combined([_code_digest(), self.style.css, str(self.words)])


def read_templates(folder: Path) -> Mapping[str, str]:
    """The templates of a folder by name."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


_REFERENCE = re.compile(r'{%-?\s*(?:extends|include|import|from)\s+"([^"]+)"')


def with_references(name: str, templates: Mapping[str, str]) -> Iterator[str]:
    """A template and all it names, each once; one named by `"blocks/" ~ name` can be any of that folder."""
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current not in seen:
            seen.add(current)
            for reference in _REFERENCE.findall(templates[current]):
                whole = reference in templates
                waiting += [reference] if whole else [n for n in templates if n.startswith(reference)]
            yield templates[current]


def compiled_templates() -> FileSystemBytecodeCache | None:
    """Compiled templates where Python keeps compiled modules; none where Python may not write either.

    Each is checked against its source before it is used, so nothing but time depends on them.
    """
    folder = PACKAGE / "__pycache__"
    if sys.dont_write_bytecode or not _can_be_written(folder):
        return None
    return FileSystemBytecodeCache(str(folder), "template-%s.cache")


def _can_be_written(folder: Path) -> bool:
    """Tried, not asked: of a folder, Windows says that it can be written even where it cannot."""
    probe = folder / f"template-{os.getpid()}.probe"
    try:
        probe.touch()
        probe.unlink()
    except OSError:
        return False
    return True


def read_style(folder: Path, *, fixed_name: bool) -> Style:
    """The style sheets of a folder in the order of their names, as one."""
    css = "".join(path.read_text("utf-8") for path in sorted((folder / "css").glob("*.css")))
    return Style(css, "style.css" if fixed_name else f"style.{digest(css.encode())[:10]}.css")


def read_words(path: Path) -> Mapping[str, Mapping[str, str]]:
    """The interface words by language; a word that lacks a language or its description is a bug."""
    rows = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    for key, row in rows.items():
        if set(row) != {"about", *LANGUAGES}:
            raise ValueError(f"{path.name}: {key}: {sorted(row)}")
    return {language: {key: row[language] for key, row in rows.items()} for language in LANGUAGES}


@cache
def _code_digest() -> str:
    """The program cannot change while it runs."""
    return combined(digest(path.read_bytes()) for path in sorted(PACKAGE.rglob("*.py")))


@pass_context
def _runs(context: Context, value: Value | Text, scope: Scope = NOTHING) -> Runs:
    """What a value says in the page's language."""
    if isinstance(value, Text):
        return value.runs(context["language"], scope)
    return value.runs(context["language"])


@pass_context
def _heading(context: Context, section: Section) -> Runs:
    return phrases.heading(section, context["language"])


@pass_context
def _full_heading(context: Context, section: Section) -> Runs:
    return phrases.full_heading(section, context["language"], context["words"])


@pass_context
def _qualifiers(context: Context, section: Section) -> list[Runs]:
    return phrases.qualifiers(section, context["language"], context["words"])


@pass_context
def _figure(context: Context, value: Figure) -> Runs:
    return phrases.figure(value, context["language"], context["words"])


@pass_context
def _beside_label(context: Context, value: Any) -> Runs:
    return tuple(value.beside_label(context["language"]))


@pass_context
def _capital(context: Context, runs: Runs) -> Runs:
    """A cell or heading begins with a capital in English."""
    return sentence_case(runs) if context["language"] == "en" else runs


@pass_context
def _both_calendars(context: Context, day: Day) -> Runs:
    return day.runs(context["language"], both=True)


@pass_context
def _in_words(context: Context, names: Iterable[Text]) -> Runs:
    """Names as a list in a sentence."""
    return in_words([name.runs(context["language"]) for name in names], context["language"])


@pass_context
def _where(context: Context, partner: Partner) -> Runs:
    return partner.where(context["language"])


@pass_context
def _asset(context: Context, name: str) -> str:
    return relative(asset(name), context["page"].address)


@pass_context
def _link(context: Context, to: Address) -> str:
    return relative(to, context["page"].address)


def _within(pattern: str, value: Runs | str) -> Runs:
    """Interface words with their gap filled."""
    return around(pattern, (Run(value),) if isinstance(value, str) else value)


FILTERS = {
    "runs": _runs,
    "heading": _heading,
    "full_heading": _full_heading,
    "qualifiers": _qualifiers,
    "figure": _figure,
    "beside_label": _beside_label,
    "capital": _capital,
    "link": _link,
    "within": _within,
    "plain": plain,
    "both_calendars": _both_calendars,
    "in_words": _in_words,
    "where": _where,
    "asset": _asset,
}
