"""Learns the weights of the evidence from many subjects, and shows what they are worth on others.

    python -m benchmarks.fit_matching [--translations FOLDER] [--write] [--docs]

Candidate pairs are right if a reading has both sentences under one claim. Logistic regression with
a ridge, for two sentences in one language, in two languages and of one source, each with the
sentence model and without; every subject weighs the same. What it means that a source is short is
learned afterwards on parts of the subjects, halves and thirds of each source, all other weights
being as they are: of short sources, fewer pairs of the same evidence are right. Each subject is
scored by weights that have not seen it: printed are average precision (pairs that are no candidates
count as missed), the precision of the best n/4 and n/2 pairs of two sources, n being how many are
right, and how many of the pairs said to be so probable are right, of whole subjects and of parts.
`--write` puts weights learned from all subjects into bidigest/matching/weights.yaml, and the
model's mean vectors into typical_vectors.json; `--docs` puts what is printed into docs/merging.md.

Two texts by themselves have no surroundings and mostly no more in common than what they say: how
these are weighed is learned from aligned pages (`--translations`), or else left as it was.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import yaml
from scipy.optimize import minimize, minimize_scalar
from scipy.special import expit

from benchmarks.matching_examples import Booleans, Examples, examples
from benchmarks.matching_report import report
from benchmarks.subjects import Subject, subjects
from benchmarks.tables import put
from benchmarks.translations import page_evidence, pages
from bidigest.embedding import embed
from bidigest.embedding.bundled_model import NAME, BundledModel
from bidigest.languages.folding import bare
from bidigest.languages.zh.scripts import has_chinese
from bidigest.matching.evidence import kind_names
from bidigest.matching.parameters import SUPPORT, Scoring
from bidigest.matching.scoring import relations_of, scoring
from bidigest.matching.transitive_evidence import transitive_evidence
from bidigest.text.plain_text import wording

RIDGE = 10.0
"""On standardized evidence, for weights of pairs that are 1 on average."""

LENGTH = "shorter source"
"""The evidence that is learned on parts of subjects."""

_CONSTANT = 1e-6
"""Deviation below which a kind of evidence says the same of all pairs, and nothing."""

FOLDER = Path("bidigest/matching")

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Learned:
    """Weights by relation, as they are written, and the means of the evidence."""

    relations: dict[str, Any]
    typical: Floats
    second_look: dict[str, Any]
    """Of the second look."""


SCRIPTS = (("zh-Hans", "zh-Hant"),)
LANGUAGES = (("en", "zh-Hans"), ("en", "zh-Hant"))
RELATIONS = ("one language", "two languages", "one source")


def learned(given: Sequence[Examples]) -> Learned:
    """Return the weights of both looks."""
    first = first_look(given)
    seen = [second_look(each, first_look(_others(given, each.name))) for each in given]
    second = {name: _fit_relation(given, seen, name, SUPPORT) for name in RELATIONS}
    return Learned(first.relations, first.typical, second)


def first_look(given: Sequence[Examples]) -> Learned:
    """Return the weights of the evidence alone."""
    names = tuple(each.name for each in given), given[0].evidence.modelled
    if names not in _LOOKED:
        typical = _typical(np.concatenate([each.evidence.values for each in given]))
        values = [_known(each, typical) for each in given]
        relations = {name: _fit_relation(given, values, name, kind_names()) for name in RELATIONS}
        _LOOKED[names] = Learned(relations, typical, {})
    return _LOOKED[names]


_LOOKED: dict[Any, Learned] = {}
"""Weights by the subjects that they are learned from: leaving out two needs each of them often."""


def second_look(each: Examples, weights: Learned) -> Floats:
    """Return what the second look sees of a subject's pairs, by a first look at other subjects."""
    m, relations = each.matches, relations_of(weights.relations, kind_names())
    odds = relations.odds(_known(each, weights.typical), each.evidence)
    scores = (1 / (1 + np.exp(-odds))).round(6)
    return transitive_evidence(m.first, m.second, scores, each.evidence, each.documents)


def _known(each: Examples, typical: Floats) -> Floats:
    values = each.evidence.values
    known: Floats = np.where(np.isnan(values), typical, values)
    return known


