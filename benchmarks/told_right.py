"""What grouping and choosing make of pairs that are told right, beside those that are estimated.

    python -m benchmarks.told_right [--docs]

A reranker knows the readings: whatever pair of candidates makes one claim is .97 probable, every
other .02, by weight of an estimate. What is missing then is lost by grouping, by choosing, or by
the measure itself: a sentence of two claims holds a piece of both wherever it stands. In the last
column each sentence that makes a claim of several sources stands in one group, that of its
greatest claim: fewer pieces a claim are not to be had without cutting sentences.
"""

from __future__ import annotations

import argparse
import datetime
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.claim_readings import Gold
from benchmarks.claim_scores import SHARES, Counts, score
from benchmarks.subjects import CLAIMS, ESSAYS, NEWS, NEWS_HELD_OUT, Subject, subjects_in
from benchmarks.tables import put
from bidigest import Options, render
from bidigest.matching.reranker import Adjustments, CandidatePairs, log_odds
from bidigest.pipeline import merge

KINDS = (CLAIMS, ESSAYS, NEWS, NEWS_HELD_OUT)
RIGHT, WRONG = 0.97, 0.02
SHOWN = ("right", "found", "count", "scattered", "twice", "page")


class Reading:
    """A reranker that tells what a reading says."""

    name = "reading"

    def __init__(self, made: Sequence[frozenset[str]]) -> None:
        """Take of each sentence the claims that it makes."""
        self._made = made

    def rerank(self, pairs: CandidatePairs) -> Adjustments:
        """Bring each pair to the probability that the reading gives it."""
        both = zip(pairs.first.tolist(), pairs.second.tolist(), strict=True)
        right = np.array([bool(self._made[i] & self._made[j]) for i, j in both])
        added = log_odds(np.where(right, RIGHT, WRONG)) - log_odds(pairs.scores)
        return Adjustments(added, np.zeros(len(right), dtype=bool))


def told_right(subject: Subject) -> Counts:
    """Count what `benchmarks.claims` counts, of a digest whose pairs are told right."""
    options = Options(date=datetime.date(2026, 1, 2))
    reading = Reading(subject.made)
    digest = merge(subject.documents, subject.summaries, options, rerankers=(reading,))
    return score(json.loads(render(digest, links=".")["digest.json"]), Gold.of(subject))


def fewest_pieces(subject: Subject) -> tuple[int, int]:
    """Count groups that hold sentences of shared claims, each sentence in one, and these claims."""
    source = [n for n, document in enumerate(subject.documents) for _ in document.sentences]
    makers: dict[str, set[int]] = {}
    for number, claims in enumerate(subject.made):
        for claim in claims:
            makers.setdefault(claim, set()).add(source[number])
    shared = {claim for claim, of in makers.items() if len(of) > 1}
    greatest = [
        max(sorted(claims), key=lambda claim: len(makers[claim]), default="")
        for claims in subject.made
    ]
    pieces = {
        (claim, group)
        for claims, group in zip(subject.made, greatest, strict=True)
        for claim in claims & shared
    }
    return len(pieces), len(shared)


def row(kind: Path) -> str:
    """Return the line of all subjects of a kind."""
    total: Counts = Counter()
    pieces = claims = 0
    for subject in subjects_in(kind):
        total.update(told_right(subject))
        some, of = fewest_pieces(subject)
        pieces, claims = pieces + some, claims + of
    shares = {name: total[SHARES[name][0]] / max(1, total[SHARES[name][1]]) for name in SHOWN}
    cells = " | ".join(f"{shares[name]:.2f}" for name in SHOWN)
    return f"| {kind.name} | {cells} | {pieces / claims:.2f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--docs", action="store_true")
    wanted = parser.parse_args()
    head = f"| pairs told right | {' | '.join(SHOWN)} | fewest pieces |"
    lines = [head, "|---" * (len(SHOWN) + 2) + "|", *map(row, KINDS)]
    print("\n".join(lines))
    if wanted.docs:
        put(Path("docs/merging.md"), "told right", lines)


if __name__ == "__main__":
    main()
