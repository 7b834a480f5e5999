"""Rules on freshness: the English says what the Japanese says now."""

from __future__ import annotations

from collections.abc import Iterator

from kushiro_yearbook.faults import Fault, Related
from kushiro_yearbook.freshness import Keepers, Standing
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.text import Text

_CODES = {Standing.JAPANESE_CHANGED: "V01", Standing.ENGLISH_CHANGED: "V02"}


def stale_texts(yearbook: Yearbook) -> Iterator[Fault]:
    """V01: the Japanese of an approved text changed, its English did not; V02: the other way round.

    ja:
        見つけるもの: 訳文が承認されたあとに、日本語か英語の一方だけが変わった文。
        理由: 英語を読む人に、前の内容や、だれも確かめていない訳を伝えてしまいます。確かめるまでのあいだ、英
            語のページではその文に断りが付きます。
        例:
            text:
              ja: 相談は毎週火曜日に受け付けます。  ← 月曜日から火曜日に直した
              en: Enquiries are taken every Monday.
        直し方: 英語を今の日本語に合わせ（V02 なら英語が日本語のとおりか確かめ）、「yearbook approve --only
            ファイル名:行」で承認してください。
    en:
        Finds: a text of which one language changed after its translation was approved, and the other did not.
        Why: readers of the English are told what no longer holds, or what nobody checked. Until it is
            approved again the English page says so beside the text.
        Example:
            text:
              ja: 相談は毎週火曜日に受け付けます。  ← was Monday, is Tuesday
              en: Enquiries are taken every Monday.
        Mend: bring the English in line with the Japanese (for V02, make sure that it is), then approve it
            with “yearbook approve --only FILE:LINE”.
    """
    for keepers in _keepers(yearbook):
        for text, standing in keepers.unsettled.items():
            if standing.stale:
                yield _stale(text, _CODES[standing])


def _keepers(yearbook: Yearbook) -> Iterator[Keepers]:
    """All that may keep a record of translations, where there are translations."""
    if "en" in yearbook.form.languages:
        yield yearbook.keepers
        yield from (edition.keepers for edition in yearbook.editions)


def _stale(text: Text, code: str) -> Fault:
    place = text.place_of("en")
    words = {"ja": _short(text.ja), "en": _short(text.words("en")), "at": f"{place.path}:{place.line}"}
    # A row of a register says both.
    return Fault(place, code, words, (Related(text.place, "japanese"),) if text.place != place else ())


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 40 else f"{line[:39]}…"


def unapproved_texts(yearbook: Yearbook) -> Iterator[Fault]:
    """V03: who keeps a record of translations has some that nobody approved.

    ja:
        見つけるもの: translations.lock（承認した訳文の控え）のある課や版、台帳で、まだ承認されていない訳文の
            数。控えのないところでは何も言いません。
        理由: 新しい訳文を、ほかの人の目を通さずに公開してしまうのを防ぎます。
        例:
            警告 V03: 承認されていない訳文が 3 件あります。
        直し方: 「yearbook approve 課の名前 --check」で一覧を見て、日本語と英語を読みくらべ、よければ
            「yearbook approve 課の名前」で承認してください。版と編の名前なら「yearbook approve 2026」、台帳と
            年鑑の題名なら「yearbook approve registers」です。
    en:
        Finds: how many translations were never approved of a department, edition or register that has a
            translations.lock. Those without one hear nothing.
        Why: so that no translation is published that a second person has not read.
        Example:
            warning V03: 3 translations were never approved.
        Mend: list them with “yearbook approve DEPARTMENT --check”, read Japanese and English side by side,
            and approve them with “yearbook approve DEPARTMENT”; the names of an edition and its parts with
            “yearbook approve 2026”, registers and titles of the yearbook with “yearbook approve registers”.
    """
    for keepers in _keepers(yearbook):
        for keeper in keepers.all:
            lock = keeper.approvals
            # A line that cannot be read may be what is missing, and is told itself.
            if lock is not None and not lock.faults and keepers.unsettled:
                standings = map(keepers.unsettled.get, set(keeper.texts()))
                if number := sum(standing is Standing.UNAPPROVED for standing in standings):
                    yield Fault(lock.place, "V03", {"number": str(number), "department": keeper.way})
