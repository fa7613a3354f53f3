"""Rendering: from a `Digest` to the files that people and programs read, which `PAGES` lists.

In: a `Digest`, and where its sources are from its folder. Out: texts by file name; none is written.
What makes a page is loaded when the first one is made: a run that finds nothing new makes none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bidigest.model import Digest
    from bidigest.rendering.json import Data
    from bidigest.rendering.page_content import PageContent

__all__ = ["PAGES", "Rendering", "render", "render_unlinked"]


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a page is made from."""

    page: PageContent
    """What a reader sees, in the order of the page."""
    data: Data
    """What `digest.json` holds."""
    links: str
    """Leads from the digest's folder to the sources' root."""


def _markdown(made: Rendering) -> str:
    from bidigest.rendering.markdown import render_markdown

    return render_markdown(made.page, made.links)


def _html(made: Rendering) -> str:
    from bidigest.rendering.html import render_html

    return render_html(made.page, made.links)


def _json(made: Rendering) -> str:
    from bidigest.rendering.json import dumps

    return dumps({**made.data, "root": made.links})


PAGES: dict[str, Callable[[Rendering], str]] = {
    "digest.md": _markdown,
    "digest.html": _html,
    "digest.json": _json,
}
"""The files of an edition by their names, which begin with `digest.`: each is a function."""


def render(digest: Digest, *, links: str, data: Data | None = None) -> dict[str, str]:
    """Render all pages of a digest, by file name.

    Args:
        digest: what they say.
        links: leads from the digest's folder to the sources' root.
        data: what `digest.json` holds, where that is at hand.
    """
    from bidigest.rendering.json import to_data
    from bidigest.rendering.page_content import page_content

    made = Rendering(page_content(digest), to_data(digest) if data is None else data, links)
    return {name: rendered(made) for name, rendered in PAGES.items()}


def render_unlinked(digest: Digest) -> str:
    """Render `digest.md` for a place without a path to the sources, as Prefect's UI."""
    from bidigest.rendering.markdown import render_markdown
    from bidigest.rendering.page_content import page_content

    return render_markdown(page_content(digest), None)
