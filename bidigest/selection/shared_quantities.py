"""Figures of a sentence that other sources of its point give as well.

A point stands under the number of its sources: what only one of them says is not for it to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bidigest.corpus import Corpus
from bidigest.features.statements import clauses_alone
from bidigest.model import Quantity, Statement
from bidigest.quantities.agreement import agree
from bidigest.selection.representative import Candidate

Shared = Mapping[int, tuple[Quantity, ...]]
"""For each sentence of a point, by number, those of its figures that another source gives."""


def with_unshared(corpus: Corpus, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Count for each candidate of a point its figures that only its own source gives.

    Where no two sources agree on a figure, nothing is known of which are shared.
    """
    shared = shared_quantities(corpus, candidates)
    if not any(shared.values()):
        return list(candidates)
    return [
        replace(each, unshared=each.figures - len(shared[each.sentence])) for each in candidates
    ]


def shared_quantities(corpus: Corpus, candidates: Sequence[Candidate]) -> Shared:
    """Find for each candidate's sentence the figures with which one of another source's agrees."""
    said = [
        (candidate.document, f) for candidate in candidates for f in _figures(corpus, candidate)
    ]
    return {
        candidate.sentence: tuple(
            own
            for own in _figures(corpus, candidate)
            if any(document != candidate.document and agree(own, each) for document, each in said)
        )
        for candidate in candidates
    }


def shortened(
    corpus: Corpus, representative: Candidate, candidates: Sequence[Candidate]
) -> Candidate:
    """Shorten a representative by clauses whose figures only its own source gives.

    All of the figures that others give as well stay, and at least one must.

    Args:
        corpus: all sentences.
        representative: the representative of the point.
        candidates: all candidates of the point, the representative included.
    """
    if not (representative.unshared and representative.statement.alone):
        return representative
    shared = shared_quantities(corpus, candidates)[representative.sentence]
    own = [figure for figure in _figures(corpus, representative) if figure not in shared]
    index, sentence = corpus.sentences[representative.sentence]
    cuts = clauses_alone(corpus.documents[index], sentence)
    return replace(representative, statement=_fewest(representative.statement, cuts, shared, own))


def _fewest(
    whole: Statement, cuts: Iterable[Statement], shared: Sequence[Quantity], own: Sequence[Quantity]
) -> Statement:
    """Choose, of cuts with all shared figures of the whole, the one with fewest of its own."""
    kept = _within(whole, shared)
    if not kept:
        return whole
    able = [whole, *(cut for cut in cuts if _within(cut, shared) == kept)]
    return min(able, key=lambda each: _within(each, own))


def _within(statement: Statement, figures: Sequence[Quantity]) -> int:
    """Count the figures that stand in the words of the statement."""
    spans = [figure.span for figure in figures]
    inside = (any(s.start <= f.start and f.end <= s.end for s in statement.spans) for f in spans)
    return sum(inside)


def _figures(corpus: Corpus, candidate: Candidate) -> tuple[Quantity, ...]:
    return corpus.sentences[candidate.sentence][1].figures
