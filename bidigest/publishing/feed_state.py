"""Which editions a feed tells of: all that a run wants to know that finds nothing new."""

from __future__ import annotations

import re
from collections.abc import Sequence

FILE = "feed.xml"
MOST = 20
"""Entries; a feed tells of the newest."""

_LINKED = re.compile(r'<link href="editions/([^/"]+)/digest\.html"')


def feed_is_of(text: str, editions: Sequence[str]) -> bool:
    """Tell whether a feed tells of just these editions, given newest first."""
    return _LINKED.findall(text) == list(editions[:MOST])
