"""What sentences give in numbers, as arrays that are quickly compared: the numbers, their units.

The rarer a number is in the collection, the longer its vector.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import scipy.sparse as sparse

from bidigest.matching.term_weighting import rarity
from bidigest.model import Quantity
from bidigest.quantities.agreement import kind
from bidigest.quantities.plain_numbers import plain_numbers
from bidigest.quantities.units import is_count
from bidigest.sparse.matrices import Integers, placed


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
