"""Citations of a corpus's sentences in points, and sentences as readings of a conflict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bidigest.corpus import Corpus
from bidigest.model import Citation, Point, Quantity, Reading, Span
from bidigest.model.digests import source_id, source_index
from bidigest.sparse.matrices import components

Key = tuple[str, int]
"""A source's id, and where a sentence of it starts."""


@dataclass(frozen=True, slots=True)
class Cited:
    """Where a corpus's sentences are cited."""

    points: Mapping[Key, tuple[int, ...]]
    """The points that cite a sentence, by their places."""
    keys: tuple[Key, ...]
    """Of each sentence of the corpus, by its number."""
    numbers: Mapping[Key, int]
    """The other way round."""

    @classmethod
    def of(cls, corpus: Corpus, points: Sequence[Point]) -> Cited:
        """Look up all citations of the points."""
        cited: dict[Key, list[int]] = {}
        for at, point in enumerate(points):
            for citation in point.citations:
                cited.setdefault(key_of(citation), []).append(at)
        keys = tuple((source_id(index), s.span.start) for index, s in corpus.sentences)
        numbers = {key: number for number, key in enumerate(keys)}
        return cls({key: tuple(each) for key, each in cited.items()}, keys, numbers)

    def together(self, one: int, other: int) -> int | None:
        """Return the first point that cites both sentences; None where none does."""
        shared = set(self._of(one)) & set(self._of(other))
        return min(shared, default=None)

    def facing(self, one: int, other: int) -> int | None:
        """Return the first point that cites one of the two; None if one cites both, or none."""
        ours, theirs = self._of(one), self._of(other)
        if not ours or not theirs or self.together(one, other) is not None:
            return None
        return min(ours[0], theirs[0])

    def disputed_at(
        self, pairs: Iterable[tuple[int, int]], points: Sequence[Point]
    ) -> dict[tuple[int, int], int]:
        """Tell at which point the dispute of each pair is told: that which cites most of its sides.

        So it does not stand at a point of something else that one long sentence says as well. Pairs
        that a point cites both of, or of which none cites the one or the other, are left out.

        Args:
            pairs: sentences that contradict each other.
            points: all points.
        """
        facing = {pair: at for pair in pairs if (at := self.facing(*pair)) is not None}
        named = components(len(self.keys), facing).tolist()
        disputes: dict[int, set[int]] = {}
        for pair in facing:
            disputes.setdefault(named[pair[0]], set()).update(pair)
        return {
            pair: self._with_most(disputes[named[pair[0]]], points, first)
            for pair, first in facing.items()
        }

    def _with_most(self, numbers: Collection[int], points: Sequence[Point], first: int) -> int:
        """Return the shown point that cites most of some sentences; the first where none has more.

        Args:
            numbers: of the sentences.
            points: all points.
            first: the place of a point that cites one of them.
        """
        found = Counter(at for number in numbers for at in self._of(number) if points[at].shown)
        return min(found, key=lambda at: (-found[at], at != first, at), default=first)

    def _of(self, number: int) -> tuple[int, ...]:
        return self.points.get(self.keys[number], ())


def key_of(citation: Citation) -> Key:
    """Return the key of the sentence that is cited."""
    return citation.source, citation.span.start


def reading(corpus: Corpus, number: int, words: Span, figure: Quantity | None = None) -> Reading:
    """Make a reading of a sentence of the corpus.

    Args:
        corpus: all sentences.
        number: of the sentence.
        words: the words that say it, counted from the sentence's start.
        figure: the figure in question, counted from there too, if it is about one.
    """
    index, sentence = corpus.sentences[number]
    at = sentence.span.start
    quote = corpus.documents[index].quote(sentence.span)
    place = Span(at + words.start, at + words.end)
    return Reading(source_id(index), sentence.span, quote, figure, place)


def in_citing_order(point: Point, readings: Mapping[Key, Reading]) -> tuple[Reading, ...]:
    """List the readings the point cites, as it cites them; then others, by source and place."""
    cited = [key for key in map(key_of, point.citations) if key in readings]
    others = sorted(set(readings) - set(cited), key=lambda key: (source_index(key[0]), key[1]))
    return tuple(readings[key] for key in (*dict.fromkeys(cited), *others))
