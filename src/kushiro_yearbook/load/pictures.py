"""Picture files: read, measured and refused when a reader could not see them or would see too much.

Pillow reads them: cameras write rotation and position in more forms than code of ours would know, and only
a decoder can tell whether a picture is whole.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from kushiro_yearbook.faults import Fault, Place, Refused
from kushiro_yearbook.load.sources import digest
from kushiro_yearbook.pictures import KINDS, OTHER_ENDINGS, Picture, ending

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

# A picture as wide as a page has some 0.2 MB; a page of several must still open on a phone.
MAX_BYTES = 2_000_000
# The longer side in pixels: enough for A4 at 300 dpi, and small enough to be decoded anywhere.
MAX_SIDE = 4_096

# What the bytes of a kind begin with, and after how many others.
MAGIC: tuple[tuple[str, int, bytes], ...] = (
    ("PNG", 0, b"\x89PNG\r\n\x1a\n"),
    ("JPEG", 0, b"\xff\xd8\xff"),
    ("WebP", 8, b"WEBP"),
    ("GIF", 0, b"GIF8"),
    ("BMP", 0, b"BM"),
    ("TIFF", 0, b"II*\0"),
    ("TIFF", 0, b"MM\0*"),
    ("HEIC / AVIF", 4, b"ftyp"),
    ("SVG", 0, b"<svg"),
    ("SVG", 0, b"<?xml"),
)


def read_picture(folder: Path, path: str) -> tuple[Picture | None, list[Fault]]:
    """One file as a picture, and the fault that keeps it from being shown."""
    file = folder / path
    if file.is_symlink():
        return None, [Fault(Place(path), "I02")]
    size = file.stat().st_size
    if size > MAX_BYTES:
        return None, [Fault(Place(path), "M03", {"size": f"{size:,}", "limit": f"{MAX_BYTES:,}"})]
    try:
        return picture(path, file.read_bytes()), []
    except Refused as refused:
        return None, [Fault(Place(path), refused.code, refused.words)]


def picture(path: str, data: bytes) -> Picture:
    """A file's bytes as a picture; raises `Refused` M01, M02, M04, M05 or M06."""
    kind = _kind(path, data)
    width, height = _size(kind, data)
    return Picture(path, data, digest(data), kind, width, height)


def _kind(path: str, data: bytes) -> str:
    """What the bytes are, which the name must say too."""
    said = ending(path)
    unknown = said.upper() if said in OTHER_ENDINGS else ""
    kind = next((kind for kind, skipped, sign in MAGIC if data.startswith(sign, skipped)), unknown)
    if not kind:
        raise Refused("M05")
    if kind not in KINDS:
        raise Refused("M01", kind=kind)
    if said not in KINDS[kind]:
        stem = path.rpartition("/")[2].rpartition(".")[0]
        raise Refused("M02", ending=said, kind=kind, right=f"{stem}.{KINDS[kind][0]}")
    return kind


def _size(kind: str, data: bytes) -> tuple[int, int]:
    """Width and height as shown, once the picture was found small enough, whole and without a position."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # Pillow passes over what it warns of, and a position may be in it
            return _read(kind, data)
    except Refused:
        raise
    except Exception as error:  # broken bytes make a decoder raise anything
        raise Refused("M05") from error


def _read(kind: str, data: bytes) -> tuple[int, int]:
    # Imported here: it takes some 30 ms, which a yearbook without pictures need not spend.
    from PIL import JpegImagePlugin, PngImagePlugin, WebPImagePlugin  # noqa: PLC0415 – as said above
    from PIL.Image import DecompressionBombError  # noqa: PLC0415

    readers: Mapping[str, Callable[[BytesIO], ImageFile]] = {
        "PNG": PngImagePlugin.PngImageFile,
        "JPEG": JpegImagePlugin.JpegImageFile,
        "WebP": WebPImagePlugin.WebPImageFile,
    }
    try:
        opened = readers[kind](BytesIO(data))  # the header alone
    except DecompressionBombError:
        raise Refused("M04", limit=f"{MAX_SIDE:,}") from None
    if max(opened.size) > MAX_SIDE:
        raise Refused("M04", size="×".join(f"{side:,}" for side in opened.size), limit=f"{MAX_SIDE:,}")
    opened.load()  # the whole, or an exception
    exif = opened.getexif()
    if _POSITION & exif.get_ifd(_GPS).keys() or b"exif:GPSLatitude" in data:
        raise Refused("M06")
    width, height = opened.size
    turned = kind in _TURNED and exif.get(_ORIENTATION) in _LYING
    return (height, width) if turned else (width, height)


# Tags of EXIF: a camera's rotation, its values that stand for a quarter turn, and the place of the shot or
# of what it shows.
_ORIENTATION, _LYING = 0x0112, (5, 6, 7, 8)
_TURNED = ("PNG", "JPEG")  # browsers show a WebP as it is stored
_GPS, _POSITION = 0x8825, {0x02, 0x04, 0x14, 0x16}
