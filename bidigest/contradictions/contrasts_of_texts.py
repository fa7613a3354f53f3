"""What sets pairs of texts apart, as whoever has no corpus looks for it: a block of pairs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bidigest.contradictions.sentence_pairs import rows_of
from bidigest.contrasts.analysis import Analysis, analyse
from bidigest.contrasts.contrast import (
    Contrast,
    contrast,
    day_of_the_same,
    near_contrast,
    near_date,
)
from bidigest.contrasts.who_did_it import other_actors
from bidigest.sparse.matrices import Floats, Integers

Look = Callable[[Analysis, Analysis], Contrast | None]
"""Finds the contrast of two sentences."""

Dated = Sequence[tuple[str, str | None]]
"""Texts, each with the date of its source."""


def doers_apart(a: Analysis, b: Analysis) -> Contrast | None:
    """Find that two sentences which may make one claim tell who did it, and that these are two.

    Args:
        a: a sentence.
        b: the other.
    """
    found = other_actors(a, b)
    return Contrast("polarity", *found) if found else None


def contrasts_of_texts(dated: Dated, first: Integers, second: Integers) -> Floats:
    """Find `contrast` of pairs of texts.

    Args:
        dated: texts, each with the date of its source.
        first: int64, (n_pairs,), places among the texts.
        second: int64, (n_pairs,).

    Returns:
        float64, (n_pairs, 6), as `rows_of` has them.
    """
    return _of_texts(contrast, dated, first, second)


def near_dates_of_texts(dated: Dated, first: Integers, second: Integers) -> Floats:
    """Find `near_date` as `contrasts_of_texts` finds `contrast`: float64, (n_pairs, 6).

    Args:
        dated: texts, each with the date of its source.
        first: int64, (n_pairs,), places among the texts.
        second: int64, (n_pairs,).
    """
    return _of_texts(near_date, dated, first, second)


def days_of_texts(dated: Dated, first: Integers, second: Integers) -> Floats:
    """Find `day_of_the_same` as `contrasts_of_texts` finds `contrast`: float64, (n_pairs, 6).

    Args:
        dated: texts, each with the date of its source.
        first: int64, (n_pairs,), places among the texts.
        second: int64, (n_pairs,).
    """
    return _of_texts(day_of_the_same, dated, first, second)


def near_contrasts_of_texts(dated: Dated, first: Integers, second: Integers) -> Floats:
    """Find `near_contrast` as `contrasts_of_texts` finds `contrast`: float64, (n_pairs, 6).

    Args:
        dated: texts, each with the date of its source.
        first: int64, (n_pairs,), places among the texts.
        second: int64, (n_pairs,).
    """
    return _of_texts(near_contrast, dated, first, second)


def doers_of_texts(dated: Dated, first: Integers, second: Integers) -> Floats:
    """Find `doers_apart` as `contrasts_of_texts` finds `contrast`: float64, (n_pairs, 6).

    Args:
        dated: texts, each with the date of its source.
        first: int64, (n_pairs,), places among the texts.
        second: int64, (n_pairs,).
    """
    return _of_texts(doers_apart, dated, first, second)


def _of_texts(look: Look, dated: Dated, first: Integers, second: Integers) -> Floats:
    """Find contrasts of pairs of texts, by their places: float64, (n_pairs, 6)."""
    known = [analyse(text, date) for text, date in dated]
    ends = zip(first.tolist(), second.tolist(), strict=True)
    return rows_of(look(known[one], known[other]) for one, other in ends)
