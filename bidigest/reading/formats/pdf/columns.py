"""The order in which the lines of a page are read: down one column, then down the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bidigest.reading.formats.pdf.text_lines import PageLines, TextLine

WHOLE = (0, 0)
_FEWEST_LINES = 7.0
_FEWEST_OF_A_COLUMN = 3
_FEWEST_OF_A_TEXT = 2
_FULL, _LEVEL = 1.2, 0.5
"""In sizes of the font: what a full line may leave free, and how level first lines stand."""
_WIDE = 0.3
"""Share of the page's width."""
_LEAST_BESIDE = 20.0
"""Points: how far two columns must stand beside each other."""
_NARROWEST = 0.25
"""Share of the page's width that lines of columns have on average; those of tables are less."""


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line with the column that it stands in."""

    line: TextLine
    column: tuple[int, int]
    """The band of the page and the side in it; (0, 0) where a line takes the page's width."""

    @property
    def key(self) -> tuple[int, tuple[int, int]]:
        """Page and column."""
        return (self.line.page, self.column)


@dataclass(frozen=True, slots=True)
class _Band:
    """What stands between two lines that cross the gutter."""

    left: tuple[TextLine, ...]
    right: tuple[TextLine, ...]

    def is_columns(self, width: float) -> bool:
        """Tell whether the band is set in two columns; `width` is that of the page, in points."""
        if self.is_one_text(width):
            return True
        if min(len(self.left), len(self.right)) < _FEWEST_OF_A_COLUMN:
            return False
        top = max(min(line.top for line in side) for side in (self.left, self.right))
        bottom = min(max(line.bottom for line in side) for side in (self.left, self.right))
        lines = self.left + self.right
        long = sum(line.right - line.left for line in lines) > _NARROWEST * width * len(lines)
        return bottom - top > _LEAST_BESIDE and long

    def is_one_text(self, width: float) -> bool:
        """Tell whether the band is a short text in two columns, with all lines full but the last.

        Args:
            width: of the page, in points.
        """
        sides = [sorted(side, key=lambda line: line.top) for side in (self.left, self.right)]
        if min(map(len, sides)) < _FEWEST_OF_A_TEXT:
            return False
        size = sides[0][0].size
        level = abs(sides[0][0].top - sides[1][0].top) < _LEVEL * size
        edges = [max(line.right for line in side) for side in sides]
        full = (
            line.right > edge - _FULL * size and line.right - line.left > _WIDE * width
            for side, edge in zip((sides[0], sides[1][:-1]), edges, strict=True)
            for line in side
        )
        return level and all(full)

    def certainty(self, width: float) -> float:
        """Count the lines in columns; a text counts as if it were long enough."""
        lines = len(self.left) + len(self.right)
        if not self.is_columns(width):
            return 0.0
        return lines + (_FEWEST_LINES if self.is_one_text(width) else 0.0)


def in_reading_order(page: PageLines) -> list[PlacedLine]:
    """Sort the page's lines: bands of the page, and within each the left column first."""
    best, gutter = _FEWEST_LINES, None
    for percent in range(30, 71):
        position = page.width * percent / 100
        crossing, bands = _bands(page.lines, position)
        good = sum(band.certainty(page.width) for band in bands)
        if good - 0.2 * len(crossing) > best:
            best, gutter = good - 0.2 * len(crossing), position
    if gutter is None:
        return [PlacedLine(line, WHOLE) for line in page.lines]
    return _by_bands(*_bands(page.lines, gutter), page.width)


def _bands(lines: Sequence[TextLine], gutter: float) -> tuple[list[TextLine], list[_Band]]:
    """Return lines across the gutter from the top, and the bands before, between and after them."""
    crossing = [line for line in lines if line.left < gutter - 2 and gutter + 2 < line.right]
    crossing.sort(key=lambda line: line.top)
    edges = [-1e9, *((line.top + line.bottom) / 2 for line in crossing), 1e9]
    across = set(crossing)
    rest = [line for line in lines if line not in across]
    bands = []
    for upper, lower in pairwise(edges):
        band = [line for line in rest if upper < (line.top + line.bottom) / 2 <= lower]
        left = tuple(line for line in band if line.right <= gutter + 2)
        bands.append(_Band(left, tuple(line for line in band if line.right > gutter + 2)))
    return crossing, bands


def _row(line: TextLine) -> tuple[int, float]:
    return (round(line.top / 4), line.left)


def _by_bands(
    crossing: Sequence[TextLine], bands: Sequence[_Band], width: float
) -> list[PlacedLine]:
    found: list[PlacedLine] = []
    for number, band in enumerate(bands):
        if number:
            found.append(PlacedLine(crossing[number - 1], WHOLE))
        if band.is_columns(width):
            for side, lines in ((1, band.left), (2, band.right)):
                ordered = sorted(lines, key=lambda line: (line.top, line.left))
                found += [PlacedLine(line, (number, side)) for line in ordered]
        else:
            ordered = sorted(band.left + band.right, key=_row)
            found += [PlacedLine(line, WHOLE) for line in ordered]
    return found
