"""What was found of pairs of sentences, kept from one run of a folder's digest to the next.

Most of what sets two sentences apart hangs on nothing but their texts and dates. Of pairs between
sources that did not change it is taken from the last run; a digest is the same without it. A pair
is known by a hash of 64 bits of its texts: of a million pairs two would have one hash in one run
of 40 million.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from bidigest.sparse.matrices import Booleans, Floats, Integers
from bidigest.storage.document_store import NOTHING_KEPT, DocumentStore, pairs_key

Keys = npt.NDArray[np.uint64]

_TURN = np.uint64(0x9E3779B97F4A7C15)
"""An odd number by which the first sentence's hash is multiplied, as pairs have an order."""


@dataclass(slots=True)
class PairMemory:
    """Values of pairs by their kind: those of the last run, and those that this one asks for."""

    store: DocumentStore = NOTHING_KEPT
    key: str = ""
    sentences: Keys = field(default_factory=lambda: np.zeros(0, dtype=np.uint64))
    """Hashes of this run's sentences."""
    known: dict[str, tuple[Keys, Floats]] = field(default_factory=dict)
    """By kind: hashes of pairs, sorted; and their values, float64, (n_known, n_columns)."""
    found: dict[str, list[tuple[Keys, Floats]]] = field(default_factory=dict)

    @classmethod
    def open(cls, store: DocumentStore, key: str) -> PairMemory:
        """Return what the store keeps under a key; empty if that is nothing, or damaged."""
        packed = store.find_pairs(key)
        with suppress(ValueError, KeyError, OSError, EOFError, zipfile.BadZipFile, zlib.error):
            return cls(store, key, known=_unpacked(packed) if packed else {})
        return cls(store, key)

    def begin(self, sentences: Iterable[str]) -> None:
        """Set what is compared in this run: of each sentence all that a pair's values hang on."""
        if self.store.pairs is not None:
            hashes = (hashlib.blake2b(each.encode(), digest_size=8).digest() for each in sentences)
            self.sentences = np.frombuffer(b"".join(hashes), dtype="<u8").astype(np.uint64)

    def values(
        self,
        kind: str,
        first: Integers,
        second: Integers,
        measure: Callable[[Integers], Floats],
    ) -> Floats:
        """Return values of pairs, measured only where they are not known.

        Args:
            kind: of the values.
            first: int64, (n_pairs,), numbers of sentences.
            second: int64, (n_pairs,).
            measure: returns the values of some pairs, float64, (n_chosen, n_columns), by their
                places here, int64, (n_chosen,).

        Returns:
            float64, (n_pairs, n_columns).
        """
        if self.store.pairs is None:
            return measure(np.arange(len(first)))
        pairs = self.sentences[first] * _TURN + self.sentences[second]
        places, known = self._places(kind, pairs)
        missing = measure(np.flatnonzero(~known))
        values = np.empty((len(pairs), missing.shape[1]))
        values[~known] = missing
        if known.any():
            values[known] = self.known[kind][1][places[known]]
        self.found.setdefault(kind, []).append((pairs, values))
        return values

    def _places(self, kind: str, pairs: Keys) -> tuple[Integers, Booleans]:
        """Find pairs among those that are known.

        Returns:
            Their places, int64, (n_pairs,), and whether they are there, bool, (n_pairs,).
        """
        if kind not in self.known or not len(self.known[kind][0]):
            return np.zeros(len(pairs), dtype=np.int64), np.zeros(len(pairs), dtype=np.bool_)
        keys = self.known[kind][0]
        places = np.minimum(np.searchsorted(keys, pairs), len(keys) - 1)
        return places, keys[places] == pairs

    def keep(self) -> None:
        """Keep what this run has asked for; what it has not is forgotten."""
        if self.store.pairs is not None and self.found:
            self.store.keep_pairs(self.key, _packed(self.found))


@contextmanager
def remembered(store: DocumentStore, root: str, paths: Iterable[str]) -> Iterator[PairMemory]:
    """Lend what the last run of these folders has found of pairs, and keep what this one finds.

    Where the run fails, what the last one has found stays.

    Args:
        store: where it is kept.
        root: folder that the paths are relative to.
        paths: of all sources.
    """
    memory = PairMemory.open(store, pairs_key(root, paths))
    yield memory
    memory.keep()


def _packed(found: dict[str, list[tuple[Keys, Floats]]]) -> bytes:
    """Pack hashes, uint64, (n_pairs,), and values, float64, (n_pairs, n_columns), of each kind."""
    arrays: dict[str, Keys | Floats] = {}
    for kind, parts in found.items():
        keys, first = np.unique(np.concatenate([each for each, _ in parts]), return_index=True)
        arrays[f"{kind} keys"] = keys
        arrays[f"{kind} values"] = np.concatenate([each for _, each in parts])[first]
    packed = io.BytesIO()
    np.savez_compressed(packed, **arrays)  # type: ignore[arg-type]
    return packed.getvalue()


def _unpacked(packed: bytes) -> dict[str, tuple[Keys, Floats]]:
    """Unpack what `_packed` has made: uint64, (n_pairs,); float64, (n_pairs, n_columns)."""
    with np.load(io.BytesIO(packed), allow_pickle=False) as arrays:
        kinds = [name.removesuffix(" keys") for name in arrays.files if name.endswith(" keys")]
        found = {kind: (arrays[f"{kind} keys"], arrays[f"{kind} values"]) for kind in kinds}
    if any(len(keys) != len(values) for keys, values in found.values()):
        raise ValueError("as many values as keys")
    return found
