"""From finished files to a site: made beside the last one, looked at, flushed, and put in its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from kushiro_yearbook.progress import Progress
from kushiro_yearbook.publishing.disk import flush, holds, make_folder, move, remove, share, write
from kushiro_yearbook.publishing.manifest import MANIFEST, NoManifest, differences, foreign, manifest
from kushiro_yearbook.publishing.releases import Releases

UNFINISHED = f".{MANIFEST}"


class NotAsWritten(Exception):
    """A disk that gives back something else than was written; `path` is the first such file."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def stage(files: Mapping[str, bytes], releases: Releases, progress: Progress) -> Path | None:
    """A release of these files, whole and on the disk, or None where the site that stands is just that.

    Files that did not change are not written again. Raises `OSError`, and `NotAsWritten`.
    """
    rows = manifest(files)
    progress.step("write", len(files))
    same = frozenset(path for path, data in files.items() if holds(releases.site / path, data))
    if len(same) == len(files) and holds(releases.site / MANIFEST, rows) and not foreign(releases.site):
        return None
    staged = releases.staged(rows)
    remove(staged)
    _make_folders(staged, files)
    for path, data in files.items():
        if path not in same or not share(releases.site / path, staged / path):
            write(staged / path, data)
        progress.done(path)
    # Under its name only when it is whole: by it what was published is told from what was not.
    write(staged / UNFINISHED, rows)
    move(staged / UNFINISHED, staged / MANIFEST)
    progress.step("verify")
    _verify(staged)
    progress.step("flush")
    flush(staged)
    return staged


def _make_folders(staged: Path, paths: Iterable[str]) -> None:
    """The folders of a release; raises `ValueError` for a path that leads out of it."""
    for path in paths:
        if Path(path).is_absolute() or ".." in Path(path).parts:
            raise ValueError(f"outside the site: {path}")
    staged.parent.mkdir(exist_ok=True)
    needed = {above for path in paths for above in (staged / path).parents if above.is_relative_to(staged)}
    for folder in sorted(needed):  # the outer ones first
        make_folder(folder)


def _verify(staged: Path) -> None:
    try:
        found = differences(staged)
    except NoManifest:
        raise NotAsWritten(MANIFEST) from None
    if found:
        raise NotAsWritten(found[0].path)
