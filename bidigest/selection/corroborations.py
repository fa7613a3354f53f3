"""Who else may make a point: sentences of further sources, with how probably they make its claim.

Half of what several sources say stands in more points than one, since no pair of its sentences
is told for certain. A claim that three further sources make with a probability of .4 each is
expected to have one source more than those cited. Only sentences of no source but their own are
looked at: one that others say as well has found its point.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, islice

import numpy as np

from bidigest.matching import Matches
from bidigest.sparse.matrices import Integers

PROBABLE = 0.2
"""Probability from which a sentence counts."""

_MOST = 3
"""How many sentences of a source are looked at, the most probable ones."""

Corroborations = tuple[tuple[tuple[int, float], ...], ...]
"""Of each further source its sentences, by number in the run, with their probabilities."""


def corroborations(
    matches: Matches, owner: Integers, sentences: Integers, sources: Integers
) -> list[Corroborations]:
    """Find for each group the sentences of other sources that probably make its claim, too.

    Args:
        matches: pairs of members of groups with their probabilities.
        owner: int64, (n_members,), the group of each.
        sentences: int64, (n_members,), which sentence each is.
        sources: int64, (n_members,), the document of each.

    Returns:
        One value a group; sources in their order, in each the most probable sentence first.
    """
    here, there = np.r_[matches.first, matches.second], np.r_[matches.second, matches.first]
    group, sentence, source = owner[here], sentences[there], sources[there]
    scores, width = np.r_[matches.scores, matches.scores], int(sources.max(initial=0)) + 1
    sides = np.unique(owner * width + sources)
    shared = sentences[np.bincount(sides // width)[owner] > 1]
    outside = ~np.isin(group * width + source, sides) & ~np.isin(sentence, shared)
    kept = np.flatnonzero(outside & (scores >= PROBABLE))
    kept = kept[np.lexsort((sentence[kept], -scores[kept], source[kept], group[kept]))]
    columns = (group, source, sentence, scores)
    rows = zip(*(column[kept].tolist() for column in columns), strict=True)
    found: list[Corroborations] = [()] * (int(owner.max(initial=-1)) + 1)
    for (at, _), some in groupby(rows, key=lambda row: row[:2]):
        chances: dict[int, float] = {}
        for *_, number, score in some:
            chances.setdefault(number, score)
        found[at] += (tuple(islice(chances.items(), _MOST)),)
    return found


def expected(found: Corroborations, said: Sequence[float]) -> float:
    """Tell how many further sources are expected to make a claim in words not said yet.

    Args:
        found: sentences of further sources.
        said: of each sentence of the run, what part of it is said, from 0 to 1.
    """
    each = (((1 - said[number]) * chance for number, chance in source) for source in found)
    return sum(max(source) for source in each)
