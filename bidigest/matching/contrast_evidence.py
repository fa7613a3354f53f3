"""Contrasts as evidence of pairs: what tells claims apart that sound alike, a column a kind.

They hang on the two texts alone, so that they are kept from run to run, and found block by block
where a run is divided.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bidigest.contrasts.analysis import Traits, analyse
from bidigest.contrasts.evidence_kinds import CONTRASTS
from bidigest.matching.collection import Collection
from bidigest.sharding.shards import value_finder
from bidigest.sparse.matrices import Floats, Integers, slices

_PAIRS = 65_536
"""Pairs that are measured at a time: each value is an object until its column is whole."""


def contrasts(
    collection: Collection, first: Integers, second: Integers, nearness: Floats
) -> Floats:
    """Measure the contrasts of pairs.

    Args:
        collection: the sentences.
        first: int64, (n_pairs,).
        second: int64, (n_pairs,).
        nearness: float64, (n_pairs,), which of them are worked on together.

    Returns:
        float64, (n_pairs, len(CONTRASTS)), from 0 to 1.
    """

    def here(chosen: Integers) -> Floats:
        """Measure some of the pairs in this process: float64, (n_chosen, len(CONTRASTS))."""
        found = np.empty((len(chosen), len(CONTRASTS)))
        for at in slices(len(chosen), _PAIRS):
            ends = zip(first[chosen[at]].tolist(), second[chosen[at]].tolist(), strict=True)
            found[at] = _measured([(collection.traits(i), collection.traits(j)) for i, j in ends])
        return found

    def told(number: int) -> str:
        """Return all that a sentence's part in it hangs on."""
        return collection.sentences[number].text

    some = value_finder(collection.shards, here, of_texts, told, first, second, nearness)
    return collection.memory.values("evidence", first, second, some)


def of_texts(texts: Sequence[str], first: Integers, second: Integers) -> Floats:
    """Measure the contrasts of pairs of texts.

    Args:
        texts: of sentences, without markup.
        first: int64, (n_pairs,), places among the texts.
        second: int64, (n_pairs,).

    Returns:
        float64, (n_pairs, len(CONTRASTS)).
    """
    traits = [analyse(text) for text in texts]
    ends = zip(first.tolist(), second.tolist(), strict=True)
    return _measured([(traits[i], traits[j]) for i, j in ends])


def _measured(pairs: Sequence[tuple[Traits, Traits]]) -> Floats:
    """Measure contrasts of sentences taken apart: float64, (n_pairs, len(CONTRASTS))."""
    columns = [[kind(a, b) for a, b in pairs] for kind in CONTRASTS.values()]
    return np.array(columns, dtype=np.float64).reshape(len(CONTRASTS), -1).T
