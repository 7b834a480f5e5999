"""Prose: Markdown to clean HTML, with citations filled in and links that lead inside the site."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.extensions import Extension
from markdown.inlinepatterns import (
    InlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from kushiro_yearbook.inline import Run
from kushiro_yearbook.text import CITATION, NOTHING, READING, SCHEMES, Scope, cite

TAGS = {"p", "br", "strong", "em", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "a", "time", "span"}
TAGS |= {"ruby", "rp", "rt", "table", "thead", "tbody", "tr", "th", "td"}
ATTRIBUTES = {"a": {"href", "title"}, "time": {"datetime"}, "span": {"lang"}, "ol": {"start"}}

# East Asian letters and punctuation, between which the end of a source line is no space.
_WIDE = r"\u3000-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6"
_LINE_END = re.compile(rf"(?<=[{_WIDE}])\n[ \t]*(?=[{_WIDE}])")

# Markdown looks for the end of each open bracket anew; these open only what is closed as well.
_LABEL = r"(?<!!)\[(?=[^\[\]]*+\]"
_WHITHER = r"<[^<>\n]*+>|[^\s()<>\"']*+(?:\([^\s()<>\"']*+\)[^\s()<>\"']*+)*+"
_LINK = rf"{_LABEL}\(\s*+(?:{_WHITHER})(?:\s++(?:\"[^\"]*+\"|'[^']*+'))?+\s*+\))"

# A word with its reading while Markdown is read, in signs that no content holds: a bar would end a cell.
_MARKED = "\ue000\\1\ue001\\2\ue002"
_MARK = re.compile("\ue000([^\ue000-\ue002]*)\ue001([^\ue000-\ue002]*)\ue002")

Resolve = Callable[[str], str | None]


class Prose:
    """One Markdown converter, used again and again; a fresh one costs more than a short text."""

    def __init__(self) -> None:
        self._citations = _Citations()
        self._links = _Links()
        self._converter = markdown.Markdown(extensions=[_Content(self._citations, self._links), "tables"])

    def html(self, words: str, language: str, scope: Scope = NOTHING, resolve: Resolve | None = None) -> str:
        """Markdown as HTML that holds nothing but text, its structure and safe links.

        `resolve` turns a place inside the site (`finance/budget#income`) into a link, or None.
        """
        self._citations.scope, self._citations.language = scope, language
        self._links.resolve = resolve
        self._converter.reset()
        html = self._converter.convert(READING.sub(_MARKED, words))
        return nh3.clean(
            _MARK.sub(r"\1", html),
            tags=TAGS,
            attributes=ATTRIBUTES,
            url_schemes={"http", "https", "mailto", "tel"},
            link_rel=None,
        )


class _Content(Extension):
    """Raw HTML off, citations, joined lines and checked links on."""

    def __init__(self, citations: _Citations, links: _Links) -> None:
        super().__init__()
        self.citations = citations
        self.links = links

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 – Markdown's own name
        md.preprocessors.deregister("html_block")
        # Headings are sections', which alone can be numbered and linked to.
        md.parser.blockprocessors.deregister("hashheader")
        md.parser.blockprocessors.deregister("setextheader")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.deregister("image_link")
        md.inlinePatterns.deregister("image_reference")
        md.inlinePatterns.deregister("short_image_ref")
        md.inlinePatterns.register(LinkInlineProcessor(_LINK, md), "link", 160)
        md.inlinePatterns.register(ReferenceInlineProcessor(f"{_LABEL})", md), "reference", 170)
        md.inlinePatterns.register(ShortReferenceInlineProcessor(f"{_LABEL})", md), "short_reference", 130)
        md.inlinePatterns.register(self.citations, "citation", 185)
        md.inlinePatterns.register(_Readings(_MARK.pattern), "reading", 186)
        md.treeprocessors.register(self.links, "links", 15)
        md.treeprocessors.register(_JoinedLines(), "joined_lines", 14)


class _Citations(InlineProcessor):
    """`〔name〕` as the value it stands for, its dates marked as dates."""

    def __init__(self) -> None:
        super().__init__(CITATION.pattern)
        self.scope: Scope = NOTHING
        self.language = "ja"

    def handleMatch(  # type: ignore[override]  # noqa: N802 – Markdown's own name; its stub forbids a str
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str, int, int]:
        del data
        runs = cite(m[1], self.scope, self.language) or (Run(m[0]),)
        if len(runs) == 1:
            return _element(runs[0]), m.start(), m.end()
        whole = Element("span")
        for run in runs:
            made = _element(run)
            if isinstance(made, str):
                _append_text(whole, made)
            else:
                whole.append(made)
        return whole, m.start(), m.end()


class _Readings(InlineProcessor):
    """A word with its reading at the spot."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 – as above
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str, int, int]:
        del data
        return _element(Run(m[1], kana=m[2])), m.start(), m.end()


class _Links(Treeprocessor):
    """Links to places inside the site become relative; any that lead nowhere become plain words."""

    def __init__(self) -> None:
        super().__init__()
        self.resolve: Resolve | None = None

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            href = link.get("href", "")
            if not href.startswith((*SCHEMES, AMP_SUBSTITUTE)):  # Markdown writes addresses as entities
                found = self.resolve(href) if self.resolve else None
                if found is None:
                    link.attrib.pop("href", None)
                else:
                    link.set("href", found)


class _JoinedLines(Treeprocessor):
    """The end of a source line between Japanese characters is no space."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag not in ("pre", "code"):
                children = list(element)
                element.text = _joined("", element.text, _words(children[:1]))
                for position, child in enumerate(children):
                    after = _words(children[position + 1 : position + 2])
                    child.tail = _joined(_words([child]), child.tail, after)


def _words(elements: list[Element]) -> str:
    return "".join(word for element in elements for word in element.itertext())


def _joined(before: str, text: str | None, after: str) -> str | None:
    """Text without the line ends that stand between wide characters, also at its own ends."""
    if not text or "\n" not in text:
        return text
    whole = _LINE_END.sub("", before[-1:] + text + after[:1])
    return whole[len(before[-1:]) : len(whole) - len(after[:1])]


def _element(run: Run) -> Element | str:
    if run.kana:
        return _ruby(run)
    if not run.datetime and not run.lang:
        return run.text
    made = Element("time", {"datetime": run.datetime}) if run.datetime else Element("span")
    if run.lang:
        made.set("lang", run.lang)
    made.text = run.text
    return made


def _ruby(run: Run) -> Element:
    made = Element("ruby")
    made.text = run.text
    for tag, words in (("rp", "（"), ("rt", run.kana), ("rp", "）")):
        part = Element(tag)
        part.text = words
        made.append(part)
    return made


def _append_text(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
