"""YAML as clerks write it: text stays text, places are right, what could hurt is refused."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushiro_yearbook.faults import Place
from kushiro_yearbook.load.sources import decode
from kushiro_yearbook.load.yaml_reader import read_yaml
from kushiro_yearbook.text import Text
from kushiro_yearbook.tree import Mapping, Scalar, Sequence, Tree

PATH = "a.yaml"


def tree(text: str) -> Mapping:
    """The mapping of a text without faults."""
    found, faults = read_yaml(text, PATH)
    assert found is not None
    assert not faults
    return found


def codes(text: str) -> list[str]:
    """The faults of a text."""
    return [fault.code for fault in read_yaml(text, PATH)[1]]


@pytest.mark.parametrize(
    "word",
    ["no", "on", "NO", "true", "null", "~", "010", "0x1F", "10:05", "1_000", "012068", "1.0", "2025-05-01"],
)
def test_scalars_stay_text(word: str) -> None:
    """What other readers take for a truth, number, time or date stays as it was typed."""
    assert {"a": word} == tree(f"a: {word}")


def test_no_key_is_special() -> None:
    """`<<`, `=` and `no` are keys like any other."""
    assert {"<<": "x", "=": "y", "no": "z"} == tree("<<: x\n=: y\nno: z")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b", Place(PATH, 1, 4, 1)),
        ("児童数: 延べ12名", Place(PATH, 1, 6, 5)),
        ("a: {ja: １２名, en: x}", Place(PATH, 1, 9, 3)),
        ("a:\n  b: 🎌旗", Place(PATH, 2, 6, 2)),
        ('a: "引用"', Place(PATH, 1, 4, 4)),
        ("# 注\n\na: [x, 二]", Place(PATH, 3, 5, 1)),
        ("a: |\n  一\n  二\n", Place(PATH, 1, 4, 1)),
    ],
)
def test_values_know_their_places(text: str, place: Place) -> None:
    """Line and column count characters from 1, however wide they are on a screen."""
    value: Tree = tree(text)
    while not isinstance(value, Scalar):
        value = next(iter(value.values())) if isinstance(value, Mapping) else value[0]

    assert place == value.place


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("a: |\n  一\n\n    二と三\n", "と", (4, 6)),
        ("a: |-\n  一\n  二と三", "と", (3, 4)),
        ("a: >\n  一\n  二と三\n\n  四\nb: x\n", "四", (5, 3)),
        ("a: >\n  一\n  二と三\n\n  四\nb: x\n", "と", (3, 4)),
        ("a: |  # 注\n  　一\n  二\n# 二と\n", "二", (3, 3)),
        ('a: "一\n  二と三"\n', "三", (2, 5)),
        ("a: '一\n\n  二'\nb: x", "一", (1, 5)),
        ("a: 一\n  二と三\nb: x", "と", (2, 4)),
        ("x:\n - a: |\n    一\n    一二\n", "二", (4, 6)),
        ("a:\n- |\n  一\n  二\nb: x", "二", (4, 3)),
    ],
)
def test_words_on_several_lines_know_their_places(text: str, word: str, place: tuple[int, int]) -> None:
    """A word of a block, or of a text folded over lines, is found on its own line."""
    value: Tree = tree(text)
    while not isinstance(value, Scalar):
        value = next(iter(value.values())) if isinstance(value, Mapping) else value[0]
    text_of = Text(value, {}, value.place, stretches={"ja": value.stretches})
    part = text_of.place_of_part("ja", value.index(word), 1)

    assert Place(PATH, *place, 1) == part


@pytest.mark.parametrize(
    "text", ['a: "一\\t\n  二"', "a: '一''\n  二'", 'a: "一\\\n  二と\\u3042"', "a: |\n\n"]
)
def test_words_not_written_as_they_are_stand_where_they_begin(text: str) -> None:
    """After an escape no word can be pointed at; the whole text can."""
    value = tree(text)["a"]

    assert isinstance(value, Scalar)
    assert () == value.stretches


@given(st.lists(st.text("一二ab 　'\"", max_size=6), min_size=1), st.sampled_from("|>'\" "))
def test_every_stretch_is_written_where_it_says(lines: list[str], style: str) -> None:
    """Whatever stands on several lines, what a stretch points at in the file begins as the words do."""
    text = {"|": "a: |\n", ">": "a: >\n"}.get(style, f"a: {style.strip()}") + "\n".join(
        f"  {x}" for x in lines
    )
    found, _ = read_yaml(text + style.strip("|> "), PATH)
    value = found.get("a") if found else None
    written = text.split("\n")
    for start, line, column in value.stretches if isinstance(value, Scalar) else ():
        assert str(value)[start] == written[line - 1][column - 1]


def test_keys_know_their_places() -> None:
    """A key is found where it stands; a missing one where its mapping begins."""
    found = tree("一: a\n二: b")

    assert Place(PATH, 2, 1, 1) == found.place_of_key("二")
    assert Place(PATH, 1, 1, 1) == found.place_of_key("三")


@pytest.mark.parametrize(
    ("text", "quoted"), [("a: b", False), ('a: "b"', True), ("a: 'b'", True), ("a: |\n  b", True)]
)
def test_scalars_know_whether_they_were_quoted(text: str, quoted: bool) -> None:  # noqa: FBT001
    """Quotes and blocks say that a text is meant as it stands."""
    value = tree(text)["a"]

    assert isinstance(value, Scalar)
    assert quoted == value.quoted


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: [1,525組]", ["1", "525組"]),
        ('a: ["1,525組"]', ["1,525組"]),
        ("a: {en: Books, maps}", {"en": "Books", "maps": ""}),
        ("a: {en: 'Books, maps'}", {"en": "Books, maps"}),
    ],
)
def test_a_comma_splits_in_brackets_and_the_tree_tells(text: str, value: object) -> None:
    """A comma splits inside brackets; the tree knows that there were some, so that a fault can say so."""
    found = tree(text)["a"]

    assert value == found
    assert isinstance(found, Mapping | Sequence)
    assert found.flow


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a:\n  b: 1\n c: 2", "Y01", (3, 2)),
        ("人 {id: person, en: x}", "Y01", (1, 1)),
        ("a: 1\n題名\nb: 1", "Y01", (2, 1)),
        ("a:\n  題名\n  b: 1", "Y01", (2, 3)),
        ("a: |\n  一\n 二\nb: 1", "Y01", (3, 2)),
        ("a: > 一\n  二", "Y01", (1, 6)),
        ("a: {b: c}}", "Y01", (1, 10)),
        ("一: 1\n二: 2\n一: 3", "Y02", (3, 1)),
        ("a: *b", "Y03", (1, 4)),
        ("a: &b c", "Y03", (1, 4)),
        ("a: !x c", "Y04", (1, 4)),
        ("a: !!python/object:os.system x", "Y04", (1, 4)),
        ("a: 1\n---\nb: 2", "Y05", (2, 1)),
        ("題名", "Y06", (1, 1)),
        ("- a", "Y06", (1, 1)),
        ("? [a]\n: b", "Y07", (1, 3)),
        ("? {a: b}\n: c", "Y07", (1, 3)),
        ("a:\n\tb: 1", "Y09", (2, 1)),
        ("a:\n  b: 1\n \tc: 2", "Y09", (3, 2)),
    ],
)
def test_refused_forms_and_where(text: str, code: str, place: tuple[int, int]) -> None:
    """What hurts or misleads has one fault each, at the sign that made it."""
    [fault] = read_yaml(text, PATH)[1]

    assert (code, place) == (fault.code, fault.place[1:3])


@pytest.mark.parametrize(
    ("text", "code", "sign"),
    [
        ("a: *事業", "Y03", "*"),
        ("a: &計画", "Y03", "&"),
        ("a: !計画", "Y04", "!計画"),
        ("a: ! 計画", "Y04", "!"),
    ],
)
def test_japanese_after_a_special_sign_is_no_riddle(text: str, code: str, sign: str) -> None:
    """Text that begins with *, & or ! gets the fault that says to quote it, in Japanese too."""
    [fault] = read_yaml(text, PATH)[1]

    assert (code, [sign]) == (fault.code, list(fault.words.values()))


@pytest.mark.parametrize(
    ("text", "sign", "place"),
    [
        ('a: 1\nb: "二\nc: 3\nd: 4\n', '"', (2, 4)),
        ('a: {ja: "一, en: x}\nb:\n  en: "x"\nc: 1\n', '"', (1, 9)),
        ("a: {ja: '一, en: x}\nb: 'c'\n", "'", (1, 9)),
        ("a: {ja: 一, en: city's\nb: c\n", "{", (1, 4)),
        ("a: [1, 2\nb: 3\n", "[", (1, 4)),
        ("a: {ja: 一,\n  en: x\nb: 3\n", "{", (1, 4)),
    ],
)
def test_what_is_left_open_is_shown_where_it_opens(text: str, sign: str, place: tuple[int, int]) -> None:
    """A quote or bracket left open is told where it begins, not where YAML gave up."""
    [fault] = read_yaml(text, PATH)[1]

    assert ("Y18", sign, place) == (fault.code, fault.words["sign"], fault.place[1:3])


@pytest.mark.parametrize(
    ("text", "sign", "right"),
    [
        ("a: @市長", "@", '"@市長"'),
        ("a: {ja: @市長, en: x}", "@", '"@市長"'),
        ("a: `x", "`", '"`x"'),
        ("a: 歴代: 市長", ":", '"歴代: 市長"'),
        ("- b: c: d", ":", '"c: d"'),
        ("a: {ja: 歴代: 市長, en: x}", ":", '"歴代: 市長"'),
        ('a: "市" の人\nb: 1', '"', "'\"市\" の人'"),
        ('a: {ja: "市" の人, en: x}', '"', "'\"市\" の人'"),
        ('a: {\n  ja: "市" の人,\n  en: x}', '"', "'\"市\" の人'"),
        ("a: 'it's'\nb: 1", "'", "\"'it's'\""),
        ('a: "it\'s" ok\nb: 1', '"', '"…"'),
        (f"a: {'x' * 100}: y", ":", '"…"'),
        ("a: {{ 7*7 }}", "{{", '"{{ 7*7 }}"'),
        ("a: {ja: x, en: {{ name }}}", "{{", '"{{ name }}"'),
        ("a: {{", "{{", '"…"'),
    ],
)
def test_a_value_that_needs_quotes_is_shown_in_them(text: str, sign: str, right: str) -> None:
    """A value with a sign of YAML in it is told whole, as it should be written."""
    [fault] = read_yaml(text, PATH)[1]

    assert ("Y19", {"sign": sign, "right": right}) == (fault.code, fault.words)


@pytest.mark.parametrize(
    ("text", "rest", "place"),
    [
        ("a: 学校の #1 調査", "#1 調査", (1, 8)),
        ("a: {ja: 学校 #1, en: y}\nb: 1", "#1, en: y}", (1, 12)),
        ("- 一\n- 二。 #三", "#三", (2, 6)),
    ],
)
def test_a_sign_for_comments_inside_a_value_is_told(text: str, rest: str, place: tuple[int, int]) -> None:
    """What YAML leaves out as a comment is told where it looks like the rest of a Japanese value."""
    fault = read_yaml(text, PATH)[1][0]

    assert ("Y17", rest, place) == (fault.code, fault.words["rest"], fault.place[1:3])


@pytest.mark.parametrize(
    "text",
    [
        "a: 総務課 # 注",
        "a: 10 #x",
        "a: '学校 #1'",
        "a: |\n  学校 #1",
        "a: 学校#1",
        "# 学校 #1\na: b",
        "a: x ##",
    ],
)
def test_comments_are_no_fault(text: str) -> None:
    """A comment with a space after its sign, or a sign that is part of the text, is right."""
    assert [] == codes(text)


def test_a_key_written_twice_names_the_first() -> None:
    """The second of two keys is the fault; its words name the line of the first."""
    found, [fault] = read_yaml("一: 1\n二: 2\n一: 3", PATH)

    assert ({"key": "一", "line": "1"}, Place(PATH, 3, 1, 1)) == (fault.words, fault.place)
    assert found is not None


@pytest.mark.parametrize("opening", ["[", "{", "{a: ", "- ", "? ", "[{a: ", "- ? ", "!!a [", "&a ["])
def test_depth_is_refused_by_every_form(opening: str) -> None:
    """Fifty thousand openings of any kind are one fault, told fast, whatever fault it is."""
    assert len(codes(f"a:\n {opening * 50_000}")) == 1


@pytest.mark.parametrize("opening", ["[", "{", "{ ", "{a: ", "- ", "[{a: "])
def test_depth_is_refused_before_it_hurts(opening: str) -> None:
    """Fifty thousand open brackets are one fault, not an overflow."""
    assert ["Y08"] == codes(f"a:\n {opening * 50_000}")


@pytest.mark.parametrize(
    "text",
    [
        "a: {}\n" + "[" * 1_000_000,
        "a: x" + "{" * 1_000_000 + "\nb: c: d",
        "a: x" + "：" * 1_000_000 + "\nb: c: d",
        "a: " + "{｛" * 500_000 + "\nb: c: d",
        "a: " + "- " * 500_000,
        "a: '" + "x" * 1_000_000,
        "".join(f"k{n}: v\n" for n in range(20_000)) + "b: c: d",
    ],
)
def test_a_slip_in_a_huge_file_is_found_in_time(text: str) -> None:
    """Looking for what was meant takes no longer than reading; the time of a test would show it."""
    started = time.process_time()

    assert len(codes(text)) == 1
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("text", "code", "other"),
    [
        ("ガ: 1\nカ\u3099: 2", "Y15", "ガ"),
        ("ｶﾞ: 1\nガ: 2", "Y15", "ｶﾞ"),
        ("A: 1\nＡ: 2", "Y15", "A"),
        ("A: 1\nA: 2", "Y02", None),
    ],
)
def test_keys_that_look_alike_are_told(text: str, code: str, other: str | None) -> None:
    """Keys that differ only in width, or in how their letters are put together, are one to a reader."""
    [fault] = read_yaml(text, PATH)[1]

    assert (code, other, "1") == (fault.code, fault.words.get("other"), fault.words["line"])


def test_the_same_key_may_stand_in_different_mappings() -> None:
    """Only keys side by side are held against each other."""
    assert {"A": {"A": "1"}, "B": {"Ａ": "2"}} == tree("A: {A: 1}\nB: {Ａ: 2}")


@pytest.mark.parametrize("text", ["", "\n\n", "# nur\n", "---\n", "---"])
def test_an_empty_file_is_an_empty_mapping(text: str) -> None:
    """A file without content lacks its keys, which its form then says."""
    assert {} == tree(text)


def test_byte_order_mark_and_line_ends_leave_no_trace() -> None:
    """What Windows adds changes neither keys nor values nor places."""
    text, faults = decode("\ufeff一: a\r\n二: |\r\n  b\r\n  c\r\n".encode(), PATH)
    assert text is not None
    found = tree(text)

    assert ([], {"一": "a", "二": "b\nc\n"}) == (faults, found)
    assert Place(PATH, 2, 1, 1) == found.place_of_key("二")


@pytest.mark.parametrize("text", ["a: \x07", "a: \x00", "a: b\x1b[31m", "a: \ufffe"])
def test_control_characters_are_a_fault(text: str) -> None:
    """A character that YAML forbids is a fault; the bell from a pasted table stops no program."""
    assert len(codes(text)) == 1


@pytest.mark.parametrize("escape", [r"\u202e", r"\x07", r"\u200b", r"\0"])
def test_escapes_hide_nothing(escape: str) -> None:
    """What may not stand in a file may not come in as an escape either."""
    assert ["I04"] == codes(f'a: "x{escape}y"')


@given(st.text() | st.text("ab一:-[]{},&*!|>'\"%@`# \t\n?\x85\u2028"))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever stands in a file gives a mapping, or a fault that says why not; never an exception."""
    found, faults = read_yaml(text, PATH)

    assert isinstance(found, Mapping) or faults
