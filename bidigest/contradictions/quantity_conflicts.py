"""Conflicts within points: citations of one point whose figures cannot both be right.

Figures that some figure of the other sentence agrees with are settled. Nothing is decided: both
readings are shown. Sentences of one source are not held against each other: who writes two
figures a line apart means two things.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, groupby

from bidigest.contradictions.cited_sentences import Cited, Key, in_citing_order, key_of, reading
from bidigest.contradictions.quantity_claims import Pair, counted_as, moved
from bidigest.contradictions.quantity_disputes import Disputes, divided_differently
from bidigest.contradictions.restatements import claim
from bidigest.contradictions.sentence_pairs import Numbers
from bidigest.contrasts.quantity_roles import in_common
from bidigest.corpus import Corpus
from bidigest.matching.collection import quantity_key
from bidigest.model import Conflict, Point, Quantity, Reading, Span
from bidigest.quantities import agree
from bidigest.quantities.agreement import kind
from bidigest.quantities.units import is_count
from bidigest.text.figure_clauses import clause


def find_conflicts(
    corpus: Corpus, points: Sequence[Point], disputes: Disputes
) -> tuple[Conflict, ...]:
    """Find the points' conflicts, in the order of the points.

    Args:
        corpus: all sentences.
        points: all points.
        disputes: pairs of sentences whose figures differ.
    """
    cited = Cited.of(corpus, points)
    spoken: dict[tuple[int, str], dict[Key, list[tuple[int, Quantity]]]] = {}
    for at, pair, figures in chain(_placed(cited, disputes), _divided(corpus, cited)):
        given = spoken.setdefault((at, _kind(figures[0])), {})
        for number, figure in zip(pair, figures, strict=True):
            of_sentence = given.setdefault(cited.keys[number], [])
            if (number, figure) not in of_sentence:
                of_sentence.append((number, figure))
    return tuple(
        Conflict(points[at].id, _readings(corpus, cited, points[at], spoken[at, of]))
        for at, of in sorted(spoken)
    )


def _kind(figure: Quantity) -> str:
    """Return the kind of a figure that conflicts are told by: of shares, of money, of counts."""
    return "" if is_count(figure.unit) else kind(figure.unit)


def _placed(cited: Cited, disputes: Disputes) -> Iterator[tuple[int, Numbers, Pair]]:
    """Yield the disputes, each with the index of the point that it belongs to."""
    for pair, figures in disputes.contradicting:
        at = cited.together(*pair)
        at = cited.facing(*pair) if at is None else at
        if at is not None:
            yield at, pair, figures


def _divided(corpus: Corpus, cited: Cited) -> Iterator[tuple[int, Numbers, Pair]]:
    for pair, figures in divided_differently(corpus):
        if (at := cited.together(*pair)) is not None:
            yield at, pair, figures


def _readings(
    corpus: Corpus, cited: Cited, point: Point, given: Mapping[Key, Sequence[tuple[int, Quantity]]]
) -> tuple[Reading, ...]:
    """Read the contradicting figures, each with its sentence, in the order of the citations."""
    every = {key: list(each) for key, each in given.items()}
    settled = [each for key in given for each in given[key]]
    for citation in point.citations:
        key = key_of(citation)
        if key not in given and (beside := _beside(corpus, cited.numbers[key], settled)):
            every[key] = beside
    first = {key: _reading(corpus, *each[0]) for key, each in every.items()}
    order = [(r.source, r.span.start) for r in in_citing_order(point, first)]
    return tuple(_reading(corpus, *each) for key in order for each in every[key])


def _beside(
    corpus: Corpus, number: int, settled: Sequence[tuple[int, Quantity]]
) -> list[tuple[int, Quantity]]:
    """List further figures of what is contradicted, wider or narrower ones: 50-70 % beside 50 %.

    They contradict nobody by themselves, but who weighs the others wants to know them.
    """
    own = claim(corpus, number)
    return [
        (number, figure)
        for figure in own.figures
        if not any(quantity_key(figure) == quantity_key(other) for _, other in settled)
        and any(
            agree(figure, counted_as(figure, other))
            and in_common(own.analysis, figure.span, claim(corpus, of).analysis, other.span)
            for of, other in settled
        )
    ]


def _reading(corpus: Corpus, number: int, figure: Quantity) -> Reading:
    sentence = corpus.sentences[number][1]
    text = corpus.documents[corpus.sentences[number][0]].quote(sentence.span)
    words = clause(text, Span(0, len(text)), figure.span)
    return reading(corpus, number, words, moved(figure, sentence.span.start))


def in_order(points: Sequence[Point], *kinds: Sequence[Conflict]) -> tuple[Conflict, ...]:
    """Sort all conflicts by their points; of one point, who denies it comes before figures."""
    place = {point.id: at for at, point in enumerate(points)}
    every = (conflict for each in kinds for conflict in each)
    found = sorted(every, key=lambda c: (place[c.point], c.kind != "opposites", _matter(c)))
    return tuple(_one(list(same)) for _, same in groupby(found, key=_matter))


def _matter(conflict: Conflict) -> tuple[str, str, str]:
    figure = conflict.readings[0].figure
    return conflict.point, conflict.kind, _kind(figure) if figure else ""


def _one(conflicts: Sequence[Conflict]) -> Conflict:
    """Join conflicts of one kind and point, each reading once."""
    every = (reading for conflict in conflicts for reading in conflict.readings)
    readings = {(r.source, r.figure.span if r.figure else r.span): r for r in every}
    return Conflict(conflicts[0].point, tuple(readings.values()), conflicts[0].kind)
