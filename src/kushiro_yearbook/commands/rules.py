"""`yearbook rules`: every fault with its weight and what it finds."""

from __future__ import annotations

from kushiro_yearbook.commands.command import DONE, Command, Options, settings
from kushiro_yearbook.rule_pages import markdown, table


def _run(options: Options) -> int:
    if options.format == "markdown":
        print(markdown(), end="")
        return DONE
    language, chosen = settings(options)
    for row in table(language, chosen):
        print("\t".join(row))
    return DONE


RULES = Command(
    _run,
    "指摘の番号の一覧を出す / list every fault",
    {
        "--format": {
            "choices": ("text", "markdown"),
            "help": "markdown は職員の手引きの形 / markdown: as in the staff's guide",
        }
    },
)
