"""Clauses of a point's words that its other sources say as well, and those that none comes near.

A point stands under the number of its sources: where words that only one of them has can be left
out, they are. Asked is the sentence model; without one nothing is known of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from bidigest.corpus import Corpus
from bidigest.embedding.sentence_vectors import whole_and_clauses
from bidigest.features.statements import clauses_alone
from bidigest.matching.meaning import Meanings
from bidigest.model import Document, Span, Statement
from bidigest.selection.representative import Candidate
from bidigest.sparse.matrices import Booleans, Floats
from bidigest.text.attribution import only_reports
from bidigest.text.plain_text import joined, pieces, positions, wording

CORROBORATED = 0.2
"""Cosine from which a clause of another source may say the same; restatements seldom have less."""

SHARED = 0.35
"""The same from which a sentence that has such a clause speaks for its point as well as others."""


def corroborated(
    corpus: Corpus, representative: Candidate, candidates: Sequence[Candidate]
) -> Candidate:
    """Shorten a representative by clauses that no other source of its point comes near.

    What is left stands alone, is as clear as the whole, and has every clause that others have.

    Args:
        corpus: all sentences.
        representative: the representative of the point.
        candidates: all candidates of the point, the representative included.
    """
    others = [c.sentence for c in candidates if c.document != representative.document]
    if corpus.meanings is None or not others or not representative.statement.alone:
        return representative
    said, own = _clauses(corpus, corpus.meanings, representative.sentence, others)
    whole = representative.statement
    if not said or not _held(whole, own):
        return representative
    cuts = _cuts(corpus, representative, said)
    return replace(
        representative, statement=min([whole, *cuts], key=lambda each: _touched(each, own))
    )


def with_unshared_clauses(corpus: Corpus, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Count for each candidate of a point its clauses that no other source of it comes near.

    Clauses that only say who says something are none of them.

    Args:
        corpus: all sentences.
        candidates: all candidates of the point.
    """
    if corpus.meanings is None or len({each.document for each in candidates}) < 2:
        return list(candidates)
    return [
        replace(each, unshared_clauses=_unshared(corpus, corpus.meanings, each, candidates))
        for each in candidates
    ]


def _unshared(
    corpus: Corpus, meanings: Meanings, candidate: Candidate, candidates: Sequence[Candidate]
) -> int:
    others = [each.sentence for each in candidates if each.document != candidate.document]
    document = corpus.documents[candidate.document]
    clauses = whole_and_clauses(wording(document, candidate.span))[1:]
    rows = meanings.pieces(candidate.sentence)[1:]
    if not clauses or len(clauses) != len(rows):
        return 0
    far = (_nearest(meanings, rows, others) < SHARED).tolist()
    return sum(own and not only_reports(each) for own, each in zip(far, clauses, strict=True))


def _cuts(corpus: Corpus, representative: Candidate, said: Sequence[Span]) -> list[Statement]:
    """Cut the representative's words further, where all clauses that others say are kept."""
    whole = representative.statement
    index, sentence = corpus.sentences[representative.sentence]
    return [
        cut
        for cut in clauses_alone(corpus.documents[index], sentence)
        if cut.clear >= whole.clear
        and _held(whole, [_stretch(cut)])
        and _held(cut, said) >= _held(whole, said)
    ]


def _clauses(
    corpus: Corpus, meanings: Meanings, number: int, others: Sequence[int]
) -> tuple[list[Span], list[Span]]:
    """Divide a sentence's clauses into those that another sentence comes near, and the others.

    Args:
        corpus: all sentences.
        meanings: of the corpus.
        number: of the sentence.
        others: numbers of sentences of other sources.
    """
    index, sentence = corpus.sentences[number]
    spans = _spans(corpus.documents[index], sentence.span)
    rows = meanings.pieces(number)[1:]
    if len(spans) != len(rows) or not spans:
        return [], []
    near: Booleans = _nearest(meanings, rows, others) >= CORROBORATED
    divided = list(zip(spans, near.tolist(), strict=True))
    return [span for span, has in divided if has], [span for span, has in divided if not has]


def _nearest(meanings: Meanings, rows: Floats, others: Sequence[int]) -> Floats:
    """Compute for each clause the cosine of what comes nearest to it in other sentences.

    Args:
        meanings: of the corpus.
        rows: float64, (n_clauses, n_dimensions), vectors of the clauses.
        others: numbers of the sentences.

    Returns:
        float64, (n_clauses,).
    """
    there = np.concatenate([meanings.pieces(other) for other in others])
    found: Floats = (rows @ there.T).max(axis=1)
    return found


def _spans(document: Document, span: Span) -> list[Span]:
    """Find where the clauses of a sentence stand in its document; none if one is not found."""
    parts = pieces(document, span)
    text, places = joined(document, parts), positions(parts)
    found, after = list[Span](), 0
    for clause in whole_and_clauses(text)[1:]:
        start = text.find(clause, after)
        if start < 0:
            return []
        after = start + len(clause)
        found.append(Span(places[start], places[after - 1] + 1))
    return found


def _held(statement: Statement, clauses: Iterable[Span]) -> int:
    """Count the clauses that stand in a statement."""
    own = _stretch(statement)
    return sum(own.start <= each.start and each.end <= own.end for each in clauses)


def _touched(statement: Statement, clauses: Iterable[Span]) -> int:
    """Count the clauses of which something stands in a statement."""
    own = _stretch(statement)
    return sum(own.start < each.end and each.start < own.end for each in clauses)


def _stretch(statement: Statement) -> Span:
    """Return the stretch from a statement's first word to its last, markup in between included."""
    return Span(statement.spans[0].start, statement.spans[-1].end)
