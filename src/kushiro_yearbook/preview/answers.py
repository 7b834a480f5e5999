"""What the preview answers to an address: a function of what is shown, which reaches no disk."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from mimetypes import MimeTypes
from urllib.parse import quote, unquote

from kushiro_yearbook.preview.making import Shown
from kushiro_yearbook.theme import Theme

# Below this stands what belongs to the preview itself, which no locale or folder of a site is called.
OWN = "preview/"
STYLE = f"{OWN}style.css"
# The last good site as it will be published, beside the faults of the content that came after it.
LAST = f"{OWN}last/"

# Not the system's own, which on Windows other programs change.
_TYPES = MimeTypes()
_HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Answer:
    """A status, the headers that belong to it alone, and what it holds."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(frozen=True)
class Part:
    """What of a report stays together.

    A `fault`, a line that says `more` of it, or an `excerpt`, whose lines stand one above the other.
    """

    kind: str
    words: str


@dataclass(frozen=True)
class Answers:
    """Answers requests; `theme` and `style` are those of the pages that tell faults."""

    theme: Theme
    style: str

    def answer(self, shown: Shown, path: str, host: str) -> Answer:
        """The answer to a path, still encoded as it was asked for, at one of the preview's own hosts."""
        name = _name(path)
        if name is None:
            return _NOT_FOUND
        if name.startswith(OWN):
            return self._own(shown, name)
        if f"{name}/index.html" in shown.files:
            return Answer(302, {"Location": f"/{quote(name)}/"})
        if shown.broken and _may_be_page(name):
            return self._faults(shown, name, host)
        answer = _file({**shown.former, **shown.files}, name)
        if answer.headers["Content-Type"] != _HTML:
            return answer
        return Answer(answer.status, answer.headers, with_reload(answer.body, host, shown.version))

    def _own(self, shown: Shown, name: str) -> Answer:
        """What belongs to the page that tells faults."""
        if name == STYLE:
            return Answer(200, {"Content-Type": "text/css; charset=utf-8"}, self.style.encode())
        return _file(shown.files, name.removeprefix(LAST))

    def _faults(self, shown: Shown, name: str, host: str) -> Answer:
        """The faults, and under them the page as it last was; an address that was none stays one."""
        first = next(iter(shown.told))
        split = _whole if shown.failed else parts
        context = {
            "words": self.theme.words[first],
            "language": first,
            "failed": shown.failed,
            "reports": [
                (each, self.theme.words[each], list(split(told))) for each, told in shown.told.items()
            ],
            "style": f"/{STYLE}",
            "last": f"/{LAST}{quote(name)}" if name in shown.files else "",
        }
        page = self.theme.render("preview.html", context)
        known = name in shown.files or not shown.files
        return Answer(200 if known else 404, {"Content-Type": _HTML}, with_reload(page, host, shown.version))


_NOT_FOUND = Answer(404, {"Content-Type": "text/plain; charset=utf-8"}, b"404 Not Found\n")


def _name(path: str) -> str | None:
    """The file that an address asks for; None for one that no site has."""
    try:
        name = unquote(path, errors="strict").removeprefix("/")
    except UnicodeDecodeError:
        return None
    if set(name) & set("\0\\:") or any(part.startswith(".") for part in name.split("/")):
        return None
    return f"{name}index.html" if not name or name.endswith("/") else name


def _may_be_page(name: str) -> bool:
    return name.endswith(".html") or "." not in name.rpartition("/")[2]


def _file(files: Mapping[str, bytes], name: str) -> Answer:
    """A file of a site, or the site's own page for addresses that lead nowhere."""
    if name in files:
        kind = _TYPES.guess_type(name, strict=False)[0] or "application/octet-stream"
        text = kind.startswith("text/") or kind.endswith(("xml", "json", "javascript"))
        return Answer(200, {"Content-Type": f"{kind}; charset=utf-8" if text else kind}, files[name])
    if _may_be_page(name) and "404.html" in files:
        return Answer(404, {"Content-Type": _HTML}, files["404.html"])
    return _NOT_FOUND


def _whole(told: str) -> Iterator[Part]:
    """What the program tells of itself, for those who look after it."""
    yield Part("excerpt", told)


_CARETS = re.compile(r" +\^[ ^]*")


def parts(told: str) -> Iterator[Part]:
    """The lines of a report without its empty ones; a line stays with the carets under it."""
    lines = [line for line in told.split("\n") if line]
    for line, below in pairwise([*lines, ""]):
        if _CARETS.fullmatch(below):
            yield Part("excerpt", f"{line}\n{below}")
        elif not _CARETS.fullmatch(line):
            yield Part("more" if line.startswith(" ") else "fault", line)


_POLICY = re.compile(rb'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)"', re.IGNORECASE)


def with_reload(page: bytes, host: str, version: str) -> bytes:
    """A page that renews itself: with livereload's script, and a policy that lets it speak to this host.

    `version` tells the server what the page shows, so that no page stays as it was because it was still
    loading when the next one was ready.
    """
    name, _, port = host.rpartition(":")
    script = f'<script src="/livereload.js?port={port}&amp;host={name}&amp;version={version}"></script>\n'
    allowed = _POLICY.sub(lambda found: found[1] + _allowing(found[2].decode(), host).encode() + b'"', page)
    before, head_end, after = allowed.partition(b"</head>")
    return b"".join([before, script.encode(), head_end, after])


def _allowing(policy: str, host: str) -> str:
    """A policy that allows scripts of this host and a socket to it besides what it allows already."""
    found: dict[str, list[str]] = {}
    for rule in filter(str.strip, policy.split(";")):
        name, *sources = rule.split()
        found.setdefault(name.lower(), sources)  # of two with one name the first counts
    for name, needed in (("script-src", "'self'"), ("connect-src", f"ws://{host}")):
        others = [source for source in found.get(name, []) if source not in ("'none'", needed)]
        found[name] = [*others, needed]
    return "; ".join(" ".join([name, *sources]) for name, sources in found.items())
