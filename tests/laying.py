"""Small contents for tests of rules: the sound base of `broken/` with a few files laid over it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from kushiro_yearbook.faults import Fault
from kushiro_yearbook.pipeline import examine

BASE = Path(__file__).parent / "broken" / "base"
FOLDER = "2026/01-general/01-planning"
# A file of the tests' own department.
OWN = f"{FOLDER}/03-own.yaml"


def found(folder: Path, files: Mapping[str, str]) -> list[Fault]:
    """The faults of the base with these files, by their paths, over it."""
    content = folder / "content"
    shutil.copytree(BASE, content, dirs_exist_ok=True)
    for path, text in files.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(text, "utf-8", newline="\n")
    return examine(content).faults


def codes(folder: Path, own: str) -> list[str]:
    """The codes of the faults of one section laid over the base."""
    return [fault.code for fault in found(folder, {OWN: own})]
