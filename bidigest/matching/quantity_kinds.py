"""Kinds of units as bits, so that two sentences are quickly told to measure one kind of thing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bidigest.model import Quantity
from bidigest.quantities.agreement import kind
from bidigest.quantities.units import is_count
from bidigest.sparse.matrices import Integers

_COUNTED = ""
"""All that is counted, in whatever words, is of one kind."""
_BITS = 63


def kinds_of(figures: Sequence[Sequence[Quantity]]) -> Integers:
    """Set a bit for each kind of unit that a sentence's figures have; kinds may share one.

    Args:
        figures: of each sentence.

    Returns:
        int64, (n_sentences,).
    """
    number: dict[str, int] = {}
    found = np.zeros(len(figures), dtype=np.int64)
    for index, own in enumerate(figures):
        for figure in own:
            name = _COUNTED if is_count(figure.unit) else kind(figure.unit)
            found[index] |= 1 << number.setdefault(name, len(number)) % _BITS
    return found
