"""Faults of a town's own theme."""

from __future__ import annotations

from kushiro_yearbook.wordings.wording import ERROR, Wording

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
        "⟨「{near}」ではありませんか。⟩使える名前は「yearbook list words」で一覧が出ます。",
        "⟨Did you mean “{near}”? ⟩“yearbook list words” shows them all.",
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
    "X09": Wording(
        ERROR,
        "テンプレートが自分自身を呼んでいます: {name}",
        "The template calls itself: {name}",
        "もとのテンプレートを引きつぐには「program/{name}」と書いてください。",
        "To extend the program’s own, write program/{name}.",
    ),
    "X10": Wording(
        ERROR,
        "「{name}」というブロックは、もとのテンプレートにありません。",
        "No template of the program has a block “{name}”.",
        "⟨「{near}」ではありませんか。⟩使えるブロック: {known}",
        "⟨Did you mean “{near}”? ⟩Blocks: {known}",
    ),
    "X11": Wording(
        ERROR,
        "「{sign}」の相手がありません。",
        "There is no partner for “{sign}”.",
        "{ と } の数をそろえてください。そのままでは、これより後のスタイルが効かなくなります。",
        "Balance { and }; as it is, the styles after it have no effect.",
    ),
}
