"""Rules on what was published: nothing changes or goes without telling its readers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from kushiro_yearbook.confirmation import blocks_of
from kushiro_yearbook.corrections import Corrections, names_of, names_of_key, tells, value_in
from kushiro_yearbook.faults import Fault, Place, Related
from kushiro_yearbook.model import Edition, Section, Yearbook
from kushiro_yearbook.page_list import addresses_of, key_now, leading_on, moved_keys
from kushiro_yearbook.records import Release
from kushiro_yearbook.rules.changes import Change, by_cause, listed, places_of, words_of
from kushiro_yearbook.sections import Correction


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
                old: 494人
                new: 495人
                reason: {ja: 集計に漏れがあったため。, en: A return had been left out.}
        直し方: 打ちまちがいなら元の数値に戻してください。正しく直したのなら、その節に corrections を足し、
            of に項目名、old に前の数値、new に今の数値、reason に理由を日本語と英語で書いてください。old と new の
            数量や日付には英語はいりません。
    en:
        Finds: figures that differ from what was published (published.json) without an entry under
            corrections of their section.
        Why: a published figure has been quoted; when it changes in silence nobody can tell which one is
            right.
        Example:
            corrections:
              - of: 男
                date: 令和8年7月15日
                old: 494人
                new: 495人
                reason: {ja: 集計に漏れがあったため。, en: A return had been left out.}
        Mend: put a slip right. Where the change is right, add a correction to the section: its label under
            of, the old figure, the new one, and the reason in both languages. Quantities and dates need no
            English under old and new.
    """
    for edition, release in _released(yearbook):
        yield from _changed(edition, release)


def _changed(edition: Edition, release: Release) -> Iterator[Fault]:
    untold = list(_untold(edition, release))
    blocks = _blocks(edition) if untold else {}
    placed = {replace(change, block=blocks[change.now.key]): slip for change, slip in untold}
    for changes in by_cause(placed):
        slip = next(((change, placed[change]) for change in changes if placed[change]), None)
        yield _told(changes, *slip) if slip else _told(changes)


def _blocks(edition: Edition) -> Mapping[tuple[str, ...], str]:
    """The block of every figure by its key."""
    blocks = (block for department in edition.departments for block in blocks_of(department))
    return {one.key: block.key for block in blocks for one in block.observations.values()}


def _untold(edition: Edition, release: Release) -> Iterator[tuple[Change, Correction | None]]:
    """Every change that no correction tells, with one that names its figure and tells another."""
    corrections, moves = Corrections(edition), moved_keys(edition)
    for published, values in release.figures.items():
        key = key_now(published, moves)
        observation = edition.observations.get("/".join(key))
        if observation is not None:
            named = corrections.of([*names_of(observation), published], key)
            # A figure that went back to what it was is corrected a second time.
            now = () if values[-1] == observation.statement else (observation.statement,)
            steps = list(pairwise((*values, *now)))
            untold = next((step for step in steps if not any(tells(one, *step) for one in named)), None)
            if untold:
                slips = (one for one in named if not any(tells(one, *step) for step in steps))
                yield Change(observation, *untold, release.place_of(published), ""), next(slips, None)


def _told(changes: list[Change], change: Change | None = None, slip: Correction | None = None) -> Fault:
    """One fault for what one mistake has changed; `slip` is the correction that tells `change` wrongly."""
    words, related = dict(words_of(changes)), places_of(changes, "release")
    if change and slip:
        words |= {"said_old": slip.old.ja, "said_new": slip.new.ja}
        words |= {"right_old": value_in(change.old), "right_new": value_in(change.new)}
        related = (*related, Related(slip.place_of("old"), "correction"))
    else:
        words["of" if len(changes) == 1 else "each"] = changes[0].now.measure.label
    return Fault(changes[0].now.place, "P01", words, related)


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
    sections = {section.key: section for section in edition.sections()}
    gone = {_way(address) for address in _lost_addresses(edition, release)}
    found: dict[Section, list[tuple[tuple[str, ...], str]]] = {}
    for published, values in release.figures.items():
        key = key_now(published, moves)
        above = [key[:length] for length in range(len(key), 1, -1)]
        # What stood on a page or in a section that is gone is told as its address.
        if "/".join(key) not in edition.observations and key[:2] in sections and gone.isdisjoint(above):
            names = {*names_of_key(key), *names_of_key(tuple(published.split("/")))}
            if not any(tells(one, values[-1], "") for one in corrections.of(names, key)):
                section = next(sections[way] for way in above if way in sections)
                found.setdefault(section, []).append((key, published))
    for section, lost in found.items():
        yield _told_lost(section, lost, release)


