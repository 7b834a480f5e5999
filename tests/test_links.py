"""Links: in texts, in the site that is made, and out of it; a server on this computer plays other sites."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kushiro_yearbook.cli import main
from kushiro_yearbook.faults import Place
from kushiro_yearbook.links import dead
from kushiro_yearbook.outside import Reply, ask, silent
from kushiro_yearbook.pipeline import examine, make, program_theme
from kushiro_yearbook.rules.links import outward
from kushiro_yearbook.start import SAMPLE, start
from kushiro_yearbook.text import links_in
from kushiro_yearbook.theme import program_folder
from tests.laying import BASE, OWN, codes, found

TOP = Path(__file__).parents[1]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[計画](planning/plans)", ["planning/plans"]),
        ("[長い\n題名](planning/plans)", ["planning/plans"]),
        ("[段落\n\n](planning/plans)", []),
        ("<https://example.jp/a>と<mailto:a@example.jp>", ["https://example.jp/a", "mailto:a@example.jp"]),
        ("[計画][a]\n\n[a]: planning/plans", ["planning/plans"]),
        ("1 < 2 > 1 <b>", []),
        ("![図](a.png)", []),
    ],
)
def test_every_form_of_link_is_found(words: str, expected: list[str]) -> None:
    """Links over a line end, by reference and in angle brackets are links as well."""
    assert expected == links_in(words)


@pytest.mark.parametrize(
    ("japanese", "expected"),
    [
        ("[市の\\n計画](planning/nothing)", ["L01"]),
        ("[計画][a]を見る。\\n\\n[a]: planning/plans", []),
        ("[計画][A]を見る。\\n\\n[a]: planning/plans", []),
        ("[計画][]を見る。", ["L02"]),
        ("`[計画][a]` と書く。", []),
        ("[1][2] と [3]", ["L02"]),
        ("[3] と ![図][1]", ["T10"]),
    ],
)
def test_references_lead_somewhere(japanese: str, expected: list[str], tmp_path: Path) -> None:
    """A reference needs its line; brackets alone are mere brackets."""
    assert expected == codes(
        tmp_path, f'title: {{ja: 文, en: Words}}\ntext: {{ja: "{japanese}", en: Words.}}\n'
    )


@pytest.mark.parametrize(
    ("target", "meant"),
    [
        ("planning/surveys.html", "planning/surveys"),
        ("../planning/surveys.html#pupils", "planning/surveys#pupils"),
        ("planning/surveys.html#nothing", "planning/surveys"),
        ("/ja/2026/planning/surveys.html", "planning/surveys"),
        ("planning/index.html", "planning"),
        ("01-planning/02-surveys.yaml", "planning/surveys"),
        ("2026/01-general/01-planning/02-surveys.yaml", "planning/surveys"),
        ("02-surveys.ja.md", "planning/surveys"),
        ("surveys#pupils", "planning/surveys#pupils"),
        ("planning/survey", "planning/surveys"),
        ("https://", ""),
        ("qqq", ""),
    ],
)
def test_a_dead_link_is_told_what_it_may_mean(target: str, meant: str, tmp_path: Path) -> None:
    """The address of a page, the way to a file and a misspelt section lead to what is to be written."""
    own = f'title: {{ja: 文, en: Words}}\ntext: {{ja: "[語]({target})を見る。", en: "See [it]({target})."}}\n'
    [fault] = found(tmp_path, {OWN: own})

    assert ("L01", meant) == (fault.code, fault.words["near"])


def test_a_dead_link_is_marked_where_it_stands(tmp_path: Path) -> None:
    """A target that another begins with is not looked for in that one."""
    words = "[語](planning/plans#b)と[語](planning/plan)"
    own = f'title: {{ja: 文, en: Words}}\ntext: {{ja: "{words}", en: Words.}}\n'
    faults = [fault for fault in found(tmp_path, {OWN: own}) if fault.code == "L01"]

    assert [words.index(fault.words["value"] + ")") + 13 for fault in faults] == [
        fault.place.column for fault in faults
    ]


def broken(**pages: str) -> list[tuple[str, str, str]]:
    """Page, code and value of each dead link of a small site; `_` in a name stands for a slash."""
    files = {f"{name.replace('_', '/')}.html": words.encode() for name, words in pages.items()}
    files["assets/style.css"] = b'@font-face { src: url("font.woff2") } b { background: url(data:x) }'
    files["assets/font.woff2"] = b""
    return [(fault.place.path, fault.code, fault.words["value"]) for fault in dead(files)]


@pytest.mark.parametrize(
    "words",
    [
        '<a href="b.html#x">',
        '<a href="">',
        '<a href="#y"><p id="y">',
        '<a href="en/">',
        '<a href="en/index.html?a=1">',
        '<a href="/assets/style.css">',
        '<a href="https://example.jp/none"><a href="//example.jp"><a href="mailto:a@b.jp">',
        '<link href="assets/style.css"><img src="data:,">',
        '<img srcset="assets/font.woff2 1x, assets/style.css 2x">',
        '<!-- <a href="none.html"> -->',
    ],
)
def test_sound_links_of_a_site(words: str) -> None:
    """A file, a folder with an index, a place of a page, and all that leads out are no fault."""
    assert [] == broken(a=words, b='<p id="x">', en_index="<p>")


@pytest.mark.parametrize(
    ("words", "code", "value"),
    [
        ('<a href="c.html">', "L03", "c.html"),
        ('<a href="../b.html">', "L03", "../b.html"),
        ('<a href="assets/">', "L03", "assets/"),
        ('<img src="none.png">', "L03", "none.png"),
        ('<img srcset="none.png 2x">', "L03", "none.png"),
        ('<a href="b.html#none">', "L04", "none"),
        ('<a href="#%E3%81%82">', "L04", "あ"),
        ('<p id="x"><p id="x">', "L05", "x"),
    ],
)
def test_dead_links_of_a_site(words: str, code: str, value: str) -> None:
    """A link to no file or no place, and an id given twice, are told where they stand."""
    assert [("a.html", code, value)] == broken(a=words, b='<p id="x">')


def test_what_a_style_sheet_loads_is_there() -> None:
    """A font or picture that a style sheet names and the site lacks is told."""
    assert ["L03"] == [fault.code for fault in dead({"a.css": b"a { src: url(none.woff2) }"})]


def town(folder: Path) -> Path:
    """The content that another town begins with."""
    start(program_folder("starter"), SAMPLE, folder / "town")
    return folder / "town" / "content"


@pytest.mark.parametrize("content", ["content", "tests/specimen/content", "starter"])
def test_no_link_of_a_built_site_is_dead(content: str, tmp_path: Path) -> None:
    """Every page, anchor, asset and download that the sites link to is there."""
    checked = examine(town(tmp_path) if content == "starter" else TOP / content)
    assert checked.yearbook is not None

    assert [] == list(dead(make(checked.yearbook, program_theme(checked.town))))


def test_a_built_site_is_checked_by_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`check --built` tells dead links of the site with the line they stand on."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(BASE, "content")
    without = main(["check", "--built"])
    main(["build"])
    sound = main(["check", "--built"])
    page = tmp_path / "site" / "index.html"
    page.write_text(page.read_text("utf-8") + '<a href="none.html">\n', "utf-8")
    capsys.readouterr()
    faulty = main(["check", "--built", "site", "--lang", "en"])
    told = capsys.readouterr().out

    assert (2, 0, 1) == (without, sound, faulty)
    assert told.startswith("site/index.html:")
    assert "L03: The site that was made has no such file: none.html" in told


class Elsewhere(BaseHTTPRequestHandler):
    """Another site: each path answers in its own way."""

    def do_GET(self) -> None:
        """Answer as the path says."""
        status = {"/gone": 404, "/lost": 410, "/down": 500, "/moved": 301, "/for-now": 302, "/loop": 301}
        if self.path == "/slow":
            time.sleep(1)
        if self.path == "/only-get" and self.command == "HEAD":
            self.send_response(405)
        elif self.path == "/rude":
            self.wfile.write(b"no http at all\r\n\r\n")
            return
        else:
            self.send_response(status.get(self.path, 200))
        if self.path in ("/moved", "/for-now", "/loop"):
            self.send_header("Location", "/loop" if self.path == "/loop" else "/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET  # noqa: N815 – the library's own name

    def log_message(self, *_: object) -> None:
        """Say nothing in the output of the tests."""


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of another site, on this computer."""
    monkeypatch.setenv("no_proxy", "*")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "status", "moved"),
    [
        ("/", 200, ""),
        ("/only-get", 200, ""),
        ("/page#part", 200, ""),
        ("/頁", 200, ""),
        ("/gone", 404, ""),
        ("/lost", 410, ""),
        ("/down", 500, ""),
        ("/moved", 200, "/"),
        ("/for-now", 200, ""),
    ],
)
def test_an_address_is_asked(path: str, status: int, moved: str, elsewhere: str) -> None:
    """An address answers with its status, and with its new place where it moved for good."""
    reply = ask(elsewhere + path)

    assert (status, moved and elsewhere + moved) == (reply.status, reply.moved)
    assert bool(reply.problem) is (status >= 400)


