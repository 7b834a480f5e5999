"""The step `render`: from outputs to bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kushiro_yearbook.faults import Fault, Place
from kushiro_yearbook.outputs import Output
from kushiro_yearbook.progress import SILENT, Progress
from kushiro_yearbook.theme import TemplateFailed


class Unrendered(Exception):
    """Pages that could not be made, and the faults of the templates that they failed on."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


def render(outputs: Sequence[Output], progress: Progress = SILENT) -> Mapping[str, bytes]:
    """The bytes of every output by its path; raises `Unrendered` with every fault of the town's templates."""
    progress.step("render", len(outputs))
    files: dict[str, bytes] = {}
    faults: dict[Place, Fault] = {}  # a template that fails does so on many pages; the first one tells
    for output in outputs:
        try:
            files[output.address.path] = output.make()
        except TemplateFailed as failed:
            words = {**failed.fault.words, "page": output.address.path}
            faults.setdefault(failed.fault.place, replace(failed.fault, words=words))
        progress.done(output.address.path)
    if faults:
        raise Unrendered(list(faults.values()))
    return files
