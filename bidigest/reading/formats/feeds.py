"""Feeds (RSS, Atom): each entry is a source of its own, as a page."""

from __future__ import annotations

import calendar
import datetime
import hashlib
import html
import io
import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import feedparser

from bidigest.errors import SourceError
from bidigest.reading.formats.lines import one_line

MOST_ENTRIES = 500
"""Of one feed, the newest ones."""

_ENTITY = re.compile(rb"<!ENTITY", re.I)
_TAG = re.compile(r"<[^>]{0,500}>")
_MARKUP = re.compile(r"<[a-zA-Z/!]|&[#\w]{2,8};")
_ADDRESS = re.compile(r"https?://\S+", re.I)
_NAME_LENGTH = 16


def entries(data: bytes, path: str) -> dict[str, Callable[[], bytes]]:
    """The entries as pages, each by a name that is the same wherever and whenever it is found.

    It comes from the entry's id, else its link, else its content. Raises SourceError.
    """
    if _ENTITY.search(data):
        raise SourceError(path, "declares entities, which no feed needs", "save it again")
    # Bytes only: a text that looks like an address or a file's name would be opened.
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=True)
    if not feed.entries:
        raise SourceError(path, "is a feed without entries", "leave it out")
    site = _line(feed.feed.get("title", ""))
    found: dict[str, Callable[[], bytes]] = {}
    newest = sorted(feed.entries, key=_date, reverse=True)[:MOST_ENTRIES]
    for entry in newest:
        found.setdefault(_name(entry), partial(_page, entry, site))
    return dict(sorted(found.items()))


def _name(entry: Mapping[str, Any]) -> str:
    key = entry.get("id") or entry.get("link") or f"{entry.get('title', '')}\n{_content(entry)}"
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:_NAME_LENGTH] + ".html"


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
    """What the entry says, as HTML: in full where the feed has that, else its summary."""
    values = [content.get("value", "") for content in entry.get("content", [])]
    text = next((value for value in values if value), "") or entry.get("summary", "")
    if _MARKUP.search(text):
        return str(text)
    lines = (line.strip() for line in str(text).split("\n"))
    return "\n".join(f"<p>{html.escape(line)}</p>" for line in lines if line)


def _date(entry: Mapping[str, Any]) -> str:
    """When it was published, in ISO 8601; empty where the entry does not say."""
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
