"""The step `render`: from outputs to bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kushiro_yearbook.outputs import Output


def render(outputs: Iterable[Output]) -> Mapping[str, bytes]:
    """The bytes of every output by its path."""
    return {output.address.path: output.make() for output in outputs}
