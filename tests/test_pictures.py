"""Pictures: told by their bytes, measured as shown, refused when broken, too large or telling too much."""

from __future__ import annotations

import struct
import subprocess
import sys
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from kushiro_yearbook.faults import Refused
from kushiro_yearbook.load.pictures import MAX_BYTES, MAX_SIDE, picture, read_picture
from kushiro_yearbook.load.sources import digest
from kushiro_yearbook.pictures import KINDS
from tests.laying import FOLDER, OWN, found
from tests.test_site import CONTENT, TOP, site

SPECIMEN = TOP / "tests" / "specimen" / "content"
EACH_KIND = pytest.mark.parametrize("kind", KINDS)
MAKE, ORIENTATION, GPS = 0x010F, 0x0112, 0x8825
# What a camera writes of a place: north, 43 degrees, east, 144 degrees.
POSITION = {1: "N", 2: (43.0, 0.0, 0.0), 3: "E", 4: (144.0, 0.0, 0.0)}


def drawn(kind: str, size: tuple[int, int] = (24, 16), *, exif: Image.Exif | None = None) -> bytes:
    """A small picture of a kind."""
    made = Image.linear_gradient("L").resize(size).convert("RGB")
    made.save(data := BytesIO(), kind, exif=Image.Exif() if exif is None else exif)
    return data.getvalue()


def located(tags: Mapping[int, object]) -> Image.Exif:
    """EXIF with these tags in its part on positions."""
    exif = Image.Exif()
    exif[MAKE] = "a camera"  # for PNG, Pillow writes no EXIF that has nothing but a part
    exif.get_ifd(GPS).update(tags)
    return exif


def code(name: str, data: bytes) -> str:
    """The code under which a picture is refused; empty when it is taken."""
    try:
        picture(name, data)
    except Refused as refused:
        return refused.code
    return ""


def named(kind: str) -> str:
    """A file name for a kind."""
    return f"01-a.b.{KINDS[kind][0]}"


@EACH_KIND
def test_each_kind_is_known_by_its_bytes(kind: str) -> None:
    """PNG, JPEG and WebP are taken under each of their endings, with their size and digest."""
    data = drawn(kind)
    for ending in KINDS[kind]:
        found = picture(f"01-a.b.{ending}", data)

        assert (kind, 24, 16, data, digest(data)) == (
            found.kind,
            found.width,
            found.height,
            found.data,
            found.digest,
        )


@EACH_KIND
def test_a_name_that_says_another_kind_is_refused(kind: str) -> None:
    """The ending and the bytes agree, or the name to give is told."""
    for other in set(KINDS) - {kind}:
        with pytest.raises(Refused) as refused:
            picture(named(other), drawn(kind))

        assert ("M02", named(kind)) == (refused.value.code, refused.value.words["right"])


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("01-a.b.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
        ("01-a.b.svg", b"<!-- a comment first --><svg/>", "SVG"),
        ("01-a.b.png", b'<?xml version="1.0"?><svg/>', "SVG"),
        ("01-a.b.gif", b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "GIF"),
        ("01-a.b.jpg", b"\0\0\0\x1cftypheic\0\0\0\0", "HEIC / AVIF"),
        ("01-a.b.tif", b"II*\0\x08\0\0\0", "TIFF"),
        ("01-a.b.bmp", b"BM\0\0", "BMP"),
    ],
)
def test_other_kinds_are_refused_by_name(name: str, data: bytes, kind: str) -> None:
    """What browsers do not all show, or what can hold commands, is refused whatever its name says."""
    with pytest.raises(Refused) as refused:
        picture(name, data)

    assert ("M01", {"kind": kind}) == (refused.value.code, refused.value.words)


@EACH_KIND
@pytest.mark.parametrize("turn", range(1, 9))
def test_a_turned_picture_is_measured_as_it_is_shown(kind: str, turn: int) -> None:
    """A camera's note of how it was held changes which side is the width, but for WebP, as in browsers."""
    exif = Image.Exif()
    exif[ORIENTATION] = turn
    found = picture(named(kind), drawn(kind, exif=exif))

    assert ((24, 16) if turn < 5 or kind == "WebP" else (16, 24)) == (found.width, found.height)


@EACH_KIND
def test_a_position_is_refused(kind: str) -> None:
    """Where a picture was taken is not published; that a camera could have told it is no reason to refuse."""
    assert "M06" == code(named(kind), drawn(kind, exif=located(POSITION)))
    assert "" == code(named(kind), drawn(kind, exif=located({0: b"\2\3\0\0"})))


