"""Pairs of sentences by their numbers, and the contrasts between them.

Contrasts are kept from one run to the next as rows of numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import get_args

import numpy as np

from bidigest.contrasts.contrast import Contrast, Kind
from bidigest.model import Span
from bidigest.sparse.matrices import Floats

Numbers = tuple[int, int]
"""Two sentences, the smaller number first, as tables of pairs have them."""

Contrasts = Mapping[Numbers, Contrast]
"""What sets pairs of sentences apart that sound alike."""


def numbers_of(one: int, other: int) -> Numbers:
    """Return the pair of two sentences, whichever is named first."""
    return (one, other) if one <= other else (other, one)


def partners_of(pairs: Iterable[Numbers]) -> dict[int, list[int]]:
    """Collect with which others each sentence makes a pair, in the pairs' order."""
    found: dict[int, list[int]] = {}
    for one, other in pairs:
        found.setdefault(one, []).append(other)
        found.setdefault(other, []).append(one)
    return found


def opposed(contrasts: Contrasts) -> Iterator[Numbers]:
    """Find the pairs of which the one says what the other denies, or another date of it."""
    return (pair for pair, each in contrasts.items() if each.kind in ("polarity", "date"))


_KINDS: tuple[Kind, ...] = get_args(Kind)
_COLUMNS = 6
"""Kind, counted from 1; start and end of the words of either sentence; overlap."""


def rows_of(contrasts: Iterable[Contrast | None]) -> Floats:
    """Turn contrasts into rows; zeros where there is none: float64, (n_pairs, 6)."""
    rows = [(0.0,) * _COLUMNS if each is None else _row(each) for each in contrasts]
    return np.array(rows, dtype=np.float64).reshape(-1, _COLUMNS)


def _row(found: Contrast) -> tuple[float, ...]:
    places = (found.first.start, found.first.end, found.second.start, found.second.end)
    return (_KINDS.index(found.kind) + 1, *places, found.overlap)


def contrast_of(row: Sequence[float]) -> Contrast | None:
    """Turn a row back into the contrast that it stands for."""
    if not row[0]:
        return None
    start, end, other_start, other_end = map(int, row[1:5])
    first, second = Span(start, end), Span(other_start, other_end)
    return Contrast(_KINDS[int(row[0]) - 1], first, second, row[5])
