"""Connected components of a graph given by its edges."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt


def components(size: int, pairs: Iterable[tuple[int, int]]) -> npt.NDArray[np.int64]:
    """Find connected components by union-find.

    Args:
        size: number of nodes, named 0 … size - 1.
        pairs: edges.

    Returns:
        int64, (size,): of each node the smallest node of its component.
    """
    above = list(range(size))

    def smallest(number: int) -> int:
        """Find the smallest node known of a node's component, and shorten the way to it."""
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    for first, second in pairs:
        one, other = smallest(first), smallest(second)
        above[max(one, other)] = min(one, other)
    return np.array([smallest(number) for number in range(size)], dtype=np.int64)
