"""Reasons why a stretch of a source is boilerplate."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

REASONS: Mapping[str, str] = MappingProxyType(
    {
        "front-matter": "the block of metadata that a source begins with",
        "navigation": "menus, breadcrumbs, links to the page before and after",
        "byline": "authors, dates, numbers of readers",
        "tags": "keywords and hashtags",
        "credit": "where an image, a table or the text comes from",
        "contact": "telephone numbers, addresses, customer service",
        "links": "related articles, bare addresses, definitions of links",
        "loading": "what a page shows until it is loaded",
        "notice": "cookies, subscriptions, copyright, advertisements",
        "instruction": "instructions to whoever wrote the text, placeholders",
        "code": "fenced code, scripts, names of files",
        "comment": "comments that the page does not show",
        "page": "numbers, heads and feet of printed pages",
        "quotation": "what an answer repeats of the mail before",
        "rule": "lines and ornaments without a word",
    }
)
"""All reasons that boilerplate is marked with, each with what it stands for."""
