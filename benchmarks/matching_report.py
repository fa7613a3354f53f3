"""How well pairs are told by weights that have not seen their subject, and how reliably."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from benchmarks.matching_examples import Booleans, Examples
from bidigest.matching.parameters import Scoring
from bidigest.matching.reranker import adjusted
from bidigest.matching.scoring import probabilities
from bidigest.matching.transitive_evidence import gained, transitive_evidence
from bidigest.sparse.matrices import Floats

BINS = (0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0001)


def report(given: Sequence[Examples], weights: dict[str, Scoring], title: str) -> list[str]:
    """Return lines on how well each subject's pairs of two sources are told without it."""
    lines = [title, f"{'':22} AP    n/4   n/2   candidates"]
    rows, scores, labels = [], [], []
    for each in (each for each in given if not each.part):
        across = ~each.evidence.same_source
        found, right = scores_of(each, weights[each.name])[across], each.right[across]
        rows.append((*precision(found, right, each.all_right), right.sum() / each.all_right))
        scores.append(found)
        labels.append(right)
        lines.append(f"{each.name:22} " + "  ".join(f"{value:.2f}" for value in rows[-1]))
    means = np.mean(rows, axis=0)
    lines.append(f"{'mean':22} " + "  ".join(f"{value:.2f}" for value in means))
    lines += reliability(np.concatenate(scores), np.concatenate(labels))
    parts = [each for each in given if each.part]
    across = [~each.evidence.same_source for each in parts]
    short = [scores_of(e, weights[e.name])[a] for e, a in zip(parts, across, strict=True)]
    right = [each.right[a] for each, a in zip(parts, across, strict=True)]
    return [*lines, "parts of them", *reliability(np.concatenate(short), np.concatenate(right)), ""]


def scores_of(each: Examples, given: Scoring) -> Floats:
    """Return the probabilities of a subject's pairs after both looks."""
    m, evidence = each.matches, each.evidence
    scores = probabilities(evidence, given)
    seen = transitive_evidence(m.first, m.second, scores, evidence, each.documents)
    return adjusted(scores, gained(seen, evidence, given.second_look(evidence.modelled)))


def precision(scores: Floats, right: Booleans, every: int) -> tuple[float, float, float]:
    """Return average precision, and that of the best n/4 and n/2, n being how many are right."""
    order = np.argsort(-scores, kind="stable")
    hits = right[order]
    at = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    quarter, half = (float(hits[: max(1, every // part)].mean()) for part in (4, 2))
    return float(at[hits].sum() / every), quarter, half


def reliability(scores: Floats, right: Booleans) -> list[str]:
    """Return lines on how many of the pairs said to be so probable are right."""
    lines = ["said         pairs  mean  right"]
    for low, high in pairwise(BINS):
        inside = (scores >= low) & (scores < high)
        if inside.any():
            said = f"{low:.2f} to {min(high, 1):.2f}"
            mean, share = scores[inside].mean(), right[inside].mean()
            lines.append(f"{said} {inside.sum():6} {mean:.2f}  {share:.2f}")
    return lines
