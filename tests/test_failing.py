"""Whatever system call fails, the site is the old or the new one, and the next build a clean one."""

from __future__ import annotations

import pytest

from tests.failing import FAILURES, SITUATIONS, Found, Job, survey

pytestmark = pytest.mark.compiler

# `scripts/failures` tries all; here is what there is time for.
QUICK = ("ENOSPC", "ENOSPC from then on", "short write", "nothing can be said")
SLOW = [("EIO", "update by moves"), ("EIO", "rollback"), ("EMFILE", "update, read anew"), ("EMFILE", "first")]
JOBS = [Job(situation, failure) for failure, situation in SLOW]
JOBS += [Job(situation, failure) for failure in QUICK for situation in SITUATIONS]

# What a build asks of the system, and so many calls in all; fewer, and the library did not come between.
CALLS = {"read", "write", "close", "flock", "mkdir", "link", "rename", "renameat2", "syncfs", "fsync"}
CALLS |= {"unlink", "unlinkat", "rmdir"}
POINTS = 2000


@pytest.fixture(scope="module")
def surveyed(tmp_path_factory: pytest.TempPathFactory) -> dict[Job, Found]:
    """What came of each job."""
    return dict(survey(JOBS, tmp_path_factory.mktemp("failing")))


@pytest.mark.parametrize("job", JOBS, ids=lambda job: f"{job.failure}, {job.situation}")
def test_whatever_fails_the_site_is_whole(job: Job, surveyed: dict[Job, Found]) -> None:
    """The site is the old or the new one, as the exit code says, and the next build is a clean one."""
    found = surveyed[job]

    assert [] == found.violations
    assert found.points


def test_every_call_was_tried(surveyed: dict[Job, Found]) -> None:
    """The calls that publishing is made of failed, each at every place where it is made."""
    names = {name for found in surveyed.values() for name in found.calls}

    assert set() == CALLS - names
    assert sum(found.points for found in surveyed.values()) >= POINTS


def test_a_failure_is_felt(surveyed: dict[Job, Found]) -> None:
    """Many runs end with 2 and many with 0: failures come through, and not each of them stops a build."""
    codes = surveyed[Job("update by moves", "EIO")].codes

    assert min(codes["0"], codes["1"], codes["2"]) >= 10


def test_half_a_write_is_no_failure(surveyed: dict[Job, Found]) -> None:
    """What the system took only half of is written to its end, and the command succeeds."""
    codes = [surveyed[Job(name, "short write")].codes.keys() for name in SITUATIONS]

    assert [{"0"}] * len(SITUATIONS) == codes


def test_every_failure_has_a_name_of_its_own() -> None:
    """No two rows of the table are the same failure."""
    assert len(FAILURES) == len(set(FAILURES.values()))
