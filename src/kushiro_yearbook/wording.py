"""What each fault says: its severity, its message and its hint, in Japanese and English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kushiro_yearbook.faults import Fault, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one fault; `{gaps}` are filled from the fault."""

    severity: Severity
    ja: str
    en: str
    hint_ja: str = ""
    hint_en: str = ""

    def message(self, language: str, words: Mapping[str, str]) -> str:
        """What is wrong."""
        return _filled(self.ja if language == "ja" else self.en, words)

    def hint(self, language: str, words: Mapping[str, str]) -> str:
        """What to write instead; empty where the hint needs a word that is not known."""
        return _filled(self.hint_ja if language == "ja" else self.hint_en, words)


_GAP = re.compile(r"\{([a-z_]+)\}")


def _filled(pattern: str, words: Mapping[str, str]) -> str:
    """The pattern with its gaps filled; what stands in ⟨…⟩ falls away when a gap in it has no word."""

    def optional(match: re.Match[str]) -> str:
        return match[1] if all(words.get(gap) for gap in _GAP.findall(match[1])) else ""

    whole = re.sub(r"⟨([^⟨⟩]*)⟩", optional, pattern)
    return _GAP.sub(lambda gap: words.get(gap[1], gap[0]), whole).strip()


def severity(fault: Fault, chosen: Mapping[str, str]) -> Severity:
    """How much a fault weighs: for a warning what the yearbook chose, else the program's own."""
    own = WORDINGS[fault.code].severity
    # An error stays one: the build relies on its absence.
    return own if own is ERROR or fault.code not in chosen else Severity(chosen[fault.code])


FILES = {
    "I01": Wording(
        ERROR,
        "UTF-8 の文字として読めません（{offset} バイト目）。⟨{encoding} で保存されているようです。⟩",
        "This is not UTF-8 text (at byte {offset}).⟨ It looks like {encoding}.⟩",
        "「UTF-8」で保存し直してください。",
        "Save the file as UTF-8.",
    ),
    "I02": Wording(
        ERROR,
        "ファイルではなく、別の場所へのリンクです。",
        "This is a link to another place, not a file.",
        "ファイルそのものを content フォルダの中に置いてください。",
        "Put the file itself into the content folder.",
    ),
    "I03": Wording(
        ERROR,
        "ファイルが大きすぎます（{size} バイト。上限は {limit} バイト）。",
        "The file is too large ({size} bytes; the limit is {limit}).",
        "節を分けるか、貼り付けたデータが混じっていないか確かめてください。",
        "Divide the section, or look for data pasted by mistake.",
    ),
    "I04": Wording(
        ERROR,
        "目に見えない文字 {character} が入っています。",
        "There is an invisible character, {character}.",
        "その文字を消してください。別の文書から貼り付けたときに入ることがあります。",
        "Delete it; it often comes with text pasted from elsewhere.",
    ),
    "I05": Wording(
        ERROR,
        "ここに置けないファイルです: {name}",
        "This file has no place here: {name}",
        "⟨「{near}」の書き間違いではありませんか。⟩控えなら消してください。置き場所は README の「ファイルの置き場所」にあります。",
        "⟨Did you mean “{near}”? ⟩Delete it if it is a copy; the README shows where files stand (ファイルの置き場所).",
    ),
    "I06": Wording(
        ERROR,
        "節のファイル名の形になっていません: {name}",
        "This is not the name of a section's file: {name}",
        "「03-publicity.yaml」のように、2けたの番号、ハイフン、小文字の英語で書いてください。",
        "Write it like “03-publicity.yaml”: two digits, a hyphen, lower-case English.",
    ),
    "I07": Wording(
        ERROR,
        "フォルダ名の形になっていません: {name}",
        "This is not the name of an edition's, part's or department's folder: {name}",
        "版は「2026」、編と課は「06-general-policy」「01-finance」のように書いてください。",
        "Name editions like “2026”, parts and departments like “06-general-policy” and “01-finance”.",
    ),
    "I08": Wording(
        ERROR,
        "{folder} に {name} がありません。",
        "{folder} has no {name}.",
        "隣のフォルダの {name} を写して、中身を書き直してください。",
        "Copy a neighbour’s {name} and change what it says.",
    ),
    "I09": Wording(
        ERROR,
        "同じ名前の .yaml がありません: {name}",
        "There is no .yaml of the same name: {name}",
        "節の見出しを書いた .yaml を同じ番号と名前で作ってください。",
        "Make a .yaml of the same number and name that holds the section's title.",
    ),
    "I10": Wording(
        ERROR,
        "content フォルダが見つかりません。",
        "The content folder was not found.",
        "yearbook.yaml のあるフォルダを --content で指定してください。",
        "Name the folder that holds yearbook.yaml with --content.",
    ),
    "I11": Wording(
        ERROR,
        "版のフォルダがひとつもありません。",
        "There is no edition's folder.",
        "「2026」のような西暦4けたの名前のフォルダを作ってください。",
        "Make a folder named by its year, such as “2026”.",
    ),
    "I12": Wording(
        ERROR,
        "この表はどの節からも使われていません: {name}",
        "No section uses this table: {name}",
        "節の table に「file: {name}」と書くか、ファイルを消してください。",
        "Write “file: {name}” in a section's table, or delete the file.",
    ),
    "I13": Wording(
        ERROR,
        "日本語の本文（.ja.md）がありません。",
        "The Japanese text (.ja.md) is missing.",
        "英語の本文（.en.md）には、同じ名前の .ja.md が要ります。",
        "An English text (.en.md) needs a .ja.md of the same name.",
    ),
    "I14": Wording(
        ERROR,
        "表のファイルが見つかりません: {name}",
        "The table's file was not found: {name}",
        "⟨「{near}」ではありませんか。⟩節の .yaml と同じフォルダに、同じ番号と名前で始まるCSVを置いてください（例: 04-medals.years.csv）。",
        "⟨Did you mean “{near}”? ⟩Put a CSV beside the section’s .yaml whose name begins with the same number and name (04-medals.years.csv).",
    ),
    "I15": Wording(
        ERROR,
        "{name} がありません。",
        "{name} is missing.",
        "消してしまったときは git の履歴から戻してください。新しい年鑑なら、別の年鑑から写して中身を書き直します。",
        "If it was deleted, bring it back from git; for a new yearbook, copy another’s and change what it says.",
    ),
}

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
    "Y30": Wording(
        ERROR,
        "直すところが {limit} か所より多いため、残りは示していません。",
        "There are more than {limit} faults of this kind here; the rest are not shown.",
        "示したところを直してから、もう一度調べてください。",
        "Mend those that are shown, then check again.",
    ),
}

