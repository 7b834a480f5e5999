"""Faults of what single blocks hold."""

from __future__ import annotations

from kushiro_yearbook.wordings.wording import ERROR, Wording

BLOCKS = {
    "B01": Wording(
        ERROR,
        "「{value}」は合計の式として読めません。",
        "“{value}” is not a sum.",
        "「総数 = 男 + 女」のように書いてください。",
        "Write it like 総数 = 男 + 女.",
    ),
    "B02": Wording(
        ERROR,
        "表には row か、columns と rows のどちらか一方を書きます。",
        "A table has either row, or columns with rows.",
        "一行の表は row、何行もある表は columns と rows です。columns だけでは表になりません。",
        "Use row for one row, columns and rows for several; columns alone make no table.",
    ),
    "B03": Wording(
        ERROR,
        "この行には値が {found} 個あります。列は {wanted} 個です。",
        "This row has {found} values; there are {wanted} columns.",
        "カンマの付け忘れや、数字の中のカンマがないか確かめてください。",
        "Look for a comma left out, or one inside a number.",
    ),
    "B04": Wording(
        ERROR,
        "合計の式の「{label}」という列がありません。",
        "There is no column “{label}” for the sum.",
        "⟨「{near}」ではありませんか。⟩この表の列は {known} です。",
        "⟨Did you mean “{near}”? ⟩The columns of this table are {known}.",
    ),
    "B05": Wording(
        ERROR,
        "「{value}」は代の番号として読めません。",
        "“{value}” is not a number of terms.",
        "「6」か「2～5」のように書いてください。初代は「1」です。",
        "Write it like 6 or 2～5; the first is 1.",
    ),
    "B06": Wording(
        ERROR,
        "「{value}」は期間ではありません。",
        "“{value}” is not a period.",
        "「令和6年11月2日～」のように「～」を付けて書いてください。",
        "Write it with ～, as in 令和6年11月2日～.",
    ),
    "B07": Wording(
        ERROR,
        "「{value}」は緯度と経度として読めません。",
        "“{value}” is not a latitude and longitude.",
        '「"49.249,-122.981"」のように、北緯、東経の順に度で書いてください。',
        'Write degrees north, then east: "49.249,-122.981".',
    ),
    "B08": Wording(
        ERROR,
        "「{value}」は年月日ではありません。",
        "“{value}” is not a day.",
        "「昭和40年9月9日」のように、日まで書いてください。",
        "Write year, month and day, as in 昭和40年9月9日.",
    ),
    "B09": Wording(
        ERROR,
        "「{value}」は郵便番号ではありません。",
        "“{value}” is not a postal code.",
        "「102-0093」のように書いてください。",
        "Write it like 102-0093.",
    ),
    "B10": Wording(
        ERROR,
        "「{value}」は電話番号として読めません。",
        "“{value}” is not a telephone number.",
        "「(03) 3263-1992」か「0154-23-5151」のように半角で書いてください。",
        "Write it like (03) 3263-1992 or 0154-23-5151.",
    ),
    "B11": Wording(
        ERROR,
        "「{value}」はメールアドレスとして読めません。",
        "“{value}” is not an e-mail address.",
        "半角で書き、@ の前後を確かめてください。",
        "Write it in half-width characters and look at what stands before and after the @.",
    ),
    "B12": Wording(
        ERROR,
        "「{value}」は定数（seats）ではありません。",
        "“{value}” is not a number of seats.",
        "同時に務められる人数を、1 から 99 までの数字で書いてください。",
        "Write how many can hold the office at once, from 1 to 99.",
    ),
}
