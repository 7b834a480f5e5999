"""The preview over HTTP: what it answers, what it refuses, and what it lives through."""

from __future__ import annotations

import re
import shutil
import signal
import socket
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from kushiro_yearbook.cli import main
from kushiro_yearbook.pipeline import examine, make, program_theme
from kushiro_yearbook.preview import making, watching
from kushiro_yearbook.preview.answers import Part, parts, with_reload
from kushiro_yearbook.preview.making import Maker, Shown
from kushiro_yearbook.preview.server import HEADERS, bound
from tests.serving import PLANS, Served, base, serving

SECRET = "secret-of-this-machine"  # noqa: S105 – stands in files that nobody may be shown
PAGE = "/ja/2026/planning/plans.html"
MISTAKE = ("19事業", "19事行")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A preview of sound content, with secrets around it that no address leads to."""
    folder = tmp_path_factory.mktemp("served")
    content = base(folder)
    for path in (folder / "secret.html", content / ".secret.html", content / ".git" / "config"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(SECRET, "utf-8")
    with serving(content) as running:
        yield running


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A preview of which the last good site is there, and an error since."""
    with serving(base(tmp_path_factory.mktemp("broken"))) as running:
        running.edit(PLANS, *MISTAKE)
        running.until(PAGE, lambda reply: "Q02" in reply.text)
        yield running


@pytest.mark.parametrize(
    ("path", "status", "kind", "words"),
    [
        ("/", 200, "text/html; charset=utf-8", "見本市年鑑"),
        ("/index.html?from=mail", 200, "text/html; charset=utf-8", "見本市年鑑"),
        (PAGE, 200, "text/html; charset=utf-8", "19事業"),
        ("/ja/2026/planning/", 200, "text/html; charset=utf-8", "企画課"),
        ("/%6a%61/2026/planning/", 200, "text/html; charset=utf-8", "企画課"),
        ("/ja/none.html", 404, "text/html; charset=utf-8", "ページが見つかりません"),
        ("/none.css", 404, "text/plain; charset=utf-8", "404"),
        ("/livereload.js", 200, "text/javascript; charset=utf-8", "LiveReload"),
        ("/preview/style.css", 200, "text/css; charset=utf-8", ".told-excerpt"),
    ],
)
def test_what_an_address_leads_to(served: Served, path: str, status: int, kind: str, words: str) -> None:
    """Pages, their folders, the script and the styles are there; what is not says so."""
    reply = served.ask(path)

    assert (status, kind) == (reply.status, reply.headers["content-type"])
    assert words in reply.text


def test_a_folder_leads_to_its_page(served: Served) -> None:
    """Without its last stroke a folder's links would lead astray, so it is asked for anew."""
    reply = served.ask("/ja/2026?x=1")

    assert (302, "/ja/2026/") == (reply.status, reply.headers["location"])


def test_each_answer_says_how_to_take_it(served: Served) -> None:
    """Nothing is kept, guessed at or framed elsewhere, found or refused, and nothing tells of the server."""
    replies = [served.ask(path) for path in ("/", "/none", "/livereload.js")]
    replies += [served.ask(method="POST"), served.ask(Host="example.com"), served.ask(Origin="null")]

    for reply in replies:
        assert HEADERS.items() <= {name: reply.headers.get(name.lower()) for name in HEADERS}.items()
        assert not {"server", "access-control-allow-origin", "etag"} & reply.headers.keys()


def test_head_is_get_without_a_body(served: Served) -> None:
    """HEAD tells the length of what GET gives."""
    for path in ("/", PAGE, "/livereload.js", "/none"):
        whole, head = served.ask(path), served.ask(path, "HEAD")

        assert (whole.status, str(len(whole.body)), b"") == (
            head.status,
            head.headers["content-length"],
            head.body,
        )


METHODS = ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "X")


