"""Rendering: from a `Digest` to the files that people and programs read, which `PAGES` lists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bidigest.model import Digest
from bidigest.rendering.html import render_html
from bidigest.rendering.json import Data, dumps, to_data
from bidigest.rendering.markdown import render_markdown
from bidigest.rendering.page import Page, page

__all__ = ["PAGES", "Rendering", "render", "render_unlinked"]


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a page is made from."""

    page: Page
    """What a reader sees, in the order of the page."""
    data: Data
    """What `digest.json` holds."""
    links: str
    """Leads from the digest's folder to the sources' root."""


PAGES: dict[str, Callable[[Rendering], str]] = {
    "digest.md": lambda made: render_markdown(made.page, made.links),
    "digest.html": lambda made: render_html(made.page, made.links),
    "digest.json": lambda made: dumps({**made.data, "root": made.links}),
}
"""The files of an edition by their names, which begin with `digest.`: each is a function."""


def render(digest: Digest, *, links: str, data: Data | None = None) -> dict[str, str]:
    """Render all pages of a digest, by file name.

    Args:
        digest: what they say.
        links: leads from the digest's folder to the sources' root.
        data: what `digest.json` holds, where that is at hand.
    """
    made = Rendering(page(digest), to_data(digest) if data is None else data, links)
    return {name: rendered(made) for name, rendered in PAGES.items()}


def render_unlinked(digest: Digest) -> str:
    """Render `digest.md` for a place without a path to the sources, as Prefect's UI."""
    return render_markdown(page(digest), None)
