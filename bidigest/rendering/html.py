"""A digest as `digest.html`: one file, no network, no script."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path

import jinja2
import jinja2.bccache

from bidigest.rendering import marking, pictures
from bidigest.rendering.escaping import href, one_line
from bidigest.rendering.links import place_href
from bidigest.rendering.news import news
from bidigest.rendering.page import Page
from bidigest.storage.compiled_tables import cache_folder, keep


def render_html(page: Page, links: str) -> str:
    """The text of `digest.html`; `links` leads from its folder to the sources' root."""
    return _template().render(
        page=page,
        say=page.say,
        news=news(page),
        coverage=pictures.coverage(page),
        contribution=pictures.contribution(page),
        width=pictures.WIDTH,
        stretches=marking.texts(page),
        anchor=marking.anchor,
        target=lambda point: marking.target(page, point),
        file=lambda path: href(links, path),
        place=lambda where: place_href(links, where),
        style=_style(),
    )


class Compiled(jinja2.BytecodeCache):
    """The compiled template, kept in the user's cache folder where that can be written."""

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        with suppress(OSError):
            bucket.bytecode_from_string(self._file(bucket).read_bytes())

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
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
    return environment.get_template("digest.html.jinja")


@cache
def _style() -> str:
    return Path(__file__).with_name("digest.css").read_text(encoding="utf-8")
