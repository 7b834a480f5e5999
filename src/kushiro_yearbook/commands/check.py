"""`yearbook check`: everything that is wrong with the content, or with a department's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kushiro_yearbook.commands.built import tell_built
from kushiro_yearbook.commands.command import (
    DONE,
    FAULTY,
    MISUSED,
    Command,
    Message,
    Options,
    complain,
    did_you_mean,
    told,
)
from kushiro_yearbook.commands.fixing import fixed
from kushiro_yearbook.departments import parted, slugs
from kushiro_yearbook.faults import Fault
from kushiro_yearbook.model import Yearbook
from kushiro_yearbook.pipeline import Checked, examine
from kushiro_yearbook.report import FORMATS, summary
from kushiro_yearbook.rules.links import outward

NO_DEPARTMENT: Message = {
    "ja": "「{slug}」という課はありません。{near}課のフォルダ名から番号を除いた名前を書いてください: {known}",
    "en": "There is no department “{slug}”. {near}Give the name of its folder without the number: {known}",
}
ELSEWHERE: Message = {
    "ja": "ほかのところに、{counted}があります。",
    "en": "Elsewhere there are {counted}.",
}


FIX_ALONE: Message = {
    "ja": "--fix は、--format と一緒には使えません。",
    "en": "--fix and --format cannot be used together.",
}


def _run(options: Options) -> int:
    checked = examine(options.content)
    language = options.speaks(checked)
    if options.department and not _known(options.department, checked, language):
        return MISUSED
    if options.fix and options.format != "text":
        complain(FIX_ALONE, language)
        return MISUSED
    if options.built is not None:
        return tell_built(options.built, options, language)
    if options.external and checked.yearbook is not None:
        checked = replace(checked, faults=[*checked.faults, *_outside(checked.yearbook)])
    if options.fix:
        checked = fixed(checked, options)
    return _tell_department(checked, options) if options.department else _tell(checked, options)


def _outside(yearbook: Yearbook) -> list[Fault]:
    """The links to other sites that lead nowhere."""
    # What speaks to the network takes its time to load, and no other run needs it.
    from kushiro_yearbook.outside import ask, silent  # noqa: PLC0415

    return silent(outward(yearbook), ask)


def _known(department: str, checked: Checked, language: str) -> bool:
    """Whether there is a department; if not, say which there are."""
    known = slugs(path for path in (*checked.sources, *(fault.place.path for fault in checked.faults)))
    if department not in known:
        near = did_you_mean(department, known, language)
        complain(NO_DEPARTMENT, language, slug=department, near=near, known=", ".join(known))
    return department in known


def _tell_department(checked: Checked, options: Options) -> int:
    """As `_tell`, of one department, and how many faults there are elsewhere."""
    language = options.speaks(checked)
    theirs, others = parted(checked.faults, options.department)
    code = _tell(replace(checked, faults=theirs), options)
    if others and options.format == "text":
        print(ELSEWHERE[language].format(counted=summary(others, language, checked.chosen)))
    return code


def _tell(checked: Checked, options: Options) -> int:
    """Tell the faults, which are what the command is asked for, and give the exit code that they make."""
    print(told(checked, options) or summary([], options.speaks(checked), {}))
    return FAULTY if checked.errors else DONE


CHECK = Command(
    _run,
    "内容を調べる / check the content",
    {
        "--format": {"choices": tuple(FORMATS), "help": "指摘の形 / form of the faults"},
        "--department": {"metavar": "課", "help": "ひとつの課だけ / one department alone (finance)"},
        "--fix": {"action": "store_true", "help": "迷いなく直せるものを直す / mend what leaves no doubt"},
        "--external": {
            "action": "store_true",
            "help": "外のサイトへのリンクも開いてみる / also try the links to other sites",
        },
        "--built": {
            "type": Path,
            "nargs": "?",
            "const": Path("site"),
            "metavar": "site",
            "help": "作ったサイトのリンクを調べる / check the links of the site that was made",
        },
        "--yes": {
            "action": "store_true",
            "help": "--fix で、聞かずに書く / with --fix: write without asking",
        },
    },
)
