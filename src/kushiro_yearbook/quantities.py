"""Numbers with their units, qualifiers and statuses, as decimals from the first to the last."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from kushiro_yearbook.faults import Place, Refused
from kushiro_yearbook.inline import Run, Runs


class Status(StrEnum):
    """What is to be known of a figure beside its value; the last four, where a value is missing."""

    NORMAL = "normal"
    PRELIMINARY = "preliminary"
    REVISED = "revised"
    NOT_AVAILABLE = "not-available"
    NOT_APPLICABLE = "not-applicable"
    SUPPRESSED = "suppressed"
    UNSTATED = "unstated"

    @property
    def missing(self) -> bool:
        """Whether it stands in place of a value."""
        return self in MISSING

    @property
    def sign(self) -> str:
        """What stands in a cell for it; never without its words beside it for those who listen."""
        return STATUS_SIGNS[self]

    def runs(self, language: str) -> Runs:
        """The status in words: 速報値, preliminary."""
        return (Run(STATUS_WORDS[self][language]),)

    def bare(self, language: str) -> Runs:
        """As `runs`."""
        return self.runs(language)


MISSING = frozenset({Status.NOT_AVAILABLE, Status.NOT_APPLICABLE, Status.SUPPRESSED, Status.UNSTATED})


# After the Japan Statistical Yearbook; `unstated` is ours: the source prints a dash and does not say why.
STATUS_SIGNS: Mapping[Status, str] = {
    Status.NORMAL: "",
    Status.PRELIMINARY: "p",
    Status.REVISED: "r",
    Status.NOT_AVAILABLE: "…",
    Status.NOT_APPLICABLE: "-",
    Status.SUPPRESSED: "x",
    Status.UNSTATED: "—",
}
STATUS_WORDS: Mapping[Status, Mapping[str, str]] = {
    Status.NORMAL: {"ja": "確定値", "en": "final"},
    Status.PRELIMINARY: {"ja": "速報値", "en": "preliminary"},
    Status.REVISED: {"ja": "改定値", "en": "revised"},
    Status.NOT_AVAILABLE: {"ja": "不詳", "en": "not available"},
    Status.NOT_APPLICABLE: {"ja": "該当なし", "en": "not applicable"},
    Status.SUPPRESSED: {"ja": "秘匿", "en": "suppressed"},
    Status.UNSTATED: {"ja": "数値の記載なし", "en": "no figure stated"},
}


class Qualifier(StrEnum):
    """How a number was counted, by the word written before it."""

    APPROXIMATE = "約"
    CUMULATIVE = "延べ"
    EACH = "毎回"
    FULL = "満"


class Bound(StrEnum):
    """Whether a number is the least or the most, by the word written after its unit."""

    OR_MORE = "以上"
    OR_LESS = "以下"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as the town writes it.

    `sign` is the Japanese word after the number, `id` its code (人 and 名 share one), `one` and `other` its
    English singular and plural, `head` its English in a table head where that differs, `prefix` an English
    sign before the number, `factor` what one stands for (万円: 10,000), `written_out` whether English
    multiplies by it (32万石: 320,000 koku), `beside_label` whether English prints the unit after a label that
    already says it; `place` is that of its row.
    """

    sign: str
    id: str
    one: str = ""
    other: str = ""
    head: str = ""
    prefix: str = ""
    factor: Decimal = Decimal(1)
    written_out: bool = False
    beside_label: bool = True
    place: Place = field(default=Place(""), compare=False)

    def word(self, language: str) -> str:
        """The unit on its own, as in a table head."""
        return self.sign if language == "ja" else self.head or self.other or self.prefix or self.sign

    def says_more_than(self, label: str, language: str) -> bool:
        """Whether a table head needs it beside an English label: `Households` says `households` already."""
        return language == "ja" or (self.beside_label and self.word(language).casefold() != label.casefold())

    def after(self, number: str, language: str, *, singular: bool) -> str:
        """A number with this unit."""
        if language == "ja":
            return f"{number}{self.sign}"
        if self.prefix:
            return f"{self.prefix}{number}"
        word = self.one if singular else self.other
        return f"{number} {word or self.sign}"


