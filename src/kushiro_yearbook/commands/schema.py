"""`yearbook schema`: what editors know the content's form by."""

from __future__ import annotations

from pathlib import Path

from kushiro_yearbook.commands.command import (
    DONE,
    FAULTY,
    MISUSED,
    UNWRITABLE,
    Command,
    Message,
    Options,
    complain,
    tell,
)
from kushiro_yearbook.pipeline import examine
from kushiro_yearbook.schema import as_json, schemas

WRITTEN: Message = {
    "ja": "{target} に {count} 個のスキーマを書きました。",
    "en": "Wrote {count} schemas to {target}.",
}


def _run(options: Options) -> int:
    checked = examine(options.content)
    language = options.speaks(checked)
    if checked.yearbook is None:
        tell(checked, options)
        return FAULTY
    found = schemas(checked.yearbook.registers)
    try:
        options.out.mkdir(parents=True, exist_ok=True)
        for name, schema in found.items():
            (options.out / name).write_text(as_json(schema), "utf-8", newline="\n")
    except OSError as error:
        complain(UNWRITABLE, language, target=options.out, reason=error.strerror)
        return MISUSED
    print(WRITTEN[language].format(count=len(found), target=options.out))
    return DONE


SCHEMA = Command(
    _run,
    "エディターのためのスキーマを書き出す / write the schemas that editors read",
    {"--out": {"type": Path, "help": "スキーマを置くフォルダ / folder of the schemas"}},
)
