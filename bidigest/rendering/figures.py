"""What the figures of a conflict count, and where in its quotation each of them stands."""

from __future__ import annotations

import re
from itertools import pairwise

from bidigest.model import Conflict, Reading
from bidigest.quantities.unit_words import PERCENT, RATIO, TIMES
from bidigest.rendering.messages import Messages

_MONEY = re.compile(r"[A-Z]{3}(?:/\w+)?")
_NAMED = {PERCENT: "unit.percent", RATIO: "unit.ratio", TIMES: "unit.times"}


def counted(conflict: Conflict, say: Messages) -> str:
    """Name what the readings' figures count, each once, in their order."""
    units = dict.fromkeys(r.figure.unit for r in conflict.readings if r.figure and r.figure.unit)
    listed = (say.list(dict.fromkeys(_unit(unit, say) for unit in units)), say.list(conflict.about))
    return " · ".join(each for each in listed if each)


def _unit(unit: str, say: Messages) -> str:
    if unit in _NAMED:
        return say(_NAMED[unit])
    return say("unit.money" if _MONEY.fullmatch(unit) else "unit.thing", unit=unit)


def emphasized(reading: Reading) -> tuple[tuple[str, str | None], ...]:
    """Split a quotation into parts, each with the element that it stands in; joined they are it."""
    end = len(reading.quote)
    spans = {
        "em": reading.words,
        "strong": reading.figure.span if reading.figure else None,
    }
    within = {
        kind: range(max(0, span.start - reading.span.start), span.end - reading.span.start)
        for kind, span in spans.items()
        if span is not None
    }
    cuts = {cut for each in within.values() for cut in (each.start, each.stop) if 0 < cut < end}
    places = sorted({0, end, *cuts})
    return tuple(
        (reading.quote[start:stop], _kind(start, within)) for start, stop in pairwise(places)
    )


def _kind(position: int, within: dict[str, range]) -> str | None:
    return next((kind for kind in ("strong", "em") if position in within.get(kind, ())), None)
