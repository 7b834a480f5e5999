"""`yearbook zip`: one file that holds the whole site, the same for the same site."""

from __future__ import annotations

import os
from pathlib import Path
from zipfile import ZipFile

import pytest

from kushiro_yearbook.cli import main
from tests.publishing import publish, standing
from tests.test_site import site


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """The real edition's site."""
    publish(site(), tmp_path / "site")
    return tmp_path / "site"


def packed(built: Path, name: str) -> Path:
    """The file that the command writes."""
    target = built.parent / name
    assert main(["zip", "--site", str(built), "--file", str(target), "--lang=en"]) == 0
    return target


def test_unpacked_it_is_the_site(built: Path, tmp_path: Path) -> None:
    """What comes out is what went in, in a folder of its own, and is sound by its own manifest."""
    with ZipFile(packed(built, "a.zip")) as archive:
        archive.extractall(tmp_path / "out")

    assert standing(built) == standing(tmp_path / "out" / "site")
    assert main(["verify", "--site", str(tmp_path / "out" / "site")]) == 0


def test_the_same_site_is_the_same_file(built: Path) -> None:
    """Neither the day nor the files' own times and modes leave a trace."""
    first = packed(built, "a.zip").read_bytes()
    os.utime(built / "index.html", (1_000_000_000, 1_000_000_000))
    (built / "index.html").chmod(0o600)

    assert first == packed(built, "b.zip").read_bytes()


def test_a_damaged_site_is_not_packed(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A site that is not as it was built is told, and no file is written."""
    target = built.parent / "a.zip"
    (built / "index.html").unlink()

    assert main(["zip", "--site", str(built), "--file", str(target), "--lang=en"]) == 1
    assert "not as it was built" in capsys.readouterr().err
    assert not target.exists()


def test_without_a_site_nothing_is_packed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without a manifest is no site, and a place that cannot be written is told."""
    publish({"index.html": b""}, tmp_path / "site")
    lost = tmp_path / "nowhere" / "a.zip"

    assert main(["zip", "--site", str(tmp_path), "--lang=ja"]) == 2
    assert "一覧" in capsys.readouterr().err
    assert main(["zip", "--site", str(tmp_path / "site"), "--file", str(lost), "--lang=en"]) == 2
    assert "cannot be written" in capsys.readouterr().err
