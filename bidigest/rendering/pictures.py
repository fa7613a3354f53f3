"""The two pictures of the HTML page, as geometry: numbers in, coordinates out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bidigest.rendering.page import Page
from bidigest.rendering.views import ShownPoint

WIDTH = 372
"""Of both pictures, in their own units: about the pixels of a phone."""
_LABEL, _CELL, _COLUMNS, _HEAD = 36, 28, 12, 20
_BAR, _BAR_LEFT, _BAR_RIGHT = 26, 36, 56


@dataclass(frozen=True, slots=True)
class Column:
    """A point and the sources that make it; dots are (height, whether this source does)."""

    point: ShownPoint
    x: int
    y: int
    """Top of the column."""
    height: int
    dots: tuple[tuple[int, bool], ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Points by sources, in bands as wide as the picture."""

    height: int
    columns: tuple[Column, ...]
    rows: tuple[tuple[int, str], ...]
    """Height and source of each row's label."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What one source contributes."""

    source: str
    y: int
    shared: int
    own: int
    shared_width: float
    own_width: float


@dataclass(frozen=True, slots=True)
class Contribution:
    """All sources, one bar each."""

    height: int
    bars: tuple[Bar, ...]


def coverage(page: Page) -> Coverage:
    """Which sources make which points of the page."""
    sources = [row.id for row in page.sources]
    band = _HEAD + _CELL * len(sources) + 8
    bands = -(-len(page.shown) // _COLUMNS)
    return Coverage(
        height=max(1, bands) * band,
        columns=tuple(_column(n, view, sources, band) for n, view in enumerate(page.shown)),
        rows=tuple(
            (number * band + _HEAD + _CELL * row + _CELL // 2, source)
            for number in range(bands)
            for row, source in enumerate(sources)
        ),
    )


def _column(number: int, point: ShownPoint, sources: Sequence[str], band: int) -> Column:
    top = number // _COLUMNS * band
    return Column(
        point=point,
        x=_LABEL + number % _COLUMNS * _CELL + _CELL // 2,
        y=top,
        height=band - 8,
        dots=tuple(
            (top + _HEAD + _CELL * row + _CELL // 2, source in point.sources)
            for row, source in enumerate(sources)
        ),
    )


def contribution(page: Page) -> Contribution:
    """How many of the page's points each source shares and has for itself."""
    most = max((row.shared + row.own for row in page.sources), default=0) or 1
    unit = (WIDTH - _BAR_LEFT - _BAR_RIGHT) / most
    bars = tuple(
        Bar(
            row.id,
            n * _BAR,
            row.shared,
            row.own,
            round(row.shared * unit, 1),
            round(row.own * unit, 1),
        )
        for n, row in enumerate(page.sources)
    )
    return Contribution(height=_BAR * max(1, len(bars)), bars=bars)
