"""What `yearbook check --fix` shows, asks and writes."""

from __future__ import annotations

import sys
from pathlib import Path

from kushiro_yearbook.commands.command import Message, Options, complain
from kushiro_yearbook.faults import Fault
from kushiro_yearbook.load.folders import slug_of
from kushiro_yearbook.mending import Mended, Overtaken, differences, mend, write
from kushiro_yearbook.pipeline import Checked
from kushiro_yearbook.text import one_width

NOTHING: Message = {
    "ja": "自動で直せるところはありません。",
    "en": "There is nothing that can be mended by itself.",
}
ASK: Message = {
    "ja": "{lines} 行を、このように直せます。ファイルを書きかえますか（はい: y、いいえ: n）: ",
    "en": "{lines} lines can be mended like this. Write the files (y for yes, n for no)? ",
}
NOT_ASKED: Message = {
    "ja": "{lines} 行を、このように直せます。"
    "まだ書きかえていません。よければ --fix --yes で実行してください。",
    "en": "{lines} lines can be mended like this. Nothing was written; if it is right, use --fix --yes.",
}
DECLINED: Message = {"ja": "何も書きかえていません。", "en": "Nothing was written."}
WRITTEN: Message = {"ja": "{lines} 行を直しました。", "en": "Mended {lines} lines."}
OVERTAKEN: Message = {
    "ja": "{path} は、調べたあとに変わったため、書きかえていません。もう一度実行してください。",
    "en": "{path} has changed since it was checked and was not written. Run the command again.",
}
UNWRITTEN: Message = {
    "ja": "{path} に書き込めませんでした（{reason}）。このファイルはもとのままです。",
    "en": "{path} could not be written ({reason}); it is as it was.",
}

YES = frozenset({"y", "yes", "はい"})


def fixed(checked: Checked, options: Options) -> Checked:
    """Show what can be mended and write it if that is wanted; gives what was found then."""
    language = options.speaks(checked)

    def concerns(fault: Fault) -> bool:
        return not options.department or slug_of(fault.place.department) == options.department

    mended = mend(options.content, checked, concerns)
    if not mended.new:
        complain(NOTHING, language)
        return checked
    for line in differences(checked.sources, mended, options.content.as_posix()):
        print(line)
    sys.stdout.flush()
    if not _wanted(mended, options, language):
        return checked
    return mended.checked if _written(mended, options.content, language) else checked


def _wanted(mended: Mended, options: Options, language: str) -> bool:
    """Whether to write: by `--yes`, or by the answer of whoever sits at a terminal."""
    if options.yes:
        return True
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        complain(NOT_ASKED, language, lines=mended.lines)
        return False
    try:
        answer = input(ASK[language].format(lines=mended.lines))
    except EOFError:
        answer = ""
    if one_width(answer).strip().lower() in YES:
        return True
    complain(DECLINED, language)
    return False


def _written(mended: Mended, content: Path, language: str) -> bool:
    try:
        write(content, mended)
    except Overtaken as overtaken:
        complain(OVERTAKEN, language, path=overtaken)
    except OSError as error:
        complain(UNWRITTEN, language, path=error.filename, reason=error.strerror)
    else:
        complain(WRITTEN, language, lines=mended.lines)
        return True
    return False
