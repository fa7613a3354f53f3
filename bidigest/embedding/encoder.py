"""The protocol of a sentence model, and the vectors that come of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from bidigest.sparse.matrices import Integers

Vectors = npt.NDArray[np.float32]
"""Unit vectors, (n_texts, n_dimensions)."""

Quantized = npt.NDArray[np.int8]
"""The same in eight bits: in direction only, the greatest entry of each row 127."""


class SentenceEncoder(Protocol):
    """A sentence model, loaded when it is first asked."""

    @property
    def name(self) -> str:
        """What `digest.json` calls it."""

    @property
    def version(self) -> str:
        """Changes whenever its vectors may; empty where nobody can tell, so that none are kept."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode texts as unit vectors: float32, (n_texts, n_dimensions).

        Raises:
            OptionsError: the model cannot be loaded, and the user has to mend something.
        """


@dataclass(frozen=True, slots=True)
class SentenceVectors:
    """Vectors of each sentence, first of the whole, then of its clauses; in direction only."""

    model: str
    """The model's name."""
    values: Quantized
    """int8, (n_pieces, n_dimensions): each vector times what makes its greatest entry 127."""
    owners: Integers
    """int64, (n_pieces,), sorted: which sentence each piece is of; the whole comes first."""
