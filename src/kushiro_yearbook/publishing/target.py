"""Whether a folder may be published into: what it must not be, told before anything is made."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from kushiro_yearbook.publishing.manifest import foreign

# Why a folder is refused.
LINK, OVERLAP, NO_FOLDER, NOT_OURS = "link", "overlap", "no folder", "not ours"

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
    for source in sources:
        if _overlap(target.resolve(), source.resolve()):
            raise TargetRefused(target, OVERLAP, str(source))
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
