"""Dates that come round again: every March, once a month on the 1st, Mondays at five past ten."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum

from kushiro_yearbook.faults import Refused
from kushiro_yearbook.inline import Run, Runs

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

WEEKDAY_SIGNS = "月火水木金土日"
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_PARITIES: dict[str, tuple[int, ...]] = {"偶数月": (2, 4, 6, 8, 10, 12), "奇数月": (1, 3, 5, 7, 9, 11)}
_PARITIES_IN_ENGLISH = {_PARITIES["偶数月"]: "even", _PARITIES["奇数月"]: "odd"}
_COUNTS = ("three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TIMES = ("once", "twice", *(f"{count} times" for count in _COUNTS))
_HOURS_WITH_A_NAME = {time(0): "midnight", time(12): "noon"}


class Unitless(ABC):
    """A value that reads the same with its unit and without, having none."""

    __slots__ = ()

    @abstractmethod
    def runs(self, language: str) -> Runs:
        """The words of a language."""

    def bare(self, language: str) -> Runs:
        """The same words again."""
        return self.runs(language)


class Per(StrEnum):
    """The span within which it comes round."""

    YEAR = "年"
    MONTH = "月"
    WEEK = "週"


_PER_IN_ENGLISH = {Per.YEAR: "year", Per.MONTH: "month", Per.WEEK: "week"}


@dataclass(frozen=True, slots=True)
class Recurrence(Unitless):
    """A date that comes round again.

    `times` is how often per span (none: every one), `months` and `days` count from 1, `weekdays` from 0 for
    Monday as in `datetime`, `minutes` is how long it lasts; without `per` it is "on these weekdays only".
    """

    per: Per | None = None
    times: int | None = None
    months: tuple[int, ...] = ()
    days: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = ()
    start: time | None = None
    minutes: int | None = None

    def runs(self, language: str) -> Runs:
        """The words of a language; no machine value, since `<time>` cannot express one."""
        return (Run(_in_japanese(self) if language == "ja" else _in_english(self)),)


def parse_recurrence(text: str) -> Recurrence | None:
    """Read a recurring date, or nothing where the text is none; raises `Refused` D03, D04 or D06."""
    match = _ONLY.fullmatch(text) or _EVERY.fullmatch(text) or _COUNTED.fullmatch(text)
    recurrence = _recurrence(match.groupdict()) if match else None
    if recurrence is None:
        return None
    _refuse_impossible(recurrence, text)
    # One spelling each, so that what is typed is what is printed.
    right = _in_japanese(recurrence)
    if right != text:
        raise Refused("D06", value=text, right=right, width=len(text))
    return recurrence


_MONTHS = r"(?P<months>[0-9]{1,2}月(?:、[0-9]{1,2}月)*)?"
_DAYS = r"(?P<days>[0-9]{1,2}日(?:、[0-9]{1,2}日)*)?"
_WEEKDAYS = r"(?P<weekdays>[月火水木金土日]曜日(?:、[月火水木金土日]曜日)*)"
_CLOCK = r"(?P<half>午[前後])(?P<hour>[0-9]{1,2})時(?:(?P<minute>[0-9]{1,2})分)?"
_LASTING = r"(?:から(?P<minutes>[0-9]{1,3})分間)?"

_ONLY = re.compile(rf"{_WEEKDAYS}のみ")
_EVERY = re.compile(rf"毎(?P<per>[年月週]){_MONTHS}{_DAYS}{_WEEKDAYS}?(?:{_CLOCK}{_LASTING})?")
_COUNTED = re.compile(
    r"(?P<per>[年月週])(?P<times>[1-9][0-9]{0,2})回(?P<parity>[偶奇]数月)?"
    rf"(?:（{_MONTHS}{_DAYS}{_WEEKDAYS}?）)?"
)


def _recurrence(given: dict[str, str | None]) -> Recurrence | None:
    parity, months = given.get("parity"), _numbers(given.get("months"))
    if (parity and months) or not _on_the_clock(given):
        return None
    recurrence = Recurrence(
        per=Per(per) if (per := given.get("per")) else None,
        times=_number(given.get("times")),
        months=_PARITIES[parity] if parity else months,
        days=_numbers(given.get("days")),
        weekdays=tuple(WEEKDAY_SIGNS.index(day[0]) for day in (given["weekdays"] or "").split("、") if day),
        start=_start(given),
        minutes=_number(given.get("minutes")),
    )
    return recurrence if _makes_sense(recurrence) else None


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _numbers(words: str | None) -> tuple[int, ...]:
    return tuple(int(word[:-1]) for word in words.split("、")) if words else ()


def _on_the_clock(given: dict[str, str | None]) -> bool:
    lasts = given.get("minutes") is None or _number(given["minutes"]) != 0
    return int(given.get("hour") or 0) < 12 and int(given.get("minute") or 0) < 60 and lasts


def _start(given: dict[str, str | None]) -> time | None:
    if not given.get("hour"):
        return None
    return time(int(given["hour"] or 0) + 12 * (given["half"] == "午後"), int(given["minute"] or 0))


def _makes_sense(recurrence: Recurrence) -> bool:
    """Whether the months, days and weekdays are ones that can be told apart within the span."""
    if recurrence.start and not (recurrence.days or recurrence.weekdays):
        return False
    if recurrence.per == Per.YEAR:
        days_have_a_month = len(recurrence.months) == 1 or recurrence.months in _PARITIES_IN_ENGLISH
        return not recurrence.weekdays and (not recurrence.days or days_have_a_month)
    if recurrence.per == Per.MONTH:
        return not recurrence.months and not recurrence.weekdays
    return not recurrence.months and not recurrence.days


def _refuse_impossible(recurrence: Recurrence, text: str) -> None:
    if any(not 1 <= month <= 12 for month in recurrence.months):
        raise Refused("D04", value=text, width=len(text))
    longest = min((_LONGEST[month - 1] for month in recurrence.months), default=31)
    possible = tuple(min(max(day, 1), longest) for day in recurrence.days)
    if possible != recurrence.days:
        right = _in_japanese(replace(recurrence, days=possible))
        raise Refused("D03", value=text, right=right, width=len(text))


def _in_japanese(recurrence: Recurrence) -> str:
    weekdays = "、".join(f"{WEEKDAY_SIGNS[day]}曜日" for day in recurrence.weekdays)
    days = "、".join(f"{day}日" for day in recurrence.days)
    months = "、".join(f"{month}月" for month in recurrence.months)
    if recurrence.per is None:
        return f"{weekdays}のみ"
    if recurrence.times is None:
        return f"毎{recurrence.per}{months}{days}{weekdays}{_clock_in_japanese(recurrence)}"
    parity = next((word for word, months in _PARITIES.items() if months == recurrence.months), "")
    inside = ("" if parity else months) + days + weekdays
    return f"{recurrence.per}{recurrence.times}回{parity}" + (f"（{inside}）" if inside else "")


def _clock_in_japanese(recurrence: Recurrence) -> str:
    start = recurrence.start
    if start is None:
        return ""
    minute = f"{start.minute:02}分" if start.minute else ""
    lasting = f"から{recurrence.minutes}分間" if recurrence.minutes else ""
    return f"午{'前' if start.hour < 12 else '後'}{start.hour % 12}時{minute}{lasting}"


def _in_english(recurrence: Recurrence) -> str:
    if recurrence.per is None:
        return f"{_listed(f'{WEEKDAYS[day]}s' for day in recurrence.weekdays)} only"
    if recurrence.times is None:
        return _every_in_english(recurrence, recurrence.per) + _clock_in_english(recurrence)
    counted = f"{_times_in_english(recurrence.times)} a {_PER_IN_ENGLISH[recurrence.per]}"
    if parity := _PARITIES_IN_ENGLISH.get(recurrence.months):
        counted += f", in {parity}-numbered months"
    inside = _inside_in_english(recurrence)
    return f"{counted} ({inside})" if inside else counted


def _every_in_english(recurrence: Recurrence, per: Per) -> str:
    if recurrence.weekdays:
        return f"every {_listed(WEEKDAYS[day] for day in recurrence.weekdays)}"
    if recurrence.months and not recurrence.days:
        return f"every {_months_in_english(recurrence)}"
    inside = _inside_in_english(recurrence)
    return f"every {_PER_IN_ENGLISH[per]}" + (f" {inside}" if inside else "")


def _inside_in_english(recurrence: Recurrence) -> str:
    months = "" if recurrence.months in _PARITIES_IN_ENGLISH else _months_in_english(recurrence)
    if months and recurrence.days:
        return f"on {_listed(str(day) for day in recurrence.days)} {months}"
    if recurrence.days:
        return f"on the {_listed(_ordinal(day) for day in recurrence.days)}"
    if recurrence.weekdays:
        return f"on {_listed(f'{WEEKDAYS[day]}s' for day in recurrence.weekdays)}"
    return f"in {months}" if months else ""


def _months_in_english(recurrence: Recurrence) -> str:
    return _listed(MONTHS[month - 1] for month in recurrence.months)


def _clock_in_english(recurrence: Recurrence) -> str:
    start = recurrence.start
    if start is None:
        return ""
    minute = f":{start.minute:02}" if start.minute else ""
    half = "am" if start.hour < 12 else "pm"
    at = _HOURS_WITH_A_NAME.get(start) or f"{start.hour % 12 or 12}{minute} {half}"
    unit = "minute" if recurrence.minutes == 1 else "minutes"
    return f" at {at}" + (f" for {recurrence.minutes} {unit}" if recurrence.minutes else "")


def _times_in_english(times: int) -> str:
    return _TIMES[times - 1] if times <= len(_TIMES) else f"{times} times"


def _ordinal(number: int) -> str:
    if number in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _listed(words: Iterable[str]) -> str:
    """Words in an English list: June, July and August."""
    words = tuple(words)
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)
