"""Rules on order: what stands in a row has a place of its own in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kushiro_yearbook.faults import Fault, Place
from kushiro_yearbook.model import Yearbook


def numbers(yearbook: Yearbook) -> Iterator[Fault]:
    """I27: no two parts, departments or sections side by side have one number in their names.

    ja:
        見つけるもの: 並んだ編・課・節の名前のはじめにある、同じ番号。
        理由: 番号は順番を決めます。同じ番号がふたつあると、順番が名前の文字で決まってしまいます。
        例:
            01-office/03-roads.yaml
            01-office/03-survey.yaml
        直し方: 一方のファイルかフォルダの番号を変えます。
    en:
        Finds: two parts, departments or sections side by side whose names begin with one number.
        Why: The number gives the order; of two that are the same, the letters after them would.
        Example:
            01-office/03-roads.yaml
            01-office/03-survey.yaml
        Mend: Change the number of one file or folder.
    """
    for edition in yearbook.editions:
        yield from _doubled(part.paths[0].rpartition("/")[0] for part in edition.parts)
        for part in edition.parts:
            yield from _doubled(department.folder for department in part.departments)
        for department in edition.departments:
            yield from _doubled(section.paths[0] for section in department.sections)


def _doubled(paths: Iterable[str]) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for path in paths:
        name = path.rpartition("/")[2]
        first = seen.setdefault(name[:2], name)
        if first != name:
            yield Fault(Place(path), "I27", {"number": name[:2], "name": name, "other": first})
