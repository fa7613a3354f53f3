"""Figures of a point that a new sentence gives, where the point had others before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bidigest.rendering.json import Data

Place = tuple[str, int]
"""A source's id and the code point at which a figure begins in it."""


def disputed(data: Data) -> frozenset[Place]:
    """Return the figures that other sources of a digest contradict."""
    readings = (reading for conflict in data["conflicts"] for reading in conflict["readings"])
    return frozenset(
        (reading["source"], reading["figure"]["start"])
        for reading in readings
        if "figure" in reading
    )


def other_figures(
    was: Data, now: Data, fresh: Iterable[Data], disputed: frozenset[Place] = frozenset()
) -> tuple[str, str] | None:
    """Return the words of both points' figures, where a new sentence gives another one.

    A unit that only one of them has is more detail, not another figure; and so is whatever else
    a sentence gives that gives one of the known figures as well, unless it is disputed.

    Args:
        was: the point as it was.
        now: the point as it is.
        fresh: its citations that are new.
        disputed: the figures that other sources contradict.
    """
    given = (_within(now, each) for each in fresh)
    units = sorted({unit for each in given for unit in _other_units(was, each, disputed)})
    if not units:
        return None
    return _words(was["figures"], units), _words(now["figures"], units)


def _within(point: Data, citation: Data) -> list[Data]:
    start, end = citation["start"] + citation.get("before", 0), citation["end"]
    return [
        figure
        for figure in point["figures"]
        if figure["source"] == citation["source"] and start <= figure["start"] < end
    ]


def _other_units(was: Data, given: Sequence[Data], disputed: frozenset[Place]) -> list[str]:
    """List the units of a sentence's figures none of which is what the point had in that unit.

    Of those that are disputed, one that is not what it had is enough.
    """
    known = was["figures"]
    units = {item["unit"] for item in known} & {item["unit"] for item in given}
    contradicted = [item for item in given if (item["source"], item["start"]) in disputed]
    return [
        unit
        for unit in units
        if not _agree(_of(known, unit), _of(given, unit))
        or any(not _agree(_of(known, unit), [each]) for each in _of(contradicted, unit))
    ]


def _of(figures: Sequence[Data], unit: str) -> list[tuple[float, float]]:
    return [_interval(item) for item in figures if item["unit"] == unit]


def _interval(figure: Data) -> tuple[float, float]:
    low, high = figure["low"], figure["high"]
    return (float("-inf") if low is None else low, float("inf") if high is None else high)


def _agree(some: list[tuple[float, float]], others: list[tuple[float, float]]) -> bool:
    return any(a <= d and c <= b for a, b in some for c, d in others)


def _words(figures: Sequence[Data], units: Sequence[str]) -> str:
    words = (str(item.get("quote", item["unit"])) for item in figures if item["unit"] in units)
    return " / ".join(dict.fromkeys(words))