@pytest.mark.parametrize("path", ["/", "/livereload", "/livereload.js", "/forcereload", "/none"])
@pytest.mark.parametrize("method", METHODS)
def test_nothing_but_reading_is_allowed(served: Served, method: str, path: str) -> None:
    """Any other method is refused, with those that are not."""
    reply = served.ask(path, method)

    assert 405 == reply.status
    assert "GET" in reply.headers["allow"]


@pytest.mark.parametrize(
    "host",
    [
        "example.com",
        "example.com:{port}",
        "localhost.example.com:{port}",
        "127.0.0.1.nip.io:{port}",
        "localhost:{port}@example.com",
        "localhost:{port}.example.com",
        "localhost:1",
        "localhost",
        "0.0.0.0:{port}",
        "127.0.0.2:{port}",
        "2130706433:{port}",
        "[::ffff:127.0.0.1]:{port}",
        "xn--localhost:{port}",
        "",
    ],
)
@pytest.mark.parametrize("path", ["/", PAGE, "/livereload.js", "/livereload", "/preview/style.css"])
def test_another_name_for_this_machine_is_refused(served: Served, host: str, path: str) -> None:
    """A page elsewhere whose name is made to lead here reads nothing."""
    reply = served.ask(path, Host=host.format(port=served.port))

    assert reply.status in (400, 421)
    assert len(reply.body) < 100


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"])
def test_its_own_names_are_known(served: Served, host: str) -> None:
    """By each of them the page's script and socket are those of the same name."""
    own = f"{host}:{served.port}".lower()
    reply = served.ask(PAGE, Host=f"{host}:{served.port}")

    assert 200 == reply.status
    assert f"connect-src 'self' ws://{own}" in reply.text
    assert f"port={served.port}&amp;host={host.lower()}&amp;" in reply.text


SOCKET = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec_WebSocket_Version": "13",
    "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


@pytest.mark.parametrize(
    "origin",
    [
        "https://example.com",
        "http://example.com:{port}",
        "http://localhost",
        "http://localhost:1",
        "localhost:{port}",
        "https://localhost:{port}",
        "http://localhost:{port}.example.com",
        "http://example.com/localhost:{port}",
        "file://",
        "null",
    ],
)
@pytest.mark.parametrize("path", ["/", "/livereload", "/livereload.js", "/forcereload"])
def test_what_a_page_elsewhere_asks_is_refused(served: Served, origin: str, path: str) -> None:
    """Neither a page nor the script nor the line over which pages are renewed is given to another origin."""
    reply = served.ask(
        path, Origin=origin.format(port=served.port), **(SOCKET if path == "/livereload" else {})
    )

    assert 403 == reply.status


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize(
    ("mode", "dest"),
    [
        ("no-cors", "image"),
        ("no-cors", "script"),
        ("no-cors", "style"),
        ("cors", "empty"),
        ("navigate", "iframe"),
        ("navigate", "object"),
        ("", ""),
    ],
)
def test_what_a_page_elsewhere_embeds_is_refused(served: Served, site: str, mode: str, dest: str) -> None:
    """Neither a picture nor a style nor a frame is given to a page of another site, or of another port."""
    reply = served.ask(PAGE, Sec_Fetch_Site=site, Sec_Fetch_Mode=mode, Sec_Fetch_Dest=dest)

    assert 403 == reply.status


@pytest.mark.parametrize(
    ("site", "mode", "dest"),
    [
        ("none", "navigate", "document"),
        ("same-origin", "no-cors", "image"),
        ("same-origin", "navigate", "iframe"),
        ("cross-site", "navigate", "document"),
        ("same-site", "navigate", "document"),
    ],
)
def test_links_from_anywhere_lead_here(served: Served, site: str, mode: str, dest: str) -> None:
    """An address that is typed, kept as a bookmark or linked to from elsewhere, and what its pages need."""
    reply = served.ask(PAGE, Sec_Fetch_Site=site, Sec_Fetch_Mode=mode, Sec_Fetch_Dest=dest)

    assert 200 == reply.status


