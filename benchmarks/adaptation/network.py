"""The last layers of the sentence model with an adapter to learn, and the loss, in JAX.

The same network as `bidigest.embedding.transformer` (there in numpy, for reading), here so that it
can be differentiated.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from benchmarks.adaptation.batches import Batch
from bidigest.embedding.low_rank_adapter import NO_ADAPTER
from bidigest.embedding.model_file import ModelFile
from bidigest.embedding.transformer import layer_of

MATRICES = ("attention", "mixed", "widened", "narrowed")
TEMPERATURE = 0.05
_FAR = -1e9
_TINY = 1e-12

Factors = list[dict[str, dict[str, Any]]]
"""Of each layer and matrix: `first`, (n_in, n_rank), and `second`, (n_rank, n_out)."""
Weights = Sequence[Mapping[str, tuple[Any, Any]]]


def weights_from(file: ModelFile, layer: int) -> Weights:
    """Unpack the layers from one on."""
    names = (*MATRICES, "mixed_norm", "narrowed_norm")
    layers = (layer_of(file, number, NO_ADAPTER) for number in range(layer, file.layers))

    def of(pair: tuple[Any, Any]) -> tuple[Any, Any]:
        return jnp.array(pair[0]), jnp.array(pair[1])

    return [{name: of(getattr(each, name)) for name in names} for each in layers]


def untrained(weights: Weights, rank: int, random: np.random.Generator) -> Factors:
    """Return factors whose products are 0: the first random, the second 0."""

    def of(matrix: Any) -> dict[str, Any]:
        size_in, size_out = matrix.shape
        first = random.normal(size=(size_in, rank)) / np.sqrt(size_in)
        return {"first": jnp.array(first, jnp.float32), "second": jnp.zeros((rank, size_out))}

    return [{name: of(layer[name][0]) for name in MATRICES} for layer in weights]


def loss(factors: Factors, weights: Weights, heads: int, batch: Batch) -> Any:
    """Supervised contrastive loss (Khosla et al., 2020) over all sentences of a batch.

    Vectors are centred by language, as they are where sentences are compared.
    """
    count = len(batch.present)
    vectors = _vectors(factors, weights, heads, batch.states, batch.sentence, count)
    unit = _centred(vectors, batch.present, batch.chinese)
    near = (unit @ unit.T - 1) / TEMPERATURE
    others = jnp.where(batch.apart, jnp.exp(near), 0.0).sum(1)
    told = near - jnp.log(jnp.exp(near) + others[:, None])
    positives = batch.same.sum(1)
    each = -jnp.where(batch.same, told, 0.0).sum(1) / jnp.maximum(positives, 1)
    return jnp.where(positives > 0, each, 0.0).sum() / (positives > 0).sum()


def _centred(vectors: Any, present: Any, chinese: Any) -> Any:
    def mean(rows: Any) -> Any:
        return (vectors * rows[:, None]).sum(0) / jnp.maximum(rows.sum(), 1)

    means = mean(present & chinese), mean(present & ~chinese)
    shifted = vectors - jnp.where(chinese[:, None], *means)
    return shifted / jnp.maximum(jnp.linalg.norm(shifted, axis=1, keepdims=True), 1e-6)


def _vectors(
    factors: Factors, weights: Weights, heads: int, states: Any, sentence: Any, count: int
) -> Any:
    """Mean states of sentences, of length 1: float32, (n_sentences, n_dimensions)."""
    hidden = _passed(factors, weights, heads, states.astype(jnp.float32), sentence, count)
    flat = hidden.reshape(-1, hidden.shape[-1])
    total = jax.ops.segment_sum(flat, sentence.reshape(-1), count + 1)[:count]
    return total / jnp.maximum(jnp.linalg.norm(total, axis=1, keepdims=True), 1e-9)


def _passed(
    factors: Factors, weights: Weights, heads: int, hidden: Any, sentence: Any, count: int
) -> Any:
    """Pass rows of sentences through the layers; a token sees only its own sentence."""
    rows, width, size = hidden.shape
    own = (sentence[:, :, None] == sentence[:, None]) & (sentence[:, None] < count)
    mask = jnp.where(own, 0.0, _FAR)[:, None]
    for layer, factor in zip(weights, factors, strict=True):
        projected = _linear(hidden, layer["attention"], factor["attention"])
        split = projected.reshape(rows, width, 3, heads, -1).transpose(2, 0, 3, 1, 4)
        scores = split[0] @ split[1].swapaxes(-1, -2) / np.sqrt(size / heads) + mask
        mixed = (jax.nn.softmax(scores, -1) @ split[2]).transpose(0, 2, 1, 3)
        added = _linear(mixed.reshape(rows, width, size), layer["mixed"], factor["mixed"])
        hidden = _normalized(hidden + added, *layer["mixed_norm"])
        wide = _linear(hidden, layer["widened"], factor["widened"])
        narrow = _linear(jax.nn.gelu(wide), layer["narrowed"], factor["narrowed"])
        hidden = _normalized(hidden + narrow, *layer["narrowed_norm"])
    return hidden


def _linear(values: Any, linear: tuple[Any, Any], factor: Mapping[str, Any]) -> Any:
    weights, shift = linear
    return values @ weights + shift + (values @ factor["first"]) @ factor["second"]


def _normalized(values: Any, scale: Any, shift: Any) -> Any:
    values = values - values.mean(-1, keepdims=True)
    variance = (values * values).mean(-1, keepdims=True)
    return values * jax.lax.rsqrt(variance + _TINY) * scale + shift
