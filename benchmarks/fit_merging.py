"""What the thresholds of merging do, on digests made with weights that have not seen the subject.

    python -m benchmarks.fit_merging

For `Parameters.average` (average link) and `Parameters.strong` (a pair that gets a point of its
own): the shares of `benchmarks.claims` over all invented subjects, and on the seeds those of
`benchmarks.merging`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from benchmarks.claim_readings import Gold
from benchmarks.claim_scores import Counts, score
from benchmarks.claims import digest_of, line
from benchmarks.fit_matching import held_out
from benchmarks.matching_examples import examples
from benchmarks.merging import scores
from benchmarks.subjects import subjects
from bidigest.matching.parameters import DEFAULT

THRESHOLDS = ((0.35, 0.65), (0.4, 0.55), (0.4, 0.65), (0.45, 0.65), (0.5, 0.65), (0.6, 0.7))


def main() -> None:
    every = subjects()
    weights = held_out(examples(every, model=True))
    for average, strong in THRESHOLDS:
        total: Counts = Counter()
        seeds: list[str] = []
        for subject in every:
            scoring = weights[subject.name]
            parameters = replace(DEFAULT, scoring=scoring, average=average, strong=strong)
            digest = digest_of(subject, parameters)
            if subject.reading:
                total += score(digest, Gold.of(subject)) if subject.kind == "claims" else Counter()
            else:
                seeds = list(scores(digest).values())
        print(line(f"{average} {strong}", total), "| seeds", " ".join(seeds[:3]), flush=True)


if __name__ == "__main__":
    main()
