"""Which IP addresses are of the public Internet: a digest asks nobody else.

Whoever writes a page or a feed writes where its links and redirects lead, and must not thereby
reach what only this machine can see.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence

from bidigest.errors import SourceError

Resolve = Callable[[str, int], Sequence[str]]
"""The IP addresses of a host, for a port; raises OSError."""

Allows = Callable[[str], bool]
"""Whether an IP address may be connected to."""

_HOLDS_IPV4 = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "::/96")))
"""NAT64, and the old way to write IPv4: the last four bytes are the other's address."""
_LOCAL = tuple(map(ipaddress.IPv6Network, ("64:ff9b:1::/48", "fec0::/10")))
_LAST_FOUR = 0xFFFFFFFF


def is_public(address: str) -> bool:
    """Tell whether an IP address, and any other that it wraps, is of the public Internet."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv4Address):
        return ip.is_global and not ip.is_multicast
    if any(ip in network for network in _HOLDS_IPV4):
        return is_public(str(ipaddress.IPv4Address(int(ip) & _LAST_FOUR)))
    inner = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    return (
        (ip.is_global or ip.ipv4_mapped is not None)
        and not ip.is_multicast
        and not any(ip in network for network in _LOCAL)
        and all(is_public(str(each)) for each in inner if each is not None)
    )


def resolve(host: str, port: int) -> Sequence[str]:
    """Ask the system where a host is, each once, in its order; raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def checked_hosts(host: str, port: int, resolve: Resolve, allows: Allows) -> Sequence[str]:
    """Look up once where a host is.

    Args:
        host: its name.
        port: at which it is asked.
        resolve: asks the system.
        allows: whether an IP address may be connected to.

    Raises:
        SourceError: it is unknown, or any of its addresses is not allowed.
    """
    try:
        found = resolve(host, port)
    except (OSError, UnicodeError):
        found = ()
    if not found:
        raise SourceError(host, "is not known to the domain name system", "check the address")
    if not all(map(allows, found)):
        # Not where it is: whoever reads the digest need not learn of this network.
        raise SourceError(
            host, "is no host of the public Internet", "save the page and name the file"
        )
    return found
