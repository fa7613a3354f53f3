"""Weights of terms, and their meaning in the space that English and Chinese share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cache
from typing import TypeVar

import numpy as np

from bidigest.languages.zh.scripts import is_chinese
from bidigest.sparse.matrices import Floats, Integers
from bidigest.text.tokens import parts
from bidigest.text.vocabulary import vocabulary

Term = TypeVar("Term", bound=Hashable)

SENTENCES = 500
"""Size of collection that frequencies are brought to, so that scores of small and large
collections compare."""

_OWN = 0.7
"""Weight of a Chinese word itself beside the unit vector of its English stems."""
_WHOLE = math.sqrt(1 + _OWN * _OWN)


def rarity(documents: Sequence[Iterable[Term]]) -> dict[Term, float]:
    """Compute the inverse document frequency, in nats, of each term in a number of term sets."""
    counts = Counter(term for document in documents for term in set(document))
    scale = SENTENCES / max(len(documents), SENTENCES)
    return {
        term: math.log((SENTENCES + 1) / (count * scale + 0.5)) for term, count in counts.items()
    }


def rarities(counts: Integers, size: int) -> Floats:
    """Compute the inverse document frequency, in nats, of terms by their counts.

    Args:
        counts: int64, (n_terms,), in how many documents each stands.
        size: number of documents.

    Returns:
        float64, (n_terms,), at least one.
    """
    scale = SENTENCES / max(size, SENTENCES)
    # Not numpy's logarithm, which differs in its last digit from one processor to the next.
    different, which = np.unique(counts, return_inverse=True)
    logarithms = [math.log((SENTENCES + 1) / (c * scale + 0.5)) for c in different.tolist()]
    return np.array(logarithms or [0.0])[which]


def background_rarity(term: str) -> float:
    """Tell how telling a term is on any subject: by jieba's corpus, or CC-CEDICT's glosses."""
    shared = vocabulary()
    if is_chinese(term):
        return max(0.3, shared.chinese_rarity(term) - 2.0)
    return max(0.3, shared.rarity(term) - 2.5)


def learn(terms: Sequence[str]) -> None:
    """Look up in the vocabulary what will be asked of these terms, all at once."""
    chinese = [term for term in terms if is_chinese(term)]
    vocabulary().learn(chinese, (term for term in terms if not is_chinese(term)))


@cache
def cross_lingual_vector(term: str) -> Mapping[str, float]:
    """Represent a term as a unit vector over itself (Chinese) and English stems."""
    if not is_chinese(term):
        return {term: 1.0}
    shared, stems = vocabulary(), _stems(term)
    weights = [stems[stem] * shared.rarity(stem) for stem in stems]
    norm = math.sqrt(sum(weight * weight for weight in weights))
    if not norm:
        return {term: 1.0}
    norm *= _WHOLE
    vector = {stem: weight / norm for stem, weight in zip(stems, weights, strict=True)}
    vector[term] = _OWN / _WHOLE
    return vector


def _stems(word: str) -> Mapping[str, float]:
    """Return a word's English stems; of its parts' where the dictionary does not know it."""
    known = vocabulary().stems(word)
    if known:
        return known
    pieces = [part for part in parts(word) if vocabulary().stems(part)] or _prefixes(word)
    total: dict[str, float] = {}
    for piece in pieces:
        for stem, weight in vocabulary().stems(piece).items():
            total[stem] = total.get(stem, 0.0) + weight / len(pieces)
    return {stem: total[stem] for stem in sorted(total)}


def _prefixes(word: str) -> list[str]:
    """Cut a word from the left into the longest dictionary words of two characters and more."""
    pieces = []
    while word:
        length = next((n for n in range(len(word), 1, -1) if vocabulary().stems(word[:n])), 0)
        if length:
            pieces.append(word[:length])
        word = word[max(length, 1) :]
    return pieces
