"""The same content and version make the same site, wherever and whenever it is built."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.publishing import Tree, tree

TOP = Path(__file__).parents[1]
CONTENTS = {"content": TOP / "content", "specimen": TOP / "tests" / "specimen" / "content"}
PROGRAM = ("build.py", "src", "templates", "static")
# What no Python starts without on Windows.
NEEDED = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}

# Which of these Windows does not take from the environment.
NOT_ON_WINDOWS = {"time zone", "hour", "mask"}
# What a program could let into its output, as it finds it.
PROBE = """
import datetime, json, locale, os, sys, time
print(json.dumps({
    "path": os.getcwd(),
    "time zone": time.strftime("%Z", time.localtime(0)),
    "hour": time.localtime(0).tm_hour,
    "language": [os.environ.get(name) for name in ("LC_ALL", "LANG", "LANGUAGE")],
    "encoding": locale.getpreferredencoding(False),
    "mask": os.umask(0),
    "order of a set": list({"a", "b", "c", "d", "e", "f", "g", "h"}),
    "order of files": os.listdir("content"),
    "order of entries": [entry.name for entry in os.scandir("content")],
    "time of a file": os.stat("content/yearbook.yaml").st_mtime,
    "year": time.localtime().tm_year,
    "year by seconds": time.time() // (366 * 86400),
    "year by date": datetime.date.today().year,
    "year by datetime": datetime.datetime.now().year,
    "year by zone": datetime.datetime.now(datetime.timezone.utc).year,
    "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH"),
    "cores": os.cpu_count(),
    "user": [os.environ.get(name) for name in ("HOME", "USER")],
    "keeps compiled code": not sys.dont_write_bytecode,
}))
"""


@dataclass(frozen=True)
class Surroundings:
    """Where and how a build runs; `copied` puts the files of a folder in an order of writing."""

    folder: Path
    mask: int
    variables: Mapping[str, str]
    copied: Callable[[Iterable[Path]], Iterable[Path]]
    written: int

    def fill(self) -> None:
        """Put the program and the contents there."""
        for name in PROGRAM:
            self._copy(TOP / name, self.folder / name)
        for name, content in CONTENTS.items():
            self._copy(content, self.folder / name)

    def _copy(self, source: Path, target: Path) -> None:
        """File by file, for the disk to keep them in that order, and none that Python compiled."""
        for path in self.copied(sorted(source.rglob("*")) or [source]):
            if path.is_file() and "__pycache__" not in path.parts:
                own = target / path.relative_to(source)
                own.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, own)
                os.utime(own, (self.written, self.written))

    def run(self, *arguments: str) -> str:
        """What a Python says that runs there."""
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            env={**NEEDED, **self.variables},
            umask=self.mask if os.name != "nt" else -1,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return done.stdout

    def built(self, content: str, site: str) -> Tree:
        """A site that is built there."""
        self.run("build.py", "build", "--quiet", "--content", content, "--site", site)
        return tree(self.folder / site)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Surroundings, Surroundings]:
    """Two surroundings that have nothing in common but the program, the content and the Python."""
    one = Surroundings(
        tmp_path_factory.mktemp("a"),
        0o022,
        {"TZ": "UTC0", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONHASHSEED": "1"}
        | {"HOME": "/home/a", "USER": "a", "SOURCE_DATE_EPOCH": "1"},
        copied=list,
        written=1_000_000_000,
    )
    other = Surroundings(
        tmp_path_factory.mktemp("b") / "年鑑 の置き場所" / "x y",
        0o077,
        {"TZ": "JST-9", "LANG": "ja_JP.UTF-8", "LANGUAGE": "ja", "PYTHONUTF8": "1", "PYTHONHASHSEED": "4242"}
        | {"SOURCE_DATE_EPOCH": "2000000000", "PYTHONDONTWRITEBYTECODE": "1"}
        | {"PYTHONPATH": str(TOP / "tests" / "elsewhere")},
        copied=lambda paths: reversed(list(paths)),
        written=1_700_000_000,
    )
    one.fill()
    other.fill()
    return one, other


def test_the_surroundings_differ_in_everything(two: tuple[Surroundings, Surroundings]) -> None:
    """All that could get into a site is another there, else the tests below would prove nothing of it."""
    one, other = (json.loads(place.run("-c", PROBE)) for place in two)

    alike = {name for name in one if one[name] == other[name]}

    assert alike == (NOT_ON_WINDOWS if os.name == "nt" else set())


@pytest.mark.parametrize("content", CONTENTS)
def test_two_builds_are_the_same(content: str, two: tuple[Surroundings, Surroundings]) -> None:
    """Each file and folder has the same bytes and the same mode, whether code was compiled before or not."""
    one, other = two
    first = one.built(content, f"site-{content}")
    again = one.built(content, f"site-{content}-again")
    elsewhere = other.built(content, f"site-{content}")

    assert len(first) > 50
    assert [] == differing(first, again)
    assert [] == differing(first, elsewhere)


def differing(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    """The names under which two trees do not hold the same."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
