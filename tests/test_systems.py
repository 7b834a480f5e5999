"""Linux, macOS and Windows: what only one of them offers has a way round it, which is forced here."""

from __future__ import annotations

import ast
import ctypes
import errno
import os
import runpy
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

from kushiro_yearbook import cli
from kushiro_yearbook.addresses import DEVICES, NO_PAGE, RESERVED
from kushiro_yearbook.commands.command import Command
from kushiro_yearbook.publishing import disk
from kushiro_yearbook.publishing.disk import PAUSES
from kushiro_yearbook.publishing.releases import Releases
from kushiro_yearbook.stopping import asking
from tests.publishing import publish, standing

TOP = Path(__file__).parents[1]

# Modules, and names of `os`, `signal`, `time` and `pathlib`, that Windows does not have or does not do.
MODULES = {"crypt", "curses", "fcntl", "grp", "posix", "pty", "pwd", "readline", "resource", "spwd"}
MODULES |= {"syslog", "termios", "tty"}
NAMES = {
    "os": """
        O_CLOEXEC O_DIRECTORY O_DSYNC O_NOATIME O_NOCTTY O_NOFOLLOW O_NONBLOCK O_PATH O_SYNC WEXITSTATUS
        WIFEXITED WIFSIGNALED WNOHANG WTERMSIG chflags chown chroot confstr copy_file_range ctermid eventfd
        fchdir fchmod fchown fork forkpty fpathconf fwalk getegid geteuid getgid getgroups getloadavg
        getpgid getpgrp getpriority getresuid getsid getuid getxattr initgroups killpg lchflags lchmod
        lchown listxattr lockf major makedev memfd_create minor mkfifo mknod nice openpty pathconf
        pidfd_open posix_fadvise posix_fallocate posix_spawn pread preadv pwrite readlink register_at_fork
        removexattr sched_getaffinity sched_setaffinity sched_yield sendfile setegid seteuid setgid
        setgroups setpgid setpriority setsid setuid setxattr splice statvfs symlink sync sysconf tcgetpgrp
        ttyname uname unshare wait wait3 wait4 waitid waitpid
    """,
    "signal": """
        SIGALRM SIGBUS SIGCHLD SIGCONT SIGHUP SIGIO SIGKILL SIGPIPE SIGPROF SIGQUIT SIGSTOP SIGTSTP SIGTTIN
        SIGTTOU SIGUSR1 SIGUSR2 SIGWINCH alarm getitimer pause pthread_kill pthread_sigmask setitimer
        siginterrupt sigpending sigtimedwait sigwait sigwaitinfo
    """,
    "time": "clock_getres clock_gettime clock_settime pthread_getcpuclockid tzset",
}
ONLY_THERE = {f"{module}.{name}" for module, names in NAMES.items() for name in names.split()}
# Methods of a path, whatever the path is called.
METHODS = {"hardlink_to", "lchmod", "owner", "symlink_to"}

# Each use of such a name, with the test of this file that forces the way round it.
WAYS_ROUND = {
    ("scripts/bench", "os.wait4"): "test_memory_is_not_known_everywhere",
    ("src/kushiro_yearbook/stopping.py", "signal.SIGHUP"): "test_windows_has_no_terminal_that_ends",
}


def programs() -> Iterator[Path]:
    """Everything of the project that Python runs."""
    yield from (TOP / "src").rglob("*.py")
    yield TOP / "build.py"
    for path in (TOP / "scripts").iterdir():
        if path.is_file() and (
            path.suffix == ".py" or "python" in path.read_text("utf-8").partition("\n")[0]
        ):
            yield path


