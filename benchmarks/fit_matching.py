"""Learns the weights of the evidence from the readings in benchmarks/gold.

    python -m benchmarks.fit_matching [--write]

Candidate pairs across sources are right if either reading puts them together. Logistic
regression with a ridge; what it would do on unseen sources is shown by leaving out, in turn,
all pairs of two sources. `--write` puts the weights into bidigest/matching/weights.yaml.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
import yaml
from scipy.optimize import minimize

from benchmarks.readings import SEEDS, readings
from bidigest import read
from bidigest.matching.candidates import candidates
from bidigest.matching.collection import Pairs, prepare
from bidigest.matching.evidence import EVIDENCE, table
from bidigest.points import comparable

RIDGE = 3.0
Floats = npt.NDArray[np.float64]


def main() -> None:
    evidence, right, groups = examples()
    held_out = np.zeros(len(right))
    for group in sorted(set(groups)):
        inside = groups == group
        weights, constant = fit(evidence[~inside], right[~inside])
        held_out[inside] = evidence[inside] @ weights + constant
    order = np.argsort(-held_out, kind="stable")
    print(f"{len(right)} candidate pairs across sources, {int(right.sum())} right")
    for count in (20, 40, 60, 80, 100, 150, 200):
        print(
            f"precision of the best {count:3}, sources left out: {right[order[:count]].mean():.2f}"
        )
    weights, constant = fit(evidence, right)
    learned = {
        "constant": round(float(constant), 4),
        "evidence": {k: round(float(w), 4) for k, w in zip(EVIDENCE, weights, strict=True)},
    }
    text = yaml.safe_dump(learned, sort_keys=False, allow_unicode=True)
    print(text)
    if "--write" in sys.argv:
        head = "# Learned by benchmarks/fit_matching.py; not set by hand.\n"
        Path("bidigest/matching/weights.yaml").write_text(head + text, encoding="utf-8")


def examples() -> tuple[Floats, Floats, npt.NDArray[np.str_]]:
    """Evidence, label and pair of sources of every candidate pair across the seeds."""
    root = SEEDS.parent
    documents = [read(path, root=root) for path in sorted(SEEDS.glob("*.txt"))]
    sentences = [(d, s) for d, document in enumerate(documents) for s in document.sentences]
    collection = prepare([comparable(documents[d], d, s) for d, s in sentences])
    first, second = candidates(collection.aligned)
    across = collection.documents[first] != collection.documents[second]
    first, second = first[across], second[across]
    names = [Path(document.path).name for document in documents]
    gold = readings()
    made = [[g.made_by((names[d], s.span.start, s.span.end)) for g in gold] for d, s in sentences]
    right = [
        any(a & b for a, b in zip(made[i], made[j], strict=True))
        for i, j in zip(first, second, strict=True)
    ]
    groups = [
        f"{collection.documents[i]}{collection.documents[j]}"
        for i, j in zip(first, second, strict=True)
    ]
    return (
        table(Pairs(collection, first, second)),
        np.array(right, dtype=np.float64),
        np.array(groups),
    )


def fit(evidence: Floats, right: Floats) -> tuple[Floats, float]:
    """Weights and constant that make the labels likeliest, on standardized evidence."""
    mean, deviation = evidence.mean(axis=0), evidence.std(axis=0) + 1e-9
    inputs = np.c_[(evidence - mean) / deviation, np.ones(len(right))]

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = inputs @ weights
        likelihood = np.logaddexp(0, -odds) * right + np.logaddexp(0, odds) * (1 - right)
        slope = inputs.T @ (1 / (1 + np.exp(-odds)) - right) + RIDGE * np.r_[weights[:-1], 0]
        return float(likelihood.sum() + RIDGE / 2 * (weights[:-1] ** 2).sum()), slope

    found = minimize(loss, np.zeros(inputs.shape[1]), jac=True, method="L-BFGS-B").x
    weights = found[:-1] / deviation
    return weights, float(found[-1] - (weights * mean).sum())


if __name__ == "__main__":
    main()
