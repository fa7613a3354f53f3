"""How probably a sentence tells a reader something, standing by itself.

What says nothing is of ever new kinds: talk, preambles, captions, lines without their subject. What
they have in common a sentence model sees better than any list. Logistic regression over a
sentence's vector, the mean of those of its source, a few signs of its statement, and how it stands
among the others: what is far from all that its source and the others say is seldom of the subject,
what is very near the sentence before often leans on it, and a forum sounds unlike a newspaper.
`benchmarks/fit_informativeness.py` learns the weights from sentences that were read one by one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Any

import numpy as np
from scipy.special import expit

from bidigest.embedding import SentenceVectors
from bidigest.embedding.bundled_model import NAME
from bidigest.embedding.encoder import Quantized
from bidigest.languages.folding import folded
from bidigest.languages.patterns import is_finished
from bidigest.model import Language, Statement
from bidigest.package_data import load_yaml
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

SURROUNDINGS = (
    "like the one before",
    "like the rest of its source",
    "like the rest of all sources",
    "first",
    "after what may stand",
    "after what is clear",
    "place in its source",
    "log of its source's sentences",
    "share that may stand",
    "share that is clear",
    "share that is finished",
)
_USUAL = 0.8
"""Cosine of two sentences, where there is no other."""
_FEW = 5
"""Sentences by which the mean of a source is drawn to that of all: two or three say little."""
_NARROW, _SHORT = 12, 18
"""Width of few words, in Han characters."""
_FIGURE = re.compile(r"\d")
_EXCLAMATION = re.compile(r"[!！~～]")
_CLAUSES = re.compile(r"[,，;；:：]")
_QUOTATION = re.compile(r'["“「《]')


def informativeness(
    statements: Sequence[Statement],
    languages: Sequence[Language],
    documents: Sequence[int],
    vectors: SentenceVectors | None,
) -> tuple[float, ...]:
    """Tell for each sentence how probably it says something by itself, from 0 to 1.

    Without vectors of the model that the weights were learned for, it is told by whether the
    statement is clear, or has many words: 1 or 0.

    Args:
        statements: what would stand on the page for each sentence, source by source.
        languages: of each.
        documents: the number of each one's source.
        vectors: int8, (n_pieces, n_dimensions), of the sentences and their clauses.
    """
    if vectors is None or vectors.model != NAME or not statements:
        return tuple(float(each.clear or each.width >= _SHORT) for each in statements)
    found = evidence(statements, languages, documents, vectors)
    odds = np.concatenate([log_odds(each) for each in found])
    return tuple(expit(odds).round(6).tolist())


def evidence(
    statements: Sequence[Statement],
    languages: Sequence[Language],
    documents: Sequence[int],
    vectors: SentenceVectors,
) -> Iterator[Floats]:
    """Yield what is known of each source's sentences: float64, (n_sentences, n_evidence).

    One source at a time: the vectors of all sentences, unfolded, would take much memory.

    Args:
        statements: what would stand on the page for each sentence, source by source.
        languages: of each.
        documents: the number of each one's source.
        vectors: int8, (n_pieces, n_dimensions), of the sentences and their clauses.
    """
    first = np.searchsorted(vectors.owners, np.arange(len(statements)))
    numbers = groupby(range(len(statements)), key=lambda number: documents[number])
    sources = [list(each) for _, each in numbers]
    total = np.sum([unit(vectors.values[first[each]]).sum(axis=0) for each in sources], axis=0)
    for each in sources:
        own, said = unit(vectors.values[first[each]]), [statements[number] for number in each]
        told = np.array([signs(statements[n], languages[n]) for n in each])
        known = own.sum(axis=0) + _FEW * total / len(statements)
        middle = np.broadcast_to(known / (len(own) + _FEW), own.shape)
        around = surroundings(said, own, total, len(statements))
        yield np.hstack([own, middle, told, around])


def surroundings(
    statements: Sequence[Statement], vectors: Floats, total: Floats, size: int
) -> Floats:
    """Tell how each sentence of a source stands among the others, in the order of `SURROUNDINGS`.

    Args:
        statements: of the source's sentences.
        vectors: unit vectors of them, (n_sentences, n_dimensions).
        total: (n_dimensions,), the sum of the vectors of all sources.
        size: how many sentences these have.

    Returns:
        float64, (n_sentences, n_surroundings).
    """
    count = len(statements)
    before = np.r_[vectors[:1], vectors[:-1]]
    alone, clear = ([0, *(float(x) for x in kind[:-1])] for kind in _kinds(statements))
    return np.column_stack(
        [
            np.r_[_USUAL, np.einsum("ij,ij->i", vectors[1:], before[1:])],
            _likeness(vectors, vectors.sum(axis=0), count),
            _likeness(vectors, total, size),
            np.arange(count) == 0,
            alone,
            clear,
            np.arange(count) / count,
            np.full(count, math.log(count)),
            *(np.full(count, share) for share in _shares(statements)),
        ]
    )


def _shares(statements: Sequence[Statement]) -> tuple[float, float, float]:
    """Tell how many of a source's statements may stand, are clear and are finished, of all."""
    alone, clear = _kinds(statements)
    finished = [is_finished(each.text) for each in statements]
    alone_share, clear_share, finished_share = (
        sum(kind) / len(statements) for kind in (alone, clear, finished)
    )
    return alone_share, clear_share, finished_share


def _kinds(statements: Sequence[Statement]) -> tuple[list[bool], list[bool]]:
    return [each.alone for each in statements], [each.clear for each in statements]


def _likeness(vectors: Floats, total: Floats, size: int) -> Floats:
    """Compute the mean cosine of each unit vector and the others of so many, by what all add up to.

    It does not hang on how many there are, as the cosine of a vector and their mean does.

    Args:
        vectors: unit vectors, (n_sentences, n_dimensions).
        total: (n_dimensions,), the sum of all so many.
        size: how many these are.

    Returns:
        float64, (n_sentences,).
    """
    if size < 2:
        return np.full(len(vectors), _USUAL)
    cosines: Floats = (vectors @ total - 1) / (size - 1)
    return cosines


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


def log_odds(found: Floats) -> Floats:
    """Compute the log-odds that each sentence says something: float64, (n_sentences,).

    Args:
        found: the evidence of each, (n_sentences, n_evidence).
    """
    weights = _weights()
    named = [weights["signs"][name] for name in SIGNS]
    named += [weights["surroundings"][name] for name in SURROUNDINGS]
    known = np.array([*weights["vector"], *weights["source"], *named])
    odds: Floats = found @ known + weights["constant"]
    return odds


@cache
def _weights() -> dict[str, Any]:
    loaded: dict[str, Any] = load_yaml("bidigest.ranking", "informativeness_weights.yaml")
    return loaded
