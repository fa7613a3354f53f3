"""Vectors of a sentence model, centred by language.

All sentences of one language lie in one direction of a model's space, and so do all of one
subject. So vectors are centred on the mean of the run and, where it has few sentences, on a typical
one ("All-but-the-Top", Mu and Viswanath, 2018, keep the mean and more away).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import numpy as np
import orjson

from bidigest.embedding.encoder import SentenceVectors
from bidigest.sparse.matrices import Floats, Integers

PRIOR = 20.0
"""How many sentences the typical mean of a language counts as."""

USUAL_SPREAD = 0.2
"""Root mean square of the cosines of the default model's centred vectors."""


def centred(vectors: SentenceVectors, chinese: np.ndarray, starts: Integers) -> Floats:
    """Subtract from unit vectors the mean of their language, each for wholes and for clauses.

    Args:
        vectors: int8, (n_texts, n_dimensions), with the sentence of each.
        chinese: bool, (n_texts,).
        starts: int64, (n_sentences,), where each sentence's texts start.

    Returns:
        float64, (n_texts, n_dimensions), rows of length 1; of a model that is not known, shorter.
    """
    values = _unit(vectors.values.astype(np.float64))
    whole = np.zeros(len(values), dtype=bool)
    whole[starts] = True
    general = values.mean(axis=0) if len(values) else np.zeros(values.shape[1])
    known = typical(vectors.model)
    for language, spoken in (("zh", chinese), ("en", ~chinese)):
        for kind, of_kind in (("sentences", whole), ("clauses", ~whole)):
            rows = spoken & of_kind
            prior = known[f"{kind}.{language}"] if known else general
            total = values[rows].sum(axis=0) + PRIOR * prior
            values[rows] -= total / (rows.sum() + PRIOR)
    return _unit(values) if known else _spread_as_usual(_unit(values))


def _unit(vectors: Floats) -> Floats:
    """Scale the rows of vectors to length 1: float64, (n_texts, n_dimensions)."""
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Floats = vectors / np.maximum(norms, 1e-9)
    return unit


def _spread_as_usual(vectors: Floats) -> Floats:
    """Scale vectors so that their cosines spread as those for which the weights were learned.

    Args:
        vectors: float64, (n_texts, n_dimensions).

    Returns:
        float64, (n_texts, n_dimensions).
    """
    products = vectors.T @ vectors
    spread = float(np.linalg.norm(products)) / max(1, len(vectors))
    scaled: Floats = vectors * np.sqrt(min(1.0, USUAL_SPREAD / max(spread, 1e-9)))
    return scaled


@cache
def typical(model: str) -> Mapping[str, Floats]:
    """Return a model's mean vectors on many subjects by kind and language, if they are known.

    Returns:
        float64, (n_dimensions,), by name.
    """
    file = files("bidigest.matching").joinpath("typical_vectors.json")
    values = orjson.loads(file.read_bytes())
    return {name: np.array(mean) for name, mean in values.get(model, {}).items()}
