"""A group of sentences as a point: its citations, figures and reasons, and what came near."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bidigest.clustering.members import Members
from bidigest.corpus import Corpus
from bidigest.matching import Matches
from bidigest.model import Citation, CitedQuantity, Document, Neighbour, Point, Reason, Span
from bidigest.model.digests import section_id, source_id, source_index
from bidigest.selection.representative import Candidate
from bidigest.sparse.matrices import Integers
from bidigest.text.locations import Locations


@dataclass(frozen=True, slots=True)
class BoundPairs:
    """What is known of pairs within one group, by pair (smaller, greater) of members."""

    scores: dict[tuple[int, int], float]
    rows: dict[tuple[int, int], int]
    """Where a pair's evidence stands in the members' `matches`."""
    pairs: dict[int, list[tuple[int, int]]]
    """Those of each member: most of a large group's pairs are unknown."""


def bound_pairs(matches: Matches, owner: Integers) -> BoundPairs:
    """Collect what is known of pairs within groups.

    Args:
        matches: of the members of groups.
        owner: int64, (n_members,), the group of each.
    """
    rows = np.flatnonzero(owner[matches.first] == owner[matches.second])
    ends = matches.first[rows].tolist(), matches.second[rows].tolist()
    keys = list(zip(*ends, strict=True))
    scores = dict(zip(keys, matches.scores[rows].tolist(), strict=True))
    pairs: dict[int, list[tuple[int, int]]] = {}
    for key in sorted(keys):
        for number in key:
            pairs.setdefault(number, []).append(key)
    return BoundPairs(scores, dict(zip(keys, rows.tolist(), strict=True)), pairs)


def cited_point(
    corpus: Corpus,
    every: Members,
    bound: BoundPairs,
    group: Sequence[int],
    representative: Candidate,
    against: frozenset[int],
    name: str,
    shown: bool,
    score: float,
    nearest: tuple[Neighbour, ...],
) -> Point:
    """Make a point of a group of sentences.

    Args:
        corpus: all sentences.
        every: which sentence each member of a group is.
        bound: what is known of pairs within groups.
        group: its members.
        representative: the representative of the group.
        against: sources that give other figures.
        name: the point's id.
        shown: whether the page shows it.
        score: the greater, the more it matters.
        nearest: points that came near.
    """
    said = [int(every.sentences[member]) for member in group]
    numbers = [representative.sentence, *(n for n in said if n != representative.sentence)]
    sources = sorted({corpus.sentences[number][0] for number in numbers} - against)
    return Point(
        id=name,
        shown=shown,
        score=score,
        statement=representative.statement.text,
        statement_spans=representative.statement.spans,
        sources=tuple(source_id(index) for index in sources),
        citations=tuple(_citation(corpus, number) for number in numbers),
        figures=tuple(
            CitedQuantity(source_id(corpus.sentences[n][0]), figure)
            for n in numbers
            for figure in corpus.sentences[n][1].figures
        ),
        reasons=_reasons(corpus, every, bound, group),
        nearest=nearest,
    )


def _citation(corpus: Corpus, number: int) -> Citation:
    index, sentence = corpus.sentences[number]
    document = corpus.documents[index]
    return Citation(
        source_id(index),
        section_id(index, sentence.section),
        corpus.places[index].at(sentence.span.start).line,
        sentence.span,
        document.quote(sentence.span),
    )


def with_sentences_quoted_along(point: Point, documents: Sequence[Document]) -> Point:
    """Cite with a point's first sentence those before it, where the statement has them.

    Until then a citation is known by where its own sentence begins.

    Args:
        point: the point.
        documents: of the digest.
    """
    first, start = point.citations[0], point.statement_spans[0].start
    if start >= first.span.start:
        return point
    index = source_index(first.source)
    document, place = documents[index], Locations(documents[index])
    opening = next(s for s in document.sentences if s.span.start <= start < s.span.end)
    span = Span(opening.span.start, first.span.end)
    cited = replace(
        first,
        line=place.at(span.start).line,
        span=span,
        quote=document.quote(span),
        before=first.span.start - span.start,
    )
    return replace(point, citations=(cited, *point.citations[1:]))


def _reasons(
    corpus: Corpus, every: Members, bound: BoundPairs, group: Sequence[int]
) -> tuple[Reason, ...]:
    """Find for each sentence after the first the pair that binds it most strongly to the others."""
    strongest = []
    for number in group:
        known = bound.pairs.get(number, ())
        strongest += [max(known, key=lambda pair: (bound.scores[pair], pair))] if known else []
    return tuple(
        Reason(
            _place(corpus, every, pair[0]),
            _place(corpus, every, pair[1]),
            bound.scores[pair],
            every.matches.reason(bound.rows[pair]),
        )
        for pair in sorted(set(strongest))
    )


def neighbours(
    corpus: Corpus,
    every: Members,
    owner: Integers,
    names: Mapping[int, str],
    nearest: Sequence[tuple[int, int]],
    shown: bool,
) -> tuple[Neighbour, ...]:
    """Name the groups that came near, by number and row of the closest pair, perhaps with why.

    Args:
        corpus: all sentences.
        every: which sentence each member of a group is.
        owner: int64, (n_members,), the group of each.
        names: of the groups.
        nearest: groups that came near, with the row of the closest pair.
        shown: whether the point is shown, and is to say why.
    """
    matches = every.matches
    found = []
    for group, row in nearest:
        score = float(matches.scores[row])
        pair = sorted(
            (int(matches.first[row]), int(matches.second[row])), key=lambda n: owner[n] == group
        )
        own, other = (_place(corpus, every, member) for member in pair)
        closest = Reason(own, other, score, matches.reason(row)) if shown else None
        found.append(Neighbour(names[group], score, closest))
    return tuple(found)


def _place(corpus: Corpus, every: Members, member: int) -> tuple[str, int]:
    index, sentence = corpus.sentences[every.sentences[member]]
    return source_id(index), sentence.span.start
