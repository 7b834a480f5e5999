"""Content files as text: encodings, invisible characters, sizes and ways out of the folder."""

from __future__ import annotations

import codecs
import errno
import os
import shutil
import stat
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushiro_yearbook.cli import main
from kushiro_yearbook.faults import Place
from kushiro_yearbook.load.sources import MAX_BYTES, MAX_FOLDERS, decode, digest, find, read
from kushiro_yearbook.pictures import is_picture
from kushiro_yearbook.pipeline import examine, make
from kushiro_yearbook.theme import Theme, program_folder
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
        ("題: あ".encode("cp932"), (1, 1), "Shift_JIS"),
        ("題: ﾎﾟｰﾄ港".encode("cp932"), (1, 1), "Shift_JIS"),
        ("題: 広報くしろ".encode("euc_jp"), (1, 1), "EUC-JP"),
        ("題: 学校".encode("euc_jp"), (1, 1), "EUC-JP"),
        ("a: 学校".encode("iso2022_jp"), (1, 4), "ISO-2022-JP (JIS)"),
        ("a: 学校".encode("utf-16"), (1, 1), "UTF-16"),
        ("a: 学校".encode("utf-16-be"), (1, 1), "UTF-16"),
        (b"a: 1\nb: 2".decode().encode("utf-16-le"), (1, 2), "UTF-16"),
        ("a: 学\nb: ".encode() + "校".encode("cp932"), (2, 4), "UTF-8 + Shift_JIS"),
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


@pytest.mark.parametrize(
    "data",
    [
        "名,数\n東,1\n".encode("utf-16"),
        "名,数\n東,1\n".encode() + b"\xff,\x80",
        "名,数\n学校,1\n".encode("euc_jp"),
        "名,数\n".encode() + "学校,1\n".encode("cp932"),
        "名,数\n学校,1\n".encode("iso2022_jp"),
    ],
)
def test_a_csv_in_neither_encoding_is_refused(data: bytes) -> None:
    """Excel's “Unicode text”, EUC-JP, JIS and mixed bytes are refused, not read as garbage."""
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
        ("\U000e0041", "U+E0041"),
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


@pytest.mark.parametrize(("data", "code"), [(b"a,b\n1,\x07\n\x83e,2", "I04"), (b"a,b\n\xf0\x40,1", "I25")])
def test_invisible_characters_of_cp932_are_faults(data: bytes, code: str) -> None:
    """Controls and 外字 in a CSV saved by Excel are found as in any other file."""
    assert [code] == [fault.code for fault in decode(data, "a.csv")[1]]


@pytest.mark.parametrize(("character", "code"), [("\ufffd", "I24"), ("\ue000", "I25"), ("\U000f0000", "I25")])
def test_what_is_seen_and_wrong_is_told_as_such(character: str, code: str) -> None:
    """The sign of garbled text and 外字 can be seen; each has its own fault."""
    assert [code] == [fault.code for fault in decode(f"a: {character}".encode(), "a.yaml")[1]]


def test_a_character_is_told_once_a_line() -> None:
    """However often an invisible character stands in a line, it is one fault there."""
    faults = decode(b"\x07\x07\x00\x07\n\x07", "a.md")[1]

    assert [(1, 1), (1, 3), (2, 1)] == [fault.place[1:3] for fault in faults]


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


def test_a_huge_file_takes_no_memory(tmp_path: Path) -> None:
    """Fifty megabytes are refused by their size alone."""
    with (tmp_path / "a.yaml").open("wb") as file:
        file.truncate(50_000_000)
    tracemalloc.start()
    faults = read(tmp_path, "a.yaml")[1]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert ["I03"] == [fault.code for fault in faults]
    assert peak < 100_000


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


BASE = Path(__file__).parent / "broken" / "base"
DEPARTMENT = "2026/01-general/01-planning"


