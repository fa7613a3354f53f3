"""Which of the texts that a sentence model has read only tell who says something."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from bidigest.embedding.sentence_vectors import whole_and_clauses
from bidigest.matching.evidence_table import Booleans
from bidigest.text.reporting_clauses import only_reports


def reporting_pieces(sentences: Iterable[str]) -> Booleans:
    """Tell of each sentence and its clauses, one after another, which only report.

    Args:
        sentences: their wordings.

    Returns:
        bool, (n_texts,); whole sentences never do.
    """
    split = (whole_and_clauses(sentence) for sentence in sentences)
    found = [at > 0 and only_reports(text) for each in split for at, text in enumerate(each)]
    return np.array(found, dtype=np.bool_)
