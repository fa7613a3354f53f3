"""Sentences that are said again and again to the letter: compared with others only once.

What a hundred sources quote would otherwise have its own copies as its only candidates, and
each copy only some of them. So the first of many copies stands for all: the others take over
what is found out about it, and are held against it alone, which says why they are together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from bidigest.languages.folding import folded
from bidigest.sparse.matrices import Integers

MOST_COPIES = 20
"""So many of one wording are still compared like any others, since all can be candidates."""


def originals(texts: Sequence[str], letters: Sequence[str]) -> Integers:
    """Of each sentence, the one that stands for it: the first of its copies, or itself.

    `letters` are the texts without punctuation: what differs there need not be looked at.
    """
    found = np.arange(len(texts))
    often = Counter(letters)
    numbers = [number for number, each in enumerate(letters) if often[each] > MOST_COPIES]
    copies: dict[str, list[int]] = {}
    for number in numbers:
        copies.setdefault("".join(folded(texts[number]).split()), []).append(number)
    for group in copies.values():
        if len(group) > MOST_COPIES:
            found[group] = group[0]
    return found
