"""Faults of quantities and number cells."""

from __future__ import annotations

from kushiro_yearbook.wordings.wording import ERROR, Wording

VALUES = {
    "Q01": Wording(
        ERROR,
        "「{value}」は数量として読めません。",
        "“{value}” is not a quantity.",
        "「1,525組」「約4分」「延べ5,942名」「16～24ページ」のように、数字と単位を書いてください。",
        "Write a number and a unit: 1,525組, 約4分, 延べ5,942名, 16～24ページ.",
    ),
    "Q02": Wording(
        ERROR,
        "単位「{value}」は units.yaml にありません。",
        "The unit “{value}” is not in units.yaml.",
        "⟨「{near}」ではありませんか。⟩新しい単位なら、units.yaml に「{value}: {id: …, en: {one: …, other: …}}」の行を足してください。",
        "⟨Did you mean “{near}”? ⟩If it is new, add a line to units.yaml: {value}: {id: …, en: {one: …, other: …}}.",
    ),
    "Q03": Wording(
        ERROR,
        "「{value}」に単位がありません。",
        "“{value}” has no unit.",
        "「51名」のように、数字のあとに単位を書いてください。",
        "Write the unit after the number, as in 51名.",
    ),
    "Q04": Wording(
        ERROR,
        "カンマの位置が正しくありません: {value}",
        "The commas are in the wrong places: {value}",
        "「{right}」ではありませんか。",
        "Did you mean “{right}”?",
    ),
    "Q05": Wording(
        ERROR,
        "表の数値「{value}」は数字だけで書きます。",
        "A number in a table is digits only, not “{value}”.",
        "⟨「{right}」と書いてください。⟩⟨「{sign}」の意味を原典の凡例で確かめ、あとの四つの語から選んでください。⟩⟨ふつうは {usual} です。⟩⟨かっこの中の「{aside}」は、別の列か節の notes に書きます。⟩⟨「{mark}」のような注の印は付けず、注は節の notes に書きます。⟩⟨行の見出しの列なら、表に「{corner}」を書いてください。⟩数は「1234」「12.5」、負の数は「-12」、数値がないときは unstated（記載なし）、not-available（不詳）、not-applicable（該当なし）、suppressed（秘匿）です。",
        "⟨Write “{right}”. ⟩⟨See what “{sign}” means in the source, and choose one of the four words below. ⟩⟨It is mostly {usual}. ⟩⟨Put “{aside}” into a column of its own, or into the section’s notes. ⟩⟨Leave out marks such as “{mark}” and write the note under the section’s notes. ⟩⟨If this is the column of row headings, give the table a key “{corner}”. ⟩Write numbers like 1234, 12.5 and -12; where there is none write unstated, not-available, not-applicable or suppressed.",
    ),
    "Q06": Wording(
        ERROR,
        "全角の数字や記号が使われています: {value}",
        "There are full-width digits or signs: {value}",
        "半角で「{right}」と書いてください。",
        "Write “{right}”.",
    ),
    "Q07": Wording(
        ERROR,
        "数字が長すぎます（上限は {limit} けた）: {value}",
        "The number is too long (the limit is {limit} digits): {value}",
        "貼り付けの間違いがないか確かめてください。",
        "Has something been pasted by mistake?",
    ),
    "Q08": Wording(
        ERROR,
        "「{value}」だけでは数値がありません。",
        "“{value}” alone gives no number.",
        "「{value: 123, status: preliminary}」のように、数値と一緒に書いてください。",
        "Write it with its number: {value: 123, status: preliminary}.",
    ),
    "Q09": Wording(
        ERROR,
        "列「{label}」の単位がわかりません。",
        "The unit of the column “{label}” is not known.",
        "⟨「{near}」ではありませんか。⟩measures.yaml の「{label}」に「unit: …」を書くか（行がなければ「{label}: {id: …, en: …, unit: …}」を足します）、表に「unit: 件」のように書いてください。",
        "⟨Did you mean “{near}”? ⟩Give “{label}” a unit in measures.yaml (add a line {label}: {id: …, en: …, unit: …} if there is none), or write one for the table (unit: 件).",
    ),
    "Q10": Wording(
        ERROR,
        "範囲「{value}」の終わりが始まりより小さくなっています。",
        "The range {value} ends below its beginning.",
        "小さいほうを先に書いてください。",
        "Write the smaller number first.",
    ),
    "Q11": Wording(
        ERROR,
        "数値 {value} があるのに、状態が「{status}」（数値なし）です。",
        "There is a number, {value}, and a status that says there is none: {status}.",
        "数値を消すか、状態を直してください。",
        "Delete the number or change the status.",
    ),
}