STRUCTURE = {
    "S01": Wording(
        ERROR,
        "「{key}」という項目はありません。",
        "There is no key “{key}” here.",
        "⟨「{near}」ではありませんか。⟩⟨使える項目: {known}⟩",
        "⟨Did you mean “{near}”?⟩⟨Keys: {known}⟩",
    ),
    "S02": Wording(
        ERROR,
        "「{key}」が書かれていません。",
        "“{key}” is missing.",
        "「{key}: …」の行を足してください。",
        "Add a line “{key}: …”.",
    ),
    "S03": Wording(
        ERROR,
        "ここには一覧を書きます。",
        "A list belongs here.",
        "一行にひとつずつ「- 」を付けて並べてください。",
        "Write one item per line, each after “- ”.",
    ),
    "S04": Wording(
        ERROR,
        "ここには「項目: 値」を書きます。",
        "Keys with values belong here.",
        "次の行から字下げして「項目: 値」の形で書いてください。",
        "Write “key: value” lines below, indented.",
    ),
    "S05": Wording(
        ERROR,
        "ここにはひとつの値を書きます。一覧や項目は書けません。",
        "One plain value belongs here, not a list or keys.",
        'カンマで切れていませんか。カンマを含む値は引用符（"…"）で囲んでください。',
        'Has a comma cut it? Put a value with a comma in quotes ("…").',
    ),
    "S06": Wording(
        ERROR,
        "「{value}」という値は使えません。",
        "“{value}” cannot be used here.",
        "⟨「{near}」ではありませんか。⟩使える値: {allowed}",
        "⟨Did you mean “{near}”? ⟩Values: {allowed}",
    ),
    "S07": Wording(
        ERROR,
        "値が書かれていません。",
        "There is no value here.",
        "値を書くか、項目の行を消してください。",
        "Write a value, or delete the line.",
    ),
    "S08": Wording(
        ERROR,
        "「{value}」ではなく、true か false を書きます。",
        "Write true or false, not “{value}”.",
        "はいは true、いいえは false です。",
        "true means yes, false no.",
    ),
    "S09": Wording(
        ERROR,
        "見出し（heads）の数が合いません。",
        "There are too few or too many heads.",
        "見出し（heads）は2つか3つです。",
        "There must be two or three.",
    ),
    "S10": Wording(ERROR, "「{value}」は読めません。", "“{value}” cannot be read ({problem}).", "", ""),
    "S11": Wording(
        ERROR,
        "節に題名（title）がありません。",
        "The section has no title.",
        "「title: {ja: …, en: …}」の行を足してください。",
        "Add a line “title: {ja: …, en: …}”.",
    ),
    "S12": Wording(
        ERROR,
        "「{value}」は警告の番号ではありません。",
        "“{value}” is not the code of a warning.",
        "エラーは弱めたり認めたりできません。警告の番号: {allowed}",
        "Errors cannot be weakened or accepted. Warnings: {allowed}",
    ),
    "S13": Wording(
        ERROR,
        "「{value}」は団体コードではありません。",
        "“{value}” is not the code of a municipality.",
        '6けたの数字を引用符で囲んで書いてください（例: "123456"）。',
        'Write its six digits in quotes ("123456").',
    ),
    "S14": Wording(
        ERROR,
        "「{value}」はサイトのアドレスではありません。",
        "“{value}” is not the address of a site.",
        "「https://www.example.jp/nenkan/」のように書いてください。",
        "Write it like https://www.example.jp/yearbook/.",
    ),
}

