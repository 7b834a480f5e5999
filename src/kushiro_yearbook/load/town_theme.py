"""The town's own theme: templates, styles and interface words that it lays over the program's."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kushiro_yearbook.faults import Fault, Place
from kushiro_yearbook.forms import Form, Rows, ScalarField
from kushiro_yearbook.load.sources import Source, find, read
from kushiro_yearbook.load.validate import validate
from kushiro_yearbook.load.yaml_reader import read_yaml
from kushiro_yearbook.registers import Registers

THEME = "theme"
TEMPLATES, STYLES, WORDS = f"{THEME}/templates/", f"{THEME}/static/css/", f"{THEME}/words.yaml"

# What would ask something of another site, or end the style sheet inside the page that carries it.
_OUTWARD = re.compile(r"@import|url\(\s*[\"']?\s*(?:[a-z]+:)?//|</", re.IGNORECASE)


class WordForm(Form):
    """An interface word in the languages that the town changes."""

    ja: ScalarField | None = None
    en: ScalarField | None = None


class WordsForm(Rows):
    """`theme/words.yaml`: interface words by the program's key."""

    root: dict[ScalarField, WordForm]


@dataclass(frozen=True)
class TownTheme:
    """What a town lays over the program's theme; empty without `content/theme/`.

    Templates by the name they are known by (`parts/notes.html`), styles by their file's name.
    """

    templates: Mapping[str, Source] = field(default_factory=dict)
    styles: Mapping[str, Source] = field(default_factory=dict)
    words: Mapping[ScalarField, WordForm] = field(default_factory=dict)


NO_THEME = TownTheme()


def read_town_theme(folder: Path) -> tuple[TownTheme, Mapping[str, Source], list[Fault]]:
    """The theme of a content folder, its sources by path below that folder, and the faults met."""
    if (folder / THEME).is_symlink():
        return NO_THEME, {}, [Fault(Place(THEME), "I02")]
    files = {path: read(folder, path) for path in _paths(folder)}
    faults = [fault for _, found in files.values() for fault in found]
    faults += [Fault(Place(path), "X01", {"name": path}) for path in files if not _has_place(path)]
    sources = {path: source for path, (source, _) in files.items() if source is not None}
    sound = {path: source for path, source in sources.items() if not files[path][1]}
    styles = _below(STYLES, sound)
    faults += [fault for source in styles.values() for fault in (*_outward(source), *_unbalanced(source))]
    words, word_faults = _words(sound.get(WORDS))
    return TownTheme(_below(TEMPLATES, sound), styles, words), sources, [*faults, *word_faults]


def _paths(folder: Path) -> list[str]:
    # Not `is_dir`: to a disk that fails it may say no, and the site would lose its theme.
    try:
        is_there = stat.S_ISDIR((folder / THEME).lstat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [f"{THEME}/{path}" for path in find(folder / THEME)] if is_there else []


def _has_place(path: str) -> bool:
    style = path.startswith(STYLES) and path.endswith(".css") and "/" not in path.removeprefix(STYLES)
    return path == WORDS or path.startswith(TEMPLATES) or style


def _below(folder: str, sources: Mapping[str, Source]) -> dict[str, Source]:
    return {
        path.removeprefix(folder): source
        for path, source in sources.items()
        if path.startswith(folder) and _has_place(path)
    }


def _outward(source: Source) -> Iterator[Fault]:
    """The first of a line: an `@import` with its `url(…)` is one mistake."""
    for number, line in enumerate(source.text.split("\n"), start=1):
        if match := _OUTWARD.search(line):
            place = Place(source.path, number, match.start() + 1, len(match[0]))
            yield Fault(place, "X07", {"value": match[0]})


# What a brace in it is no part of the style sheet's order.
_SAID = re.compile(r"/\*.*?\*/|\"[^\"\n]*\"|'[^'\n]*'", re.DOTALL)


def _unbalanced(source: Source) -> Iterator[Fault]:
    """One brace too many or too few can take the styles after it with it."""
    bare = _SAID.sub(lambda said: re.sub(r"[^\n]", " ", said[0]), source.text)
    waiting: list[int] = []
    for match in re.finditer("[{}]", bare):
        if match[0] == "{":
            waiting.append(match.start())
        elif waiting:
            waiting.pop()
        else:
            waiting = [match.start()]
            break
    if waiting:
        before = bare[: waiting[0]]
        place = Place(source.path, before.count("\n") + 1, len(before) - before.rfind("\n"))
        yield Fault(place, "X11", {"sign": bare[waiting[0]]})


def _words(source: Source | None) -> tuple[Mapping[ScalarField, WordForm], list[Fault]]:
    if source is None:
        return {}, []
    tree, faults = read_yaml(source.text, source.path)
    if tree is None:
        return {}, faults
    form, more = validate(WordsForm, tree, Registers())
    return (form.root if form else {}), [*faults, *more]
