"""What happens to a site when a system call fails: every call of a command, one after the other.

`scripts/failures` tries everything and prints it; `test_failing.py` tries what there is time for.
"""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

TOP = Path(__file__).parents[1]

# As in `failing.c`.
NAME, FILE, ROOM, NUMBER, WRITING, SPEAKING = 1, 2, 4, 8, 16, 32
ONCE, FROM_THEN_ON, HALF = 0, 1, 2


@dataclass(frozen=True)
class Failure:
    """The error that calls of some kinds end with: once, from then on, or none but only half written."""

    error: int
    kinds: int
    way: int = ONCE


# From then on only the disk fails: what is said then must still be heard, to be judged.
FAILURES: Mapping[str, Failure] = {
    "EIO": Failure(errno.EIO, FILE | SPEAKING),
    "EIO from then on": Failure(errno.EIO, FILE, FROM_THEN_ON),
    "ENOSPC": Failure(errno.ENOSPC, ROOM | SPEAKING),
    "ENOSPC from then on": Failure(errno.ENOSPC, ROOM, FROM_THEN_ON),
    "EACCES": Failure(errno.EACCES, NAME),
    "EMFILE": Failure(errno.EMFILE, NUMBER),
    "EINTR": Failure(errno.EINTR, FILE | SPEAKING),
    "short write": Failure(0, WRITING | SPEAKING, HALF),
    "nothing can be said": Failure(errno.ENOSPC, SPEAKING, FROM_THEN_ON),
}

SITE, PREVIOUS, ASIDE = "site", ".site.releases/previous", ".site.releases/aside"


@dataclass(frozen=True)
class Situation:
    """Which edition stands where before a command, and which one it lets stand.

    `kept` is the previous one after the next build. `reads` where content and templates are read each time,
    and not made ready before; `exchanges` where the system can.
    """

    before: Mapping[str, str]
    after: str = "new"
    kept: str = "old"
    command: str = "build"
    reads: bool = False
    exchanges: bool = True


UPDATE = Situation({SITE: "old", PREVIOUS: "oldest"})
ROLLBACK = Situation({SITE: "new", PREVIOUS: "old"}, after="old", command="rollback")
KILLED = {ASIDE: "old", PREVIOUS: "oldest", ".site.releases/new-0123456789abcdef": "half"}

SITUATIONS: Mapping[str, Situation] = {
    "update, read anew": replace(UPDATE, reads=True),
    "first": Situation({}, kept=""),
    "update": UPDATE,
    "update by moves": replace(UPDATE, exchanges=False),
    "unchanged": Situation({SITE: "new", PREVIOUS: "old"}),
    "rollback": ROLLBACK,
    "rollback by moves": replace(ROLLBACK, exchanges=False),
    "after a kill": Situation(KILLED, exchanges=False),
}


@dataclass(frozen=True)
class Job:
    """One failure in one situation."""

    situation: str
    failure: str


@dataclass
class Found:
    """What came of a job: how often each call failed, with which exit codes, and what was wrong."""

    calls: dict[str, int] = field(default_factory=dict)
    codes: dict[str, int] = field(default_factory=dict)
    violations: list[str] = field(default_factory=list)

    @property
    def points(self) -> int:
        """How many calls failed, each in a run of its own."""
        return sum(self.calls.values())


def library(folder: Path) -> Path:
    """Compile what lets calls fail."""
    made = folder / "failing.so"
    source = TOP / "tests" / "failing.c"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", made, source, "-ldl"], check=True)
    return made


def survey(jobs: Iterable[Job], folder: Path) -> Iterator[tuple[Job, Found]]:
    """Do jobs below a folder, as many situations at once as there are processors."""
    failures: dict[str, list[str]] = {}
    for job in jobs:
        failures.setdefault(job.situation, []).append(job.failure)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        done = pool.map(partial(_done, folder, library(folder)), failures, failures.values())
        for (situation, names), founds in zip(failures.items(), done, strict=True):
            yield from zip((Job(situation, name) for name in names), founds, strict=True)


def _done(folder: Path, made: Path, situation: str, failures: list[str]) -> list[Found]:
    place = Path(tempfile.mkdtemp(dir=folder))
    path = os.pathsep.join([str(TOP / "src"), str(TOP)])
    environment = {**os.environ, "LD_PRELOAD": str(made), "PYTHONPATH": path, "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-m", "tests.laboratory", str(made), situation, *failures]
    told = subprocess.run(command, env=environment, cwd=place, stdout=subprocess.PIPE, check=True)
    return [Found(**found) for found in json.loads(told.stdout)]
