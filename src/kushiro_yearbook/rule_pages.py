"""The pages of faults: what each finds, why, an example, how to mend it; at a desk and in the staff's guide.

The page of what a rule finds is the rule's docstring; of what the readers of files refuse, its wording with a
reason and an example (`wordings/pages.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from textwrap import indent

from kushiro_yearbook.check import RULES
from kushiro_yearbook.faults import Fault, Place
from kushiro_yearbook.links import dead
from kushiro_yearbook.report import SEVERITY_WORDS
from kushiro_yearbook.rules.allowances import unused
from kushiro_yearbook.rules.rule import PARTS, Finder
from kushiro_yearbook.wording import JUDGED, WORDINGS, severity
from kushiro_yearbook.wordings.pages import EXAMPLES, why

# What a page says of a fault that a town may judge.
JUDGED_SAYS = {
    "ja": "この指摘の重さは yearbook.yaml の severity で変えられます。"
    "正しい理由があれば、節の allow に理由を書いて認められます。",
    "en": "How much it weighs may be set under severity in yearbook.yaml; where it stands for a good reason, "
    "allow in the section accepts it, with that reason.",
}


def finders() -> tuple[Finder, ...]:
    """All whose docstring is a page: the rules, and what looks elsewhere than in the yearbook."""
    # What speaks to the network takes its time to load, and only these pages need it.
    from kushiro_yearbook.outside import silent  # noqa: PLC0415

    return (*RULES, Finder(unused), Finder(dead), Finder(silent))


def finders_of(code: str) -> list[Finder]:
    """The rules that find a fault; none for what the readers refuse."""
    return [finder for finder in finders() if code in finder.codes]


def weight(code: str, language: str, chosen: Mapping[str, str]) -> str:
    """How much a fault weighs, in a word."""
    return SEVERITY_WORDS[severity(Fault(Place(""), code), chosen)][language]


def finds(code: str, language: str) -> str:
    """What a fault is about, on one line."""
    pages = [rule.page(language) for rule in finders_of(code) if len(rule.codes) == 1]
    told = [" ".join(page[PARTS[language][0]].split()) for page in pages if page.get(PARTS[language][0])]
    return told[0] if told else WORDINGS[code].at_large(language)[0]


def table(language: str, chosen: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Each code with its weight and what it finds, in the order of the codes."""
    for code in sorted(WORDINGS):
        yield code, weight(code, language, chosen), finds(code, language)


def explained(code: str, language: str, chosen: Mapping[str, str]) -> str:
    """The page of a fault, for a terminal."""
    lines = [f"{code} ({weight(code, language, chosen)}): {WORDINGS[code].at_large(language)[0]}"]
    for page in _pages(code, language):
        lines += [_part(name, words, language) for name, words in page.items() if words]
    if code in JUDGED:
        lines.append(JUDGED_SAYS[language])
    return "\n\n".join(lines)


def _pages(code: str, language: str) -> Iterator[Mapping[str, str]]:
    """A page of each rule that finds it; where none has one, what its wording says."""
    pages = [page for rule in finders_of(code) if (page := rule.page(language))]
    yield from pages or [_worded(code, language)]


def _worded(code: str, language: str) -> Mapping[str, str]:
    message, hint = WORDINGS[code].at_large(language)
    parts = (message, why(code, language), EXAMPLES.get(code, ""), hint)
    return dict(zip(PARTS[language], parts, strict=True))


def _part(name: str, words: str, language: str) -> str:
    if name == PARTS[language][2]:
        return f"{name}:\n{indent(words, '    ')}"
    return f"{name}: {words}"


TITLES = {"ja": "指摘の一覧", "en": "All faults"}
INTRODUCTIONS = {
    "ja": "`yearbook check` の指摘のすべてです。手元では `yearbook explain F01` で、ひとつずつ読めます。"
    "このページは `yearbook rules --format markdown` で作られます。\n\n[English below](#all-faults)",
    "en": "Everything that `yearbook check` tells. `yearbook explain F01` shows one at a desk. "
    "This page is made by `yearbook rules --format markdown`.",
}
HEADINGS = {
    "rules": {"ja": "規則", "en": "Rules"},
    "readers": {"ja": "読むときの指摘", "en": "Faults of reading"},
}
HEADS = {"ja": ("番号", "重さ", "指摘", "直し方"), "en": ("Code", "Weight", "Fault", "Mend")}


def markdown() -> str:
    """The page of all faults for the staff's guide: Japanese, then English, as the program weighs them."""
    return "\n\n".join(part for language in ("ja", "en") for part in _guide(language)) + "\n"


def _guide(language: str) -> Iterator[str]:
    yield f"# {TITLES[language]}"
    yield INTRODUCTIONS[language]
    yield f"## {HEADINGS['rules'][language]}"
    for finder in sorted(finders(), key=lambda finder: finder.codes):
        yield from _section(finder, language)
    yield f"## {HEADINGS['readers'][language]}"
    by_rule = {code for finder in finders() for code in finder.codes}
    yield "\n".join(_rows([code for code in sorted(WORDINGS) if code not in by_rule], language))


def _section(rule: Finder, language: str) -> Iterator[str]:
    weights = dict.fromkeys(weight(code, language, {}) for code in rule.codes)
    yield f"### {'・'.join(rule.codes)} ({', '.join(weights)})"
    for name, words in rule.page(language).items():
        if name == PARTS[language][2]:
            yield f"**{name}**"
            yield f"```\n{words}\n```"
        else:
            yield f"**{name}**: {escaped(words)}"
    if not JUDGED.isdisjoint(rule.codes):
        yield JUDGED_SAYS[language]


def _rows(codes: list[str], language: str) -> Iterator[str]:
    yield f"| {' | '.join(HEADS[language])} |"
    yield "|---|---|---|---|"
    for code in codes:
        message, hint = WORDINGS[code].at_large(language)
        yield f"| {code} | {weight(code, language, {})} | {escaped(message)} | {escaped(hint)} |"


_MARKUP = re.compile(r"`[^`\n]+`|[\\*_\[\]<>|#~`]")


def escaped(words: str) -> str:
    """Words as Markdown shows them, code in backticks left as it is."""
    return _MARKUP.sub(lambda found: found[0] if len(found[0]) > 1 else f"\\{found[0]}", words)
