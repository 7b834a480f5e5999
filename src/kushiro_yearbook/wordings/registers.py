"""Faults of names and labels."""

from __future__ import annotations

from kushiro_yearbook.wordings.wording import ERROR, WARNING, Wording

REGISTERS = {
    "N01": Wording(
        WARNING,
        "英語がありません: {value}",
        "There is no English for: {value}",
        "⟨空白を取って「{right}」と書いてください。⟩names.csv に「{row},よみ,,English,種類,editor,own」の行を足すか、en の欄を書いてください。それまで英語のページには日本語が出ます。",
        "⟨Take out the space: {right}. ⟩Add a row to names.csv (ja,kana,romaji,en,kind,reading,source) or fill in its en. Until then English pages show the Japanese.",
    ),
    "N02": Wording(
        WARNING,
        "項目名「{label}」の英語がありません。",
        "The label “{label}” has no English.",
        "⟨measures.yaml の「{row}」の行に「en: …」を足してください。⟩⟨measures.yaml に「{new}: {id: …, en: …}」の行を足してください。⟩それまで英語のページには日本語が出ます。",
        "⟨Add en: … to the line “{row}” of measures.yaml. ⟩⟨Add a line to measures.yaml: {new}: {id: …, en: …}. ⟩Until then English pages show the Japanese.",
    ),
    "N03": Wording(
        WARNING,
        "英語がありません: {value}",
        "There is no English for: {value}",
        "⟨「ja: …」の次に「{key}: …」を書いてください。⟩⟨{file} を作ってください。⟩それまで英語のページには日本語が出ます。",
        "⟨Write “{key}: …” after “ja: …”. ⟩⟨Make {file}. ⟩Until then English pages show the Japanese.",
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
        "⟨「{near}」ではありませんか。⟩使える種類: {glossed}",
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
    "R09": Wording(
        ERROR,
        "単位「{sign}」の factor は {factor} ですが、「{value}」とはちがう数です。",
        "The factor of the unit {sign} is {factor}, which is not the number in “{value}”.",
        "万円なら factor は 10000、英語は 10,000 yen のように、同じ数にそろえてください。",
        "Both must be the same number: for 万円, factor: 10000 and 10,000 yen.",
    ),
}
