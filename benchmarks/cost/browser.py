"""How long a page of 150 sources takes to open in a real browser, and how large it is."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from benchmarks.cost.inputs import Inputs
from benchmarks.cost.rows import Row
from bidigest import render
from tests.crowds import crowd
from tests.rendering.chromium import BINARY, tab

SOURCES, POINTS, PARAGRAPHS = 150, 40, 8
MOST_SECONDS, MOST_MEGABYTES = 1.0, 3.0
_LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"
_PAINTED = "(performance.getEntriesByName('first-contentful-paint')[0] || {startTime: 0}).startTime"


def page(inputs: Inputs, rounds: int) -> Iterator[Row]:
    """From the navigation's start to the end of the `load` event, as the browser tells it."""
    file = inputs.folder / "digest.html"
    made = render(crowd(SOURCES, POINTS, PARAGRAPHS), links="..")
    file.write_text(made["digest.html"], encoding="utf-8")
    size = file.stat().st_size / 1e6
    basis = f"{POINTS} points, {PARAGRAPHS} paragraphs a section"
    yield Row("page", f"HTML of {SOURCES} sources, size", size, MOST_MEGABYTES, " MB", basis)
    what = f"HTML of {SOURCES} sources opens"
    if not BINARY:
        yield Row("page", what, None, MOST_SECONDS, " s", "there is no Chromium here")
        return
    loaded, painted = [], []
    with tab() as browser:
        for _ in range(2 * rounds + 1):
            browser.open(file, 1400)
            loaded.append(browser.evaluate(_LOADED) / 1000)
            painted.append(browser.evaluate(_PAINTED) / 1000)
    basis = (
        f"Chromium, to the end of `load`, median of {len(loaded)}; "
        f"first content after {statistics.median(painted):.2f} s"
    )
    yield Row("page", what, statistics.median(loaded), MOST_SECONDS, " s", basis)
