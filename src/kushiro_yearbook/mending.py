"""Mending what leaves no doubt: edits are made in memory, tried by checking again, shown and then written."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from kushiro_yearbook.faults import Fault
from kushiro_yearbook.fix import Aftermath, Edit, applied, edits, encoding_of
from kushiro_yearbook.load.sources import Source, digest
from kushiro_yearbook.pipeline import Checked, examine
from kushiro_yearbook.report import harmless

# Each round mends what the one before has brought to light.
MOST_ROUNDS = 50


@dataclass(frozen=True)
class Mended:
    """What mending comes to: the files as they were and as they would be, and what would be left to mend."""

    old: Mapping[str, bytes]
    new: Mapping[str, bytes]
    checked: Checked

    @property
    def lines(self) -> int:
        """How many lines would change."""
        pairs = ((self.old[path].splitlines(), new.splitlines()) for path, new in self.new.items())
        return sum(old != new for olds, news in pairs for old, new in zip(olds, news, strict=True))


def mend(content: Path, checked: Checked, concerns: Callable[[Fault], bool]) -> Mended:
    """Everything that can be mended of the faults that are of concern; no file is touched."""
    mended = Mended({}, {}, checked)
    for _ in range(MOST_ROUNDS):
        faults = [fault for fault in mended.checked.faults if concerns(fault)]
        after = _round(content, mended, list(edits(faults, mended.checked.sources)))
        if after is mended:
            break
        mended = after
    return mended


def _round(content: Path, mended: Mended, proposed: list[Edit]) -> Mended:
    """With the edits of one round that stand their trial; the same as before where none does."""
    old = {**_bytes(content, mended, {edit.path for edit in proposed}), **mended.old}
    now = {**old, **mended.new}
    encodings = {path: encoding_of(data) for path, data in old.items()}
    proposed = [edit for edit in proposed if edit.path in now and _encodable(edit, encodings[edit.path])]
    while proposed:
        made = {path: applied(now[path], group) for path, group in _by_file(proposed)}
        changed = {**mended.new, **made}
        checked = examine(content, changed)
        trial = Aftermath(mended.checked.faults, checked.faults, checked.sources, checked.yearbook)
        doubtful = trial.doubtful(proposed)
        if not doubtful:
            kept = {path: old[path] for path in changed}
            return Mended(kept, changed, checked)
        proposed = [edit for edit in proposed if edit not in doubtful]
    return mended


def _by_file(edits: list[Edit]) -> Iterator[tuple[str, list[Edit]]]:
    for path, group in groupby(sorted(edits), key=lambda edit: edit.path):
        yield path, list(group)


def _bytes(content: Path, mended: Mended, paths: Iterable[str]) -> Mapping[str, bytes]:
    """What files hold that were not read yet; one that has changed since it was checked is left alone."""
    sources = mended.checked.sources
    read = {path: _data(content / path) for path in paths if path not in mended.old}
    return {path: data for path, data in read.items() if digest(data) == sources[path].digest}


def _data(file: Path) -> bytes:
    """What a file holds; nothing where it is gone."""
    try:
        return file.read_bytes()
    except OSError:
        return b""


def _encodable(edit: Edit, encoding: str) -> bool:
    try:
        edit.new.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


# Lines shown above and below one that changes.
CONTEXT = 3


def differences(before: Mapping[str, Source], mended: Mended, folder: str) -> Iterator[str]:
    """A unified diff of every file that would change, in lines that do no harm to a terminal."""
    for path in sorted(mended.new):
        texts = (before[path].text, mended.checked.sources[path].text)
        old, new = (text.removesuffix("\n").split("\n") for text in texts)
        yield harmless(f"--- {folder}/{path}")
        yield harmless(f"+++ {folder}/{path}")
        yield from map(harmless, _hunks(old, new))


def _hunks(old: list[str], new: list[str]) -> Iterator[str]:
    """The lines that differ with those around them; mending adds and takes away no line."""
    changed = [number for number, pair in enumerate(zip(old, new, strict=True)) if pair[0] != pair[1]]
    for first, last in _spans(changed):
        start, end = max(0, first - CONTEXT), min(len(old), last + 1 + CONTEXT)
        yield f"@@ -{start + 1},{end - start} +{start + 1},{end - start} @@"
        for differs, numbers in groupby(range(start, end), key=lambda number: old[number] != new[number]):
            run = list(numbers)
            yield from (f"{'-' if differs else ' '}{old[number]}" for number in run)
            yield from (f"+{new[number]}" for number in run if differs)


def _spans(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """First and last of the numbers that stand so close that their surroundings touch."""
    first = last = numbers[0]
    for number in numbers[1:]:
        if number - last > 2 * CONTEXT + 1:
            yield first, last
            first = number
        last = number
    yield first, last


class Overtaken(Exception):
    """A file has changed since it was read; it was not written."""


def write(content: Path, mended: Mended) -> None:
    """Write every file that was mended, each whole or not at all; raises `Overtaken` or `OSError`."""
    for path, data in mended.new.items():
        file = content / path
        if _data(file) != mended.old[path]:
            raise Overtaken(path)
        staged = file.with_name(f".{file.name}.new")
        try:
            staged.write_bytes(data)
            shutil.copymode(file, staged)
            staged.replace(file)
        finally:
            staged.unlink(missing_ok=True)
