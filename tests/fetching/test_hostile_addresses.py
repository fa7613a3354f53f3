"""Addresses, answers and redirects that want to reach, or to take, what they must not."""

from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Iterator
from typing import Any

import pytest

from bidigest.errors import SourceError
from bidigest.fetching.addresses import checked_address, normalised, shown_address
from bidigest.fetching.http_request import Limits
from bidigest.fetching.politeness import Visitor
from bidigest.fetching.public_hosts import is_public
from bidigest.reading.located_sources import is_address
from tests.fetching.servers import LOOPBACK, Page, Server, serving


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/", "http://localhost/", "http://LOCALHOST./", "http://127.1/",
        "http://2130706433/", "http://0x7f000001/", "http://0x7f.0.0.1/", "http://017700000001/",
        "http://0177.0.0.1/", "http://１２７.0.0.1/", "http://[::1]/", "http://[::]/",
        "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[::127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://[fd00::1]/",
        "http://[fe80::1]/", "http://[fe80::1%25lo]/", "http://[fec0::1]/",
        "http://169.254.169.254/latest/meta-data/", "http://0.0.0.0/", "http://0/",
        "http://10.0.0.1/", "http://172.16.0.1/", "http://192.168.1.1/", "http://100.64.0.1/",
        "http://224.0.0.1/", "http://255.255.255.255/", "http://[ff02::1]/",
    ],
)  # fmt: skip
def test_no_address_of_this_machine_or_its_network_is_asked(address: str) -> None:
    with pytest.raises(SourceError, match=r"no host of the public Internet|no address") as error:
        Visitor().visit(address)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True), ("2001:4860:4860::8888", True), ("::ffff:8.8.8.8", True),
        ("64:ff9b::808:808", True), ("2002:808:808::", True), ("2001:0:808:808::", False),
        ("127.0.0.1", False), ("::ffff:10.0.0.1", False), ("64:ff9b:1::808:808", False),
        ("192.0.2.1", False), ("198.18.0.1", False), ("fe80::1%eth0", False),
    ],
)  # fmt: skip
def test_public_is_what_the_whole_internet_reaches(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd", "ftp://example.org/x", "gopher://example.org/", "http://",
        "http://example.org:0/", "http://example.org:99999/", "http://example.org:22/",
        "http://exa mple.org/", "http://ex%61mple.org/", "http://example.org\\@127.0.0.1/",
        "http://exam\nple.org/", "https:\\\\example.org/", "http:////example.org/",
        "http://example.org:80abc/", "http://[::1", "http://user@example.org/",
        "http://:secret@example.org/", "data:text/html,hello", "http://" + "a" * 3000,
    ],
)  # fmt: skip
def test_what_is_no_plain_address_is_refused_in_one_line(address: str) -> None:
    with pytest.raises(SourceError) as error:
        Visitor().visit(address)
    assert "\n" not in str(error.value)
    assert "secret" not in str(error.value)


def test_names_and_passwords_are_never_shown() -> None:
    for address in (
        "https://anna:geheim@example.org/x?y#z",
        "https://anna:ge@heim@example.org/x",
        "https://geheim@example.org",
        "https://anna:geheim@[broken/x",
    ):
        assert "geheim" not in shown_address(address)
        assert "heim" not in shown_address(address)
        with pytest.raises(SourceError) as error:
            checked_address(address)
        assert "heim" not in str(error.value)


def test_ways_to_write_one_address_are_one() -> None:
    assert normalised("HTTP://Example.ORG:80#top") == "http://example.org/"
    assert normalised("https://example.org.:443/a?b=c#d") == "https://example.org/a?b=c"
    assert normalised("https://例え.jp/") == "https://xn--r8jz45g.jp/"
    assert is_address("https://example.org") and is_address("http://example.org/x")
    assert not any(map(is_address, ("http.txt", "https", "notes/https:x", "C:\\http", "ftp://x")))


REDIRECTS = {
    "to a file": "file:///etc/passwd",
    "to loopback": "http://127.0.0.2:{port}/x",
    "to a private range": "http://10.0.0.1:{port}/x",
    "to metadata": "http://169.254.169.254:{port}/latest/meta-data/",
    "to a decimal address": "http://167772161:{port}/",
    "to another port": "http://news.example:22/",
    "to a password": "http://a:geheim@news.example:{port}/x",
    "to itself": "/from",
    "to a script": "javascript:alert(1)",
    "to a broken address": "http://[::1/",
}


@pytest.mark.parametrize("target", REDIRECTS.values(), ids=REDIRECTS)
def test_a_redirect_is_checked_as_the_address_was(server: Server, target: str) -> None:
    numeric = {"127.0.0.2", "10.0.0.1", "169.254.169.254", "167772161"}
    network = server.network(lambda host, _: [host if host in numeric else LOOPBACK])
    location = {"Location": target.format(port=server.port)}
    server.pages["/from"] = Page(b"", status=302, headers=location)
    with pytest.raises(SourceError) as error:
        server.visitor(network=network).visit(server.address("/from"))
    assert "geheim" not in str(error.value)
    assert server.paths() == ["/from"]


def test_redirects_end_after_five(server: Server) -> None:
    for number in range(10):
        server.pages[f"/{number}"] = Page(b"", status=301, headers={"Location": f"/{number + 1}"})
    with pytest.raises(SourceError, match="redirected too often"):
        server.visitor().visit(server.address("/0"))
    assert len(server.paths()) == 6


