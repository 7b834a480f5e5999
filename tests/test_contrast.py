"""Contrast: the colours of the style sheet in each mode, by the formula of WCAG 2.2."""

from __future__ import annotations

import re
from functools import cache

import pytest

from tests.test_site import TOP

TOKENS = (TOP / "static" / "css" / "10-tokens.css").read_text("utf-8")
# Each mode with the rules that hold in it, later over earlier.
MODES: dict[str, tuple[str, ...]] = {
    "light": ("",),
    "dark": ("", "(prefers-color-scheme: dark)"),
    "light with more contrast": ("", "(prefers-contrast: more)"),
    "dark with more contrast": (
        "",
        "(prefers-color-scheme: dark)",
        "(prefers-contrast: more)",
        "(prefers-contrast: more) and (prefers-color-scheme: dark)",
    ),
}
SURFACES = ("surface", "surface-quiet", "surface-accent")
# Text on what it stands on needs 4.5 to 1, with more contrast 7 to 1 …
TEXTS = (
    *(("text", surface) for surface in (*SURFACES, "notice")),
    *(("text-quiet", surface) for surface in SURFACES),
    *(("link", surface) for surface in (*SURFACES, "notice")),
    ("link-visited", "surface"),
    ("link-visited", "surface-quiet"),
    ("accent", "surface"),
    ("accent", "surface-accent"),
    ("on-accent", "accent"),
)
# … and what is seen but not read 3 to 1.
SHAPES = (
    *((line, "surface") for line in ("line-strong", "focus-line", "notice-line")),
    *((f"mark-{number}", "surface") for number in range(1, 5)),
)


@cache
def colours(mode: str) -> dict[str, str]:
    """The tokens of a mode that are colours, as six digits."""
    found: dict[str, str] = {}
    for media in MODES[mode]:
        head = rf"@media {re.escape(media)} \{{\s*:root" if media else r"^:root"
        [block] = re.findall(rf"{head} \{{(.*?)\}}", TOKENS, re.DOTALL | re.MULTILINE)
        for name, digits in re.findall(r"--([\w-]+): #([0-9a-f]{3,6});", block):
            found[name] = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
    return found


def luminance(colour: str) -> float:
    """How light a colour is, from 0 to 1."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("000000", "ffffff", 21), ("777777", "ffffff", 4.48), ("333333", "ffffff", 12.63)],
)
def test_the_formula_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    """Known pairs have their known contrast."""
    assert expected == pytest.approx(contrast(one, other), abs=0.005)


@pytest.mark.parametrize("mode", MODES)
def test_text_can_be_read(mode: str) -> None:
    """Each text on each surface that it stands on has the contrast of level AA, or of AAA where asked."""
    needed = 7 if "more" in mode else 4.5
    found = {pair: contrast(*(colours(mode)[name] for name in pair)) for pair in TEXTS}

    assert {} == {pair: round(each, 2) for pair, each in found.items() if each < needed}


@pytest.mark.parametrize("mode", MODES)
def test_shapes_can_be_seen(mode: str) -> None:
    """Lines that mean something, the focus and the marks of charts stand out from the page."""
    found = {pair: contrast(*(colours(mode)[name] for name in pair)) for pair in SHAPES}

    assert {} == {pair: round(each, 2) for pair, each in found.items() if each < 3}


def test_every_colour_is_judged_or_is_no_sign() -> None:
    """A colour that is added is judged here, unless it bears no meaning by itself."""
    judged = {name for pair in (*TEXTS, *SHAPES) for name in pair}
    # Hairlines between rows, the ring behind the focus line, and the track of bars carry no meaning alone.
    silent = {"line", "focus", "mark-quiet"}

    assert judged | silent == set(colours("light"))
