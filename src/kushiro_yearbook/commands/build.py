"""`yearbook build`: from the content to the site."""

from __future__ import annotations

from pathlib import Path

from kushiro_yearbook.commands.command import (
    DONE,
    FAULTY,
    MISUSED,
    UNWRITABLE,
    Command,
    Message,
    Options,
    complain,
    tell,
)
from kushiro_yearbook.pipeline import build, examine
from kushiro_yearbook.publish import TargetRefused

BUILT: Message = {
    "ja": "{pages} ページのサイトができました。{file} をブラウザで開いてください。",
    "en": "Built a site of {pages} pages. Open {file} in a browser.",
}
NOT_BUILT: Message = {
    "ja": "エラーがあるため、サイトは作っていません。前のサイトはそのまま残っています。",
    "en": "Nothing was built because of the errors; the last site stands as it was.",
}
REFUSED: Message = {
    "ja": "{target} には yearbook が作ったものではないファイルがあります。"
    "--site で別のフォルダを指定してください。",
    "en": "{target} holds files that yearbook did not make. Name another folder with --site.",
}


def _run(options: Options) -> int:
    checked = examine(options.content)
    language = options.speaks(checked)
    tell(checked, options)
    if not checked.sound:
        complain(NOT_BUILT, language)
        return FAULTY
    try:
        pages = build(checked, options.site)
    except TargetRefused as refused:
        complain(REFUSED, language, target=refused.target)
        return MISUSED
    except OSError as error:
        complain(UNWRITABLE, language, target=options.site, reason=error.strerror)
        return MISUSED
    print(BUILT[language].format(pages=pages, file=options.site / "index.html"))
    return DONE


BUILD = Command(
    _run,
    "サイトを作る / build the site",
    {"--site": {"type": Path, "help": "サイトを置くフォルダ / folder of the site"}},
)
