"""What sources give which amounts: one that gives both of two speaks of two things."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from bidigest.contradictions.days import other_days
from bidigest.contradictions.derived_figures import part_and_whole
from bidigest.contradictions.figure_evidence import Alike
from bidigest.contradictions.forecasters import of_other_forecasters
from bidigest.contradictions.quantity_claims import Amount, Claim, Pair, amount, counted_as
from bidigest.contradictions.sentence_pairs import Numbers, numbers_of
from bidigest.contrasts.counted import same_counted
from bidigest.contrasts.quantity_roles import in_common
from bidigest.corpus import Corpus
from bidigest.model import Quantity
from bidigest.quantities.agreement import agree, contradict
from bidigest.quantities.units import is_count

MANY = 10
"""Count from which two equal ones of one kind are hardly a coincidence."""

LEAST_GIVEN = 0.5
"""The same from which they are taken to give one figure, if it is equal."""


@dataclass(frozen=True, slots=True)
class Given:
    """Which sources give which amounts: one that gives both speaks of two things."""

    sentences: Mapping[tuple[int, Amount], tuple[int, ...]]
    """By source and amount."""
    sources: tuple[int, ...]
    """Of each sentence."""
    pairs: Mapping[Numbers, Alike]
    claims: Callable[[int], Claim]
    _near: Mapping[int, frozenset[int]]
    """Of a sentence, those that surely enough make its claim."""

    @classmethod
    def of(
        cls, corpus: Corpus, pairs: Mapping[Numbers, Alike], claims: Callable[[int], Claim]
    ) -> Given:
        """Collect the amounts of all sentences; `pairs` of them may be of one thing."""
        found: dict[tuple[int, Amount], tuple[int, ...]] = {}
        for number, (source, sentence) in enumerate(corpus.sentences):
            for each in dict.fromkeys(map(amount, sentence.figures)):
                found[source, each] = (*found.get((source, each), ()), number)
        sources = tuple(source for source, _ in corpus.sentences)
        return cls(found, sources, pairs, claims, _near_ones(pairs))

    def of_two_things(self, pair: Numbers, figures: Pair) -> bool:
        """Tell whether somebody gives both figures: either source, or a sentence near both."""
        return self._by_both(pair, figures) or self._side_by_side(pair, figures)

    def _by_both(self, pair: Numbers, figures: Pair) -> bool:
        """Tell whether either source gives the other's figure too, of what may be the same."""
        one, other = pair
        return self._again(one, figures[0], self.sources[other]) or self._again(
            other, figures[1], self.sources[one]
        )

    def _side_by_side(self, pair: Numbers, figures: Pair) -> bool:
        """Tell whether a sentence near both gives both figures: it speaks of two things.

        Of the staff and of the managers, 64 and 31 percent; of which one names the one, and
        another the other.
        """
        one, other = (self._near.get(number, frozenset()) for number in pair)
        return any(_gives_both(self.claims(number), figures) for number in sorted(one & other))

    def told_apart(self, pair: Numbers, figures: Pair) -> bool:
        """Tell whether sentences near the two that give these figures too tell them apart.

        They name who forecasts each, or the day as of which each is counted, or what is missing
        from the one to the other.
        """
        ours, theirs = map(list, map(self._repeated, pair, figures))
        return any(
            of_other_forecasters(self.claims(one), figure, self.claims(other), another)
            or other_days(self._days(one, figure), self._days(other, another))
            or self._add_up(one, figure, other, another)
            for (one, figure), (other, another) in product(ours, theirs)
        )

    def _add_up(self, one: int, figure: Quantity, other: int, another: Quantity) -> bool:
        if is_count(figure.unit):  # Two of the seven who died are no sum of nine.
            return False
        ours, theirs = self.claims(one), self.claims(other)
        return part_and_whole(figure, ours.addends, another, theirs.addends)

    def _days(self, number: int, figure: Quantity) -> frozenset[str]:
        return self.claims(number).circumstances(figure).days

    def _repeated(self, number: int, figure: Quantity) -> Iterator[tuple[int, Quantity]]:
        """Yield where a figure stands: in its own sentence, and in those that give it near it."""
        for near in (number, *sorted(self._near.get(number, ()))):
            for own in self.claims(near).figures:
                if (near == number and own == figure) or agree(figure, counted_as(figure, own)):
                    yield near, own

    def _again(self, number: int, figure: Quantity, source: int) -> bool:
        return any(
            self._alike(number, there) or self._in_common(number, figure, there)
            for there in self.sentences.get((source, amount(figure)), ())
        )

    def _alike(self, number: int, there: int) -> bool:
        alike = self.pairs.get(numbers_of(number, there))
        return alike is not None and alike.pair >= LEAST_GIVEN

    def _in_common(self, number: int, figure: Quantity, there: int) -> bool:
        own, theirs = self.claims(number), self.claims(there)
        return any(
            _counts_alike(figure, again)
            or in_common(own.analysis, figure.span, theirs.analysis, again.span) > 0
            for again in theirs.figures
            if amount(again) == amount(figure)
        )


def _near_ones(pairs: Mapping[Numbers, Alike]) -> Mapping[int, frozenset[int]]:
    """Collect of each sentence those that surely enough make its claim, but for figures."""
    found: dict[int, set[int]] = {}
    for (one, other), alike in pairs.items():
        if alike.pair >= LEAST_GIVEN:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return {number: frozenset(near) for number, near in found.items()}


def _gives_both(claim: Claim, figures: Pair) -> bool:
    """Tell whether a sentence gives both as two figures: more than a quarter is no second one."""
    one, other = (
        [own for own in claim.figures if agree(figure, counted_as(figure, own))]
        for figure in figures
    )
    return any(contradict(first, counted_as(first, second)) for first in one for second in other)


def _counts_alike(one: Quantity, other: Quantity) -> bool:
    """Tell whether as many of one kind of things are counted that it is hardly by chance."""
    counts = is_count(one.unit) and is_count(other.unit)
    return counts and one.low >= MANY and same_counted(one.unit, other.unit)