@pytest.mark.parametrize("path", ["/slow", "/rude", "/loop"])
def test_trouble_is_a_reply(path: str, elsewhere: str) -> None:
    """Silence, nonsense and running in circles are told, not raised."""
    assert ask(elsewhere + path, timeout=0.3).problem


def test_no_network_is_a_reply() -> None:
    """An address that no computer has does not answer."""
    assert Reply(0) == Reply(ask("http://127.0.0.1:1/", timeout=1).status)
    assert ask("http://none.invalid/", timeout=1).problem


ONE, OTHER = "https://one.example/a", "https://other.example/b"
PLACES = {ONE: Place("a.yaml", 1), OTHER: Place("a.yaml", 2)}


@pytest.mark.parametrize(
    ("replies", "expected"),
    [
        ({ONE: Reply(200), OTHER: Reply(200)}, []),
        ({ONE: Reply(404, problem="404"), OTHER: Reply(200)}, [("L06", 1)]),
        ({ONE: Reply(200), OTHER: Reply(200, moved=ONE)}, [("L07", 2)]),
        ({ONE: Reply(0, problem="timed out"), OTHER: Reply(503, problem="503")}, [("L08", 1), ("L08", 2)]),
        ({ONE: Reply(0, problem="no route"), OTHER: Reply(0, problem="no route")}, [("L09", 1)]),
    ],
)
def test_replies_are_told(replies: dict[str, Reply], expected: list[tuple[str, int]]) -> None:
    """Gone, moved and silent addresses are told one by one; no network is told once."""
    told = silent(PLACES, replies.__getitem__)

    assert expected == [(fault.code, fault.place.line) for fault in told]


