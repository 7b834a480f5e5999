"""`yearbook release`: the record of what was published."""

from __future__ import annotations

from kushiro_yearbook.commands.command import (
    DONE,
    FAULTY,
    MISUSED,
    UNWRITABLE,
    Command,
    Message,
    Options,
    complain,
    tell,
)
from kushiro_yearbook.model import Edition
from kushiro_yearbook.page_list import addresses_of, key_now, moved_keys
from kushiro_yearbook.pipeline import examine
from kushiro_yearbook.recording import keep
from kushiro_yearbook.records import PUBLISHED, release_text

RELEASED: Message = {
    "ja": "{edition} 年の版の公開を {file} に記録しました（アドレス {addresses}、数値 {figures}）。",
    "en": "Recorded the publication of {edition} in {file} ({addresses} addresses, {figures} figures).",
}
NOT_RELEASED: Message = {
    "ja": "エラーがあるため、公開の記録は書いていません。",
    "en": "Nothing was recorded because of the errors.",
}
NO_EDITION: Message = {
    "ja": "「{edition}」という版はありません。フォルダの名前（西暦4けた）を書いてください。",
    "en": "There is no edition {edition}. Give the name of its folder, four digits.",
}


def _run(options: Options) -> int:
    checked = examine(options.content)
    language = options.speaks(checked)
    if checked.yearbook is None or not checked.sound:
        tell(checked, options)
        complain(NOT_RELEASED, language)
        return FAULTY
    wanted = options.edition or checked.yearbook.newest.slug
    edition = next((edition for edition in checked.yearbook.editions if edition.slug == wanted), None)
    if edition is None:
        complain(NO_EDITION, language, edition=wanted)
        return MISUSED
    addresses, figures = _extended(edition)
    file = options.content / edition.slug / PUBLISHED
    try:
        keep(file, release_text(edition.slug, addresses, figures))
    except OSError as error:
        complain(UNWRITABLE, language, target=file, reason=error.strerror)
        return MISUSED
    words = {"edition": edition.slug, "addresses": len(addresses), "figures": len(figures)}
    print(RELEASED[language].format(file=file.as_posix(), **words))
    return DONE


def _extended(edition: Edition) -> tuple[set[str], dict[str, tuple[str, ...]]]:
    """What was published before, and what is now: nothing is ever taken off the record."""
    release, moves, now = edition.release, moved_keys(edition), edition.observations
    figures = dict(release.figures) if release else {}
    for key, values in figures.items():
        observation = now.get("/".join(key_now(key, moves)))
        if observation is not None and observation.statement != values[-1]:
            figures[key] = (*values, observation.statement)
    figures |= {key: (one.statement,) for key, one in now.items() if key not in figures}
    return {*addresses_of(edition), *(release.addresses if release else ())}, figures


RELEASE = Command(
    _run,
    "公開した版のアドレスと数値を記録する / record the addresses and figures of a published edition",
    {"edition": {"nargs": "?", "help": "版（なければ最新） / edition, by default the newest"}},
)
