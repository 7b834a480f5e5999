"""The report: where, what, the line with a caret under the value, and what to write."""

from __future__ import annotations

import json
import time

import pytest

from kushiro_yearbook.faults import Fault, Place, Related, Severity
from kushiro_yearbook.load.sources import Source
from kushiro_yearbook.report import FORMATS, columns, report, summary
from kushiro_yearbook.wording import WORDINGS, severity
from kushiro_yearbook.wordings.wording import Wording

TEXT = "title: 計画\nfigures:\n  児童数: 延べ１２名\n\tx: y\n" + "長い行" * 40 + "19事行" + "続く" * 40
SOURCES = {"a.yaml": Source("a.yaml", TEXT, "")}
FULL_WIDTH = Fault(Place("a.yaml", 3, 8, 5), "Q06", {"value": "延べ１２名", "right": "延べ12名"})
NO_ENGLISH = Fault(Place("a.yaml", 1, 8, 2), "N01", {"value": "計画", "row": "計画"})

JAPANESE = """\
■ content/a.yaml（2 件）

content/a.yaml:1:8: 警告 N01: 英語がありません: 計画
  title: 計画
         ^^^^
  → names.csv に「計画,よみ,,English,種類,editor,own」の行を足すか、en の欄を書いてください。それまで英語のページには日本語が出ます。

content/a.yaml:3:8: エラー Q06: 全角の数字や記号が使われています: 延べ１２名
    児童数: 延べ１２名
            ^^^^^^^^^^
  → 半角で「延べ12名」と書いてください。

エラー 1 件、警告 1 件"""  # noqa: E501 – a line of the report
ENGLISH = """\
■ content/a.yaml (2)

content/a.yaml:1:8: warning N01: There is no English for: 計画
  title: 計画
         ^^^^
  → Add a row to names.csv (ja,kana,romaji,en,kind,reading,source) or fill in its en. Until then English pages show the Japanese.

content/a.yaml:3:8: error Q06: There are full-width digits or signs: 延べ１２名
    児童数: 延べ１２名
            ^^^^^^^^^^
  → Write “延べ12名”.

1 error, 1 warning"""  # noqa: E501 – a line of the report


def told(fault: Fault, language: str = "en") -> list[str]:
    """The lines told of one fault, less the count below."""
    return report([fault], SOURCES, "content", language, {}).split("\n")[:-2]


@pytest.mark.parametrize(("language", "expected"), [("ja", JAPANESE), ("en", ENGLISH)])
def test_the_whole_report(language: str, expected: str) -> None:
    """Faults come file by file in the order of their places, each once, with carets under full-width text."""
    faults = [FULL_WIDTH, NO_ENGLISH, FULL_WIDTH]

    assert expected == report(faults, SOURCES, "content", language, {})


LIST = Source(
    "2026/01-general/02-planning/01-list.yaml", "people:\n  - 海野一郎\n  - 山田花子\n  - 海野一郎\n", ""
)
DOUBLED = Fault(
    Place(LIST.path, 4, 5, 4),
    "F04",
    {"name": "海野一郎", "line": "2"},
    (Related(Place(LIST.path, 2, 5, 4), "first"), Related(Place("a.yaml", 1, 8, 2), "list")),
)
WITH_OTHERS = """\
content/2026/01-general/02-planning/01-list.yaml:4:5: 警告 F04: 「海野一郎」は 2 行目にもあります。
    - 海野一郎
      ^^^^^^^^
  content/2026/01-general/02-planning/01-list.yaml:2:5: 最初はここです
    - 海野一郎
      ^^^^^^^^
  content/a.yaml:1:8: 一覧はここです
  title: 計画
         ^^^^
  → 一方を消してください。同姓同名の別人なら、allow に理由を書いてください。

エラー 0 件、警告 1 件"""


def test_other_places_follow() -> None:
    """Each place that must be seen as well stands below, with what stands there, its line and carets."""
    told = report([DOUBLED], {**SOURCES, LIST.path: LIST}, "content", "ja", {})

    assert WITH_OTHERS == told


