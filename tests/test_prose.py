"""Prose: Markdown to clean HTML, with citations filled in and links that lead inside the site."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushiro_yearbook.date_reader import parse
from kushiro_yearbook.faults import Place
from kushiro_yearbook.prose import Prose
from kushiro_yearbook.quantities import Unit, parse_quantity
from kushiro_yearbook.text import Text

PROSE = Prose()
SCOPE = {
    "策定": parse("令和7年5月1日"),
    "期間": parse("令和7年7月28日～30日"),
    "件数": parse_quantity("延べ1,525件", {"件": Unit("件", "case", "case", "cases")}),
    "学校": Text("東小学校", {}, Place("a.yaml")),
}
PLACES = {"planning/surveys#census": "../planning/surveys.html#census"}
DAY = '<time datetime="2025-05-01">令和7年5月1日</time>'
START = '<time datetime="2025-07-28">令和7年7月28日</time>'
END = '<time datetime="2025-07-30">30日</time>'


def html(words: str, language: str = "ja") -> str:
    """Words as a page shows them."""
    return PROSE.html(words, language, SCOPE, PLACES.get)


def paragraph(words: str) -> str:
    """What stands in the one paragraph of the words."""
    match = re.fullmatch(r"<p>(.*)</p>", html(words), re.DOTALL)
    assert match is not None
    return match[1]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("a <img src=x onerror=alert(1)> b", "a &lt;img src=x onerror=alert(1)&gt; b"),
        ("<!-- c -->", "&lt;!-- c --&gt;"),
        ("<style>p{}</style>", "&lt;style&gt;p{}&lt;/style&gt;"),
        ("a & b &lt; c", "a &amp; b &lt; c"),
        ("{{ 7*7 }} {% raw %}", "{{ 7*7 }} {% raw %}"),
        ("〔<b>〕", "〔&lt;b&gt;〕"),
        ("![絵](https://e.jp/a.png)", "![絵](https://e.jp/a.png)"),
        ("![絵](javascript:x)", "![絵](javascript:x)"),
        ("![絵]\n\n[絵]: https://e.jp/a.png", "![絵]"),
    ],
)
def test_raw_html_and_images_are_words(words: str, shown: str) -> None:
    """HTML, templates and pictures stand as they were typed and do nothing."""
    assert shown == paragraph(words)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScript:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//e.jp/x",
        "/absolute",
        "../up",
        "planning/none",
        "#census",
    ],
)
def test_links_that_lead_nowhere_are_words(target: str) -> None:
    """A link to a script, another scheme, or a place that does not exist has no target."""
    assert "<a>語</a>" == paragraph(f"[語]({target})")
    assert "<a>語</a>" == paragraph(f"[語][1]\n\n[1]: {target}")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("[語](planning/surveys#census)", '<a href="../planning/surveys.html#census">語</a>'),
        ("[語](https://e.jp/?a=1&b=2)", '<a href="https://e.jp/?a=1&amp;b=2">語</a>'),
        ("[語](http://e.jp/)", '<a href="http://e.jp/">語</a>'),
        ("[語](mailto:a@e.jp)", '<a href="mailto:a@e.jp">語</a>'),
        ("[語](tel:+81-154-23-5151)", '<a href="tel:+81-154-23-5151">語</a>'),
        ('[語](https://e.jp/ "題")', '<a href="https://e.jp/" title="題">語</a>'),
        ("[語](https://e.jp/a_(b))", '<a href="https://e.jp/a_(b)">語</a>'),
        ("[[語](https://e.jp/)]", '[<a href="https://e.jp/">語</a>]'),
        ("[a\\]b](<https://e.jp/a b>)", '<a href="https://e.jp/a b">a]b</a>'),
        ("[語](https://e.jp/ '題 (1)')", '<a href="https://e.jp/" title="題 (1)">語</a>'),
        ("<https://e.jp/>", '<a href="https://e.jp/">https://e.jp/</a>'),
        ("<a@e.jp>", '<a href="mailto:a@e.jp">a@e.jp</a>'),
    ],
)
def test_links_lead_inside_or_clearly_outside(words: str, shown: str) -> None:
    """A place of the site becomes relative; an address outside stays as it is."""
    assert shown == paragraph(words)


def test_without_places_no_link_leads_inside() -> None:
    """Where nothing can be resolved, a place of the site is plain words."""
    assert "<p><a>語</a></p>" == PROSE.html("[語](planning/surveys#census)", "ja")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("一行目\n二行目", "一行目二行目"),
        ("文。\n「次", "文。「次"),
        ("年\n（注）", "年（注）"),
        ("一\nabc\n二", "一\nabc\n二"),
        ("a\nb", "a\nb"),
        ("語\n3件", "語\n3件"),
        ("一  \n二", "一<br>\n二"),
        ("前\n**強調**", "前<strong>強調</strong>"),
        ("**強調**\n次", "<strong>強調</strong>次"),
        ("*文*\n*字*", "<em>文</em><em>字</em>"),
        ("前\n[語](https://e.jp/)\n後", '前<a href="https://e.jp/">語</a>後'),
        ("前\n〔策定〕\n後", f"前{DAY}後"),
        ("一\n*A強*", "一\n<em>A強</em>"),
        ("*強A*\n一", "<em>強A</em>\n一"),
        ("前\n*強\n調*\n後", "前<em>強調</em>後"),
    ],
)
def test_line_ends_between_japanese_characters(words: str, shown: str) -> None:
    """The end of a source line is no space in Japanese, at emphasis, links and dates either."""
    assert shown == paragraph(words)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("- 一\n  二\n- 三", "<ul>\n<li>一二</li>\n<li>三</li>\n</ul>"),
        ("- 一\n二\n- 三", "<ul>\n<li>一二</li>\n<li>三</li>\n</ul>"),
        ("1. 一\n2. 二", "<ol>\n<li>一</li>\n<li>二</li>\n</ol>"),
        ("> 一\n> 二", "<blockquote>\n<p>一二</p>\n</blockquote>"),
        ("    一\n    二", "<pre><code>一\n二\n</code></pre>"),
        ("一\n\n二", "<p>一</p>\n<p>二</p>"),
    ],
)
def test_lists_quotes_and_code(words: str, shown: str) -> None:
    """Lines are joined in lists and quotes as in paragraphs; code keeps its own."""
    assert shown == html(words)


def test_tables_keep_their_cells() -> None:
    """A table holds text, citations and links like any other prose, and no style."""
    made = html("|列|値|\n|--|--:|\n|学校|〔策定〕|\n|<b>|[語](javascript:x)|")

    assert ["列", "値"] == re.findall(r"<th>(.*?)</th>", made)
    assert ["学校", DAY, "&lt;b&gt;", "<a>語</a>"] == re.findall(r"<td>(.*?)</td>", made)


@pytest.mark.parametrize(
    ("words", "language", "shown"),
    [
        ("〔策定〕に定めた。", "ja", f"{DAY}に定めた。"),
        ("On 〔策定〕.", "en", 'On <time datetime="2025-05-01">1 May 2025</time>.'),
        ("〔期間〕", "ja", f"<span>{START}～{END}</span>"),
        ("〔件数〕と〔件数.number〕", "ja", "延べ1,525件と1,525"),
        ("At 〔学校〕", "en", 'At <span lang="ja">東小学校</span>'),
        ("**〔策定〕**", "ja", f"<strong>{DAY}</strong>"),
        ("[〔策定〕](https://e.jp/)", "ja", f'<a href="https://e.jp/">{DAY}</a>'),
        ("〔無い〕", "ja", "〔無い〕"),
        ("`〔策定〕`", "ja", "<code>〔策定〕</code>"),
        ("{行|おこな}った", "ja", "<ruby>行<rp>（</rp><rt>おこな</rt><rp>）</rp></ruby>った"),
    ],
)
def test_citations_are_filled_in(words: str, language: str, shown: str) -> None:
    """A cited day is a `<time>`, a word of another language is marked, an unknown name stays."""
    assert f"<p>{shown}</p>" == html(words, language)


def test_one_text_leaves_nothing_for_the_next() -> None:
    """Link definitions and values of one text are unknown to another."""
    PROSE.html("[語][1] 〔策定〕\n\n[1]: https://e.jp/", "ja", SCOPE)

    assert "<p>[語][1] 〔策定〕</p>" == PROSE.html("[語][1] 〔策定〕", "ja")


@given(st.text() | st.text("一a<>&\"'`*_[]()!#|-:〔〕策定{}\\\n \x02\x03"))
def test_no_text_brings_anything_but_words(words: str) -> None:
    """Whatever is typed, the page gets known elements only, and no target that was not resolved."""
    made = html(words)
    known = r"p|br|strong|em|code|pre|[uo]l|li|blockquote|hr|a|time|span|h[1-6]|table|thead|tbody|tr|t[hd]"

    assert [] == [tag for tag in re.findall(r"</?([^\s>/]*)", made) if not re.fullmatch(known, tag)]
    assert [] == re.findall(r'href="(?!https?://|mailto:|tel:|\.\./planning)', made)
