"""The lock files: every package pinned with its hashes, for every system, without the name of any host."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from itertools import product
from pathlib import Path

import pytest
import yaml
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TOP = Path(__file__).parents[1]
LOCKS = ("run", "test", "docs", "fuzz")
PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))
# What each lock has to bring.
ASKED = {
    "run": PROJECT["project"]["dependencies"],
    "test": PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["test"],
    "docs": PROJECT["dependency-groups"]["docs"],
    "fuzz": PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["fuzz"],
}
PIN = re.compile(
    r"(?P<pin>[\w.-]+(?:\[[\w,]+\])?==[\w.]+)(?: ; (?P<marker>[^\\]+))? \\\n"
    r"(?:    --hash=sha256:[0-9a-f]{64} \\\n)*    --hash=sha256:[0-9a-f]{64}\n"
)
# The systems of staff, maintainers and CI, as markers name them.
SYSTEMS = [
    {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
    {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PLACES = [
    system | {"python_version": python, "python_full_version": f"{python}.0"}
    for system, python in product(SYSTEMS, PYTHONS)
]


def text(name: str) -> str:
    """A lock file without its comments."""
    lines = (TOP / "requirements" / f"{name}.txt").read_text("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.lstrip().startswith("#"))


def pins(name: str) -> dict[str, tuple[Requirement, Marker | None]]:
    """What a lock file pins, by package."""
    found: dict[str, tuple[Requirement, Marker | None]] = {}
    for match in PIN.finditer(text(name)):
        requirement = Requirement(match["pin"])
        marker = Marker(match["marker"]) if match["marker"] else None
        found[canonicalize_name(requirement.name)] = (requirement, marker)
    return found


def version(requirement: Requirement) -> str:
    """The version that a pin names."""
    [specifier] = requirement.specifier
    return specifier.version


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_nothing_but_pins_with_hashes(name: str) -> None:
    """Every line belongs to a package pinned by `==` with at least one SHA-256; no options, no addresses."""
    assert "" == PIN.sub("", text(name))
    assert len(pins(name)) > 10


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_host(name: str) -> None:
    """Nobody's package index, proxy or machine is written down, not even in a comment."""
    whole = (TOP / "requirements" / f"{name}.txt").read_text("utf-8").lower()
    host = r"https?:|//|index|find-links|trusted|localhost|[\w-]+\.(?:com|org|net|io|dev|jp|local)\b"

    assert [] == re.findall(host, whole)


@pytest.mark.parametrize("name", ["test", "docs"])
def test_locks_agree(name: str) -> None:
    """What two locks name they name in one version; the tests' lock names all that the program runs on."""
    run, other = pins("run"), pins(name)
    shared = run.keys() & other.keys()

    assert {package: version(run[package][0]) for package in shared} == {
        package: version(other[package][0]) for package in shared
    }
    assert name != "test" or run.keys() == shared


@pytest.mark.parametrize("name", LOCKS)
def test_what_the_project_asks_for_is_locked(name: str) -> None:
    """Every dependency of `pyproject.toml` is in its lock, in a version that it allows, on every system."""
    locked = pins(name)
    asked = {canonicalize_name(wanted.name): wanted for wanted in map(Requirement, ASKED[name])}

    assert not asked.keys() - locked.keys()
    assert [] == [p for p, wanted in asked.items() if version(locked[p][0]) not in wanted.specifier]
    assert [] == [package for package in asked if locked[package][1] is not None]


def needs(package: Requirement, place: dict[str, str]) -> Iterator[str]:
    """What an installed package needs in a place, by name, its extras that are locked included."""
    for line in distribution(package.name).requires or ():
        needed = Requirement(line)
        wanted = [place | {"extra": extra} for extra in ("", *package.extras)]
        if needed.marker is None or any(needed.marker.evaluate(x) for x in wanted):
            yield canonicalize_name(needed.name)


def is_installed(name: str) -> bool:
    """Whether a package is there to be asked; what another system needs is not."""
    try:
        return bool(distribution(name))
    except PackageNotFoundError:
        return False


@pytest.mark.parametrize("name", ["run", "test"])
@pytest.mark.parametrize(
    "place", PLACES, ids=lambda place: f"{place['sys_platform']}-{place['python_version']}"
)
def test_a_lock_holds_for_every_system(name: str, place: dict[str, str]) -> None:
    """Whatever a locked package needs on Linux, macOS or Windows, under any Python, is locked for there."""
    locked = pins(name)
    here = {n for n, (_, marker) in locked.items() if marker is None or marker.evaluate(place)}
    needed = {n for package in here if is_installed(package) for n in needs(locked[package][0], place)}

    assert not needed - here


def test_windows_gets_what_only_it_needs() -> None:
    """The locks are for all systems: what gives Windows its colours is locked for it alone."""
    for name in ("test", "docs"):
        _, marker = pins(name)["colorama"]
        assert marker is not None
        assert [False, False, True] == [marker.evaluate(system) for system in SYSTEMS]


def test_one_command_settles_every_lock() -> None:
    """`make lock` writes each lock file, with hashes, for every system."""
    script = (TOP / "scripts" / "lock").read_text("utf-8")

    assert {*(f"{name}.txt" for name in LOCKS), *NPM} == {
        path.name for path in (TOP / "requirements").iterdir()
    }
    assert set(LOCKS) == set(re.findall(r"^settle requirements/(\w+)\.txt", script, re.MULTILINE))
    assert ["--generate-hashes"] == re.findall("--generate-hashes", script)
    assert ["--universal"] == re.findall("--universal", script)


# What is asked for of npm, by folder, and how many packages that makes at least.
NPM = {
    "editor": (["yaml-language-server"], 10),
    "browser": (["axe-core", "vnu-jar"], 2),
    "lighthouse": (["lighthouse"], 50),
}


@pytest.mark.parametrize("folder", NPM)
def test_packages_of_npm_are_locked_by_hashes_and_name_no_host(folder: str) -> None:
    """Each npm package has its version and a SHA-512, and no address of where it came from."""
    lock = (TOP / "requirements" / folder / "package-lock.json").read_text("utf-8")
    packages = {name: row for name, row in json.loads(lock)["packages"].items() if name}

    assert len(packages) >= NPM[folder][1]
    assert [] == [name for name, row in packages.items() if not re.match("sha512-.{88}$", row["integrity"])]
    assert [] == re.findall(r"://|resolved|registry", lock)
    assert "omit-lockfile-registry-resolved=true\n" == (TOP / "requirements" / folder / ".npmrc").read_text(
        "utf-8"
    )


@pytest.mark.parametrize("folder", NPM)
def test_packages_of_npm_are_asked_for_by_their_exact_version(folder: str) -> None:
    """What is asked for is what is locked."""
    asked = json.loads((TOP / "requirements" / folder / "package.json").read_text("utf-8"))["dependencies"]
    locked = json.loads((TOP / "requirements" / folder / "package-lock.json").read_text("utf-8"))["packages"]

    assert NPM[folder][0] == list(asked)
    assert asked == {name: locked[f"node_modules/{name}"]["version"] for name in asked}


def test_the_documentation_asks_nothing_of_others() -> None:
    """The theme of `make docs` is one that brings all of its files, and nothing is added to it."""
    settings = yaml.load((TOP / "mkdocs.yml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 – only text

    assert ("mkdocs", "false") == (settings["theme"]["name"], settings["theme"]["highlightjs"])
    assert ("true", []) == (settings["strict"], settings["plugins"])
    assert not {"extra_css", "extra_javascript", "hooks", "nav"} & settings.keys()
