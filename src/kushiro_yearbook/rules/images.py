"""Rules on images: their pictures are there, and every picture is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kushiro_yearbook.faults import Fault, Place
from kushiro_yearbook.model import Section, Yearbook
from kushiro_yearbook.pictures import Picture, is_picture
from kushiro_yearbook.quantities import near


def files(yearbook: Yearbook) -> Iterator[Fault]:
    """M07: an image's picture stands beside its section; M08: a picture there is shown by an image."""
    for edition in yearbook.editions:
        for department in edition.departments:
            for top in department.sections:
                yield from _files(top, yearbook.pictures)


def _files(top: Section, sound: Mapping[str, Picture]) -> Iterator[Fault]:
    named = [image.file for section in top.walk() for image in section.form.images]
    there = [path.rpartition("/")[2] for path in top.paths if is_picture(path)]
    unused = [name for name in there if name not in named]
    for name in named:
        if name not in there:
            meant = near(name, unused)
            unused = [other for other in unused if other != meant]  # the one mistake is told
            yield Fault(name.place, "M07", {"name": name, "near": meant})
    for path in (f"{top.folder}/{name}" for name in unused):
        if path in sound:
            yield Fault(Place(path), "M08", {"name": path.rpartition("/")[2]})
