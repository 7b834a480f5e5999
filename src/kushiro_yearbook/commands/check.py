"""`yearbook check`: everything that is wrong with the content, or with a department's."""

from __future__ import annotations

from dataclasses import replace

from kushiro_yearbook.commands.command import (
    DONE,
    FAULTY,
    MISUSED,
    Command,
    Message,
    Options,
    complain,
    did_you_mean,
    tell,
    told,
)
from kushiro_yearbook.departments import parted, slugs
from kushiro_yearbook.pipeline import Checked, examine
from kushiro_yearbook.report import FORMATS, summary

NO_DEPARTMENT: Message = {
    "ja": "「{slug}」という課はありません。{near}課のフォルダ名から番号を除いた名前を書いてください: {known}",
    "en": "There is no department “{slug}”. {near}Give the name of its folder without the number: {known}",
}
ELSEWHERE: Message = {
    "ja": "ほかのところに、{counted}があります。",
    "en": "Elsewhere there are {counted}.",
}


def _run(options: Options) -> int:
    checked = examine(options.content)
    if not options.department:
        return _tell(checked, options)
    language = options.speaks(checked)
    known = slugs(path for path in (*checked.sources, *(fault.place.path for fault in checked.faults)))
    if options.department not in known:
        near = did_you_mean(options.department, known, language)
        complain(NO_DEPARTMENT, language, slug=options.department, near=near, known=", ".join(known))
        return MISUSED
    theirs, others = parted(checked.faults, options.department)
    code = _tell(replace(checked, faults=theirs), options)
    if others and options.format == "text":
        complain(ELSEWHERE, language, counted=summary(others, language, checked.chosen))
    return code


def _tell(checked: Checked, options: Options) -> int:
    """Tell the faults, and give the exit code that they make."""
    if options.format != "text":
        print(told(checked, options))
    elif checked.faults:
        tell(checked, options)
    else:
        print(summary([], options.speaks(checked), {}))
    return FAULTY if checked.errors else DONE


CHECK = Command(
    _run,
    "内容を調べる / check the content",
    {
        "--format": {"choices": tuple(FORMATS), "help": "指摘の形 / form of the faults"},
        "--department": {"metavar": "課", "help": "ひとつの課だけ / one department alone (finance)"},
    },
)
