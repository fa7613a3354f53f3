"""Which contradicting figures of a point are of one thing, and belong to one conflict.

That are figures that contradict one another, by way of others too, and equal ones. Of a source
that gives two of them the one counts whose clause is more like those of the other sources: who
writes two figures a line apart means two things, 4 percent of rents and 5.8 percent of prices.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

from bidigest.contradictions.quantity_claims import Amount, Claim, Pair, amount
from bidigest.contradictions.restatements import claim
from bidigest.contradictions.sentence_pairs import Numbers
from bidigest.contrasts.quantity_roles import in_common
from bidigest.corpus import Corpus
from bidigest.model import Quantity
from bidigest.sparse.matrices import components

Figure = tuple[int, Quantity]
"""A sentence, by its number, and a figure of it; the span counts from the sentence's start."""


def figures_of_conflicts(
    corpus: Corpus, pairs: Sequence[tuple[Numbers, Pair]]
) -> Iterator[tuple[Figure, ...]]:
    """Yield the figures of each conflict, in the order of the pairs.

    Args:
        corpus: all sentences.
        pairs: of one point: two sentences and their contradicting figures.
    """
    nodes = list(dict.fromkeys(n for pair, each in pairs for n in zip(pair, each, strict=True)))
    at = {node: number for number, node in enumerate(nodes)}
    links = [(at[pair[0], each[0]], at[pair[1], each[1]]) for pair, each in pairs]
    first: dict[Amount, int] = {}
    links += [(first.setdefault(amount(node[1]), at[node]), at[node]) for node in nodes]
    part = components(len(nodes), links).tolist()
    for name in dict.fromkeys(part):
        yield _one_a_source(corpus, [n for n, of in zip(nodes, part, strict=True) if of == name])


def _one_a_source(corpus: Corpus, nodes: Sequence[Figure]) -> tuple[Figure, ...]:
    """Leave out the figures of a source that gives another one, more like those of the others."""
    of_source: dict[int, list[Figure]] = {}
    for node in nodes:
        of_source.setdefault(_source(corpus, node), []).append(node)
    claims = cache(partial(claim, corpus))
    kept: set[Figure] = set()
    for source, own in of_source.items():
        others = [node for node in nodes if _source(corpus, node) != source]
        alike = [_alike(claims, node, others) if len(own) > 1 else 0.0 for node in own]
        kept.update(node for node, each in zip(own, alike, strict=True) if each >= max(alike))
    return tuple(node for node in nodes if node in kept)


def _alike(claims: Callable[[int], Claim], node: Figure, others: Sequence[Figure]) -> float:
    """Measure how much a figure's clause has in common with the nearest of other sources."""
    own = claims(node[0]).analysis
    found = (
        in_common(own, node[1].span, claims(number).analysis, figure.span)
        for number, figure in others
    )
    return round(max(found, default=0.0), 6)


def _source(corpus: Corpus, node: Figure) -> int:
    return corpus.sentences[node[0]][0]
