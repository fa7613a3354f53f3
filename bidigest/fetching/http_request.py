"""One address, asked once: redirects followed and checked, the answer within its limits."""

from __future__ import annotations

import ssl
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import metadata
from typing import Any

import httpcore
import httpx

from bidigest.errors import SourceError
from bidigest.fetching.addresses import joined, port_of, shown_address
from bidigest.fetching.charsets import with_charset
from bidigest.fetching.checked_connections import Budget, LimitError, Network

AGENT = "bidigest"
"""What robots.txt knows us by."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_OVERHEAD = 1 << 20
"""Bytes of headers, certificates and redirects beside what is asked for."""
_TYPES = (
    "text/html", "application/xhtml+xml", "multipart/related", "text/plain", "text/markdown",
    "text/x-markdown", "application/pdf", "application/xml", "text/xml", "application/rss+xml",
    "application/atom+xml", "application/rdf+xml", "text/x-opml", "application/x-opml",
    "application/opml+xml", "application/epub+zip", "application/zip",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "text/vtt", "application/x-subrip", "text/srt", "message/rfc822",
    "application/octet-stream", "binary/octet-stream",
)  # fmt: skip
"""What a reader may read; the last two say nothing, and the bytes tell."""
_GZIP, _ZLIB, _ZLIB_MASK = b"\x1f\x8b", 8, 0x0F
"""What streams of gzip and zlib begin with (RFC 1952, RFC 1950)."""
_ANY_HEAD, _NO_HEAD = 47, -15
"""`wbits` of zlib: for a stream of gzip or zlib, and for one without its head."""
_ACCEPTED = "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,application/xml;q=0.9,application/pdf,text/*;q=0.8,*/*;q=0.5"  # noqa: E501
_FAILURES = (
    httpx.HTTPError, httpx.InvalidURL, httpcore.TimeoutException, httpcore.NetworkError,
    httpcore.ProtocolError, OSError,
)  # fmt: skip
_SILENT, _CLOSED = "does not answer in time", "cannot be connected to"
PASSING = frozenset({_SILENT, _CLOSED})
"""Reasons for which the other addresses of a host need not be tried."""
_LATER = "try again later"
_SAVE = "save the page and name the file"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one address may take."""

    bytes: int = 20_000_000
    """Of what was sent, once it is unpacked."""
    seconds: float = 30.0
    """In all, from the first name that is looked up to the last byte."""
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    address: str
    """Where redirects led to."""
    status: int
    """200, or 304 where nothing has changed."""
    media_type: str
    etag: str
    last_modified: str
    data: bytes = field(default=b"", repr=False)


class StatusError(SourceError):
    """An answer that is no page, with its status."""

    def __init__(self, path: str, status: int) -> None:
        super().__init__(path, f"answers with HTTP status {status}", _LATER)
        self.status = status


def ask(
    address: str,
    network: Network,
    limits: Limits,
    budget: Budget | None = None,
    conditions: Mapping[str, str] | None = None,
    types: tuple[str, ...] | None = _TYPES,
) -> Answer | str:
    """Ask a normalised address once; an address instead of an answer is where it redirects to.

    Args:
        address: the address.
        network: how hosts are found and connected to.
        limits: what one address may take.
        budget: what is left of them, where this is one of several requests.
        conditions: headers, as `If-None-Match`.
        types: media types that will do; None for any.

    Raises:
        SourceError: there is no answer; its path is the address as it may be shown.
    """
    shown = shown_address(address)
    if port_of(address) not in network.ports:
        raise SourceError(shown, f"is at port {port_of(address)}, where no pages are", _SAVE)
    budget = budget or budget_of(limits)
    try:
        with (
            httpx.Client(transport=network.transport(budget), trust_env=False) as client,
            client.stream("GET", address, headers=_headers(conditions or {})) as response,
        ):
            return _answer(response, address, limits, types, conditional=bool(conditions))
    except SourceError as error:
        if error.path == shown:
            raise
        raise SourceError(shown, f"{error.path} {error.reason}", error.remedy) from None
    except LimitError as error:
        raise SourceError(shown, str(error), _LATER) from None
    except _FAILURES as error:
        raise SourceError(shown, _why(error), "check the address, or try again later") from None