def test_links_out_are_found_with_their_places(tmp_path: Path) -> None:
    """Each address is asked once, however often it is linked to; what stays in the site is not asked."""
    own = (
        "title: {ja: 文, en: Words}\n"
        "text:\n"
        "  ja: <https://a.example/>と[計画](planning/plans)\n"
        "  en: <https://a.example/> and [the plan](planning/plans)\n"
        "source: {ja: 見本, en: Sample}\n"
    )
    found(tmp_path, {OWN: own})
    yearbook = examine(tmp_path / "content").yearbook

    assert yearbook is not None
    assert {"https://a.example/": Place(OWN, 3, 8, 18)} == outward(yearbook)


def test_only_a_check_that_is_asked_to_goes_out(
    elsewhere: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`check --external` warns of a page that is gone; without it nobody asks."""
    monkeypatch.chdir(tmp_path)
    gone = f"{elsewhere}/gone"
    found(tmp_path, {OWN: f"title: {{ja: 文, en: Words}}\ntext: {{ja: '<{gone}>', en: '<{gone}>'}}\n"})
    quiet = main(["check"]), capsys.readouterr().out
    asked = main(["check", "--external", "--lang", "en"]), capsys.readouterr().out

    assert (0, "エラー 0 件、警告 0 件\n") == quiet
    assert asked[0] == 0
    assert f"warning L06: The page that is linked to is gone (404): {gone}" in asked[1]
