"""Further members: a sentence of one group that also makes the claim of another.

Average link gives each sentence one group, though a long one makes several claims. Where a group
lacks a source, the source's sentence that is nearest to it stands in it as well, if it is nearly
certain of one of its sentences and near enough to all of them, on average. It keeps its own group.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sparse

from bidigest.clustering.groups import Groups, listed
from bidigest.clustering.strengths import MOST, strength, strengths
from bidigest.matching import Matches
from bidigest.sparse.matrices import Floats, Integers, distinct, ones, symmetric


def with_further_members(
    groups: Sequence[tuple[int, ...]], number: Integers, matches: Matches, average: float
) -> Groups:
    """Add to groups of several sources the sentences of other groups that make their claim, too.

    Args:
        groups: of sentences; a sentence may be in several.
        number: int64, (n_sentences,), the document of each.
        matches: pairs with their probabilities.
        average: probability whose log-odds a sentence must reach with the group's, on average.
    """
    members, names = listed(groups)
    inside = ones(members, names, (len(number), len(groups)))
    held = distinct(number[members] * len(groups) + names)
    sources = np.bincount(held % len(groups), minlength=len(groups))
    sentence, group = _sure(inside, matches, len(number))
    lacking = ~np.isin(number[sentence] * len(groups) + group, held)
    wanted = np.flatnonzero(lacking & (sources[group] > 1))
    sentence, group = sentence[wanted], group[wanted]
    sizes = np.bincount(names, minlength=len(groups))
    means = _totals(inside, matches, sentence, group) / sizes[group]
    more = _best(sentence, group, means, number, strength(average))
    return tuple(
        tuple(sorted({*own, *more.get(name, ())})) if name in more else own
        for name, own in enumerate(groups)
    )


def _sure(inside: sparse.csr_array, matches: Matches, size: int) -> tuple[Integers, Integers]:
    """Find which sentences are nearly certain to say what one of a group's says.

    Args:
        inside: (n_sentences, n_groups), 1 where a group holds a sentence.
        matches: pairs of sentences.
        size: number of sentences.

    Returns:
        Sentences and groups, both int64, (n_found,), sorted.
    """
    rows = np.flatnonzero(matches.scores >= MOST)
    sure = symmetric(np.ones(len(rows)), matches.first[rows], matches.second[rows], size)
    found = sparse.csr_array(sure @ inside)
    found.sort_indices()
    owners = np.repeat(np.arange(size), np.diff(found.indptr))
    return owners, found.indices.astype(np.int64)


def _totals(
    inside: sparse.csr_array, matches: Matches, sentence: Integers, group: Integers
) -> Floats:
    """Sum up how strongly sentences are bound to the sentences of groups: float64, (n_pairs,).

    Args:
        inside: (n_sentences, n_groups), 1 where a group holds a sentence.
        matches: pairs of sentences.
        sentence: int64, (n_pairs,).
        group: int64, (n_pairs,).
    """
    bound = symmetric(strengths(matches.scores), matches.first, matches.second, inside.shape[0])
    asked, row = np.unique(sentence, return_inverse=True)
    sums = sparse.csr_array(bound[asked] @ inside)
    sums.sort_indices()
    width = inside.shape[1]
    keys = np.repeat(np.arange(len(asked)), np.diff(sums.indptr)) * width + sums.indices
    found: Floats = sums.data[np.searchsorted(keys, row * width + group)]
    return found


def _best(
    sentence: Integers, group: Integers, means: Floats, number: Integers, least: float
) -> dict[int, list[int]]:
    """Choose for each group and source it lacks the sentence that is bound to it most strongly.

    Args:
        sentence: int64, (n_pairs,).
        group: int64, (n_pairs,), that the sentence may be added to.
        means: float64, (n_pairs,), how strongly it is bound to the group's, on average.
        number: int64, (n_sentences,), the document of each.
        least: mean from which it is added.

    Returns:
        For each group that gets some its further sentences.
    """
    best: dict[tuple[int, int], tuple[float, int]] = {}
    for one, name, mean in zip(sentence.tolist(), group.tolist(), means.tolist(), strict=True):
        if round(mean, 6) >= least:
            key = name, int(number[one])
            best[key] = max(best.get(key, (0.0, 0)), (round(mean, 6), -one))
    found: dict[int, list[int]] = {}
    for (name, _), (_, one) in sorted(best.items()):
        found.setdefault(name, []).append(-one)
    return found
