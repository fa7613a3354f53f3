"""Learns the weights of the evidence from the readings in benchmarks/gold.

    python -m benchmarks.fit_matching [--translations FOLDER] [--write]

Candidate pairs across sources are right if either reading puts them together. Logistic
regression with a ridge; what it would do on unseen sources is shown by leaving out, in turn,
all pairs of two sources. `--write` puts the weights into bidigest/matching/weights.yaml.

The seeds are all Chinese: what tells an English sentence's translation is learned from the
aligned pages of benchmarks/translations.py, whose pairs together weigh `TRANSLATIONS` times as
much as the readings' and have constants of their own. The package's weights are made with both.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
import numpy.typing as npt
import yaml
from scipy.optimize import minimize

from benchmarks.readings import SEEDS, readings
from benchmarks.translations import LANGUAGES, page_evidence, pages
from bidigest import read
from bidigest.matching.candidates import candidates
from bidigest.matching.collection import Pairs, prepare
from bidigest.matching.evidence import EVIDENCE, table
from bidigest.points import comparable

RIDGE = 3.0
TRANSLATIONS = 0.3
"""Beyond a half the readings' precision falls; below a tenth English merges badly."""

Floats = npt.NDArray[np.float64]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--translations", type=Path)
    parser.add_argument("--write", action="store_true")
    wanted = parser.parse_args()
    evidence, right, groups = examples()
    more = translated(wanted.translations) if wanted.translations else None
    held_out = np.zeros(len(right))
    for group in sorted(set(groups)):
        inside = groups == group
        weights, constant = fit(evidence[~inside], right[~inside], more)
        held_out[inside] = evidence[inside] @ weights + constant
    order = np.argsort(-held_out, kind="stable")
    print(f"{len(right)} candidate pairs across sources, {int(right.sum())} right")
    for count in (20, 40, 60, 80, 100, 150, 200):
        share = right[order[:count]].mean()
        print(f"precision of the best {count:3}, sources left out: {share:.2f}")
    weights, constant = fit(evidence, right, more)
    learned = {
        "constant": round(float(constant), 4),
        "evidence": {k: round(float(w), 4) for k, w in zip(EVIDENCE, weights, strict=True)},
    }
    text = yaml.safe_dump(learned, sort_keys=False, allow_unicode=True)
    print(text)
    if wanted.write:
        head = "# Learned by benchmarks/fit_matching.py; not set by hand.\n"
        Path("bidigest/matching/weights.yaml").write_text(head + text, encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Translated:
    """Evidence of pairs of sentences in two languages, whether the one translates the other."""

    evidence: Floats
    right: Floats
    languages: npt.NDArray[np.int64]
    """Which two languages, by number."""


def translated(folder: Path) -> Translated:
    """Each sentence of the aligned pages with its translation and with other sentences."""
    pairs = list(combinations(LANGUAGES, 2))
    found = [
        (number, *page_evidence(rows, *pair))
        for rows in pages(folder)
        for number, pair in enumerate(pairs)
        if len(rows) > 1
    ]
    return Translated(
        np.concatenate([evidence for _, evidence, _ in found]),
        np.concatenate([right for _, _, right in found]),
        np.concatenate([np.full(len(right), number) for number, _, right in found]),
    )


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


def fit(evidence: Floats, right: Floats, more: Translated | None = None) -> tuple[Floats, float]:
    """Weights and constant that make the labels likeliest, on standardized evidence."""
    size, kinds = len(right), evidence.shape[1]
    weight, constants = np.ones(size), np.ones((size, 1))
    if more is not None:
        evidence = np.r_[evidence, more.evidence]
        right = np.r_[right, more.right]
        weight = np.r_[weight, np.full(len(more.right), TRANSLATIONS * size / len(more.right))]
        own = np.eye(int(more.languages.max()) + 1)[more.languages]
        constants = np.block([[constants, np.zeros((size, own.shape[1]))], [0 * own[:, :1], own]])
    mean, deviation = evidence.mean(axis=0), evidence.std(axis=0) + 1e-9
    inputs = np.c_[(evidence - mean) / deviation, constants]
    ridge = np.r_[np.full(kinds, RIDGE), np.zeros(constants.shape[1])]

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = inputs @ weights
        likelihood = np.logaddexp(0, -odds) * right + np.logaddexp(0, odds) * (1 - right)
        slope = inputs.T @ (weight * (1 / (1 + np.exp(-odds)) - right)) + ridge * weights
        return float((weight * likelihood).sum() + (ridge * weights**2).sum() / 2), slope

    found = minimize(loss, np.zeros(inputs.shape[1]), jac=True, method="L-BFGS-B").x
    weights = found[:kinds] / deviation
    return weights, float(found[kinds] - (weights * mean).sum())


if __name__ == "__main__":
    main()
