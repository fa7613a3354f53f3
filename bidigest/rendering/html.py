"""A digest as `digest.html`: one file, no network, no script."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import jinja2

from bidigest.rendering import marking, pictures
from bidigest.rendering.escaping import href, one_line
from bidigest.rendering.news import news
from bidigest.rendering.page import Page


def render_html(page: Page, links: str) -> str:
    """The text of `digest.html`; `links` leads from its folder to the sources' root."""
    return _template().render(
        page=page,
        say=page.say,
        news=news(page),
        coverage=pictures.coverage(page),
        contribution=pictures.contribution(page),
        width=pictures.WIDTH,
        stretches=[marking.stretches(page, index) for index in range(len(page.sources))],
        anchor=marking.anchor,
        target=lambda point: marking.target(page, point),
        file=lambda path, line=None: href(links, path, f"L{line}" if line else ""),
        style=_style(),
    )


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
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
