"""The step `start`: a small yearbook for a town to begin with, whole or not at all."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kushiro_yearbook import __version__
from kushiro_yearbook.eras import Year, in_its_era, in_japanese
from kushiro_yearbook.load.registers import load_registers
from kushiro_yearbook.load.sources import Source
from kushiro_yearbook.model import right_code
from kushiro_yearbook.publishing.disk import move
from kushiro_yearbook.registers import is_japanese
from kushiro_yearbook.schema import editor_files

# What a name can be without a mark that YAML or Markdown would read as its own.
_NAME = re.compile(r"\w[\w '’.・()（）-]*")
YEARS = range(1900, 3000)


class StartRefused(Exception):
    """Nothing was written; `reason` is `folder` where something stands there, else the word that is wrong."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Town:
    """Whose yearbook it is, and the year of its first edition; `code` is empty where it is not known."""

    name: str
    name_en: str
    code: str
    year: int

    @property
    def wrong(self) -> str:
        """Which of its words cannot be; empty when all can."""
        sound = {
            "name": bool(_NAME.fullmatch(self.name)),
            "name_en": bool(_NAME.fullmatch(self.name_en)) and not is_japanese(self.name_en),
            "code": self.code in ("", right_code(self.code)),
            "year": self.year in YEARS,
        }
        return next((word for word, can_be in sound.items() if not can_be), "")

    @property
    def words(self) -> Mapping[str, str]:
        """What stands for `__name__` and the like in the starter's files."""
        unknown = "# code: 全国地方公共団体コードの6けたを引用符で囲んで書き、先頭の # を取ります"
        return {
            "name": self.name,
            "name_en": self.name_en,
            "code_line": f'code: "{self.code}"' if self.code else unknown,
            "year": str(self.year),
            "era_year": in_japanese(in_its_era(Year(self.year))),
            "last_year": in_japanese(in_its_era(Year(self.year - 1))),
            "version": __version__,
        }


SAMPLE = Town("見本市", "Mihon City", "", 2026)


def start(starter: Path, town: Town, target: Path) -> None:
    """Put the starter's files, filled in for a town, at `target`.

    They are written beside it and moved there when complete. Raises `StartRefused` for a folder that holds
    something and for words that no town can have.
    """
    target = target.resolve()
    if reason := town.wrong or ("" if _is_free(target) else "folder"):
        raise StartRefused(reason)
    staged = target.with_name(f".{target.name}.new")
    shutil.rmtree(staged, ignore_errors=True)
    try:
        for path, text in filled(starter, town).items():
            file = staged / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
        if target.exists():  # Windows moves nothing into the place of a folder, empty or not
            target.rmdir()
        move(staged, target)
    except OSError:
        shutil.rmtree(staged, ignore_errors=True)
        raise


def filled(starter: Path, town: Town) -> Mapping[str, str]:
    """The starter's files by path, with the town's words in their names and lines, and what editors need."""
    files = sorted(path for path in starter.rglob("*") if path.is_file())
    texts = {
        _fill(path.relative_to(starter).as_posix(), town.words): _fill(path.read_text("utf-8"), town.words)
        for path in files
    }
    content = {path.removeprefix("content/"): text for path, text in texts.items()}
    registers, _ = load_registers({path: Source(path, text, "") for path, text in content.items()})
    return {**texts, **editor_files(registers)}


def _fill(text: str, words: Mapping[str, str]) -> str:
    return re.sub(r"__([a-z]+(?:_[a-z]+)*)__", lambda gap: words[gap[1]], text)


def _is_free(target: Path) -> bool:
    """Nothing, or an empty folder; not the current one, which cannot be moved into everywhere."""
    empty = target.is_dir() and not any(target.iterdir())
    return not target.exists() or (empty and target != Path.cwd())
