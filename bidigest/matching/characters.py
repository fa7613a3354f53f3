"""Sentences as pairs of neighbouring characters."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sparse

from bidigest.matching.sparsity import counts, ones, scaled, unit
from bidigest.matching.weighting import rarities
from bidigest.terms import bare


def character_pairs(texts: Sequence[str]) -> sparse.csr_array:
    """Texts by pairs of neighbouring characters, the rarer the more: unit vectors."""
    stripped = [bare(text) for text in texts]
    codes = np.frombuffer("".join(stripped).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    owner = np.repeat(np.arange(len(texts)), [len(text) for text in stripped])
    inside = owner[1:] == owner[:-1]
    keys = (codes[:-1].astype(np.int64) << 21 | codes[1:])[inside]
    names, column = np.unique(keys, return_inverse=True)
    said = ones(owner[1:][inside], column, (len(texts), max(1, len(names))))
    return unit(scaled(said, rarities(counts(said), len(texts))))
