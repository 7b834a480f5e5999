"""`yearbook serve`: the site in the browser, made anew with every save."""

from __future__ import annotations

import sys
import webbrowser
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, TextIO

from kushiro_yearbook.commands.command import (
    DONE,
    MISUSED,
    Command,
    Message,
    Options,
    complain,
    language,
    told,
)
from kushiro_yearbook.pipeline import Checked

if TYPE_CHECKING:
    from kushiro_yearbook.preview.making import Shown

BEGUN: Message = {
    "ja": "{address} をブラウザで開いてください。ファイルを保存するたびに、ページが新しくなります。\n"
    "終わるときは、ここで Ctrl+C を押します。",
    "en": "Open {address} in a browser. Its pages are renewed whenever a file is saved.\n"
    "To end, press Ctrl+C here.",
}
OTHER_PORT: Message = {
    "ja": "ポート {asked} はほかで使われているので、{port} を使います。",
    "en": "Port {asked} is in use by something else; this is port {port}.",
}
NO_PORT: Message = {
    "ja": "ポート {asked} は使えません（{reason}）。"
    "--port で、1024 から 65535 までのほかの番号を指定してください。",
    "en": "Port {asked} cannot be used ({reason}). Name another with --port, from 1024 to 65535.",
}
RENEWED: Message = {
    "ja": "{time} ページを新しくしました。",
    "en": "{time} The pages are renewed.",
}
BROKEN: Message = {
    "ja": "{time} エラーがあるため、ページを新しくできません。直して保存してください。",
    "en": "{time} The pages cannot be renewed because of errors. Mend them and save.",
}
ENDED: Message = {"ja": "終わりました。", "en": "Ended."}


def _run(options: Options) -> int:
    # The server takes its time to load, and no other command needs it.
    from kushiro_yearbook.preview.making import Maker  # noqa: PLC0415
    from kushiro_yearbook.preview.server import Preview, bound  # noqa: PLC0415

    def tell(checked: Checked, spoken: str) -> str:
        return told(checked, replace(options, lang=spoken))

    maker = Maker(options.content, tell, options.speaks, options.lang or language())
    try:
        sockets = bound(options.port)
    except OSError as error:
        complain(NO_PORT, maker.language, asked=options.port, reason=error.strerror)
        return MISUSED
    preview = Preview(maker, sockets, lambda shown, before: _tell(shown, before, maker.language))

    def begun() -> None:
        if options.port not in (0, preview.port):
            _say(OTHER_PORT[maker.language].format(asked=options.port, port=preview.port))
        _say(BEGUN[maker.language].format(address=preview.address))
        if options.open:
            webbrowser.open(preview.address)

    preview.run(begun)
    _say(ENDED[maker.language])
    return DONE


def _tell(shown: Shown, before: Shown, spoken: str) -> None:
    """What is new of the faults, and of the pages."""
    if shown.told != before.told and (words := shown.told.get(spoken)):
        _say(words, sys.stderr)
    if shown.broken:
        _say(BROKEN[spoken].format(time=_time()))
    elif shown.version != before.version and before.version:
        _say(RENEWED[spoken].format(time=_time()))


def _time() -> str:
    return f"{datetime.now().astimezone():%H:%M:%S}"


def _say(words: str, stream: TextIO | None = None) -> None:
    """To whoever still listens: the preview goes on without."""
    with suppress(OSError, ValueError):
        print(words, file=stream, flush=True)


SERVE = Command(
    _run,
    "保存するたびに新しくなるサイトをブラウザで見る / show the site, renewed with every save",
    {
        "--port": {
            "type": int,
            "help": "ポートの番号（なければ 8000 から） / port, by default 8000 or the next",
        },
        "--open": {"action": "store_true", "help": "ブラウザも開く / also open a browser"},
    },
)
