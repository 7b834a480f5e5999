"""What all tests share."""

from __future__ import annotations

import pytest
from hypothesis import settings

# The same examples everywhere and every time, and none too slow on a busy machine: `scripts/fuzz` searches.
settings.register_profile("here", derandomize=True, deadline=None, database=None)
settings.load_profile("here")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` rewrites golden files, to be reviewed in the diff."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")
