"""Rules on images: their pictures are there, and every picture is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from kushiro_yearbook.faults import Fault, Place
from kushiro_yearbook.model import Section, Yearbook
from kushiro_yearbook.pictures import Picture, is_picture
from kushiro_yearbook.quantities import near


def files(yearbook: Yearbook) -> Iterator[Fault]:
    """M07: an image's picture stands beside its section; M08: a picture there is shown by an image.

    ja:
        見つけるもの: images の file に書かれた画像が節の隣にないこと（M07）と、隣にある画像がどの images にも書かれていないこと（M08）。
        理由: ページに画像が出ないか、説明（alt）のない画像が公開されてしまいます。
        例:
            images: [{file: 03-map.staton.png, …}]     （あるのは 03-map.station.png）
        直し方: file に画像の名前をそのまま書きます。使わない画像は消してください。
    en:
        Finds: An image whose picture does not stand beside the section (M07), and a picture there that no image shows (M08).
        Why: The page would lack its picture, or a picture would be published without its description.
        Example:
            images: [{file: 03-map.staton.png, …}]     (there is 03-map.station.png)
        Mend: Write the picture's name under file as it is; delete pictures that are not used.
    """
    tops = [
        top
        for edition in yearbook.editions
        for department in edition.departments
        for top in department.sections
    ]
    # Pictures beside no section by their name are told where one names them.
    strays = (yearbook.pictures.keys() | yearbook.strays) - {path for top in tops for path in top.paths}
    for top in tops:
        yield from _files(top, yearbook.pictures, strays)


def _files(top: Section, sound: Mapping[str, Picture], strays: AbstractSet[str]) -> Iterator[Fault]:
    named = [image.file for section in top.walk() for image in section.form.images]
    there = [path.rpartition("/")[2] for path in top.paths if is_picture(path)]
    unused = [name for name in there if name not in named]
    for name in named:
        if name not in there and f"{top.folder}/{name}" not in strays:
            meant = near(name, unused)
            unused = [other for other in unused if other != meant]  # the one mistake is told
            # One that cannot be shown is told as that: it is to be put there anew.
            if not meant or f"{top.folder}/{meant}" in sound:
                yield Fault(name.place, "M07", {"name": name, "near": meant})
    for path in (f"{top.folder}/{name}" for name in unused):
        if path in sound:
            yield Fault(Place(path), "M08", {"name": path.rpartition("/")[2]})
