"""What a page is about in a sentence or two, for lists of links elsewhere: only what its content says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from kushiro_yearbook.blocks.partners import Partner
from kushiro_yearbook.inline import plain
from kushiro_yearbook.model import Department, Edition, Section
from kushiro_yearbook.phrases import heading, qualifiers
from kushiro_yearbook.text import Scope, Text, sentence_case

# In letters; search engines show no more.
LONGEST = 160

Words = Mapping[str, str]
# A text's first paragraph as bare words of a language.
Told = Callable[[Text, str, Scope], str]

# Behind a full stop, but not within brackets.
_SENTENCE = re.compile(r"(?<=。)(?![^「]*」)(?![^（]*）)|(?<=[.!?])\s+(?=[A-Z“])")
_BORDERS = "、，,;；・ 　"


def of_edition(name: str, edition: Edition, language: str, words: Words) -> str:
    """Its name, the year it reports, and its departments."""
    told = edition.form.fiscal_year
    year = [words["fiscal_year_of"].replace("{}", plain(told.runs(language)))] if told else []
    names = [plain(department.form.name.runs(language)) for department in edition.departments]
    stop = words["full_stop"]
    return _listed(stop.join([name, *year]) + stop.rstrip(), names, language, words)


def of_department(department: Department, language: str, words: Words) -> str:
    """Its name and its sections."""
    titles = [plain(heading(section, language)) for section in department.sections]
    return _listed(plain(department.form.name.runs(language)), titles, language, words)


def of_section(section: Section, language: str, words: Words, told: Told) -> str:
    """Its first sentences after its qualifiers; where it has none, what it lists or measures."""
    qualified = [plain(runs) for runs in qualifiers(section, language, words)]
    title = plain(heading(section, language)) + "".join(qualified)
    sentences = next(filter(None, _sentences(section, language, told)), None)
    if sentences is None:
        return _listed(title, _topics(section, language), language, words)
    lead = title + words["full_stop"].rstrip() if qualified else ""
    return _led(lead, sentences, language)


def of_partner(partner: Partner, language: str, words: Words, told: Told) -> str:
    """What it is, where and since when, and the first sentences about it."""
    since = words["partner_since"].replace("{}", plain(partner.agreed.runs(language)))
    facts = [words[f"partner_type_{partner.type}"], plain(partner.where(language)), since]
    lead = words["comma"].join(filter(None, facts)) + words["full_stop"].rstrip()
    said = [text for text in (partner.profile, partner.origin) if text and text.speaks(language)]
    sentences = chain.from_iterable(split(told(text, language, partner.scope)) for text in said)
    return _led(lead, [*sentences], language)


def of_partners(partners: Iterable[Partner], language: str, words: Words) -> str:
    """How many there are, and their names."""
    names = [plain(partner.name.runs(language)) for partner in partners]
    return _listed(words["partners_count"].replace("{}", str(len(names))), names, language, words)


def of_sections(title: str, sections: Iterable[Section], language: str, words: Words) -> str:
    """A title, and the sections that the page speaks of."""
    titles = dict.fromkeys(plain(heading(section, language)) for section in sections)
    return _listed(title, [name for name in titles if name], language, words)


def split(words: str) -> list[str]:
    """A paragraph's sentences."""
    return [sentence for sentence in _SENTENCE.split(words) if sentence.strip()]


def beginning(words: str) -> str:
    """Words as far as there is room, up to the last border of phrases."""
    if len(words) <= LONGEST:
        return words
    kept = words[: LONGEST - 1]
    border = max(kept.rfind(sign) for sign in _BORDERS)
    return kept[: border if border > 0 else None].rstrip(_BORDERS) + "…"


def _sentences(section: Section, language: str, told: Told) -> Iterator[list[str]]:
    """The sentences of each text in it that speaks the language."""
    for below in section.walk():
        text = below.form.text
        if text and text.speaks(language):
            yield split(told(text, language, below.scope))


def _topics(section: Section, language: str) -> list[str]:
    """The titles of its sections, or the names of its partners, or the labels of its values."""
    titles = [plain(heading(below, language)) for below in section.sections if below.titled]
    names = [plain(partner.name.runs(language)) for partner in section.partners]
    labels = (sentence_case(label.runs(language)) for label in section.labels())
    return titles or names or [*dict.fromkeys(map(plain, labels))]


def _listed(lead: str, names: Sequence[str], language: str, words: Words) -> str:
    """A lead and as many names as there is room for; a sentence as lead needs no colon."""
    if not names:
        return beginning(lead)
    colon = {"。": "", ".": " "}.get(lead[-1:], "：" if language == "ja" else ": ")
    return _fitting([f"{lead}{colon}{names[0]}", *names[1:]], words["comma"])


def _led(lead: str, sentences: Sequence[str], language: str) -> str:
    """Sentences after a lead, with which the first of them makes one piece."""
    between = "" if language == "ja" else " "
    first = between.join(filter(None, (lead, *sentences[:1])))
    return _fitting([first, *sentences[1:]], between)


def _fitting(pieces: Sequence[str], between: str) -> str:
    """As many whole pieces as there is room for; of a first one that is too long, its beginning."""
    said = pieces[0]
    for piece in pieces[1:]:
        if len(longer := f"{said}{between}{piece}") > LONGEST:
            break
        said = longer
    return beginning(said)
