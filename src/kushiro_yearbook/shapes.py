"""Shapes: what the values of content files look like, as JSON Schema says it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kushiro_yearbook.model import FORMAT
from kushiro_yearbook.text import LANGUAGES

Schema = dict[str, Any]

# What the registers propose stands in a schema of its own, which is made anew more often.
SUGGESTIONS = "registers.json"


def refer(name: str) -> Schema:
    """What a definition of the same file says."""
    return {"$ref": f"#/definitions/{name}"}


def suggest(register: str) -> Schema:
    """What a register proposes; it never refuses."""
    return {"allOf": [{"$ref": f"{SUGGESTIONS}#/definitions/{register}"}]}


# YAML takes what looks like a number for one; the readers take every scalar for text.
_WORD: Schema = {"type": ["string", "number"], "minLength": 1}
_BY_LANGUAGE: Schema = {
    "properties": {language: refer("word") for language in LANGUAGES},
    "required": ["ja"],
    "additionalProperties": False,
    "errorMessage": "文は、{ja: 日本語, en: 英語} の形で書いてください。",
}


def _like(pattern: str) -> Schema:
    """Text that a pattern describes whole; numbers, which no pattern is asked of, pass."""
    return {"type": ["string", "number"], "pattern": f"^(?:{pattern})$"}


def _number_refused(message: str) -> Schema:
    """For shapes that a bare number never has: a number is let in, to be refused in words that help."""
    return {"if": {"type": "number"}, "then": {"type": "string", "errorMessage": message}}


# Dates have too many forms for a pattern, but none has full-width digits.
_DATE: Schema = {
    **_like("[^０-９]+"),
    "patternErrorMessage": "日付の数字は半角で書いてください（例: 令和7年4月1日）。",
}

_ID = "[0-9a-z]+(?:-[0-9a-z]+)*"
_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_MISSING = "not-available|not-applicable|suppressed|unstated"

# What values look like, by the names that fields give their shapes; explained in `locales/keys.yaml`.
SHAPES: Mapping[str, Schema] = {
    "text": {**_WORD, **_BY_LANGUAGE, "type": ["string", "number", "object"], **suggest("names")},
    "text_by_language": {"type": "object", **_BY_LANGUAGE},
    "word": _WORD,
    "name": {**_WORD, **suggest("names")},
    "label": {**_WORD, **suggest("label")},
    "unit": {**_WORD, **suggest("units")},
    "quantity": {
        **_like(rf"(?:約|延べ|毎回|満)?{_DIGITS}(?:[～〜~]{_DIGITS})?[^0-9,.～〜~]+"),
        "patternErrorMessage": "数量は、数字に単位を付けて書いてください（例: 51名、延べ5,942名、16～24ページ）。",
        **_number_refused("数字に単位を付けて書いてください（例: 51名）。"),
    },
    "cell": {
        "type": ["number", "string", "object"],
        "pattern": rf"^(?:-?[0-9]+(?:\.[0-9]+)?|{_MISSING})$",
        "patternErrorMessage": "表の数値は、コンマも単位も付けずに数字だけを書いてください（例: 1234）。"
        "数値がないときは unstated などの語を書きます。",
        "properties": {"value": refer("cell"), "status": refer("status")},
        "required": ["value"],
        "additionalProperties": False,
    },
    "when": _DATE,
    "moment": _DATE,
    "year": _DATE,
    "calendar_year": _DATE,
    "fiscal_year": _DATE,
    "day": _DATE,
    "period": _DATE,
    "status": {},
    "partner_type": {},
    "id": {
        **_like(_ID),
        "patternErrorMessage": "半角の小文字と数字をハイフンでつないで書いてください（例: elementary-schools）。",
    },
    "former": {
        **_like(f"{_ID}(?:/{_ID})?"),
        "patternErrorMessage": "前のアドレスは、課だけか、課/節の形で書いてください（例: finance/old-name）。",
    },
    "code": {
        **_like("[A-Z][0-9]{2}"),
        "patternErrorMessage": "指摘の番号を書いてください（例: F02）。",
    },
    "format": {"enum": [int(FORMAT), FORMAT]},
    "language": {"enum": list(LANGUAGES)},
    "seats": _like("[1-9][0-9]?"),
    "reason": _like(r".*\S.*"),
    "flag": {"type": ["boolean", "string"], "pattern": "^(?:true|false)$"},
    "municipality_code": _like("[0-9]{6}"),
    "base_url": _like("https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._~/-]*)?"),
    "report": _like(r"(?:https://|mailto:)(?:[^\s\"<>{}]|\{(?:address|title)\})+"),
    "link": {
        "type": ["string", "object"],
        "pattern": r"^https://[A-Za-z0-9.-]+(?:[/?#][^\s\"<>]*)?$",
        "patternErrorMessage": "https:// で始まるアドレスを書いてください。",
        **_BY_LANGUAGE,
    },
    "postal_code": {
        **_like("[0-9]{3}-[0-9]{4}"),
        "patternErrorMessage": "郵便番号は、半角で 000-0000 の形に書いてください。",
    },
    "telephone": {
        **_like(r"\(?0[0-9]{1,4}\)?[ -]?[0-9]{1,4}-[0-9]{3,4}"),
        "patternErrorMessage": "電話番号は、半角の数字とハイフンで書いてください（例: 03-0000-0000）。",
    },
    "email": _like(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
    "terms": _like("[1-9][0-9]{0,2}(?:[～〜~][1-9][0-9]{0,2})?"),
    "position": _like(r"-?[0-9]{1,2}(?:\.[0-9]{1,4})?,\s*-?[0-9]{1,3}(?:\.[0-9]{1,4})?"),
    "sum": {
        **_like("[^=+]+=[^=]+"),
        "patternErrorMessage": "「合計の欄 = 欄 + 欄」の形で書いてください（例: 総数 = 男 + 女）。",
    },
    "exit": {**_WORD, **suggest("names")},
    "factor": {**_like(r"[0-9]+(?:\.[0-9]+)?"), "exclusiveMinimum": 0},
    "rows": {
        "type": ["array", "object"],
        "items": refer("Row"),
        "additionalProperties": {"type": "array", "items": refer("cell")},
    },
}
