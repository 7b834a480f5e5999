"""Freshness: what was approved stays approved wherever it goes, and a change of one side is always found."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushiro_yearbook.cli import main
from kushiro_yearbook.faults import Place
from kushiro_yearbook.freshness import Standing, settled, unsettled
from kushiro_yearbook.pipeline import examine
from kushiro_yearbook.records import Pair, approvals_text, digest_of, pair_of
from kushiro_yearbook.text import Text
from tests.mistakes import numbers_of_texts
from tests.mutating import approved as approved_content

TOP = Path(__file__).parents[1]
BASE = Path(__file__).parent / "broken" / "base"
DEPARTMENT = "2026/01-general/01-planning"
PLANS, SURVEYS, LOCK = (
    f"{DEPARTMENT}/{n}" for n in ("01-plans.yaml", "02-surveys.yaml", "translations.lock")
)


@contextmanager
def approved() -> Iterator[Path]:
    """A copy of the base in which every translation is approved."""
    with TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        shutil.copytree(BASE, content)
        main(["approve", "--content", str(content)])
        yield content


@pytest.fixture
def content() -> Iterator[Path]:
    """The same as a fixture."""
    with approved() as folder:
        yield folder


def edit(content: Path, path: str, old: str, new: str) -> None:
    """Change what a file says."""
    file = content / path
    assert old in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8", newline="\n")


def codes(content: Path) -> list[str]:
    """The codes of all faults."""
    return [fault.code for fault in examine(content).faults]


# --- digests


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("計画を{行|おこな}う。", "計画を行う。"),
        ("一行目\r\n二行目", "一行目\n二行目"),
        ("一行目  \n二行目　", "一行目\n二行目"),
        ("\n本文\n", "本文"),
        ("か\u3099くせい", "がくせい"),
        ("cafe\u0301", "café"),
    ],
)
def test_typing_does_not_matter(words: str, same: str) -> None:
    """Readings at the spot, line ends, spaces before them and letters in pieces change no digest."""
    assert digest_of(same) == digest_of(words)


LETTERS = st.text("計画をab12、.", max_size=8)


@given(LETTERS, LETTERS)
def test_other_words_have_another_digest(one: str, other: str) -> None:
    """A digest is sixteen digits, the same for the same words alone."""
    assert re.fullmatch("[0-9a-f]{16}", digest_of(one))
    assert (one == other) == (digest_of(one) == digest_of(other))


def test_what_a_register_says_is_not_asked_for() -> None:
    """Only a text that says both languages at the spot has a pair; a name's English is the register's."""
    place = Place("a.yaml", 1)
    both = Text("計画", {"en": "Plans"}, place, places={"en": place})

    assert Pair(digest_of("計画"), digest_of("Plans")) == pair_of(both)
    assert [None, None] == [
        pair_of(Text("計画", {}, place)),
        pair_of(Text("企画課", {"en": "Planning"}, place, named=True)),
    ]


# --- standings


def text(ja: str, en: str) -> Text:
    """A text in both languages."""
    place = Place("a.yaml", 1)
    return Text(ja, {"en": en}, place, places={"en": place})


def pair(ja: str, en: str) -> Pair:
    """The pair of such a text."""
    return Pair(digest_of(ja), digest_of(en))


@pytest.mark.parametrize(
    ("now", "lock", "expected"),
    [
        (("計画", "Plans"), [("計画", "Plans")], None),
        (("計画案", "Plans"), [("計画", "Plans")], Standing.JAPANESE_CHANGED),
        (("計画", "Our plans"), [("計画", "Plans")], Standing.ENGLISH_CHANGED),
        (("計画案", "Our plans"), [("計画", "Plans")], Standing.UNAPPROVED),
        (("計画", "Plans"), [], Standing.UNAPPROVED),
        # Both sides are known; the pair that no text says any more tells which one it was.
        (("予定", "Plans"), [("計画", "Plans"), ("予定", "Schedule")], Standing.ENGLISH_CHANGED),
    ],
)
def test_standing(now: tuple[str, str], lock: list[tuple[str, str]], expected: Standing | None) -> None:
    """A pair in the record is fresh; else the side that the record knows is the one that stayed."""
    used = frozenset({pair("計画", "Plans"), pair(*now)})
    found = list(unsettled([text(*now)], frozenset(pair(*one) for one in lock), used))

    assert ([] if expected is None else [(text(*now), expected)]) == found


def test_what_explains_a_stale_text_is_kept() -> None:
    """An approved pair that no text says goes, unless a text of which one side changed still waits for it."""
    old, stale, gone = pair("計画", "Plans"), pair("計画案", "Plans"), pair("道", "Road")
    new = pair("港", "Port")
    lock, used = frozenset({old, gone}), frozenset({stale, new})

    assert {old, new} == settled(lock, [new], lock, used)
    assert {stale, new} == settled(lock, [stale, new], lock, used)


# --- the content


@given(
    part=st.integers(2, 99),
    department=st.sampled_from(["01-planning", "07-planning", "02-strategy"]),
    plans=st.sampled_from(["01-plans", "09-plans", "03-aims"]),
    ways=st.sets(st.sampled_from(["turned", "prose", "windows"])),
)
def test_moving_keeps_freshness(part: int, department: str, plans: str, ways: set[str]) -> None:
    """However folders and files are named, ordered and typed, nothing approved needs to be approved again."""
    with approved() as content:
        folder = content / DEPARTMENT
        edit(content, "2026/edition.yaml", "highlights:\n  - of: planning/plans/projects\n", "")
        if "turned" in ways:
            (content / SURVEYS).rename(folder / "00-surveys.yaml")
        if "prose" in ways:
            ja, en = "〔策定〕に計画を{定|さだ}めた。", "The plan was drawn up on 〔策定〕."
            edit(content, PLANS, f"text:\n  ja: 〔策定〕に計画を定めた。\n  en: {en}\n", "")
            (folder / "01-plans.ja.md").write_text(f"\n{ja}\n", "utf-8")
            (folder / "01-plans.en.md").write_text(f"{en}  \n", "utf-8")
        if "windows" in ways:
            for file in content.rglob("*.*"):
                file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
        for file in list(folder.glob("01-plans.*")):
            file.rename(file.with_name(file.name.replace("01-plans", plans)))
        folder.rename(folder.with_name(department))
        (content / "2026/01-general").rename(content / f"2026/{part:02}-general")

        assert [] == codes(content)


def test_a_section_may_go_to_another_department(content: Path) -> None:
    """What one department approved is fresh in another too, and stays so when the first approves again."""
    other = content / "2026/01-general/02-roads"
    other.mkdir()
    (other / "department.yaml").write_text("name: 総務部\n", "utf-8")
    (other / "translations.lock").write_text(approvals_text([]), "utf-8")
    (content / SURVEYS).rename(other / "01-surveys.yaml")

    assert [] == codes(content)
    assert 0 == main(["approve", "planning", "--content", str(content)])
    assert [] == codes(content)
    assert 0 == main(["approve", "roads", "--content", str(content)])
    assert [] == codes(content)


WORDS = re.compile(r"(?:ja|en): ([^,}\n]+)")


@given(data=st.data())
def test_editing_one_side_is_always_found(data: st.DataObject) -> None:
    """Any change of the words of one language is told as such, at the English that needs a look."""
    with approved() as content:
        path = data.draw(st.sampled_from([PLANS, SURVEYS]))
        source = (content / path).read_text("utf-8")
        match = data.draw(st.sampled_from(list(WORDS.finditer(source))))
        added = data.draw(st.sampled_from(["も", " not", "7", "x"]))
        at = match.end(1)
        (content / path).write_text(source[:at] + added + source[at:], "utf-8", newline="\n")
        faults = [fault for fault in examine(content).faults if fault.code.startswith("V")]
        expected = "V01" if match[0].startswith("ja") else "V02"

        assert [(expected, path)] == [(fault.code, fault.place.path) for fault in faults]
        assert ["japanese"] == [related.role for fault in faults for related in fault.related]


def test_every_text_of_the_real_content_is_approved() -> None:
    """The English of the edition was read beside the Japanese: nothing waits for approval."""
    yearbook = examine(TOP / "content").yearbook
    assert yearbook is not None
    edition = yearbook.newest

    for keepers in (yearbook.keepers, edition.keepers):
        assert {} == keepers.unsettled
        assert keepers.pairs == keepers.approved
        assert all(keeper.approvals for keeper in keepers.all)


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("2026/edition.yaml", "令和8年版", "令和8年改訂版", "V01"),
        ("2026/edition.yaml", "en: 2026 edition", "en: The 2026 edition", "V02"),
        ("2026/01-general/part.yaml", "en: Affairs", "en: General affairs", "V02"),
        ("yearbook.yaml", "ja: 見本市年鑑", "ja: 見本市の年鑑", "V01"),
        ("names.csv", "East Elementary School", "Eastern Elementary School", "V02"),
        ("measures.yaml", "en: Drawn up", "en: Set down", "V02"),
        ("units.yaml", "other: cases", "other: matters", "V02"),
    ],
)
def test_every_text_that_the_site_shows_is_kept(
    path: str, old: str, new: str, code: str, content: Path
) -> None:
    """Labels of an edition, names of its parts, titles and rows of registers are approved like any text."""
    edit(content, "2026/01-general/part.yaml", "name: 総務部", "name: {ja: 総務編, en: Affairs}")
    main(["approve", "--content", str(content)])
    assert [] == codes(content)
    edit(content, path, old, new)

    faults = [fault for fault in examine(content).faults if fault.code.startswith("V")]
    assert [(code, path)] == [(fault.code, fault.place.path) for fault in faults]
    asked = ["approve", "--only", faults[0].words["at"], "--content", str(content)]
    assert (0, []) == (main(asked), [code for code in codes(content) if code.startswith("V")])


@pytest.mark.parametrize(
    ("way", "lock"), [("2026", "2026/translations.lock"), ("registers", "translations.lock")]
)
def test_an_edition_and_the_registers_are_approved_by_name(
    way: str, lock: str, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is no department's waits under its own name, and a town without the record hears nothing of it."""
    (content / lock).write_text(approvals_text([]), "utf-8")
    faults = examine(content).faults

    assert [("V03", lock, way)] == [(f.code, f.place.path, f.words["department"]) for f in faults]
    capsys.readouterr()
    assert 1 == main(["approve", way, "--check", "--content", str(content)])
    assert 0 == main(["approve", way, "--content", str(content)])
    assert [] == codes(content)
    (content / lock).write_text("<<<<<<< a\n=======\n>>>>>>> b\n", "utf-8")
    assert ["V05"] == codes(content)
    (content / lock).unlink()
    assert [] == codes(content)


