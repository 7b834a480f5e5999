"""What has to stand after a kill, whatever it fell into, and after the build that follows."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import chdir, contextmanager
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from jinja2 import FileSystemBytecodeCache

from kushiro_yearbook import theme
from kushiro_yearbook.cli import main
from kushiro_yearbook.publishing import disk
from kushiro_yearbook.publishing.lock import alone
from kushiro_yearbook.publishing.releases import Releases
from tests.killing import Kill, Moment, run
from tests.publishing import Tree, tree

BASE = Path(__file__).parent / "broken" / "base"
DEPARTMENT = "2026/01-general/01-planning"
# In Japanese alone, to be quick: about ten outputs.
LANGUAGES = "languages: [ja]\n"
# States of it, by the section that is laid over the base: pages change, come and go.
NOTE = "title: 補遺\ntext: 計画の補遺です。\n"
CONTENTS = {
    "first": "03-earlier.yaml",
    "second": "03-later.yaml",
    "third": "03-last.yaml",
    "fourth": "03-mended.yaml",
}
BUILD, ROLLBACK = ["build", "--quiet", "--lang=en"], ["rollback", "--lang=en"]


@dataclass(frozen=True)
class Scenario:
    """A command and what it finds: the content, the release that stands, and the one it puts there.

    `earlier` is the previous release once a build has ended well. `by_moves` takes the way round of a system
    that cannot exchange two folders; so many `kills` come one after the other; `edited` is the content of the
    build after them where it is another one.
    """

    command: list[str]
    content: str
    old: str | None
    new: str
    earlier: str | None
    by_moves: bool = False
    kills: int = 1
    edited: str | None = None

    def kept(self, stood: str) -> str | None:
        """The previous release after the build that follows: with other content, the one that stood."""
        if self.edited is None:
            return self.earlier
        return self.new if stood == "new" else self.old


_FIRST = Scenario(BUILD, "second", None, "second", None)
_UPDATE = Scenario(BUILD, "third", "second", "third", "second")
_ROLLBACK = Scenario(ROLLBACK, "second", "second", "first", "first")
SCENARIOS: Mapping[str, Scenario] = {
    "first": _FIRST,
    "update": _UPDATE,
    "update, then edited": replace(_UPDATE, edited="fourth"),
    "update by moves": replace(_UPDATE, by_moves=True),
    "update, killed twice": replace(_UPDATE, kills=2),
    "update by moves, killed twice": replace(_UPDATE, by_moves=True, kills=2),
    "rollback": _ROLLBACK,
    "rollback by moves": replace(_ROLLBACK, by_moves=True),
}

# What may stand after a kill, besides "old" and "new": no site yet, or the old one aside between two moves.
NONE, ASIDE = "none", "aside"
# What may not.
MIXTURE, LOST = "a mixture", "lost"


@dataclass(frozen=True)
class Verdict:
    """Of a trial: the phases its kills fell into, what stood after each, and what was wrong."""

    phases: tuple[str, ...]
    stood: tuple[str, ...]
    wrong: tuple[str, ...]


@dataclass(frozen=True)
class Judge:
    """Knows each release as a clean build makes it.

    In `top` stand the clean builds, and `begun`, where the second release was published after the first;
    `measured` remembers how many seconds a command takes that nobody kills.
    """

    top: Path
    clean: Mapping[str, Tree]
    measured: dict[str, float] = field(default_factory=dict)

    @classmethod
    def at(cls, top: Path) -> Judge:
        """A judge with everything made that it compares with; what comes after runs warm."""
        # As where Python may keep what it compiled, which the environment of tests may forbid.
        theme.compiled_templates = lambda: FileSystemBytecodeCache(str(top))
        for name in CONTENTS:
            lay(name, top / name)
            with chdir(top / name):
                main(BUILD)
        for name in ("first", "second"):
            lay(name, top / "begun")
            run(BUILD, top / "begun")
        return cls(top, {name: tree(top / name / "site") for name in CONTENTS})

    def uniform(self, name: str, chance: random.Random) -> Verdict:
        """A trial at random moments of a scenario's command; after one that ended sooner, another."""
        while True:
            kills = [chance.uniform(0, self._seconds(name)) for _ in range(SCENARIOS[name].kills)]
            if verdict := self.trial(name, kills):
                return verdict

    def trial(self, name: str, kills: Sequence[Kill]) -> Verdict | None:
        """Kill the command of a scenario, judging each time, and let a build follow; None for a miss."""
        scenario = SCENARIOS[name]
        with self._begun(scenario) as folder:
            phases, stood, wrong = [], [], list[str]()
            for kill in kills:
                phase = _killed(scenario, kill, folder)
                if phase is None:
                    return None
                phases.append(phase)
                stood.append(self.standing(scenario, folder, wrong))
            if stood[-1] == ASIDE:
                self.recover(scenario, folder, wrong)
            lay(scenario.edited or scenario.content, folder)
            run(BUILD, folder, by_moves=scenario.by_moves)
            self.finish(scenario, stood[-1], folder, wrong)
            return Verdict(tuple(phases), tuple(stood), tuple(wrong))

    @contextmanager
    def _begun(self, scenario: Scenario) -> Iterator[Path]:
        """What a command finds; `cp` keeps one file one that two releases share."""
        folder = self.top / "trial"
        if scenario.old is None:
            folder.mkdir()
        else:
            subprocess.run(["cp", "-a", str(self.top / "begun"), str(folder)], check=True)
        lay(scenario.content, folder)
        try:
            yield folder
        finally:
            shutil.rmtree(folder)

    def _seconds(self, name: str) -> float:
        scenario, times = SCENARIOS[name], list[float]()
        for _ in range(0 if name in self.measured else 3):
            with self._begun(scenario) as folder:
                times.append(run(scenario.command, folder, by_moves=scenario.by_moves).seconds)
        return self.measured.setdefault(name, median(times or [0]))

    def standing(self, scenario: Scenario, folder: Path, wrong: list[str]) -> str:
        """What stands after a kill; adds to `wrong` what may not."""
        releases = Releases(folder / "site")
        if releases.previous.exists() and tree(releases.previous) not in self.clean.values():
            wrong.append("the previous release is not whole")
        found = self._found(scenario, releases)
        if found in (MIXTURE, LOST):
            wrong.append(f"the site is {found}")
        return found

    def _found(self, scenario: Scenario, releases: Releases) -> str:
        if releases.site.exists():
            rightly = {scenario.old: "old", scenario.new: "new"}
            return next((said for name, said in rightly.items() if self._is(releases.site, name)), MIXTURE)
        if scenario.old is None:
            return NONE
        return ASIDE if _moves(scenario) and self._is(releases.aside, scenario.old) else LOST

    def recover(self, scenario: Scenario, folder: Path, wrong: list[str]) -> None:
        """Let what every command does first put the old site back from aside."""
        with alone(Releases(folder / "site"), waiting=lambda: None):
            pass
        if self.standing(scenario, folder, wrong) != "old":
            wrong.append("the old site did not come back")

    def finish(self, scenario: Scenario, stood: str, folder: Path, wrong: list[str]) -> None:
        """Add to `wrong` where a build after the kills left something else than a clean one."""
        releases, kept = Releases(folder / "site"), scenario.kept(stood)
        if not self._is(releases.site, scenario.edited or scenario.content):
            wrong.append("the next build differs from a clean one")
        if kept and not self._is(releases.previous, kept):
            wrong.append("the previous release is not the one before")
        beside = {".site.releases"} if kept else set()
        left = {path.name for path in folder.iterdir()} - {"content", "site"} - beside
        left |= {path.name for path in releases.folder.glob("*")} - {"previous"}
        if left:
            wrong.append(f"litter: {', '.join(sorted(left))}")

    def _is(self, folder: Path, name: str | None) -> bool:
        return name is not None and folder.exists() and tree(folder) == self.clean[name]


