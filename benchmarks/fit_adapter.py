"""Learns what is added to the last layers of the sentence model, so that it tells claims.

    python -m benchmarks.fit_adapter [--epochs 2] [--steps N] [--write]

Wordings of one claim are to be near each other, and far from all else in a batch of some 300
sentences: from opposites and near misses of the same family, and from the other claims of the same
story (`benchmarks.adaptation.examples`). None of the subjects on which merging is learned and
measured takes part, nor the families held out. Four layers of twelve learn, by factors of rank 32,
in some forty minutes on two cores; needs JAX and optax (`pip install -e '.[adapter]'`). The same
seed gives the same weights but for the last bits of the arithmetic.

Printed is, before and after, the average precision of all pairs of two sources of each kind of
subject by the cosine alone (centred by language), and of the families held out how often two
wordings of the claim are nearer than one of them and an opposite, or a near miss. `--write` puts
the factors where the library has them.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import astuple, replace
from itertools import chain, combinations, product
from pathlib import Path
from typing import Any

import jax
import numpy as np
import numpy.typing as npt
import optax

from benchmarks.adaptation import network
from benchmarks.adaptation.batches import Batch, batches, states_before
from benchmarks.adaptation.examples import families, stories
from benchmarks.subjects import HELD_OUT, NEWS_HELD_OUT, REPORTS, Subject, subjects, subjects_in
from bidigest.embedding.bundled_model import loaded
from bidigest.embedding.document_vectors import wordings
from bidigest.embedding.encoder import Vectors
from bidigest.embedding.low_rank_adapter import NO_ADAPTER, LowRankAdapter
from bidigest.languages.zh.scripts import has_chinese

FILE = Path("bidigest/embedding/low_rank_adapter.npz")
FIRST_LAYER, RANK = 8, 32
RATE, WARM_UP, LAST_RATE, LONGEST_STEP = 5e-4, 12, 0.02, 1.0
KEPT = 0.6
"""Share of what was learned that is added: between the weights before and after, what was
known is kept and what was learned counts (WiSE-FT: Wortsman et al., 2022). By the cosine alone .5
to .75 are alike, and better than all of it, on every kind of subject."""
STORIES_COUNT = 2
"""How often stories are seen for once that families are: pairs of one story are what is asked."""
_PRINTED = 15

Floats = npt.NDArray[np.float64]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--steps", type=int, help="fewer, for a try")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    report("before", NO_ADAPTER)
    factors = learned(given.epochs, given.steps)
    adapter = LowRankAdapter({name: (first, second) for name, first, second in named(factors)})
    report("after", adapter)
    if given.write:
        kept = {f"{name}.first": first for name, first, _ in named(factors)}
        kept |= {f"{name}.second": second for name, _, second in named(factors)}
        np.savez(FILE, **{name: each.astype(np.float16) for name, each in kept.items()})


def learned(epochs: int, steps: int | None) -> network.Factors:
    """Learn the factors by Adam (Kingma and Ba, 2015), at a rate that falls along a cosine."""
    random = np.random.default_rng(0)
    groups = families(held_out=False) + stories() * STORIES_COUNT
    texts = list(dict.fromkeys(each.text for group in groups for each in group))
    states = states_before(FIRST_LAYER, texts)
    file = loaded().transformer.file
    weights = network.weights_from(file, FIRST_LAYER)
    factors = network.untrained(weights, RANK, random)
    total = steps or epochs * len(list(batches(groups, states, np.random.default_rng(1))))
    rate = optax.warmup_cosine_decay_schedule(
        0.0, RATE, max(10, total // WARM_UP), total, RATE * LAST_RATE
    )
    optimizer = optax.chain(optax.clip_by_global_norm(LONGEST_STEP), optax.adam(rate))
    known = optimizer.init(factors)

    def stepped(factors: Any, known: Any, batch: Any) -> Any:
        value, gradient = jax.value_and_grad(network.loss)(
            factors, weights, file.heads, Batch(*batch)
        )
        updates, known = optimizer.update(gradient, known, factors)
        return optax.apply_updates(factors, updates), known, value

    step = jax.jit(stepped)
    losses: list[float] = []
    started = time.perf_counter()
    while len(losses) < total:
        for each in batches(groups, states, random):
            factors, known, value = step(factors, known, astuple(each))
            losses.append(float(value))
            if len(losses) in (1, 5) or len(losses) % _PRINTED == 0:
                mean, took = np.mean(losses[-_PRINTED:]), time.perf_counter() - started
                print(f"{len(losses)}/{total} loss {mean:.4f} {took:.0f} s", flush=True)
            if len(losses) == total:
                break
    return factors


def named(factors: network.Factors) -> list[tuple[str, Any, Any]]:
    """Return the factors by the names of their matrices, in half precision as they are kept."""

    def kept(values: Any) -> Any:
        return np.asarray(values, np.float16).astype(np.float32)

    return [
        (f"{number}.{name}", kept(each["first"]), kept(KEPT * each["second"]))
        for number, layer in enumerate(factors, start=FIRST_LAYER)
        for name, each in layer.items()
    ]


def report(title: str, adapter: LowRankAdapter) -> None:
    """Print what cosines alone are worth."""
    known = loaded()
    model = replace(known, transformer=replace(known.transformer, adapter=adapter))
    print(title)
    more = (subjects_in(folder) for folder in (HELD_OUT, NEWS_HELD_OUT, REPORTS))
    by_kind: dict[str, list[float]] = {}
    for subject in chain(subjects(), *more):
        texts = [text for document in subject.documents for text in wordings(document)]
        vectors = centred(model.encode(texts), texts)
        by_kind.setdefault(subject.kind or subject.name, []).append(precision(subject, vectors))
    for kind, values in by_kind.items():
        print(f"  {kind:16} average precision {np.mean(values):.3f}")
    for name, share in told_apart(model.encode).items():
        print(f"  families held out, the same nearer than {name}: {share:.3f}")


def centred(vectors: Vectors, texts: Sequence[str]) -> Floats:
    """Subtract the mean of each language: float64, (n_texts, n_dimensions), of length 1."""
    found = vectors.astype(np.float64)
    chinese = np.array([has_chinese(text) for text in texts])
    for rows in (chinese, ~chinese):
        if rows.any():
            found[rows] -= found[rows].mean(axis=0)
    unit: Floats = found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)
    return unit


def precision(subject: Subject, vectors: Floats) -> float:
    """Average precision of all pairs of two sources by the cosine."""
    source = np.array([n for n, d in enumerate(subject.documents) for _ in d.sentences])
    first, second = np.triu_indices(len(source), 1)
    across = source[first] != source[second]
    first, second = first[across], second[across]
    pairs = zip(first.tolist(), second.tolist(), strict=True)
    right = np.array([bool(subject.made[i] & subject.made[j]) for i, j in pairs])
    cosines = np.einsum("ij,ij->i", vectors[first], vectors[second])
    right = right[np.argsort(-cosines, kind="stable")]
    reached = np.cumsum(right) / np.arange(1, len(right) + 1)
    return float((reached * right).sum() / max(1, right.sum()))


def told_apart(encode: Any) -> dict[str, float]:
    """Of families held out: how often two of one claim are nearer than one of them and another."""
    groups = families(held_out=True)
    texts = [each.text for group in groups for each in group]
    vectors = dict(zip(texts, centred(encode(texts), texts), strict=True))
    shares: dict[str, list[float]] = {"an opposite": [], "a near miss": []}
    for group in groups:
        same = [vectors[each.text] for each in group if each.claims]
        rest = [vectors[each.text] for each in group if not each.claims]
        near = np.array([one @ other for one, other in combinations(same, 2)])
        for name, others in (("an opposite", rest[:3]), ("a near miss", rest[3:])):
            far = np.array([one @ other for one, other in product(same, others)])
            shares[name].append(float((near[:, None] > far[None]).mean()))
    return {name: float(np.mean(each)) for name, each in shares.items()}


if __name__ == "__main__":
    main()
