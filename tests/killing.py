"""Commands that `kill -9` ends at a chosen moment.

Each runs in a fork of a process that has built before, so that the moments fall into the command and not into
the start of Python.
"""

from __future__ import annotations

import os
import signal
import time
import traceback
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from kushiro_yearbook.cli import main
from kushiro_yearbook.commands.pace import Pace
from kushiro_yearbook.publishing import disk
from kushiro_yearbook.publishing.releases import Releases


class Moment(NamedTuple):
    """Before or after a function's n-th call that has to do with a name, or with half of its data done."""

    when: str
    function: str
    of: str = ""
    call: int = 1


# Seconds from the start, or a moment that the command itself comes to; None for no kill at all.
Kill = float | Moment | None


class Ended(NamedTuple):
    """The phase that a command was killed in, None where it had ended well before; and after how long."""

    phase: str | None
    seconds: float


def run(command: Sequence[str], folder: Path, kill: Kill = None, *, by_moves: bool = False) -> Ended:
    """Run a command in a folder, and kill it.

    With `by_moves` it runs as on a system that can neither exchange two folders nor flush a whole disk.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _live(command, folder, kill, writing, by_moves=by_moves)
    os.close(writing)
    with os.fdopen(reading) as told:
        phase = told.readline()
        begun = time.perf_counter()
        if isinstance(kill, float):
            time.sleep(kill)
            os.kill(child, signal.SIGKILL)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        seconds = time.perf_counter() - begun
        phase = (phase + told.read()).split()[-1]
    if code not in (0, -signal.SIGKILL):
        raise RuntimeError(f"{command} ended with {code} by itself, in {phase}")
    return Ended(phase if code else None, seconds)


def _live(command: Sequence[str], folder: Path, kill: Kill, telling: int, *, by_moves: bool) -> NoReturn:
    """Run the command in a fork, and never come back."""
    code = 70
    try:
        os.chdir(folder)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        if by_moves:
            _wrap(disk, "of_system", lambda _call, _name: None)
        _tell_phases(telling)
        if isinstance(kill, Moment):
            _mine(kill)
        os.write(telling, b"start\n")
        code = main([*command])
    except BaseException:  # noqa: BLE001 – a fork of the tests must not go on as the tests
        traceback.print_exc()
    finally:
        os._exit(code)


def _tell_phases(telling: int) -> None:
    """Let the steps of a build, and what is done to its releases, be told as they begin."""

    def tell(phase: str) -> None:
        os.write(telling, f"{phase}\n".encode())

    def step(call: Callable[..., None], listener: Pace, name: str, of: int = 0) -> None:
        tell(name)
        call(listener, name, of)

    def recover(call: Callable[..., None], releases: Releases) -> None:
        tell("recover")
        call(releases)

    def go_back(call: Callable[..., None], releases: Releases) -> None:
        tell("rollback")
        call(releases)

    _wrap(Pace, "step", step)
    _wrap(Releases, "recover", recover)
    _wrap(Releases, "go_back", go_back)


def _wrap(owner: Any, name: str, wrapper: Callable[..., Any]) -> None:
    """Put a function in the place of another, which it is given first."""
    call = getattr(owner, name)
    setattr(owner, name, lambda *given, **named: wrapper(call, *given, **named))


def _mine(moment: Moment) -> None:
    """Let the process kill itself when it comes to a moment."""
    calls = 0

    def wrapper(call: Callable[..., Any], *given: Any, **named: Any) -> Any:
        nonlocal calls
        concerned = not moment.of or any(moment.of == Path(str(value)).name for value in given)
        calls += concerned
        if not concerned or calls != moment.call:
            return call(*given, **named)
        if moment.when == "after":
            call(*given, **named)
        elif moment.when == "half":
            file, data = given
            call(file, data[: len(data) // 2])
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError

    owner, _, name = moment.function.rpartition(".")
    _wrap(_found(owner), name, wrapper)


def _found(owner: str) -> Any:
    """A module, or a class by its module."""
    try:
        return import_module(owner)
    except ModuleNotFoundError:
        module, _, name = owner.rpartition(".")
        return getattr(import_module(module), name)
