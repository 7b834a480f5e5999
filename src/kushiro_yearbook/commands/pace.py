"""A build's progress in the terminal: a bar where somebody looks, lines in a log, and where the time went."""

from __future__ import annotations

import os
import shutil
import sys
import time
from dataclasses import dataclass, field

from kushiro_yearbook.begun import BEGUN
from kushiro_yearbook.commands.command import Options, language, say
from kushiro_yearbook.progress import STEPS
from kushiro_yearbook.report import columns

# So many outputs are named that took the longest.
SLOWEST = 10
BAR_WIDTH = 20
# The bar is drawn anew so often, in seconds.
EVERY = 0.05

LOADING = {"ja": "プログラムを読み込む", "en": "loading the program"}
TIME = {"ja": "かかった時間（時計で計った秒）", "en": "Where the time went (seconds by the clock)"}
LONGEST = {
    "ja": "時間のかかった出力（時計で計ったミリ秒）",
    "en": "The slowest outputs (milliseconds by the clock)",
}


@dataclass
class Pace:
    """Listens to a build, and says in `spoken` what it is told, in one of three ways.

    `look` is "bar", "lines" or "" for nothing; `timings` whether the time is told at the end.
    """

    spoken: str
    look: str
    timings: bool
    steps: list[tuple[str, float]] = field(default_factory=list)
    outputs: list[tuple[float, str]] = field(default_factory=list)
    # When the program was loaded and the command began.
    _loaded: float = field(default_factory=time.perf_counter)
    _of: int = 0
    _number: int = 0
    _last: float = 0
    _drawn: float = 0

    def step(self, name: str, of: int = 0) -> None:
        """Tell that a step begins."""
        self.steps.append((name, time.perf_counter()))
        self._of, self._number, self._last, self._drawn = of, 0, time.perf_counter(), 0
        if self.look == "lines":
            count = f" ({of})" if of else ""
            say(f"{STEPS[name][self.spoken]}{count}\n", end="")
        self._draw()

    def done(self, path: str) -> None:
        """Count an output, and remember how long it took."""
        now = time.perf_counter()
        self._number += 1
        if self.steps[-1][0] == "render":
            self.outputs.append((now - self._last, path))
        self._last = now
        self._draw()

    def clear(self) -> None:
        """Take the bar away, so that something else can be said."""
        if self.look == "bar":
            say("\r\x1b[K", end="")
            self._drawn = 0

    def end(self) -> None:
        """Take the bar away, and tell where the time went if that was asked."""
        self.clear()
        if self.timings and self.steps:
            say("\n".join([*self._times(time.perf_counter()), ""]), end="")

    def _draw(self) -> None:
        now = time.perf_counter()
        if self.look != "bar" or now - self._drawn < EVERY:
            return
        self._drawn = now
        said = STEPS[self.steps[-1][0]][self.spoken]
        if self._of:
            filled = BAR_WIDTH * self._number // self._of
            said = f"[{'#' * filled}{'.' * (BAR_WIDTH - filled)}] {said} {self._number}/{self._of}"
        room = shutil.get_terminal_size().columns - 1
        while columns(said) > room:
            said = said[:-1]
        say(f"\r{said}\x1b[K", end="")

    def _times(self, now: float) -> list[str]:
        """A row for each step and for each of the slowest outputs."""
        ends = [begun for _, begun in self.steps[1:]] + [now]
        lines = [TIME[self.spoken], f"  {self._loaded - BEGUN:7.3f}  {LOADING[self.spoken]}"]
        for (name, begun), end in zip(self.steps, ends, strict=True):
            lines.append(f"  {end - begun:7.3f}  {STEPS[name][self.spoken]}")
        lines.append(LONGEST[self.spoken])
        lines += [f"  {1000 * took:7.1f}  {path}" for took, path in sorted(self.outputs)[: -SLOWEST - 1 : -1]]
        return lines


def pace(options: Options) -> Pace:
    """What listens to a build: a bar on a terminal, else lines, which a log keeps."""
    terminal = sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    look = "" if options.quiet else "bar" if terminal else "lines"
    return Pace(options.lang or language(), look, options.timings)
