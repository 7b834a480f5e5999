"""Rules on freshness: the English says what the Japanese says now."""

from __future__ import annotations

from collections.abc import Iterator

from kushiro_yearbook.faults import Fault, Related
from kushiro_yearbook.freshness import Standing
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
    for edition in yearbook.editions if "en" in yearbook.form.languages else ():
        for text, standing in edition.unsettled.items():
            if standing.stale:
                yield _stale(text, _CODES[standing])


def _stale(text: Text, code: str) -> Fault:
    place = text.place_of("en")
    words = {"ja": _short(text.ja), "en": _short(text.words("en")), "at": f"{place.path}:{place.line}"}
    return Fault(place, code, words, (Related(text.place, "japanese"),))


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 40 else f"{line[:39]}…"


def unapproved_texts(yearbook: Yearbook) -> Iterator[Fault]:
    """V03: a department that keeps a record of its translations has some that nobody approved.

    ja:
        見つけるもの: translations.lock（承認した訳文の控え）のある課で、まだ承認されていない訳文の数。控え
            のない課では何も言いません。
        理由: 新しい訳文を、ほかの人の目を通さずに公開してしまうのを防ぎます。
        例:
            警告 V03: 承認されていない訳文が 3 件あります。
        直し方: 「yearbook approve 課の名前 --check」で一覧を見て、日本語と英語を読みくらべ、よければ
            「yearbook approve 課の名前」で承認してください。
    en:
        Finds: how many translations of a department that has a translations.lock were never approved.
            Departments without one hear nothing.
        Why: so that no translation is published that a second person has not read.
        Example:
            warning V03: 3 translations were never approved.
        Mend: list them with “yearbook approve DEPARTMENT --check”, read Japanese and English side by side,
            and approve them with “yearbook approve DEPARTMENT”.
    """
    for edition in yearbook.editions if "en" in yearbook.form.languages else ():
        for department in edition.departments:
            lock = department.approvals
            # A line that cannot be read may be what is missing, and is told itself.
            if lock is not None and not lock.faults and edition.unsettled:
                number = sum(
                    edition.unsettled.get(text) is Standing.UNAPPROVED for text in set(department.texts())
                )
                if number:
                    words = {"number": str(number), "department": f"{edition.slug}/{department.slug}"}
                    yield Fault(lock.place, "V03", words)
