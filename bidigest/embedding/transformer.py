"""The bundled model's network: from pieces of a text to a state of each (Vaswani et al., 2017).

Plain matrix products in single precision. Pieces of texts are packed to one matrix; only where
each text's pieces meet each other are texts padded to one length (`embedding.packing`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass

import numpy as np

from bidigest.embedding.low_rank_adapter import NO_ADAPTER, LowRankAdapter
from bidigest.embedding.model_file import ModelFile, Tensor
from bidigest.embedding.packing import Packing
from bidigest.sparse.matrices import Integers

_TINY = np.float32(1e-12)
_FAR = np.float32(-1e9)
_GELU = np.float32(np.sqrt(2 / np.pi)), np.float32(0.044715)


@dataclass(frozen=True, slots=True)
class Layer:
    """Weights of one layer; matrices as (n_in, n_out)."""

    attention: tuple[Tensor, Tensor]
    """Of queries, keys and values side by side."""
    mixed: tuple[Tensor, Tensor]
    mixed_norm: tuple[Tensor, Tensor]
    widened: tuple[Tensor, Tensor]
    narrowed: tuple[Tensor, Tensor]
    narrowed_norm: tuple[Tensor, Tensor]


@dataclass(slots=True)
class _Stack:
    """Texts of one padded length on their way through the layers."""

    packing: Packing
    masked: Tensor
    """float32, (n_texts, width), 0 or, for padding, far below any score."""
    hidden: Tensor
    """float32, (n_rows, n_dimensions)."""

    def states(self) -> list[Tensor]:
        """Return the states of each text: float32, (n_pieces, n_dimensions)."""
        inside = self.packing.inside
        each = self.hidden[self.packing.rows].reshape(*inside.shape, -1)
        return [states[among] for states, among in zip(each, inside, strict=True)]


@dataclass(frozen=True, slots=True)
class Transformer:
    """The network; a layer's weights are unpacked when its turn comes, and then let go."""

    file: ModelFile
    positions: Tensor
    norm: tuple[Tensor, Tensor]
    adapter: LowRankAdapter = NO_ADAPTER
    """What is added to the weights of the layers."""

    @classmethod
    def of(cls, file: ModelFile, adapter: LowRankAdapter = NO_ADAPTER) -> Transformer:
        """Take what stands before the layers out of a model's file."""
        kind = file.vector("emb.type")[: file.size]
        positions = file.vector("emb.pos").reshape(-1, file.size) + kind
        norm = file.vector("emb.ln.w"), file.vector("emb.ln.b")
        return cls(file, positions, norm, adapter)

    def states(
        self, groups: Sequence[Sequence[Sequence[int]]], threads: Executor
    ) -> Iterator[list[Tensor]]:
        """Compute the states of groups of texts, each of texts that are about equally long.

        Args:
            groups: of each text the numbers of its pieces.
            threads: among which the groups are shared, in the order in which they are submitted;
                so no thread waits for what has not begun.

        Yields:
            Of each text of a group float32, (n_pieces, n_dimensions).
        """
        stacks = [threads.submit(self._stacked, group) for group in groups]
        for number in range(self.file.layers):
            layer = threads.submit(layer_of, self.file, number, self.adapter)
            stacks = [threads.submit(self._pass, layer, stack) for stack in stacks]
        yield from (stack.result().states() for stack in stacks)

    def _stacked(self, texts: Sequence[Sequence[int]]) -> _Stack:
        """Look up texts, packed to one matrix."""
        packing = Packing.of([len(text) for text in texts])
        tokens = np.zeros(packing.inside.shape, dtype=np.int64)
        tokens[packing.inside] = [token for text in texts for token in text]
        positions = packing.places % packing.inside.shape[1]
        hidden = self._embedded(tokens.ravel()[packing.places], positions)
        return _Stack(packing, np.where(packing.inside, np.float32(0), _FAR), hidden)

    def _embedded(self, tokens: Integers, positions: Integers) -> Tensor:
        """Look up tokens and their positions.

        Args:
            tokens: int64, (n_rows,).
            positions: int64, (n_rows,).

        Returns:
            float32, (n_rows, n_dimensions).
        """
        distinct, back = np.unique(tokens, return_inverse=True)
        words = self.file.rows("emb.word", self.file.size, distinct)[back]
        return _normalized(words + self.positions[positions], self.norm)

    def _pass(self, unpacked: Future[Layer], before: Future[_Stack]) -> _Stack:
        """Pass the states of texts through a layer."""
        layer, stack = unpacked.result(), before.result()
        projected = _times(stack.hidden, layer.attention).take(stack.packing.rows, axis=0)
        attended = self._attended(projected, stack.masked).take(stack.packing.places, axis=0)
        mixed = stack.hidden + _times(attended, layer.mixed)
        hidden = _normalized(mixed, layer.mixed_norm)
        wide = _activated(_times(hidden, layer.widened))
        stack.hidden = _normalized(hidden + _times(wide, layer.narrowed), layer.narrowed_norm)
        return stack

    def _attended(self, projected: Tensor, masked: Tensor) -> Tensor:
        """Mix each text's values by how its queries meet its keys.

        Args:
            projected: float32, (n_texts * width, 3 * n_dimensions).
            masked: float32, (n_texts, width), 0 or, for padding, far below any score.

        Returns:
            float32, (n_texts * width, n_dimensions).
        """
        (texts, width), heads = masked.shape, self.file.heads
        split = projected.reshape(texts, width, 3, heads, -1).transpose(2, 0, 3, 1, 4)
        queries, keys, values = split
        scores = queries @ keys.swapaxes(-1, -2)
        scores *= np.float32(1 / np.sqrt(queries.shape[-1]))
        scores += masked[:, None, None, :]
        scores -= scores.max(axis=-1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(axis=-1, keepdims=True)
        mixed: Tensor = (scores @ values).swapaxes(1, 2).reshape(texts * width, -1)
        return mixed


def layer_of(file: ModelFile, number: int, adapter: LowRankAdapter) -> Layer:
    """Unpack a layer, and add to its weights what an adapter has for it.

    Args:
        file: the model.
        number: of the layer, from 0.
        adapter: leaves it as it is where it has nothing of that number.
    """

    def linear(part: str, columns: int) -> tuple[Tensor, Tensor]:
        matrix = file.matrix(f"l{number}.{part}.w", columns)
        return np.ascontiguousarray(matrix.T), file.vector(f"l{number}.{part}.b")

    def norm(part: str) -> tuple[Tensor, Tensor]:
        return file.vector(f"l{number}.{part}.w"), file.vector(f"l{number}.{part}.b")

    parts = [linear(part, file.size) for part in "qkv"]
    together = [np.concatenate(each, axis=-1) for each in zip(*parts, strict=True)]
    matrices = {
        "attention": (together[0], together[1]),
        "mixed": linear("ao", file.size),
        "widened": linear("fi", file.size),
        "narrowed": linear("fo", file.inner),
    }
    for name, (weights, _) in matrices.items():
        adapter.add(f"{number}.{name}", weights)
    return Layer(**matrices, mixed_norm=norm("aln"), narrowed_norm=norm("oln"))


def _times(values: Tensor, linear: tuple[Tensor, Tensor]) -> Tensor:
    """Multiply rows by a matrix and shift them: float32, (n_rows, n_out)."""
    found: Tensor = values @ linear[0]
    found += linear[1]
    return found


def _normalized(values: Tensor, norm: tuple[Tensor, Tensor]) -> Tensor:
    """Bring rows to mean 0 and variance 1, then scale and shift them, in place (Ba et al., 2016).

    Args:
        values: float32, (n_rows, n_dimensions).
        norm: scale and shift, both float32, (n_dimensions,).

    Returns:
        float32, as given.
    """
    values -= values.mean(axis=-1, keepdims=True)
    variance = np.einsum("ij,ij->i", values, values) / np.float32(values.shape[1])
    values *= (1 / np.sqrt(variance + _TINY))[:, None]
    values *= norm[0]
    values += norm[1]
    return values


def _activated(values: Tensor) -> Tensor:
    """Apply GELU (Hendrycks and Gimpel, 2016) in place: float32, (n_rows, n_inner)."""
    root, cubic = _GELU
    bent = values * values
    bent *= cubic
    bent += 1
    bent *= values
    bent *= root
    np.tanh(bent, out=bent)
    bent += 1
    bent *= np.float32(0.5)
    values *= bent
    return values