def test_departments_without_a_record_hear_nothing(content: Path) -> None:
    """Freshness is asked of a department from its first approval on."""
    (content / LOCK).unlink()
    edit(content, PLANS, "計画を定めた。", "計画を改めた。")

    assert [] == codes(content)


def test_a_site_in_japanese_alone_owes_no_english(content: Path) -> None:
    """With `languages: [ja]` no English is out of date."""
    edit(content, PLANS, "計画を定めた。", "計画を改めた。")
    edit(content, "yearbook.yaml", "messages: ja", "messages: ja\nlanguages: [ja]")

    assert [] == codes(content)


# --- the command


def test_approve_shows_what_it_approves(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each text is shown with its place, why it waits, and both languages; then it is approved."""
    edit(content, PLANS, "計画を定めた。", "計画を改めた。")
    edit(content, SURVEYS, "en: Surveys", "en: Our surveys")
    capsys.readouterr()
    code = main(["approve", "planning", "--content", str(content), "--lang", "en"])
    told = capsys.readouterr().out
    where = content.as_posix()

    assert (0, []) == (code, codes(content))
    assert told == (
        f"{where}/{PLANS}:4: the Japanese changed\n"
        "  ja: 〔策定〕に計画を改めた。\n  en: The plan was drawn up on 〔策定〕.\n"
        f"{where}/{SURVEYS}:1: the English changed\n  ja: 調査\n  en: Our surveys\n"
        "Planning Division: 2 translations approved.\n"
    )


def test_check_only_lists(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--check` changes nothing, and ends with 1 as long as something waits."""
    edit(content, PLANS, "計画を定めた。", "計画を改めた。")
    before = (content / LOCK).read_bytes()
    asked = ["approve", "--check", "--content", str(content), "--lang", "ja"]
    capsys.readouterr()

    assert (1, before) == (main(asked), (content / LOCK).read_bytes())
    assert "企画課: 承認されていない訳文が 1 件あります。\n" in capsys.readouterr().out
    edit(content, PLANS, "計画を改めた。", "計画を定めた。")
    assert 0 == main(asked)


@pytest.mark.parametrize(
    "only", ["{content}/{path}:4", "{path}:3", "01-plans.yaml:4:9", "planning/plans", "2026/planning/plans"]
)
def test_approve_one_text(only: str, content: Path) -> None:
    """`--only` takes a line of a file or the way to a section, and leaves the rest as it was."""
    edit(content, PLANS, "計画を定めた。", "計画を改めた。")
    edit(content, SURVEYS, "en: Surveys", "en: Our surveys")
    place = only.format(content=content.as_posix(), path=PLANS)

    assert 0 == main(["approve", "--only", place, "--content", str(content)])
    assert ["V02"] == codes(content)


@pytest.mark.parametrize(
    "arguments", [["roads"], ["2025/planning"], ["--only", "01-plans.yaml:9:1:x"], ["--only", "wordings.csv"]]
)
def test_what_is_not_there_is_not_approved(
    arguments: list[str], content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A department or place that does not exist is told in one sentence, and ends with 2."""
    before = (content / LOCK).read_bytes()
    capsys.readouterr()
    code = main(["approve", *arguments, "--content", str(content)])
    told = capsys.readouterr()

    assert (2, "", 1) == (code, told.out, told.err.count("\n"))
    assert before == (content / LOCK).read_bytes()


def test_broken_content_is_not_approved(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where a file cannot be read its texts would be taken for gone: the faults are told, no more."""
    before = (content / LOCK).read_bytes()
    edit(content, SURVEYS, "year: 令和7年度", "year: 令和七年度")

    assert (1, before) == (main(["approve", "--content", str(content)]), (content / LOCK).read_bytes())
    assert "02-surveys.yaml" in capsys.readouterr().err


def test_wrong_figures_do_not_keep_anyone_from_approving(content: Path) -> None:
    """A sum that does not add up is another department's work; translations can be approved all the same."""
    edit(content, SURVEYS, "[210, 100, 110]", "[211, 100, 110]")
    edit(content, PLANS, "計画を定めた。", "計画を改めた。")

    assert 0 == main(["approve", "--content", str(content)])
    assert ["F01"] == codes(content)


def test_pairs_of_texts_that_are_gone_go(content: Path) -> None:
    """Approving takes off the record what no text says any more, so that the file does not grow for ever."""
    lines = (content / LOCK).read_text("utf-8").count("\n")
    (content / SURVEYS).unlink()
    main(["approve", "--content", str(content)])

    assert lines - 2 == (content / LOCK).read_text("utf-8").count("\n")


def test_tidy_puts_records_in_order(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--tidy` sorts, drops marks, doubles and lines that cannot be read, and approves nothing."""
    file = content / LOCK
    whole = file.read_text("utf-8")
    head, *lines = whole.splitlines()[1:]
    spoilt = ["<<<<<<< HEAD", *reversed(lines), "=======", *lines, ">>>>>>> main", "words", head]
    file.write_text("\n".join(spoilt), "utf-8")
    capsys.readouterr()

    assert (0, whole) == (main(["approve", "--tidy", "--content", str(content)]), file.read_text("utf-8"))
    assert "translations.lock" in capsys.readouterr().out
    assert 0 == main(["approve", "--tidy", "--content", str(content)])
    assert "" == capsys.readouterr().out


@pytest.mark.parametrize("command", [["approve"], ["approve", "--tidy"]])
def test_a_record_that_cannot_be_written_stays(
    command: list[str], content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the disk takes no file the last record stands, and the command says which file it was about."""
    edit(content, PLANS, "計画を定めた。", "計画を改めた。")
    (content / LOCK).write_text((content / LOCK).read_text("utf-8") + "words\n", "utf-8")
    before = (content / LOCK).read_bytes()

    def refuse(path: Path, data: bytes) -> int:
        raise PermissionError(13, "Permission denied", str(path), len(data))

    monkeypatch.setattr(Path, "write_bytes", refuse)

    assert 2 == main([*command, "--content", str(content)])
    assert before == (content / LOCK).read_bytes()
    assert "translations.lock" in capsys.readouterr().err


def test_a_wrong_number_is_told_beside_the_missing_approval() -> None:
    """That a translation is not approved hides no rule that says what is wrong with it."""
    own = (one for one in numbers_of_texts("en")() if one.path.endswith("01-basic-concept.yaml"))
    faults = next(own).examined(approved_content()).faults

    assert {"E01", "V02"} == {fault.code for fault in faults}
