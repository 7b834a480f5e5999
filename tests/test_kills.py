"""`kill -9` at any moment: what stands is the site before or the new one, and the next build ends well."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from kushiro_yearbook.progress import STEPS
from kushiro_yearbook.publishing.disk import of_system
from kushiro_yearbook.publishing.releases import Releases
from tests.judging import (
    ASIDE,
    CONTENTS,
    LOST,
    MIXTURE,
    NONE,
    SCENARIOS,
    Judge,
    at_moments,
    at_random,
    court,
)
from tests.killing import Moment
from tests.publishing import tree

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has neither forks nor `kill -9`")

# In CI; `scripts/kills` does a thousand.
RANDOM = 50

PUBLISHING = "kushiro_yearbook.publishing"
STEP = "kushiro_yearbook.commands.pace.Pace.step"
WRITE, EXCHANGE = f"{PUBLISHING}.publish.write", f"{PUBLISHING}.releases.exchange"
# Of `exchange` on its way round, and of what `Releases` moves itself.
MOVE_ROUND, MOVE = f"{PUBLISHING}.disk.move", f"{PUBLISHING}.releases.move"

HALF_A_FILE = Moment("half", WRITE, call=3)
EXCHANGED = Moment("after", EXCHANGE, "site")
SITE_AWAY, SITE_THERE = Moment("after", MOVE_ROUND, "aside"), Moment("after", MOVE_ROUND, "site", 2)
# A folder is removed file by file.
REMOVING = Moment("after", "os.unlink", "404.html")

# What is killed when, and what then stands.
KILLS = {
    **{f"first, {step}": ("first", [Moment("before", STEP, step)], NONE) for step in STEPS},
    **{f"update, {step}": ("update", [Moment("before", STEP, step)], "old") for step in STEPS},
    "first, half a file": ("first", [HALF_A_FILE], NONE),
    "first, before it is put there": ("first", [Moment("before", MOVE, "site")], NONE),
    "first, after it is put there": ("first", [Moment("after", MOVE, "site")], "new"),
    "update, half of the files": ("update", [Moment("before", WRITE, call=6)], "old"),
    "update, half a file": ("update", [HALF_A_FILE], "old"),
    "update, before the exchange": ("update", [Moment("before", EXCHANGE)], "old"),
    "update, after the exchange": ("update", [EXCHANGED], "new"),
    "update, the previous one moved": ("update", [Moment("after", MOVE, "older")], "new"),
    "update, the last one kept": ("update", [Moment("after", MOVE, "previous", 2)], "new"),
    "update, the older one half removed": ("update", [REMOVING], "new"),
    "update, half of the files flushed": ("update by moves", [Moment("after", "os.fsync", call=6)], "old"),
    "update, before the moves": ("update by moves", [Moment("before", MOVE_ROUND, "aside")], "old"),
    "update, between the moves": ("update by moves", [SITE_AWAY], ASIDE),
    "update, after the second move": ("update by moves", [SITE_THERE], "new"),
    "update, after the third move": ("update by moves", [Moment("after", EXCHANGE)], "new"),
    "rollback, before the exchange": ("rollback", [Moment("before", EXCHANGE)], "old"),
    "rollback, after the exchange": ("rollback", [EXCHANGED], "new"),
    "rollback, between the moves": ("rollback by moves", [SITE_AWAY], ASIDE),
    "rollback, after the second move": ("rollback by moves", [SITE_THERE], "new"),
    "update, half of the files, then edited": (
        "update, then edited",
        [Moment("before", WRITE, call=6)],
        "old",
    ),
    "update, exchanged, then edited": ("update, then edited", [EXCHANGED], "new"),
    "after a kill, half a release half removed": ("update", [HALF_A_FILE, REMOVING], "old"),
    "after a kill, the previous one moved": ("update", [EXCHANGED, Moment("after", MOVE, "older")], "new"),
    "after a kill, before the site comes back": (
        "update by moves",
        [SITE_AWAY, Moment("before", MOVE, "site")],
        ASIDE,
    ),
    "after a kill, after the site came back": (
        "update by moves",
        [SITE_AWAY, Moment("after", MOVE, "site")],
        "old",
    ),
}


@pytest.fixture(scope="module")
def judges(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProcessPoolExecutor]:
    """Those who try the kills."""
    with court(tmp_path_factory.mktemp("kills"), 2) as judges:
        yield judges


@pytest.mark.parametrize("name", KILLS)
def test_a_kill_at_a_named_moment(name: str, judges: ProcessPoolExecutor) -> None:
    """In each step and around each move: one of the two stands, or is aside between two moves."""
    scenario, kills, stands = KILLS[name]
    verdict = judges.submit(at_moments, scenario, kills).result()

    assert verdict is not None, "it never came to that moment"
    assert ((), stands) == (verdict.wrong, verdict.stood[-1])


def test_kills_at_random_moments(judges: ProcessPoolExecutor) -> None:
    """At moments uniform over the time that a command takes, chosen anew by each seed."""
    tried = dict(zip(range(RANDOM), judges.map(at_random, map(str, range(RANDOM))), strict=True))

    assert {} == {seed: verdict for seed, (_, verdict) in tried.items() if verdict.wrong}


# The judge.


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    """A judge of small releases, who has never seen a build."""
    clean = {}
    for name in CONTENTS:
        clean[name] = tree(put(tmp_path / name, {"index.html": name, "a.html": "the same in all"}))
    return Judge(tmp_path, clean)


def put(folder: Path, files: dict[str, str]) -> Path:
    """A folder of files."""
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    return folder


NEW, OLD = (
    {"index.html": "third", "a.html": "the same in all"},
    {"index.html": "second", "a.html": "the same in all"},
)
MIXED = [
    {"index.html": "third"},
    {**NEW, "b.html": ""},
    {**NEW, "a.html": "the sa"},
    {"a.html": "the same in all"},
    {},
]


@pytest.mark.parametrize("files", MIXED)
def test_the_judge_sees_what_is_neither(files: dict[str, str], judge: Judge) -> None:
    """A file that is missing, more, cut off, or of another release makes a mixture."""
    site = put(judge.top / "trial" / "site", files)
    wrong: list[str] = []

    assert MIXTURE == judge.standing(SCENARIOS["update"], site.parent, wrong)
    assert ["the site is a mixture"] == wrong


@pytest.mark.parametrize(("files", "found"), [(OLD, "old"), (NEW, "new")])
def test_the_judge_knows_the_two(files: dict[str, str], found: str, judge: Judge) -> None:
    """Either of the two is right, and with another mode it is neither."""
    site = put(judge.top / "trial" / "site", files)
    wrong: list[str] = []
    right = judge.standing(SCENARIOS["update"], site.parent, wrong)
    (site / "a.html").chmod(0o600)

    assert (found, []) == (right, wrong)
    assert MIXTURE == judge.standing(SCENARIOS["update"], site.parent, wrong)


@pytest.mark.parametrize(
    ("name", "aside", "found"),
    [
        ("update", OLD, LOST),
        ("update by moves", OLD, ASIDE),
        ("update by moves", NEW, LOST),
        ("update by moves", {}, LOST),
    ],
)
@pytest.mark.skipif(of_system("renameat2") is None, reason="only Linux always has a site in its place")
def test_the_judge_misses_a_site(name: str, aside: dict[str, str], found: str, judge: Judge) -> None:
    """No site may stand only between two moves, and only with the old one whole beside it."""
    releases = Releases(judge.top / "trial" / "site")
    put(releases.aside, aside)

    assert found == judge.standing(SCENARIOS[name], judge.top / "trial", [])


def test_the_judge_looks_at_what_a_build_leaves(judge: Judge) -> None:
    """After the next build: the clean site, the release before, and nothing else."""
    releases = Releases(judge.top / "trial" / "site")
    for folder, files in (
        (releases.site, NEW),
        (releases.previous, OLD),
        (judge.top / "trial" / "content", {}),
    ):
        put(folder, files)
    right: list[str] = []
    judge.finish(SCENARIOS["update"], "new", judge.top / "trial", right)
    put(releases.aside, OLD)
    releases.lock.touch()
    for folder in (releases.site, releases.previous):
        (folder / "a.html").write_text("x", "utf-8")
    wrong: list[str] = []
    judge.finish(SCENARIOS["update"], "new", judge.top / "trial", wrong)

    assert [] == right
    assert [
        "the next build differs from a clean one",
        "the previous release is not the one before",
        "litter: .site.lock, aside",
    ] == wrong


def test_the_judge_looks_at_the_previous_release(judge: Judge) -> None:
    """What `rollback` would bring back is whole at every moment."""
    releases = Releases(judge.top / "trial" / "site")
    put(releases.site, OLD)
    put(releases.previous, {"index.html": "first"})
    wrong: list[str] = []
    judge.standing(SCENARIOS["update"], judge.top / "trial", wrong)

    assert ["the previous release is not whole"] == wrong
