"""A prior by a sentence's place in its source: gist stands early, and where a source sums up.

Title and location are the oldest signs of a sentence that matters (Edmundson, "New Methods in
Automatic Extracting", 1969).
"""

from __future__ import annotations

import re

from bidigest.model import Document
from bidigest.text.tokens import folded

EARLY = 0.7
"""What the first sentence of a source counts more than its last."""

SUMMING_UP = 0.5
"""What a sentence counts more in a section whose title announces a summary.

Both are chosen by `benchmarks/fit_choosing.py`.
"""

_SUMMARY = re.compile(
    r"摘要|概述|概要|概览|要点|重点|总结|结论|小结|要旨|导读|"
    r"\b(?:abstract|summary|conclusions?|overview|highlights|takeaways?|tl;?dr|in short|in brief|"
    r"at a glance|key (?:points?|findings?|insights?|messages?))\b"
)


def positional_prior(document: Document) -> tuple[float, ...]:
    """Compute the factor by which each sentence's place changes its salience; 1 changes nothing."""
    last = max(1, len(document.sentences) - 1)
    sums_up = [bool(_SUMMARY.search(folded(" / ".join(s.path)))) for s in document.sections]
    return tuple(
        (1 + EARLY * (1 - number / last)) * (1 + SUMMING_UP * sums_up[sentence.section])
        for number, sentence in enumerate(document.sentences)
    )
