"""Another computer on another day: a Python loads this by itself whose PYTHONPATH names the folder."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Callable
from typing import Any, Self

# Some years and some hours.
LATER = 5000 * 86400 + 7 * 3600

_time, _time_ns, _scandir, _listdir = time.time, time.time_ns, os.scandir, os.listdir


def _now(read: Callable[..., Any]) -> Callable[..., Any]:
    """A function of a moment, by default of now."""
    return lambda moment=None: read(time.time() if moment is None else moment)


time.time = lambda: _time() + LATER
time.time_ns = lambda: _time_ns() + LATER * 10**9
time.gmtime, time.localtime, time.ctime = _now(time.gmtime), _now(time.localtime), _now(time.ctime)


class Date(dt.date):
    """A day of another calendar on the wall."""

    @classmethod
    def today(cls) -> Date:
        """The day it is there."""
        return cls.fromtimestamp(time.time())


class DateTime(dt.datetime):
    """A time of another clock."""

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> DateTime:
        """The time it is there."""
        return cls.fromtimestamp(time.time(), tz)

    today = utcnow = now


dt.date, dt.datetime = Date, DateTime  # type: ignore[misc]  # as if the clock were another


class _Backwards:
    """What `os.scandir` gives: to be closed, and to be gone through."""

    def __init__(self, folder: Any = ".") -> None:
        with _scandir(folder) as entries:
            self._entries = reversed(list(entries))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """There is nothing left to close."""

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> os.DirEntry[Any]:
        return next(self._entries)

    close = __exit__


os.scandir = _Backwards  # type: ignore[assignment]  # as if the disk gave them in another order
os.listdir = lambda folder=".": _listdir(folder)[::-1]  # type: ignore[assignment]  # likewise
os.cpu_count = lambda: 97
