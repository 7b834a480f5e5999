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
from kushiro_yearbook.freshness import Keeper, Keepers, Standing, settled
from kushiro_yearbook.model import Edition, Yearbook
from kushiro_yearbook.pipeline import Checked, examine
from kushiro_yearbook.pointing import Pointer, point, texts_below, texts_on
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
    "ja": "「{name}」という課はありません。フォルダの名前から番号を除いて書いてください（例: {example}）。"
    "版は 2026、台帳は registers です。",
    "en": "There is no department {name}. Write its folder's name without the number ({example}), "
    "an edition (2026) or registers.",
}
NO_TEXT: Message = {
    "ja": "「{place}」に、日本語と英語のある文はありません。ファイル名:行 のように書いてください。",
    "en": "There is no text in both languages at {place}. Write FILE:LINE.",
}

# Whom a text belongs to, among whom it may have moved, with the texts to be approved.
Review = tuple[Keepers, Keeper, list[Text]]


def _run(options: Options) -> int:
    checked = examine(options.content)
    language = options.speaks(checked)
    try:
        if options.tidy:
            return _tidy(checked, options, language)
        editions = editions_of(checked, options)
        if not editions or checked.yearbook is None:
            return FAULTY
        strange = [name for name in options.departments if not _named(name, checked.yearbook)]
        if strange:
            example = editions[0].departments[0].slug if editions[0].departments else "finance"
            complain(NO_DEPARTMENT, language, name=strange[0], example=example)
            return MISUSED
        return _review(list(_reviews(checked.yearbook, checked, options)), options, language)
    except OSError as error:
        complain(UNWRITABLE, language, target=error.filename or options.content, reason=error.strerror)
        return MISUSED


def _keepers(yearbook: Yearbook) -> Iterator[tuple[Edition | None, Keepers, Keeper]]:
    """All that may keep a record: the yearbook, then its editions with their departments."""
    yield from ((None, yearbook.keepers, keeper) for keeper in yearbook.keepers.all)
    for edition in yearbook.editions:
        yield from ((edition, edition.keepers, keeper) for keeper in edition.keepers.all)


def _named(name: str, yearbook: Yearbook) -> list[Keeper]:
    """The department of a name in the newest edition, or by `2025/name`, `2026`, `registers`."""
    word = name.strip("/")
    ways = (word, f"{yearbook.newest.slug}/{word}")
    return [keeper for _, _, keeper in _keepers(yearbook) if keeper.way in ways]


def _reviews(yearbook: Yearbook, checked: Checked, options: Options) -> Iterator[Review]:
    """Those asked for, by default all of the newest edition and the registers, with the texts asked for."""
    only = point(options.only, options.content.as_posix(), checked.sources) if options.only else None
    chosen = [keeper for name in options.departments for keeper in _named(name, yearbook)]
    newest = yearbook.newest
    for edition, keepers, keeper in _keepers(yearbook):
        if keeper in chosen if options.departments else options.only or edition in (None, newest):
            texts = _pointed(only, edition, keeper, newest) if options.only else list(keeper.texts())
            if not options.only or any(map(pair_of, texts)):
                yield keepers, keeper, texts


def _pointed(only: Pointer | None, edition: Edition | None, keeper: Keeper, newest: Edition) -> list[Text]:
    """The texts that `--only` means; a way without an edition leads into the newest one."""
    if only is None:
        return []
    if only.path:
        return list(dict.fromkeys(texts_on(only, keeper.texts())))
    department = edition.department(keeper.way.rpartition("/")[2]) if edition else None
    if edition is None or department is None or (edition is not newest and only.way[0] != edition.slug):
        return []
    return list(dict.fromkeys(texts_below(only, edition.slug, department)))


def _review(reviews: list[Review], options: Options, language: str) -> int:
    """Show what is not approved yet, and approve it unless it is only asked for."""
    if options.only and not reviews:
        complain(NO_TEXT, language, place=options.only)
        return MISUSED
    waiting = 0
    for keepers, keeper, texts in reviews:
        pending = [text for text in texts if (pair := pair_of(text)) and pair not in keepers.approved]
        waiting += len(pending)
        for text in pending:
            print(_shown(text, keepers.unsettled.get(text, Standing.UNAPPROVED), options, language))
        if not options.check:
            keep(_file(options, keeper.folder, TRANSLATIONS), _lock(keepers, keeper, texts))
        message = PENDING if options.check else APPROVED
        print(message[language].format(department=keeper.names[language], number=len(pending)))
    return FAULTY if options.check and waiting else DONE


def _shown(text: Text, standing: Standing, options: Options, language: str) -> str:
    place = text.place_of("en")
    where = f"{options.content.as_posix()}/{place.path}:{place.line}"
    lines = [f"{where}: {STANDINGS[standing][language]}"]
    lines += [f"  {spoken}: {' '.join(text.words(spoken).split())}" for spoken in ("ja", "en")]
    return "\n".join(lines)


def _lock(keepers: Keepers, keeper: Keeper, texts: list[Text]) -> str:
    """Its file with these texts approved."""
    known: frozenset[Pair] = keeper.approvals.pairs if keeper.approvals else frozenset()
    added = [pair for text in texts if (pair := pair_of(text)) is not None]
    return approvals_text(settled(known, added, keepers.approved, keepers.pairs))


def _file(options: Options, folder: str, name: str) -> Path:
    return options.content / folder / name


def _tidy(checked: Checked, options: Options, language: str) -> int:
    """Write every record anew with what could be read of it."""
    for folder, name, text in _as_read(checked.yearbook) if checked.yearbook else ():
        file = _file(options, folder, name)
        if keep(file, text):
            print(TIDIED[language].format(file=file.as_posix()))
    return DONE


def _as_read(yearbook: Yearbook) -> Iterator[tuple[str, str, str]]:
    for _, _, keeper in _keepers(yearbook):
        if keeper.approvals:
            yield keeper.folder, TRANSLATIONS, approvals_text(keeper.approvals.pairs)
    for department in (department for edition in yearbook.editions for department in edition.departments):
        if department.confirmations:
            yield department.folder, CONFIRMED, confirmations_text(department.confirmations.entries)


APPROVE = Command(
    _run,
    "読みくらべた訳文を承認する / approve translations that were read beside the Japanese",
    {
        "departments": {
            "nargs": "*",
            "help": "課、版（2026）、registers（台帳）。なければ全部 / departments, 2026, registers; or all",
        },
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
