"""`yearbook readings`: what is open in the list of readings, and the rows that a machine proposes for it."""

from __future__ import annotations

from kushiro_yearbook.commands.command import (
    DONE,
    FAULTY,
    MISUSED,
    UNWRITABLE,
    Command,
    Message,
    Options,
    complain,
    language,
    say,
    tell,
)
from kushiro_yearbook.judging import HEADER, Judging, anew, judging
from kushiro_yearbook.load.readings import READINGS as FILE
from kushiro_yearbook.pipeline import examine, make, program_theme
from kushiro_yearbook.readings.proposing import as_row

PROPOSE = "propose"
UNKNOWN: Message = {
    "ja": "「{value}」という命令はありません。「yearbook readings」か「yearbook readings propose」です。",
    "en": "There is no {value}: write yearbook readings, or yearbook readings propose.",
}
COUNTS: Message = {
    "ja": "よみ: 確かめたもの {judged}（うち直したもの {corrected}、"
    "疑問の残るもの {doubtful}）、推測 {guessed}、ないもの {lacking}",
    "en": "Readings: {judged} judged ({corrected} of them corrected, {doubtful} doubtful), "
    "{guessed} guessed, {lacking} not in readings.csv",
}
ADDED: Message = {
    "ja": "{target} に {count} 行を足しました。よみを確かめ、reading を guess から editor にしてください。",
    "en": "Added {count} rows to {target}. See how each is read and change guess to editor.",
}
NOT_NEEDED: Message = {
    "ja": "どの文にももう出てこない行（--prune で消します）:",
    "en": "Rows that no text needs any more (--prune deletes them):",
}
PRUNED: Message = {
    "ja": "どの文にももう出てこないので、消した行:",
    "en": "Deleted, for no text needs them any more:",
}


def _run(options: Options) -> int:
    if options.kind not in ("", PROPOSE):
        complain(UNKNOWN, options.lang or language(), value=options.kind)
        return MISUSED
    checked = examine(options.content)
    spoken = options.speaks(checked)
    # An open reading may be an error; that is what this command is for.
    unsound = checked.errors and any(fault.code not in {"K08", "K09"} for fault in checked.faults)
    if checked.yearbook is None or unsound:
        tell(checked, options)
        return FAULTY
    found = judging(checked.yearbook, make(checked.yearbook, program_theme(checked.town)))
    if options.kind:
        return _propose(found, options, spoken)
    print(HEADER)
    for row in found.waiting:
        print(as_row(row))
    complain(COUNTS, spoken, **found.counts)
    _name(found, NOT_NEEDED, spoken)
    return DONE


def _propose(found: Judging, options: Options, spoken: str) -> int:
    target = options.content / FILE
    try:
        data = target.read_bytes() if target.exists() else b""
        new = anew(data.decode("utf-8"), found, prune=options.prune).encode("utf-8")
        if new != data:
            target.write_bytes(new)
    except OSError as error:
        complain(UNWRITABLE, spoken, target=target, reason=error.strerror)
        return MISUSED
    complain(ADDED, spoken, target=target, count=len(found.lacking))
    _name(found, PRUNED if options.prune else NOT_NEEDED, spoken)
    return DONE


def _name(found: Judging, message: Message, spoken: str) -> None:
    """The rows that no text needs."""
    if found.unused:
        complain(message, spoken)
        for row in found.unused:
            say(f"  {row.words},{row.said}")


READINGS = Command(
    _run,
    "まだ確かめていないよみを出す / list the readings that nobody has judged",
    {
        "kind": {
            "nargs": "?",
            "metavar": PROPOSE,
            "help": "readings.csv にないことばの行を足す / add rows for what readings.csv lacks",
        },
        "--prune": {"action": "store_true", "help": "要らなくなった行を消す / delete rows no text needs"},
    },
)
