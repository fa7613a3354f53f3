"""Typography of a document: its body's size, distance of lines, the edges of its columns."""

from __future__ import annotations

import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bidigest.reading.formats.lines import CJK
from bidigest.reading.formats.pdf.columns import PlacedLine

Key = tuple[int, tuple[int, int]]
"""Page and column."""

_UNBREAKABLE = re.compile(
    rf"[“‘「『（《〈【〔\[(]{{0,4}}(?:[^\s{CJK}“‘「『（《〈【〔”’」』）》〉】〕，。、；：？！]{{1,25}}|.)?"
    r"[”’」』）》〉】〕，。、；：？！…—\])]{0,4}"
)
"""What no line is broken in: marks that open, a word or a character, marks that close."""
_CJK = re.compile(f"[{CJK}“”‘’…—]")
_FEW_LINES, _MANY_LINES = 4, 8
_MOSTLY_BOLD = 0.45
_SAME_SIZE = 0.12


@dataclass(frozen=True, slots=True)
class Typography:
    """What most of a document's lines have in common; lengths in points."""

    size: float
    """Of the font that most characters have."""
    distance: float
    """From the top of one line to the top of the next."""
    bold: bool
    """Whether so much of it is bold that bold says nothing."""
    left: Mapping[Key, float]
    right: Mapping[Key, float]
    """Edges of each column of each page."""

    def has_room(self, line: PlacedLine, following: str, size: float) -> bool:
        """Tell whether the next line's first word would have fitted behind this line.

        A line that had room and did not use it ends its paragraph.

        Args:
            line: the line.
            following: text of the next line.
            size: of that line's font, in points.
        """
        head = _UNBREAKABLE.match(following)
        word = head[0] if head else ""
        wide = len(_CJK.findall(word))
        needed = wide + 1.2 if wide else 0.8
        needed += 0.5 * (len(word) - wide)
        return self.right[line.key] - line.line.right > needed * size

    def is_indented(self, line: PlacedLine) -> bool:
        """Tell whether a line begins further in than its column does."""
        return line.line.left - self.left[line.key] > 0.9 * line.line.size


def typography(lines: Sequence[PlacedLine]) -> Typography:
    """Measure the typography of a document with at least one line."""
    characters: Counter[float] = Counter()
    for placed in lines:
        characters[round(placed.line.size * 2) / 2] += len(placed.line.text)
    size = min(characters, key=lambda each: (-characters[each], each))
    bold = sum(len(placed.line.text) for placed in lines if placed.line.bold)
    left, right = _edges(lines, size)
    return Typography(
        size, _distance(lines, size), bold > _MOSTLY_BOLD * characters.total(), left, right
    )


def _distance(lines: Sequence[PlacedLine], size: float) -> float:
    distances = [
        second.line.top - first.line.top
        for first, second in pairwise(lines)
        if first.key == second.key
        and 0 < second.line.top - first.line.top < 4 * size
        and abs(first.line.size - size) < 0.6
    ]
    return statistics.median(distances) if distances else 1.4 * size


def _edges(lines: Sequence[PlacedLine], size: float) -> tuple[dict[Key, float], dict[Key, float]]:
    """Find left and right edges, by the lines of the body's size: heads and feet stand further out.

    Columns of few lines have those of the side on other pages.
    """
    columns: dict[Key, list[PlacedLine]] = defaultdict(list)
    for placed in lines:
        columns[placed.key].append(placed)
    for key, own in columns.items():
        columns[key] = [p for p in own if abs(p.line.size - size) < _SAME_SIZE * size] or own
    left = {key: _quantile([p.line.left for p in own], 0) for key, own in columns.items()}
    right = {key: _quantile([p.line.right for p in own], -1) for key, own in columns.items()}
    usual = _usual(columns, left, right)
    for key, own in columns.items():
        if len(own) <= _FEW_LINES and key[1][1] in usual:
            usual_left, usual_right = usual[key[1][1]]
            left[key], right[key] = usual_left, max(right[key], usual_right)
    return left, right


def _usual(
    columns: Mapping[Key, Sequence[PlacedLine]],
    left: Mapping[Key, float],
    right: Mapping[Key, float],
) -> dict[int, tuple[float, float]]:
    """Find the edges that full columns have, by side."""
    full = [key for key, own in columns.items() if len(own) > _MANY_LINES]
    by_side: dict[int, list[Key]] = defaultdict(list)
    for key in full:
        by_side[key[1][1]].append(key)
    return {
        side: (
            statistics.median(left[key] for key in keys),
            statistics.median(right[key] for key in keys),
        )
        for side, keys in by_side.items()
    }


def _quantile(values: list[float], which: int) -> float:
    """Return the lowest tenth's (0) or highest tenth's (-1) edge; of few values the outermost."""
    if len(values) <= 3:
        return max(values) if which else min(values)
    return statistics.quantiles(values, n=10)[which]
