"""`yearbook list`: what the yearbook holds, as a table."""

from __future__ import annotations

from kushiro_yearbook.commands.command import DONE, FAULTY, Command, Options, tell
from kushiro_yearbook.listing import LISTS
from kushiro_yearbook.pipeline import examine


def _run(options: Options) -> int:
    checked = examine(options.content)
    if checked.yearbook is None or not checked.sound:
        tell(checked, options)
        return FAULTY
    for row in LISTS[options.kind](checked.yearbook, options.speaks(checked)):
        print("\t".join(row), flush=True)
    return DONE


LIST = Command(
    _run,
    "数値や節の一覧を出す / list observations or sections",
    {"kind": {"choices": sorted(LISTS), "help": "一覧の種類 / what to list"}},
)
