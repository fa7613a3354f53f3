"""What sets two sentences apart, as the lists of cases write it."""

from __future__ import annotations

from collections.abc import Callable

from bidigest.contrasts.analysis import Analysis, analyse
from bidigest.contrasts.contrast import Contrast

Look = Callable[[Analysis, Analysis], Contrast | None]


def told(text: str, *looks: Look) -> str:
    """What the two sentences of a case differ in, by the first look that finds something."""
    one, other = text.split(" || ")
    a, b = analyse(one), analyse(other)
    found = next(filter(None, (look(a, b) for look in looks)), None)
    if found is None:
        return "none"
    first = one[found.first.start : found.first.end]
    return f"{found.kind}: {first} | {other[found.second.start : found.second.end]}"