def budget_of(limits: Limits) -> Budget:
    """Return what all requests for one address may take together."""
    return Budget(limits.seconds, limits.bytes + _OVERHEAD)


def _headers(conditions: Mapping[str, str]) -> dict[str, str]:
    return {
        "User-Agent": f"{AGENT}/{metadata.version('bidigest')}",
        "Accept": _ACCEPTED,
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
        **conditions,
    }


def _answer(
    response: httpx.Response,
    address: str,
    limits: Limits,
    types: tuple[str, ...] | None,
    *,
    conditional: bool,
) -> Answer | str:
    shown, headers = shown_address(address), response.headers
    if response.status_code in _REDIRECTS and headers.get("location"):
        return joined(address, headers["location"])
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    known = headers.get("etag", ""), headers.get("last-modified", "")
    if response.status_code == httpx.codes.NOT_MODIFIED and conditional:
        return Answer(address, response.status_code, media_type, *known)
    if response.status_code != httpx.codes.OK:
        raise StatusError(shown, response.status_code)
    if media_type and types is not None and media_type not in types:
        raise SourceError(shown, f"is {media_type[:60]}, which is not read", "name another address")
    data = b"".join(_unpacked(response, shown, limits.bytes))
    data = with_charset(data, headers.get("content-type", ""))
    return Answer(address, response.status_code, media_type, *known, data)


def _unpacked(response: httpx.Response, shown: str, most: int) -> Iterator[bytes]:
    """Unpack the body, no further than it may be long."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("identity", "", "gzip", "x-gzip", "deflate"):
        raise SourceError(shown, f"is packed as {encoding[:40]}, which was not asked for", _SAVE)
    packing = None if encoding in ("identity", "") else _Packing()
    length = 0
    for chunk in response.iter_raw():
        unpacked = chunk if packing is None else packing.unpack(chunk, most + 1 - length)
        length += len(unpacked)
        if length > most:
            raise SourceError(shown, f"is larger than {most:,} bytes", "raise the limit")
        yield unpacked
    if packing is not None and not packing.whole:
        raise httpx.DecodingError("cut off")


class _Packing:
    """A compressed stream: of gzip, of zlib, or the same without its head, as some send it."""

    def __init__(self) -> None:
        self._stream: Any = None

    @property
    def whole(self) -> bool:
        """Whether the end has come; nothing at all is whole as well."""
        return self._stream is None or self._stream.eof

    def unpack(self, chunk: bytes, most: int) -> bytes:
        """Return at most so many bytes of what a chunk holds; raises DecodingError."""
        if self._stream is None:
            headed = chunk.startswith(_GZIP) or chunk[0] & _ZLIB_MASK == _ZLIB
            self._stream = zlib.decompressobj(_ANY_HEAD if headed else _NO_HEAD)
        try:
            unpacked: bytes = self._stream.decompress(chunk, most)
        except zlib.error as error:
            raise httpx.DecodingError(f"damaged ({error})") from None
        return unpacked


def _why(error: Exception) -> str:
    """Say why nobody answered, in words that are the same whenever the cause is."""
    if isinstance(error, httpcore.TimeoutException | httpx.TimeoutException | TimeoutError):
        return _SILENT
    if isinstance(error, ssl.SSLError) or "SSL" in str(error) or "certificate" in str(error):
        return "shows no certificate that can be trusted"
    if isinstance(error, httpcore.ConnectError | httpx.ConnectError | ConnectionError):
        return _CLOSED
    if isinstance(error, httpx.DecodingError):
        return "sends a page whose packing is damaged"
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol):
        return "is no address of a page"
    return "breaks off its answer or sends none"
