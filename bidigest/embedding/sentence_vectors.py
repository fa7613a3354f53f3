"""The vectors of sentences and of their clauses, each distinct text encoded once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import numpy as np

from bidigest.embedding.encoder import Quantized, SentenceEncoder, SentenceVectors, Vectors
from bidigest.languages.patterns import either
from bidigest.languages.zh.scripts import has_chinese
from bidigest.storage.document_store import DocumentStore, default_store, vectors_key

LONGEST = 400
"""Code points of a text that are encoded; about as much as a model attends to at once."""

MOST_CLAUSES = 8
"""How many clauses of a sentence are encoded, the first ones."""

_SHORTEST, _SHORTEST_CHINESE = 12, 4
"""Code points of a clause that says something by itself."""

_BOUND = re.compile(rf"[，,;；：:。！？!?]|——|—|\s-\s|\.\s|{either('clauses', 'pieces')}")

_GREATEST = 127
"""The greatest entry of a vector in eight bits."""

_AT_ONCE = 384
"""Texts given to a model in one go: few enough that an interrupt is heard and progress is seen,
and enough that its threads seldom wait for the last of them, and its layers are seldom unpacked."""

ProgressCallback = Callable[[int], None]
"""Is called with how many more sentences are encoded."""

_NO_VECTORS: Quantized = np.zeros((0, 1), dtype=np.int8)


@dataclass(slots=True)
class Embedder:
    """Makes the vectors of one source after another; each distinct text is encoded once."""

    encoder: SentenceEncoder
    store: DocumentStore
    _made: dict[str, Quantized] = field(default_factory=dict, init=False)

    def known(self, sentences: Sequence[str]) -> Quantized | None:
        """Return the kept vectors of a source, if there are any: int8, (n_texts, n_dimensions)."""
        texts = [text for sentence in sentences for text in whole_and_clauses(sentence)]
        if not texts:
            return _NO_VECTORS
        key = self._key(texts)
        found = self.store.find_vectors(key) if key else None
        with suppress(ValueError):  # damaged
            if found is not None:
                values = np.frombuffer(found, dtype=np.int8).reshape(len(texts), -1)
                if values.shape[1] > 1:
                    # What another source says in the same words need not be encoded for it.
                    self._made.update(zip(texts, values, strict=True))
                    return values
        return None

    def vectors(
        self, sentences: Sequence[str], on_progress: ProgressCallback | None = None
    ) -> Quantized:
        """Encode a source's sentences, and keep their vectors.

        Args:
            sentences: their wordings.
            on_progress: called with how many more of them are done, every second or so.

        Returns:
            int8, (n_pieces, n_dimensions): of each sentence the whole, then its clauses.
        """
        split = [whole_and_clauses(sentence) for sentence in sentences]
        for some in _groups(split):
            self._encode(text for each in some for text in each)
            if on_progress is not None:
                on_progress(len(some))
        texts = [text for each in split for text in each]
        if not texts:
            return _NO_VECTORS
        values = np.stack([self._made[text] for text in texts])
        if key := self._key(texts):
            self.store.keep_vectors(key, values.tobytes())
        return values

    def _encode(self, texts: Iterable[str]) -> None:
        missing = [text for text in dict.fromkeys(texts) if text not in self._made]
        if missing:
            values = quantized(self.encoder.encode(missing))
            self._made.update(zip(missing, values, strict=True))

    def _key(self, texts: Sequence[str]) -> str | None:
        """Return the key of the vectors of these texts; None if the model may have changed."""
        if not self.encoder.version or not texts:
            return None
        return vectors_key(self.encoder.name, self.encoder.version, texts)


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
    embedder = Embedder(encoder, store or default_store())
    values = []
    for source in sources:
        known = embedder.known(source)
        values.append(embedder.vectors(source) if known is None else known)
    return gathered(encoder.name, sources, values)


def gathered(
    model: str, sources: Sequence[Sequence[str]], values: Sequence[Quantized]
) -> SentenceVectors:
    """Put the vectors of several sources together.

    Args:
        model: the model's name.
        sources: the wordings of each source's sentences, sources in order.
        values: int8, (n_texts, n_dimensions), of each source, as `Embedder.vectors` returns them.
    """
    counts = [len(whole_and_clauses(sentence)) for source in sources for sentence in source]
    found = [each for each in values if len(each)]
    whole = np.concatenate(found) if found else _NO_VECTORS
    return SentenceVectors(model, whole, np.repeat(np.arange(len(counts)), counts))


def _groups(split: Sequence[Sequence[str]]) -> Iterator[Sequence[Sequence[str]]]:
    """Yield sentences, as their pieces, by so many as are given to a model in one go."""
    start = texts = 0
    for end, each in enumerate(split, start=1):
        texts += len(each)
        if texts >= _AT_ONCE or end == len(split):
            yield split[start:end]
            start, texts = end, 0


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


def whole_and_clauses(text: str) -> list[str]:
    """Return the whole sentence first, then its clauses if there are two or more."""
    whole = _encodable(text)
    parts = [part.strip() for part in _BOUND.split(whole)]
    clauses = [part for part in parts if len(part) >= _least(part)][:MOST_CLAUSES]
    return [whole, *clauses] if len(clauses) > 1 else [whole]


def _encodable(text: str) -> str:
    """Cut a text to what the model takes, without lone surrogates, which no UTF-8 has."""
    return text[:LONGEST].encode("utf-8", "replace").decode("utf-8")


def _least(part: str) -> int:
    return _SHORTEST_CHINESE if has_chinese(part) else _SHORTEST
