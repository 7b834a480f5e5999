"""The rule on records: the files that commands keep can be read."""

from __future__ import annotations

from collections.abc import Iterator

from kushiro_yearbook.faults import Fault
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.records import Approvals, Confirmations, Release


def readable(yearbook: Yearbook) -> Iterator[Fault]:
    """V04, V05, V06, V07, P04, P05: a record cannot be read, is out of order, or is that of another edition.

    ja:
        見つけるもの: translations.lock、confirmed.lock、published.json の読めない行（V04・P04）、git の合流
            でぶつかった印（V05）、並び順の乱れや二重の行（V06）、前の版のフォルダから写された控え（V07・P05）。
        理由: 控えは、内容が確かめたとおりかどうかを調べるもとです。読めなければ、確かめたはずの数値や訳文を
            守れません。
        例:
            <<<<<<< HEAD
            0123456789abcdef fedcba9876543210
        直し方: 「yearbook approve --tidy」で translations.lock と confirmed.lock を整えてください。
            published.json は git で前のものに戻すか、前の版のものなら消してください。
    en:
        Finds: lines of translations.lock, confirmed.lock or published.json that cannot be read (V04, P04),
            marks of a merge that met a conflict (V05), lines out of order or doubled (V06), records copied
            with the folder of another edition (V07, P05).
        Why: the records say whether the content still is what was checked; what cannot be read protects
            nothing.
        Example:
            <<<<<<< HEAD
            0123456789abcdef fedcba9876543210
        Mend: put translations.lock and confirmed.lock in order with “yearbook approve --tidy”; take
            published.json back from git, or delete it where it is another edition's.
    """
    records: list[Approvals | Confirmations | Release | None] = [yearbook.approvals]
    for edition in yearbook.editions:
        records += [edition.release, edition.approvals]
        for department in edition.departments:
            records += [department.approvals, department.confirmations]
    for record in records:
        yield from record.faults if record else ()