def test_parts_on_one_line_share_it() -> None:
    """Places of one role on one line are marked in one excerpt, in their order; a far one begins the next."""
    source = Source("a.yaml", "計: [30, 10, 二十]\nx: y\n", "")
    parts = [Place("a.yaml", 1, 13, 2), Place("a.yaml", 1, 9, 2), Place("a.yaml", 2, 4)]
    fault = Fault(Place("a.yaml", 1, 5, 2), "S07", {}, tuple(Related(part, "part") for part in parts))
    shown = report([fault], {"a.yaml": source}, "content", "en", {}).split("\n")[3:-3]
    expected = [
        "  content/a.yaml:1:9: a part is here",
        "  計: [30, 10, 二十]",
        "           ^^  ^^^^",
        "  content/a.yaml:2:4: a part is here",
        "  x: y",
        "     ^",
    ]

    assert expected == shown


def test_a_line_that_fits_is_shown_whole() -> None:
    """Only a line too long for a glance is cut, wherever the value stands in it."""
    line = "x" * 60 + "値"
    shown = report(
        [Fault(Place("a.yaml", 2, 61), "S07")], {"a.yaml": Source("a.yaml", f"\n{line}", "")}, "c", "en", {}
    )

    assert [f"  {line}", f"  {' ' * 60}^^"] == shown.split("\n")[1:3]


def test_programs_are_told_of_other_places() -> None:
    """JSON names every related place with its role and in words, and the department; GitHub gets a line."""
    [told] = json.loads(FORMATS["json"]([DOUBLED], {}, "content", "en", {}))["faults"]
    line = FORMATS["github"]([DOUBLED], {}, "content", "en", {})
    expected = {"file": "content/a.yaml", "line": 1, "column": 8, "width": 2}
    expected |= {"role": "list", "message": "the list is here"}

    assert ("planning", expected) == (told["department"], told["related"][1])
    assert f" → the first is here: content/{LIST.path}:2 → the list is here: content/a.yaml:1 → " in line


def test_a_file_with_one_fault_needs_no_heading() -> None:
    """A file's name stands above its faults where it has several; each fault can be clicked all the same."""
    faults = [Fault(Place("b.yaml", 1, 2), "S07"), FULL_WIDTH, NO_ENGLISH]
    heads = [line for line in report(faults, {}, "c", "en", {}).split("\n") if line and line[0] in "■c"]

    assert ["■ c/a.yaml (2)", "c/a.yaml:1:8", "c/a.yaml:3:8", "c/b.yaml:1:2"] == [
        line.partition(": ")[0] for line in heads
    ]


def test_a_report_takes_time_in_proportion() -> None:
    """Four times the faults take about four times the time, in one file of long lines or in many files."""
    text = "\n".join(["x" * 2000] * 4000)
    sources = {f"{n}.yaml": Source(f"{n}.yaml", text if n == 0 else "a: b", "") for n in range(4000)}

    def taken(number: int) -> float:
        faults = [Fault(Place(f"{n}.yaml", 1, 2), "S07") for n in range(number)]
        other = (Related(Place("0.yaml", 3, 5), "first"),)
        faults += [Fault(Place("0.yaml", n + 1, 3), "S07", {}, other) for n in range(number)]
        started = time.process_time()
        report(faults, sources, "content", "ja", {})
        return time.process_time() - started

    assert min(taken(4000) for _ in range(3)) < 10 * min(taken(1000) for _ in range(3))


def test_silence_without_faults() -> None:
    """Without a fault there is nothing to tell."""
    assert "" == report([], SOURCES, "content", "ja", {})


