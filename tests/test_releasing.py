"""The commands that change a site: what they say, what they leave, and how they end."""

from __future__ import annotations

import errno
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import pytest

from kushiro_yearbook import pipeline, theme
from kushiro_yearbook.cli import main
from kushiro_yearbook.commands import pace
from kushiro_yearbook.commands.command import Options
from kushiro_yearbook.commands.pace import Pace
from kushiro_yearbook.links import unpaired
from kushiro_yearbook.progress import STEPS
from kushiro_yearbook.publishing import disk
from kushiro_yearbook.publishing.lock import alone
from kushiro_yearbook.publishing.manifest import MANIFEST
from kushiro_yearbook.publishing.releases import Releases
from tests.publishing import standing

TOP = Path(__file__).parents[1]
BASE = Path(__file__).parent / "broken" / "base"
PLANS = Path("content/2026/01-general/01-planning/01-plans.yaml")
PROGRAM = [sys.executable, str(TOP / "build.py")]


@pytest.fixture(autouse=True)
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound yearbook in `content` of the current folder."""
    shutil.copytree(BASE, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "content"


def change(old: str = "19事業", new: str = "20事業") -> None:
    """Write something else into the content."""
    PLANS.write_text(PLANS.read_text("utf-8").replace(old, new), "utf-8")


def names() -> list[str]:
    """What stands in the current folder."""
    return sorted(path.name for path in Path().iterdir())


# Verify and rollback.


def test_verify_tells_a_sound_site(capsys: pytest.CaptureFixture[str]) -> None:
    """A site as it was built is told to be so, with the digest that a copy elsewhere must have."""
    main(["build", "--quiet"])
    code = main(["verify"])
    tool = subprocess.run(["sha256sum", f"site/{MANIFEST}"], capture_output=True, text=True, check=True)

    assert (0, True) == (code, tool.stdout.split()[0] in capsys.readouterr().out)


def test_verify_tells_what_differs(capsys: pytest.CaptureFixture[str]) -> None:
    """Each file that was changed, is missing or was put there is named, and the exit code is 1."""
    main(["build", "--quiet"])
    Path("site/index.html").write_text("x", "utf-8")
    Path("site/404.html").unlink()
    Path("site/more.txt").write_text("x", "utf-8")
    code = main(["verify", "--lang=ja"])
    told = capsys.readouterr()

    assert (1, "なくなっている: 404.html\n変わっている: index.html\n一覧にない: more.txt\n") == (
        code,
        told.out,
    )
    assert "（3 ファイル）" in told.err


def test_verify_without_a_site(capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is no site is told to be none, with 2."""
    assert 2 == main(["verify", "--site", "content", "--lang=en"])
    assert "There is no manifest.sha256 to be read in content." in capsys.readouterr().err


def test_rollback_goes_back_and_forward(capsys: pytest.CaptureFixture[str]) -> None:
    """The site before stands again, and the newer one after a second time."""
    main(["build", "--quiet"])
    first = standing(Path("site"))
    change()
    main(["build", "--quiet"])
    second = standing(Path("site"))
    codes = [main(["rollback"])]
    back = standing(Path("site"))
    codes.append(main(["rollback"]))

    assert ([0, 0], first, second) == (codes, back, standing(Path("site")))
    assert first != second
    assert capsys.readouterr().out.count("site を前のサイトに戻しました。") == 2


def test_rollback_without_a_site_before(capsys: pytest.CaptureFixture[str]) -> None:
    """Where there is nothing to go back to it is said, with 2, and nothing changes."""
    main(["build", "--quiet"])
    before = standing(Path())

    assert (2, before) == (main(["rollback", "--lang=en"]), standing(Path()))
    assert "site has no earlier release to go back to" in capsys.readouterr().err


# What is refused, in words.


