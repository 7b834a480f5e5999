"""How a build tells where it is, to whoever listens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

# The steps of a build in their order, with what they are called.
STEPS: Mapping[str, Mapping[str, str]] = {
    "wait": {"ja": "ほかの build が終わるのを待つ", "en": "waiting for another build"},
    "load": {"ja": "内容を読む", "en": "reading the content"},
    "check": {"ja": "内容を調べる", "en": "checking the content"},
    "render": {"ja": "ページを作る", "en": "making the pages"},
    "inspect": {"ja": "リンクを確かめる", "en": "following the links"},
    "write": {"ja": "書き込む", "en": "writing"},
    "verify": {"ja": "書いたものを読み返す", "en": "reading it back"},
    "flush": {"ja": "ディスクに届ける", "en": "flushing to the disk"},
    "swap": {"ja": "入れかえる", "en": "swapping"},
}


class Progress(Protocol):
    """Is told each step as it begins, of how many outputs it has to do with, and each output that is done."""

    def step(self, name: str, of: int = 0) -> None:
        """A step begins, and with it the one before has ended."""

    def done(self, path: str) -> None:
        """An output of this step is done."""

    def clear(self) -> None:
        """Something else is going to be said."""


class Silent:
    """Listens and says nothing."""

    def step(self, name: str, of: int = 0) -> None:
        """Nothing is said of it."""

    def done(self, path: str) -> None:
        """Nothing is said of it."""

    def clear(self) -> None:
        """Nothing stands in the way."""


SILENT = Silent()
