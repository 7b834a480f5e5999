"""Whether the links that lead out of the site still lead somewhere: asked only when someone wants to know."""

from __future__ import annotations

import http.client
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPMessage
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urldefrag, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from kushiro_yearbook import __version__
from kushiro_yearbook.faults import Fault, Place

# Few at a time: other people's servers are asked a favour.
AT_ONCE = 4
TIMEOUT = 10.0  # seconds

_GONE = frozenset({404, 410})
_FOR_GOOD = frozenset({301, 308})
# A server may answer a HEAD otherwise than a GET, and most of these answer only the one.
_ASK_AGAIN = frozenset({400, 403, 404, 405, 406, 410, 429, 500, 501, 503})


@dataclass(frozen=True)
class Reply:
    """What an address answered: its status, 0 for no answer; where it moved for good; what went wrong."""

    status: int
    moved: str = ""
    problem: str = ""


def silent(places: Mapping[str, Place], ask: Callable[[str], Reply]) -> list[Fault]:
    """L06: an address is gone; L07: it moved for good; L08: it does not answer; L09: none of them does.

    ja:
        見つけるもの: 「yearbook check --external」で開いてみた、ほかのサイトへのリンクのうち、ページがなくなったもの（L06）、ほかのアドレスに移ったもの（L07）、答えのないもの（L08）。どれも答えなければ、一つだけ言います（L09）。
        理由: ほかのサイトのページは、知らないうちになくなったり移ったりします。
        例:
            ja: くわしくは[計画](https://www.example.jp/keikaku)へ。   ← そのページはもうない
        直し方: ブラウザで開いて確かめ、新しいアドレスに直すか、リンクをはずします。L08 はいまだけのこともあるので、何日か待ってもう一度試します。L09 は、インターネットにつながっているか確かめます。
    en:
        Finds: Links to other sites, tried with yearbook check --external, whose page is gone (L06), has moved (L07) or does not answer (L08); one fault alone where none of them answers (L09).
        Why: Pages of other sites go and move without anyone telling.
        Example:
            en: See [the plan](https://www.example.jp/keikaku).   ← there is no such page any more
        Mend: Look in a browser; write the new address, or take the link out. L08 may be so only now: try again in some days. For L09 see whether this computer is connected.
    """
    with ThreadPoolExecutor(AT_ONCE) as pool:
        replies = dict(zip(places, pool.map(ask, places), strict=True))
    hosts = {urlsplit(address).netloc for address in places}
    if len(hosts) > 1 and not any(reply.status for reply in replies.values()):
        return [Fault(next(iter(places.values())), "L09", {"count": str(len(places))})]
    return list(_told(places, replies.items()))


def _told(places: Mapping[str, Place], replies: Iterable[tuple[str, Reply]]) -> Iterator[Fault]:
    for address, reply in replies:
        if reply.status in _GONE:
            yield Fault(places[address], "L06", {"value": address, "status": str(reply.status)})
        elif reply.problem:
            yield Fault(places[address], "L08", {"value": address, "problem": reply.problem})
        elif reply.moved:
            yield Fault(places[address], "L07", {"value": address, "right": reply.moved})


class _Following(HTTPRedirectHandler):
    """Follows an address that moved, and remembers whether each step was for good."""

    def __init__(self) -> None:
        self.for_good = True

    def redirect_request(  # noqa: PLR0913, PLR0917 – the library's own method
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        self.for_good = self.for_good and code in _FOR_GOOD
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def ask(address: str, timeout: float = TIMEOUT) -> Reply:
    """Ask an address for its head, or for its whole where that is refused; trouble is a reply, not raised."""
    reply = _ask(address, "HEAD", timeout)
    return _ask(address, "GET", timeout) if reply.status in _ASK_AGAIN else reply


def _ask(address: str, method: str, timeout: float) -> Reply:
    following = _Following()
    said = {"User-Agent": f"kushiro-yearbook/{__version__}"}
    asked = quote(urldefrag(address)[0], safe="%/:=&?~+!$,;'@()*[]")
    request = Request(asked, method=method, headers=said)  # noqa: S310 – http or https
    try:
        with build_opener(following).open(request, timeout=timeout) as answer:
            moved = answer.geturl() if following.for_good else ""
            return Reply(answer.status, moved if moved != asked else "")
    except HTTPError as error:
        return Reply(error.code, problem=str(error.code))
    except (URLError, TimeoutError, OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", error)
        return Reply(0, problem=str(reason) or type(reason).__name__)
