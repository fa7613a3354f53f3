"""A chat endpoint on this machine that answers as it is told to, also wrongly or not at all."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from bidigest.rerankers.llm_judge.questions import known_pairs

Opinion = Callable[[str, str], str]
"""`yes`, `no` or `different`, of two sentences."""

Fault = Callable[["Exchange"], None]
"""Replies in its own way to a request."""


def knowing(opinion: Opinion) -> Opinion:
    """An opinion that is right about the pairs that are mixed in."""
    same = [set(pair) for pair in known_pairs()]
    mixed_in = {text for pair in known_pairs() for text in pair}

    def answer(one: str, other: str) -> str:
        if {one, other} <= mixed_in:
            return "yes" if {one, other} in same else "no"
        return opinion(one, other)

    return answer


YES = knowing(lambda *_: "yes")


@dataclass
class Stub:
    """What the endpoint thinks, how it misbehaves, and what it has been asked."""

    opinion: Opinion
    faults: list[Fault] = field(default_factory=list)
    """One for each of the first requests."""
    always: Fault | None = None
    url: str = ""
    requests: list[dict[str, Any]] = field(default_factory=list)
    authorizations: list[str | None] = field(default_factory=list)

    @property
    def pairs(self) -> list[dict[str, str]]:
        """All pairs of all requests, the known ones among them."""
        return [pair for body in self.requests for pair in pairs_of(body)]


@dataclass
class Exchange:
    """A request and the means to reply."""

    handler: BaseHTTPRequestHandler
    body: dict[str, Any]
    stub: Stub

    def answers(self) -> dict[str, str]:
        return {p["id"]: self.stub.opinion(p["one"], p["other"]) for p in pairs_of(self.body)}

    def say(self, content: str) -> None:
        self.send(200, json.dumps({"choices": [{"message": {"content": content}}]}).encode())

    def send(self, status: int, content: bytes, **headers: str) -> None:
        self.handler.send_response(status)
        for name, value in headers.items():
            self.handler.send_header(name.replace("_", "-"), value)
        self.handler.send_header("Content-Length", str(len(content)))
        self.handler.end_headers()
        self.handler.wfile.write(content)


def pairs_of(body: dict[str, Any]) -> list[dict[str, str]]:
    return list(json.loads(body["messages"][-1]["content"])["pairs"])


def honest(exchange: Exchange) -> None:
    exchange.say(json.dumps(exchange.answers()))


def status(code: int, **headers: str) -> Fault:
    return lambda exchange: exchange.send(code, b'{"error": "as told"}', **headers)


def saying(content: str) -> Fault:
    return lambda exchange: exchange.say(content)


def slow(exchange: Exchange) -> None:
    time.sleep(3.0)


def dripping(exchange: Exchange) -> None:
    exchange.handler.send_response(200)
    exchange.handler.send_header("Content-Length", "1000")
    exchange.handler.end_headers()
    for _ in range(30):
        exchange.handler.wfile.write(b" ")
        exchange.handler.wfile.flush()
        time.sleep(0.1)


def cut_off(exchange: Exchange) -> None:
    exchange.handler.send_response(200)
    exchange.handler.send_header("Content-Length", "1000")
    exchange.handler.end_headers()
    exchange.handler.wfile.write(b'{"choices": [')
    exchange.handler.wfile.flush()
    exchange.handler.connection.close()


def endless(exchange: Exchange) -> None:
    exchange.send(200, b" " * 3_000_000)


@contextmanager
def serving(stub: Stub) -> Iterator[Stub]:
    """The stub under an address of this machine, until the block ends."""
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with lock:
                stub.requests.append({**body, "path": self.path})
                stub.authorizations.append(self.headers.get("Authorization"))
                fault = stub.faults.pop(0) if stub.faults else (stub.always or honest)
            try:
                fault(Exchange(self, body, stub))
            except OSError:  # the other side has had enough
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            pass

    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    stub.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield stub
    finally:
        server.shutdown()
        server.server_close()
