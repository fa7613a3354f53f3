"""Results of one vote that differ: 23 votes to 18, 22比19.

As many voted, it went the same way, and of several votes all other results agree. Such sentences
have little else in common, and the numbers are read as shares, or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from bidigest.contradictions.opposites import analysed
from bidigest.contradictions.sentence_pairs import Contrasts, Numbers
from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.contrast import Contrast
from bidigest.contrasts.cue_patterns import pattern as cue
from bidigest.contrasts.overlap import overlap
from bidigest.contrasts.times import apart
from bidigest.corpus import Corpus
from bidigest.languages.folding import folded
from bidigest.languages.patterns import pattern
from bidigest.languages.word_lists import languages
from bidigest.model import Span
from bidigest.quantities.numerals import read

_LIST = "contrasts/tallies"
_TALLIES = tuple(pattern(_LIST, "tally", of=each) for each in languages())
_WAYS = {way: pattern(_LIST, way) for way in ("carried", "lost")}
_VOTES = pattern(_LIST, "votes")

_LEAST_VOTES = 7
_SHARES = 100
"""What two shares come to, whatever they are of."""
_LEAST_WORDS = 2
"""Words in common of sentences whose sources agree on no other vote;"""
_LEAST_WORDS_OF_A_BOARD = 1
_BOARD = 30
"""the same where no more than so many voted."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many voted either way, and how it went."""

    sentence: int
    span: Span
    sides: tuple[int, int]
    """The greater first."""
    way: str
    """`carried` or `lost`; empty where the sentence does not say it, or both."""
    votes: bool
    """Whether the sentence says that votes were counted."""

    @property
    def of_a_board(self) -> bool:
        """Whether so few voted that a report hardly tells of two votes of theirs."""
        return self.votes and sum(self.sides) <= _BOARD

    def may_be_of(self, other: Tally) -> bool:
        """Tell whether two results may be of one vote."""
        return sum(self.sides) == sum(other.sides) and len({self.way, other.way} - {""}) < 2


def tally_contrasts(corpus: Corpus) -> Contrasts:
    """Find pairs of sentences, each of two sources, that give two results of one vote."""
    of_source: dict[int, list[Tally]] = {}
    for number, (source, sentence) in enumerate(corpus.sentences):
        text = folded(corpus.documents[source].quote(sentence.span))
        of_source.setdefault(source, []).extend(_tallies(number, text))
    return dict(
        found
        for one, other in combinations(sorted(of_source), 2)
        for found in _contrasts(corpus, of_source[one], of_source[other])
    )


def _tallies(number: int, text: str) -> Iterator[Tally]:
    told = [way for way, cue in _WAYS.items() if cue.search(text)]
    way, votes = told[0] if len(told) == 1 else "", bool(_VOTES.search(text))
    for each in _TALLIES:
        for match in each.finditer(text):
            less, more = sorted((_number(match, "ayes"), _number(match, "noes")))
            if less + more >= _LEAST_VOTES and less + more != _SHARES:
                span = Span(*match.span())
                yield Tally(number, span, (more, less), way, votes)


def _number(match: re.Match[str], side: str) -> int:
    number = read(match.string, match.start(side))
    return int(number.low) if number else 0


def _contrasts(
    corpus: Corpus, ours: list[Tally], theirs: list[Tally]
) -> Iterator[tuple[Numbers, Contrast]]:
    agreed = {tally.sides for tally in ours} & {tally.sides for tally in theirs}
    for one in _only_ones(ours, agreed):
        for other in _only_ones(theirs, agreed):
            if one.may_be_of(other) and (one.votes or other.votes):
                pair = one.sentence, other.sentence
                a, b = (analysed(corpus, number) for number in pair)
                of_a_board = one.of_a_board and other.of_a_board and not _at_other_times(a, b)
                least = _LEAST_WORDS_OF_A_BOARD if of_a_board else _LEAST_WORDS
                if agreed or overlap(a, None, b, None, poles=True).words >= least:
                    yield pair, Contrast("polarity", one.span, other.span)


def _at_other_times(a: Analysis, b: Analysis) -> bool:
    earlier = any(cue("before that").search(each.low) for each in (a, b))
    return earlier or apart(a.years, b.years) or apart(a.parts, b.parts)


def _only_ones(tallies: list[Tally], agreed: set[tuple[int, int]]) -> Iterator[Tally]:
    """Yield the results that are not agreed, where the source gives one of such a vote only."""
    rest = [tally for tally in tallies if tally.sides not in agreed]
    for tally in rest:
        one = {each.sides for each in rest if each.may_be_of(tally)} == {tally.sides}
        if one and tally.way:
            yield tally
