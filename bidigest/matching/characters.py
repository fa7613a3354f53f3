"""Sentences as runs of neighbouring characters."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import scipy.sparse as sparse

from bidigest.matching.sparsity import Integers, counts, distinct, ones, scaled, unit
from bidigest.matching.weighting import rarities

_OF_LETTERS = 4
"""An alphabet's letters in a run. Two Chinese characters mostly are a word; any two English
sentences share most of their pairs of letters, and of runs of four about as many as two Chinese
ones do of pairs (see docs/merging.md)."""

_ALPHABETS_END = 0x2E80
"""Code point after which characters are no letters but words and syllables."""


def character_runs(letters: Sequence[str]) -> sparse.csr_array:
    """Texts (bare of punctuation) by runs of neighbours, the rarer the more: unit vectors."""
    text = "".join(letters).encode("utf-32-le", "surrogatepass")
    codes = np.frombuffer(text, dtype=np.uint32).astype(np.int64)
    owner = np.repeat(np.arange(len(letters)), [len(text) for text in letters])
    alphabetic = (codes < _ALPHABETS_END) & ~_digits(codes)
    pairs = _runs(codes, codes, 1, 2)
    fours = _runs(pairs, codes, 2, _OF_LETTERS)
    whole = _all(alphabetic, _OF_LETTERS) & _within(owner, _OF_LETTERS)
    # Letters of a stretch too short for a run of four (AI, ROI) still make pairs.
    covered = np.zeros(len(codes) + _OF_LETTERS, dtype=bool)
    for step in range(_OF_LETTERS - 1):
        covered[step : step + len(whole)] |= whole
    single = _within(owner, 2) & ~covered[: len(pairs)]
    owners = np.r_[owner[: len(pairs)][single], owner[: len(fours)][whole]]
    keys: Integers = np.r_[2 * pairs[single], 2 * fours[whole] + 1]
    names = distinct(keys)
    column = np.searchsorted(names, keys)
    said = ones(owners, column, (len(letters), max(1, len(names))))
    return unit(scaled(said, rarities(counts(said), len(letters))))


def _digits(codes: Integers) -> npt.NDArray[np.bool_]:
    found: npt.NDArray[np.bool_] = (codes >= ord("0")) & (codes <= ord("9"))
    return found


def _runs(shorter: Integers, codes: Integers, length: int, wanted: int) -> Integers:
    """A number for the run that starts at each place, the same for the same: longer ones from
    shorter ones of this length."""
    runs = shorter
    for step in range(length, wanted):
        size = max(0, len(codes) - step)
        keys = runs[:size] << 21 | codes[step : step + size]
        runs = np.searchsorted(distinct(keys), keys)
    return runs


def _all(has: npt.NDArray[np.bool_], length: int) -> npt.NDArray[np.bool_]:
    """Of each run of this length: has every character in it this?"""
    total = np.r_[0, np.cumsum(has)]
    found: npt.NDArray[np.bool_] = total[length:] - total[:-length] == length
    return found


def _within(owner: Integers, length: int) -> npt.NDArray[np.bool_]:
    """Of each run of this length: does it stand in one text?"""
    found: npt.NDArray[np.bool_] = owner[length - 1 :] == owner[: max(0, len(owner) - length + 1)]
    return found
