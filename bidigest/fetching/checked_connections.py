"""Connections for httpx: to public addresses only, within a time and a number of bytes in all."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import httpcore
import httpx

from bidigest.fetching.public_hosts import Allows, Resolve, checked_hosts, is_public, resolve

_CONNECTING = 10.0
"""Seconds for one connection."""


class LimitError(Exception):
    """An answer that takes too long or does not end."""


@dataclass(slots=True)
class Budget:
    """What an exchange may take, redirects included: everything read or sent is charged."""

    seconds: float
    bytes: int
    _deadline: float = field(init=False)

    def __post_init__(self) -> None:
        self._deadline = time.monotonic() + self.seconds

    def left(self, wanted: float | None = None) -> float:
        """Return the seconds that may still pass, at most as many as wanted; raises LimitError."""
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise LimitError("does not answer in time")
        return left if wanted is None else min(left, wanted)

    def charge(self, count: int) -> None:
        """Count bytes; raises LimitError."""
        self.bytes -= count
        if self.bytes < 0:
            raise LimitError("sent more than a page may have")


@dataclass(frozen=True, slots=True)
class Network:
    """How hosts are found and which may be connected to; tests put servers of their own here."""

    resolve: Resolve = resolve
    allows: Allows = is_public
    ports: frozenset[int] = frozenset({80, 443, 8080, 8443})
    verify: ssl.SSLContext | None = None
    """What certificates are checked with; None for those of certifi."""

    def transport(self, budget: Budget) -> CheckedTransport:
        """Make a transport whose requests share one budget."""
        return CheckedTransport(self, budget)


class CheckedTransport(httpx.BaseTransport):
    """Looks a host up once and connects to what it has checked; proxies are not asked.

    Certificate and `Host` are still those of the name.
    """

    def __init__(self, network: Network, budget: Budget) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=network.verify or httpx.create_ssl_context(),
            network_backend=_CheckedBackend(network, budget),
            max_connections=1,
            max_keepalive_connections=0,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; raises httpcore's errors, SourceError and LimitError."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        answer = self._pool.handle_request(
            httpcore.Request(request.method, url, headers=request.headers.raw)
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    def close(self) -> None:
        """Close what is open."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _CheckedBackend(httpcore.NetworkBackend):
    def __init__(self, network: Network, budget: Budget) -> None:
        self._network, self._budget = network, budget
        self._system = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        wanted = min(timeout or _CONNECTING, _CONNECTING)
        found = checked_hosts(host, port, self._network.resolve, self._network.allows)
        for number, address in enumerate(found):
            try:
                stream = self._system.connect_tcp(
                    address, port, self._budget.left(wanted), local_address, socket_options
                )
                return _BudgetedStream(stream, self._budget)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if number == len(found) - 1:
                    raise
        raise httpcore.ConnectError("no address")


class _BudgetedStream(httpcore.NetworkStream):
    """A connection of which every step is charged: headers and bodies that drip end, too."""

    def __init__(self, stream: httpcore.NetworkStream, budget: Budget) -> None:
        self._stream, self._budget = stream, budget

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        received = self._stream.read(max_bytes, self._budget.left(timeout))
        self._budget.charge(len(received))
        return received

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._budget.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._budget.left(timeout)
        return _BudgetedStream(
            self._stream.start_tls(ssl_context, server_hostname, left), self._budget
        )

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
