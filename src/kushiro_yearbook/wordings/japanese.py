"""Faults of Japanese letters, signs and wordings."""

from __future__ import annotations

from kushiro_yearbook.wordings.wording import ERROR, WARNING, Wording

# What the hint says of a label, which stands in the register and wherever it is used.
_LABEL_JA = "⟨「{instead}」と書き、content の中の項目名「{label}」もすべて同じに直してください。⟩"
_LABEL_EN = "⟨Write {instead}, and mend the label “{label}” wherever content uses it. ⟩"

JAPANESE = {
    "J01": Wording(
        WARNING,
        "全角の数字や英字があります: {value}",
        "There are full-width digits or letters: {value}",
        f"⟨「{{right}}」と半角で書いてください。⟩{_LABEL_JA}全角の数字は、読み上げで一字ずつになります。",
        f"⟨Write {{right}} in half width. ⟩{_LABEL_EN}Screen readers read full-width digits one by one.",
    ),
    "J02": Wording(
        WARNING,
        "機種によって表示できない文字があります: {value}",
        "Some systems cannot show this sign: {value}",
        f"⟨「{{right}}」と書いてください。⟩{_LABEL_JA}",
        f"⟨Write {{right}}. ⟩{_LABEL_EN}",
    ),
    "J03": Wording(
        WARNING,
        "形の似た別の記号です: {value}",
        "This sign only looks like the right one: {value}",
        f"⟨「{{right}}」と書いてください。⟩{_LABEL_JA}範囲は「～」、番号は「-」、のばす音は「ー」です。",
        f"⟨Write {{right}}. ⟩{_LABEL_EN}Spans have ～, numbers have -, long vowels ー.",
    ),
    "J04": Wording(
        WARNING,
        "かっこの全角と半角がそろっていません: {value}",
        "These brackets are of two widths, or half-width around Japanese: {value}",
        f"⟨「{{right}}」と書いてください。⟩{_LABEL_JA}",
        f"⟨Write {{right}}. ⟩{_LABEL_EN}",
    ),
    "J05": Wording(
        WARNING,
        "句読点がほかとちがいます: {value}",
        "This comma or full stop is of another kind than the rest: {value}",
        "「{right}」と書いてください。句読点は「、」と「。」にそろえます。",
        "Write {right}: Japanese has 、 and 。 throughout.",
    ),
    "J06": Wording(
        WARNING,
        "見た目の同じ別の文字です: {value}",
        "This letter is the twin of another that looks the same: {value}",
        f"⟨「{{right}}」と書いてください。⟩{_LABEL_JA}別の文字のままだと、検索で見つかりません。人や場所の名前なら、names.csv に書けば、そのまま使えます。",
        f"⟨Write {{right}}. ⟩{_LABEL_EN}A search would pass the other over. A name may keep it: put the name into names.csv.",
    ),
    "J07": Wording(
        WARNING,
        "使わないことにした言い方です: {value}",
        "The town does not use this wording: {value}",
        f"⟨「{{right}}」と書いてください。⟩{_LABEL_JA}理由: {{reason}}",
        f"⟨Write {{right}}. ⟩{_LABEL_EN}Reason: {{reason}}",
    ),
    "J08": Wording(
        ERROR,
        "wordings.csv の列が違います。",
        "wordings.csv has other columns.",
        "最初の行は {columns} です。",
        "Its first line is {columns}.",
    ),
    "J09": Wording(
        ERROR,
        "wordings.csv に空の欄があります。",
        "There is an empty cell in wordings.csv.",
        "使わない言い方（ja）、代わりの言い方（instead）、理由（reason）をすべて書くか、行を消してください。",
        "Write the wording avoided (ja), what to write instead and the reason, or delete the line.",
    ),
    "J10": Wording(
        ERROR,
        "「{value}」の代わりの言い方が、同じ言い方です。",
        "“{value}” is to be replaced by itself.",
        "instead に別の言い方を書くか、行を消してください。",
        "Write another wording in instead, or delete the line.",
    ),
    "J11": Wording(
        WARNING,
        "かっこの組が合いません: {value}",
        "A bracket has no partner of its kind: {value}",
        "⟨開いたかっこと同じ形で閉じてください（例: {one}）。⟩⟨「{open}」を閉じるか、消してください。⟩⟨「{close}」の前に開くかっこを書くか、消してください。⟩",
        "⟨Close it as it was opened ({one}). ⟩⟨Close {open}, or take it out.⟩⟨Open what {close} closes, or take it out.⟩",
    ),
}
