"""The changelog: in its form, and of what is there."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from kushiro_yearbook.cli import COMMANDS
from kushiro_yearbook.wording import WORDINGS

CHANGELOG = (Path(__file__).parents[1] / "CHANGELOG.md").read_text("utf-8")
VERSIONS = re.split(r"(?m)^## ", CHANGELOG)[1:]


def test_each_kind_of_change_stands_once_in_a_version() -> None:
    """Added, Changed and the like are headings of their own, in the words of Keep a Changelog."""
    kinds = [re.findall(r"(?m)^### (.*)", version) for version in VERSIONS]

    assert all(len(found) == len(set(found)) for found in kinds)
    assert {kind for found in kinds for kind in found} <= {
        "Added",
        "Changed",
        "Deprecated",
        "Removed",
        "Fixed",
        "Security",
    }


def test_nothing_is_told_twice() -> None:
    """No entry stands in the changelog a second time."""
    entries = Counter(" ".join(entry.split()) for entry in re.findall(r"(?m)^- (.*(?:\n  .*)*)", CHANGELOG))

    assert [] == [entry for entry, number in entries.items() if number > 1]


def test_what_the_newest_version_names_exists() -> None:
    """Codes of faults and commands are those of the program."""
    newest = VERSIONS[0]

    assert set(re.findall(r"\b[A-Z][0-9]{2}\b", newest)) <= set(WORDINGS)
    assert set(re.findall(r"`yearbook (\w+)", newest)) <= set(COMMANDS)
