"""What `yearbook check --built` tells of a site that was made."""

from __future__ import annotations

from pathlib import Path

from kushiro_yearbook.commands.command import DONE, FAULTY, MISUSED, Message, Options, complain
from kushiro_yearbook.links import dead
from kushiro_yearbook.load.sources import Source
from kushiro_yearbook.report import FORMATS, summary

NO_SITE: Message = {
    "ja": "{site} にサイトがありません。先に yearbook build を実行してください。",
    "en": "There is no site in {site}. Run yearbook build first.",
}


def tell_built(site: Path, options: Options, language: str) -> int:
    """Tell the links of a site that lead nowhere, and give the exit code that they make."""
    files = {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }
    if "index.html" not in files:
        complain(NO_SITE, language, site=site)
        return MISUSED
    faults = list(dead(files))
    told = {fault.place.path for fault in faults}
    sources = {path: Source(path, files[path].decode("utf-8"), "") for path in told}
    report = FORMATS[options.format](faults, sources, site.as_posix(), language, {})
    print(report or summary([], language, {}))
    return FAULTY if faults else DONE
