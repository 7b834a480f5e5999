"""The server of the preview: livereload, for this machine alone, from memory."""

from __future__ import annotations

import errno
import gc
import json
import os
import re
import signal
import socket
from collections.abc import Callable, Sequence
from http import HTTPStatus
from pathlib import Path
from threading import Event, Thread
from typing import Any

import livereload
from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RequestHandler

from kushiro_yearbook.load.town_theme import NO_THEME
from kushiro_yearbook.pipeline import program_theme
from kushiro_yearbook.preview.answers import Answers
from kushiro_yearbook.preview.making import Maker, Shown
from kushiro_yearbook.preview.watching import changes
from kushiro_yearbook.stopping import asking
from kushiro_yearbook.theme import PACKAGE, program_folder

# What a browser of this machine may call it; a page elsewhere whose name leads here calls it otherwise.
HOSTS = ("localhost", "127.0.0.1", "[::1]")

# How many ports are tried.
PORTS = 20

_SCRIPT = Path(livereload.__file__).parent / "vendors" / "livereload.js"

HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    # No page elsewhere may hold or embed what is served here; the page of the faults holds the last good one.
    "Content-Security-Policy": "frame-ancestors 'self'",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def bound(port: int) -> list[socket.socket]:
    """Sockets of this machine alone at a port, or at the next that is free; raises `OSError` without any."""
    refused = OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    if port < 0:
        raise refused
    for number in range(max(port, 0), min(port + PORTS, 65536)):
        try:
            return _bound(number)
        except OSError as error:
            refused = error
    raise refused


def _bound(port: int) -> list[socket.socket]:
    """Both families, so that nobody else is `localhost`; a system may have no IPv6."""
    sockets = bind_sockets(port, "127.0.0.1", socket.AF_INET)
    try:
        sockets += bind_sockets(sockets[0].getsockname()[1], "::1", socket.AF_INET6)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            sockets[0].close()
            raise
    return sockets


class _Guarded(RequestHandler):
    """Answers browsers of this machine that show pages of this server, in reading alone."""

    SUPPORTED_METHODS: tuple[str, ...] = ("GET", "HEAD")

    @property
    def preview(self) -> Preview:
        """The server."""
        found: Preview = self.settings["preview"]
        return found

    def prepare(self) -> None:
        """Refuse another's name for this machine, and what another's page asks for."""
        if self.request.host.lower() not in self.preview.hosts:
            raise HTTPError(421)
        origin = self.request.headers.get("Origin")
        if origin is not None and not self.check_origin(origin):
            raise HTTPError(403)
        if not self._of_its_own() and not self._is_visit():
            raise HTTPError(403)

    def _of_its_own(self) -> bool:
        """Whether a page of this server asks, or nobody's; what says nothing is no browser of today."""
        return self.request.headers.get("Sec-Fetch-Site", "none") in ("same-origin", "none")

    def _is_visit(self) -> bool:
        """Whether somebody followed a link from elsewhere, which shows a page to nobody but them."""
        asked = [self.request.headers.get(f"Sec-Fetch-{name}") for name in ("Mode", "Dest")]
        return asked == ["navigate", "document"]

    def check_origin(self, origin: str) -> bool:
        """Whether a page is this server's own."""
        return origin.lower() in {f"http://{host}" for host in self.preview.hosts}

    def set_default_headers(self) -> None:
        """What every answer says, an error too."""
        self.clear_header("Server")
        for name, value in HEADERS.items():
            self.set_header(name, value)

    def write_error(self, status_code: int, **_: Any) -> None:
        """Say what was refused, and nothing of the program."""
        if status_code == 405:
            self.set_header("Allow", ", ".join(self.SUPPORTED_METHODS))
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code} {HTTPStatus(status_code).phrase}\n")

    def compute_etag(self) -> None:
        """Nothing is kept by browsers."""


class _Page(_Guarded):
    """A file of the site, or what is wrong."""

    def get(self) -> None:
        """Answer from what is shown at this moment."""
        answer = self.preview.answers.answer(self.preview.shown, self.request.path, self.request.host.lower())
        self.set_status(answer.status)
        for name, value in answer.headers.items():
            self.set_header(name, value)
        self.finish(answer.body)

    head = get


class _Script(_Guarded):
    """livereload's script, which tells the server what version its page shows."""

    def get(self) -> None:
        """The script for one page."""
        version = self.get_query_argument("version", "")
        where = f"/livereload?version={version}" if re.fullmatch("[0-9a-f]{1,64}", version) else "/livereload"
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.finish(_SCRIPT.read_bytes().replace(b'"/livereload"', f'"{where}"'.encode()))

    head = get


