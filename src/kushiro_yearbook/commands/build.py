"""`yearbook build`: from the content to the site."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kushiro_yearbook.commands.command import DONE, FAULTY, Command, Message, Options, complain, tell
from kushiro_yearbook.commands.pace import Pace, pace
from kushiro_yearbook.commands.releases import changing
from kushiro_yearbook.load.sources import Source
from kushiro_yearbook.pipeline import Checked, NotPublished, build, examine
from kushiro_yearbook.publishing.releases import Releases
from kushiro_yearbook.theme import program_folder

BUILT: Message = {
    "ja": "{pages} ページのサイトができました。{file} をブラウザで開いてください。",
    "en": "Built a site of {pages} pages. Open {file} in a browser.",
}
UNCHANGED: Message = {
    "ja": "{pages} ページのサイトは、前のままで変わっていません（{file}）。",
    "en": "The site of {pages} pages is as it was; nothing changed ({file}).",
}
NOT_BUILT: Message = {
    "ja": "エラーがあるため、サイトは作っていません。前のサイトはそのまま残っています。",
    "en": "Nothing was built because of the errors; the last site stands as it was.",
}


def _run(options: Options) -> int:
    listener = pace(options)
    sources = [options.content, *map(program_folder, ("templates", "static", "starter"))]
    try:
        return changing(options, sources, listener, lambda releases: _build(options, releases, listener))
    finally:
        listener.end()


def _build(options: Options, releases: Releases, listener: Pace) -> tuple[int, str]:
    checked = examine(options.content, progress=listener)
    listener.clear()
    tell(checked, options)
    if not checked.sound:
        complain(NOT_BUILT, options.speaks(checked))
        return FAULTY, ""
    try:
        built = build(checked, options.content, releases, listener)
    except NotPublished as refused:
        listener.clear()
        _tell_refused(refused, checked, options)
        return FAULTY, ""
    listener.clear()
    message = (BUILT if built.is_new else UNCHANGED)[options.speaks(checked)]
    said = message.format(pages=built.pages, file=options.site / "index.html")
    return DONE, "" if options.quiet else said


def _tell_refused(refused: NotPublished, checked: Checked, options: Options) -> None:
    """The faults of a site that was made, with excerpts from its pages."""
    pages = {
        path: Source(path, data.decode("utf-8"), "")
        for path, data in refused.files.items()
        if path.endswith((".html", ".css"))
    }
    where = options if not pages else replace(options, content=options.site)
    tell(replace(checked, faults=refused.faults, sources=pages or checked.sources), where)
    complain(NOT_BUILT, options.speaks(checked))


BUILD = Command(
    _run,
    "サイトを作る / build the site",
    {
        "--site": {"type": Path, "help": "サイトを置くフォルダ / folder of the site"},
        "--quiet": {"action": "store_true", "help": "指摘のほかは何も言わない / say nothing but faults"},
        "--timings": {
            "action": "store_true",
            "help": "どこに時間がかかったかを示す / tell where the time went",
        },
    },
)
