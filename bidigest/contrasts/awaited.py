"""What is not answered yet, or not at all: decisions that are awaited, “no comment”.

Which way it was decided does not matter: who still waits says that it was not.
"""

from __future__ import annotations

from collections.abc import Iterator

from bidigest.contrasts import certainty
from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.entities import of_other_names
from bidigest.contrasts.overlap import overlap
from bidigest.contrasts.pole_scope import holds
from bidigest.contrasts.poles import Pole
from bidigest.model import Span

_DECISION = "consent"
"""What poles of approval and rejection are about."""

_LEAST_WORDS = 1
"""Words that the sentences must have in common, beside the decision."""


def awaited(a: Analysis, b: Analysis) -> tuple[Span, Span] | None:
    """Find where the one still waits for a decision of which the other tells.

    Args:
        a: a sentence.
        b: another that probably makes the same claim.
    """
    found = next(_awaited(a, b), None)
    back = None if found else next(_awaited(b, a), None)
    return (back[1], back[0]) if back else found


def _awaited(a: Analysis, b: Analysis) -> Iterator[tuple[Span, Span]]:
    waiting = a.first("awaited")
    if not waiting or b.first("awaited") or a.asking or b.asking or _decisions(a):
        return
    if overlap(a, None, b, None).words >= _LEAST_WORDS:
        for pole in _decisions(b):
            if not of_other_names(a, 0, b, pole.clause):
                yield waiting, Span(pole.start, pole.end)


def _decisions(a: Analysis) -> list[Pole]:
    """List the approvals and rejections that a sentence tells of as done, by its own words."""
    return [
        pole
        for pole in a.poles
        if pole.about == _DECISION
        and not pole.turned
        and holds(a, pole)
        and a.certainty[pole.clause] == certainty.DONE
        and not a.first("at another time")
    ]


def declines_to_speak(a: Analysis) -> bool:
    """Tell whether a sentence says that somebody does not comment, in whatever words."""
    return a.first("declines to speak") is not None
