"""The vectors of sentences and of their clauses, each distinct text encoded once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bidigest.embedding.encoder import SentenceEncoder, Vectors
from bidigest.embedding.pieces import pieces
from bidigest.sparse.matrices import Integers
from bidigest.storage.document_store import DocumentStore, default_store, vectors_key

Quantized = npt.NDArray[np.int8]

_GREATEST = 127
_AT_ONCE = 256
"""Texts given to a model in one go, so that an interrupt is heard."""


@dataclass(frozen=True, slots=True)
class SentenceVectors:
    """Vectors of each sentence, first of the whole, then of its clauses; in direction only."""

    model: str
    """The model's name."""
    values: Quantized
    """int8, (n_pieces, n_dimensions): each vector times what makes its greatest entry 127."""
    owners: Integers
    """int64, (n_pieces,), sorted: which sentence each piece is of; the whole comes first."""


def embed(
    encoder: SentenceEncoder,
    sources: Sequence[Sequence[str]],
    store: DocumentStore | None = None,
) -> SentenceVectors:
    """Encode all sentences of several sources; each distinct text is encoded once.

    Args:
        encoder: asked for each text that is not kept yet.
        sources: the wordings of each source's sentences, sources in order.
        store: keeps the vectors of each source; by default that of the user's cache folder.

    Returns:
        Vectors of all sentences, int8, (n_texts, n_dimensions), with the sentence of each.
    """
    split = [[pieces(text) for text in source] for source in sources]
    counts = [len(each) for source in split for each in source]
    texts = [[text for each in source for text in each] for source in split]
    values = _encoded(encoder, texts, store or default_store())
    return SentenceVectors(encoder.name, values, np.repeat(np.arange(len(counts)), counts))


def _encoded(
    encoder: SentenceEncoder, texts: Sequence[Sequence[str]], store: DocumentStore
) -> Quantized:
    keys = [_key(encoder, source) for source in texts]
    known = [_known(store, key, len(source)) for key, source in zip(keys, texts, strict=True)]
    missing = [n for n, found in enumerate(known) if found is None]
    fresh = _fresh(encoder, (text for n in missing for text in texts[n]))
    for n in missing:
        if texts[n]:
            known[n] = values = np.stack([fresh[text] for text in texts[n]])
            if key := keys[n]:
                store.keep_vectors(key, values.tobytes())
    if missing:
        store.forget_oldest()
    found = [values for values in known if values is not None]
    return np.concatenate(found) if found else np.zeros((0, 1), dtype=np.int8)


def _fresh(encoder: SentenceEncoder, texts: Iterable[str]) -> dict[str, Quantized]:
    """Encode each distinct text."""
    distinct = list(dict.fromkeys(texts))
    found: dict[str, Quantized] = {}
    for start in range(0, len(distinct), _AT_ONCE):
        some = distinct[start : start + _AT_ONCE]
        found.update(zip(some, quantized(encoder.encode(some)), strict=True))
    return found


def quantized(vectors: Vectors) -> Quantized:
    """Round vectors to eight bits, so that a last bit of the arithmetic seldom shows.

    Args:
        vectors: float32, (n_texts, n_dimensions).

    Returns:
        int8, (n_texts, n_dimensions), the greatest entry of each row 127.
    """
    greatest = np.abs(vectors).max(axis=1, keepdims=True, initial=1e-12)
    whole: Quantized = np.rint(vectors / greatest * _GREATEST).astype(np.int8)
    return whole


def _key(encoder: SentenceEncoder, texts: Sequence[str]) -> str | None:
    """By what the vectors of these very texts are kept; None if the model may have changed."""
    if not encoder.version or not texts:
        return None
    return vectors_key(encoder.name, encoder.version, texts)


def _known(store: DocumentStore, key: str | None, count: int) -> Quantized | None:
    with suppress(ValueError):  # damaged
        found = store.find_vectors(key) if key else None
        if found is not None:
            values = np.frombuffer(found, dtype=np.int8).reshape(count, -1)
            return values if values.shape[1] > 1 else None
    return None
