"""What holds of a part only, while the rest is expressly otherwise: 只停一条航线，其余照常.

Who says it without such a word says it of all.
"""

from __future__ import annotations

from collections.abc import Iterator

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.denials import PolarityEvidence
from bidigest.contrasts.overlap import overlap
from bidigest.model import Span

_LEAST_WORDS = 2
"""Words that the sentences must have in common."""


def only_part(a: Analysis, b: Analysis) -> Iterator[PolarityEvidence]:
    """Yield where the first sentence says of a part only what the second says of all.

    Args:
        a: a sentence.
        b: another that probably is of the same matter.
    """
    found = a.first("only a part")
    if not found or b.first("of a part"):
        return
    common = overlap(a, None, b, None, poles=True)
    if common.words >= _LEAST_WORDS:
        whole = Span(b.words[0].start, b.words[-1].end)
        yield PolarityEvidence(True, found, whole, common.mean)
