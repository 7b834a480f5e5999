"""Faults of readings."""

from __future__ import annotations

from kushiro_yearbook.wordings.wording import ERROR, WARNING, Wording

_OPEN = (
    "「{value}」のよみ⟨「{kana}」⟩を、まだだれも確かめていません。",
    "Nobody has judged how “{value}” is read⟨: {kana}⟩",
    "⟨readings.csv に「{row}」の行を足してください。よみ（kana）が違えば直してから足します。⟩⟨readings.csv の {line} 行目のよみ（kana）を確かめ、reading を guess から editor にしてください。⟩",
    "⟨Add this line to readings.csv, with its kana put right: {row}⟩⟨See whether the kana on line {line} of readings.csv are right, and change guess to editor.⟩",
)

READINGS = {
    "K01": Wording(
        ERROR,
        "readings.csv の列が違います。",
        "readings.csv has other columns.",
        "最初の行は {columns} です。",
        "Its first line is {columns}.",
    ),
    "K02": Wording(
        ERROR,
        "よみを付けることば（word）が、漢字で始まっていないか、漢字とかなのほかの文字を含んでいます⟨: {value}⟩",
        "A word does not begin with kanji, or holds other letters than kanji and kana⟨: {value}⟩",
        "漢字から始まるところだけを書いてください。その前にある文字は before に書きます。",
        "Write only what begins with kanji; what must stand before it goes into before.",
    ),
    "K03": Wording(
        ERROR,
        "よみ（kana）に、ひらがなでない文字があります: {value}",
        "The reading (kana) holds other letters than hiragana: {value}",
        "⟨「{right}」と書いてください。⟩ひらがなと「ー」だけで書き、区切りは半角の「/」にします。",
        "⟨Write {right}. ⟩Only hiragana and ー may stand there, cut by /.",
    ),
    "K04": Wording(
        ERROR,
        "「{word}」は {words} つに、「{kana}」は {kanas} つに区切られています。",
        "“{word}” is cut into {words} and “{kana}” into {kanas}.",
        "ことば（word）とよみ（kana）を、「/」で同じ数に区切ってください。",
        "Cut word and kana into as many pieces with /.",
    ),
    "K05": Wording(
        ERROR,
        "よみ「{kana}」が、「{word}」のかなと合いません。",
        "The reading “{kana}” does not fit the kana in “{word}”.",
        "送りがなまで含めて書いてください（「行った」なら「おこなった」）。",
        "Write the kana of the word too: for 行った, おこなった.",
    ),
    "K06": Wording(
        ERROR,
        "「{value}」は {line} 行目にもあります。",
        "“{value}” is also on line {line}.",
        "どちらか一行を消すか、よみが変わるところの前の文字を before に書いて分けてください。",
        "Delete one of the two lines, or tell them apart by what stands before the word, in before.",
    ),
    "K07": Wording(
        ERROR,
        "「{value}」のよみが「{kana}」になっていますが、names.csv の {line} 行目では「{right}」です。",
        "“{value}” is read {kana} here, and {right} on line {line} of names.csv.",
        "正しいほうにそろえてください。names.csv が正しければ、ここを「{right}」と書きます。",
        "Make both the right one; if names.csv is right, write {right} here.",
    ),
    "K08": Wording(WARNING, *_OPEN),
    "K09": Wording(ERROR, *_OPEN),
}
