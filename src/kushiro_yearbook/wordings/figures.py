"""Faults of figures and lists that do not fit together."""

from __future__ import annotations

from kushiro_yearbook.wordings.wording import ERROR, WARNING, Wording

FIGURES = {
    "F01": Wording(
        ERROR,
        "「{label}」は {total} ですが、内訳を足すと {sum} です（{parts}）。",
        "“{label}” is {total}, but its parts add up to {sum} ({parts}).",
        "どの数値が違うか、原典で確かめてください。⟨四捨五入した数値なら、表に「{rounded}」と書きます。⟩",
        "Check against the source which number is wrong.⟨ If the numbers are rounded, write {rounded} in the table.⟩",
    ),
    "F02": Wording(
        ERROR,
        "「{label}」は {total} ですが、内訳（breakdown）を足すと {sum} です（{parts}）。",
        "“{label}” is {total}, but its breakdown adds up to {sum} ({parts}).",
        "数値を原典で確かめてください。足して合わなくてよいものは breakdown ではなく outcomes に書きます。⟨四捨五入した数値なら「{rounded}」と書きます。⟩",
        "Check the numbers against the source; results that need not add up are `outcomes`.⟨ If the numbers are rounded, write {rounded}.⟩",
    ),
    "F03": Wording(
        ERROR,
        "「{label}」は {total} ですが、一覧「{list}」には {found} 件あります。",
        "“{label}” is {total}, but the list “{list}” holds {found}.",
        "一覧が変わったなら「{found}」に直してください。そうでなければ、一覧に漏れや重複がないか原典で確かめてください。",
        "If the list has changed, write {found}; if not, look for entries left out or doubled, against the source.",
    ),
    "F04": Wording(
        WARNING,
        "「{name}」は {line} 行目にもあります。",
        "“{name}” is also on line {line}.",
        "一方を消してください。同姓同名の別人なら、allow に理由を書いてください。",
        "Delete one; if they are two people of one name, say so under allow.",
    ),
    "F05": Wording(
        ERROR,
        "第{number}代は {line} 行目の人にもあります。",
        "Term {number} is also that of the person on line {line}.",
        "代の番号を確かめてください。",
        "Check the numbers of the terms.",
    ),
    "F06": Wording(
        WARNING,
        "四捨五入した数値（rounded）とありますが、合計と内訳はすべて合っています。",
        "The numbers are said to be rounded, but every sum holds.",
        "この行を消してください。合計と内訳がちがうときだけ書きます。",
        "Delete the line; it is for sums that are off by rounding.",
    ),
    "F07": Wording(
        WARNING,
        "「{value}」は、この節の「{label}」に書かれた値です。",
        "“{value}” is the value of “{label}” in this section.",
        "同じ値は一度だけ書きます。文では 〔{label}〕 と書いてください。",
        "A value is written once: in the sentence write 〔{label}〕.",
    ),
    "F08": Wording(
        WARNING,
        "「{label}」は {value} ですが、前の版（{edition}）では {before} でした。⟨{digit}けた違うようです。⟩",
        "“{label}” is {value}; in the edition before, {edition}, it was {before}.⟨ It seems to be {digit} digit off.⟩",
        "桁や単位、写す欄のまちがいがないか、原典で確かめてください。本当に変わったのなら、allow に理由を書いてください。",
        "Look for a lost digit, a wrong unit or a neighbour’s cell; if it has changed so much indeed, say so under allow.",
    ),
    "F10": Wording(
        ERROR,
        "「{name}」の在職期間が、{others}と重なっています。同時に務められるのは {seats} 人です。",
        "The term of {name} overlaps with that of {others}; the office has room for {seats}.",
        "在職期間の始まりと終わりを確かめてください。同時に務められる人数がちがうなら、節の seats を直してください。",
        "Check the beginnings and ends of the terms; if more can hold the office at once, change seats in the section.",
    ),
    "F11": Wording(
        WARNING,
        "「{label}」の単位は「{unit}」ですが、足し合わせる「{part}」の単位は「{other}」です。",
        "“{label}” is counted in {unit}, but its part “{part}” in {other}.",
        "どちらの単位が正しいか、原典で確かめてください。足し合わせるものでなければ、breakdown ではなく outcomes に書きます。表の列の単位は measures.yaml で直します。",
        "Check against the source which unit is right. What need not add up are `outcomes`; the units of columns are mended in measures.yaml.",
    ),
}
