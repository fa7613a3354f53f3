"""Who reckons a figure: that two institutes forecast otherwise is no contradiction of sources."""

from __future__ import annotations

from collections.abc import Collection, Iterator
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
    found = {kind: [m.start() for m in pattern(_LIST, kind).finditer(said)] for kind in kinds}
    of_what = {word for starts in found.values() for at in starts for word in _before(a, at)}
    return Forecaster(
        frozenset(kind for kind, starts in found.items() if starts),
        frozenset(named | {name for name in a.spelt if name in said} | of_what),
        bool(pattern(_LIST, "speaks for others").search(said)),
    )


def _before(a: Analysis, at: int) -> Iterator[str]:
    """Yield the Chinese words that a holder's name begins with: 休闲经济 of its 研究中心."""
    for word in reversed([word for word in a.words if word.start < at]):
        if word.end < at or not word.tag.startswith(_NAMING) or not HAN_CHARACTER.match(word.text):
            return
        # Segmentation may cut elsewhere: 经济学 and 会 of 经济学会.
        own = a.low[word.start : at]
        at = word.start
        if len(own) > 1 and word.tag != _PLACE:
            yield own


_NAMING = ("n", "v", "a", "b", "j")
"""How tags of words begin that names of institutes are made of."""

_PLACE = "ns"
