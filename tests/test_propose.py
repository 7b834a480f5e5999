"""`scripts/propose`: what a proposal's check does, in a repository of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
BASE = Path(__file__).parent / "broken" / "base"
PLANS = Path("content/2026/01-general/01-planning/01-plans.yaml")
SUMMARY = Path("build/summary.md")


@pytest.fixture(autouse=True)
def _repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository whose `main` holds a sound yearbook, on a branch; `yearbook` calls the program."""
    program = tmp_path / "bin" / "yearbook"
    program.parent.mkdir()
    python, door = Path(sys.executable).as_posix(), (TOP / "build.py").as_posix()
    program.write_text(f'#!/bin/sh\nexec "{python}" "{door}" "$@"\n', "utf-8", newline="\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("YEARBOOK", "yearbook")
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.delenv("FORMAT", raising=False)
    repository = tmp_path / "repository"
    shutil.copytree(BASE, repository / "content")
    monkeypatch.chdir(repository)
    git("init", "--quiet", "--initial-branch=main")
    commit()
    git("switch", "--quiet", "--create", "proposal")


def git(*arguments: str) -> None:
    """Run git as somebody."""
    somebody = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *somebody, *arguments], check=True)


def commit() -> None:
    """Everything that stands there now, as a commit."""
    git("add", "content")
    git("commit", "--quiet", "--message", "x")


def edit(old: str, new: str) -> None:
    """Commit a change of a section."""
    assert old in PLANS.read_text("utf-8")
    PLANS.write_text(PLANS.read_text("utf-8").replace(old, new), "utf-8", newline="\n")
    commit()


def propose(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the script in the current repository."""
    script = (TOP / "scripts" / "propose").as_posix()
    return subprocess.run(
        ["sh", script, *arguments], capture_output=True, check=False, encoding="utf-8", errors="replace"
    )


def test_a_sound_proposal() -> None:
    """Ends with 0 and leaves the site and the summary of what changed since the base."""
    edit("19事業", "20事業")
    done = propose("main")

    assert (0, True) == (done.returncode, Path("site/index.html").is_file())
    assert "| 計画 › 事業数 | 19事業 | 20事業 | content/2026/" in SUMMARY.read_text("utf-8")


def test_a_faulty_proposal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ends with 1, tells every fault where the proposal is read, and leaves the summary but no site."""
    monkeypatch.setenv("FORMAT", "github")
    edit("19事業", "19事行")
    done = propose("main")

    assert (1, False) == (done.returncode, Path("site").exists())
    assert f"::error file={PLANS.as_posix()},line=9,col=10,title=Q02::" in done.stdout
    assert "エラーが1件あります。" in SUMMARY.read_text("utf-8")


def test_the_summary_is_japanese_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the machine's language nor the yearbook's own decides: those who approve read Japanese."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    config = Path("content/yearbook.yaml")
    config.write_text(config.read_text("utf-8").replace("messages: ja\n", ""), "utf-8", newline="\n")
    propose("main")

    assert SUMMARY.read_text("utf-8").startswith("# 変更の要約\n")


def test_warnings_are_told_once() -> None:
    """What `check` told, `build` does not tell again."""
    edit("{ja: 計画, en: Plans}", "計画")
    done = propose("main")

    assert (0, 1) == (done.returncode, (done.stdout + done.stderr).count("N01"))


def test_what_the_base_went_on_to_is_not_the_proposals_doing() -> None:
    """The proposal is compared with the commit that it started from."""
    edit("19事業", "20事業")
    git("switch", "--quiet", "main")
    edit("1,525件", "1,526件")
    git("switch", "--quiet", "proposal")
    propose("main")
    told = SUMMARY.read_text("utf-8")

    assert (True, False) == ("20事業" in told, "1,526件" in told)


def test_a_shallow_clone() -> None:
    """Where the common history is missing, the base itself is compared with."""
    edit("19事業", "20事業")
    origin = Path.cwd().as_uri()
    git("clone", "--quiet", "--depth=1", "--no-single-branch", origin, "../clone")
    os.chdir("../clone")
    done = propose("origin/main")

    assert (0, True) == (done.returncode, "| 19事業 | 20事業 |" in SUMMARY.read_text("utf-8"))


@pytest.mark.parametrize("base", ["nowhere", "--help", "0123456789012345678901234567890123456789"])
def test_without_a_base(base: str) -> None:
    """A base that is not there is said not to be; the content is checked and built all the same."""
    done = propose(base)

    assert (0, True) == (done.returncode, Path("site/index.html").is_file())
    assert "前の内容がないので、比べていません。" in SUMMARY.read_text("utf-8")


def test_a_base_without_content() -> None:
    """A repository that had no content before is a first content."""
    git("switch", "--quiet", "--orphan", "empty")
    git("commit", "--quiet", "--allow-empty", "--message", "x")
    git("switch", "--quiet", "proposal")
    done = propose("empty")

    assert (0, True) == (done.returncode, "前の内容がない" in SUMMARY.read_text("utf-8"))


def test_what_was_there_before_is_left_alone() -> None:
    """Nothing but the script's own files is taken away or written."""
    Path("build").mkdir()
    Path("build/mine.txt").write_text("mine", "utf-8")
    propose("main")

    assert "mine" == Path("build/mine.txt").read_text("utf-8")
    assert ["build", "content", "site"] == sorted(
        path.name for path in Path().iterdir() if path.name != ".git"
    )
