"""Publishing in one call, for tests that only need a site that stands."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kushiro_yearbook.progress import SILENT
from kushiro_yearbook.publishing.lock import alone
from kushiro_yearbook.publishing.publish import stage
from kushiro_yearbook.publishing.releases import Releases

# Every file and folder with its mode and bytes.
Tree = Mapping[str, tuple[int, bytes]]


def publish(files: Mapping[str, bytes], site: Path) -> bool:
    """Put a site of these files at a place, as a build does; whether anything in it is new."""
    releases = Releases(site)
    with alone(releases, waiting=lambda: None):
        staged = stage(files, releases, SILENT)
        if staged:
            releases.put(staged)
    return staged is not None


def standing(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def tree(folder: Path) -> Tree:
    """Everything below a folder, and the folder itself."""
    paths = (folder, *folder.rglob("*"))
    return {
        path.relative_to(folder).as_posix(): (
            path.lstat().st_mode,
            b"" if path.is_dir() else path.read_bytes(),
        )
        for path in paths
    }
