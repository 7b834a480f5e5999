"""A running `yearbook serve` for tests, asked over bare sockets as no browser would ask."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

TOP = Path(__file__).parents[1]
BASE = Path(__file__).parent / "broken" / "base"
PLANS = "2026/01-general/01-planning/01-plans.yaml"

# Seconds after which a test gives up waiting; nothing depends on how soon something happens.
PATIENCE = 60


@dataclass(frozen=True)
class Reply:
    """A status, headers in lower case, and a body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


@dataclass(frozen=True)
class Served:
    """A preview that runs."""

    process: subprocess.Popen[str]
    content: Path
    address: str
    before: str

    @property
    def host(self) -> str:
        """Its name and port."""
        return urlsplit(self.address).netloc

    @property
    def port(self) -> int:
        """Its port."""
        return urlsplit(self.address).port or 0

    def raw(self, request: bytes) -> Reply:
        """What it answers to these very bytes; status 0 where it only hangs up."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as line:
            line.sendall(request)
            data = b""
            while not _whole(data, request) and (more := line.recv(65536)):
                data += more
        head, _, body = data.partition(b"\r\n\r\n")
        first, *rest = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (row.partition(":") for row in rest)}
        return Reply(int(first.split(" ")[1]) if first else 0, headers, body)

    def ask(self, path: str = "/", method: str = "GET", **headers: str) -> Reply:
        """What it answers; `_` in a header's name stands for a hyphen."""
        named = {"Host": self.host, "Connection": "close", **headers}
        rows = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in named.items() if value)
        return self.raw(f"{method} {path} HTTP/1.1\r\n{rows}\r\n".encode())

    def until(self, path: str, seen: Callable[[Reply], bool]) -> Reply:
        """The first answer of which something is true."""
        end = time.monotonic() + PATIENCE
        while not seen(reply := self.ask(path)):
            assert time.monotonic() < end, reply.text
            time.sleep(0.05)
        return reply

    def edit(self, path: str, old: str, new: str) -> None:
        """Save a file of the content with other words."""
        file = self.content / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8", newline="\n")

    def end(self, by: int = signal.SIGTERM) -> tuple[int, str, str]:
        """Its exit code, and what it said meanwhile."""
        self.process.send_signal(by)
        said, complained = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, self.before + said, complained


def _whole(data: bytes, request: bytes) -> bool:
    """Whether an answer is complete, though its line stays open."""
    head, end, body = data.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)content-length: (\d+)", head)
    bare = request.startswith(b"HEAD") or head.startswith(b"HTTP/1.1 101")
    return bool(end) and (bare or (length is not None and len(body) >= int(length[1])))


def base(folder: Path) -> Path:
    """A sound small yearbook of one's own."""
    return shutil.copytree(BASE, folder / "content")


def program(folder: Path) -> Path:
    """A copy of the program, whose own templates, styles and words may be changed."""
    for name in ("src", "templates", "static"):
        shutil.copytree(TOP / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(TOP / "build.py", folder)
    return folder


@contextmanager
def serving(content: Path, *arguments: str, top: Path = TOP, **environment: str) -> Iterator[Served]:
    """A preview of a content folder, at a port that is free."""
    command = [sys.executable, str(top / "build.py"), "--content", str(content), "serve", *arguments]
    command += [] if "--port" in arguments else ["--port", "0"]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=content.parent,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
    )
    assert process.stdout is not None
    try:
        before = ""
        while "Ctrl+C" not in before:  # the last that it says before it waits
            line = process.stdout.readline()
            assert line, "it ended"
            before += line
        address = before[before.index("http://") :].split(" ")[0]
        yield Served(process, content, address, before)
    finally:
        process.kill()
        process.communicate()
