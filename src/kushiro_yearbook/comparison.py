"""Two contents compared: what a proposal changes, as those who approve it ask about it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kushiro_yearbook.faults import Fault, Place, Severity
from kushiro_yearbook.forms import texts_of
from kushiro_yearbook.load.folders import OWN_FILES, RECORDS, ROOT_FILES
from kushiro_yearbook.model import Edition, Section, Yearbook
from kushiro_yearbook.observations import Observation
from kushiro_yearbook.page_list import Page, former_pages, pages_of
from kushiro_yearbook.pipeline import Checked
from kushiro_yearbook.report import in_order
from kushiro_yearbook.text import Text
from kushiro_yearbook.wording import NO_ENGLISH, severity


class State(StrEnum):
    """Whether there were two yearbooks to compare."""

    COMPARED = "compared"
    FIRST = "first"
    OLD_UNREAD = "old-unread"
    NEW_UNREAD = "new-unread"


class Change(StrEnum):
    """What became of a file."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True)
class Found:
    """A fault of the new content; `fresh` where the old one had none like it."""

    fault: Fault
    severity: Severity
    fresh: bool


@dataclass(frozen=True)
class Office:
    """A department's faults: its folder, empty for what belongs to none, and its names if they are known."""

    folder: str
    names: tuple[Text, ...]
    found: tuple[Found, ...]

    def number(self, weight: Severity, *, fresh: bool = False) -> int:
        """How many faults weigh so; of these, with `fresh`, the new ones."""
        return sum(found.severity is weight and (found.fresh or not fresh) for found in self.found)


@dataclass(frozen=True)
class Located:
    """An observation with the sections above it, the outermost first, and the row or partner it is about."""

    observation: Observation
    way: tuple[Section, ...]
    whose: Text | None


@dataclass(frozen=True)
class Extent:
    """An edition that only one content has, by the number of its pages and figures."""

    label: Text
    pages: int
    figures: int


@dataclass(frozen=True)
class Editions:
    """What changed inside the editions that both contents have."""

    # Old and new; None for a figure that the one or the other has not.
    figures: tuple[tuple[Located | None, Located | None], ...] = ()
    added: tuple[Page, ...] = ()
    moved: tuple[tuple[Page, Page], ...] = ()
    # Nothing leads on from these addresses.
    removed: tuple[Page, ...] = ()
    retitled: tuple[tuple[Page, Page], ...] = ()


@dataclass(frozen=True)
class Comparison:
    """Everything told of two contents, in the order of the new one, what it lost behind."""

    state: State
    # The new content whole.
    extent: tuple[int, int]
    offices: tuple[Office, ...]
    # How many faults of the old content are gone.
    mended: int
    inside: Editions
    editions_added: tuple[Extent, ...]
    editions_removed: tuple[Extent, ...]
    # The Japanese as it was, and the text whose English stayed.
    stale: tuple[tuple[str, Text], ...]
    # Files that could not be read, where nothing counts as added or removed: of the old content, of the new.
    unread: tuple[tuple[str, ...], tuple[str, ...]]
    files: tuple[tuple[str, Change], ...]

    @property
    def found(self) -> tuple[Found, ...]:
        """Every fault, department by department."""
        return tuple(found for office in self.offices for found in office.found)

    @property
    def untranslated(self) -> tuple[Found, ...]:
        """The faults that say of something new that it has no English."""
        return tuple(found for found in self.found if found.fresh and found.fault.code in NO_ENGLISH)

    @property
    def errors(self) -> int:
        """How many errors the new content has."""
        return sum(office.number(Severity.ERROR) for office in self.offices)

    @property
    def nothing(self) -> bool:
        """Whether the two are the same, file by file."""
        return self.state is not State.FIRST and not self.files


# Files with these faults are there, though nobody knows what they say.
NOT_TEXT = frozenset({"I01", "I02", "I03"})


def compare(old: Checked, new: Checked) -> Comparison:
    """What the new content changes in the old; either may be faulty, or not there at all."""
    before, after = _editions(old.yearbook), _editions(new.yearbook)
    compared = old.yearbook is not None and new.yearbook is not None
    unread = (_unread(old), _unread(new)) if compared else ((), ())
    in_old, in_new = (_Sight(paths) for paths in unread)
    extents = [_extent(edition) for edition in after.values()]
    return Comparison(
        state=_state(old, new),
        extent=(sum(extent.pages for extent in extents), sum(extent.figures for extent in extents)),
        offices=tuple(_offices(_found(old, new), new.yearbook)),
        mended=_mended(old, new),
        inside=_inside(before, after, in_old, in_new) if compared else Editions(),
        editions_added=_only_in(after, before, in_old) if compared else (),
        editions_removed=_only_in(before, after, in_new) if compared else (),
        stale=tuple(_stale(old.yearbook, new.yearbook)),
        unread=unread,
        files=tuple(_files(_digests(old), _digests(new))),
    )


