"""The README: what it shows is what the program says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from kushiro_yearbook.pipeline import examine
from kushiro_yearbook.registers import KINDS
from kushiro_yearbook.report import report

TOP = Path(__file__).parents[1]
README = (TOP / "README.md").read_text("utf-8")


def test_the_fault_shown_is_the_fault_told(tmp_path: Path) -> None:
    """The README's example of a fault is word for word what a clerk reads."""
    shown = re.search(r"```\n(content/(\S+?):\d+:\d+: .*?)\n```", README, re.DOTALL)
    assert shown is not None
    shutil.copytree(TOP / "content", content := tmp_path / "content")
    file = content / shown[2]
    file.write_text(file.read_text("utf-8").replace("令和6年11月2日～", "平成32年11月2日～"), "utf-8")
    checked = examine(content)
    told = report(checked.faults, checked.sources, "content", "ja", {})

    assert told.startswith(shown[1] + "\n")


def test_the_tree_shown_stands_in_the_content() -> None:
    """The folders and files that the README names are those of the content."""
    tree = README.partition("## ファイルの置き場所")[2].partition("```\n")[2].partition("\n```")[0]
    names = set(re.findall(r"^\s+([\w.-]+?)/?(?:\s|$)", tree, re.MULTILINE)) - {"14-surveys.areas.csv"}
    found = {path.name for path in (TOP / "content").rglob("*")}

    assert len(names) > 8
    assert names <= found


def test_each_kind_of_name_is_in_the_readme() -> None:
    """The README lists the kinds that a row of `names.csv` may be of."""
    assert ", ".join(KINDS) in README
