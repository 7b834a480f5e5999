"""Content files as text: encodings, invisible characters, sizes and ways out of the folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushiro_yearbook.faults import Place
from kushiro_yearbook.load.sources import MAX_BYTES, decode, digest, find, read
from tests.conftest import Link

CP932 = "学校,数\n東,①\n".encode("cp932")


@pytest.mark.parametrize(
    ("data", "path", "text"),
    [
        ("一\n二".encode(), "a.yaml", "一\n二"),
        ("一\r\n二\r\n".encode(), "a.yaml", "一\n二\n"),
        ("一\r二".encode(), "a.yaml", "一\n二"),
        ("\ufeff一".encode(), "a.csv", "一"),
        (CP932, "a.csv", "学校,数\n東,①\n"),
        (CP932.replace(b"\n", b"\r\n"), "a.csv", "学校,数\n東,①\n"),
        (b"", "a.md", ""),
        ("a\tb𠮟é".encode(), "a.md", "a\tb𠮟é"),
    ],
)
def test_decoded(data: bytes, path: str, text: str) -> None:
    """UTF-8 with or without a byte order mark, any line end; CP932 for CSV, as Excel saves it."""
    assert (text, []) == decode(data, path)


@pytest.mark.parametrize(
    ("data", "place", "encoding"),
    [
        ("題: あ".encode("cp932"), (1, 1), "Shift_JIS (CP932)"),
        (b"a: 1\nb: \xff\xff", (2, 4), ""),
        ("日本: ".encode() + b"\xff", (1, 5), ""),
        ("a: 一\nb: 二".encode()[:-2], (2, 4), ""),
    ],
)
def test_other_encodings_are_refused(data: bytes, place: tuple[int, int], encoding: str) -> None:
    """Bytes that are no UTF-8 are one fault at their character, with their encoding where it is known."""
    text, [fault] = decode(data, "a.yaml")

    assert (None, "I01", place) == (text, fault.code, fault.place[1:3])
    assert encoding == fault.words["encoding"]


def test_the_offset_of_a_wrong_byte_is_told() -> None:
    """The offset counts bytes of the file, byte order mark included, as an editor of bytes shows it."""
    [fault] = decode("\ufeffa: 一".encode() + b"\xff", "a.yaml")[1]

    assert "9" == fault.words["offset"]


@pytest.mark.parametrize("data", ["名,数\n東,1\n".encode("utf-16"), "名,数\n東,1\n".encode() + b"\xff,\x80"])
def test_a_csv_in_neither_encoding_is_refused(data: bytes) -> None:
    """Excel's “Unicode text” and a file of mixed bytes are refused, not read as garbage."""
    text, faults = decode(data, "a.csv")

    assert (None, ["I01"]) == (text, [fault.code for fault in faults])


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "U+0000"),
        ("\x07", "U+0007"),
        ("\x1b", "U+001B"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\u200b", "U+200B"),
        ("\u200e", "U+200E"),
        ("\u2028", "U+2028"),
        ("\u202e", "U+202E"),
        ("\u2066", "U+2066"),
        ("\ufeff", "U+FEFF"),
        ("\ue000", "U+E000"),
        ("\ufffd", "U+FFFD"),
        ("\U000e0041", "U+E0041"),
        ("\U000f0000", "U+F0000"),
        ("\u00ad", "U+00AD"),
    ],
)
def test_invisible_characters_are_faults(character: str, name: str) -> None:
    """What cannot be seen or printed is named, each time, at its place."""
    text, faults = decode(f"題: 一{character}二\nb{character}".encode(), "a.yaml")

    assert text is not None
    assert [("I04", (1, 5), name), ("I04", (2, 2), name)] == [
        (fault.code, fault.place[1:3], fault.words["character"]) for fault in faults
    ]


@pytest.mark.parametrize("character", ["\u3000", "\xa0", "①", "㎡", "〜", "－", "☆", "𠮷", "é", "\u0301"])
def test_visible_characters_are_not(character: str) -> None:
    """What can be seen, full-width space and combining accents included, is content."""
    assert (character, []) == decode(character.encode(), "a.yaml")


@pytest.mark.parametrize("data", [b"a,b\n1,\x07\n\x83e,2", b"a,b\n\xf0\x40,1"])
def test_invisible_characters_of_cp932_are_faults(data: bytes) -> None:
    """Controls and 外字 in a CSV saved by Excel are found as in any other file."""
    assert ["I04"] == [fault.code for fault in decode(data, "a.csv")[1]]


@given(st.binary(), st.sampled_from(["a.yaml", "a.csv", "a.md"]))
def test_any_bytes_are_decoded_or_refused(data: bytes, path: str) -> None:
    """Any bytes give text without carriage returns, or a fault."""
    text, faults = decode(data, path)

    assert faults or (text is not None and "\r" not in text)


def test_found_files_are_sorted_and_visible(tmp_path: Path) -> None:
    """Content is found in one order on every system; hidden files and the theme are none."""
    for name in ("b.yaml", "2026/a.yaml", ".git/x", "2026/.hidden", "theme/base.html", "2026/theme/a.csv"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")

    assert ["2026/a.yaml", "2026/theme/a.csv", "b.yaml"] == list(find(tmp_path))


def test_a_file_is_read_with_its_digest(tmp_path: Path) -> None:
    """A source knows its path, its text, and a digest of exactly its bytes."""
    (tmp_path / "a.yaml").write_bytes(b"a: 1\r\n")
    source, faults = read(tmp_path, "a.yaml")

    assert source is not None
    assert ([], "a.yaml", "a: 1\n", digest(b"a: 1\r\n")) == (faults, source.path, source.text, source.digest)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    """A file over the limit is a fault that says both sizes; one at the limit is read."""
    (tmp_path / "a.md").write_bytes(b"a" * (MAX_BYTES + 1))
    (tmp_path / "b.md").write_bytes(b"a" * MAX_BYTES)
    source, [fault] = read(tmp_path, "a.md")

    assert (None, "I03", Place("a.md")) == (source, fault.code, fault.place)
    assert {"size": "5,000,001", "limit": "5,000,000"} == fault.words
    assert read(tmp_path, "b.md")[0] is not None


def test_a_link_is_refused(tmp_path: Path, link: Link) -> None:
    """What stands in the content is a file itself; a link would be another thing on another machine."""
    content = tmp_path / "content"
    content.mkdir()
    (tmp_path / "secret.yaml").write_text("a: 1")
    (content / "own.yaml").write_text("a: 1")
    link(content / "out.yaml", tmp_path / "secret.yaml")
    link(content / "in.yaml", content / "own.yaml")

    assert ["in.yaml", "out.yaml", "own.yaml"] == list(find(content))
    assert ["I02"] == [fault.code for fault in read(content, "out.yaml")[1]]
    assert ["I02"] == [fault.code for fault in read(content, "in.yaml")[1]]


@pytest.mark.parametrize("target", ["nowhere.yaml", "../folder"])
def test_a_link_that_brings_nothing_is_not_passed_over(tmp_path: Path, target: str, link: Link) -> None:
    """A link to nothing or to a folder outside is found, so that its missing content is told."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.yaml").write_text("a: 1")
    content = tmp_path / "content"
    content.mkdir()
    link(content / "link", Path(target))

    assert any(path.startswith("link") for path in find(content))