class _Socket(_Guarded, LiveReloadHandler):  # type: ignore[misc] # livereload has no types
    """The line to a page, over which it learns that there is a newer one."""

    SUPPORTED_METHODS = ("GET",)

    def open(self) -> None:
        """Keep what the page shows."""
        self._shown: str = self.get_query_argument("version", "")

    def on_message(self, message: str | bytes) -> None:
        """What livereload's script says; nothing else is listened to."""
        try:
            command = json.loads(message).get("command")
        except (ValueError, AttributeError, RecursionError):
            self.close()
            return
        if command in ("hello", "info"):
            super().on_message(message)
        self.renew()

    def renew(self) -> None:
        """Have the page loaded again if it shows something else than there is now."""
        if self in LiveReloadHandler.waiters and self._shown != self.preview.shown.version:
            self.send_message({"command": "reload", "path": "/", "liveCSS": False, "liveImg": False})


class _Watcher(Watcher):  # type: ignore[misc] # livereload has no types
    """Has the preview made anew when something changes; livereload's own looks only every 0.8 s."""

    def __init__(self, roots: Sequence[Path], renew: Callable[[], None]) -> None:
        super().__init__()
        self._stop, self._ready = Event(), Event()
        self._thread = Thread(target=self._watch, args=(roots, renew), daemon=True)

    def start(self, callback: object) -> bool:
        """Begin, and wait until there is something to show; True: livereload need not look itself."""
        del callback
        self._thread.start()
        while not self._ready.wait(0.1):
            pass
        return True

    def stop(self) -> None:
        """End, once what is being made is made."""
        self._stop.set()
        self._thread.join()

    def _watch(self, roots: Sequence[Path], renew: Callable[[], None]) -> None:
        for _ in changes(roots, self._stop):
            renew()
            self._ready.set()
            # The command does not collect while it runs, and this one runs all day.
            gc.collect()


class Preview(livereload.Server):  # type: ignore[misc] # livereload has no types
    """Shows what a maker makes of the content, until it is told to stop.

    `told` is called from another thread with what is shown now and what was shown before it.
    """

    def __init__(
        self, maker: Maker, sockets: list[socket.socket], told: Callable[[Shown, Shown], None]
    ) -> None:
        roots = [maker.content, program_folder("templates"), program_folder("static"), PACKAGE / "locales"]
        super().__init__(watcher=_Watcher(roots, self._renew))
        self._maker, self._sockets, self._told = maker, sockets, told
        self.shown = Shown()
        # Read once: no mistake in a template can keep its own fault from being told.
        theme = program_theme(NO_THEME)
        sheet = program_folder("static") / "preview" / "preview.css"
        self.answers = Answers(theme, theme.style.css + sheet.read_text("utf-8"))
        self.port: int = sockets[0].getsockname()[1]
        self.hosts = frozenset(f"{host}:{self.port}" for host in HOSTS)
        self._loop = IOLoop.current()

    @property
    def address(self) -> str:
        """Where to look at it."""
        return f"http://localhost:{self.port}/"

    def run(self, begun: Callable[[], None]) -> None:
        """Serve until something asks for an end; `begun` is called when pages can be seen."""
        for number in asking():
            signal.signal(number, lambda *_: self._loop.add_callback_from_signal(self._loop.stop))
        # Windows notices Ctrl+C only between two events.
        PeriodicCallback(lambda: None, 500).start()
        self._loop.add_callback(begun)
        self.serve(port=self.port)
        self.watcher.stop()

    def application(self, *_: object, **__: object) -> None:
        """In the place of livereload's: its own writes a script into pages that no policy allows."""
        LiveReloadHandler.watcher = self.watcher
        rows = [(r"/livereload", _Socket), (r"/livereload\.js", _Script), (r".*", _Page)]
        quiet: dict[str, Any] = {"log_function": lambda _: None, "websocket_max_message_size": 10_000}
        HTTPServer(Application(rows, preview=self, **quiet)).add_sockets(self._sockets)

    def _setup_logging(self) -> None:
        """Nothing is logged: the command tells what there is to tell."""

    def _renew(self) -> None:
        before, self.shown = self.shown, self._maker.make(self.shown)
        if self.shown.version != before.version:
            self._loop.add_callback(_renew_pages)
        self._told(self.shown, before)


def _renew_pages() -> None:
    for waiter in tuple(LiveReloadHandler.waiters):
        waiter.renew()
