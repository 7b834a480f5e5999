"""How the things of a comparison are worded in a language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kushiro_yearbook.comparing.entries import Entry
from kushiro_yearbook.comparing.figures import Located
from kushiro_yearbook.comparing.ways import Step, spoken
from kushiro_yearbook.faults import Place
from kushiro_yearbook.inline import Run, plain
from kushiro_yearbook.observations import Observation
from kushiro_yearbook.quantities import Status
from kushiro_yearbook.text import Text


@dataclass(frozen=True)
class Voice:
    """The words of a language, and the folders of the two contents, which paths begin with."""

    words: Mapping[str, str]
    language: str
    old: str
    new: str

    def path(self, path: str) -> str:
        """A file of the new content."""
        return f"{self.new}/{path}"

    def former_path(self, path: str) -> str:
        """A file of the old content."""
        return f"{self.old}/{path}"

    def at(self, place: Place) -> str:
        """A place in the new content."""
        return f"{self.path(place.path)}:{place.line}" if place.path else self.new

    def formerly_at(self, place: Place) -> str:
        """A place in the old content."""
        return f"{self.former_path(place.path)}:{place.line}"

    def text(self, text: Text) -> str:
        """A text."""
        return plain(text.runs(self.language))

    def listed(self, parts: Iterable[str]) -> str:
        """Several words in a row."""
        return ("、" if self.language == "ja" else ", ").join(parts)

    def way(self, steps: Iterable[Step], *labels: str) -> str:
        """The way to something and its own label; what is said twice in a row is said once."""
        said = [*(spoken(step, self.language) for step in steps), *labels]
        return " › ".join(dict.fromkeys(filter(None, said)))

    def figure(self, figure: Located) -> str:
        """What a figure is called."""
        return self.way(figure.way, plain(figure.observation.measure.runs(self.language)))

    def value(self, figure: Located | None, other: Located | None) -> str:
        """A figure as a page shows it, with the time and status that tell it from the other one."""
        if figure is None:
            return self.words["diff_none"]
        shown, beside = figure.observation, other.observation if other else None
        said = self.listed(plain(runs) for runs in self._apart(shown, beside))
        aside = self.words["parenthesis"].format(said) if said else ""
        return plain((shown.quantity or shown.status).runs(self.language)) + aside

    def _apart(self, shown: Observation, beside: Observation | None) -> Iterable[tuple[Run, ...]]:
        if shown.time and (beside is None or beside.time != shown.time):
            yield shown.time.runs(self.language)
        marked = shown.quantity is not None and shown.status is not Status.NORMAL
        if marked and (beside is None or beside.status is not shown.status):
            yield shown.status.runs(self.language)

    def field(self, entry: Entry) -> str:
        """What the field of an entry is called; nothing where the way says it all."""
        return self.words[f"diff_key_{entry.field}"] if entry.field else ""

    def entry(self, entry: Entry) -> str:
        """What an entry says: words as they are written, other values in the language."""
        return entry.words("ja" if entry.worded else self.language)
