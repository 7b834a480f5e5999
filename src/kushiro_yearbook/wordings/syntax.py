"""Faults of the syntax of YAML."""

from __future__ import annotations

from kushiro_yearbook.wordings.wording import ERROR, Wording

SYNTAX = {
    "Y01": Wording(
        ERROR,
        "YAML の書き方が正しくありません。",
        "This is not valid YAML ({problem}).",
        "字下げのそろい、コロンのあとの空白、引用符の閉じ忘れを、この行とひとつ前の行で確かめてください。",
        "Look at this line and the one before: indentation, a space after the colon, a quote left open.",
    ),
    "Y02": Wording(
        ERROR,
        "「{key}」が二度書かれています（最初は {line} 行目）。",
        "“{key}” is written twice (first on line {line}).",
        "どちらか一方を消してください。",
        "Delete one of the two.",
    ),
    "Y03": Wording(
        ERROR,
        "「{sign}」で始まる語は使えません（YAML の別名）。",
        "Words that begin with “{sign}” cannot be used (a YAML alias).",
        '「{sign}」から始まる文字列は引用符（"…"）で囲んでください。',
        'Put text that begins with “{sign}” in quotes ("…").',
    ),
    "Y04": Wording(
        ERROR,
        "YAML のタグ「{tag}」は使えません。",
        "The YAML tag “{tag}” cannot be used.",
        '「!」で始まる文字列は引用符（"…"）で囲んでください。',
        'Put text that begins with “!” in quotes ("…").',
    ),
    "Y05": Wording(
        ERROR,
        "ひとつのファイルに文書がふたつあります。",
        "There are two documents in one file.",
        "「---」の行を消してください。",
        "Delete the line “---”.",
    ),
    "Y06": Wording(
        ERROR,
        "項目（「title: …」など）が書かれていません。",
        "There are no keys here, such as “title: …”.",
        "「項目: 値」の形で書いてください。コロンのあとには半角の空白が要ります。",
        "Write “key: value”, with a space after the colon.",
    ),
    "Y07": Wording(
        ERROR,
        "項目名が文字列ではありません。",
        "A key must be plain text.",
        '項目名を引用符（"…"）で囲んでください。',
        'Put the key in quotes ("…").',
    ),
    "Y08": Wording(
        ERROR,
        "入れ子が深すぎます（上限は {limit} 段）。",
        "This is nested too deeply (the limit is {limit} levels).",
        "かっこの閉じ忘れがないか確かめてください。",
        "Look for brackets left open.",
    ),
    "Y09": Wording(
        ERROR,
        "字下げにタブが使われています。",
        "A tab is used for indentation.",
        "タブを消して、半角の空白で字下げしてください。",
        "Delete the tab and indent with spaces.",
    ),
    "Y10": Wording(
        ERROR,
        "「{key}」は、カンマで切れた文の続きのようです。",
        "“{key}” seems to be the rest of text that a comma has cut.",
        '{…} の中でカンマを含む文は引用符（"…"）で囲むか、項目を一行にひとつずつ書いてください。',
        'Inside {…}, put text with a comma in quotes ("…"), or write one key per line.',
    ),
    "Y11": Wording(
        ERROR,
        "「{value}」と「{rest}」は、カンマで切れたひとつの値のようです。",
        "“{value}” and “{rest}” seem to be one value that a comma has cut.",
        '引用符で囲んで「"{value},{rest}"」と書いてください。',
        'Put it in quotes: "{value},{rest}".',
    ),
    "Y12": Wording(
        ERROR,
        "全角の「{sign}」が使われています。",
        "There is a full-width “{sign}”.",
        "半角で「{right}」と書いてください。",
        "Write “{right}”.",
    ),
    "Y13": Wording(
        ERROR,
        "「{sign}」のあとに空白がありません。",
        "There is no space after “{sign}”.",
        "「{right}」のように、半角の空白を入れてください。",
        "Write “{right}”, with a space.",
    ),
    "Y14": Wording(
        ERROR,
        "「{value}」と「{rest}」は、カンマで切れたひとつの数のようです。",
        "“{value}” and “{rest}” seem to be one number that a comma has cut.",
        "表の数字はカンマなしで「{right}」と書いてください。別々の値なら、カンマのあとに空白を入れ、列の数に合わせてください。",
        "Write the numbers of a table without commas: {right}. If they are two, put a space after the comma and count the columns.",
    ),
    "Y15": Wording(
        ERROR,
        "「{key}」は、{line} 行目の「{other}」と、全角・半角や濁点の付き方などがちがうだけです。",
        "“{key}” differs from “{other}” on line {line} only in width or the way its letters are put together.",
        "同じものなら一方を消してください。別のものなら、はっきりちがう名前にしてください。",
        "If they are the same, delete one; if not, give them clearly different names.",
    ),
    "Y16": Wording(
        ERROR,
        "直すところが {limit} か所より多いため、残りは示していません。",
        "There are more than {limit} faults of this kind here; the rest are not shown.",
        "示したところを直してから、もう一度調べてください。",
        "Mend those that are shown, then check again.",
    ),
}
