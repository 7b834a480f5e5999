"""What the commands that change a site have in common: the refusals and failures, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from kushiro_yearbook.commands.command import MISUSED, UNWRITABLE, Message, Options, complain, settings
from kushiro_yearbook.pipeline import Unreadable
from kushiro_yearbook.progress import Progress
from kushiro_yearbook.publishing.lock import Busy, alone
from kushiro_yearbook.publishing.publish import NotAsWritten
from kushiro_yearbook.publishing.releases import Releases
from kushiro_yearbook.publishing.target import (
    LINK,
    MOUNTED,
    NO_FOLDER,
    NOT_OURS,
    OVERLAP,
    STANDS_IN,
    TargetRefused,
    accept,
    whole_path,
)

REFUSALS: dict[str, Message] = {
    LINK: {
        "ja": "{target} は、リンクを通った先にあります。--site に本当の場所を書いてください: {other}",
        "en": "{target} lies behind a link. Give --site its real place: {other}",
    },
    OVERLAP: {
        "ja": "{target} は、サイトのもとになる {other} と重なっています。"
        "--site で別のフォルダを指定してください。",
        "en": "{target} overlaps {other}, which the site is made from. Name another folder with --site.",
    },
    NO_FOLDER: {
        "ja": "{target} はフォルダではありません。--site で別のフォルダを指定してください。",
        "en": "{target} is no folder. Name another one with --site.",
    },
    STANDS_IN: {
        "ja": "今いるフォルダ（か、それを含むフォルダ）は、サイトと入れかえられません。"
        "ほかのフォルダに移ってから実行するか、--site で別のフォルダを指定してください。",
        "en": "{target} is the folder you are in, or holds it, and cannot be swapped. Go to another folder, "
        "or name another one with --site.",
    },
    MOUNTED: {
        "ja": "{target} には別のディスクが取り付けられていて、入れかえられません。"
        "--site にその中のフォルダを指定してください。",
        "en": "{target} is where a disk is mounted, and cannot be swapped. Name a folder in it with --site.",
    },
    NOT_OURS: {
        "ja": "{target} には yearbook が作ったものではないファイルがあります（{other}）。"
        "そのファイルを移すか、--site で別のフォルダを指定してください。",
        "en": "{target} holds files that yearbook did not make ({other}). "
        "Move them, or name another folder with --site.",
    },
}
BUSY: Message = {
    "ja": "同じサイトを、ほかの yearbook が作っています（プロセス {builder}）。"
    "終わってからもう一度実行してください。",
    "en": "Another yearbook (process {builder}) is making this site. Run it again when that has ended.",
}
NOT_AS_WRITTEN: Message = {
    "ja": "書いたものと違うものがディスクから返ってきました（{path}）。前のサイトはそのまま残っています。"
    "ディスクを調べてください。",
    "en": "The disk gave back something else than was written ({path}). The last site stands as it was; "
    "have the disk looked at.",
}
UNREADABLE: Message = {
    "ja": "{target} を読めません（{reason}）。前のサイトはそのまま残っています。"
    "読む権利があるか、ディスクがつながっているか確かめて、もう一度実行してください。",
    "en": "{target} cannot be read ({reason}); the last site stands as it was. "
    "See whether you may read it and its disk is there, then run this again.",
}
LEFT_ASIDE: Message = {
    "ja": "前のサイトを {target} に戻せませんでした（{reason}）。いまは {aside} にあります。"
    "ディスクを調べてから yearbook build を実行すると、元の場所に戻ります。",
    "en": "The last site could not be moved back to {target} ({reason}) and stands in {aside}. "
    "Have the disk looked at, then run yearbook build, which moves it back.",
}


def changing(
    options: Options, sources: Iterable[Path], progress: Progress, run: Callable[[Releases], tuple[int, str]]
) -> int:
    """The exit code of a run that has the releases of the site to itself, or of what keeps it from that.

    `sources` are what the site is made from; `run` gives its exit code and what is to be said of it.
    """
    try:
        accept(options.site, sources)
        releases = Releases(whole_path(options.site))
        with alone(releases, lambda: progress.step("wait")):
            code, said = run(releases)
    except (TargetRefused, Busy, NotAsWritten, OSError) as kept:
        progress.clear()
        message, words = _told(kept, options)
        spoken, _ = settings(options)
        complain(message, spoken, **words)
        return MISUSED
    if said:
        print(said)
    return code


def _told(kept: Exception, options: Options) -> tuple[Message, dict[str, object]]:
    """What kept a run from the site, in words."""
    match kept:
        case TargetRefused():
            return REFUSALS[kept.why], {"target": options.site, "other": kept.other}
        case Busy():
            return BUSY, {"builder": kept.builder}
        case NotAsWritten():
            return NOT_AS_WRITTEN, {"path": kept.path}
        case Unreadable():
            return UNREADABLE, {"target": kept.filename, "reason": kept.strerror}
        case OSError():
            return _failed(kept, options.site)
    raise kept


def _failed(error: OSError, site: Path) -> tuple[Message, dict[str, object]]:
    aside = Releases(site).aside
    if aside.exists() and not site.exists():
        return LEFT_ASIDE, {"target": site, "aside": aside, "reason": error.strerror}
    return UNWRITABLE, {"target": error.filename or site, "reason": error.strerror}
