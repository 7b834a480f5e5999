"""The step `publish`: the finished site takes the place of the last one, whole or not at all."""

from __future__ import annotations

import shutil
import time
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

MANIFEST = "manifest.sha256"

# Seconds between tries to move a folder.
PAUSES = (0.05, 0.1, 0.2, 0.4)


class TargetRefused(Exception):
    """The folder to publish into is not one of ours; nothing was touched."""

    def __init__(self, target: Path) -> None:
        super().__init__(str(target))
        self.target = target


def publish(files: Mapping[str, bytes], target: Path) -> None:
    """Put a site of these files at `target`.

    The site is written beside the target and swapped in when it is complete, so that a failed or killed
    build leaves the last site as it was. Raises `TargetRefused` for a folder that holds something else.
    """
    if target.exists() and not _is_ours(target):
        raise TargetRefused(target)
    staged = target.with_name(f".{target.name}.new")
    shutil.rmtree(staged, ignore_errors=True)
    for path, data in {**files, MANIFEST: manifest(files)}.items():
        file = staged / path
        if ".." in Path(path).parts or not file.is_relative_to(staged):
            raise ValueError(f"outside the site: {path}")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    _swap(staged, target)


def manifest(files: Mapping[str, bytes]) -> bytes:
    """The list of all files with their digests, as `sha256sum --check` reads it."""
    rows = [f"{sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files)]
    return "".join(rows).encode()


def _is_ours(target: Path) -> bool:
    return target.is_dir() and ((target / MANIFEST).is_file() or not any(target.iterdir()))


def _swap(staged: Path, target: Path) -> None:
    old = target.with_name(f".{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        move(target, old)
    try:
        move(staged, target)
    except OSError:
        if old.exists():
            move(old, target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def move(folder: Path, target: Path) -> None:
    """Give a folder another name, under which nothing stands yet.

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
