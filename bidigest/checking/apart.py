"""What kept two points apart, in words: where they have less in common than what was merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from bidigest.rendering.json import Data
from bidigest.rendering.messages import Messages

_MOST = 3
"""How many kinds of evidence are named."""

_NOTICEABLE = 0.25
"""Difference in log-odds from which one kind is worth naming."""

_LIKELY = 0.5
"""Probability from which two sentences by themselves would be put together."""


def usual_evidence(data: Data) -> dict[str, float]:
    """Compute the mean of each kind of evidence over the pairs that this digest has merged."""
    pairs = [reason["evidence"] for point in data["points"] for reason in point["reasons"]]
    found: dict[str, list[float]] = defaultdict(list)
    for evidence in pairs:
        for kind, weight in evidence.items():
            found[kind].append(float(weight))
    return {kind: sum(weights) / len(pairs) for kind, weights in sorted(found.items())}


def kept_apart(near: Data, usual: Mapping[str, float], say: Messages) -> str:
    """Name the kinds of evidence in which this pair falls shortest of those put together.

    One that is likely by itself was kept apart by the other sentences of the two points.

    Args:
        near: the pair, with its evidence and score.
        usual: mean of each kind of evidence over merged pairs.
        say: messages in the reader's language.
    """
    evidence: Mapping[str, float] = near["evidence"]
    short = sorted((weight - usual.get(kind, 0.0), kind) for kind, weight in evidence.items())
    named = [kind for less, kind in short if less <= -_NOTICEABLE][:_MOST]
    words = say.list(say.apart(kind) for kind in named)
    if near["score"] < _LIKELY:
        return words or say("apart.others")
    return say("apart.others") + (f" ({words})" if words else "")
