"""Blocks of pairs: pairs of sentences that are near each other, together while there is room.

A block's work needs each of its sentences taken apart once. So the nearest pairs are joined first,
as by single link, but never to more than so many sentences; what is left between two such groups
goes to one of them. Every pair is in one block, so that nothing is lost by it.
"""

from __future__ import annotations

import numpy as np

from bidigest.sparse.matrices import Floats, Integers, distinct, representative

_DIGITS = 6


def blocks(first: Integers, second: Integers, nearness: Floats, most: int) -> list[Integers]:
    """Divide pairs into blocks; the same pairs always make the same blocks.

    Args:
        first: int64, (n_pairs,), numbers of sentences.
        second: int64, (n_pairs,).
        nearness: float64, (n_pairs,); the greatest are kept together first.
        most: how many sentences a group has at most; at least 2.

    Returns:
        Of each block the places of its pairs, int64, in order.
    """
    if not len(first):
        return []
    sentences = distinct(np.r_[first, second])
    one, other = np.searchsorted(sentences, first), np.searchsorted(sentences, second)
    order = np.lexsort((other, one, -nearness.round(_DIGITS)))
    groups = _packed(_groups(len(sentences), one[order], other[order], most), most)
    block = _home(groups, one, other)
    places = np.argsort(block, kind="stable")
    bounds = np.flatnonzero(np.diff(block[places])) + 1
    return np.split(places, bounds)


def _home(groups: Integers, one: Integers, other: Integers) -> Integers:
    """Choose the group of each pair: of two that which fewer sentences have to visit for it.

    Args:
        groups: int64, (n_sentences,).
        one: int64, (n_pairs,).
        other: int64, (n_pairs,).

    Returns:
        int64, (n_pairs,).
    """
    size = int(groups.max()) + 1
    mine = _times(one * size + groups[other])
    theirs = _times(other * size + groups[one])
    return np.where(mine >= theirs, groups[other], groups[one])


def _times(keys: Integers) -> Integers:
    """Count how often each key stands among all: int64, (n_keys,)."""
    _, numbers, counts = np.unique(keys, return_inverse=True, return_counts=True)
    found: Integers = counts[numbers]
    return found


def _groups(size: int, one: Integers, other: Integers, most: int) -> Integers:
    """Join sentences, pair by pair, to groups of at most so many.

    Args:
        size: number of sentences, named 0 … size - 1.
        one: int64, (n_pairs,), those to be joined first before others.
        other: int64, (n_pairs,).
        most: how many sentences a group has at most.

    Returns:
        int64, (size,), of each sentence the one that its group is named by.
    """
    above, sizes = list(range(size)), [1] * size
    for mine, theirs in zip(one.tolist(), other.tolist(), strict=True):
        a, b = representative(above, mine), representative(above, theirs)
        if a != b and sizes[a] + sizes[b] <= most:
            low, high = (a, b) if a < b else (b, a)
            above[high] = low
            sizes[low] += sizes[high]
    return np.array([representative(above, number) for number in range(size)], dtype=np.int64)


def _packed(groups: Integers, most: int) -> Integers:
    """Put small groups that follow each other together, while there is room.

    Args:
        groups: int64, (n_sentences,), names of groups.
        most: how many sentences groups have together at most.

    Returns:
        int64, (n_sentences,), numbers of the groups that come of it.
    """
    names, numbers, sizes = np.unique(groups, return_inverse=True, return_counts=True)
    found, room, at = np.zeros(len(names), dtype=np.int64), most, 0
    for number, size in enumerate(sizes.tolist()):
        if size > room:
            at, room = at + 1, most
        found[number] = at
        room -= size
    packed: Integers = found[numbers]
    return packed
