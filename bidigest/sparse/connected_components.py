"""Connected components: what a chain of pairs holds together."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt


def components(size: int, pairs: Iterable[tuple[int, int]]) -> npt.NDArray[np.int64]:
    """Of 0 … size - 1, each: the smallest that a chain of pairs leads to (union-find)."""
    above = list(range(size))

    def smallest(number: int) -> int:
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    for first, second in pairs:
        one, other = smallest(first), smallest(second)
        above[max(one, other)] = min(one, other)
    return np.array([smallest(number) for number in range(size)], dtype=np.int64)
