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
from bidigest.sparse.matrices import Floats, Integers, counts, distinct, incidence, slices
from bidigest.sparse.row_selection import keep_rarest, top_columns

NEIGHBOURS = 10
"""How many most similar sentences each sentence is linked to."""

DAMPING = 0.85
"""Probability that the walk follows a link rather than beginning anew, as in the paper."""

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
    import networkx as nx  # takes as long to import as everything else here

    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(sentences)))
    graph.add_weighted_edges_from(_edges(sentences))
    ranks = nx.pagerank(graph, alpha=DAMPING) if len(graph) else {}
    return tuple(round(ranks[node], 9) for node in range(len(sentences)))


def _edges(sentences: Sequence[Sequence[str]]) -> list[tuple[int, int, float]]:
    """Link each sentence with its most similar ones: (first, second, similarity), sorted.

    In a document of very many sentences only those are asked that share a rarer word.
    """
    said, size = incidence(sentences)[1], len(sentences)
    logarithms = np.log(np.maximum(np.diff(said.indptr), 1) + 1)
    keys = _near_few(said, logarithms) if size <= _FEW else _near(said, logarithms)
    unique = distinct(keys)
    first, second = unique // max(size, 1), unique % max(size, 1)
    weights = paired(said, said, first, second) / (logarithms[first] + logarithms[second])
    return list(zip(first.tolist(), second.tolist(), weights.tolist(), strict=True))


def _near(said: sparse.csr_array, logarithms: Floats) -> Integers:
    """Pair each sentence with its most similar ones.

    Args:
        said: (n_sentences, n_words), 1.0 where a sentence has a word.
        logarithms: float64, (n_sentences,), of each sentence's number of words.

    Returns:
        int64, (n_pairs,): the smaller number times n_sentences, plus the other.
    """
    size = said.shape[0]
    asked, others = keep_rarest(said, counts(said), MOST_MET), sparse.csr_array(said.T)
    keys = []
    for rows in slices(size, _ROWS):
        similar = sparse.csr_array(asked[rows] @ others)
        own = np.repeat(np.arange(rows.start, rows.stop), np.diff(similar.indptr))
        # The paper's similarity: shared words over the sum of the lengths' logarithms.
        values = (similar.data / (logarithms[own] + logarithms[similar.indices])).round(9)
        similar.data = np.where(similar.indices == own, -1.0, values)
        row, near = top_columns(similar, NEIGHBOURS)
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
