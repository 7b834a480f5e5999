"""The theme: templates, styles and interface words, the program's with the town's own over them."""

from __future__ import annotations

import os
import re
import sys
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml
from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FunctionLoader,
    StrictUndefined,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup

from kushiro_yearbook.faults import Fault, Place
from kushiro_yearbook.filters import FILTERS
from kushiro_yearbook.load.sources import Source, Stamp, digest, find, stamped
from kushiro_yearbook.load.town_theme import NO_THEME, TownTheme
from kushiro_yearbook.outputs import combined
from kushiro_yearbook.prose import Prose
from kushiro_yearbook.quantities import near
from kushiro_yearbook.readings.lexicon import Lexicon
from kushiro_yearbook.readings.ruby import Readings
from kushiro_yearbook.text import LANGUAGES, NOTHING, Scope, Text, links_in

PACKAGE = Path(__file__).parent
# The template that says how a reading is shown.
RUBY = "parts/ruby.html"


def program_folder(name: str) -> Path:
    """A folder of the program's own: beside the package in a wheel, at the top of a checkout."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parents[1] / name


# Where the program has its templates, styles and words.
_OWN = ("templates", "static", "locales")


def program_stamps() -> Mapping[str, Stamp]:
    """The stamps of the program's own templates, styles and words."""
    return {
        f"{name}/{path}": stamp
        for name in _OWN
        for path, stamp in stamped(program_folder(name)).items()
        if not path.endswith((".py", ".pyc"))  # Python writes the latter when it likes
    }


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


@dataclass(frozen=True)
class Mark:
    """The small drawing that stands for the yearbook, as SVG, and its file name with a digest."""

    svg: bytes
    name: str


@dataclass(frozen=True)
class Script:
    """A script of the program's own, and its file name with a digest."""

    text: str
    name: str

    def encoded(self) -> bytes:
        """Its bytes."""
        return self.text.encode()


