"""`yearbook confirm`: figures that two people have read against the paper."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from kushiro_yearbook.commands.command import (
    DONE,
    FAULTY,
    MISUSED,
    UNWRITABLE,
    Command,
    Message,
    Options,
    complain,
    editions_of,
)
from kushiro_yearbook.confirmation import Block, blocks_of
from kushiro_yearbook.date_reader import parse
from kushiro_yearbook.eras import Day
from kushiro_yearbook.faults import Refused
from kushiro_yearbook.model import Department, Edition
from kushiro_yearbook.phrases import plain_heading
from kushiro_yearbook.pipeline import examine
from kushiro_yearbook.pointing import Pointer, blocks_at, point
from kushiro_yearbook.recording import keep
from kushiro_yearbook.records import CONFIRMED, NAMES_BETWEEN, Confirmation, confirmations_text, in_one_cell
from kushiro_yearbook.registers import is_japanese
from kushiro_yearbook.text import one_width

RECORDED: Message = {
    "ja": "{number} 件の数値を、{by}が{on}に読み合わせたものとして記録しました。",
    "en": "Recorded {number} figures as read against the paper on {on} by {by}.",
}
WITHDRAWN: Message = {
    "ja": "{number} 行を読み合わせの控えから外しました。",
    "en": "Took {number} lines off the record.",
}
# Why nothing was written.
REFUSALS: dict[str, Message] = {
    "names": {
        "ja": "読み合わせは二人でします。「--by 氏名 --by 氏名」と、別の二人の名前を書いてください。",
        "en": "It takes two people. Name two different ones: --by NAME --by NAME",
    },
    "day": {
        "ja": "--on には読み合わせた日を書いてください（例: --on 令和8年10月5日、--on 2026-10-05）。",
        "en": "Give the day of the reading with --on (--on 2026-10-05).",
    },
    "to come": {
        "ja": "--on の日は、まだ来ていません。読み合わせた日を書いてください。",
        "en": "The day given with --on is still to come. Give the day of the reading.",
    },
    "place": {
        "ja": "「{place}」に数値はありません。ファイル名:行 か、課/節/id のように書いてください。",
        "en": "There are no figures at {place}. Write FILE:LINE or DEPARTMENT/SECTION/ID.",
    },
    "record": {
        "ja": "「{place}」の読み合わせの控えはありません。confirmed.lock の ファイル名:行 を書いてください。",
        "en": "Nothing is on record for {place}. Write FILE:LINE of confirmed.lock.",
    },
}


def _run(options: Options) -> int:
    checked = examine(options.content)
    language = options.speaks(checked)
    editions = editions_of(checked, options)
    if not editions:
        return FAULTY
    pointer = point(options.place, options.content.as_posix(), checked.sources)
    do = _withdraw if options.withdraw else _confirm
    try:
        return do(editions, pointer, options, language)
    except Refused as refused:
        complain(REFUSALS[refused.code], language, place=options.place)
    except OSError as error:
        complain(UNWRITABLE, language, target=error.filename or options.content, reason=error.strerror)
    return MISUSED


def _confirm(editions: tuple[Edition, ...], pointer: Pointer | None, options: Options, language: str) -> int:
    names, day = _names(options), _day(options)
    found = _blocks(editions, pointer)
    if not found:
        raise Refused("place")
    for edition, department, blocks in found:
        entries = [Confirmation(edition.slug, block.key, day.iso, names, block.figures) for block in blocks]
        covered = {key for block in blocks for key in block.keys}
        keep(_file(options, department), confirmations_text([*_others(department, covered), *entries]))
        for block in blocks:
            print("\n".join(_shown(block, options, language)))
    number = sum(len(block.figures) for _, _, blocks in found for block in blocks)
    by, on = NAMES_BETWEEN.join(names), "".join(run.text for run in day.runs(language))
    print(RECORDED[language].format(number=number, by=by, on=on))
    return DONE


def _names(options: Options) -> tuple[str, ...]:
    """The two or more who read; raises `Refused` where there are not two."""
    names = tuple(dict.fromkeys(_name(name) for part in options.by for name in part.split(NAMES_BETWEEN)))
    if len({one_width(name).replace(" ", "").casefold() for name in names if name}) < 2:
        raise Refused("names")
    return tuple(filter(None, names))


def _name(words: str) -> str:
    """A name as one word in Japanese, with single spaces in other languages."""
    name = in_one_cell(words)
    return name.replace(" ", "") if is_japanese(name) else name


def _day(options: Options) -> Day:
    """The day of the reading, by default today; raises `Refused` where it is none, or is to come."""
    today = Day.of(datetime.now().astimezone().date())
    if options.on is None:
        return today
    try:
        day = parse(options.on)
    except Refused:
        day = None
    if not isinstance(day, Day):
        raise Refused("day")
    if day.first > today.first:
        raise Refused("to come")
    return day


def _blocks(
    editions: tuple[Edition, ...], pointer: Pointer | None
) -> list[tuple[Edition, Department, list[Block]]]:
    """The blocks that are meant, by department; a way without an edition leads into the newest one."""
    found = []
    for edition in editions if pointer else ():
        if pointer and (pointer.path or edition is editions[0] or pointer.way[0] == edition.slug):
            for department in edition.departments:
                own = [(department, block) for block in blocks_of(department)]
                blocks = [block for _, block in blocks_at(pointer, edition.slug, own)]
                found += [(edition, department, blocks)] if blocks else []
    return found


def _others(department: Department, covered: set[str]) -> list[Confirmation]:
    """The entries of a department that say nothing of some figures."""
    entries = department.confirmations.entries if department.confirmations else ()
    return [entry for entry in entries if covered.isdisjoint(entry.keys)]


def _shown(block: Block, options: Options, language: str) -> list[str]:
    """What is now on record, in Japanese by the labels that stand on the paper."""
    place, title = block.places[0], plain_heading(block.section, "ja") if language == "ja" else ""
    where = f"{options.content.as_posix()}/{place.path}:{place.line}: {title or block.key}"
    return [where, *(f"  {_named(name, block, language)} = {value}" for name, value in block.figures.items())]


def _named(name: str, block: Block, language: str) -> str:
    """A figure by its label, after the ids of its row."""
    if language != "ja":
        return name
    row, between, _ = name.rpartition("/")
    return f"{row}{between}{block.observations[name].measure.label}"


def _file(options: Options, department: Department) -> Path:
    return options.content / department.folder / CONFIRMED


def _withdraw(editions: tuple[Edition, ...], pointer: Pointer | None, options: Options, language: str) -> int:
    covered = {
        department.folder: {key for block in blocks for key in block.keys}
        for _, department, blocks in _blocks(editions, pointer)
    }
    number = 0
    for department in (department for edition in editions for department in edition.departments):
        entries = department.confirmations.entries if department.confirmations else ()
        own = covered.get(department.folder, set())
        kept = [entry for entry in entries if own.isdisjoint(entry.keys) and not _means(pointer, entry)]
        if len(kept) < len(entries):
            keep(_file(options, department), confirmations_text(kept))
            number += len(entries) - len(kept)
    if not number:
        raise Refused("record")
    print(WITHDRAWN[language].format(number=number))
    return DONE


def _means(pointer: Pointer | None, entry: Confirmation) -> bool:
    """Whether a pointer leads to this line of the record."""
    return pointer is not None and (pointer.path, pointer.line) == entry.place[:2]


CONFIRM = Command(
    _run,
    "二人で原典と読み合わせた数値を記録する / record figures that two people read against the paper",
    {
        "place": {
            "help": "ファイル名、ファイル名:行、または課/節/id / FILE, FILE:LINE or DEPARTMENT/SECTION/ID"
        },
        "--by": {"action": "append", "help": "読み合わせた人（二度書く） / who read it, twice"},
        "--on": {"help": "読み合わせた日（なければ今日） / the day, by default today"},
        "--withdraw": {"action": "store_true", "help": "控えから外す / take it off the record"},
    },
)
