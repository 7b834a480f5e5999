"""What one fault says: its severity, its message and its hint, in Japanese and English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kushiro_yearbook.faults import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one fault; `{gaps}` are filled from the fault."""

    severity: Severity
    ja: str
    en: str
    hint_ja: str = ""
    hint_en: str = ""

    def message(self, language: str, words: Mapping[str, str]) -> str:
        """What is wrong."""
        return _filled(self.ja if language == "ja" else self.en, words)

    def hint(self, language: str, words: Mapping[str, str]) -> str:
        """What to write instead; empty where the hint needs a word that is not known."""
        return _filled(self.hint_ja if language == "ja" else self.hint_en, words)

    def at_large(self, language: str) -> tuple[str, str]:
        """Message and hint of no fault in particular: `…` stands for the words of each."""
        japanese = language == "ja"
        return _at_large(self.ja if japanese else self.en), _at_large(
            self.hint_ja if japanese else self.hint_en
        )


_GAP = re.compile(r"\{([a-z_]+)\}")


def _filled(pattern: str, words: Mapping[str, str]) -> str:
    """The pattern with its gaps filled; what stands in ⟨…⟩ falls away when a gap in it has no word."""

    def optional(match: re.Match[str]) -> str:
        return match[1] if all(words.get(gap) for gap in _GAP.findall(match[1])) else ""

    whole = re.sub(r"⟨([^⟨⟩]*)⟩", optional, pattern)
    return _GAP.sub(lambda gap: words.get(gap[1], gap[0]), whole).strip()


def _at_large(pattern: str) -> str:
    """The pattern without its optional sentences, or with them if there are no others."""
    sure = re.sub(r"⟨[^⟨⟩]*⟩", "", pattern).strip() or re.sub("[⟨⟩]", "", pattern)
    return _GAP.sub("…", sure)
