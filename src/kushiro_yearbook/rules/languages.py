"""Rules on languages: what is said in Japanese is said in English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kushiro_yearbook.faults import Fault
from kushiro_yearbook.forms import texts_of
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.rules.walk import every_text
from kushiro_yearbook.text import Text, close_up


def missing_english(yearbook: Yearbook) -> Iterator[Fault]:
    """N03: a text has no English; its readers get the Japanese with a notice.

    ja:
        見つけるもの: 英語（en）のない文。languages に en がなければ調べません。
        理由: 英語のページに日本語が出て、読めない人がいます。
        例:
            title: {ja: 調査の目的}
        直し方: 「en: …」を足します。すぐに書けなければ、そのままでもサイトは作られます。
    en:
        Finds: A text without English (en); nothing is asked for where `languages` has no en.
        Why: The English page shows Japanese, which some of its readers cannot read.
        Example:
            title: {ja: 調査の目的}
        Mend: Add “en: …”. Until then the site is built all the same.
    """
    for text in _texts(yearbook):
        if text.missing("en") and not text.named:
            yield Fault(text.place, "N03", {"value": text.ja[:30], **_where_english_goes(text)})


def _where_english_goes(text: Text) -> dict[str, str]:
    """The file to make for a text in Markdown, else the key to write."""
    file = text.place.path.rpartition("/")[2]
    markdown = file.endswith(".ja.md")
    return {"file": file.replace(".ja.md", ".en.md") if markdown else "", "key": "" if markdown else "en"}


def missing_names(yearbook: Yearbook) -> Iterator[Fault]:
    """N01: a name is in no register, or has no English there.

    ja:
        見つけるもの: names.csv にない名前と、その行に英語のない名前。
        理由: 英語のページに漢字の名前が出ます。
        例:
            to: 新しい課          # names.csv に行がない
        直し方: names.csv に一行足すか、en の欄を書きます。
    en:
        Finds: A name that has no row in `names.csv`, or no English in it.
        Why: The English page shows the name in kanji.
        Example:
            to: 新しい課          # names.csv に行がない
        Mend: Add a row to names.csv, or fill in its en.
    """
    for text in _texts(yearbook):
        if text.missing("en") and text.named:
            row = close_up(text.ja[:30])
            words = {"value": text.ja[:30], "row": row, "right": "" if row == text.ja[:30] else row}
            yield Fault(text.place, "N01", words)


def unexplained_labels(yearbook: Yearbook) -> Iterator[Fault]:
    """N02: a label is not in `measures.yaml`, or has no English there.

    ja:
        見つけるもの: measures.yaml にない項目名と、英語のない項目名。同じ項目名は一度だけ知らせます。
        理由: 英語の表の見出しが日本語になります。
        例:
            figures: {来館者数: 120人}      # measures.yaml に行がない
        直し方: measures.yaml に「来館者数: {id: …, en: …}」と一行足します。
    en:
        Finds: A label that has no line in `measures.yaml`, or no English in it; each is told once.
        Why: English tables get Japanese heads.
        Example:
            figures: {来館者数: 120人}      # measures.yaml に行がない
        Mend: Add a line to measures.yaml: 来館者数: {id: …, en: …}.
    """
    seen: set[str] = set()
    for edition in yearbook.editions if "en" in yearbook.form.languages else ():
        for department in edition.departments:
            for section in department.sections:
                for label in section.labels():
                    if label.missing("en") and label.label not in seen:
                        seen.add(label.label)
                        place = label.place if label.place.path else section.form.place
                        row = "row" if label.label in yearbook.registers.measures else "new"
                        yield Fault(place, "N02", {"label": label.label, row: label.label})


def missing_by_department(yearbook: Yearbook) -> Mapping[str, int]:
    """How many texts, names and labels have no English, by the department's folder; none where none lack it."""
    found: dict[str, int] = {}
    for edition in yearbook.editions if "en" in yearbook.form.languages else ():
        for department in edition.departments:
            owed = sum(text.missing("en") for text in texts_of(department.form))
            for section in department.sections:
                owed += sum(text.missing("en") for text, _ in section.texts())
            labels = {label.label: label for section in department.sections for label in section.labels()}
            owed += sum(label.missing("en") for label in labels.values())
            if owed:
                found[department.folder] = owed
    return found


def _texts(yearbook: Yearbook) -> Iterator[Text]:
    """Every text that owes English; none where the site is not shown in it."""
    if "en" in yearbook.form.languages:
        yield from (text for text, _ in every_text(yearbook))
