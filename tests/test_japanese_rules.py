"""Rules on Japanese text: which signs are told, what they should be, and which are right as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from kushiro_yearbook.pipeline import examine
from kushiro_yearbook.rules.japanese import plain_spelling
from tests.laying import BASE, OWN, found
from tests.test_broken import CASES, lay

NAMES = (BASE / "names.csv").read_text("utf-8")


def told(folder: Path, japanese: str, more: dict[str, str] | None = None) -> list[tuple[str, str, str]]:
    """Code, sign and right sign of each fault of a Japanese text; its English is another matter."""
    own = f"title: {{ja: 文, en: Words}}\ntext:\n  ja: |\n    {japanese}\n  en: Words.\n"
    faults = found(folder, {OWN: own, **(more or {})})
    return [
        (fault.code, fault.words["value"], fault.words.get("right", ""))
        for fault in faults
        if fault.code[0] != "E"
    ]


@pytest.mark.parametrize(
    ("japanese", "expected"),
    [
        ("会員は１２名、ＰＲは３回", [("J01", "１２", "12"), ("J01", "ＰＲ", "PR"), ("J01", "３", "3")]),
        ("１，２００円、１２．５％", [("J01", "１，２００", "1,200"), ("J01", "１２．５％", "12.5%")]),
        ("①募集", [("J02", "①", "（1）")]),
        ("㈱見本と㍻の第Ⅱ期", [("J02", "㈱", "（株）"), ("J02", "㍻", "平成"), ("J02", "Ⅱ", "II")]),
        ("5㎞と3㎡", [("J02", "㎞", "km"), ("J02", "㎡", "m²")]),
        ("5〜7月", [("J03", "〜", "～")]),
        ("10:00~12:00", [("J03", "~", "～")]),
        ("0154−31−4500", [("J03", "−", "-"), ("J03", "−", "-")]),
        ("サ一ビス", [("J03", "一", "ー")]),
        ("釧路ー札幌", [("J03", "ー", "")]),
        ("経済センサスー活動調査", [("J03", "経済センサスー活動調査", "経済センサス‐活動調査")]),
        ("（前年度)", [("J04", "（前年度)", "（前年度）")]),
        ("(前年度)と(PDF)", [("J04", "(前年度)", "（前年度）")]),
        ("｢見本市｣を開く。", [("J04", "｢", "「"), ("J04", "｣", "」")]),
        ("集め､まとめる｡", [("J05", "､", "、"), ("J05", "｡", "。")]),
        ("集め，まとめる。", [("J05", "，", "、")]),
        ("「見本市』を開く。", [("J11", "「見本市』", "")]),
        ("【見本市］を開く。", [("J11", "【見本市］", "")]),
        ("（見本市を開く。", [("J11", "（", "")]),
        ("「見本市を開く。", [("J11", "「", "")]),
        ("見本市）を開く。", [("J11", "）", "")]),
        ("「見本（市」を開く。", [("J11", "（", "")]),
        ("『「見本」市』（「市」を含む。）を開く。", []),
        ("1) 見本、2）見本、ア）見本、（1）見本", []),
        ("見本です(^_^) :-) （＾＾）", []),
        ("まとめる.", [("J05", ".", "。")]),
        ("\ufa19社と\u212b", [("J06", "\ufa19", "神"), ("J06", "\u212b", "Å")]),
        ("経済センサス‐活動調査（3回）を[見る](planning/plans)。", []),
        ("コーヒー店のサッカー場で、5～7月", []),
        ("集め，まとめる．", []),
        ("`Ａ`と https://example.jp/~a/(b) ", []),
        ("A4判、2-4-1、PDF(3MB)、1,200円", []),
    ],
)
def test_signs(japanese: str, expected: list[tuple[str, str, str]], tmp_path: Path) -> None:
    """A sign that is not the one meant is told with the right one; others are let alone."""
    names = NAMES + "経済センサス‐活動調査,,,Economic Census,survey,editor,own\n"

    assert sorted(expected) == sorted(told(tmp_path, japanese, {"names.csv": names}))


def test_names_keep_their_signs(tmp_path: Path) -> None:
    """A name of the register is written as it is, wherever it stands."""
    names = f"{NAMES}\ufa19田工業㈱,,,Kamita Kogyo,org,editor,own\n"

    assert [] == told(tmp_path, "\ufa19田工業㈱に頼む。", {"names.csv": names})


def test_many_wrong_signs_are_not_all_told(tmp_path: Path) -> None:
    """A text all in full width is told twenty times at most."""
    assert 20 == len(told(tmp_path, "１、" * 50))


@pytest.mark.parametrize(
    ("japanese", "expected"),
    [
        ("子供の家", [("J07", "子供", "子ども")]),
        ("障害者と障がい者", [("J07", "障害者", "障がいのある人")]),
        ("公式ホームページとホームページ", [("J07", "ホームページ", "公式ホームページ")]),
        ("子供会に頼む。", []),
    ],
)
def test_preferred_wordings(japanese: str, expected: list[tuple[str, str, str]], tmp_path: Path) -> None:
    """What the town avoids is told, but not inside what it prefers, nor in a name."""
    rows = "ja,instead,reason\n子供,子ども,例\n障害者,障がいのある人,例\nホームページ,公式ホームページ,例\n"
    files = {"wordings.csv": rows, "names.csv": f"{NAMES}子供会,,,Children’s Club,org,editor,own\n"}

    assert expected == told(tmp_path, japanese, files)


def test_what_was_published_keeps_its_words(tmp_path: Path) -> None:
    """An avoided wording and an English of before are told in the newest edition alone."""
    own = "title: {ja: 子供の家, en: House}\n"
    old = {OWN.replace("2026", "2025"): own.replace("House", "Home")}
    for path in ("edition.yaml", "01-general/part.yaml", "01-general/01-planning/department.yaml"):
        text = (BASE / "2026" / path).read_text("utf-8").partition("highlights")[0]
        old[f"2025/{path}"] = text.replace("令和8年", "令和7年").replace("2026", "2025")
    wordings = {"wordings.csv": "ja,instead,reason\n子供,子ども,例\n"}
    faults = found(tmp_path, {OWN: own, **old, **wordings})

    assert [("J07", OWN)] == [(fault.code, fault.place.path) for fault in faults]


@pytest.mark.parametrize(
    ("sign", "plain"),
    [
        ("⑳", "（20）"),
        ("⑴", "（1）"),
        ("⒜", "（a）"),
        ("㈲", "（有）"),
        ("㊤", "上"),
        ("ⅻ", "xii"),
        ("❸", "（3）"),
        ("㌔", "キロ"),
        ("㋿", "令和"),
    ],
)
def test_plain_spellings(sign: str, plain: str) -> None:
    """Each sign that some systems lack has a spelling that all have."""
    assert plain == plain_spelling(sign)


# The codes whose `right` is exactly what should stand in the place of the span.
MENDED = ("E07", "J01-full", "J02", "J03", "J04", "J05", "J06", "J07")


@pytest.mark.parametrize("case", [case for case in CASES if case.startswith(MENDED)])
def test_the_right_sign_fits_its_place(case: str, tmp_path: Path) -> None:
    """With the right sign put into exactly the place that is told, nothing is left to mend."""
    content = lay(case, tmp_path)
    (fault,) = examine(content).faults
    file = content / fault.place.path
    lines = file.read_text("utf-8").split("\n")
    start = fault.place.column - 1
    line = lines[fault.place.line - 1]
    assert fault.words["value"] == line[start : start + fault.place.width]
    lines[fault.place.line - 1] = line[:start] + fault.words["right"] + line[start + fault.place.width :]
    file.write_text("\n".join(lines), "utf-8", newline="\n")

    assert [] == examine(content).faults
