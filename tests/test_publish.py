"""Publishing: the finished site takes the place of the last one, whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
import threading
from hashlib import sha256
from pathlib import Path

import pytest
from filelock import FileLock

from kushiro_yearbook.progress import SILENT
from kushiro_yearbook.publishing import disk
from kushiro_yearbook.publishing.disk import write
from kushiro_yearbook.publishing.lock import Busy, alone
from kushiro_yearbook.publishing.manifest import (
    CHANGED,
    FOREIGN,
    MANIFEST,
    MISSING,
    Difference,
    NoManifest,
    differences,
    manifest,
)
from kushiro_yearbook.publishing.publish import NotAsWritten, stage
from kushiro_yearbook.publishing.releases import NoPrevious, Releases
from kushiro_yearbook.publishing.target import (
    LINK,
    MOUNTED,
    NO_FOLDER,
    NOT_OURS,
    OVERLAP,
    STANDS_IN,
    TargetRefused,
    accept,
    whole_path,
)
from tests.publishing import publish, standing, tree

FIRST = {"index.html": b"one", "ja/2026/a.html": b"a", "assets/style.css": b""}
SECOND = {"index.html": b"two", "ja/2026/b.html": b"b", "assets/style.css": b""}


def whole(files: dict[str, bytes]) -> dict[str, bytes]:
    """A site of these files with its manifest."""
    return {**files, MANIFEST: manifest(files)}


def names(folder: Path) -> list[str]:
    """What stands in a folder."""
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Where a site may stand."""
    return tmp_path / "site"


# What stands.


@pytest.mark.parametrize("before", [None, {}])
def test_a_first_site_is_published(site: Path, before: dict[str, bytes] | None) -> None:
    """A site comes where none or an empty folder was, and nothing stands beside it."""
    if before == {}:
        site.mkdir()

    assert publish(FIRST, site)
    assert (whole(FIRST), ["site"]) == (standing(site), names(site.parent))


def test_a_new_site_takes_the_place_of_the_last(site: Path) -> None:
    """Nothing of the last one stays in the site; it is kept beside it as the previous one."""
    publish(FIRST, site)
    publish(SECOND, site)

    assert whole(SECOND) == standing(site)
    assert ([".site.releases", "site"], ["previous"]) == (names(site.parent), names(Releases(site).folder))
    assert whole(FIRST) == standing(Releases(site).previous)


@pytest.mark.parametrize("by_moves", [False, True])
def test_an_empty_folder_stays_where_a_first_site_fails(
    site: Path, monkeypatch: pytest.MonkeyPatch, *, by_moves: bool
) -> None:
    """Whoever made the folder finds it as it was, with its mode, and the next build fills it."""
    site.mkdir(mode=0o700)
    before = tree(site.parent)
    if by_moves:
        monkeypatch.setattr(disk, "of_system", lambda _: None)
    replace = Path.replace

    def failing(folder: Path, target: Path) -> Path:
        if folder.name.startswith("new-"):
            raise OSError(errno.EIO, "Input/output error", str(folder))
        return replace(folder, target)

    def refuse(one: Path, *_: Path) -> None:
        raise OSError(errno.EIO, "Input/output error", str(one))

    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", failing)
        if not by_moves:
            broken.setattr("kushiro_yearbook.publishing.releases.exchange", refuse)
        with pytest.raises(OSError, match="Input/output"):
            publish(FIRST, site)

    assert before == tree(site.parent)
    assert publish(FIRST, site)
    assert (whole(FIRST), ["site"]) == (standing(site), names(site.parent))


@pytest.mark.parametrize("stands", [False, True])
def test_an_empty_folder_is_no_site_to_go_back_to(site: Path, *, stands: bool) -> None:
    """Killed between or after two moves an empty folder comes back, or goes; the previous site is kept."""
    publish(FIRST, site)
    publish(SECOND, site)
    if not stands:
        shutil.rmtree(site)
    Releases(site).aside.mkdir()
    Releases(site).recover()

    assert (whole(SECOND) if stands else {}) == standing(site)
    assert (["previous"], whole(FIRST)) == (names(Releases(site).folder), standing(Releases(site).previous))


