"""`yearbook init`: a small yearbook for another town to begin with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from kushiro_yearbook.commands.command import (
    DONE,
    MISUSED,
    UNWRITABLE,
    Command,
    Message,
    Options,
    complain,
    language,
)
from kushiro_yearbook.start import SAMPLE, StartRefused, Town, start
from kushiro_yearbook.theme import program_folder

STARTED: Message = {
    "ja": "年鑑のもとができました。初めに {file} を読んでください。"
    "次に、プログラムの .whl ファイルを {wheels} に置きます。",
    "en": "Made a yearbook to begin with. Read {file} first, then put the program's .whl file into {wheels}.",
}
# Why nothing was written.
NOT_STARTED: Mapping[str, Message] = {
    "folder": {
        "ja": "{target} には、すでにファイルがあるか、今いるフォルダです。"
        "まだないフォルダの名前を指定してください。",
        "en": "{target} holds files or is the current folder. Name a folder that does not exist yet.",
    },
    "name": {
        "ja": "--name には自治体の名前を、記号なしで書いてください"
        '（例: --name 見本市 --name-en "Mihon City"）。',
        "en": 'Give the town\'s name in Japanese, without signs (--name 見本市 --name-en "Mihon City").',
    },
    "name_en": {
        "ja": "--name-en には自治体の英語の名前も書いてください"
        '（例: --name 見本市 --name-en "Mihon City"）。',
        "en": 'Give the town\'s name in English too (--name 見本市 --name-en "Mihon City").',
    },
    "code": {
        "ja": "--code が全国地方公共団体コードではありません。6けたの数字を書くか、"
        "わからなければ --code を付けずに実行してください。",
        "en": "--code is not the code of a municipality. Give its six digits, or leave --code out.",
    },
    "year": {
        "ja": "--year には初めの版の年を、西暦4けたで書いてください（例: --year 2026）。",
        "en": "Give the first edition's year in four digits (--year 2026).",
    },
}


def _run(options: Options) -> int:
    spoken = options.lang or language()
    try:
        start(program_folder("starter"), _town(options), options.folder)
    except StartRefused as refused:
        complain(NOT_STARTED[refused.reason], spoken, target=options.folder)
        return MISUSED
    except OSError as error:
        complain(UNWRITABLE, spoken, target=options.folder, reason=error.strerror)
        return MISUSED
    print(STARTED[spoken].format(file=options.folder / "README.md", wheels=options.folder / "wheels"))
    return DONE


def _town(options: Options) -> Town:
    """The town asked for, or the sample; a name in one language alone stays half, to be refused."""
    named = options.name or options.name_en
    return Town(
        name=options.name or "" if named else SAMPLE.name,
        name_en=options.name_en or "" if named else SAMPLE.name_en,
        code=options.code,
        year=_year(options.year),
    )


def _year(asked: str) -> int:
    """The year asked for, or this one; 0 for what is no year, to be refused."""
    if not asked:
        return datetime.now().astimezone().year
    return int(asked) if asked.isascii() and asked.isdecimal() else 0


INIT = Command(
    _run,
    "ほかの自治体の年鑑を始める / start another town's yearbook",
    {
        "folder": {"type": Path, "help": "年鑑を置く、まだないフォルダ / folder to be made"},
        "--name": {"help": "自治体の名前 / name in Japanese"},
        "--name-en": {"help": "英語の名前 / name in English"},
        "--code": {"help": "全国地方公共団体コード（6けた） / six-digit code"},
        "--year": {"help": "初めの版の年（西暦） / year of the first edition"},
    },
)
