"""Pictures: the files that images show, published byte for byte."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

# The kinds that every browser shows, with the endings of their names; the first names the published file.
KINDS: Mapping[str, tuple[str, ...]] = {"PNG": ("png",), "JPEG": ("jpg", "jpeg"), "WebP": ("webp",)}

# Other kinds that people put beside a section, so that they are told why they cannot be used.
OTHER_ENDINGS = ("avif", "bmp", "gif", "heic", "heif", "jfif", "svg", "tif", "tiff")

ENDINGS = (*(ending for endings in KINDS.values() for ending in endings), *OTHER_ENDINGS)


def ending(path: str) -> str:
    """What follows the last dot of a file's name, in lower case."""
    return path.rpartition("/")[2].rpartition(".")[2].lower()


def is_picture(path: str) -> bool:
    """Whether a file's name says that it is a picture of some kind."""
    return ending(path) in ENDINGS


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file: `path` below the content folder, `kind` one of `KINDS`, `digest` of its bytes.

    `width` and `height` are those it is shown with, in pixels, turned as its camera noted.
    """

    path: str
    data: bytes
    digest: str
    kind: str
    width: int
    height: int

    @property
    def name(self) -> str:
        """Its name in the site: made of its bytes alone, so that one picture is published once."""
        return f"picture.{self.digest[:16]}.{KINDS[self.kind][0]}"
