"""What a screen reader is told, from Chromium's accessibility tree."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browsing import window

pytestmark = pytest.mark.browser


def _name(node: dict[str, Any]) -> str:
    """What is said of a part of the page; of one that is passed over, nothing."""
    return str(node.get("name", {}).get("value", ""))


def test_names_are_a_list_that_says_each_name_once(browser: Browser, folder: Path) -> None:
    """Names of people are items of one list: each is a name alone, with no sign before it."""
    with window(browser, 360) as page:
        page.goto((folder / "ja/2026/secretariat/honours.html").as_uri())
        shown = page.locator("ul.names > li").all_text_contents()
        nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    told = {node["nodeId"]: node for node in nodes}
    items = [node for node in nodes if node["role"]["value"] == "listitem"]
    names = ["".join(_name(told[child]) for child in item["childIds"]) for item in items]
    lists = {item["parentId"] for item, name in zip(items, names, strict=True) if name in shown}

    assert len(shown) > 50
    assert shown == [name for name in names if name in shown]
    assert ["list"] == [told[parent]["role"]["value"] for parent in lists]
