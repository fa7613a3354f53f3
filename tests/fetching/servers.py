"""Servers on this machine for tests, and a network in which every name leads to them."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from bidigest.fetching.checked_connections import Network
from bidigest.fetching.http_request import Limits
from bidigest.fetching.politeness import Visitor

LOOPBACK = "127.0.0.1"


@dataclass(slots=True)
class Page:
    """What a path answers with; a page with an etag answers 304 to whoever has it."""

    body: bytes
    media_type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


Raw = Callable[[Any], None]
"""Writes what it likes straight into the connection."""


@dataclass(slots=True)
class Server:
    """A web server: its pages by path, and who asked for what."""

    port: int
    pages: dict[str, Page | Raw] = field(default_factory=dict)
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)
    wrap: Callable[[ssl.SSLContext], None] = lambda _context: None
    """Speak TLS from now on."""
    at_once: int = 0
    most_at_once: int = 0

    def address(self, path: str, host: str = "news.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """What was asked for, but for robots.txt."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def network(self, resolve: Any = None) -> Network:
        """Every name is the loopback, which alone may be connected to."""
        return Network(
            resolve=resolve or (lambda _host, _port: [LOOPBACK]),
            allows=lambda address: address == LOOPBACK,
            ports=frozenset({self.port}),
        )

    def visitor(self, **given: Any) -> Visitor:
        limits = given.pop("limits", Limits(bytes=100_000, seconds=20.0, redirects=5))
        return Visitor(given.pop("network", self.network()), limits, **given)


@contextmanager
def serving(**pages: Page | Raw) -> Iterator[Server]:
    """A running server."""
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with lock:
                server.at_once += 1
                server.most_at_once = max(server.most_at_once, server.at_once)
                server.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
            try:
                with suppress(BrokenPipeError, ConnectionResetError):
                    self._answer()
            finally:
                with lock:
                    server.at_once -= 1

        def _answer(self) -> None:
            page = server.pages.get(self.path.partition("?")[0])
            if page is None:
                self.send_error(404)
            elif not isinstance(page, Page):
                page(self)
            else:
                etag = page.headers.get("ETag")
                same = etag is not None and self.headers.get("If-None-Match") == etag
                self.send_response(304 if same else page.status)
                self.send_header("Content-Type", page.media_type)
                for name, value in page.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                if not same:
                    self.wfile.write(page.body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    http = ThreadingHTTPServer((LOOPBACK, 0), Handler)
    http.daemon_threads = True
    server = Server(http.server_port, dict(pages))

    def wrap(context: ssl.SSLContext) -> None:
        http.socket = context.wrap_socket(http.socket, server_side=True)

    server.wrap = wrap
    threading.Thread(target=http.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
