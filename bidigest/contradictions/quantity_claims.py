"""The figures of two sentences that make one claim: which of them cannot both be right.

A figure is compared with the figure that stands for the same thing: of the same unit, in a
clause that says the same. What is left of a whole (the other seven sectors) is compared with what
another division of the same kind leaves, and with nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bidigest.contradictions.circumstances import Circumstances
from bidigest.contrasts import analyse
from bidigest.contrasts.counted import same_counted
from bidigest.contrasts.figure_roles import of_one_thing
from bidigest.matching.figure_evidence import MOST_COMPARED
from bidigest.model import Figure, Span
from bidigest.quantities import agree, contradict
from bidigest.quantities.division import Division, at_odds, divisions
from bidigest.quantities.units import is_count

Pair = tuple[Figure, Figure]


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of a point, as its figures are compared: figures' spans count from its start."""

    text: str
    figures: tuple[Figure, ...]
    divisions: tuple[Division, ...] = ()

    @classmethod
    def of(cls, quote: str, span: Span, figures: tuple[Figure, ...]) -> Claim:
        """The claim of a sentence that stands at this span of its document."""
        own = tuple(moved(figure, -span.start) for figure in figures[:MOST_COMPARED])
        if len(own) > 1 and quote.count("|") > 1 and quote.lstrip().startswith("|"):
            # Only the head of a table tells what each figure of a row is of, and when.
            own = ()
        return cls(quote, own, divisions(quote, own))

    def is_rest(self, figure: Figure) -> bool:
        """Is this what is left of a whole that the sentence itself does not give?"""
        return any(d.figure == figure and d.whole is None for d in self.divisions)

    def circumstances(self, figure: Figure) -> Circumstances:
        """When the figure held, and whether it is only expected."""
        return Circumstances.of(self.text, figure.span)


def moved(figure: Figure, by: int) -> Figure:
    """The figure with its span counted from elsewhere."""
    span = Span(figure.span.start + by, figure.span.end + by)
    return replace(figure, span=span)


def contradictions(first: Claim, second: Claim, whenever: bool = False) -> tuple[Pair, ...]:
    """Pairs of figures, one of each sentence, that speak of the same and cannot both be right.

    `whenever`: or that give it at two times, as expected and as come about.
    """
    ones, others = _unsettled(first, second), _unsettled(second, first)
    scored = sorted(
        (-round(likeness(first, one, second, other), 6), one.span, other.span, one, other)
        for one in ones
        for other in others
        if contradict(one, counted_as(one, other))
        and first.is_rest(one) == second.is_rest(other)
        and (whenever or not first.circumstances(one).differ(second.circumstances(other)))
    )
    found, used = list(divided_differently(first, second)), set()
    for score, _, _, one, other in scored:
        if score < 0 and one.span not in used and (other.span, 1) not in used:
            used |= {one.span, (other.span, 1)}
            found.append((one, other))
    return tuple(found)


def divided_differently(first: Claim, second: Claim) -> tuple[Pair, ...]:
    """Wholes of one kind that leave different numbers, where one of the two gives but the rest."""
    return tuple(
        (one.figure, other.figure)
        for one in first.divisions
        for other in second.divisions
        if at_odds(one, other) and (one.whole is None) != (other.whole is None)
    )


def likeness(first: Claim, one: Figure, second: Claim, other: Figure) -> float:
    """How much the clauses of two figures have in common, from 0 to 1."""
    one_text, other_text = analyse(first.text), analyse(second.text)
    return of_one_thing(one_text, one.span, other_text, other.span)


def _unsettled(claim: Claim, other: Claim) -> list[Figure]:
    return [f for f in claim.figures if not any(agree(f, counted_as(f, g)) for g in other.figures)]


def counted_as(one: Figure, other: Figure) -> Figure:
    """The other figure in the unit of the one, if both count what may be the same things."""
    both = is_count(one.unit) and is_count(other.unit)
    return replace(other, unit=one.unit) if both and same_counted(one.unit, other.unit) else other


def amount(figure: Figure) -> tuple[str, float, float]:
    """By what a figure is known again, whatever word stands for what it counts."""
    unit = "" if is_count(figure.unit) else figure.unit
    return unit, figure.low, figure.high
