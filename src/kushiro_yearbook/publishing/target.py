"""Whether a folder may be published into: what it must not be, told before anything is made."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from kushiro_yearbook.publishing.manifest import foreign
from kushiro_yearbook.publishing.releases import Releases

# Why a folder is refused.
LINK, OVERLAP, NO_FOLDER, NOT_OURS = "link", "overlap", "no folder", "not ours"
STANDS_IN, MOUNTED = "stands in", "mounted"

# So many files of others are named.
NAMED = 3


class TargetRefused(Exception):
    """A folder that is not to be published into; nothing was touched.

    `why` is one of the reasons above, `other` what stands in the way: the folder that a link leads to or that
    overlaps, or the first files that are not ours.
    """

    def __init__(self, target: Path, why: str, other: str = "") -> None:
        super().__init__(f"{target}: {why} {other}")
        self.target = target
        self.why = why
        self.other = other


def accept(target: Path, sources: Iterable[Path]) -> None:
    """Raise `TargetRefused` unless a site may stand at `target`, apart from all that it is made from."""
    if any(path.is_symlink() for path in (target, *target.parents)):
        raise TargetRefused(target, LINK, str(target.resolve()))
    kept = Releases(whole_path(target)).folder
    if kept.is_symlink():
        raise TargetRefused(target, LINK, str(kept))
    if Path.cwd().is_relative_to(target.resolve()):
        raise TargetRefused(target, STANDS_IN)
    if target.is_mount():
        raise TargetRefused(target, MOUNTED)
    for source in sources:
        if _overlap(target.resolve(), source.resolve()):
            raise TargetRefused(target, OVERLAP, str(source))
    accept_files(target)


def whole_path(target: Path) -> Path:
    """From the root and without `..`, so that one site has one name."""
    return Path(os.path.abspath(target))  # noqa: PTH100 – `absolute` keeps `..`, `resolve` follows links


def accept_files(target: Path) -> None:
    """Raise `TargetRefused` for a folder with files that no build made."""
    try:
        others = foreign(target)
    except FileNotFoundError:
        return
    except NotADirectoryError:
        raise TargetRefused(target, NO_FOLDER) from None
    if others:
        more = ["…"] if len(others) > NAMED else []
        raise TargetRefused(target, NOT_OURS, ", ".join([*others[:NAMED], *more]))


def _overlap(one: Path, other: Path) -> bool:
    one, other = (Path(os.path.normcase(path)) for path in (one, other))
    return one == other or one in other.parents or other in one.parents
