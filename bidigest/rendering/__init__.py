"""Digest -> the three files that people and programs read."""

from __future__ import annotations

from bidigest.model import Digest
from bidigest.rendering.html import render_html
from bidigest.rendering.json import render_json
from bidigest.rendering.markdown import render_markdown
from bidigest.rendering.page import page

__all__ = ["render", "render_unlinked"]


def render(digest: Digest, *, links: str) -> dict[str, str]:
    """File name -> text; `links` leads from the digest's folder to the run's root."""
    view = page(digest)
    return {
        "digest.md": render_markdown(view, links),
        "digest.html": render_html(view, links),
        "digest.json": render_json(digest),
    }


def render_unlinked(digest: Digest) -> str:
    """`digest.md` for a place from which no relative path leads to the sources, as Prefect's UI."""
    return render_markdown(page(digest), None)
