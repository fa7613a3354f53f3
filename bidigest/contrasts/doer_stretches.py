"""The stretches between two marks of a sentence, among which who did something is looked for."""

from __future__ import annotations

import re
from functools import lru_cache

from bidigest.languages.zh.scripts import HAN
from bidigest.model import Span

_STOP = re.compile(rf"[,;:!?，；：。！？]|\.(?![{HAN}\w])|——|—| – | -- ")
"""What parts them; a point within a name does not."""
_MOST_KEPT = 4_096


@lru_cache(maxsize=_MOST_KEPT)
def _stops(low: str) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in _STOP.finditer(low))


def stretch_until(low: str, place: int) -> Span:
    """Return what of its stretch stands before a place.

    Args:
        low: a folded sentence.
        place: in it.
    """
    return Span(max((stop.end for stop in _stops(low) if stop.end <= place), default=0), place)


def stretch_from(low: str, place: int) -> Span:
    """Return what of its stretch stands behind a place.

    Args:
        low: a folded sentence.
        place: in it.
    """
    stops = (stop.start for stop in _stops(low) if stop.start >= place)
    return Span(place, min(stops, default=len(low)))


def stretches_before(low: str, place: int, most: int) -> tuple[Span, ...]:
    """List the stretches before that of a place, the nearest first.

    Args:
        low: a folded sentence.
        place: in it.
        most: of them.
    """
    stops = [stop for stop in _stops(low) if stop.end <= place][-most - 1 :]
    starts = [0, *(stop.end for stop in stops)]
    if len(stops) > most:
        stops, starts = stops[1:], starts[1:]
    return tuple(Span(start, stop.start) for start, stop in zip(starts, stops, strict=False))[::-1]


def after_last(cut: re.Pattern[str], low: str, place: Span) -> Span:
    """Return what of a stretch stands behind the last match of an expression; all without any.

    Args:
        cut: the expression.
        low: a folded sentence.
        place: the stretch.
    """
    ends = (match.end() for match in cut.finditer(low, place.start, place.end))
    return Span(max(ends, default=place.start), place.end)
