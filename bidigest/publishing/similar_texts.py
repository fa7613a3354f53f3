"""Texts that are nearly the same, by the pairs of neighbouring characters that they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeVar

One = TypeVar("One")
Other = TypeVar("Other")


def similar(
    ones: Mapping[One, str], others: Mapping[Other, str], least: float
) -> Iterator[tuple[float, One, Other]]:
    """Yield the pairs of two collections' texts that are at least so alike, with how much.

    Args:
        ones: texts by name.
        others: texts by name, compared with each of the ones.
        least: share of character bigrams (Dice), between 0 and 1.
    """
    bigrams = {name: _bigrams(text) for name, text in others.items()}
    frequency = Counter(bigram for each in bigrams.values() for bigram in each)
    index: dict[str, list[Other]] = defaultdict(list)
    for name, some in bigrams.items():
        for bigram in _rarest(some, frequency, least):
            index[bigram].append(name)
    for one, text in ones.items():
        wanted = _bigrams(text)
        near = (name for each in _rarest(wanted, frequency, least) for name in index.get(each, ()))
        for other in dict.fromkeys(near):
            likeness = _dice(wanted, bigrams[other])
            if likeness >= least:
                yield likeness, one, other


def _rarest(bigrams: set[str], frequency: Mapping[str, int], least: float) -> list[str]:
    """Choose as many of the rarest of a set that every set so like it has one of them.

    Sets with a Dice of d share d / (2 - d) of each, so one of the others and one more (prefix
    filtering: Chaudhuri, Ganti & Kaushik 2006).
    """
    ordered = sorted(bigrams, key=lambda bigram: (frequency.get(bigram, 0), bigram))
    shared = least / (2 - least)
    return ordered[: int(len(ordered) * (1 - shared) + 1e-9) + 1]


def _dice(some: set[str], others: set[str]) -> float:
    return 2 * len(some & others) / (len(some) + len(others))


def _bigrams(text: str) -> set[str]:
    return {text[start : start + 2] for start in range(max(1, len(text) - 1))}
