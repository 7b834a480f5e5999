"""`yearbook check`: everything that is wrong with the content."""

from __future__ import annotations

from kushiro_yearbook.commands.command import DONE, FAULTY, Command, Options, tell, told
from kushiro_yearbook.pipeline import examine
from kushiro_yearbook.report import FORMATS, summary


def _run(options: Options) -> int:
    checked = examine(options.content)
    if options.format != "text":
        print(told(checked, options))
    else:
        tell(checked, options)
        if not checked.faults:
            print(summary([], options.speaks(checked), {}))
    return DONE if checked.sound else FAULTY


CHECK = Command(
    _run,
    "内容を調べる / check the content",
    {"--format": {"choices": tuple(FORMATS), "help": "指摘の形 / form of the faults"}},
)
