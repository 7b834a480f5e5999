"""Rules on people: nobody stands twice where one can stand only once, and no office is held by too many."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kushiro_yearbook.blocks.people import Person
from kushiro_yearbook.eras import Calendar, Point
from kushiro_yearbook.faults import Fault, Place, Related
from kushiro_yearbook.model import Section, Yearbook


def doubled_names(yearbook: Yearbook) -> Iterator[Fault]:
    """F04: no name stands twice in a list of names.

    ja:
        見つけるもの: 名前の一覧に二度出てくる名前。
        理由: 写すときに同じ行を二度入れると、人数も合わなくなります。
        例:
            people: [山田花子, 海野一郎, 山田花子]
        直し方: 一方を消します。同姓同名の別人なら、allow に理由を書きます。
    en:
        Finds: a name that stands twice in a list of names.
        Why: A row copied twice makes the count wrong as well.
        Example:
            people: [山田花子, 海野一郎, 山田花子]
        Mend: Delete one. If they are two people of one name, give that as the reason under `allow`.
    """
    for _, section in yearbook.sections():
        seen: dict[str, Place] = {}
        for person in _people(section):
            name = person.name
            if name.ja in seen and person.term is None:
                words = {"name": name.ja, "line": str(seen[name.ja].line)}
                yield Fault(name.place, "F04", words, (Related(seen[name.ja], "first"),))
            seen.setdefault(name.ja, name.place)


def doubled_terms(yearbook: Yearbook) -> Iterator[Fault]:
    """F05: no term of an office is counted for two holders.

    ja:
        見つけるもの: 二人に付いている同じ代の番号。
        理由: 代の番号は一人にひとつです。どちらかの番号が違っています。
        例:
            people:
              - {name: 山田花子, number: 1}
              - {name: 海野一郎, number: 1～2}
        直し方: 代の番号を原典で確かめて直します。
    en:
        Finds: a number of a term that two holders of an office have.
        Why: Each term has one holder, so one of the numbers is wrong.
        Example:
            people:
              - {name: 山田花子, number: 1}
              - {name: 海野一郎, number: 1～2}
        Mend: Correct the numbers from the source.
    """
    for _, section in yearbook.sections():
        seen: dict[int, Place] = {}
        for person in _people(section):
            numbers = range(person.number.first, person.number.last + 1) if person.number else ()
            doubled = next((number for number in numbers if number in seen), None)
            if doubled is not None:
                words = {"number": str(doubled), "line": str(seen[doubled].line)}
                yield Fault(person.name.place, "F05", words, (Related(seen[doubled], "first"),))
            seen |= dict.fromkeys(numbers, person.name.place)


def seats(yearbook: Yearbook) -> Iterator[Fault]:
    """F10: no more people hold an office at once than it has seats.

    ja:
        見つけるもの: 在職期間が重なる人の数が、節の seats（定数）より多いところ。seats がなくても、全員に代の番号があれば一人の職とみなします。
        理由: 前の人の退任の日を書き忘れると、二人が同時に務めたように読まれます。
        例:
            people:
              - {name: 山田花子, number: 1, term: 平成10年4月1日～}
              - {name: 海野一郎, number: 2, term: 平成20年4月1日～}
        直し方: 在職期間を原典で確かめて直します。二人以上が務める職なら、節に「seats: 2」のように書きます。
    en:
        Finds: more people with overlapping terms than the section’s `seats`; where all terms are numbered and `seats` is not given, more than one.
        Why: When the end of a term is forgotten, two people seem to have held the office at once.
        Example:
            people:
              - {name: 山田花子, number: 1, term: 平成10年4月1日～}
              - {name: 海野一郎, number: 2, term: 平成20年4月1日～}
        Mend: Correct the terms from the source. For an office of several holders write `seats: 2` in the section.
    """
    for _, section in yearbook.sections():
        if section.seats is not None:
            yield from _crowded(sorted(_terms(section), key=lambda term: term[:2]), section.seats)


# The first and the last day of a term, and who served it.
Term = tuple[date, date, Person]


def _terms(section: Section) -> Iterator[Term]:
    for person in _people(section):
        if person.term is not None:
            yield _begin(person.term.start, date.min), _begin(person.term.end, date.max), person


def _begin(point: Point | None, unknown: date) -> date:
    # One who leaves in the year, month or day in which the next one comes was not there at the same time.
    return point.first if isinstance(point, Calendar) else unknown


def _crowded(terms: list[Term], seats: int) -> Iterator[Fault]:
    holding: list[Term] = []
    for term in terms:
        holding = [other for other in holding if other[1] > term[0]]
        if len(holding) >= seats:
            words = {"name": term[2].name.ja, "others": "、".join(other[2].name.ja for other in holding)}
            related = tuple(Related(other[2].name.place, "holder") for other in holding)
            yield Fault(term[2].place_of("term"), "F10", {**words, "seats": str(seats)}, related)
        else:
            holding.append(term)


def _people(section: Section) -> tuple[Person, ...]:
    return section.form.people.root if section.form.people else ()