def names_in(tree: ast.AST) -> Iterator[str]:
    """Modules that are imported, and names as `module.name`, also where they are asked for as a string."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Attribute):
            yield f"{node.value.id}.{node.attr}" if isinstance(node.value, ast.Name) else f".{node.attr}"
            yield f".{node.attr}"
        elif isinstance(node, ast.Call) and len(node.args) > 1:
            owner, name = node.args[:2]
            if isinstance(owner, ast.Name) and isinstance(name, ast.Constant):
                yield f"{owner.id}.{name.value!s}"


def only_there(source: str) -> set[str]:
    """What a program uses that Windows has not."""
    unwanted = MODULES | ONLY_THERE | {f".{name}" for name in METHODS}
    return set(names_in(ast.parse(source))) & unwanted


def test_what_one_system_lacks_has_a_way_round() -> None:
    """A name that Windows does not have is used only where this file forces what happens without it."""
    used = {
        (path.relative_to(TOP).as_posix(), name)
        for path in programs()
        for name in only_there(path.read_text("utf-8"))
    }

    assert set(WAYS_ROUND) == used
    assert [] == [test for test in WAYS_ROUND.values() if not callable(globals().get(test))]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import fcntl", "fcntl"),
        ("def f():\n    from os import fork", "os.fork"),
        ("import os\nos.getuid()", "os.getuid"),
        ("import os\ngetattr(os, 'O_NOFOLLOW', 0)", "os.O_NOFOLLOW"),
        ("import os\nhasattr(os, 'wait4')", "os.wait4"),
        ("import signal\nx = signal.SIGKILL", "signal.SIGKILL"),
        ("p.with_name('b').symlink_to('a')", ".symlink_to"),
        ("p.symlink_to('a')", ".symlink_to"),
    ],
)
def test_each_way_to_use_a_name_is_seen(source: str, found: str) -> None:
    """Imported, called, asked for by a string or a path's own: the search above finds it."""
    assert found in only_there(source)


