"""Faults of ids, addresses and links."""

from __future__ import annotations

from kushiro_yearbook.wordings.wording import ERROR, Wording

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
        "⟨「{near}」ではありませんか。⟩この課の節に書いた id か、節のファイル名の番号のあとの名前を書いてください。",
        "⟨Did you mean “{near}”? ⟩Write the id of a section of this department, or its file’s name after the number.",
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
        "⟨「{near}」ではありませんか。⟩⟨「{department}」という課はこの版にありません。なくした課なら、その課の数値を edition.yaml の highlights からすべて消してください。⟩「課/節/id/項目id」の形で書きます（python build.py list observations で一覧が出ます）。",
        "⟨Did you mean “{near}”? ⟩⟨There is no department “{department}” in this edition; if it is gone, delete all its figures from the highlights in edition.yaml. ⟩Write department/section/ids/measure (python build.py list observations shows them).",
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
