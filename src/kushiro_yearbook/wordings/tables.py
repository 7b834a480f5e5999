"""Faults of CSV files."""

from __future__ import annotations

from kushiro_yearbook.wordings.wording import ERROR, Wording

TABLES = {
    "C01": Wording(
        ERROR,
        "CSV が空です。",
        "The CSV is empty.",
        "一行目に列の名前を書いてください。",
        "Write the names of the columns in the first line.",
    ),
    "C02": Wording(
        ERROR,
        '引用符（"）が閉じられていません。',
        "A quote is left open.",
        'セルの終わりに引用符（"）を付けるか、初めの引用符を消してください。',
        "Close it at the end of the cell, or delete it where the cell begins.",
    ),
    "C03": Wording(
        ERROR,
        "セルが式のように見えます: {value}",
        "A cell looks like a formula: {value}",
        "⟨「{right}」と書いてください。⟩式ではなく、計算した値を書きます。文字なら「=」「+」「-」「@」以外で始めてください。",
        "⟨Write {right}. ⟩Write the value, not the formula; let words begin with another sign than =, +, - or @.",
    ),
    "C04": Wording(
        ERROR,
        "「{value}」は使えません。",
        "“{value}” cannot be used.",
        "上の行と同じ値を、もう一度書いてください。",
        "Write the value of the row above again.",
    ),
    "C05": Wording(
        ERROR,
        "列「{value}」が二つあります。",
        "There are two columns “{value}”.",
        "列の名前を変えるか、一方を消してください。",
        "Rename or delete one.",
    ),
    "C06": Wording(
        ERROR,
        "この行のセルは {found} 個です。見出しの行は {wanted} 個です。",
        "This line has {found} cells; the header has {wanted}.",
        'カンマの数を確かめてください。数字の中のカンマは消し（1,234 → 1234）、カンマを含む語は引用符（"…"）で囲みます。',
        'Count the commas; leave them out of numbers (1,234 → 1234), and put words that hold one in quotes ("…").',
    ),
    "C07": Wording(
        ERROR,
        "行の見出しが空です。",
        "The row has no heading.",
        "上の行と同じ見出しでも、もう一度書いてください。Excel で結合したセルは、先に結合を解いてください。",
        "Write it again even where it is that of the row above; in Excel, unmerge merged cells first.",
    ),
    "C08": Wording(
        ERROR,
        "行の見出し「{value}」が二つあります（最初は {line} 行目）。",
        "There are two rows “{value}” (first on line {line}).",
        "見出しを変えるか、一方の行を消してください。",
        "Rename or delete one.",
    ),
    "C09": Wording(
        ERROR,
        "列に名前がありません。",
        "A column has no name.",
        "一行目に列の名前を書いてください。使わない列なら、その列をすべての行から消してください。",
        "Write its name in the first line; if the column is not used, delete it from every line.",
    ),
    "C10": Wording(
        ERROR,
        "セルが「{sign}」で区切られています。",
        "The cells are separated by “{sign}”.",
        "半角のカンマ（,）で区切ってください。Excel では「CSV UTF-8（コンマ区切り）」を選んで保存します。",
        "Separate them by commas; in Excel, save as “CSV UTF-8 (Comma delimited)”.",
    ),
    "C11": Wording(
        ERROR,
        "見出しの行しかありません。",
        "There is only the line of column names.",
        "数値の行を足してください。",
        "Add the lines with the numbers.",
    ),
    "C13": Wording(
        ERROR,
        "セルの中で改行しています。",
        "A cell holds a line break.",
        "改行を消して、一つのセルを一行に書いてください。",
        "Delete it, so that the cell stands on one line.",
    ),
    "C14": Wording(
        ERROR,
        '引用符（"）で閉じたあとに、文字が続いています。',
        'After the closing quote (") more text follows.',
        '引用符で囲むのはセル全体です。引用符そのものは「""」と二つ重ねて書いてください。',
        'Quotes go around the whole cell; write a quote that is part of the text twice ("").',
    ),
    "C15": Wording(
        ERROR,
        "見出しの行の上に、表題の行があるようです: {value}",
        "Above the line of column names there seems to be a title: {value}",
        "この行を消して、列の名前の行から始めてください。表題は節の title に書きます。",
        "Delete this line, so that the column names come first; a title stands under title of the section.",
    ),
    "C16": Wording(
        ERROR,
        "最初のセルのほかは空の行です: {value}",
        "But for its first cell this line is empty: {value}",
        "注や出典なら、この行を消して、節の notes か source に書いてください。数値がない行なら、どのセルにも unstated（記載なし）、not-available（不詳）、not-applicable（該当なし）、suppressed（秘匿）のどれかを書きます。",
        "If it is a note or a source, delete the line and write it under notes or source of the section. If the numbers are missing, write unstated, not-available, not-applicable or suppressed in each cell.",
    ),
}
