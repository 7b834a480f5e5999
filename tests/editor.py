"""An editor as a program: it starts the YAML language server that VS Code's extension brings, and asks it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any, Self

TOP = Path(__file__).parents[1]
SERVER = TOP / ".editor" / "node_modules" / "yaml-language-server"
Answer = Any


class Editor:
    """Speaks to the server over its standard streams, in the folder and with the settings of a project.

    Texts are opened as files of that folder without being written there; positions are found by a mark.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        settings = json.loads((folder / ".vscode" / "settings.json").read_text("utf-8"))
        self.settings = _nested(settings)
        self.numbers = count(1)
        self.faults: dict[str, list[Answer]] = {}
        self.process = subprocess.Popen(
            ["node", str(SERVER / "bin" / "yaml-language-server"), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=folder,
        )
        root = {"uri": folder.as_uri(), "name": folder.name}
        self.ask(
            "initialize",
            processId=None,
            rootUri=root["uri"],
            workspaceFolders=[root],
            locale="ja",
            capabilities=CAPABILITIES,
            initializationOptions={"l10nPath": str(SERVER / "l10n")},
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": self.settings})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.communicate()

    def diagnostics(self, texts: Mapping[str, str]) -> dict[str, list[Answer]]:
        """What the server finds wrong with texts, as the files of their paths, all opened at once."""
        self.faults.clear()
        opened = {path: self._open(path, text) for path, text in texts.items()}
        while not self.faults.keys() >= set(opened.values()):
            self._take()
        return {path: self.faults[uri] for path, uri in opened.items()}

    def completions(self, path: str, text: str) -> dict[str, Answer]:
        """What the server proposes at the mark `|` of a text, by what the list shows."""
        found = self._at_mark("textDocument/completion", path, text)
        return {item["label"]: item for item in found["items"]}

    def hover(self, path: str, text: str) -> str:
        """What the server says of the word at the mark `|` of a text."""
        found = self._at_mark("textDocument/hover", path, text)
        return str(found["contents"]["value"]) if found else ""

    def ask(self, method: str, **parameters: Any) -> Answer:
        """An answer to a question; the server's own questions in between are answered."""
        number = next(self.numbers)
        self._send({"id": number, "method": method, "params": parameters})
        while True:
            message = self._take()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message.get("result")

    def _at_mark(self, method: str, path: str, text: str) -> Answer:
        before = text[: text.index("|")]
        uri = self._open(path, text.replace("|", "", 1))
        line = before.count("\n")
        position = {"line": line, "character": len(before) - before.rfind("\n") - 1}
        return self.ask(method, textDocument={"uri": uri}, position=position)

    def _open(self, path: str, text: str) -> str:
        uri = (self.folder / path).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": next(self.numbers), "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def _tell(self, method: str, parameters: Mapping[str, Any]) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: Mapping[str, Any]) -> None:
        assert self.process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def _take(self) -> dict[str, Any]:
        """The server's next message; what it asks is answered, what it finds is kept."""
        message = self._read()
        method, parameters = message.get("method"), message.get("params", {})
        if method == "textDocument/publishDiagnostics":
            self.faults[parameters["uri"]] = parameters["diagnostics"]
        elif method and "id" in message:
            self._send({"id": message["id"], "result": self._answer(method, parameters)})
        return message

    def _answer(self, method: str, parameters: Any) -> Answer:
        if method != "workspace/configuration":
            return None
        return [self.settings.get(item["section"]) for item in parameters["items"]]

    def _read(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        length = 0
        while (line := self.process.stdout.readline().strip()) or not length:
            assert line or self.process.poll() is None, "the server has ended"
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        message = json.loads(self.process.stdout.read(length))
        assert isinstance(message, dict)
        return message


# What VS Code says it can do, as far as the server looks at it.
CAPABILITIES: Mapping[str, Any] = {
    "workspace": {"configuration": True, "workspaceFolders": True},
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {"relatedInformation": True},
    },
}


def _nested(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Settings as a server is told them: `yaml.format.enable` is `enable` of `format` of `yaml`."""
    found: dict[str, Any] = {}
    for name, value in settings.items():
        *above, last = name.split(".") if not name.startswith("[") else [name]
        group = found
        for part in above:
            group = group.setdefault(part, {})
        group[last] = value
    return found
