"""The texts of a yearbook, as the rules on language walk through them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from kushiro_yearbook.faults import Place
from kushiro_yearbook.model import Edition, Yearbook
from kushiro_yearbook.text import CITATION, NOTHING, READING, Scope, Text

# The languages that are compared: readers of any other find what these say.
PAIR = ("ja", "en")
OTHER = {"ja": "en", "en": "ja"}
# What a fault in one language calls its place in the other.
ROLE = {"ja": "japanese", "en": "english"}

# Who has written a sign wrongly all through a text needs no more to see it.
MOST_OF_A_TEXT = 20


def every_text(yearbook: Yearbook) -> Iterator[tuple[Text, Scope]]:
    """Every text, from the yearbook's title to the last note, with what it may cite."""
    yield from ((text, NOTHING) for text in yearbook.own_texts())
    for edition in yearbook.editions:
        yield from texts_in(edition)


def texts_in(edition: Edition) -> Iterator[tuple[Text, Scope]]:
    """Every text of an edition, with what it may cite."""
    yield from ((text, NOTHING) for text in edition.own_texts())
    for department in edition.departments:
        yield from ((text, NOTHING) for text in department.own_texts())
        for section in department.sections:
            yield from section.texts()


def own_words(yearbook: Yearbook) -> Iterator[tuple[Text, str]]:
    """Every text with each of the compared languages that it has words in; names stand in their register."""
    for text, _ in every_text(yearbook):
        if not text.named and not text.kanji_only:
            yield from ((text, language) for language in PAIR if text.speaks(language))


def translated(yearbook: Yearbook, *editions: Edition) -> Iterator[tuple[Text, Scope]]:
    """Every text, or every one of these editions, that someone wrote in both languages at one spot."""
    if "en" in yearbook.form.languages:
        for text, scope in chain(*map(texts_in, editions)) if editions else every_text(yearbook):
            own = text.speaks("en") and text.place_of("en") != text.place
            if own and text.words("en") != text.ja:
                yield text, scope


def beginning(text: Text, language: str) -> Place:
    """The first line of a text's words, where they stand."""
    return text.place_of_part(language, 0, len(text.words(language).partition("\n")[0]))


# What is no prose in a text: citations, readings, code, where links lead.
_SILENT = re.compile(
    rf"{CITATION.pattern}|{READING.pattern}|`[^`\n]*`|\]\([^()\s]*\)|\]: *\S+|<?(?:https?|mailto|tel):[^\s)>、。」）]*"
)


def prose_alone(words: str) -> str:
    """The words with blanks in the place of whatever is no prose, so that all stands where it stood."""
    return _SILENT.sub(lambda match: " " * len(match[0]), words)