DATES = {
    "D01": Wording(
        ERROR,
        "「{value}」は日付として読めません。",
        "“{value}” cannot be read as a date.",
        "「令和7年5月1日」「令和7年5月」「令和7年」「令和7年度」「2025-05-01」、期間は「令和7年7月28日～30日」、くり返しは「毎年3月」のように書いてください。日付がいくつもあるときは一つずつ一覧にし、言葉でしか言えないときは ja と en に分けて書いてください。",
        "Write it like 令和7年5月1日, 令和7年5月, 令和7年, 令和7年度 or 2025-05-01; a period like 令和7年7月28日～30日; a recurring date like 毎年3月. List several dates one by one; where only words will do, write them under ja and en.",
    ),
    "D02": Wording(
        ERROR,
        "「{value}」という年月日はその元号にありません。",
        "There is no {value}: the era does not cover it.",
        "「{right}」と書いてください。",
        "Write {right}.",
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
        "「{value}」は、このままでは日付として読めません（全角の数字、空白、似た記号、省いた書き方など）。",
        "“{value}” is not written as dates are here (full-width digits, spaces, look-alike signs or a shortened form).",
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
        "⟨「{right}」と書いてください。⟩⟨行の見出しの列なら、表に「{corner}」を書いてください。⟩負の数は「-12」、数値がないときは unstated（記載なし）、not-available（不詳）、not-applicable（該当なし）、suppressed（秘匿）です。",
        "⟨Write “{right}”. ⟩⟨If this is the column of row headings, give the table a key “{corner}”. ⟩Negative numbers are -12; where there is none write unstated, not-available, not-applicable or suppressed.",
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
    "T01": Wording(
        ERROR,
        "「{key}」は言語ではありません。",
        "“{key}” is not a language.",
        "文は「ja:」と「en:」で書きます。",
        "Texts are written under ja: and en:.",
    ),
    "T02": Wording(
        ERROR,
        "日本語（ja）がありません。",
        "There is no Japanese (ja).",
        "「ja: …」を足してください。",
        "Add “ja: …”.",
    ),
    "T03": Wording(
        ERROR,
        "本文が .yaml と .md の両方にあります。",
        "There is text both in the .yaml and in the .md.",
        "どちらか一方にしてください。",
        "Keep one of the two.",
    ),
    "T04": Wording(
        ERROR,
        "〔{name}〕が指す値がありません。",
        "〔{name}〕 stands for nothing here.",
        "⟨〔{near}〕ではありませんか。⟩同じ節の dates か figures にある名前を書いてください。",
        "⟨Did you mean 〔{near}〕? ⟩Cite a label of dates or figures of the same section.",
    ),
    "T05": Wording(
        ERROR,
        "引用のかっこ〔 〕の一方がありません。",
        "A citation’s bracket 〔 or 〕 lacks its partner.",
        "〔名前〕のように、両方のかっこで囲んでください。",
        "Put the name between both brackets: 〔name〕.",
    ),
    "T20": Wording(
        ERROR,
        "文章が長すぎます（{length} 字。上限は {limit} 字）。",
        "The text is too long ({length} characters; the limit is {limit}).",
        "節をいくつかに分けてください。",
        "Divide it into several sections.",
    ),
    "T21": Wording(
        ERROR,
        "ひとつの段落が長すぎます（{length} 字。上限は {limit} 字）。",
        "A paragraph is too long ({length} characters; the limit is {limit}).",
        "空の行を入れて、段落や箇条書きを分けてください。",
        "Divide the paragraph or list with empty lines.",
    ),
    "T22": Wording(
        ERROR,
        "箇条書きや引用の入れ子が深すぎます（上限は {limit} 段）。",
        "Lists or quotations nest too deeply (the limit is {limit} levels).",
        "行のはじめの「-」「1.」「>」や空白を減らすか、節に分けてください。",
        "Use fewer of “-”, “1.”, “>” and spaces at the beginnings of lines, or divide the text into sections.",
    ),
}

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
        "一行の表は row、何行もある表は columns と rows です。",
        "Use row for one row, columns and rows for several.",
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
        "⟨「{near}」ではありませんか。⟩",
        "⟨Did you mean “{near}”?⟩",
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
}

