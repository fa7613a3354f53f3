"""The vectors of sentences and of their clauses, each distinct text encoded once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bidigest.embedding.encoder import SentenceEncoder, Vectors
from bidigest.embedding.pieces import pieces
from bidigest.sparse.matrices import Integers
from bidigest.storage.compiled_tables import cache_folder, keep

Quantized = npt.NDArray[np.int8]

MOST_KEPT = 5_000
"""Files of vectors in the cache folder; the ones that were used longest ago go first."""

_GREATEST = 127
_AT_ONCE = 256
"""Texts given to a model in one go, so that an interrupt is heard."""


@dataclass(frozen=True, slots=True)
class SentenceVectors:
    """Vectors of each sentence, first of the whole, then of its clauses; in direction only."""

    model: str
    """The model's name."""
    values: Quantized
    """int8, (n_pieces, n_dimensions): each vector times what makes its greatest entry 127."""
    owners: Integers
    """int64, (n_pieces,), sorted: which sentence each piece is of; the whole comes first."""


def embed(
    encoder: SentenceEncoder, sources: Sequence[Sequence[str]], kept: Path | None = None
) -> SentenceVectors:
    """Encode all sentences of several sources; each distinct text is encoded once.

    Args:
        encoder: asked for each text that is not kept yet.
        sources: the wordings of each source's sentences, sources in order.
        kept: folder of vectors by source; by default one in the user's cache folder.

    Returns:
        Vectors of all sentences, int8, (n_texts, n_dimensions), with the sentence of each.
    """
    split = [[pieces(text) for text in source] for source in sources]
    counts = [len(each) for source in split for each in source]
    texts = [[text for each in source for text in each] for source in split]
    values = _encoded(encoder, texts, kept or cache_folder() / "vectors")
    return SentenceVectors(encoder.name, values, np.repeat(np.arange(len(counts)), counts))


def _encoded(encoder: SentenceEncoder, texts: Sequence[Sequence[str]], folder: Path) -> Quantized:
    files = [_file(encoder, source, folder) for source in texts]
    known = [_known(file, len(source)) for file, source in zip(files, texts, strict=True)]
    missing = [n for n, found in enumerate(known) if found is None]
    fresh = _fresh(encoder, (text for n in missing for text in texts[n]))
    for n in missing:
        if texts[n]:
            known[n] = values = np.stack([fresh[text] for text in texts[n]])
            if file := files[n]:
                keep(file, values.tobytes(), lasting=False)
    if missing:
        _forget(folder)
    found = [values for values in known if values is not None]
    return np.concatenate(found) if found else np.zeros((0, 1), dtype=np.int8)


def _fresh(encoder: SentenceEncoder, texts: Iterable[str]) -> dict[str, Quantized]:
    """Encode each distinct text."""
    distinct = list(dict.fromkeys(texts))
    found: dict[str, Quantized] = {}
    for start in range(0, len(distinct), _AT_ONCE):
        some = distinct[start : start + _AT_ONCE]
        found.update(zip(some, quantized(encoder.encode(some)), strict=True))
    return found


def quantized(vectors: Vectors) -> Quantized:
    """Round vectors to eight bits, so that a last bit of the arithmetic seldom shows.

    Args:
        vectors: float32, (n_texts, n_dimensions).

    Returns:
        int8, (n_texts, n_dimensions), the greatest entry of each row 127.
    """
    greatest = np.abs(vectors).max(axis=1, keepdims=True, initial=1e-12)
    whole: Quantized = np.rint(vectors / greatest * _GREATEST).astype(np.int8)
    return whole


def _file(encoder: SentenceEncoder, texts: Sequence[str], folder: Path) -> Path | None:
    """Name the file that keeps the vectors of these texts; None if the model may have changed."""
    if not encoder.version or not texts:
        return None
    named = "\0".join((encoder.name, encoder.version, *texts))
    return folder / f"{hashlib.sha256(named.encode()).hexdigest()[:40]}.int8"


def _known(file: Path | None, count: int) -> Quantized | None:
    with suppress(OSError, ValueError):  # absent, or damaged
        if file is not None:
            values = np.frombuffer(file.read_bytes(), dtype=np.int8).reshape(count, -1)
            file.touch()
            return values if values.shape[1] > 1 else None
    return None


def _forget(folder: Path) -> None:
    with suppress(OSError):
        files = sorted(folder.glob("*.int8"), key=lambda file: file.stat().st_mtime)
        for file in files[: max(0, len(files) - MOST_KEPT)]:
            file.unlink(missing_ok=True)
