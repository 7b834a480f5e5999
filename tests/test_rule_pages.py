"""The pages of faults: whole for every rule, shown by the commands, and the staff's guide up to date."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kushiro_yearbook.cli import main
from kushiro_yearbook.faults import Fault
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.rule_pages import escaped, explained, finders, finds, markdown
from kushiro_yearbook.rules.rule import PARTS, Finder, Rule
from kushiro_yearbook.wording import JUDGED, WORDINGS
from kushiro_yearbook.wordings.pages import EXAMPLES

TOP = Path(__file__).parents[1]
GUIDE = TOP / "docs" / "rules.md"
BASE = Path(__file__).parent / "broken" / "base"
# A word that pydantic alone would give: nobody can say how to mend it.
LAST_RESORT = {"S10"}
# The code of a fault where it is made.
YIELDED = re.compile(r'Fault\([^"]*"([A-Z][0-9]{2})"')


def name(rule: Finder) -> str:
    """A rule by its module and function."""
    return f"{rule.find.__module__.rpartition('.')[2]}.{rule.find.__name__}"


@pytest.mark.parametrize("language", PARTS)
@pytest.mark.parametrize("rule", finders(), ids=name)
def test_every_rule_has_its_page(rule: Finder, language: str) -> None:
    """A rule's docstring says in each language what it finds, why, by an example, and how to mend it."""
    page = rule.page(language)

    assert PARTS[language] == tuple(page)
    assert all(page.values())


@pytest.mark.parametrize("language", PARTS)
@pytest.mark.parametrize("code", sorted(WORDINGS))
def test_no_page_lacks_a_part(code: str, language: str) -> None:
    """Of every code, a reader's too, a page tells what it is, why it matters, an example and the mending."""
    told = explained(code, language, {})

    assert [] == [part for part in PARTS[language] if f"\n\n{part}:" not in told and code not in LAST_RESORT]


def test_what_readers_refuse_has_one_page() -> None:
    """The examples are those of the codes that no rule has, each once."""
    by_rule = {code for finder in finders() for code in finder.codes}

    assert sorted(WORDINGS.keys() - by_rule) == sorted(EXAMPLES)


# Where a line ends and the next begins with Latin letters: they would be parted by a space.
CUT = re.compile(r"[A-Za-z.]\n +[A-Za-z]")


@pytest.mark.parametrize("rule", finders(), ids=name)
def test_no_latin_word_is_broken(rule: Finder) -> None:
    """Japanese wraps anywhere, but a name of Latin letters on two lines would print a space."""
    japanese = (rule.find.__doc__ or "").partition("en:\n")[0]
    prose = re.sub(r"\n +例:\n.*?(?=\n +直し方:)", "", japanese.partition("ja:\n")[2], flags=re.DOTALL)

    assert None is CUT.search(prose)


def test_the_guide_is_up_to_date(pytestconfig: pytest.Config) -> None:
    """`docs/rules.md` is what `yearbook rules --format markdown` prints; `--update-golden` rewrites it."""
    if pytestconfig.getoption("update_golden"):
        GUIDE.write_text(markdown(), "utf-8", newline="\n")

    assert markdown() == GUIDE.read_text("utf-8")


def test_the_guide_holds_every_fault_in_both_languages() -> None:
    """Each code stands in the Japanese half and in the English one."""
    japanese, _, english = markdown().partition("\n# All faults\n")

    assert [] == [code for code in WORDINGS if code not in japanese or code not in english]


@pytest.mark.parametrize("half", [0, 1])
def test_no_two_headings_of_the_guide_are_one(half: int) -> None:
    """A link to a fault's page leads to one place in each language."""
    headings = re.findall(r"^### (\S+)", markdown().split("\n# All faults\n")[half], re.MULTILINE)

    assert [] == [heading for heading, number in Counter(headings).items() if number > 1]


def test_what_rules_yield_has_a_page() -> None:
    """A code that the source of a rule names as what it yields stands in the docstring of a rule."""
    sources = (TOP / "src" / "kushiro_yearbook" / "rules").glob("*.py")
    named = {code for path in sources for code in YIELDED.findall(path.read_text("utf-8"))}

    assert [] == sorted(named - {code for finder in finders() for code in finder.codes})


