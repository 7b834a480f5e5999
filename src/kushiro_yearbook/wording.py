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
        "「UTF-8」で保存し直してください。それでも指摘されるときは、この場所の文字を書き直してください。",
        "Save the file as UTF-8; if this is still told, write anew what stands at this place.",
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
        "⟨「{right}」ではありませんか。⟩「03-publicity.yaml」のように、2けたの番号、ハイフン、小文字の英語で書いてください。表や画像は、節の番号と名前に続けて「03-publicity.years.csv」「03-publicity.cover.jpg」のように書きます。",
        "⟨Did you mean “{right}”? ⟩Write it like “03-publicity.yaml”: two digits, a hyphen, lower-case English. Tables and pictures follow their section’s number and name: “03-publicity.years.csv”, “03-publicity.cover.jpg”.",
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
    "I16": Wording(
        ERROR,
        "「{name}」は {other} と、大文字・小文字、全角・半角、濁点の付き方などがちがうだけです。",
        "“{name}” differs from {other} only in case, width or the way its letters are put together.",
        "Windows や Mac では、どちらか一方しか開けません。要らないほうを消すか、はっきりちがう名前にしてください。",
        "Windows and macOS can open only one of the two. Delete one, or give it a clearly different name.",
    ),
    "I17": Wording(
        ERROR,
        "「{name}」は Windows で使えない名前です。",
        "“{name}” is a name that Windows cannot hold.",
        'con、aux、nul などの語、< > : " | ? * の記号、名前の終わりの「.」と空白は使えません。別の名前にしてください。',
        'Words such as con, aux and nul, the signs < > : " | ? * and a dot or space at the end cannot be used. Choose another name.',
    ),
    "I18": Wording(
        ERROR,
        "ファイル名に、目に見えない文字か読めない文字（{character}）が入っています。",
        "The file’s name holds a character that cannot be seen or read ({character}).",
        "ファイル名を半角の英数字で付け直してください。",
        "Name the file anew, in plain letters and digits.",
    ),
    "I19": Wording(
        ERROR,
        "ふつうのファイルではありません（パイプ、デバイスなど）。",
        "This is not an ordinary file (but a pipe, a device or the like).",
        "content フォルダから取り除いてください。",
        "Take it out of the content folder.",
    ),
    "I20": Wording(
        ERROR,
        "読むことが許されていないか、読めなくなっています（{problem}）。",
        "This cannot be read, or not by you ({problem}).",
        "ファイルやフォルダを開けるか確かめてください。開けないときは、持ち主か管理者に読む許可をもらってください。",
        "See whether you can open it; if not, ask its owner or the administrator for the permission to read it.",
    ),
    "I21": Wording(
        ERROR,
        "どの言語の本文か、ファイル名からわかりません: {name}",
        "The file’s name does not say which of the languages its text is in: {name}",
        "日本語は「{ja}」、英語は「{en}」という名前にしてください。ほかの言語はありません。",
        "Name it {ja} if it is Japanese, {en} if it is English; there are no other languages.",
    ),
    "I22": Wording(
        ERROR,
        "ファイルやフォルダの名前が長すぎます（上限は {limit} 文字）。",
        "The name of the file or folder is too long (the limit is {limit} characters).",
        "短い名前にしてください。長い名前は Windows などで開けません。",
        "Choose a shorter one; Windows and others cannot open long names.",
    ),
    "I23": Wording(
        ERROR,
        "読んでいるあいだに、なくなりました。",
        "This vanished while it was being read.",
        "だれかが動かしたか消したようです。もう一度実行してください。",
        "Somebody seems to have moved or deleted it. Run the command again.",
    ),
    "I24": Wording(
        ERROR,
        "文字化けのあとの記号（{character}、�）が入っています。",
        "There is the sign that garbled text leaves ({character}, �).",
        "もとの文書を見て、そこにあった文字を書き直してください。",
        "Look at the original document and write the character that stood there.",
    ),
    "I25": Wording(
        ERROR,
        "外字 {character} が入っています。",
        "There is a private character, {character}.",
        "外字はほかのパソコンでは見えません。ふつうの字（Unicode にある字）で書き直してください。",
        "Other computers cannot show it. Write an ordinary character of Unicode.",
    ),
    "I26": Wording(
        ERROR,
        "フォルダの入れ子が深すぎます。",
        "The folders stand too deep in one another.",
        "フォルダは「2026/06-general-policy/01-finance」のように三段までです。",
        "Folders stand three deep, as in 2026/06-general-policy/01-finance.",
    ),
    "I27": Wording(
        WARNING,
        "番号 {number} が「{other}」と重なっています。",
        "The number {number} is also that of “{other}”.",
        "どちらかの番号を変えてください。それまで、名前のアルファベット順に並びます。",
        "Change one of the numbers. Until then the two stand in the order of their names.",
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
        '⟨「{near}」ではありませんか。最後の1けたは、前の5けたから決まる検査数字です。⟩6けたの数字を引用符で囲んで書いてください（例: "123455"）。',
        'Write its six digits in quotes ("123455").⟨ Did you mean “{near}”? The last digit follows from the five before it.⟩',
    ),
    "S14": Wording(
        ERROR,
        "「{value}」はサイトのアドレスではありません。",
        "“{value}” is not the address of a site.",
        "「https://www.example.jp/nenkan/」のように書いてください。",
        "Write it like https://www.example.jp/yearbook/.",
    ),
    "S15": Wording(
        ERROR,
        "「{value}」は時点ではありません。",
        "{value} is not a point in time.",
        "「令和7年5月1日」のような日、または年や月を書いてください。年度のあいだの数値なら、as_of ではなく「year: 令和7年度」と書きます。",
        "Write a day such as 令和7年5月1日, or a year or month. For figures of a whole fiscal year write year: 令和7年度 in place of as_of.",
    ),
    "S16": Wording(
        ERROR,
        "版の年（year）に年度「{value}」が書かれています。",
        "The edition’s year is given as a fiscal year, {value}.",
        "「year: {right}」と書いてください。年度は fiscal_year に書きます。",
        "Write year: {right}; a fiscal year stands under fiscal_year.",
    ),
    "S17": Wording(
        WARNING,
        "表の数値が、いつのものか書かれていません。",
        "The table does not say when its numbers hold.",
        "節に「year: 令和7年度」や「as_of: 令和7年5月1日」の行を足してください。もとの資料に書かれていないときは、allow に理由を書いてください。",
        "Add a line such as year: 令和7年度 or as_of: 令和7年5月1日 to the section; if the source does not say, write so under allow.",
    ),
    "S19": Wording(
        ERROR,
        "数値のセルが空です。",
        "There is no number in the cell.",
        "数値を書いてください。数値がないときは、unstated（記載なし）、not-available（不詳）、not-applicable（該当なし）、suppressed（秘匿）のどれかを書きます。",
        "Write it; where there is none, write unstated, not-available, not-applicable or suppressed.",
    ),
    "S18": Wording(
        WARNING,
        "「{value}」は、版の年（{year}）よりあとです。",
        "{value} is later than the edition’s year, {year}.",
        "年を確かめてください。見込みや計画の数値なら、allow に理由を書いてください。",
        "Check the year; for forecasts and plans, say so under allow.",
    ),
    "S21": Wording(
        ERROR,
        "「{value}」は誤りの連絡先に使えません。⟨「{unknown}」は差し込めません。⟩",
        "Errors cannot be reported to “{value}”.⟨ {unknown} stands for nothing.⟩",
        "「https://」か「mailto:」から始まるアドレスを、空白を入れずに書いてください。ページのアドレスは address を、題名は title を { } で囲んで差し込めます。",
        "Write an address that begins with https:// or mailto: and has no spaces. The page’s address and title take the place of address and title in { }.",
    ),
    "S22": Wording(
        ERROR,
        "「{value}」はリンク先のアドレスではありません。",
        "“{value}” is not an address to link to.",
        "「https://」から始まるアドレスを、空白を入れずに書いてください。",
        "Write an address that begins with https:// and has no spaces.",
    ),
    "S30": Wording(
        ERROR,
        "このプログラムが読めるのは「format: {right}」の内容で、「format: {value}」の内容は読めません。",
        "This program reads content of “format: {right}”, not of “format: {value}”.",
        "書きまちがいなら「format: {right}」に直してください。内容とプログラムのどちらかが古いときは、プログラムの担当者に知らせてください。そろえ方は CHANGELOG.md にあります。",
        "If it was mistyped, write “format: {right}”. If the content or the program is older than the other, tell whoever looks after the program; CHANGELOG.md says how to bring them together.",
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
        "⟨「{right}」と書いてください。⟩⟨かっこの中の「{aside}」は、別の列か節の notes に書きます。⟩⟨「{mark}」のような注の印は付けず、注は節の notes に書きます。⟩⟨行の見出しの列なら、表に「{corner}」を書いてください。⟩数は「1234」「12.5」、負の数は「-12」、数値がないときは unstated（記載なし）、not-available（不詳）、not-applicable（該当なし）、suppressed（秘匿）です。",
        "⟨Write “{right}”. ⟩⟨Put “{aside}” into a column of its own, or into the section’s notes. ⟩⟨Leave out marks such as “{mark}” and write the note under the section’s notes. ⟩⟨If this is the column of row headings, give the table a key “{corner}”. ⟩Write numbers like 1234, 12.5 and -12; where there is none write unstated, not-available, not-applicable or suppressed.",
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
    "T06": Wording(
        ERROR,
        "一つの語の中に空白があります: {value}",
        "There are spaces inside a word: {value}",
        "「{right}」と続けて書いてください。空白があると、読み上げや検索では別々の字になります。別々の語なら「、」か「・」で区切ってください。",
        "Write it as one: {right}. Screen readers and searches take it for single letters. If they are several words, put 、 or ・ between them.",
    ),
    "T07": Wording(
        ERROR,
        "式のように見える名前は使えません: {value}",
        "A name that looks like a formula cannot be used: {value}",
        "Excel で開くと式として動くおそれがあります。「=」「+」「-」「@」以外の文字で始めてください。",
        "Excel might run it as a formula. Begin it with another sign than =, +, - or @.",
    ),
    "T08": Wording(
        WARNING,
        "検索で見つからない書き方の文字があります: {value}",
        "There are letters that a search would pass over: {value}",
        "「{right}」と書いてください（半角カタカナや、濁点が分かれた文字です）。",
        "Write {right} (these are half-width kana, or letters whose marks stand apart).",
    ),
    "T09": Wording(
        WARNING,
        "本文の中の見出しは、そのまま文字として出ます: {value}",
        "A heading inside a text prints as it stands: {value}",
        "見出しを付けるには、節の sections に title のある節を足してください。",
        "To set a heading, add a section with a title under sections.",
    ),
    "T10": Wording(
        WARNING,
        "本文の中の画像は、そのまま文字として出ます: {value}",
        "An image inside a text prints as it stands: {value}",
        "本文から消して、節に「images:」を書き、画像のファイルを節のファイルの隣に置いてください。",
        "Take it out of the text; write images: in the section and put the file beside the section’s file.",
    ),
    "T11": Wording(
        WARNING,
        "HTML は使えません。そのまま文字として出ます: {value}",
        "HTML cannot be used and prints as it stands: {value}",
        "消してください。太字は「**…**」、箇条書きは「- 」、段落は空の行で書けます。",
        "Delete it. Write **…** for bold text, “- ” for lists and an empty line between paragraphs.",
    ),
    "T12": Wording(
        WARNING,
        "脚注は使えません。そのまま文字として出ます: {value}",
        "Footnotes cannot be used and print as they stand: {value}",
        "節の notes に「notes: …」と書いてください。",
        "Write it under notes of the section.",
    ),
    "T13": Wording(
        ERROR,
        "languages に ja がありません。",
        "ja is missing from languages.",
        "日本語はかならず作ります。「languages: [ja]」か「languages: [ja, en]」と書いてください。",
        "Japanese is always built. Write languages: [ja] or languages: [ja, en].",
    ),
    "T14": Wording(
        ERROR,
        "文章が長すぎます（{length} 字。上限は {limit} 字）。",
        "The text is too long ({length} characters; the limit is {limit}).",
        "節をいくつかに分けてください。",
        "Divide it into several sections.",
    ),
    "T15": Wording(
        ERROR,
        "ひとつの段落が長すぎます（{length} 字。上限は {limit} 字）。",
        "A paragraph is too long ({length} characters; the limit is {limit}).",
        "空の行を入れて、段落や箇条書きを分けてください。",
        "Divide the paragraph or list with empty lines.",
    ),
    "T16": Wording(
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
    "R03": Wording(
        ERROR,
        "種類（kind）が正しくありません⟨: {value}⟩",
        "This is not a kind of name⟨: {value}⟩",
        "⟨「{near}」ではありませんか。⟩使える種類: {allowed}",
        "⟨Did you mean “{near}”? ⟩Kinds: {allowed}",
    ),
    "R04": Wording(
        ERROR,
        "日本語の列（ja）が空か、前後に空白があります。",
        "The Japanese (ja) is empty, or has a space before or after it.",
        "名前を空白なしで書くか、行を消してください。",
        "Write the name without such spaces, or delete the line.",
    ),
    "R05": Wording(
        ERROR,
        "「{value}」は、{line} 行目の「{other}」と、全角・半角、空白、濁点の付き方などがちがうだけです。",
        "“{value}” differs from “{other}” on line {line} only in width, spaces or the way its letters are put together.",
        "どちらか一行にまとめ、content の中の書き方もそろえてください。",
        "Keep one of the two lines and write the name alike in all content.",
    ),
    "R06": Wording(
        ERROR,
        "よみ（kana）に漢字があります: {value}",
        "The reading (kana) holds kanji: {value}",
        "ひらがなで書いてください。わからないときは空にして、reading を guess にします。",
        "Write it in hiragana; if it is not known, leave it empty and set reading to guess.",
    ),
    "R07": Wording(
        ERROR,
        "ローマ字（romaji）に日本語の文字があります: {value}",
        "The romanisation (romaji) holds Japanese letters: {value}",
        "「Yamada Taro」のように書くか、空にしてください。",
        "Write it like Yamada Taro, or leave it empty.",
    ),
    "R08": Wording(
        ERROR,
        "英語（en）に日本語の文字があります: {value}",
        "The English (en) holds Japanese letters: {value}",
        "英語を書くか、空にしてください。空なら、英語のページには日本語が出て、警告になります。",
        "Write English, or leave it empty: then English pages show the Japanese, and a warning says so.",
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
        "「{slug}」という名前は、サイトか Windows がほかのことに使うため、使えません。",
        "“{slug}” cannot be a name: the site or Windows uses it for something else.",
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

THEME = {
    "X01": Wording(
        ERROR,
        "theme フォルダに置けないファイルです: {name}",
        "This file has no place in the theme: {name}",
        "置けるのは templates/ のテンプレート、static/css/ のスタイルシート（.css）、words.yaml です。",
        "A theme holds templates in templates/, style sheets (.css) in static/css/, and words.yaml.",
    ),
    "X02": Wording(
        ERROR,
        "テンプレートの書き方が正しくありません（{problem}）。",
        "This is not a valid template ({problem}).",
        "この行の {% … %} と {{ … }} のつり合いと、名前のつづりを確かめてください。",
        "Look at this line: do {% … %} and {{ … }} have their ends, are names spelt right?",
    ),
    "X03": Wording(
        ERROR,
        "「{name}」というテンプレートはありません。",
        "There is no template “{name}”.",
        "⟨「{near}」ではありませんか。⟩名前は templates/ から下のパスで書きます（例: parts/notes.html）。",
        "⟨Did you mean “{near}”? ⟩Names are paths below templates/, such as parts/notes.html.",
    ),
    "X04": Wording(
        ERROR,
        "このテンプレートはどこからも使われていません: {name}",
        "Nothing uses this template: {name}",
        "⟨「{near}」の書き間違いではありませんか。⟩プログラムのテンプレートを置きかえるには、同じ名前にしてください。",
        "⟨Did you mean “{near}”? ⟩To replace one of the program’s templates, give it the same name.",
    ),
    "X05": Wording(
        ERROR,
        "「{key}」という画面の言葉はありません。",
        "There is no interface word “{key}”.",
        "⟨「{near}」ではありませんか。⟩使える名前はプログラムの locales/words.yaml にあります。",
        "⟨Did you mean “{near}”? ⟩The program’s locales/words.yaml lists them.",
    ),
    "X06": Wording(
        ERROR,
        "「{value}」の { } の数か名前が、もとの言葉と違います。",
        "The gaps { } of “{value}” are not those of the original.",
        "もとの言葉は「{right}」です。{ } のところに数や名前が入ります。",
        "The original is “{right}”; a number or name goes where { } stands.",
    ),
    "X07": Wording(
        ERROR,
        "スタイルシートでは「{value}」は使えません。",
        "“{value}” cannot be used in a style sheet.",
        "@import、ほかのサイトの url( )、「</」は書けません。必要な書き方をこのファイルの中に書いてください。",
        "Leave out @import, url( ) of another site and “</”: write what is needed in this file itself.",
    ),
    "X08": Wording(
        ERROR,
        "このテンプレートではページを作れません（{problem}）。",
        "No page can be made with this template ({problem}).",
        "最初に止まったページは {page} です。この行で使っている名前と部品を確かめてください。",
        "It first failed for {page}. Look at the names and filters that this line uses.",
    ),
}

IMAGES = {
    "M01": Wording(
        ERROR,
        "この種類の画像は使えません（{kind}）。使えるのは PNG、JPEG、WebP です。",
        "Pictures of this kind cannot be used ({kind}); PNG, JPEG and WebP can.",
        "「ペイント」などで開き、PNG か JPEG で保存し直してください。表示できないブラウザがあるか（HEIC、TIFF など）、中に命令を書ける（SVG）種類のためです。",
        "Open it in Paint and save it as PNG or JPEG: some browsers cannot show this kind (HEIC, TIFF), or it can hold commands (SVG).",
    ),
    "M02": Wording(
        ERROR,
        "ファイル名は「.{ending}」で終わっていますが、中身は {kind} の画像です。",
        "The name ends in “.{ending}”, but the picture inside is {kind}.",
        "ファイル名を「{right}」に変え、節の images の file も同じ名前にしてください。",
        "Rename the file to “{right}”, and write the same under images in the section.",
    ),
    "M03": Wording(
        ERROR,
        "画像のファイルが大きすぎます（{size} バイト。上限は {limit} バイト）。",
        "The picture file is too large ({size} bytes; the limit is {limit}).",
        "「フォト」の「画像のサイズ変更」などで幅を1,600ピクセルほどに縮め、写真なら JPEG で保存してください。",
        "Make it some 1,600 pixels wide (Resize image in Photos); save a photograph as JPEG.",
    ),
    "M04": Wording(
        ERROR,
        "画像の縦か横が長すぎます（⟨{size} ピクセル。⟩上限は {limit} ピクセル）。",
        "The picture is too wide or too high (⟨{size} pixels; ⟩the limit is {limit} pixels).",
        "「フォト」の「画像のサイズ変更」などで、幅を1,600ピクセルほどに縮めてください。",
        "Make it some 1,600 pixels wide (Resize image in Photos).",
    ),
    "M05": Wording(
        ERROR,
        "画像が壊れているか、途中までしかありません。",
        "The picture is damaged or incomplete.",
        "もとの画像をもう一度写すか、「ペイント」で開いて保存し直してください。",
        "Copy the original once more, or open it in Paint and save it again.",
    ),
    "M06": Wording(
        ERROR,
        "画像に撮影場所（GPS の位置情報）が入っています。このままでは誰にでも読めます。",
        "The picture tells where it was taken (a GPS position), and everybody could read it.",
        "Windows では、ファイルを右クリックして「プロパティ」→「詳細」→「プロパティや個人情報を削除」を選び、「GPS」の項目を消してください。消せないときは「ペイント」で開き、PNG で保存し直します。",
        "On Windows, right-click the file, choose Properties, then Details, then Remove Properties and Personal Information, and remove GPS. If that fails, open it in Paint and save it as PNG.",
    ),
    "M07": Wording(
        ERROR,
        "画像のファイルが見つかりません: {name}",
        "The picture was not found: {name}",
        "⟨「{near}」ではありませんか。⟩節の .yaml と同じフォルダに、同じ番号と名前で始まる画像を置き、file にはその名前だけを書いてください（例: 03-map.station.png）。",
        "⟨Did you mean “{near}”? ⟩Put a picture beside the section’s .yaml whose name begins with the same number and name, and write nothing but its name (03-map.station.png).",
    ),
    "M08": Wording(
        ERROR,
        "この画像はどの節からも使われていません: {name}",
        "No section shows this picture: {name}",
        "節の images に「file: {name}」と alt と credit を書くか、ファイルを消してください。",
        "Write “file: {name}” with alt and credit under a section’s images, or delete the file.",
    ),
    "M09": Wording(
        ERROR,
        "画像の {key} が書かれていません。",
        "The image has no {key}.",
        "「{key}: {ja: …, en: …}」を書いてください。alt は画像の見えない人に読み上げる説明、credit は撮影者や提供者です。説明のいらない飾りの画像は載せません。",
        "Write {key}: {ja: …, en: …}. alt tells those who cannot see the image what it shows, credit who made or gave it; an image that only decorates does not belong here.",
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
    **THEME,
    **IMAGES,
}
