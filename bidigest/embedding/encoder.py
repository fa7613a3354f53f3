"""The protocol of a sentence model: texts in, unit vectors out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]


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
