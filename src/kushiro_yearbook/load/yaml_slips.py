"""What was likely meant where YAML cannot be read, and where; libyaml tells only where it gave up."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from kushiro_yearbook.faults import Fault, Place

# Sections nest four deep and each level takes four of YAML's; libyaml recurses in C and overflows far beyond,
# or refuses brackets that it meets far ahead of what it has told of, as newer ones do.
MAX_DEPTH = 50

# What libyaml was reading when it met a sign that Japanese text may begin with.
SIGNS = {
    "while scanning an alias": "Y03",
    "while scanning an anchor": "Y03",
    "while scanning a tag": "Y04",
}


def syntax_fault(error: yaml.MarkedYAMLError, text: str, path: str) -> Fault:
    """The one fault for what libyaml could not read."""
    lines = text.split("\n")
    mark = error.problem_mark or error.context_mark
    assert mark is not None
    begun = _place(error.context_mark or mark, path)
    place, context, problem = _place(mark, path), error.context or "", error.problem or ""
    if "nesting depth" in problem:
        return Fault(place, "Y08", {"limit": str(MAX_DEPTH)})
    if context in SIGNS:
        return _sign(begun, SIGNS[context], lines)
    if "quoted scalar" in context:
        return _left_open(begun, _from(begun, lines)[:1])
    before = _line(place, lines)[: place.column]
    if "\t" in before:
        return Fault(place._replace(column=before.index("\t") + 1), "Y09")
    if "cannot start any token" in problem:
        value = _from(place, lines)
        return _to_be_quoted(
            place, value[:1], _END_OF_ITEM.split(value)[0] if _OPEN.search(before) else value
        )
    found = next(_likely_causes(place, begun, error, lines), None)
    return found or _at_words(place, lines, problem)


def _place(mark: yaml.Mark, path: str) -> Place:
    return Place(path, mark.line + 1, mark.column + 1)


# Beyond this nobody types, and the patterns would take long.
LONGEST_LINE = 1000


def _line(place: Place, lines: list[str]) -> str:
    return lines[place.line - 1][:LONGEST_LINE] if place.line <= len(lines) else ""


def _from(place: Place, lines: list[str]) -> str:
    """What the line says from a place on."""
    return _line(place, lines)[place.column - 1 :]


def _sign(place: Place, code: str, lines: list[str]) -> Fault:
    word = (_from(place, lines).split() or [""])[0]
    words = {"tag": word} if code == "Y04" else {"sign": word[:1]}
    return Fault(place._replace(width=len(word)), code, words)


PARTNERS = {"{": "}", "[": "]", '"': '"', "'": "'"}


def _left_open(place: Place, sign: str) -> Fault:
    return Fault(place, "Y18", {"sign": sign, "right": PARTNERS.get(sign, sign)})


def _to_be_quoted(place: Place, sign: str, value: str) -> Fault:
    value = value.strip()
    return Fault(place._replace(width=max(1, len(value))), "Y19", {"sign": sign, "right": quoted(value)})


# A longer value would hide the hint that shows it in quotes.
_LONGEST_VALUE = 60


def quoted(value: str) -> str:
    """A value in the quotes that it needs; an ellipsis for one that is long or has quotes of both kinds."""
    shown = value if 0 < len(value) <= _LONGEST_VALUE and not {'"', "'"} <= set(value) else "…"
    return f"'{shown}'" if '"' in shown else f'"{shown}"'


# What people type for a sign of YAML, and what to type; the first that is found is the likely cause.
SLIPS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("Y20", re.compile("^ *(\u3000)"), " "),
    ("Y12", re.compile("^[^'\"#:]*?(：)"), ": "),
    ("Y12", re.compile("^ *(－)"), "- "),
    ("Y12", re.compile("[｛{][^}]{0,200}?([｛｝，])"), "{ } ,"),
    ("Y13", re.compile(r"^ *(-)[^\s-]"), "- "),
    ("Y13", re.compile(r"^ *(?:- )?[^\s:'\"{\[#]+(:)[^\s:]"), ": "),
)


def _likely_causes(
    place: Place, begun: Place, error: yaml.MarkedYAMLError, lines: list[str]
) -> Iterator[Fault]:
    """The slips that explain why YAML stumbled, the likeliest first."""
    in_brackets = "parsing a flow" in (error.context or "")
    yield from _slips(place, begun if in_brackets else place, lines)
    if in_brackets:
        yield from _in_brackets(place, begun, lines)
        return
    if "mapping values" in (error.problem or ""):
        yield from _colons_forgotten(place, lines)
    if "could not find expected ':'" in (error.problem or "") and (
        match := _ONLY_A_KEY.match(_line(begun, lines))
    ):
        yield _without_colon(begun, match, " …")
    if match := _VALUE_OF_LINE.match(_line(place, lines)):
        yield from _value_to_be_quoted(place, match.start(1) + 1, match[1])


def _slips(place: Place, begun: Place, lines: list[str]) -> Iterator[Fault]:
    """A slip in the line that YAML stumbled over, the one above it, or where what it read began."""
    last = min(place.line, len(lines))
    before = [number for number in range(last, 0, -1) if lines[number - 1].strip()][:2]
    for number in dict.fromkeys([*before, begun.line]):
        for code, pattern, right in SLIPS:
            if match := pattern.search(_line(place._replace(line=number), lines)):
                words = {"sign": match[1], "right": right}
                yield Fault(Place(place.path, number, match.start(1) + 1), code, words)


_WHOLE_QUOTES = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_OPENING_QUOTE = re.compile(r"(?:^|[{\[,:])[ ]*([\"'])")
_END_OF_ITEM = re.compile(r"[,{}\[\]]")
_OPEN = re.compile(r"[{\[][^}\]]*$")
_VALUE_BEFORE = re.compile(r"(?:^|[{\[,])(?: *(?P<key>[^:{}\[\],]+): +| *)(?P<value>[^{}\[\],]*)$")


def _in_brackets(place: Place, begun: Place, lines: list[str]) -> Iterator[Fault]:
    """A value that must be quoted (Y19), or brackets or quotes left open (Y18)."""
    first = _line(begun, lines)
    if place.line == begun.line or first.rstrip().endswith(("{", "[", ",")):
        yield from _item_to_be_quoted(place, begun.column - 1 if place.line == begun.line else 0, lines)
    if place.line == begun.line:
        return
    rest = _WHOLE_QUOTES.sub(lambda whole: "_" * len(whole[0]), first)
    if opening := _OPENING_QUOTE.search(rest, begun.column - 1):
        yield _left_open(begun._replace(column=opening.start(1) + 1), opening[1])
    else:
        yield _left_open(begun, _from(begun, lines)[:1])


def _item_to_be_quoted(place: Place, start: int, lines: list[str]) -> Iterator[Fault]:
    """The value inside brackets in which YAML stumbled, where it must be quoted."""
    line = _line(place, lines)
    before = _VALUE_BEFORE.search(line, start, place.column - 1)
    if before and (start or before["key"]):
        value = before["value"] + _END_OF_ITEM.split(line[place.column - 1 :])[0]
        yield from _value_to_be_quoted(place, place.column - len(before["value"]), value)


_KEY = r"^ *(?:- )?[^\s:'\"{\[#][^:'\"{\[#]*"
_VALUE_OF_LINE = re.compile(rf"{_KEY}: +(\S.*)")
_KEY_BEFORE_BRACE = re.compile(r"^ *(?:- )?([^\s:'\"{\[#]+) *\{")
_ONLY_A_KEY = re.compile(r"^ *(?:- )?([^\s:'\"{\[#-]+) *$")


def _colons_forgotten(place: Place, lines: list[str]) -> Iterator[Fault]:
    """Y01 at the key that lacks its colon: in this line, or alone in the line above."""
    line = _line(place, lines)
    if match := _KEY_BEFORE_BRACE.match(line):
        yield _without_colon(place, match, " {…}")
    if ": " not in line[: place.column - 1] and place.line > 1:
        above = place._replace(line=place.line - 1)
        if match := _ONLY_A_KEY.match(_line(above, lines)):
            yield _without_colon(above, match, " …")


def _without_colon(place: Place, key: re.Match[str], value: str) -> Fault:
    at = place._replace(column=key.start(1) + 1, width=max(2, len(key[0].strip())))
    return Fault(at, "Y01", {"problem": "no colon after the key", "right": f"{key[1]}:{value}"})


_COLON = re.compile(r":(?:\s|$)")


def _value_to_be_quoted(place: Place, column: int, value: str) -> Iterator[Fault]:
    """Y19 for a value that goes on after its quotes, or holds what YAML takes for a key's end."""
    start = place._replace(column=column)
    if value[:1] in ('"', "'"):
        if _WHOLE_QUOTES.match(value):
            yield _to_be_quoted(start, value[0], value)
    elif value[:1] not in ("{", "[", "|", ">") and _COLON.search(value):
        yield _to_be_quoted(start, ":", value)


def _at_words(place: Place, lines: list[str], problem: str) -> Fault:
    """The fault where YAML stumbled; never past the last line that says something."""
    last = max((n for n, line in enumerate(lines, start=1) if line.strip()), default=1)
    if place.line > last:
        place = place._replace(line=last, column=len(lines[last - 1].rstrip()))
    return Fault(place, "Y01", {"problem": problem})
