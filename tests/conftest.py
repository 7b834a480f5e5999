"""What all tests share."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` rewrites golden files, to be reviewed in the diff."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")
