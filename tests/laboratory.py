"""The process in which calls fail: `python -m tests.laboratory LIBRARY SITUATION FAILURE ...`.

With the library under LD_PRELOAD it imports the program once, lets a child run the command for each call,
and judges what that leaves.
"""

from __future__ import annotations

import ctypes
import json
import os
import re
import shutil
import sys
import traceback
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from kushiro_yearbook import cli, pipeline, theme
from kushiro_yearbook.commands import build
from kushiro_yearbook.pipeline import Checked, examine, program_theme
from kushiro_yearbook.publishing import disk
from tests.failing import (
    ASIDE,
    FAILURES,
    FROM_THEN_ON,
    PREVIOUS,
    SITE,
    SITUATIONS,
    TOP,
    Failure,
    Found,
    Situation,
)

PLANS = Path("content/2026/01-general/01-planning/01-plans.yaml")
# What a command may leave when all went well.
LEFT = {"content", SITE, ".site.releases", PREVIOUS}
CLEAN = {0, 1, 2}
# The calls in which a lock can fail.
LOCKING = {"flock", "stat", "stat64", "fstat", "fstat64"}

Tree = Mapping[str, tuple[int, bytes]]


def tree(folder: Path) -> Tree:
    """All that stands below a folder, with modes; nothing where there is none."""
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    return {
        name: (path.stat().st_mode, b"" if path.is_dir() else path.read_bytes())
        for name, path in paths.items()
    }


def standing() -> set[str]:
    """What stands in the current folder and among the releases."""
    return {path.as_posix() for path in (*Path().iterdir(), *Path().glob(".site.releases/*"))}


@dataclass(frozen=True)
class Ending:
    """How a command ended: its exit code, what it said, and the call that failed."""

    code: int
    said: str
    call: str


class Laboratory:
    """The current folder, in which a command is tried again and again; `kept` holds the editions."""

    def __init__(self, library: str, situation: Situation, ready: Checked, kept: Path) -> None:
        self.library = ctypes.CDLL(library)
        self.library.failing_arm.argtypes = [ctypes.c_long, ctypes.c_int, ctypes.c_int, ctypes.c_int]
        self.library.failing_disarm.restype = ctypes.c_char_p
        self.situation = situation
        self.ready = ready
        self.kept = kept
        self.trees: dict[str, Tree] = {"": {}}
        self.trees |= {name: tree(kept / name) for name in ("oldest", "old", "new")}

    def found(self, failure: Failure) -> Found:
        """What comes of it when the first, second, third … call fails, until a run makes fewer calls."""
        self.failure = failure
        calls, codes, violations = Counter[str](), Counter[str](), []
        for number in range(1, sys.maxsize):
            self._lay()
            before = standing()
            ending = self._run(number, self.situation.command, "--lang=en")
            if not ending.call:
                break
            calls[ending.call] += 1
            codes[str(ending.code)] += 1
            wrong = [*self._left(ending, before), *self._next()]
            violations += [
                f"{number}, {ending.call}: {words} ({ending.code}: {ending.said})" for words in wrong
            ]
        return Found(dict(calls), dict(codes), violations)

    def _lay(self) -> None:
        """Let stand what stands before the command."""
        for path in Path().iterdir():
            if path.name != "content":
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        for place, name in self.situation.before.items():
            shutil.copytree(self.kept / name, place)

    def _run(self, number: int, *arguments: str) -> Ending:
        """A command in a process of its own; with the number 0 nothing fails, and no content is read."""
        told, tells = os.pipe()
        said = self.kept / "said"
        child = os.fork()
        if not child:
            self._be_the_command(number, list(arguments), tells, said)
        os.close(tells)
        with os.fdopen(told) as words:
            call = words.read()
        _, status = os.waitpid(child, 0)
        return Ending(os.waitstatus_to_exitcode(status), said.read_text("utf-8"), call)

    def _be_the_command(self, number: int, arguments: list[str], tells: int, said: Path) -> None:
        file = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(file, 1)
        os.dup2(file, 2)
        code = 99
        try:
            if not number:
                lend(self.ready)
            else:
                self.library.failing_arm(number, self.failure.kinds, self.failure.error, self.failure.way)
            code = cli.main(arguments)
            sys.stdout.flush()  # as at a program's end
            sys.stderr.flush()
        except BaseException:  # noqa: BLE001 – whatever it is, it is no clean end
            self.library.failing_disarm()
            os.write(file, traceback.format_exc().encode())
        finally:
            os.write(tells, self.library.failing_disarm() or b"")
            os._exit(code)

    def _left(self, ending: Ending, stood: set[str]) -> Iterator[str]:
        """What is wrong with what a command left and said."""
        site, after = tree(Path(SITE)), self.trees[self.situation.after]
        before = [self.trees[self.situation.before.get(place, "")] for place in (SITE, ASIDE)]
        if site not in (before[0], after) and not (site and site == before[1]) and not self._moved_aside():
            yield "a mixture"
        if tree(Path(PREVIOUS)) not in self.trees.values():
            yield "half a previous release"
        if ending.code not in CLEAN or "Traceback" in ending.said:
            yield "no clean end"
        if ending.code == 0 and site != after:
            yield "said to be done, and not"
        if ending.code and site not in before and "nothing" in ending.said.lower():
            yield "said to have changed nothing, and has"
        gone = ending.code and site != after and self.failure.way != FROM_THEN_ON
        # Where the lock itself fails its file stays: it may be another build's, and the next takes it away.
        lock = {".site.lock"} if ending.call in LOCKING else set()
        if gone and (litter := standing() - stood - LEFT - lock):
            yield f"litter: {sorted(litter)}"

    def _moved_aside(self) -> bool:
        """Whether the last site is whole and beside its place, as only where two moves in a row fail."""
        moved = tree(Path(ASIDE)) == self.trees[self.situation.before.get(SITE, "")]
        return moved and not Path(SITE).exists() and self.failure.way == FROM_THEN_ON

    def _next(self) -> Iterator[str]:
        """What is wrong with the next build, when all calls work again."""
        again = self._run(0, "build", "--lang=en", "--quiet")
        if (again.code, again.said) != (0, ""):
            yield f"the next build ends with {again.code}: {again.said}"
        if tree(Path(SITE)) != self.trees["new"]:
            yield "the next build makes another site than a clean one"
        if tree(Path(PREVIOUS)) != self.trees[self.situation.kept]:
            yield "after the next build the previous release is another"
        expected = LEFT if self.situation.kept else {"content", SITE}
        if standing() != expected:
            yield f"litter after the next build: {sorted(standing() - expected)}"


