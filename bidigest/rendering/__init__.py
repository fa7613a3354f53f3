"""Digest -> the three files that people and programs read."""

from __future__ import annotations

from bidigest.model import Digest
from bidigest.rendering.html import render_html
from bidigest.rendering.json import Data, dumps, to_data
from bidigest.rendering.markdown import render_markdown
from bidigest.rendering.page import page

__all__ = ["render", "render_unlinked"]


def render(digest: Digest, *, links: str, data: Data | None = None) -> dict[str, str]:
    """File name -> text; `links` leads from the digest's folder to the sources' root.

    `data` is what `digest.json` holds, where that is at hand.
    """
    view = page(digest)
    return {
        "digest.md": render_markdown(view, links),
        "digest.html": render_html(view, links),
        "digest.json": dumps({**(to_data(digest) if data is None else data), "root": links}),
    }


def render_unlinked(digest: Digest) -> str:
    """`digest.md` for a place from which no relative path leads to the sources, as Prefect's UI."""
    return render_markdown(page(digest), None)
