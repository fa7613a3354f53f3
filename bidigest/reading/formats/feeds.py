"""Feeds (RSS, Atom): each entry is a source of its own, as a page."""

from __future__ import annotations

import calendar
import datetime
import hashlib
import html
import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any

import feedparser

from bidigest.errors import SourceError
from bidigest.reading.formats.lines import one_line, width
from bidigest.reading.formats.media_types import declares_entities

MOST_HELD = 5_000
"""Entries of a feed that is read at all."""
MOST_ENTRIES = 500
"""Of one feed, the newest ones."""

_ENTRY = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]", re.I)
_TAG = re.compile(r"<[^>]{0,500}>")
_MARKUP = re.compile(r"<[a-zA-Z/!]|&[#\w]{2,8};")
_ADDRESS = re.compile(r"https?://\S+", re.I)
_KEY_LENGTH = 16
_CUT_OFF = re.compile(
    r"(?:…|\.{3}|\[(?:…|\.{3})\]|阅读全文|閱讀全文|查看全文|繼續閱讀|read more|continue reading)"
    r"[\s\])»>→.]{0,8}$",
    re.I,
)
_BRIEF, _LONG_SUMMARY = 200, 900
"""Widths below which an entry says too little to be all of it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed."""

    key: str
    """Sixteen hexadecimal digits, the same wherever and whenever the entry is found."""
    link: str
    """As the feed has it; empty where it gives none."""
    date: str
    """When it was published, in ISO 8601; empty where the feed does not say."""
    brief: bool
    """Whether it only says in short what its link says."""
    page: Callable[[], bytes] = field(repr=False)
    """What it says, as a page of its own."""


def entries(data: bytes, path: str) -> dict[str, Callable[[], bytes]]:
    """List a feed's newest entries as pages, each by its key.

    It comes from the entry's id, else its link, else its content.

    Raises:
        SourceError: it cannot be read, or has no entries.
    """
    found = feed_entries(data, path)[:MOST_ENTRIES]
    if not found:
        raise SourceError(path, "is a feed without entries", "leave it out")
    return dict(sorted((f"{entry.key}.html", entry.page) for entry in found))


def feed_entries(data: bytes, path: str) -> Sequence[Entry]:
    """List all entries of a feed, each once, the newest first.

    Raises:
        SourceError: it cannot be read.
    """
    reason = _refused(data)
    if reason:
        raise SourceError(path, *reason)
    return _parsed(data)


@lru_cache(maxsize=4)
def _refused(data: bytes) -> tuple[str, str] | None:
    """Say what is wrong with a feed, and the remedy; asked once a feed and not once an entry."""
    if declares_entities(data):
        return "declares entities, which no feed needs", "save it again"
    if len(_ENTRY.findall(data)) > MOST_HELD:
        return f"holds more than {MOST_HELD:,} entries", "cut the older ones"
    return None


@lru_cache(maxsize=4)
def _parsed(data: bytes) -> Sequence[Entry]:
    """Parse a feed once: each of its entries is read by way of the feed."""
    # Bytes only: a text that looks like an address or a file's name would be opened.
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=True)
    site, home = _line(feed.feed.get("title", "")), str(feed.feed.get("link", ""))
    found: dict[str, Entry] = {}
    for entry in sorted(feed.entries, key=_date, reverse=True):
        key = _key(entry, home)
        link = str(entry.get("link", ""))
        if entry.get("guidislink") and not _ADDRESS.fullmatch(link):
            link = ""  # an id that does not say that it is no address
        page = partial(_page, entry, site)
        found.setdefault(key, Entry(key, link, _date(entry), _is_brief(entry), page))
    return tuple(found.values())


def _key(entry: Mapping[str, Any], home: str) -> str:
    identity = entry.get("id") or ""
    if identity.isdigit():  # of this site alone
        identity = f"{home} {identity}"
    key = identity or entry.get("link") or f"{entry.get('title', '')}\n{_content(entry)}"
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:_KEY_LENGTH]


def _is_brief(entry: Mapping[str, Any]) -> bool:
    """Tell whether an entry is no more than a summary: a few sentences, or more cut off."""
    text = _line(_content(entry))
    if _CUT_OFF.search(text):
        return True
    in_full = any(content.get("value") for content in entry.get("content", []))
    return width(text) < (_BRIEF if in_full else _LONG_SUMMARY)


def _page(entry: Mapping[str, Any], site: str) -> bytes:
    title, link = _line(entry.get("title", "")), str(entry.get("link", ""))
    named = {
        "author": _line(entry.get("author", "")),
        "date": _date(entry),
        "og:site_name": site,
    }
    head = [f"<title>{html.escape(title)}</title>"]
    head += [
        f'<meta name="{name}" content="{html.escape(value)}">'
        for name, value in named.items()
        if value
    ]
    if _ADDRESS.fullmatch(link):
        head.append(f'<link rel="canonical" href="{html.escape(link)}">')
    heading = f"<h1>{html.escape(title)}</h1>\n" if title else ""
    return (
        f'<!doctype html>\n<html><head><meta charset="utf-8">{"".join(head)}</head>\n'
        f"<body><article>\n{heading}{_content(entry)}\n</article></body></html>\n"
    ).encode("utf-8", "replace")


def _content(entry: Mapping[str, Any]) -> str:
    """Return what the entry says, as HTML: in full where the feed has that, else its summary."""
    values = [content.get("value", "") for content in entry.get("content", [])]
    text = next((value for value in values if value), "") or entry.get("summary", "")
    if _MARKUP.search(text):
        return str(text)
    lines = (line.strip() for line in str(text).split("\n"))
    return "\n".join(f"<p>{html.escape(line)}</p>" for line in lines if line)


def _date(entry: Mapping[str, Any]) -> str:
    """Return when an entry was published, in ISO 8601; empty where it does not say."""
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    if not parsed:
        return ""
    try:
        moment = datetime.datetime.fromtimestamp(calendar.timegm(parsed), datetime.UTC)
    except (ValueError, OverflowError, OSError):
        return ""
    return moment.isoformat()


def _line(text: str) -> str:
    return one_line(html.unescape(_TAG.sub("", text)))
