"""Sources that a conflict sets against a point: they say otherwise, and do not count as making it.

Who also says what the point says, in another sentence, is not counted either: a reader who weighs
who says what is told of both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bidigest.model import Conflict, Point, Reading
from bidigest.quantities.agreement import agree


def opposed_readings(point: Point, conflicts: Iterable[Conflict]) -> tuple[Reading, ...]:
    """List the readings that deny a point, or give another figure than it, by their sources.

    Args:
        point: the point.
        conflicts: those that are shown at it.
    """
    found = {
        (reading.source, reading.span.start): reading
        for conflict in conflicts
        for reading in conflict.readings
        if reading.source != point.citations[0].source and _opposed(reading, point, conflict)
    }
    return tuple(found[key] for key in sorted(found, key=lambda key: (int(key[0][1:]), key[1])))


def _opposed(reading: Reading, point: Point, conflict: Conflict) -> bool:
    if conflict.kind == "opposites":
        cited = {(citation.source, citation.span.start) for citation in point.citations}
        return (reading.source, reading.span.start) not in cited
    speaker = point.citations[0].source
    own = next((r.figure for r in conflict.readings if r.source == speaker), None)
    if own is None or reading.figure is None or own.unit != reading.figure.unit:
        return reading.source not in point.sources
    return not agree(own, reading.figure)


def without_opposed(points: Sequence[Point], conflicts: Sequence[Conflict]) -> tuple[Point, ...]:
    """Count as making a point only who does not say otherwise anywhere in its conflicts."""
    at: dict[str, list[Conflict]] = {}
    for conflict in conflicts:
        at.setdefault(conflict.point, []).append(conflict)
    return tuple(_without_opposed(point, at) for point in points)


def _without_opposed(point: Point, at: Mapping[str, Sequence[Conflict]]) -> Point:
    against = {each.source for each in opposed_readings(point, at.get(point.id, ()))}
    kept = tuple(source for source in point.sources if source not in against)
    return replace(point, sources=kept) if against else point
