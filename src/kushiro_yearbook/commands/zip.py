"""`yearbook zip`: the whole site in one file."""

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
    language,
)
from kushiro_yearbook.commands.verify import DIFFERENT, NO_SITE
from kushiro_yearbook.publishing.manifest import MANIFEST, NoManifest, differences
from kushiro_yearbook.publishing.packing import pack

PACKED: Message = {
    "ja": "{target} に {count} ファイルを入れました。"
    "広げて index.html を開くと、インターネットなしで読めます。",
    "en": "{target} holds {count} files. Unpack it and open index.html; no network is needed.",
}


def _run(options: Options) -> int:
    spoken, site, target = options.lang or language(), options.site, options.file
    try:
        found = differences(site)
    except NoManifest:
        complain(NO_SITE, spoken, site=site, manifest=MANIFEST)
        return MISUSED
    if found:
        complain(DIFFERENT, spoken, site=site, count=len(found))
        return FAULTY
    try:
        count = pack(site, target)
    except OSError as error:
        complain(UNWRITABLE, spoken, target=target, reason=error.strerror)
        return MISUSED
    print(PACKED[spoken].format(target=target, count=count))
    return DONE


ZIP = Command(
    _run,
    "サイト全体をひとつのファイルにする / the whole site in one file",
    {
        "--site": {"type": Path, "help": "サイトのフォルダ / folder of the site"},
        "--file": {"type": Path, "help": "書き出すファイル / file to write"},
    },
)
