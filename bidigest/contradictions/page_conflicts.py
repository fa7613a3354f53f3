"""The conflicts of a digest, as its page shows them: opposites and figures, told once.

In: what was found of pairs of sentences, and the points that cite them. Out: one conflict for each
dispute, at a point that is shown, with all who take a side and the words that they share.
"""

from __future__ import annotations

from collections.abc import Sequence

from bidigest.contradictions.opposites import find_opposites
from bidigest.contradictions.quantity_conflicts import find_conflicts, in_order
from bidigest.contradictions.quantity_disputes import Disputes
from bidigest.contradictions.sentence_pairs import Contrasts
from bidigest.contradictions.shared_words import with_shared_words
from bidigest.contradictions.sides import at_shown_points, with_all_sides
from bidigest.corpus import Corpus
from bidigest.model import Conflict, Point, Quantity
from bidigest.model.digests import source_id


def conflicts_of(
    corpus: Corpus, found: Sequence[Point], contrasts: Contrasts, disputes: Disputes
) -> tuple[Conflict, ...]:
    """Find the conflicts of points that are shown, with all who take a side, in their order.

    Args:
        corpus: all sentences.
        found: all points.
        contrasts: of pairs of sentences.
        disputes: pairs of sentences whose figures differ.
    """
    kinds = find_opposites(corpus, found, contrasts), find_conflicts(corpus, found, disputes)
    shown = in_order(found, *(at_shown_points(kind, found) for kind in kinds))
    whole = with_all_sides(shown, found, _figures(corpus))
    return with_shared_words(whole, corpus.documents)


def _figures(corpus: Corpus) -> dict[tuple[str, int], tuple[Quantity, ...]]:
    """Map source id and start of each sentence to its figures."""
    return {(source_id(i), s.span.start): s.figures for i, s in corpus.sentences if s.figures}
