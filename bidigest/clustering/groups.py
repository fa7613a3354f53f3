"""Groups of sentences: which of them hold a sentence, and which hold others whole."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np

from bidigest.sparse.matrices import Integers

Groups = tuple[tuple[int, ...], ...]


def holders(groups: Sequence[Sequence[int]]) -> dict[int, list[int]]:
    """Map each sentence to the groups that hold it, by their indexes, in order."""
    found: dict[int, list[int]] = {}
    for name, group in enumerate(groups):
        for number in group:
            found.setdefault(number, []).append(name)
    return found


def largest(groups: Sequence[tuple[int, ...]]) -> Groups:
    """Return each group once, without those that another one holds whole."""
    groups = tuple(dict.fromkeys(groups))
    holding = holders(groups)
    return tuple(g for name, g in enumerate(groups) if not _held(name, groups, holding))


def _held(name: int, groups: Sequence[tuple[int, ...]], holding: dict[int, list[int]]) -> bool:
    group = set(groups[name])
    others = (other for other in holding[groups[name][0]] if other != name)
    return any(group < set(groups[other]) for other in others)


def homes(groups: Sequence[tuple[int, ...]], number: Integers) -> tuple[Integers, list[set[int]]]:
    """Find of each sentence its group, int64, (n_sentences,), and of each group its sources.

    Args:
        groups: that hold each sentence once.
        number: int64, (n_sentences,), the document of each.
    """
    home = np.zeros(len(number), dtype=np.int64)
    numbers, names = listed(groups)
    home[numbers] = names
    documents = number.tolist()
    return home, [{documents[member] for member in group} for group in groups]


def listed(groups: Sequence[tuple[int, ...]]) -> tuple[Integers, Integers]:
    """List all members of groups, one group after another, and the indexes of their groups.

    Returns:
        Both int64, (n_members,).
    """
    lengths = [len(group) for group in groups]
    numbers = np.fromiter(chain.from_iterable(groups), dtype=np.int64, count=sum(lengths))
    return numbers, np.repeat(np.arange(len(groups)), lengths)
