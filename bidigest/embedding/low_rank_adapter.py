"""What is added to the weights of the bundled model, as products of two thin matrices.

Learned on sentences that make one claim and on others of the same stories that do not, so that the
model tells claims, where it was made to tell subjects (LoRA: Hu et al., 2021;
`python -m benchmarks.fit_adapter`). The weights of the package stay as they are.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import numpy as np

from bidigest.embedding.model_file import Tensor

_FILE = "low_rank_adapter.npz"


@dataclass(frozen=True, slots=True)
class LowRankAdapter:
    """Thin factors of what is added to matrices of a network, by the name of the matrix."""

    factors: Mapping[str, tuple[Tensor, Tensor]] = field(default_factory=dict)
    """Two of each, float32: (n_in, n_rank) and (n_rank, n_out)."""
    version: str = ""
    """Changes with the factors."""

    def add(self, name: str, weights: Tensor) -> None:
        """Add to a matrix, in place, what belongs to it, if anything does.

        Args:
            name: as in `factors`: the number of the layer and the matrix in it.
            weights: float32, (n_in, n_out).
        """
        if name in self.factors:
            first, second = self.factors[name]
            weights += first @ second


NO_ADAPTER = LowRankAdapter()
"""Leaves a network as it is."""


@cache
def bundled_adapter() -> LowRankAdapter:
    """Read the adapter that comes with this package."""
    content = files("bidigest.embedding").joinpath(_FILE).read_bytes()
    with np.load(io.BytesIO(content)) as kept:
        values = {name: kept[name].astype(np.float32) for name in kept.files}
    names = sorted({name.rpartition(".")[0] for name in values})
    factors = {name: (values[f"{name}.first"], values[f"{name}.second"]) for name in names}
    return LowRankAdapter(factors, hashlib.sha256(content).hexdigest()[:8])
