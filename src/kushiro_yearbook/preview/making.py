"""What the preview shows: the last good site, and what has been wrong with the content since."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path

from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.outputs import Output, combined
from kushiro_yearbook.pipeline import Checked, examine, program_theme
from kushiro_yearbook.plan import plan
from kushiro_yearbook.render import render
from kushiro_yearbook.text import LANGUAGES
from kushiro_yearbook.theme import Theme

# How faults are told in a language.
Tell = Callable[[Checked, str], str]


@dataclass(frozen=True)
class Shown:
    """What browsers are shown; it is never changed, only replaced whole.

    `files` are those of the last good site by path, none before there was one. `told` are the faults by
    language as `check` tells them, with the language of whoever reads them first. `broken` says that the
    content as it now stands makes no site, `failed` that the program itself did not get through it.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    told: Mapping[str, str] = field(default_factory=dict)
    broken: bool = True
    failed: bool = False
    version: str = ""
    # Style sheets and pictures of the site before, which a page that is still loading asks for.
    former: Mapping[str, bytes] = field(default_factory=dict, compare=False)


@dataclass
class Maker:
    """Makes the site of a content folder again and again; what did not change is not made again."""

    content: Path
    tell: Tell
    speaks: Callable[[Checked], str]
    language: str
    # The last theme, whose templates are compiled already.
    _theme: Theme | None = None
    # The bytes of every output by its path and the key of its inputs.
    _made: Mapping[tuple[str, str], bytes] = field(default_factory=dict)

    def make(self, last: Shown) -> Shown:
        """What is to be shown now; whatever goes wrong is shown too, and the last good site kept."""
        try:
            shown = self._shown(last)
        except Exception:  # noqa: BLE001 – a bug, or a template of the program: told, so that work goes on
            told = dict.fromkeys(self._languages(), traceback.format_exc())
            shown = Shown(last.files, told, failed=True)
        former = {path: data for path, data in last.files.items() if path.startswith("assets/")}
        return replace(shown, version=_version(shown), former=former)

    def _shown(self, last: Shown) -> Shown:
        checked = examine(self.content, making=self._files)
        self.language = self.speaks(checked)
        told = {language: self.tell(checked, language) for language in self._languages()}
        if checked.yearbook is None or not checked.sound:
            return Shown(last.files, told)
        files = checked.files or self._files(checked.yearbook, program_theme(checked.town))
        return Shown(files, told, broken=False)

    def _languages(self) -> list[str]:
        """Every language, that of whoever reads first."""
        return sorted(LANGUAGES, key=lambda language: language != self.language)

    def _files(self, yearbook: Yearbook, theme: Theme) -> Mapping[str, bytes]:
        """As `pipeline.make`, of which only that is made whose inputs changed."""
        if self._theme is None or self._theme.digest != theme.digest:
            self._theme = theme
        outputs, known = plan(yearbook, self._theme), self._made
        fresh = render([output for output in outputs if _name(output) not in known])
        names = {_name(output): output.address.path for output in outputs}
        self._made = {name: fresh[path] if path in fresh else known[name] for name, path in names.items()}
        return {path: data for (path, _), data in self._made.items()}


def _name(output: Output) -> tuple[str, str]:
    """What is equal only for the same bytes in the same place."""
    return output.address.path, output.inputs.key


def _version(shown: Shown) -> str:
    """A name for all that a browser may be shown."""
    return combined(_parts(shown))


def _parts(shown: Shown) -> Iterator[str]:
    yield str(shown.broken)
    yield from shown.told.values() if shown.broken else ()
    for path, data in shown.files.items():
        yield from (path, blake2b(data).hexdigest())
