"""Exact duplicates: sentences said again and again to the letter, compared with others only once.

What a hundred sources quote would otherwise have its own duplicates as its only candidates, and
each duplicate only some of them. So the first of many stands for all: the others take over
what is found out about it, and are compared with it alone, which says why they are together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from bidigest.languages.folding import folded
from bidigest.sparse.matrices import Integers

MOST_DUPLICATES = 20
"""So many of one wording are still compared like any others, since all can be candidates."""


def first_occurrences(texts: Sequence[str], letters: Sequence[str]) -> Integers:
    """Find for each sentence the one that stands for it: the first of its duplicates, or itself.

    Args:
        texts: the sentences.
        letters: the same without punctuation: those that differ there need not be looked at.

    Returns:
        int64, (n_sentences,).
    """
    found = np.arange(len(texts))
    often = Counter(letters)
    numbers = [number for number, each in enumerate(letters) if often[each] > MOST_DUPLICATES]
    duplicates: dict[str, list[int]] = {}
    for number in numbers:
        duplicates.setdefault("".join(folded(texts[number]).split()), []).append(number)
    for group in duplicates.values():
        if len(group) > MOST_DUPLICATES:
            found[group] = group[0]
    return found