def test_its_own_pages_may_open_the_line(served: Served) -> None:
    """The same request from a page of its own opens the socket."""
    reply = served.ask("/livereload", Origin=f"http://{served.host}", **SOCKET)

    assert 101 == reply.status


def test_nobody_can_have_pages_loaded_again(served: Served) -> None:
    """The address by which livereload lets anybody do so is not there at all."""
    assert 404 == served.ask("/forcereload").status


# Ways by which servers of files were made to give away others.
ATTACKS = (
    b"/../secret.html",
    b"/../content/.secret.html",
    b"/ja/../../secret.html",
    b"/./index.html",
    b"//secret.html",
    b"///etc/passwd",
    b"//example.com/%2e%2e",
    b"/%2e%2e/secret.html",
    b"/%2E%2E%2Fsecret.html",
    b"/..%2fsecret.html",
    b"/%252e%252e/secret.html",
    b"/%c0%ae%c0%ae/secret.html",
    b"/%ef%bc%8e%ef%bc%8e/secret.html",
    b"/..%5csecret.html",
    b"/%5c%5c127.0.0.1%5cshare",
    b"/ja\\..\\secret.html",
    b"/..;/secret.html",
    b"/.secret.html",
    b"/.git/config",
    b"/%2egit/config",
    b"/ja/.secret.html",
    b"/content/yearbook.yaml",
    b"/yearbook.yaml",
    b"/etc/passwd",
    b"/C:/Windows/win.ini",
    b"/C%3A/Windows/win.ini",
    b"/file:///etc/passwd",
    b"/index.html%00.css",
    b"/%00",
    b"/index.html%20",
    b"/index.html.",
    b"/index.html::$DATA",
    b"/INDEX.HTML",
    b"/index.html/",
    b"/%ff%fe",
    b"/%",
    b"/%zz",
    b"/preview/",
    b"/preview/preview.css",
    b"/preview/last/../../secret.html",
    b"/preview/last/%2e%2e/secret.html",
    b"/preview/last//etc/passwd",
    b"/preview/last/.secret.html",
    b"/preview/last/preview/style.css",
    b"/livereload.js/..%2f..%2fsecret.html",
    b"/vendors/livereload.js",
    b"/" + b"a" * 5000,
    b"/" + b"%2e%2e/" * 2000,
    b"http://example.com/",
    b"*",
    b"secret.html",
)


@pytest.mark.parametrize("state", ["served", "broken"])
@pytest.mark.parametrize("path", ATTACKS, ids=lambda path: path[:40].decode("ascii"))
def test_no_address_leads_out_of_the_site(state: str, path: bytes, request: pytest.FixtureRequest) -> None:
    """Nothing is found there, while the content is sound and while it is broken."""
    running: Served = request.getfixturevalue(state)
    rows = f"Host: {running.host}\r\nConnection: close\r\n\r\n".encode()
    reply = running.raw(b"GET " + path + b" HTTP/1.1\r\n" + rows)

    assert reply.status in (400, 404)
    assert SECRET not in reply.text


@pytest.mark.parametrize(
    "request_",
    [
        b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
        b"GET / HTTP/1.0\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: {host}\r\nHost: example.com\r\nConnection: close\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: {host}\r\nX: " + b"a" * 100_000 + b"\r\n\r\n",
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: {host}\r\n\r\n",
        b"GET\r\n\r\n",
        b"\0\0\0\0\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\nhello",
    ],
)
def test_what_is_no_request_is_not_answered(served: Served, request_: bytes) -> None:
    """Half requests, two hosts and endless headers end with a refusal, and the preview goes on."""
    reply = served.raw(request_.replace(b"{host}", served.host.encode()))

    assert reply.status in (0, 400, 421)
    assert 200 == served.ask("/").status


def test_the_script_repeats_nothing_strange(served: Served) -> None:
    """Only what can be a version stands in the script that pages load."""
    versions = ["0123456789abcdef", '";alert(1)//', "%22", "é", "a" * 65, ""]
    scripts = [served.ask(f"/livereload.js?version={version}").text for version in versions]

    assert '"/livereload?version=0123456789abcdef"' in scripts[0]
    assert 1 == len(set(scripts[1:]))
    assert '"/livereload"' in scripts[1]


