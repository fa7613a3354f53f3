"""Visits to hosts: robots.txt, turns, allowances, what is sent along."""

from __future__ import annotations

import datetime
import ssl
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import trustme

from bidigest.errors import SourceError
from bidigest.fetching.checked_connections import Network
from bidigest.fetching.politeness import allowed_hosts
from bidigest.fetching.robots import KeptRules
from tests.fetching.servers import LOOPBACK, Page, Server, serving

NOON = datetime.datetime(2026, 1, 31, 12, tzinfo=datetime.UTC)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        running.pages["/x"] = Page(b"<p>Text.</p>", headers={"ETag": '"1"'})
        yield running


def test_who_asks_says_so_and_asks_for_no_more_than_a_page(server: Server) -> None:
    server.visitor().visit(server.address("/x"))
    headers = server.asked[-1][1]
    assert headers["user-agent"].startswith("bidigest/")
    assert headers["host"] == f"news.example:{server.port}"
    assert not {"cookie", "referer", "authorization", "if-none-match"} & set(headers)


def test_what_has_not_changed_is_not_sent_again(server: Server) -> None:
    found = server.visitor().visit(server.address("/x"), {"If-None-Match": '"1"'})
    assert (found.status, found.data, found.etag) == (304, b"", '"1"')


def test_a_redirect_is_followed_and_says_where_it_led(server: Server) -> None:
    server.pages["/old"] = Page(b"", status=301, headers={"Location": "x#part"})
    found = server.visitor().visit(server.address("/old"))
    assert found.address == server.address("/x")


def test_conditions_are_of_the_address_and_not_of_where_it_redirects(server: Server) -> None:
    server.pages["/old"] = Page(b"", status=302, headers={"Location": "/x"})
    assert server.visitor().visit(server.address("/old"), {"If-None-Match": '"1"'}).status == 200


def robots(text: str, status: int = 200) -> Page:
    return Page(text.encode(), "text/plain", status)


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        (robots("User-agent: *\nDisallow: /x"), False),
        (robots("User-agent: *\nDisallow: /"), False),
        (robots("User-agent: *\nDisallow: /y"), True),
        (robots("User-agent: *\nDisallow: /\nAllow: /x$"), True),
        (robots("User-agent: bidigest\nDisallow: /\n\nUser-agent: *\nAllow: /"), False),
        (robots("User-agent: other\nDisallow: /"), True),
        (robots("", 404), True),
        (robots("", 403), True),
        (robots("", 500), False),
        (robots("<html>not found</html>"), True),
        (robots("Disallow: /\n" * 100_000), False),
    ],
)
def test_robots_txt_is_obeyed(server: Server, rules: Page, allowed: bool) -> None:
    server.pages["/robots.txt"] = rules
    if allowed:
        assert server.visitor().visit(server.address("/x")).status == 200
        return
    with pytest.raises(SourceError, match=r"robots\.txt|larger"):
        server.visitor().visit(server.address("/x"))
    assert server.paths() == []


def test_robots_txt_holds_for_where_a_redirect_leads(server: Server) -> None:
    server.pages["/robots.txt"] = robots("User-agent: *\nDisallow: /x")
    server.pages["/old"] = Page(b"", status=301, headers={"Location": "/x"})
    with pytest.raises(SourceError, match=r"robots\.txt"):
        server.visitor().visit(server.address("/old"))
    assert server.paths() == ["/old"]


def test_robots_txt_is_asked_for_once_a_day(server: Server) -> None:
    def asked(rules: dict[str, KeptRules], now: datetime.datetime) -> int:
        server.asked.clear()
        server.visitor(rules=rules, now=lambda: now).visit(server.address("/x"))
        return len(server.asked) - len(server.paths())

    rules: dict[str, KeptRules] = {}
    assert asked(rules, NOON) == 1
    assert asked(rules, NOON + datetime.timedelta(hours=23)) == 0
    assert asked(rules, NOON + datetime.timedelta(hours=25)) == 1
    assert asked(rules, NOON - datetime.timedelta(days=9)) == 1  # a clock that was set back


def test_a_pause_that_is_asked_for_is_kept(server: Server) -> None:
    server.pages["/robots.txt"] = robots("User-agent: *\nCrawl-delay: 0.2")
    visitor, before = server.visitor(), time.monotonic()
    for _ in range(3):
        visitor.visit(server.address("/x"))
    assert time.monotonic() - before > 0.5


def test_a_host_is_asked_for_one_thing_at_a_time(server: Server) -> None:
    def slow(handler: Any) -> None:
        time.sleep(0.05)
        handler.send_response(200)
        handler.end_headers()

    server.pages["/slow"] = slow
    visitor = server.visitor()
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(visitor.visit, [server.address("/slow")] * 8))
    assert server.most_at_once == 1
    assert len(server.asked) == 9  # robots.txt once


def test_a_host_that_does_not_answer_is_not_asked_for_ever(server: Server) -> None:
    calls: list[str] = []

    def refusing(host: str, _port: int) -> list[str]:
        calls.append(host)
        return ["127.0.0.3"]

    network = Network(refusing, lambda _address: True, frozenset({1}))
    visitor = server.visitor(network=network)
    for number in range(5):
        with pytest.raises(SourceError, match=r"cannot be connected|did not answer"):
            visitor.visit(f"http://news.example:1/{number}")
    assert len(calls) == 2


@pytest.mark.parametrize(
    ("variable", "host", "allowed"),
    [
        (None, "example.org", False),
        ("", "example.org", False),
        ("*", "example.org", True),
        ("example.org", "example.org", True),
        ("Example.org., other.net", "example.org", True),
        ("example.org", "news.example.org", True),
        ("example.org", "notexample.org", False),
        ("news.example.org", "example.org", False),
        (" , ", "example.org", False),
    ],
)
def test_a_deployment_asks_only_hosts_that_its_environment_names(
    variable: str | None, host: str, allowed: bool
) -> None:
    assert allowed_hosts(variable)(host) is allowed


def test_what_a_deployment_may_not_ask_is_not_asked_by_redirects_either(server: Server) -> None:
    other = server.address("/x", "other.example")
    server.pages["/from"] = Page(b"", status=302, headers={"Location": other})
    visitor = server.visitor(allows=allowed_hosts("news.example"))
    assert visitor.visit(server.address("/x")).status == 200
    with pytest.raises(SourceError, match="BIDIGEST_FETCH"):
        visitor.visit(server.address("/from"))
    assert [headers["host"].split(":")[0] for _, headers in server.asked] == ["news.example"] * 3


def test_a_certificate_is_checked_for_the_name_and_not_for_the_number() -> None:
    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("news.example").configure_cert(context)
    named: list[str | None] = []
    context.sni_callback = lambda _socket, name, _context: named.append(name)
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    with serving() as server:
        server.wrap(context)
        server.pages["/x"] = Page(b"<p>Text.</p>")
        network = Network(lambda *_: [LOOPBACK], lambda _: True, frozenset({server.port}), trusting)
        visitor = server.visitor(network=network)
        assert visitor.visit(f"https://news.example:{server.port}/x").status == 200
        assert set(named) == {"news.example"}
        with pytest.raises(SourceError, match="certificate"):
            visitor.visit(f"https://other.example:{server.port}/x")
