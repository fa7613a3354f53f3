"""Learns the weights of the evidence from the readings in benchmarks/gold.

    python -m benchmarks.fit_matching [--translations FOLDER --write]

Candidate pairs across sources are right if either reading puts them together. Logistic
regression with a ridge; what it would do on unseen sources is shown by leaving out, in turn,
all pairs of two sources. `--write` puts the weights into bidigest/matching/weights.yaml.

Two texts by themselves have no surroundings and mostly no more in common than what they say: how
these are weighed is learned from the aligned pages in the two scripts.

The seeds are all Chinese: what tells an English sentence's Chinese translation is learned from
the readings and the aligned pages of benchmarks/translations.py together, each weighing as much
in all; each pair of languages has a constant of its own.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import yaml
from scipy.optimize import minimize

from benchmarks.readings import SEEDS, readings
from benchmarks.translations import page_evidence, pages
from bidigest import read
from bidigest.corpus import comparable
from bidigest.matching import match
from bidigest.matching.collection import Collection, prepare
from bidigest.matching.evidence import EVIDENCE
from bidigest.sparse.matrices import Integers

RIDGE = 3.0
_CONSTANT = 1e-6
"""Deviation below which a kind of evidence says the same of all pairs, and nothing."""

LANGUAGES = (("en", "zh-Hans"), ("en", "zh-Hant"))
SCRIPTS = (("zh-Hans", "zh-Hant"),)

Floats = npt.NDArray[np.float64]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--translations", type=Path)
    parser.add_argument("--write", action="store_true")
    wanted = parser.parse_args()
    seeds = examples()
    typical = np.nanmean(seeds.evidence[seeds.across], axis=0).round(4)
    report(seeds, held_out(seeds))
    learned = {"same language": named(*fit(seeds.known(), seeds.labels()))}
    if wanted.translations:
        more = translated(wanted.translations, typical, LANGUAGES)
        learned["two languages"] = named(*fit(seeds.known(), seeds.labels(), more))
        alone = translated(wanted.translations, typical, SCRIPTS)
        learned["by themselves"] = named(*fit(alone.evidence, alone.right))
    learned["typical"] = dict(zip(EVIDENCE, typical.tolist(), strict=True))
    text = yaml.safe_dump(learned, sort_keys=False, allow_unicode=True)
    print(text)
    if wanted.write and wanted.translations:
        head = "# Learned by benchmarks/fit_matching.py; not set by hand.\n"
        Path("bidigest/matching/weights.yaml").write_text(head + text, encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Examples:
    """The candidate pairs of the seeds."""

    collection: Collection
    first: Integers
    second: Integers
    evidence: Floats
    right: Floats
    across: npt.NDArray[np.bool_]
    """Which of them are pairs of two sources."""
    made: tuple[tuple[frozenset[int], ...], ...]
    """Of each sentence, by reading: which points it makes."""

    def known(self) -> Floats:
        """Evidence of the pairs of two sources, what is missing being typical."""
        evidence = self.evidence[self.across]
        return np.where(np.isnan(evidence), np.nanmean(evidence, axis=0), evidence)

    def labels(self) -> Floats:
        """Of these: 1 where a reading puts them together."""
        return self.right[self.across]

    def sources(self) -> Integers:
        """Of these: which two sources, as one number."""
        documents = self.collection.documents
        both = documents[self.first] * 1000 + documents[self.second]
        found: Integers = both[self.across]
        return found


def examples() -> Examples:
    """Evidence and label of every candidate pair of the seeds."""
    root = SEEDS.parent
    documents = [read(path, root=root) for path in sorted(SEEDS.glob("*.txt"))]
    sentences = [(d, s) for d, document in enumerate(documents) for s in document.sentences]
    collection = prepare([comparable(documents[d], d, s) for d, s in sentences])
    found = match(collection)
    first, second = found.first, found.second
    names = [Path(document.path).name for document in documents]
    gold = readings()
    made = tuple(
        tuple(g.made_by((names[d], s.span.start, s.span.end)) for g in gold) for d, s in sentences
    )
    right = [
        any(a & b for a, b in zip(made[i], made[j], strict=True))
        for i, j in zip(first, second, strict=True)
    ]
    across = collection.documents[first] != collection.documents[second]
    labels = np.array(right, dtype=np.float64)
    return Examples(collection, first, second, found.evidence, labels, across, made)


def held_out(seeds: Examples) -> Floats:
    """Log-odds of the pairs of two sources, by weights learned without these two."""
    evidence, right, sources = seeds.known(), seeds.labels(), seeds.sources()
    odds = np.zeros(len(right))
    for pair in sorted(set(sources.tolist())):
        inside = sources == pair
        weights, constant = fit(evidence[~inside], right[~inside])
        odds[inside] = evidence[inside] @ weights + constant
    return odds


def report(seeds: Examples, odds: Floats) -> None:
    right = seeds.labels()
    order = np.argsort(-odds, kind="stable")
    print(f"{len(right)} candidate pairs across sources, {int(right.sum())} right")
    for count in (20, 40, 60, 80, 100, 150, 200):
        share = right[order[:count]].mean()
        print(f"precision of the best {count:3}, sources left out: {share:.2f}")


def named(weights: Floats, constant: float) -> dict[str, Any]:
    """Weights as they are written."""
    rounded = (round(float(weight), 4) for weight in weights)
    return {
        "constant": round(constant, 4),
        "evidence": dict(zip(EVIDENCE, rounded, strict=True)),
    }


@dataclass(frozen=True, slots=True)
class Translated:
    """Evidence of pairs of sentences in two languages, whether the one translates the other."""

    evidence: Floats
    right: Floats
    languages: Integers
    """Which two languages, by number."""


def translated(folder: Path, typical: Floats, languages: Sequence[tuple[str, str]]) -> Translated:
    """Each sentence of the aligned pages with its translation and with other sentences."""
    found = [
        (number, *page_evidence(rows, *pair))
        for rows in pages(folder)
        for number, pair in enumerate(languages)
        if len(rows) > 1
    ]
    evidence = np.concatenate([evidence for _, evidence, _ in found])
    return Translated(
        np.where(np.isnan(evidence), typical, evidence),
        np.concatenate([right for _, _, right in found]),
        np.concatenate([np.full(len(right), number) for number, _, right in found]),
    )


def fit(evidence: Floats, right: Floats, more: Translated | None = None) -> tuple[Floats, float]:
    """Weights and constant that make the labels likeliest, on standardized evidence."""
    size, kinds = len(right), evidence.shape[1]
    weight, constants = np.ones(size), np.ones((size, 1))
    if more is not None:
        evidence = np.r_[evidence, more.evidence]
        right = np.r_[right, more.right]
        weight = np.r_[weight, np.full(len(more.right), size / len(more.right))]
        own = np.eye(int(more.languages.max()) + 1)[more.languages]
        constants = np.block([[constants, np.zeros((size, own.shape[1]))], [0 * own[:, :1], own]])
    mean, deviation = evidence.mean(axis=0), evidence.std(axis=0)
    deviation[deviation < _CONSTANT] = np.inf
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
