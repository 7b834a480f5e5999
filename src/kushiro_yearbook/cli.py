"""The command `yearbook`."""

from __future__ import annotations

import argparse
import atexit
import errno
import gc
import io
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn, Self, TextIO

import kushiro_yearbook.begun  # noqa: F401 – so that `--timings` counts the loading of all that follows
from kushiro_yearbook import __version__
from kushiro_yearbook.commands.approve import APPROVE
from kushiro_yearbook.commands.build import BUILD
from kushiro_yearbook.commands.check import CHECK
from kushiro_yearbook.commands.command import (
    DONE,
    MISUSED,
    Arguments,
    Command,
    Message,
    Options,
    complain,
    language,
)
from kushiro_yearbook.commands.confirm import CONFIRM
from kushiro_yearbook.commands.diff import DIFF
from kushiro_yearbook.commands.explain import EXPLAIN
from kushiro_yearbook.commands.init import INIT
from kushiro_yearbook.commands.list import LIST
from kushiro_yearbook.commands.readings import READINGS
from kushiro_yearbook.commands.release import RELEASE
from kushiro_yearbook.commands.rollback import ROLLBACK
from kushiro_yearbook.commands.rules import RULES
from kushiro_yearbook.commands.schema import SCHEMA
from kushiro_yearbook.commands.serve import SERVE
from kushiro_yearbook.commands.verify import VERIFY
from kushiro_yearbook.commands.zip import ZIP
from kushiro_yearbook.stopping import Stopped, stoppable

COMMANDS: Mapping[str, Command] = {
    "build": BUILD,
    "serve": SERVE,
    "check": CHECK,
    "rules": RULES,
    "explain": EXPLAIN,
    "list": LIST,
    "readings": READINGS,
    "diff": DIFF,
    "approve": APPROVE,
    "confirm": CONFIRM,
    "release": RELEASE,
    "verify": VERIFY,
    "rollback": ROLLBACK,
    "zip": ZIP,
    "init": INIT,
    "schema": SCHEMA,
}

STOPPED: Message = {
    "ja": "中断しました。書きかけのものは残っていません。",
    "en": "Stopped; nothing is left half written.",
}
FAILED: Message = {
    "ja": "{file} を読み書きできません（{reason}）。",
    "en": "{file} could not be read or written ({reason}).",
}

# What every command takes.
COMMON: Arguments = {
    "--content": {"type": Path, "help": "内容のフォルダ / folder of the content"},
    "--lang": {"choices": ("ja", "en"), "help": "メッセージの言語 / language"},
}


def main(arguments: list[str] | None = None) -> int:
    """Run a command; 0 when all is well, 1 with errors in the content, 2 when it was called wrongly."""
    try:
        _prepare_streams()
    except OSError as error:
        return _failed(error, language())
    asked = vars(_parser().parse_args(arguments))
    command = COMMANDS[asked.pop("command") or "build"]
    options = Options(**asked)
    # What a run makes it needs to its end, about a second later: nothing is worth collecting.
    collecting = gc.isenabled()
    gc.disable()
    atexit.register(
        gc.freeze
    )  # nor when Python ends, where looking for garbage would take a tenth of a build
    try:
        with stoppable():
            return _run(command, options)
    except Stopped as stopped:
        complain(STOPPED, options.lang or language())
        return 128 + stopped.number
    finally:
        _let_go_of_stderr()
        if collecting:
            gc.enable()


def _run(command: Command, options: Options) -> int:
    """The exit code of a command, also where the disk or whoever reads fails it."""
    try:
        code = command.run(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        if _nobody_reads(error):
            _silence(sys.stdout)
            return DONE
        if error.filename is None:
            _silence(sys.stdout)
        return _failed(error, options.lang or language())
    return code


def _failed(error: OSError, spoken: str) -> int:
    """The exit code where the disk or a stream fails, which is told."""
    complain(FAILED, spoken, file=error.filename or "stdout", reason=error.strerror)
    return MISUSED


def _prepare_streams() -> None:
    """No character fails an old console, and no file of the program takes the number of a closed stream."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(number)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if type(stream) is io.TextIOWrapper:  # the process's own, that nobody else holds
            setattr(sys, name, _Patient.of(stream))
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


class _Patient(io.TextIOWrapper):
    """A stream to somebody who may stop reading: the command does its work and ends as it would."""

    @classmethod
    def of(cls, stream: io.TextIOWrapper) -> Self:
        """The same stream, patient."""
        encoding, by_line = stream.encoding, stream.line_buffering
        return cls(stream.detach(), encoding, "backslashreplace", line_buffering=by_line)

    def write(self, words: str, /) -> int:
        """Write, or let it go nowhere."""
        try:
            return super().write(words)
        except OSError as error:
            self._go_on_after(error)
            return len(words)

    def flush(self) -> None:
        """Flush, or let it go nowhere."""
        try:
            super().flush()
        except OSError as error:
            self._go_on_after(error)

    def _go_on_after(self, error: OSError) -> None:
        if not _nobody_reads(error):
            raise error
        _silence(self)


def _let_go_of_stderr() -> None:
    """What could not be said would fail again as the program ends, and change its exit code."""
    try:
        if sys.stderr is not None:
            sys.stderr.flush()
    except OSError:
        _silence(sys.stderr)


def _silence(stream: TextIO | None) -> None:
    """Let what a stream still holds, and gets, go nowhere."""
    if stream is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


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
