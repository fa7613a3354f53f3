"""A prior by a sentence's place in its source: gist stands early, and where a source sums up.

Title and location are the oldest signs of a sentence that matters (Edmundson, "New Methods in
Automatic Extracting", 1969).
"""

from __future__ import annotations

from bidigest.languages.folding import folded
from bidigest.languages.patterns import pattern
from bidigest.model import Document

EARLY = 0.7
"""What the first sentence of a source counts more than its last."""

SUMMING_UP = 0.5
"""What a sentence counts more in a section whose title announces a summary.

Both are chosen by `benchmarks/fit_choosing.py`.
"""

_SUMMARY = pattern("headings", "summing up")


def positional_prior(document: Document) -> tuple[float, ...]:
    """Compute the factor by which each sentence's place changes its salience; 1 changes nothing."""
    last = max(1, len(document.sentences) - 1)
    sums_up = [bool(_SUMMARY.search(folded(" / ".join(s.path)))) for s in document.sections]
    return tuple(
        (1 + EARLY * (1 - number / last)) * (1 + SUMMING_UP * sums_up[sentence.section])
        for number, sentence in enumerate(document.sentences)
    )
