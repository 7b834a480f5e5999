"""Faults of what was approved, confirmed and published."""

from __future__ import annotations

from kushiro_yearbook.wordings.wording import ERROR, WARNING, Wording

# Of what the content says: a town may weigh these.
PROMISES = {
    "V10": Wording(
        ERROR,
        "⟨「{label}」は、読み合わせ（{on}、{by}）では {old} でしたが、今は {new} です。⟩⟨読み合わせた数値（{on}、{by}）が {number} 件変わりました: {figures}⟩",
        "⟨“{label}” was {old} when it was read against the paper ({on_en}, {by}) and is {new} now.⟩"
        "⟨{number} figures changed since they were read against the paper ({on_en}, {by}): {figures}⟩",
        "打ちまちがいなら⟨「{old}」に⟩戻してください。正しく直したのなら、もう一度二人で読み合わせて「yearbook confirm {place} --by 氏名 --by 氏名」で記録してください。",
        "Put a slip back⟨ to {old}⟩. If the change is right, read it again, both of you, and record it: "
        "yearbook confirm {place} --by NAME --by NAME",
    ),
    "V11": Wording(
        ERROR,
        "読み合わせた数値（{on}、{by}）が⟨ {number} 件⟩なくなりました: {figures}",
        "Figures that were read against the paper ({on_en}, {by}) are gone⟨ ({number})⟩: {figures}",
        "消したのが正しければ「yearbook confirm {at} --withdraw」で控えから外してください。名前を変えて直したのなら、もう一度読み合わせてください。",
        "If that is right, take them off the record: yearbook confirm {at} --withdraw. If they were renamed and "
        "changed, read them again.",
    ),
    "P01": Wording(
        ERROR,
        "公開した数値が⟨ {number} 件⟩変わりました⟨: {figures}⟩⟨。「{label}」は {old} でしたが、今は {new} です。⟩"
        "⟨corrections には「{said_old}」から「{said_new}」への訂正とあります。⟩",
        "⟨{number} published figures changed: {figures}⟩⟨A published figure changed: “{label}” was {old} and is {new}.⟩"
        "⟨ Its correction says “{said_old}” to “{said_new}”.⟩",
        "⟨打ちまちがいなら元に戻してください。正しく直したのなら、この節の corrections に「of: {of}」と date、old、new、reason を書いてください。⟩"
        "⟨打ちまちがいなら元に戻してください。正しく直したのなら、この節の corrections に、数値ごとに of（「{each}」など）、date、old、new、reason を書いてください。⟩"
        "⟨数値が正しければ、corrections の old に「{right_old}」、new に「{right_new}」と書いてください。⟩",
        "⟨Put a slip back. If the change is right, add to corrections of this section: of: {of}, with date, old, new "
        "and reason.⟩"
        "⟨Put a slip back. If the change is right, add to corrections of this section for each figure: of ({each} and the "
        "like), date, old, new and reason.⟩"
        "⟨If the figure is right, write in its correction {right_old} under old and {right_new} under new.⟩",
    ),
    "P02": Wording(
        ERROR,
        "公開した数値が⟨ {number} 件⟩なくなりました: {figures}",
        "Published figures that are gone⟨ ({number})⟩: {figures}",
        "⟨数値や id を元に戻してください。なくして正しければ、この節の corrections に「of: {name}」と date、old、new、reason を書いてください。⟩"
        "⟨数値や id を元に戻してください。なくして正しければ、この節の corrections に、数値ごとに of（「{each}」など）、date、old、new、reason を書いてください。⟩",
        "⟨Put the figure or the id back. If that is right, add to corrections of this section: of: {name}, with date, old, "
        "new and reason.⟩"
        "⟨Put the figures or the id back. If that is right, add to corrections of this section for each figure: of "
        "({each} and the like), date, old, new and reason.⟩",
    ),
    "P03": Wording(
        ERROR,
        "公開したアドレスがなくなりました: {address}⟨（その下の {below} ページも）⟩",
        "A published address is gone: {address}⟨ (and {below} pages below it)⟩",
        "⟨代わりになる節か課に「formerly: [{former}]」と書いてください。⟩⟨その下の {below} ページにも、代わりになる節に同じように書きます。⟩⟨節の「id: {anchor}」を元に戻すか、id を変えた節に「formerly: {anchor}」と書いてください。⟩",
        "⟨Write “formerly: [{former}]” in the section or department that takes its place.⟩"
        "⟨ Do likewise in the sections that take the place of the {below} pages below it.⟩"
        "⟨Put “id: {anchor}” back on its section, or write “formerly: {anchor}” in the section whose id has changed.⟩",
    ),
    "P07": Wording(
        ERROR,
        "訂正の日「{value}」が、⟨発行日（{published}）よりまえです。⟩⟨いちばん新しい版の次の年（{last}）よりもあとです。⟩",
        "A correction’s day, {value}, is ⟨before the publication, {published}.⟩⟨after {last}, the year that follows the newest edition.⟩",
        "訂正した日を確かめて、date を書き直してください。",
        "Check on which day it was corrected, and write that under date.",
    ),
    "P08": Wording(
        WARNING,
        "「{value}」の訂正は、前の版（{edition}）のものです。",
        "The correction of {value} is the edition before’s, {edition}.",
        "新しい版には要りません。corrections から消してください。新しい版でも同じ訂正をしたときは、allow に理由を書いてください。",
        "The new edition needs none: delete it from corrections; if the new one was corrected likewise, say so under allow.",
    ),
}

