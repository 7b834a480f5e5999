"""A comparison as Markdown, for those who approve a proposal: on the page of a proposal and at a desk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kushiro_yearbook.comparison import Comparison, Extent, Found, Located, Office, State
from kushiro_yearbook.faults import Place, Severity
from kushiro_yearbook.inline import plain
from kushiro_yearbook.observations import Observation
from kushiro_yearbook.page_list import Page
from kushiro_yearbook.phrases import plain_heading
from kushiro_yearbook.quantities import Status
from kushiro_yearbook.report import SEVERITY_WORDS
from kushiro_yearbook.text import LANGUAGES
from kushiro_yearbook.theme import Theme
from kushiro_yearbook.wording import WORDINGS

# GitHub takes a summary of 1 MiB at most; where the first length does not fit, the next one is tried.
MAX_BYTES = 1_000_000
LENGTHS = (300, 60, 10)
# A value is to be seen at a glance.
MAX_CHARACTERS = 200

Rows = Iterable[tuple[str, ...]]


@dataclass(frozen=True)
class Listing:
    """A table with its heading; `note` says what to do about it, `more` how many rows were left out."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    more: int = 0

    def cut(self, length: int) -> Listing:
        """The listing with so many rows at most."""
        return replace(self, rows=self.rows[:length], more=max(0, len(self.rows) - length))


def briefing(comparison: Comparison, theme: Theme, language: str, folder: str) -> str:
    """The whole summary; paths begin with the folder of the new content."""
    telling = _Telling(comparison, theme.words[language], language, folder)
    listings, sentences = [listing for listing in telling.listings() if listing.rows], telling.sentences()
    # Whatever a template prints is escaped, so that no value can be forgotten.
    template = theme.environment.overlay(autoescape=False, finalize=escaped).get_template("diff.md")
    context = {"words": telling.words, "sentences": tuple(sentences)}
    for length in LENGTHS:
        told = template.render(context, listings=[listing.cut(length) for listing in listings])
        if len(told.encode()) <= MAX_BYTES:
            break
    return told


# What begins markup inside a line, and what ends a cell of a table.
_MARKUP = re.compile(r"[\\`*_\[\]|~$]")
_TAGS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
# Where a name, a number or an address would become a link: an unseen space of no width parts it.
_LINKS = re.compile(r"(?<=@)|(?<=#)(?=\w)|(?<=gh)(?=-\d)|(?<=:)(?=//)|(?<=www)(?=\.)", re.IGNORECASE)


def escaped(value: object) -> str:
    """A value as plain words in Markdown, on one line and not too long: no tag, link, mention or new cell."""
    words = " ".join(str(value).split())
    if len(words) > MAX_CHARACTERS:
        words = words[: MAX_CHARACTERS - 1] + "…"
    return _LINKS.sub("\u200b", _MARKUP.sub(r"\\\g<0>", words.translate(_TAGS)))


