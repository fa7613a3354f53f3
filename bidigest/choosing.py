"""Which points the page shows, in which order, and whose words say them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bidigest.model import Span
from bidigest.statements import COMFORTABLE, Statement

RESERVED = 0.1
"""Share of the page kept for what a single source adds."""

MOST_ALIKE = 0.5
"""Probability of making the same claim from which two statements are not both shown."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A sentence of a point, as one that might speak for it."""

    sentence: int
    """Number in the run."""
    document: int
    span: Span
    statement: Statement
    salience: float
    """TextRank in its own source, 1 being the average sentence of it."""
    agreement: float
    """Sum of the probabilities that the point's other sentences make the same claim."""
    figures: int
    example: bool
    """Does it tell of a case?"""
    fragment: bool
    """Does it stop without a full stop, as an entry of a list does?"""


def representative(voices: Sequence[Voice]) -> Voice:
    """The sentence that speaks for its point: whole, short, and most agreed with."""
    return min(voices, key=_preference)


def _preference(voice: Voice) -> tuple[bool, bool, bool, bool, float, int, Span]:
    merit = (1 + voice.agreement) * (1 + voice.salience) ** 0.5 * (1 + min(voice.figures, 3) / 4)
    return (
        not voice.statement.alone,
        voice.statement.width > COMFORTABLE,
        voice.example,
        voice.fragment,
        -round(merit, 6),
        voice.document,
        voice.span,
    )


def worth(voices: Sequence[Voice], echo: float) -> float:
    """How much a point matters: its sentences' salience, times the sources that make it.

    `echo` tells how near further sources come to it: the sum, over them, of the greatest
    likeness of one of their sentences to one of the point's.
    """
    best: dict[int, float] = {}
    for voice in voices:
        best[voice.document] = max(best.get(voice.document, 0.0), voice.salience)
    figured = any(voice.figures for voice in voices)
    general = 0.5 if all(voice.example for voice in voices) else 1.0
    average = sum(best[document] for document in sorted(best)) / len(best)
    return round(math.sqrt(average) * (len(best) + echo) * (1.25 if figured else 1.0) * general, 6)


def select(
    order: Sequence[int],
    sources: Mapping[int, int],
    alike: Mapping[tuple[int, int], float],
    limit: int,
) -> tuple[int, ...]:
    """Of points, best first, those to show: none says what one before it says.

    `sources` holds each point's number of sources, `alike` (smaller, greater) probabilities.
    """
    most_shared = limit - round(limit * RESERVED)
    shown: list[int] = []
    for room, wanted in ((most_shared, True), (limit, False), (limit, True)):
        for point in order:
            if len(shown) >= room or point in shown or (sources[point] > 1) != wanted:
                continue
            pairs = ((min(point, other), max(point, other)) for other in shown)
            if all(alike.get(pair, 0.0) < MOST_ALIKE for pair in pairs):
                shown.append(point)
    return tuple(shown)