def _state(old: Checked, new: Checked) -> State:
    if new.yearbook is None:
        return State.NEW_UNREAD
    if old.yearbook is None:
        return State.OLD_UNREAD if old.sources else State.FIRST
    return State.COMPARED


def _editions(yearbook: Yearbook | None) -> Mapping[str, Edition]:
    return {edition.slug: edition for edition in yearbook.editions} if yearbook else {}


def _only_in(
    here: Mapping[str, Edition], there: Mapping[str, Edition], in_there: _Sight
) -> tuple[Extent, ...]:
    missing = [edition for slug, edition in here.items() if slug not in there]
    return tuple(_extent(edition) for edition in missing if in_there.reaches(edition.form.place))


def _extent(edition: Edition) -> Extent:
    return Extent(edition.form.label, sum(1 for _ in pages_of(edition)), len(edition.observations))


# --- faults


def _found(old: Checked, new: Checked) -> Iterator[Found]:
    """The new content's faults in the order of their places; none is new where there was no content."""
    known = Counter(_likeness(fault, old) for fault in in_order(old.faults))
    for fault in in_order(new.faults):
        likeness = _likeness(fault, new)
        known[likeness] -= 1
        yield Found(fault, severity(fault, new.chosen), bool(old.sources) and known[likeness] < 0)


def _mended(old: Checked, new: Checked) -> int:
    if not old.sources:
        return 0
    before = Counter(_likeness(fault, old) for fault in in_order(old.faults))
    return (before - Counter(_likeness(fault, new) for fault in in_order(new.faults))).total()


def _likeness(fault: Fault, checked: Checked) -> tuple[object, ...]:
    """What a fault is known by, wherever in its file it stands and whatever number the file has."""
    words = tuple(sorted(fault.words.items()))
    return (home(fault.place.path), fault.code, words, severity(fault, checked.chosen))


def _offices(found: Iterable[Found], yearbook: Yearbook | None) -> Iterator[Office]:
    """The faults by department folder, errors first and new ones before old ones."""
    names = {
        department.folder: (edition.form.label, department.form.name)
        for edition in (yearbook.editions if yearbook else ())
        for department in edition.departments
    }
    by_folder: dict[str, list[Found]] = {}
    for one in found:
        by_folder.setdefault(one.fault.place.department, []).append(one)
    for folder in sorted(by_folder):
        ordered = sorted(by_folder[folder], key=lambda one: (one.severity, not one.fresh))
        yield Office(folder, names.get(folder, ()), tuple(ordered))


# --- what could not be read


_NUMBER = re.compile(r"[0-9]{2}-")


def home(path: str) -> tuple[str, ...]:
    """Where a file belongs, by names without numbers: edition, part, department, section."""
    *folders, name = [_NUMBER.sub("", step, count=1) for step in path.split("/")]
    own = name in OWN_FILES or any(name in records for records in RECORDS) or not folders
    return (*folders, *(() if own else (name.partition(".")[0],)))


def _unread(checked: Checked) -> tuple[str, ...]:
    """The files with errors whose content the yearbook may lack."""
    read = set(_homes(checked.yearbook)) if checked.yearbook else set()
    faulty = {
        fault.place.path for fault in checked.faults if severity(fault, checked.chosen) is Severity.ERROR
    }
    # A faulty table leaves its section standing, a faulty register the rest of the content.
    return tuple(
        sorted(path for path in faulty if path in ROOT_FILES or path[-4:] == ".csv" or home(path) not in read)
    )


def _homes(yearbook: Yearbook) -> Iterator[tuple[str, ...]]:
    for edition in yearbook.editions:
        yield (edition.slug,)
        for part in edition.parts:
            yield (edition.slug, part.slug)
            for department in part.departments:
                yield (edition.slug, part.slug, department.slug)
                for section in department.sections:
                    yield (edition.slug, part.slug, department.slug, section.slug)


class _Sight:
    """Which places of a content can be seen: not those below a file that could not be read."""

    def __init__(self, unread: Iterable[str]) -> None:
        self._hidden = {home(path) for path in unread}

    def reaches(self, place: Place) -> bool:
        """Whether what is not found at a place is not there."""
        way = home(place.path)
        return not any(way[:length] in self._hidden for length in range(len(way) + 1))


# --- inside the editions


def _inside(
    before: Mapping[str, Edition], after: Mapping[str, Edition], in_old: _Sight, in_new: _Sight
) -> Editions:
    both = [(before[slug], edition) for slug, edition in after.items() if slug in before]
    each = [_inside_one(*pair, in_old, in_new) for pair in both]
    return Editions(
        figures=tuple(pair for one in each for pair in one.figures),
        added=tuple(page for one in each for page in one.added),
        moved=tuple(pair for one in each for pair in one.moved),
        removed=tuple(page for one in each for page in one.removed),
        retitled=tuple(pair for one in each for pair in one.retitled),
    )


