"""Figures that are no plain count: parts of a sum, differences, averages; depths, distances.

212 homes in one village and 17 in another are the 229 of the valley.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from bidigest.contrasts.cue_patterns import pattern
from bidigest.languages.folding import folded
from bidigest.languages.parsed_quantity import PERCENT
from bidigest.languages.patterns import pattern as listed
from bidigest.model import Quantity
from bidigest.quantities.agreement import kind
from bidigest.quantities.units import is_count, is_time

_CLOSE = 1e-9
_LIST = "contrasts/figures"

_NEAR = 32
"""Code points before a figure, after the last comma, in which a word may tell that it is a part."""

_BEFORE = 12
"""Code points before a figure in which a word may tell that it is a difference."""

_BESIDE = 24
"""Code points on either side of a figure in which a word may tell what kind it is of."""


def is_part(text: str, figure: Quantity, figures: Sequence[Quantity]) -> bool:
    """Tell whether a figure is a part of what somebody counts.

    Args:
        text: the sentence.
        figure: one of its figures.
        figures: all of them.
    """
    before, after = folded(text[: figure.span.start]), folded(text[figure.span.end :])
    return _is_told_as_part(before, after) or is_further(text, figure) or _of_a_sum(figure, figures)


def is_further(text: str, figure: Quantity) -> bool:
    """Tell whether a figure of a text is counted beside others: another 19, four others.

    The remains of two say that of two only, of whom more may be missing.
    """
    said = folded(text[figure.span.start : figure.span.end])
    before, after = folded(text[: figure.span.start]), folded(text[figure.span.end :]).lstrip()
    near = pattern("further").search(before[-_BEFORE:]) or pattern("further").match(after)
    near = near or pattern("found of many").search(before[-_NEAR:])
    return bool(near or _OTHERS.search(said) or pattern("and more").match(after))


_OTHERS = re.compile(r"\bothers?\b|\banother\b|另|其[他余]")


def smaller_beside_others(first: str, one: Quantity, second: str, other: Quantity) -> bool:
    """Tell whether the smaller of two figures, and it alone, is counted beside others.

    Args:
        first: a sentence.
        one: its figure.
        second: the other sentence.
        other: the figure of that.
    """
    told = [(one.high, is_further(first, one)), (other.high, is_further(second, other))]
    (_, smaller), (_, greater) = sorted(told, key=lambda each: each[0])
    return smaller and not greater


def is_of_a_stretch(text: str, figure: Quantity) -> bool:
    """Tell whether a figure of a text is of a part of a match: five points during a run."""
    behind = folded(text[figure.span.end :])
    return bool(pattern("of a stretch").match(behind.lstrip()))


def is_interval(text: str, figure: Quantity) -> bool:
    """Tell whether a time is that from one to the next: a train every eight minutes."""
    if not is_time(figure.unit):
        return False
    before, behind = folded(text[: figure.span.start]), folded(text[figure.span.end :])
    leading, following = pattern("interval before"), pattern("interval behind")
    return bool(leading.search(before[-_NEAR:]) or following.match(behind.lstrip()))


def is_with_others(text: str, figure: Quantity) -> bool:
    """Tell whether a figure of a text is of several together: with its insurer, 2,600 people."""
    return bool(pattern("with others before").search(folded(text[: figure.span.start])))


def _is_told_as_part(before: str, after: str) -> bool:
    near = _COMMA.split(before[-_NEAR:])[-1]
    return bool(pattern("part").search(near) or pattern("part").match(after.lstrip()))


def without_parts(text: str, figures: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Leave out what is told as a part of another figure: of seven hurt, two are in hospital.

    Args:
        text: the sentence.
        figures: all of its figures.
    """
    return tuple(f for f in figures if not _is_part_of_another(text, f))


def _is_part_of_another(text: str, figure: Quantity) -> bool:
    before, after = folded(text[: figure.span.start]), folded(text[figure.span.end :])
    return _is_told_as_part(before, after) or bool(pattern("severity").match(after.lstrip()))


_COMMA = re.compile(r"[,;:，；：、]|\d")


