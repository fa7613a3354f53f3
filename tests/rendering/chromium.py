"""A real Chromium over its DevTools protocol: pages as readers get them, with all that goes wrong.

Not by `--screenshot` alone: that has no phone width (500 px is the least) and tells of no request.
"""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import connect
from websockets.sync.connection import Connection

BINARY = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
_QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
]


class Tab:
    """One page; `troubles` are console messages, exceptions and requests beyond the page itself."""

    def __init__(self, socket: Connection) -> None:
        self._socket = socket
        self._number = 0
        self.troubles: list[str] = []
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._socket.recv(timeout=30))
            self._note(message)
            if message.get("id") == self._number:
                assert "error" not in message, message
                result: dict[str, Any] = message["result"]
                return result

    def open(self, page: Path, width: int, dark: bool = False, fragment: str = "") -> None:
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=900, deviceScaleFactor=1, mobile=width < 600,
        )  # fmt: skip
        schemes = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        motion = [{"name": "prefers-reduced-motion", "value": "reduce"}]
        self.call("Emulation.setEmulatedMedia", features=schemes + motion)
        self.call("Page.navigate", url=page.as_uri() + fragment)
        while self.evaluate("document.readyState") != "complete":
            time.sleep(0.05)
        time.sleep(0.2)  # what a hostile page would still do
        self.evaluate("0")

    def evaluate(self, expression: str) -> Any:
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def evaluate_later(self, expression: str) -> Any:
        """What a promise comes to."""
        answer = self.call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def press(self, *keys: str) -> None:
        """Press keys one after another, by the names that `KeyboardEvent.key` has for them."""
        for key in keys:
            text = {"text": key} if len(key) == 1 else {"text": "\r"} if key == "Enter" else {}
            code = {"Enter": 13, "Escape": 27}.get(key, 0)
            for kind in ("keyDown", "keyUp"):
                typed = text if kind == "keyDown" else {}
                self.call("Input.dispatchKeyEvent", type=kind, key=key,
                          windowsVirtualKeyCode=code, **typed)  # fmt: skip
        self.evaluate("0")

    def scripts(self, run: bool) -> None:
        """Whether pages may run scripts; what tests evaluate runs all the same."""
        self.call("Emulation.setScriptExecutionDisabled", value=not run)

    def screenshot(self, file: Path) -> None:
        file.write_bytes(base64.b64decode(self.call("Page.captureScreenshot")["data"]))

    def _note(self, message: dict[str, Any]) -> None:
        method, parameters = message.get("method"), message.get("params", {})
        if method in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"):
            self.troubles.append(json.dumps(parameters)[:500])
        if method == "Page.javascriptDialogOpening":
            self.troubles.append("dialog")
        if method == "Network.requestWillBeSent":
            url = parameters["request"]["url"]
            if parameters.get("type") != "Document" or not url.startswith("file:"):
                self.troubles += [] if url.startswith("data:,") else [url]


@contextmanager
def tab() -> Iterator[Tab]:
    """A tab of a browser with a profile of its own; both are gone afterwards."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = subprocess.Popen(
            [BINARY, *_QUIET, f"--user-data-dir={profile}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            with connect(_address(Path(profile)), max_size=None) as socket:
                yield Tab(socket)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _address(profile: Path) -> str:
    """WebSocket address of the first page, once the browser has written its port."""
    import urllib.request

    file, until = profile / "DevToolsActivePort", time.monotonic() + 30
    while time.monotonic() < until:
        if file.exists() and len(lines := file.read_text().splitlines()) > 1:
            with urllib.request.urlopen(f"http://127.0.0.1:{lines[0]}/json/list") as answer:
                pages = [item for item in json.load(answer) if item["type"] == "page"]
            if pages:
                return str(pages[0]["webSocketDebuggerUrl"])
        time.sleep(0.1)
    raise TimeoutError("Chromium did not start")
