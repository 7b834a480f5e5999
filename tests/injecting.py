"""Content into which somebody wrote what a browser or a template obeys, wherever it takes words."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import yaml

from kushiro_yearbook.pipeline import Checked, examine, make
from kushiro_yearbook.theme import Theme, program_folder

SPECIMEN = Path(__file__).parent / "specimen" / "content"

# Words that nothing obeys, but that no reader of a date, number or key takes.
HARMLESS = "zq'\"<>&zq"
PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<math><mi xlink:href='data:x,<script>alert(1)</script>'>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<style>*{}</style><link rel=stylesheet href=//e.example/x>",
    "</style><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script>",
    '"><b>x</b>',
    "' onfocus='alert(1)' autofocus='",
    '" onfocus="alert(1)" autofocus="',
    "` onfocus=alert(1) `",
    "{{ 7*7 }}",
    '{% include "base.html" %}',
    "${7*7} #{7*7} <%= 7*7 %>",
    "{: onclick=alert(1) style=color:red .x}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "[語](javascript:alert(1))",
    "[語](java\tscript:alert(1))",
    "[語](&#106;avascript:alert(1))",
    "[語](JaVaScRiPt&colon;alert(1))",
    "[語](data:text/html,<script>alert(1)</script>)",
    "[語](vbscript:alert(1))",
    "[語](//e.example/)",
    '[語](https://e.example/ "x\\" onclick=alert(1) y")',
    "<javascript:alert(1)>",
    "<javascript://e.example/%0aalert(1)>",
    "![語](x onerror=alert(1))",
)


# What takes no other words in any place, and is not even asked: ids and codes, dates and quantities.
TYPED = re.compile(r"[a-z0-9/.@-]+|.*[0-9]+[年月日件人名回組部分万番校].*")


class Place(NamedTuple):
    """Where words stand in the content: the file, and in it a cell or a stretch of its text."""

    path: str
    start: int
    end: int
    words: str


@cache
def sources() -> Mapping[str, str]:
    """The specimen's files that people write words into."""
    files = sorted(path for path in SPECIMEN.rglob("*") if path.suffix in (".yaml", ".csv", ".md"))
    return {path.relative_to(SPECIMEN).as_posix(): path.read_text("utf-8-sig") for path in files}


def places() -> Iterator[Place]:
    """Every scalar of the YAML files but the program's keys, every cell, the end of every Markdown file."""
    for path, text in sources().items():
        if path.endswith(".yaml"):
            yield from _scalars(path, text)
        elif path.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(text)))
            yield from (Place(path, r, c, cell) for r, row in enumerate(rows) for c, cell in enumerate(row))
        else:
            yield Place(path, len(text.rstrip()), len(text), text[len(text.rstrip()) :])


def _scalars(path: str, text: str) -> Iterator[Place]:
    waiting: list[Any] = [yaml.compose(text, Loader=yaml.SafeLoader)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.ScalarNode):
            yield Place(path, node.start_mark.index, node.end_mark.index, node.value)
        elif isinstance(node, yaml.MappingNode):
            waiting += [
                part for pair in node.value for part in pair if part is pair[1] or not part.value.isascii()
            ]
        else:
            waiting += node.value


def _is_the_towns(key: yaml.Node) -> bool:
    """Whether a key is a word of the town's, not one of the program's own."""
    return not str(key.value).isascii()


def injected(chosen: Iterable[Place], payload: str) -> Mapping[str, str]:
    """The content with a payload behind the words of each chosen place."""
    files = dict(sources())
    for place in sorted(chosen, reverse=True):
        text = files[place.path]
        if place.path.endswith(".csv"):
            files[place.path] = _with_cell(text, place, payload)
        else:
            new = _quoted(text, place, payload) if place.path.endswith(".yaml") else f"\n\n語 {payload}\n"
            files[place.path] = text[: place.start] + new + text[place.end :]
    return files


def _quoted(text: str, place: Place, payload: str) -> str:
    end = "\n" if text[place.start : place.end].endswith("\n") else ""
    return json.dumps(place.words + payload, ensure_ascii=False) + end


def _with_cell(text: str, place: Place, payload: str) -> str:
    rows = list(csv.reader(io.StringIO(text)))
    rows[place.start][place.end] += payload
    changed = io.StringIO()
    csv.writer(changed, lineterminator="\n").writerows(rows)
    return changed.getvalue()


@cache
def _workshop() -> TemporaryDirectory[str]:
    return TemporaryDirectory()


def read(files: Mapping[str, str]) -> Checked:
    """What the program finds in a content of these files."""
    content = Path(_workshop().name) / "content"
    if not content.exists():
        # Without the records, which every change of words would break.
        shutil.copytree(SPECIMEN, content, ignore=shutil.ignore_patterns("*.lock", "published.json"))
    changed = [path for path, text in files.items() if text != sources()[path]]
    try:
        for path in changed:
            (content / path).write_text(files[path], "utf-8", newline="\n")
        return examine(content)
    finally:
        for path in changed:
            shutil.copyfile(SPECIMEN / path, content / path)


@cache
def open_places() -> tuple[Place, ...]:
    """The places that take any words without an error."""
    asked = [place for place in places() if place.path == "units.yaml" or not TYPED.fullmatch(place.words)]
    return tuple(_open(asked))


def _open(asked: list[Place]) -> list[Place]:
    """Those of some places that are open: all at once where they are, else by halves."""
    if read(injected(asked, HARMLESS)).sound:
        return asked
    half = len(asked) // 2
    return [*_open(asked[:half]), *_open(asked[half:])] if half else []


def site(payload: str) -> Mapping[str, bytes]:
    """The site with a payload in every open place at once, even where faults would keep it unbuilt."""
    yearbook = read(injected(open_places(), payload)).yearbook
    assert yearbook is not None
    return make(yearbook, Theme(program_folder("templates"), program_folder("static"), fixed_names=True))
