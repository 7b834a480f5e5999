"""Rules on what was published: nothing changes or goes without telling its readers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kushiro_yearbook.corrections import Corrections, nameable, names_of, names_of_key
from kushiro_yearbook.eras import Calendar, Year
from kushiro_yearbook.faults import Fault, Related
from kushiro_yearbook.inline import plain
from kushiro_yearbook.model import Edition, Section, Yearbook
from kushiro_yearbook.page_list import addresses_of, key_now, leading_on, moved_keys
from kushiro_yearbook.quantities import near
from kushiro_yearbook.records import Release


def changed_figures(yearbook: Yearbook) -> Iterator[Fault]:
    """P01: a published figure changed, and no correction tells the reader.

    ja:
        見つけるもの: 公開した数値（published.json の控え）と今の数値が違うのに、その訂正が節の corrections
            に書かれていないところ。
        理由: 公開された数値は、すでに引用されています。だまって直すと、どちらが正しいのか読む人にはわかりま
            せん。
        例:
            corrections:
              - of: 男
                date: 令和8年7月15日
                old: {ja: 男494人, en: 494 men}
                new: {ja: 男495人, en: 495 men}
                reason: {ja: 集計に漏れがあったため。, en: A return had been left out.}
        直し方: 打ちまちがいなら元の数値に戻してください。正しく直したのなら、その節に corrections を足し、
            of に項目名、old に前の数値、new に今の数値、reason に理由を日本語と英語で書いてください。
    en:
        Finds: figures that differ from what was published (published.json) without an entry under
            corrections of their section.
        Why: a published figure has been quoted; when it changes in silence nobody can tell which one is
            right.
        Example:
            corrections:
              - of: 男
                date: 令和8年7月15日
                old: {ja: 男494人, en: 494 men}
                new: {ja: 男495人, en: 495 men}
                reason: {ja: 集計に漏れがあったため。, en: A return had been left out.}
        Mend: put a slip right. Where the change is right, add a correction to the section: its label under
            of, the old figure, the new one, and the reason in both languages.
    """
    for edition, release in _released(yearbook):
        yield from _changed(edition, release)


def _changed(edition: Edition, release: Release) -> Iterator[Fault]:
    corrections, moves = Corrections(edition), moved_keys(edition)
    for published, values in release.figures.items():
        key = key_now(published, moves)
        observation = edition.observations.get("/".join(key))
        if observation is not None:
            names = [*names_of(observation), published]
            # A figure that went back to what it was is corrected a second time.
            now = () if values[-1] == observation.statement else (observation.statement,)
            steps = pairwise((*values, *now))
            untold = next((step for step in steps if not corrections.tell(names, key, *step)), None)
            if untold:
                words = {"old": untold[0], "new": untold[1], "label": observation.measure.label}
                record = Related(release.place_of(published), "release")
                yield Fault(observation.place, "P01", words, (record,))


def lost_figures(yearbook: Yearbook) -> Iterator[Fault]:
    """P02: a published figure is gone, and no correction tells the reader.

    ja:
        見つけるもの: 公開した数値が、ページは残っているのになくなったところ（項目名や行の id、節の id を変
            えたときも含みます）。
        理由: 去年の数値や、データとして使う人の手元の数値とつながらなくなります。
        例:
            corrections:
              - of: census/households
                date: 令和8年7月15日
                old: {ja: 77,314世帯, en: "77,314 households"}
                new: {ja: 掲載なし, en: no longer given}
                reason: {ja: 調査の対象でなかったため。, en: It was not part of the survey.}
        直し方: 数値や id を元に戻すか、節に corrections を足して理由を書いてください。of には公開したときの
            名前（指摘に出ているもの）を書きます。
    en:
        Finds: published figures that are gone from a page that still stands, also when the id of a measure,
            row or section changed.
        Why: they no longer meet last year's, nor those of whoever uses them as data.
        Example:
            corrections:
              - of: census/households
                date: 令和8年7月15日
                old: {ja: 77,314世帯, en: "77,314 households"}
                new: {ja: 掲載なし, en: no longer given}
                reason: {ja: 調査の対象でなかったため。, en: It was not part of the survey.}
        Mend: put the figure or the id back, or add a correction to the section with the reason; under of
            stands the figure's name as published, which the fault tells.
    """
    for edition, release in _released(yearbook):
        yield from _lost(edition, release)


def _lost(edition: Edition, release: Release) -> Iterator[Fault]:
    corrections, moves = Corrections(edition), moved_keys(edition)
    pages = {section.key: section for department in edition.departments for section in department.sections}
    for published, values in release.figures.items():
        key = key_now(published, moves)
        page = pages.get(key[:2])  # a page that is gone is told as an address
        if page is not None and "/".join(key) not in edition.observations:
            names = {*names_of_key(key), *names_of_key(tuple(published.split("/")))}
            if not corrections.tell(names, key, values[-1], ""):
                words = {"name": "/".join(key[2:]), "old": values[-1]}
                record = Related(release.place_of(published), "release")
                yield Fault(page.form.place, "P02", words, (record,))


def lost_addresses(yearbook: Yearbook) -> Iterator[Fault]:
    """P03: a published address leads nowhere.

    ja:
        見つけるもの: 公開したページや節のアドレスのうち、今はなく、formerly でどこにもつながっていないもの。
        理由: 保存されたリンクや、ほかのサイトからのリンクが切れます。
        例:
            # 16-accounts.yaml（前は 14-budget.yaml）
            formerly: [finance/budget]
        直し方: ファイルやフォルダの名前を変えたのなら、その節か課に formerly で前のアドレスを書いてください。
            なくしたのなら、内容のいちばん近いページに書きます。節の id を変えたのなら、元に戻してください。
    en:
        Finds: addresses of pages and sections that were published, are gone, and from which no `formerly`
            leads on.
        Why: kept links, and links from other sites, break.
        Example:
            # 16-accounts.yaml (was 14-budget.yaml)
            formerly: [finance/budget]
        Mend: where a file or folder has a new name, write the old address under formerly of that section or
            department; where it is gone, under that of the nearest page. Where the id of a section changed,
            put it back.
    """
    for edition, release in _released(yearbook):
        known, leads = set(addresses_of(edition)), leading_on(edition)
        pages = {address.partition("#")[0] for address in known}
        for address in release.addresses:
            page, _, anchor = address.partition("#")
            # What stood on a page that is gone or has moved is gone or has moved with it.
            if address not in known and page not in leads and (not anchor or page in pages):
                former = page.removesuffix(".html").removesuffix("/index").removeprefix("partners/")
                words = {"address": f"{edition.slug}/{address}", "anchor": anchor}
                words["former"] = "" if anchor else former
                yield Fault(release.place_of(address), "P03", words)


def corrected_figures(yearbook: Yearbook) -> Iterator[Fault]:
    """P06: the `of` of a correction names no figure of its section.

    ja:
        見つけるもの: corrections の of に、その節にない項目名や id を書いたところ。
        理由: どの数値の訂正かがわからないと、公開した数値との照合ができません。
        例:
            corrections:
              - of: 男姓  ← 表の項目名は「男」
        直し方: その節の数値の項目名をそのまま書いてください。同じ項目名がいくつもあるときは「行の id/項目の
            id」と書けます。
    en:
        Finds: corrections whose of names no figure of their section.
        Why: unless it is known which figure was corrected, nothing can be held against what was published.
        Example:
            corrections:
              - of: 男姓  ← the column is called 男
        Mend: write the label as the section has it; where several figures share it, ROW-ID/MEASURE-ID.
    """
    for edition in yearbook.editions:
        release = edition.release
        published = [key.split("/") for key in release.figures] if release and edition.corrections else []
        gone = {name for key in published for name in names_of_key(tuple(key))}
        known: dict[Section, set[str]] = {}
        for _, _, section, correction in edition.corrections:
            if correction.of is not None and correction.of not in gone:
                names = known.setdefault(section, nameable(section))
                if correction.of not in names:
                    found = near(correction.of, sorted(names))
                    yield Fault(correction.of.place, "P06", {"value": correction.of, "near": found})


def days_of_corrections(yearbook: Yearbook) -> Iterator[Fault]:
    """P07: a correction was made after the publication, and no later than the year after the newest edition.

    ja:
        見つけるもの: corrections の date のうち、版の発行日（published）よりまえの日と、いちばん新しい版の次の
            年よりもあとの日。
        理由: 訂正した日は正誤表に出ます。まだ来ていない日や、公開するまえの日に訂正したことにはなりません。
        例:
            corrections:
              - of: 男
                date: 令和18年7月15日  ← 令和8年7月15日
        直し方: 訂正した日を確かめて、書き直してください。
    en:
        Finds: under corrections, a date before the edition’s publication (published), or after the year that
            follows the newest edition.
        Why: the day stands on the page of corrections, and nothing is corrected on a day to come or before
            it was published.
        Example:
            corrections:
              - of: 男
                date: 令和18年7月15日  ← 令和8年7月15日
        Mend: check on which day it was corrected, and write that.
    """
    last = Year(yearbook.newest.form.year.year + 1, era=yearbook.newest.form.year.era)
    for edition in yearbook.editions:
        published = edition.form.published
        for *_, correction in edition.corrections:
            day, words = correction.date, {}
            if isinstance(day, Calendar) and day.first.year > last.year:
                words = {"last": plain(last.runs("ja"))}
            elif isinstance(day, Calendar) and isinstance(published, Calendar) and day.last < published.first:
                words = {"published": plain(published.runs("ja"))}
            if words:
                yield Fault(correction.place_of("date"), "P07", {"value": plain(day.runs("ja")), **words})


def _released(yearbook: Yearbook) -> Iterator[tuple[Edition, Release]]:
    """The editions whose record can be used, with it."""
    for edition in yearbook.editions:
        if edition.release is not None and not edition.release.faults:
            yield edition, edition.release
