"""Citations of a corpus's sentences in points, and sentences as readings of a conflict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bidigest.corpus import Corpus
from bidigest.model import Citation, Point, Quantity, Reading, Span
from bidigest.model.digests import source_id, source_index

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
