"""The reference of all keys for staff, `docs/keys.md`, from the words that editors show."""

from __future__ import annotations

from collections.abc import Iterator

from kushiro_yearbook.locales.keys import FormWords, Key, ShapeWords, key_words
from kushiro_yearbook.schema import fields_of, forms_in, required_in, shape_of

INTRODUCTION = """\
# 内容のキー / Keys of the content

内容の YAML に書けるキーのすべてです。VS Code では、同じ説明が書きながら出ます（[エディターの準備](editor.md)）。
`names.csv` は CSV なので、ここにはありません（列の説明は README にあります）。
※ の付いたキーは必ず書きます。

Every key of the content's YAML files, as editors explain them; those marked ※ are required. `names.csv` is CSV and
has none: the README explains its columns.
"""


def key_reference() -> str:
    """The page in Markdown, Japanese with English beside it."""
    words = key_words()
    parts = [INTRODUCTION, "## 値の書き方 / How values are written\n", _table(SHAPE_HEAD, _shapes())]
    for name, form in words.forms.items():
        if form.keys:
            heading, _, more = form.ja.partition("。")
            said = [f"{told}\n" for told in (more, form.en) if told]
            parts += [f"## {heading}\n", *said, _table(KEY_HEAD, _keys(name, form))]
    return "\n".join(parts)


SHAPE_HEAD = ("値", "書き方", "例", "English")
KEY_HEAD = ("キー", "意味", "値", "例", "English")


def _shapes() -> Iterator[tuple[str, ...]]:
    for words in key_words().shapes.values():
        yield words.name, words.ja, _examples(words), words.en


def _examples(words: ShapeWords) -> str:
    chosen = [f"`{word}`（{told.ja}, {told.en}）" for word, told in words.choices.items()]
    return "<br>".join([*chosen, *(f"`{example}`" for example in words.examples)])


def _keys(name: str, form: FormWords) -> Iterator[tuple[str, ...]]:
    required = required_in(name)
    for key, words in form.keys.items():
        yield (
            f"`{key}`{'※' if key in required else ''}",
            words.ja,
            _shape(name, key),
            _example(words),
            words.en,
        )


def _shape(name: str, key: str) -> str:
    """What the value is called: its shape, or the form that stands there."""
    hint = fields_of(name)[key]
    if shape := shape_of(hint):
        return key_words().shapes[shape].name
    form = next(forms_in(hint), None)
    return key_words().forms[form.__name__].ja.partition("。")[0] if form else ""


def _example(words: Key) -> str:
    return f"`{words.example}`"


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines) + "\n"
