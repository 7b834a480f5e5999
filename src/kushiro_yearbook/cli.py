"""The command `yearbook`."""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kushiro_yearbook import __version__
from kushiro_yearbook.briefing import briefing
from kushiro_yearbook.comparison import compare
from kushiro_yearbook.listing import LISTS
from kushiro_yearbook.pipeline import Checked, build, examine
from kushiro_yearbook.publish import TargetRefused
from kushiro_yearbook.report import FORMATS, summary
from kushiro_yearbook.theme import Theme, program_folder

DONE, FAULTY, MISUSED = 0, 1, 2


@dataclass(frozen=True)
class Options:
    """What the command line asked for; every argument is a field of its name, used or not."""

    content: Path = Path("content")
    lang: str | None = None
    site: Path = Path("site")
    kind: str = ""
    format: str = "text"
    old: Path = Path()
    new: Path = Path("content")

    def speaks(self, checked: Checked) -> str:
        """The language asked for, else the yearbook's own, else the environment's."""
        own = checked.form.messages if checked.form else None
        return self.lang or own or _language()


def main(arguments: list[str] | None = None) -> int:
    """Run a command; 0 when all is well, 1 with errors in the content, 2 when it was called wrongly."""
    asked = vars(_parser().parse_args(arguments))
    command, _ = COMMANDS[asked.pop("command") or "build"]
    options = Options(**asked)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # an old console may not know every character
            stream.reconfigure(errors="backslashreplace")
    # What a run makes it needs to its end, about a second later: nothing is worth collecting.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return command(options)
    except BrokenPipeError:  # whoever reads has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    finally:
        if collecting:
            gc.enable()


def _build(options: Options) -> int:
    checked = examine(options.content)
    language = options.speaks(checked)
    _tell(checked, options)
    if checked.yearbook is None or not checked.sound:
        print(NOT_BUILT[language], file=sys.stderr)
        return FAULTY
    try:
        pages = build(checked.yearbook, options.site)
    except TargetRefused as refused:
        print(REFUSED[language].format(target=refused.target), file=sys.stderr)
        return MISUSED
    except OSError as error:
        print(UNWRITABLE[language].format(target=options.site, reason=error.strerror), file=sys.stderr)
        return MISUSED
    print(BUILT[language].format(pages=pages, file=options.site / "index.html"))
    return DONE


def _check(options: Options) -> int:
    checked = examine(options.content)
    if options.format != "text":
        print(_told(checked, options))
        return DONE if checked.sound else FAULTY
    _tell(checked, options)
    if not checked.faults:
        print(summary([], options.speaks(checked), {}))
    return DONE if checked.sound else FAULTY


def _list(options: Options) -> int:
    checked = examine(options.content)
    if checked.yearbook is None or not checked.sound:
        _tell(checked, options)
        return FAULTY
    for row in LISTS[options.kind](checked.yearbook, options.speaks(checked)):
        print("\t".join(row), flush=True)
    return DONE


def _diff(options: Options) -> int:
    old, new = examine(options.old), examine(options.new)
    theme = Theme(program_folder("templates"), program_folder("static"))
    print(briefing(compare(old, new), theme, options.speaks(new), options.new.as_posix()), end="", flush=True)
    return DONE if new.sound else FAULTY


def _tell(checked: Checked, options: Options) -> None:
    told = _told(checked, options)
    if told:
        print(told, file=sys.stderr)


def _told(checked: Checked, options: Options) -> str:
    folder, language = options.content.as_posix(), options.speaks(checked)
    return FORMATS[options.format](checked.faults, checked.sources, folder, language, checked.chosen)


# Every command with what it does and, in Japanese and English, how its help says so.
COMMANDS: Mapping[str, tuple[Callable[[Options], int], str]] = {
    "build": (_build, "サイトを作る / build the site"),
    "check": (_check, "内容を調べる / check the content"),
    "list": (_list, "数値や節の一覧を出す / list observations or sections"),
    "diff": (_diff, "二つの内容を比べ、変更の要約を出す / summarise what changed between two contents"),
}

Arguments = Mapping[str, Mapping[str, Any]]

# What every command takes, and what only some do; each has a field of its name in `Options`.
COMMON: Arguments = {
    "--content": {"type": Path, "help": "内容のフォルダ / folder of the content"},
    "--lang": {"choices": ("ja", "en"), "help": "メッセージの言語 / language"},
}
ARGUMENTS: Mapping[str, Arguments] = {
    "build": {
        "--site": {"type": Path, "help": "サイトを置くフォルダ / folder of the site"},
    },
    "check": {"--format": {"choices": tuple(FORMATS), "help": "指摘の形 / form of the faults"}},
    "list": {"kind": {"choices": sorted(LISTS)}},
    "diff": {
        "old": {"type": Path, "help": "前の内容のフォルダ / folder of the old content"},
        "new": {"type": Path, "help": "新しい内容のフォルダ / folder of the new content"},
    },
}

BUILT = {
    "ja": "{pages} ページのサイトができました。{file} をブラウザで開いてください。",
    "en": "Built a site of {pages} pages. Open {file} in a browser.",
}
NOT_BUILT = {
    "ja": "エラーがあるため、サイトは作っていません。前のサイトはそのまま残っています。",
    "en": "Nothing was built because of the errors; the last site stands as it was.",
}
UNWRITABLE = {
    "ja": "{target} に書き込めません（{reason}）。前のサイトはそのまま残っています。",
    "en": "{target} cannot be written ({reason}); the last site stands as it was.",
}
REFUSED = {
    "ja": "{target} には yearbook が作ったものではないファイルがあります。"
    "--site で別のフォルダを指定してください。",
    "en": "{target} holds files that yearbook did not make. Name another folder with --site.",
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="yearbook",
        description="年鑑の内容からサイトを作ります / builds a yearbook's site from its content",
    )
    parser.add_argument("--version", action="version", version=f"yearbook {__version__}")
    _add(parser, COMMON)
    commands = parser.add_subparsers(dest="command", metavar="{" + ",".join(COMMANDS) + "}")
    for name, (_, says) in COMMANDS.items():
        command = commands.add_parser(name, help=says, description=says)
        _add(command, {**COMMON, **ARGUMENTS.get(name, {})})
    return parser


def _add(parser: argparse.ArgumentParser, arguments: Arguments) -> None:
    """Add arguments; where one is not given, what stood before the command or `Options` decides."""
    for name, described in arguments.items():
        parser.add_argument(name, default=argparse.SUPPRESS, **described)


def _language() -> str:
    """The language of the messages when nobody asks: the environment's, else Japanese, which staff write."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        chosen = os.environ.get(name, "")
        if chosen:
            return "en" if chosen.startswith("en") else "ja"
    return "ja"


if __name__ == "__main__":
    sys.exit(main())
