"""Feeds for tests, in RSS and Atom."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

from tests.fetching.servers import Page


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a feed."""

    id: str
    text: str
    day: int = 1
    link: str = ""
    full: bool = True
    """Is the text all of it?"""


def rss(items: Sequence[Item], *, etag: str = "", title: str = "The Post") -> Page:
    """An RSS feed; items that are full are so by `content:encoded`."""
    body = "".join(map(_item, items))
    text = (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{title}</title><link>https://post.example/</link>{body}</channel></rss>"
    )
    return Page(text.encode(), "application/rss+xml", headers={"ETag": etag} if etag else {})


def atom(items: Sequence[Item], *, etag: str = "") -> Page:
    """An Atom feed of the same entries."""
    body = "".join(map(_entry, items))
    text = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Elsewhere</title>{body}</feed>'
    return Page(text.encode(), "application/atom+xml", headers={"ETag": etag} if etag else {})


def story(number: int, edited: int = 0) -> str:
    """Some sentences of an entry, long enough not to be a summary."""
    again = f" It was corrected {edited} times." if edited else ""
    return (
        f"<p>The harbour office counted {number + 100} ships in week {number} of its survey, and "
        f"most of them brought grain from the north to mill number {number}.</p>"
        f"<p>Pilot {number} said that the channel to pier {number} had been dredged to a depth of "
        f"{number + 3} metres, so that larger ships can call there from now on.{again}</p>"
    )


def _item(item: Item) -> str:
    tag = "content:encoded" if item.full else "description"
    link = f"<link>{item.link}</link>" if item.link else ""
    return (
        f"<item><guid>{item.id}</guid><title>Entry {item.id}</title>{link}"
        f"<pubDate>{item.day:02} Jan 2026 06:00:00 GMT</pubDate>"
        f"<{tag}>{html.escape(item.text)}</{tag}></item>"
    )


def _entry(item: Item) -> str:
    tag = "content" if item.full else "summary"
    link = f'<link href="{item.link}"/>' if item.link else ""
    return (
        f"<entry><id>{item.id}</id><title>Entry {item.id}</title>{link}"
        f"<updated>2026-01-{item.day:02}T06:00:00Z</updated>"
        f'<{tag} type="html">{html.escape(item.text)}</{tag}></entry>'
    )
