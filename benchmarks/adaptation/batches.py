"""Groups of sentences as batches: sentences packed into rows, so that little is padding.

What goes into the layers that learn are the states before them, which never change: they are
computed once by the library's own network, and kept in half precision.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from threadpoolctl import ThreadpoolController

from benchmarks.adaptation.examples import Group, Wording
from bidigest.embedding.bundled_model import loaded, stacked
from bidigest.embedding.low_rank_adapter import NO_ADAPTER
from bidigest.languages.zh.scripts import has_chinese

WIDTH = 128
"""Tokens of a row, and most of a sentence."""
ROWS = 80
_FULL = 0.96
"""Share of all places up to which groups are taken: packing wastes some."""
_STEP = 64
"""A batch has as many places for sentences as full steps, so that few shapes are compiled."""
_AT_ONCE = 64

States = Mapping[str, npt.NDArray[np.float16]]
"""By sentence, (n_tokens, n_dimensions)."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences in rows; a sentence's number counts from 0, and n_sentences is that of padding."""

    states: npt.NDArray[np.float16]
    """(n_rows, width, n_dimensions)."""
    sentence: npt.NDArray[np.int32]
    """(n_rows, width), the sentence of each token."""
    same: npt.NDArray[np.bool_]
    """(n_sentences, n_sentences), which make a claim in common."""
    apart: npt.NDArray[np.bool_]
    """(n_sentences, n_sentences), which make none."""
    present: npt.NDArray[np.bool_]
    """(n_sentences,)."""
    chinese: npt.NDArray[np.bool_]
    """(n_sentences,)."""


def states_before(layer: int, texts: Sequence[str]) -> States:
    """Compute the states of texts before a layer, without any adapter."""
    model = loaded()
    whole = model.transformer
    lower = replace(whole, file=replace(whole.file, layers=layer), adapter=NO_ADAPTER)
    tokens = [model.tokens(text)[:WIDTH] for text in texts]
    groups = list(stacked(tokens))
    found: dict[str, npt.NDArray[np.float16]] = {}
    with ThreadpoolController().limit(limits=1), ThreadPoolExecutor() as pool:
        for start in range(0, len(groups), _AT_ONCE):
            some = groups[start : start + _AT_ONCE]
            given = [[tokens[place] for place in group] for group in some]
            for group, states in zip(some, lower.states(given, pool), strict=True):
                for place, each in zip(group, states, strict=True):
                    found[texts[place]] = each.astype(np.float16)
    return found


def batches(
    groups: Sequence[Group], states: States, random: np.random.Generator
) -> Iterator[Batch]:
    """Yield all groups once, in random order, as many at a time as find room."""
    taken: list[Group] = []
    tokens = 0
    for place in random.permutation(len(groups)).tolist():
        size = sum(len(states[each.text]) for each in groups[place])
        if taken and tokens + size > ROWS * WIDTH * _FULL:
            yield batch(taken, states)
            taken, tokens = [], 0
        taken.append(groups[place])
        tokens += size
    if taken:
        yield batch(taken, states)


def batch(groups: Sequence[Group], states: States) -> Batch:
    """Pack the sentences of groups; one that finds no room is left out."""
    wordings = [(number, each) for number, group in enumerate(groups) for each in group]
    texts = [each.text for _, each in wordings]
    count = -(-len(texts) // _STEP) * _STEP
    packed, sentence, lost = _packed([states[text] for text in texts], count)
    present, chinese = np.zeros(count, dtype=bool), np.zeros(count, dtype=bool)
    present[: len(texts)] = [place not in lost for place in range(len(texts))]
    chinese[: len(texts)] = [has_chinese(text) for text in texts]
    both = present & present[:, None] & ~np.eye(count, dtype=bool)
    same = _shared(wordings, count)
    return Batch(packed, sentence, same & both, ~same & both, present, chinese)


def _shared(wordings: Sequence[tuple[int, Wording]], count: int) -> npt.NDArray[np.bool_]:
    """Which sentences make a claim in common: bool, (n_sentences, n_sentences)."""
    numbers: dict[tuple[int, int], int] = {}
    rows, columns = [], []
    for place, (group, wording) in enumerate(wordings):
        for claim in sorted(wording.claims):
            rows.append(place)
            columns.append(numbers.setdefault((group, claim), len(numbers)))
    made = np.zeros((count, len(numbers)), dtype=np.float32)
    made[rows, columns] = 1
    shared: npt.NDArray[np.bool_] = made @ made.T > 0
    return shared


def _packed(
    given: Sequence[npt.NDArray[np.float16]], count: int
) -> tuple[npt.NDArray[np.float16], npt.NDArray[np.int32], set[int]]:
    """Put the longest sentences first into the first row with room (first fit decreasing)."""
    rows = np.zeros((ROWS, WIDTH, given[0].shape[1]), dtype=np.float16)
    sentence = np.full((ROWS, WIDTH), count, dtype=np.int32)
    used = np.zeros(ROWS, dtype=np.int64)
    lost = set()
    for place in sorted(range(len(given)), key=lambda place: -len(given[place])):
        size = len(given[place])
        free = np.flatnonzero(used + size <= WIDTH)
        if not len(free):
            lost.add(place)
            continue
        row, start = free[0], used[free[0]]
        rows[row, start : start + size] = given[place]
        sentence[row, start : start + size] = place
        used[row] += size
    return rows, sentence, lost
