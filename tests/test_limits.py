"""Limits: what is too long, too deep or too often wrong is told as such, and hostile text costs no time."""

from __future__ import annotations

import gc
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from kushiro_yearbook.date_reader import parse
from kushiro_yearbook.facts.english import english_facts
from kushiro_yearbook.facts.fact import Classes
from kushiro_yearbook.facts.japanese import japanese_facts
from kushiro_yearbook.faults import MOST_FAULTS, Fault, Place, Refused, foremost
from kushiro_yearbook.load.csv_reader import read_csv
from kushiro_yearbook.load.sources import decode
from kushiro_yearbook.load.yaml_reader import read_yaml
from kushiro_yearbook.pipeline import examine
from kushiro_yearbook.prose import Prose
from kushiro_yearbook.quantities import parse_cell, parse_quantity
from kushiro_yearbook.report import report
from kushiro_yearbook.rules.texts import DEEPEST, LONGEST_PARAGRAPH, LONGEST_TEXT, depth
from kushiro_yearbook.text import links_in
from tests.fuzz_targets import UNITS

BASE = Path(__file__).parent / "broken" / "base"
SECTION = "2026/01-general/01-planning/03-more"
HEAD = "title: {ja: 題, en: Title}\n"


def lay(folder: Path, files: Mapping[str, str]) -> Path:
    """The sound base with these files over it."""
    content = Path(shutil.copytree(BASE, folder / "content"))
    for path, text in files.items():
        (content / path).write_text(text, "utf-8", newline="\n")
    return content


