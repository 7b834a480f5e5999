"""Faults of English that says something else than the Japanese."""

from __future__ import annotations

from kushiro_yearbook.wordings.wording import WARNING, Wording

TRANSLATION = {
    "E01": Wording(
        WARNING,
        "日付や数が、日本語と英語でちがいます。⟨日本語だけにあるもの: {ja}。⟩⟨英語だけにあるもの: {en}。⟩",
        "Dates or numbers differ between the Japanese and the English.⟨ Only in Japanese: {ja}.⟩⟨ Only in English: {en}.⟩",
        "原典で正しい方を確かめ、もう一方を同じ日付・数・単位に直してください。",
        "See in the source which is right, and give the other the same date, number and unit.",
    ),
    "E02": Wording(
        WARNING,
        "引用 {cited} が{missing_ja}にありません。",
        "The citation {cited} is missing from the {missing_en}.",
        "{missing_ja}にも {cited} と書いてください。値を文に書くと、次の年に直し忘れます。",
        "Write {cited} in the {missing_en} too. A value written out in a sentence is forgotten next year.",
    ),
    "E03": Wording(
        WARNING,
        "並べた数や日付の順が、日本語と英語でちがいます: {value}",
        "Numbers or dates in a list stand in another order in English: {value}",
        "どの数がどれのことか原典で確かめ、同じ順に並べてください。",
        "See in the source which number is whose, and put them in the same order.",
    ),
    "E04": Wording(
        WARNING,
        "「{name}」の英語が、台帳とちがいます: {value}",
        "“{name}” is called otherwise in the register: {value}",
        "「{right}」と書いてください。台帳が古いなら、names.csv の en を直してください。",
        "Write {right}; if the register is out of date, mend en in names.csv.",
    ),
    "E05": Wording(
        WARNING,
        "「{value}」の英語が二通りあります: {en} と {other}",
        "“{value}” has two Englishes: {en} and {other}",
        "どちらかにそろえてください。names.csv に書けば、一か所で済みます。",
        "Use one of them everywhere. In names.csv it stands once for all.",
    ),
    "E06": Wording(
        WARNING,
        "英語の文に日本語の文字があります: {value}",
        "There are Japanese letters in an English text: {value}",
        "⟨「{english}」と書いてください。⟩英語かローマ字にしてください。英語の読み上げは、この文字を読めません。",
        "⟨Write {english}. ⟩Put it into English or romanise it: an English screen reader cannot speak these letters.",
    ),
    "E07": Wording(
        WARNING,
        "英語の文に全角の記号や文字があります: {value}",
        "There are full-width signs or letters in an English text: {value}",
        "⟨「{right}」と書いてください。⟩英語は半角の記号だけで書きます。",
        "⟨Write “{right}”. ⟩English has half-width signs only.",
    ),
    "E08": Wording(
        WARNING,
        "リンク先が、日本語と英語でちがいます。⟨日本語だけにあるもの: {ja}。⟩⟨英語だけにあるもの: {en}。⟩",
        "Links differ between the Japanese and the English.⟨ Only in Japanese: {ja}.⟩⟨ Only in English: {en}.⟩",
        "同じ所へ、同じ数だけリンクしてください。",
        "Link to the same places, as many times, in both.",
    ),
    "E09": Wording(
        WARNING,
        "二つの日付か数が、日本語と英語で入れかわっています: {value} → {en}",
        "Two dates or numbers have changed places in English: {value} → {en}",
        "どれがどれのことか原典で確かめ、英語の場所を入れかえてください。英語の語順で正しければ、allow に理由を書いてください。",
        "See the source which is which, and exchange them in the English; if its order is right as it is, say so under allow.",
    ),
}
