"""What a rule is: one pure function, whose docstring is its page in the staff's guide."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kushiro_yearbook.faults import Fault
from kushiro_yearbook.model import Yearbook

# The parts of a rule's page in each language, in the order of reading.
PARTS: Mapping[str, tuple[str, ...]] = {
    "ja": ("見つけるもの", "理由", "例", "直し方"),
    "en": ("Finds", "Why", "Example", "Mend"),
}


# The parts whose lines stand as they are written.
EXAMPLES = frozenset({"例", "Example"})


@dataclass(frozen=True)
class Finder:
    """What finds faults, in the yearbook or elsewhere."""

    find: Callable[..., Iterable[Fault]]

    @property
    def codes(self) -> tuple[str, ...]:
        """The faults it can find, from the first paragraph of its docstring."""
        summary = inspect.cleandoc(self.find.__doc__ or "").partition("\n\n")[0]
        return tuple(dict.fromkeys(re.findall(r"\b[A-Z][0-9]{2}\b", summary)))

    def page(self, language: str) -> Mapping[str, str]:
        """Its page: what it finds, why that matters, an example, and how to mend it, by the part's name."""
        text = inspect.cleandoc(self.find.__doc__ or "")
        part = re.search(rf"^{language}:\n((?:    [^\n]*\n|\n)*)", text + "\n", re.MULTILINE)
        if part is None:
            return {}
        names = "|".join(PARTS[language])
        found = re.split(rf"^({names}):", inspect.cleandoc(part[1]), flags=re.MULTILINE)
        parts = zip(found[1::2], found[2::2], strict=True)
        return {name: words if name in EXAMPLES else _unbroken(words) for name, words in _clean(parts)}


@dataclass(frozen=True)
class Rule(Finder):
    """A check of the whole yearbook.

    `across` marks one that looks for what stands in other files: where a file could not be read, it would
    blame the wrong one, and is silent.
    """

    find: Callable[[Yearbook], Iterator[Fault]]
    across: bool = False


def _clean(parts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((name, inspect.cleandoc(words)) for name, words in parts)


def _unbroken(words: str) -> str:
    """Words as one line: the end of a line between Japanese letters is no space."""
    joined = re.sub(r"(?<=[^\x00-\xff])\s*\n\s*|\s*\n\s*(?=[^\x00-\xff])", "", words)
    return re.sub(r"\s*\n\s*", " ", joined)
