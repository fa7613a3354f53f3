"""How a whole of counted things is divided: two of the nine sectors, the other seven sectors.

`8 个行业仅 2 个` leaves six, so it cannot be right where `其他七个行业` is; `9 个行业` alone and
`其他七个行业` do not contradict each other, though 9 is not 7. Wholes are compared by what is left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bidigest.languages.patterns import pattern
from bidigest.model import Quantity
from bidigest.quantities import numerals, units
from bidigest.quantities.masking import mask_numerals

_LIST = "quantities/divisions"
_REST = pattern(_LIST, "rest", behind="$", flags=re.IGNORECASE)
_PART_BEFORE = pattern(_LIST, "part before", behind="$")
_PART_AFTER = pattern(_LIST, "part behind")
_WINDOW = 40
"""Characters before a figure in which a part of it, or a sign that it is the rest, stands."""


@dataclass(frozen=True, slots=True)
class Division:
    """What is left of a whole, and the figure that says so: the rest itself or the whole."""

    figure: Quantity
    rest: float
    whole: float | None
    """None where only the rest is given."""

    @property
    def kind(self) -> str:
        """What is counted."""
        return self.figure.unit

    def counts(self) -> frozenset[float]:
        """List every number that this division gives of its kind: rest, whole and part."""
        whole = () if self.whole is None else (self.whole, self.whole - self.rest)
        return frozenset((self.rest, *whole))


def divisions(text: str, figures: Sequence[Quantity]) -> tuple[Division, ...]:
    """Find the divisions of a whole that a sentence tells of, in order.

    Args:
        text: the text that the figures' spans count in.
        figures: the sentence's figures.
    """
    counts = [figure for figure in figures if _is_count(figure)]
    bare = mask_numerals(text) if counts else ""
    found = (_division(bare, figure) for figure in counts)
    return tuple(division for division in found if division)


def is_rest(text: str, figure: Quantity) -> bool:
    """Tell whether a figure counts what is left of a whole: the other seven sectors."""
    if not _is_count(figure):
        return False
    before = text[max(0, figure.span.start - _WINDOW) : figure.span.start]
    return bool(_REST.search(before))


def at_odds(one: Division, other: Division) -> bool:
    """Tell whether two divisions leave a different number of the same kind."""
    return one.kind == other.kind and one.rest != other.rest


def _is_count(figure: Quantity) -> bool:
    exact = figure.low == figure.high and not figure.approximate
    whole = exact and figure.low.is_integer() and figure.low >= 2
    return whole and units.is_counted_kind(figure.unit)


def _division(text: str, figure: Quantity) -> Division | None:
    if is_rest(text, figure):
        return Division(figure, figure.low, None)
    before = text[max(0, figure.span.start - _WINDOW) : figure.span.start]
    part = _part_before(before) or _part_after(text, figure.span.end)
    if part is None or not 0 < part < figure.low:
        return None
    return Division(figure, figure.low - part, figure.low)


def _part_before(before: str) -> float | None:
    """Read the part before its whole: two of the nine; `one of the nine` mostly only names one."""
    match = _PART_BEFORE.search(before)
    number = numerals.read(match[1], 0) if match else None
    if match is None or number is None or number.end < len(match[1]):
        return None
    return number.low if number.low == number.high and number.low > 1 else None


def _part_after(text: str, at: int) -> float | None:
    """Read the part behind its whole, where it says that it is one: 8 个行业仅 2 个."""
    match = _PART_AFTER.match(text, at)
    if match is None or not match[0].strip(" ,，"):
        return None
    number = numerals.read(text, match.end())
    return number.low if number and number.low == number.high else None
