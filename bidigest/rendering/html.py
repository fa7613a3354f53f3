"""A digest as `digest.html`: one file, no network, and one script that it can do without.

The page's content security policy names that script by its hash: no other one runs, whatever a
source may hold.
"""

from __future__ import annotations

import base64
import hashlib
from contextlib import suppress
from functools import cache
from pathlib import Path

import jinja2
import jinja2.bccache

from bidigest.rendering import highlighting, pictures
from bidigest.rendering.escaping import flowing, href, one_line
from bidigest.rendering.news import news
from bidigest.rendering.page_content import PageContent
from bidigest.rendering.shown_points import place_href
from bidigest.storage.cache_files import cache_folder, keep

MOST_DOTS = 8
"""Sources that a point's support shows as a dot each; of more, as a share of a line."""

MOST_CITATIONS = 12
"""Citations of a point that are seen at once; of more, the later ones are opened by themselves."""


def render_html(page: PageContent, links: str) -> str:
    """Render `digest.html`; `links` leads from its folder to the sources' root."""
    return _template().render(
        page=page,
        say=page.say,
        news=news(page),
        coverage=pictures.coverage(page),
        contribution=pictures.contribution(page),
        width=pictures.WIDTH,
        texts=highlighting.texts(page),
        stance=pictures.stance,
        share=lambda point: round(100 * len(point.sources) / len(page.sources), 1),
        most_dots=MOST_DOTS,
        most_citations=MOST_CITATIONS,
        disputed=frozenset(item.point.id for item in page.conflicts),
        anchor=highlighting.anchor,
        target=lambda point: highlighting.target(page, point),
        file=lambda path: href(links, path),
        place=lambda where: place_href(links, where),
        style=_beside("digest.css"),
        script=_beside("digest.js"),
        script_hash=script_hash(),
    )


class Compiled(jinja2.BytecodeCache):
    """The compiled template, kept in the user's cache folder where that can be written."""

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Load the template from the cache folder, if it is there."""
        with suppress(OSError):
            bucket.bytecode_from_string(self._file(bucket).read_bytes())

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Keep the template in the cache folder."""
        keep(self._file(bucket), bucket.bytecode_to_string())

    def _file(self, bucket: jinja2.bccache.Bucket) -> Path:
        return cache_folder() / f"page-{bucket.checksum}-{jinja2.__version__}.jinja"


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        bytecode_cache=Compiled(),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["line"] = one_line
    environment.filters["inline"] = flowing
    return environment.get_template("digest.html.jinja")


def script_hash() -> str:
    """Name the page's own script as its content security policy does (CSP 3, `sha256-…`)."""
    digest = hashlib.sha256(_beside("digest.js").encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


@cache
def _beside(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
