"""The releases of a site: the one that stands, the one before it, and what a build has under way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kushiro_yearbook.publishing.disk import exchange, move, remove
from kushiro_yearbook.publishing.manifest import MANIFEST, Difference, NoManifest, differences, listed

# So much of a manifest's digest tells one release from another.
NAME_LENGTH = 16


class NoPrevious(Exception):
    """There is no earlier release to go back to, or it has changed: `changed` are its first such files."""

    def __init__(self, changed: Sequence[Difference] = ()) -> None:
        super().__init__(", ".join(difference.path for difference in changed))
        self.changed = changed


@dataclass(frozen=True)
class Releases:
    """Where the releases of a site stand: beside it, so on the same disk.

    Nothing but moving whole folders changes `site`; what of that a kill has cut off, `recover` ends.
    """

    site: Path

    @property
    def folder(self) -> Path:
        """What a build keeps beside the site."""
        return self.site.with_name(f".{self.site.name}.releases")

    @property
    def previous(self) -> Path:
        """The release before the one that stands."""
        return self.folder / "previous"

    @property
    def aside(self) -> Path:
        """The site itself for the moment between two moves, where a system cannot exchange."""
        return self.folder / "aside"

    @property
    def lock(self) -> Path:
        """Who holds it builds."""
        return self.site.with_name(f".{self.site.name}.lock")

    @property
    def builder(self) -> Path:
        """Says who builds."""
        return self.site.with_name(f".{self.site.name}.builder")

    def staged(self, manifest: bytes) -> Path:
        """Where a release is made, named by its manifest: under its name it never stood before."""
        return self.folder / f"new-{_name(manifest)}"

    def put(self, staged: Path) -> None:
        """Let a finished release take the place of the one that stands, which `recover` then keeps."""
        if self.site.exists():
            exchange(self.site, staged, self.aside)
        else:
            move(staged, self.site)

    def go_back(self) -> None:
        """Let the previous release and the one that stands change places; raises `NoPrevious`."""
        try:
            changed = differences(self.previous)
        except NoManifest:
            raise NoPrevious from None
        if changed:
            raise NoPrevious(changed)
        if self.site.exists():
            exchange(self.site, self.previous, self.aside)
        else:
            move(self.previous, self.site)

    def recover(self) -> None:
        """Put right what a build left, however it ended: a site moved aside goes back, half a release goes.

        A release that was taken from its place is kept as the previous one, for which the one before it goes;
        an empty folder that stood there is none.
        """
        if not self.site.exists() and self.aside.exists():
            move(self.aside, self.site)
        for left in self._left():
            if _was_published(left) or (left == self.aside and any(left.iterdir())):
                self._keep(left)
            else:
                remove(left)
        remove(self._older)
        if self.folder.exists() and not any(self.folder.iterdir()):
            self.folder.rmdir()

    @property
    def _older(self) -> Path:
        return self.folder / "older"

    def _left(self) -> Iterator[Path]:
        """What has the names that only a build gives."""
        there = sorted(self.folder.iterdir()) if self.folder.exists() else []
        yield from (path for path in there if _OURS.fullmatch(path.name))
        if self.aside.exists():
            yield self.aside

    def _keep(self, release: Path) -> None:
        remove(self._older)
        if self.previous.exists():
            move(self.previous, self._older)
        move(release, self.previous)


_OURS = re.compile(f"new-[0-9a-f]{{{NAME_LENGTH}}}")


def _was_published(left: Path) -> bool:
    """Whether a release under way is what stood in the place of the one that was made under its name.

    A manifest is put into a release whole and last; who changed a file of a site did not change that.
    """
    try:
        listed(left)
        return left.name != f"new-{_name((left / MANIFEST).read_bytes())}"
    except NoManifest:
        return False


def _name(manifest: bytes) -> str:
    return sha256(manifest).hexdigest()[:NAME_LENGTH]