@pytest.mark.parametrize(
    ("site", "says"),
    [
        ("content/site", "content と重なっています"),
        (str(TOP / "templates" / "site"), "templates と重なっています"),
        ("link/site", "本当の場所を書いてください"),
        ("file", "フォルダではありません"),
        ("mine", "（notes.txt）"),
    ],
)
def test_a_refused_target(site: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Why nothing was built, and what to do instead, with 2; nothing is touched."""
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "real").mkdir()
    Path("file").write_text("x", "utf-8")
    Path("mine").mkdir()
    Path("mine/notes.txt").write_text("mine", "utf-8")
    before = standing(tmp_path)
    code = main(["build", "--site", site])

    assert (2, before) == (code, standing(tmp_path))
    assert says in capsys.readouterr().err


def test_a_second_build_names_the_first(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two at once: the second waits, then says which process is building, with 2."""
    monkeypatch.setattr("kushiro_yearbook.publishing.lock.PATIENCE", 0)
    with alone(Releases(Path("site").absolute()), waiting=lambda: None):
        code = main(["build", "--lang=ja"])
    told = capsys.readouterr().err

    assert (2, True) == (code, f"（プロセス {os.getpid()} (" in told)
    assert told.startswith(STEPS["wait"]["ja"])


# What is noticed before a site is published.


@pytest.mark.parametrize("kind", ["changed", "new", "gone", "theme"])
def test_an_edit_during_the_build_is_noticed(
    kind: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is saved while the site is being made stops it: half of it would be of before."""
    main(["build", "--quiet"])
    before = standing(Path("site"))
    change()
    make = pipeline.make
    new, theme = PLANS.with_name("02-more.yaml"), Path("content/theme/words.yaml")
    file = {"changed": PLANS, "gone": PLANS, "new": new, "theme": theme}[kind]

    def edited(*arguments: object) -> object:
        file.parent.mkdir(exist_ok=True)
        if kind == "gone":
            file.unlink()
        else:
            file.write_text(PLANS.read_text("utf-8") + "\n", "utf-8")
        return make(*arguments)  # type: ignore[arg-type]  # handed on as they are

    monkeypatch.setattr(pipeline, "make", edited)
    code = main(["build", "--quiet", "--lang=ja"])
    told = capsys.readouterr().err

    assert (1, before, ["content", "site"]) == (code, standing(Path("site")), names())
    assert f"{file.as_posix()}:1:1: エラー I40: サイトを作っている間に、このファイルが変わりました。" in told


@pytest.mark.parametrize("name", ["templates/page.html", "static/css/more.css", "locales/words.yaml"])
def test_an_edit_of_the_program_during_the_build_is_noticed(
    name: str,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Pages made by two states of a template are not published either, and the file is named."""
    program = tmp_path_factory.mktemp("program")
    for folder in ("templates", "static", "locales"):
        shutil.copytree(theme.program_folder(folder), program / folder, dirs_exist_ok=True)
    monkeypatch.setattr(theme, "PACKAGE", program)
    make = pipeline.make

    def edited(*arguments: object) -> object:
        (program / name).parent.mkdir(exist_ok=True)
        with (program / name).open("a", encoding="utf-8") as file:
            file.write("\n")
        return make(*arguments)  # type: ignore[arg-type]  # handed on as they are

    monkeypatch.setattr(pipeline, "make", edited)
    code = main(["build", "--quiet", "--lang=ja"])

    assert (1, ["content"]) == (code, names())
    assert f"content: エラー I41: サイトを作っている間に、yearbook そのもののファイル {name} が" in (
        capsys.readouterr().err
    )


def test_a_file_put_into_the_site_meanwhile_is_not_touched(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What somebody puts there while the new site is made stays where it is, and the build says so."""
    main(["build", "--quiet"])
    change()
    make = pipeline.make

    def late(*arguments: object) -> object:
        Path("site/uploads.txt").write_text("mine", "utf-8")
        return make(*arguments)  # type: ignore[arg-type]  # handed on as they are

    monkeypatch.setattr(pipeline, "make", late)
    code = main(["build", "--quiet", "--lang=ja"])

    assert (2, "mine", ["content", "site"]) == (code, Path("site/uploads.txt").read_text("utf-8"), names())
    assert "（uploads.txt）" in capsys.readouterr().err


def test_a_dead_link_is_noticed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A page that leads nowhere is told with its place, and not published."""
    make = pipeline.make
    monkeypatch.setattr(
        pipeline,
        "make",
        lambda *given: {**make(*given), "ja/x.html": b'<p>\n<a href="y.html">', "en/x.html": b""},
    )
    code = main(["build", "--quiet", "--lang=en"])
    told = capsys.readouterr().err

    assert (1, ["content"]) == (code, names())
    assert "site/ja/x.html:2:1: error L03: The site that was made has no such file: y.html\n  <a href" in told


def test_a_page_of_one_language_alone_is_noticed() -> None:
    """Every page stands in every locale, else the switch of languages would lead nowhere."""
    files = {"ja/a.html": b"", "ja/b.html": b"", "en/a.html": b"", "index.html": b""}

    assert [("en/b.html", "L10")] == [
        (fault.place.path, fault.code) for fault in unpaired(files, ("ja", "en"))
    ]


def test_a_site_that_cannot_be_moved_back_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where moves fail in the middle it is told where the site is, and the next build puts it back."""
    main(["build", "--quiet"])
    before = standing(Path("site"))
    change()
    monkeypatch.setattr(disk, "of_system", lambda _: None)
    replace = Path.replace

    def failing(folder: Path, target: Path) -> Path:
        if target.name == "site":
            raise OSError(errno.EIO, "Input/output error", str(folder))
        return replace(folder, target)

    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", failing)
        code = main(["build", "--quiet", "--lang=ja"])
    told, aside = capsys.readouterr().err, Path(".site.releases/aside")

    assert (2, before, False) == (code, standing(aside), Path("site").exists())
    assert "前のサイトを site に戻せませんでした" in told
    assert (0, before) == (main(["build", "--quiet"]), standing(Path(".site.releases/previous")))


@pytest.mark.parametrize("failing", ["load", "make"])
def test_what_cannot_be_read_is_not_told_to_be_unwritable(
    failing: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where content or a template cannot be read the message says so, and which file."""
    main(["build", "--quiet"])
    before = standing(Path("site"))
    change()

    def refuse(*_: object) -> object:
        raise PermissionError(errno.EACCES, "Permission denied", "x/y.yaml")

    monkeypatch.setattr(pipeline, failing, refuse)
    codes = [main(["build", "--quiet", f"--lang={language}"]) for language in ("ja", "en")]
    told = capsys.readouterr().err

    assert ([2, 2], before) == (codes, standing(Path("site")))
    assert "x/y.yaml を読めません（Permission denied）。前のサイトはそのまま残っています。" in told
    assert "x/y.yaml cannot be read (Permission denied); the last site stands as it was." in told
    assert "書き込めません" not in told


def test_a_disk_that_says_no_more_is_told_by_its_folder(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error in the middle of a file names no file; then the folder is named that was being read."""

    def fail(*_: object) -> object:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(pipeline, "load", fail)
    code = main(["build", "--quiet", "--lang=en"])

    assert (2, True) == (code, "content cannot be read (Input/output error)" in capsys.readouterr().err)


# Progress.


def test_a_log_gets_a_line_for_each_step(capsys: pytest.CaptureFixture[str]) -> None:
    """Where nobody looks, as in CI, each step is a line with the number of its outputs."""
    main(["build", "--lang=en"])
    lines = capsys.readouterr().err.splitlines()
    steps = [STEPS[name]["en"] for name in STEPS if name != "wait"]

    assert steps == [line.partition(" (")[0] for line in lines]
    assert re.search(r"^making the pages \([1-9][0-9]*\)$", "\n".join(lines), re.MULTILINE)


def test_quiet_says_nothing_but_faults(capsys: pytest.CaptureFixture[str]) -> None:
    """`--quiet` leaves the faults."""
    silent = main(["build", "--quiet"]), capsys.readouterr()
    change("{ja: 計画, en: Plans}", "計画")
    warned = main(["build", "--quiet", "--lang=en"]), capsys.readouterr()

    assert (0, ("", "")) == silent
    assert (0, "", True) == (warned[0], warned[1].out, "warning N01" in warned[1].err)


def test_timings_name_the_steps_and_the_slowest_outputs(capsys: pytest.CaptureFixture[str]) -> None:
    """`--timings` tells every step and ten outputs, the slowest first."""
    main(["build", "--quiet", "--timings", "--lang=en"])
    rows = [line.split(maxsplit=1) for line in capsys.readouterr().err.splitlines() if line.startswith("  ")]
    steps, outputs = rows[:-10], rows[-10:]

    assert steps[0][1] == pace.LOADING["en"]
    assert [name for _, name in steps[1:]] == [STEPS[name]["en"] for name in STEPS if name != "wait"]
    assert all(name.partition(".")[2] in ("html", "xml", "css") or ".css" in name for _, name in outputs)
    assert [float(took) for took, _ in outputs] == sorted((float(took) for took, _ in outputs), reverse=True)


def test_timings_are_of_one_clock(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Loading, steps and outputs are all measured by the clock, which the headings say."""
    clock = iter((3, 5, 5, 6, 9, 9, 9))
    monkeypatch.setattr(pace, "BEGUN", 1)
    monkeypatch.setattr("time.perf_counter", lambda: next(clock))
    listener = Pace("en", "", timings=True, _loaded=2)
    listener.step("render", 1)
    listener.done("a.html")
    listener.end()

    assert [
        "Where the time went (seconds by the clock)",
        "    1.000  loading the program",
        "    6.000  making the pages",
        "The slowest outputs (milliseconds by the clock)",
        "   1000.0  a.html",
    ] == capsys.readouterr().err.splitlines()


def test_a_terminal_gets_a_bar(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """One line is drawn over and over, fits the terminal, and is gone at the end."""
    monkeypatch.setattr(pace, "EVERY", 0)
    monkeypatch.setenv("COLUMNS", "30")
    listener = Pace("ja", "bar", timings=False)
    listener.step("render", 2)
    listener.done("a")
    listener.done("b")
    listener.end()
    drawn = [line.removesuffix("\x1b[K") for line in capsys.readouterr().err.split("\r")]

    assert ["", "[....................] ページ", "[##########..........] ページ"] == drawn[:3]
    assert "" == drawn[-1]
    assert "\n" not in "".join(drawn)


def test_what_a_terminal_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bar is for a terminal that can be drawn on."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    looks = []
    for name in ("xterm", "dumb"):
        monkeypatch.setenv("TERM", name)
        looks.append(pace.pace(Options()).look)

    assert ["bar", "lines"] == looks


# How it ends.

# What asks for an end; Windows tells nobody that a terminal is closed.
SIGNALS = [name for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


@pytest.fixture
def heard() -> Iterator[None]:
    """The end of a terminal counts, whoever runs the tests with `nohup`."""
    number = getattr(signal, "SIGHUP", signal.SIGTERM)
    before = signal.signal(number, signal.SIG_DFL)
    yield
    signal.signal(number, before)


def started(*arguments: str, stdout: int | TextIO = subprocess.PIPE) -> subprocess.Popen[str]:
    """A build of its own, in this folder."""
    command = [*PROGRAM, "build", *arguments]
    return subprocess.Popen(command, stdout=stdout, stderr=subprocess.PIPE, text=True)


@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize("name", SIGNALS)
def test_a_signal_ends_it_cleanly(name: str) -> None:
    """Whoever is waiting for another build and is stopped says so, ends with 128 + n, and leaves nothing."""
    with alone(Releases(Path("site").absolute()), waiting=lambda: None):
        build = started("--lang=en")
        assert build.stderr is not None
        assert STEPS["wait"]["en"] == build.stderr.readline().strip()
        build.send_signal(getattr(signal, name))
        _, told = build.communicate()

    assert (128 + getattr(signal, name), "Stopped; nothing is left half written.\n") == (
        build.returncode,
        told,
    )
    assert ["content"] == names()


@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize("name", SIGNALS)
def test_a_signal_while_writing_leaves_the_last_site(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the middle of writing: the last site stands, and nothing of the new one stays."""
    main(["build", "--quiet"])
    before = standing(Path("site"))
    change()
    number = getattr(signal, name)
    done = Pace.done

    def stop(listener: Pace, path: str) -> None:
        done(listener, path)
        if listener.steps[-1][0] == "write":
            signal.raise_signal(number)

    monkeypatch.setattr(Pace, "done", stop)

    assert 128 + number == main(["build", "--quiet"])
    assert (before, ["content", "site"]) == (standing(Path("site")), names())
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL


@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize("name", SIGNALS)
def test_a_signal_while_tidying_is_heard_afterwards(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the swap and after it: the new site stands, the last one is kept, and nothing else lies about."""
    main(["build", "--quiet"])
    before = standing(Path("site"))
    change()
    number = getattr(signal, name)
    recover = Releases.recover

    def stop(releases: Releases) -> None:
        if list(releases.folder.glob("new-*")):
            signal.raise_signal(number)
        recover(releases)

    monkeypatch.setattr(Releases, "recover", stop)

    assert 128 + number == main(["build", "--quiet"])
    assert [".site.releases", "content", "site"] == names()
    assert before == standing(Path(".site.releases/previous"))
    assert before != standing(Path("site"))


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="Windows tells nobody that a terminal is closed")
def test_with_nohup_it_goes_on_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever wants a build to outlive its terminal gets that."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    done = Pace.done

    def hang_up(listener: Pace, path: str) -> None:
        done(listener, path)
        signal.raise_signal(signal.SIGHUP)

    monkeypatch.setattr(Pace, "done", hang_up)
    try:
        code = main(["build", "--quiet"])
    finally:
        signal.signal(signal.SIGHUP, before)

    assert (0, 0) == (code, main(["verify"]))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_output_is_told() -> None:
    """When what it says cannot be written it ends with 2, and the site stands."""
    with Path("/dev/full").open("w") as full:
        build = started("--lang=en", stdout=full)
        _, told = build.communicate()

    assert (2, True) == (build.returncode, Path("site/index.html").is_file())
    assert told.endswith("stdout could not be read or written (No space left on device).\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_log_does_no_harm() -> None:
    """A site is built, and told to be, where its progress cannot be kept."""
    program = " ".join(f"'{word}'" for word in PROGRAM)
    codes = [
        subprocess.run(["/bin/sh", "-c", f"{program} {command} 2>/dev/full"], check=False).returncode
        for command in ("build", "build --site content")
    ]

    assert ([0, 2], 0) == (codes, main(["verify"]))


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
@pytest.mark.skipif(os.name == "nt", reason="its shell closes nothing")
def test_closed_streams_do_no_harm(closed: str) -> None:
    """With nobody to speak to the site is built, and nothing said gets into a file of it."""
    program = " ".join(f"'{word}'" for word in PROGRAM)
    done = subprocess.run(["/bin/sh", "-c", f"{program} build {closed}"], check=False)

    assert (0, 0) == (done.returncode, main(["verify"]))


def test_a_reader_who_leaves_does_no_harm() -> None:
    """`yearbook build | true` builds all the same."""
    build = started("--lang=en")
    assert build.stdout is not None
    build.stdout.close()
    build.communicate()

    assert (0, 0) == (build.returncode, main(["verify"]))


def test_a_reader_who_leaves_changes_no_exit_code() -> None:
    """`yearbook verify | true` still says by its code that a site is damaged."""
    main(["build", "--quiet"])
    Path("site/index.html").write_text("x", "utf-8")
    verify = subprocess.Popen([*PROGRAM, "verify"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert verify.stdout is not None
    verify.stdout.close()

    assert verify.wait() == 1


def test_without_a_home(tmp_path: Path) -> None:
    """A service account has no HOME, and needs none."""
    environment = {"PATH": os.environ["PATH"]}
    done = subprocess.run([*PROGRAM, "build"], env=environment, check=False, cwd=tmp_path)

    assert (0, 0) == (done.returncode, main(["verify"]))


def test_two_builds_at_once() -> None:
    """Both end well, one after the other, and one whole site stands."""
    builds = [started() for _ in range(3)]
    for build in builds:
        build.communicate()
    codes = [build.returncode for build in builds]

    assert ([0, 0, 0], 0, ["content", "site"]) == (codes, main(["verify"]), names())


def test_a_killed_build_is_put_right_by_the_next() -> None:
    """After `kill -9` the next build takes the lock over and leaves no trace of the killed one."""
    build = started()
    while not Path(".site.builder").exists():
        time.sleep(0.01)
    build.kill()
    build.communicate()

    assert (0, 0, ["content", "site"]) == (main(["build"]), main(["verify"]), names())
