"""Who speaks against a point, so that no picture shows them as its supporters."""

from __future__ import annotations

from collections.abc import Sequence

from bidigest.model import Conflict, Point, Reading
from bidigest.quantities import agree


def against(point: Point, conflicts: Sequence[Conflict]) -> tuple[str, ...]:
    """List ids of the sources that deny the point or give another figure than it, in order."""
    found = {
        reading.source
        for conflict in conflicts
        for reading in conflict.readings
        if reading.source != point.citations[0].source and _opposed(reading, point, conflict)
    }
    return tuple(sorted(found, key=lambda name: int(name.removeprefix("S"))))


def _opposed(reading: Reading, point: Point, conflict: Conflict) -> bool:
    if reading.source not in point.sources:
        return True
    if conflict.kind == "opposites":
        return reading is conflict.readings[-1]
    own = next((r.figure for r in conflict.readings if r.source == point.citations[0].source), None)
    if own is None or reading.figure is None or own.unit != reading.figure.unit:
        return False
    return not agree(own, reading.figure)
