"""The faults of the new content, and the files that could not be read or were not told of, as tables."""

from __future__ import annotations

from collections.abc import Iterator

from kushiro_yearbook.briefing.markdown import Listing, Row
from kushiro_yearbook.briefing.voice import Voice
from kushiro_yearbook.comparing.comparison import Comparison
from kushiro_yearbook.comparing.files import Change, File
from kushiro_yearbook.comparing.finds import Found, Office
from kushiro_yearbook.faults import Severity
from kushiro_yearbook.report import SEVERITY_WORDS
from kushiro_yearbook.wording import WORDINGS


def faults(comparison: Comparison, voice: Voice) -> Iterator[Listing]:
    """The faults by department, then one by one, then what could not be read because of them."""
    words, new = voice.words, voice.words["diff_of_which_new"]
    counts = (words["diff_department"], words["diff_error_count"], new, words["diff_warning_count"], new)
    rows = tuple(_office(office, voice) for office in comparison.offices)
    yield Listing(words["diff_faults_by_department"], counts, rows)
    heads = (words["diff_kind"], words["diff_what"], words["diff_place"])
    yield Listing(words["diff_faults"], heads, tuple(_found(found, voice) for found in comparison.found))
    files = (words["diff_file"], words["diff_content"])
    yield Listing(words["diff_unread"], files, tuple(_unread(comparison, voice)), words["diff_unread_note"])


def left(comparison: Comparison, voice: Voice) -> Listing:
    """The files of which nothing was told."""
    words = voice.words
    rows = tuple(_file(file, voice) for file in comparison.files)
    return Listing(
        words["diff_files"], (words["diff_file"], words["diff_change"]), rows, words["diff_files_note"]
    )


def _office(office: Office, voice: Voice) -> Row:
    names = " ".join(voice.text(name) for name in office.names)
    numbers = (office.number(weight, fresh=fresh) for weight in Severity for fresh in (False, True))
    whole = voice.path(office.folder) if office.folder else voice.words["diff_whole"]
    return (names or whole, *map(str, numbers))


def _found(found: Found, voice: Voice) -> Row:
    kind = SEVERITY_WORDS[found.severity][voice.language]
    fresh = voice.words["diff_is_new"] if found.fresh else ""
    message = WORDINGS[found.fault.code].message(voice.language, found.fault.words)
    # The column tells two of a kind on one line apart.
    place = voice.at(found.fault.place) + (f":{found.fault.place.column}" if found.fault.place.path else "")
    return (f"{kind} {found.fault.code}{fresh}", message, place)


def _unread(comparison: Comparison, voice: Voice) -> Iterator[Row]:
    old, new = comparison.between.unread
    yield from ((voice.former_path(path), voice.words["diff_old"]) for path in old)
    yield from ((voice.path(path), voice.words["diff_new"]) for path in new)


def _file(file: File, voice: Voice) -> Row:
    path = voice.former_path(file.path) if file.change is Change.REMOVED else voice.path(file.path)
    return (path, voice.words[f"diff_file_{file.change}"].format(file.former.rpartition("/")[2]))
