"""Watches folders with watchfiles, through their vanishing and coming back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

from watchfiles import watch

from kushiro_yearbook.load.sources import is_hidden

# Milliseconds: saves that follow one another at once are one change; how often to look whether to stop, and
# whether the folders still are where they were.
DEBOUNCE, STEP, LOOK = 50, 20, 200

# What editors write beside a file while they save it; vim tries with 4913 whether it may write.
_PASSING = frozenset({"4913", "__pycache__"})
_PASSING_ENDS = ("~", ".swp", ".swx", ".tmp")


def changes(roots: Sequence[Path], stop: Event) -> Iterator[None]:
    """Yields once the folders are watched, and again after every change in them, until `stop` is set.

    A folder that is gone, comes back or is another one by the same name is a change too.
    """
    polling: bool | None = None  # as the environment says
    while not stop.is_set():
        try:
            yield from _while_there(roots, stop, polling=polling)
        except FileNotFoundError:  # gone between a look and the watch
            stop.wait(LOOK / 1000)
        except (OSError, RuntimeError):
            # The system tells of no changes here, or of no more than it does already: look for them instead.
            polling = True
            stop.wait(LOOK / 1000)


def _while_there(roots: Sequence[Path], stop: Event, *, polling: bool | None) -> Iterator[None]:
    """As `changes`, until one of the folders is gone, there or another."""
    there = _identities(roots)
    # Changes are told by the real paths.
    real = [path.resolve() for path in there]
    watched = watch(
        *real,
        watch_filter=lambda _change, path: is_worth(Path(path), real),
        debounce=DEBOUNCE,
        step=STEP,
        stop_event=stop,
        rust_timeout=LOOK,
        yield_on_timeout=True,
        raise_interrupt=False,
        force_polling=polling,
        ignore_permission_denied=True,
    )
    first = True
    for found in watched:
        moved = _identities(roots) != there  # it may be back by the time the site is made
        if first or found:
            yield
        first = False
        if moved or _identities(roots) != there:
            return


def _identities(roots: Sequence[Path]) -> dict[Path, tuple[int, int]]:
    """The folders that are there, each with what tells it from another of its name."""
    found = {}
    for root in roots:
        try:
            known = root.stat()
        except OSError:
            continue
        found[root] = (known.st_dev, known.st_ino)
    return found


def is_worth(path: Path, roots: Sequence[Path]) -> bool:
    """Whether a change at a path can change the site: not of what is hidden, nor of what passes."""
    root = next((root for root in roots if path.is_relative_to(root)), None)
    names = path.relative_to(root).parts if root else ()
    return not any(is_hidden(name) or name in _PASSING or name.endswith(_PASSING_ENDS) for name in names)
