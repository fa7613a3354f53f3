"""The bundled model's network: from pieces of a text to a state of each (Vaswani et al., 2017).

Plain matrix products in single precision. Texts of one padded length are stacked to one matrix;
with one thread a product, the states of a text are the same bits whatever it is stacked with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bidigest.embedding.model_file import ModelFile, Tensor

_TINY = np.float32(1e-12)
_FAR = np.float32(-1e9)
_STEP = 8
_GELU = np.float32(np.sqrt(2 / np.pi)), np.float32(0.044715)

Tokens = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Layer:
    """Weights of one layer; matrices as (n_in, n_out)."""

    attention: tuple[Tensor, Tensor]
    """Of queries, keys and values side by side."""
    mixed: tuple[Tensor, Tensor]
    mixed_norm: tuple[Tensor, Tensor]
    widened: tuple[Tensor, Tensor]
    narrowed: tuple[Tensor, Tensor]
    narrowed_norm: tuple[Tensor, Tensor]


@dataclass(frozen=True, slots=True)
class Transformer:
    """The network, unpacked once."""

    file: ModelFile
    positions: Tensor
    norm: tuple[Tensor, Tensor]
    layers: tuple[_Layer, ...]

    @classmethod
    def of(cls, file: ModelFile) -> Transformer:
        """Unpack a model's file."""
        kind = file.vector("emb.type")[: file.size]
        positions = file.vector("emb.pos").reshape(-1, file.size) + kind
        norm = file.vector("emb.ln.w"), file.vector("emb.ln.b")
        layers = tuple(_layer(file, f"l{number}.") for number in range(file.layers))
        return cls(file, positions, norm, layers)

    def states(self, texts: Sequence[Sequence[int]]) -> list[Tensor]:
        """Compute the states of texts that are about equally long.

        Args:
            texts: numbers of their pieces.

        Returns:
            Of each text float32, (n_pieces, n_dimensions).
        """
        lengths = np.array([len(text) for text in texts])
        width = padded(int(lengths.max()))
        tokens = np.zeros((len(texts), width), dtype=np.int64)
        for row, text in zip(tokens, texts, strict=True):
            row[: len(text)] = text
        inside = np.arange(width) < lengths[:, None]
        masked = np.where(inside, np.float32(0), _FAR)
        hidden = self._embedded(tokens)
        for layer in self.layers:
            hidden = self._passed(layer, hidden, masked)
        each = hidden.reshape(len(texts), width, -1)
        return [states[:length] for states, length in zip(each, lengths.tolist(), strict=True)]

    def _embedded(self, tokens: Tokens) -> Tensor:
        """Look up tokens and their positions.

        Args:
            tokens: int64, (n_texts, width).

        Returns:
            float32, (n_texts * width, n_dimensions).
        """
        distinct, back = np.unique(tokens.ravel(), return_inverse=True)
        words = self.file.rows("emb.word", self.file.size, distinct)[back]
        positions = np.tile(self.positions[: tokens.shape[1]], (len(tokens), 1))
        return _normalized(words + positions, self.norm)

    def _passed(self, layer: _Layer, hidden: Tensor, masked: Tensor) -> Tensor:
        """Pass states through a layer.

        Args:
            layer: its weights.
            hidden: float32, (n_texts * width, n_dimensions).
            masked: float32, (n_texts, width), 0 or, for padding, far below any score.

        Returns:
            float32, as given.
        """
        attended = self._attended(_times(hidden, layer.attention), masked)
        hidden = _normalized(hidden + _times(attended, layer.mixed), layer.mixed_norm)
        wide = _activated(_times(hidden, layer.widened))
        return _normalized(hidden + _times(wide, layer.narrowed), layer.narrowed_norm)

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


def padded(tokens: int) -> int:
    """Round a number of tokens up to the next length to which texts are padded."""
    return -(-tokens // _STEP) * _STEP


def _layer(file: ModelFile, name: str) -> _Layer:
    def linear(part: str, columns: int) -> tuple[Tensor, Tensor]:
        matrix = file.matrix(f"{name}{part}.w", columns)
        return np.ascontiguousarray(matrix.T), file.vector(f"{name}{part}.b")

    def norm(part: str) -> tuple[Tensor, Tensor]:
        return file.vector(f"{name}{part}.w"), file.vector(f"{name}{part}.b")

    parts = [linear(part, file.size) for part in "qkv"]
    together = [np.concatenate(each, axis=-1) for each in zip(*parts, strict=True)]
    return _Layer(
        attention=(together[0], together[1]),
        mixed=linear("ao", file.size),
        mixed_norm=norm("aln"),
        widened=linear("fi", file.size),
        narrowed=linear("fo", file.inner),
        narrowed_norm=norm("oln"),
    )


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
