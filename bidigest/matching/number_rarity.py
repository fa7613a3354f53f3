"""The numbers of sentences as vectors, the rarer a number is in the collection the longer."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import scipy.sparse as sparse

from bidigest.matching.term_weighting import rarity
from bidigest.quantities.plain_numbers import plain_numbers
from bidigest.sparse.matrices import placed


def number_vectors(texts: Sequence[str]) -> sparse.csr_array:
    """Return a matrix of which dot products of rows are the rarity of shared numbers.

    Args:
        texts: of the sentences.

    Returns:
        (n_sentences, n_numbers), of each number that a sentence gives the root of its rarity.
    """
    given = [sorted(plain_numbers(text)) for text in texts]
    rare = rarity(given)
    columns = {number: column for column, number in enumerate(sorted(rare))}
    rows = np.repeat(np.arange(len(given)), [len(each) for each in given])
    numbers = [number for each in given for number in each]
    values = np.array([math.sqrt(rare[number]) for number in numbers])
    at = np.array([columns[number] for number in numbers], dtype=np.int64)
    return placed(values, rows, at, (len(given), max(1, len(columns))))
