"""What all tests share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples everywhere and every time, and none too slow on a busy machine: `scripts/fuzz` searches.
settings.register_profile("here", derandomize=True, deadline=None, database=None)
settings.load_profile("here")

Link = Callable[[Path, Path], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` rewrites golden files, to be reviewed in the diff."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")


@pytest.fixture(params=["made", "stood for"])
def link(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Link:
    """Makes a link; where the system allows none, as Windows often does, a file that passes for one."""
    links: set[Path] = set()
    is_symlink = Path.is_symlink

    def refuse(path: Path, _target: Path) -> None:
        raise OSError(22, "A required privilege is not held by the client", str(path))

    def make(path: Path, target: Path) -> None:
        try:
            path.symlink_to(target)
        except OSError:
            path.write_bytes(b"")
            links.add(path)
            monkeypatch.setattr(Path, "is_symlink", lambda self: self in links or is_symlink(self))

    if request.param == "stood for":
        monkeypatch.setattr(Path, "symlink_to", refuse)
    return make
