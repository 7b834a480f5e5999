"""Outputs: one file of the site each, known by path and inputs before it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from kushiro_yearbook.addresses import Address


@dataclass(frozen=True)
class Inputs:
    """All that the bytes of an output depend on, as digests.

    `content` the content files it shows, `frame` what its page shares with all others of its locale,
    `template` the template with its includes, `program` the program's own code, words and styles.
    """

    content: tuple[tuple[str, str], ...]
    frame: str = ""
    template: str = ""
    program: str = ""

    @property
    def key(self) -> str:
        """One digest of them all: equal keys mean equal bytes."""
        return combined(
            [*(part for pair in self.content for part in pair), self.frame, self.template, self.program]
        )


@dataclass(frozen=True)
class Output:
    """A file of the site; `make` is pure and gives its bytes."""

    address: Address
    inputs: Inputs
    make: Callable[[], bytes]


def combined(parts: Iterable[str]) -> str:
    """A digest of texts in order; none can run into the next."""
    total = blake2b(digest_size=16)
    for part in parts:
        encoded = part.encode()
        total.update(len(encoded).to_bytes(8, "big"))
        total.update(encoded)
    return total.hexdigest()


def content_of(paths: Iterable[str], digests: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The content files of an output with their digests, sorted."""
    return tuple((path, digests[path]) for path in sorted(set(paths)))
