"""Where the pieces of texts lie among the rows that are multiplied at a time.

By OpenBLAS on AVX2, a row's last bits hang on its place among twelve rows: the first six are alike,
and the last six; on AVX-512 all are alike. So of each twelve pieces of a text the first six go to
first halves and the rest to last halves, whichever are free: with one thread a product, a text's
states are the same bits whatever it is packed with, and what is padding is a half that stays free.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bidigest.sparse.matrices import Booleans, Integers

_STEP = 12
_HALF = _STEP // 2


@dataclass(frozen=True, slots=True)
class Packing:
    """Where pieces lie as texts one below the other (padded), and as rows (packed)."""

    inside: Booleans
    """bool, (n_texts, width), which places are pieces and not padding."""
    rows: Integers
    """int64, (n_texts * width,), the row of each place; any row for padding."""
    places: Integers
    """int64, (n_rows,), the place of each row; any place for a row that stays free."""

    @classmethod
    def of(cls, lengths: Sequence[int]) -> Packing:
        """Deal the pieces of texts to rows.

        Args:
            lengths: how many pieces each text has; all are padded to the longest.
        """
        width = padded(max(lengths))
        inside = np.arange(width) < np.array(lengths)[:, None]
        later = np.arange(inside.size) % _STEP >= _HALF
        rows = np.zeros(inside.size, dtype=np.int64)
        places = np.zeros(padded(sum(map(room, lengths))), dtype=np.int64)
        for start, half in ((0, ~later), (_HALF, later)):
            found = np.flatnonzero(inside.ravel() & half)
            numbers = np.arange(len(found))
            rows[found] = numbers // _HALF * _STEP + start + numbers % _HALF
            places[rows[found]] = found
        return cls(inside, rows, places)


def padded(pieces: int) -> int:
    """Round a number of pieces up to whole steps."""
    return -(-pieces // _STEP) * _STEP


def room(pieces: int) -> int:
    """Count the rows that a text's pieces take: what it has in first halves, twice."""
    return pieces // _STEP * _STEP + 2 * min(pieces % _STEP, _HALF)
