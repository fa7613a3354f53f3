"""The trie of a vocabulary's pieces, which takes a second to build: it is built once and kept."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Sequence
from contextlib import suppress
from importlib import metadata
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from marisa_trie import Trie

from bidigest.storage.cache_files import cache_folder, keep

_DIGEST = hashlib.sha256().digest_size

PieceTrie: TypeAlias = tuple[Trie, "array[int]"]
"""All pieces, and the number of each by its place in the trie."""


def piece_trie(text: bytes, starts: Sequence[int]) -> PieceTrie:
    """Return the trie of pieces, from the user's cache folder where it has been kept there.

    Args:
        text: all pieces one after another, in UTF-8.
        starts: where each begins, in bytes, and behind them where the last one ends.
    """
    path = _file(text, starts)
    with suppress(OSError, ValueError):
        return _unpacked(path.read_bytes(), len(starts) - 1)
    built = build(text, starts)
    keep(path, _packed(*built))
    return built


def build(text: bytes, starts: Sequence[int]) -> PieceTrie:
    """Build the trie of pieces; a piece that stands twice has its later number."""
    names = [text[start:end].decode("utf-8", "replace") for start, end in pairwise(starts)]
    pieces, numbers = Trie(names), array("i", bytes(array("i").itemsize * len(names)))
    for number, name in enumerate(names):
        numbers[pieces.key_id(name)] = number
    return pieces, numbers


def _file(text: bytes, starts: Sequence[int]) -> Path:
    known = hashlib.sha256(text + array("q", starts).tobytes()).hexdigest()[:16]
    return cache_folder() / f"pieces-{known}-{metadata.version('marisa-trie')}.marisa"


def _packed(pieces: Trie, numbers: array[int]) -> bytes:
    content: bytes = numbers.tobytes() + pieces.tobytes()
    return hashlib.sha256(content).digest() + content


def _unpacked(packed: bytes, count: int) -> PieceTrie:
    """Take apart what was kept.

    Raises:
        ValueError: it is not what was kept.
    """
    digest, content = packed[:_DIGEST], packed[_DIGEST:]
    if hashlib.sha256(content).digest() != digest:
        raise ValueError("a damaged file")
    numbers, end = array("i"), array("i").itemsize * count
    numbers.frombytes(content[:end])
    return Trie().frombytes(content[end:]), numbers