def is_base(text: str, figure: Quantity) -> bool:
    """Tell whether a figure of a text is what another is a part of: 10 of the club's 16 games."""
    before = folded(text[max(0, figure.span.start - _BESIDE) : figure.span.start])
    return bool(pattern("base of a part").search(before))


def _of_a_sum(figure: Quantity, figures: Sequence[Quantity]) -> bool:
    """Tell whether a figure makes up another one of the sentence together with a third."""
    return any(
        _sum(figure, one, whole) or _sum(figure, whole, one)
        for one, whole in combinations([f for f in figures if f != figure], 2)
    )


def part_and_whole(
    one: Quantity, figures: Sequence[Quantity], other: Quantity, others: Sequence[Quantity]
) -> bool:
    """Tell whether one of two figures is what the other and a third make up together.

    Args:
        one: a figure of the one sentence.
        figures: all figures of that.
        other: a figure of the other sentence.
        others: all figures of that.
    """
    thirds = [f for f in (*figures, *others) if f not in (one, other)]
    return any(_sum(one, third, other) or _sum(other, third, one) for third in thirds)


def _sum(one: Quantity, other: Quantity, whole: Quantity) -> bool:
    """Tell whether two figures, counted alike and not rounded, come to the whole."""
    known = all(f.low == f.high and not f.approximate for f in (one, other, whole))
    alike = _kind(one) == _kind(other) == _kind(whole)
    return (
        known
        and alike
        and one.low > 0 < other.low
        and _kind(one) != PERCENT
        and abs(one.low + other.low - whole.low) <= _CLOSE * whole.low
    )


def _kind(figure: Quantity) -> str:
    return "" if is_count(figure.unit) else kind(figure.unit)


def is_difference(text: str, figure: Quantity) -> bool:
    """Tell whether a figure of a text is a difference; never of shares, as a rise is one too."""
    if figure.unit == PERCENT:
        return False
    before = folded(text[max(0, figure.span.start - _BEFORE) : figure.span.start])
    behind = folded(text[figure.span.end :]).lstrip()
    return bool(
        pattern("difference before").search(before) or pattern("difference behind").match(behind)
    )


def is_put_aside(text: str, figure: Quantity) -> bool:
    """Tell whether an amount of a text is only put aside for something, and not what it cost."""
    return bool(_told_beside(text, figure, ("put aside",)))


def direction(text: str, figure: Quantity) -> str:
    """Tell whether a length of a text is a depth or a distance; empty where neither is said."""
    return _told_beside(text, figure, ("depth", "distance"))


def _told_beside(text: str, figure: Quantity, kinds: Sequence[str]) -> str:
    start, end = figure.span.start, figure.span.end
    before = folded(text[max(0, start - _BESIDE) : start])
    behind = folded(text[end : end + _BESIDE]).lstrip()
    return next(
        (
            kind
            for kind in kinds
            if pattern(f"{kind} before").search(before) or pattern(f"{kind} behind").match(behind)
        ),
        "",
    )


_RESULT = re.compile(r"(?<![\d.\-–:])(\d{1,3})(?:[-–:]| ?比 ?)(\d{1,3})(?!\d|[.\-–:]\d|%)")


def of_other_matches(text: str, other: str) -> bool:
    """Tell whether two sentences give results of matches (91-73, 3比1), none of them the same."""
    ours, theirs = (_results(each) for each in (text, other))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _results(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(sorted(match.groups())) for match in _RESULT.finditer(text))


def either_counted_from_before(first: str, one: Quantity, second: str, other: Quantity) -> bool:
    """Tell whether one of two times opens its sentence, and is counted from the one before.

    Args:
        first: a sentence.
        one: its figure.
        second: the other sentence.
        other: the figure of that.
    """
    return _is_counted_from_before(first, one) or _is_counted_from_before(second, other)


def _is_counted_from_before(text: str, figure: Quantity) -> bool:
    if not is_time(figure.unit):
        return False
    before, behind = folded(text[: figure.span.start]), folded(text[figure.span.end :])
    opens = listed(_LIST, "opens a time").fullmatch(before)
    return bool(opens and listed(_LIST, "later").match(behind[:_BESIDE]))
