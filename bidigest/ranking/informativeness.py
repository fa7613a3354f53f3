"""How probably a sentence tells a reader something, standing by itself.

What says nothing is of ever new kinds: talk, preambles, captions, lines without their subject. What
they have in common a sentence model sees better than any list. Logistic regression over a
sentence's vector and a few signs of its statement; `benchmarks/fit_informativeness.py` learns the
weights from sentences that were read one by one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import yaml
from scipy.special import expit

from bidigest.embedding import SentenceVectors
from bidigest.embedding.bundled_model import NAME
from bidigest.embedding.encoder import Quantized
from bidigest.languages.folding import folded
from bidigest.languages.patterns import is_finished
from bidigest.model import Language, Statement
from bidigest.sparse.matrices import Floats

SIGNS = (
    "clear",
    "finished",
    "log width",
    "narrow",
    "short",
    "figure",
    "exclamation",
    "several clauses",
    "quotation",
    "english",
)

_AT_ONCE = 4096
"""Vectors that are unfolded at a time: those of all sentences would take much memory."""
_NARROW, _SHORT = 12, 18
"""Width of few words, in Han characters."""
_FIGURE = re.compile(r"\d")
_EXCLAMATION = re.compile(r"[!！~～]")
_CLAUSES = re.compile(r"[,，;；:：]")
_QUOTATION = re.compile(r'["“「《]')


def informativeness(
    statements: Sequence[Statement],
    languages: Sequence[Language],
    vectors: SentenceVectors | None,
) -> tuple[float, ...]:
    """Tell for each sentence how probably it says something by itself, from 0 to 1.

    Without vectors of the model that the weights were learned for, it is told by whether the
    statement is clear, or has many words: 1 or 0.

    Args:
        statements: what would stand on the page for each sentence.
        languages: of each.
        vectors: int8, (n_pieces, n_dimensions), of the sentences and their clauses.
    """
    if vectors is None or vectors.model != NAME or not statements:
        return tuple(float(each.clear or each.width >= _SHORT) for each in statements)
    told = np.array([signs(*each) for each in zip(statements, languages, strict=True)])
    first = np.searchsorted(vectors.owners, np.arange(len(statements)))
    parts = [slice(at, at + _AT_ONCE) for at in range(0, len(statements), _AT_ONCE)]
    odds = np.concatenate([log_odds(unit(vectors.values[first[p]]), told[p]) for p in parts])
    return tuple(expit(odds).round(6).tolist())


def unit(values: Quantized) -> Floats:
    """Return unit vectors, float64, of some in eight bits, both (n_texts, n_dimensions)."""
    wide = values.astype(np.float64)
    found: Floats = wide / np.linalg.norm(wide, axis=1, keepdims=True)
    return found


def signs(statement: Statement, language: Language) -> list[float]:
    """List what a statement's words tell of it, in the order of `SIGNS`."""
    text, wide = folded(statement.text), statement.width
    return [
        float(statement.clear),
        float(is_finished(statement.text)),
        math.log(wide + 1),
        float(wide < _NARROW),
        float(wide < _SHORT),
        float(_FIGURE.search(text) is not None),
        float(_EXCLAMATION.search(text) is not None),
        float(_CLAUSES.search(text) is not None),
        float(_QUOTATION.search(text) is not None),
        float(language == "en"),
    ]


def log_odds(vectors: Floats, told: Floats) -> Floats:
    """Compute the log-odds that each sentence says something: float64, (n_sentences,).

    Args:
        vectors: unit vectors, (n_sentences, n_dimensions).
        told: (n_sentences, n_signs).
    """
    weights = _weights()
    by_signs = np.array([weights["signs"][name] for name in SIGNS])
    found: Floats = vectors @ np.array(weights["vector"]) + told @ by_signs + weights["constant"]
    return found


@cache
def _weights() -> dict[str, Any]:
    text = files("bidigest.ranking").joinpath("informativeness_weights.yaml").read_text("utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded
