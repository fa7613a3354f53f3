"""The figures of two sentences that make one claim, and which of them cannot both be right.

A figure is compared with the figure that stands for the same thing: of the same unit, in a
clause that says the same. What is left of a whole (the other seven sectors) is compared with what
another division of the same kind leaves, and with nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bidigest.contradictions.circumstances import Circumstances
from bidigest.contradictions.derived_figures import without_parts
from bidigest.contrasts.analysis import Analysis, analyse
from bidigest.contrasts.counted import same_counted
from bidigest.contrasts.cue_patterns import pattern
from bidigest.languages.folding import folded
from bidigest.matching.quantity_evidence import MOST_COMPARED
from bidigest.model import Quantity, Span
from bidigest.quantities.agreement import agree, contradict
from bidigest.quantities.division import Division, at_odds, divisions
from bidigest.quantities.units import is_count, is_time

Pair = tuple[Quantity, Quantity]

Amount = tuple[str, float, float]
"""A figure as it is known again: its unit, if it has one of its own, and its range."""


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """A sentence of a point, as its figures are compared: figures' spans count from its start.

    Each is equal to itself only, so that what is found of pairs can be kept by them.
    """

    text: str
    figures: tuple[Quantity, ...]
    divisions: tuple[Division, ...] = ()
    date: str = ""
    """Of its source (ISO 8601), if known."""

    @classmethod
    def of(cls, quote: str, span: Span, figures: tuple[Quantity, ...], date: str = "") -> Claim:
        """Make the claim of a sentence.

        Args:
            quote: the sentence's text.
            span: where it stands in its document.
            figures: its figures, whose spans count in the document.
            date: of its source (ISO 8601), if known.
        """
        own = tuple(moved(figure, -span.start) for figure in figures[:MOST_COMPARED])
        own = _without_denied(_without_conversions(own, quote), quote)
        if len(own) > 1 and quote.count("|") > 1 and quote.lstrip().startswith("|"):
            # Only the head of a table tells what each figure of a row is of, and when.
            own = ()
        return cls(quote, own, divisions(quote, own), date)

    @property
    def analysis(self) -> Analysis:
        """The sentence, taken apart."""
        return analyse(self.text, self.date)

    @property
    def addends(self) -> tuple[Quantity, ...]:
        """Its figures that are no parts of others among them."""
        return without_parts(self.text, self.figures)

    def is_rest(self, figure: Quantity) -> bool:
        """Tell whether a figure is what is left of a whole that the sentence does not give."""
        return any(d.figure == figure and d.whole is None for d in self.divisions)

    def circumstances(self, figure: Quantity) -> Circumstances:
        """Tell when the figure held, and whether it is only expected."""
        return _circumstances(self.text, figure.span, self.date)

    def divided_otherwise(self, other: Claim) -> tuple[Pair, ...]:
        """Pair wholes of one kind that leave different numbers, where one side gives the rest."""
        return tuple(
            (one.figure, another.figure)
            for one in self.divisions
            for another in other.divisions
            if at_odds(one, another) and (one.whole is None) != (another.whole is None)
        )


@lru_cache(maxsize=8_192)
def _circumstances(text: str, figure: Span, date: str) -> Circumstances:
    """Read a figure's circumstances, once for all figures that it is held against."""
    return Circumstances.of(text, figure, date)


def moved(figure: Quantity, by: int) -> Quantity:
    """Move a figure's span by a number of code points."""
    span = Span(figure.span.start + by, figure.span.end + by)
    return replace(figure, span=span)


@lru_cache(maxsize=16)
def contradicting_figures(first: Claim, second: Claim) -> tuple[Pair, ...]:
    """Pair figures, one of each sentence, that cannot both be right if they are of one thing."""
    return tuple(
        (one, other)
        for one in unsettled(first, second)
        for other in unsettled(second, first)
        if contradict(*_named(one, counted_as(one, other)))
        and first.is_rest(one) == second.is_rest(other)
        and _tells_how_much(one)
        and _tells_how_much(other)
    )


def _named(one: Quantity, other: Quantity) -> Pair:
    """Give two great numbers without a unit (38 million) one, so that they may be of one thing."""
    bare = not one.unit and not other.unit and min(one.low, other.low) >= GREAT
    return (replace(one, unit=BARE), replace(other, unit=BARE)) if bare else (one, other)


GREAT = 1e5
"""Number from which one without a unit is money, or people, not a mark or a version."""
BARE = "number"


def _tells_how_much(figure: Quantity) -> bool:
    """Tell whether a figure says more than within what time something is, or how old somebody."""
    return figure.unit != _AGE and not (is_time(figure.unit) and figure.low == 0)


_AGE = "year old"
_CONVERTED = re.compile(r"\d[\w\s.,%]{0,14}[(（]\s*(?:or |about |some |约)?$")
_MAGNITUDE = re.compile(r"magnitude|级")


def _without_denied(figures: Sequence[Quantity], quote: str) -> tuple[Quantity, ...]:
    """Leave out figures of which it is said that they are wrong: not the 2.6 million it named."""
    low = folded(quote)
    return tuple(
        figure
        for figure in figures
        if not pattern("denied figure").search(low[: figure.span.start][-_NEAR:])
    )


def _without_conversions(figures: Sequence[Quantity], quote: str) -> tuple[Quantity, ...]:
    """Leave out figures that only tell one before them in another unit, and marks of a scale.

    600 metres (2,000 feet); 7.5 magnitude quakes.
    """
    return tuple(
        figure
        for figure in figures
        if not _CONVERTED.search(quote, max(0, figure.span.start - _NEAR), figure.span.start)
        and not (is_count(figure.unit) and _MAGNITUDE.search(_text(quote, figure)))
    )


_NEAR = 30


def _text(quote: str, figure: Quantity) -> str:
    return quote[figure.span.start : figure.span.end]


def unsettled(claim: Claim, other: Claim) -> list[Quantity]:
    """List the figures of a sentence with which none of the other's agrees."""
    return [
        f
        for f in claim.figures
        if not any(agree(f, counted_as(f, g)) for g in other.figures) and not _is_said(f, other)
    ]


def _is_said(figure: Quantity, other: Claim) -> bool:
    """Tell whether another sentence gives the number alone, of what it names elsewhere.

    352 of them.
    """
    if figure.low != figure.high or figure.low < _LEAST_BARE or figure.low % 1:
        return False
    numbers = _NUMBER.finditer(other.text)
    places = [m.start() for m in numbers if int(m[0].replace(",", "")) == figure.low]
    inside = [each.span for each in other.figures]
    return any(not any(span.start <= at < span.end for span in inside) for at in places)


_NUMBER = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?![\d%]|[.,:]\d)")
_LEAST_BARE = 20
"""Number from which it is hardly there by chance."""


def counted_as(one: Quantity, other: Quantity) -> Quantity:
    """Return the other figure in the unit of the one, if both count what may be the same things."""
    if one.unit == other.unit:
        return other
    both = is_count(one.unit) and is_count(other.unit)
    return replace(other, unit=one.unit) if both and same_counted(one.unit, other.unit) else other


def amount(figure: Quantity) -> Amount:
    """Return the key by which a figure is known again, whatever word stands for what it counts."""
    unit = "" if is_count(figure.unit) else figure.unit
    return unit, figure.low, figure.high