def stand_before(path: str, error: OSError, monkeypatch: pytest.MonkeyPatch, *called: str) -> None:
    """Let the system refuse what is called on a path, as it does to whoever may not read it."""
    for name in called:
        owner: object = os if name == "scandir" else Path
        real: Callable[..., object] = getattr(owner, name)

        def refusing(at: object, *rest: object, real: Callable[..., object] = real) -> object:
            if Path(str(at)).as_posix().endswith(path):
                raise error
            return real(at, *rest)

        monkeypatch.setattr(owner, name, refusing)


def also_found(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a folder hold a name that not every system can."""

    def found(folder: Path) -> Iterator[str]:
        yield from [*find(folder), path]

    monkeypatch.setattr("kushiro_yearbook.load.yearbook.find", found)


def own_link(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link that leads to itself, or what passes for one where the system allows none."""
    file = content / DEPARTMENT / "03-x.yaml"
    try:
        file.symlink_to("03-x.yaml")
    except OSError:
        file.touch()
        is_symlink = Path.is_symlink
        monkeypatch.setattr(Path, "is_symlink", lambda path: path == file or is_symlink(path))


def huge(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of fifty megabytes."""
    del monkeypatch
    with (content / DEPARTMENT / "03-x.yaml").open("wb") as file:
        file.truncate(50_000_000)


def twin(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second name in capitals."""
    del content
    also_found(f"{DEPARTMENT}/01-Plans.yaml", monkeypatch)


def device(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that Windows keeps for a device."""
    del content
    also_found(f"{DEPARTMENT}/con.yaml", monkeypatch)


def unseen(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name with a byte that is no text."""
    del content
    also_found(f"{DEPARTMENT}/03-\udcff.yaml", monkeypatch)


def long(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name of 255 bytes and more."""
    del content
    also_found(f"{DEPARTMENT}/03-{'x' * 300}.yaml", monkeypatch)


def pipe(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe that nobody writes into, or what looks like one where there are none."""
    file = content / DEPARTMENT / "03-x.yaml"
    if hasattr(os, "mkfifo"):
        os.mkfifo(file)
    else:
        file.touch()
        pretend(stat.S_IFIFO, "03-x.yaml", monkeypatch)


def pretend(kind: int, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a file look like one of another kind, which must never be opened."""
    real = Path.lstat

    def looks(file: Path) -> os.stat_result:
        found = real(file)
        return os.stat_result((kind, *found[1:])) if file.name == path else found

    monkeypatch.setattr(Path, "lstat", looks)
    stand_before(path, AssertionError("opened"), monkeypatch, "open", "read_bytes")  # type: ignore[arg-type]


def closed_file(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that others may read, not I."""
    (content / DEPARTMENT / "03-x.yaml").touch()
    stand_before("03-x.yaml", PermissionError(errno.EACCES, "denied"), monkeypatch, "read_bytes")


def vanishing(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is deleted between being found and being read."""
    (content / DEPARTMENT / "03-x.yaml").touch()
    stand_before("03-x.yaml", FileNotFoundError(errno.ENOENT, "gone"), monkeypatch, "read_bytes")


def deep(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders in folders without end."""
    del monkeypatch
    (content / DEPARTMENT / "/".join(["x"] * 60)).mkdir(parents=True)


X = f"{DEPARTMENT}/03-x.yaml"
# What is laid, its fault's code and path, and what staff read of it: message and hint in both languages.
TOLD: tuple[
    tuple[Callable[[Path, pytest.MonkeyPatch], None], str, str, tuple[str, str], tuple[str, str]], ...
] = (
    (
        own_link,
        "I02",
        X,
        (
            "ファイルではなく、別の場所へのリンクです。",
            "ファイルそのものを content フォルダの中に置いてください。",
        ),
        (
            "This is a link to another place, not a file.",
            "Put the file itself into the content folder.",
        ),
    ),
    (
        huge,
        "I03",
        X,
        (
            "ファイルが大きすぎます（50,000,000 バイト。上限は 5,000,000 バイト）。",
            "節を分けるか、貼り付けたデータが混じっていないか確かめてください。",
        ),
        (
            "The file is too large (50,000,000 bytes; the limit is 5,000,000).",
            "Divide the section, or look for data pasted by mistake.",
        ),
    ),
    (
        twin,
        "I16",
        f"{DEPARTMENT}/01-Plans.yaml",
        (
            "「01-Plans.yaml」は 2026/01-general/01-planning/01-plans.yaml と、大文字・小文字、全角・半角、濁点の付き方などがちがうだけです。",  # noqa: E501 – a line of the report
            "Windows や Mac では、どちらか一方しか開けません。要らないほうを消すか、はっきりちがう名前にしてください。",  # noqa: E501 – likewise
        ),
        (
            "“01-Plans.yaml” differs from 2026/01-general/01-planning/01-plans.yaml only in case, width or the way its letters are put together.",  # noqa: E501 – likewise
            "Windows and macOS can open only one of the two. Delete one, or give it a clearly different name.",  # noqa: E501 – likewise
        ),
    ),
    (
        device,
        "I17",
        f"{DEPARTMENT}/con.yaml",
        (
            "「con.yaml」は Windows で使えない名前です。",
            'con、aux、nul などの語、< > : " | ? * の記号、名前の終わりの「.」と空白は使えません。別の名前にしてください。',  # noqa: E501 – likewise
        ),
        (
            "“con.yaml” is a name that Windows cannot hold.",
            'Words such as con, aux and nul, the signs < > : " | ? * and a dot or space at the end cannot be used. Choose another name.',  # noqa: E501 – likewise
        ),
    ),
    (
        unseen,
        "I18",
        f"{DEPARTMENT}/03-\ufffd.yaml",
        (
            "ファイル名に、目に見えない文字か読めない文字（U+DCFF）が入っています。",
            "ファイル名を半角の英数字で付け直してください。",
        ),
        (
            "The file’s name holds a character that cannot be seen or read (U+DCFF).",
            "Name the file anew, in plain letters and digits.",
        ),
    ),
    (
        pipe,
        "I19",
        X,
        (
            "ふつうのファイルではありません（パイプ、デバイスなど）。",
            "content フォルダから取り除いてください。",
        ),
        (
            "This is not an ordinary file (but a pipe, a device or the like).",
            "Take it out of the content folder.",
        ),
    ),
    (
        closed_file,
        "I20",
        X,
        (
            "読むことが許されていないか、読めなくなっています（EACCES）。",
            "ファイルやフォルダを開けるか確かめてください。開けないときは、持ち主か管理者に読む許可をもらってください。",
        ),
        (
            "This cannot be read, or not by you (EACCES).",
            "See whether you can open it; if not, ask its owner or the administrator for the permission to read it.",  # noqa: E501 – likewise
        ),
    ),
    (
        long,
        "I22",
        f"{DEPARTMENT}/03-{'x' * 300}.yaml",
        (
            "ファイルやフォルダの名前が長すぎます（上限は 100 文字）。",
            "短い名前にしてください。長い名前は Windows などで開けません。",
        ),
        (
            "The name of the file or folder is too long (the limit is 100 characters).",
            "Choose a shorter one; Windows and others cannot open long names.",
        ),
    ),
    (
        vanishing,
        "I23",
        X,
        (
            "読んでいるあいだに、なくなりました。",
            "だれかが動かしたか消したようです。もう一度実行してください。",
        ),
        (
            "This vanished while it was being read.",
            "Somebody seems to have moved or deleted it. Run the command again.",
        ),
    ),
    (
        deep,
        "I26",
        f"{DEPARTMENT}/x/x/x/x/x/x/x/x",
        (
            "フォルダの入れ子が深すぎます。",
            "フォルダは「2026/06-general-policy/01-finance」のように三段までです。",
        ),
        (
            "The folders stand too deep in one another.",
            "Folders stand three deep, as in 2026/06-general-policy/01-finance.",
        ),
    ),
)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    ("lay", "code", "path", "japanese", "english"), TOLD, ids=lambda value: str(value)[:3]
)
def test_report_of_what_cannot_stand_in_git(  # noqa: PLR0913, PLR0917 – a table's columns
    lay: Callable[[Path, pytest.MonkeyPatch], None],
    code: str,
    path: str,
    japanese: tuple[str, str],
    english: tuple[str, str],
    language: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What is no file, or none that every system can hold or read, is one fault, and the rest is read on."""
    shutil.copytree(BASE, tmp_path / "content")
    lay(tmp_path / "content", monkeypatch)
    monkeypatch.chdir(tmp_path)
    error, (message, hint) = ("エラー", japanese) if language == "ja" else ("error", english)
    count = "エラー 1 件、警告 0 件" if language == "ja" else "1 error, 0 warnings"

    assert 1 == main(["check", "--lang", language])
    assert (
        f"content/{path}:1:1: {error} {code}: {message}\n  → {hint}\n\n{count}\n" == capsys.readouterr().out
    )


def test_a_closed_folder_is_one_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be looked into is told as such; its files are not told as missing."""
    shutil.copytree(BASE, tmp_path / "content")
    stand_before(DEPARTMENT, PermissionError(errno.EACCES, "denied"), monkeypatch, "scandir")

    assert [("I20", DEPARTMENT)] == [(f.code, f.place.path) for f in examine(tmp_path / "content").faults]


def test_a_closed_content_folder_is_one_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is told as missing where nothing can be seen."""
    shutil.copytree(BASE, tmp_path / "content")
    stand_before("content", PermissionError(errno.EACCES, "denied"), monkeypatch, "scandir")

    assert ["I20"] == [fault.code for fault in examine(tmp_path / "content").faults]


@pytest.mark.parametrize("kind", [stat.S_IFIFO, stat.S_IFSOCK, stat.S_IFCHR, stat.S_IFBLK])
def test_only_files_are_opened(kind: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe, socket or device is refused by its kind; opening it might never end."""
    (tmp_path / "a.yaml").touch()
    pretend(kind, "a.yaml", monkeypatch)

    assert ["I19"] == [fault.code for fault in read(tmp_path, "a.yaml")[1]]


def test_a_loop_of_links_is_not_walked(tmp_path: Path, link: Link) -> None:
    """A link to a folder above is itself what is found, not what it leads to."""
    (tmp_path / "a").mkdir()
    link(tmp_path / "a" / "b", tmp_path)

    assert ["a/b"] == list(find(tmp_path))


def test_folders_are_walked_to_a_depth(tmp_path: Path) -> None:
    """The folder at which walking ends is found itself, so that it is told."""
    (tmp_path / "/".join("x" * 60)).mkdir(parents=True)

    assert [MAX_FOLDERS] == [path.count("/") for path in find(tmp_path)]


def without_last_line_end(data: bytes) -> bytes:
    """Without what editors put at the end of a file."""
    return data.rstrip(b"\r\n")


def of_windows(data: bytes) -> bytes:
    """With the line ends of Windows, and the byte order mark that Excel and Notepad put before UTF-8."""
    return codecs.BOM_UTF8 + data.removeprefix(codecs.BOM_UTF8).replace(b"\r", b"").replace(b"\n", b"\r\n")


def of_old_macs(data: bytes) -> bytes:
    """With the line ends of old Macs."""
    return data.replace(b"\r", b"").replace(b"\n", b"\r")


@pytest.mark.parametrize(
    "content", [BASE, Path(__file__).parent / "specimen" / "content"], ids=["base", "specimen"]
)
@pytest.mark.parametrize("saved", [of_windows, of_old_macs, without_last_line_end])
def test_how_a_file_was_saved_leaves_no_trace(
    content: Path, saved: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    """Byte order marks and line ends change no byte of the site."""
    shutil.copytree(content, tmp_path / "content")
    texts = (file for file in (tmp_path / "content").rglob("*.*") if not is_picture(file.name))
    for file in texts:
        file.write_bytes(saved(file.read_bytes()))
    theme = Theme(program_folder("templates"), program_folder("static"))
    expected, made = examine(content).yearbook, examine(tmp_path / "content").yearbook
    assert expected is not None
    assert made is not None

    assert make(expected, theme) == make(made, theme)