def test_a_host_that_moves_to_a_private_address_is_not_followed(server: Server) -> None:
    answers = iter([[LOOPBACK], [LOOPBACK], ["10.0.0.1"]])
    network = server.network(lambda _host, _port: next(answers))
    server.pages["/a"] = Page(b"", status=302, headers={"Location": "/b"})
    server.pages["/b"] = Page(b"secret")
    with pytest.raises(SourceError, match="no host of the public Internet"):
        server.visitor(network=network).visit(server.address("/a"))
    assert server.paths() == ["/a"]


def test_a_host_that_is_also_at_a_private_address_is_not_asked(server: Server) -> None:
    network = server.network(lambda _host, _port: [LOOPBACK, "10.0.0.1"])
    with pytest.raises(SourceError, match="no host of the public Internet"):
        server.visitor(network=network).visit(server.address("/"))
    assert server.asked == []


def test_a_host_is_looked_up_once_for_a_connection(server: Server) -> None:
    looked_up: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        looked_up.append(host)
        return [LOOPBACK]

    server.pages["/x"] = Page(b"<p>text")
    server.visitor(network=server.network(resolve)).visit(server.address("/x"))
    assert looked_up == ["news.example"] * 2  # robots.txt, and the page


BOMB = gzip.compress(b"a" * 20_000_000)


def _gzip_bomb(handler: Any) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Encoding", "gzip")
    handler.end_headers()
    handler.wfile.write(BOMB)


def _long(handler: Any) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(1000):
        handler.wfile.write(b"a" * 10_000)


def _dripping_body(handler: Any) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"a")
        time.sleep(0.1)


def _dripping_headers(handler: Any) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for _ in range(100):
        handler.wfile.write(b"X")
        time.sleep(0.1)


def _endless_headers(handler: Any) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(100_000):
        handler.wfile.write(b"X-%d: %s\r\n" % (number, b"a" * 1000))


def _silence(_handler: Any) -> None:
    time.sleep(3)


def _nonsense(handler: Any) -> None:
    handler.wfile.write(b"\x00\x01\x02 no HTTP at all\r\n\r\n")


def _cut_off(handler: Any) -> None:
    handler.wfile.write(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99\r\n\r\nab"
    )


def _cut_off_gzip(handler: Any) -> None:
    packed = gzip.compress(b"some text " * 1000)[:-20]
    handler.wfile.write(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + packed
    )


def _damaged_gzip(handler: Any) -> None:
    handler.wfile.write(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\nno gzip"
    )


def _twice_packed(handler: Any) -> None:
    handler.wfile.write(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip, gzip\r\n\r\n"
    )


ANSWERS = {
    "a gzip bomb": (_gzip_bomb, "larger than 100,000 bytes"),
    "a page without end": (_long, "larger than 100,000 bytes"),
    "a body that drips": (_dripping_body, "does not answer in time"),
    "headers that drip": (_dripping_headers, "does not answer in time"),
    "headers without end": (_endless_headers, "breaks off|more than a page"),
    "silence": (_silence, "does not answer in time"),
    "no HTTP": (_nonsense, "breaks off"),
    "less than was promised": (_cut_off, "breaks off"),
    "half of a gzip": (_cut_off_gzip, "packing is damaged"),
    "no gzip": (_damaged_gzip, "packing is damaged"),
    "packed twice": (_twice_packed, "packed as gzip, gzip"),
    "a picture": (Page(b"\x89PNG", "image/png"), "image/png, which is not read"),
    "a film": (Page(b"", "video/mp4"), "video/mp4, which is not read"),
    "a script": (Page(b"", "text/javascript"), "text/javascript, which is not read"),
    "an error": (Page(b"", status=500), "HTTP status 500"),
    "nothing there": (Page(b"", status=410), "HTTP status 410"),
    "304 to who asked for all": (Page(b"", status=304), "HTTP status 304"),
    "a redirect to nowhere": (Page(b"", status=302), "HTTP status 302"),
}


@pytest.mark.parametrize(("answer", "said"), ANSWERS.values(), ids=ANSWERS)
def test_an_answer_is_taken_within_its_limits_or_not_at_all(
    server: Server, answer: Any, said: str
) -> None:
    server.pages["/x"] = answer
    patience = 1.0 if "in time" in said else 20.0
    limits = Limits(bytes=100_000, seconds=patience)
    with pytest.raises(SourceError, match=said) as error:
        server.visitor(limits=limits).visit(server.address("/x"))
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "deflate", "raw deflate", "identity"])
def test_packed_pages_are_unpacked(server: Server, encoding: str) -> None:
    body = b"<p>Der Pegel stieg.</p>" * 50
    raw = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(body), "x-gzip": gzip.compress(body), "deflate": zlib.compress(body),
        "raw deflate": raw.compress(body) + raw.flush(), "identity": body,
    }[encoding]  # fmt: skip
    server.pages["/x"] = Page(packed, headers={"Content-Encoding": encoding.split(" ")[-1]})
    assert server.visitor().visit(server.address("/x")).data == body


def test_the_system_s_proxies_are_not_asked(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    server.pages["/x"] = Page(b"<p>text")
    assert server.visitor().visit(server.address("/x")).data == b"<p>text"
