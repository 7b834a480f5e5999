"""Publishing: the finished site takes the place of the last one, whole or not at all."""

from __future__ import annotations

import re
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from kushiro_yearbook.publish import MANIFEST, TargetRefused, manifest, publish

FIRST = {"index.html": b"one", "ja/2026/a.html": b"a", "assets/style.css": b""}
SECOND = {"index.html": b"two", "ja/2026/b.html": b"b"}


def content(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def whole(files: dict[str, bytes]) -> dict[str, bytes]:
    """A site of these files with its manifest."""
    return {**files, MANIFEST: manifest(files)}


@pytest.mark.parametrize("before", [None, {}, FIRST])
def test_a_site_is_published(tmp_path: Path, before: dict[str, bytes] | None) -> None:
    """A new site takes the place of none, an empty folder or the last one, and leaves no trace of it."""
    site = tmp_path / "site"
    if before == {}:
        site.mkdir()
    elif before:
        publish(before, site)
    publish(SECOND, site)

    assert (whole(SECOND), ["site"]) == (content(site), [path.name for path in tmp_path.iterdir()])


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    """The target may lie in a folder that is not there yet."""
    publish(FIRST, tmp_path / "a" / "b" / "site")

    assert whole(FIRST) == content(tmp_path / "a" / "b" / "site")


@pytest.mark.parametrize("name", ["index.html", "sub/notes.txt", ".git/config"])
def test_a_foreign_folder_is_refused(tmp_path: Path, name: str) -> None:
    """A folder of someone else's files is not touched."""
    file = tmp_path / "site" / name
    file.parent.mkdir(parents=True)
    file.write_bytes(b"mine")
    with pytest.raises(TargetRefused) as caught:
        publish(FIRST, tmp_path / "site")

    assert (tmp_path / "site", {name: b"mine"}) == (caught.value.target, content(tmp_path / "site"))
    assert ["site"] == [path.name for path in tmp_path.iterdir()]


def test_a_file_in_the_place_of_the_site_is_refused(tmp_path: Path) -> None:
    """A file is no folder of ours either."""
    (tmp_path / "site").write_bytes(b"mine")
    with pytest.raises(TargetRefused):
        publish(FIRST, tmp_path / "site")

    assert {"site": b"mine"} == content(tmp_path)


def unlike_the_manifest(site: Path) -> list[str]:
    """The files whose digest is not the manifest's, read as `sha256sum --check` does."""
    rows = [row.split("  ", 1) for row in (site / MANIFEST).read_text("ascii").splitlines()]
    assert all(len(digest) == 64 for digest, _ in rows)
    return [path for digest, path in rows if sha256((site / path).read_bytes()).hexdigest() != digest]


def test_the_manifest_checks(tmp_path: Path) -> None:
    """The manifest names every file by its digest, so a byte that was changed is found."""
    site = tmp_path / "site"
    publish(FIRST, site)
    sound = unlike_the_manifest(site)
    (site / "index.html").write_bytes(b"other")

    assert ([], ["index.html"]) == (sound, unlike_the_manifest(site))


def test_the_tool_reads_the_manifest(tmp_path: Path) -> None:
    """Where there is `sha256sum`, it checks every file; elsewhere at least the form is the one it reads."""
    site = tmp_path / "site"
    publish(FIRST, site)
    text = (site / MANIFEST).read_text("ascii")
    tool = shutil.which("sha256sum")
    told = subprocess.run([tool, "--check", "--strict", MANIFEST], cwd=site, check=False) if tool else None

    assert re.fullmatch(r"(?:[0-9a-f]{64}  \S+\n)+", text)
    assert len(FIRST) == text.count("\n")
    assert told is None or told.returncode == 0


def test_the_manifest_is_sorted() -> None:
    """The manifest's bytes depend on the files alone, not on the order in which they were made."""
    backwards = dict(reversed(list(FIRST.items())))
    paths = [line.split(b"  ")[1].decode() for line in manifest(FIRST).splitlines()]

    assert (manifest(FIRST), sorted(FIRST)) == (manifest(backwards), paths)


def test_a_failing_write_leaves_the_old_site(tmp_path: Path) -> None:
    """When a file cannot be written the last site stands as it was, and the next build succeeds."""
    site = tmp_path / "site"
    publish(FIRST, site)
    with pytest.raises(OSError, match=r".*"):
        publish({**SECOND, "x" * 300: b"no file system takes this name"}, site)

    assert whole(FIRST) == content(site)
    publish(SECOND, site)
    assert (whole(SECOND), ["site"]) == (content(site), [path.name for path in tmp_path.iterdir()])


@pytest.mark.parametrize("left", [".site.new", ".site.old"])
def test_what_a_killed_build_left_is_cleared(tmp_path: Path, left: str) -> None:
    """Half a site of a killed build gets into no later one."""
    publish(FIRST, tmp_path / "site")
    publish({"stale.html": b"stale"}, tmp_path / left)
    publish(SECOND, tmp_path / "site")

    assert (whole(SECOND), ["site"]) == (
        content(tmp_path / "site"),
        [path.name for path in tmp_path.iterdir()],
    )


def test_a_build_killed_between_the_two_moves_loses_nothing(tmp_path: Path) -> None:
    """When only `.site.old` is left of the last site and writing fails again, it is still there."""
    publish(FIRST, tmp_path / ".site.old")
    with pytest.raises(OSError, match=r".*"):
        publish({**SECOND, "x" * 300: b""}, tmp_path / "site")

    assert whole(FIRST) == content(tmp_path / ".site.old")


@pytest.mark.parametrize("path", ["../outside.html", "a/../../outside.html"])
def test_no_file_is_written_outside_the_site(tmp_path: Path, path: str) -> None:
    """A path that leads out of the site is a bug that is told, not a file somewhere else."""
    with pytest.raises(ValueError, match=r".*"):
        publish({path: b""}, tmp_path / "site")

    assert not (tmp_path / "outside.html").exists()
