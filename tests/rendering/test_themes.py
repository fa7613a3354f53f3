"""In which order a page shows its points: by theme, what matters most above all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bidigest import render
from bidigest.model import Digest, Theme
from bidigest.rendering.page_content import page_content
from tests.digests import cite, digest, document, point

SOURCES = tuple(
    document(
        f"{name}.txt",
        "# Costs\nThe quay costs 14 million.\nThe crane costs 2 million.\n"
        "# Traffic\nForty ships call each week.\nThe ferry sails hourly.\n"
        "# Votes\nThe board has voted for the quay.\nThe mayor left early.\n",
        language="en",
        script=None,
    )
    for name in ("minutes", "letter")
)
SAID = ("14 million", "2 million", "Forty", "ferry", "voted", "left early")


def in_themes(order: Sequence[str], *themes: Theme) -> Digest:
    """A digest whose points are said in this order by both sources."""
    points = [
        point(number, [cite(SOURCES, 1, words), cite(SOURCES, 2, words)])
        for number, words in enumerate(order, start=1)
    ]
    return replace(digest(SOURCES, points, language="en"), themes=themes)


@pytest.mark.parametrize(
    ("order", "themes", "read"),
    [
        pytest.param(
            ("voted", "14 million", "2 million", "Forty", "ferry", "left early"),
            (("Costs", "P2", "P3"), ("Traffic", "P4", "P5")),
            [("", "P1"), ("Costs", "P2", "P3"), ("Traffic", "P4", "P5"), ("Other points", "P6")],
            id="P1 belongs to no theme: it stands above all",
        ),
        pytest.param(
            ("14 million", "voted", "2 million", "Forty", "ferry", "left early"),
            (("Costs", "P1", "P3"), ("Traffic", "P4", "P5")),
            [("Costs", "P1", "P3"), ("Traffic", "P4", "P5"), ("Other points", "P2", "P6")],
            id="P1 is in a theme: what belongs to none comes last",
        ),
        pytest.param(
            ("voted", "left early", "14 million", "2 million", "Forty", "ferry"),
            (("Costs", "P3", "P4"), ("Traffic", "P5", "P6")),
            [("", "P1", "P2"), ("Costs", "P3", "P4"), ("Traffic", "P5", "P6")],
            id="nothing else is left",
        ),
    ],
)
def test_what_matters_most_stands_first(
    order: Sequence[str], themes: Sequence[tuple[str, ...]], read: Sequence[tuple[str, ...]]
) -> None:
    sections = {"Costs": "S1.1", "Traffic": "S1.2"}
    made = in_themes(order, *(Theme(title, sections[title], tuple(own)) for title, *own in themes))
    shown = page_content(made).shared_themes
    assert [(theme.heading, *(each.id for each in theme.points)) for theme in shown] == read


def test_the_contents_name_only_what_has_a_heading() -> None:
    made = in_themes(SAID[4:] + SAID[:4], Theme("Costs", "S1.1", ("P3", "P4")))
    made = replace(made, themes=(*made.themes, Theme("Traffic", "S1.2", ("P5", "P6"))))
    written = render(made, links="..")["digest.html"]
    assert "points-first" not in written
    assert written.index("points-1") < written.index("points-2")
