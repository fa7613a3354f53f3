"""TextRank: how much each sentence of one document matters within it.

TextRank (Mihalcea and Tarau, "TextRank: Bringing Order into Texts", EMNLP 2004): sentences
that share words recommend each other, and PageRank weighs the recommendations. The graph is
kept sparse: a sentence is linked to those `NEIGHBOURS` that are most like it, since the
full graph costs most of a run's time and does not fit into memory for a long document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import scipy.sparse as sparse

from bidigest.features.sentence_features import analyse_sentences
from bidigest.model import Document, Summary
from bidigest.sparse.dot_products import paired
from bidigest.sparse.matrices import (
    Floats,
    Integers,
    counts,
    distinct,
    incidence,
    scaled,
    slices,
    symmetric,
)
from bidigest.sparse.row_selection import rarest, strongest

NEIGHBOURS = 10
"""How many most similar sentences each sentence is linked to."""

DAMPING = 0.85
"""Probability that the walk follows a link rather than beginning anew, as in the paper."""

MOST_STEPS = 100
"""Of the power iteration; by then hardly a ten-millionth of the beginning is left."""

_TOLERANCE = 1e-6
"""How little the ranks change in a step, on average, once they are taken for the last ones."""

MOST_MET = 20_000
"""Sentences that a sentence's words may meet, summed over its words from the rarest on."""

_ROWS = 1024
"""Sentences whose similarities are computed at a time."""

_FEW = 256
"""Sentences up to which sorting the whole table of their similarities is quicker."""


def summarize(document: Document) -> Summary:
    """Analyse every sentence of a document and rank it by TextRank, in the sentences' own order."""
    summary = analyse_sentences(document)
    return replace(summary, ranks=rank(summary.terms))


def rank(sentences: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """Rank sentences, given as tokens, by PageRank over the graph of those that share words.

    Returns:
        One rank a sentence; they sum up to 1, rounded so as to be the same on any machine.
    """
    return tuple(round(each, 9) for each in _pagerank(_links(sentences)).tolist())


def _pagerank(links: sparse.csr_array) -> Floats:
    """Rank nodes by how often a random walk meets them (Page et al., 1999), by power iteration.

    Args:
        links: (n_nodes, n_nodes), symmetric: how likely the walk follows each link of a node,
            beside its others. From a node without links it begins anew.

    Returns:
        float64, (n_nodes,), adding up to 1.
    """
    size = links.shape[0]
    total = np.asarray(links.sum(axis=1)).ravel()
    alone = total == 0
    # Column by column, of a symmetric matrix: the rows of what leads to each node.
    leading_to = scaled(links, 1.0 / np.where(alone, 1.0, total))
    anew = np.full(size, 1.0 / max(size, 1))
    found = anew
    for _ in range(MOST_STEPS):
        before = found
        found = DAMPING * (leading_to @ before + before[alone].sum() * anew) + (1 - DAMPING) * anew
        if np.abs(found - before).sum() < size * _TOLERANCE:
            break
    return found


def _links(sentences: Sequence[Sequence[str]]) -> sparse.csr_array:
    """Link each sentence with its most similar ones.

    In a document of very many sentences only those are asked that share a rarer word.

    Returns:
        float64, (n_sentences, n_sentences), symmetric: the similarities of those that are linked.
    """
    said, size = incidence(sentences)[1], len(sentences)
    logarithms = np.log(np.maximum(np.diff(said.indptr), 1) + 1)
    keys = _near_few(said, logarithms) if size <= _FEW else _near(said, logarithms)
    unique = distinct(keys)
    first, second = unique // max(size, 1), unique % max(size, 1)
    weights = paired(said, said, first, second) / (logarithms[first] + logarithms[second])
    return symmetric(weights, first, second, size)


def _near(said: sparse.csr_array, logarithms: Floats) -> Integers:
    """Pair each sentence with its most similar ones.

    Args:
        said: (n_sentences, n_words), 1.0 where a sentence has a word.
        logarithms: float64, (n_sentences,), of each sentence's number of words.

    Returns:
        int64, (n_pairs,): the smaller number times n_sentences, plus the other.
    """
    size = said.shape[0]
    asked, others = rarest(said, counts(said), MOST_MET), sparse.csr_array(said.T)
    keys = []
    for rows in slices(size, _ROWS):
        similar = sparse.csr_array(asked[rows] @ others)
        own = np.repeat(np.arange(rows.start, rows.stop), np.diff(similar.indptr))
        # The paper's similarity: shared words over the sum of the lengths' logarithms.
        values = (similar.data / (logarithms[own] + logarithms[similar.indices])).round(9)
        similar.data = np.where(similar.indices == own, -1.0, values)
        row, near = strongest(similar, NEIGHBOURS)
        node = rows.start + row
        keys.append(np.minimum(near, node) * size + np.maximum(near, node))
    return np.concatenate(keys)


def _near_few(said: sparse.csr_array, logarithms: Floats) -> Integers:
    """Pair each sentence with its most similar ones, all pairs fitting into a small table.

    Args:
        said: (n_sentences, n_words), 1.0 where a sentence has a word.
        logarithms: float64, (n_sentences,), of each sentence's number of words.

    Returns:
        int64, (n_pairs,): the smaller number times n_sentences, plus the other.
    """
    size = said.shape[0]
    shared = sparse.csr_array(said @ said.T).toarray()
    similar = (shared / (logarithms[:, None] + logarithms)).round(9)
    np.fill_diagonal(similar, 0.0)
    near = np.argsort(-similar, axis=1, kind="stable")[:, :NEIGHBOURS]
    node = np.broadcast_to(np.arange(size)[:, None], near.shape)
    keys: Integers = np.minimum(near, node) * size + np.maximum(near, node)
    return keys[similar[node, near] > 0]