Units = Mapping[str, Unit]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number (or a span up to `upper`) in a unit, with what was written before and after it."""

    value: Decimal
    unit: Unit | None = None
    upper: Decimal | None = None
    qualifier: Qualifier | None = None
    bound: Bound | None = None

    def runs(self, language: str) -> Runs:
        """The quantity with its unit: 延べ5,942名, 5,942 people (cumulative)."""
        aside = self.aside(language)
        return (Run(self._qualified(self._with_unit(language), language) + (aside and f" ({aside})")),)

    def bare(self, language: str) -> Runs:
        """The number alone, for sentences that bring their own noun."""
        return (Run(self.number(language)),)

    def beside_label(self, language: str) -> Runs:
        """The quantity, but for its aside, after a label that may already say its unit: 599件, 599."""
        said = language != "ja" and self.unit is not None and not self.unit.beside_label
        words = self.number(language) if said else self._with_unit(language)
        return (Run(self._qualified(words, language)),)

    def aside(self, language: str) -> str:
        """What English says of it in parentheses, among whatever else stands there."""
        return "" if language == "ja" or self.qualifier is not Qualifier.CUMULATIVE else "cumulative"

    def _times(self, factor: Decimal) -> Quantity:
        """The number written out, for a sign that stands for one: 2,841万円 are ¥28,410,000."""
        upper = None if self.upper is None else self.upper * factor
        return replace(self, value=self.value * factor, upper=upper)

    def number(self, language: str) -> str:
        """The bare number as text: 16～24, 16–24."""
        dash = "～" if language == "ja" else "–"
        return grouped(self.value) + (f"{dash}{grouped(self.upper)}" if self.upper is not None else "")

    def _with_unit(self, language: str) -> str:
        number = self.number(language)
        if language != "ja" and self.unit and (self.unit.prefix or self.unit.written_out):
            number = self._times(self.unit.factor).number(language)
        if language != "ja" and self.qualifier is Qualifier.FULL:
            number += " full"
        singular = self.value == 1 and self.upper is None
        return number if self.unit is None else self.unit.after(number, language, singular=singular)

    def _qualified(self, words: str, language: str) -> str:
        if language == "ja":
            return f"{self.qualifier or ''}{words}{self.bound or ''}"
        for sign in (self.qualifier, self.bound):
            words = ENGLISH_SIGNS[sign].format(words) if sign else words
        return words


# English puts some of these before and some after the number with its unit; 満 stands between the two.
ENGLISH_SIGNS: Mapping[Qualifier | Bound, str] = {
    Qualifier.APPROXIMATE: "approx. {}",
    Qualifier.CUMULATIVE: "{}",
    Qualifier.EACH: "{} each time",
    Qualifier.FULL: "{}",
    Bound.OR_MORE: "at least {}",
    Bound.OR_LESS: "at most {}",
}


def rounds_to(total: Decimal, parts: Sequence[Decimal]) -> bool:
    """Whether the parts, each rounded at its last digit by half of it at most, can add up to the total."""
    digit = Decimal(1).scaleb(max(int(part.as_tuple().exponent) for part in parts))
    return abs(sum(parts, Decimal(0)) - total) * 2 <= digit * len(parts)


def grouped(number: Decimal) -> str:
    """A number with a comma every three digits, decimals kept as written."""
    return f"{number:,f}"


_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_QUANTITY = re.compile(
    rf"(?P<qualifier>約|延べ|毎回|満)?(?P<value>{_NUMBER})(?:[～〜~](?P<upper>{_NUMBER}))?"
    r"(?P<unit>[^\d,.～〜~]*?)(?P<bound>以上|以下)?"
)
_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})*")
# A number that was meant: a sign, digits with or without commas, and a unit that does not multiply it.
_MEANT = re.compile(
    r"(?P<sign>[△▲−－+-]?)\s*(?P<digits>[0-9][0-9,]*(?:\.[0-9]+)?)\s*(?P<unit>[^\W\d万億千百]*|[%％])"
)
# Longer numbers do not occur in a municipality; they are pasted by mistake.
MAX_DIGITS = 18


def parse_quantity(text: str, units: Units) -> Quantity:
    """Read a quantity as people write it: `延べ5,942名`, `16～24ページ`, `満12年以上`.

    Raises `Refused` Q01 (not a quantity), Q02 (unknown unit), Q03 (no unit), Q04 (commas in wrong places),
    Q06 (full-width digits), Q07 (too long).
    """
    _refuse_lookalikes(text)
    match = _QUANTITY.fullmatch(text.strip())
    if match is None:
        raise _why_not_quantity(text)
    value = decimal(match["value"])
    upper = None if match["upper"] is None else decimal(match["upper"])
    if upper is not None and upper < value:
        raise Refused("Q10", value=text)
    return Quantity(
        value=value,
        unit=_unit(match["unit"], text, units),
        upper=upper,
        qualifier=Qualifier(match["qualifier"]) if match["qualifier"] else None,
        bound=Bound(match["bound"]) if match["bound"] else None,
    )


def parse_cell(text: str) -> Decimal | Status:
    """Read a number cell: a plain number, or a status word where the number is missing.

    Raises `Refused` Q05 with what to write instead (`1,234`, `△12`, `12人`, `—`), or Q06.
    """
    _refuse_lookalikes(text)
    if _PLAIN.fullmatch(text) and decimal(text).as_tuple() != (1, (0,), 0):
        return decimal(text)
    try:
        status = Status(text)
    except ValueError:
        refused = Refused("Q05", value=text[:60])
        refused.words |= _instead(text.strip())
        _refuse_longer(refused.words.get("right", ""))
        raise refused from None
    if not status.missing:
        raise Refused("Q08", value=text)
    return status


def decimal(text: str) -> Decimal:
    """The exact value of digits with or without commas."""
    digits = text.replace(",", "")
    _refuse_longer(digits)
    return Decimal(digits)


def _refuse_longer(digits: str) -> None:
    if sum(map(str.isdigit, digits)) > MAX_DIGITS:
        raise Refused("Q07", value=digits[:40], limit=str(MAX_DIGITS))


# Longer words are sentences; comparing them takes long and helps nobody.
_LONGEST_WORD = 100


def near(word: str, known: list[str]) -> str:
    """The known word most like this one, or nothing."""
    alike = [one for one in known if len(one) <= _LONGEST_WORD and not set(one).isdisjoint(word)]
    found = difflib.get_close_matches(word[:_LONGEST_WORD], alike, n=1, cutoff=0.5)
    return found[0] if found else ""


def _unit(sign: str, text: str, units: Units) -> Unit:
    sign = sign.strip()
    if not sign:
        raise Refused("Q03", value=text)
    if sign not in units:
        raise Refused(
            "Q02", value=sign, near=near(sign, list(units)), offset=text.index(sign), width=len(sign)
        )
    return units[sign]


_FULL_WIDTH = str.maketrans("０１２３４５６７８９，．", "0123456789,.")


def _refuse_lookalikes(text: str) -> None:
    right = text.translate(_FULL_WIDTH)
    if right != text:
        raise Refused("Q06", value=text, right=right)


def _why_not_quantity(text: str) -> Refused:
    grouped_badly = re.fullmatch(r"[^0-9]*([0-9][0-9,]*)[^0-9]*", text)
    if grouped_badly and "," in grouped_badly[1] and not _GROUPED.fullmatch(grouped_badly[1]):
        digits = grouped_badly[1].replace(",", "")
        return Refused("Q04", value=grouped_badly[1], right=grouped(Decimal(digits[:MAX_DIGITS] or "0")))
    return Refused("Q01", value=text[:60])


# Two numbers in one cell, the second in brackets; and a number with the mark of a note.
_IN_BRACKETS = re.compile(r"([^（(]*+)[（(](.+)[）)]")
_MARK = re.compile(r"[※*＊†]+[0-9]*|注[0-9]+")


def _instead(text: str) -> dict[str, str]:
    """What the hint says of a cell that is no plain number; `right` only where it can be made out."""
    if _DASHES.fullmatch(text):
        return {"right": "", "sign": text[:10]}
    if usual := next((status for status, sign in _SIGNS.items() if sign.fullmatch(text)), None):
        return {"right": "", "sign": text[:10], "usual": str(usual)}
    if right := _WORDS.get(text) or _cleaned(text):
        return {"right": right}
    if (match := _IN_BRACKETS.fullmatch(text)) and (right := _cleaned(match[1].rstrip())):
        return {"right": right, "aside": match[2]}
    if match := _MARK.search(text):
        return {"right": _cleaned(text[: match.start()].rstrip() + text[match.end() :]), "mark": match[0]}
    has_words = text and not re.search(r"\d", text) and text.casefold() not in _NO_NUMBERS
    return {"right": "", "corner": "corner:" if has_words else ""}


# How programs write that there is no number, or one beyond all bounds.
_NO_NUMBERS = frozenset(
    {"nan", "inf", "-inf", "infinity", "-infinity", "null", "none", "n/a", "#n/a", "#ref!", "#div/0!"}
)


# A dash says no more than that there is no number; what it means only its source knows.
_DASHES = re.compile("[\u2010-\u2015\u2212\u2500\u2501\u30fc\uff0d\uff70-]+")
# Signs of official statistics that mean the same nearly everywhere.
_SIGNS = {Status.NOT_AVAILABLE: re.compile("…+|\\.{3,}|・{3,}"), Status.SUPPRESSED: re.compile("[xXｘＸχΧ×]")}
_WORDS = {
    "不詳": "not-available",
    "該当なし": "not-applicable",
    "秘匿": "suppressed",
    "記載なし": "unstated",
}


def _cleaned(text: str) -> str:
    """What to write for a cell that is no plain number; empty when it cannot be made out for certain."""
    meant = _MEANT.fullmatch(text)
    digits = meant["digits"].replace(",", "") if meant else ""
    if not meant or not _PLAIN.fullmatch(digits):
        return ""
    return f"-{digits}" if meant["sign"] not in ("", "+") and digits.strip("0.") else digits
