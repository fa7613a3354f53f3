"""Conflicts within points: citations of one point whose figures cannot both be right.

Figures that some figure of the other sentence agrees with are settled. Nothing is decided: both
readings are shown. Sentences of one source are not held against each other: who writes two
figures a line apart means two things.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from bidigest.contradictions.cited_sentences import Cited, Key, in_citing_order, key_of, reading
from bidigest.contradictions.figure_groups import Figure, figures_of_conflicts
from bidigest.contradictions.quantity_claims import Pair, amount, counted_as, moved
from bidigest.contradictions.quantity_disputes import Disputes, different_rests
from bidigest.contradictions.restatements import claim
from bidigest.contradictions.sentence_pairs import Numbers
from bidigest.contrasts.quantity_roles import in_common
from bidigest.corpus import Corpus
from bidigest.matching.collection import quantity_key
from bidigest.model import Conflict, Point, Quantity, Reading, Span
from bidigest.quantities.agreement import agree
from bidigest.sparse.matrices import components
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
    placed = [*_placed(cited, points, disputes), *_divided(corpus, cited)]
    return tuple(
        Conflict(points[at].id, _readings(corpus, cited, points[at], _by_key(cited, figures)))
        for at in sorted({at for at, _, _ in placed})
        for figures in figures_of_conflicts(
            corpus, [(p, f) for place, p, f in placed if place == at]
        )
    )


def _by_key(cited: Cited, figures: Sequence[Figure]) -> Mapping[Key, Sequence[Figure]]:
    given: dict[Key, list[Figure]] = {}
    for number, figure in figures:
        given.setdefault(cited.keys[number], []).append((number, figure))
    return given


def _placed(
    cited: Cited, points: Sequence[Point], disputes: Disputes
) -> Iterator[tuple[int, Numbers, Pair]]:
    """Yield the disputes, each with the index of the point that it belongs to.

    That cites both sentences, is shown in the words of one, or cites one.
    """
    spoken = {key_of(p.citations[0]): at for at, p in enumerate(points) if p.shown and p.citations}
    for pair, figures in disputes.contradicting:
        at = cited.together(*pair)
        if at is None or not points[at].shown:
            keys = (cited.keys[number] for number in pair)
            speaking = [spoken[key] for key in keys if key in spoken]
            at = min(speaking, default=cited.facing(*pair) if at is None else at)
        if at is not None:
            yield at, pair, figures


def _divided(corpus: Corpus, cited: Cited) -> Iterator[tuple[int, Numbers, Pair]]:
    for pair, figures in different_rests(corpus):
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
    every = [conflict for each in kinds for conflict in each]
    found = sorted(every, key=lambda c: (place[c.point], c.kind != "opposites"))
    part = components(len(found), _joined(found)).tolist()
    return tuple(
        _one([conflict for conflict, of in zip(found, part, strict=True) if of == name])
        for name in dict.fromkeys(part)
    )


def _joined(conflicts: Sequence[Conflict]) -> Iterator[tuple[int, int]]:
    """Yield pairs of conflicts that are one: opposites of one point, or the same figures anywhere.

    Two tables of one dispute say it twice, wherever the sentences stand.
    """
    first: dict[tuple[object, ...], int] = {}
    for number, conflict in enumerate(conflicts):
        for key in _keys(conflict):
            yield first.setdefault(key, number), number


def _keys(conflict: Conflict) -> Iterator[tuple[object, ...]]:
    if conflict.kind == "opposites":
        yield conflict.point, conflict.kind
        said = {(each.source, each.span.start, each.span.end) for each in conflict.readings}
        yield from combinations(sorted(said), 2)
        yield from ((each.source, each.words, "") for each in conflict.readings if each.words)
        return
    for each in conflict.readings:
        yield each.source, each.figure and each.figure.span
    # That two sources differ by the same two amounts on two things is hardly a coincidence.
    told = {amount(each.figure) for each in conflict.readings if each.figure}
    yield from combinations(sorted(told), 2)


def _one(conflicts: Sequence[Conflict]) -> Conflict:
    """Join conflicts of one kind and point, each reading once."""
    every = (reading for conflict in conflicts for reading in conflict.readings)
    readings = {(r.source, r.figure.span if r.figure else r.span): r for r in every}
    return Conflict(conflicts[0].point, tuple(readings.values()), conflicts[0].kind)
