"""The package: what the wheel holds, and that it alone does everything, wherever it is installed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import venv
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path
from zipfile import ZipFile

import pytest

from kushiro_yearbook import __version__
from kushiro_yearbook.start import SAMPLE, filled
from tests.publishing import tree

TOP = Path(__file__).parents[1]
PACKAGE = TOP / "src" / "kushiro_yearbook"
# The program's folders that stand at the top of a checkout and inside the package of a wheel.
BESIDE = ("templates", "static", "starter")


def clean() -> dict[str, str]:
    """An environment that finds nothing by itself; without SYSTEMROOT no program starts on Windows."""
    return {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ} | {"PATH": ""}


def run(*command: str | Path, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """A command in a folder and a clean environment, its words read as UTF-8."""
    variables = clean() | {"PYTHONUTF8": "1"} | more
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=variables,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def built(source: Path, kind: str, folder: Path) -> Path:
    """The one archive of a kind that the build backend makes of a source tree, without any network."""
    made = run(sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", folder, folder=source)
    assert made.returncode == 0, made.stderr
    [archive] = folder.iterdir()
    return archive


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    return built(TOP, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source archive of this checkout."""
    return built(TOP, "sdist", tmp_path_factory.mktemp("sdist"))


@pytest.fixture
def environment(wheel: Path, tmp_path: Path) -> Path:
    """An environment that holds the wheel and what it runs on, nothing else."""
    environment = tmp_path / "environment"
    venv.create(environment, symlinks=os.name != "nt")
    site_packages = next(environment.rglob("site-packages"))
    put_what_is_locked(site_packages)
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", environment)
    done = run(*pip, "install", "--quiet", "--no-index", "--no-deps", "--no-compile", wheel, folder=tmp_path)
    assert (0, "") == (done.returncode, done.stderr)
    checked = run(*pip, "check", folder=tmp_path)
    assert (0, "") == (checked.returncode, checked.stderr), checked.stdout
    return environment


def command(environment: Path) -> str:
    """The installed command, whatever its ending."""
    found = shutil.which("yearbook", path=environment / ("Scripts" if os.name == "nt" else "bin"))
    assert found is not None
    return found


def put_what_is_locked(site_packages: Path) -> None:
    """Copy the packages of `requirements/run.txt` from where the tests run.

    They are the very files that pip checked against the lock's hashes, so that no network is needed; what
    only the tests' lock names stays out, so that `pip check` finds a dependency that was forgotten.
    """
    for name in locked("run"):
        package = distribution(name)
        for file in package.files or ():
            if ".." not in file.parts and "__pycache__" not in file.parts:
                target = site_packages / file
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(str(package.locate_file(file)), target)


def locked(name: str) -> list[str]:
    """The packages of a lock file."""
    text = (TOP / "requirements" / f"{name}.txt").read_text("utf-8")
    return re.findall(r"^([\w.-]+)(?:\[[\w,]+\])?==", text, re.MULTILINE)


def expected_in_wheel() -> Iterator[str]:
    """Every file of the program by its place in the package."""
    for path in PACKAGE.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(PACKAGE.parent).as_posix()
    for folder in BESIDE:
        for path in (TOP / folder).rglob("*"):
            if path.is_file():
                yield f"kushiro_yearbook/{path.relative_to(TOP).as_posix()}"


def test_the_wheel_holds_the_program_whole_and_nothing_else(wheel: Path) -> None:
    """Code, words, templates, styles and starter are in it with both licences; content and tests are not."""
    about = f"kushiro_yearbook-{__version__}.dist-info"
    with ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if not name.endswith("/")}
    expected = set(expected_in_wheel())
    expected |= {f"{about}/{name}" for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt")}
    expected |= {f"{about}/licenses/LICENSES/{path.name}" for path in (TOP / "LICENSES").iterdir()}

    assert expected == names


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    """Version and licence are the project's own; any system and any Python from 3.11 on will do."""
    with ZipFile(wheel) as archive:
        metadata = archive.read(f"kushiro_yearbook-{__version__}.dist-info/METADATA").decode().splitlines()

    assert f"kushiro_yearbook-{__version__}-py3-none-any.whl" == wheel.name
    assert {
        f"Version: {__version__}",
        "License-Expression: GPL-3.0-or-later",
        "Requires-Python: >=3.11",
    } <= set(metadata)


def test_the_version_stands_once() -> None:
    """No other file of the project states it."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))

    assert "version" in project["project"]["dynamic"]
    assert "version" not in project["project"]


def test_the_source_archive_makes_the_same_wheel(sdist: Path, wheel: Path, tmp_path: Path) -> None:
    """The source archive has all that building needs: its wheel is the same to the byte."""
    options = ("--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--wheel-dir")
    done = run(sys.executable, "-m", "pip", "wheel", *options, "made", sdist, folder=tmp_path)

    assert (0, "") == (done.returncode, done.stderr)
    assert wheel.read_bytes() == (tmp_path / "made" / wheel.name).read_bytes()


def seal(site_packages: Path) -> None:
    """Let nothing be kept beside the package, even by root: a file stands where compiled code would."""
    for folder in (site_packages / "kushiro_yearbook").rglob("*"):
        if folder.is_dir() and any(folder.glob("*.py")):
            (folder / "__pycache__").write_bytes(b"")
    (site_packages / "kushiro_yearbook" / "__pycache__").write_bytes(b"")


@pytest.mark.parametrize("sealed", ["writable", "sealed"])
def test_the_installed_command_does_everything(sealed: str, environment: Path, tmp_path: Path) -> None:
    """`init`, `check` and `build` work far from the checkout, also where the package cannot be written to."""
    if sealed == "sealed":
        seal(next(environment.rglob("site-packages")))
    (home := tmp_path / "home").mkdir()
    yearbook = command(environment)
    begun = run(yearbook, "init", "town", "--year", "2026", "--lang", "en", folder=home)
    town = home / "town"
    checked = run(yearbook, "check", folder=town)
    made = run(yearbook, "build", "--quiet", folder=town)

    assert [(0, "")] * 3 == [(done.returncode, done.stderr) for done in (begun, checked, made)]
    assert "エラー 0 件、警告 0 件\n" == checked.stdout
    assert (town / "site" / "ja" / "2026" / "sample-division" / "population.html").is_file()
    assert list((town / "site" / "assets").glob("style.*.css"))


def test_the_installed_command_gives_the_checkouts_starter(environment: Path, tmp_path: Path) -> None:
    """Through wheel and installation the starter stays what stands in `starter/`, hidden files too."""
    run(command(environment), "init", "town", "--year", str(SAMPLE.year), folder=tmp_path)
    town = tmp_path / "town"
    made = {
        path.relative_to(town).as_posix(): path.read_bytes() for path in town.rglob("*") if path.is_file()
    }

    assert {path: text.encode() for path, text in filled(TOP / "starter", SAMPLE).items()} == made


def test_the_installed_command_builds_the_checkouts_site(environment: Path, tmp_path: Path) -> None:
    """Out of the wheel comes the very site that the checkout makes, to the byte and the mode."""
    places = {name: tmp_path / name for name in ("checkout", "wheel")}
    content = ("build", "--quiet", "--content", TOP / "content", "--site")
    doors = {"checkout": (sys.executable, TOP / "build.py"), "wheel": (command(environment),)}
    done = [run(*doors[name], *content, site, folder=tmp_path) for name, site in places.items()]

    assert [(0, "")] * 2 == [(one.returncode, one.stderr) for one in done]
    assert tree(places["checkout"]) == tree(places["wheel"])