REGISTERS = {
    "N01": Wording(
        WARNING,
        "英語がありません: {value}",
        "There is no English for: {value}",
        "names.csv に「{value},よみ,,English,種類,editor,own」の行を足すか、en の欄を書いてください。それまで英語のページには日本語が出ます。",
        "Add a row to names.csv (ja,kana,romaji,en,kind,reading,source) or fill in its en. Until then English pages show the Japanese.",
    ),
    "N03": Wording(
        WARNING,
        "英語がありません: {value}",
        "There is no English for: {value}",
        "⟨「ja: …」の次に「{key}: …」を書いてください。⟩⟨{file} を作ってください。⟩それまで英語のページには日本語が出ます。",
        "⟨Write “{key}: …” after “ja: …”. ⟩⟨Make {file}. ⟩Until then English pages show the Japanese.",
    ),
    "N02": Wording(
        WARNING,
        "項目名「{label}」の説明がありません。",
        "The label “{label}” is not explained.",
        "measures.yaml に「{label}: {id: …, en: …}」の行を足してください。",
        "Add a line to measures.yaml: {label}: {id: …, en: …}.",
    ),
    "R01": Wording(
        ERROR,
        "names.csv の列が違います。⟨足りない列: {missing}。⟩⟨知らない列: {unknown}。⟩",
        "names.csv has other columns.⟨ Missing: {missing}.⟩⟨ Unknown: {unknown}.⟩",
        "最初の行は ja,kana,romaji,en,kind,reading,source です。",
        "Its first line is ja,kana,romaji,en,kind,reading,source.",
    ),
    "R02": Wording(
        ERROR,
        "「{value}」は {line} 行目にもあります。",
        "“{value}” is also on line {line}.",
        "どちらか一行を消してください。",
        "Delete one of the two lines.",
    ),
    "C01": Wording(
        ERROR,
        "CSV が空です。",
        "The CSV is empty.",
        "一行目に列の名前を書いてください。",
        "Write the names of the columns in the first line.",
    ),
    "C02": Wording(
        ERROR,
        '引用符（"）が閉じられていないか、セルの中で改行しています。',
        "A quote is left open, or a cell holds a line break.",
        "セルの中の改行を消し、引用符を閉じてください。",
        "Take line breaks out of the cell and close the quote.",
    ),
    "C03": Wording(
        ERROR,
        "セルが式のように見えます: {value}",
        "A cell looks like a formula: {value}",
        "式ではなく、計算した値を書いてください。",
        "Write the value, not the formula.",
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
        'カンマの数を確かめてください。カンマを含むセルは引用符（"…"）で囲みます。',
        'Count the commas; put a cell that holds one in quotes ("…").',
    ),
}