class TemplateFailed(Exception):
    """One of the town's own templates cannot make a page; the program's failing is a bug and stays one."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.words["problem"])
        self.fault = fault


class Theme:
    """Renders templates; nothing in it can be changed by one page for the next.

    What the town has of its own stands over the program's; a template of the program that the town replaces
    stays there under `program/`, to be extended.
    """

    def __init__(
        self, templates: Path, static: Path, town: TownTheme = NO_THEME, *, fixed_names: bool = False
    ) -> None:
        self.town = town
        self.style = read_style(static, self.town, fixed_name=fixed_names)
        self.mark = read_mark(static, fixed_name=fixed_names)
        self.start = read_script("start", [static / "js" / "start.js"], fixed_name=fixed_names)
        parts = sorted((static / "js" / "search").iterdir())
        self.search = read_script("search", parts, fixed_name=fixed_names)
        self._program_words = program_words()
        self.words = _with_own_words(self._program_words, self.town)
        self._program_templates = read_templates(templates)
        self._sources = _with_own_templates(self._program_templates, self.town)
        self._template_digests = {
            name: combined(with_references(name, self._sources)) for name in self._sources
        }
        self.environment = Environment(
            loader=FunctionLoader(self._template),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=compiled_templates(),
            auto_reload=False,  # a theme reads its templates once
        )
        # What stands in pages as JSON keeps its order and its letters; signs of markup are escaped.
        self.environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
        self.environment.filters.update(FILTERS)
        self._prose = Prose()
        self._converted: dict[tuple[Text, str], Markup] = {}
        self.environment.filters["prose"] = self._prose_filter()
        self._readings: dict[Lexicon, Readings] = {}

    def render(self, template: str, context: Mapping[str, Any]) -> bytes:
        """A page of the site; raises `TemplateFailed` where a template of the town's own fails."""
        try:
            return self.environment.get_template(template).render(context).encode()
        except Exception as error:
            place = self._own_place(error)
            if place is None:
                raise
            raise TemplateFailed(Fault(place, "X08", {"problem": str(error)})) from error

    def _own_place(self, error: BaseException) -> Place | None:
        """The line of the town's own templates where an error arose; None where none had a part in it."""
        own = {source.path: source for source in self.town.templates.values()}
        found = None
        trace = error.__traceback__
        while trace is not None:
            source = own.get(trace.tb_frame.f_code.co_filename)
            found = _line(source, trace.tb_lineno) if source else found
            trace = trace.tb_next
        return found

    def faults(self) -> Iterator[Fault]:
        """What is wrong with the town's own templates and words, before any page is made."""
        for name, source in self.town.templates.items():
            try:
                self.environment.compile(source.text, name, source.path)
            except TemplateSyntaxError as error:
                yield Fault(_line(source, error.lineno), "X02", {"problem": error.message or ""})
            yield from self._lost_references(name, source)
            yield from self._lost_blocks(source)
        yield from self._unused_templates()
        yield from self._strange_words()

    def _template(self, name: str) -> tuple[str, str, None] | None:
        """A template's text and the path that a traceback shows for it; Jinja asks by name."""
        if name not in self._sources:
            return None
        own = self.town.templates.get(name)
        return self._sources[name], own.path if own else f"templates/{name}", None

    def _lost_references(self, name: str, source: Source) -> Iterator[Fault]:
        for match in _REFERENCE.finditer(source.text):
            if match[1] == name:
                yield Fault(_at(source, match), "X09", {"name": name})
            elif not any(known.startswith(match[1]) for known in self._sources):
                words = {"name": match[1], "near": near(match[1], list(self._sources))}
                yield Fault(_at(source, match), "X03", words)

    def _lost_blocks(self, source: Source) -> Iterator[Fault]:
        """A block that fills none of what the template extends is never shown."""
        if "extends" not in source.text:
            return
        known = sorted({block for text in self._program_templates.values() for block in _BLOCK.findall(text)})
        for match in _BLOCK.finditer(source.text):
            if match[1] not in known:
                words = {"name": match[1], "near": near(match[1], known), "known": ", ".join(known)}
                yield Fault(_at(source, match), "X10", words)

    def _unused_templates(self) -> Iterator[Fault]:
        used = [name for text in self._sources.values() for name in _REFERENCE.findall(text)]
        for name, source in self.town.templates.items():
            if name not in self._program_templates and name not in used:
                found = near(name, list(self._program_templates))
                yield Fault(Place(source.path), "X04", {"name": name, "near": found})

    def _strange_words(self) -> Iterator[Fault]:
        for key, row in self.town.words.items():
            for language in LANGUAGES:
                known, own = self._program_words[language], getattr(row, language)
                if key not in known:
                    yield Fault(key.place, "X05", {"key": key, "near": near(key, list(known))})
                    break
                if own is not None and _gaps(own) != _gaps(known[key]):
                    yield Fault(own.place, "X06", {"value": own, "right": known[key]})

    def told(self, text: Text, language: str, scope: Scope) -> str:
        """A text's first paragraph or item in bare words; empty where it has neither."""
        html = self.prose({"language": language, "resolve": lambda _: None}, text, scope)
        first = _PARAGRAPH.search(html)
        return Markup(first[2]).striptags() if first else ""  # noqa: S704 – only to take its tags off

    def prose(self, context: Context | Mapping[str, Any], text: Text, scope: Scope = NOTHING) -> Markup:
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

    def readings(self, lexicon: Lexicon) -> Readings:
        """What puts readings over the kanji of pages; one for all pages, so that each text is read once."""
        if lexicon not in self._readings:
            self._readings.clear()  # one content at a time
            ruby = getattr(self.environment.get_template(RUBY).module, "ruby")  # noqa: B009 – Jinja's, unknown to mypy
            self._readings[lexicon] = Readings(lexicon.pieces, cache(ruby))
        return self._readings[lexicon]

    def template_digest(self, name: str) -> str:
        """A digest of a template with everything it includes."""
        return self._template_digests[name]

    @property
    def digest(self) -> str:
        """A digest of all that pages are made with besides their content: with equal ones, one theme does."""
        named = (part for name in sorted(self._sources) for part in (name, self._sources[name]))
        return combined([*named, self.program_digest])

    @cached_property
    def program_digest(self) -> str:
        """A digest of the program: its code and outlines, its words and its styles."""
        return combined(
            [
                _code_digest(),
                self.style.css,
                self.mark.name,
                self.start.text,
                self.search.text,
                str(self.words),
            ]
        )


def read_templates(folder: Path) -> Mapping[str, str]:
    """The templates of a folder by name; raises `OSError`, where a glob would pass over a folder."""
    return {path: (folder / path).read_text("utf-8") for path in find(folder)}


