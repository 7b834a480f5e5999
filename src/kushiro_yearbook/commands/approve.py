"""`yearbook approve`: translations that someone has read beside their Japanese."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kushiro_yearbook.commands.command import (
    DONE,
    FAULTY,
    MISUSED,
    UNWRITABLE,
    Command,
    Message,
    Options,
    complain,
    editions_of,
)
from kushiro_yearbook.freshness import Standing, settled
from kushiro_yearbook.model import Department, Edition
from kushiro_yearbook.pipeline import Checked, examine
from kushiro_yearbook.pointing import point, texts_at
from kushiro_yearbook.recording import keep
from kushiro_yearbook.records import (
    CONFIRMED,
    TRANSLATIONS,
    Pair,
    approvals_text,
    confirmations_text,
    pair_of,
)
from kushiro_yearbook.text import Text

STANDINGS: dict[Standing, Message] = {
    Standing.UNAPPROVED: {"ja": "新しい訳文", "en": "never approved"},
    Standing.JAPANESE_CHANGED: {"ja": "日本語が変わりました", "en": "the Japanese changed"},
    Standing.ENGLISH_CHANGED: {"ja": "英語が変わりました", "en": "the English changed"},
}
APPROVED: Message = {
    "ja": "{department}: {number} 件の訳文を承認しました。",
    "en": "{department}: {number} translations approved.",
}
PENDING: Message = {
    "ja": "{department}: 承認されていない訳文が {number} 件あります。",
    "en": "{department}: {number} translations are not approved.",
}
TIDIED: Message = {"ja": "{file} を整えました。", "en": "Put {file} in order."}
NO_DEPARTMENT: Message = {
    "ja": "「{name}」という課はありません。フォルダの名前から番号を除いて書いてください（例: {example}）。",
    "en": "There is no department {name}. Write its folder's name without the number ({example}).",
}
NO_TEXT: Message = {
    "ja": "「{place}」に、日本語と英語のある文はありません。ファイル名:行 のように書いてください。",
    "en": "There is no text in both languages at {place}. Write FILE:LINE.",
}

# A department of an edition with the texts to be approved in it.
Review = tuple[Edition, Department, list[Text]]


def _run(options: Options) -> int:
    checked = examine(options.content)
    language = options.speaks(checked)
    try:
        if options.tidy:
            return _tidy(checked, options, language)
        editions = editions_of(checked, options)
        if not editions:
            return FAULTY
        strange = [name for name in options.departments if not list(_named(name, editions))]
        if strange:
            example = editions[0].departments[0].slug if editions[0].departments else "finance"
            complain(NO_DEPARTMENT, language, name=strange[0], example=example)
            return MISUSED
        return _review(list(_reviews(checked, options, editions)), options, language)
    except OSError as error:
        complain(UNWRITABLE, language, target=error.filename or options.content, reason=error.strerror)
        return MISUSED


def _named(name: str, editions: tuple[Edition, ...]) -> Iterator[tuple[Edition, Department]]:
    """The department of a name in the newest edition, or of `2025/name` in that one."""
    year, _, slug = name.strip("/").rpartition("/")
    for edition in editions:
        department = edition.department(slug)
        if department is not None and edition.slug == (year or editions[0].slug):
            yield edition, department


def _reviews(checked: Checked, options: Options, editions: tuple[Edition, ...]) -> Iterator[Review]:
    """The departments asked for, by default all of the newest edition, with the texts asked for."""
    only = options.only and point(options.only, options.content.as_posix(), checked.sources)
    if options.departments:
        chosen = [pair for name in options.departments for pair in _named(name, editions)]
    else:
        wanted = editions if options.only else editions[:1]
        chosen = [(edition, department) for edition in wanted for department in edition.departments]
    for edition, department in chosen:
        if not options.only:
            yield edition, department, list(department.texts())
        elif only and (only.path or edition is editions[0] or only.way[0] == edition.slug):
            texts = list(dict.fromkeys(texts_at(only, edition.slug, department)))
            if any(map(pair_of, texts)):
                yield edition, department, texts


def _review(reviews: list[Review], options: Options, language: str) -> int:
    """Show what is not approved yet, and approve it unless it is only asked for."""
    if options.only and not reviews:
        complain(NO_TEXT, language, place=options.only)
        return MISUSED
    waiting = 0
    for edition, department, texts in reviews:
        pending = [text for text in texts if (pair := pair_of(text)) and pair not in edition.approved]
        waiting += len(pending)
        for text in pending:
            print(_shown(text, edition.unsettled.get(text, Standing.UNAPPROVED), options, language))
        if not options.check:
            keep(_file(options, department, TRANSLATIONS), _lock(edition, department, texts))
        message = PENDING if options.check else APPROVED
        print(message[language].format(department=department.form.name.words(language), number=len(pending)))
    return FAULTY if options.check and waiting else DONE


def _shown(text: Text, standing: Standing, options: Options, language: str) -> str:
    place = text.place_of("en")
    where = f"{options.content.as_posix()}/{place.path}:{place.line}"
    lines = [f"{where}: {STANDINGS[standing][language]}"]
    lines += [f"  {spoken}: {' '.join(text.words(spoken).split())}" for spoken in ("ja", "en")]
    return "\n".join(lines)


def _lock(edition: Edition, department: Department, texts: list[Text]) -> str:
    """The department's file with these texts approved."""
    known: frozenset[Pair] = department.approvals.pairs if department.approvals else frozenset()
    added = [pair for text in texts if (pair := pair_of(text)) is not None]
    return approvals_text(settled(known, added, edition.approved, edition.pairs))


def _file(options: Options, department: Department, name: str) -> Path:
    return options.content / department.folder / name


def _tidy(checked: Checked, options: Options, language: str) -> int:
    """Write every record anew with what could be read of it."""
    for edition in checked.yearbook.editions if checked.yearbook else ():
        for department in edition.departments:
            for name, text in _as_read(department):
                file = _file(options, department, name)
                if keep(file, text):
                    print(TIDIED[language].format(file=file.as_posix()))
    return DONE


def _as_read(department: Department) -> Iterator[tuple[str, str]]:
    if department.approvals:
        yield TRANSLATIONS, approvals_text(department.approvals.pairs)
    if department.confirmations:
        yield CONFIRMED, confirmations_text(department.confirmations.entries)


APPROVE = Command(
    _run,
    "読みくらべた訳文を承認する / approve translations that were read beside the Japanese",
    {
        "departments": {"nargs": "*", "help": "課（なければ全部） / departments, by default all"},
        "--only": {
            "help": "ファイル名:行、または課/節/id だけ / only this FILE:LINE or DEPARTMENT/SECTION/ID"
        },
        "--check": {"action": "store_true", "help": "一覧を見るだけ / only list what is not approved"},
        "--tidy": {
            "action": "store_true",
            "help": "控えのファイルを整えるだけ / only put the records in order",
        },
    },
)
