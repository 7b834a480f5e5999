"""The command `yearbook`."""

from __future__ import annotations

import argparse
import errno
import gc
import io
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kushiro_yearbook import __version__
from kushiro_yearbook.listing import LISTS
from kushiro_yearbook.pipeline import Checked, build, examine
from kushiro_yearbook.publish import TargetRefused
from kushiro_yearbook.report import report, summary
from kushiro_yearbook.start import SAMPLE, StartRefused, Town, start
from kushiro_yearbook.theme import program_folder

DONE, FAULTY, MISUSED = 0, 1, 2


@dataclass(frozen=True)
class Options:
    """What the command line asked for."""

    content: Path
    site: Path
    language: str | None
    kind: str
    folder: Path
    town: Town

    def speaks(self, checked: Checked) -> str:
        """The language asked for, else the yearbook's own, else the environment's."""
        own = checked.form.messages if checked.form else None
        return self.language or own or _language()


def main(arguments: list[str] | None = None) -> int:
    """Run a command; 0 when all is well, 1 with errors in the content, 2 when it was called wrongly."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    command, _ = COMMANDS[asked.command or "build"]
    options = Options(
        content=Path(asked.content),
        site=Path(getattr(asked, "site", "site")),
        language=asked.lang,
        kind=getattr(asked, "kind", ""),
        folder=Path(getattr(asked, "folder", "")),
        town=_town(asked) if asked.command == "init" else SAMPLE,
    )
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # an old console may not know every character
            stream.reconfigure(errors="backslashreplace")
    # What a run makes it needs to its end, about a second later: nothing is worth collecting.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return command(options)
    except OSError as error:
        if not _nobody_reads(error):
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    finally:
        if collecting:
            gc.enable()


def _nobody_reads(error: OSError) -> bool:
    """Whether whoever read has read enough; Windows says EINVAL, and only a file's error names a file."""
    return error.errno in (errno.EPIPE, errno.EINVAL) and error.filename is None


def _build(options: Options) -> int:
    checked = examine(options.content)
    language = options.speaks(checked)
    _tell(checked, options)
    if not checked.sound:
        print(NOT_BUILT[language], file=sys.stderr)
        return FAULTY
    try:
        pages = build(checked, options.site)
    except TargetRefused as refused:
        print(REFUSED[language].format(target=refused.target), file=sys.stderr)
        return MISUSED
    except OSError as error:
        print(UNWRITABLE[language].format(target=options.site, reason=error.strerror), file=sys.stderr)
        return MISUSED
    print(BUILT[language].format(pages=pages, file=options.site / "index.html"))
    return DONE


def _check(options: Options) -> int:
    checked = examine(options.content)
    _tell(checked, options)
    if not checked.faults:
        print(summary([], options.speaks(checked), {}))
    return DONE if checked.sound else FAULTY


def _list(options: Options) -> int:
    checked = examine(options.content)
    if checked.yearbook is None or not checked.sound:
        _tell(checked, options)
        return FAULTY
    for row in LISTS[options.kind](checked.yearbook, options.speaks(checked)):
        print("\t".join(row), flush=True)
    return DONE


def _init(options: Options) -> int:
    language = options.language or _language()
    try:
        start(program_folder("starter"), options.town, options.folder)
    except StartRefused as refused:
        print(NOT_STARTED[refused.reason][language].format(target=options.folder), file=sys.stderr)
        return MISUSED
    except OSError as error:
        print(UNWRITABLE[language].format(target=options.folder, reason=error.strerror), file=sys.stderr)
        return MISUSED
    print(STARTED[language].format(file=options.folder / "README.md"))
    return DONE


def _town(asked: argparse.Namespace) -> Town:
    """The town asked for, or the sample; a name in one language alone stays half, to be refused."""
    named = asked.name or asked.name_en
    return Town(
        name=asked.name or "" if named else SAMPLE.name,
        name_en=asked.name_en or "" if named else SAMPLE.name_en,
        code=asked.code or "",
        year=asked.year or datetime.now().astimezone().year,
    )


def _tell(checked: Checked, options: Options) -> None:
    told = report(
        checked.faults, checked.sources, options.content.as_posix(), options.speaks(checked), checked.chosen
    )
    if told:
        print(told, file=sys.stderr)


# Every command with what it does and, in Japanese and English, how its help says so.
COMMANDS: Mapping[str, tuple[Callable[[Options], int], str]] = {
    "build": (_build, "サイトを作る / build the site"),
    "check": (_check, "内容を調べる / check the content"),
    "list": (_list, "数値や節の一覧を出す / list observations or sections"),
    "init": (_init, "ほかの自治体の年鑑を始める / start another town's yearbook"),
}

BUILT = {
    "ja": "{pages} ページのサイトができました。{file} をブラウザで開いてください。",
    "en": "Built a site of {pages} pages. Open {file} in a browser.",
}
NOT_BUILT = {
    "ja": "エラーがあるため、サイトは作っていません。前のサイトはそのまま残っています。",
    "en": "Nothing was built because of the errors; the last site stands as it was.",
}
UNWRITABLE = {
    "ja": "{target} に書き込めません（{reason}）。何も変わっていません。",
    "en": "{target} cannot be written ({reason}); nothing was changed.",
}
STARTED = {
    "ja": "年鑑のもとができました。初めに {file} を読んでください。",
    "en": "Made a yearbook to begin with. Read {file} first.",
}
# Why `init` wrote nothing.
NOT_STARTED = {
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
REFUSED = {
    "ja": "{target} には yearbook が作ったものではないファイルがあります。"
    "--site で別のフォルダを指定してください。",
    "en": "{target} holds files that yearbook did not make. Name another folder with --site.",
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="yearbook",
        description="年鑑の内容からサイトを作ります / builds a yearbook's site from its content",
    )
    parser.add_argument("--version", action="version", version=f"yearbook {__version__}")
    _add_common(parser)
    commands = parser.add_subparsers(dest="command", metavar="{" + ",".join(COMMANDS) + "}")
    for name, (_, says) in COMMANDS.items():
        command = commands.add_parser(name, help=says, description=says)
        _add_common(command, default=argparse.SUPPRESS)
        if name == "build":
            command.add_argument("--site", default="site", help="サイトを置くフォルダ / folder of the site")
        if name == "list":
            command.add_argument("kind", choices=sorted(LISTS))
        if name == "init":
            _add_town(command)
    return parser


def _add_town(command: argparse.ArgumentParser) -> None:
    command.add_argument("folder", help="年鑑を置く、まだないフォルダ / folder to be made")
    command.add_argument("--name", help="自治体の名前 / name in Japanese")
    command.add_argument("--name-en", help="英語の名前 / name in English")
    command.add_argument("--code", help="全国地方公共団体コード（6けた） / six-digit code")
    command.add_argument("--year", type=int, help="初めの版の年（西暦） / year of the first edition")


def _add_common(parser: argparse.ArgumentParser, default: str | None = None) -> None:
    parser.add_argument(
        "--content", default=default or "content", help="内容のフォルダ / folder of the content"
    )
    parser.add_argument("--lang", choices=("ja", "en"), default=default, help="メッセージの言語 / language")


def _language() -> str:
    """The language of the messages when nobody asks: the environment's, else Japanese, which staff write."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        chosen = os.environ.get(name, "")
        if chosen:
            return "en" if chosen.startswith("en") else "ja"
    return "ja"


if __name__ == "__main__":
    sys.exit(main())
