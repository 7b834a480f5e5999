"""Faults of dates."""

from __future__ import annotations

from kushiro_yearbook.wordings.wording import ERROR, Wording

DATES = {
    "D01": Wording(
        ERROR,
        "「{value}」は日付として読めません。",
        "“{value}” cannot be read as a date.",
        "⟨「{year}年」（1月～12月）か「{year}年度」（4月～翌年3月）と書いてください。⟩⟨年も付けて、「令和○年{month}」のように書いてください。⟩⟨「{like}」「令和7年5月」「令和7年」「令和7年度」のように書いてください。期間は「令和7年7月28日～30日」、くり返しは「毎年3月」です。いくつもあるときは一つずつ一覧にし、言葉でしか言えないときは ja と en に分けて書きます。⟩",
        "⟨Write {year}年 (January–December) or {year}年度 (April–March). ⟩⟨Write the year too, like 令和○年{month}. ⟩⟨Write it like {like}, 令和7年5月, 令和7年 or 令和7年度; a period like 令和7年7月28日～30日; a recurring date like 毎年3月. List several dates one by one; where only words will do, write them under ja and en.⟩",
    ),
    "D02": Wording(
        ERROR,
        "「{value}」という年月日はその元号にありません。",
        "There is no {value}: the era does not cover it.",
        "⟨「{right}」と書いてください。⟩⟨0年という年はありません。「{first}」か「{before}」のどちらか、原典で確かめてください。⟩",
        "⟨Write {right}.⟩⟨No era has a year 0: see in the source whether it is {first} or {before}.⟩",
    ),
    "D03": Wording(
        ERROR,
        "「{value}」という日はありません。",
        "There is no such day as {value}.",
        "日を確かめてください。その月の最後の日は「{right}」です。",
        "Check the day. The last one of that month is {right}.",
    ),
    "D04": Wording(
        ERROR,
        "「{value}」という月はありません。",
        "There is no such month as in {value}.",
        "月は1から12までの数字で書いてください。",
        "Write the month as a number from 1 to 12.",
    ),
    "D05": Wording(
        ERROR,
        "期間「{value}」は、終わりが始まりより前になっています。",
        "The period {value} ends before it begins.",
        "始まりと終わりを確かめてください。終わりが翌年以降のときは、終わりにも年を書いてください（例: 令和7年12月28日～令和8年1月4日）。",
        "Check both ends. If it ends in a later year, write that year too (令和7年12月28日～令和8年1月4日).",
    ),
    "D06": Wording(
        ERROR,
        "「{value}」は、このままでは日付として読めません（全角の数字や漢数字、空白、似た記号、省いたり足したりした語など）。",
        "“{value}” is not written as dates are here (full-width digits or kanji, spaces, look-alike signs, words left out or added).",
        "「{right}」と書いてください。",
        "Write {right}.",
    ),
    "D07": Wording(
        ERROR,
        "ここには年か年度を書きます。「{value}」は年でも年度でもありません。",
        "A year or fiscal year belongs here; {value} is neither.",
        "「令和7年」（1月～12月）か「令和7年度」（4月～翌年3月）のように書いてください。⟨「{right}」でしょうか。⟩",
        "Write it like 令和7年 (January–December) or 令和7年度 (April–March).⟨ Did you mean {right}?⟩",
    ),
    "D08": Wording(
        ERROR,
        "期間「{value}」の始まりと終わりで、書き方の細かさがちがいます。",
        "The two ends of the period {value} are not of one kind.",
        "年度どうし、年どうし、月どうし、日どうしのように、両端をそろえて書いてください。",
        "Give both ends as fiscal years, as years, as months or as days.",
    ),
    "D09": Wording(
        ERROR,
        "版の年「{value}」がフォルダ名「{folder}」と違います。",
        "The edition’s year, {value}, is not that of its folder, {folder}.",
        "新しい版を作るときは、フォルダ名・year・label・fiscal_year をそろえて直してください。",
        "For a new edition change the folder’s name, year, label and fiscal_year together.",
    ),
    "D10": Wording(
        ERROR,
        "「{value}」は年度ではありません。",
        "{value} is not a fiscal year.",
        "「{value}度」のように書いてください。",
        "Write it as a fiscal year: {value}度.",
    ),
}
