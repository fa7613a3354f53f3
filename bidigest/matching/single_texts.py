"""Texts by themselves, of no document that was read: prepared for comparing, and compared."""

from __future__ import annotations

import numpy as np

from bidigest.features.sentence_features import sentence_features
from bidigest.matching.collection import Comparable, Pairs, prepare_collection
from bidigest.matching.evidence import table
from bidigest.matching.scoring import probabilities
from bidigest.model import Span
from bidigest.quantities.finding import find_quantities
from bidigest.text.figure_clauses import clause_around
from bidigest.text.tokens import terms


def comparable_text(text: str, document: int = 0) -> Comparable:
    """Prepare a text by itself, with its figures.

    Args:
        text: a sentence, without markup.
        document: which source it is taken to be of.
    """
    whole = Span(0, len(text))
    found = find_quantities(text, whole)
    return Comparable(
        text,
        terms(text),
        sentence_features(text),
        figures=found,
        clauses=tuple(clause_around(text, whole, figure.span) for figure in found),
        document=document,
    )


def similarity(one: str, other: str) -> float:
    """Tell how probably two texts by themselves, in either language, make the same claim."""
    collection = prepare_collection([comparable_text(one, 0), comparable_text(other, 1)])
    pair = Pairs(collection, np.array([0]), np.array([1]))
    return float(probabilities(table(pair), alone=True)[0])
