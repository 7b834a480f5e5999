"""Rules on repeated values: what is typed once is cited in sentences, not written again."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Iterator, Mapping
from decimal import Decimal

from kushiro_yearbook.blocks.dates import Dating
from kushiro_yearbook.blocks.figures import Figure
from kushiro_yearbook.eras import ERAS, Day, FiscalYear, Month, Year
from kushiro_yearbook.faults import Fault
from kushiro_yearbook.inline import plain
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.quantities import Quantity
from kushiro_yearbook.recurrence import MONTHS
from kushiro_yearbook.rules.walk import PAIR
from kushiro_yearbook.sections import SectionForm
from kushiro_yearbook.text import Scope, Text, Value


def repeated_values(yearbook: Yearbook) -> Iterator[Fault]:
    """F07: a sentence cites a date or figure of its section rather than writing it again.

    ja:
        見つけるもの: 同じ節の dates、figures、year、as_of に書いた日付や数量が、文や題名にもそのまま書かれているもの。一けたの数は見ません。
        理由: 二か所に書くと、翌年に一方だけが直されます。
        例:
            text: {ja: 1,525組が滞在した。, en: "1,525 parties stayed."}
            figures: {長期滞在者: "1,525組"}
        直し方: 文の値を消して 〔長期滞在者〕 と書きます。日英それぞれの単位と書き方で出ます。
    en:
        Finds: a date or quantity of the section’s `dates`, `figures`, `year` or `as_of` that also stands in a sentence or title. Numbers of one digit are left alone.
        Why: Of two places, next year only one is changed.
        Example:
            text: {ja: 1,525組が滞在した。, en: "1,525 parties stayed."}
            figures: {長期滞在者: "1,525組"}
        Mend: Write 〔長期滞在者〕 in place of the value; it is printed in each language with its unit.
    """
    for edition in yearbook.editions:
        for department in edition.departments:
            for top in department.sections:
                known: dict[int, Forms] = {}
                told = {id(text) for section in top.walk() for text in _corrected(section.form)}
                for text, scope in top.texts():
                    if id(text) in told:
                        continue
                    layers = list(_layers(scope))
                    for layer in layers:
                        if id(layer) not in known:
                            known[id(layer)] = _typed(layer)
                    yield from _repeated(text, [known[id(layer)] for layer in layers])


def _corrected(form: SectionForm) -> Iterator[Text]:
    """The words of corrections, which say what stood where and what stands there now."""
    for correction in form.corrections:
        yield from (correction.old, correction.new, correction.reason)


# By language, how each value would be written, without commas, and its label.
Forms = Mapping[str, Mapping[str, str]]


def _layers(scope: Scope) -> Iterator[Scope]:
    """The values of an event, of its partner, of its section: each once, however many events there are."""
    if isinstance(scope, ChainMap):
        for layer in scope.maps:
            yield from _layers(layer)
    else:
        yield scope


def _repeated(text: Text, layers: list[Forms]) -> Iterator[Fault]:
    for language in filter(text.speaks, PAIR):
        words = text.words(language)
        known = [forms[language] for forms in layers if forms[language]]
        for found in _WRITTEN[language].finditer(words) if known else ():
            form, label = next(filter(None, (_known(found[0], forms) for forms in known)), ("", ""))
            width = _width(found[0], form)
            if form and not _GOES_ON.match(words, found.start() + width):
                place = text.place_of_part(language, found.start(), width)
                value = words[found.start() : found.start() + width]
                yield Fault(place, "F07", {"value": value, "label": label})


# What follows a value that is part of a longer word: 19事業 in 19事業所.
_GOES_ON = re.compile("[一-龠々ァ-ヶーA-Za-z0-9]")


def _known(found: str, forms: Mapping[str, str]) -> tuple[str, str] | None:
    """The longest typed form with which something written begins, and its label."""
    written = found.replace(",", "")
    lengths = range(len(written), 1, -1)
    form = next((written[:length] for length in lengths if written[:length] in forms), "")
    return (form, forms[form]) if form else None


def _width(written: str, form: str) -> int:
    """How far a form reaches in what is written, whose commas it does not have."""
    end = 0
    for letter in form:
        end += written[end] == "," and letter != ","
        end += 1
    return end


_ERA = "|".join(era.name for era in ERAS)
_NUMBER = r"(?<![0-9.,])[0-9][0-9,]*(?:\.[0-9]+)?"
# A date, or a number with what may be its unit; dates are never shortened to a year that is part of them.
_WRITTEN: Mapping[str, re.Pattern[str]] = {
    "ja": re.compile(
        rf"(?:(?:{_ERA})(?:元|[0-9]{{1,2}})|(?<![0-9])[12][0-9]{{3}})年(?:度|(?:[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?)?)"
        rf"|{_NUMBER}[^\s0-9,.、。（）()〔〕]{{1,8}}"
    ),
    "en": re.compile(
        rf"\b(?:[0-9]{{1,2}} )?(?:{'|'.join(MONTHS)}) [12][0-9]{{3}}\b|\bFY[12][0-9]{{3}}\b"
        rf"|¥[0-9][0-9,]*|{_NUMBER} [A-Za-z]+(?: [a-z]+)?"
    ),
}


def _typed(scope: Scope) -> Forms:
    """The forms in which each language would write the values of a scope, with their labels."""
    found: dict[str, dict[str, str]] = {language: {} for language in PAIR}
    for label, value in scope.items():
        for language, forms in found.items():
            for form in _forms(value, language):
                forms.setdefault(form.replace(",", ""), label)
    return found


def _forms(value: Value | object, language: str) -> Iterator[str]:
    if isinstance(value, Dating):
        for when in value.when:
            yield from _forms(when, language)
    elif isinstance(value, Figure):
        for quantity in value.value:
            yield from _forms(quantity, language)
    elif isinstance(value, Quantity):
        yield from _quantity(value, language)
    elif isinstance(value, Day | Month | FiscalYear | Year):
        # A calendar year alone is said of too much else to be told in English.
        yield from [plain(value.runs(language))] if language == "ja" or not isinstance(value, Year) else []


def _quantity(value: Quantity, language: str) -> Iterator[str]:
    if value.upper is None and value.unit and value.value >= Decimal(10):
        bare = Quantity(value.value, value.unit)
        yield plain(bare.runs(language))