def test_a_position_in_xmp_is_refused() -> None:
    """Programs write positions into a second place besides EXIF."""
    told = PngInfo()
    told.add_itxt("XML:com.adobe.xmp", '<rdf:Description exif:GPSLatitude="43,0.0N"/>')
    Image.new("RGB", (4, 4)).save(data := BytesIO(), "PNG", pnginfo=told)

    assert "M06" == code("01-a.b.png", data.getvalue())


@EACH_KIND
@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.6, 0.9])
def test_a_picture_cut_off_anywhere_is_refused(kind: str, share: float) -> None:
    """A copy that broke off is found before a reader sees half a picture."""
    data = drawn(kind, (200, 160))

    assert "M05" == code(named(kind), data[: int(len(data) * share)])


@EACH_KIND
@given(data=st.data())
def test_any_bytes_are_a_picture_or_refused(kind: str, data: st.DataObject) -> None:
    """Whatever a disk or a sender did to a picture, it is shown or refused, and the build goes on."""
    whole = bytearray(drawn(kind))
    for place in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=8)):
        whole[place] = data.draw(st.integers(0, 255))

    assert code(named(kind), bytes(whole)) in {"", "M01", "M02", "M04", "M05", "M06"}


def png_header(width: int, height: int) -> bytes:
    """A PNG that says its size and has nothing to show for it."""
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    header = struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body))
    return b"\x89PNG\r\n\x1a\n" + header + b"\0\0\0\0IDAT"


def webp_header(width: int, height: int) -> bytes:
    """A WebP likewise."""
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + sides


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("01-a.b.png", png_header(MAX_SIDE + 1, 1)),
        ("01-a.b.png", png_header(60_000, 60_000)),
        ("01-a.b.webp", webp_header(16_384, 16_384)),
    ],
)
def test_huge_sides_are_refused_by_the_header(name: str, data: bytes) -> None:
    """A few bytes that would unfold to gigabytes are refused before anything is unfolded."""
    assert "M04" == code(name, data)


def test_the_longest_side_allowed_is_taken() -> None:
    """The limit itself is allowed."""
    assert MAX_SIDE == picture("01-a.b.png", drawn("PNG", (MAX_SIDE, 2))).width


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    """A file over the limit is a fault that says both sizes."""
    (tmp_path / "a.png").write_bytes(drawn("PNG") + b"\0" * MAX_BYTES)
    found, [fault] = read_picture(tmp_path, "a.png")

    assert (None, "M03", "2,000,000") == (found, fault.code, fault.words["limit"])


def test_a_link_to_a_picture_is_refused(tmp_path: Path) -> None:
    """A picture stands in the content itself, as every file does."""
    (tmp_path / "a.png").write_bytes(drawn("PNG"))
    (tmp_path / "b.png").symlink_to(tmp_path / "a.png")

    assert ["I02"] == [fault.code for fault in read_picture(tmp_path, "b.png")[1]]


def test_a_picture_is_published_once_byte_for_byte() -> None:
    """Two sections that show the same picture share one file, which is the file that was given."""
    published = sorted(data for path, data in site(SPECIMEN).items() if path.startswith("assets/picture."))
    given_files = [
        path.read_bytes() for path in SPECIMEN.rglob("*") if path.suffix[1:] in sum(KINDS.values(), ())
    ]

    assert 4 == len(given_files)
    assert sorted(set(given_files)) == published


def test_pillow_is_only_read_for_pictures() -> None:
    """A yearbook without pictures does not wait for the library that reads them."""
    asked = "import sys; from pathlib import Path; from kushiro_yearbook.pipeline import examine; "
    asked += "examine(Path(sys.argv[1])); print('PIL' in sys.modules)"
    told = [
        subprocess.run(
            [sys.executable, "-c", asked, str(content)],
            cwd=TOP / "src",
            capture_output=True,
            check=True,
            text=True,
        ).stdout.strip()
        for content in (CONTENT, SPECIMEN)
    ]

    assert ["False", "True"] == told


@pytest.mark.parametrize(
    ("there", "named_as", "expected"),
    [
        ("03-own.map.png", "03-own.mapp.png", ["M05"]),
        ("map.png", "map.png", ["I31", "M05"]),
        ("03-own.map.png", "03-own.station.png", ["M05"]),
    ],
)
def test_a_broken_picture_that_is_named_otherwise(
    there: str, named_as: str, expected: list[str], tmp_path: Path
) -> None:
    """That it is broken is told once, and that its file was not found is not said besides."""
    (tmp_path / "content" / FOLDER).mkdir(parents=True)
    (tmp_path / "content" / FOLDER / there).write_bytes(drawn("PNG")[:40])
    said = "{ja: 図, en: Map}"
    own = f"title: {said}\nimages: [{{file: {named_as}, alt: {said}, credit: {said}}}]\n"

    assert expected == sorted(fault.code for fault in found(tmp_path, {OWN: own}))
