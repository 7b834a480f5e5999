"""What publishing asks of a disk, each with a way round where a system does not offer it."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

# Whatever the umask of whoever builds: everybody may read a site.
FILE_MODE, FOLDER_MODE = 0o644, 0o755

# Seconds between tries to move a folder.
PAUSES = (0.05, 0.1, 0.2, 0.4)


def write(file: Path, data: bytes) -> None:
    """A new file with the mode of a site's files; never into one that stands: it may be another's too."""
    with file.open("xb") as stream:
        stream.write(data)
    file.chmod(FILE_MODE)


def share(kept: Path, file: Path) -> bool:
    """Let a file be the same as one that is kept, without writing it again; whether the disk can do so."""
    try:
        os.link(kept, file)
    except OSError:
        return False
    return True


def holds(file: Path, data: bytes) -> bool:
    """Whether a file holds just these bytes, in the mode of a site's files."""
    try:
        found = file.lstat()
        right = found.st_size == len(data) and (os.name == "nt" or found.st_mode & 0o7777 == FILE_MODE)
        return right and not file.is_symlink() and file.read_bytes() == data
    except OSError:
        return False


def make_folder(folder: Path) -> None:
    """A folder with the mode of a site's folders, where there is none yet."""
    if not folder.exists():
        folder.mkdir()
        folder.chmod(FOLDER_MODE)


def remove(folder: Path) -> None:
    """A folder with all that is in it, as far as the system lets it go; the next build tries again."""
    shutil.rmtree(folder, ignore_errors=True)


def move(folder: Path, target: Path) -> None:
    """Give a folder or file another name, under which nothing stands yet.

    Windows refuses while something reads in it, most often a virus scanner, which is soon done.
    """
    for pause in PAUSES:
        try:
            folder.replace(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    folder.replace(target)


def exchange(one: Path, other: Path, aside: Path) -> None:
    """Let two folders change their names: in one step where the system can, else by way of `aside`.

    What is killed or fails on the way round leaves `aside`; who comes next has to look for it.
    """
    if _exchanged(one, other):
        return
    move(one, aside)
    try:
        move(other, one)
    except OSError:
        move(aside, one)
        raise
    with suppress(OSError):  # the exchange is done, and `aside` is looked for
        move(aside, other)


_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
# Of a kernel, a C library or a file system that cannot exchange.
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP}


def _exchanged(one: Path, other: Path) -> bool:
    """Whether the system exchanged two names in one step."""
    call = of_system("renameat2")
    if call is None:
        return False
    if call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    error = ctypes.get_errno()
    if error in _CANNOT:
        return False
    raise OSError(error, os.strerror(error), str(one))


def flush(folder: Path) -> None:
    """Return when all that was written below a folder is on the disk; raises where it could not be."""
    call = of_system("syncfs")
    if call is None:
        _flush_each(folder)
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        if call(handle) != 0:
            error = ctypes.get_errno()
            raise OSError(error, os.strerror(error), str(folder))
    finally:
        os.close(handle)


def _flush_each(folder: Path) -> None:
    """File by file; the system itself sees to the folders."""
    for path in folder.iterdir():
        if path.is_dir():
            _flush_each(path)
        else:
            with path.open("rb+") as stream:
                os.fsync(stream.fileno())


def of_system(name: str) -> Callable[..., int] | None:
    """A function of Linux's C library that Python has no name for; None where there is none."""
    if sys.platform != "linux":
        return None
    found: Any = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    return found  # type: ignore[no-any-return]  # what a C library holds has no types