def test_noise_on_the_line_harms_nobody(served: Served) -> None:
    """What is not livereload's own closes that line alone."""
    for words in (b"{", b"[]", b'{"command": 1}', b'{"command": "info"}', b"\xff"):
        frame = bytes([0x81, 0x80 | len(words), 0, 0, 0, 0]) + words
        with socket.create_connection(("127.0.0.1", served.port)) as line:
            rows = {**SOCKET, "Host": served.host}
            head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in rows.items())
            line.sendall(f"GET /livereload HTTP/1.1\r\n{head}\r\n".encode())
            assert b"101" in line.recv(65536)
            line.sendall(frame)

    assert 200 == served.ask("/").status


def test_only_this_machine_is_listened_to() -> None:
    """The sockets are those of the loopback, of both families or of the one there is."""
    sockets = bound(0)
    hosts = {one.getsockname()[0] for one in sockets}
    ports = {one.getsockname()[1] for one in sockets}
    for one in sockets:
        one.close()

    assert {"127.0.0.1"} <= hosts <= {"127.0.0.1", "::1"}
    assert 1 == len(ports)


def test_a_port_in_use_is_passed_over(served: Served, tmp_path: Path) -> None:
    """The next free one is taken, and said."""
    with serving(base(tmp_path), "--port", str(served.port)) as other:
        assert other.port > served.port
        assert f"ポート {served.port} はほかで使われているので、{other.port} を使います。" in other.before
        assert 200 == other.ask("/").status


