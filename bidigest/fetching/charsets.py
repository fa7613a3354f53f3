"""The encoding that a server names and its page does not: written into the page that is kept.

A kept page is opened from the disk, where no server says how to read it; so browsers, too, write
the encoding into what they save.
"""

from __future__ import annotations

import codecs
import re

from bidigest.reading.formats import media_types
from bidigest.reading.formats.html.parsing import declares_encoding

_CHARSET = re.compile(r"charset\s{0,5}=\s{0,5}[\"']?([\w.:-]{2,40})", re.I)
_HEAD = re.compile(rb"<head\b[^>]{0,1000}>", re.I)
_UNDERSTOOD = "utf-8"
"""Told by the bytes alone."""


def with_charset(data: bytes, content_type: str) -> bytes:
    """Write the encoding that a server names into its page, where the page names none.

    Args:
        data: the body.
        content_type: the header.
    """
    encoding = _named(content_type)
    if not encoding or media_types.media_type(data) != media_types.HTML or declares_encoding(data):
        return data
    mark = f'<meta charset="{encoding}">'.encode("ascii")
    head = _HEAD.search(data)
    if head is None:
        return data
    return data[: head.end()] + mark + data[head.end() :]


def _named(content_type: str) -> str:
    """Find an encoding that is known, holds ASCII as it is, and is not understood anyway."""
    found = _CHARSET.search(content_type)
    try:
        known = codecs.lookup(found[1]).name if found else ""
        kept = "<a>".encode(known) == b"<a>" if known else False
    except (LookupError, UnicodeError):
        return ""
    return found[1].lower() if found and kept and known != _UNDERSTOOD else ""
