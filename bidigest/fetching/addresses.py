"""Addresses: what is one, how it is shown, and what its file is called."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit, urlunsplit

import idna

from bidigest.errors import SourceError

_PORTS = {"http": 80, "https": 443}
_OF_A_PATH = "/%:@!$&'()*+,;=~"
_OF_A_QUERY = _OF_A_PATH + "?"
_LONGEST = 2_000
_LONGEST_NAME = 60
_NO_WORD, _NO_HOST = re.compile(r"[^\w]+"), re.compile(r"[^\w.-]+")
_HOST = re.compile(r"(?=.*[a-z0-9])[a-z0-9._-]{1,253}")
_IPV6 = re.compile(r"[0-9a-f]{0,4}:[0-9a-f:.]{1,60}")


def shown_address(address: str) -> str:
    """Write the address in one line without name and password, which nobody prints or keeps."""
    address = "".join(c if c.isprintable() else "?" for c in address.strip())
    scheme, slashes, rest = address.partition("://")
    end = next((i for i, c in enumerate(rest) if c in "/?#\\"), len(rest))
    host = rest[:end].rpartition("@")[2]
    return f"{scheme}{slashes}{host}{rest[end:]}"[:_LONGEST] if slashes else "an address"


def checked_address(address: str) -> SplitResult:
    """Split an address that may be asked.

    The fragment, which is no business of the server, is left out.

    Raises:
        SourceError: it is none that may be asked.
    """
    shown = shown_address(address)
    try:
        parts = urlsplit(address.strip())
        port, named = parts.port, parts.username is not None or parts.password is not None
    except ValueError as error:
        raise SourceError(shown, f"is no address ({error})", "check it") from None
    if parts.scheme.lower() not in _PORTS:
        raise SourceError(shown, "is neither http nor https", "name another address")
    if named:
        raise SourceError(
            shown, "holds a name or a password", "save the page yourself and name the file"
        )
    host = _ascii_host(parts.hostname or "")
    if not host or port == 0 or len(address) > _LONGEST or not address.strip().isprintable():
        raise SourceError(shown, "is no address of a page", "check it")
    netloc = f"[{host}]" if ":" in host else host
    usual = port in (None, _PORTS[parts.scheme.lower()])
    return parts._replace(
        scheme=parts.scheme.lower(), netloc=netloc if usual else f"{netloc}:{port}", fragment=""
    )


def _ascii_host(host: str) -> str:
    """Return the host as the domain name system knows it; empty for what is none."""
    host = host.rstrip(".")
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True).decode("ascii")
        except idna.IDNAError:
            return ""
    return host if _HOST.fullmatch(host) or _IPV6.fullmatch(host) else ""


def normalised(address: str) -> str:
    """Write all ways to write an address as one: host in lower case, no usual port, no fragment."""
    parts = checked_address(address)
    path, query = quote(parts.path or "/", _OF_A_PATH), quote(parts.query, _OF_A_QUERY)
    return urlunsplit((parts.scheme, parts.netloc, path, query, ""))


def joined(base: str, reference: str) -> str:
    """Find where a reference at `base` leads.

    Raises:
        SourceError: it leads to no page.
    """
    try:
        return normalised(urljoin(base, reference.strip()))
    except ValueError as error:
        raise SourceError(
            shown_address(base), f"leads to no address ({error})", "check it"
        ) from None


def port_of(address: str) -> int:
    """Return the port that a checked address is asked at."""
    parts = urlsplit(address)
    return parts.port or _PORTS[parts.scheme]


def host_of(address: str) -> str:
    """Return the host of a checked address, in lower case."""
    return urlsplit(address).hostname or ""


def origin_of(address: str) -> str:
    """Return scheme, host and port of a normalised address."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def file_name(address: str, key: str, suffix: str) -> str:
    """Name a file: `example.org/levels-0123456789abcdef.html`; readable, and one for each key.

    Args:
        address: a checked address.
        key: sixteen hexadecimal digits.
        suffix: of the file, with its dot.
    """
    parts = urlsplit(address)
    host = _NO_HOST.sub("-", parts.hostname or "").strip(".-") or "host"
    last = next((part for part in reversed(unquote(parts.path).split("/")) if part), "")
    words = _NO_WORD.sub("-", last.rpartition(".")[0] or last).strip("-_")[:_LONGEST_NAME]
    return f"{host}/{words.strip('-_') + '-' if words else ''}{key}{suffix}"


def address_key(text: str) -> str:
    """Return sixteen hexadecimal digits that stand for an address or an entry."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