def move_program(folder: Path) -> None:
    """A copy of the templates, beside which nobody else keeps compiled ones meanwhile."""
    shutil.copytree(theme.PACKAGE / "locales", folder / "locales")
    for name in ("templates", "static", "starter"):
        shutil.copytree(TOP / name, folder / name)
    (folder / "__pycache__").mkdir()
    sys.dont_write_bytecode = False
    change(theme, "PACKAGE", folder)


def change(module: Any, name: str, value: object) -> None:
    """Let a module have something else under a name, to the end of this process."""
    patch.object(module, name, value).start()


# What is not made, so that the site is of about ten files and every call of every situation can be tried.
SPARED = re.compile(r"print/|word-index|accessibility|legend|search|start\.")


def spare() -> None:
    """Let a build make about ten files, some of whose links lead nowhere then."""
    whole = pipeline.make

    def few(*arguments: Any, **named: Any) -> Mapping[str, bytes]:
        made = whole(*arguments, **named)
        return {path: data for path, data in made.items() if not SPARED.search(path)}

    change(pipeline, "make", few)
    change(pipeline, "dead", lambda _: [])


def make_editions(kept: Path) -> None:
    """Three editions of a small site in one language, and half of one; the content is that of the last."""
    shutil.copytree(TOP / "tests" / "broken" / "base", "content")
    with Path("content/yearbook.yaml").open("a", encoding="utf-8") as settings:
        settings.write("languages: [ja]\n")
    plans = PLANS.read_text("utf-8")
    for name, number in (("oldest", "18"), ("old", "19"), ("new", "20")):
        PLANS.write_text(plans.replace("19事業", f"{number}事業"), "utf-8")
        assert cli.main(["build", "--quiet", "--site", str(kept / name)]) == 0
    shutil.copytree(kept / "new" / "ja", kept / "half")


def read_once() -> Checked:
    """The content, with the files that are made from it."""
    checked = examine(Path("content"))
    assert checked.yearbook is not None
    return replace(checked, files=pipeline.make(checked.yearbook, program_theme(checked.town)))


def lend(ready: Checked) -> None:
    """Let a build take what was read before: that takes time, and no disk."""
    change(build, "examine", lambda *_, **__: ready)


def main() -> None:
    """Print what was found of each failure, as JSON."""
    library, name, *failures = sys.argv[1:]
    situation = SITUATIONS[name]
    kept, place = Path.cwd() / "kept", Path.cwd() / "place"
    kept.mkdir()
    place.mkdir()
    os.chdir(place)
    move_program(kept / "program")
    spare()
    make_editions(kept)
    change(disk, "PAUSES", [0.0] * len(disk.PAUSES))
    if not situation.exchanges:
        change(disk, "of_system", lambda _: None)
    ready = read_once()
    if not situation.reads:
        lend(ready)
    laboratory = Laboratory(library, situation, ready, kept)
    founds = [laboratory.found(FAILURES[failure]) for failure in failures]
    sys.stdout.write(json.dumps([vars(found) for found in founds]))


if __name__ == "__main__":
    main()
