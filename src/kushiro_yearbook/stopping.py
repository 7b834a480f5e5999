"""The signals that ask the program to end: what is begun is put right first."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

Handler = Callable[[int, FrameType | None], object]


def asking() -> tuple[int, ...]:
    """Ctrl+C, the system's request, and the end of the terminal, unless `nohup` hides it."""
    hangup = getattr(signal, "SIGHUP", None)  # Windows has none
    ignored = hangup is None or signal.getsignal(hangup) == signal.SIG_IGN
    return (signal.SIGINT, signal.SIGTERM, *(() if ignored else (hangup,)))


class Stopped(KeyboardInterrupt):
    """Somebody asked the program to end, by the signal of this number."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def stoppable() -> Iterator[None]:
    """Meanwhile a signal that asks for an end raises `Stopped`, once."""

    def stop(number: int, _frame: FrameType | None) -> NoReturn:
        for other in asking():
            signal.signal(other, signal.SIG_IGN)
        raise Stopped(number)

    with _heard_by(stop):
        yield


@contextmanager
def undisturbed() -> Iterator[None]:
    """Signals that ask for an end are heard only when this is over."""
    heard: list[int] = []
    with _heard_by(lambda number, _: heard.append(number)):
        yield
    if heard:
        signal.raise_signal(heard[0])


@contextmanager
def _heard_by(handler: Handler) -> Iterator[None]:
    """Who hears the signals meanwhile; only the main thread is told of them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, handler) for number in asking()}
    try:
        yield
    finally:
        for number, former in before.items():
            signal.signal(number, former)
