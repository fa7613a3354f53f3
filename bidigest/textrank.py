"""How much each sentence of one document matters within it.

TextRank (Mihalcea and Tarau, "TextRank: Bringing Order into Texts", EMNLP 2004): sentences
that share words recommend each other, and PageRank weighs the recommendations. The graph is
kept sparse: a sentence is linked to those `NEIGHBOURS` that are most like it, since the
full graph costs most of a run's time and does not fit into memory for a long document.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import networkx as nx
import numpy as np
import scipy.sparse as sparse

from bidigest.model import Document, Summary
from bidigest.terms import terms
from bidigest.wording import wording

NEIGHBOURS = 10
DAMPING = 0.85
_ROWS = 1024


def summarize(document: Document) -> Summary:
    """TextRank of every sentence of the document, in the sentences' own order."""
    words = tuple(terms(wording(document, sentence.span)) for sentence in document.sentences)
    return Summary(rank(words), words)


def rank(sentences: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """PageRank over the sentences' graph, rounded so that it is the same on any machine."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(sentences)))
    graph.add_weighted_edges_from(_edges(sentences))
    ranks = nx.pagerank(graph, alpha=DAMPING) if len(graph) else {}
    return tuple(round(ranks[node], 9) for node in range(len(sentences)))


def _edges(sentences: Sequence[Sequence[str]]) -> list[tuple[int, int, float]]:
    """Each sentence with its most similar ones: (first, second, similarity), sorted."""
    incidence = _incidence(sentences)
    lengths = np.maximum(np.diff(incidence.indptr), 1)
    edges: dict[tuple[int, int], float] = {}
    for start in range(0, len(sentences), _ROWS):
        shared = sparse.csr_array(incidence[start : start + _ROWS] @ incidence.T)
        for row in range(shared.shape[0]):
            node = start + row
            columns = shared.indices[shared.indptr[row] : shared.indptr[row + 1]]
            counts = shared.data[shared.indptr[row] : shared.indptr[row + 1]]
            # The paper's similarity: shared words over the sum of the lengths' logarithms.
            similar = counts / (math.log(lengths[node] + 1) + np.log(lengths[columns] + 1))
            for column, weight in _nearest(node, columns, similar):
                edges[min(node, column), max(node, column)] = weight
    return [(first, second, edges[first, second]) for first, second in sorted(edges)]


def _nearest(node: int, columns: np.ndarray, similar: np.ndarray) -> list[tuple[int, float]]:
    order = np.lexsort((columns, -similar.round(9)))
    near = [(int(columns[i]), float(similar[i])) for i in order[: NEIGHBOURS + 1]]
    return [(column, weight) for column, weight in near if column != node][:NEIGHBOURS]


def _incidence(sentences: Sequence[Sequence[str]]) -> sparse.csr_array:
    """Sentences by words, 1 where the word stands in the sentence."""
    number: dict[str, int] = {}
    indices = [
        sorted({number.setdefault(word, len(number)) for word in words}) for words in sentences
    ]
    flat = np.array([index for row in indices for index in row], dtype=np.int64)
    starts = np.cumsum([0, *(len(row) for row in indices)])
    shape = (len(sentences), max(1, len(number)))
    return sparse.csr_array((np.ones(len(flat)), flat, starts), shape=shape)
