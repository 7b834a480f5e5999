"""Properties: any bytes give values or faults, never an exception; what is printed is read again."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kushiro_yearbook.date_reader import parse
from kushiro_yearbook.eras import Day, FiscalYear, Joiner, Month, Period, Point, Several, Year, in_its_era
from kushiro_yearbook.faults import Refused
from kushiro_yearbook.inline import plain
from kushiro_yearbook.quantities import Bound, Qualifier, Quantity, parse_quantity
from kushiro_yearbook.recurrence import Per, Recurrence
from tests.fuzz_targets import TARGETS, UNITS

FINDS = Path(__file__).parent / "finds"
FOUND = sorted(path.relative_to(FINDS).as_posix() for path in FINDS.rglob("*") if path.is_file())

# What readers stumble over when it stands where nobody thought of it.
PIECES = [
    *(b"\xff", b"\xe3\x81"),
    *(
        "¦\n¦\r\n¦\t¦ ¦\0¦\u3000¦\ufeff¦- ¦: ¦a: ¦{¦}¦[¦]¦,¦\"¦'¦&a¦*a¦!a ¦|¦>¦#¦---\n¦<b>¦](¦\\¦`¦"
        "〔¦〔year〕¦〕¦{行|い}¦～¦令和¦年¦0¦9999999999999999999¦-1¦1e9¦true¦id: ¦sections:\n  - "
    )
    .encode()
    .split("¦".encode()),
]
SEEDS = {name: list(dict.fromkeys(target.seeds())) for name, target in TARGETS.items()}


@st.composite
def spoilt(draw: st.DrawFn, target: str) -> bytes:
    """What the target knows, with a stretch of it taken out and something put in its place."""
    seed = draw(st.sampled_from(SEEDS[target]))
    start = draw(st.integers(0, len(seed)))
    end = draw(st.integers(start, min(len(seed), start + 12)))
    return seed[:start] + b"".join(draw(st.lists(st.sampled_from(PIECES), max_size=3))) + seed[end:]


@pytest.mark.parametrize("find", FOUND)
def test_what_was_found_once_is_mended(find: str) -> None:
    """Bytes that once broke a promise break none any more."""
    TARGETS[find.partition("/")[0]].run((FINDS / find).read_bytes())


@pytest.mark.parametrize("target", TARGETS)
def test_every_seed_keeps_the_promises(target: str) -> None:
    """What a search starts from is sound, and there is some."""
    for seed in SEEDS[target]:
        TARGETS[target].run(seed)

    assert len(SEEDS[target]) > 1


@pytest.mark.parametrize("target", TARGETS)
@given(data=st.data())
@settings(max_examples=150)
def test_any_bytes_keep_the_promises(target: str, data: st.DataObject) -> None:
    """Bytes of any kind, and content that somebody spoilt, give values or faults and no exception."""
    TARGETS[target].run(data.draw(st.binary() | st.text().map(str.encode) | spoilt(target)))


MOMENTS = st.dates(date(1868, 1, 25), date(2199, 12, 31))
KINDS = st.sampled_from(
    [
        lambda day: Day(day.year, day.month, day.day),
        lambda day: Month(day.year, day.month),
        lambda day: Year(day.year),
        lambda day: FiscalYear(day.year),
    ]
)


@st.composite
def points(draw: st.DrawFn) -> Point:
    """A day, month, year or fiscal year, by its era or not."""
    made = draw(KINDS)(draw(MOMENTS))
    point: Point = in_its_era(made) if draw(st.booleans()) else made
    return point


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Two ends of one kind, either of which may be open."""
    make, first = draw(KINDS), draw(MOMENTS)
    last = first + timedelta(days=draw(st.integers(0, 4000)))
    start, end = (in_its_era(make(day)) for day in (first, last))
    joiner = draw(st.sampled_from(Joiner))
    whole = Period(start, end, joiner)
    return draw(st.sampled_from([whole, Period(start, None, joiner), Period(None, end)]))


@st.composite
def several(draw: st.DrawFn) -> Several:
    """Years or fiscal years, two or more."""
    fiscal = draw(st.booleans())
    years = draw(st.lists(st.integers(1868, 2199), min_size=2, max_size=4))
    return Several(tuple(in_its_era(FiscalYear(year) if fiscal else Year(year)) for year in years))


RECURRENCES = st.one_of(
    st.builds(
        Recurrence,
        per=st.just(Per.MONTH),
        times=st.none() | st.integers(1, 40),
        days=st.lists(st.integers(1, 31), max_size=3).map(tuple),
    ),
    st.builds(
        Recurrence,
        per=st.just(Per.WEEK),
        weekdays=st.lists(st.integers(0, 6), min_size=1, max_size=3).map(tuple),
        start=st.builds(time, st.integers(0, 23), st.integers(0, 59)),
        minutes=st.none() | st.integers(1, 999),
    ),
    st.builds(
        Recurrence,
        per=st.just(Per.YEAR),
        times=st.none() | st.integers(1, 99),
        months=st.lists(st.integers(1, 12), min_size=1, max_size=3).map(tuple),
    ),
    st.builds(Recurrence, weekdays=st.lists(st.integers(0, 6), min_size=1, max_size=3).map(tuple)),
)


@given(points() | periods() | several() | RECURRENCES)
@settings(max_examples=400)
def test_a_date_is_read_as_it_is_printed(when: Point | Period | Several | Recurrence) -> None:
    """Printing and reading give the date back, by era or not, alone or together."""
    assert when == parse(plain(when.runs("ja")))


@given(
    value=st.decimals(0, 10**12, places=2) | st.integers(0, 10**12).map(Decimal),
    span=st.none() | st.integers(0, 1000),
    unit=st.sampled_from(sorted(UNITS)),
    qualifier=st.none() | st.sampled_from(Qualifier),
    bound=st.none() | st.sampled_from(Bound),
)
@settings(max_examples=300)
def test_a_quantity_is_read_as_it_is_printed(
    value: Decimal, span: int | None, unit: str, qualifier: Qualifier | None, bound: Bound | None
) -> None:
    """Printing and reading give the quantity back, with its span, unit and words."""
    upper = None if span is None else value + span
    quantity = Quantity(value, UNITS[unit], upper, qualifier, bound)

    assert quantity == parse_quantity(plain(quantity.runs("ja")), UNITS)


@given(st.sampled_from(sorted(TARGETS["dates"].seeds())), st.integers(0, 30), st.sampled_from(PIECES))
@settings(max_examples=300)
def test_the_spelling_that_a_fault_names_is_read(typed: bytes, position: int, piece: bytes) -> None:
    """Whoever writes what the fault of a date says to write gets no other fault."""
    words = (typed[:position] + piece + typed[position:]).decode("utf-8", "replace")
    try:
        parse(words)
    except Refused as refused:
        right = refused.words.get("right")
        assert not right or parse(right)
