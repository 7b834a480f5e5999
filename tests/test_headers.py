"""Headers: what a server is to say beside the files, for hosts that read `_headers` and for nginx."""

from __future__ import annotations

import re

from tests.test_site import TOP, site

NGINX = (TOP / "docs" / "publishing.md").read_text("utf-8")


def rules() -> dict[str, dict[str, str]]:
    """The headers of each pattern in `_headers`."""
    found: dict[str, dict[str, str]] = {}
    for line in site()["_headers"].decode().splitlines():
        if line.startswith("/"):
            found[line] = {}
        elif line.startswith("  "):
            name, value = line.strip().split(": ", 1)
            found[[*found][-1]][name] = value
    return found


def test_every_file_is_guarded() -> None:
    """No file is shown inside another's page or taken for another type."""
    everywhere = rules()["/*"]

    assert everywhere["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert everywhere["X-Content-Type-Options"] == "nosniff"
    assert everywhere["Referrer-Policy"] == "no-referrer"
    assert everywhere["Cross-Origin-Resource-Policy"] == "same-origin"
    assert everywhere["Strict-Transport-Security"] == "max-age=31536000"


def test_only_what_never_changes_is_kept() -> None:
    """A year's cache is asked for where names hold a digest, and no other rule speaks of caches."""
    assert [rule for rule, headers in rules().items() if "Cache-Control" in headers] == ["/assets/*"]
    assert "immutable" in rules()["/assets/*"]["Cache-Control"]
    assets = [path for path in site() if path.startswith("assets/")]
    assert assets
    assert [] == [path for path in assets if not re.search(r"\b[0-9a-f]{10,}\.\w+$", path)]


def test_no_two_rules_say_the_same_header() -> None:
    """Some hosts join the values of all rules that meet, which none of these headers bears."""
    names = [name for headers in rules().values() for name in headers]

    assert sorted(names) == sorted(set(names))


def test_nginx_is_told_the_same() -> None:
    """The example in the documentation gives every header of `_headers`."""
    told = dict(re.findall(r'add_header (\S+) "(.*)" always;', NGINX))

    assert rules()["/*"] == told
    assert f'~^/assets/  "{rules()["/assets/*"]["Cache-Control"]}";' in NGINX