def bench() -> ModuleType:
    """The program `scripts/bench`, which has no ending that an import would find."""
    loader = SourceFileLoader("bench", str(TOP / "scripts" / "bench"))
    spec = spec_from_loader("bench", loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


@pytest.mark.parametrize("without", [("wait4",), ()])
def test_memory_is_not_known_everywhere(without: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system tells no memory, how a build ended is known all the same."""
    for name in without:
        monkeypatch.delattr(os, name, raising=False)
    with subprocess.Popen([sys.executable, "-c", "import sys; sys.exit(3)"]) as process:
        status, memory = bench().ended(process)

    assert (True, hasattr(os, "wait4")) == (status != 0, memory > 0)


def test_windows_has_no_terminal_that_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without that signal the program listens for the others alone."""
    monkeypatch.delattr(signal, "SIGHUP", raising=False)

    assert (signal.SIGINT, signal.SIGTERM) == asking()


SITE = {"index.html": b"one"}
Replace = Callable[[Path, Path], Path]


def refusing(times: int, after: int = 0) -> Replace:
    """`Path.replace` of a Windows on which something reads in the folder, so many times after some moves."""
    replace, left, free = Path.replace, [times], [after]

    def refuse(folder: Path, target: Path) -> Path:
        if free[0] > 0:
            free[0] -= 1
        elif left[0] > 0:
            left[0] -= 1
            raise PermissionError(errno.EACCES, "Access is denied", str(folder))
        return replace(folder, target)

    return refuse


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses, in place of waiting for them."""
    pauses: list[float] = []
    monkeypatch.setattr("time.sleep", pauses.append)
    return pauses


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system whose C library has neither an exchange nor a flush of a whole disk."""
    monkeypatch.setattr(disk, "of_system", lambda _name: None)


@pytest.mark.usefixtures("elsewhere")
def test_without_an_exchange_two_moves_do(tmp_path: Path) -> None:
    """On macOS and Windows the site is moved aside and the new one to its place; going back works alike."""
    site = tmp_path / "site"
    publish(SITE, site)
    publish({"index.html": b"two"}, site)
    Releases(site).go_back()
    back = (site / "index.html").read_bytes()
    Releases(site).go_back()

    assert (b"one", b"two") == (back, (site / "index.html").read_bytes())
    assert ["previous"] == [path.name for path in Releases(site).folder.iterdir()]


@pytest.mark.parametrize("said", [errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP])
def test_a_disk_that_cannot_exchange(said: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A network drive on Linux may refuse what the system itself can do."""

    def refuse(*_: object) -> int:
        ctypes.set_errno(said)
        return -1

    monkeypatch.setattr(disk, "of_system", {"renameat2": refuse}.get)
    publish(SITE, tmp_path / "site")
    publish({"index.html": b"two"}, tmp_path / "site")

    assert b"two" == (tmp_path / "site" / "index.html").read_bytes()


@pytest.mark.parametrize("name", ["renameat2", "syncfs"])
def test_a_disk_that_fails(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the disk itself is no reason to go another way: the last site stands."""

    def fail(*_: object) -> int:
        ctypes.set_errno(errno.EIO)
        return -1

    publish(SITE, tmp_path / "site")
    monkeypatch.setattr(disk, "of_system", {name: fail}.get)
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        publish({"index.html": b"two"}, tmp_path / "site")

    assert b"one" == (tmp_path / "site" / "index.html").read_bytes()


@pytest.mark.usefixtures("elsewhere")
def test_without_a_flush_of_the_disk_each_file_is_flushed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every file and the manifest reach the disk before anything is moved."""
    flushed: list[int] = []
    monkeypatch.setattr(os, "fsync", flushed.append)
    publish({"index.html": b"one", "a/b.html": b"two"}, tmp_path / "site")

    assert len(flushed) == 3


@pytest.mark.usefixtures("elsewhere")
def test_a_folder_in_use_is_waited_for(
    tmp_path: Path, slept: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A virus scanner that reads in the last site for a moment delays the new one, no more."""
    publish(SITE, tmp_path / "site")
    monkeypatch.setattr(Path, "replace", refusing(len(PAUSES), after=1))
    publish({"index.html": b"two"}, tmp_path / "site")

    assert (list(PAUSES), b"two") == (slept, (tmp_path / "site" / "index.html").read_bytes())


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize("moves", [1, 2])
def test_a_folder_that_stays_in_use_leaves_the_last_site(
    moves: int, tmp_path: Path, slept: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    """When it does not end the build gives up, and the last site stands whole, or moved back."""
    publish(SITE, tmp_path / "site")
    before = standing(tmp_path / "site")
    monkeypatch.setattr(Path, "replace", refusing(len(PAUSES) + 1, after=moves))
    with pytest.raises(PermissionError):
        publish({"index.html": b"two"}, tmp_path / "site")

    assert list(PAUSES) == slept
    assert (before, ["site"]) == (standing(tmp_path / "site"), [path.name for path in tmp_path.iterdir()])


@pytest.mark.parametrize("said", [errno.EPIPE, errno.EINVAL])
def test_a_reader_who_leaves_is_no_error(
    said: int, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """When `list` is cut off by `more` or `head`, it ends quietly, in the words of either system."""
    moved: list[int] = []

    def leave(_options: object) -> int:
        raise OSError(said, "gone")

    monkeypatch.setitem(cli.COMMANDS, "list", Command(leave, "", {"kind": {}}))
    monkeypatch.setattr(os, "dup2", lambda _new, old: moved.append(old))

    assert (0, 1) == (cli.main(["list", "sections"]), len(moved))
    assert ("", "") == capfd.readouterr()


def test_an_error_of_a_file_is_no_reader_who_left(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that Windows cannot open is not passed over in silence."""

    def fail(_options: object) -> int:
        raise OSError(errno.EINVAL, "Invalid argument", "con")

    monkeypatch.setitem(cli.COMMANDS, "list", Command(fail, "", {"kind": {}}))
    assert 2 == cli.main(["list", "sections", "--lang=en"])
    assert "con could not be read or written (Invalid argument).\n" == capsys.readouterr().err


@pytest.mark.parametrize(
    ("platform", "own", "way"),
    [
        (
            "win32",
            "Scripts/python.exe",
            r".venv\Scripts\python -m pip install --require-hashes -r requirements\run",
        ),
        ("linux", "bin/python", ".venv/bin/python -m pip install --require-hashes -r requirements/run"),
    ],
)
def test_build_py_says_how_to_install_here(
    platform: str, own: str, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`build.py` looks for Python where the system puts it, and names commands that the system has."""
    monkeypatch.setattr(sys, "platform", platform)
    names = runpy.run_path(str(TOP / "build.py"))

    assert names["OWN_PYTHON"].as_posix().endswith(own)
    assert way in names["INSTALL"]


def test_the_readme_shows_what_build_py_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both tell staff on Windows, who have no make, the same."""
    monkeypatch.setattr(sys, "platform", "win32")
    commands = [line.strip() for line in runpy.run_path(str(TOP / "build.py"))["INSTALL"].splitlines()]
    readme = (TOP / "README.md").read_text("utf-8")

    assert 2 == len(commands)
    assert [] == [command for command in commands if readme.count(command) != 2]


def test_no_page_bears_the_name_of_a_device() -> None:
    """What Windows keeps for devices is refused wherever a name becomes a file or a folder of the site."""
    assert {"con", "prn", "aux", "nul", "com1", "lpt9"} < DEVICES < NO_PAGE < RESERVED


def test_no_two_files_differ_by_case_alone() -> None:
    """Windows and macOS would take them for one."""
    folders = ("content", "docs", "requirements", "scripts", "src", "starter", "static", "templates", "tests")
    paths = [str(path) for folder in folders for path in (TOP / folder).rglob("*")]

    assert len(paths) > 100
    assert len(paths) == len({path.lower() for path in paths})
