"""`yearbook explain`: the page of one fault."""

from __future__ import annotations

from kushiro_yearbook.commands.command import (
    DONE,
    MISUSED,
    Command,
    Message,
    Options,
    complain,
    did_you_mean,
    settings,
)
from kushiro_yearbook.rule_pages import explained
from kushiro_yearbook.text import one_width
from kushiro_yearbook.wording import WORDINGS

NO_RULE: Message = {
    "ja": "「{code}」という番号の指摘はありません。{near}番号は yearbook rules で一覧になります。",
    "en": "There is no fault “{code}”. {near}yearbook rules lists them all.",
}


def _run(options: Options) -> int:
    language, chosen = settings(options)
    code = one_width(options.rule).strip().upper()
    if code not in WORDINGS:
        near = did_you_mean(code, sorted(WORDINGS), language)
        complain(NO_RULE, language, code=options.rule, near=near)
        return MISUSED
    print(explained(code, language, chosen))
    return DONE


EXPLAIN = Command(
    _run,
    "指摘の番号を説明する / explain a fault",
    {"rule": {"metavar": "F01", "help": "指摘の番号 / the fault's code"}},
)
