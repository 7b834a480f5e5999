"""Faults by department: how many of each kind, and those of one department alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kushiro_yearbook.faults import Fault, Place, Severity
from kushiro_yearbook.inline import plain
from kushiro_yearbook.load.folders import slug_of
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.report import counted, in_order
from kushiro_yearbook.wording import NO_ENGLISH, severity

WHOLE = {"ja": "全体の設定・台帳など", "en": "settings, registers and the rest"}


@dataclass(frozen=True)
class Tally:
    """How many faults of each weight, and how many of these say that English is owed."""

    errors: int = 0
    warnings: int = 0
    untranslated: int = 0

    def counting(self, fault: Fault, weight: Severity) -> Tally:
        """The tally with one fault more."""
        return Tally(
            self.errors + (weight is Severity.ERROR),
            self.warnings + (weight is Severity.WARNING),
            self.untranslated + (fault.code in NO_ENGLISH),
        )

    def told(self, language: str) -> str:
        """The numbers in words."""
        return counted(self.errors, self.warnings, language) + self._owed(language)

    def _owed(self, language: str) -> str:
        if not self.untranslated:
            return ""
        if language == "ja":
            return f"（うち英語のないもの {self.untranslated} 件）"
        return f" ({self.untranslated} for want of English)"


def tallies(faults: Iterable[Fault], chosen: Mapping[str, str]) -> Mapping[str, Tally]:
    """The tally of each department's folder, in order; that of the rest stands under an empty name, first."""
    found: dict[str, Tally] = {}
    for fault in in_order(faults):
        folder = fault.place.department
        found[folder] = found.get(folder, Tally()).counting(fault, severity(fault, chosen))
    return {folder: found[folder] for folder in sorted(found)}


def by_department(
    faults: Iterable[Fault], names: Mapping[str, str], language: str, chosen: Mapping[str, str]
) -> Iterator[str]:
    """A line for each department that has faults, the rest last; none where all belongs to no department."""
    found = dict(tallies(faults, chosen))
    rest = found.pop("", None)
    for folder, tally in found.items():
        name = names.get(folder, "")
        whose = f"{name}（{folder}）" if language == "ja" else f"{name} ({folder})"
        yield f"  {whose if name else folder}: {tally.told(language)}"
    if found and rest:
        yield f"  {WHOLE[language]}: {rest.told(language)}"


def names_of(yearbook: Yearbook | None, language: str) -> Mapping[str, str]:
    """The name of each department by its folder, as far as the yearbook could be read."""
    return {
        department.folder: plain(department.form.name.runs(language))
        for edition in (yearbook.editions if yearbook else ())
        for department in edition.departments
    }


def slugs(paths: Iterable[str]) -> list[str]:
    """The addresses of the departments that files belong to, in order, each once."""
    return sorted({slug_of(folder) for folder in {Place(path).department for path in paths} if folder} - {""})


def parted(faults: Iterable[Fault], wanted: str) -> tuple[list[Fault], list[Fault]]:
    """The faults of one department, in every edition, and all others."""
    theirs: list[Fault] = []
    others: list[Fault] = []
    for fault in faults:
        (theirs if slug_of(fault.place.department) == wanted else others).append(fault)
    return theirs, others
