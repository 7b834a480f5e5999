"""The command `yearbook`."""

from __future__ import annotations

import argparse
import errno
import gc
import io
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

from kushiro_yearbook import __version__
from kushiro_yearbook.commands.approve import APPROVE
from kushiro_yearbook.commands.build import BUILD
from kushiro_yearbook.commands.check import CHECK
from kushiro_yearbook.commands.command import DONE, MISUSED, Arguments, Command, Options
from kushiro_yearbook.commands.confirm import CONFIRM
from kushiro_yearbook.commands.diff import DIFF
from kushiro_yearbook.commands.explain import EXPLAIN
from kushiro_yearbook.commands.init import INIT
from kushiro_yearbook.commands.list import LIST
from kushiro_yearbook.commands.release import RELEASE
from kushiro_yearbook.commands.rules import RULES
from kushiro_yearbook.commands.schema import SCHEMA
from kushiro_yearbook.commands.serve import SERVE

COMMANDS: Mapping[str, Command] = {
    "build": BUILD,
    "serve": SERVE,
    "check": CHECK,
    "rules": RULES,
    "explain": EXPLAIN,
    "list": LIST,
    "diff": DIFF,
    "approve": APPROVE,
    "confirm": CONFIRM,
    "release": RELEASE,
    "init": INIT,
    "schema": SCHEMA,
}

# What every command takes.
COMMON: Arguments = {
    "--content": {"type": Path, "help": "内容のフォルダ / folder of the content"},
    "--lang": {"choices": ("ja", "en"), "help": "メッセージの言語 / language"},
}


def main(arguments: list[str] | None = None) -> int:
    """Run a command; 0 when all is well, 1 with errors in the content, 2 when it was called wrongly."""
    asked = vars(_parser().parse_args(arguments))
    command = COMMANDS[asked.pop("command") or "build"]
    options = Options(**asked)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # an old console may not know every character
            stream.reconfigure(errors="backslashreplace")
    # What a run makes it needs to its end, about a second later: nothing is worth collecting.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return command.run(options)
    except OSError as error:
        if not _nobody_reads(error):
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    finally:
        if collecting:
            gc.enable()


def _nobody_reads(error: OSError) -> bool:
    """Whether whoever read has read enough; Windows says EINVAL, and only a file's error names a file."""
    return error.errno in (errno.EPIPE, errno.EINVAL) and error.filename is None


class _Parser(argparse.ArgumentParser):
    """Says in both languages that a command was called wrongly."""

    def error(self, message: str) -> NoReturn:
        """End with 2, the usage and what was wrong."""
        self.print_usage(sys.stderr)
        self.exit(MISUSED, f"命令の書き方が違います。/ This is not how it is called: {message}\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="yearbook",
        description="年鑑の内容からサイトを作ります / builds a yearbook's site from its content",
    )
    parser.add_argument("--version", action="version", version=f"yearbook {__version__}")
    _add(parser, COMMON)
    commands = parser.add_subparsers(dest="command", metavar="{" + ",".join(COMMANDS) + "}")
    for name, command in COMMANDS.items():
        described = commands.add_parser(name, help=command.says, description=command.says)
        _add(described, {**COMMON, **command.arguments})
    return parser


def _add(parser: argparse.ArgumentParser, arguments: Arguments) -> None:
    """Add arguments; where one is not given, what stood before the command or `Options` decides."""
    for name, described in arguments.items():
        parser.add_argument(name, default=argparse.SUPPRESS, **described)


if __name__ == "__main__":
    sys.exit(main())