def test_faults_are_sorted_by_place() -> None:
    """Path first, then line and column as numbers, then code."""
    places = [("b.yaml", 1, 1), ("a.yaml", 10, 1), ("a.yaml", 2, 9), ("a.yaml", 2, 1)]
    faults = [Fault(Place(*place), "S07") for place in places] + [Fault(Place("a.yaml", 2, 1), "S05")]
    heads = [
        line.split(": ")[0] for line in report(faults, {}, "c", "en", {}).split("\n") if line[:2] == "c/"
    ]

    assert ["c/a.yaml:2:1", "c/a.yaml:2:1", "c/a.yaml:2:9", "c/a.yaml:10:1", "c/b.yaml:1:1"] == heads


def test_two_faults_of_one_place_and_code_are_both_told() -> None:
    """Two invisible missing keys of one mapping are two mistakes."""
    faults = [Fault(Place("a.yaml"), "S02", {"key": key}) for key in ("title", "licence")]
    whole = report(faults, {}, "content", "en", {})

    assert ["2 errors, 0 warnings", True, True] == [
        whole.split("\n")[-1],
        "“title” is missing" in whole,
        "“licence” is missing" in whole,
    ]


@pytest.mark.parametrize(
    ("place", "excerpt"),
    [
        (Place("a.yaml", 3, 3, 3), ["    児童数: 延べ１２名", "    ^^^^^^"]),
        (Place("a.yaml", 2, 9, 1), ["  figures:", "          ^"]),
        (Place("a.yaml", 4, 2, 1), ["   x: y", "   ^"]),
        (Place("a.yaml", 99, 1, 2), []),
        (Place("a.yaml"), []),
        (Place("b.yaml", 3, 1, 1), []),
    ],
)
def test_the_excerpt(place: Place, excerpt: list[str]) -> None:
    """The line stands with carets under the value; a whole file, or a line it does not have, has none."""
    assert excerpt == told(Fault(place, "S07"))[1:-1]


def test_a_long_line_is_cut_around_the_value() -> None:
    """The value stays in sight, marked, in a line that fits."""
    line, carets = told(Fault(Place("a.yaml", 5, 121, 4), "S07"))[1:3]
    start = len(carets) - len(carets.lstrip())

    assert line.startswith("  …")
    assert columns(line[: line.index("19事行")]) == start
    assert ("^" * 6, True) == (carets.strip(), columns(line) <= 160)


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("児童", 4), ("１２", 4), ("ｱ", 1), ("—", 2), ("é", 2), ("", 0), ("🎌", 2)],
)
def test_columns(text: str, width: int) -> None:
    """Full-width and ambiguous characters take two columns on a Japanese terminal."""
    assert width == columns(text)


@pytest.mark.parametrize(
    ("pattern", "words", "said"),
    [
        ("a {x}", {"x": "1"}, "a 1"),
        ("⟨a {x}? ⟩b", {"x": "1"}, "a 1? b"),
        ("⟨a {x}? ⟩b", {"x": ""}, "b"),
        ("⟨a {x}? ⟩b", {}, "b"),
        ("b⟨ a {x} {y}⟩", {"x": "1", "y": ""}, "b"),
        ("⟨a {x}. ⟩⟨b {y}.⟩", {"x": "", "y": "2"}, "b 2."),
        ("⟨a {x}⟩", {"x": ""}, ""),
        ("a {x}", {"x": "{y}", "y": "2"}, "a {y}"),
        ("a {x}", {"x": "⟨b⟩"}, "a ⟨b⟩"),
        ("{ja: …}", {}, "{ja: …}"),
    ],
)
def test_gaps_and_optional_sentences(pattern: str, words: dict[str, str], said: str) -> None:
    """Gaps are filled once; a sentence in ⟨…⟩ falls away when a word in it is empty or not known."""
    wording = Wording(Severity.ERROR, pattern, pattern, pattern, pattern)

    assert (said, said) == (wording.message("en", words), wording.hint("ja", words))


