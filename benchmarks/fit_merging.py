"""What the two thresholds of merging do, on scores of sources left out of the learning.

    python -m benchmarks.fit_merging

For `average_link.THRESHOLD` and `overlapping_membership.STRONG` (a pair that gets a point of its
own): how many pairs across sources are asserted, which share of them is right by one of the
readings, and how many of the points shared in both are found; once by weights learned without
the two sources in question, once by weights learned from all.
"""

from __future__ import annotations

from functools import partial
from itertools import combinations
from unittest.mock import patch

import numpy as np

from benchmarks.fit_matching import Examples, Floats, examples, held_out
from benchmarks.merging import shared_in_both
from benchmarks.readings import readings
from bidigest.clustering import overlapping_membership
from bidigest.clustering.average_link import cluster
from bidigest.matching import Matches
from bidigest.matching.scoring import probabilities

AVERAGES = (0.45, 0.5, 0.55, 0.6)
STRONGS = (0.55, 0.6, 0.65, 0.7, 0.75, 1.1)


def main() -> None:
    seeds = examples()
    fitted = probabilities(seeds.evidence)
    unseen = fitted.copy()
    unseen[seeds.across] = 1 / (1 + np.exp(-held_out(seeds)))
    agreed = set(shared_in_both(readings()))
    print("threshold strong   sources left out           learned from all")
    for average in AVERAGES:
        for strong in STRONGS:
            both = (measured(seeds, each, average, strong, agreed) for each in (unseen, fitted))
            print(f"{average:9.2f} {strong:6.2f}   {'   '.join(both)}")


def measured(
    seeds: Examples, scores: Floats, average: float, strong: float, agreed: set[int]
) -> str:
    """Pairs asserted, the share that is right, and shared points found."""
    matches = Matches(seeds.first, seeds.second, seeds.evidence, scores, scores)
    documents = seeds.collection.documents
    with (
        patch.object(overlapping_membership, "STRONG", strong),
        patch.object(overlapping_membership, "cluster", partial(cluster, threshold=average)),
    ):
        groups = overlapping_membership.memberships(documents.tolist(), matches)
    pairs = [
        pair
        for group in groups
        for pair in combinations(group, 2)
        if documents[pair[0]] != documents[pair[1]]
    ]
    shared = [
        [a & b for a, b in zip(seeds.made[one], seeds.made[other], strict=True)]
        for one, other in pairs
    ]
    right = sum(any(each) for each in shared)
    found = {point for each in shared for point in each[0]} & agreed
    return f"{right:3} / {len(pairs):3} = {right / max(1, len(pairs)):.2f}, {len(found):2} found"


if __name__ == "__main__":
    main()
