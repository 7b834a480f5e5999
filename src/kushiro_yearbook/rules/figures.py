"""Rules on figures: what is said to add up does, and what is counted is as many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from kushiro_yearbook.blocks.figures import Figure
from kushiro_yearbook.blocks.table import Addition, Table
from kushiro_yearbook.faults import Fault, Place, Related
from kushiro_yearbook.model import Department, Section, Yearbook
from kushiro_yearbook.quantities import Unit, grouped, near, rounds_to


def sums(yearbook: Yearbook) -> Iterator[Fault]:
    """F01: a table's `sums` hold in every row that has all the cells: exactly, or within rounding.

    ja:
        見つけるもの: 表の sums に書いた式（総数 = 男 + 女）のとおりに足しても、合計の欄の数値にならない行。
        理由: 合計と内訳が合わない表は、どの数値が正しいのか読む人にはわかりません。転記のまちがいの多くもここに現れます。
        例:
            sums: [総数 = 男 + 女]
            columns: [総数, 男, 女]
            rows: [[211, 100, 110]]   # 100 + 110 は 210
        直し方: 原典を見て、違っている数値を直します。四捨五入した数値の表なら、表に「rounded: true」と書くと、四捨五入で説明できる差まで認められ、その注が表の下に出ます。
    en:
        Finds: rows of a table in which a formula under `sums` (総数 = 男 + 女) does not give the cell of the total.
        Why: Where a total and its parts disagree, readers cannot tell which number is right; most slips in copying show here.
        Example:
            sums: [総数 = 男 + 女]
            columns: [総数, 男, 女]
            rows: [[211, 100, 110]]   # 100 + 110 is 210
        Mend: Correct the wrong number from the source. For a table of rounded numbers write `rounded: true`: differences that rounding explains are accepted, and a note below the table says so.
    """
    for _, section in yearbook.sections():
        table = section.form.table
        for addition in table.additions() if table else ():
            if table and not addition.holds and not (table.rounded and _rounds(addition)):
                yield _sum(table, addition)


def _rounds(addition: Addition) -> bool:
    values = [cell.value for cell in addition.parts.values() if cell.value is not None]
    return addition.total.value is not None and rounds_to(addition.total.value, values)


def _sum(table: Table, addition: Addition) -> Fault:
    units = [table.unit_of(measure) for measure in table.measures if measure.label == addition.label]
    words = {"total": addition.total.shown, "sum": grouped(addition.sum), "label": addition.label}
    words["parts"] = " + ".join(f"{label} {cell.shown}" for label, cell in addition.parts.items())
    words["rounded"] = "rounded: true" if _perhaps(units, addition.sum) and _rounds(addition) else ""
    related = tuple(Related(cell.place, "part") for cell in addition.parts.values())
    return Fault(addition.total.place, "F01", words, related)


def _perhaps(units: Iterable[Unit | None], number: Decimal) -> bool:
    """Whether it is worth asking if such numbers are rounded: people are counted, 万円 are rounded."""
    return number.as_tuple().exponent != 0 or any(unit and unit.factor != 1 for unit in units)


def breakdowns(yearbook: Yearbook) -> Iterator[Fault]:
    """F02: the parts of a `breakdown` add up to its figure, exactly or within rounding; `outcomes` need not.

    ja:
        見つけるもの: breakdown（内訳）に書いた数値を足しても、もとの数値にならないもの。
        理由: 内訳と書かれていれば、読む人は足すと総数になると思います。合わない内訳は、数値か書き方のどちらかが違います。
        例:
            開示請求件数: {value: 123件, breakdown: {開示: 104件, 不存在: 14件}}   # 足すと 118
        直し方: 原典を見て数値を直します。ひとつの件に結果がいくつもあるなど、足して合わなくてよいものは outcomes に書きます。四捨五入した数値なら「rounded: true」と書きます。
    en:
        Finds: a figure whose `breakdown` does not add up to it.
        Why: Readers expect parts to add up. Where they do not, either a number or the word breakdown is wrong.
        Example:
            開示請求件数: {value: 123件, breakdown: {開示: 104件, 不存在: 14件}}   # adds up to 118
        Mend: Correct the number from the source. Results that need not add up, as when one request has several, are `outcomes`. For rounded numbers write `rounded: true`.
    """
    for _, section in yearbook.sections():
        for measure, figure in section.figures():
            wrong = figure.breakdown is not None and figure.sum != figure.value[0].value
            if wrong and not (figure.rounded and _parts_round(figure)):
                yield _breakdown(measure.label, figure)


def _parts_round(figure: Figure) -> bool:
    return rounds_to(figure.value[0].value, [part.value for part in figure.parts.values()])


def _breakdown(label: str, figure: Figure) -> Fault:
    parts = " + ".join(f"{part.label} {grouped(q.value)}" for part, q in figure.parts.items())
    words = {"label": label, "total": grouped(figure.value[0].value), "sum": grouped(figure.sum)}
    asked = _perhaps([figure.value[0].unit], figure.sum) and _parts_round(figure)
    words |= {"parts": parts, "rounded": "rounded: true" if asked else ""}
    return Fault(figure.place, "F02", words, (Related(figure.place_of("breakdown"), "part"),))


def added_units(yearbook: Yearbook) -> Iterator[Fault]:
    """F11: what is added up is counted in the unit of its sum.

    ja:
        見つけるもの: breakdown（内訳）や表の sums（総数 = 男 + 女）で足し合わせる数値のうち、合計と単位がちがうもの。「人」と「名」のように、units.yaml で id が同じ単位はかまいません。
        理由: 単位のちがう数値は足せません。打ちまちがいか、内訳でないものを内訳としています。
        例:
            開示請求件数: {value: 123件, breakdown: {開示: 109回, 不存在: 14件}}   # 回と件
        直し方: 原典で単位を確かめて直します。足し合わせるものでなければ outcomes に書きます。表の列の単位は measures.yaml で直します。
    en:
        Finds: numbers under `breakdown`, or of a table’s `sums` (総数 = 男 + 女), in another unit than the total. Units that share an id in units.yaml, as 人 and 名 do, are one.
        Why: Numbers in different units cannot be added up; either a unit is mistyped, or these are no parts.
        Example:
            開示請求件数: {value: 123件, breakdown: {開示: 109回, 不存在: 14件}}   # 回 and 件
        Mend: Correct the unit from the source. What need not add up are `outcomes`. The units of columns are mended in measures.yaml.
    """
    for _, section in yearbook.sections():
        for measure, figure in section.figures():
            parts = {part.label: quantity.unit for part, quantity in (figure.breakdown or {}).items()}
            yield from _odd_unit(measure.label, figure.value[0].unit, parts, figure.place)
        table = section.form.table
        for total in table.sums if table else ():
            assert table is not None
            units = {measure.label: table.unit_of(measure) for measure in table.measures}
            parts = {label: units[label] for label in total.parts}
            yield from _odd_unit(total.total, units[total.total], parts, total.place)


def _odd_unit(
    label: str, unit: Unit | None, parts: Mapping[str, Unit | None], place: Place
) -> Iterator[Fault]:
    """The first part in another unit than the whole; of one mistake in the whole's all parts would tell."""
    odd = ((part, other) for part, other in parts.items() if unit and other and other.id != unit.id)
    if unit and (found := next(odd, None)):
        part, other = found
        yield Fault(place, "F11", {"label": label, "unit": unit.sign, "part": part, "other": other.sign})


