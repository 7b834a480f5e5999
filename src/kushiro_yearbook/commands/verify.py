"""`yearbook verify`: whether a site is still what was built, file by file."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from kushiro_yearbook.commands.command import (
    DONE,
    FAULTY,
    MISUSED,
    Command,
    Message,
    Options,
    complain,
    language,
)
from kushiro_yearbook.publishing.manifest import (
    CHANGED,
    FOREIGN,
    MANIFEST,
    MISSING,
    NoManifest,
    differences,
    listed,
)

KINDS: dict[str, Message] = {
    CHANGED: {"ja": "変わっている", "en": "changed"},
    MISSING: {"ja": "なくなっている", "en": "missing"},
    FOREIGN: {"ja": "一覧にない", "en": "not listed"},
}
SAME: Message = {
    "ja": "{site} の {count} ファイルは、すべて一覧（{manifest}）のとおりです。一覧の SHA-256: {digest}",
    "en": "All {count} files of {site} are as {manifest} lists them. Its own SHA-256: {digest}",
}
DIFFERENT: Message = {
    "ja": "{site} は、作ったときのままではありません（{count} ファイル）。"
    "yearbook build で作り直すか、公開元の一覧と比べてください。",
    "en": "{site} is not as it was built ({count} files). Build it anew, or compare it with its origin.",
}
NO_SITE: Message = {
    "ja": "{site} に、読める一覧（{manifest}）がありません。"
    "yearbook が作ったサイトのフォルダを書いてください。",
    "en": "There is no {manifest} to be read in {site}. Name the folder of a site that yearbook built.",
}


def _run(options: Options) -> int:
    spoken, site = options.lang or language(), options.site
    try:
        found = differences(site)
    except NoManifest:
        complain(NO_SITE, spoken, site=site, manifest=MANIFEST)
        return MISUSED
    for difference in found:
        print(f"{KINDS[difference.kind][spoken]}: {difference.path}")
    if found:
        complain(DIFFERENT, spoken, site=site, count=len(found))
        return FAULTY
    digest = sha256((site / MANIFEST).read_bytes()).hexdigest()
    print(SAME[spoken].format(site=site, count=len(listed(site)), manifest=MANIFEST, digest=digest))
    return DONE


VERIFY = Command(
    _run,
    "サイトが作ったときのままか確かめる / whether a site is still as it was built",
    {"--site": {"type": Path, "help": "サイトのフォルダ / folder of the site"}},
)