def test_only_one_previous_site_is_kept(site: Path) -> None:
    """The disk does not fill with old sites."""
    for number in range(4):
        publish({"index.html": str(number).encode()}, site)

    assert ["previous"] == names(Releases(site).folder)
    assert b"2" == (Releases(site).previous / "index.html").read_bytes()


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    """The target may lie in a folder that is not there yet."""
    publish(FIRST, tmp_path / "a" / "b" / "site")

    assert whole(FIRST) == standing(tmp_path / "a" / "b" / "site")


def test_folders_on_the_way_go_when_nothing_is_published(tmp_path: Path) -> None:
    """What was made for a site that did not come about is taken away again."""
    with pytest.raises(ValueError, match="outside"):
        publish({"../x": b""}, tmp_path / "a" / "b" / "site")

    assert [] == names(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_everybody_may_read_a_site(site: Path, mask: int) -> None:
    """Files and folders have the same modes whatever the umask of whoever builds."""
    before = os.umask(mask)
    try:
        publish(FIRST, site)
        publish(SECOND, site)
    finally:
        os.umask(before)
    found = {path.is_dir(): path.stat().st_mode & 0o7777 for path in (site, *site.rglob("*"))}

    assert {True: 0o755, False: 0o644} == found


@pytest.mark.parametrize("path", ["../outside.html", "a/../../outside.html", "/outside.html"])
def test_no_file_is_written_outside_the_site(site: Path, path: str) -> None:
    """A path that leads out of the site is a bug that is told, not a file somewhere else."""
    with pytest.raises(ValueError, match="outside the site"):
        publish({path: b""}, site)

    assert [] == names(site.parent)


# What is not written again.


def test_nothing_is_done_when_nothing_changed(site: Path) -> None:
    """The same site again changes nothing, and keeps the previous one to go back to."""
    publish(FIRST, site)
    publish(SECOND, site)
    before = site.stat().st_ino

    assert not publish(SECOND, site)
    assert (before, whole(FIRST)) == (site.stat().st_ino, standing(Releases(site).previous))


def test_a_file_that_did_not_change_is_not_written_again(site: Path) -> None:
    """It is the very same file on the disk, and its time tells web servers so."""
    publish(FIRST, site)
    os.utime(site / "assets" / "style.css", (1, 1))
    before = (site / "assets" / "style.css").stat()
    publish(SECOND, site)
    after = (site / "assets" / "style.css").stat()

    assert (before.st_ino, before.st_mtime) == (after.st_ino, after.st_mtime)


def test_where_a_disk_cannot_share_files_they_are_written(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A memory stick knows no two names of one file."""

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    publish(FIRST, site)
    publish(SECOND, site)

    assert whole(SECOND) == standing(site)


@pytest.mark.parametrize("changed", ["mode", "bytes", "link", "more", "less"])
def test_what_was_changed_by_hand_is_made_anew(site: Path, changed: str) -> None:
    """A file is kept only where it is just what it would be written as."""
    publish(FIRST, site)
    file = site / "assets" / "style.css"
    if changed == "mode":
        file.chmod(0o600)
    elif changed == "bytes":
        file.write_bytes(b"x")
    elif changed == "link":
        file.unlink()
        file.symlink_to(site / "index.html")
    elif changed == "more":
        (site / "more.html").write_bytes(b"")
    else:
        file.unlink()
    publish(FIRST, site)
    mode = file.lstat().st_mode & 0o7777

    assert (whole(FIRST), False) == (standing(site), file.is_symlink())
    assert mode == 0o644


# What is refused.


def why(target: Path, *sources: Path) -> tuple[str, str]:
    """Why a target is refused, and what stands in the way."""
    with pytest.raises(TargetRefused) as caught:
        accept(target, sources)
    assert target == caught.value.target
    return caught.value.why, caught.value.other


@pytest.mark.parametrize("name", ["index.html", "sub/notes.txt", ".git/config"])
@pytest.mark.parametrize("ours", [False, True])
def test_files_of_others_are_not_touched(site: Path, name: str, *, ours: bool) -> None:
    """A folder that holds anything that no build made is refused, also one of ours."""
    if ours:
        publish(SECOND, site)
        name = name.replace("index", "more")
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_bytes(b"mine")

    assert (NOT_OURS, name) == why(site)


def test_a_list_of_something_else_makes_no_site(site: Path) -> None:
    """A folder with a `manifest.sha256` of another kind is not ours."""
    site.mkdir()
    (site / MANIFEST).write_bytes(b"12  data.bin\n")

    assert (NOT_OURS, MANIFEST) == why(site)


def test_of_many_foreign_files_the_first_are_named(site: Path) -> None:
    """The message stays short."""
    site.mkdir()
    for name in "edcba":
        (site / name).write_bytes(b"")

    assert (NOT_OURS, "a, b, c, …") == why(site)


def test_what_a_look_into_the_folder_leaves_is_no_file_of_others(site: Path) -> None:
    """Finder and Explorer write their own files wherever they look."""
    publish(FIRST, site)
    (site / "ja" / ".DS_Store").write_bytes(b"")
    (site / "Thumbs.db").write_bytes(b"")
    accept(site, [])
    publish(SECOND, site)

    assert whole(SECOND) == standing(site)


def test_a_file_in_the_place_of_the_site_is_refused(site: Path) -> None:
    """A file is no folder of ours either."""
    site.write_bytes(b"mine")

    assert (NO_FOLDER, "") == why(site)


@pytest.mark.parametrize(
    ("target", "source"),
    [("content", "content"), ("content/site", "content"), ("a", "a/content"), ("A/x/..", "A")],
)
def test_a_site_is_apart_from_what_it_is_made_from(tmp_path: Path, target: str, source: str) -> None:
    """Neither in the content or the templates, nor around them, however it is written."""
    (tmp_path / source).mkdir(parents=True)

    assert (OVERLAP, str(tmp_path / source)) == why(tmp_path / target, tmp_path / source)


@pytest.mark.parametrize("name", ["link", "link/site", "link/a/site"])
def test_a_site_behind_a_link_is_refused(tmp_path: Path, name: str) -> None:
    """What moving a folder does to a link, nobody wants; the real place is named."""
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")

    assert (LINK, str(tmp_path / name.replace("link", "real"))) == why(tmp_path / name)


def test_the_folder_one_stands_in_is_refused(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who stands in it, or below, would stand in the previous site afterwards."""
    publish(FIRST, site)
    reasons = []
    for place in (site, site / "ja"):
        monkeypatch.chdir(place)
        reasons.append(why(site))
    monkeypatch.chdir(site)

    assert [(STANDS_IN, "")] * 2 == reasons
    assert (STANDS_IN, "") == why(Path())


def test_where_a_disk_is_mounted_is_refused(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Such a folder cannot be moved."""
    publish(FIRST, site)
    monkeypatch.setattr(Path, "is_mount", lambda path: path == site)

    assert (MOUNTED, "") == why(site)


def test_releases_behind_a_link_are_refused(site: Path) -> None:
    """What is kept beside the site is moved and removed, so it has to be a folder of its own."""
    (site.parent / "other").mkdir()
    Releases(site).folder.symlink_to(site.parent / "other")

    assert (LINK, str(Releases(site).folder)) == why(site)


def test_a_list_of_other_files_makes_no_site(site: Path) -> None:
    """A folder whose files somebody else listed in the same way is not ours either."""
    site.mkdir()
    (site / "photo.jpg").write_bytes(b"mine")
    (site / MANIFEST).write_bytes(manifest({"photo.jpg": b"mine"}))

    assert (NOT_OURS, f"{MANIFEST}, photo.jpg") == why(site)


def test_one_site_has_one_name() -> None:
    """However it is written, its lock and its releases are the same."""
    assert whole_path(Path("a/../site")) == whole_path(Path("site")) == Path.cwd() / "site"


# Going back.


def test_going_back_and_forward(site: Path) -> None:
    """The previous site and the one that stands change places, as often as wanted."""
    publish(FIRST, site)
    publish(SECOND, site)
    releases = Releases(site)
    releases.go_back()
    back = standing(site)
    releases.go_back()

    assert (whole(FIRST), whole(SECOND)) == (back, standing(site))


def test_going_back_where_no_site_stands(site: Path) -> None:
    """A site that somebody deleted comes back."""
    publish(FIRST, site)
    publish(SECOND, site)
    shutil.rmtree(site)
    Releases(site).go_back()

    assert whole(FIRST) == standing(site)


@pytest.mark.parametrize("spoilt", [None, "index.html", MANIFEST])
def test_there_is_nothing_to_go_back_to(site: Path, spoilt: str | None) -> None:
    """Without a previous site, or with one that is no longer whole, everything stays."""
    publish(FIRST, site)
    if spoilt:
        publish(SECOND, site)
        (Releases(site).previous / spoilt).write_bytes(b"x")
    before = standing(site)
    with pytest.raises(NoPrevious):
        Releases(site).go_back()

    assert before == standing(site)


# After a kill.


def left(site: Path, **folders: dict[str, bytes]) -> Releases:
    """Folders beside the site as a kill may leave them; `new` is named by its manifest, `out` by another."""
    releases = Releases(site)
    releases.folder.mkdir(exist_ok=True)
    for name, files in folders.items():
        named = {"new": releases.staged(manifest(files)), "out": releases.staged(b"another")}
        publish(files, named.get(name, releases.folder / name))
    return releases


def test_half_a_site_goes(site: Path) -> None:
    """Half a site of a killed build gets into no later one."""
    publish(FIRST, site)
    releases = left(site)
    releases.staged(b"x").mkdir()
    (releases.staged(b"x") / "stale.html").write_bytes(b"stale")
    releases.recover()

    assert (whole(FIRST), ["site"]) == (standing(site), names(site.parent))


def test_a_site_killed_before_it_was_put_in_place_goes(site: Path) -> None:
    """It was never published, so it is nothing to go back to."""
    publish(FIRST, site)
    left(site, new=SECOND, previous={"index.html": b"zero"}).recover()

    assert (whole(FIRST), ["previous"]) == (standing(site), names(Releases(site).folder))
    assert b"zero" == (Releases(site).previous / "index.html").read_bytes()


def test_a_site_killed_after_the_exchange_becomes_the_previous(site: Path) -> None:
    """What the new one took the place of is kept, and the one before it goes."""
    publish(SECOND, site)
    left(site, out=FIRST, previous={"index.html": b"zero"}).recover()

    assert (whole(SECOND), whole(FIRST)) == (standing(site), standing(Releases(site).previous))
    assert ["previous"] == names(Releases(site).folder)


def test_a_changed_site_is_kept_too(site: Path) -> None:
    """Whoever changed a file of the last site finds it in the previous one; no build goes back to it."""
    publish(FIRST, site)
    (site / "index.html").write_bytes(b"by hand")
    publish(SECOND, site)
    with pytest.raises(NoPrevious, match=r"^index\.html$"):
        Releases(site).go_back()

    assert b"by hand" == (Releases(site).previous / "index.html").read_bytes()
    assert whole(SECOND) == standing(site)


@pytest.mark.parametrize("name", ["new-photos", "new-0123", "mine"])
def test_what_others_put_beside_the_releases_stays(site: Path, name: str) -> None:
    """Only what has a name that a build gives is a build's."""
    publish(FIRST, site)
    own = Releases(site).folder / name
    own.mkdir(parents=True)
    (own / "photo.jpg").write_bytes(b"mine")
    publish(SECOND, site)

    assert b"mine" == (own / "photo.jpg").read_bytes()


def test_no_file_is_written_into_one_that_stands(tmp_path: Path) -> None:
    """It may be the last site's as well, under a second name."""
    (tmp_path / "a").write_bytes(b"last")
    with pytest.raises(FileExistsError):
        write(tmp_path / "a", b"new")

    assert b"last" == (tmp_path / "a").read_bytes()


def test_a_site_killed_between_two_moves_comes_back(site: Path) -> None:
    """Where a system cannot exchange, the last site may be the one aside."""
    left(site, aside=FIRST, new=SECOND).recover()

    assert (whole(FIRST), ["site"]) == (standing(site), names(site.parent))


def test_a_site_killed_after_two_moves_becomes_the_previous(site: Path) -> None:
    """Then the new one stands, and the last one is aside."""
    publish(SECOND, site)
    left(site, aside=FIRST).recover()

    assert (whole(SECOND), whole(FIRST)) == (standing(site), standing(Releases(site).previous))


def test_a_previous_site_killed_as_it_went_is_removed(site: Path) -> None:
    """Of a site older than the previous one nothing stays."""
    publish(SECOND, site)
    left(site, older=FIRST, previous=FIRST).recover()

    assert ["previous"] == names(Releases(site).folder)


def test_recovering_twice_is_recovering_once(site: Path) -> None:
    """Where there is nothing to put right nothing is touched."""
    publish(FIRST, site)
    publish(SECOND, site)
    Releases(site).recover()

    assert (whole(SECOND), whole(FIRST)) == (standing(site), standing(Releases(site).previous))


def test_a_failing_write_leaves_the_old_site(site: Path) -> None:
    """When a file cannot be written the last site stands as it was, and the next build succeeds."""
    publish(FIRST, site)
    with pytest.raises(OSError, match=r".*"):
        publish({**SECOND, "x" * 300: b"no file system takes this name"}, site)

    assert (whole(FIRST), ["site"]) == (standing(site), names(site.parent))
    publish(SECOND, site)
    assert whole(SECOND) == standing(site)


def test_a_disk_that_gives_back_something_else_is_noticed(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written is read back before it is published."""
    publish(FIRST, site)

    def spoil(file: Path, data: bytes) -> None:
        write(file, b"0" * len(data) if file.name == "b.html" else data)

    monkeypatch.setattr("kushiro_yearbook.publishing.publish.write", spoil)
    with pytest.raises(NotAsWritten) as caught:
        publish(SECOND, site)

    assert ("ja/2026/b.html", whole(FIRST)) == (caught.value.path, standing(site))


def test_what_fails_after_the_exchange_is_put_right(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By moves the new site stands after the second; a third that fails is made up for, and not told."""
    publish(FIRST, site)
    monkeypatch.setattr(disk, "of_system", lambda _: None)
    replace, moved = Path.replace, []

    def failing(folder: Path, target: Path) -> Path:
        if target.name != MANIFEST:
            moved.append(target.name)
        if len(moved) == 3:
            raise OSError(errno.EIO, "Input/output error", str(folder))
        return replace(folder, target)

    monkeypatch.setattr(Path, "replace", failing)
    publish(SECOND, site)

    assert (["aside", "site"], "previous") == (moved[:2], moved[-1])
    assert (whole(SECOND), whole(FIRST)) == (standing(site), standing(Releases(site).previous))


# One at a time.


def test_a_lock_that_is_not_let_go_is_no_failure(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site stands by then, and the end of the process lets go of the lock."""
    release = FileLock.release

    def failing(lock: FileLock) -> None:
        release(lock)
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(FileLock, "release", failing)
    publish(FIRST, site)

    assert whole(FIRST) == standing(site)


def test_the_second_build_waits(site: Path) -> None:
    """It goes on when the first has ended, and is told that it waits."""
    told: list[str] = []
    inside, done = threading.Event(), threading.Event()

    def first() -> None:
        with alone(Releases(site), waiting=lambda: None):
            inside.set()
            done.wait(10)

    def waiting() -> None:
        told.append("waiting")
        done.set()

    thread = threading.Thread(target=first)
    thread.start()
    inside.wait(10)
    with alone(Releases(site), waiting):
        told.append("in")
    thread.join()

    assert (["waiting", "in"], []) == (told, names(site.parent))


def test_the_second_build_says_who_is_building(site: Path) -> None:
    """It does not wait for ever; the process is named."""
    with (
        alone(Releases(site), waiting=lambda: None),
        pytest.raises(Busy, match=rf"^{os.getpid()} \("),
        alone(Releases(site), waiting=lambda: None, patience=0),
    ):
        pass

    assert [] == names(site.parent)


def test_what_a_killed_build_locked_is_free(site: Path) -> None:
    """A kill lets go of the lock; its files stay, and the next build takes them away."""
    Releases(site).lock.write_bytes(b"")
    Releases(site).builder.write_bytes(b"99 there")
    publish(FIRST, site)

    assert ["site"] == names(site.parent)


# The manifest.


def test_the_manifest_tells_every_difference(site: Path) -> None:
    """A file that is missing, changed or more is found, by path."""
    publish(FIRST, site)
    sound = differences(site)
    (site / "index.html").write_bytes(b"other")
    (site / "assets" / "style.css").unlink()
    (site / "more.html").write_bytes(b"")
    expected = [
        Difference("assets/style.css", MISSING),
        Difference("index.html", CHANGED),
        Difference("more.html", FOREIGN),
    ]

    assert ([], expected) == (sound, differences(site))


@pytest.mark.parametrize("data", [None, b"\xff", b"nothing", b"0" * 64 + b"  index.html", b"\n"])
def test_what_is_no_manifest(site: Path, data: bytes | None) -> None:
    """Without a list that can be read to its end a folder is no site."""
    site.mkdir()
    if data is not None:
        (site / MANIFEST).write_bytes(data)
    with pytest.raises(NoManifest):
        differences(site)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes in folders")
@pytest.mark.parametrize("kind", ["link", "dangling", "pipe"])
def test_what_is_no_file_is_a_difference(site: Path, kind: str) -> None:
    """A link or a pipe in the place of a file is told, and read from never."""
    publish(FIRST, site)
    file = site / "index.html"
    file.rename(site.parent / "elsewhere")
    if kind == "pipe":
        os.mkfifo(file)
    else:
        file.symlink_to(site.parent / ("elsewhere" if kind == "link" else "nowhere"))

    assert [Difference("index.html", CHANGED)] == differences(site)


def test_a_flipped_bit_of_any_file_is_found(site: Path) -> None:
    """Whatever byte of whatever file: the manifest tells."""
    publish(FIRST, site)
    missed = []
    for path, data in FIRST.items():
        for at in range(len(data) * 8):
            flipped = bytearray(data)
            flipped[at // 8] ^= 1 << at % 8
            (site / path).write_bytes(flipped)
            if [Difference(path, CHANGED)] != differences(site):
                missed.append((path, at))
        (site / path).write_bytes(data)

    assert [] == missed


def test_the_tool_reads_the_manifest(site: Path) -> None:
    """Where there is `sha256sum`, it checks every file; elsewhere at least the form is the one it reads."""
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
    rows = [f"{sha256(FIRST[path]).hexdigest()}  {path}" for path in sorted(FIRST)]

    assert (manifest(FIRST), rows) == (manifest(backwards), manifest(FIRST).decode().splitlines())


def test_a_release_that_was_staged_is_whole(site: Path) -> None:
    """Before anything is moved it stands complete beside the site."""
    staged = stage(FIRST, Releases(site), SILENT)

    assert staged is not None
    assert (whole(FIRST), False) == (standing(staged), site.exists())
