"""What the program's English words mean, for staff who choose among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kushiro_yearbook.quantities import STATUS_WORDS, near

GLOSSES: Mapping[str, str] = {
    **{str(status): words["ja"] for status, words in STATUS_WORDS.items()},
    # partners
    "city": "姉妹都市",
    "port": "姉妹港",
    "wetland": "姉妹湿地",
    "friendship-city": "友好都市",
    # readings of names
    "sourced": "典拠あり",
    "editor": "編集者の判断",
    "guess": "推測",
    # kinds of names
    "person": "人",
    "place": "場所",
    "org": "団体",
    "department": "部署",
    "facility": "施設",
    "plan": "計画",
    "programme": "事業",
    "law": "法令",
    "event": "行事",
    "survey": "調査",
    "action": "取組",
    "media": "広報・報道",
    "line": "路線",
    "station": "駅",
    "road": "道路",
    "school_kind": "学校種",
    "column": "列の見出し",
    "term": "用語",
}


def choices(word: str, allowed: Sequence[str]) -> dict[str, str]:
    """The words of a fault about a word that is not one of those allowed, in English and with their meaning."""
    glossed = (f"{one}（{GLOSSES[one]}）" if one in GLOSSES else one for one in allowed)
    return {
        "value": word,
        "near": _meant(word, allowed),
        "allowed": ", ".join(allowed),
        "glossed": "、".join(glossed),
    }


def _meant(word: str, allowed: Sequence[str]) -> str:
    """The allowed word that means this, or the one most like it."""
    said = (one for one in allowed if word and (word in GLOSSES.get(one, "") or GLOSSES.get(one) == word))
    return next(said, "") or (near(word, list(allowed)) if word else "")
