"""Sentences as pairs of neighbouring characters."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sparse

from bidigest.matching.sparsity import counts, distinct, ones, scaled, unit
from bidigest.matching.weighting import rarities


def character_pairs(letters: Sequence[str]) -> sparse.csr_array:
    """Texts (bare of punctuation) by pairs of neighbours, the rarer the more: unit vectors."""
    codes = np.frombuffer("".join(letters).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    owner = np.repeat(np.arange(len(letters)), [len(text) for text in letters])
    inside = owner[1:] == owner[:-1]
    keys = (codes[:-1].astype(np.int64) << 21 | codes[1:])[inside]
    names = distinct(keys)
    column = np.searchsorted(names, keys)
    said = ones(owner[1:][inside], column, (len(letters), max(1, len(names))))
    return unit(scaled(said, rarities(counts(said), len(letters))))