def _others(given: Sequence[Examples], name: str) -> list[Examples]:
    return [each for each in given if each.name != name]


def _fit_relation(
    given: Sequence[Examples], values: Sequence[Floats], name: str, kinds: Sequence[str]
) -> dict[str, Any]:
    at = list(kinds).index(LENGTH)
    others = [np.where(np.arange(len(kinds)) == at, 0.0, value) for value in values]
    evidence, right, weight = _rows(given, others, name, part=False)
    weights, constant = fit(evidence, right, weight)
    evidence, right, weight = _rows(given, values, name, part=True)
    weights[at] = _slope(evidence[:, at], right, weight, evidence @ weights + constant)
    return named(weights, constant, kinds)


def _rows(
    given: Sequence[Examples], values: Sequence[Floats], name: str, *, part: bool
) -> tuple[Floats, Booleans, Floats]:
    """The evidence, labels and weights of pairs of one relation, of whole subjects or of parts."""
    chosen = [
        (e, v[e.relation(name)]) for e, v in zip(given, values, strict=True) if e.part == part
    ]
    right = [each.right[each.relation(name)] for each, _ in chosen]
    # Within a source right pairs are so few that chance would decide which subject counts.
    count = [len(each) if name == "one source" else each.sum() for each in right]
    weights = [np.full(len(r), 1 / max(1, c)) for r, c in zip(right, count, strict=True)]
    weight = np.concatenate(weights)
    evidence = np.concatenate([value for _, value in chosen])
    return evidence, np.concatenate(right), weight * len(weight) / weight.sum()


def _slope(length: Floats, right: Booleans, weight: Floats, odds: Floats) -> float:
    """What a source's length adds to these log-odds, so that the labels are likeliest."""

    def loss(slope: float) -> float:
        moved = odds + slope * length
        likelihood = np.logaddexp(0, np.where(right, -moved, moved))
        return float((weight * likelihood).sum() + RIDGE * slope**2 / 2)

    return float(minimize_scalar(loss, bounds=(-5.0, 5.0), method="bounded").x)


def _typical(evidence: Floats) -> Floats:
    """The mean of each kind where it can tell something; 0 where it never can."""
    known = ~np.isnan(evidence)
    total = np.where(known, evidence, 0.0).sum(axis=0)
    mean: Floats = (total / np.maximum(known.sum(axis=0), 1)).round(4)
    return mean


def fit(
    evidence: Floats,
    right: npt.ArrayLike,
    weight: Floats | None = None,
    ridge: Floats | float = RIDGE,
) -> tuple[Floats, float]:
    """Return weights and constant that make the labels likeliest, on standardized evidence."""
    labels = np.asarray(right, dtype=np.float64)
    times = np.ones(len(labels)) if weight is None else weight
    mean = np.average(evidence, axis=0, weights=times)
    deviation = np.sqrt(np.average((evidence - mean) ** 2, axis=0, weights=times))
    deviation[deviation < _CONSTANT] = np.inf
    inputs = np.c_[(evidence - mean) / deviation, np.ones(len(labels))]
    ridges = np.r_[np.broadcast_to(ridge, evidence.shape[1]), 0.0]

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = inputs @ weights
        likelihood = np.logaddexp(0, -odds) * labels + np.logaddexp(0, odds) * (1 - labels)
        slope = inputs.T @ (times * (expit(odds) - labels)) + ridges * weights
        return float((times * likelihood).sum() + (ridges * weights**2).sum() / 2), slope

    def curvature(weights: Floats) -> Floats:
        spread = times * expit(inputs @ weights) * expit(-(inputs @ weights))
        bent: Floats = (inputs * spread[:, None]).T @ inputs + np.diag(ridges)
        return bent

    start = np.zeros(inputs.shape[1])
    found = minimize(loss, start, jac=True, hess=curvature, method="trust-exact").x
    weights = found[:-1] / deviation
    return weights, float(found[-1] - (weights * mean).sum())