RECORDS = {
    "V01": Wording(
        WARNING,
        "承認したあとに日本語が変わりましたが、英語は前のままです（日本語: {ja}）。",
        "The Japanese changed after this English was approved (it says now: {ja}).",
        "英語を今の日本語に合わせ、「yearbook approve --only {at}」で承認してください。英語がそのままでよいときも承認してください。",
        "Bring the English in line and approve it: yearbook approve --only {at}. Approve it too if it may stay as it is.",
    ),
    "V02": Wording(
        WARNING,
        "承認したあとに英語だけが変わりました（日本語: {ja}）。",
        "The English changed after it was approved, the Japanese did not (it says: {ja}).",
        "英語が日本語のとおりか確かめ、「yearbook approve --only {at}」で承認してください。",
        "Make sure that it says what the Japanese says, and approve it: yearbook approve --only {at}",
    ),
    "V03": Wording(
        WARNING,
        "承認されていない訳文が {number} 件あります。",
        "Translations that were never approved: {number}",
        "「yearbook approve {department} --check」で一覧を見て、よければ「yearbook approve {department}」で承認してください。",
        "List them with “yearbook approve {department} --check” and approve them with “yearbook approve {department}”.",
    ),
    "V04": Wording(
        ERROR,
        "控えのこの行は読めません: {value}",
        "This line of the record cannot be read: {value}",
        "手で直した行なら元に戻してください。「yearbook approve --tidy」で、読めない行を消せます。",
        "If someone changed it by hand, put it back. “yearbook approve --tidy” deletes lines that cannot be read.",
    ),
    "V05": Wording(
        ERROR,
        "git の合流でぶつかった印が残っています。",
        "The marks of a merge that met a conflict are still there.",
        "「yearbook approve --tidy」で、両方の行を残して印を消せます。",
        "“yearbook approve --tidy” keeps the lines of both sides and deletes the marks.",
    ),
    "V06": Wording(
        WARNING,
        "この行から並び順が乱れているか、同じ行が二度あります。",
        "From this line on the record is out of order, or a line stands there twice.",
        "「yearbook approve --tidy」で整えてください。",
        "Put it in order with “yearbook approve --tidy”.",
    ),
    "V07": Wording(
        WARNING,
        "{other} 年の版の読み合わせの控えが写されています。{edition} 年の版では使いません。",
        "This is what was confirmed for {other}; it counts for nothing in {edition}.",
        "「yearbook approve --tidy」で消してください。新しい数値は、あらためて読み合わせます。",
        "Delete it with “yearbook approve --tidy”; the new figures are to be read anew.",
    ),
    "V12": Wording(
        WARNING,
        "読み合わせた表（{on}、{by}）に、読み合わせていない数値が増えました。",
        "Figures were added that were not there when this was read against the paper ({on_en}, {by}).",
        "もう一度二人で読み合わせて「yearbook confirm {place} --by 氏名 --by 氏名」で記録してください。",
        "Read it again, both of you, and record it: yearbook confirm {place} --by NAME --by NAME",
    ),
    "P04": Wording(
        ERROR,
        "published.json が読めません。",
        "published.json cannot be read.",
        "手では直しません。git で前のものに戻してください。",
        "It is not changed by hand; take the last one back from git.",
    ),
    "P05": Wording(
        WARNING,
        "{other} 年の版で公開したものの控えです。{edition} 年の版では使いません。",
        "This is the record of what was published in {other}; it counts for nothing in {edition}.",
        "このファイルを消してください。公開するときに「yearbook release {edition}」が新しく作ります。",
        "Delete the file; “yearbook release {edition}” makes a new one on publication.",
    ),
    "P06": Wording(
        ERROR,
        "「{value}」という数値は、この節にありません。",
        "There is no figure “{value}” in this section.",
        "⟨「{near}」ではありませんか。⟩数値の項目名をそのまま書いてください。",
        "⟨Did you mean {near}? ⟩Write the label of the figure as it stands.",
    ),
}