def _told_lost(section: Section, lost: list[tuple[tuple[str, ...], str]], release: Release) -> Fault:
    """One fault for all that is gone from one section."""
    names = ["/".join(key[2:]) for key, _ in lost]
    told = [
        f"{name} = {release.figures[published][-1]}" for name, (_, published) in zip(names, lost, strict=True)
    ]
    words = {"figures": listed(told)}
    words |= {"number": str(len(lost)), "each": names[0]} if len(lost) > 1 else {"name": names[0]}
    return Fault(section.form.place, "P02", words, (Related(release.place_of(lost[0][1]), "release"),))


def lost_addresses(yearbook: Yearbook) -> Iterator[Fault]:
    """P03: a published address leads nowhere.

    ja:
        見つけるもの: 公開したページや節のアドレスのうち、今はなく、formerly でどこにもつながっていないもの。
        理由: 保存されたリンクや、ほかのサイトからのリンクが切れます。
        例:
            # 16-accounts.yaml（前は 14-budget.yaml）
            formerly: [finance/budget]
        直し方: ファイルやフォルダの名前を変えたのなら、その節か課に formerly で前のアドレスを書いてください。
            なくしたのなら、内容のいちばん近いページに書きます。節の id を変えたのなら、元に戻すか、その節に formerly で前の id を書いてください。
    en:
        Finds: addresses of pages and sections that were published, are gone, and from which no `formerly`
            leads on.
        Why: kept links, and links from other sites, break.
        Example:
            # 16-accounts.yaml (was 14-budget.yaml)
            formerly: [finance/budget]
        Mend: where a file or folder has a new name, write the old address under formerly of that section or
            department; where it is gone, under that of the nearest page. Where the id of a section changed,
            put it back, or write the old id under formerly of that section.
    """
    for edition, release in _released(yearbook):
        lost = list(_lost_addresses(edition, release))
        below = _below_departments(edition, lost)
        for address in (address for address in lost if address not in below):
            page, _, anchor = address.partition("#")
            former = page.removesuffix(".html").removesuffix("/index").removeprefix("partners/")
            words = {"address": f"{edition.slug}/{address}", "anchor": anchor}
            words["former"] = "" if anchor else former
            pages = [other for other in below if other.startswith(f"{former}/")]
            words["below"] = str(len(pages) or "")
            record = release.place_of(address)
            place = _place_for(edition, address)
            yield Fault(place or record, "P03", words, (Related(record, "release"),) if place else ())


def _lost_addresses(edition: Edition, release: Release) -> Iterator[str]:
    """The published addresses that lead nowhere, but for those below a page that is gone or has moved."""
    known, leads = set(addresses_of(edition)), leading_on(edition)
    pages = {address.partition("#")[0] for address in known}
    for address in release.addresses:
        page, _, anchor = address.partition("#")
        if address not in known and page not in leads and (not anchor or page in pages):
            yield address


def _below_departments(edition: Edition, lost: list[str]) -> frozenset[str]:
    """The pages of departments that are gone under their names: that is one mistake, told at their own page."""
    known = {*(department.slug for department in edition.departments), *_OF_EDITION}
    ways = {page: page.removesuffix("/index.html") for page in lost}
    gone = {way for way in ways.values() if "/" not in way and "." not in way} - known
    return frozenset(page for page, way in ways.items() if "/" in way and way.partition("/")[0] in gone)


# Folders of an edition that are no department's.
_OF_EDITION = ("partners", "print")


def _place_for(edition: Edition, address: str) -> Place | None:
    """Where what is to be written belongs: the page that still stands, or else its department."""
    slug, *rest = _way(address)
    department = edition.department(slug)
    page = department.section(rest[0]) if department and rest else None
    return page.form.place if page else department.form.place if department else None


def _way(address: str) -> tuple[str, ...]:
    """The key of a page of a section, or of a section with an id on one."""
    page, _, anchor = address.partition("#")
    return tuple(filter(None, (*page.removesuffix(".html").split("/"), anchor)))


def _released(yearbook: Yearbook) -> Iterator[tuple[Edition, Release]]:
    """The editions whose record can be used, with it."""
    for edition in yearbook.editions:
        if edition.release is not None and not edition.release.faults:
            yield edition, edition.release
