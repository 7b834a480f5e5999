"""Faults of images."""

from __future__ import annotations

from kushiro_yearbook.wordings.wording import ERROR, Wording

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
        "画像の {key}⟨ と {other}⟩ が書かれていません。",
        "The image has no {key}⟨ and no {other}⟩.",
        "「{key}: {ja: …, en: …}」⟨と「{other}: {ja: …, en: …}」⟩を書いてください。alt は画像の見えない人に読み上げる説明、credit は撮影者や提供者です。説明のいらない飾りの画像は載せません。",
        "Write {key}: {ja: …, en: …}⟨ and {other}: {ja: …, en: …}⟩. alt tells those who cannot see the image what it shows, credit who made or gave it; an image that only decorates does not belong here.",
    ),
}