@pytest.mark.parametrize("port", ["70000", "-1"])
def test_a_port_that_is_none_is_refused(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It is said what may be written instead, and nothing begins."""
    assert 2 == main(["serve", "--port", port, "--lang", "ja"])
    assert f"ポート {port} は使えません" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_it_ends_when_it_is_told_to(name: str, tmp_path: Path) -> None:
    """Ctrl+C, the system's request and a closed terminal end it with 0; it says how, and leaves nothing."""
    by = getattr(signal, name, signal.SIGTERM)
    former = signal.signal(by, signal.SIG_DFL)  # `nohup`, by which tests may be run, hides it
    content = base(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with serving(content) as running:
        running.ask("/")
        code, said, complained = running.end(by)
    signal.signal(by, former)

    assert (0, "") == (code, complained)
    assert "Ctrl+C" in said
    assert "終わりました。" in said
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_faults_are_shown_as_check_tells_them(
    broken: Served, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every line of the report stands on the page, in its order and in either language."""
    main(["--content", broken.content.as_posix(), "check", "--lang", language])
    expected = [line for line in capsys.readouterr().out.split("\n") if line]
    page = broken.ask(PAGE)
    told = page.text.partition(f'<div class="told" lang="{language}">')[2].partition("</div>")[0]
    shown = unescape(re.sub(r"<[^>]+>", "", told.partition("</p>")[2])).split("\n")

    assert 200 == page.status
    assert expected == [line for line in shown if line]


def test_the_last_good_page_stays(broken: Served) -> None:
    """While there is an error, every page shows it with its own last state, as it would be published."""
    page, last = broken.ask(PAGE), broken.ask(f"/preview/last{PAGE}")

    assert f'src="/preview/last{PAGE}"' in page.text
    assert "19事業" in last.text
    assert "livereload" not in last.text


def test_an_address_that_is_no_page_stays_none_while_there_are_errors(broken: Served) -> None:
    """It shows the errors too, for it may be the page that is being written, but says that it is none."""
    page, style = broken.ask("/ja/2026/planning/new.html"), broken.ask("/none.css")

    assert (404, 404) == (page.status, style.status)
    assert "Q02" in page.text
    assert "エラーになる前には、このページはありませんでした。" in page.text


def test_it_begins_with_broken_content_too(tmp_path: Path) -> None:
    """Every address tells the errors until they are mended, then leads to its page."""
    content = base(tmp_path)
    (content / PLANS).write_text((content / PLANS).read_text("utf-8").replace(*MISTAKE), "utf-8")
    with serving(content, "--lang", "en") as running:
        pages = [running.ask(path) for path in ("/", PAGE)]
        running.edit(PLANS, *reversed(MISTAKE))
        mended = running.until("/", lambda reply: "Q02" not in reply.text)
        code, said, complained = running.end()

    assert [200, 200] == [page.status for page in pages]
    assert all("There are errors to mend" in page.text for page in pages)
    assert "見本市年鑑" in mended.text
    assert 0 == code
    assert 1 == complained.count("error Q02")
    assert said.index("cannot be renewed") < said.index("are renewed.")


def gone(content: Path) -> Path:
    """Another name for the content folder."""
    return content.with_name("elsewhere")


@pytest.mark.parametrize("polling", ["", "true"])
def test_the_folder_may_vanish_and_come_back(polling: str, tmp_path: Path) -> None:
    """Moved away, moved back, removed and made anew: each is shown, on drives that tell nothing as well."""
    content = base(tmp_path)
    with serving(content, WATCHFILES_FORCE_POLLING=polling) as running:
        content.rename(gone(content))
        running.until(PAGE, lambda reply: "I10" in reply.text)
        gone(content).rename(content)
        running.until(PAGE, lambda reply: "I10" not in reply.text)
        shutil.rmtree(content)
        running.until(PAGE, lambda reply: "I10" in reply.text)
        base(tmp_path)
        running.edit(PLANS, "19事業", "23事業")
        page = running.until(PAGE, lambda reply: "23事業" in reply.text)

        assert 200 == page.status
        assert 0 == running.end()[0]


def test_a_folder_that_is_back_at_once_is_seen_to_be_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Gone as its change is told, back before the next look: the site is made once more all the same."""
    folder, stop = tmp_path / "content", Event()
    folder.mkdir()

    def told(*_: object, **__: object) -> Iterator[set[str]]:
        yield set()
        folder.rename(gone(folder))
        yield {"moved"}
        yield set()
        stop.set()

    monkeypatch.setattr(watching, "watch", told)
    seen = watching.changes([folder], stop)
    next(seen)
    next(seen)
    gone(folder).rename(folder)
    next(seen)

    assert not stop.is_set()


def test_a_file_may_be_saved_in_any_way(tmp_path: Path) -> None:
    """In place, by a file put in its place, and as vim does it; what passes meanwhile renews nothing."""
    with serving(base(tmp_path)) as running:
        file = running.content / PLANS
        text = file.read_text("utf-8")
        for name in (".01-plans.yaml.swp", "4913", "01-plans.yaml~", ".#01-plans.yaml"):
            file.with_name(name).write_text("x", "utf-8")
            file.with_name(name).unlink()
        (other := tmp_path / "other.yaml").write_text(text.replace("19事業", "20事業"), "utf-8")
        other.replace(file)
        running.until(PAGE, lambda reply: "20事業" in reply.text)
        file.rename(file.with_name("01-plans.yaml~"))
        file.write_text(text.replace("19事業", "21事業"), "utf-8")
        file.with_name("01-plans.yaml~").unlink()
        running.until(PAGE, lambda reply: "21事業" in reply.text and "told" not in reply.text)
        file.write_bytes(file.read_bytes())

        assert 0 == running.end()[0]


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A folder or broken bytes in the place of a file are faults like others."""
    with serving(base(tmp_path)) as running:
        file = running.content / PLANS
        text = file.read_text("utf-8")
        file.unlink()
        file.mkdir()
        running.until(PAGE, lambda reply: "A08" in reply.text)
        file.rmdir()
        file.write_bytes(b"title: \xff\xfe")
        running.until(PAGE, lambda reply: "I01" in reply.text)
        file.write_text(text, "utf-8")
        page = running.until(PAGE, lambda reply: "I01" not in reply.text)

    assert "19事業" in page.text


def test_a_warning_hides_no_page(tmp_path: Path) -> None:
    """It is told on the terminal, and the page is renewed."""
    with serving(base(tmp_path), "--lang", "en") as running:
        running.edit(PLANS, "title: {ja: 計画, en: Plans}", "title: 計画案")
        page = running.until(PAGE, lambda reply: "計画案" in reply.text)
        _, said, complained = running.end()

    assert 200 == page.status
    assert "warning N01" in complained
    assert "The pages are renewed." in said


def test_a_template_of_the_town_may_break(tmp_path: Path) -> None:
    """Its fault is shown as any other, and the page comes back."""
    with serving(base(tmp_path)) as running:
        own = running.content / "theme" / "templates" / "parts" / "neighbours.html"
        own.parent.mkdir(parents=True)
        own.write_text("{% if %}", "utf-8")
        running.until(PAGE, lambda reply: "X02" in reply.text)
        own.write_text('<p class="own">市の前後</p>', "utf-8")
        page = running.until(PAGE, lambda reply: "X02" not in reply.text)

    assert "市の前後" in page.text


def maker(content: Path) -> Maker:
    """A maker of content, which tells faults by their codes."""
    return Maker(content, lambda checked, _: " ".join(f.code for f in checked.faults), lambda _: "en", "en")


def test_a_failing_program_is_shown_and_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody expected stands on the page with its traceback; the last site stays, the next one comes."""
    made = maker(base(tmp_path))
    good = made.make(Shown())
    with monkeypatch.context() as patch:
        patch.setattr(making, "plan", lambda *_: 1 / 0)
        failed = made.make(good)

    assert (True, True, good.files) == (failed.broken, failed.failed, failed.files)
    assert all("ZeroDivisionError" in told for told in failed.told.values())
    assert good == made.make(failed)


def test_a_page_that_is_still_loading_gets_its_style(tmp_path: Path) -> None:
    """What the page of before names is there once more, and a page of before is not."""
    made = maker(base(tmp_path))
    before = made.make(Shown())
    lay = made.content / "theme" / "static" / "css" / "95-own.css"
    lay.parent.mkdir(parents=True)
    lay.write_text("h1 { color: red; }", "utf-8")
    after = made.make(before)
    style = next(path for path in before.files if path.endswith(".css"))

    assert style not in after.files
    assert before.files[style] == after.former[style]
    assert all(path.startswith("assets/") for path in after.former)


EDITS = (
    (PLANS, "19事業", "20事業"),
    ("2026/01-general/01-planning/02-surveys.yaml", "[95, 50, 45]", "[96, 51, 45]"),
    ("measures.yaml", "en: Projects", "en: Schemes"),
    ("units.yaml", "one: person", "one: soul"),
    ("names.csv", "East Elementary School", "Eastern Elementary School"),
    ("yearbook.yaml", "en: Sample City Yearbook", "en: Mihon Annals"),
    ("2026/01-general/01-planning/department.yaml", "企画課", "計画課"),
)


def test_what_is_kept_is_what_would_be_made(tmp_path: Path) -> None:
    """After each of many changes, and after all of them back, the site equals one made from nothing."""
    content = base(tmp_path)
    kept, shown = maker(content), Shown()
    back = tuple((path, new, old) for path, old, new in reversed(EDITS))
    for path, old, new in EDITS + back:
        text = (content / path).read_text("utf-8")
        assert old in text
        (content / path).write_text(text.replace(old, new), "utf-8")
        shown = kept.make(shown)
        checked = examine(content)
        assert checked.yearbook is not None

        assert make(checked.yearbook, program_theme(checked.town)) == shown.files


def test_what_did_not_change_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A figure is changed: its pages are made, and no other."""
    content = base(tmp_path)
    made: list[str] = []
    render = making.render  # type: ignore[attr-defined]  # what the module uses, wherever it comes from

    def counted(outputs: Any) -> Any:
        planned = list(outputs)
        made.extend(output.address.path for output in planned)
        return render(planned)

    kept = maker(content)
    shown = kept.make(Shown())
    monkeypatch.setattr(making, "render", counted)
    (content / PLANS).write_text((content / PLANS).read_text("utf-8").replace("19事業", "20事業"), "utf-8")
    again = kept.make(shown)

    assert "ja/2026/planning/plans.html" in made
    assert "ja/2026/planning/surveys.html" not in made
    assert shown.version != again.version
    assert again.version == kept.make(again).version


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("default-src 'none'", "default-src 'none'; script-src 'self'; connect-src ws://localhost:8000"),
        ("script-src 'none';", "script-src 'self'; connect-src ws://localhost:8000"),
        (
            "script-src 'sha256-a' 'self'; connect-src 'self'; img-src data:",
            "script-src 'sha256-a' 'self'; connect-src 'self' ws://localhost:8000; img-src data:",
        ),
        ("SCRIPT-SRC a.js; script-src b.js", "script-src a.js 'self'; connect-src ws://localhost:8000"),
    ],
)
def test_a_policy_allows_what_renewing_needs(policy: str, expected: str) -> None:
    """The page's own script and its line besides what was allowed, and nothing else."""
    page = f'<meta http-equiv="Content-Security-Policy" content="{policy}"></head>'.encode()

    assert f'content="{expected}"'.encode() in with_reload(page, "localhost:8000", "1")


@pytest.mark.parametrize("page", [b"<p></head><p></head>", b"<p>"])
def test_a_page_gets_one_script(page: bytes) -> None:
    """At the end of its head, or of a page that a town wrote without one."""
    shown = with_reload(page, "localhost:8000", "1")

    assert 1 == shown.count(b"<script")
    assert page == re.sub(rb"<script.*</script>\n", b"", shown)


def test_an_excerpt_stays_with_its_carets() -> None:
    """Lines that must stand one above the other are one part; every other line may be broken to fit."""
    told = "a.yaml:1:1: error F01: Off.\n  x: 1\n     ^\n  a.yaml:2:1: Here\n  → Look.\n\n1 error"

    assert [
        Part("fault", "a.yaml:1:1: error F01: Off."),
        Part("excerpt", "  x: 1\n     ^"),
        Part("more", "  a.yaml:2:1: Here"),
        Part("more", "  → Look."),
        Part("fault", "1 error"),
    ] == list(parts(told))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("2026/01-general/part.yaml", True),
        ("names.csv", True),
        ("theme/words.yaml", True),
        ("new", True),
        (".01.yaml.swp", False),
        ("2026/.git/index", False),
        ("01.yaml~", False),
        ("2026/4913", False),
        ("~$01.csv", False),
        ("2026/Thumbs.db", False),
        ("01.yaml.tmp", False),
        ("__pycache__/a.pyc", False),
    ],
)
def test_only_what_can_matter_is_heard(path: str, *, expected: bool, tmp_path: Path) -> None:
    """What editors and systems leave for a moment has nothing made anew, wherever the content stands."""
    content = tmp_path / ".hidden~" / "content"

    assert expected == watching.is_worth(content / path, [content])


@pytest.mark.parametrize("error", [OSError(28, "inotify watch limit reached"), RuntimeError("no backend")])
def test_a_system_that_tells_of_no_changes_is_asked_for_them(
    error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing can be watched, the folders are looked through instead."""
    asked: list[bool | None] = []

    def watch(*_paths: Path, force_polling: bool | None, **_: Any) -> Iterator[set[str]]:
        asked.append(force_polling)
        if not force_polling:
            raise error
        yield set()
        yield {"changed"}

    monkeypatch.setattr(watching, "watch", watch)
    heard = watching.changes([tmp_path], Event())

    assert [None, None] == [next(heard), next(heard)]
    assert [None, True] == asked