@pytest.mark.parametrize(
    ("code", "chosen", "weight"),
    [
        ("N01", {}, Severity.WARNING),
        ("N01", {"N01": "error"}, Severity.ERROR),
        ("Q06", {"Q06": "warning"}, Severity.ERROR),
        ("Q06", {"N01": "error"}, Severity.ERROR),
    ],
)
def test_the_yearbook_weighs_faults(code: str, chosen: dict[str, str], weight: Severity) -> None:
    """What the yearbook chose for a warning goes before the program's own; an error stays an error."""
    fault = Fault(Place("a.yaml"), code, {"value": "x", "right": "y"})
    whole = report([fault], {}, "content", "en", chosen)

    assert weight == severity(fault, chosen)
    assert f": {weight} {code}: " in whole
    assert whole.endswith("1 error, 0 warnings" if weight is Severity.ERROR else "0 errors, 1 warning")


@pytest.mark.parametrize(
    ("errors", "warnings", "japanese", "english"),
    [
        (0, 0, "エラー 0 件、警告 0 件", "0 errors, 0 warnings"),
        (1, 2, "エラー 1 件、警告 2 件", "1 error, 2 warnings"),
        (2, 1, "エラー 2 件、警告 1 件", "2 errors, 1 warning"),
    ],
)
def test_the_summary_counts(errors: int, warnings: int, japanese: str, english: str) -> None:
    """The last line counts errors and warnings, with the plural that English needs."""
    faults = [Fault(Place("a"), "S07")] * errors + [Fault(Place("a"), "N01")] * warnings

    assert (japanese, english) == (summary(faults, "ja", {}), summary(faults, "en", {}))


@pytest.mark.parametrize("code", sorted(WORDINGS))
def test_each_wording_is_whole(code: str) -> None:
    """Each fault is worded in both languages, with balanced brackets, and ends no sentence twice."""
    wording = WORDINGS[code]
    patterns = (wording.ja, wording.en, wording.hint_ja, wording.hint_en)

    assert all((wording.ja, wording.en))
    assert bool(wording.hint_ja) == bool(wording.hint_en)
    assert all(pattern.count("⟨") == pattern.count("⟩") and "。。" not in pattern for pattern in patterns)


HOSTILE = Fault(Place("a,b:c.yaml", 2, 3), "N01", {"value": "100%\n::set-output name=x\r::y"})


def test_json_for_other_programs() -> None:
    """Every fault in the order of places with all that the text tells but the excerpt, and the counts."""
    told = json.loads(FORMATS["json"]([FULL_WIDTH, NO_ENGLISH, FULL_WIDTH], SOURCES, "content", "en", {}))
    expected = {
        "severity": "error",
        "code": "Q06",
        "file": "content/a.yaml",
        "line": 3,
        "column": 8,
        "width": 5,
        "department": "",
        "message": "There are full-width digits or signs: 延べ１２名",
        "hint": "Write “延べ12名”.",
        "related": [],
    }

    assert (1, 1, expected) == (told["errors"], told["warnings"], told["faults"][1])
    assert {"errors": 0, "warnings": 0, "faults": []} == json.loads(FORMATS["json"]([], {}, "c", "ja", {}))


def test_annotations_for_github() -> None:
    """Each fault is a workflow command with its file, line, column and code; the count comes last."""
    told = FORMATS["github"]([FULL_WIDTH], SOURCES, "content", "ja", {})
    words = "全角の数字や記号が使われています: 延べ１２名 → 半角で「延べ12名」と書いてください。"
    expected = f"::error file=content/a.yaml,line=3,col=8,title=Q06::{words}\nエラー 1 件、警告 0 件"

    assert expected == told


def test_content_cannot_speak_to_github() -> None:
    """Line ends, percent signs, colons and commas of the content stay inside their field."""
    told = FORMATS["github"]([HOSTILE], {}, "content", "en", {"N01": "error"}).split("\n")

    assert told[0].startswith("::error file=content/a%2Cb%3Ac.yaml,line=2,col=3,title=N01::")
    assert "100%25%0A::set-output name=x%0D::y" in told[0]
    assert (2, "1 error, 0 warnings") == (len(told), told[1])
