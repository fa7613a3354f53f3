"""Who reckons a figure: that two institutes forecast otherwise is no contradiction of sources."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from bidigest.contradictions.quantity_claims import Claim
from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.names import one_name
from bidigest.languages.patterns import pattern
from bidigest.languages.word_lists import sections_named
from bidigest.languages.zh.scripts import HAN_CHARACTER
from bidigest.model import Quantity, Span

_LIST = "contrasts/figures"
_HOLDER = "holder "


@dataclass(frozen=True, slots=True)
class Forecaster:
    """Who reckons a figure, as far as its sentence tells."""

    kinds: frozenset[str] = frozenset()
    """What he is: a bank, an institute."""
    names: frozenset[str] = frozenset()
    """Words of his name, folded."""
    speaks: bool = False
    """Whether he may speak for somebody who is not named."""

    def is_another(self, other: Forecaster) -> bool:
        """Tell whether two are surely not one: of other kinds, or of other names in one script."""
        if self.kinds and other.kinds and self.kinds.isdisjoint(other.kinds):
            return True
        if self.speaks or other.speaks:
            return False
        return any(_apart(self._in(han), other._in(han)) for han in (False, True))

    def _in(self, han: bool) -> Collection[str]:
        return [name for name in self.names if bool(HAN_CHARACTER.match(name)) == han]


def _apart(names: Collection[str], others: Collection[str]) -> bool:
    return bool(names and others) and not any(one_name(*pair) for pair in product(names, others))


def of_other_forecasters(first: Claim, one: Quantity, second: Claim, other: Quantity) -> bool:
    """Tell whether two figures are what two that are not one reckon, forecast or expect.

    Args:
        first: a sentence.
        one: its figure.
        second: the other sentence.
        other: the figure of that.
    """
    return forecaster(first, one.span).is_another(forecaster(second, other.span))


@lru_cache(maxsize=8_192)
def forecaster(claim: Claim, figure: Span) -> Forecaster:
    """Find who reckons a figure of a sentence: who is told before the word that says so."""
    low = claim.analysis.low[: figure.start]
    told = max((m.start() for m in pattern(_LIST, "estimates").finditer(low)), default=0)
    between = any(told < f.span.start < figure.start for f in claim.figures)
    return Forecaster() if between else _told_in(claim.analysis, Span(0, told))


def _told_in(a: Analysis, words: Span) -> Forecaster:
    said, kinds = a.low[words.start : words.end], sections_named(_LIST, _HOLDER)
    named = {name.word for name in a.names if words.start <= name.start < words.end}
    return Forecaster(
        frozenset(kind for kind in kinds if pattern(_LIST, kind).search(said)),
        frozenset(named | {name for name in a.spelt if name in said}),
        bool(pattern(_LIST, "speaks for others").search(said)),
    )