def _killed(scenario: Scenario, kill: Kill, folder: Path) -> str | None:
    """Run the command and kill it; to be killed while it waits, it is made to wait."""
    if isinstance(kill, Moment) and kill.of == "wait":
        with alone(Releases(folder / "site"), waiting=lambda: None):
            return run(scenario.command, folder, kill, by_moves=scenario.by_moves).phase
    return run(scenario.command, folder, kill, by_moves=scenario.by_moves).phase


def _moves(scenario: Scenario) -> bool:
    """Whether no site stands for the moment between two moves."""
    return scenario.by_moves or disk.of_system("renameat2") is None


def lay(name: str, folder: Path) -> None:
    """Put one of the contents into a folder, in the place of the one that is there."""
    shutil.rmtree(folder / "content", ignore_errors=True)
    shutil.copytree(BASE, folder / "content")
    settings = folder / "content" / "yearbook.yaml"
    settings.write_text(settings.read_text("utf-8") + LANGUAGES, "utf-8", newline="\n")
    (folder / "content" / DEPARTMENT / CONTENTS[name]).write_text(NOTE, "utf-8", newline="\n")


# Several judges at once, each in a process and a folder of its own.


def court(top: Path, judges: int | None = None) -> ProcessPoolExecutor:
    """Processes that try what is submitted: `at_moments` and `at_random`."""
    return ProcessPoolExecutor(judges, get_context("spawn"), _sit, (top,))


def at_moments(name: str, kills: Sequence[Kill]) -> Verdict | None:
    """A trial in a process of a court; None where a moment never came."""
    return _JUDGES[0].trial(name, kills)


def at_random(seed: str) -> tuple[str, Verdict]:
    """A trial in a process of a court, of a scenario and at moments that the seed chooses."""
    chance = random.Random(seed)  # noqa: S311 – no secret
    name = chance.choice(list(SCENARIOS))
    return name, _JUDGES[0].uniform(name, chance)


_JUDGES: list[Judge] = []


def _sit(top: Path) -> None:
    own = top / f"judge-{os.getpid()}"
    own.mkdir()
    _JUDGES.append(Judge.at(own))
