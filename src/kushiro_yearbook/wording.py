"""The words of every fault, and how much each weighs."""

from __future__ import annotations

from collections.abc import Mapping

from kushiro_yearbook.faults import Fault, Severity
from kushiro_yearbook.wordings.addresses import ADDRESSES
from kushiro_yearbook.wordings.blocks import BLOCKS
from kushiro_yearbook.wordings.dates import DATES
from kushiro_yearbook.wordings.figures import FIGURES
from kushiro_yearbook.wordings.files import FILES
from kushiro_yearbook.wordings.images import IMAGES
from kushiro_yearbook.wordings.japanese import JAPANESE
from kushiro_yearbook.wordings.readings import READINGS
from kushiro_yearbook.wordings.records import PROMISES, RECORDS
from kushiro_yearbook.wordings.registers import REGISTERS
from kushiro_yearbook.wordings.structure import STRUCTURE
from kushiro_yearbook.wordings.syntax import SYNTAX
from kushiro_yearbook.wordings.tables import TABLES
from kushiro_yearbook.wordings.texts import TEXTS
from kushiro_yearbook.wordings.theme import THEME
from kushiro_yearbook.wordings.translation import TRANSLATION
from kushiro_yearbook.wordings.values import VALUES
from kushiro_yearbook.wordings.wording import Wording

WORDINGS: Mapping[str, Wording] = {
    **FILES,
    **SYNTAX,
    **STRUCTURE,
    **DATES,
    **VALUES,
    **TEXTS,
    **BLOCKS,
    **REGISTERS,
    **READINGS,
    **TABLES,
    **ADDRESSES,
    **FIGURES,
    **IMAGES,
    **PROMISES,
    **RECORDS,
    **TRANSLATION,
    **JAPANESE,
    **THEME,
}

# Findings about what the content says: a town may weigh them, and accept one where it stands, with its
# reason. On the absence of every other error the build relies.
JUDGED: frozenset[str] = (
    frozenset(FIGURES)
    | frozenset(PROMISES)
    | {"D17", "D19"}
    | {code for code, wording in WORDINGS.items() if wording.severity is Severity.WARNING}
)

# What says that English is owed.
NO_ENGLISH = frozenset({"N01", "N02", "N03"})

# What the other places are that a fault is about.
ROLES: Mapping[str, Mapping[str, str]] = {
    "changed": {"ja": "これも変わりました", "en": "this changed too"},
    "confirmed": {"ja": "読み合わせの控えはここです", "en": "the record of the reading is here"},
    "correction": {"ja": "訂正はここです", "en": "the correction is here"},
    "english": {"ja": "英語はここです", "en": "the English is here"},
    "first": {"ja": "最初はここです", "en": "the first is here"},
    "holder": {"ja": "同じ時期に在職した人です", "en": "one who held the office at that time"},
    "japanese": {"ja": "日本語はここです", "en": "the Japanese is here"},
    "left": {"ja": "ここも前の版のままです", "en": "this is the edition before’s too"},
    "list": {"ja": "一覧はここです", "en": "the list is here"},
    "outer": {"ja": "この中に入ります", "en": "it belongs in this"},
    "part": {"ja": "内訳はここです", "en": "a part is here"},
    "previous": {"ja": "前の版ではここです", "en": "the edition before has it here"},
    "published": {"ja": "発行日はここです", "en": "the day of publication is here"},
    "register": {"ja": "台帳ではここです", "en": "the register has it here"},
    "release": {"ja": "公開したものの控えはここです", "en": "the record of the publication is here"},
    "section": {"ja": "よく似た名前の節です", "en": "a section of almost that name"},
    "total": {"ja": "合計はここです", "en": "the total is here"},
    "year": {"ja": "年はここです", "en": "the year is here"},
}


def severity(fault: Fault, chosen: Mapping[str, str]) -> Severity:
    """How much a fault weighs: where it is the town's to judge what it chose, else the program's own."""
    own = WORDINGS[fault.code].severity
    return Severity(chosen[fault.code]) if fault.code in JUDGED and fault.code in chosen else own
