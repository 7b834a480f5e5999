"""`yearbook rollback`: back to the release before, and forward again."""

from __future__ import annotations

from pathlib import Path

from kushiro_yearbook.commands.command import DONE, MISUSED, Command, Message, Options, complain, language
from kushiro_yearbook.commands.releases import changing
from kushiro_yearbook.progress import SILENT
from kushiro_yearbook.publishing.releases import NoPrevious, Releases

BACK: Message = {
    "ja": "{site} を前のサイトに戻しました。もう一度実行すると、戻す前のサイトになります。",
    "en": "{site} is the release before again. Run it once more to go forward.",
}
CHANGED: Message = {
    "ja": "{site} の前のサイトは、作ったあとに変えられているので戻せません（{files}）。"
    "何も変わっていません。",
    "en": "The release before of {site} was changed after it was built, so there is no going back to it "
    "({files}); nothing was changed.",
}
NO_PREVIOUS: Message = {
    "ja": "{site} には、戻せる前のサイトがありません。何も変わっていません。",
    "en": "{site} has no earlier release to go back to; nothing was changed.",
}


def _run(options: Options) -> int:
    return changing(options, [], SILENT, lambda releases: _go_back(releases, options))


def _go_back(releases: Releases, options: Options) -> tuple[int, str]:
    spoken = options.lang or language()
    try:
        releases.go_back()
    except NoPrevious as none:
        complain(CHANGED if none.changed else NO_PREVIOUS, spoken, site=options.site, files=str(none))
        return MISUSED, ""
    return DONE, BACK[spoken].format(site=options.site)


ROLLBACK = Command(
    _run,
    "前のサイトに戻す / go back to the release before",
    {"--site": {"type": Path, "help": "サイトのフォルダ / folder of the site"}},
)
