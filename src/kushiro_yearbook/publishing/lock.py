"""One build of a site at a time."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kushiro_yearbook.publishing.releases import Releases
from kushiro_yearbook.stopping import undisturbed

# Seconds that a build waits for another one, which takes about one.
PATIENCE = 10.0


class Busy(Exception):
    """Another build of the same site did not end; `builder` says which, as far as is known."""

    def __init__(self, builder: str) -> None:
        super().__init__(builder)
        self.builder = builder


@contextmanager
def alone(releases: Releases, waiting: Callable[[], None], patience: float | None = None) -> Iterator[None]:
    """While this lasts nobody else changes the releases; before and after it they are put right.

    Calls `waiting` where another build is under way, and raises `Busy` where it does not end.
    """
    # It takes its time to load, and no other command needs it.
    from filelock import FileLock, Timeout  # noqa: PLC0415

    with _folders(releases.site.parent):
        lock = FileLock(releases.lock)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            waiting()
            try:
                lock.acquire(timeout=PATIENCE if patience is None else patience)
            except Timeout:
                raise Busy(_who(releases)) from None
        try:
            releases.builder.write_text(f"{os.getpid()} {platform.node()}", "utf-8")
            releases.recover()
            yield
        finally:
            with undisturbed():
                _tidy(releases)
            with suppress(OSError):  # the end of the process lets go of it as well
                lock.release()


def _tidy(releases: Releases) -> None:
    """Leave nothing but releases; what cannot be done now, the next build does."""
    with suppress(OSError):
        releases.recover()
    # The lock goes before it is let go: whoever waits for a file that is gone asks for it anew.
    for file in (releases.builder, releases.lock):
        with suppress(OSError):
            file.unlink(missing_ok=True)


def _who(releases: Releases) -> str:
    try:
        number, _, computer = releases.builder.read_text("utf-8").partition(" ")
    except (OSError, UnicodeDecodeError):
        return "?"
    return f"{number} ({computer})"


@contextmanager
def _folders(folder: Path) -> Iterator[None]:
    """The folders on the way, which go again where nothing came to stand in them."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        path.mkdir(exist_ok=True)
    try:
        yield
    finally:
        with suppress(OSError):
            for path in missing:
                path.rmdir()
