"""What was read of sources, kept by content: for the library, the command line and Prefect's tasks.

A reading is known by all that it depends on: the source's bytes, its name below the root, and the
code and packages that read it (`code_fingerprint`, which covers the readers of all formats).
Options only tell what is refused; how a source is read does not hang on them. Vectors of its
sentences are known by the texts and the model alone, so that they outlive a change of the code.
Nothing kept is ever needed: what is lost or damaged is made again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bidigest.storage.cache_files import cache_folder, keep
from bidigest.storage.code_fingerprint import algorithm
from bidigest.storage.eviction import IN_USE, forget_oldest

MOST_KEPT = 10_000
"""Records of all kinds; the ones that were used longest ago go first."""

MOST_BYTES = 1_000_000_000
"""Of all records together."""

_READINGS, _VECTORS, _PAIRS = ".json", ".int8", ".npz"


@dataclass(frozen=True, slots=True)
class DocumentStore:
    """Records in three folders; where there is no folder, nothing of that kind is kept."""

    readings: Path | None = None
    vectors: Path | None = None
    pairs: Path | None = None

    @classmethod
    def below(cls, folder: Path) -> DocumentStore:
        """Open the store in this folder, which may not exist yet."""
        return cls(folder / "readings", folder / "vectors", folder / "pairs")

    def find_reading(self, key: str) -> bytes | None:
        """Return a reading as `packed_readings` has it, which counts as used now."""
        return _find(_file(self.readings, key, _READINGS))

    def keep_reading(self, key: str, packed: bytes) -> None:
        """Keep a reading, whole or not at all."""
        _keep(_file(self.readings, key, _READINGS), packed)

    def find_vectors(self, key: str) -> bytes | None:
        """Return the vectors of some texts in a row, which count as used now."""
        return _find(_file(self.vectors, key, _VECTORS))

    def keep_vectors(self, key: str, values: bytes) -> None:
        """Keep the vectors of some texts, whole or not at all."""
        _keep(_file(self.vectors, key, _VECTORS), values)

    def find_pairs(self, key: str) -> bytes | None:
        """Return what was found of pairs of sentences, which counts as used now."""
        return _find(_file(self.pairs, key, _PAIRS))

    def keep_pairs(self, key: str, packed: bytes) -> None:
        """Keep what was found of pairs of sentences, whole or not at all."""
        _keep(_file(self.pairs, key, _PAIRS), packed)

    def forget_oldest(
        self, *, most: int = MOST_KEPT, most_bytes: int = MOST_BYTES, in_use: float = IN_USE
    ) -> None:
        """Remove the oldest records beyond these bounds, but none of the last `in_use` seconds."""
        kinds = (
            (self.readings, _READINGS),
            (self.vectors, _VECTORS),
            (self.pairs, _PAIRS),
        )
        with suppress(OSError):  # a folder that may not be read holds nothing of this user's
            found = [path for folder, kind in kinds if folder for path in folder.glob(f"*{kind}")]
            forget_oldest(found, most=most, most_bytes=most_bytes, in_use=in_use)


NOTHING_KEPT = DocumentStore()


def default_store() -> DocumentStore:
    """Open the store in the user's cache folder."""
    return DocumentStore.below(cache_folder())


def only_vectors() -> DocumentStore:
    """Open the user's store for vectors alone: no reading is kept, or looked for."""
    return DocumentStore(vectors=default_store().vectors)


def reading_key(name: str, sha256: str) -> str:
    """Compute the key of a source's reading; `sha256` is that of its bytes."""
    return _hexadecimal("\n".join((algorithm(), name, sha256)))


def vectors_key(model: str, version: str, texts: Sequence[str]) -> str:
    """Compute the key of the vectors of these very texts, in this order.

    Args:
        model: its name.
        version: of the model.
        texts: whose vectors they are.
    """
    return _hexadecimal("\0".join((model, version, *texts)))


def pairs_key(root: str, paths: Iterable[str]) -> str:
    """Compute the key of what was found of pairs, by the folders that the sources lie in.

    Args:
        root: folder that the paths are relative to.
        paths: of all sources.
    """
    folders = sorted({path.rpartition("/")[0] for path in paths})
    return _hexadecimal("\n".join((algorithm(), root, *folders)))


def _hexadecimal(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:40]


def _file(folder: Path | None, key: str, suffix: str) -> Path | None:
    return None if folder is None else folder / f"{key}{suffix}"


def _find(file: Path | None) -> bytes | None:
    with suppress(OSError):  # there is none
        if file is not None:
            found = file.read_bytes()
            os.utime(file)
            return found
    return None


def _keep(file: Path | None, content: bytes) -> None:
    if file is not None:
        keep(file, content, lasting=False)