@pytest.fixture
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(BASE, tmp_path / "content")
    monkeypatch.chdir(tmp_path)


def weigh(choice: str) -> None:
    """Let the yearbook choose a severity."""
    config = Path("content/yearbook.yaml")
    config.write_text(config.read_text("utf-8") + f"severity: {{{choice}}}\n", "utf-8")


@pytest.mark.usefixtures("_inside")
@pytest.mark.parametrize(("language", "weight"), [("ja", "エラー"), ("en", "error")])
def test_rules_lists_every_code_as_the_yearbook_weighs_it(
    language: str, weight: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A row a code, of rules and of readers: code, severity, what it finds."""
    weigh("F04: error")
    code = main(["rules", "--lang", language])
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]

    assert (0, sorted(WORDINGS)) == (code, [row[0] for row in rows])
    assert weight == {row[0]: row[1] for row in rows}["F04"]
    assert all(len(row) == 3 and row[2] and "{" not in row[0] for row in rows)


@pytest.mark.usefixtures("_inside")
def test_rules_needs_no_content(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a yearbook the rules weigh what the program says."""
    assert 0 == main(["rules", "--content", "nowhere", "--lang", "en"])
    assert "F04\twarning\t" in capsys.readouterr().out


@pytest.mark.usefixtures("_inside")
def test_rules_prints_the_guide(capsys: pytest.CaptureFixture[str]) -> None:
    """The page of the staff's guide comes from the same command."""
    assert 0 == main(["rules", "--format", "markdown"])
    assert markdown() == capsys.readouterr().out


@pytest.mark.parametrize("language", PARTS)
@pytest.mark.parametrize("code", sorted(WORDINGS))
def test_every_code_is_explained(code: str, language: str) -> None:
    """A page says at least what is wrong and what to write, and whether a town may judge it."""
    told = explained(code, language, {})
    message, hint = WORDINGS[code].at_large(language)

    assert told.startswith(f"{code} (")
    assert message in told
    assert hint in told or any(code in finder.codes for finder in finders())
    assert (code in JUDGED) == ("allow" in told.rpartition("\n\n")[2] and "severity" in told)


@pytest.mark.usefixtures("_inside")
@pytest.mark.parametrize("typed", ["t04", "Ｔ０４", " T04 "])
def test_a_code_may_be_typed_carelessly(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Small letters and full-width ones lead to the same page, in the yearbook's language."""
    assert 0 == main(["explain", typed])
    told = capsys.readouterr().out

    assert told.startswith("T04 (エラー): 〔…〕が指す値がありません。\n\n見つけるもの: ")
    assert "\n例:\n    dates:" in told


@pytest.mark.usefixtures("_inside")
def test_an_unknown_code_is_named_with_the_near_one(capsys: pytest.CaptureFixture[str]) -> None:
    """A code that there is not is a misuse; the near one is named."""
    assert 2 == main(["explain", "T04A", "--lang", "en"])
    expected = "There is no fault “T04A”. Did you mean “T04”? yearbook rules lists them all.\n"

    assert ("", expected) == capsys.readouterr()


def test_what_a_fault_is_about_is_one_line() -> None:
    """A rule's own words where it finds one thing, else those of the message, gaps left open."""
    assert "title" in finds("S11", "ja")
    assert finds("T05", "en").startswith("A bracket 〔 or 〕 without")
    assert "The address “…” is also that of …." == finds("A03", "en")


def test_markup_is_shown_as_it_stands() -> None:
    """Signs of Markdown in a wording print; code in backticks stays code."""
    assert r"\*\*…\*\* \| `a*b` \<b\>" == escaped("**…** | `a*b` <b>")


def test_a_page_has_no_space_where_its_source_ends_a_line() -> None:
    """Japanese that is broken into lines in a docstring is read in one piece; an example keeps its lines."""

    def find(_: Yearbook) -> Iterator[Fault]:
        """F99: nothing.

        ja:
            見つけるもの: 西暦と元
                号が合わない A
                B のところ。
            理由: なし。
            例:
                a: 1
                b: 2
            直し方: なし。
        """
        yield from ()

    page = Rule(find).page("ja")

    assert ("西暦と元号が合わない A B のところ。", "a: 1\nb: 2") == (page["見つけるもの"], page["例"])
