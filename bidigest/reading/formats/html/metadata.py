"""Metadata of a page, as it says of itself: title, author, date, address."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from bidigest.reading.formats.html.parsing import Element
from bidigest.reading.formats.lines import one_line

_SITE_NAME = re.compile(r"[_|｜]|\s[-–—@·»]\s")
_ADDRESS = re.compile(r"https?://[^\s\"'<>]{3,2000}", re.I)
_LONGEST_DATE = 25
_SCRIPTS = 40
"""Blocks of structured data that are looked at."""


def page_metadata(root: Element) -> dict[str, str]:
    """Read title, author, date, site and url, each empty where the page does not say."""
    named, article = _named_values(root), _article(root)
    title = article.get("headline") or named.get("og:title") or root.findtext(".//title") or ""
    return {
        "title": _with_heading(_plain(str(title)), root),
        "author": _plain(_author(article) or named.get("author", "")),
        "date": _date(article, named),
        "site": _plain(named.get("og:site_name", "")),
        "url": _address(root, named),
    }


def _plain(text: str) -> str:
    """Put a text on one line, without references (`&#8217;`) that pages leave in their data."""
    return one_line(html.unescape(text))


def _named_values(root: Element) -> dict[str, str]:
    """Read contents of `meta` elements by their names in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if name and meta.get("content"):
            found.setdefault(name, one_line(meta.get("content")))
    return found


def _article(root: Element) -> Mapping[str, Any]:
    """Find the schema.org article that the page describes itself as, if it does."""
    for value in _structured_values(root):
        if "Article" in str(value.get("@type")) or value.get("headline"):
            return value
    return {}


def _structured_values(root: Element) -> Iterator[Mapping[str, Any]]:
    for script in root.xpath('//script[@type="application/ld+json"]')[:_SCRIPTS]:
        try:
            value = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        graph = value.get("@graph", [value]) if isinstance(value, dict) else value
        yield from (each for each in graph if isinstance(each, dict)) if graph else ()


def _author(article: Mapping[str, Any]) -> str:
    author = article.get("author")
    if isinstance(author, list):
        author = author[0] if author else ""
    if isinstance(author, Mapping):
        author = author.get("name")
    return author if isinstance(author, str) else ""


def _date(article: Mapping[str, Any], named: Mapping[str, str]) -> str:
    names = ("article:published_time", "datepublished", "pubdate", "publishdate", "date")
    dates = [article.get("datePublished"), *(named.get(name) for name in names)]
    return next((one_line(d)[:_LONGEST_DATE] for d in dates if d and isinstance(d, str)), "")


def _address(root: Element, named: Mapping[str, str]) -> str:
    """Find the canonical address, if it is one of the web."""
    found = (root.xpath('string(//link[@rel="canonical"]/@href)'), named.get("og:url", ""))
    return next((one_line(each) for each in found if _ADDRESS.fullmatch(one_line(each))), "")


def _with_heading(title: str, root: Element) -> str:
    """Choose the page's first heading that its title holds; else the title without the site.

    A title may hold two, of which the one that leads elsewhere names the site.
    """
    said = {heading: one_line(heading.text_content()) for heading in root.iter("h1")}
    held = [
        heading
        for heading, text in said.items()
        if len(text) > 1 and (text in title or (title and title in text))
    ]
    own = [heading for heading in held if not _leads_elsewhere(heading)]
    if held:
        return said[(own or held)[0]]
    return _SITE_NAME.split(title)[0].strip() or title or _first_heading(root)


def _leads_elsewhere(heading: Element) -> bool:
    """Tell whether a heading is a link as a whole, and not to itself."""
    said = one_line(heading.text_content())
    links = [*heading.iter("a"), *heading.iterancestors("a")]
    return any(
        one_line(link.text_content()) == said and not (link.get("href") or "#").startswith("#")
        for link in links
    )


def _first_heading(root: Element) -> str:
    """Return the only heading of the first level, as a page without a title is called."""
    headings = [one_line(each.text_content()) for each in root.iter("h1")]
    return headings[0] if len(headings) == 1 else ""
