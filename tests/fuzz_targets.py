"""What tests and `scripts/fuzz` feed with bytes: each target reads them, and fails where a promise breaks."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

from kushiro_yearbook.date_reader import parse
from kushiro_yearbook.faults import Fault, Place, Refused
from kushiro_yearbook.inline import plain
from kushiro_yearbook.listing import LISTS
from kushiro_yearbook.load.csv_reader import read_csv
from kushiro_yearbook.load.registers import NAMES, load_registers
from kushiro_yearbook.load.sources import Source, decode
from kushiro_yearbook.load.yaml_reader import read_yaml
from kushiro_yearbook.pipeline import Checked, examine, make
from kushiro_yearbook.prose import ATTRIBUTES, TAGS, Prose
from kushiro_yearbook.quantities import Status, Unit, grouped, parse_cell, parse_quantity
from kushiro_yearbook.report import report
from kushiro_yearbook.text import SCHEMES, Scope, alike, links_in
from kushiro_yearbook.theme import Theme, program_folder

SPECIMEN = Path(__file__).parent / "specimen" / "content"
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Target:
    """`run` raises whatever a mistake of the program raises; `seeds` are what a search starts from.

    `share` is how much of the time it gets: what takes longer needs more.
    """

    run: Callable[[bytes], None]
    seeds: Callable[[], Iterable[bytes]]
    share: int = 1


def _words(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _told(faults: Iterable[Fault], *sources: Source) -> None:
    """Every fault can be told in both languages."""
    found, by_path = list(faults), {source.path: source for source in sources}
    for language in ("ja", "en"):
        assert bool(found) == bool(report(found, by_path, "content", language, {}))


def _text(data: bytes, path: str) -> Source | None:
    """The text of a file as the loader gets it; None where it cannot be text."""
    text, faults = decode(data, path)
    _told(faults, *([Source(path, text, "")] if text is not None else []))
    assert text is not None or faults
    return Source(path, text, "") if text is not None and not faults else None


def yaml(data: bytes) -> None:
    """Any file is a mapping, or faults say why not."""
    if source := _text(data, "a.yaml"):
        found, faults = read_yaml(source.text, source.path)
        _told(faults, source)
        assert found is not None or faults


def csv(data: bytes) -> None:
    """Any file is rows as long as their header, or faults say why not."""
    if source := _text(data, "a.csv"):
        found, faults = read_csv(source.text, source.path)
        _told(faults, source)
        assert found is not None or faults
        assert found is None or {len(found.header)} >= {len(record) for record in found.records}


def dates(data: bytes) -> None:
    """Any words are a date that is read as it is printed, or the spelling they are sent to is one."""
    try:
        when = parse(_words(data))
    except Refused as refused:
        _told([Fault(Place("a.yaml"), refused.code, refused.words)])
        if right := refused.words.get("right"):
            parse(right)
        return
    assert plain(when.runs("en"))
    assert when == parse(plain(when.runs("ja")))


UNITS = {
    unit.sign: unit
    for unit in (
        Unit("人", "person", "person", "people"),
        Unit("円", "JPY", prefix="¥"),
        Unit("万石", "koku", "koku", "koku", factor=parse_quantity("1人", {"人": Unit("人", "")}).value),
        Unit("ページ", "page", "page", "pages"),
    )
}


def quantities(data: bytes) -> None:
    """Any words are a quantity, a cell, both or neither; what is read is read again as it is printed."""
    words = _words(data)
    try:
        quantity = parse_quantity(words, UNITS)
    except Refused as refused:
        _told([Fault(Place("a.yaml"), refused.code, refused.words)])
    else:
        assert plain(quantity.runs("en"))
        assert quantity == parse_quantity(plain(quantity.runs("ja")), UNITS)
    try:
        cell = parse_cell(words)
    except Refused as refused:
        _told([Fault(Place("a.yaml"), refused.code, refused.words)])
        if refused.code == "Q05" and refused.words["right"]:
            parse_cell(refused.words["right"])
    else:
        assert isinstance(cell, Status) or cell == parse_cell(grouped(cell).replace(",", ""))


SCOPE: Scope = {"策定": parse("令和7年5月1日"), "期間": parse("令和7年7月28日～30日")}
PLACES = {"planning/surveys#census": "../planning/surveys.html#census"}


class _Tags(HTMLParser):
    """The elements of a page, each with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep it."""
        self.found.append((tag, dict(attrs)))


@cache
def _prose() -> Prose:
    return Prose()


def prose(data: bytes) -> None:
    """Any words are shown with nothing but known elements, and with links that lead where they may."""
    words = _words(data)
    links_in(words)
    alike(words, Place("a.yaml")).runs("en", SCOPE)
    for tag, attributes in _Tags(_prose().html(words, "ja", SCOPE, PLACES.get)).found:
        assert tag in TAGS
        assert set(attributes) <= ATTRIBUTES.get(tag, set())
        href = attributes.get("href")
        assert href is None or href in PLACES.values() or href.startswith(SCHEMES)


def names(data: bytes) -> None:
    """Any file is a register of names, or faults say why not."""
    if source := _text(data, NAMES):
        registers, faults = load_registers({NAMES: source})
        _told(faults, source)
        assert registers.names or faults or source.text.strip().count("\n") == 0


@cache
def _workshop() -> tuple[TemporaryDirectory[str], Path, Theme]:
    """A copy of the specimen to break, and the theme to build it with."""
    folder = TemporaryDirectory()
    content = Path(shutil.copytree(SPECIMEN, Path(folder.name) / "content"))
    return folder, content, Theme(program_folder("templates"), program_folder("static"))


FILES = sorted(path.relative_to(SPECIMEN).as_posix() for path in SPECIMEN.rglob("*") if path.is_file())


def folder(data: bytes) -> None:
    """With any bytes in one of its files (the first names which), a yearbook is built or has faults."""
    if not data:
        return
    _, content, theme = _workshop()
    file = content / FILES[data[0] % len(FILES)]
    sound = file.read_bytes()
    try:
        file.write_bytes(data[1:])
        _whole(examine(content), theme)
    finally:
        file.write_bytes(sound)


def _whole(checked: Checked, theme: Theme) -> None:
    _told(checked.faults, *checked.sources.values())
    assert checked.yearbook is not None or checked.faults
    if checked.yearbook is not None and checked.sound:
        assert make(checked.yearbook, theme)
        for list_ in LISTS.values():
            assert list(list_(checked.yearbook, "en"))


def _typed() -> Iterator[bytes]:
    """What clerks type as values: every scalar of the specimen and of the broken cases."""
    for path in sorted([*SPECIMEN.rglob("*.yaml"), *(HERE / "broken").rglob("*.yaml")]):
        found = re.findall(
            r"(?::|-|,|\[|「) *\"?([^\s:{}\[\],\"]+)", path.read_bytes().decode("utf-8", "replace")
        )
        yield from (word.encode() for word in dict.fromkeys(found))


def _files(*patterns: str) -> Iterator[bytes]:
    for top in (SPECIMEN, HERE / "broken"):
        for pattern in patterns:
            yield from (path.read_bytes() for path in sorted(top.rglob(pattern)))


def _by_file() -> Iterator[bytes]:
    yield from (bytes([number]) + (SPECIMEN / path).read_bytes() for number, path in enumerate(FILES))


# Every target by its name; what was found once stands in `finds/<name>/` and is tried again by the tests.
TARGETS: dict[str, Target] = {
    "yaml": Target(yaml, lambda: _files("*.yaml")),
    "csv": Target(csv, lambda: _files("*.csv")),
    "dates": Target(dates, _typed),
    "quantities": Target(quantities, _typed),
    "prose": Target(prose, lambda: _files("*.md", "02-plan.yaml")),
    "names": Target(names, lambda: _files("names.csv")),
    "folder": Target(folder, _by_file, share=4),
}
