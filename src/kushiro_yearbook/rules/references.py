"""Rules on references: what is cited, pointed at or addressed exists, once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kushiro_yearbook.addresses import NO_PAGE, RESERVED
from kushiro_yearbook.faults import Fault, Place, Related
from kushiro_yearbook.model import NUMBERS, Department, Edition, Section, Yearbook
from kushiro_yearbook.quantities import near
from kushiro_yearbook.text import CITATION, LANGUAGES, SCHEMES, Text, cite, cited_label, links_in
from kushiro_yearbook.tree import Scalar


def citations(yearbook: Yearbook) -> Iterator[Fault]:
    """T04: every `〔name〕` names a value of its section, event or partner.

    ja:
        見つけるもの: 題名や文の〔 〕の中の名前のうち、同じ節（行事・提携先）の dates や figures などにないもの。
        理由: 値がないと、読む人には〔開設〕というかっこがそのまま見えます。
        例:
            dates: {開設: 平成8年4月1日}
            text: {ja: 〔開所〕に開きました。, en: Opened on 〔開設〕.}
        直し方: dates や figures に書いた名前（この例では〔開設〕）をそのまま書きます。日本語と英語の両方を確かめてください。
    en:
        Finds: A name in 〔 〕 in a title or text that no date, figure or heading value of the same section, event or partner has.
        Why: Without a value, readers see the brackets themselves.
        Example:
            dates: {開設: 平成8年4月1日}
            text: {ja: 〔開所〕に開きました。, en: Opened on 〔開設〕.}
        Mend: Write the label exactly as it stands under dates or figures, here 〔開設〕, in both languages.
    """
    for edition in yearbook.editions:
        for department in edition.departments:
            for section in department.sections:
                for text, scope in section.texts():
                    for name, language in text.citations():
                        if cite(name, scope, language) is None:
                            known = near(cited_label(name), list(scope))
                            place = _place_in(text, language, f"〔{name}〕")
                            yield Fault(place, "T04", {"name": name, "near": known})


def brackets(yearbook: Yearbook) -> Iterator[Fault]:
    """T05: every citation's bracket has its partner.

    ja:
        見つけるもの: 相手のない「〔」か「〕」。
        理由: 値が入らず、かっこがそのまま読む人に見えます。
        例:
            text: {ja: 〔開設に開きました。, en: Opened on 〔開設〕.}
        直し方: 名前の前後を〔 〕で囲みます。引用でないときは（ ）や「 」を使ってください。
    en:
        Finds: A bracket 〔 or 〕 without its partner.
        Why: No value is put in, and readers see the bracket.
        Example:
            text: {ja: 〔開設に開きました。, en: Opened on 〔開設〕.}
        Mend: Put the name between 〔 and 〕; where nothing is cited, use other brackets.
    """
    for _, section in yearbook.sections():
        for text in section.own_texts():
            for language in LANGUAGES:
                words = text.words(language) if text.speaks(language) else ""
                rest = CITATION.sub(lambda cited: " " * len(cited[0]), words)
                if match := re.search("[〔〕]", rest):
                    yield Fault(text.place_of_part(language, match.start(), 1), "T05")


def _place_in(text: Text, language: str, part: str) -> Place:
    """Where a part of a text first stands."""
    words = text.words(language)
    # Where there is one, what no longer word begins with.
    whole = re.search(rf"{re.escape(part)}(?![\w./#-])", words)
    start = whole.start() if whole else words.find(part)
    return text.place_of(language) if start < 0 else text.place_of_part(language, start, len(part))


def anchors(yearbook: Yearbook) -> Iterator[Fault]:
    """A02: no two things on a page have one id.

    ja:
        見つけるもの: 一つのページ（節のファイル）に二度書かれた id。提携先の id も数えます。
        理由: リンクがどちらに着くか決まらず、前の年の版とも正しくつながりません。
        例:
            sections:
              - {id: census, title: 国勢調査}
              - {id: census, title: 経済センサス}
        直し方: 一方に別の id を付けます。すでに公開した id は変えず、新しいほうを変えてください。
    en:
        Finds: An id that stands twice on a page (in a section's file), those of partners included.
        Why: A link would not know where to lead, nor would last year's edition meet this one.
        Example:
            sections:
              - {id: census, title: 国勢調査}
              - {id: census, title: 経済センサス}
        Mend: Give one of them another id; leave the one that is published already as it is.
    """
    for edition in yearbook.editions:
        for department in edition.departments:
            for section in department.sections:
                yield from _anchors(section)


# Ids that the frame of every page uses itself.
FRAME_IDS = ("main", "responsible", "other-editions", "page")


def _anchors(top: Section) -> Iterator[Fault]:
    seen: dict[str, Place] = {}
    for anchor, place in _named(top):
        if anchor in FRAME_IDS:
            yield Fault(place, "A04", {"slug": anchor})
        if anchor in seen:
            yield Fault(place, "A02", {"id": anchor, "line": str(seen[anchor].line)})
        seen.setdefault(anchor, place)


def _named(top: Section) -> Iterator[tuple[str, Place]]:
    """The ids on a page, of sections and of partners, with their places."""
    for section in top.walk():
        if section.anchor:
            yield section.anchor, section.form.id.place if section.form.id else section.form.place
        for partner in section.form.partners.root if section.form.partners else ():
            yield partner.id, partner.id.place


def depth(yearbook: Yearbook) -> Iterator[Fault]:
    """A11: sections nest four deep, as deep as there are numbers: 1, (1), ア, (ア).

    ja:
        見つけるもの: 四段（1 → (1) → ア → (ア)）より深い節。
        理由: 五段目には番号がなく、読む人がどこにいるかわからなくなります。
        例:
            (ア) の節の中に、さらに sections: を書いた。
        直し方: 節を一段上げるか、中の文を箇条書きにします。
    en:
        Finds: A section deeper than the four levels 1, (1), ア and (ア).
        Why: A fifth level has no number, and readers lose their way.
        Example:
            sections: written once more inside a section of the fourth level
        Mend: Raise the section by a level, or turn what it says into a list.
    """
    for _, section in yearbook.sections():
        if section.number.depth > len(NUMBERS["ja"]):
            yield Fault(section.form.place, "A11")


def slugs(yearbook: Yearbook) -> Iterator[Fault]:
    """A03: no two pages have one address; A04: none takes a name that the site or Windows uses.

    ja:
        見つけるもの: ほかのページと同じになるアドレス（A03）と、print や index、aux のようにサイトか Windows が使う名前のアドレス（A04）。課・節はフォルダ名とファイル名の番号のあと、提携先は id がアドレスになります。
        理由: 一方のページが消えるか、サイトを Windows で開けなくなります。
        例:
            01-plans.yaml と 03-plans.yaml（どちらも plans）
            02-print/（print は印刷用のページ）
        直し方: ファイルやフォルダの、番号のあとの名前を変えます。公開したあとなら、前の名前を formerly に書いてください。
    en:
        Finds: An address that another page has too (A03), or one that the site or Windows uses, such as print, index or aux (A04). Departments and sections are addressed by their folder's or file's name after the number, partners by their id.
        Why: One of the pages would vanish, or the site could not be opened on Windows.
        Example:
            01-plans.yaml and 03-plans.yaml (both plans)
            02-print/ (print is the page to print)
        Mend: Change the name after the number; once published, write the old one under formerly.
    """
    for edition in yearbook.editions:
        yield from _department_slugs(edition)
        yield from _partner_slugs(edition)
        for department in edition.departments:
            yield from _section_slugs(department)


def _department_slugs(edition: Edition) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for department in edition.departments:
        place = Place(department.paths[0])
        if department.slug in RESERVED:
            yield Fault(place, "A04", {"slug": department.slug})
        if department.slug in seen:
            yield Fault(place, "A03", {"slug": department.slug, "other": seen[department.slug]})
        seen.setdefault(department.slug, department.folder)


def _section_slugs(department: Department) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for section in department.sections:
        path = section.paths[0]
        if section.slug in NO_PAGE:
            yield Fault(Place(path), "A04", {"slug": section.slug})
        if section.slug in seen:
            yield Fault(Place(path), "A03", {"slug": section.slug, "other": seen[section.slug]})
        seen.setdefault(section.slug, path)


def _partner_slugs(edition: Edition) -> Iterator[Fault]:
    seen: dict[str, Place] = {}
    for _, _, partner in edition.partners:
        if partner.id in seen:
            other = f"{seen[partner.id].path}:{seen[partner.id].line}"
            yield Fault(partner.place, "A03", {"slug": partner.id, "other": other})
        if partner.id in NO_PAGE:
            yield Fault(partner.place, "A04", {"slug": partner.id})
        seen.setdefault(partner.id, partner.place)


def keys(yearbook: Yearbook) -> Iterator[Fault]:
    """A05: no two figures of an edition have one key.

    ja:
        見つけるもの: 版の中で同じ名前（課/節/id/項目）になる二つの数値。
        理由: どちらが前の年の数値の続きか決まらず、公開するデータでも区別できません。
        例:
            sections:
              - {title: 前期, figures: {会議数: 3件}}
              - {title: 後期, figures: {会議数: 4件}}
        直し方: 節か数値に id を付けて区別します（例: id: first-half）。年や番号は id に入れません。
    en:
        Finds: Two figures of an edition with one key (department/section/ids/measure).
        Why: Nobody could say which of them continues last year's, nor tell them apart in the data.
        Example:
            sections:
              - {title: 前期, figures: {会議数: 3件}}
              - {title: 後期, figures: {会議数: 4件}}
        Mend: Give a section or figure an id (id: first-half), without years or numbers.
    """
    for edition in yearbook.editions:
        seen: dict[tuple[str, ...], Place] = {}
        for section in _at_own_address(edition):
            for observation in section.observations():
                if observation.key in seen:
                    first = seen[observation.key]
                    words = {"key": "/".join(observation.key), "line": str(first.line)}
                    yield Fault(observation.place, "A05", words)
                seen.setdefault(observation.key, observation.place)


def _at_own_address(edition: Edition) -> Iterator[Section]:
    """The sections, but for those at the address of another: A03 tells that, and not of each figure."""
    addresses: set[str] = set()
    departments = {department.slug: department for department in reversed(edition.departments)}
    for department in reversed(departments.values()):
        for section in department.sections:
            address = f"{department.slug}/{section.slug}"
            if address not in addresses:
                yield section
            addresses.add(address)


def targets(yearbook: Yearbook) -> Iterator[Fault]:
    """A06: what `of` points at exists in the department.

    ja:
        見つけるもの: of に書かれた id のうち、同じ課のどこにもないもの。
        理由: 何についての節かが、読む人に示せません。
        例:
            - {title: 利用者, of: senter}     （id は center）
        直し方: 指す節の id をそのまま書きます。その節に id がなければ付けてください。
    en:
        Finds: An id under of that nothing in the department has.
        Why: Readers cannot be told what the section is about.
        Example:
            - {title: 利用者, of: senter}     (the id is center)
        Mend: Write the id of the section that is meant; give it one if it has none.
    """
    for edition in yearbook.editions:
        for department in edition.departments:
            known = dict.fromkeys(_ids(department))
            for top in department.sections:
                for target in (section.form.of for section in top.walk()):
                    if target is not None and target not in known:
                        yield Fault(target.place, "A06", {"value": target, "near": near(target, list(known))})


def _ids(department: Department) -> list[str]:
    found = (section for top in department.sections for section in top.walk())
    return [id_ for section in found for id_ in (section.form.id, section.slug) if id_]


def highlights(yearbook: Yearbook) -> Iterator[Fault]:
    """A08: every highlight is the key of a figure in its edition.

    ja:
        見つけるもの: edition.yaml や department.yaml の highlights に書かれた数値のうち、その版にないもの。
        理由: 版や課のはじめのページに、主な数字を出せません。
        例:
            highlights: [{of: finance/surveys/census/populaton}]
        直し方: yearbook list observations の一覧にある名前を写します。節や id の名前を変えたときは、ここも直してください。
    en:
        Finds: A highlight in edition.yaml or department.yaml that is no figure of its edition.
        Why: The first page of the edition or department could not show the key figure.
        Example:
            highlights: [{of: finance/surveys/census/populaton}]
        Mend: Copy the key from yearbook list observations; where a section or id has a new name, change it here too.
    """
    for edition in yearbook.editions:
        known = edition.observations
        missing = [highlight.of for highlight in edition.highlights if highlight.of not in known]
        departments = {department.slug for department in edition.departments}
        gone: set[str] = set()
        for key in missing:
            department = key.partition("/")[0]
            if department not in departments and department in gone:
                continue  # one department that is gone, or misspelt, is one mistake
            gone.add(department)
            words = {"value": str(key), "near": _near_figure(key, list(known))}
            words["department"] = "" if department in departments else department
            yield Fault(key.place, "A08", words)


def _near_figure(key: str, known: list[str]) -> str:
    """The figure that was likely meant: of that section, or of that name in one that is spelt nearly so."""
    way = key.split("/")
    same = [other for other in known if other.split("/")[:2] == way[:2]]
    measure = near(way[-1], [other.rpartition("/")[2] for other in same])
    of_measure = [other for other in same if other.rpartition("/")[2] == measure]
    named = [other for other in known if not same and _but_one(other.split("/"), way)]
    return near(key, of_measure or named)


def _but_one(way: list[str], other: list[str]) -> bool:
    """Whether two ways to figures differ in the department, or in the section, and in nothing else."""
    return way[2:] == other[2:] and (way[:1] == other[:1] or way[1:2] == other[1:2])


def former_addresses(yearbook: Yearbook) -> Iterator[Fault]:
    """A07: no page leads on from an address that another page has, A09: or could not have had; A10: a section without one has none.

    ja:
        見つけるもの: formerly（以前のアドレスや、節の以前の id）のうち、今も別のページや節が使っているもの、二度書かれたもの（A07）、サイトがほかのことに使う名前（A09）、ページを持たない節に書かれたもの（A10）。
        理由: 前のアドレスを開いた人が、どちらに着けばよいか決まりません。
        例:
            01-plans.yaml に「formerly: finance/surveys」と書いたが、02-surveys.yaml が今もある。
        直し方: 今あるページのアドレスは formerly から消します。ページのアドレスは、ファイルのいちばん上の節に書いてください。その中の節には、以前の id だけを書けます。
    en:
        Finds: A former address, or id of a section, that another page or section still has or that is given twice (A07), that the site uses for something else (A09), or that stands in a section without a page of its own (A10).
        Why: Nobody could say where the old address should lead.
        Example:
            formerly: finance/surveys in 01-plans.yaml, while 02-surveys.yaml is still there
        Mend: Delete addresses of pages that exist; write addresses of pages at the top of the file. A section below it takes ids of before, and nothing else.
    """
    for edition in yearbook.editions:
        taken = set(_addresses(edition))
        for old in _former(edition):
            slugs = old.split("/")
            if slugs[0] in RESERVED or not NO_PAGE.isdisjoint(slugs):
                yield Fault(old.place, "A09", {"value": old})
            elif str(old) in taken:
                yield Fault(old.place, "A07", {"value": old})
            taken.add(str(old))
        ids = {str(partner.id) for _, _, partner in edition.partners} | {"index"}
        for _, _, partner in edition.partners:
            for old in partner.formerly:
                if str(old) in ids:
                    yield Fault(old.place, "A07", {"value": old})
                ids.add(str(old))
        yield from (Fault(old.place, "A10", {"value": old}) for old in _former_below(edition))
        for department in edition.departments:
            for top in department.sections:
                yield from _former_ids(top)


def _former_ids(top: Section) -> Iterator[Fault]:
    taken = {*FRAME_IDS, *(anchor for anchor, _ in _named(top))}
    for old in (old for section in top.walk() for old in section.former_anchors):
        if str(old) in taken:
            yield Fault(old.place, "A07", {"value": old})
        taken.add(str(old))


def links(yearbook: Yearbook) -> Iterator[Fault]:
    """L01: every link of a text leads to a place of its edition, or clearly out of the site.

    ja:
        見つけるもの: 文の中のリンクのうち、版の中に行き先がなく、https:// などで始まる外のアドレスでもないもの。
        理由: 押しても何も開きません。
        例:
            [計画](finance/plan)     （節のファイルは 01-plans.yaml）
        直し方: 「課/節」か「課/節#id」の形で書くか、https:// から始まるアドレスを書きます。
    en:
        Finds: A link in a text that leads to no place of the edition and is no address outside, such as one with https://.
        Why: It opens nothing.
        Example:
            [計画](finance/plan)     (the section's file is 01-plans.yaml)
        Mend: Write department/section or department/section#id, or an address that begins with https://.
    """
    for edition in yearbook.editions:
        places = set(_link_targets(edition))
        for department in edition.departments:
            for section in department.sections:
                for text, _ in section.texts():
                    yield from _dead(text, places)


def _dead(text: Text, places: set[str]) -> Iterator[Fault]:
    """The links of a text that lead nowhere, each once for all the languages that hold it."""
    found: dict[str, dict[str, Place]] = {}
    for language in filter(text.speaks, LANGUAGES):
        for target in dict.fromkeys(links_in(text.words(language))):
            outside = target.startswith(SCHEMES) and target not in SCHEMES
            if not outside and target not in places:
                found.setdefault(target, {})[language] = _place_in(text, language, target)
    for target, by_language in found.items():
        place, *others = by_language.values()
        words = {"value": target, "near": _meant(target, places)}
        yield Fault(place, "L01", words, tuple(Related(other, "english") for other in others))


_ENDING = re.compile(r"(?:/index)?\.(?:html|ya?ml|(?:[a-z]{2}\.)?md)$")
# What is no department or section on the way of an address or a file: numbers, editions, languages.
_BEFORE = re.compile(r"[0-9]{2}-|[0-9]{4}$|(?:ja|en|furigana|\.{1,2}|content)$")


def _meant(target: str, places: set[str]) -> str:
    """The place that an address of the site or the way to a file means, or the one most like it."""
    if ":" in target or "\\" in target:  # no address of this site, nor like one
        return ""
    page, mark, anchor = target.partition("#")
    steps = [_BEFORE.sub("", step) for step in _ENDING.sub("", page).split("/")]
    way = "/".join(step for step in steps[-3:] if step)
    ways = [way, way.partition("/")[2]]
    fits = [place for place in places if way and place.endswith(f"/{way}")]
    found = [place for place in (*ways, *(fits if len(fits) == 1 else ())) if place in places]
    if found:
        whole = f"{found[0]}{mark}{anchor}"
        return whole if whole in places else found[0]
    return near(way, sorted(places))


def _addresses(edition: Edition) -> Iterator[str]:
    for department in edition.departments:
        yield department.slug
        yield from (f"{department.slug}/{section.slug}" for section in department.sections)


def _former(edition: Edition) -> Iterator[Scalar]:
    for department in edition.departments:
        yield from department.form.formerly
        for section in department.sections:
            yield from section.form.formerly


def _former_below(edition: Edition) -> Iterator[Scalar]:
    """Former addresses of pages, of sections that have none of their own."""
    for section in edition.sections():
        yield from (old for old in section.former_anchors if "/" in old)


def _link_targets(edition: Edition) -> Iterator[str]:
    """What a text may link to: departments, sections, and the named places in sections."""
    yield from _addresses(edition)
    for department in edition.departments:
        for section in department.sections:
            page = f"{department.slug}/{section.slug}"
            yield from (f"{page}#{below.anchor}" for below in section.walk() if below.form.id)
            yield from (f"{page}#{partner.id}" for partner in section.partners)