def _with_own_templates(program: Mapping[str, str], town: TownTheme) -> Mapping[str, str]:
    replaced = {f"program/{name}": program[name] for name in town.templates if name in program}
    return {**program, **replaced, **{name: source.text for name, source in town.templates.items()}}


def _with_own_words(
    program: Mapping[str, Mapping[str, str]], town: TownTheme
) -> Mapping[str, Mapping[str, str]]:
    own = {
        language: {
            str(key): str(word)
            for key, row in town.words.items()
            if (word := getattr(row, language)) is not None
        }
        for language in LANGUAGES
    }
    return {language: {**program[language], **own[language]} for language in LANGUAGES}


def _gaps(words: str) -> list[str]:
    """The gaps of interface words, in no order: languages place them as they need."""
    return sorted(re.findall(r"\{[a-z]*\}", words))


def _at(source: Source, match: re.Match[str]) -> Place:
    """Where the name stands that a template's tag gives."""
    before = source.text[: match.start(1)]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Place(source.path, line, column, len(match[1]))


def _line(source: Source, number: int) -> Place:
    """A whole line of a file, which is all that Jinja tells of where it stumbled."""
    line = source.text.split("\n")[number - 1]
    words = line.strip()
    return Place(source.path, number, line.index(words) + 1, max(1, len(words)))


_REFERENCE = re.compile(r'{%-?\s*(?:extends|include|import|from)\s+"([^"]+)"')


_PARAGRAPH = re.compile(r"<(p|li)>(.+?)</(?:p|li)>", re.DOTALL)


_BLOCK = re.compile(r"{%-?\s*block\s+(\w+)")


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
    return _Compiled(str(folder), "template-%s.cache")


class _Compiled(FileSystemBytecodeCache):
    """Keeps what the disk lets it: pages are made as well without."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a template's place, if it was kept."""
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, if that can be."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _can_be_written(folder: Path) -> bool:
    """Tried, not asked: of a folder, Windows says that it can be written even where it cannot."""
    probe = folder / f"template-{os.getpid()}.probe"
    try:
        probe.touch()
        probe.unlink()
    except OSError:
        return False
    return True


def read_style(folder: Path, town: TownTheme, *, fixed_name: bool) -> Style:
    """The style sheets of a folder and the town's in the order of their names, as one."""
    sheets = {
        path.name: path.read_text("utf-8") for path in (folder / "css").iterdir() if path.suffix == ".css"
    }
    sheets |= {name: source.text for name, source in town.styles.items()}
    css = "".join(sheets[name] for name in sorted(sheets))
    return Style(css, "style.css" if fixed_name else f"style.{digest(css.encode())[:10]}.css")


def read_mark(folder: Path, *, fixed_name: bool) -> Mark:
    """The mark in a folder."""
    svg = (folder / "mark.svg").read_bytes().strip()
    return Mark(svg, "mark.svg" if fixed_name else f"mark.{digest(svg)[:10]}.svg")


def read_script(name: str, parts: Iterable[Path], *, fixed_name: bool) -> Script:
    """The files of a script in their order, as one."""
    text = "".join(part.read_text("utf-8") for part in parts)
    return Script(text, f"{name}.js" if fixed_name else f"{name}.{digest(text.encode())[:10]}.js")


def program_words() -> Mapping[str, Mapping[str, str]]:
    """The interface words of the program by language and key."""
    return read_words(PACKAGE / "locales" / "words.yaml")


def read_words(path: Path) -> Mapping[str, Mapping[str, str]]:
    """The interface words by language; a word that lacks a language or its description is a bug."""
    rows = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    for key, row in rows.items():
        if set(row) != {"about", *languages_of_word(key)}:
            raise ValueError(f"{path.name}: {key}: {sorted(row)}")
    return {
        language: {key: row.get(language, row["en"]) for key, row in rows.items()} for language in LANGUAGES
    }


def languages_of_word(key: str) -> tuple[str, ...]:
    """The languages of an interface word: the summary of changes is no page, and speaks those of messages."""
    return ("ja", "en") if key.startswith("diff_") else LANGUAGES


@cache
def _code_digest() -> str:
    """Of the code, land outlines, results of tests and readings; the program cannot change while it runs."""
    files = (path for ending in ("py", "txt", "json", "csv") for path in sorted(PACKAGE.rglob(f"*.{ending}")))
    return combined(digest(path.read_bytes()) for path in files)
