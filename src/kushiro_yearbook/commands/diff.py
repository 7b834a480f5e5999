"""`yearbook diff`: what a proposal changes, told to an editor in chief."""

from __future__ import annotations

from pathlib import Path

from kushiro_yearbook.briefing.summary import summary
from kushiro_yearbook.commands.command import DONE, FAULTY, Command, Options
from kushiro_yearbook.comparing.comparison import compare
from kushiro_yearbook.pipeline import examine, program_theme


def _run(options: Options) -> int:
    old, new = examine(options.old), examine(options.new)
    theme = program_theme(new.town)
    folders = options.old.as_posix(), options.new.as_posix()
    print(summary(compare(old, new), theme, options.speaks(new), *folders), end="", flush=True)
    return DONE if new.sound else FAULTY


DIFF = Command(
    _run,
    "二つの内容を比べ、変更の要約を出す / summarise what changed between two contents",
    {
        "old": {"type": Path, "help": "前の内容のフォルダ / folder of the old content"},
        "new": {"type": Path, "help": "新しい内容のフォルダ / folder of the new content"},
    },
)
