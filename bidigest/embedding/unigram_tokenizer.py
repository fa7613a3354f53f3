"""Pieces of a text by a unigram vocabulary: the most probable way to divide it (Kudo, 2018)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bidigest.embedding.model_file import Vocabulary

_BLANK = "▁"
_BLANKS = re.compile(" {2,}")
_UNKNOWN_COSTS = 10.0
"""By how much a character without a piece is less probable than the rarest piece."""


@dataclass(frozen=True, slots=True)
class UnigramTokenizer:
    """Divides texts into numbered pieces, as the model was trained to see them."""

    vocabulary: Vocabulary
    _unknown: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_unknown", min(self.vocabulary.scores) - _UNKNOWN_COSTS)

    def encode(self, text: str, most: int) -> list[int]:
        """Return the numbers of the pieces, with those that open and close a text.

        Args:
            text: any code points but lone surrogates.
            most: how many pieces there may be; those beyond are left out.
        """
        pieces = self._divided(self._normalized(text))
        return [self.vocabulary.first, *pieces[: most - 2], self.vocabulary.last]

    def _normalized(self, text: str) -> str:
        replaced = text.translate(self.vocabulary.replacements)
        single = _BLANKS.sub(" ", replaced)
        return (single if single.startswith(" ") else f" {single}").replace(" ", _BLANK)

    def _divided(self, text: str) -> list[int]:
        """Find the division of the greatest probability (Viterbi)."""
        size, back = len(text), [(0, 0)] * (len(text) + 1)
        best = [0.0] + [float("-inf")] * size
        for start in range(size):
            for end, number, score in self._from(text, start):
                if best[start] + score > best[end]:
                    best[end], back[end] = best[start] + score, (number, start)
        return _traced(back)

    def _from(self, text: str, start: int) -> Iterator[tuple[int, int, float]]:
        """Yield the pieces that begin at a character: where each ends, its number and score."""
        numbers, scores = self.vocabulary.numbers, self.vocabulary.scores
        known = False
        for piece, place in self.vocabulary.pieces.iter_prefixes_with_ids(text[start:]):
            known |= len(piece) == 1
            yield start + len(piece), numbers[place], scores[numbers[place]]
        if not known:
            yield start + 1, self.vocabulary.unknown, self._unknown


def _traced(back: list[tuple[int, int]]) -> list[int]:
    numbers, end = [], len(back) - 1
    while end > 0:
        number, end = back[end]
        numbers.append(number)
    return numbers[::-1]
