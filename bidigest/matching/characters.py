"""Sentences as character n-grams."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import scipy.sparse as sparse

from bidigest.matching.term_weighting import rarities
from bidigest.sparse.matrices import Booleans, counts, numbered, ones, scaled, unit

_OF_LETTERS = 4
"""An alphabet's letters in a run. Two Chinese characters mostly are a word; any two English
sentences share most of their pairs of letters, and of runs of four about as many as two Chinese
ones do of pairs (see docs/merging.md)."""

_ALPHABETS_END = 0x2E80
"""Code point after which characters are no letters but words and syllables."""

_Small = npt.NDArray[np.uint32]


def character_runs(letters: Sequence[str]) -> sparse.csr_array:
    """Represent texts by their character n-grams, the rarer the more.

    Args:
        letters: texts without punctuation.

    Returns:
        (n_texts, n_ngrams), rows of length 1.
    """
    text = "".join(letters).encode("utf-32-le", "surrogatepass")
    # Four bytes a character: a source of one long line is millions of them.
    codes = np.frombuffer(text, dtype=np.uint32)
    owner = np.repeat(np.arange(len(letters), dtype=np.int32), [len(text) for text in letters])
    alphabetic = (codes < _ALPHABETS_END) & ~_digits(codes)
    whole = _all(alphabetic, _OF_LETTERS) & _within(owner, _OF_LETTERS)
    pairs = _numbered(codes[:-1], codes[1:])
    fours = _numbered(pairs[: len(whole)][whole], pairs[2 : 2 + len(whole)][whole])
    # Letters of a stretch too short for a run of four (AI, ROI) still make pairs.
    covered = np.zeros(len(codes) + _OF_LETTERS, dtype=bool)
    for step in range(_OF_LETTERS - 1):
        covered[step : step + len(whole)] |= whole
    single = _within(owner, 2) & ~covered[: len(pairs)]
    owners = np.r_[owner[: len(pairs)][single], owner[: len(whole)][whole]].astype(np.int64)
    keys = np.r_[2 * pairs[single].astype(np.int64), 2 * fours.astype(np.int64) + 1]
    count, column = numbered(keys)
    said = ones(owners, column, (len(letters), max(1, count)))
    return unit(scaled(said, rarities(counts(said), len(letters))))


def _digits(codes: _Small) -> Booleans:
    """Tell which characters are digits.

    Args:
        codes: uint32, (n_characters,), code points.

    Returns:
        bool, (n_characters,).
    """
    found: Booleans = (codes >= ord("0")) & (codes <= ord("9"))
    return found


def _numbered(ones: _Small, others: _Small) -> _Small:
    """Return a number for each two that stand side by side, the same for the same.

    Args:
        ones: uint32, (n_runs,).
        others: uint32, (n_runs,).

    Returns:
        uint32, (n_runs,).
    """
    return numbered(ones.astype(np.int64) << 32 | others)[1].astype(np.uint32)


def _all(has: Booleans, length: int) -> Booleans:
    """Tell of each run of this length whether every character in it has a property.

    Args:
        has: bool, (n_characters,).
        length: of the runs.

    Returns:
        bool, (n_characters - length + 1,).
    """
    size = max(0, len(has) - length + 1)
    found: Booleans = np.ones(size, dtype=bool)
    for step in range(length):
        found &= has[step : step + size]
    return found


def _within(owner: npt.NDArray[np.int32], length: int) -> Booleans:
    """Tell of each run of this length whether it stands in one text.

    Args:
        owner: int32, (n_characters,), the text of each.
        length: of the runs.

    Returns:
        bool, (n_characters - length + 1,).
    """
    found: Booleans = owner[length - 1 :] == owner[: max(0, len(owner) - length + 1)]
    return found
