"""The two pictures of the HTML page, as geometry: numbers in, coordinates out.

With a few sources each is a row of dots and a bar; with many a row is a point, with a tick for
each source that makes it, and a source is a narrow pillar.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from bidigest.rendering.page_content import PageContent
from bidigest.rendering.shown_points import ShownPoint
from bidigest.rendering.source_table import SourceRow

WIDTH = 372
"""Of both pictures, in their own units: about the pixels of a phone."""

MOST_ROWS = 12
"""Sources that have a row each; of more, each has a share of the width."""

_LABEL, _CELL, _COLUMNS, _HEAD = 36, 28, 12, 20
_BAR, _BAR_LEFT, _BAR_RIGHT = 26, 36, 56
_STRIP, _PILLARS, _FOOT = 16, 120, 16

Stance = Literal["no", "shared", "own", "against"]


@dataclass(frozen=True, slots=True)
class Column:
    """A point and the sources that make it; dots are (height, what the source says of it)."""

    point: ShownPoint
    x: int
    y: int
    """Top of the column."""
    height: int
    dots: tuple[tuple[int, Stance], ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """A point as a row; ticks are (left, width, what neighbouring sources say of it)."""

    point: ShownPoint
    y: int
    left: int
    height: int
    ticks: tuple[tuple[float, float, Stance], ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Points by sources: columns in bands as wide as the picture, or strips below each other."""

    height: int
    columns: tuple[Column, ...] = ()
    rows: tuple[tuple[int, str], ...] = ()
    """Height and source of each row's label."""
    strips: tuple[Strip, ...] = ()


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
class Pillar:
    """What one source of many contributes: shared points below, its own above them."""

    x: float
    width: float
    shared_y: float
    shared_height: float
    own_y: float
    own_height: float


@dataclass(frozen=True, slots=True)
class Contribution:
    """All sources, one bar or pillar each."""

    height: int
    bars: tuple[Bar, ...] = ()
    pillars: tuple[Pillar, ...] = ()
    labels: tuple[tuple[float, str], ...] = ()
    """Place along the width and source, for the first, the last and some between."""


def stance(point: ShownPoint, source: str) -> Stance:
    """Tell what a source says of a point."""
    if source in point.against:
        return "against"
    if source not in point.sources:
        return "no"
    return "shared" if len(point.sources) > 1 else "own"


def coverage(page: PageContent) -> Coverage:
    """Lay out which sources make which points of the page."""
    sources = [row.id for row in page.sources]
    if len(sources) > MOST_ROWS:
        strips = tuple(_strip(number, view, sources) for number, view in enumerate(page.shown))
        return Coverage(height=_STRIP * max(1, len(strips)), strips=strips)
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
            (top + _HEAD + _CELL * row + _CELL // 2, stance(point, source))
            for row, source in enumerate(sources)
        ),
    )


def _strip(number: int, point: ShownPoint, sources: Sequence[str]) -> Strip:
    return Strip(point, number * _STRIP, _LABEL, _STRIP, tuple(_ticks(point, sources)))


def _ticks(point: ShownPoint, sources: Sequence[str]) -> Iterator[tuple[float, float, Stance]]:
    unit = (WIDTH - _LABEL) / len(sources)
    runs = groupby(enumerate(sources), key=lambda each: stance(point, each[1]))
    for said, run in runs:
        places = [number for number, _ in run]
        if said != "no":
            yield round(_LABEL + places[0] * unit, 1), round(len(places) * unit, 1), said


def contribution(page: PageContent) -> Contribution:
    """Lay out how many of the page's points each source shares and has for itself."""
    most = max((row.shared + row.own for row in page.sources), default=0) or 1
    if len(page.sources) > MOST_ROWS:
        return _pillars(page.sources, most)
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


def _pillars(sources: Sequence[SourceRow], most: int) -> Contribution:
    each, unit = WIDTH / len(sources), (_PILLARS - 4) / most
    pillars = tuple(
        Pillar(
            x=round(n * each, 2),
            width=round(each * 0.8, 2),
            shared_y=round(_PILLARS - row.shared * unit, 1),
            shared_height=round(row.shared * unit, 1),
            own_y=round(_PILLARS - (row.shared + row.own) * unit, 1),
            own_height=round(row.own * unit, 1),
        )
        for n, row in enumerate(sources)
    )
    step = -(-len(sources) // 6)
    labels = tuple(
        (round(max(n * each + each / 2, 10), 1), sources[n].id)
        for n in range(0, len(sources) - step // 2, step)
    )
    return Contribution(_PILLARS + _FOOT, pillars=pillars, labels=labels)
