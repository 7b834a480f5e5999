"""Faults of texts and citations."""

from __future__ import annotations

from kushiro_yearbook.wordings.wording import ERROR, WARNING, Wording

TEXTS = {
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
        "⟨「{right}」と続けて書いてください。⟩⟨人や物の名前なら「{parted}」と「・」を入れ、一つの語なら続けて書いてください。⟩空白があると、検索で見つからず、読み上げも途切れます。別々の語なら「、」か「・」で区切ってください。",
        "⟨Write it as one: {right}. ⟩⟨Write {parted} if it is a name in two parts, or close it up if it is one word. ⟩With spaces a search does not find it, and a screen reader takes it apart. If they are several words, put 、 or ・ between them.",
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
    "T17": Wording(
        WARNING,
        "字のあいだに空白があります: {value}",
        "There are spaces between letters: {value}",
        "⟨「{right}」と続けて書いてください。⟩⟨「{joined}」と続けて書くか、別々の語なら「・」か「、」で区切ってください。⟩⟨人や物の名前なら「{parted}」と「・」を入れ、一つの語なら続けて書いてください。⟩空白があると、検索で見つからず、読み上げも途切れます。原典の正式な名前なら、allow に理由を書いてください。",
        "⟨Write {right}. ⟩⟨Write {joined}, or put ・ or 、 between words. ⟩⟨Write {parted} if it is a name in two parts, or close it up if it is one word. ⟩With spaces a search does not find it, and a screen reader takes it apart. If it is the official name, say so under allow.",
    ),
    "T18": Wording(
        WARNING,
        "「{value}」のかっこでは、値を引けません。",
        "The brackets of “{value}” cite nothing.",
        "日付や数量を出すには「{right}」と書いてください（〔 〕は「きっこう」で変換できます）。",
        "To print the date or number, write {right}.",
    ),
}
