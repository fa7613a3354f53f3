"""Which of two points that deny each other is one: that which more sources make.

The other's sources stand beside it, as who says otherwise. Without this, vague sentences that stand
with the one source that is alone could make it the point.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from bidigest.contradictions.sentence_pairs import Contrasts, opposed
from bidigest.selection.represented_groups import RepresentedGroup


def outnumbered(
    groups: Sequence[RepresentedGroup], contrasts: Contrasts, documents: Sequence[int]
) -> frozenset[int]:
    """Find the groups whose representative denies that of a group that more sources make.

    Sources that deny the representative itself do not make its point, whatever else they say in it.

    Args:
        groups: with their representatives.
        contrasts: of pairs of sentences.
        documents: of each sentence.
    """
    speaking: dict[int, list[int]] = {}
    for g, group in enumerate(groups):
        speaking.setdefault(group.representative.sentence, []).append(g)
    deniers: dict[int, set[int]] = {}
    facing: list[tuple[int, ...]] = []
    for one, other in opposed(contrasts):
        for mine, theirs in ((one, other), (other, one)):
            deniers.setdefault(mine, set()).add(documents[theirs])
        facing += product(speaking.get(one, ()), speaking.get(other, ()))

    def agreeing(g: int) -> int:
        return len(groups[g].documents - deniers[groups[g].representative.sentence])

    return frozenset(min(pair, key=agreeing) for pair in facing if len({*map(agreeing, pair)}) > 1)