def rounding(yearbook: Yearbook) -> Iterator[Fault]:
    """F06: what is said to be rounded differs from its sum somewhere, or the note would tell of nothing.

    ja:
        見つけるもの: 「rounded: true」とあるのに、合計と内訳がすべてぴったり合っている表や数値。
        理由: 「一致しない場合がある」という断りは、本当にそうなっているときだけ載せます。
        例:
            予算額: {value: 100万円, rounded: true, breakdown: {国: 60万円, 市: 40万円}}
        直し方: 「rounded: true」を消します。
    en:
        Finds: a table or figure marked `rounded: true` in which every sum holds exactly.
        Why: Readers are told that parts may not add up only where that is so.
        Example:
            予算額: {value: 100万円, rounded: true, breakdown: {国: 60万円, 市: 40万円}}
        Mend: Delete `rounded: true`.
    """
    for _, section in yearbook.sections():
        table = section.form.table
        forms = (*((table,) if table else ()), *(figure for _, figure in section.figures()))
        for form in forms:
            if form.rounded and not form.off_by_rounding:
                yield Fault(form.place_of("rounded"), "F06")


def counts(yearbook: Yearbook) -> Iterator[Fault]:
    """F03: a figure that `counts` a list is as large as the list; A06: that list exists.

    ja:
        見つけるもの: counts で一覧を指している数値（51名）と、その一覧の件数がちがうもの。指した一覧がないものも。
        理由: 一人増えた、ひとつ消えたときに、数だけ前のまま残ることがよくあります。
        例:
            功労者数: {value: 3名, counts: honourees}   # 一覧 honourees には2人
        直し方: 一覧が変わったなら数値を直し、そうでなければ一覧の漏れや重複を原典で確かめます。
    en:
        Finds: a figure that `counts` a list (51名) and is not the number of its entries; a list that does not exist.
        Why: When a name is added or dropped, the number above the list is easily left as it was.
        Example:
            功労者数: {value: 3名, counts: honourees}   # the list honourees has 2
        Mend: If the list has changed, change the figure; if not, look for entries left out or doubled.
    """
    for edition in yearbook.editions:
        for department in edition.departments:
            lists = _lists(department)
            for section in (section for top in department.sections for section in top.walk()):
                for measure, figure in section.figures():
                    if figure.counts is not None:
                        yield from _count(lists, measure.label, figure)


def _count(lists: Mapping[str, tuple[int, Place]], label: str, figure: Figure) -> Iterator[Fault]:
    counted, total = str(figure.counts), figure.value[0].value
    if counted not in lists:
        place = figure.place_of("counts")
        yield Fault(place, "A06", {"value": counted, "near": near(counted, list(lists))})
    elif (entries := lists[counted][0]) != total:
        words = {"label": label, "total": grouped(total), "found": str(entries), "list": counted}
        yield Fault(figure.place, "F03", words, (Related(lists[counted][1], "list"),))


def _lists(department: Department) -> Mapping[str, tuple[int, Place]]:
    """How many entries the list of each id holds, and where it stands; the first of an id counts."""
    found: dict[str, tuple[int, Place]] = {}
    for section in (section for top in department.sections for section in top.walk()):
        for id_ in (section.form.id, section.slug):
            if id_:
                found.setdefault(str(id_), _entries(section))
    return found


def _entries(section: Section) -> tuple[int, Place]:
    """The people, partners, events or sections of a list."""
    form = section.form
    lists = {"people": form.people, "partners": form.partners, "events": form.events}
    blocks = ((len(block.root), form.place_of(key)) for key, block in lists.items() if block)
    return next(blocks, (len(section.sections), form.place_of("sections")))