def named(weights: Floats, constant: float, kinds: Sequence[str] = kind_names()) -> dict[str, Any]:
    """Return weights as they are written."""
    rounded = (round(float(weight), 4) for weight in weights)
    return {"constant": round(constant, 4), "evidence": dict(zip(kinds, rounded, strict=True))}


def written(with_model: Sequence[Examples], by_words: Sequence[Examples]) -> dict[str, Any]:
    """Return all of `weights.yaml`; what is learned elsewhere, or of no examples, as it was."""
    before = yaml.safe_load((FOLDER / "weights.yaml").read_text(encoding="utf-8"))
    modelled = learned(with_model)
    plain = learned(by_words) if by_words else None
    return {
        "with a sentence model": modelled.relations,
        "second look, with a sentence model": modelled.second_look,
        "by words": plain.relations if plain else before["by words"],
        "second look, by words": plain.second_look if plain else before["second look, by words"],
        "by themselves": before["by themselves"],
        "typical": dict(zip(kind_names(), modelled.typical.tolist(), strict=True)),
    }


def held_out(
    with_model: Sequence[Examples], by_words: Sequence[Examples] = ()
) -> dict[str, Scoring]:
    """Return for each subject weights that have not seen it; by words, if asked for."""
    return {
        name: scoring(written(*(_others(given, name) for given in (with_model, by_words))))
        for name in dict.fromkeys(each.name for each in with_model)
    }


def typical_vectors(given: Sequence[Subject]) -> dict[str, list[float]]:
    """Return the model's mean vector of sentences and clauses in each language, by name."""
    found: dict[str, list[Floats]] = {}
    for subject in given:
        texts = [[wording(d, s.span) for s in d.sentences] for d in subject.documents]
        vectors = embed(BundledModel(), texts)
        values = vectors.values.astype(np.float64)
        values /= np.linalg.norm(values, axis=1, keepdims=True)
        flat = [text for source in texts for text in source]
        chinese = np.array([has_chinese(bare(text)) for text in flat])[vectors.owners]
        whole = np.r_[True, np.diff(vectors.owners) > 0]
        for language, spoken in (("zh", chinese), ("en", ~chinese)):
            for kind, rows in (("sentences", whole), ("clauses", ~whole)):
                if (spoken & rows).any():
                    mean = values[spoken & rows].mean(axis=0)
                    found.setdefault(f"{kind}.{language}", []).append(mean)
    return {name: np.mean(means, axis=0).round(4).tolist() for name, means in found.items()}


def by_themselves(folder: Path) -> dict[str, Any]:
    """Return the weights of two texts that stand in no collection, from aligned pages."""
    pairs = {"one language": SCRIPTS, "two languages": LANGUAGES}
    found = {}
    for relation, languages in pairs.items():
        each = [
            page_evidence(rows, *two)
            for rows in pages(folder)
            for two in languages
            if len(rows) > 1
        ]
        values = np.concatenate([table.values for table, _ in each])
        values = np.where(np.isnan(values), _typical(values), values)
        found[relation] = named(*fit(values, np.concatenate([right for _, right in each])))
    return found


def write(values: dict[str, Any]) -> None:
    """Put the weights where the library has them."""
    head = "# Learned by benchmarks/fit_matching.py; not set by hand.\n"
    text = yaml.safe_dump(values, sort_keys=False, allow_unicode=True)
    (FOLDER / "weights.yaml").write_text(head + text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--translations", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--docs", action="store_true")
    wanted = parser.parse_args()
    every = subjects()
    if wanted.write:
        means = json.dumps({NAME: typical_vectors(every)})
        (FOLDER / "typical_vectors.json").write_text(means + "\n", encoding="utf-8")
    with_model, by_words = (examples(every, model=model) for model in (True, False))
    weights = held_out(with_model, by_words)
    lines = report(with_model, weights, "with the sentence model")
    lines += report(by_words, weights, "by words alone")
    print("\n".join(lines))
    if wanted.docs:
        put(Path("docs/merging.md"), "pairs", ["```", *lines, "```"])
    values = written(with_model, by_words)
    if wanted.translations:
        values["by themselves"] = by_themselves(wanted.translations)
    if wanted.write:
        write(values)


if __name__ == "__main__":
    main()