def _inside_one(old: Edition, new: Edition, in_old: _Sight, in_new: _Sight) -> Editions:
    before, after = ({page.address: page for page in pages_of(edition)} for edition in (old, new))
    leads = dict(former_pages(new))
    moved = tuple((before[old], new) for old, new in leads.items() if old in before and old not in after)
    reached = {page.address for _, page in moved}
    kept = [(before[address], page) for address, page in after.items() if address in before]
    answered = {*after, *leads}
    gone = [page for page in (*before.values(), *_led(old)) if page.address not in answered]
    return Editions(
        figures=tuple(_figures(old, new, moved, in_old, in_new)),
        added=tuple(
            page
            for address, page in after.items()
            if address not in before and address not in reached and in_old.reaches(page.place)
        ),
        moved=moved,
        removed=tuple(page for page in gone if in_new.reaches(page.place)),
        retitled=tuple((was, now) for was, now in (*kept, *moved) if was.titles != now.titles),
    )


def _led(edition: Edition) -> Iterator[Page]:
    """The addresses that lead on, as pages of their own."""
    for address, page in former_pages(edition):
        yield Page(address, page.titles, page.place)


def _figures(
    old: Edition, new: Edition, moved: tuple[tuple[Page, Page], ...], in_old: _Sight, in_new: _Sight
) -> Iterator[tuple[Located | None, Located | None]]:
    """The figures that changed, by key; those of a section that moved are looked for where it went."""
    moves = {was.key: now.key for was, now in moved if was.key}
    before = {(*moves.get(key[:2], key[:2]), *key[2:]): figure for key, figure in _located(old).items()}
    after = _located(new)
    for key, figure in after.items():
        was = before.get(key)
        if was is None and in_old.reaches(figure.observation.place):
            yield None, figure
        elif was is not None and was.observation.said != figure.observation.said:
            yield was, figure
    for key, figure in before.items():
        if key not in after and in_new.reaches(figure.observation.place):
            yield figure, None


def _located(edition: Edition) -> Mapping[tuple[str, ...], Located]:
    found: dict[tuple[str, ...], Located] = {}
    for department in edition.departments:
        for section in department.sections:
            for figure in _below_section(section, ()):
                found.setdefault(figure.observation.key, figure)
    return found


def _below_section(section: Section, above: tuple[Section, ...]) -> Iterator[Located]:
    way = (*above, section)
    whose = dict(_whose(section))
    for observation in section.own_observations():
        yield Located(observation, way, whose.get(observation.place))
    for child in section.sections:
        yield from _below_section(child, way)


def _whose(section: Section) -> Iterator[tuple[Place, Text]]:
    """By the place of a figure, the heading of its row or the name of its partner."""
    for row in section.form.table.grid if section.form.table else ():
        if row.heading:
            yield from ((cell.place, row.heading) for cell in row.cells)
    for partner in section.form.partners.root if section.form.partners else ():
        yield from ((figure.place, partner.name) for _, figure in partner.every_figure())


# --- languages and files


def _stale(old: Yearbook | None, new: Yearbook | None) -> Iterator[tuple[str, Text]]:
    """Texts whose Japanese changed while their English did not, wherever in their department they stand.

    Editions are not told apart: the next one begins as a copy of the last.
    """
    before = _pairs(_bilingual(old))
    after = _pairs(_bilingual(new))
    for department, text in _bilingual(new):
        known = before.get((department, text.words("en")), {})
        if known and text.ja not in known:
            still = after[department, text.words("en")]
            yield next((ja for ja in known if ja not in still), next(iter(known))), text


def _pairs(texts: Iterable[tuple[str, Text]]) -> Mapping[tuple[str, str], Mapping[str, None]]:
    """By department and English every Japanese it stands beside, in the order met."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for department, text in texts:
        found.setdefault((department, text.words("en")), {})[text.ja] = None
    return found


def _bilingual(yearbook: Yearbook | None) -> Iterator[tuple[str, Text]]:
    """Every text written in both languages at the spot, with the department that answers for it."""
    for department, text in _texts(yearbook):
        if text.speaks("en") and not text.named and text.ja != text.words("en"):
            yield department, text


def _texts(yearbook: Yearbook | None) -> Iterator[tuple[str, Text]]:
    for edition in yearbook.editions if yearbook else ():
        for form in (edition.form, *edition.form.highlights, *(part.form for part in edition.parts)):
            yield from (("", text) for text in texts_of(form))
        for department in edition.departments:
            yield from ((department.slug, text) for text in texts_of(department.form))
            for section in department.sections:
                yield from ((department.slug, text) for text, _ in section.texts())


def _digests(checked: Checked) -> Mapping[str, str]:
    """Every file by its path; what could not be read as text has no digest, and is there all the same."""
    unreadable = {fault.place.path: "" for fault in checked.faults if fault.code in NOT_TEXT}
    return {**unreadable, **{path: source.digest for path, source in checked.sources.items()}}


def _files(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[tuple[str, Change]]:
    for path in sorted({**old, **new}):
        if path not in old:
            yield path, Change.ADDED
        elif path not in new:
            yield path, Change.REMOVED
        elif old[path] != new[path]:
            yield path, Change.CHANGED