@dataclass(frozen=True)
class _Telling:
    """A comparison in the words of a language."""

    comparison: Comparison
    words: Mapping[str, str]
    language: str
    folder: str

    def sentences(self) -> Iterator[str]:
        """What is to be known first: whether a site can be built, and what could be compared."""
        told, words = self.comparison, self.words
        warnings = sum(office.number(Severity.WARNING) for office in told.offices)
        yield words["diff_unsound"].format(told.errors) if told.errors else words["diff_sound"]
        if warnings:
            yield words["diff_warnings"].format(warnings)
        if told.mended:
            yield words["diff_mended"].format(told.mended)
        if told.state is not State.COMPARED:
            yield self._not_compared()
        for pattern, extents in (
            (words["diff_edition_added"], told.editions_added),
            (words["diff_edition_removed"], told.editions_removed),
        ):
            yield from (self._extent(pattern, extent) for extent in extents)
        yield from self._unchanged()

    def _not_compared(self) -> str:
        found = {
            State.FIRST: self.words["diff_first"].format(*self.comparison.extent),
            State.OLD_UNREAD: self.words["diff_old_unread"],
            State.NEW_UNREAD: self.words["diff_new_unread"],
        }
        return found[self.comparison.state]

    def _extent(self, pattern: str, extent: Extent) -> str:
        return pattern.format(plain(extent.label.runs(self.language)), extent.pages, extent.figures)

    def _unchanged(self) -> Iterator[str]:
        """That nothing changed, or what of all that is compared did not."""
        if self.comparison.nothing:
            yield self.words["diff_nothing"]
        elif self.comparison.state is State.COMPARED:
            none = [listing.title for listing in self._changes() if not listing.rows]
            separator = "、" if self.language == "ja" else "; "
            if none:
                yield self.words["diff_none_of"].format(separator.join(none))

    def listings(self) -> Iterator[Listing]:
        """Every table in the order of its weight, the empty ones too."""
        words, new = self.words, self.words["diff_of_which_new"]
        counts = (words["diff_department"], words["diff_error_count"], new, words["diff_warning_count"], new)
        rows = tuple(map(self._office, self.comparison.offices))
        yield Listing(words["diff_faults_by_department"], counts, rows)
        heads = (words["diff_kind"], words["diff_what"], words["diff_place"])
        yield Listing(words["diff_faults"], heads, tuple(map(self._found, self.comparison.found)))
        files = (words["diff_file"], words["diff_content"])
        yield Listing(words["diff_unread"], files, tuple(self._unread()), words["diff_unread_note"])
        yield from self._changes()
        yield Listing(words["diff_files"], (words["diff_file"], words["diff_change"]), tuple(self._files()))

    def _changes(self) -> Iterator[Listing]:
        """What changed of all that is compared, each kind whether it has rows or not."""
        words, inside = self.words, self.comparison.inside
        old, new, place = words["diff_old"], words["diff_new"], words["diff_place"]
        page, address = words["diff_page"], words["diff_address"]
        addresses = (page, words["diff_old_address"], words["diff_new_address"])
        rows = tuple(self._figure(*pair) for pair in inside.figures)
        yield Listing(words["diff_figures"], (words["diff_figure"], old, new, place), rows)
        pages = (page, address, place)
        yield Listing(words["diff_added"], pages, tuple(map(self._page, inside.added)))
        moved = tuple((self._title(now), was.address, now.address) for was, now in inside.moved)
        yield Listing(words["diff_moved"], addresses, moved)
        removed = tuple(map(self._page, inside.removed))
        yield Listing(words["diff_removed"], pages, removed, words["diff_removed_note"])
        yield Listing(words["diff_titles"], (old, new, address), tuple(self._retitled()))
        yield from self._english()

    def _english(self) -> Iterator[Listing]:
        words, place = self.words, self.words["diff_place"]
        heads = (words["diff_old_japanese"], words["diff_new_japanese"], words["diff_english"], place)
        rows = tuple(
            (was, text.ja, text.words("en"), self._at(text.place)) for was, text in self.comparison.stale
        )
        yield Listing(words["diff_stale"], heads, rows, words["diff_stale_note"])
        untranslated = self.comparison.untranslated
        missing = tuple((self._message(one), self._at(one.fault.place)) for one in untranslated)
        yield Listing(words["diff_untranslated"], (words["diff_what"], place), missing)

    def _office(self, office: Office) -> tuple[str, ...]:
        names = " ".join(plain(name.runs(self.language)) for name in office.names)
        numbers = (office.number(weight, fresh=fresh) for weight in Severity for fresh in (False, True))
        whole = self._path(office.folder) if office.folder else self.words["diff_whole"]
        return (names or whole, *map(str, numbers))

    def _found(self, found: Found) -> tuple[str, ...]:
        kind = SEVERITY_WORDS[found.severity][self.language]
        fresh = self.words["diff_is_new"] if found.fresh else ""
        return (f"{kind} {found.fault.code}{fresh}", self._message(found), self._at(found.fault.place))

    def _message(self, found: Found) -> str:
        return WORDINGS[found.fault.code].message(self.language, found.fault.words)

    def _unread(self) -> Iterator[tuple[str, ...]]:
        sides = (self.words["diff_old"], self.words["diff_new"])
        for paths, whose in zip(self.comparison.unread, sides, strict=True):
            yield from ((self._path(path), whose) for path in paths)

    def _files(self) -> Iterator[tuple[str, ...]]:
        """The files that changed; where there were none before, all are new and none is worth naming."""
        if self.comparison.state is not State.FIRST:
            for path, change in self.comparison.files:
                yield (self._path(path), self.words[f"diff_file_{change}"])

    def _figure(self, old: Located | None, new: Located | None) -> tuple[str, ...]:
        here = new or old
        assert here is not None
        headings = [plain_heading(section, self.language) for section in here.way]
        whose = [plain(here.whose.runs(self.language))] if here.whose else []
        label = plain(here.observation.measure.runs(self.language))
        way = " › ".join(dict.fromkeys(filter(None, [*headings, *whose, label])))
        was, now = old.observation if old else None, new.observation if new else None
        return (way, self._value(was, now), self._value(now, was), self._at(here.observation.place))

    def _value(self, figure: Observation | None, other: Observation | None) -> str:
        """A figure as a page shows it, with the time and status that tell it from the other one."""
        if figure is None:
            return self.words["diff_none"]
        said = []
        if figure.time and (other is None or other.time != figure.time):
            said.append(plain(figure.time.runs(self.language)))
        marked = figure.quantity is not None and figure.status is not Status.NORMAL
        if marked and (other is None or other.status is not figure.status):
            said.append(plain(figure.status.runs(self.language)))
        aside = self.words["parenthesis"].format(("、" if self.language == "ja" else ", ").join(said))
        return plain((figure.quantity or figure.status).runs(self.language)) + (aside if said else "")

    def _page(self, page: Page) -> tuple[str, ...]:
        return (self._title(page), page.address, self._at(page.place))

    def _title(self, page: Page) -> str:
        return page.titles[self.language]

    def _retitled(self) -> Iterator[tuple[str, ...]]:
        """A row for each title that changed; a language that shows the Japanese one has none of its own."""
        for was, now in self.comparison.inside.retitled:
            for old, new in dict.fromkeys(
                (was.titles[language], now.titles[language]) for language in LANGUAGES
            ):
                if old != new:
                    yield (old, new, now.address)

    def _at(self, place: Place) -> str:
        return f"{self._path(place.path)}:{place.line}" if place.path else self.folder

    def _path(self, path: str) -> str:
        return f"{self.folder}/{path}"