ADDRESSES = {
    "A01": Wording(
        ERROR,
        "「{value}」は id に使えません。",
        "“{value}” cannot be an id.",
        "小文字の英語と数字を、ハイフンでつないでください（例: stay-card）。年や番号は入れません。",
        "Use lower-case English and digits joined by hyphens (stay-card), without years or numbers.",
    ),
    "A02": Wording(
        ERROR,
        "id「{id}」がこのページに二つあります（最初は {line} 行目）。",
        "The id “{id}” is on this page twice (first on line {line}).",
        "別の id を付けてください。",
        "Choose another id.",
    ),
    "A03": Wording(
        ERROR,
        "「{slug}」というアドレスは {other} と重なります。",
        "The address “{slug}” is also that of {other}.",
        "ファイル名かフォルダ名（番号のあと）、または id を変えてください。",
        "Change the file's or folder's name (after the number), or the id.",
    ),
    "A04": Wording(
        ERROR,
        "「{slug}」はサイトが使う名前です。",
        "“{slug}” is a name that the site itself uses.",
        "別の名前にしてください。",
        "Choose another name.",
    ),
    "A05": Wording(
        ERROR,
        "同じ名前の数値が二つあります: {key}（最初は {line} 行目）",
        "Two figures have one key: {key} (first on line {line})",
        "どちらかの節か数値に id を付けてください。",
        "Give one of the sections or figures an id.",
    ),
    "A06": Wording(
        ERROR,
        "「{value}」という id はこの課にありません。",
        "This department has no id “{value}”.",
        "⟨「{near}」ではありませんか。⟩",
        "⟨Did you mean “{near}”?⟩",
    ),
    "A07": Wording(
        ERROR,
        "以前のアドレス「{value}」は今も別のページが使っています。",
        "The former address “{value}” is still that of another page.",
        "formerly の行を消すか、書き直してください。",
        "Delete or correct the line under formerly.",
    ),
    "A08": Wording(
        ERROR,
        "「{value}」という数値はこの版にありません。",
        "This edition has no figure “{value}”.",
        "⟨「{near}」ではありませんか。⟩「課/節/id/項目id」の形で書きます（python build.py list observations で一覧が出ます）。",
        "⟨Did you mean “{near}”? ⟩Write department/section/ids/measure (python build.py list observations shows them).",
    ),
    "A09": Wording(
        ERROR,
        "「{value}」は以前のアドレスの形になっていません。",
        "“{value}” is not a former address.",
        "「課」か「課/節」の形で、小文字の英語で書いてください（例: finance/old-name）。",
        "Write a department, or department/section, in lower-case English (finance/old-name).",
    ),
    "A10": Wording(
        ERROR,
        "「{value}」は、ページを持たない節の formerly です。",
        "“{value}” is the former address of a section without a page.",
        "formerly は、ファイルのいちばん上の節に書いてください。",
        "Write formerly at the top of the file.",
    ),
    "A11": Wording(
        ERROR,
        "節の入れ子が深すぎます。",
        "The section stands too deep.",
        "節は四段（1 → (1) → ア → (ア)）までです。",
        "Sections nest four deep: 1, (1), ア, (ア).",
    ),
    "L01": Wording(
        ERROR,
        "リンク先がありません: {value}",
        "The link leads nowhere: {value}",
        "「課/節」か「課/節#id」の形で書くか、https:// から始まるアドレスを書いてください。",
        "Write department/section or department/section#id, or an address that begins with https://.",
    ),
}

FIGURES = {
    "F01": Wording(
        ERROR,
        "「{label}」は {total} ですが、内訳を足すと {sum} です（{parts}）。",
        "“{label}” is {total}, but its parts add up to {sum} ({parts}).",
        "どの数値が違うか、原典で確かめてください。",
        "Check against the source which number is wrong.",
    ),
    "F02": Wording(
        ERROR,
        "「{label}」は {total} ですが、内訳（breakdown）を足すと {sum} です（{parts}）。",
        "“{label}” is {total}, but its breakdown adds up to {sum} ({parts}).",
        "数値を原典で確かめてください。足して合わなくてよいものは breakdown ではなく outcomes に書きます。",
        "Check the numbers against the source; results that need not add up are `outcomes`.",
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
}

WORDINGS: Mapping[str, Wording] = {
    **FILES,
    **SYNTAX,
    **STRUCTURE,
    **DATES,
    **VALUES,
    **BLOCKS,
    **REGISTERS,
    **ADDRESSES,
    **FIGURES,
}