def told(folder: Path, words: str) -> Counter[str]:
    """The codes of the faults of a section whose Japanese text is these words."""
    files = {f"{SECTION}.yaml": HEAD, f"{SECTION}.ja.md": words, f"{SECTION}.en.md": "Words\n"}
    return Counter(fault.code for fault in examine(lay(folder, files)).faults)


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("あ" * LONGEST_PARAGRAPH, []),
        ("あ" * (LONGEST_PARAGRAPH + 1), ["T15"]),
        ("- あいう\n" * (LONGEST_PARAGRAPH // 6), []),
        ("- あいう\n" * (LONGEST_PARAGRAPH // 6 + 1), ["T15"]),
        (("あ" * 99 + "\n\n") * (LONGEST_TEXT // 101), []),
        (("あ" * 99 + "\n\n") * (LONGEST_TEXT // 101 + 2), ["T14"]),
        ("1. - " * (DEEPEST // 2) + "あ", []),
        ("1. - " * (DEEPEST // 2) + "- あ", ["T16"]),
        ("> " * 3000 + "あ", ["T15"]),
    ],
)
def test_texts_have_limits(words: str, codes: list[str], tmp_path: Path) -> None:
    """A text, a paragraph and the nesting of lists may be so long or deep, and one more is a fault."""
    assert codes == list(told(tmp_path, words))


@pytest.mark.parametrize(
    ("words", "levels"),
    [
        ("", 0),
        ("あ - い > う", 0),
        ("-あ\n1.あ", 0),
        ("- あ", 1),
        ("あ\n  * あ", 1),
        ("    - あ", 2),
        ("> 1. あ", 2),
        ("\t\t+ あ", 3),
        ("                             あ", 0),
        (">>> あ", 3),
    ],
)
def test_depth_counts_signs_and_indentation(words: str, levels: int) -> None:
    """Each sign of a list or quotation at the beginning of a line is a level, and each indentation of one."""
    assert levels == depth(words)


def test_nesting_up_to_the_limit_is_shown() -> None:
    """What is allowed is no trouble for Markdown."""
    html = Prose().html("1. - > " * (DEEPEST // 3) + "- 深い", "ja")

    assert DEEPEST // 3 == html.count("<blockquote>")


def many(line: str) -> str:
    """A line more often than anybody reads, numbered where it has a gap."""
    return "".join(line.replace("#", str(number)) for number in range(MOST_FAULTS + 100))


MISTAKES = {
    "unseen characters": ({f"{SECTION}.yaml": HEAD + many("k#: \u200b\n")}, "I04"),
    "keys written twice": ({f"{SECTION}.yaml": HEAD + "figures:\n" + many("  人: 1人\n")}, "Y02"),
    "unknown keys": ({f"{SECTION}.yaml": HEAD + many("k#: 1\n")}, "S01"),
    "unknown citations": ({f"{SECTION}.ja.md": many("〔無#〕\n\n"), f"{SECTION}.yaml": HEAD}, "T04"),
    "ragged lines": ({"names.csv": (BASE / "names.csv").read_text("utf-8") + many("名#\n")}, "C06"),
    "unknown readings": (
        {"names.csv": (BASE / "names.csv").read_text("utf-8") + many("名#,,,,term,x,\n")},
        "S06",
    ),
    "unknown units": ({"measures.yaml": many("項目#: {id: a, en: A, unit: 匹}\n")}, "Q02"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistakes_without_end_are_told_to_a_limit(mistake: str, tmp_path: Path) -> None:
    """Of one mistake the first are told, then that there are more."""
    files, code = MISTAKES[mistake]
    checked = examine(lay(tmp_path, files))
    found = Counter(fault.code for fault in checked.faults)

    assert (MOST_FAULTS, 1) == (found[code], found["Y16"])
    assert "直すところが 200 か所より多い" in report(checked.faults, checked.sources, "content", "ja", {})


def test_as_many_mistakes_as_may_be_told_are_all() -> None:
    """At the limit nothing is left out, and nothing says so."""
    faults = [Fault(Place("a.yaml", line), "S07") for line in range(1, MOST_FAULTS + 1)]

    assert faults == foremost(faults)
    assert [*faults, "Y16"] == [*foremost([*faults, *faults])[:-1], foremost([*faults, *faults])[-1].code]


def quietly(reader: Callable[[str], object]) -> Callable[[str], None]:
    """A reader of which only the time matters."""

    def read(text: str) -> None:
        with suppress(Refused):
            reader(text)

    return read


def as_paragraphs(text: str) -> None:
    """Markdown that keeps to the limits."""
    cut = range(0, len(text), LONGEST_PARAGRAPH)
    words = "\n\n".join(text[start : start + LONGEST_PARAGRAPH] for start in cut)
    if depth(words) <= DEEPEST:
        Prose().html(words, "ja")


READERS: dict[str, Callable[[str], object]] = {
    "bytes": lambda text: report(decode(text.encode(), "a.csv")[1], {}, "content", "ja", {}),
    "yaml": lambda text: read_yaml(text, "a.yaml"),
    "yaml value": lambda text: read_yaml(f"a: {text}", "a.yaml"),
    "csv": lambda text: read_csv(text, "a.csv"),
    "date": quietly(parse),
    "quantity": quietly(lambda text: parse_quantity(text, UNITS)),
    "cell": quietly(parse_cell),
    "links": quietly(links_in),
    "facts in Japanese": lambda text: japanese_facts(text, Classes.of(UNITS.values())),
    "facts in English": lambda text: english_facts(text, Classes.of(UNITS.values())),
    "markdown": as_paragraphs,
}
# Divided by bars, which stand in none of them.
HOSTILE = (  # noqa: SIM905 – a list of one sign a line would fill pages
    '[¦![¦[](¦[a](¦[a][b]¦[a]: b\n¦[[a](¦[a](b "¦(¦((¦〔¦〔a¦《¦{|¦{a|あ¦'
    "*¦**¦*a**b ¦***a¦_a_ ¦**a*¦`¦``¦` `¦~¦\\¦\\*¦<¦<a@¦<!--¦&#¦!¦> ¦>¦> - ¦- ¦1. - ¦* * ¦---\n¦===\n¦"
    "- a\n¦- a\n  ¦- a\n\n    - b\n\n¦# a\n¦9¦9,¦1、¦令和¦平成1、¦毎年1月、¦～¦から¦１¦1,234¦"
    "三¦第1¦1月¦1 to ¦FY2018-¦1 May ¦one ¦約1程度¦3分の¦1:¦a1-¦"
    ',¦"¦""¦","¦=¦〃¦a: b\n¦? ¦{a: ¦[1,¦- - ¦a:\n ¦#¦|a¦|a\n¦|a|b|\n|--|--|\n¦\t¦  \n¦\n¦'
    "'¦\x02¦\u200b¦\ufeff¦é¦あ\n¦あ¦x"
).split("¦")
# A square would take sixteen times as long for four times the text; what is this quick tells nothing.
TIMES_LONGER, QUICK_SECONDS = 10, 0.1


def seconds(work: Callable[[], object]) -> float:
    """The time of the processor alone, and without collecting garbage: as in a run."""
    collecting = gc.isenabled()
    gc.disable()
    start = time.process_time()
    work()
    taken = time.process_time() - start
    if collecting:
        gc.enable()
    return taken


def evenly(short: Callable[[], object], long: Callable[[], object]) -> bool:
    """Whether work on four times as much takes about four times as long; a square never does."""
    return any(
        (taken := seconds(long)) < QUICK_SECONDS or taken < TIMES_LONGER * seconds(short) for _ in range(3)
    )


def grows_evenly(reader: Callable[[str], object], sign: str, length: int) -> bool:
    """Whether a sign four times as often takes a reader about four times as long."""
    whole = sign * (4 * length // len(sign))
    return evenly(lambda: reader(whole[: len(whole) // 4]), lambda: reader(whole))


@pytest.mark.parametrize("reader", READERS)
def test_time_grows_with_the_text_not_with_its_square(reader: str) -> None:
    """No sign, repeated however often, makes a reader think long."""
    length = 5_000 if reader == "markdown" else 10_000

    assert [] == [sign for sign in HOSTILE if not grows_evenly(READERS[reader], sign, length)]


def test_a_square_is_noticed() -> None:
    """The measure above finds a reader that looks through the rest of the text at every sign."""

    def reader(text: str) -> None:
        for start in range(len(text)):
            text.find("no", start)

    assert not grows_evenly(reader, "[", 8_000)


def numbered(line: str, length: int) -> str:
    """A numbered line again and again."""
    return "".join(_lines(line, length))


def _lines(line: str, length: int) -> Iterator[str]:
    so_far = 0
    for number in count():
        if so_far >= length:
            return
        yield (made := line.replace("#", str(number)))
        so_far += len(made)


# Files of which every line is sound, or wrong, by itself; `#` is a number.
FILES = {
    "unknown keys": ("{}{}", f"{SECTION}.yaml", HEAD, "k#: 1\n"),
    "keys twice": ("{}figures:\n{}", f"{SECTION}.yaml", HEAD, "  k: 1件\n"),
    "figures": ("{}figures:\n{}", f"{SECTION}.yaml", HEAD, "  件#: 1件\n"),
    "figures without a unit": ("{}figures:\n{}", f"{SECTION}.yaml", HEAD, "  件#: 1\n"),
    "dates": ("{}dates:\n{}", f"{SECTION}.yaml", HEAD, "  日#: 令和７年#\n"),
    "events": ("{}events:\n{}", f"{SECTION}.yaml", HEAD, "  - {text: {ja: 〔無#〕}, figures: {件#: 1件}}\n"),
    "people": ("{}people:\n{}", f"{SECTION}.yaml", HEAD, "  - {name: 人#, number: 1～999}\n"),
    "partners": (
        "{}partners:\n{}",
        f"{SECTION}.yaml",
        HEAD,
        "  - {id: p#, type: port, name: x, agreed: 2020-01-01}\n",
    ),
    "sections": ("{}sections:\n{}", f"{SECTION}.yaml", HEAD, "  - {id: s#, title: {ja: 節}, of: z#}\n"),
    "translations": (
        "{}sections:\n{}",
        f"{SECTION}.yaml",
        HEAD,
        "  - {ja: 計画（#)、男#人、女#人〔無〕, en: Plan #、1# women and # men}\n",
    ),
    "names": ("{}{}", "names.csv", "ja,kana,romaji,en,kind,reading,source\n", "名#,,,,person,gues,own\n"),
    "measures": ("{}{}", "measures.yaml", "", "項目#: {id: a, en: A, unit: 匹#}\n"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_large_file_takes_as_long_as_it_is_large(name: str, tmp_path: Path) -> None:
    """Neither what a file says nor what is wrong with it is compared with all the rest of it."""
    pattern, path, head, line = FILES[name]

    def whole(length: int) -> None:
        checked = examine(content[length])
        report(checked.faults, checked.sources, "content", "ja", {})

    content = {
        length: lay(tmp_path / str(length), {path: pattern.format(head, numbered(line, length))})
        for length in (15_000, 60_000)
    }

    assert evenly(lambda: whole(15_000), lambda: whole(60_000))
